"""Which sheets of the workbook are changed row by row in the browser, where they are stored, how a column is typed."""

from __future__ import annotations

from collections.abc import Mapping

from anggaran.services_lembar import TEMPAT as TEMPAT_ANGGARAN
from kinerja.services_lembar import TEMPAT as TEMPAT_KINERJA
from lkjip.buku_kerja.jenis import JENIS_BULAT, JenisKolom, Kolom, Lembar
from lkjip.buku_kerja.skema import LEMBAR_PER_NAMA
from lkjip.dasar.isian import JenisIsian
from lkjip.halaman.kisi import KolomKisi
from lkjip.kolom import label_pilihan
from lkjip.laporan.services_lembar import TEMPAT as TEMPAT_LAPORAN
from lkjip.pemeriksaan.services_lembar import TEMPAT as TEMPAT_KLAIM
from renstra.selectors_lembar import TempatLembar

TEMPAT: Mapping[str, TempatLembar] = {**TEMPAT_KINERJA, **TEMPAT_ANGGARAN, **TEMPAT_LAPORAN, **TEMPAT_KLAIM}
# In the order of the page; a row of a quarter is no matter of these.
DAFTAR_NAMA = (
    *("komponen", "realisasi_tahunan", "pembanding", "belanja", "penunjang", "skala", "sakip", "lke", "rekomendasi"),
    *("analisis", "narasi", "klaim"),
)
JUDUL: Mapping[str, str] = {
    "komponen": "Komponen indikator",
    "realisasi_tahunan": "Realisasi tahun lain",
    "pembanding": "Pembanding",
    "belanja": "Jenis belanja",
    "penunjang": "Program penunjang",
    "skala": "Skala kategori",
    "sakip": "Nilai SAKIP per komponen",
    "lke": "Lembar Kerja Evaluasi",
    "rekomendasi": "Rekomendasi SAKIP",
    "analisis": "Analisis tahunan",
    "narasi": "Naskah laporan",
    "klaim": "Klaim laporan terbit",
}
_PARAGRAF = frozenset({"uraian", "isi", "rekomendasi", "tindak_lanjut", "catatan"})
_JENIS = {
    JenisKolom.UANG: JenisIsian.UANG,
    JenisKolom.TANGGAL: JenisIsian.TANGGAL,
    JenisKolom.YA_TIDAK: JenisIsian.LOGIKA,
    JenisKolom.PILIHAN: JenisIsian.PILIHAN,
    **dict.fromkeys(JENIS_BULAT, JenisIsian.BULAT),
    **dict.fromkeys((JenisKolom.ANGKA, JenisKolom.PERSEN, JenisKolom.PANGSA), JenisIsian.ANGKA),
}


def skema_lembar(nama: str) -> Lembar:
    """The columns of a sheet of `DAFTAR_NAMA`."""
    return LEMBAR_PER_NAMA[nama]


def judul_kolom(kolom: Kolom) -> str:
    """`batas_bawah` → `Batas bawah`; the workbook's own word, so that both are recognised in each other."""
    return label_pilihan(kolom.nama)


def jenis_isian(kolom: Kolom) -> JenisIsian:
    """How the column is typed into a field."""
    if kolom.jenis in _JENIS:
        return _JENIS[kolom.jenis]
    return JenisIsian.PARAGRAF if kolom.nama in _PARAGRAF else JenisIsian.TEKS


def pilihan_kolom(kolom: Kolom) -> tuple[tuple[str, str], ...]:
    """Value and how it is called, of a column with a fixed choice."""
    return tuple((nilai, label_pilihan(nilai)) for nilai in kolom.pilihan)


def kolom_kisi(lembar: Lembar) -> tuple[KolomKisi, ...]:
    """The columns of the grid; one that names other rows suggests their kode."""
    return tuple(
        KolomKisi(
            nama=k.nama,
            judul=judul_kolom(k),
            jenis=jenis_isian(k),
            pilihan=pilihan_kolom(k),
            kosong="" if k.wajib else "–",
            usulan=f"usulan-{k.nama}" if k.rujuk else "",
        )
        for k in lembar.kolom
    )
