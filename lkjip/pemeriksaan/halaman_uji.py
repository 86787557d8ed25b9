"""What the page “Uji petik” shows of an audit: shares, filter, and one card a figure. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from lkjip.dasar.hitungan import persen
from lkjip.dasar.tulisan_angka import tulis_angka
from lkjip.pemeriksaan.data import KelasKlaim
from lkjip.pemeriksaan.data_uji import JUDUL_KELAS, SEBUTAN, BarisUji, HasilUji

PER_HALAMAN = 60


class Tampil(StrEnum):
    """Which figures the page shows; the address names it (`?tampil=`)."""

    SALAH = "salah"
    SEMUA = "semua"
    SESUAI = "sesuai"
    PEMBULATAN = "pembulatan"
    TAK_TERHITUNG = "tak_terhitung"


JUDUL_TAMPIL = {
    Tampil.SALAH: "Tidak sesuai",
    Tampil.PEMBULATAN: "Pembulatan",
    Tampil.TAK_TERHITUNG: "Tak terhitung",
    Tampil.SESUAI: "Sesuai",
    Tampil.SEMUA: "Semua",
}
_KELAS = {
    Tampil.SALAH: KelasKlaim.TIDAK_SESUAI,
    Tampil.SESUAI: KelasKlaim.SESUAI,
    Tampil.PEMBULATAN: KelasKlaim.PEMBULATAN,
    Tampil.TAK_TERHITUNG: KelasKlaim.TAK_TERHITUNG,
}


@dataclass(frozen=True)
class BagianKelas:
    """A class with its count, its share in percent, and whether it is a fault."""

    kelas: str
    judul: str
    banyak: int
    bagian: str


@dataclass(frozen=True)
class SaringUji:
    tampil: Tampil = Tampil.SALAH
    besaran: str = ""
    rujukan: str = ""
    cari: str = ""

    def cocok(self, b: BarisUji) -> bool:
        """Search looks into the place, the kode and its name, the words of the figure and what is printed."""
        if self.tampil is not Tampil.SEMUA and b.kelas is not _KELAS[self.tampil]:
            return False
        if (self.besaran and b.klaim.besaran != self.besaran) or (self.rujukan and b.klaim.rujukan != self.rujukan):
            return False
        k = b.klaim
        isi = " ".join((k.rujukan, k.subjek, b.sebutan, b.uraian, b.tercetak, b.seharusnya, b.penjelasan))
        return all(kata in isi.casefold() for kata in self.cari.casefold().split())


@dataclass(frozen=True)
class KartuUji:
    baris: BarisUji
    judul_kelas: str
    alamat: str

    @property
    def sebutan(self) -> str:
        sebutan = self.baris.sebutan or self.baris.klaim.besaran
        return f"{sebutan[:1].upper()}{sebutan[1:]}"


def bagian_kelas(uji: HasilUji) -> tuple[BagianKelas, ...]:
    """Each class with its share of all figures."""
    semua = Decimal(len(uji.daftar))
    return tuple(
        BagianKelas(
            kelas.value, JUDUL_KELAS[kelas], uji.banyak[kelas],
            f"{tulis_angka(persen(Decimal(uji.banyak[kelas]), semua), 1)}%" if semua else "–",
        )
        for kelas in KelasKlaim
    )  # fmt: skip


def daftar_kartu_uji(
    daftar: Sequence[BarisUji], saring: SaringUji, alamat: Callable[[BarisUji], str]
) -> tuple[KartuUji, ...]:
    return tuple(KartuUji(b, JUDUL_KELAS[b.kelas], alamat(b)) for b in daftar if saring.cocok(b))


def pilihan_besaran(daftar: Sequence[BarisUji]) -> tuple[tuple[str, str], ...]:
    """The besaran that occur, with their names."""
    ada = dict.fromkeys(b.klaim.besaran for b in daftar)
    return tuple((b, f"{(s := SEBUTAN.get(b, b))[:1].upper()}{s[1:]}") for b in ada)


def pilihan_rujukan(daftar: Sequence[BarisUji]) -> tuple[str, ...]:
    """The places of the report, in the order of the sheet."""
    return tuple(dict.fromkeys(b.klaim.rujukan for b in daftar if b.klaim.rujukan))
