"""Everything read about money."""

from __future__ import annotations

from django.db.models import F

from anggaran import data
from anggaran.models import Anggaran, Belanja, IndikatorAnggaran, Penunjang, RealisasiAnggaran
from kinerja.data import DataKinerja
from lkjip.dasar.rekaman import susun_rekaman
from renstra.models import TahunKinerja

_URUT = ("urutan", "id")


def induk_anggaran_per_indikator(tahun_kinerja: TahunKinerja) -> dict[int, str]:
    """Id of an indicator of a budget row → kode of that row; `renstra.selectors.load_renstra` needs it."""
    tautan = IndikatorAnggaran.objects.filter(anggaran__tahun_kinerja=tahun_kinerja)
    return dict(tautan.values_list("indikator", "anggaran__kode"))


def load_anggaran(tahun_kinerja: TahunKinerja, *, kinerja: DataKinerja) -> data.DataAnggaran:
    """All money of this agency-year: four queries."""
    return data.DataAnggaran(
        kinerja=kinerja,
        daftar_anggaran=_daftar_anggaran(tahun_kinerja),
        daftar_realisasi_anggaran=susun_rekaman(
            data.RealisasiAnggaran,
            RealisasiAnggaran.objects.filter(tahun_kinerja=tahun_kinerja)
            .order_by(*_URUT)
            .values("tahun", "triwulan", "realisasi", "rencana", kode=F("anggaran__kode")),
        ),
        daftar_belanja=_daftar_belanja(tahun_kinerja),
        daftar_penunjang=_daftar_penunjang(tahun_kinerja),
    )


def _daftar_anggaran(tahun_kinerja: TahunKinerja) -> tuple[data.Anggaran, ...]:
    baris = (
        Anggaran.objects.filter(tahun_kinerja=tahun_kinerja)
        .order_by(*_URUT)
        .values(
            "kode", "tingkat", "uraian", "unit", "pagu_murni", "pagu_perubahan", "penanggung_jawab", "sumber_dana",
            kode_induk=F("induk__kode"), kode_sasaran=F("sasaran__kode"),
        )
    )  # fmt: skip
    return susun_rekaman(data.Anggaran, baris, nama_lain={"kode_induk": "induk", "kode_sasaran": "sasaran"})


def _daftar_belanja(tahun_kinerja: TahunKinerja) -> tuple[data.Belanja, ...]:
    baris = (
        Belanja.objects.filter(tahun_kinerja=tahun_kinerja)
        .order_by(*_URUT)
        .values("kode", "uraian", "tahun", "pagu_murni", "pagu", "realisasi", kode_induk=F("induk__kode"))
    )
    return susun_rekaman(data.Belanja, baris, nama_lain={"kode_induk": "induk"})


def _daftar_penunjang(tahun_kinerja: TahunKinerja) -> tuple[data.Penunjang, ...]:
    baris = (
        Penunjang.objects.filter(tahun_kinerja=tahun_kinerja)
        .order_by(*_URUT)
        .values(
            "capaian", "keterangan",
            kode_anggaran=F("anggaran__kode"), kode_indikator=F("indikator__kode"), didukung=F("mendukung__kode"),
        )
    )  # fmt: skip
    nama_lain = {"kode_anggaran": "anggaran", "kode_indikator": "indikator", "didukung": "mendukung"}
    return susun_rekaman(data.Penunjang, baris, nama_lain=nama_lain)
