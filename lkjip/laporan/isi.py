"""The document as a tree of frozen nodes. Compose makes it, renderers show it; numbering happens here, once.

Twelve kinds of node: Dokumen, Sampul, Bab, Bagian, Paragraf, Daftar, Tabel, Grafik, Gambar, TandaTangan,
DaftarOtomatis, PemisahHalaman. Inline content of paragraphs and cells is Teks, Angka or Rujuk.
A renderer does no arithmetic: an `Angka` carries its Hasil and how to write it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from lkjip.dasar.hasil import Hasil
from lkjip.laporan.data_tema import TEMA_BAKU as TEMA_BAKU
from lkjip.laporan.data_tema import HurufTema as HurufTema
from lkjip.laporan.data_tema import Kertas as Kertas
from lkjip.laporan.data_tema import Tema as Tema
from lkjip.laporan.data_terbitan import AWALAN_ULANG as AWALAN_ULANG
from lkjip.laporan.data_terbitan import BIDANG as BIDANG
from lkjip.laporan.data_terbitan import Cap as Cap
from lkjip.laporan.data_terbitan import JenisSertifikat as JenisSertifikat
from lkjip.laporan.isi_pohon import DataPohon


class JenisAngka(StrEnum):
    """How a figure is written (`lkjip.dasar.tulisan_angka.tulis`)."""

    ANGKA = "angka"  # 1.234,56, as many decimals as it has, at most two unless `desimal` says otherwise
    PERSEN = "persen"  # 97,41%
    PERSEN_POLOS = "persen_polos"  # 97,41 (the column's heading carries the % sign)
    RUPIAH = "rupiah"  # Rp53.700.257.782,00
    UANG = "uang"  # 53.700.257.782 (sen only where there are any)
    POIN = "poin"  # 18,31 with sign kept
    KATA = "kata"  # a category or predikat


@dataclass(frozen=True)
class Identitas:
    """Which figure this is, so that anyone can recompute it: besaran, subjek, tahun, triwulan, versi."""

    besaran: str
    subjek: str = ""
    tahun: int | None = None
    triwulan: int | None = None
    versi: str = ""


@dataclass(frozen=True)
class Teks:
    isi: str
    tebal: bool = False
    miring: bool = False


@dataclass(frozen=True)
class Angka:
    """A printed figure with its identity. Without a value it prints "–" (its reason is shown as a tooltip in HTML)."""

    hasil: Hasil
    jenis: JenisAngka
    identitas: Identitas
    desimal: int | None = None
    tebal: bool = False


@dataclass(frozen=True)
class Rujuk:
    """A cross reference to a Tabel, Gambar or Bagian by its `kunci`: prints "Tabel 3.4" as a link."""

    kunci: str


Sebaris = Teks | Angka | Rujuk


class Rata(StrEnum):
    KIRI = "kiri"
    TENGAH = "tengah"
    KANAN = "kanan"


class GayaParagraf(StrEnum):
    BIASA = "biasa"
    CATATAN = "catatan"  # small: a source, a note on method
    KEKURANGAN = "kekurangan"  # "data belum tersedia": a boxed note that says plainly what is missing
    TENGAH = "tengah"
    KUTIPAN = "kutipan"


@dataclass(frozen=True)
class Paragraf:
    isi: tuple[Sebaris, ...]
    gaya: GayaParagraf = GayaParagraf.BIASA


class JenisDaftar(StrEnum):
    ANGKA = "angka"  # 1. 2. 3.
    HURUF = "huruf"  # a. b. c.
    POIN = "poin"


@dataclass(frozen=True)
class Daftar:
    """A list; each item is a run of inline content, with a list below it or none (`anak`: empty, or one per item)."""

    butir: tuple[tuple[Sebaris, ...], ...]
    jenis: JenisDaftar = JenisDaftar.ANGKA
    anak: tuple[Daftar | None, ...] = ()


@dataclass(frozen=True)
class Sel:
    """A cell: inline content; `kategori` (0 worst … 1 best) tints a category cell, None leaves it plain. `ulangan` is
    what an empty cell says on paper about once a page: whose rows these are.
    """

    isi: tuple[Sebaris, ...] = ()
    rata: Rata | None = None  # None: as its column
    rentang_kolom: int = 1
    rentang_baris: int = 1
    tebal: bool = False
    kategori: Decimal | None = None
    inden: int = 0  # steps of indentation, for levels of a tree
    ulangan: str = ""


class GayaBaris(StrEnum):
    BIASA = "biasa"
    JUMLAH = "jumlah"  # totals row
    KELOMPOK = "kelompok"  # a group heading inside the body (a sasaran, a program)


@dataclass(frozen=True)
class Baris:
    sel: tuple[Sel, ...]
    gaya: GayaBaris = GayaBaris.BIASA


@dataclass(frozen=True)
class Kolom:
    """A column: relative width (the widths of a table are shares of their sum) and alignment; `rumus` says in the
    numbers of the columns how it is reckoned ("4/3×100"), '' where it is not.
    """

    lebar: int
    rata: Rata = Rata.KIRI
    rumus: str = ""


@dataclass(frozen=True)
class Tabel:
    """A table. `kepala` are heading rows (spans allowed); with `nomor_kolom` the row (1) (2) (3) … follows them.

    An empty `judul` makes an unnumbered layout table (identity lists); it then needs no `kunci`.
    `mendatar` puts it on landscape pages.
    """

    kolom: tuple[Kolom, ...]
    baris: tuple[Baris, ...]
    kepala: tuple[Baris, ...] = ()
    kunci: str = ""
    judul: str = ""
    sumber: str = ""
    nomor_kolom: bool = True
    mendatar: bool = False
    catatan: tuple[Paragraf, ...] = ()


class JenisGrafik(StrEnum):
    BATANG = "batang"  # vertical bars per label, one or more series
    BATANG_MENDATAR = "batang_mendatar"  # horizontal bars per label (long names)
    GARIS = "garis"  # years on the x axis; realisasi as line, targets dashed
    BATANG_BERTUMPUK = "batang_bertumpuk"  # achieved part against its weight (SAKIP components)


class GayaDeret(StrEnum):
    UTAMA = "utama"
    PEMBANDING = "pembanding"
    TARGET = "target"  # dashed line or hollow bar


@dataclass(frozen=True)
class Deret:
    """A series: one Hasil per label; a missing one leaves a gap, never a zero."""

    nama: str
    nilai: tuple[Hasil, ...]
    gaya: GayaDeret = GayaDeret.UTAMA


@dataclass(frozen=True)
class DataGrafik:
    jenis: JenisGrafik
    label: tuple[str, ...]
    deret: tuple[Deret, ...]
    satuan: str = ""  # "%", "Rp", the unit of the indicator
    acuan: Decimal | None = None  # a reference line, e.g. 100
    nama_acuan: str = ""
    desimal: int = 2


@dataclass(frozen=True)
class Grafik:
    """A chart made from figures, or a tree; numbered among the pictures ("Gambar 3.1"). `alt` describes it in words."""

    kunci: str
    judul: str
    data: DataGrafik | DataPohon
    alt: str
    sumber: str = ""


@dataclass(frozen=True)
class Gambar:
    """A picture given by the agency, already re-encoded (PNG or JPEG), centred; without `judul` no number, no caption.

    `lebar_mm` is its width on paper, e.g. of the emblem at the head of a sheet; None: its own size, at most the text's.
    """

    kunci: str
    judul: str
    isi: bytes = field(repr=False)
    mime: str
    alt: str
    sumber: str = ""
    lebar_mm: int | None = None
    sidik: str = ""  # SHA-256 of `isi`: stands for it wherever documents are compared by their repr


@dataclass(frozen=True)
class Pihak:
    """One signatory. Missing parts print as a dotted line, never as an invented name."""

    sebutan: str = ""  # "Pihak Kedua"
    jabatan: str = ""
    nama: str = ""
    pangkat: str = ""
    nip: str = ""
    kunci: str = ""  # anchor for the visible signature, e.g. "ttd-kepala"
    tanpa_nip: bool = False  # a head of region has neither pangkat nor NIP: no dotted line for them


@dataclass(frozen=True)
class TandaTangan:
    """A signature block: place and date, then one party at the right or two side by side (left, right)."""

    pihak: tuple[Pihak, ...]
    tempat: str = ""
    tanggal: date | None = None
    bertempat: bool = field(default=True, repr=False)  # False: they stand at the head of the letter (no fingerprint)


class JenisDaftarOtomatis(StrEnum):
    ISI = "isi"
    TABEL = "tabel"
    GAMBAR = "gambar"


@dataclass(frozen=True)
class DaftarOtomatis:
    """Daftar Isi, Daftar Tabel or Daftar Gambar, with page numbers in the PDF."""

    jenis: JenisDaftarOtomatis


@dataclass(frozen=True)
class PemisahHalaman:
    """What follows begins on a new page."""


Blok = Paragraf | Daftar | Tabel | Grafik | Gambar | TandaTangan | DaftarOtomatis | PemisahHalaman


@dataclass(frozen=True)
class Bagian:
    """A section; nested ones are numbered A, 1, a, 1) by depth unless `bernomor` is False; `terdaftar`: listed."""

    kunci: str
    judul: str
    isi: tuple[Blok | Bagian, ...]
    bernomor: bool = True
    mendatar: bool = False
    terdaftar: bool = True


Simpul = Blok | Bagian  # what stands in a chapter or section


class JenisBab(StrEnum):
    DEPAN = "depan"  # kata pengantar, ikhtisar, lists: Roman page numbers, no chapter number
    BAB = "bab"  # BAB I …
    LAMPIRAN = "lampiran"  # Lampiran 1 …
    BIASA = "biasa"  # chapters of the short quarterly report: A, B, C …
    POLOS = "polos"  # a sheet of its own: begins a page, prints no heading and stands in no list


@dataclass(frozen=True)
class Bab:
    kunci: str
    judul: str
    isi: tuple[Blok | Bagian, ...]
    jenis: JenisBab = JenisBab.BAB


@dataclass(frozen=True)
class Sampul:
    judul: str  # "LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP)"
    anak_judul: str  # "TAHUN 2024"
    instansi: str
    pemda: str
    tempat_tahun: str = ""
    logo: bytes = field(default=b"", repr=False)  # a PNG that we drew ourselves; none: no picture
    sidik_logo: str = ""  # its SHA-256: stands for the picture wherever documents are compared by their repr


@dataclass(frozen=True)
class Dokumen:
    judul: str  # title of the PDF: "LKjIP 2024 Badan …"
    penulis: str  # the agency
    kaki: str  # running foot: "LKjIP 2024 · BKD Prov. Kaltim"; empty: neither foot nor page numbers
    tanggal: date | None  # the report's own date; no other time stands in a file
    sampul: Sampul | None  # None: no cover, the body begins on page 1
    bab: tuple[Bab, ...]
    subjek: str = ""
    kata_kunci: tuple[str, ...] = field(default_factory=tuple)
    kertas: Kertas = Kertas.A4
    tema: Tema = TEMA_BAKU
    cap: Cap | None = None  # a final version: how it can be checked, on each page and at the signatures


@dataclass(frozen=True)
class Entri:
    """A line of a list: what kind it is, its key (anchor), label ("Tabel 3.4", "BAB III", "A."), title and depth."""

    kunci: str
    label: str
    judul: str
    tingkat: int = 0


@dataclass(frozen=True)
class Penomoran:
    """Labels of everything numbered and the three lists; computed once by `nomori`."""

    label_per_kunci: Mapping[str, str]
    daftar_isi: tuple[Entri, ...]
    daftar_tabel: tuple[Entri, ...]
    daftar_gambar: tuple[Entri, ...]


def romawi(angka: int) -> str:
    """Roman numeral of 1 … 3999: chapters and quarters are numbered so."""
    if not 1 <= angka <= 3999:
        raise ValueError(f"tidak ada angka Romawi untuk {angka}")
    pasangan = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
                (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
    hasil = ""
    for nilai, huruf in pasangan:
        banyak, angka = divmod(angka, nilai)
        hasil += huruf * banyak
    return hasil


def _label_bagian(tingkat: int, urutan: int) -> str:
    huruf = chr(ord("A") + urutan - 1) if urutan <= 26 else f"Z{urutan - 26}"
    return (f"{huruf}.", f"{urutan}.", f"{huruf.lower()}.", f"{urutan})", f"{huruf.lower()})")[min(tingkat, 4)]


def _label_bab(bab: Bab, urutan_bab: int, urutan_lampiran: int, urutan_biasa: int) -> str:
    if bab.jenis is JenisBab.BAB:
        return f"BAB {romawi(urutan_bab)}"
    if bab.jenis is JenisBab.LAMPIRAN:
        return f"Lampiran {urutan_lampiran}"
    if bab.jenis is JenisBab.BIASA:
        return _label_bagian(0, urutan_biasa)
    return ""


def telusuri(isi: tuple[Blok | Bagian, ...]) -> Iterator[Blok]:
    """All blocks below, in reading order."""
    for simpul in isi:
        if isinstance(simpul, Bagian):
            yield from telusuri(simpul.isi)
        else:
            yield simpul


def _nomori_bagian(isi: tuple[Blok | Bagian, ...], tingkat: int, label: dict[str, str], entri: list[Entri]) -> None:
    urutan = 0
    for simpul in isi:
        if not isinstance(simpul, Bagian):
            continue
        if simpul.bernomor:
            urutan += 1
        tanda = _label_bagian(tingkat, urutan) if simpul.bernomor else ""
        label[simpul.kunci] = tanda
        if simpul.terdaftar:
            entri.append(Entri(simpul.kunci, tanda, simpul.judul, tingkat + 1))
        _nomori_bagian(simpul.isi, tingkat + 1, label, entri)


def _awalan(bab: Bab, urutan: Mapping[JenisBab, int]) -> str:
    """What stands before the number of a table; front part and short chapters number straight through."""
    urut = urutan[bab.jenis]
    return {JenisBab.BAB: f"{urut}.", JenisBab.LAMPIRAN: f"L{urut}."}.get(bab.jenis, "")


def nomori(dokumen: Dokumen) -> Penomoran:
    """Number chapters, sections, tables and pictures: "Tabel 3.4" is the fourth table of Bab III, "Tabel L1.2" the
    second of Lampiran 1; those before Bab I and in the short quarterly report are "Tabel 1", "Tabel 2" …"""
    label: dict[str, str] = {}
    isi: list[Entri] = []
    daftar: dict[str, list[Entri]] = {"Tabel": [], "Gambar": []}
    urutan, banyak = dict.fromkeys(JenisBab, 0), Counter[str]()
    for bab in dokumen.bab:
        urutan[bab.jenis] += 1
        tanda = _label_bab(bab, urutan[JenisBab.BAB], urutan[JenisBab.LAMPIRAN], urutan[JenisBab.BIASA])
        label[bab.kunci] = tanda
        terdaftar: list[Entri] = [] if bab.jenis is JenisBab.POLOS else isi
        terdaftar.append(Entri(bab.kunci, tanda, bab.judul, 0))
        _nomori_bagian(bab.isi, 1 if bab.jenis is JenisBab.BIASA else 0, label, terdaftar)
        for blok in telusuri(bab.isi):
            if not isinstance(blok, (Tabel, Grafik, Gambar)) or not blok.judul:
                continue
            kata = "Tabel" if isinstance(blok, Tabel) else "Gambar"
            awalan = f"{kata} {_awalan(bab, urutan)}"
            banyak[awalan] += 1
            label[blok.kunci] = f"{awalan}{banyak[awalan]}"
            daftar[kata].append(Entri(blok.kunci, label[blok.kunci], blok.judul))
    return Penomoran(label, tuple(isi), tuple(daftar["Tabel"]), tuple(daftar["Gambar"]))
