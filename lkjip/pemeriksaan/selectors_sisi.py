"""Of which row a page of one row is, and what was found a week ago."""

from __future__ import annotations

from datetime import date, timedelta

from anggaran.models import Anggaran
from lkjip.pemeriksaan.models import RekapPemeriksaan
from renstra.models import Indikator, TahunKinerja

SEPEKAN = timedelta(days=7)


def kode_baris(tahun_kinerja: TahunKinerja, halaman: str, pk: int) -> str:
    """The kode of the row that this page is about: one query; '' where the year has none such."""
    if halaman == "baris_anggaran_rencana":
        daftar = Anggaran.objects.filter(tahun_kinerja=tahun_kinerja, pk=pk).values_list("kode", flat=True)
    else:
        daftar = Indikator.objects.filter(renstra=tahun_kinerja.renstra_id, pk=pk).values_list("kode", flat=True)
    return daftar.first() or ""


def load_rekap_lalu(tahun_kinerja: TahunKinerja, hari: date) -> RekapPemeriksaan | None:
    """The latest recap that is at least a week older than `hari`: one query."""
    daftar = RekapPemeriksaan.objects.filter(tahun_kinerja=tahun_kinerja, tanggal__lte=hari - SEPEKAN)
    return daftar.order_by("-tanggal").first()
