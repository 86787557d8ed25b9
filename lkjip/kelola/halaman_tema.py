"""The example on the theme page: a cover and a table, as a report shows them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from lkjip.laporan.data_tema import Tema
from lkjip.laporan.isi import Bab, Baris, Dokumen, GayaBaris, JenisBab, Kolom, Rata, Sampul, Sel, Tabel, Teks

_BARIS = (
    ("Indikator pertama", "90", "90,43", "Sangat Memuaskan", "1"),
    ("Indikator kedua", "75,5", "52", "Kurang", "0"),
)


def contoh_tema(tema: Tema, pemda: str, *, logo: bytes = b"") -> Dokumen:
    """A document of one cover and one table; its figures are made up and belong to nobody."""
    sampul = Sampul(
        "LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP)", "TAHUN 2024", "Nama Perangkat Daerah", pemda,
        logo=logo if tema.logo_sampul else b"",
    )  # fmt: skip
    return Dokumen(
        "Contoh tampilan laporan", pemda, "Contoh", date(2025, 1, 2), sampul,
        (Bab("contoh", "Akuntabilitas Kinerja", (_tabel(),), JenisBab.POLOS),), kertas=tema.kertas, tema=tema,
    )  # fmt: skip


def _tabel() -> Tabel:
    kolom = (Kolom(5), Kolom(2, Rata.KANAN), Kolom(2, Rata.KANAN), Kolom(3, Rata.TENGAH))
    kepala = Baris(tuple(_sel(isi) for isi in ("Indikator", "Target", "Realisasi", "Kategori")))
    isi = tuple(
        Baris((_sel(nama), _sel(target), _sel(nyata), Sel((Teks(kategori),), kategori=Decimal(nilai))))
        for nama, target, nyata, kategori, nilai in _BARIS
    )
    jumlah = Baris((Sel((Teks("Jumlah"),), rentang_kolom=2), _sel("142,43"), _sel("")), GayaBaris.JUMLAH)
    return Tabel(kolom, (*isi, jumlah), (kepala,), "t-contoh", "Contoh Tabel", "angka contoh")


def _sel(isi: str) -> Sel:
    return Sel((Teks(isi),))
