"""Which columns of a budget system's file hold what: guessed or remembered, decided by people. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

PERAN_KOLOM: Mapping[str, str] = {"kode": "Kode", "uraian": "Uraian", "pagu": "Pagu", "realisasi": "Realisasi"}
PERAN_WAJIB = ("kode", "realisasi")
MAKS_BARIS_JUDUL = 30  # a heading stands at the top
# The earlier words are the better ones: "Kode Subkegiatan" before "No. Rekening".
_KATA = {
    "kode": ("kode", "no rekening", "nomor rekening", "rekening"),
    "uraian": ("uraian", "nomenklatur", "nama", "program kegiatan", "program/kegiatan", "sub kegiatan", "subkegiatan"),
    "pagu": ("pagu", "anggaran", "alokasi", "dpa"),
    "realisasi": ("realisasi", "penyerapan"),
}
_SAMPAI_KINI = ("s d ", "s/d", "sampai", "kumulatif")  # of several columns of realisasi, the cumulative one
_BUKAN = {
    "realisasi": ("fisik", "persen", "%", "sisa", "lalu", "sebelumnya"),
    "pagu": ("realisasi", "sisa", "persen", "%"),
}


@dataclass(frozen=True)
class PetaKolom:
    """The choice for one file. `kolom`: role → number of the column; `awalan`: left out of the file's kode."""

    lembar: str
    judul: int
    kolom: Mapping[str, int]
    awalan: str = ""

    def rekam(self) -> dict[str, Any]:
        """As the session keeps it."""
        return {"lembar": self.lembar, "judul": self.judul, "kolom": dict(self.kolom), "awalan": self.awalan}

    def ingat(self, judul_per_kolom: Mapping[int, str]) -> dict[str, Any]:
        """As the agency remembers it: by the text of the headings, because columns move from one export to the next."""
        return {
            "judul": {peran: baku(judul_per_kolom.get(nomor, "")) for peran, nomor in self.kolom.items()},
            "awalan": self.awalan,
        }


@dataclass(frozen=True)
class TebakanKolom:
    """`diingat`: the columns are those chosen the last time, found by their headings."""

    kolom: Mapping[str, int] = field(default_factory=dict)
    awalan: str = ""
    diingat: bool = False


def baku(teks: str) -> str:
    return " ".join(re.sub(r"[\s_.:]+", " ", teks).split()).casefold()


def kode_baku(kode: str) -> str:
    """Without spaces, without dots at the ends, dots and letters alike: ` 1.01. 01. ` is `1.01.01`."""
    return re.sub(r"\s+", "", kode).strip(".").casefold()


def _nilai_judul(teks: str, peran: str) -> int:
    """How well a heading fits a role; 0 where it does not."""
    judul = baku(teks)
    if not judul or any(kata in judul for kata in _BUKAN.get(peran, ())):
        return 0
    letak = next((n for n, kata in enumerate(_KATA[peran]) if kata in judul), None)
    if letak is None:
        return 0
    kumulatif = peran == "realisasi" and any(kata in judul for kata in _SAMPAI_KINI)
    return 10 - letak + judul.startswith(_KATA[peran][letak]) + kumulatif


def tebak_judul(baris: Mapping[int, Mapping[int, str]]) -> int:
    """The row that looks most like headings; the first row with anything in it where none does."""
    atas = [nomor for nomor in sorted(baris) if nomor <= MAKS_BARIS_JUDUL]
    if not atas:
        return 1

    def skor(nomor: int) -> int:
        return sum(any(_nilai_judul(teks, peran) for teks in baris[nomor].values()) for peran in PERAN_KOLOM)

    return max(atas, key=lambda nomor: (skor(nomor), -nomor))


def tebak_kolom(judul_per_kolom: Mapping[int, str], ingatan: Mapping[str, Any]) -> TebakanKolom:
    """What was chosen the last time where all of its headings are there again, else a guess from the words."""
    per_judul: dict[str, int] = {}
    for nomor, teks in judul_per_kolom.items():
        per_judul.setdefault(baku(teks), nomor)
    lama = {peran: str(judul) for peran, judul in ingatan.get("judul", {}).items() if peran in PERAN_KOLOM}
    awalan = str(ingatan.get("awalan", ""))
    if lama and all(judul and judul in per_judul for judul in lama.values()):
        return TebakanKolom({peran: per_judul[judul] for peran, judul in lama.items()}, awalan, diingat=True)
    kolom: dict[str, int] = {}
    for peran in PERAN_KOLOM:
        calon = [(n, _nilai_judul(teks, peran)) for n, teks in judul_per_kolom.items() if n not in kolom.values()]
        terbaik = max(calon, key=lambda satu: satu[1], default=(0, 0))
        if terbaik[1]:
            kolom[peran] = terbaik[0]
    return TebakanKolom(kolom, awalan)
