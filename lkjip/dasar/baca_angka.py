"""Numbers as Indonesian offices type them, read exactly or refused: never guessed.

`1.234` in a text cell may be one thousand two hundred thirty-four or one and a bit; such a text raises
`AngkaRancu`. In a CSV file the dot is the declared decimal mark (`titik_desimal=True`), so there it is 1.234.
Decimals stay as typed: `99.00` is Decimal("99.00").
"""

from __future__ import annotations

import re
from decimal import Decimal

from lkjip.dasar.hitungan import banyak_desimal

MAKS_DIGIT_BULAT = 20
MAKS_DIGIT_DESIMAL = 20  # a spreadsheet's own quotient (66.66666666666667) must survive the way through CSV
TANDA_KOSONG = frozenset({"", "-", "–", "—", "−"})
_MINUS = ("-", "−", "–")
_RP = re.compile(r"Rp\.?\s*", re.IGNORECASE)
_EKOR_RUPIAH = re.compile(r",\s*[-–—−]{1,2}$")
_GRUP = re.compile(r"[1-9][0-9]{0,2}(?P<pemisah>[.,])[0-9]{3}(?:(?P=pemisah)[0-9]{3})*")
_BENTUK_ANGKA = re.compile(r"[0-9][0-9.,]*")


class AngkaTakTerbaca(ValueError):
    """The text is no number in any notation known here."""


class AngkaRancu(AngkaTakTerbaca):
    """The text is a number that can be read in two ways; `bacaan` holds both, with their sign."""

    def __init__(self, teks: str, bacaan: tuple[Decimal, Decimal]) -> None:
        super().__init__(teks)
        self.bacaan = bacaan


def dalam_batas(nilai: Decimal) -> bool:
    """Whether a finite number is short enough to be stored: 20 digits before its decimal mark, 20 behind it."""
    return banyak_desimal(nilai) <= MAKS_DIGIT_DESIMAL and (not nilai or nilai.adjusted() < MAKS_DIGIT_BULAT)


def baca_angka(teks: str, *, titik_desimal: bool) -> Decimal | None:
    """The number that `teks` states; None where it states none (`-`, `–`, empty).

    A percent sign is dropped: `98,60%` is 98.60. Raises AngkaTakTerbaca or AngkaRancu.
    """
    isi = " ".join(teks.split())  # str.split() also takes no-break and narrow spaces away
    if isi in TANDA_KOSONG:
        return None
    if len(isi) > 80:
        raise AngkaTakTerbaca(teks)
    negatif, angka, rupiah_bulat = _kupas(isi, teks)
    if rupiah_bulat:
        nilai = Decimal(_tanpa_grup(angka, teks))
    else:
        nilai = _baca_bentuk(angka, teks, negatif=negatif, titik_desimal=titik_desimal)
    if not dalam_batas(nilai):
        raise AngkaTakTerbaca(teks)
    return _bertanda(nilai, negatif=negatif)


def _bertanda(nilai: Decimal, *, negatif: bool) -> Decimal:
    return nilai.copy_negate() if negatif and nilai else nilai  # unary minus would round


def _kupas(isi: str, teks: str) -> tuple[bool, str, bool]:
    """Sign, bare digits with their marks, and whether the text ends in `,-` (whole rupiah)."""
    negatif = isi.startswith("(") and isi.endswith(")")
    if negatif:
        isi = isi[1:-1].strip()
    if isi.endswith("%"):
        isi = isi[:-1].rstrip()
    tanpa_rp = False
    for _ in range(3):  # sign, Rp and bracket may stand in either order: -Rp5, Rp-5, Rp(5)
        if isi.startswith(_MINUS) and not negatif:
            negatif, isi = True, isi[1:].lstrip()
        elif isi.startswith("(") and isi.endswith(")") and not negatif:
            negatif, isi = True, isi[1:-1].strip()
        elif not tanpa_rp and (awalan := _RP.match(isi)):
            tanpa_rp, isi = True, isi[awalan.end() :]
    ekor = _EKOR_RUPIAH.search(isi)
    if ekor:
        isi = isi[: ekor.start()].rstrip()
    if not _BENTUK_ANGKA.fullmatch(isi):
        raise AngkaTakTerbaca(teks)
    return negatif, isi, ekor is not None


def _tanpa_grup(angka: str, teks: str) -> str:
    """The digits of a whole number with or without dots between its thousands."""
    if angka.isdigit():
        return angka
    grup = _GRUP.fullmatch(angka)
    if grup is None or grup["pemisah"] != ".":
        raise AngkaTakTerbaca(teks)
    return angka.replace(".", "")


def _baca_bentuk(angka: str, teks: str, *, negatif: bool, titik_desimal: bool) -> Decimal:
    """The bare digits as a number without its sign, which only the two readings of AngkaRancu carry."""
    titik, koma = angka.count("."), angka.count(",")
    if not titik and not koma:
        return Decimal(angka)
    if titik and koma:
        return _baca_dua_tanda(angka, teks)
    tanda = "." if titik else ","
    if titik + koma > 1:
        if not _GRUP.fullmatch(angka):
            raise AngkaTakTerbaca(teks)
        return Decimal(angka.replace(tanda, ""))
    depan, _, belakang = angka.partition(tanda)
    if not belakang:
        raise AngkaTakTerbaca(teks)
    desimal = Decimal(f"{depan}.{belakang}")
    if _GRUP.fullmatch(angka) and not (tanda == "." and titik_desimal):
        dua = (desimal, Decimal(depan + belakang))
        raise AngkaRancu(teks, (_bertanda(dua[0], negatif=negatif), _bertanda(dua[1], negatif=negatif)))
    return desimal


def _baca_dua_tanda(angka: str, teks: str) -> Decimal:
    """Both marks stand there, so the last one is the decimal mark and the other one groups thousands."""
    tanda = max(".", ",", key=angka.rfind)
    grup, _, belakang = angka.rpartition(tanda)
    if tanda in grup or not belakang or not _GRUP.fullmatch(grup):
        raise AngkaTakTerbaca(teks)
    return Decimal(f"{grup.replace('.', '').replace(',', '')}.{belakang}")
