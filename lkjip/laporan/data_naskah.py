"""What is remembered of a text beside its words: when it was written, by whom, and from which figures. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class CatatanNaskah:
    """`angka`: identity and plain value of each figure that the text speaks of, as they were then."""

    bagian: str
    angka: tuple[Mapping[str, Any], ...] = ()
    oleh: str = ""
    ditulis_pada: datetime | None = None
