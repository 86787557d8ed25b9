"""Analyses 5 to 7 of one indicator: causes and solutions, efficiency, supporting programmes."""

from __future__ import annotations

from collections.abc import Sequence

from anggaran.data import Anggaran, KeteranganPenunjang, Penunjang
from kinerja.data import Faktor, MetodeEfisiensi
from lkjip.dasar.tulisan_angka import tulis_angka
from lkjip.laporan.compose.bagan import hitung_tingkat, nama_anggaran
from lkjip.laporan.compose.kalimat import alasan, banyak, catatan, gabung, kal, kurang, kutip, nama_rapi, par
from lkjip.laporan.compose.konteks import Konteks, Posisi
from lkjip.laporan.compose.narasi import blok_analisis, tulisan
from lkjip.laporan.compose.ruas import SifatRuas
from lkjip.laporan.compose.ruas_indikator import kalimat_indikator, letak_analisis, nama_ruas
from lkjip.laporan.compose.sel import KANAN, KIRI, TENGAH, baris, sel, slug, tabel
from lkjip.laporan.isi import Angka, Baris, Paragraf, Rujuk, Simpul, Tabel, Teks
from renstra.data import Indikator

_FAKTOR = (
    (Faktor.KEBERHASILAN, "Hal yang mendukung pencapaian:"),
    (Faktor.HAMBATAN, "Hambatan yang dihadapi:"),
    (Faktor.SOLUSI, "Solusi dan tindak lanjut:"),
)
NAMA_METODE = {
    MetodeEfisiensi.SELISIH: "selisih capaian dan serapan (poin)",
    MetodeEfisiensi.RASIO: "rasio capaian terhadap serapan",
    MetodeEfisiensi.SISA: "sisa anggaran yang tidak terserap (poin)",
    MetodeEfisiensi.PMK: "PMK (persen)",
}
_POLA_EFISIENSI = (
    "Capaian {c} diraih dengan serapan {dasar} sebesar {s}. Menurut metode {m}, nilai efisiensinya {e}.",
    "Serapan {dasar} adalah {s}, sedangkan capaian indikator ini {c}. Dengan metode {m} diperoleh nilai efisiensi {e}.",
)
_DI_TUJUAN = "Anggaran ditautkan pada sasaran, sehingga efisiensi indikator tujuan tidak dihitung tersendiri."


# 5. causes


def sebab_dan_solusi(ktx: Konteks, indikator: Indikator, urutan: int) -> list[Simpul]:
    per_faktor = {
        f: [
            a.uraian
            for a in ktx.kinerja.daftar_analisis_per_indikator.get((indikator.kode, ktx.tahun, f), ())
            if a.uraian.strip()
        ]
        for f in Faktor
    }
    letak = letak_analisis(indikator, "sebab")
    sifat = SifatRuas.BEBAS if any(per_faktor.values()) else SifatRuas.WAJIB
    nama, judul_ruas = nama_ruas(indikator, "sebab"), "Penyebab dan solusi"
    sendiri = tulisan(ktx, nama, letak=letak, judul=judul_ruas, sifat=sifat, subjek=(indikator.kode,))
    if not any(per_faktor.values()):
        return sendiri or [
            kurang(
                "Analisis penyebab untuk indikator ini belum diisi (lembar analisis tahun {tahun}: keberhasilan, "
                "hambatan, dan solusi).",
                tahun=ktx.tahun,
            )
        ]
    hasil: list[Simpul] = [*sendiri]
    for faktor, judul in _FAKTOR:
        if per_faktor[faktor]:
            hasil += [Paragraf((Teks(judul, tebal=True),)), *blok_analisis(per_faktor[faktor])]
    return [*hasil, *_belum_lengkap(ktx, indikator, per_faktor)]


def _belum_lengkap(ktx: Konteks, indikator: Indikator, per_faktor: dict[Faktor, list[str]]) -> list[Simpul]:
    """Which of the three is missing where it is needed: obstacles below target, solutions to any obstacle."""
    if per_faktor[Faktor.HAMBATAN] and not per_faktor[Faktor.SOLUSI]:
        return [kurang("Solusi atas hambatan tersebut belum diisi (lembar analisis, faktor solusi).")]
    if ktx.posisi(indikator) is Posisi.DI_BAWAH and not per_faktor[Faktor.HAMBATAN]:
        return [kurang("Target belum tercapai, tetapi hambatannya belum diisi (lembar analisis, faktor hambatan).")]
    return []


# 6. efficiency


