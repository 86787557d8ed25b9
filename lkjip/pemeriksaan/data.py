"""Records of checking: a claim that a published report makes, and what became of it. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from renstra.data import VersiTarget


class KelasKlaim(StrEnum):
    """Classes of a claim (buku-kerja.md, sheet `klaim`)."""

    SESUAI = "sesuai"
    PEMBULATAN = "pembulatan"
    TIDAK_SESUAI = "tidak_sesuai"
    TAK_TERHITUNG = "tak_terhitung"


@dataclass(frozen=True)
class Klaim:
    """At `rujukan` a report prints `nilai` (or `teks`) for `besaran` of `subjek`.

    `nilai` keeps the decimals as printed: Decimal("99.00") has two. `desimal`, where given, overrules them.
    """

    rujukan: str
    besaran: str
    subjek: str = ""
    tahun: int | None = None
    triwulan: int | None = None
    versi: VersiTarget | None = None
    nilai: Decimal | None = None
    desimal: int | None = None
    teks: str = ""
