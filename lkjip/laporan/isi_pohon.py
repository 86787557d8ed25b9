"""A tree as data: boxes with text, to be drawn by `grafik/pohon.py`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class JenisKotak(StrEnum):
    """What a box stands for; each has a look of its own."""

    TUJUAN = "tujuan"
    SASARAN = "sasaran"
    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUBKEGIATAN = "subkegiatan"
    KELOMPOK = "kelompok"
    JABATAN = "jabatan"


@dataclass(frozen=True)
class KotakPohon:
    """A box: `label` its kind, `uraian` its name, `butir` its indicators, `catatan` who answers for it.

    `putus`: dashed, because only a part of its branches stands here.
    """

    jenis: JenisKotak
    label: str
    uraian: str
    butir: tuple[str, ...] = ()
    catatan: str = ""
    anak: tuple[KotakPohon, ...] = ()
    putus: bool = False

    def banyak_kolom(self, mendatar: int) -> int:
        """Columns that it needs where its level and the next `mendatar` - 1 stand beside each other."""
        if mendatar <= 1 or not self.anak:
            return 1
        return sum(anak.banyak_kolom(mendatar - 1) for anak in self.anak)


@dataclass(frozen=True)
class DataPohon:
    """Boxes of the first `tingkat_mendatar` levels stand beside each other; deeper ones are stacked below theirs.

    `lebar` of the sheet, as the charts count it: 640 as wide as the text of an upright page, 960 of one on its side.
    """

    akar: tuple[KotakPohon, ...]
    tingkat_mendatar: int = 3
    lebar: int = 640
