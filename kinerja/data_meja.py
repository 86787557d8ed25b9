"""The evaluators' desk: where the evaluation of each agency stands and who has to act. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja.data_evaluasi import (
    ALUR_EVALUASI,
    INSTANSI,
    AsalEvaluasi,
    LangkahEval,
    PeranTim,
    TahapEvaluasi,
)

_MAJU = frozenset({LangkahEval.AJUKAN, LangkahEval.SETUJUI, LangkahEval.TANGGAPI, LangkahEval.TERBITKAN})

PELAKU_PER_TAHAP: Mapping[TahapEvaluasi, frozenset[str]] = {
    p.dari: p.peran for p in ALUR_EVALUASI if p.langkah in _MAJU
}
"""Whose turn it is in each stage: those who may take the step that leads on."""

PENUTUP_TANGGAPAN: frozenset[str] = frozenset(
    peran for p in ALUR_EVALUASI if p.langkah is LangkahEval.TUTUP for peran in p.peran
)
"""Who goes on without a reply once its term is over."""

BELUM_DIBUKA = "belum"
"""What a filter calls agencies without an evaluation."""


@dataclass(frozen=True)
class AnggotaTim:
    """One of the team; `bertugas`: still works for the APIP of the pemda."""

    pengguna: int
    nama: str
    peran: PeranTim
    bertugas: bool = True


@dataclass(frozen=True)
class RingkasEvaluasi:
    """An evaluation as one row of the desk tells it."""

    pk: int
    tahun: int
    tahap: TahapEvaluasi
    asal: AsalEvaluasi
    skema: str
    tim: tuple[AnggotaTim, ...] = ()
    batas_tanggapan: date | None = None
    nilai_lhe: Decimal | None = None
    predikat_lhe: str = ""

    def giliran(self, hari: date) -> tuple[AnggotaTim, ...]:
        """Those of the team whose turn it is; nobody while the agency still has time to reply."""
        peran = PELAKU_PER_TAHAP.get(self.tahap, frozenset())
        if self.lewat_tanggapan(hari):
            peran = PENUTUP_TANGGAPAN
        return tuple(a for a in self.tim if a.peran.value in peran)

    @property
    def menunggu_instansi(self) -> bool:
        return INSTANSI in PELAKU_PER_TAHAP.get(self.tahap, frozenset())

    def lewat_tanggapan(self, hari: date) -> bool:
        return self.menunggu_instansi and self.batas_tanggapan is not None and self.batas_tanggapan < hari


@dataclass(frozen=True)
class BarisMeja:
    """An agency of the pemda and its evaluation for one year. `berdata`: the agency has that year."""

    instansi: int
    kode: str
    nama: str
    berdata: bool
    evaluasi: RingkasEvaluasi | None = None
