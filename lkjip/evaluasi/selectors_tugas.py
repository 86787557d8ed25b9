"""What evaluations ask of a user on the start page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kinerja.models import Evaluasi
from kinerja.selectors_meja import daftar_giliran, daftar_tanggapan
from lkjip.akun.models import Pengguna
from renstra.models import Penugasan, Peran, UnitPenugasan

_PENANGGAP = frozenset({Peran.PERENCANA, Peran.VERIFIKATOR, Peran.KEPALA})


@dataclass(frozen=True)
class TugasEvaluasi:
    """Evaluations whose next step is the user's, and those whose findings wait for the reply of their agency."""

    daftar_giliran: tuple[Evaluasi, ...] = ()
    daftar_tanggapan: tuple[Evaluasi, ...] = ()

    @property
    def banyak(self) -> int:
        return len(self.daftar_giliran) + len(self.daftar_tanggapan)


def load_tugas_evaluasi(pengguna: Pengguna, tugas: Sequence[Penugasan], hari: date) -> TugasEvaluasi:
    """One query for who evaluates, two for who replies for an agency (a perencana limited to units does not)."""
    giliran = daftar_giliran(pengguna, hari) if any(t.peran == Peran.INSPEKTORAT for t in tugas) else []
    penanggap = [t for t in tugas if t.peran in _PENANGGAP and t.instansi_id is not None]
    if not penanggap:
        return TugasEvaluasi(tuple(giliran))
    terbatas = set(UnitPenugasan.objects.filter(penugasan__in=penanggap).values_list("penugasan", flat=True))
    instansi = [t.instansi_id for t in penanggap if t.peran != Peran.PERENCANA or t.pk not in terbatas]
    return TugasEvaluasi(tuple(giliran), tuple(daftar_tanggapan(pk for pk in instansi if pk is not None)))
