"""Bab III B Realisasi Anggaran: per sasaran, per program and kegiatan, by kind of spending; efficiency; unspent "
"money."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from anggaran.data import Anggaran, Belanja
from lkjip.laporan.compose.analisis_sebab import NAMA_METODE
from lkjip.laporan.compose.bagan import bagan_serapan, nama_anggaran
from lkjip.laporan.compose.kalimat import banyak, catatan, gabung, kal, kurang, kutip, nama_rapi, par, tiada
from lkjip.laporan.compose.konteks import SERATUS, Konteks
from lkjip.laporan.compose.narasi import ambil
from lkjip.laporan.compose.sel import KANAN, KIRI, TENGAH, baris, sel, sel_kategori, sumber_data, tabel
from lkjip.laporan.compose.simpulan import kalimat_anggaran
from lkjip.laporan.isi import Angka, Bagian, Baris, Blok, Daftar, GayaBaris, JenisDaftar, Paragraf, Rujuk, Sebaris
from renstra.data import Sasaran

SERAPAN_RENDAH = Decimal(85)
"""Absorption below this many percent is named in the text."""
_PALING_BANYAK_DISEBUT = 12
KOLOM_UANG = (
    ("Pagu (Rp)", 20, KANAN),
    ("Realisasi (Rp)", 20, KANAN),
    ("Serapan (%)", 12, KANAN),
    ("Sisa (Rp)", 18, KANAN),
)


def realisasi_anggaran(ktx: Konteks) -> list[Blok | Bagian]:
    tulisan = ambil(ktx, "bab3.anggaran", "bab3.realisasi_anggaran")
    if not ktx.anggaran.daftar_anggaran and not ktx.anggaran.daftar_belanja:
        return [
            *tulisan,
            kurang("Realisasi anggaran belum dapat disajikan (lembar anggaran, realisasi_anggaran, belanja)."),
        ]
    hasil: list[Blok | Bagian] = [*tulisan, par(kalimat_anggaran(ktx))]
    for kunci, judul, isi in (
        ("sasaran", "Realisasi Anggaran per Sasaran", per_sasaran(ktx)),
        ("program", "Realisasi Anggaran per Program dan Kegiatan", per_program(ktx)),
        ("belanja", "Realisasi menurut Jenis Belanja", per_belanja(ktx)),
        ("efisiensi", "Efisiensi Penggunaan Anggaran", efisiensi_sasaran(ktx)),
        ("sisa", "Anggaran yang Tidak Terserap", sisa_anggaran(ktx)),
    ):
        if isi:
            hasil.append(Bagian(f"bab3-anggaran-{kunci}", judul, tuple(isi)))
    return hasil


def sel_uang_lengkap(ktx: Konteks, kode: str, *, tebal: bool = False) -> tuple[Angka, ...]:
    return tuple(
        ktx.angka(b, kode, polos=True, tebal=tebal) for b in ("pagu", "realisasi_anggaran", "serapan", "sisa_anggaran")
    )


def baris_jumlah(ktx: Konteks, kolom: int, judul: str = "Jumlah perangkat daerah") -> Baris:
    return baris(sel(judul, kolom=kolom, tebal=True), *sel_uang_lengkap(ktx, "", tebal=True), gaya=GayaBaris.JUMLAH)


def per_sasaran(ktx: Konteks) -> list[Blok]:
    if not ktx.sasaran:
        return []
    if not any(a.sasaran for a in ktx.anggaran.daftar_anggaran):
        return [kurang("Anggaran belum ditautkan ke sasaran (lembar anggaran, kolom sasaran).")]
    kolom = (("No", 5, TENGAH), ("Sasaran", 30, KIRI), *KOLOM_UANG)
    isi = [
        baris(str(n), s.uraian.strip() or s.kode, *sel_uang_lengkap(ktx, s.kode)) for n, s in enumerate(ktx.sasaran, 1)
    ]
    isi.append(baris_jumlah(ktx, 2))
    hasil: list[Blok] = [par(_kalimat_sasaran(ktx))] if _kalimat_sasaran(ktx) else []
    hasil.append(
        tabel(
            "tabel-anggaran-sasaran",
            f"Anggaran dan Realisasi per Sasaran Tahun {ktx.tahun}",
            kolom,
            isi,
            sumber=sumber_data(ktx),
        )
    )
    tanpa = [a for a in ktx.program if not tertaut(ktx, a)]
    if tanpa:
        hasil.append(
            kurang(
                "{n} belum seluruhnya ditautkan ke sasaran, sehingga jumlah perangkat daerah dapat lebih besar "
                "daripada "
                "jumlah sasarannya (lembar anggaran, kolom sasaran).",
                n=banyak(len(tanpa), "program"),
            )
        )
    return hasil


def tertaut(ktx: Konteks, akar: Anggaran) -> bool:
    """Whether the row, or every branch below it, is linked to a sasaran."""
    anak = ktx.anggaran.daftar_anak.get(akar.kode, ())
    return bool(akar.sasaran) or (bool(anak) and all(tertaut(ktx, a) for a in anak))


def _kalimat_sasaran(ktx: Konteks) -> tuple[Sebaris, ...]:
    ada: list[tuple[Decimal, Sasaran]] = []
    for sasaran in ktx.sasaran:
        serapan = ktx.hitung("serapan", sasaran.kode).angka
        if serapan is not None:
            ada.append((serapan, sasaran))
    if not ada:
        return ()
    tinggi, rendah = max(ada, key=lambda p: p[0]), min(ada, key=lambda p: p[0])
    if tinggi[0] == rendah[0]:
        subjek = f"sasaran {kutip(tinggi[1].uraian)}" if len(ada) == 1 else "setiap sasaran"
        return kal("Serapan anggaran {s} adalah {n}.", s=subjek, n=ktx.angka("serapan", tinggi[1].kode))
    return kal(
        "Serapan tertinggi terdapat pada sasaran {t}, yaitu {nt}, dan terendah pada sasaran {r}, yaitu {nr}.",
        t=kutip(tinggi[1].uraian),
        nt=ktx.angka("serapan", tinggi[1].kode),
        r=kutip(rendah[1].uraian),
        nr=ktx.angka("serapan", rendah[1].kode),
    )


def telusuri(ktx: Konteks, akar: Anggaran, tingkat: int = 0, batas: int = 9) -> Iterator[tuple[Anggaran, int]]:
    """The row and those below it, with their depth, in the order of the sheet."""
    yield akar, tingkat
    if tingkat < batas:
        for anak in ktx.anggaran.daftar_anak.get(akar.kode, ()):
            yield from telusuri(ktx, anak, tingkat + 1, batas)


def per_program(ktx: Konteks) -> list[Blok]:
    """Program and kegiatan; the level below stands in the annex."""
    if not ktx.program:
        return []
    kolom = (("Program / Kegiatan", 34, KIRI), *KOLOM_UANG)
    isi: list[Baris] = []
    for program in ktx.program:
        for a, tingkat in telusuri(ktx, program, batas=1):
            isi.append(
                baris(
                    sel(
                        nama_anggaran(ktx, a.kode) if tingkat == 0 else nama_rapi(a.uraian, a.kode),
                        inden=tingkat,
                        tebal=tingkat == 0,
                    ),
                    *sel_uang_lengkap(ktx, a.kode, tebal=tingkat == 0),
                )
            )
    isi.append(baris_jumlah(ktx, 1))
    pembuka = par(
        kal(
            "Realisasi setiap program dan kegiatan disajikan pada {t}, sedangkan rincian sampai subkegiatan pada {l}.",
            t=Rujuk("tabel-anggaran-program"),
            l=Rujuk("lampiran-anggaran"),
        )
    )
    judul = f"Anggaran dan Realisasi per Program dan Kegiatan Tahun {ktx.tahun}"
    ada = tabel(
        "tabel-anggaran-program", judul, kolom, isi, sumber=sumber_data(ktx), catatan=catatan_rincian(ktx, batas=1)
    )
    return [pembuka, ada, *bagan_serapan(ktx)]


def catatan_rincian(ktx: Konteks, batas: int = 9) -> list[Paragraf]:
    """Rows whose own figure differs from the sum of their children: printed as entered, and said."""
    beda = []
    for program in ktx.program:
        for a, _ in telusuri(ktx, program, batas=batas):
            for sendiri, anak, nama in (
                ("pagu", "jumlah_pagu", "pagu"),
                ("realisasi_anggaran", "jumlah_realisasi", "realisasi"),
            ):
                satu, dua = ktx.hitung(sendiri, a.kode).angka, ktx.hitung(anak, a.kode).angka
                if satu is not None and dua is not None and satu != dua:
                    beda.append(
                        kal(
                            "{nama} {apa}: tertulis {satu}, jumlah rinciannya {dua}",
                            nama=nama_anggaran(ktx, a.kode),
                            apa=nama,
                            satu=ktx.angka(sendiri, a.kode),
                            dua=ktx.angka(anak, a.kode),
                        )
                    )
    if not beda:
        return []
    pembuka = catatan(
        "Angka baris berikut ditampilkan sebagaimana tercatat, tetapi tidak sama dengan jumlah rinciannya:"
    )
    return [pembuka, *(Paragraf(gabung(kal("– {isi}.", isi=b)), pembuka.gaya) for b in beda)]


def per_belanja(ktx: Konteks) -> list[Blok]:
    daftar = [b for b in ktx.anggaran.daftar_belanja if b.tahun == ktx.tahun]
    if not daftar:
        return []
    kolom = (("Jenis Belanja", 32, KIRI), *KOLOM_UANG)
    kode = {b.kode for b in daftar}
    isi = [
        baris(sel(nama_rapi(b.uraian, b.kode), inden=_tingkat(b, daftar)), *sel_uang_lengkap(ktx, b.kode))
        for akar in daftar
        if akar.induk not in kode
        for b in _turunan(akar, daftar)
    ]
    return [
        tabel(
            "tabel-belanja",
            f"Anggaran dan Realisasi menurut Jenis Belanja Tahun {ktx.tahun}",
            kolom,
            isi,
            sumber=sumber_data(ktx),
        )
    ]


def _turunan(akar: Belanja, daftar: list[Belanja]) -> Iterator[Belanja]:
    yield akar
    for anak in daftar:
        if anak.induk == akar.kode:
            yield from _turunan(anak, daftar)


def _tingkat(baris_belanja: Belanja, daftar: list[Belanja]) -> int:
    per_kode = {b.kode: b for b in daftar}
    tingkat = 0
    while baris_belanja.induk in per_kode and tingkat < 5:
        baris_belanja = per_kode[baris_belanja.induk]
        tingkat += 1
    return tingkat


def efisiensi_sasaran(ktx: Konteks) -> list[Blok]:
    metode = ktx.metode.metode_efisiensi
    if metode is None:
        return [kurang("Metode pengukuran efisiensi belum ditetapkan (lembar pengaturan, kunci metode_efisiensi).")]
    if not any(ktx.hitung("efisiensi", s.kode).ada for s in ktx.sasaran):
        return (
            [tiada(ktx.hitung("rata_rata_efisiensi"), "Efisiensi per sasaran belum dapat dihitung.")]
            if ktx.sasaran
            else []
        )
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
    pembuka = par(
        kal(
            "Efisiensi setiap sasaran diukur sebagai {m}. Sisa anggaran hanya berarti efisiensi apabila target "
            "tercapai.",
            m=NAMA_METODE[metode],
        )
    )
    return [pembuka, tabel("tabel-efisiensi", f"Efisiensi per Sasaran Tahun {ktx.tahun}", kolom, isi)]


def sisa_anggaran(ktx: Konteks) -> list[Blok]:
    """Leaves with low absorption or above their pagu are named; the rest is not."""
    daun = [a for a in ktx.anggaran.daftar_anggaran if not ktx.anggaran.daftar_anak.get(a.kode)]
    serapan = {a.kode: n for a in daun if (n := ktx.hitung("serapan", a.kode).angka) is not None}
    tanpa = [a for a in daun if a.kode not in serapan]
    rendah = sorted((a for a in daun if serapan.get(a.kode, SERATUS) < SERAPAN_RENDAH), key=lambda a: serapan[a.kode])
    lebih = [a for a in daun if serapan.get(a.kode, SERATUS) > SERATUS]
    hasil: list[Blok] = [*ambil(ktx, "bab3.sisa_anggaran", "bab3.serapan")]
    if not serapan:
        return (
            [*hasil, kurang("Serapan baris anggaran belum dapat dihitung (lembar realisasi_anggaran).")]
            if daun
            else hasil
        )
    batas = f"{SERAPAN_RENDAH}%"
    if rendah:
        jumlah = "Baris terendahnya adalah:" if len(rendah) > _PALING_BANYAK_DISEBUT else "Baris tersebut adalah:"
        hasil.append(
            par(
                kal(
                    "Dari {semua} yang dapat dihitung serapannya, {n} terserap kurang dari {batas}. {j}",
                    semua=banyak(len(serapan), "baris rincian"),
                    n=banyak(len(rendah)),
                    batas=batas,
                    j=jumlah,
                )
            )
        )
        hasil.append(_daftar_serapan(ktx, rendah[:_PALING_BANYAK_DISEBUT]))
    else:
        hasil.append(par(kal("Tidak ada baris rincian yang terserap kurang dari {batas}.", batas=batas)))
    if lebih:
        hasil += [
            par("Realisasi baris berikut melebihi pagunya dan perlu diteliti kembali:"),
            _daftar_serapan(ktx, lebih),
        ]
    if tanpa:
        hasil.append(
            catatan(
                "Serapan {n} tidak dapat dihitung karena pagu atau realisasinya tidak ada; lihat {l}.",
                n=banyak(len(tanpa), "baris rincian"),
                l=Rujuk("lampiran-anggaran"),
            )
        )
    return hasil


def _daftar_serapan(ktx: Konteks, daftar: list[Anggaran]) -> Daftar:
    return Daftar(
        tuple(
            kal(
                "{nama}: terserap {s} dengan sisa {sisa};"
                if n < len(daftar)
                else "{nama}: terserap {s} dengan sisa {sisa}.",
                nama=nama_anggaran(ktx, a.kode),
                s=ktx.angka("serapan", a.kode),
                sisa=ktx.angka("sisa_anggaran", a.kode),
            )
            for n, a in enumerate(daftar, 1)
        ),
        JenisDaftar.POIN,
    )
