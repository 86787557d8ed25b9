"""The text of one place of the report: how its stored rows read in the editor, and the report with a draft instead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lkjip.dasar.butir import sidik_butir
from lkjip.laporan.compose import Naskah
from lkjip.laporan.compose.markah import baris_dari_naskah, naskah_dari_baris, tulis_markah
from lkjip.laporan.compose.ruas import Ruas
from lkjip.laporan.data import DataLaporan, Narasi

_BARIS_BARU = re.compile("\r\n|[\r\v\f]")  # Word's own line break (\v) comes along with plain text


def cari_ruas(naskah: Naskah, bagian: str) -> Ruas | None:
    """The place whose text is stored under this name."""
    return next((ruas for ruas in naskah.daftar_ruas if ruas.bagian == bagian), None)


def nama_ruas(ruas: Ruas) -> tuple[str, ...]:
    """Every name under which text of the place may be stored, the one that it is saved under first."""
    return (ruas.bagian, *ruas.nama_lain)


def rapikan_teks(teks: str) -> str:
    """A text as a form sends it, with one kind of line end and without the blanks around it that no report shows."""
    return _BARIS_BARU.sub("\n", teks).strip()


def sidik_teks(teks: str) -> str:
    """Stands for a text: by it a save knows whether it builds on what is stored."""
    return sidik_butir([teks])


def teks_baris(daftar: Sequence[Narasi], ruas: Ruas) -> str:
    """The rows of the place among these as one text."""
    return teks_ruas(DataLaporan(daftar_narasi=tuple(daftar)), ruas)


def teks_ruas(laporan: DataLaporan, ruas: Ruas) -> str:
    """What is written at the place; '' where it is empty or composed."""
    per_bagian = laporan.daftar_narasi_per_bagian
    daftar = [satu for nama in nama_ruas(ruas) for satu in per_bagian.get(nama, ())]
    return naskah_dari_baris(daftar, daftar=ruas.daftar)


def teks_otomatis(ruas: Ruas, tahun: int) -> str:
    """The composed sentences of the place as a text whose figures stay live."""
    return tulis_markah(ruas.otomatis, tahun=tahun)


def laporan_dengan(laporan: DataLaporan, ruas: Ruas, teks: str) -> DataLaporan:
    """The same report with `teks` at the place."""
    nama = set(nama_ruas(ruas))
    lain = tuple(satu for satu in laporan.daftar_narasi if satu.bagian not in nama)
    isi = baris_dari_naskah(teks, daftar=ruas.daftar)
    baru = tuple(Narasi(ruas.bagian, nomor, satu) for nomor, satu in enumerate(isi, 1))
    return replace(laporan, daftar_narasi=(*lain, *baru))
