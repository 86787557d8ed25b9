"""What explanations of wrong figures are looked up in: the figures of the data, those of the report, and their names.

Pure. Everything is asked for once and kept: a report repeats the same subjects and periods on every page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from anggaran.besaran import pagu_sendiri, realisasi_sendiri
from lkjip.besaran import BESARAN, hitung
from lkjip.dasar.periode import nama_triwulan
from lkjip.data import DataInstansi
from lkjip.pemeriksaan.data import KelasKlaim, Klaim
from lkjip.pemeriksaan.data_uji import SEBUTAN
from lkjip.pemeriksaan.klaim import HasilKlaim

BESARAN_UANG = frozenset({"jumlah_pagu", "jumlah_realisasi"})
Kunci = tuple[str, str, int, int | None, str | None]


def sebut(besaran: str, subjek: str, tahun: int, triwulan: int | None = None, versi: str | None = None) -> str:
    """`target IKU1 Triwulan II 2024`, `jumlah pagu murni seluruh anggaran 2024`."""
    kosong = "seluruh anggaran" if besaran in BESARAN_UANG | {"serapan", "sisa_anggaran"} else ""
    dokumen = (versi or "").replace("renstra", "Renstra")
    waktu = nama_triwulan(triwulan) if triwulan else ""
    bagian = (SEBUTAN.get(besaran, besaran), dokumen, subjek or kosong, waktu, str(tahun))
    return " ".join(satu for satu in bagian if satu)


@dataclass(frozen=True)
class Ruang:
    """The data, and the claims of the report with their results."""

    data: DataInstansi
    daftar: Sequence[HasilKlaim]
    _angka: dict[Kunci, Decimal | None] = field(default_factory=dict, compare=False)

    def angka(
        self, besaran: str, subjek: str, tahun: int | None = None, triwulan: int | None = None, versi: str | None = None
    ) -> Decimal | None:
        """The figure of the data; None where it is missing, or is a word."""
        tahun = tahun or self.data.tahun
        kunci = (besaran, subjek, tahun, triwulan, versi)
        if kunci not in self._angka:
            ada = besaran in BESARAN
            self._angka[kunci] = (
                hitung(self.data, besaran, subjek, tahun=tahun, triwulan=triwulan, versi=versi).angka if ada else None
            )
        return self._angka[kunci]

    def milik(self, klaim: Klaim, besaran: str = "") -> Decimal | None:
        """Another figure of the same subject and period as the claim's."""
        return self.angka(besaran or klaim.besaran, klaim.subjek, klaim.tahun, klaim.triwulan, klaim.versi)

    def tahun(self, klaim: Klaim) -> int:
        return klaim.tahun or self.data.tahun

    def sebut(self, klaim: Klaim) -> str:
        return sebut(klaim.besaran, klaim.subjek, self.tahun(klaim), klaim.triwulan, klaim.versi)

    def uraian(self, klaim: Klaim) -> str:
        """The name of the claim's subject in the data; '' for the total, or an unknown kode."""
        data, kode = self.data, klaim.subjek
        belanja = data.anggaran.belanja_per_kode
        baris = (
            data.renstra.indikator_per_kode.get(kode)
            or data.renstra.sasaran_per_kode.get(kode)
            or data.anggaran.anggaran_per_kode.get(kode)
            or belanja.get((kode, self.tahun(klaim)))
            or belanja.get((kode, None))
        )
        return " ".join(baris.uraian.split()) if baris is not None else ""

    def baris_sendiri(
        self, kode: str, besaran: str, tahun: int, triwulan: int | None, versi: str | None = None
    ) -> Decimal | None:
        """What the row of the budget or of belanja itself records, whatever its children add up to."""
        uang = self.data.anggaran
        if kode not in uang.anggaran_per_kode:
            b = uang.belanja_per_kode.get((kode, tahun)) or uang.belanja_per_kode.get((kode, None))
            if b is None or versi is not None:
                return None
            return b.pagu if besaran == "jumlah_pagu" else b.realisasi
        if besaran == "jumlah_pagu":
            return pagu_sendiri(uang, kode, versi).angka
        return realisasi_sendiri(uang, kode, tahun, triwulan).angka

    @cached_property
    def per_tempat(self) -> dict[str, list[Klaim]]:
        """Claims by the table or paragraph they stand in: what the rujukan names before its first comma or bracket."""
        hasil: dict[str, list[Klaim]] = defaultdict(list)
        for satu in self.daftar:
            hasil[tempat(satu.klaim)].append(satu.klaim)
        return hasil

    @cached_property
    def cetak_per_baris(self) -> dict[tuple[str, str, str], list[Decimal]]:
        """Printed numbers by place, besaran and subject."""
        hasil: dict[tuple[str, str, str], list[Decimal]] = defaultdict(list)
        for k in (satu.klaim for satu in self.daftar):
            if k.nilai is not None:
                hasil[tempat(k), k.besaran, k.subjek].append(k.nilai)
        return hasil

    @cached_property
    def per_nilai(self) -> dict[Decimal, list[Klaim]]:
        """Claims by the number they print."""
        hasil: dict[Decimal, list[Klaim]] = defaultdict(list)
        for satu in self.daftar:
            if satu.klaim.nilai is not None:
                hasil[satu.klaim.nilai].append(satu.klaim)
        return hasil

    @cached_property
    def per_besaran(self) -> dict[str, list[HasilKlaim]]:
        hasil: dict[str, list[HasilKlaim]] = defaultdict(list)
        for satu in self.daftar:
            if satu.klaim.nilai is not None:
                hasil[satu.klaim.besaran].append(satu)
        return hasil

    @cached_property
    def kelas_per_klaim(self) -> dict[int, KelasKlaim]:
        """By identity: the sheet may repeat a row."""
        return {id(satu.klaim): satu.kelas for satu in self.daftar}

    def setempat(self, klaim: Klaim) -> list[Klaim]:
        return self.per_tempat[tempat(klaim)]

    def daftar_subjek(self, klaim: Klaim) -> Iterator[str]:
        """Kode of the same kind as the claim's, in the order of the data, itself included."""
        data = self.data
        if klaim.subjek in data.renstra.indikator_per_kode:
            yield from data.renstra.indikator_per_kode
        elif klaim.subjek in data.renstra.sasaran_per_kode:
            yield from data.renstra.sasaran_per_kode
        elif klaim.subjek in data.anggaran.anggaran_per_kode:
            yield from data.anggaran.anggaran_per_kode
        elif klaim.besaran == "nilai_komponen_maks":
            yield from (s.komponen for s in data.kinerja.daftar_sakip if s.tahun == self.tahun(klaim))
        else:
            yield from dict.fromkeys(b.kode for b in data.anggaran.daftar_belanja)


def tempat(klaim: Klaim) -> str:
    """`Tabel 3.8, Tingkat Kemajuan` → `Tabel 3.8`."""
    return klaim.rujukan.partition(",")[0].partition("(")[0].strip().casefold()
