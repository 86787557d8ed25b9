"""Results of an evaluation once its LHE is issued, as an agency's own data and reports take them up. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kinerja.data_evaluasi import AsalEvaluasi, DataEvaluasi, KeadaanTindakLanjut


@dataclass(frozen=True)
class RekomendasiTerbit:
    """`tindak_lanjut`: what the agency reported last; `ditutup`: the day on which the reviewer closed it."""

    komponen: int
    rekomendasi: str
    keadaan: KeadaanTindakLanjut
    tindak_lanjut: str = ""
    ditutup: date | None = None


@dataclass(frozen=True)
class EvaluasiTerbit:
    """An evaluation whose LHE is issued: worked in this system, or recorded from elsewhere."""

    data: DataEvaluasi
    asal: AsalEvaluasi
    nomor_lhe: str = ""
    tanggal_lhe: date | None = None
    daftar_rekomendasi: tuple[RekomendasiTerbit, ...] = ()

    @property
    def tahun(self) -> int:
        """The year evaluated."""
        return self.data.tahun

    @property
    def tahun_lhe(self) -> int:
        """The year in which the LHE was issued; the one after the year evaluated where its date is not known."""
        return self.tanggal_lhe.year if self.tanggal_lhe else self.tahun + 1
