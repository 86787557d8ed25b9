"""A node of the structure tree: its kind, its object in the file, what lies below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass(eq=False)
class Anotasi:
    """A reference from the tree to a link on the page."""

    kamus: Any
    anotasi: Any

    def lepas(self) -> None:
        """The link leaves the tree and the page."""
        self.anotasi.pop("StructParent", None)


@dataclass(eq=False)
class Unsur:
    """An element. Children are elements, links, and numbers of marked content on page `halaman`.

    `asal` is the tag of the page that it shows, which pieces on further pages share; `nomor` how its list is numbered.
    """

    jenis: str
    kamus: Any
    halaman: int
    anak: list[Unsur | Anotasi | int] = field(default_factory=list)
    sifat: dict[str, Any] = field(default_factory=dict)
    asal: Any = None
    nomor: str = ""

    def __post_init__(self) -> None:
        self.sifat = dict(self.kamus.get("A") or {})

    @property
    def anak_unsur(self) -> list[Unsur]:
        return [satu for satu in self.anak if isinstance(satu, Unsur)]

    def semua(self, jenis: str) -> Iterator[Unsur]:
        """All elements of a kind at or below this one, in reading order."""
        if self.jenis == jenis:
            yield self
        for anak in self.anak_unsur:
            yield from anak.semua(jenis)
