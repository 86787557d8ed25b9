"""What every chapter asks for: the figures (memoised), names, years, and whether a target was met. No arithmetic."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cached_property
from typing import TypeVar, cast

from anggaran.data import Anggaran, Tingkat
from kinerja.data import RumusNegatif, Skala
from lkjip.besaran import dasar_hitung, hitung
from lkjip.dasar.hasil import Hasil
from lkjip.dasar.tulisan_angka import bulat
from lkjip.data import BukuKerja
from lkjip.laporan.compose.jenis_angka import jenis_angka
from lkjip.laporan.compose.kalimat import bersih, kutip, nama_rapi, satuan_tulis, tiada
from lkjip.laporan.compose.kode_naskah import PetaKode, petakan_kode
from lkjip.laporan.compose.posisi import Posisi as Posisi
from lkjip.laporan.compose.ruas import Ruas
from lkjip.laporan.data import DataLaporan, JenisLaporan
from lkjip.laporan.data_pilihan import UnitPelapor
from lkjip.laporan.isi import Angka, Identitas, JenisAngka, Paragraf, Sebaris, Teks
from renstra.data import Arah, Indikator, JenisIndikator, Sasaran, VersiTarget

_T = TypeVar("_T")
SERATUS = Decimal(100)
_RENTANG_TAHUN_WAJAR = 10
_KODE_DALAM_ALASAN = re.compile(r"\b(indikator|realisasi|target|predikat|untuk) '?([^\s':;,]+)'?")


class Konteks:
    """One workbook, asked many times. Figures are kept per question, so each is computed once."""

    def __init__(self, buku: BukuKerja) -> None:
        self.buku = buku
        self.data = buku.data
        self.renstra = buku.data.renstra
        self.kinerja = buku.data.kinerja
        self.anggaran = buku.data.anggaran
        self.laporan = buku.laporan
        self.instansi = buku.data.renstra.instansi
        self.tahun = buku.data.tahun
        self.metode = buku.data.kinerja.metode
        self.desimal = 2 if self.metode.desimal is None else self.metode.desimal
        self.bagian_terpakai: set[str] = set()
        self.ada_rujukan = False  # whether a text refers to something that only the whole document knows
        self.sudah_ditempatkan: set[str] = set()  # pictures and free tables that a text has put into their place
        self.ditempatkan_teks: frozenset[str] | None = None  # those that any text does; looked up when first asked
        self.ruas_tercatat: set[str] = set()
        self.daftar_ruas: list[Ruas] = []  # places for text, in the order in which chapters ask for them
        self._ingatan: dict[Identitas, Hasil] = {}
        self._pembantu: dict[object, object] = {}

    def dengan_laporan(self, laporan: DataLaporan) -> Konteks:
        """The same figures, those that were computed already included, for another text."""
        baru = Konteks(replace(self.buku, laporan=laporan))
        baru._ingatan = self._ingatan
        return baru

    @cached_property
    def kode_per_bentuk(self) -> tuple[PetaKode, ...]:
        """What a text may name, by how it is typed."""
        return petakan_kode(self.data)

    def pembantu(self, jenis: Callable[[Konteks], _T]) -> _T:
        """One helper of a kind, made from this workbook when first asked for and kept with it."""
        if jenis not in self._pembantu:
            self._pembantu[jenis] = jenis(self)
        return cast(_T, self._pembantu[jenis])

    # figures

    def tanya(self, identitas: Identitas) -> Hasil:
        if identitas not in self._ingatan:
            self._ingatan[identitas] = hitung(
                self.data,
                identitas.besaran,
                identitas.subjek,
                tahun=identitas.tahun,
                triwulan=identitas.triwulan,
                versi=identitas.versi or None,
            )
        return self._ingatan[identitas]

    def hitung(
        self, besaran: str, subjek: str = "", *, tahun: int | None = None, triwulan: int | None = None, versi: str = ""
    ) -> Hasil:
        return self.tanya(Identitas(besaran, subjek, tahun or self.tahun, triwulan, versi))

    def angka(
        self,
        besaran: str,
        subjek: str = "",
        *,
        tahun: int | None = None,
        triwulan: int | None = None,
        versi: str = "",
        polos: bool = False,
        tebal: bool = False,
    ) -> Angka:
        """The figure ready to print; `polos`: as in a column whose heading carries the unit."""
        identitas = Identitas(besaran, subjek, tahun or self.tahun, triwulan, versi)
        jenis, desimal = jenis_angka(besaran, polos=polos, desimal=self.desimal)
        return Angka(self.tanya(identitas), jenis, identitas, desimal, tebal)

    # targets and realisasi, as number, letter or both

    def target(
        self, kode: str, *, tahun: int | None = None, triwulan: int | None = None, versi: str = ""
    ) -> tuple[Sebaris, ...]:
        return self._nilai_dan_predikat("selisih_target", "predikat_target", kode, tahun, triwulan, versi)

    def target_triwulan(self, kode: str, triwulan: int) -> tuple[Sebaris, ...]:
        """The quarter's own target; "–" where it has none and the year's counts."""
        return self._nilai_dan_predikat("target_triwulan", "predikat_target_triwulan", kode, None, triwulan, "")

    def realisasi(self, kode: str, *, tahun: int | None = None, triwulan: int | None = None) -> tuple[Sebaris, ...]:
        return self._nilai_dan_predikat("realisasi", "predikat_realisasi", kode, tahun, triwulan, "")

    def _nilai_dan_predikat(
        self, besaran: str, predikat: str, kode: str, tahun: int | None, triwulan: int | None, versi: str
    ) -> tuple[Sebaris, ...]:
        angka = self.angka(besaran, kode, tahun=tahun, triwulan=triwulan, versi=versi)
        huruf = self.angka(predikat, kode, tahun=tahun, triwulan=triwulan, versi=versi)
        if angka.hasil.kata is not None or (huruf.hasil.ada and not angka.hasil.ada):
            return (huruf,) if huruf.hasil.ada else (replace(angka, jenis=JenisAngka.KATA),)
        return (angka, Teks(" ("), huruf, Teks(")")) if huruf.hasil.ada else (angka,)

    def ada_target(self, kode: str, *, tahun: int | None = None, triwulan: int | None = None, versi: str = "") -> bool:
        return any(
            self.hitung(besaran, kode, tahun=tahun, triwulan=triwulan, versi=versi).ada
            for besaran in ("selisih_target", "predikat_target")
        )

    def ada_realisasi(self, kode: str, *, tahun: int | None = None, triwulan: int | None = None) -> bool:
        return any(
            self.hitung(besaran, kode, tahun=tahun, triwulan=triwulan).ada
            for besaran in ("realisasi", "predikat_realisasi")
        )

    def bersatuan(self, indikator: Indikator, nilai: tuple[Sebaris, ...]) -> tuple[Sebaris, ...]:
        """The value followed by its unit, as a sentence needs it; a letter and a missing value take none."""
        pertama = nilai[0] if nilai else None
        if not isinstance(pertama, Angka) or pertama.hasil.angka is None:
            return nilai
        satuan = satuan_tulis(indikator.satuan)
        if not satuan and indikator.jenis is JenisIndikator.PERSEN:
            satuan = "%"
        return (pertama, Teks(satuan), *nilai[1:]) if satuan else nilai

    def dokumen_target(self, kode: str, tahun: int | None = None) -> str:
        """The document whose target is in force (pengukuran.md: perubahan, else murni, else Renstra); '' if none."""
        for versi, nama in (
            (VersiTarget.PERUBAHAN, "Perjanjian Kinerja Perubahan"),
            (VersiTarget.MURNI, "Perjanjian Kinerja"),
            (VersiTarget.RENSTRA, "Renstra"),
        ):
            if self.ada_target(kode, tahun=tahun, versi=versi.value):
                return nama
        return ""

    # judgement

    def langsung_negatif(self, indikator: Indikator, *, triwulan: int | None = None) -> bool:
        """Under `langsung` a negative indicator is better the lower its capaian (pengukuran.md, Capaian).

        Of an approved quarter the direction and the method of then count, as for its figures.
        """
        data, kode, _ = dasar_hitung(self.data, indikator.kode, triwulan)
        arah = data.renstra.indikator_per_kode.get(kode, indikator).arah
        return arah is Arah.NEGATIF and data.kinerja.metode.rumus_negatif is RumusNegatif.LANGSUNG

    def arah_skala(self, indikator: Indikator | None, *, triwulan: int | None = None) -> Arah:
        """On which rows of the scale its category stands; a mean (None) stands on the positif ones."""
        negatif = indikator is not None and self.langsung_negatif(indikator, triwulan=triwulan)
        return Arah.NEGATIF if negatif else Arah.POSITIF

    def posisi(self, indikator: Indikator, *, tahun: int | None = None, triwulan: int | None = None) -> Posisi:
        hasil = self.hitung("capaian", indikator.kode, tahun=tahun, triwulan=triwulan)
        berlaku = triwulan if tahun in (None, self.tahun) else None
        nilai = hasil.angka if hasil.tanpa_batas is None else hasil.tanpa_batas
        if nilai is None:
            return Posisi.TANPA_ANGKA
        if nilai == SERATUS:
            return Posisi.TEPAT
        terbalik = self.langsung_negatif(indikator, triwulan=berlaku)
        return Posisi.MELAMPAUI if (nilai > SERATUS) != terbalik else Posisi.DI_BAWAH

    def nyaris(self, indikator: Indikator) -> bool:
        """Printed as 100 although it is not."""
        nilai = self.hitung("capaian", indikator.kode).angka
        return nilai is not None and nilai != SERATUS and bulat(nilai, self.desimal) == SERATUS

    def daftar_skala(self, arah: Arah = Arah.POSITIF, *, triwulan: int | None = None) -> tuple[Skala, ...]:
        """Rows of the scale in use with a bound, best first; of an approved quarter those of then."""
        ukur = dasar_hitung(self.data, "", triwulan)[0].kinerja
        baris = [
            s
            for s in ukur.daftar_skala
            if s.skala == ukur.metode.skala and (s.arah or Arah.POSITIF) is arah and s.batas_bawah is not None
        ]
        return tuple(sorted(baris, key=lambda s: s.batas_bawah or Decimal(0), reverse=arah is Arah.POSITIF))

    def tingkat_kategori(
        self, kata: str | None, arah: Arah = Arah.POSITIF, *, triwulan: int | None = None
    ) -> Decimal | None:
        """0 (worst) … 1 (best) within the scale; None where the word is not of the scale."""
        nama = [s.kategori for s in self.daftar_skala(arah, triwulan=triwulan)]
        if kata is None or kata not in nama or len(nama) < 2:
            return None
        return 1 - Decimal(nama.index(kata)) / (len(nama) - 1)

    # subjects

    @property
    def triwulanan(self) -> bool:
        return self.laporan.identitas.jenis_laporan is JenisLaporan.TRIWULAN

    @property
    def unit(self) -> UnitPelapor | None:
        return self.laporan.pilihan.unit

    @property
    def nama(self) -> str:
        return bersih(self.instansi.nama) or self.instansi.kode

    @property
    def singkatan(self) -> str:
        return bersih(self.instansi.singkatan) or self.nama

    @property
    def sasaran(self) -> tuple[Sasaran, ...]:
        return self.renstra.daftar_sasaran

    def indikator_sasaran(self, kode: str) -> tuple[Indikator, ...]:
        return self.renstra.daftar_indikator_sasaran(kode)

    @property
    def indikator_semua_sasaran(self) -> tuple[Indikator, ...]:
        return self.renstra.daftar_indikator_semua_sasaran

    @property
    def indikator_utama(self) -> tuple[Indikator, ...]:
        """Indicators of tujuan and sasaran, in that order: those that the report as a whole answers for."""
        tujuan = (i for t in self.renstra.daftar_tujuan for i in self.renstra.daftar_indikator_tujuan(t.kode))
        return (*tujuan, *self.indikator_semua_sasaran)

    @staticmethod
    def nama_indikator(indikator: Indikator) -> str:
        return nama_rapi(indikator.uraian, indikator.kode)

    def tiada(self, hasil: Hasil, awalan: str = "") -> Paragraf:
        """The note for an absent figure; indicators that its reason knows by kode are called by name."""
        sebab = _KODE_DALAM_ALASAN.sub(self._nama_dalam_alasan, hasil.alasan)
        return tiada(replace(hasil, alasan=sebab), awalan)

    def _nama_dalam_alasan(self, cocok: re.Match[str]) -> str:
        indikator = self.renstra.indikator_per_kode.get(cocok[2])
        return f"{cocok[1]} {kutip(self.nama_indikator(indikator))}" if indikator else cocok[0]

    @property
    def program(self) -> tuple[Anggaran, ...]:
        """Top rows of the budget."""
        return tuple(a for a in self.anggaran.daftar_anggaran if a.induk not in self.anggaran.anggaran_per_kode)

    @cached_property
    def unit_per_nama(self) -> Mapping[tuple[Tingkat | None, str], set[str]]:
        """Units whose budget rows bear the same name at the same level."""
        hasil: dict[tuple[Tingkat | None, str], set[str]] = defaultdict(set)
        for a in self.anggaran.daftar_anggaran:
            hasil[a.tingkat, nama_rapi(a.uraian, a.kode)].add(a.unit.strip())
        return hasil

    def anggaran_sasaran(self, kode: str) -> tuple[Anggaran, ...]:
        return tuple(a for a in self.anggaran.daftar_anggaran if a.sasaran == kode)

    # years

    @property
    def tahun_renstra(self) -> tuple[int, ...]:
        awal, akhir = self.renstra.periode.renstra_awal, self.renstra.periode.renstra_akhir
        if awal is not None and akhir is not None and awal <= akhir <= awal + _RENTANG_TAHUN_WAJAR:
            return tuple(range(awal, akhir + 1))
        return tuple(sorted({t.tahun for t in self.renstra.daftar_target_tahunan}))[-_RENTANG_TAHUN_WAJAR:]

    @property
    def periode_renstra(self) -> str:
        awal, akhir = self.renstra.periode.renstra_awal, self.renstra.periode.renstra_akhir
        return f"{awal}–{akhir}" if awal and akhir else ""

    def tahun_riwayat(self, kode: str) -> tuple[int, ...]:
        """Last year, and the years before it of which this indicator has a realisasi; oldest first, at most five."""
        tahun = {r.tahun for r in self.kinerja.daftar_realisasi_tahunan if r.indikator == kode}
        tahun |= {k.tahun for k in self.kinerja.daftar_kinerja_triwulan if k.indikator == kode}
        lalu = sorted({t for t in tahun if t < self.tahun and self.ada_realisasi(kode, tahun=t)} | {self.tahun - 1})
        return tuple(lalu[-5:])
