"""One agency-year as a whole, out of the database."""

from __future__ import annotations

from anggaran.selectors import induk_anggaran_per_indikator, load_anggaran
from kinerja.selectors import load_kinerja
from lkjip.data import BukuKerja, DataInstansi
from lkjip.laporan.selectors import load_laporan
from lkjip.pemeriksaan.selectors import load_klaim
from renstra.models import TahunKinerja
from renstra.selectors import ambil_tahun_kinerja, load_renstra


def load_data(tahun_kinerja: TahunKinerja) -> DataInstansi:
    """Plan, measurement and money, in 21 queries whatever the size.

    `tahun_kinerja` should come with its instansi and renstra (`renstra.selectors.ambil_tahun_kinerja`), else two more.
    """
    induk = induk_anggaran_per_indikator(tahun_kinerja)
    renstra = load_renstra(tahun_kinerja, induk_anggaran=induk)
    kinerja = load_kinerja(tahun_kinerja, renstra=renstra)
    return DataInstansi(load_anggaran(tahun_kinerja, kinerja=kinerja))


def load_buku(tahun_kinerja: TahunKinerja) -> BukuKerja:
    """Everything that the workbook of this agency-year carries, in 25 queries."""
    return BukuKerja(load_data(tahun_kinerja), load_laporan(tahun_kinerja), load_klaim(tahun_kinerja))


def load_buku_menurut_kode(kode: str, tahun: int) -> BukuKerja | None:
    tahun_kinerja = ambil_tahun_kinerja(kode, tahun)
    return None if tahun_kinerja is None else load_buku(tahun_kinerja)
