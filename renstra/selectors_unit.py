"""Everything read about units of an agency."""

from __future__ import annotations

from renstra.data_unit import PetaUnit, Unit
from renstra.models import Instansi, UnitKerja


def load_unit(instansi: Instansi) -> PetaUnit:
    """The units of the agency with their other names; two queries."""
    daftar = UnitKerja.objects.filter(instansi=instansi).prefetch_related("daftar_sebutan").order_by("nama")
    return PetaUnit(tuple(Unit(u.pk, u.nama, tuple(s.sebutan for s in u.daftar_sebutan.all())) for u in daftar))
