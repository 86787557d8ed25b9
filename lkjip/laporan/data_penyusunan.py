"""What is to be made (`Pesanan`), and how far it is (`KeadaanPenyusunan`): all that a worker must be told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from lkjip.laporan.data_lhe import BentukLhe
from lkjip.laporan.data_tema import Kertas
from renstra.data import Versi


class KeadaanPenyusunan(StrEnum):
    ANTRE = "antre"
    BERJALAN = "berjalan"
    SIAP = "siap"
    GAGAL = "gagal"
    DIBATALKAN = "dibatalkan"


HIDUP = (KeadaanPenyusunan.ANTRE, KeadaanPenyusunan.BERJALAN)


class JenisBerkas(StrEnum):
    LAPORAN = "laporan"
    PERJANJIAN = "perjanjian"
    RENCANA_AKSI = "rencana_aksi"
    IKU = "iku"
    POHON = "pohon"
    LHE = "lhe"
    CATATAN_REVIU = "catatan_reviu"
    PERNYATAAN_REVIU = "pernyataan_reviu"


JENIS_APIP = frozenset({JenisBerkas.LHE, JenisBerkas.CATATAN_REVIU, JenisBerkas.PERNYATAAN_REVIU})
"""What the APIP writes about an agency: the agency itself neither freezes nor publishes it."""


class Bentuk(StrEnum):
    """The ending of the file."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    XLSX = "xlsx"


@dataclass(frozen=True)
class Pesanan:
    """A file of one agency-year by its names only, so that any machine can load the data and make it.

    `akhir`: the report's final PDF; `triwulan` and `unit` (a pk) choose it among the year's reports. `versi` and `unit`
    (None: the head) name a sheet of the Perjanjian Kinerja;
    `terbitan` (a pk): the final of this official version, with its seal.
    `susunan`: in which of its forms an LHE is written.
    `rincian` is how deep the pictures of the tree go. `kertas` counts for documents; a report has its theme's.
    """

    jenis: JenisBerkas
    bentuk: Bentuk = Bentuk.PDF
    akhir: bool = False
    versi: Versi | None = None
    triwulan: int | None = None
    unit: int | None = None
    kertas: Kertas = Kertas.A4
    rincian: int = 0
    terbitan: int | None = None
    susunan: BentukLhe | None = None

    def tulis(self) -> dict[str, object]:
        """As JSON."""
        return {
            "jenis": self.jenis.value,
            "bentuk": self.bentuk.value,
            "akhir": self.akhir,
            "versi": self.versi.value if self.versi else None,
            "triwulan": self.triwulan,
            "unit": self.unit,
            "kertas": self.kertas.value,
            "rincian": self.rincian,
            "terbitan": self.terbitan,
            "susunan": self.susunan.value if self.susunan else None,
        }

    @classmethod
    def baca(cls, isi: Mapping[str, object]) -> Self:
        """Back from JSON. Raises ValueError or KeyError where it is none of ours, or of another version."""
        return cls(
            jenis=JenisBerkas(str(isi["jenis"])),
            bentuk=Bentuk(str(isi["bentuk"])),
            akhir=isi["akhir"] is True,
            versi=Versi(str(isi["versi"])) if isi["versi"] else None,
            triwulan=int(str(isi["triwulan"])) if isi.get("triwulan") else None,
            unit=int(str(isi["unit"])) if isi["unit"] is not None else None,
            kertas=Kertas(str(isi["kertas"])),
            rincian=int(str(isi["rincian"])),
            terbitan=int(str(isi["terbitan"])) if isi.get("terbitan") is not None else None,
            susunan=BentukLhe(str(isi["susunan"])) if isi.get("susunan") else None,
        )
