"""Who may see and do what with the reviu of a report. Who may see an agency at all stands in `renstra/akses.py`."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.data_reviu import BERJALAN_REVIU, TahapReviu
from renstra import akses
from renstra.akses import Hak


@dataclass(frozen=True)
class HakReviu:
    """What a user may do with one reviu, in its stage; `tahap` None: there is none yet."""

    hak: Hak
    tahap: TahapReviu | None = None

    @property
    def apip(self) -> bool:
        return akses.boleh_evaluasi(self.hak)

    @property
    def mulai(self) -> bool:
        """Start one; that only one runs at a time, the service sees to."""
        return self.apip and self.tahap not in BERJALAN_REVIU

    @property
    def kerjakan(self) -> bool:
        """Answer questions, write remarks, finish or give up."""
        return self.apip and self.tahap in BERJALAN_REVIU

    @property
    def tanggapi(self) -> bool:
        return akses.boleh_tanggapi(self.hak) and self.tahap is TahapReviu.TANGGAPAN

    @property
    def lihat_catatan(self) -> bool:
        """The remarks: whoever answers for the agency once they are sent, everybody else when all is done."""
        if self.apip:
            return True
        return self.tahap is TahapReviu.SELESAI or (
            akses.boleh_tanggapi(self.hak) and self.tahap is TahapReviu.TANGGAPAN
        )

    @property
    def lihat_jawaban(self) -> bool:
        """The checklist and the documents."""
        return self.apip or self.tahap is TahapReviu.SELESAI
