"""The hash under which a file is found again: the same data and the same program give the same one.

So what lies there is served at once and can never be out of date.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path

from lkjip.data import BukuKerja
from lkjip.laporan.data_penyusunan import Pesanan
from lkjip.laporan.isi import Dokumen

_AKAR = Path(__file__).resolve().parents[2]
_SUMBER = ("lkjip", "renstra", "kinerja", "anggaran", "static/laporan")


@cache
def sidik_program() -> str:
    """Hash of everything that decides how a report looks: a new version of the program makes new files."""
    jumlah = hashlib.sha256()
    for map_sumber in _SUMBER:
        for path in sorted((_AKAR / map_sumber).rglob("*")):
            if path.is_file() and path.suffix in {".py", ".html", ".css", ".svg"}:
                jumlah.update(path.relative_to(_AKAR).as_posix().encode() + path.read_bytes())
    return jumlah.hexdigest()


def sidik_isi(isi: BukuKerja | Dokumen) -> str:
    """Hash of the content alone: what was checked and frozen is the same whatever the program looks like."""
    return hashlib.sha256(tulisan_tetap(isi).encode()).hexdigest()


def sidik_direviu(buku: BukuKerja) -> str:
    """Hash of the report's content without the reviewer's statement: what a reviu is about.

    Binding the statement in changes the content (and so `sidik_isi`, by which a version is frozen); it must not change
    whether the content is the one that was reviewed.
    """
    return sidik_isi(replace(buku, laporan=replace(buku.laporan, pernyataan_reviu=None)))


def sidik(isi: BukuKerja | Dokumen, pesanan: Pesanan, kode: str = "") -> str:
    """Hash of the content, the form and the program; `kode`: of the seal that is printed into an official version."""
    bentuk = f"{pesanan.bentuk.value} {pesanan.akhir} {pesanan.terbitan} {kode}"
    return hashlib.sha256(f"{sidik_program()}\n{bentuk}\n{tulisan_tetap(isi)}".encode()).hexdigest()


def tulisan_tetap(nilai: object) -> str:
    """Every field of the records, digit by digit, the same in every process: a set's own order is another in each.

    What the repr leaves out (bytes of pictures) stands there as its own hash.
    """
    if is_dataclass(nilai) and not isinstance(nilai, type):
        isi = [
            f"{nama}={tulisan_tetap(isi)}"
            for nama, hanya_berisi in _daftar_kolom(type(nilai))
            if (isi := getattr(nilai, nama)) or not hanya_berisi
        ]
        return f"{type(nilai).__qualname__}({', '.join(isi)})"
    if isinstance(nilai, tuple | list):
        return f"({', '.join(map(tulisan_tetap, nilai))})"
    if isinstance(nilai, Mapping):
        return f"{{{', '.join(f'{kunci!r}: {tulisan_tetap(isi)}' for kunci, isi in nilai.items())}}}"
    if isinstance(nilai, set | frozenset):
        return f"{{{', '.join(sorted(map(tulisan_tetap, nilai)))}}}"
    return repr(nilai)


@cache
def _daftar_kolom(kelas: type) -> tuple[tuple[str, bool], ...]:
    """Name, and whether it counts only while something stands in it (`lkjip.laporan.data.TAK_DISEBUT`)."""
    return tuple((k.name, "tak_disebut_bila_kosong" in k.metadata) for k in fields(kelas) if k.repr)
