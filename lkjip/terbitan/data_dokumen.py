"""Which official document of an agency-year is meant, and what it is called. Pure."""

from __future__ import annotations

from lkjip.laporan.data_lhe import BentukLhe
from lkjip.laporan.data_penyusunan import JENIS_APIP, JenisBerkas, Pesanan
from renstra.data import Versi

RESMI = frozenset(JenisBerkas) - {JenisBerkas.POHON}
"""Kinds that somebody signs; pictures of the tree are none."""


def kunci_dokumen(pesanan: Pesanan) -> str:
    """The same document in every version of it: `laporan`, `laporan-tw2-unit7`, `perjanjian-murni`."""
    bagian = [pesanan.jenis.value]
    if pesanan.jenis is JenisBerkas.PERJANJIAN:
        bagian.append((pesanan.versi or Versi.MURNI).value)
    if pesanan.triwulan:
        bagian.append(f"tw{pesanan.triwulan}")
    if pesanan.unit is not None:
        bagian.append(f"unit{pesanan.unit}")
    return "-".join(bagian)


def pesanan_resmi(
    jenis: str, *, versi: str = "", triwulan: str = "", unit: str = "", susunan: str = ""
) -> Pesanan | None:
    """The final of the document that an address names; None where it names none."""
    try:
        macam = JenisBerkas(jenis)
        pesanan = Pesanan(
            macam, akhir=True,
            versi=Versi(versi or Versi.MURNI.value) if macam is JenisBerkas.PERJANJIAN else None,
            triwulan=int(triwulan) if triwulan else None,
            unit=int(unit) if unit else None,
            susunan=BentukLhe(susunan or BentukLhe.SURAT.value) if macam is JenisBerkas.LHE else None,
        )  # fmt: skip
    except ValueError:
        return None
    return pesanan if macam in RESMI and _berlaku(pesanan) else None


def _berlaku(pesanan: Pesanan) -> bool:
    """Only reports have quarters; only reports and agreements have units; ids of rows are small and positive."""
    bertriwulan = pesanan.triwulan is None or (pesanan.jenis is JenisBerkas.LAPORAN and 1 <= pesanan.triwulan <= 4)
    berunit = pesanan.unit is None or (
        pesanan.jenis in {JenisBerkas.LAPORAN, JenisBerkas.PERJANJIAN} and 0 < pesanan.unit < 2**31
    )
    return bertriwulan and berunit


def kueri(pesanan: Pesanan) -> str:
    """How an address names it; the reverse of `pesanan_resmi`."""
    isi = {
        "jenis": pesanan.jenis.value,
        "versi": pesanan.versi.value if pesanan.versi else "",
        "triwulan": str(pesanan.triwulan or ""),
        "unit": str(pesanan.unit if pesanan.unit is not None else ""),
        "susunan": pesanan.susunan.value if pesanan.susunan else "",
    }
    return "?" + "&".join(f"{nama}={nilai}" for nama, nilai in isi.items() if nilai)


def milik_apip(jenis: JenisBerkas) -> bool:
    """Whether the APIP writes it: its own stages take the place of handing in and checking."""
    return jenis in JENIS_APIP


def memblokir(pesanan: Pesanan) -> bool:
    """Whether findings keep it from becoming final: the agency's report of the year."""
    return pesanan.jenis is JenisBerkas.LAPORAN and pesanan.triwulan is None and pesanan.unit is None
