"""Tables of a text: lines between bars (`| a | b |`), with a title above and a source below.

`| --- | ---: |` under the headings says how columns are aligned; without it a column of numbers stands to the right.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lkjip.laporan.compose.tata_kata import teks_kaya
from lkjip.laporan.isi import Baris, GayaBaris, Kolom, Rata, Sebaris, Sel, Tabel, Teks

if TYPE_CHECKING:
    from lkjip.laporan.compose.konteks import Konteks

TABEL_BARIS = re.compile(r"^\s*\|.*\S")
TABEL_JUDUL = re.compile(r"^\s*Tabel\s*:\s*(?=\S)", re.IGNORECASE)
TABEL_SUMBER = re.compile(r"^\s*Sumber\s*:\s*(?=\S)", re.IGNORECASE)
_PEMISAH = re.compile(r"^\s*:?-{2,}:?\s*$")
_BATAS = re.compile(r"(?<!\\)\|")
_BILANGAN = re.compile(r"^\(?-?(?:Rp)?[\d.,]*\d[\d.,]*\)?%?$")
_MAKS_KOLOM = 24
_SEPERTI_ANGKA = "0" * 10
_KOLOM_LEBAR = 8

_Isi = tuple[Sebaris, ...]


def tabel_naskah(baris: Sequence[str], ktx: Konteks | None, *, kunci: str, judul: str, sumber: str) -> Tabel:
    """The table of these lines; without a title it bears no number."""
    kisi = [_sel(satu) for satu in baris]
    pemisah = next((n for n, isi in enumerate(kisi[:2]) if all(map(_PEMISAH.match, isi))), None)
    kepala = kisi[:1] if pemisah == 1 else []
    badan = kisi if pemisah is None else kisi[pemisah + 1 :]
    banyak = max(len(isi) for isi in (*kepala, *badan, [""]))
    isi_kepala = [_lengkap(isi, banyak, ktx) for isi in kepala]
    isi_badan = [_lengkap(isi, banyak, ktx) for isi in badan]
    tanda = [*(kisi[pemisah] if pemisah is not None else []), *[""] * banyak]
    return Tabel(
        kolom=tuple(_kolom(isi_badan, isi_kepala, n, tanda[n].strip()) for n in range(banyak)),
        baris=tuple(_baris(isi) for isi in isi_badan),
        kepala=tuple(Baris(tuple(Sel(s, Rata.TENGAH, tebal=True) for s in isi)) for isi in isi_kepala),
        kunci=kunci if judul else "",
        judul=judul,
        sumber=sumber,
        nomor_kolom=False,
        mendatar=bool(judul) and banyak > _KOLOM_LEBAR,
    )


def _sel(baris: str) -> list[str]:
    """The cells of a line; more than fit on a page are gathered in the last."""
    isi = [s.strip() for s in _BATAS.split(baris.strip().removeprefix("|"))]
    if len(isi) > 1 and not isi[-1]:
        isi.pop()
    return isi if len(isi) <= _MAKS_KOLOM else [*isi[: _MAKS_KOLOM - 1], " ".join(isi[_MAKS_KOLOM - 1 :])]


def _lengkap(isi: Sequence[str], banyak: int, ktx: Konteks | None) -> list[_Isi]:
    """The cells of a row read, as many as the table has columns."""
    return [teks_kaya(isi[n] if n < len(isi) else "", ktx) for n in range(banyak)]


def _kolom(badan: Sequence[Sequence[_Isi]], kepala: Sequence[Sequence[_Isi]], nomor: int, tanda: str) -> Kolom:
    tertulis = [teks for isi in badan if (teks := _teks(isi[nomor]))]
    judul = max((len(_teks(isi[nomor])) // 2 for isi in kepala), default=0)
    lebar = min(max([judul, *map(len, tertulis), 4]), 40)
    if tanda.endswith(":"):
        return Kolom(lebar, Rata.TENGAH if tanda.startswith(":") else Rata.KANAN)
    angka = bool(tertulis) and not tanda.startswith(":") and all(map(_BILANGAN.match, tertulis))
    return Kolom(lebar, Rata.KANAN if angka else Rata.KIRI)


def _baris(isi: Sequence[_Isi]) -> Baris:
    jumlah = any(_teks(s).strip().lower() in {"jumlah", "total"} for s in isi)
    return Baris(tuple(Sel(s) for s in isi), GayaBaris.JUMLAH if jumlah else GayaBaris.BIASA)


def _teks(isi: _Isi) -> str:
    """The words of a cell; a figure stands for ten digits, which is about what it takes."""
    return "".join(unsur.isi if isinstance(unsur, Teks) else _SEPERTI_ANGKA for unsur in isi)
