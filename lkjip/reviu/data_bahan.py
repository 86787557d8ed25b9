"""What the system itself knows about a question of the reviu: facts, findings, an answer where they decide. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kinerja.data_reviu import JawabanReviu
from lkjip.pemeriksaan.data import Temuan
from lkjip.pemeriksaan.data_katalog import KATALOG

# Which rules bear on which question; the rest stand at the question of their group (tested: none is left out).
_PERTANYAAN: Mapping[str, tuple[str, ...]] = {
    "R1.1": ("LEN-01", "LEN-13", "LEN-16", "KON-14", "NAR-06"),
    "R1.2": ("KON-08", "HIT-20", "LEN-02", "KON-01", "KON-10"),
    "R1.3": ("LEN-03", "LEN-07", "LEN-08", "LEN-09", "KON-09", "HIT-08", "LEN-10", "LEN-11", "NAR-01"),
    "R1.4": ("HIT-25", "LEN-15", "FMT-06"),
    "R1.5": ("SAK-10", "SAK-02", "SAK-03", "HIT-18", "LEN-14"),
    "R1.6": ("LEN-12", "ANG-01", "ANG-02", "ANG-04", "ANG-11", "ANG-12", "ANG-19", "ANG-20", "ANG-21"),
    "R2.1": ("LEN-17", "LEN-18", "LEN-19", "LEN-20", "LEN-21", "FMT-11", "FMT-12", "FMT-13", "TW-09"),
    "R2.2": ("KON-09", "HIT-25", "LEN-22", "KON-20", "TW-03", "TW-10", "NAR-04", "FMT-10"),
    "R2.5": ("HIT-13", "HIT-14", "HIT-15", "HIT-20", "TW-01", "TW-04", "TW-05", "ANG-01", "ANG-02", "ANG-11", "ANG-12",
             "KON-12", "KON-15", "FMT-01", "FMT-02", "FMT-08"),
    "R3.1": ("KON-08", "KON-09", "KON-05", "KON-06", "KON-07"),
    "R3.2": ("LEN-05", "TW-01", "KON-01", "KON-13", "KON-18", "KON-19"),
    "R3.4": ("KON-11",),
    "R3.5": ("KON-08",),
    "R3.7": ("LEN-04", "LEN-05", "LEN-23", "LEN-06", "LEN-24", "KON-17"),
    "R3.8": ("KON-11", "KON-21", "KON-22"),
    "R3.10": ("HIT-20", "HIT-13", "HIT-08", "KON-16", "KON-21"),
}  # fmt: skip
_PER_KELOMPOK = {
    "KON": "R3.1", "HIT": "R2.5", "TW": "R2.5", "ANG": "R1.6", "EFI": "R1.6", "LEN": "R1.3", "SAK": "R1.5",
    "NAR": "R2.5", "FMT": "R1.1", "TTE": "R2.1",
}  # fmt: skip


def _lengkapi() -> Mapping[str, tuple[str, ...]]:
    disebut = {aturan for daftar in _PERTANYAAN.values() for aturan in daftar}
    hasil = {kode: list(daftar) for kode, daftar in _PERTANYAAN.items()}
    for aturan in KATALOG:
        if aturan not in disebut:
            hasil[_PER_KELOMPOK[aturan.partition("-")[0]]].append(aturan)
    return {kode: tuple(daftar) for kode, daftar in hasil.items()}


ATURAN_PERTANYAAN: Mapping[str, tuple[str, ...]] = _lengkapi()


@dataclass(frozen=True)
class Fakta:
    """A sentence about the report, and the place in it that shows it (key of a node; '': none)."""

    kalimat: str
    jangkar: str = ""


@dataclass(frozen=True)
class Bahan:
    """`usul` None: only a person can tell; else `alasan` says on what it rests."""

    daftar_fakta: tuple[Fakta, ...] = ()
    daftar_temuan: tuple[Temuan, ...] = ()
    usul: JawabanReviu | None = None
    alasan: str = ""