def efisiensi(ktx: Konteks, indikator: Indikator, urutan: int) -> list[Simpul]:
    kode, metode = indikator.kode, ktx.metode.metode_efisiensi
    if metode is None:
        return [kurang("Metode pengukuran efisiensi belum ditetapkan (lembar pengaturan, kunci metode_efisiensi).")]
    nilai, serapan = ktx.angka("efisiensi", kode), ktx.angka("serapan_penunjang", kode)
    if not nilai.hasil.ada and indikator.induk in ktx.renstra.tujuan_per_kode:
        return [catatan("{kalimat}", kalimat=_DI_TUJUAN)]
    if not nilai.hasil.ada:
        return [ktx.tiada(nilai.hasil, "Efisiensi belum dapat dihitung.")]
    dasar = (
        "anggaran yang mendukungnya" if ktx.anggaran.daftar_penunjang_per_indikator.get(kode) else "anggaran sasarannya"
    )
    capaian = ktx.angka("capaian", kode)
    if capaian.hasil.ada and serapan.hasil.ada:
        utama = kal(
            _POLA_EFISIENSI[urutan % 2],
            c=capaian,
            s=serapan,
            dasar=dasar,
            m=NAMA_METODE[metode],
            e=nilai,
        )
    else:
        utama = kal("Nilai efisiensi menurut metode {m} adalah {e}.", m=NAMA_METODE[metode], e=nilai)
    ne = ktx.angka("nilai_efisiensi", kode)
    tambahan = kal("Nilai efisiensi pada skala 0 sampai 100 adalah {ne}.", ne=ne) if ne.hasil.ada else ()
    kalimat = par(utama, tambahan, kal("{k}", k=kalimat_efisien(ktx, kode)))
    return kalimat_indikator(ktx, indikator, "efisiensi", [kalimat])


def kalimat_efisien(ktx: Konteks, kode: str) -> str:
    """The judgement in words; an unmet target is never called efficient, whatever money was left."""
    simpulan = ktx.hitung("simpulan_efisiensi", kode)
    if simpulan.kata is None:
        return alasan(simpulan) if not simpulan.ada else ""
    indikator = ktx.renstra.indikator_per_kode.get(kode)
    if indikator is not None and ktx.posisi(indikator) is Posisi.DI_BAWAH:
        return "Karena target belum tercapai, sisa anggaran tidak dapat disebut sebagai efisiensi."
    if simpulan.kata == "efisien":
        return "Penggunaan anggarannya dinilai efisien."
    return "Penggunaan anggarannya belum dapat dinilai efisien."


# 7. supporting programmes


def dukungan_program(ktx: Konteks, indikator: Indikator, urutan: int) -> list[Simpul]:
    penunjang = ktx.anggaran.daftar_penunjang_per_indikator.get(indikator.kode, ())
    if penunjang:
        return _dari_penunjang(ktx, indikator, penunjang)
    tertaut = ktx.anggaran_sasaran(indikator.induk)
    if indikator.induk in ktx.renstra.tujuan_per_kode:
        kalimat = par("Tujuan ini dicapai melalui program dan kegiatan yang mendukung sasaran-sasarannya.")
        return kalimat_indikator(ktx, indikator, "program", [kalimat])
    if not tertaut:
        return [
            kurang(
                "Program dan kegiatan yang mendukung indikator ini belum ditautkan (lembar penunjang, kolom mendukung; "
                "atau lembar anggaran, kolom sasaran)."
            )
        ]
    kunci = f"tabel-dukungan-{slug(indikator.induk)}"
    lain = ktx.anggaran.daftar_penunjang_per_indikator
    pertama = next((i for i in ktx.indikator_sasaran(indikator.induk) if not lain.get(i.kode)), indikator)
    if pertama.kode != indikator.kode:
        kalimat = par(
            kal(
                "Indikator ini didukung program dan kegiatan yang sama dengan indikator {nama}, sebagaimana {t}.",
                nama=kutip(ktx.nama_indikator(pertama)),
                t=Rujuk(kunci),
            )
        )
        return kalimat_indikator(ktx, indikator, "program", [kalimat])
    nomor = next((n for n, s in enumerate(ktx.sasaran, 1) if s.kode == indikator.induk), 0)
    judul = f"Program dan Kegiatan Pendukung Sasaran {nomor}"
    pembuka = par(kal("Sasaran yang diukur indikator ini didukung {n}.", n=hitung_tingkat(tertaut)))
    kalimat_pembuka = kalimat_indikator(ktx, indikator, "program", [pembuka])
    return [*kalimat_pembuka, tabel_dukungan(ktx, kunci, judul, tertaut)]


