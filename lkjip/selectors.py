"""One agency-year as a whole, out of the database."""

from __future__ import annotations

from collections.abc import Sequence

from anggaran.selectors import induk_anggaran_per_indikator, load_anggaran
from kinerja.selectors import load_kinerja
from lkjip.data import BukuKerja, DataInstansi
from lkjip.laporan.selectors import load_laporan
from lkjip.pemeriksaan.selectors import load_klaim
from renstra.models import TahunKinerja
from renstra.selectors import load_renstra


def load_data(tahun_kinerja: TahunKinerja) -> DataInstansi:
    """Plan, measurement and money of one agency-year."""
    return load_banyak_data([tahun_kinerja])[tahun_kinerja.pk]


def load_banyak_data(daftar_tahun: Sequence[TahunKinerja]) -> dict[int, DataInstansi]:
    """Plan, measurement and money per pk of the agency-year, in 21 queries whatever the size and the number of years.

    The years should come with their instansi and renstra (`renstra.selectors.ambil_tahun_kinerja`), else two more each.
    """
    induk = induk_anggaran_per_indikator(daftar_tahun)
    renstra = load_renstra(daftar_tahun, induk_anggaran=induk)
    kinerja = load_kinerja(daftar_tahun, renstra=renstra)
    return {pk: DataInstansi(isi) for pk, isi in load_anggaran(daftar_tahun, kinerja=kinerja).items()}


def load_buku(tahun_kinerja: TahunKinerja) -> BukuKerja:
    """Everything that the workbook of this agency-year carries, in 25 queries."""
    return BukuKerja(load_data(tahun_kinerja), load_laporan(tahun_kinerja), load_klaim(tahun_kinerja))
