"""The data of the year as a page with a grid reads them: once to begin with, and anew after each save."""

from __future__ import annotations

from lkjip.laporan.compose.konteks import Konteks
from lkjip.pengisian.ruang import RuangTahun


class Muatan:
    """`muat` gives what the room holds already, and from the second time on the data as they are now.

    `konteks` is what was read last, so that all parts of an answer show the same.
    """

    def __init__(self, ruang: RuangTahun) -> None:
        self._ruang = ruang
        self._dibaca = False

    @property
    def konteks(self) -> Konteks:
        return self._ruang.konteks

    def muat(self) -> Konteks:
        if self._dibaca:
            self._ruang = self._ruang.segar()
        self._dibaca = True
        return self._ruang.konteks
