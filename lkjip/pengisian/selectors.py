"""Everything read for the pages of a quarter, in a constant number of queries."""

from __future__ import annotations

from collections.abc import Mapping

from kinerja.selectors_pengisian import hari_ini, load_pengisian
from lkjip.akun.models import Pengguna
from lkjip.data import BukuKerja
from lkjip.laporan.compose.konteks import Konteks
from lkjip.pengisian.ruang import Ruang, RuangTahun
from lkjip.selectors import load_data
from renstra.akses import ambil_hak
from renstra.models import Indikator, TahunKinerja
from renstra.selectors import indikator_per_kode
from renstra.selectors_unit import load_unit


def load_ruang_tahun(pengguna: Pengguna, tahun_kinerja: TahunKinerja) -> RuangTahun:
    """All quarters of the year for this user: 7 queries, and 22 more once its data are asked for."""
    hari = hari_ini()
    return RuangTahun(
        tahun_kinerja=tahun_kinerja,
        muat=lambda: Konteks(BukuKerja(load_data(tahun_kinerja)).pada(hari)),
        hak=ambil_hak(pengguna, tahun_kinerja.instansi),
        daftar_pengisian=load_pengisian([tahun_kinerja])[tahun_kinerja.pk],
        peta_unit=load_unit(tahun_kinerja.instansi),
        hari=hari,
    )


def load_ruang(pengguna: Pengguna, tahun_kinerja: TahunKinerja, triwulan: int) -> Ruang:
    """One quarter for this user: as many queries as the whole year."""
    return Ruang(**vars(load_ruang_tahun(pengguna, tahun_kinerja)), triwulan=triwulan)


def pk_indikator_per_kode(tahun_kinerja: TahunKinerja) -> Mapping[str, int]:
    """Pages name an indicator by its pk: a kode may hold any character."""
    return {kode: indikator.pk for kode, indikator in indikator_per_kode(tahun_kinerja).items()}


def ambil_indikator(tahun_kinerja: TahunKinerja, pk: int) -> Indikator | None:
    """One indicator, if it belongs to this year."""
    return next((i for i in indikator_per_kode(tahun_kinerja).values() if i.pk == pk), None)
