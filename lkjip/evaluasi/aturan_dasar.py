"""What the rules about criteria share: the verdict, the data as they look at them, and the sentences. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from kinerja.data import RumusNegatif
from lkjip.besaran import hitung
from lkjip.dasar.hasil import Hasil
from lkjip.dasar.hitungan import NOL, SERATUS
from lkjip.dasar.isian import ringkas_teks
from lkjip.dasar.periode import akhir_tahun
from lkjip.data import BukuKerja, DataInstansi
from lkjip.evaluasi.data_fakta import Fakta, FaktaDokumen
from lkjip.evaluasi.data_usul import KeadaanKriteria
from lkjip.laporan.data_penyusunan import JenisBerkas
from lkjip.laporan.data_terbitan import KeadaanTerbitan
from lkjip.pemeriksaan.aturan import periksa
from lkjip.pemeriksaan.aturan.dasar import diperjanjikan, tahunan
from lkjip.pemeriksaan.data import Temuan
from renstra.data import Arah, Indikator, JenisIndikator

SATU = Decimal(1)
SETENGAH = Decimal("0.5")
SEPEREMPAT = Decimal("0.25")
MAKS_SEBUTAN = 3


@dataclass(frozen=True)
class AmbangUsul:
    """Settings of the proposals. `diketahui`: least share of criteria (percent) that must be known for an answer to a
    sub-component; `capaian_jalur`: the capaian (percent) from which a target counts as on the right track;
    `hari_terlambat_wajar`: days after which a late report counts for less.
    """

    diketahui: Decimal = Decimal(50)
    capaian_jalur: Decimal = Decimal(90)
    hari_terlambat_wajar: int = 31


@dataclass(frozen=True)
class Putusan:
    """What a rule says: how much of the criterion is met (None: not known), and why."""

    bagian: Decimal | None
    alasan: str

    @property
    def keadaan(self) -> KeadaanKriteria:
        if self.bagian is None:
            return KeadaanKriteria.TIDAK_DIKETAHUI
        if self.bagian >= SATU:
            return KeadaanKriteria.TERPENUHI
        return KeadaanKriteria.SEBAGIAN if self.bagian > NOL else KeadaanKriteria.TIDAK


def ya(alasan: str) -> Putusan:
    return Putusan(SATU, alasan)


def tidak(alasan: str) -> Putusan:
    return Putusan(NOL, alasan)


def sebagian(alasan: str, bagian: Decimal = SETENGAH) -> Putusan:
    return Putusan(bagian, alasan)


def tak_tahu(alasan: str) -> Putusan:
    return Putusan(None, alasan)


def dari_bagian(bagian: Decimal, semua: int, alasan: str) -> Putusan:
    """`bagian` of `semua` (not 0) parts are met."""
    return Putusan(min(SATU, bagian / Decimal(semua)), alasan)


@dataclass(frozen=True)
class Tinjauan:
    """The facts as the rules look at them: what several of them ask is worked out once."""

    fakta: Fakta
    ambang: AmbangUsul = AmbangUsul()

    @property
    def buku(self) -> BukuKerja:
        """Rules are only asked where there is one (`aturan_usul`)."""
        assert self.fakta.buku is not None
        return self.fakta.buku

    @cached_property
    def data(self) -> DataInstansi:
        """Asked today: what the report could not know yet may be there by now."""
        return self.buku.data.pada(self.fakta.hari)

    @property
    def belum_setahun(self) -> str:
        """Why nothing can be said about the year as a whole; '' where it can."""
        if self.fakta.hari <= akhir_tahun(self.tahun):
            return f"Tahun {self.tahun} belum berakhir, jadi hal ini belum dapat diputus."
        if not tahunan(self.buku) and not self.fakta.lewat_alur:
            return "Data tahun ini di sistem hanya dari laporan triwulan, jadi kinerja setahun tidak terlihat."
        return ""

    @property
    def tahun(self) -> int:
        return self.fakta.tahun

    @cached_property
    def daftar_temuan(self) -> tuple[Temuan, ...]:
        """Findings about the agency's own data; what an earlier print states is another matter."""
        return tuple(t for t in periksa(self.buku) if not t.klaim)

    def temuan(self, *daftar_aturan: str) -> tuple[Temuan, ...]:
        return tuple(t for t in self.daftar_temuan if t.aturan.startswith(daftar_aturan))

    @cached_property
    def janji(self) -> tuple[Indikator, ...]:
        """Indicators of the Perjanjian Kinerja of the year."""
        return diperjanjikan(self.buku)

    @cached_property
    def daftar_indikator(self) -> tuple[Indikator, ...]:
        """Promised ones; without a Perjanjian Kinerja those of all sasaran."""
        return self.janji or self.data.renstra.daftar_indikator_semua_sasaran

    def hitung(self, besaran: str, subjek: str = "") -> Hasil:
        return hitung(self.data, besaran, subjek)

    def terukur(self, indikator: Indikator) -> bool:
        """Whether its capaian says how good it is: read `langsung`, a capaian of 120 is a bad one."""
        langsung = self.data.kinerja.metode.rumus_negatif is RumusNegatif.LANGSUNG
        return not (langsung and indikator.arah is Arah.NEGATIF)

    def berealisasi(self, indikator: Indikator) -> bool:
        return self.hitung("realisasi", indikator.kode).ada or self.hitung("predikat_realisasi", indikator.kode).ada

    def realisasi_lalu(self, indikator: Indikator) -> Decimal | None:
        """Of the year before, in the indicator's unit: as this year's data know it, else as that year's own do.

        There a kode counts only where it still means the same indicator.
        """
        sendiri = hitung(self.data, "realisasi", indikator.kode, tahun=self.tahun - 1).angka
        lalu = self.fakta.lalu
        if sendiri is not None or lalu is None:
            return sendiri
        dulu = lalu.renstra.indikator_per_kode.get(indikator.kode)
        sama = dulu is not None and ringkas_teks(dulu.uraian).casefold() == ringkas_teks(indikator.uraian).casefold()
        return hitung(lalu, "realisasi", indikator.kode).angka if sama else None

    def bertarget(self, indikator: Indikator) -> bool:
        return self.hitung("selisih_target", indikator.kode).ada or self.hitung("predikat_target", indikator.kode).ada

    @property
    def lkjip(self) -> FaktaDokumen | None:
        """The agency's report of the year as an official document; one withdrawn or not made yet is none."""
        dokumen = self.fakta.dokumen(JenisBerkas.LAPORAN.value)
        tiada = {KeadaanTerbitan.DITARIK, KeadaanTerbitan.DISUSUN}
        return None if dokumen is None or dokumen.keadaan in tiada else dokumen

    @cached_property
    def triwulan_terisi(self) -> tuple[int, ...]:
        """Quarters of the year in which any indicator has a realisasi."""
        isi = self.data.kinerja.daftar_kinerja_triwulan
        terisi = {
            k.triwulan
            for k in isi
            if k.tahun == self.tahun
            and (k.realisasi is not None or k.predikat_realisasi or (k.pembilang is not None and k.penyebut))
        }
        return tuple(sorted(terisi))


