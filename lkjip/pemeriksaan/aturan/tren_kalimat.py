"""Which change a sentence speaks of: this year against the one before, of the realisasi or of the capaian. Pure."""

from __future__ import annotations

import re
from decimal import Decimal

from lkjip.besaran import hitung
from lkjip.dasar.tulisan_angka import bulat
from lkjip.pemeriksaan.bacaan import Bacaan, Kalimat

_LALU = re.compile(r"tahun (?:sebelumnya|lalu)|\bdari\b.{1,40}\bmenjadi\b")
_TAHUN = re.compile(r"(?<![\d.,/])(?:19|20)\d\d(?![\d.,/]*\d)")


def berbanding(kalimat: Kalimat, tahun: int) -> bool:
    """Whether it compares this year with the one before, and with no other."""
    disebut = {int(t) for t in _TAHUN.findall(kalimat.isi)}
    return disebut <= {tahun, tahun - 1} and (tahun - 1 in disebut or _LALU.search(kalimat.rendah) is not None)


def menjadi(kalimat: Kalimat, kata: re.Match[str], kini: Decimal, tahun: int) -> bool:
    """ "Menurun menjadi 42,16%": the year's own realisasi right behind the word, and no other year named before it."""
    sesudah = next((a for a in kalimat.daftar_angka if a.awal >= kata.end()), None)
    if sesudah is None or {int(t) for t in _TAHUN.findall(kalimat.isi[: kata.start()])} - {tahun}:
        return False
    antara = kalimat.rendah[kata.end() : sesudah.awal].strip()
    return antara in ("menjadi", "hingga", "mencapai", "ke") and bulat(kini, sesudah.desimal) == sesudah.nilai


def tentang_capaian(bacaan: Bacaan, kode: str, polos: str, *, naik: bool) -> bool:
    """Whether it speaks of the capaian, which went the way that it says."""
    data = bacaan.buku.data
    if "capai" not in polos:
        return False
    kini, lalu = hitung(data, "capaian", kode).angka, hitung(data, "capaian", kode, tahun=data.tahun - 1).angka
    return kini is None or lalu is None or (kini > lalu if naik else kini < lalu)
