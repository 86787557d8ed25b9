"""How far the text of a report is: per place empty, automatic, written or out of date, and what is to be looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from lkjip.laporan.compose import Naskah
from lkjip.laporan.compose.angka_tulis import Temuan, periksa_angka
from lkjip.laporan.compose.angka_usang import PerubahanAngka, usang
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.ruas import Ruas, SifatRuas
from lkjip.laporan.data_naskah import CatatanNaskah


class KeadaanTulisan(StrEnum):
    KOSONG = "kosong"  # nothing stands here
    OTOMATIS = "otomatis"  # the sentences composed from figures do
    DITULIS = "ditulis"
    USANG = "usang"  # written, and a figure that it speaks of has changed since


@dataclass(frozen=True)
class KeadaanRuas:
    """One place. `daftar_perubahan`: the figures that have changed since it was written."""

    ktx: Konteks
    ruas: Ruas
    keadaan: KeadaanTulisan
    daftar_perubahan: tuple[PerubahanAngka, ...] = ()

    @property
    def perlu_diisi(self) -> bool:
        """Empty although the regulations ask for it."""
        return self.keadaan is KeadaanTulisan.KOSONG and self.ruas.sifat is SifatRuas.WAJIB

    @cached_property
    def daftar_temuan(self) -> tuple[Temuan, ...]:
        """Typed numbers that equal no figure; looked for when first asked."""
        return periksa_angka(self.ktx, teks_ruas(self.ktx, self.ruas), self.ruas.subjek, bagian=self.ruas.bagian)


@dataclass(frozen=True)
class KeadaanNaskah:
    """All places of a report, in reading order."""

    daftar: tuple[KeadaanRuas, ...]

    @property
    def kosong(self) -> tuple[KeadaanRuas, ...]:
        """Those that must be filled in."""
        return tuple(satu for satu in self.daftar if satu.perlu_diisi)

    @property
    def usang(self) -> tuple[KeadaanRuas, ...]:
        return tuple(satu for satu in self.daftar if satu.keadaan is KeadaanTulisan.USANG)

    @property
    def banyak_temuan(self) -> int:
        return sum(len(satu.daftar_temuan) for satu in self.daftar)


def keadaan_naskah(ktx: Konteks, naskah: Naskah, catatan: Mapping[str, CatatanNaskah]) -> KeadaanNaskah:
    """The state of every place. `catatan`: what is remembered of each text, per bagian (`load_catatan`)."""
    return KeadaanNaskah(tuple(_keadaan_ruas(ktx, ruas, catatan) for ruas in naskah.daftar_ruas))


def _keadaan_ruas(ktx: Konteks, ruas: Ruas, catatan: Mapping[str, CatatanNaskah]) -> KeadaanRuas:
    if not ruas.tertulis:
        otomatis = ruas.sifat is SifatRuas.OTOMATIS
        return KeadaanRuas(ktx, ruas, KeadaanTulisan.OTOMATIS if otomatis else KeadaanTulisan.KOSONG)
    satu = catatan.get(ruas.bagian)
    berubah = usang(ktx, satu.angka) if satu is not None else ()
    return KeadaanRuas(ktx, ruas, KeadaanTulisan.USANG if berubah else KeadaanTulisan.DITULIS, berubah)


def teks_ruas(ktx: Konteks, ruas: Ruas) -> str:
    """Everything written at a place, row after row."""
    per_bagian = ktx.laporan.daftar_narasi_per_bagian
    baris = (n.isi.strip() for nama in (ruas.bagian, *ruas.nama_lain) for n in per_bagian.get(nama, ()))
    return "\n\n".join(isi for isi in baris if isi)
