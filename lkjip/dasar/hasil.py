"""What every formula returns: a value, or the reason why there is none, and how it came about."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum


class Keadaan(StrEnum):
    """The four things that a figure can be; they are never mixed up."""

    ADA = "ada"  # a number (zero included) or a word
    KOSONG = "kosong"  # data are missing
    TIDAK_BERLAKU = "tidak_berlaku"  # the figure has no meaning here (target nol, pagu nol, no scale …)
    BELUM_WAKTUNYA = "belum_waktunya"  # its period is not over on the day asked for


@dataclass(frozen=True)
class Hasil:
    """A named figure of one subject and period.

    `nilai` is a Decimal, or a word (kategori, predikat), or None; with None, `alasan` says why in one
    Indonesian sentence and `keadaan` says which kind of absence it is. `cara` is the short trace
    ("90,43 / 90 × 100; target: Perjanjian Kinerja perubahan 2024"). `hasil_bagi` is True where the figure is
    a ratio, a mean or a composite, so that a printed value may be its truncation (`pembulatan`, buku-kerja.md).
    `tanpa_batas` keeps the figure before `batas_capaian` where the cap changed it.
    """

    nilai: Decimal | str | None
    keadaan: Keadaan
    alasan: str = ""
    cara: str = ""
    hasil_bagi: bool = False
    tanpa_batas: Decimal | None = None

    @property
    def ada(self) -> bool:
        return self.keadaan is Keadaan.ADA

    @property
    def angka(self) -> Decimal | None:
        """The value where it is a number, else None."""
        return self.nilai if isinstance(self.nilai, Decimal) else None

    @property
    def kata(self) -> str | None:
        """The value where it is a word, else None."""
        return self.nilai if isinstance(self.nilai, str) else None

    def dengan(self, **perubahan: object) -> Hasil:
        """A copy with some fields replaced."""
        return replace(self, **perubahan)  # type: ignore[arg-type]


def ada(nilai: Decimal | str, cara: str, *, hasil_bagi: bool = False, tanpa_batas: Decimal | None = None) -> Hasil:
    """A figure that exists."""
    return Hasil(nilai, Keadaan.ADA, cara=cara, hasil_bagi=hasil_bagi, tanpa_batas=tanpa_batas)


def kosong(alasan: str, cara: str = "") -> Hasil:
    """No figure: data are missing; `alasan` says which."""
    return Hasil(None, Keadaan.KOSONG, alasan=alasan, cara=cara)


def tidak_berlaku(alasan: str, cara: str = "") -> Hasil:
    """No figure: it has no meaning with these data (target nol, pagu nol …)."""
    return Hasil(None, Keadaan.TIDAK_BERLAKU, alasan=alasan, cara=cara)


def belum_waktunya(alasan: str, cara: str = "") -> Hasil:
    """No figure yet: its period is not over on the day asked for."""
    return Hasil(None, Keadaan.BELUM_WAKTUNYA, alasan=alasan, cara=cara)
