"""Who may do what about one recommendation of an issued LHE."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.models import RekomendasiEvaluasi
from renstra import akses
from renstra.akses import Hak, SiapaPun
from renstra.models import Peran


@dataclass(frozen=True)
class HakRekomendasi:
    """`unit`: pk of the unit that answers for the recommendation."""

    hak: Hak
    unit: int | None = None

    @property
    def lihat(self) -> bool:
        return self.hak.lihat

    @property
    def tunjuk(self) -> bool:
        """Names the unit and the person who answer for it: those who work for the agency as a whole."""
        return not {Peran.PERENCANA, Peran.VERIFIKATOR}.isdisjoint(self.hak.daftar_peran_penuh)

    @property
    def lapor(self) -> bool:
        """Reports what was done; one who is limited to units, only where one of these answers for it."""
        if self.tunjuk:
            return True
        return akses.boleh_lapor_tindak_lanjut(self.hak) and self.hak.boleh_isi([self.unit] if self.unit else [])

    @property
    def putus(self) -> bool:
        """Judges what was reported: the APIP."""
        return akses.boleh_evaluasi(self.hak)


def ambil_hak_rekomendasi(pengguna: SiapaPun, rekomendasi: RekomendasiEvaluasi) -> HakRekomendasi:
    """Two queries (the recommendation comes with its evaluation and instansi)."""
    return HakRekomendasi(akses.ambil_hak(pengguna, rekomendasi.evaluasi.instansi), rekomendasi.unit_id)
