"""Everything read about units of an agency."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Q, QuerySet

from renstra.data_unit import PetaUnit, Unit
from renstra.models import Instansi, Penugasan, Peran, UnitKerja, UnitPenugasan


def berlaku_pada(hari: date) -> Q:
    """Assignments that hold on the day."""
    dari = Q(berlaku_dari__isnull=True) | Q(berlaku_dari__lte=hari)
    return dari & (Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=hari))


def meliputi(tugas: Penugasan, instansi: Instansi) -> bool:
    """Whether the assignment names this agency, or its pemda."""
    if tugas.instansi_id is not None:
        return tugas.instansi_id == instansi.pk
    return tugas.pemda_id is not None and tugas.pemda_id == instansi.pemda_id


def ambil_unit(instansi: Instansi, pk: int) -> UnitKerja | None:
    """One unit, if it belongs to the agency."""
    return UnitKerja.objects.filter(instansi=instansi, pk=pk).first()


def load_unit(instansi: Instansi) -> PetaUnit:
    """The units of the agency with their other names; two queries."""
    return load_unit_semua([instansi])[instansi.pk]


def penugasan_unit(instansi: Instansi, *, pada: date) -> QuerySet[UnitPenugasan]:
    """Which assignment in force on the day is limited to which unit of the agency, with its active user; one query."""
    return (
        UnitPenugasan.objects.filter(unit__instansi=instansi, penugasan__pengguna__is_active=True)
        .filter(penugasan__in=Penugasan.objects.filter(berlaku_pada(pada)))
        .select_related("penugasan__pengguna")
        .order_by("penugasan__pengguna__nama", "pk")
    )


def pengguna_per_unit(instansi: Instansi, *, pada: date) -> Mapping[int, tuple[str, ...]]:
    """Names of the users who are limited to each unit, per its pk."""
    per_unit: dict[int, dict[str, None]] = defaultdict(dict)
    for batas in penugasan_unit(instansi, pada=pada):
        per_unit[batas.unit_id][str(batas.penugasan.pengguna)] = None
    return {pk: tuple(nama) for pk, nama in per_unit.items()}


def daftar_perencana(instansi: Instansi) -> QuerySet[Penugasan]:
    """Assignments as perencana of this agency, with the units that limit them."""
    return (
        Penugasan.objects.filter(instansi=instansi, peran=Peran.PERENCANA)
        .select_related("pengguna")
        .prefetch_related("daftar_unit_penugasan")
        .order_by("pengguna__nama", "pk")
    )


def load_unit_semua(daftar_instansi: Iterable[Instansi]) -> dict[int, PetaUnit]:
    """The units of each of these agencies, per its pk; two queries, however many agencies."""
    per_instansi: dict[int, list[Unit]] = {i.pk: [] for i in daftar_instansi}
    daftar = UnitKerja.objects.filter(instansi__in=per_instansi).prefetch_related("daftar_sebutan").order_by("nama")
    for u in daftar:
        per_instansi[u.instansi_id].append(_unit(u))
    return {pk: PetaUnit(tuple(isi)) for pk, isi in per_instansi.items()}


def _unit(baris: UnitKerja) -> Unit:
    return Unit(baris.pk, baris.nama, tuple(s.sebutan for s in baris.daftar_sebutan.all()))


def daftar_unit(instansi: Instansi) -> QuerySet[UnitKerja]:
    """The units of the agency with their other names, by name; two queries."""
    return UnitKerja.objects.filter(instansi=instansi).prefetch_related("daftar_sebutan").order_by("nama")


def penugasan_berlaku(daftar_peran: Iterable[Peran], *, pada: date) -> QuerySet[Penugasan]:
    """Everybody's assignments with these roles on the day, inactive users' too, with the units that limit them."""
    return (
        Penugasan.objects.filter(berlaku_pada(pada), peran__in=list(daftar_peran))
        .select_related("pengguna")
        .prefetch_related("daftar_unit_penugasan")
        .order_by("pk")
    )
