"""Every named figure of one agency-year, asked for by name: what a screen, a report, a check and a claim share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from anggaran import besaran as besaran_anggaran
from anggaran import besaran_efisiensi
from kinerja import besaran_kategori as besaran_kinerja
from kinerja import pilihan as pilihan_kinerja
from lkjip.dasar.hasil import Hasil
from lkjip.data import DataInstansi
from renstra import besaran as besaran_renstra

Besaran = Callable[[DataInstansi, str, int, int | None, str | None], Hasil]


def _renstra(
    fungsi: besaran_renstra.Besaran, data: DataInstansi, subjek: str, tahun: int, tw: int | None, versi: str | None
) -> Hasil:
    return fungsi(data.renstra, subjek, tahun, tw, versi)


def _kinerja(
    fungsi: pilihan_kinerja.Besaran, data: DataInstansi, subjek: str, tahun: int, tw: int | None, versi: str | None
) -> Hasil:
    return fungsi(data.kinerja, subjek, tahun, tw, versi)


def _anggaran(
    fungsi: besaran_anggaran.Besaran, data: DataInstansi, subjek: str, tahun: int, tw: int | None, versi: str | None
) -> Hasil:
    return fungsi(data.anggaran, subjek, tahun, tw, versi)


BESARAN: Mapping[str, Besaran] = {
    **{nama: partial(_renstra, fungsi) for nama, fungsi in besaran_renstra.BESARAN.items()},
    **{nama: partial(_kinerja, fungsi) for nama, fungsi in besaran_kinerja.BESARAN.items()},
    **{nama: partial(_anggaran, fungsi) for nama, fungsi in besaran_efisiensi.BESARAN.items()},
}


def hitung(
    data: DataInstansi,
    besaran: str,
    subjek: str = "",
    *,
    tahun: int | None = None,
    triwulan: int | None = None,
    versi: str | None = None,
) -> Hasil:
    """The figure `besaran` of `subjek`; `tahun` None is the report's year. Raises KeyError for an unknown name."""
    return BESARAN[besaran](data, subjek, data.tahun if tahun is None else tahun, triwulan, versi)
