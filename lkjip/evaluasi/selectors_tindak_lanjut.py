"""What the start page says about recommendations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kinerja.selectors_rekomendasi import hitung_pekerjaan_apip, hitung_pekerjaan_instansi
from renstra.models import Penugasan, Peran

_PENJAWAB = frozenset({Peran.PERENCANA, Peran.VERIFIKATOR, Peran.KEPALA})


@dataclass(frozen=True)
class TugasRekomendasi:
    """Of the user's own agencies: open, overdue, returned; for a reviewer: reports that wait, overdue ones."""

    terbuka: int = 0
    lewat: int = 0
    dikembalikan: int = 0
    diajukan: int = 0
    lewat_pemda: int = 0

    @property
    def ada(self) -> bool:
        return bool(self.terbuka or self.diajukan or self.lewat_pemda)


def load_tugas_rekomendasi(tugas: Sequence[Penugasan], hari: date) -> TugasRekomendasi:
    """By the assignments of one user, in force: at most two queries."""
    instansi = {t.instansi_id for t in tugas if t.peran in _PENJAWAB and t.instansi_id is not None}
    pemda = {t.pemda_id for t in tugas if t.peran == Peran.INSPEKTORAT and t.pemda_id is not None}
    milik = hitung_pekerjaan_instansi(instansi, hari) if instansi else {}
    apip = hitung_pekerjaan_apip(pemda, hari) if pemda else {}
    return TugasRekomendasi(**milik, diajukan=apip.get("diajukan", 0), lewat_pemda=apip.get("lewat", 0))
