"""FMT-14: numbers of headings that jump, repeat or go back, in the text and in its table of contents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan
from lkjip.pemeriksaan.aturan.letak_teks import Tempat, per_wadah, temuan_teks
from lkjip.pemeriksaan.bacaan import Bacaan, Teks
from lkjip.pemeriksaan.data import Temuan, Tingkat

_KEPALA = re.compile(
    r"^[ \t]*(?:#{1,4}[ \t]*)?(?P<nomor>\d{1,2}(?:\.\d{1,2}){1,4})\.?[ \t]+(?P<judul>[A-Z][^\n|]{2,100})$", re.M
)
_ISI = re.compile(
    r"^[ \t|]*(?:BAB[ \t]+(?P<bab>[IVX]{1,4}|\d{1,2})\b|(?P<nomor>\d{1,2}(?:\.\d{1,2}){1,4})\.?[ \t]+[A-Z])",
    re.M | re.I,
)
_ROMAWI = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8}
_Nomor = tuple[int, ...]


def nomor_subbab_tidak_urut(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """FMT-14, one finding a section; between sections only numbers that repeat or go back, since others may lie
    there."""
    semua = [*_dalam_naskah(bacaan.daftar_narasi), *_dalam_daftar_isi(bacaan.daftar_narasi)]
    for daftar in per_wadah(t for t, _ in semua):
        soal = "; ".join(dict.fromkeys(s for t, s in semua if t in daftar))
        yield temuan_teks(
            "FMT-14",
            Tingkat.INFO,
            daftar,
            f"Nomor bab atau subbab tidak urut: {soal}.",
            butir="subbab",
            nilai=daftar[0].kutipan,
            cara="Nomor pada judul dibaca berurutan.",
            saran="Beri nomor ulang, atau hapus nomornya agar diberi otomatis.",
        )


def _dalam_naskah(daftar_teks: Iterable[Teks]) -> Iterator[tuple[Tempat, str]]:
    lalu: _Nomor | None = None
    bagian = ""
    dilihat: set[_Nomor] = set()
    for teks in daftar_teks:
        for cocok in _KEPALA.finditer(teks.isi):
            if "daftar" in teks.bagian or cocok["judul"].rstrip().endswith((".", ";", ",")):
                continue
            nomor = tuple(map(int, cocok["nomor"].split(".")))
            if soal := _soal(lalu, nomor, dilihat, sebagian=bagian != teks.bagian):
                yield Tempat(teks, cocok["nomor"]), soal
            dilihat.add(nomor)
            lalu, bagian = nomor, teks.bagian


def _dalam_daftar_isi(daftar_teks: Iterable[Teks]) -> Iterator[tuple[Tempat, str]]:
    """A typed table of contents: chapters by their Roman numbers, and the headings below them."""
    lalu: _Nomor | None = None
    bab = 0
    dilihat: set[_Nomor] = set()
    for teks in daftar_teks:
        for cocok in _ISI.finditer(teks.isi) if "daftar_isi" in teks.bagian else ():
            kutipan = cocok[0].strip(" \t|")
            if cocok["bab"]:
                nomor_bab = _ROMAWI.get(cocok["bab"].upper()) or int(re.sub(r"\D", "", cocok["bab"]) or 0)
                if bab and nomor_bab != bab + 1:
                    yield Tempat(teks, kutipan), f"sesudah bab ke-{bab} tertulis {kutipan}"
                bab = nomor_bab
                continue
            nomor = tuple(map(int, cocok["nomor"].split(".")))
            if soal := _soal(lalu, nomor, dilihat, sebagian=False):
                yield Tempat(teks, cocok["nomor"]), soal
            dilihat.add(nomor)
            lalu = nomor


def _soal(lalu: _Nomor | None, nomor: _Nomor, dilihat: set[_Nomor], *, sebagian: bool) -> str:
    tulis = ".".join(map(str, nomor))
    if nomor in dilihat:
        return f"{tulis} dipakai dua kali"
    if lalu is None:
        return ""
    sebelum = ".".join(map(str, lalu))
    if nomor < lalu:
        return f"sesudah {sebelum} kembali ke {tulis}"
    anak = nomor[:-1] == lalu and nomor[-1] == 1
    saudara = any(nomor == (*lalu[:n], lalu[n] + 1) for n in range(len(lalu)))
    bab_baru = nomor[0] > lalu[0]
    return "" if anak or saudara or sebagian or bab_baru else f"sesudah {sebelum} langsung {tulis}"


DAFTAR = (Aturan("FMT-14", Tingkat.INFO, "Judul bab/subbab tidak urut", periksa_teks=nomor_subbab_tidak_urut),)
