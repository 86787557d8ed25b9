"""Which columns of a budget system's file hold what: guessed or remembered, decided by people. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

MAKS_BARIS_JUDUL = 30  # a heading stands at the top


@dataclass(frozen=True)
class BentukBerkas:
    """What a kind of file may hold: role of a column → how it is called; the words by which headings tell it.

    The earlier words are the better ones: "Kode Subkegiatan" before "No. Rekening". `bukan`: words of headings that
    belong to another role; `utama`: words that make one of several columns of a role the right one. `ingatan`: under
    which key the agency remembers its choice ('': at the top).
    """

    peran: Mapping[str, str]
    wajib: tuple[str, ...]
    kata: Mapping[str, tuple[str, ...]]
    bukan: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    utama: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ingatan: str = ""


_KATA_KODE = ("kode", "no rekening", "nomor rekening", "rekening")
_KATA_URAIAN = (
    *("uraian", "nomenklatur", "nama", "program kegiatan", "program/kegiatan", "sub kegiatan", "subkegiatan"),
)
REALISASI = BentukBerkas(
    peran={"kode": "Kode", "uraian": "Uraian", "pagu": "Pagu", "realisasi": "Realisasi"},
    wajib=("kode", "realisasi"),
    kata={
        "kode": _KATA_KODE,
        "uraian": _KATA_URAIAN,
        "pagu": ("pagu", "anggaran", "alokasi", "dpa"),
        "realisasi": ("realisasi", "penyerapan"),
    },
    bukan={
        "realisasi": ("fisik", "persen", "%", "sisa", "lalu", "sebelumnya"),
        "pagu": ("realisasi", "sisa", "persen", "%"),
    },
    utama={"realisasi": ("s d ", "s/d", "sampai", "kumulatif")},
)
DPA = BentukBerkas(
    peran={
        "kode": "Kode",
        "uraian": "Uraian",
        "tingkat": "Tingkat",
        "unit": "Unit",
        "sumber_dana": "Sumber dana",
        "pagu_murni": "Pagu murni",
        "pagu_perubahan": "Pagu perubahan",
    },
    wajib=("kode", "uraian"),
    kata={
        "kode": _KATA_KODE,
        "uraian": _KATA_URAIAN,
        "tingkat": ("tingkat", "jenjang", "level"),
        "unit": ("unit", "sub unit", "bidang", "pelaksana"),
        "sumber_dana": ("sumber dana", "sumber pendanaan", "sumber"),
        "pagu_murni": ("murni", "sebelum", "semula", "pagu", "anggaran", "alokasi", "jumlah"),
        "pagu_perubahan": ("perubahan", "setelah", "sesudah", "menjadi"),
    },
    bukan={
        "uraian": ("unit", "kode"),
        "pagu_murni": (
            *("pagu perubahan", "anggaran perubahan", "jumlah perubahan", "setelah", "sesudah", "menjadi"),
            *("realisasi", "sisa", "bertambah", "%", "persen"),
        ),
        "pagu_perubahan": ("sebelum", "realisasi", "sisa", "bertambah", "%", "persen"),
    },
    ingatan="dpa",
)
DAFTAR_BENTUK = (REALISASI, DPA)


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


def _nilai_judul(teks: str, peran: str, bentuk: BentukBerkas) -> int:
    """How well a heading fits a role; 0 where it does not."""
    judul = baku(teks)
    if not judul or any(kata in judul for kata in bentuk.bukan.get(peran, ())):
        return 0
    daftar_kata = bentuk.kata[peran]
    letak = next((n for n, kata in enumerate(daftar_kata) if kata in judul), None)
    if letak is None:
        return 0
    utama = any(kata in judul for kata in bentuk.utama.get(peran, ()))
    return 10 - letak + judul.startswith(daftar_kata[letak]) + utama


def tebak_judul(baris: Mapping[int, Mapping[int, str]], bentuk: BentukBerkas = REALISASI) -> int:
    """The row that looks most like headings; the first row with anything in it where none does."""
    atas = [nomor for nomor in sorted(baris) if nomor <= MAKS_BARIS_JUDUL]
    if not atas:
        return 1

    def skor(nomor: int) -> int:
        return sum(any(_nilai_judul(teks, peran, bentuk) for teks in baris[nomor].values()) for peran in bentuk.peran)

    return max(atas, key=lambda nomor: (skor(nomor), -nomor))


def tebak_kolom(
    judul_per_kolom: Mapping[int, str], ingatan: Mapping[str, Any], bentuk: BentukBerkas = REALISASI
) -> TebakanKolom:
    """What was chosen the last time where all of its headings are there again, else a guess from the words."""
    ingatan = ingatan.get(bentuk.ingatan, {}) if bentuk.ingatan else ingatan
    per_judul: dict[str, int] = {}
    for nomor, teks in judul_per_kolom.items():
        per_judul.setdefault(baku(teks), nomor)
    lama = {peran: str(judul) for peran, judul in ingatan.get("judul", {}).items() if peran in bentuk.peran}
    awalan = str(ingatan.get("awalan", ""))
    if lama and all(judul and judul in per_judul for judul in lama.values()):
        return TebakanKolom({peran: per_judul[judul] for peran, judul in lama.items()}, awalan, diingat=True)
    kolom: dict[str, int] = {}
    for peran in bentuk.peran:
        calon = [(n, _nilai_judul(teks, peran, bentuk)) for n, teks in judul_per_kolom.items()]
        calon = [satu for satu in calon if satu[0] not in kolom.values()]
        terbaik = max(calon, key=lambda satu: satu[1], default=(0, 0))
        if terbaik[1]:
            kolom[peran] = terbaik[0]
    return TebakanKolom(kolom, awalan)
