"""What evaluations ask of a user on the start page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kinerja.data_evaluasi import TahapEvaluasi
from kinerja.models import Evaluasi, Reviu
from kinerja.selectors_meja import daftar_giliran, daftar_tugas_instansi
from kinerja.selectors_reviu import daftar_tugas_reviu
from lkjip.akun.models import Pengguna
from renstra.models import Penugasan, Peran, UnitPenugasan

_PENANGGAP = frozenset({Peran.PERENCANA, Peran.VERIFIKATOR, Peran.KEPALA})


@dataclass(frozen=True)
class TugasEvaluasi:
    """Evaluations whose next step is the user's, those that wait for their agency (its reply, its own assessment), and
    reviu: the user's own, and those whose remarks the agency has not answered.
    """

    daftar_giliran: tuple[Evaluasi, ...] = ()
    daftar_instansi: tuple[Evaluasi, ...] = ()
    daftar_reviu: tuple[Reviu, ...] = ()

    @property
    def daftar_tanggapan(self) -> tuple[Evaluasi, ...]:
        return tuple(e for e in self.daftar_instansi if e.tahap == TahapEvaluasi.TANGGAPAN)

    @property
    def daftar_mandiri(self) -> tuple[Evaluasi, ...]:
        return tuple(e for e in self.daftar_instansi if e.tahap == TahapEvaluasi.PENILAIAN)

    @property
    def banyak(self) -> int:
        return len(self.daftar_giliran) + len(self.daftar_instansi) + len(self.daftar_reviu)


def load_tugas_evaluasi(pengguna: Pengguna, tugas: Sequence[Penugasan], hari: date) -> TugasEvaluasi:
    """Two queries for who evaluates, three for who answers for an agency (a perencana limited to units does not)."""
    menilai = any(t.peran == Peran.INSPEKTORAT for t in tugas)
    giliran = daftar_giliran(pengguna, hari) if menilai else []
    penanggap = [t for t in tugas if t.peran in _PENANGGAP and t.instansi_id is not None]
    if not penanggap:
        return TugasEvaluasi(tuple(giliran), (), tuple(daftar_tugas_reviu(pengguna, ()) if menilai else ()))
    terbatas = set(UnitPenugasan.objects.filter(penugasan__in=penanggap).values_list("penugasan", flat=True))
    penuh = [t for t in penanggap if t.peran != Peran.PERENCANA or t.pk not in terbatas]
    instansi = {t.instansi_id for t in penuh if t.instansi_id is not None}
    penilai = {t.instansi_id for t in penuh if t.peran != Peran.KEPALA and t.instansi_id is not None}
    return TugasEvaluasi(
        tuple(giliran),
        tuple(daftar_tugas_instansi(instansi, penilai)),
        tuple(daftar_tugas_reviu(pengguna, instansi)),
    )
