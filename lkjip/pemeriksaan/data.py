"""Records of checking: a claim that a published report makes, and what became of it. Pure."""

from __future__ import annotations

import hashlib
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


class Tingkat(StrEnum):
    """Severity (pemeriksaan.md): a `galat` cannot be right, a `peringatan` is probably wrong, `info`: worth a look."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    INFO = "info"


@dataclass(frozen=True)
class Temuan:
    """What a rule found: both figures in one Indonesian sentence, where, how it was computed, what to do.

    `subjek` is the kode that it is about (indicator, budget row, …; "" the agency-year) and `butir` what else tells two
    findings of one rule and subject apart ("TW2", "murni"); `halaman` names the address where it is mended.
    """

    aturan: str
    tingkat: Tingkat
    pesan: str
    letak: str = ""
    subjek: str = ""
    butir: str = ""
    nilai: str = ""
    seharusnya: str = ""
    cara: str = ""
    saran: str = ""
    halaman: str = ""

    @property
    def kunci(self) -> str:
        """The same finding again, whatever its figures are now."""
        return "|".join((self.aturan, self.subjek, self.butir))

    @property
    def sidik(self) -> str:
        """Changes with the data behind it: an answer given before then no longer holds."""
        isi = "\n".join((self.kunci, self.tingkat, self.pesan, self.nilai, self.seharusnya))
        return hashlib.sha256(isi.encode("utf-8", "surrogatepass")).hexdigest()
