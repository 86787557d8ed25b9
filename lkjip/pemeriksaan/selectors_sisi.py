"""Of which row a page of one row is."""

from __future__ import annotations

from anggaran.models import Anggaran, IndikatorAnggaran
from renstra.models import Indikator, TahunKinerja


def kode_baris(tahun_kinerja: TahunKinerja, halaman: str, pk: int) -> str:
    """The kode of the row that this page is about: one query; '' where the year has none such."""
    if halaman == "baris_anggaran_rencana":
        baris = Anggaran.objects.filter(tahun_kinerja=tahun_kinerja, pk=pk).values_list("kode", flat=True).first()
    else:
        baris = Indikator.objects.filter(renstra=tahun_kinerja.renstra_id, pk=pk).values_list("kode", flat=True).first()
    return baris or ""


def pk_indikator(tahun_kinerja: TahunKinerja) -> dict[str, int]:
    """pk per kode of every indicator of the plan: one query."""
    return dict(Indikator.objects.filter(renstra=tahun_kinerja.renstra_id).values_list("kode", "pk"))


def pk_baris_anggaran(tahun_kinerja: TahunKinerja) -> dict[str, int]:
    """pk of the row of the budget that each of its indicators belongs to, by kode: one query."""
    milik = IndikatorAnggaran.objects.filter(indikator__tahun_kinerja=tahun_kinerja)
    return dict(milik.values_list("indikator__kode", "anggaran_id"))
