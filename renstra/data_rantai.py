"""Which indicator continues which: the chains through the plans of one agency. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class MataRantai:
    """An indicator of a plan; `pendahulu`: pk of the one that it continues, `catatan`: what changed by that."""

    pk: int
    kode: str
    uraian: str
    renstra: int
    pendahulu: int | None = None
    catatan: str = ""


@dataclass(frozen=True)
class Rantai:
    """All indicators of tujuan and sasaran of an agency."""

    daftar: tuple[MataRantai, ...]

    @cached_property
    def per_pk(self) -> Mapping[int, MataRantai]:
        return {mata.pk: mata for mata in self.daftar}

    @cached_property
    def penerus(self) -> Mapping[int, tuple[MataRantai, ...]]:
        hasil: dict[int, list[MataRantai]] = defaultdict(list)
        for mata in self.daftar:
            if mata.pendahulu is not None:
                hasil[mata.pendahulu].append(mata)
        return {pk: tuple(daftar) for pk, daftar in hasil.items()}

    def leluhur(self, pk: int) -> tuple[MataRantai, ...]:
        """The indicator itself, then what it continues, the latest first."""
        hasil: dict[int, MataRantai] = {}
        kini: int | None = pk
        while kini is not None and kini in self.per_pk and kini not in hasil:
            hasil[kini] = self.per_pk[kini]
            kini = hasil[kini].pendahulu
        return tuple(hasil.values())

    def keluarga(self, pk: int) -> tuple[MataRantai, ...]:
        """The indicator, what it continues, and what continues it; where a plan has several, the nearest of them."""
        hasil = {mata.pk: mata for mata in self.leluhur(pk)}
        antrean: Sequence[MataRantai] = self.penerus.get(pk, ())
        while antrean:
            baru = {mata.pk: mata for mata in antrean if mata.pk not in hasil}
            hasil |= baru
            antrean = [penerus for pk_baru in baru for penerus in self.penerus.get(pk_baru, ())]
        per_renstra: dict[int, MataRantai] = {}
        for mata in hasil.values():
            per_renstra.setdefault(mata.renstra, mata)
        return tuple(per_renstra.values())

    def sepadan(self, dari: int, ke: int) -> Mapping[str, tuple[str, str]]:
        """kode in the plan `ke` → (kode in the plan `dari`, the notes on the way), whichever of the two is earlier."""
        maju = self._turunan(dari, ke)
        if maju:
            return {akhir.kode: (awal.kode, catatan) for awal, akhir, catatan in maju}
        return {awal.kode: (akhir.kode, catatan) for awal, akhir, catatan in self._turunan(ke, dari)}

    def _turunan(self, dari: int, ke: int) -> list[tuple[MataRantai, MataRantai, str]]:
        hasil = []
        for mata in self.daftar:
            if mata.renstra == ke:
                jalan = self.leluhur(mata.pk)
                letak = next((n for n, satu in enumerate(jalan) if n and satu.renstra == dari), 0)
                if letak:
                    catatan = " ".join(satu.catatan for satu in reversed(jalan[:letak]) if satu.catatan)
                    hasil.append((jalan[letak], mata, catatan))
        return hasil
