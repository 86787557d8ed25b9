"""What the try-out of a formula is asked: read from the address, so that it can be passed on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from lkjip.dasar.isian import IsianTakTerbaca, JenisIsian, baca_isian
from lkjip.halaman.coba_rumus import Percobaan
from renstra.data import Arah, CaraHitung, JenisIndikator
from renstra.data_rincian import CaraIndikator

BANYAK_KOMPONEN = 6
_E = TypeVar("_E", bound=StrEnum)


@dataclass
class KirimanCoba:
    """`galat`: name of the field → sentence; `diisi`: whether any number was typed."""

    percobaan: Percobaan
    ketikan: Mapping[str, str]
    galat: dict[str, str] = field(default_factory=dict)

    @property
    def diisi(self) -> bool:
        satu = self.percobaan
        daftar = (*satu.bilangan, *(n for pasangan in satu.komponen for n in pasangan))
        return any(nilai is not None for nilai in daftar) and not self.galat


def baca_coba(isi: Mapping[str, str]) -> KirimanCoba:
    """What is to be tried; a field that cannot be read says why."""
    galat: dict[str, str] = {}

    def angka(nama: str) -> Decimal | None:
        try:
            nilai = baca_isian(isi.get(nama, ""), JenisIsian.ANGKA)
        except IsianTakTerbaca as salah:
            galat[nama] = str(salah)
            return None
        return nilai if isinstance(nilai, Decimal) else None

    cara = _pilih(CaraHitung, isi.get("cara_hitung", "")) or CaraHitung.LANGSUNG
    pasangan = ((angka(f"bobot-{n}"), angka(f"nilai-{n}")) for n in range(BANYAK_KOMPONEN))
    komponen = tuple(p for p in pasangan if p != (None, None)) if cara is CaraHitung.KOMPONEN else ()
    percobaan = Percobaan(
        cara=CaraIndikator(cara, isi.get("uraian_pembilang", "")[:300], isi.get("uraian_penyebut", "")[:300]),
        jenis=_pilih(JenisIndikator, isi.get("jenis", "")),
        arah=_pilih(Arah, isi.get("arah", "")),
        bilangan=() if cara is CaraHitung.KOMPONEN else (angka("bilangan-0"), angka("bilangan-1")),
        komponen=komponen,
        target=angka("target"),
    )
    return KirimanCoba(percobaan, isi, galat)


def _pilih(pilihan: type[_E], teks: str) -> _E | None:
    return pilihan(teks) if teks in {p.value for p in pilihan} else None
