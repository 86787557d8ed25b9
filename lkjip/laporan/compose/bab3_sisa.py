"""Bab III B, what the money achieved and what was left: efficiency per sasaran, rows with low absorption."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from anggaran.data import Anggaran
from lkjip.laporan.compose.analisis_sebab import NAMA_METODE
from lkjip.laporan.compose.bagan import nama_anggaran, sebutan_tingkat
from lkjip.laporan.compose.kalimat import banyak, catatan, deret_kata, gabung, kal, kurang, par
from lkjip.laporan.compose.konteks import SERATUS, Konteks, Posisi
from lkjip.laporan.compose.narasi import otomatis, tulisan
from lkjip.laporan.compose.ruas import AKHIRAN_KALIMAT, ada_isi
from lkjip.laporan.compose.sel import KANAN, KIRI, TENGAH, baris, sel, sel_kategori, tabel
from lkjip.laporan.isi import Angka, GayaBaris, Paragraf, Rujuk, Simpul, Tabel

SERAPAN_RENDAH = Decimal(85)
"""Absorption below this many percent is named."""
_PALING_BANYAK_DISEBUT = 15
_LETAK = "bab3-anggaran-sisa"
KOLOM_UANG = (
    ("Pagu (Rp)", 20, KANAN),
    ("Realisasi (Rp)", 20, KANAN),
    ("Serapan (%)", 12, KANAN),
    ("Sisa (Rp)", 18, KANAN),
)


def sel_uang_lengkap(ktx: Konteks, kode: str, *, tebal: bool = False) -> tuple[Angka, ...]:
    """Pagu, realisasi, serapan and what is left, as four cells."""
    daftar = ("pagu", "realisasi_anggaran", "serapan", "sisa_anggaran")
    return tuple(ktx.angka(b, kode, polos=True, tebal=tebal) for b in daftar)


def efisiensi_sasaran(ktx: Konteks) -> list[Simpul]:
    metode = ktx.metode.metode_efisiensi
    tampil = metode is None or bool(ktx.sasaran) or ada_isi(ktx, "bab3.efisiensi")
    letak = "bab3-anggaran-efisiensi" if tampil else "bab3-anggaran"
    sendiri = tulisan(ktx, "bab3.efisiensi", letak=letak, judul="Uraian efisiensi")
    if metode is None:
        pesan = "Metode pengukuran efisiensi belum ditetapkan (lembar pengaturan, kunci metode_efisiensi)."
        return [*sendiri, kurang(pesan)]
    if not ktx.sasaran:
        return sendiri
    if not any(ktx.hitung("efisiensi", s.kode).ada for s in ktx.sasaran):
        return [*sendiri, ktx.tiada(ktx.hitung("rata_rata_efisiensi"), "Efisiensi per sasaran belum dapat dihitung.")]
    kalimat = gabung(
        kal("Efisiensi setiap sasaran diukur dengan metode {m}.", m=NAMA_METODE[metode]),
        kal("Sisa anggaran hanya berarti efisiensi apabila target tercapai."),
    )
    nama = f"bab3.efisiensi{AKHIRAN_KALIMAT}"
    return [*otomatis(ktx, nama, [par(kalimat)], letak=letak), _tabel_efisiensi(ktx), *sendiri]


def _tabel_efisiensi(ktx: Konteks) -> Tabel:
    kolom = (
        ("No", 5, TENGAH),
        ("Sasaran", 35, KIRI),
        ("Capaian (%)", 13, KANAN),
        ("Kategori", 16, TENGAH),
        ("Serapan (%)", 13, KANAN),
        ("Efisiensi", 13, KANAN),
        ("Simpulan", 16, TENGAH),
    )
    isi = [
        baris(
            str(n),
            s.uraian.strip() or s.kode,
            ktx.angka("rata_rata_sasaran", s.kode, polos=True),
            sel_kategori(ktx, None, s.kode),
            ktx.angka("serapan", s.kode, polos=True),
            ktx.angka("efisiensi", s.kode),
            ktx.angka("simpulan_efisiensi", s.kode),
        )
        for n, s in enumerate(ktx.sasaran, 1)
    ]
    if len(ktx.sasaran) > 1:
        rata = ktx.angka("rata_rata_efisiensi", tebal=True)
        isi.append(baris(sel("Rata-rata", kolom=5, tebal=True), rata, "", gaya=GayaBaris.JUMLAH))
    judul = f"Efisiensi per Sasaran Tahun {ktx.tahun}"
    return tabel("tabel-efisiensi", judul, kolom, isi, catatan=_catatan_target(ktx))


def _catatan_target(ktx: Konteks) -> list[Paragraf]:
    """A method may call a sasaran efficient although its targets were missed; the table then says so."""
    belum = [
        str(n)
        for n, s in enumerate(ktx.sasaran, 1)
        if ktx.hitung("simpulan_efisiensi", s.kode).kata == "efisien"
        and any(ktx.posisi(i) is Posisi.DI_BAWAH for i in ktx.indikator_sasaran(s.kode))
    ]
    if not belum:
        return []
    pola = "Simpulan mengikuti metode tersebut. Pada sasaran {n} ada target yang belum tercapai, sehingga sisa "
    pola += "anggarannya belum tentu hasil penghematan."
    return [catatan(pola, n=deret_kata(belum))]


def serapan_rendah(ktx: Konteks) -> list[Simpul]:
    """Leaves with low absorption or above their pagu are named; the rest is not."""
    daun = [a for a in ktx.anggaran.daftar_anggaran if not ktx.anggaran.daftar_anak.get(a.kode)]
    serapan = {a.kode: n for a in daun if (n := ktx.hitung("serapan", a.kode).angka) is not None}
    nama = ("bab3.sisa_anggaran", "bab3.serapan")
    letak = _LETAK if daun or any(ada_isi(ktx, n) for n in nama) else "bab3-anggaran"
    hasil = tulisan(ktx, *nama, letak=letak, judul="Uraian anggaran yang tidak terserap")
    if not serapan:
        return (
            [*hasil, kurang("Serapan rincian anggaran belum dapat dihitung (lembar realisasi_anggaran).")]
            if daun
            else hasil
        )
    rendah = sorted((a for a in daun if serapan.get(a.kode, SERATUS) < SERAPAN_RENDAH), key=lambda a: serapan[a.kode])
    lebih = [a for a in daun if serapan.get(a.kode, SERATUS) > SERATUS]
    hasil.extend(_uraian_rendah(ktx, [a for a in daun if a.kode in serapan], rendah))
    if lebih:
        hasil.append(par("Realisasi berikut melebihi pagunya dan perlu diteliti kembali."))
        hasil.append(
            _tabel_serapan(ktx, "tabel-serapan-lebih", "Rincian Anggaran dengan Realisasi Melebihi Pagu", lebih)
        )
    tanpa = [a for a in daun if a.kode not in serapan]
    if tanpa:
        pesan = "Serapan {n} tidak dapat dihitung karena pagu atau realisasinya tidak ada; lihat {l}."
        hasil.append(catatan(pesan, n=banyak(len(tanpa), sebutan_tingkat(tanpa)), l=Rujuk("lampiran-anggaran")))
    return hasil


def _uraian_rendah(ktx: Konteks, terhitung: Sequence[Anggaran], rendah: Sequence[Anggaran]) -> list[Simpul]:
    batas, nama = f"{SERAPAN_RENDAH}%", f"bab3.sisa_anggaran{AKHIRAN_KALIMAT}"
    if not rendah:
        kalimat = kal("Tidak ada {s} yang terserap kurang dari {batas}.", s=sebutan_tingkat(terhitung), batas=batas)
        return otomatis(ktx, nama, [par(kalimat)], letak=_LETAK)
    kunci = "tabel-serapan-rendah"
    semua = banyak(len(terhitung), sebutan_tingkat(terhitung))
    pola = "Dari {semua} yang dapat dihitung serapannya, {n} terserap kurang dari {batas}, sebagaimana {t}."
    if len(rendah) > _PALING_BANYAK_DISEBUT:
        pola = "Dari {semua} terhitung, {n} terserap kurang dari {batas}; yang terendah dimuat pada {t}."
    kalimat = kal(pola, semua=semua, n=banyak(len(rendah)), batas=batas, t=Rujuk(kunci))
    judul = f"Anggaran dengan Serapan di Bawah {batas} Tahun {ktx.tahun}"
    tersusun = otomatis(ktx, nama, [par(kalimat)], letak=_LETAK)
    return [*tersusun, _tabel_serapan(ktx, kunci, judul, rendah[:_PALING_BANYAK_DISEBUT])]


def _tabel_serapan(ktx: Konteks, kunci: str, judul: str, daftar: Sequence[Anggaran]) -> Tabel:
    kolom = (("No", 5, TENGAH), (sebutan_tingkat(daftar).capitalize(), 30, KIRI), *KOLOM_UANG)
    isi = [baris(str(n), nama_anggaran(ktx, a.kode), *sel_uang_lengkap(ktx, a.kode)) for n, a in enumerate(daftar, 1)]
    return tabel(kunci, judul, kolom, isi)
