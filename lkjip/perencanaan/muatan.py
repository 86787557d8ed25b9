"""The data of the year as a page with a grid reads them: once to begin with, and anew after each save."""

from __future__ import annotations

from lkjip.laporan.compose.konteks import Konteks
from lkjip.pengisian.ruang import RuangTahun


class Muatan:
    """`muat` gives the room as it is, and from the second time on the room with the data as they are now.

    `ruang` and `konteks` are what was read last, so that all parts of an answer show the same.
    """

    def __init__(self, ruang: RuangTahun) -> None:
        self.ruang = ruang
        self._dibaca = False

    @property
    def konteks(self) -> Konteks:
        return self.ruang.konteks

    def muat(self) -> RuangTahun:
        if self._dibaca:
            self.ruang = self.ruang.segar()
        self._dibaca = True
        return self.ruang
