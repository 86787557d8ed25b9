"""Everything read about the sheets of a Perjanjian Kinerja, and what the IKU form adds to the indicators."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from renstra.data import Versi
from renstra.models import Instansi, LembarPerjanjian, Pejabat, RincianIndikator, TahunKinerja, UnitKerja
from renstra.selectors_pejabat import daftar_kepala_daerah, daftar_pejabat_kepala


def daftar_lembar(tahun_kinerja: TahunKinerja) -> QuerySet[LembarPerjanjian]:
    """The sheets of the year with their parties; one query."""
    return LembarPerjanjian.objects.filter(tahun_kinerja=tahun_kinerja).select_related("pihak_pertama", "pihak_kedua")


def ambil_lembar(tahun_kinerja: TahunKinerja, versi: Versi, unit: int | None) -> LembarPerjanjian | None:
    """The sheet of the unit (its pk), or of the head; None where nothing is said about it yet."""
    return daftar_lembar(tahun_kinerja).filter(versi=versi, unit=unit).first()


def calon_pertama(instansi: Instansi, unit: UnitKerja | None) -> QuerySet[Pejabat]:
    """Who may sign as pihak pertama: the heads of the agency, or of the unit, the latest first."""
    if unit is None:
        return daftar_pejabat_kepala(instansi)
    return Pejabat.objects.filter(unit=unit).order_by("-mulai", "-pk")


def calon_kedua(instansi: Instansi, unit: UnitKerja | None) -> QuerySet[Pejabat]:
    """Who may sign as pihak kedua: the heads of the region, or (over a unit) of the agency."""
    if unit is not None:
        return daftar_pejabat_kepala(instansi)
    return daftar_kepala_daerah(instansi.pemda) if instansi.pemda is not None else Pejabat.objects.none()


def rincian_per_kode(tahun_kinerja: TahunKinerja) -> dict[str, RincianIndikator]:
    """The IKU form's part of each indicator of the year; one query."""
    milik = Q(indikator__renstra=tahun_kinerja.renstra_id) | Q(indikator__tahun_kinerja=tahun_kinerja)
    daftar = RincianIndikator.objects.filter(milik).select_related("indikator")
    return {r.indikator.kode: r for r in daftar}
