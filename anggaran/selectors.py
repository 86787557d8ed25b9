"""Everything read about money."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from django.db.models import F

from anggaran import data
from anggaran.models import Anggaran, Belanja, IndikatorAnggaran, Penunjang, RealisasiAnggaran
from kinerja.data import DataKinerja
from lkjip.dasar.rekaman import kelompokkan, susun_rekaman
from renstra.models import MilikTahun, TahunKinerja

_R = TypeVar("_R")
_KODE = {"kode_induk": "induk", "kode_sasaran": "sasaran", "kode_anggaran": "anggaran", "kode_indikator": "indikator"}


def induk_anggaran_per_indikator(daftar_tahun: Sequence[TahunKinerja]) -> dict[int, str]:
    """Id of an indicator of a budget row → kode of that row; `renstra.selectors.load_renstra` needs it."""
    tautan = IndikatorAnggaran.objects.filter(anggaran__tahun_kinerja__in=daftar_tahun)
    return dict(tautan.values_list("indikator", "anggaran__kode"))


def load_anggaran(
    daftar_tahun: Sequence[TahunKinerja], *, kinerja: Mapping[int, DataKinerja]
) -> dict[int, data.DataAnggaran]:
    """All money of these agency-years, per pk of the year: four queries, however many years."""
    anggaran = _daftar(
        daftar_tahun, Anggaran, data.Anggaran,
        "kode", "tingkat", "uraian", "unit", "pagu_murni", "pagu_perubahan", "penanggung_jawab", "sumber_dana",
        kode_induk=F("induk__kode"), kode_sasaran=F("sasaran__kode"),
    )  # fmt: skip
    realisasi = _daftar(
        daftar_tahun, RealisasiAnggaran, data.RealisasiAnggaran,
        "tahun", "triwulan", "realisasi", "rencana", kode=F("anggaran__kode"),
    )  # fmt: skip
    belanja = _daftar(
        daftar_tahun, Belanja, data.Belanja,
        "kode", "uraian", "tahun", "pagu_murni", "pagu", "realisasi", kode_induk=F("induk__kode"),
    )  # fmt: skip
    penunjang = _daftar(
        daftar_tahun, Penunjang, data.Penunjang, "capaian", "keterangan",
        kode_anggaran=F("anggaran__kode"), kode_indikator=F("indikator__kode"), didukung=F("mendukung__kode"),
    )  # fmt: skip
    return {
        t.pk: data.DataAnggaran(
            kinerja=kinerja[t.pk],
            daftar_anggaran=anggaran.get(t.pk, ()),
            daftar_realisasi_anggaran=realisasi.get(t.pk, ()),
            daftar_belanja=belanja.get(t.pk, ()),
            daftar_penunjang=penunjang.get(t.pk, ()),
        )
        for t in daftar_tahun
    }


def _daftar(
    daftar_tahun: Sequence[TahunKinerja], model: type[MilikTahun], kelas: type[_R], *kolom: str, **acuan: F
) -> dict[int, tuple[_R, ...]]:
    """The years' rows as records; `acuan` are columns of other tables."""
    terurut = model._default_manager.filter(tahun_kinerja__in=daftar_tahun).order_by("urutan", "id")
    baris: Any = terurut.values("tahun_kinerja", *kolom, **acuan)
    nama_lain = {**_KODE, "didukung": "mendukung"}
    per_tahun = kelompokkan(baris, "tahun_kinerja")
    return {pk: susun_rekaman(kelas, isi, nama_lain=nama_lain) for pk, isi in per_tahun.items()}
