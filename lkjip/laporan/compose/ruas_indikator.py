"""Places for text in the analyses of an indicator: their names, and the sentences composed there."""

from __future__ import annotations

from collections.abc import Sequence

from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.narasi import otomatis
from lkjip.laporan.compose.ruas import AKHIRAN_KALIMAT
from lkjip.laporan.compose.sel import slug
from lkjip.laporan.isi import Simpul
from renstra.data import Indikator


def nama_ruas(indikator: Indikator, analisis: str = "") -> str:
    """`bab3.indikator.IKU1.sebab`; without an analysis the place at the head of the indicator's section."""
    return f"bab3.indikator.{indikator.kode}" + (f".{analisis}" if analisis else "")


def letak_analisis(indikator: Indikator, analisis: str) -> str:
    return f"analisis-{analisis}-{slug(indikator.kode)}"


def kalimat_indikator(ktx: Konteks, indikator: Indikator, analisis: str, blok: Sequence[Simpul]) -> list[Simpul]:
    """The sentences composed in one of the seven analyses, or what the agency wrote in their stead."""
    nama = f"{nama_ruas(indikator, analisis)}{AKHIRAN_KALIMAT}"
    return otomatis(ktx, nama, blok, letak=letak_analisis(indikator, analisis), subjek=(indikator.kode,))
