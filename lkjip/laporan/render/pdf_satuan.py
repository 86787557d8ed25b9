"""The printed page cut into units that are laid out apart: chapters, and long chapters at their section headings.

A unit in the middle of a chapter starts where the one before it ended, on the same page: its first element is as high
as what stands there already. So the pages come out as if the chapter had been laid out in one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element, ParseError, SubElement, fromstring, tostring

SKEMA_TAUTAN = "lkjip-bagian:"  # links inside the report while it is in pieces
UJUNG = "lk-ujung"  # id of the heading that shows where the next unit starts
AWAL = "lk-awal"  # class of the empty space that stands for what is on the page already
_JUDUL = frozenset({"h2", "h3", "h4", "h5", "h6"})
_TUNGGAL = re.compile(r"<(br|col|img|meta)((?: [^<>]*)?)>")
_TERLARANG = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_TEPI = re.compile(r"@(?:top|bottom|left|right)-[a-z-]+ *\{[^{}]*\}")
_TUJUAN = re.compile(r"target-counter\(attr\(href\), page(?:, [a-z-]+)?\)")
_DALAM = 3  # section levels at which a chapter may be cut
_BOBOT_SATUAN = 450  # about three pages
_BOBOT_HALAMAN = 150
_HURUF_PER_BOBOT = 60


@dataclass(frozen=True)
class Satuan:
    """A unit: `isi` is the element tree of its page, written as XML, without style."""

    isi: bytes
    bobot: int
    bagian: str  # "sampul", "muka", or "tubuh": how its pages are numbered
    daftar: bool = False  # prints page numbers of other units

    @property
    def kira_halaman(self) -> int:
        return max(1, round(self.bobot / _BOBOT_HALAMAN))


def pohon(markah: str) -> Element:
    """The printed page as an element tree. Our own writer is strict enough for an XML parser, a tenth of the time of an
    HTML parser.

    Raises `ParseError` where it is not.
    """
    awal = markah.index("<html")
    bersih = _TERLARANG.sub("", markah[awal:]).replace("&nbsp;", "\u00a0")
    return fromstring(_TUNGGAL.sub(r"<\1\2/>", bersih))


def belah_satuan(akar: Element) -> list[list[Satuan]]:
    """Chains of units in reading order; the units of a chain follow each other on their pages."""
    badan = akar.find("body")
    if badan is None:
        raise ParseError("halaman tanpa badan")
    for tautan in badan.iter("a"):
        tautan.set("href", SKEMA_TAUTAN + tautan.get("href", "").removeprefix("#"))
    hasil: list[list[Satuan]] = []
    for wadah in badan:
        if wadah.tag == "header":
            hasil.append([_satuan(badan, None, [wadah])])
            continue
        for kelompok in _kelompok(wadah):
            if len(kelompok) > 1:
                hasil.append([_satuan(badan, wadah, kelompok)])
            else:
                hasil.append([_satuan(badan, wadah, [satu]) for satu in _potong(kelompok[0])])
    return hasil


def _kelompok(wadah: Element) -> Iterator[list[Element]]:
    """Chapters that begin a new page, each with the short ones that follow it on its pages."""
    kelompok: list[Element] = []
    for bab in wadah:
        if kelompok and "biasa" not in _kelas(bab):
            yield kelompok
            kelompok = []
        kelompok.append(bab)
    if kelompok:
        yield kelompok


def _kelas(unsur: Element) -> list[str]:
    return (unsur.get("class") or "").split()


Butir = tuple[tuple[Element, ...], Element]


def _potong(bab: Element) -> Iterator[Element]:
    """A long chapter in pieces, each with the sections around it; every piece but the last ends with the heading that
    the next one starts with, unseen, as the mark of where it goes on.
    """
    butir = list(_butir(bab, (bab,)))
    batas = list(_batas(butir))
    if not batas:
        yield bab
        return
    sudah: set[int] = set()
    for awal, akhir in zip([0, *batas], [*batas, len(butir)], strict=True):
        potongan = _bangun(butir[awal:akhir], sudah, lanjutan=awal > 0)
        if akhir < len(butir):
            potongan.append(_ujung(butir[akhir][1]))
        yield potongan


def _butir(unsur: Element, induk: tuple[Element, ...]) -> Iterator[Butir]:
    """What stands in the chapter, with the sections that it stands in; deep and landscape sections stay whole."""
    for anak in unsur:
        if anak.tag == "section" and len(induk) <= _DALAM and "mendatar" not in _kelas(anak):
            yield from _butir(anak, (*induk, anak))
        else:
            yield induk, anak


def _batas(butir: Sequence[Butir]) -> Iterator[int]:
    bobot = 0
    for ke, satu in enumerate(butir):
        if bobot >= _BOBOT_SATUAN and _boleh_putus(butir[ke - 1], satu):
            yield ke
            bobot = 0
        bobot += _bobot(satu[1])


def _boleh_putus(sebelum: Butir, sesudah: Butir) -> bool:
    """Only before the heading of a section, and not where a heading comes before it or the page turns."""
    induk, unsur = sesudah
    pembuka = len(induk) > 1 and unsur is induk[-1][0] and unsur.tag in _JUDUL
    return pembuka and sebelum[1].tag not in _JUDUL and not any("mendatar" in _kelas(a) for a in sebelum[1].iter())


def _bobot(unsur: Element) -> int:
    """About how much work the element is: a page of the report is 150."""
    semua = list(unsur.iter())
    return len(semua) + sum(len(satu.text or "") + len(satu.tail or "") for satu in semua) // _HURUF_PER_BOBOT


def _bangun(butir: Sequence[Butir], sudah: set[int], *, lanjutan: bool) -> Element:
    """The sections around these blocks again; one that began in an earlier piece bears no id a second time."""
    terbuka: list[tuple[Element, Element]] = []
    for induk, unsur in butir:
        sama = sum(1 for (asal, _), kini in zip(terbuka, induk, strict=False) if asal is kini)
        del terbuka[sama:]
        for asal in induk[sama:]:
            atribut = {nama: isi for nama, isi in asal.attrib.items() if nama != "id" or id(asal) not in sudah}
            sudah.add(id(asal))
            baru = SubElement(terbuka[-1][1], asal.tag, atribut) if terbuka else Element(asal.tag, atribut)
            if lanjutan and not terbuka:
                SubElement(baru, "div", {"class": AWAL})
            terbuka.append((asal, baru))
        terbuka[-1][1].append(unsur)
    return terbuka[0][1]


def _ujung(judul: Element) -> Element:
    bagian = Element("section", {"class": "bagian"})
    gaya = "visibility:hidden;bookmark-level:none;string-set:none"
    SubElement(bagian, judul.tag, {"class": judul.get("class", ""), "id": UJUNG, "style": gaya}).text = "x"
    return bagian


def _satuan(badan: Element, wadah: Element | None, isi: Sequence[Element]) -> Satuan:
    akar = Element("html", {"lang": "id"})
    tubuh = SubElement(akar, "body", dict(badan.attrib))
    (tubuh if wadah is None else SubElement(tubuh, wadah.tag, dict(wadah.attrib))).extend(isi)
    bobot = sum(_bobot(satu) for satu in isi)
    daftar = any("daftar-otomatis" in _kelas(satu) for satu in tubuh.iter("ul"))
    return Satuan(tostring(akar), bobot, "sampul" if wadah is None else wadah.get("class", ""), daftar)


def dengan_nomor(satuan: Satuan, label_per_kunci: Mapping[str, str]) -> Satuan:
    """The unit with the page numbers that its lists print."""
    akar = fromstring(satuan.isi)
    for daftar in akar.iter("ul"):
        if "daftar-otomatis" in _kelas(daftar):
            for tautan in daftar.iter("a"):
                kunci = tautan.get("href", "").removeprefix(SKEMA_TAUTAN)
                tautan.set("data-halaman", label_per_kunci.get(kunci, "0"))
    return replace(satuan, isi=tostring(akar))


def gaya_satuan(gaya: str) -> str:
    """The style of a unit: no feet, which are put on when the pages are numbered; page numbers as they are given, in
    the letters that WeasyPrint leaves a counter in.
    """
    return _TUJUAN.sub("attr(data-halaman)", _TEPI.sub("", gaya)) + ".daftar-otomatis a::after{text-transform:none}"
