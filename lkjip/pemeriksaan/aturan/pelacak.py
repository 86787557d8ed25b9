"""Which parts of a workbook a rule has read, so that it need not run again while these are the same. Pure.

A rule is a function of the workbook alone. If no part that it read is another one now, it would take the same way again
and find the same: no rule has to say what it reads, and none can forget to.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import fields
from functools import cached_property
from typing import Any

from anggaran.data import DataAnggaran
from kinerja.data import DataKinerja
from lkjip.data import BukuKerja, DataInstansi
from lkjip.laporan.data import DataLaporan
from lkjip.pemeriksaan.bacaan import Bacaan
from renstra.data import DataRenstra

SEMUA = "*"  # read by who was given a tool that remembers figures for everybody
_WADAH = (BukuKerja, DataInstansi, DataAnggaran, DataKinerja, DataRenstra, DataLaporan)
_BINGKAI: ContextVar[set[str] | None] = ContextVar("bagian yang dibaca", default=None)


@contextmanager
def mencatat() -> Iterator[set[str]]:
    """The parts that are read inside. Whoever listens outside hears of them too."""
    dibaca: set[str] = set()
    tanda = _BINGKAI.set(dibaca)
    try:
        yield dibaca
    finally:
        _BINGKAI.reset(tanda)
        catat(dibaca)


def catat(bagian: set[str]) -> None:
    """Say that these parts are read now."""
    dibaca = _BINGKAI.get()
    if dibaca is not None:
        dibaca |= bagian


class _Kolom:
    """A field of a record; who reads it has read this part."""

    def __init__(self, nama: str, bagian: str) -> None:
        self.nama, self.bagian = nama, {bagian}

    def __get__(self, objek: Any, kelas: type | None = None) -> Any:
        if objek is None:
            return self
        catat(self.bagian)
        return objek.__dict__[self.nama]

    def __set__(self, objek: Any, nilai: object) -> None:
        objek.__dict__[self.nama] = nilai


class _Turunan:
    """What is worked out once from fields: whoever asks for it later has read the same parts."""

    def __init__(self, asli: cached_property[Any], nama: str) -> None:
        self.asli, self.nama = asli.func, nama

    def __get__(self, objek: Any, kelas: type | None = None) -> Any:
        if objek is None:
            return self
        if self.nama not in objek.__dict__:
            with mencatat() as dibaca:
                nilai = self.asli(objek)
            objek.__dict__[self.nama] = (nilai, dibaca)
        nilai, dibaca = objek.__dict__[self.nama]
        catat(dibaca)
        return nilai

    def __set__(self, objek: Any, nilai: object) -> None:
        raise AttributeError(self.nama)


class _Bersama:
    """A tool that keeps figures in ways of its own: whoever holds it may have read everything."""

    def __init__(self, asli: Any) -> None:
        self.asli = asli

    def __get__(self, objek: Any, kelas: type | None = None) -> Any:
        catat({SEMUA})
        return self.asli.__get__(objek, kelas)

    def __set__(self, objek: Any, nilai: object) -> None:
        raise AttributeError(str(self.asli))


def _turunan(kelas: type) -> dict[str, Any]:
    semua = {nama: isi for k in reversed(kelas.__mro__) for nama, isi in vars(k).items()}
    return {nama: _Turunan(isi, nama) for nama, isi in semua.items() if isinstance(isi, cached_property)}


def bagian_kolom(kelas: type, nama: str) -> str:
    return f"{kelas.__name__}.{nama}"


_TERLACAK: dict[type[Any], type[Any]] = {
    kelas: type(
        kelas.__name__,
        (kelas,),
        {k.name: _Kolom(k.name, bagian_kolom(kelas, k.name)) for k in fields(kelas)} | _turunan(kelas),
    )
    for kelas in _WADAH
}


def daftar_bagian(rekaman: object) -> Iterator[tuple[str, object]]:
    """(name, content) of every part of a workbook: the fields of its records that are no records of parts."""
    for kolom in fields(rekaman):  # type: ignore[arg-type]
        isi = getattr(rekaman, kolom.name)
        if type(isi) in _TERLACAK:
            yield from daftar_bagian(isi)
        else:
            yield bagian_kolom(type(rekaman), kolom.name), isi


def lacak(buku: BukuKerja) -> BukuKerja:
    """The same workbook, whose parts are heard when they are read (`mencatat`)."""
    terlacak: BukuKerja = _lacak(buku)
    return terlacak


def _lacak(rekaman: Any) -> Any:
    baru = object.__new__(_TERLACAK[type(rekaman)])
    for kolom in fields(rekaman):
        isi = getattr(rekaman, kolom.name)
        baru.__dict__[kolom.name] = _lacak(isi) if type(isi) in _TERLACAK else isi
    return baru


def _alat_bersama(nama: str, isi: object) -> bool:
    return not nama.startswith("__") and (nama == "konteks" or not isinstance(isi, cached_property))


# What a Bacaan works out once from texts is heard; its figures and names come from tools that remember for all.
BacaanTerlacak: type[Bacaan] = type(
    "BacaanTerlacak",
    (Bacaan,),
    _turunan(Bacaan) | {n: _Bersama(isi) for n, isi in vars(Bacaan).items() if _alat_bersama(n, isi)},
)
