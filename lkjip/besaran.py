"""Every named figure of one agency-year, asked for by name: what a screen, a report, a check and a claim share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from anggaran import besaran as besaran_anggaran
from anggaran import besaran_efisiensi, besaran_kas, besaran_pilihan
from kinerja import besaran_kategori as besaran_kinerja
from kinerja import besaran_target
from kinerja import pilihan as pilihan_kinerja
from lkjip.dasar.hasil import Hasil
from lkjip.dasar.periode import tulis_tanggal
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
    **{nama: partial(_kinerja, fungsi) for nama, fungsi in besaran_target.BESARAN.items()},
    **{nama: partial(_anggaran, fungsi) for nama, fungsi in besaran_efisiensi.BESARAN.items()},
    **{nama: partial(_anggaran, fungsi) for nama, fungsi in besaran_kas.BESARAN.items()},
    **{nama: partial(_anggaran, fungsi) for nama, fungsi in besaran_pilihan.BESARAN.items()},
}


def dasar_hitung(data: DataInstansi, subjek: str, triwulan: int | None) -> tuple[DataInstansi, str, str]:
    """From what a figure of the year's own quarter is computed, the subject's kode there, and the note that says so.

    An approved quarter is computed from the data of that moment, if they knew the subject; all else from today's.
    """
    disetujui = data.disetujui.get(triwulan) if triwulan is not None else None
    if disetujui is None:
        return data, subjek, ""
    dulu, kode = disetujui.data, disetujui.kode_dulu.get(subjek, subjek)
    if subjek in disetujui.kode_lain or not _dikenal(dulu, kode):
        return data, subjek, ""
    if dulu.kinerja.per_tanggal != data.kinerja.per_tanggal:
        dulu = dulu.pada(data.kinerja.per_tanggal)
    return dulu, kode, f"sebagaimana disetujui {tulis_tanggal(disetujui.tanggal)}"


def _dikenal(data: DataInstansi, subjek: str) -> bool:
    return (
        not subjek
        or subjek in data.renstra.indikator_per_kode
        or subjek in data.renstra.sasaran_per_kode
        or subjek in data.anggaran.anggaran_per_kode
    )


def hitung(
    data: DataInstansi,
    besaran: str,
    subjek: str = "",
    *,
    tahun: int | None = None,
    triwulan: int | None = None,
    versi: str | None = None,
) -> Hasil:
    """The figure `besaran` of `subjek`; `tahun` None is the report's year. Raises KeyError for an unknown name.

    Of an approved quarter it is the accepted figure. One that is asked by a document (`versi`) is that document's.
    """
    tahun = data.tahun if tahun is None else tahun
    if tahun != data.tahun or versi is not None:
        return BESARAN[besaran](data, subjek, tahun, triwulan, versi)
    sumber, kode, keterangan = dasar_hitung(data, subjek, triwulan)
    hasil = BESARAN[besaran](sumber, kode, tahun, triwulan, None)
    return hasil.dengan(cara=f"{hasil.cara}; {keterangan}") if keterangan and hasil.ada else hasil


@dataclass(frozen=True)
class SelisihDisetujui:
    """A figure of an approved quarter that today's plan would make another one."""

    besaran: str
    subjek: str  # kode of today; of then where the indicator is no longer in the plan
    disetujui: Hasil
    kini: Hasil


def selisih_disetujui(data: DataInstansi, triwulan: int) -> tuple[SelisihDisetujui, ...]:
    """Capaian and kategori of all indicators of an approved quarter that follow from today's plan differently."""
    disetujui = data.disetujui.get(triwulan)
    if disetujui is None:
        return ()
    kode_kini = {dulu: kini for kini, dulu in disetujui.kode_dulu.items()}
    hari_ini = replace(data, disetujui={})
    hasil = []
    for indikator in disetujui.data.renstra.daftar_indikator:
        kode = kode_kini.get(indikator.kode, indikator.kode)
        for besaran in ("capaian", "kategori_capaian"):
            diterima = hitung(data, besaran, kode, triwulan=triwulan)
            kini = hitung(hari_ini, besaran, kode, triwulan=triwulan)
            if (diterima.nilai, diterima.keadaan) != (kini.nilai, kini.keadaan):
                hasil.append(SelisihDisetujui(besaran, kode, diterima, kini))
    return tuple(hasil)
