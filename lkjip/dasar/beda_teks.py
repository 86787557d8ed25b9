"""Two texts compared word by word, as data: what stayed, what went, what came."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_KATA = re.compile(r"\S+|\s+")
_BATAS_PERBANDINGAN = 250_000  # words × words; beyond it the differing middle is shown as one piece


class JenisPotongan(StrEnum):
    """Whether both texts have a piece, or only the old or the new one."""

    SAMA = "sama"
    HAPUS = "hapus"
    TAMBAH = "tambah"


@dataclass(frozen=True)
class Potongan:
    """A run of words of one kind."""

    jenis: JenisPotongan
    teks: str


def beda_kata(lama: str, baru: str) -> tuple[Potongan, ...]:
    """`lama` is what stayed and went, `baru` what stayed and came, in order; bounded time for texts of any length."""
    kiri, kanan = _KATA.findall(lama), _KATA.findall(baru)
    awal = _panjang_sama(kiri, kanan)
    akhir = _panjang_sama(kiri[awal:][::-1], kanan[awal:][::-1])
    tengah_kiri, tengah_kanan = kiri[awal : len(kiri) - akhir], kanan[awal : len(kanan) - akhir]
    potongan = [
        (JenisPotongan.SAMA, kiri[:awal]),
        *_beda_tengah(tengah_kiri, tengah_kanan),
        (JenisPotongan.SAMA, kiri[len(kiri) - akhir :]),
    ]
    return tuple(Potongan(jenis, "".join(kata)) for jenis, kata in potongan if kata)


def _panjang_sama(satu: Sequence[str], dua: Sequence[str]) -> int:
    return next((n for n, (a, b) in enumerate(zip(satu, dua, strict=False)) if a != b), min(len(satu), len(dua)))


def _beda_tengah(kiri: list[str], kanan: list[str]) -> list[tuple[JenisPotongan, list[str]]]:
    if len(kiri) * len(kanan) > _BATAS_PERBANDINGAN:
        return [(JenisPotongan.HAPUS, kiri), (JenisPotongan.TAMBAH, kanan)]
    hasil: list[tuple[JenisPotongan, list[str]]] = []
    for aksi, a, b, c, d in SequenceMatcher(None, kiri, kanan, autojunk=False).get_opcodes():
        if aksi == "equal":
            hasil.append((JenisPotongan.SAMA, kiri[a:b]))
        else:
            hasil += [(JenisPotongan.HAPUS, kiri[a:b]), (JenisPotongan.TAMBAH, kanan[c:d])]
    return hasil
