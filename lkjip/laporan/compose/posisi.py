"""Where an indicator stands against its target."""

from __future__ import annotations

from enum import Enum


class Posisi(Enum):
    """Where a capaian stands against its target, the direction of the indicator taken into account."""

    MELAMPAUI = "melampaui"
    TEPAT = "tepat"
    DI_BAWAH = "di bawah"
    TANPA_ANGKA = "tanpa angka"
