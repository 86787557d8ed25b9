"""The organisation as its form shows it: rows as typed, added, moved, removed, pasted, proposed. Pure."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lkjip.dasar.butir import sidik_butir
from lkjip.dasar.isian import ringkas_teks
from lkjip.dasar.tempel import urai_blok
from lkjip.laporan.data import TabelBebas
from lkjip.laporan.data_jabatan import KEPALA_JABATAN, MAKS_JABATAN, Jabatan, baca_jabatan, samakan

BAGIAN_BAKU = "bab1.struktur"
_KOSONG = Jabatan("")
_AWAL_BARIS = 5
_MAKS_HURUF = 300


@dataclass(frozen=True)
class FormulirStruktur:
    """What the form holds; blank rows are there to be filled in."""

    judul: str = ""
    sumber: str = ""
    daftar: tuple[Jabatan, ...] = (_KOSONG,) * _AWAL_BARIS

    @property
    def terisi(self) -> tuple[Jabatan, ...]:
        return tuple(satu for satu in self.daftar if satu != _KOSONG)

    @property
    def sidik(self) -> str:
        """A short text that stands for the whole form: by it a save knows whether it builds on what is stored."""
        return sidik_butir([self.judul, self.sumber, *map(repr, self.terisi)])

    @property
    def daftar_atasan(self) -> tuple[str, ...]:
        """The jabatan that a row may name as the one above it."""
        return tuple(dict.fromkeys(satu.jabatan for satu in self.daftar if satu.jabatan))

    def dengan(self, aksi: str) -> FormulirStruktur:
        """One row more or less, or further up: `tambah`, `hapus-2`, `naik-2`."""
        nama, _, nomor = aksi.partition("-")
        ke = int(nomor) if nomor.isdecimal() and len(nomor) < 5 else -1
        baris = list(self.daftar)
        if nama == "tambah" and len(baris) < MAKS_JABATAN:
            baris += [_KOSONG] * min(3, MAKS_JABATAN - len(baris))
        elif nama == "hapus" and 0 <= ke < len(baris):
            del baris[ke]
        elif nama == "naik" and 0 < ke < len(baris):
            baris[ke - 1 : ke + 1] = [baris[ke], baris[ke - 1]]
        return replace(self, daftar=tuple(baris))

    def dengan_tempelan(self, teks: str) -> FormulirStruktur:
        """The rows out of a block copied in a spreadsheet. Raises ValueError with a sentence."""
        try:
            blok = [tuple(map(ringkas_teks, baris)) for baris in urai_blok(teks) if any(baris)]
        except csv.Error as galat:
            raise ValueError("Ada sel yang terlalu panjang. Pecah isinya.") from galat
        if not blok:
            return self
        if len(blok) > MAKS_JABATAN + 1:
            raise ValueError(f"Bagan memuat paling banyak {MAKS_JABATAN} jabatan.")
        kepala: tuple[str, ...] = KEPALA_JABATAN if max(map(len, blok)) > 2 else ("Jabatan", "Atasan")
        if baca_jabatan(TabelBebas("", "", kepala=blok[0])) is not None:
            kepala, blok = blok[0], blok[1:]
        return replace(self, daftar=baca_jabatan(TabelBebas("", "", kepala=kepala, baris=tuple(blok))) or self.daftar)

    def dengan_usulan(self, usulan: Sequence[Jabatan]) -> FormulirStruktur:
        """The rows that are there, and after them those jabatan of the proposal that are not."""
        ada = {samakan(satu.jabatan) for satu in self.terisi}
        baru = tuple(satu for satu in usulan if samakan(satu.jabatan) not in ada)
        return replace(self, daftar=(*self.terisi, *baru) or self.daftar)

    def tabel(self, nama: str, bagian: str) -> TabelBebas:
        """The record of the free table."""
        baris = tuple((satu.jabatan, satu.nama or None, satu.atasan or None) for satu in self.terisi)
        return TabelBebas(nama, bagian or BAGIAN_BAKU, self.judul, self.sumber, KEPALA_JABATAN, baris)


def formulir_struktur(tabel: TabelBebas | None) -> FormulirStruktur:
    """The form of a stored table; of none, an empty one."""
    daftar = baca_jabatan(tabel) if tabel else None
    if tabel is None or daftar is None:
        return FormulirStruktur()
    return FormulirStruktur(tabel.judul.strip(), tabel.sumber.strip(), daftar or FormulirStruktur().daftar)


def baca_formulir_struktur(kiriman: Mapping[str, str]) -> FormulirStruktur:
    """What the form sent: `jabatan-0`, `nama-0`, `atasan-0` … up to the first number that is not there."""
    banyak = next((n for n in range(MAKS_JABATAN) if f"jabatan-{n}" not in kiriman), MAKS_JABATAN)

    def teks(nama: str) -> str:
        return ringkas_teks(kiriman.get(nama, ""))[:_MAKS_HURUF]

    daftar = [Jabatan(teks(f"jabatan-{n}"), teks(f"nama-{n}"), teks(f"atasan-{n}")) for n in range(banyak)]
    return FormulirStruktur(teks("judul"), teks("sumber"), tuple(daftar))
