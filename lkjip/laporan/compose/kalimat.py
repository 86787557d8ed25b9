"""Sentences: templates filled with figures, lists in words, counts in words. Knows the language, not the report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from string import Formatter

from lkjip.dasar.hasil import Hasil, Keadaan
from lkjip.dasar.tulisan_angka import terbilang
from lkjip.laporan.isi import Angka, GayaParagraf, Paragraf, Rujuk, Sebaris, Teks

Isian = str | int | Sebaris | Sequence[Sebaris]
"""What may fill a slot of a template: text, a count, a figure, a reference, or a run of them."""

_SATUAN_TANPA_TULISAN = {"", "indeks", "nilai", "skor", "predikat", "angka", "poin", "level", "rasio", "opini"}
_AWALAN_KEADAAN = {
    Keadaan.KOSONG: "Data belum tersedia",
    Keadaan.TIDAK_BERLAKU: "Tidak berlaku",
    Keadaan.BELUM_WAKTUNYA: "Belum waktunya diukur",
}


def kal(pola: str, **isian: Isian) -> tuple[Sebaris, ...]:
    """The template with its slots filled. Only the template is parsed: braces typed by an agency are plain text."""
    hasil: list[Sebaris] = []
    for teks, nama, _, _ in Formatter().parse(pola):
        if teks:
            hasil.append(Teks(teks))
        if nama is not None:
            hasil.extend(sebaris(isian[nama]))
    return rapatkan(hasil)


def sebaris(isian: Isian) -> tuple[Sebaris, ...]:
    if isinstance(isian, str):
        return (Teks(isian),) if isian else ()
    if isinstance(isian, int):
        return (Teks(str(isian)),)
    if isinstance(isian, (Teks, Angka, Rujuk)):
        return (isian,)
    return tuple(isian)


def rapatkan(daftar: Iterable[Sebaris]) -> tuple[Sebaris, ...]:
    """Neighbouring plain texts become one."""
    hasil: list[Sebaris] = []
    for unsur in daftar:
        akhir = hasil[-1] if hasil else None
        if isinstance(unsur, Teks) and isinstance(akhir, Teks) and _segaya(unsur, akhir):
            hasil[-1] = Teks(akhir.isi + unsur.isi, akhir.tebal, akhir.miring)
        else:
            hasil.append(unsur)
    return tuple(hasil)


def _segaya(satu: Teks, dua: Teks) -> bool:
    return (satu.tebal, satu.miring) == (dua.tebal, dua.miring)


def gabung(*bagian: tuple[Sebaris, ...]) -> tuple[Sebaris, ...]:
    """Sentences of one paragraph, with a space between them; empty ones drop out."""
    hasil: list[Sebaris] = []
    for kalimat in bagian:
        if kalimat:
            if hasil:
                hasil.append(Teks(" "))
            hasil.extend(kalimat)
    return rapatkan(hasil)


def deret_kata(butir: Sequence[Isian], penghubung: str = "dan") -> tuple[Sebaris, ...]:
    """`a`, `a dan b`, `a, b, dan c`."""
    hasil: list[Sebaris] = []
    for urutan, isian in enumerate(butir):
        if urutan:
            koma = "," if len(butir) > 2 else ""
            hasil.append(Teks(f"{koma} {penghubung} " if urutan == len(butir) - 1 else ", "))
        hasil.extend(sebaris(isian))
    return rapatkan(hasil)


def banyak(angka: int, kata: str = "") -> str:
    """`16 (enam belas) indikator`."""
    tulisan = f"{angka} ({terbilang(angka)})"
    return f"{tulisan} {kata}" if kata else tulisan


def kutip(teks: str) -> str:
    """“…” around a name, without its outer spaces, quotes and closing mark."""
    return f"“{bersih(teks) or 'tanpa uraian'}”"


def bersih(teks: str) -> str:
    """A name as it stands inside a sentence: one line, no closing mark, no outer quotes."""
    return re.sub(r"\s+", " ", teks).strip().strip('“”"').rstrip(" .;:,").strip()


def nama_rapi(teks: str, kode: str) -> str:
    """A name for a heading or a cell; the kode where the agency left the name empty."""
    return bersih(teks) or kode


def satuan_tulis(satuan: str) -> str:
    """The unit after a number in a sentence: `%` close to it, `dokumen` after a space, `indeks` left unsaid."""
    rapi = bersih(satuan)
    if rapi.lower() in _SATUAN_TANPA_TULISAN:
        return ""
    if rapi.lower() in {"%", "persen", "persentase"}:
        return "%"
    return f" {rapi.lower() if rapi.istitle() else rapi}"


def par(*kalimat: tuple[Sebaris, ...] | str, gaya: GayaParagraf = GayaParagraf.BIASA) -> Paragraf:
    return Paragraf(gabung(*(sebaris(k) for k in kalimat)), gaya)


def catatan(pola: str, **isian: Isian) -> Paragraf:
    return Paragraf(kal(pola, **isian), GayaParagraf.CATATAN)


def kurang(pola: str, **isian: Isian) -> Paragraf:
    """The boxed note that says plainly what is missing and in which sheet it belongs."""
    return Paragraf(kal(pola, **isian), GayaParagraf.KEKURANGAN)


def alasan(hasil: Hasil) -> str:
    """Why a figure is absent, as one sentence that keeps the kinds of absence apart."""
    sebab = hasil.alasan.strip().rstrip(".") or "tidak ada keterangan"
    return f"{_AWALAN_KEADAAN.get(hasil.keadaan, 'Keterangan')}: {sebab}."


def tiada(hasil: Hasil, awalan: str = "") -> Paragraf:
    """Boxed note for an absent figure; one that is not due or not applicable is a plain note, not a shortcoming."""
    gaya = GayaParagraf.KEKURANGAN if hasil.keadaan is Keadaan.KOSONG else GayaParagraf.CATATAN
    return Paragraf((Teks(f"{awalan} {alasan(hasil)}".strip()),), gaya)
