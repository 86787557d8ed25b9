"""Rows of a spreadsheet like a DPA: kode, uraian, level, unit, source of money, pagu murni and perubahan."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from anggaran.data import Tingkat
from lkjip.halaman.banding_dpa import BarisDpa, IsiDpa
from lkjip.pengisian.berkas_anggaran import baca_baris_berkas, baca_kode, baca_pagu, tulisan_sel
from lkjip.pengisian.data_pencocokan import PetaKolom, kode_baku

_PENANDA = ("kode", "pagu_murni", "pagu_perubahan")


def baca_isi_dpa(lembar: Any, peta: PetaKolom) -> IsiDpa:
    """The rows below the headings of a sheet (`baca_berkas`); those with an unreadable cell are told apart."""
    return IsiDpa(*baca_baris_berkas(lembar, peta, _PENANDA, _baca_baris))


def _baca_baris(nomor: int, sel: Mapping[int, Any], peta: PetaKolom) -> BarisDpa:
    def teks(peran: str) -> str:
        return tulisan_sel(sel.get(peta.kolom.get(peran, 0)), batas=None)

    kode = _kode_bersih(baca_kode(nomor, sel, peta), peta.awalan)
    return BarisDpa(
        nomor=nomor,
        kode=kode,
        kode_baku=kode_baku(kode),
        uraian=teks("uraian"),
        tingkat=_tingkat(teks("tingkat")),
        unit=teks("unit"),
        sumber_dana=teks("sumber_dana"),
        pagu_murni=baca_pagu(nomor, sel, peta.kolom.get("pagu_murni", 0)),
        pagu_perubahan=baca_pagu(nomor, sel, peta.kolom.get("pagu_perubahan", 0)),
    )


def _kode_bersih(kode: str, awalan: str) -> str:
    """As it will be stored: no spaces, no dot at the ends, without the part that is not in our kode; letters stay."""
    bersih = re.sub(r"\s+", "", kode).strip(".")
    depan = kode_baku(awalan)
    return bersih[len(depan) + 1 :] if depan and bersih.casefold().startswith(f"{depan}.") else bersih


def _tingkat(teks: str) -> Tingkat | None:
    """`Sub Kegiatan`, `KEGIATAN`, `program`; None for any other word: then the kode says it."""
    kata = re.sub(r"[\s_-]+", "", teks).casefold()
    return Tingkat(kata) if kata in set(Tingkat) else None
