"""Recommendations of an LHE after it is issued: what was reported, how old they are, how often they were made. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kinerja.data_evaluasi import TINDAK_LANJUT_TERBUKA, JenisCatatan, KeadaanTindakLanjut, SikapTanggapan

LAPORAN_INSTANSI = (KeadaanTindakLanjut.PROSES, KeadaanTindakLanjut.DIAJUKAN)
"""What the agency says of a recommendation when it reports."""
PUTUSAN = (KeadaanTindakLanjut.SELESAI, KeadaanTindakLanjut.DIKEMBALIKAN, KeadaanTindakLanjut.TIDAK_DAPAT)
"""What the reviewer makes of a recommendation that was reported as done."""
SEBUTAN_KEADAAN: Mapping[KeadaanTindakLanjut, str] = {
    KeadaanTindakLanjut.BELUM: "belum ditindaklanjuti",
    KeadaanTindakLanjut.PROSES: "dalam proses",
    KeadaanTindakLanjut.DIAJUKAN: "menunggu pemeriksaan",
    KeadaanTindakLanjut.DIKEMBALIKAN: "dikembalikan",
    KeadaanTindakLanjut.SELESAI: "selesai",
    KeadaanTindakLanjut.TIDAK_DAPAT: "tidak dapat ditindaklanjuti",
}


class KelompokUmur(StrEnum):
    """How many days since the LHE."""

    SEBULAN = "0-30"
    TRIWULAN = "31-90"
    SEMESTER = "91-180"
    SETAHUN = "181-365"
    LEBIH = "366"


RENTANG_UMUR: Mapping[KelompokUmur, tuple[int, int | None]] = {
    KelompokUmur.SEBULAN: (0, 30),
    KelompokUmur.TRIWULAN: (31, 90),
    KelompokUmur.SEMESTER: (91, 180),
    KelompokUmur.SETAHUN: (181, 365),
    KelompokUmur.LEBIH: (366, None),
}
"""First and last day of each group, both in it; None: without end."""


@dataclass(frozen=True)
class UsulRekomendasi:
    """A recommendation as it is written. `mengulang`: the year of the earlier one that it makes again."""

    pk: int
    komponen: int
    rekomendasi: str
    batas_waktu: date | None = None
    mengulang: int | None = None


@dataclass(frozen=True)
class ButirCatatan:
    """A finding with its recommendations, the agency's reply and what the team made of it."""

    pk: int
    komponen: int
    jenis: JenisCatatan
    isi: str
    subkomponen: str = ""
    tanggapan: str = ""
    ditanggapi: str = ""
    ditanggapi_pada: datetime | None = None
    sikap: SikapTanggapan | None = None
    balasan: str = ""
    daftar_rekomendasi: tuple[UsulRekomendasi, ...] = ()


@dataclass(frozen=True)
class LaporanTindakLanjut:
    """One report of the agency, with the reviewer's word on it where there is one."""

    pk: int
    uraian: str
    keadaan: KeadaanTindakLanjut
    nama_oleh: str
    waktu: datetime
    nama_berkas: str = ""
    ukuran: int | None = None
    tautan: str = ""
    putusan: KeadaanTindakLanjut | None = None
    catatan_putusan: str = ""
    nama_pemutus: str = ""
    diputus_pada: datetime | None = None


@dataclass(frozen=True)
class ButirRekomendasi:
    """A recommendation of an issued LHE with its whole story.

    `kali`: how many LHE have made it, this one included; `diulang`: the later year whose LHE made it again.
    """

    pk: int
    kode: str
    instansi: str
    tahun: int
    nomor_komponen: int
    komponen: str
    rekomendasi: str
    keadaan: KeadaanTindakLanjut
    batas_waktu: date | None = None
    tanggal_lhe: date | None = None
    temuan: str = ""
    unit: str = ""
    pk_unit: int | None = None
    penanggung_jawab: str = ""
    kali: int = 1
    diulang: int | None = None
    daftar_laporan: tuple[LaporanTindakLanjut, ...] = ()

    @property
    def terbuka(self) -> bool:
        return self.keadaan in TINDAK_LANJUT_TERBUKA

    @property
    def sebutan(self) -> str:
        return SEBUTAN_KEADAAN[self.keadaan]

    @property
    def terakhir(self) -> LaporanTindakLanjut | None:
        return self.daftar_laporan[-1] if self.daftar_laporan else None

    @property
    def menunggu(self) -> LaporanTindakLanjut | None:
        """The report that waits for the reviewer."""
        akhir = self.terakhir
        return akhir if akhir and self.keadaan is KeadaanTindakLanjut.DIAJUKAN and akhir.putusan is None else None

    def umur(self, hari: date) -> int | None:
        """Days since the LHE; None where its date is not recorded."""
        return (hari - self.tanggal_lhe).days if self.tanggal_lhe else None

    def lewat(self, hari: date) -> int:
        """Days past the due date while it is open; 0 in time."""
        if not self.terbuka or self.batas_waktu is None:
            return 0
        return max((hari - self.batas_waktu).days, 0)


def banyak_kali(pk: int, ulangan_per_pk: Mapping[int, int | None]) -> int:
    """How many LHE have made this recommendation, along what each repeats."""
    lewat = [pk]
    while (sebelum := ulangan_per_pk.get(lewat[-1])) is not None and sebelum not in lewat:
        lewat.append(sebelum)
    return len(lewat)
