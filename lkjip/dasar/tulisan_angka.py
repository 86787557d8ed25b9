"""Numbers as Indonesians write them. The only place where a figure is rounded: half up, when it is shown."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from lkjip.dasar.hitungan import KONTEKS

TANPA_NILAI = "–"
_PENYEMBUH = Context(prec=40, rounding=ROUND_HALF_UP)
_SATUAN = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_BESARAN = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (1000, "ribu"), (100, "ratus"))


def bulat(nilai: Decimal, desimal: int) -> Decimal:
    """`nilai` rounded half up (away from zero on a tie) to `desimal` decimals.

    Quotients carry 60 digits; reading them at 40 first turns 0,124999… (a sum of thirds that is exactly 0,125)
    back into the tie that it is.
    """
    return _PENYEMBUH.plus(nilai).quantize(Decimal(1).scaleb(-desimal), context=KONTEKS)


def tulis_angka(nilai: Decimal, desimal: int | None = None) -> str:
    """`1.234.567,89`. With `desimal` None: as many decimals as the number needs, at most two."""
    dibulatkan = bulat(nilai, 2 if desimal is None else desimal)
    if desimal is None:
        dibulatkan = dibulatkan.normalize(KONTEKS)
    tulisan = f"{abs(dibulatkan):,f}".replace(",", "_").replace(".", ",").replace("_", ".")
    return f"-{tulisan}" if dibulatkan < 0 else tulisan


def tulis_tepat(nilai: Decimal) -> str:
    """Every decimal that the number has (at most 10), for traces: `89,5`, `98,123`."""
    pecahan = tulis_polos(nilai).partition(".")[2]
    return tulis_angka(nilai, len(pecahan))


def tulis_ringkas(nilai: Decimal) -> str:
    """As `tulis_tepat`, with four decimals at most: a figure in a sentence."""
    return _ringkas(nilai)


@lru_cache(maxsize=8192)
def _ringkas(nilai: Decimal) -> str:
    """Rules and explanations write the same few thousand figures again and again."""
    return tulis_tepat(bulat(nilai, 4))


def tulis_persen(nilai: Decimal, desimal: int = 2) -> str:
    """`97,41%`; the figure is already in percent."""
    return f"{tulis_angka(nilai, desimal)}%"


def tulis_rupiah(nilai: Decimal) -> str:
    """`Rp53.700.257.782,00`; negative amounts in brackets, as government reports print them."""
    tulisan = f"Rp{tulis_angka(abs(nilai), 2)}"
    return f"({tulisan})" if bulat(nilai, 2) < 0 else tulisan


def tulis_uang(nilai: Decimal, desimal: int | None = None) -> str:
    """`53.700.257.782` for a money column (heading says Rp); sen only where there are any, unless `desimal` says so;
    negatives in brackets.
    """
    if desimal is None and nilai == nilai.to_integral_value():
        tulisan = f"{abs(int(nilai)):,d}".replace(",", ".")  # nearly all amounts, and written by the thousand
        return f"({tulisan})" if nilai < 0 else tulisan
    dibulatkan = bulat(nilai, 2)
    utuh = 0 if dibulatkan == dibulatkan.to_integral_value() else 2
    tulisan = tulis_angka(abs(dibulatkan), utuh if desimal is None else desimal)
    return f"({tulisan})" if dibulatkan < 0 else tulisan


def tulis_polos(nilai: Decimal) -> str:
    """Machine form: `100.4777777778`, plain digits, at most 10 decimals, no trailing zeros."""
    tulisan = f"{bulat(nilai, 10):f}"
    return tulisan.rstrip("0").rstrip(".") if "." in tulisan else tulisan


def _terbilang_bulat(angka: int) -> str:
    if angka < 12:
        return _SATUAN[angka]
    if angka < 20:
        return f"{_SATUAN[angka - 10]} belas"
    if angka < 100:
        puluh, sisa = divmod(angka, 10)
        return f"{_SATUAN[puluh]} puluh" + (f" {_SATUAN[sisa]}" if sisa else "")
    if angka >= 10**15:
        raise ValueError("terbilang hanya sampai ratusan triliun")
    nilai, nama = next((nilai, nama) for nilai, nama in _BESARAN if angka >= nilai)
    banyak, sisa = divmod(angka, nilai)
    depan = f"se{nama}" if banyak == 1 and nama in ("ratus", "ribu") else f"{_terbilang_bulat(banyak)} {nama}"
    return depan + (f" {_terbilang_bulat(sisa)}" if sisa else "")


def terbilang(nilai: Decimal | int) -> str:
    """In words: 16 → "enam belas"; 90,43 → "sembilan puluh koma empat tiga" (decimals digit by digit).

    Raises ValueError from one thousand trillion upward.
    """
    angka = Decimal(nilai)
    bulatnya, _, pecahan = f"{abs(angka):f}".partition(".")
    tulisan = _terbilang_bulat(int(bulatnya))
    if pecahan.rstrip("0"):
        tulisan += " koma " + " ".join(_SATUAN[int(digit)] for digit in pecahan)
    return f"minus {tulisan}" if angka < 0 else tulisan