def tabel_dukungan(ktx: Konteks, kunci: str, judul: str, tertaut: Sequence[Anggaran]) -> Tabel:
    """Linked rows under their program, with pagu, realisasi and serapan, each step of the tree one indent further."""
    kolom = (
        ("Program / Kegiatan", 46, KIRI),
        ("Pagu (Rp)", 20, KANAN),
        ("Realisasi (Rp)", 20, KANAN),
        ("Serapan (%)", 14, KANAN),
    )
    isi: list[Baris] = []
    for induk in dict.fromkeys(kode_puncak(ktx, a) for a in tertaut):
        anggota = [a for a in tertaut if kode_puncak(ktx, a) == induk]
        if induk not in [a.kode for a in anggota]:
            isi.append(baris(sel(nama_anggaran(ktx, induk), kolom=4, tebal=True)))
        ada = {induk, *(a.kode for a in anggota)}
        for a in anggota:
            puncak = a.kode == induk and len(anggota) > 1
            inden = sum(kode in ada for kode in kode_di_atas(ktx, a))
            isi.append(baris(sel(_nama_di_bawah(ktx, a, induk), inden=inden, tebal=puncak), *sel_uang(ktx, a.kode)))
    return tabel(kunci, judul, kolom, isi)


def _nama_di_bawah(ktx: Konteks, anggaran: Anggaran, induk: str) -> str:
    """Under its program a row needs no unit."""
    return nama_anggaran(ktx, induk) if anggaran.kode == induk else nama_rapi(anggaran.uraian, anggaran.kode)


def kode_di_atas(ktx: Konteks, anggaran: Anggaran) -> list[str]:
    """Kode of the rows above, nearest first; a chain that runs in a circle ends where it closes."""
    hasil: list[str] = []
    per_kode, induk = ktx.anggaran.anggaran_per_kode, anggaran.induk
    while induk in per_kode and induk not in (anggaran.kode, *hasil):
        hasil.append(induk)
        induk = per_kode[induk].induk
    return hasil


def kode_puncak(ktx: Konteks, anggaran: Anggaran) -> str:
    return [anggaran.kode, *kode_di_atas(ktx, anggaran)][-1]


def sel_uang(ktx: Konteks, kode: str, triwulan: int | None = None) -> tuple[Angka, ...]:
    """Pagu in force, realisasi and serapan of a row, as three cells."""
    return tuple(ktx.angka(b, kode, triwulan=triwulan, polos=True) for b in ("pagu", "realisasi_anggaran", "serapan"))


def _dari_penunjang(ktx: Konteks, indikator: Indikator, daftar: Sequence[Penunjang]) -> list[Simpul]:
    """The rows that name this indicator; columns that no row fills are left out."""
    anggaran = [
        ktx.anggaran.anggaran_per_kode[p.anggaran] for p in daftar if p.anggaran in ktx.anggaran.anggaran_per_kode
    ]
    n = hitung_tingkat(anggaran) if len(anggaran) == len(daftar) else banyak(len(daftar), "rincian anggaran")
    kalimat = kal("Tercatat {n} yang diarahkan untuk mendukung indikator ini.", n=n)
    tidak = [p for p in daftar if p.keterangan is KeteranganPenunjang.TIDAK_MENUNJANG]
    if tidak:
        pola = "Di antaranya, {n} dinilai tidak menunjang dan perlu ditinjau dalam perencanaan berikutnya."
        kalimat = gabung(kalimat, kal(pola, n=banyak(len(tidak))))
    pembuka = kalimat_indikator(ktx, indikator, "program", [par(kalimat)])
    return [*pembuka, _tabel_penunjang(ktx, indikator, daftar)]


def _tabel_penunjang(ktx: Konteks, indikator: Indikator, daftar: Sequence[Penunjang]) -> Tabel:
    keluaran, capaian = any(p.indikator for p in daftar), any(p.capaian is not None for p in daftar)
    kolom = [("Program / Kegiatan", 30, KIRI)]
    kolom += [("Indikator Keluaran", 22, KIRI)] if keluaran else []
    kolom += [("Capaian (%)", 10, KANAN)] if capaian else []
    kolom += [("Pagu (Rp)", 17, KANAN), ("Realisasi (Rp)", 17, KANAN), ("Serapan (%)", 10, KANAN)]
    kolom += [("Keterangan", 15, TENGAH)]
    isi = []
    for p in daftar:
        nama = nama_anggaran(ktx, p.anggaran) if p.anggaran in ktx.anggaran.anggaran_per_kode else p.anggaran
        tambahan = [_indikator_keluaran(ktx, p)] if keluaran else []
        tambahan += ["–" if p.capaian is None else tulis_angka(p.capaian)] if capaian else []
        keterangan = p.keterangan.value.capitalize() if p.keterangan else "–"
        isi.append(baris(nama, *tambahan, *sel_uang(ktx, p.anggaran), keterangan))
    judul = f"Program dan Kegiatan Pendukung {ktx.nama_indikator(indikator)}"
    return tabel(f"tabel-penunjang-{slug(indikator.kode)}", judul, kolom, isi)


def _indikator_keluaran(ktx: Konteks, penunjang: Penunjang) -> str:
    indikator = ktx.renstra.indikator_per_kode.get(penunjang.indikator)
    return ktx.nama_indikator(indikator) if indikator else penunjang.indikator or "–"
