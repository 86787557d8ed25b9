"""The figures that a text about a subject may mean: all besaran of it and of its kin, and numbers that data name.

Asked lazily, subject by subject, and kept with the workbook.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from kinerja.data import KinerjaTriwulan, RealisasiTahunan
from lkjip.dasar.periode import DAFTAR_TRIWULAN
from lkjip.laporan.compose.angka_baca import angka_dalam
from lkjip.laporan.isi import Angka
from renstra.data import Indikator, VersiTarget

if TYPE_CHECKING:
    from lkjip.laporan.compose.konteks import Konteks

_TAHUNAN = ("selisih_target", "realisasi", "capaian", "capaian_tanpa_batas")
_TRIWULANAN = ("capaian", "realisasi", "target_triwulan", "selisih_target")
_SATU_KALI = (
    *("kemajuan_renstra", "target_akhir_renstra", "nilai_pembanding", "capaian_nasional", "pertumbuhan", "efisiensi"),
    *("nilai_efisiensi", "serapan_penunjang", "pagu_penunjang", "target_terhimpun"),
)
_UANG = ("pagu", "realisasi_anggaran", "serapan", "sisa_anggaran", "jumlah_pagu", "jumlah_realisasi", "selisih_pagu",
         "selisih_realisasi", "perubahan_pagu", "rencana_anggaran", "deviasi_kas", "persen_deviasi_kas")  # fmt: skip
_UANG_TRIWULAN = ("realisasi_anggaran", "serapan", "rencana_anggaran", "deviasi_kas", "persen_deviasi_kas")
_RERATA = ("rata_rata_sasaran", "rata_rata_kemajuan", "efisiensi", "nilai_efisiensi")
_SERATUS = Decimal(100)


@dataclass(frozen=True)
class Nilai:
    """A number that a text may hold. Without `angka` it stands in the data but is no named figure, as a weight does."""

    nilai: Decimal
    angka: Angka | None = None


class Kolam:
    """Numbers per subject of one workbook."""

    def __init__(self, ktx: Konteks) -> None:
        self._ktx = ktx
        self._per_subjek: dict[str, tuple[Nilai, ...]] = {}

    def sendiri(self, kode: str) -> tuple[Nilai, ...]:
        """Numbers of this subject alone; '' is the agency as a whole."""
        if kode not in self._per_subjek:
            self._per_subjek[kode] = tuple(self._susun(kode))
        return self._per_subjek[kode]

    def keluarga(self, daftar_kode: Iterable[str]) -> tuple[Nilai, ...]:
        """Numbers of these subjects, of what belongs to them, and of what they belong to."""
        semua = dict.fromkeys(k for kode in daftar_kode for k in (kode, *self._kerabat(kode)))
        return tuple(n for kode in semua for n in self.sendiri(kode))

    def semua(self) -> tuple[Nilai, ...]:
        """Every number of the report."""
        return self._semua

    @cached_property
    def _semua(self) -> tuple[Nilai, ...]:
        ktx = self._ktx
        kode = [i.kode for i in ktx.renstra.daftar_indikator] + [s.kode for s in ktx.sasaran]
        kode += [a.kode for a in ktx.anggaran.daftar_anggaran] + [b.kode for b in ktx.anggaran.daftar_belanja]
        kode += [s.komponen for s in ktx.kinerja.daftar_sakip]
        return self.keluarga(("", *dict.fromkeys(kode)))

    def _kerabat(self, kode: str) -> Iterator[str]:
        """A sasaran with its indicators and rows, an indicator with what it hangs below, a row with those above and
        below it."""
        ktx = self._ktx
        yield from (i.kode for i in ktx.renstra.daftar_indikator_per_induk.get(kode, ()))
        yield from (s.kode for s in ktx.sasaran if s.tujuan == kode)
        yield from (a.kode for a in ktx.anggaran_sasaran(kode))
        if indikator := ktx.renstra.indikator_per_kode.get(kode):
            yield indikator.induk
            yield from (p.anggaran for p in ktx.anggaran.daftar_penunjang_per_indikator.get(kode, ()))
        if kode:
            yield from (a.kode for a in ktx.anggaran.daftar_anak.get(kode, ()))
        baris = ktx.anggaran.anggaran_per_kode.get(kode)
        while baris is not None and baris.induk:
            yield baris.induk
            baris = ktx.anggaran.anggaran_per_kode.get(baris.induk)

    def _susun(self, kode: str) -> Iterator[Nilai]:
        ktx = self._ktx
        if not kode:
            yield from self._menyeluruh()
            return
        if indikator := ktx.renstra.indikator_per_kode.get(kode):
            yield from self._indikator(indikator)
        if kode in ktx.renstra.sasaran_per_kode:
            yield from self._sasaran(kode)
        if kode in ktx.anggaran.anggaran_per_kode or any(b.kode == kode for b in ktx.anggaran.daftar_belanja):
            yield from self._uang(kode)
        for tahun in sorted({s.tahun for s in ktx.kinerja.daftar_sakip if s.komponen == kode}):
            yield from self._tanya(("nilai_komponen", "bobot_komponen"), kode, tahun=tahun)

    def _tanya(
        self,
        nama: Iterable[str],
        kode: str = "",
        *,
        tahun: int | None = None,
        triwulan: int | None = None,
        versi: str = "",
    ) -> Iterator[Nilai]:
        for besaran in nama:
            angka = self._ktx.angka(besaran, kode, tahun=tahun, triwulan=triwulan, versi=versi)
            if angka.hasil.angka is not None:
                yield Nilai(angka.hasil.angka, angka)
            if angka.hasil.tanpa_batas is not None:
                yield Nilai(angka.hasil.tanpa_batas)

    def _indikator(self, indikator: Indikator) -> Iterator[Nilai]:
        ktx, kode = self._ktx, indikator.kode
        yield from self._tanya((*_TAHUNAN, *_SATU_KALI), kode)
        for versi in VersiTarget:
            yield from self._tanya(("selisih_target",), kode, versi=versi.value)
        for triwulan in DAFTAR_TRIWULAN:
            yield from self._tanya(_TRIWULANAN, kode, triwulan=triwulan)
        lalu = set(ktx.tahun_riwayat(kode))
        for tahun in sorted(lalu | set(ktx.tahun_renstra) - {ktx.tahun}):
            yield from self._tanya((*_TAHUNAN, "pertumbuhan") if tahun in lalu else _TAHUNAN[:1], kode, tahun=tahun)
        yield from map(Nilai, _bilangan_data(ktx, indikator))

    def _sasaran(self, kode: str) -> Iterator[Nilai]:
        yield from self._tanya((*_RERATA, *_UANG), kode)
        yield from self._tanya(("rata_rata_sasaran",), kode, tahun=self._ktx.tahun - 1)
        for triwulan in DAFTAR_TRIWULAN:
            yield from self._tanya(("rata_rata_sasaran", *_UANG_TRIWULAN), kode, triwulan=triwulan)
        yield Nilai(Decimal(len(self._ktx.indikator_sasaran(kode))))

    def _uang(self, kode: str) -> Iterator[Nilai]:
        yield from self._tanya(_UANG, kode)
        for versi in ("murni", "perubahan"):
            yield from self._tanya(("pagu",), kode, versi=versi)
        for triwulan in DAFTAR_TRIWULAN:
            yield from self._tanya(_UANG_TRIWULAN, kode, triwulan=triwulan)

    def _menyeluruh(self) -> Iterator[Nilai]:
        ktx = self._ktx
        yield from self._tanya(("rata_rata_total", "rata_rata_kemajuan", "rata_rata_efisiensi"))
        yield from self._tanya(("jumlah_belanja", "realisasi_belanja"))
        yield from self._tanya(("rata_rata_total",), tahun=ktx.tahun - 1)
        yield from self._uang("")
        for triwulan in DAFTAR_TRIWULAN:
            yield from self._tanya(("rata_rata_total",), triwulan=triwulan)
        for tahun in sorted({s.tahun for s in ktx.kinerja.daftar_sakip}):
            yield from self._tanya(("nilai_sakip",), tahun=tahun)
        for satu in ktx.kinerja.daftar_pembanding:
            if satu.nilai is not None:
                yield Nilai(satu.nilai)


def _bilangan_data(ktx: Konteks, indikator: Indikator) -> Iterator[Decimal]:
    """What the data of an indicator name without it being a figure: parts, numerators, numbers in notes."""
    ukur = ktx.kinerja
    for komponen in (k for k in ukur.daftar_komponen if k.indikator == indikator.kode):
        yield from (n for n in (komponen.nilai, komponen.bobot) if n is not None)
        if komponen.bobot is not None:
            yield komponen.bobot * _SERATUS
    catatan = [indikator.formulasi, indikator.sumber_data]
    catatan += [k.catatan for k in ukur.daftar_kinerja_triwulan if k.indikator == indikator.kode]
    semua: Iterable[KinerjaTriwulan | RealisasiTahunan] = (
        *ukur.daftar_kinerja_triwulan,
        *ukur.daftar_realisasi_tahunan,
    )
    for baris in (b for b in semua if b.indikator == indikator.kode):
        yield from (n for n in (baris.pembilang, baris.penyebut) if n is not None)
    yield from (a.nilai for teks in catatan for a in angka_dalam(teks))


def bilangan_tabel(ktx: Konteks, bagian: str) -> Iterator[Decimal]:
    """Cells of the free tables of a section ('' is all of them), and the sums of their columns."""
    for tabel in ktx.laporan.daftar_tabel if not bagian else ktx.laporan.daftar_tabel_per_bagian.get(bagian, ()):
        for kolom in zip(*tabel.baris, strict=False) if tabel.baris else ():
            bilangan = [isi for isi in kolom if isinstance(isi, Decimal)]
            yield from bilangan
            yield sum(bilangan, Decimal(0))
        yield from (isi for baris in tabel.baris for isi in baris if isinstance(isi, Decimal))


def hitungan(ktx: Konteks, jenis: str) -> frozenset[int]:
    """How many indicators or sasaran there are: in all, of the IKU, of each sasaran; the largest is the total."""
    if jenis == "sasaran":
        return frozenset({len(ktx.sasaran)})
    indikator = ktx.renstra.daftar_indikator
    per_sasaran = (len(ktx.indikator_sasaran(s.kode)) for s in ktx.sasaran)
    iku = sum(1 for i in indikator if i.iku)
    return frozenset({len(indikator), len(ktx.indikator_semua_sasaran), len(ktx.indikator_utama), iku, *per_sasaran})
