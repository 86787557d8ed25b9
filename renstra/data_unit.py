"""Units of an agency, and which of them a text like "Kabid Mutasi; Sekretariat" names. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from lkjip.dasar.isian import ringkas_teks


@dataclass(frozen=True)
class Unit:
    """A unit; `daftar_sebutan`: other texts by which `penanggung_jawab` names it."""

    pk: int
    nama: str
    daftar_sebutan: tuple[str, ...] = ()


def baku(teks: str) -> str:
    """A text as it is compared: without regard to capitals, outer and repeated spaces."""
    return ringkas_teks(teks).casefold()


@dataclass(frozen=True)
class PetaUnit:
    """The units of one agency, found by the text that names them."""

    daftar: tuple[Unit, ...] = ()

    @cached_property
    def _per_teks(self) -> Mapping[str, frozenset[int]]:
        per_teks: dict[str, set[int]] = defaultdict(set)
        for unit in self.daftar:
            for teks in (unit.nama, *unit.daftar_sebutan):
                per_teks[baku(teks)].add(unit.pk)
        return {teks: frozenset(pk) for teks, pk in per_teks.items()}

    @cached_property
    def nama_per_pk(self) -> Mapping[int, str]:
        return {unit.pk: unit.nama for unit in self.daftar}

    def mengenal(self, teks: str) -> bool:
        """Whether the text as a whole is the name of a unit, semicolons and all."""
        return baku(teks) in self._per_teks

    def dari_teks(self, teks: str) -> frozenset[int]:
        """The units that the text names: as a whole, or part by part where it is parted by semicolons."""
        if not teks.strip():
            return frozenset()
        seluruh = self._per_teks.get(baku(teks), frozenset())
        bagian = (self._per_teks.get(baku(satu), frozenset()) for satu in teks.split(";"))
        return seluruh | frozenset().union(*bagian)

    def nama(self, daftar_pk: frozenset[int]) -> tuple[str, ...]:
        """Names of these units, in the order of the agency's list."""
        return tuple(unit.nama for unit in self.daftar if unit.pk in daftar_pk)