Aturan = Callable[[Tinjauan], Putusan]
DaftarAturan = Mapping[tuple[str, int], Aturan]


def terpenuhi_tiap(
    daftar: Sequence[Indikator], syarat: Callable[[Indikator], bool], sebutan: str, *, kosong: str = ""
) -> Putusan:
    """Share of the indicators for which it holds; those that fall short are named. None to ask: not known."""
    if not daftar:
        return tak_tahu(kosong or "Belum ada indikator pada perjanjian kinerja atau Renstra tahun ini.")
    kurang = [i.kode for i in daftar if not syarat(i)]
    n = len(daftar) - len(kurang)
    alasan = f"{n} dari {len(daftar)} indikator {sebutan}."
    if kurang and n:
        alasan = f"{alasan[:-1]}; belum: {sebut(kurang)}."
    return dari_bagian(Decimal(n), len(daftar), alasan)


def di_puncak(indikator: Indikator, nilai: Decimal) -> bool:
    """Whether a percentage stands where it cannot rise any more."""
    return indikator.jenis is JenisIndikator.PERSEN and indikator.arah is not Arah.NEGATIF and nilai >= SERATUS


def sebut(daftar: Sequence[str], maks: int = MAKS_SEBUTAN) -> str:
    """The first of them by name, how many more there are."""
    lebih = len(daftar) - maks
    return ", ".join(daftar[:maks]) + (f", dan {lebih} lainnya" if lebih > 0 else "")


def terbitan_sah(dokumen: FaktaDokumen | None) -> bool:
    """Published (or replaced since), or at least signed by all."""
    if dokumen is None:
        return False
    terbit = {KeadaanTerbitan.TERBIT, KeadaanTerbitan.DIGANTIKAN, KeadaanTerbitan.DITANDATANGANI}
    return dokumen.keadaan in terbit
