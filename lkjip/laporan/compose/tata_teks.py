"""The grammar of a text: lines → paragraphs, lists, tables, sub-headings, and the places of pictures and free tables.

Marks stand at the beginning of a line. Lists are read here and not by Markdown, which would renumber an item that an
agency numbered "2." itself. Every line is looked at a fixed number of times, so a long text only takes longer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lkjip.laporan.compose.penempatan import LETAK, tempatkan
from lkjip.laporan.compose.tata_daftar import (
    INDEN_ANAK,
    Urutan,
    bertanda,
    blok_baris_daftar,
    sambungan,
    urutan_daftar,
)
from lkjip.laporan.compose.tata_kata import lepas, teks_kaya
from lkjip.laporan.compose.tata_tabel import TABEL_BARIS, TABEL_JUDUL, TABEL_SUMBER, tabel_naskah
from lkjip.laporan.isi import Bagian, Blok, Paragraf, Simpul

if TYPE_CHECKING:
    from lkjip.laporan.compose.konteks import Konteks

_JUDUL = re.compile(r"^\s*#{2,4}\s+(\S.*)$")


@dataclass(frozen=True)
class _Judul:
    isi: str


_Datar = Blok | Bagian | _Judul


def urai_teks(isi: str, ktx: Konteks | None = None, *, nama: str = "naskah", tunggal: bool = False) -> list[Simpul]:
    """The nodes of a text. `nama` makes the keys of its headings and tables; `tunggal`: a lone "1." is a list, too."""
    penulis = _Penulis(ktx, nama, tunggal)
    datar: list[_Datar] = []
    for penggal in penggal_teks(isi):
        datar.extend(penulis.blok(penggal))
    return _lipat(datar, nama)


def penggal_teks(isi: str) -> Iterator[list[str]]:
    """Lines between blank lines; a table keeps its title and its source, a list its next item, though one parts them.

    Indentation counts from the first line of each.
    """
    daftar: list[str] = []
    kosong = False
    tepi = 0
    urutan: Urutan | None = None
    for baris in isi.expandtabs(4).splitlines():
        if not baris.strip():
            kosong = True
            continue
        terikat = bool(daftar) and (
            _setabel(daftar[-1], baris) or _meneruskan(baris[min(tepi, _inden(baris)) :], urutan)
        )
        if kosong and daftar and not terikat:
            yield daftar
            daftar = []
        kosong = False
        tepi = tepi if daftar else _inden(baris)
        daftar.append(baris[min(tepi, _inden(baris)) :])
        urutan = urutan_daftar(daftar[-1], urutan if len(daftar) > 1 else None)
    if daftar:
        yield daftar


def _inden(baris: str) -> int:
    return len(baris) - len(baris.lstrip())


def _meneruskan(baris: str, urutan: Urutan | None) -> bool:
    """Whether the line is the next item of the list, though a blank line parts them."""
    if urutan is None or not bertanda(baris) or _inden(baris) >= INDEN_ANAK:
        return False
    jenis, nomor = urutan
    return urutan_daftar(baris, urutan) == (jenis, nomor + 1 if nomor else 0)


def _setabel(atas: str, bawah: str) -> bool:
    pasangan = ((TABEL_JUDUL, TABEL_BARIS), (TABEL_BARIS, TABEL_SUMBER))
    return any(di_atas.match(atas) and di_bawah.match(bawah) for di_atas, di_bawah in pasangan)


def _lipat(datar: Sequence[_Datar], nama: str) -> list[Simpul]:
    """What follows a sub-heading belongs to it, up to the next."""
    hasil: list[Simpul] = []
    daftar_judul: list[tuple[_Judul, list[Simpul]]] = []
    for satu in datar:
        if isinstance(satu, _Judul):
            daftar_judul.append((satu, []))
        else:
            (daftar_judul[-1][1] if daftar_judul else hasil).append(satu)
    return [*hasil, *(_bagian(nama, n, judul, tuple(isi)) for n, (judul, isi) in enumerate(daftar_judul, 1))]


def _bagian(nama: str, urutan: int, judul: _Judul, isi: tuple[Blok | Bagian, ...]) -> Bagian:
    return Bagian(f"judul-{nama}-{urutan}", lepas(judul.isi.rstrip("# ") or judul.isi), isi, False, terdaftar=False)


class _Penulis:
    """Turns the lines between two blank lines into nodes; counts the tables that it numbers."""

    def __init__(self, ktx: Konteks | None, nama: str, tunggal: bool) -> None:
        self.ktx, self.nama, self.tunggal = ktx, nama, tunggal
        self.banyak_tabel = 0

    def blok(self, baris: list[str]) -> list[_Datar]:
        hasil: list[_Datar] = []
        polos: list[str] = []
        awal = 0

        def tutup() -> None:
            if polos:
                hasil.append(Paragraf(teks_kaya("\n".join(polos), self.ktx)))
                polos.clear()

        while awal < len(baris):
            isi, akhir = self._khusus(baris, awal, sesudah_titik_dua=bool(polos) and polos[-1].rstrip().endswith(":"))
            if isi is None:
                polos.extend(baris[awal:akhir])
            else:
                tutup()
                hasil.extend(isi)
            awal = akhir
        tutup()
        return hasil

    def _khusus(self, baris: list[str], awal: int, *, sesudah_titik_dua: bool) -> tuple[list[_Datar] | None, int]:
        """What begins at this line and where it ends; None: plain text."""
        if cocok := _JUDUL.match(baris[awal]):
            return [_Judul(cocok[1])], awal + 1
        if (cocok := LETAK.match(baris[awal])) and self.ktx is not None:
            letak = tempatkan(self.ktx, cocok[1], cocok[2])
            return ([letak], awal + 1) if letak is not None else (None, awal + 1)
        pertama = awal + 1 if TABEL_JUDUL.match(baris[awal]) else awal
        if pertama < len(baris) and TABEL_BARIS.match(baris[pertama]):
            return self._tabel(baris, awal, pertama)
        if bertanda(baris[awal]):
            akhir = awal + 1
            while akhir < len(baris) and (bertanda(baris[akhir]) or sambungan(baris[akhir])):
                akhir += 1
            daftar = blok_baris_daftar(baris[awal:akhir], self.ktx, tunggal=self.tunggal or sesudah_titik_dua)
            return (None if daftar is None else [*daftar]), akhir
        return None, awal + 1

    def _tabel(self, baris: list[str], awal: int, pertama: int) -> tuple[list[_Datar], int]:
        akhir = pertama
        while akhir < len(baris) and TABEL_BARIS.match(baris[akhir]):
            akhir += 1
        judul = TABEL_JUDUL.sub("", baris[awal]) if pertama > awal else ""
        sumber = TABEL_SUMBER.sub("", baris[akhir]) if akhir < len(baris) and TABEL_SUMBER.match(baris[akhir]) else ""
        self.banyak_tabel += 1
        kunci = f"tabel-naskah-{self.nama}-{self.banyak_tabel}"
        tabel = tabel_naskah(baris[pertama:akhir], self.ktx, kunci=kunci, judul=lepas(judul), sumber=lepas(sumber))
        return [tabel], akhir + bool(sumber)
