"""Captions that carry a typed number, and the lists that repeat them, as the texts of a workbook hold them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lkjip.pemeriksaan.bacaan import Bacaan, Teks

_JENIS = r"(?P<jenis>tabel|gambar|grafik|bagan|diagram)"
_NOMOR = r"(?P<bab>\d{1,2}|[IVX]{1,4})[.\-](?P<nomor>\d{1,3})"
_JUDUL = re.compile(rf"\s*(?:tabel|gambar)?:?\s*{_JENIS}\s+{_NOMOR}\b\.?\s*[:.–-]?\s*(?P<judul>.*)", re.IGNORECASE)
_BUTIR_DAFTAR = re.compile(rf"\s*\|?\s*{_JENIS}\s+{_NOMOR}\b\.?\s*[:.|–-]?\s*(?P<judul>[^\n|]{{0,300}})", re.IGNORECASE)
_RUJUK = re.compile(rf"\b{_JENIS}\s+{_NOMOR}(?![\d%]|[.,]\d)", re.IGNORECASE)
_LAGI = re.compile(rf"[ \t]*,?[ \t]+(?:dan|atau|serta)[ \t]+{_NOMOR}(?![\d%]|[.,]\d|[ \t]*%)")
_SUMBER = re.compile(r"[\s.;,(]*\bsumber(?: data)?\s*:.*", re.IGNORECASE)
_HALAMAN = re.compile(r"[\s.…·_]*\d{0,4}\s*$")
_ROMAWI = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6}
_TERPANJANG = 200


@dataclass(frozen=True)
class JudulBernomor:
    """“Tabel 3.6 …”: kind, chapter, number and title, where it stands, and the words up to the number."""

    jenis: str
    bab: int
    nomor: int
    judul: str
    teks: Teks
    kutipan: str

    @property
    def sebutan(self) -> str:
        return f"{self.jenis.capitalize()} {self.bab}.{self.nomor}"

    @property
    def kunci(self) -> tuple[str, int, int]:
        return self.jenis, self.bab, self.nomor


def judul_bernomor(bacaan: Bacaan) -> tuple[JudulBernomor, ...]:
    """Numbered titles of free tables and pictures, and caption lines within paragraphs, in the report's order."""
    return tuple(_semua(bacaan))


def _semua(bacaan: Bacaan) -> Iterator[JudulBernomor]:
    for teks in bacaan.daftar_narasi:
        if "daftar" not in teks.bagian:
            for baris in teks.isi.splitlines():
                yield from _judul(teks, baris, tegas=False)
    for teks in bacaan.daftar_judul:
        if teks.letak.endswith("judul"):
            yield from _judul(teks, teks.isi, tegas=True)
    for gambar in bacaan.buku.laporan.daftar_gambar:
        teks = Teks(
            "gambar", gambar.judul, f"gambar {gambar.nama}", gambar.bagian, gambar.nama, "naskah_ruas", (gambar.bagian,)
        )
        yield from _judul(teks, gambar.judul, tegas=True)


def _judul(teks: Teks, baris: str, *, tegas: bool) -> Iterator[JudulBernomor]:
    """`tegas`: it is a title; a line of a paragraph is one only if it is no sentence."""
    cocok = _JUDUL.match(baris[:_TERPANJANG])
    if cocok is None:
        return
    judul = _SUMBER.sub("", cocok["judul"]).strip()
    if not tegas and (len(baris) > _TERPANJANG - 20 or judul.endswith((".", ";", ",")) or not judul[:1].isupper()):
        return
    yield _jadi(cocok, judul, teks)


def _jadi(cocok: re.Match[str], judul: str, teks: Teks) -> JudulBernomor:
    bab = _ROMAWI.get(cocok["bab"].upper()) or (int(cocok["bab"]) if cocok["bab"].isdigit() else 0)
    kutipan = cocok.string[cocok.start("jenis") : cocok.end("nomor")]
    return JudulBernomor(cocok["jenis"].lower(), bab, int(cocok["nomor"]), judul, teks, kutipan)


def butir_daftar(bacaan: Bacaan) -> tuple[JudulBernomor, ...]:
    """Entries of a typed Daftar Tabel or Daftar Gambar, without their page."""
    sumber = [t for t in bacaan.daftar_narasi if "daftar" in t.bagian]
    bebas = {t.nama for t in bacaan.buku.laporan.daftar_tabel if re.match(r"\s*daftar (?:tabel|gambar)", t.judul, re.I)}
    sumber += [t for t in bacaan.daftar_sel if t.lembar in bebas]
    return tuple(
        _jadi(cocok, _HALAMAN.sub("", cocok["judul"]).strip(), teks)
        for teks in sumber
        for baris in teks.isi.splitlines()
        if (cocok := _BUTIR_DAFTAR.match(baris))
    )


def rujukan_bernomor(teks: Teks) -> Iterator[tuple[JudulBernomor, str]]:
    """Where a text refers to "Tabel n.m", with the words that follow; its own caption lines refer to nothing."""
    for cocok in _RUJUK.finditer(teks.isi):
        awal = teks.isi.rfind("\n", 0, cocok.start()) + 1
        akhir = teks.isi.find("\n", cocok.end())
        baris = teks.isi[awal : akhir if akhir >= 0 else len(teks.isi)]
        if not any(True for _ in _judul(teks, baris, tegas=False)):
            yield _jadi(cocok, "", teks), teks.isi[cocok.end() : cocok.end() + 120]
            yield from _berikutnya(teks, cocok)


def _berikutnya(teks: Teks, cocok: re.Match[str]) -> Iterator[tuple[JudulBernomor, str]]:
    """The further numbers of "Tabel 1.1 dan 1.4"."""
    akhir = cocok.end()
    while lagi := _LAGI.match(teks.isi, akhir):
        bab = _ROMAWI.get(lagi["bab"].upper()) or (int(lagi["bab"]) if lagi["bab"].isdigit() else 0)
        kutipan = teks.isi[lagi.start("bab") : lagi.end("nomor")]
        yield JudulBernomor(cocok["jenis"].lower(), bab, int(lagi["nomor"]), "", teks, kutipan), ""
        akhir = lagi.end()


def kata_inti(judul: str) -> frozenset[str]:
    """The words of a title that tell it from others."""
    return frozenset(k for k in re.findall(r"[a-z]{4,}", judul.lower()) if k not in _UMUM)


_UMUM = frozenset(
    [
        "tahun",
        "badan",
        "dinas",
        "kabupaten",
        "kota",
        "provinsi",
        "tabel",
        "gambar",
        "daerah",
        "pada",
        "dengan",
        "dalam",
        "untuk",
        "terhadap",
        "menurut",
        "berdasarkan",
        "yang",
        "dari",
        "tersebut",
        "dilihat",
        "berikut",
        "sebagai",
        "adalah",
        "dapat",
        "atas",
        "bawah",
    ]
)
