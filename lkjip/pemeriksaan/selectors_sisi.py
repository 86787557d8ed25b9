"""Of which row a page of one row is."""

from __future__ import annotations

from anggaran.models import Anggaran
from renstra.models import Indikator, TahunKinerja


def kode_baris(tahun_kinerja: TahunKinerja, halaman: str, pk: int) -> str:
    """The kode of the row that this page is about: one query; '' where the year has none such."""
    if halaman == "baris_anggaran_rencana":
        daftar = Anggaran.objects.filter(tahun_kinerja=tahun_kinerja, pk=pk).values_list("kode", flat=True)
    else:
        daftar = Indikator.objects.filter(renstra=tahun_kinerja.renstra_id, pk=pk).values_list("kode", flat=True)
    return daftar.first() or ""
