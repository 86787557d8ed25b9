"""The tree of performance as the site shows it: each node with its indicators, its unit, its pagu, and what is wrong.

Flat, parents before children: the page walks it in one loop and opens or closes its lists by `tutup`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lkjip.dasar.isian import ringkas_teks
from lkjip.halaman.pohon_masalah import Masalah, PemeriksaPohon
from lkjip.halaman.unit import UnitPenanggungJawab, unit_penanggung_jawab
from lkjip.laporan.compose.cascading import (
    JENIS_ANGGARAN,
    NAMA_JENIS,
    Cabang,
    JenisCabang,
    daftar_cabang,
)
from lkjip.laporan.compose.kalimat import nama_rapi
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.sel import slug
from lkjip.laporan.isi import Angka, Sebaris
from renstra.data import Indikator
from renstra.data_unit import PetaUnit

TERBUKA_AWAL = frozenset({JenisCabang.MISI, JenisCabang.TUJUAN})
_PAGU = JENIS_ANGGARAN | {JenisCabang.SASARAN}


@dataclass(frozen=True)
class IndikatorPohon:
    """An indicator at its node of the tree."""

    indikator: Indikator
    nama: str
    target: tuple[Sebaris, ...]
    capaian: Angka
    unit: str
    daftar_masalah: tuple[Masalah, ...]


@dataclass(frozen=True)
class Simpul:
    """A node of the tree. `daftar_unit`: pk of the units that answer for it or for one of its indicators.

    `tutup`: how many lists end behind it; `tampil` and `terbuka` as the filter leaves it.
    """

    pengenal: str
    cabang: Cabang
    nama: str
    daftar_indikator: tuple[IndikatorPohon, ...]
    unit: str
    daftar_unit: frozenset[int]
    pagu: Angka | None
    daftar_masalah: tuple[Masalah, ...]
    punya_anak: bool
    tutup: int
    tampil: bool = True
    terbuka: bool = False

    @property
    def sebutan(self) -> str:
        return NAMA_JENIS[self.cabang.jenis]

    @property
    def dapat_ditautkan(self) -> bool:
        return self.cabang.anggaran is not None

    @property
    def banyak_masalah(self) -> int:
        return len(self.daftar_masalah) + sum(len(i.daftar_masalah) for i in self.daftar_indikator)

    @property
    def baris_tutup(self) -> range:
        """As often the page ends a list and the node above it."""
        return range(self.tutup)

    @property
    def teks_cari(self) -> str:
        """Everything by which the node is found, in small letters."""
        kode = "" if self.cabang.jenis is JenisCabang.KELOMPOK else self.cabang.kode
        isi = (kode, self.nama, self.unit, *(f"{i.nama} {i.unit}" for i in self.daftar_indikator))
        return " ".join(isi).casefold()


def pohon_kinerja(ktx: Konteks, peta: PetaUnit) -> tuple[Simpul, ...]:
    """All nodes; one that stands in several places bears its pengenal with the number of the place."""
    cabang = daftar_cabang(ktx)
    penyusun = _Penyusun(ktx, unit_penanggung_jawab(ktx.data, peta), PemeriksaPohon(ktx, cabang, peta))
    return tuple(
        penyusun.simpul(satu, cabang[n + 1].kedalaman if n + 1 < len(cabang) else 0) for n, satu in enumerate(cabang)
    )


def pengenal(cabang: Cabang) -> str:
    """The id of the node within its page."""
    akhiran = f"-{cabang.salinan}" if cabang.salinan > 1 else ""
    jenis = "anggaran" if cabang.anggaran is not None else cabang.jenis.value
    return f"{jenis}-{slug(cabang.kode)}{akhiran}"


class _Penyusun:
    def __init__(self, ktx: Konteks, unit: UnitPenanggungJawab, pemeriksa: PemeriksaPohon) -> None:
        self._ktx, self._unit, self._pemeriksa = ktx, unit, pemeriksa
        self._ingatan: dict[str, tuple[IndikatorPohon, ...]] = {}

    def simpul(self, cabang: Cabang, kedalaman_berikut: int) -> Simpul:
        indikator = self._daftar_indikator(cabang)
        pk = self._unit.per_anggaran.get(cabang.kode, frozenset()) if cabang.anggaran else frozenset()
        pk_indikator = [self._unit.per_indikator.get(i.kode, frozenset()) for i in cabang.daftar_indikator]
        return Simpul(
            pengenal=pengenal(cabang),
            cabang=cabang,
            nama=nama_rapi(cabang.uraian, cabang.kode),
            daftar_indikator=indikator,
            unit=self._nama_unit(pk, *self._teks_anggaran(cabang)) if cabang.anggaran else "",
            daftar_unit=pk.union(*pk_indikator),
            pagu=self._ktx.angka("pagu", cabang.kode) if cabang.jenis in _PAGU else None,
            daftar_masalah=self._pemeriksa.masalah_cabang(cabang, pk),
            punya_anak=kedalaman_berikut > cabang.kedalaman,
            tutup=max(cabang.kedalaman - kedalaman_berikut, 0),
            terbuka=cabang.jenis in TERBUKA_AWAL,
        )

    def _daftar_indikator(self, cabang: Cabang) -> tuple[IndikatorPohon, ...]:
        """A row that stands in several places has its indicators computed once."""
        kunci = f"{cabang.jenis}/{cabang.kode}"
        if kunci not in self._ingatan:
            self._ingatan[kunci] = tuple(self._indikator(cabang, i) for i in cabang.daftar_indikator)
        return self._ingatan[kunci]

    def _indikator(self, cabang: Cabang, indikator: Indikator) -> IndikatorPohon:
        pk = self._unit.per_indikator.get(indikator.kode, frozenset())
        sendiri = indikator.penanggung_jawab.strip()
        teks = (sendiri,) if sendiri else self._teks_anggaran(cabang)
        return IndikatorPohon(
            indikator,
            self._ktx.nama_indikator(indikator),
            self._ktx.target(indikator.kode),
            self._ktx.angka("capaian", indikator.kode),
            self._nama_unit(pk, *teks),
            self._pemeriksa.masalah_indikator(cabang, indikator, pk),
        )

    @staticmethod
    def _teks_anggaran(cabang: Cabang) -> tuple[str, ...]:
        baris = cabang.anggaran
        return (baris.penanggung_jawab, baris.unit) if baris else ()

    def _nama_unit(self, warisan: frozenset[int], *teks: str) -> str:
        """The units that the texts name; where they name none, the text itself; without text, who answers above."""
        tertulis = [satu for satu in teks if satu.strip()]
        for satu in tertulis:
            if pk := self._unit.peta.dari_teks(satu):
                return ", ".join(self._unit.peta.nama(pk))
        return ringkas_teks(tertulis[0]) if tertulis else ", ".join(self._unit.peta.nama(warisan))


@dataclass(frozen=True)
class RingkasMasalah:
    """All places of one kind of trouble: (pengenal of the node, what stands there)."""

    masalah: Masalah
    daftar: tuple[tuple[str, str], ...]


def ringkas_masalah(daftar: Sequence[Simpul]) -> tuple[RingkasMasalah, ...]:
    """Kind by kind what is wrong in the tree; a row that stands in several places is named once."""
    hasil = []
    for masalah in Masalah:
        letak = [
            butir
            for simpul in daftar
            if simpul.cabang.salinan == 1
            for butir in _letak(simpul, masalah)
        ]  # fmt: skip
        if letak:
            hasil.append(RingkasMasalah(masalah, tuple(letak)))
    return tuple(hasil)


def _letak(simpul: Simpul, masalah: Masalah) -> list[tuple[str, str]]:
    sendiri = [(simpul.pengenal, simpul.nama)] if masalah in simpul.daftar_masalah else []
    return sendiri + [(simpul.pengenal, i.nama) for i in simpul.daftar_indikator if masalah in i.daftar_masalah]
