"""Bab III A, indicators of program, kegiatan and subkegiatan: their results and the causes recorded."""

from __future__ import annotations

from kinerja.data import Analisis, Faktor
from lkjip.laporan.compose.bagan import nama_anggaran
from lkjip.laporan.compose.kalimat import banyak, gabung, kal, kutip, par
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.narasi import bertitik, otomatis, teks_kaya, tulisan
from lkjip.laporan.compose.ruas import AKHIRAN_KALIMAT
from lkjip.laporan.compose.sel import KANAN, KIRI, TENGAH, baris, sel, tabel
from lkjip.laporan.isi import Baris, Daftar, Paragraf, Rujuk, Sebaris, Simpul, Tabel, Teks
from renstra.data import Indikator

NAMA_FAKTOR = (
    (Faktor.KEBERHASILAN, "Faktor Pendukung"),
    (Faktor.HAMBATAN, "Hambatan"),
    (Faktor.SOLUSI, "Tindak Lanjut"),
)


def daftar_indikator_program(ktx: Konteks) -> list[Indikator]:
    return [i for i in ktx.renstra.daftar_indikator if i.induk in ktx.anggaran.anggaran_per_kode]


def indikator_program(ktx: Konteks) -> list[Simpul]:
    """Empty where no budget row has an indicator of its own."""
    daftar = daftar_indikator_program(ktx)
    if not daftar:
        return []
    kalimat = kal(
        "Pelaksanaan program sampai subkegiatan diukur dengan {n} tersendiri yang hasilnya dimuat pada {t}. Indikator "
        "ini tidak ikut dalam rata-rata capaian sasaran.",
        n=banyak(len(daftar), "indikator"),
        t=Rujuk("tabel-indikator-program"),
    )
    letak, judul_ruas = "bab3-program", "Uraian indikator program dan kegiatan"
    hasil = otomatis(ktx, f"bab3.program{AKHIRAN_KALIMAT}", [par(kalimat)], letak=letak)
    hasil += [*tulisan(ktx, "bab3.program", letak=letak, judul=judul_ruas), _tabel(ktx)]
    for faktor, judul in NAMA_FAKTOR:
        butir = butir_faktor(ktx, daftar, faktor)
        if butir:
            hasil += [Paragraf((Teks(f"{judul}:", tebal=True),)), Daftar(tuple(butir))]
    return hasil


def daftar_analisis(ktx: Konteks, kode: str, faktor: Faktor) -> tuple[Analisis, ...]:
    """What was recorded for the indicator: the quarter's own, where the report is of a quarter that has any.

    The year's items are written when it is over, so no report of an earlier quarter shows them.
    """
    pilihan, asal = ktx.laporan.pilihan, ktx.buku.laporan.identitas
    sendiri = tuple(a for a in pilihan.daftar_analisis if a.indikator == kode)
    if sendiri or pilihan.triwulan not in (None, asal.triwulan or 4):
        return tuple(a for a in sendiri if a.faktor is faktor)
    return ktx.kinerja.daftar_analisis_per_indikator.get((kode, ktx.tahun, faktor), ())


def butir_faktor(
    ktx: Konteks, daftar: list[Indikator], faktor: Faktor, tertulis: str = ""
) -> list[tuple[Sebaris, ...]]:
    """What was recorded for these indicators, each with its name; what `tertulis` says already is left out."""
    return [
        gabung(kal("{nama}:", nama=kutip(ktx.nama_indikator(i))), teks_kaya(bertitik(a.uraian.strip())))
        for i in daftar
        for a in daftar_analisis(ktx, i.kode, faktor)
        if a.uraian.strip() and (not tertulis or a.uraian.strip() not in tertulis)
    ]


def _tabel(ktx: Konteks) -> Tabel:
    kolom = (
        ("Program / Kegiatan / Subkegiatan", 28, KIRI),
        ("Indikator", 30, KIRI),
        ("Satuan", 10, TENGAH),
        ("Target", 11, KANAN),
        ("Realisasi", 11, KANAN),
        ("Capaian (%)", 10, KANAN),
    )
    isi: list[Baris] = []
    for a in ktx.anggaran.daftar_anggaran:
        daftar = ktx.renstra.daftar_indikator_per_induk.get(a.kode, ())
        for urutan, i in enumerate(daftar):
            depan = (sel(nama_anggaran(ktx, a.kode), baris=len(daftar)),) if urutan == 0 else ()
            capaian = ktx.angka("capaian", i.kode, polos=True)
            nilai = (ktx.target(i.kode), ktx.realisasi(i.kode), capaian)
            isi.append(baris(*depan, ktx.nama_indikator(i), i.satuan, *nilai))
    judul = f"Capaian Indikator Program, Kegiatan, dan Subkegiatan Tahun {ktx.tahun}"
    return tabel("tabel-indikator-program", judul, kolom, isi)
