"""The filter of the tree: what is looked for, with everything above it, opened as far as it lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lkjip.halaman.pohon_kinerja import Simpul
from lkjip.laporan.compose.cascading import JenisCabang


@dataclass(frozen=True)
class SaringanPohon:
    """Words that all occur in a node, a unit (pk), a level, only what is wrong; `buka` opens the whole tree."""

    cari: str = ""
    unit: int | None = None
    jenis: JenisCabang | None = None
    bermasalah: bool = False
    buka: bool = False

    @property
    def aktif(self) -> bool:
        return bool(self.cari or self.unit is not None or self.jenis or self.bermasalah)

    def cocok(self, simpul: Simpul) -> bool:
        return (
            all(kata in simpul.teks_cari for kata in self.cari.casefold().split())
            and (self.unit is None or self.unit in simpul.daftar_unit)
            and (self.jenis is None or simpul.cabang.jenis is self.jenis)
            and (not self.bermasalah or simpul.banyak_masalah > 0)
        )


def saring(daftar: Sequence[Simpul], saringan: SaringanPohon) -> tuple[Simpul, ...]:
    """All nodes again; those that do not match and have no match below them are not shown."""
    if not saringan.aktif:
        return tuple(replace(s, terbuka=True) for s in daftar) if saringan.buka else tuple(daftar)
    hasil: list[Simpul] = []
    cocok_di_bawah: set[int] = set()  # depths at which a node is needed by a match below it
    for simpul in reversed(daftar):
        dalam = simpul.cabang.kedalaman
        di_bawah = dalam in cocok_di_bawah
        cocok_di_bawah.discard(dalam)
        tampil = di_bawah or saringan.cocok(simpul)
        if tampil and dalam:
            cocok_di_bawah.add(dalam - 1)
        hasil.append(replace(simpul, tampil=tampil, terbuka=di_bawah or saringan.buka))
    return tuple(reversed(hasil))
