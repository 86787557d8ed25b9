"""What is typed into a field: read into a value or refused with a sentence, and the text of the value it began with."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from lkjip.dasar.baca_angka import AngkaRancu, AngkaTakTerbaca, baca_angka
from lkjip.dasar.hitungan import banyak_desimal
from lkjip.dasar.rekaman import bentuk_baku, tulisan_baku, tulisan_nilai
from lkjip.dasar.tulisan_angka import tulis_uang

MAKS_TEKS = 5_000
_DESIMAL_UANG = 2  # money is whole sen (pengukuran.md)
_DESIMAL_RANCU = 3  # `1,234` reads as thousands, too; with one more decimal it does not


class JenisIsian(StrEnum):
    ANGKA = "angka"
    UANG = "uang"  # rupiah
    TEKS = "teks"  # of one line
    PARAGRAF = "paragraf"  # of several lines
    PILIHAN = "pilihan"  # one of a list; which words it has, the row's own rules say
    BULAT = "bulat"  # a year, a rank
    LOGIKA = "logika"  # ya, tidak, or empty
    TANGGAL = "tanggal"  # ISO, as <input type=date> sends it


# What no database (NUL), no UTF-8 (lone surrogates) or no workbook (other control characters) can carry.
_TAK_TERBAWA = re.compile("[\x00-\x08\x0e-\x1b\ufffe\uffff\ud800-\udfff]")
_TEKS = frozenset({JenisIsian.TEKS, JenisIsian.PARAGRAF, JenisIsian.PILIHAN})
_LOGIKA = {"": None, "ya": True, "tidak": False}
NilaiIsian = Decimal | str | int | bool | date | None


class IsianTakTerbaca(ValueError):
    """What was typed has no meaning in this field; the text is the sentence to show at the field."""


@dataclass(frozen=True)
class Isian:
    """A column, its wanted value, and the value that it had when the writer began (`dasar`); empty is None or ''."""

    kolom: str
    nilai: object
    dasar: object


def sama_isi(satu: object, dua: object) -> bool:
    """Whether two values of a field are the same; 27.0 and 27.00 are not, None and '' are, any end of line is."""
    return _baku(satu) == _baku(dua)


def _baku(nilai: object) -> object:
    if isinstance(nilai, str):
        return nilai.replace("\r\n", "\n")  # browsers send every end of line as these two
    return "" if nilai is None else bentuk_baku(nilai)


def ringkas_teks(teks: str) -> str:
    """Text as a field of one line holds it."""
    return " ".join(teks.split())


def rapikan_teks(teks: str, jenis: JenisIsian) -> str:
    """Text as a field of this kind holds it: one line, or lines without what is blank around them."""
    if jenis is not JenisIsian.PARAGRAF:
        return ringkas_teks(teks)
    return "\n".join(ringkas_teks(baris) for baris in teks.splitlines()).strip("\n")


def baca_isian(teks: str, jenis: JenisIsian) -> NilaiIsian:
    """The value that somebody typed (`90,43`, `1.234,5`, `Rp1.000.000,-`, `98%`). Raises IsianTakTerbaca.

    Rupiah have at most two decimals, so `1.234` is one thousand two hundred thirty-four there and nothing else.
    """
    if jenis in _TEKS:
        return _baca_teks(teks, jenis)
    if jenis in _PEMBACA:
        return _PEMBACA[jenis](teks.strip())
    try:
        return _dalam_sen(baca_angka(teks, titik_desimal=False), jenis)
    except AngkaRancu as rancu:
        sen = [nilai for nilai in rancu.bacaan if banyak_desimal(nilai) <= _DESIMAL_UANG]
        if jenis is JenisIsian.UANG and len(sen) == 1:
            return sen[0]
        desimal, bulat = rancu.bacaan
        saran = f"Tulis {tulisan_baku(bulat)} atau {_tulis_tak_rancu(desimal)}."
        raise IsianTakTerbaca(f"“{teks.strip()}” dapat berarti dua angka. {saran}") from rancu
    except AngkaTakTerbaca as galat:
        contoh = "1.234.567 atau Rp1.234.567,00" if jenis is JenisIsian.UANG else "90,43"
        raise IsianTakTerbaca(f"“{_ringkas(teks)}” bukan angka. Tulis misalnya {contoh}.") from galat


def _baca_teks(teks: str, jenis: JenisIsian) -> str:
    if len(teks) > MAKS_TEKS:
        raise IsianTakTerbaca(f"Teks ini terlalu panjang; paling banyak {MAKS_TEKS} huruf.")
    if _TAK_TERBAWA.search(teks):
        raise IsianTakTerbaca("Teks ini memuat karakter kendali yang tidak dapat disimpan. Ketik ulang teksnya.")
    return rapikan_teks(teks, jenis)


def _baca_bulat(teks: str) -> int | None:
    if not teks:
        return None
    if not (teks.isascii() and teks.isdigit() and len(teks) <= 9):
        raise IsianTakTerbaca(f"“{_ringkas(teks)}” bukan bilangan bulat. Tulis misalnya 2024.")
    return int(teks)


def _baca_logika(teks: str) -> bool | None:
    if teks.lower() not in _LOGIKA:
        raise IsianTakTerbaca(f"“{_ringkas(teks)}” bukan ya atau tidak.")
    return _LOGIKA[teks.lower()]


def _baca_tanggal(teks: str) -> date | None:
    try:
        return date.fromisoformat(teks) if teks else None
    except ValueError as galat:
        raise IsianTakTerbaca(f"“{_ringkas(teks)}” bukan tanggal. Tulis misalnya 2024-12-31.") from galat


_PEMBACA: Mapping[JenisIsian, Callable[[str], int | date | None]] = {
    JenisIsian.BULAT: _baca_bulat,
    JenisIsian.LOGIKA: _baca_logika,
    JenisIsian.TANGGAL: _baca_tanggal,
}


def _dalam_sen(nilai: Decimal | None, jenis: JenisIsian) -> Decimal | None:
    if nilai is not None and jenis is JenisIsian.UANG and banyak_desimal(nilai) > _DESIMAL_UANG:
        raise IsianTakTerbaca("Rupiah paling banyak dua angka di belakang koma (sen).")
    return nilai


def _ringkas(teks: str) -> str:
    isi = ringkas_teks(teks)
    return isi if len(isi) <= 30 else f"{isi[:29]}…"


def tulis_dasar(nilai: object) -> str:
    """The value as a hidden field carries it: digits as stored, or the text itself."""
    if isinstance(nilai, Decimal):
        return tulisan_baku(nilai)
    return tulisan_nilai(nilai) if isinstance(nilai, bool) else "" if nilai is None else str(nilai)


def baca_dasar(teks: str, jenis: JenisIsian) -> NilaiIsian:
    """What `tulis_dasar` wrote; the page sends it back. Raises IsianTakTerbaca where it was tampered with."""
    if jenis in _TEKS:
        return teks
    if jenis in _PEMBACA:
        return baca_isian(teks, jenis)
    try:
        return baca_angka(teks, titik_desimal=True)
    except AngkaTakTerbaca as galat:
        raise IsianTakTerbaca("Halaman ini tidak utuh lagi. Muat ulang, lalu isi kembali.") from galat


def tulis_isian(nilai: object, jenis: JenisIsian) -> str:
    """The value as its field shows it, so that reading it back gives the same number: `90,43`, `1.234.567,89`.

    A number has one line; `1.234` is shown as `1,2340`, because `1,234` would be refused or read as thousands.
    """
    if not isinstance(nilai, Decimal):
        return rapikan_teks(tulis_dasar(nilai), jenis)
    if jenis is JenisIsian.UANG and banyak_desimal(nilai) <= _DESIMAL_UANG:
        return tulis_uang(nilai)
    return _tulis_tak_rancu(nilai)


def _tulis_tak_rancu(nilai: Decimal) -> str:
    """Every digit of the number, in the one form that cannot be taken for thousands."""
    return tulisan_nilai(nilai) + ("0" if banyak_desimal(nilai) == _DESIMAL_RANCU else "")


def tak_disentuh(teks: str, dasar: object, jenis: JenisIsian) -> bool:
    """Whether the field still holds what it began with, however that is written."""
    if rapikan_teks(teks, jenis) == tulis_isian(dasar, jenis):
        return True
    if jenis is not JenisIsian.UANG:
        return False
    return baca_isian(teks, jenis) == dasar  # 1.234 and 1.234,00 rupiah are the same amount
