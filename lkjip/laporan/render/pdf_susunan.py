"""Which unit stands on which page, and with it the page numbers: lists and feet are laid out when these are known."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, fromstring, tostring

from lkjip.laporan.isi import romawi
from lkjip.laporan.render.pdf import label_halaman
from lkjip.laporan.render.pdf_kolam import Kolam, Rantai
from lkjip.laporan.render.pdf_pekerja import HalamanSatuan, HasilSatuan
from lkjip.laporan.render.pdf_satuan import Satuan, belah_satuan, dengan_nomor, gaya_satuan

GAYA_KAKI = ".lk-halaman{break-before:page;height:1px}.lk-halaman:first-child{break-before:auto}"
_PUTARAN = 5  # rounds after which the page numbers must have settled; two are usual
Maju = Callable[[int, int], None]


@dataclass(frozen=True)
class Letak:
    """A unit in its place: its first page is page `awal` of the report, which other units may stand on too."""

    hasil: HasilSatuan
    awal: int
    bagian: str


@dataclass(frozen=True)
class Susunan:
    """The whole report: its units in place, the feet of all pages after the cover, and the page labels."""

    daftar_letak: tuple[Letak, ...]
    kaki: HasilSatuan | None
    label: tuple[tuple[int, str], ...]


def halaman_bersama(daftar_letak: Sequence[Letak]) -> Iterator[tuple[int, HalamanSatuan]]:
    """Every page of every unit with its place in the report, in reading order."""
    for letak in daftar_letak:
        yield from enumerate(letak.hasil.daftar_halaman, letak.awal)


def tata_semua(akar: Element, gaya: str, kolam: Kolam, maju: Maju) -> Susunan:
    """All units; those that print page numbers, and the feet, once the pages of the others are known.

    `maju` is told how many pages are done and about how many there are.
    """
    gaya_isi = gaya_satuan(gaya)
    daftar_rantai = [Rantai(satuan, gaya_isi) for satuan in belah_satuan(akar)]
    berdaftar = {ke for ke, rantai in enumerate(daftar_rantai) if any(satu.daftar for satu in rantai.daftar_satuan)}
    asal = {ke: daftar_rantai[ke].daftar_satuan for ke in berdaftar}
    kaki: Rantai | None = None

    def lapor() -> None:
        ada = sum(len(h.daftar_halaman) for ke, r in enumerate(daftar_rantai) if ke not in berdaftar for h in r.hasil)
        maju(ada, ada + sum(satu.kira_halaman for r in daftar_rantai for satu in r.daftar_satuan[len(r.hasil) :]))

    kolam.tata([rantai for ke, rantai in enumerate(daftar_rantai) if ke not in berdaftar], lapor)
    for ke in berdaftar:
        daftar_rantai[ke] = _perkiraan(asal[ke], gaya_isi, kolam)
    dipakai: tuple[object, object] | None = None
    for _ in range(_PUTARAN):
        letak = _letak(daftar_rantai)
        nomor, satuan_kaki = _nomor(letak), _satuan_kaki(akar, letak)
        if (nomor, satuan_kaki) == dipakai:
            break
        dipakai = (nomor, satuan_kaki)
        for ke in berdaftar:
            daftar_rantai[ke] = Rantai([dengan_nomor(satu, nomor) for satu in asal[ke]], gaya_isi)
        kaki = Rantai([satuan_kaki] if satuan_kaki else [], gaya + GAYA_KAKI)
        kolam.tata([*(daftar_rantai[ke] for ke in sorted(berdaftar)), kaki], lapor)
        for ke in berdaftar:
            _ingat(asal[ke], daftar_rantai[ke], kolam)
    letak = _letak(daftar_rantai)
    return Susunan(letak, kaki.hasil[0] if kaki and kaki.hasil else None, _label(letak))


def _letak(daftar_rantai: Sequence[Rantai]) -> tuple[Letak, ...]:
    hasil: list[Letak] = []
    banyak = 0
    for rantai in daftar_rantai:
        for satuan, satu, awal in zip(rantai.daftar_satuan, rantai.hasil, rantai.daftar_awal, strict=True):
            mulai = banyak if awal is None else banyak - 1
            hasil.append(Letak(satu, mulai, satuan.bagian))
            banyak = mulai + len(satu.daftar_halaman)
    return tuple(hasil)


def _banyak(daftar_letak: Sequence[Letak]) -> int:
    return max((satu.awal + len(satu.hasil.daftar_halaman) for satu in daftar_letak), default=0)


def _awal_isi(daftar_letak: Sequence[Letak]) -> int:
    return next((satu.awal for satu in daftar_letak if satu.bagian == "tubuh"), _banyak(daftar_letak))


def _bersampul(daftar_letak: Sequence[Letak]) -> bool:
    return any(satu.bagian == "sampul" for satu in daftar_letak)


def _label(daftar_letak: Sequence[Letak]) -> tuple[tuple[int, str], ...]:
    banyak = _banyak(daftar_letak)
    return tuple(label_halaman(_awal_isi(daftar_letak), banyak, bersampul=_bersampul(daftar_letak)))


def _nomor(daftar_letak: Sequence[Letak]) -> dict[str, str]:
    """The printed number of the page on which each anchor begins."""
    awal, muka = _awal_isi(daftar_letak), int(_bersampul(daftar_letak))
    nomor: dict[str, str] = {}
    for ke, halaman in halaman_bersama(daftar_letak):
        tanda = str(ke - awal + 1) if ke >= awal else romawi(max(ke - muka + 1, 1)).lower()
        for nama in halaman.jangkar:
            nomor.setdefault(nama, tanda)
    return nomor


def _satuan_kaki(akar: Element, daftar_letak: Sequence[Letak]) -> Satuan | None:
    """A page with nothing but its head and foot for every page after the cover, in the same order and direction."""
    halaman = {ke: (letak.bagian, satu.lebar > satu.tinggi) for letak in reversed(daftar_letak)
               for ke, satu in enumerate(letak.hasil.daftar_halaman, letak.awal)}  # fmt: skip
    badan = akar.find("body")
    isi = Element("html", dict(akar.attrib))
    tubuh = SubElement(isi, "body", {} if badan is None else dict(badan.attrib))
    wadah: dict[str, Element] = {}
    for _, (bagian, mendatar) in sorted(halaman.items()):
        if bagian == "sampul":
            continue
        if bagian not in wadah:
            wadah[bagian] = SubElement(tubuh, "main" if bagian == "tubuh" else "div", {"class": bagian})
        SubElement(wadah[bagian], "div", {"class": "lk-halaman mendatar" if mendatar else "lk-halaman"})
    return Satuan(tostring(isi), len(halaman), "kaki") if wadah else None


def _perkiraan(daftar_satuan: Sequence[Satuan], gaya: str, kolam: Kolam) -> Rantai:
    """Lists that are not laid out yet, with as many pages as the last time, or as they probably take."""
    rantai = Rantai(daftar_satuan, gaya)
    for satuan in daftar_satuan:
        ingatan = kolam.tembolok.ambil(_kunci_ingatan(satuan))
        banyak = int(ingatan) if ingatan else satuan.kira_halaman
        jangkar = {unsur.get("id", ""): (0.0, 0.0) for unsur in fromstring(satuan.isi).iter() if unsur.get("id")}
        daftar_halaman = [HalamanSatuan(1, 2, (), jangkar), *[HalamanSatuan(1, 2, (), {})] * (banyak - 1)]
        rantai.tambah(HasilSatuan(b"", tuple(daftar_halaman)))
    return rantai


def _ingat(daftar_asal: Sequence[Satuan], rantai: Rantai, kolam: Kolam) -> None:
    for asal, hasil in zip(daftar_asal, rantai.hasil, strict=True):
        kunci, banyak = _kunci_ingatan(asal), str(len(hasil.daftar_halaman)).encode()
        if kolam.tembolok.ambil(kunci) != banyak:
            kolam.tembolok.simpan(kunci, banyak)


def _kunci_ingatan(satuan: Satuan) -> str:
    return "banyak-" + hashlib.sha256(satuan.isi).hexdigest()
