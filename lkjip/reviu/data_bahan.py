"""What the system itself knows about a question of the reviu: facts, findings, an answer where they decide. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kinerja.data_reviu import JawabanReviu
from lkjip.pemeriksaan.data import Temuan

# Which rules bear on which question. Every rule about our own data stands at one question at least (tested).
ATURAN_PERTANYAAN: Mapping[str, tuple[str, ...]] = {
    "R1.2": ("KON-08", "HIT-20"),
    "R1.3": ("LEN-03", "LEN-07", "LEN-08", "LEN-09", "KON-09", "HIT-08"),
    "R1.4": ("HIT-25",),
    "R1.5": ("SAK-10", "SAK-02", "SAK-03", "HIT-18"),
    "R1.6": ("LEN-12", "ANG-01", "ANG-02", "ANG-04", "ANG-11", "ANG-12", "ANG-19", "ANG-20", "ANG-21"),
    "R2.1": ("LEN-17", "LEN-18"),
    "R2.2": ("KON-09", "HIT-25"),
    "R2.5": ("HIT-13", "HIT-14", "HIT-15", "HIT-20", "TW-01", "TW-04", "TW-05", "ANG-01", "ANG-02", "ANG-11", "ANG-12"),
    "R3.1": ("KON-08", "KON-09"),
    "R3.2": ("LEN-05", "TW-01"),
    "R3.4": ("KON-11",),
    "R3.5": ("KON-08",),
    "R3.7": ("LEN-04", "LEN-05", "LEN-23"),
    "R3.8": ("KON-11",),
    "R3.10": ("HIT-20", "HIT-13", "HIT-08"),
}


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
