"""What the planning documents need beyond the workbook: who promises to whom, the agency's duties, the logo. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from renstra.data import CaraHitung, Versi


@dataclass(frozen=True)
class PihakJanji:
    """Who signs; what is not known stays empty and prints as a dotted line. A head of region has no pangkat and NIP."""

    jabatan: str = ""
    nama: str = ""
    pangkat: str = ""
    nip: str = ""
    tanpa_nip: bool = False


@dataclass(frozen=True)
class BagianUnit:
    """What of the plan is a unit's own: kode of indicators and of budget rows that it answers for."""

    nama: str
    daftar_indikator: frozenset[str] = frozenset()
    daftar_anggaran: frozenset[str] = frozenset()


@dataclass(frozen=True)
class LembarJanji:
    """A Perjanjian Kinerja: of the head towards the head of region (`unit` None), or of a unit's towards the head."""

    versi: Versi
    pertama: PihakJanji = PihakJanji()
    kedua: PihakJanji = PihakJanji()
    tempat: str = ""
    tanggal: date | None = None
    unit: BagianUnit | None = None


@dataclass(frozen=True)
class RincianIku:
    """What the IKU form says about an indicator beyond its row in the workbook."""

    definisi: str = ""
    alasan: str = ""
    cara_hitung: CaraHitung | None = None
    uraian_pembilang: str = ""
    uraian_penyebut: str = ""


@dataclass(frozen=True)
class ProfilDokumen:
    """The agency as its documents show it; `logo` is a re-encoded picture, `kepala` who signs on `tanggal`."""

    kepala: PihakJanji = PihakJanji()
    tempat: str = ""
    tanggal: date | None = None
    tugas: str = ""
    daftar_fungsi: tuple[str, ...] = ()
    rincian: Mapping[str, RincianIku] = field(default_factory=dict)  # per kode of the indicator
    logo: bytes = b""
    mime_logo: str = "image/png"
