"""Everything read about officials: their terms, and who signs on a day (`renstra/data_pejabat.py` decides)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from renstra.data import StatusPejabat
from renstra.data_pejabat import MasaJabatan, pejabat_pada
from renstra.models import Instansi, Pejabat, Pemda, UnitKerja


def pejabat_kepala(instansi: Instansi, pada: date) -> MasaJabatan | None:
    """Who signs as head of the agency on the day; None where no term is recorded for it. One query."""
    return pejabat_pada(masa_jabatan(daftar_pejabat_kepala(instansi)), pada)


def pejabat_unit(unit: UnitKerja, pada: date) -> MasaJabatan | None:
    """Who signs as head of the unit on the day; one query."""
    return pejabat_pada(masa_jabatan(Pejabat.objects.filter(unit=unit)), pada)


def pejabat_per_unit(instansi: Instansi, pada: date) -> dict[int, MasaJabatan]:
    """Who signs as head of each unit on the day, per pk of the unit that has somebody; one query."""
    per_unit: dict[int, list[Pejabat]] = {}
    for baris in Pejabat.objects.filter(unit__instansi=instansi):
        per_unit.setdefault(baris.unit_id or 0, []).append(baris)
    semua = {pk: pejabat_pada(masa_jabatan(daftar), pada) for pk, daftar in per_unit.items()}
    return {pk: masa for pk, masa in semua.items() if masa is not None}


def kepala_daerah(pemda: Pemda, pada: date) -> MasaJabatan | None:
    """Who signs as head of the region on the day; one query."""
    return pejabat_pada(masa_jabatan(daftar_kepala_daerah(pemda)), pada)


def daftar_pejabat_kepala(instansi: Instansi) -> QuerySet[Pejabat]:
    """The terms of the heads of the agency, the latest first."""
    return Pejabat.objects.filter(instansi=instansi, unit__isnull=True).order_by("-mulai", "-pk")


def daftar_kepala_daerah(pemda: Pemda) -> QuerySet[Pejabat]:
    """The terms of the heads of the region, the latest first."""
    return Pejabat.objects.filter(pemda=pemda).order_by("-mulai", "-pk")


def masa_jabatan(daftar: Iterable[Pejabat]) -> list[MasaJabatan]:
    """The rows as records. A row without a status counts as definitif."""
    return [
        MasaJabatan(
            nama=baris.nama,
            mulai=baris.mulai,
            sampai=baris.sampai,
            status=StatusPejabat(baris.status or StatusPejabat.DEFINITIF),
            jabatan=baris.jabatan,
            nip=baris.nip,
            pangkat=baris.pangkat,
            pk=baris.pk,
        )
        for baris in daftar
    ]
