"""A grid of fields that save themselves: rows by columns, in groups. What it is about, its page says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from lkjip.dasar.isian import JenisIsian
from lkjip.halaman.isian import Kotak, kotak

PEMISAH = " · "  # between the cells of `BarisKisi.lain`


@dataclass(frozen=True)
class KolomKisi:
    """`nama` is the column that a field writes (`target_2024`); `lebar` '', 'pendek' or 'panjang'.

    `usulan`: id of the page's list of suggestions. `boleh` False: shown, never typed into (a column that the user may
    not change, or a computed one).
    """

    nama: str
    judul: str
    jenis: JenisIsian
    pilihan: tuple[tuple[str, str], ...] = ()
    kosong: str = "–"
    lebar: str = ""
    petunjuk: str = ""
    boleh: bool = True
    usulan: str = ""


@dataclass(frozen=True)
class BarisKisi:
    """One row; `alamat` leads to its own page, `tingkat` indents it (rows of a tree).

    `subjek`: of what kode a finding about it speaks, where it has no `kode` of its own; `lain`: what else tells it
    apart from other rows of that kode.
    """

    pk: int
    kode: str
    judul: str
    daftar_kotak: tuple[Kotak, ...]
    keterangan: str = ""
    alamat: str = ""
    tingkat: int = 0
    subjek: str = ""
    lain: str = ""

    @property
    def untuk(self) -> str:
        return self.subjek or self.kode


@dataclass(frozen=True)
class KelompokKisi:
    """Rows under one heading of the grid."""

    judul: str
    daftar: tuple[BarisKisi, ...]


@dataclass(frozen=True)
class Kisi:
    """`judul_baris` heads the first column. `boleh`: whether anything may be typed at all."""

    daftar_kolom: tuple[KolomKisi, ...]
    daftar_kelompok: tuple[KelompokKisi, ...]
    judul_baris: str
    boleh: bool

    @property
    def daftar_baris(self) -> Iterator[BarisKisi]:
        for kelompok in self.daftar_kelompok:
            yield from kelompok.daftar

    @property
    def kosong(self) -> bool:
        return not any(kelompok.daftar for kelompok in self.daftar_kelompok)

    @property
    def jenis_kolom(self) -> Mapping[str, JenisIsian]:
        """Columns that may be written, as `baca_kiriman` takes them."""
        return {k.nama: k.jenis for k in self.daftar_kolom if k.boleh}

    @property
    def daftar_pk(self) -> frozenset[int]:
        """Rows that may be written."""
        return frozenset(baris.pk for baris in self.daftar_baris) if self.boleh else frozenset()

    @property
    def kotak_per_nama(self) -> Mapping[str, Kotak]:
        return {k.nama: k for baris in self.daftar_baris for k in baris.daftar_kotak}

    def dengan_kotak(self, ubah: Callable[[Kotak], Kotak]) -> Kisi:
        """The same grid with each field as `ubah` makes it."""

        def baris(satu: BarisKisi) -> BarisKisi:
            return replace(satu, daftar_kotak=tuple(map(ubah, satu.daftar_kotak)))

        return replace(
            self,
            daftar_kelompok=tuple(replace(k, daftar=tuple(map(baris, k.daftar))) for k in self.daftar_kelompok),
        )


def baris_kisi(
    daftar_kolom: tuple[KolomKisi, ...],
    pk: int,
    kode: str,
    judul: str,
    nilai: Mapping[str, object],
    *,
    boleh: bool,
    keterangan: str = "",
    alamat: str = "",
    tingkat: int = 0,
) -> BarisKisi:
    """A row of stored values, by the name of their column."""
    daftar = tuple(
        kotak(
            k.nama,
            pk,
            nilai.get(k.nama),
            label=f"{k.judul}: {judul or kode}",
            jenis=k.jenis,
            boleh=boleh and k.boleh,
            petunjuk=k.petunjuk,
            pilihan=k.pilihan,
            kosong=k.kosong,
            usulan=k.usulan,
        )
        for k in daftar_kolom
    )
    return BarisKisi(pk, kode, judul, daftar, keterangan, alamat, tingkat)
