"""Everything read about money."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from anggaran import data
from anggaran.models import Anggaran, Belanja, IndikatorAnggaran, Penunjang, PorsiAnggaran, RealisasiAnggaran
from kinerja.data import DataKinerja
from lkjip.dasar.rekaman import kelompokkan, susun_rekaman
from lkjip.riwayat.models import ModelTeraudit
from lkjip.riwayat.selectors_baris import Sumber
from renstra.models import TahunKinerja

_R = TypeVar("_R")
_KODE = {"kode_induk": "induk", "kode_sasaran": "sasaran", "kode_anggaran": "anggaran", "kode_indikator": "indikator"}


def induk_anggaran_per_indikator(sumber: Sumber) -> dict[int, str]:
    """Id of an indicator of a budget row → kode of that row; `renstra.selectors.load_renstra` needs it."""
    return {b["indikator"]: b["kode"] for b in sumber.baris(IndikatorAnggaran, "indikator", kode="anggaran__kode")}


def anggaran_per_kode(tahun_kinerja: TahunKinerja) -> dict[str, Anggaran]:
    """The budget rows of the year; one query."""
    return {a.kode: a for a in Anggaran.objects.filter(tahun_kinerja=tahun_kinerja).order_by("urutan", "id")}


def load_anggaran(
    daftar_tahun: Sequence[TahunKinerja], *, sumber: Sumber, kinerja: Mapping[int, DataKinerja]
) -> dict[int, data.DataAnggaran]:
    """All money of these agency-years, per pk of the year: four queries of tables, however many years.

    One more where rows are said to serve indicators: only then a share of their money has a meaning.
    """
    anggaran = _daftar(
        sumber, Anggaran, data.Anggaran,
        "kode", "tingkat", "uraian", "unit", "pagu_murni", "pagu_perubahan", "penanggung_jawab", "sumber_dana",
        kode_induk="induk__kode", kode_sasaran="sasaran__kode",
    )  # fmt: skip
    realisasi = _daftar(
        sumber, RealisasiAnggaran, data.RealisasiAnggaran,
        "tahun", "triwulan", "realisasi", "rencana", kode="anggaran__kode",
    )  # fmt: skip
    belanja = _daftar(
        sumber, Belanja, data.Belanja,
        "kode", "uraian", "tahun", "pagu_murni", "pagu", "realisasi", kode_induk="induk__kode",
    )  # fmt: skip
    penunjang = _daftar(
        sumber, Penunjang, data.Penunjang, "capaian", "keterangan",
        kode_anggaran="anggaran__kode", kode_indikator="indikator__kode", didukung="mendukung__kode",
    )  # fmt: skip
    porsi = _load_porsi(sumber) if penunjang else {}
    return {
        t.pk: data.DataAnggaran(
            kinerja=kinerja[t.pk],
            daftar_anggaran=anggaran.get(t.pk, ()),
            daftar_realisasi_anggaran=realisasi.get(t.pk, ()),
            daftar_belanja=belanja.get(t.pk, ()),
            daftar_penunjang=penunjang.get(t.pk, ()),
            daftar_porsi=porsi.get(t.pk, ()),
        )
        for t in daftar_tahun
    }


def _load_porsi(sumber: Sumber) -> dict[int, tuple[data.PorsiAnggaran, ...]]:
    acuan = {"kode_anggaran": "anggaran__kode", "kode_indikator": "indikator__kode"}
    return _daftar(sumber, PorsiAnggaran, data.PorsiAnggaran, "porsi", **acuan)


def _daftar(
    sumber: Sumber, model: type[ModelTeraudit], kelas: type[_R], *kolom: str, **acuan: str
) -> dict[int, tuple[_R, ...]]:
    """The years' rows as records; `acuan` are columns of other tables."""
    per_tahun = kelompokkan(sumber.baris(model, *kolom, **acuan), "milik_tahun")
    nama_lain = {**_KODE, "didukung": "mendukung"}
    return {pk: susun_rekaman(kelas, isi, nama_lain=nama_lain) for pk, isi in per_tahun.items()}
