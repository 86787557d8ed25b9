"""Versions of the budget document and what each row had in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from anggaran.models import PaguRevisi, RevisiAnggaran
from renstra.models import TahunKinerja


@dataclass(frozen=True)
class VersiTersimpan:
    """`pagu`: per kode of the row; None for the version in force, whose pagu stand in the rows themselves."""

    revisi: RevisiAnggaran
    pagu: Mapping[str, Decimal | None] | None


def daftar_versi(tahun_kinerja: TahunKinerja) -> list[VersiTersimpan]:
    """All versions in their order, the one in force last; two queries."""
    daftar = list(RevisiAnggaran.objects.filter(tahun_kinerja=tahun_kinerja).order_by("urutan", "pk"))
    pagu: dict[int, dict[str, Decimal | None]] = {r.pk: {} for r in daftar}
    arsip = PaguRevisi.objects.filter(revisi__tahun_kinerja=tahun_kinerja)
    for revisi, kode, nilai in arsip.values_list("revisi", "anggaran__kode", "pagu"):
        pagu[revisi][kode] = nilai
    return [VersiTersimpan(r, None if r is daftar[-1] else pagu[r.pk]) for r in daftar]


def ambil_revisi(tahun_kinerja: TahunKinerja, pk: int) -> RevisiAnggaran | None:
    """One version of the DPA, if it belongs to the year."""
    return RevisiAnggaran.objects.filter(tahun_kinerja=tahun_kinerja, pk=pk).first()
