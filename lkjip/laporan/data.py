"""Records of the report itself: its kind, date, narrative and free tables. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from kinerja.data_reviu import PernyataanReviu
from lkjip.laporan.data_pilihan import PilihanLaporan
from lkjip.laporan.data_tema import Tema
from lkjip.pemeriksaan.data import Jawaban
from lkjip.pemeriksaan.data_perubahan import PerubahanTerlambat

SelBebas = str | Decimal | None
"""A cell of a free table: text, a number, or nothing."""

TAK_DISEBUT = {"tak_disebut_bila_kosong": True}
"""Of a field that came later: while it is empty, the content has the hash that it had before it (`sidik_isi`)."""


class JenisLaporan(StrEnum):
    TAHUNAN = "tahunan"
    TRIWULAN = "triwulan"


@dataclass(frozen=True)
class IdentitasLaporan:
    """Keys of sheet `pengaturan` that describe the report: kind, quarter (1–4), date, number of its decree."""

    jenis_laporan: JenisLaporan | None = None  # empty: tahunan
    triwulan: int | None = None
    tanggal_laporan: date | None = None
    nomor_penetapan: str = ""


@dataclass(frozen=True)
class Narasi:
    """A paragraph or list item of the report section `bagian`, e.g. `bab1.latar_belakang`."""

    bagian: str
    urutan: int | None = None
    isi: str = ""


@dataclass(frozen=True)
class TabelBebas:
    """Sheet `tabel_NN`: row 1 is bagian, title, source; row 2 the headings; then the rows."""

    nama: str  # the sheet's name, e.g. "tabel_01"
    bagian: str
    judul: str = ""
    sumber: str = ""
    kepala: tuple[str, ...] = ()
    baris: tuple[tuple[SelBebas, ...], ...] = ()


@dataclass(frozen=True)
class GambarNaskah:
    """A picture of the report, re-encoded on upload (PNG or JPEG). `nama` is what `{gambar nama}` in a text refers to.

    `isi` is read only where a report is made; everywhere else the hash `sidik` stands for it.
    """

    nama: str
    bagian: str
    judul: str = ""
    sumber: str = ""
    alt: str = ""
    sidik: str = ""
    mime: str = "image/png"
    lebar_px: int = 0
    tinggi_px: int = 0
    lebar_mm: int | None = None  # width on paper; None: its own size, at most the text's
    isi: bytes = field(default=b"", repr=False, compare=False)


@dataclass(frozen=True)
class DataLaporan:
    """What the agency puts into its report. Pictures, theme, logo, the head's answers for findings, late changes and
    the statement of the APIP are no content of the workbook, so two equal years may differ in them; they are there
    only where a report is made (`lkjip.selectors.load_buku_laporan`), the statement only while it is about this very
    content.
    """

    identitas: IdentitasLaporan = IdentitasLaporan()
    daftar_narasi: tuple[Narasi, ...] = ()
    daftar_tabel: tuple[TabelBebas, ...] = ()
    daftar_gambar: tuple[GambarNaskah, ...] = field(default=(), compare=False)
    tema: Tema = field(default=Tema(), compare=False)
    logo: bytes = field(default=b"", repr=False, compare=False)
    sidik_logo: str = field(default="", compare=False)
    daftar_jawaban: tuple[Jawaban, ...] = field(default=(), compare=False)
    daftar_perubahan: tuple[PerubahanTerlambat, ...] = field(default=(), compare=False, metadata=TAK_DISEBUT)
    pernyataan_reviu: PernyataanReviu | None = field(default=None, compare=False)
    pilihan: PilihanLaporan = field(default=PilihanLaporan(), compare=False)  # which report is made from it

    @property
    def khusus(self) -> bool:
        """Whether another report is asked for than the one that the workbook itself describes."""
        asal, pilihan = self.identitas, self.pilihan
        sendiri = asal.jenis_laporan is JenisLaporan.TRIWULAN and pilihan.unit is None
        return pilihan.khusus and not (sendiri and pilihan.triwulan == (asal.triwulan or 4))

    @property
    def identitas_berlaku(self) -> IdentitasLaporan:
        """Kind, period and date of the report that is asked for."""
        if not self.khusus:
            return self.identitas
        triwulan = self.pilihan.triwulan
        jenis = JenisLaporan.TAHUNAN if triwulan is None else JenisLaporan.TRIWULAN
        return IdentitasLaporan(jenis, triwulan, self.pilihan.tanggal)

    @cached_property
    def daftar_narasi_per_bagian(self) -> Mapping[str, tuple[Narasi, ...]]:
        per_bagian: dict[str, list[Narasi]] = defaultdict(list)
        for narasi in self.daftar_narasi:
            per_bagian[narasi.bagian].append(narasi)
        return {bagian: tuple(sorted(daftar, key=lambda n: n.urutan or 0)) for bagian, daftar in per_bagian.items()}

    @cached_property
    def daftar_tabel_per_bagian(self) -> Mapping[str, tuple[TabelBebas, ...]]:
        per_bagian: dict[str, list[TabelBebas]] = defaultdict(list)
        for tabel in self.daftar_tabel:
            per_bagian[tabel.bagian].append(tabel)
        return {bagian: tuple(daftar) for bagian, daftar in per_bagian.items()}

    @cached_property
    def daftar_gambar_per_bagian(self) -> Mapping[str, tuple[GambarNaskah, ...]]:
        per_bagian: dict[str, list[GambarNaskah]] = defaultdict(list)
        for gambar in self.daftar_gambar:
            per_bagian[gambar.bagian].append(gambar)
        return {bagian: tuple(daftar) for bagian, daftar in per_bagian.items()}
