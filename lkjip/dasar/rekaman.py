"""Records and their values: the one text of a decimal, equality by digits, the way between a record and a table row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from textwrap import shorten
from typing import Any, TypeVar, get_args, get_type_hints

_R = TypeVar("_R")


def tulisan_baku(nilai: Decimal) -> str:
    """The one text of a decimal: plain digits, trailing zeros kept, no exponent, no negative zero."""
    return f"{nilai if nilai else abs(nilai):f}"


def bentuk_baku(nilai: object) -> object:
    """A value as it is compared: a decimal by its digits, because 27.0 and 27.00 differ on paper; records likewise."""
    if isinstance(nilai, Decimal):
        return tulisan_baku(nilai)
    if is_dataclass(nilai):
        return tuple(bentuk_baku(getattr(nilai, f.name)) for f in fields(nilai) if f.compare)
    return tuple(bentuk_baku(isi) for isi in nilai) if isinstance(nilai, tuple) else nilai


def tulisan_nilai(nilai: object) -> str:
    """A column's value as people read it in a list of changes."""
    if nilai is None:
        return ""
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, Decimal):
        return tulisan_baku(nilai).replace(".", ",")
    if isinstance(nilai, dict):
        return "; ".join(tulisan_nilai(isi) for isi in nilai.values())
    if isinstance(nilai, tuple | list):
        return "; ".join(tulisan_nilai(isi) for isi in nilai)
    return str(nilai)


@cache
def _jenis_per_kolom(kelas: Any) -> dict[str, tuple[type[StrEnum] | None, bool]]:
    """Field of a record → its enum, if any, and whether it is plain text."""
    hasil: dict[str, tuple[type[StrEnum] | None, bool]] = {}
    for nama, petunjuk in get_type_hints(kelas).items():
        pilihan = [p for p in (petunjuk, *get_args(petunjuk)) if isinstance(p, type) and issubclass(p, StrEnum)]
        hasil[nama] = (pilihan[0] if pilihan else None, petunjuk is str)
    return hasil


def susun_rekaman(
    kelas: type[_R], daftar: Iterable[Mapping[str, Any]], *, nama_lain: Mapping[str, str] | None = None
) -> tuple[_R, ...]:
    """Rows of `values()` → frozen records. Empty text is no enum; a missing reference is empty text.

    `nama_lain`: annotation → field of the record (an annotation may not be called like a column).
    """
    jenis = _jenis_per_kolom(kelas)  # type: ignore[arg-type]  # a class is hashable
    ganti = nama_lain or {}

    def nilai(nama: str, isi: Any) -> Any:
        pilihan, teks = jenis[nama]
        if pilihan is not None:
            return pilihan(isi) if isi else None
        return "" if teks and isi is None else isi

    return tuple(
        kelas(**{ganti.get(nama, nama): nilai(ganti.get(nama, nama), isi) for nama, isi in baris.items()})
        for baris in daftar
    )


def kelompokkan(daftar: Iterable[Mapping[str, Any]], pemilik: str) -> dict[Any, list[dict[str, Any]]]:
    """Rows by their owner, in the order in which they come; the column `pemilik` is taken out of them."""
    hasil: dict[Any, list[dict[str, Any]]] = {}
    for baris in daftar:
        hasil.setdefault(baris[pemilik], []).append({nama: isi for nama, isi in baris.items() if nama != pemilik})
    return hasil


def isi_kolom(rekaman: object, *kecuali: str) -> dict[str, Any]:
    """The columns of a record, as a model takes them: no enum is empty text. `kecuali`: set by the caller."""
    hasil: dict[str, Any] = {}
    for nama, (pilihan, _) in _jenis_per_kolom(type(rekaman)).items():  # type: ignore[arg-type]  # a class is hashable
        if nama not in kecuali:
            isi = getattr(rekaman, nama)
            hasil[nama] = isi if pilihan is None else (isi.value if isi is not None else "")
    return hasil


def sebutan(kode: str, uraian: str) -> str:
    """How a row is called in lists and in the history: its kode and the beginning of its text."""
    return shorten(f"{kode} {uraian}", 80, placeholder=" …")
