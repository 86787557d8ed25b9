"""FMT-08: a number and the words beside it that spell another one (pemeriksaan.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from lkjip.dasar.tulisan_angka import tulis_tepat
from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan
from lkjip.pemeriksaan.aturan.letak_teks import Tempat, sekali, temuan_teks
from lkjip.pemeriksaan.bacaan import Bacaan, Teks
from lkjip.pemeriksaan.data import Temuan, Tingkat

_SATUAN = {
    kata: n
    for n, kata in enumerate(["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"])
}
_SATUAN |= {"kosong": 0, "sepuluh": 10, "sebelas": 11, "se": 1}
_PENGALI = {"belas": 0, "puluh": 10, "ratus": 100}
_SKALA = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12}
_RANGKAI = re.compile(
    r"(satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|se)(belas|puluh|ratus|ribu"
    r"|juta|miliar)"
)
_DASAR = (
    r"(?:nol|kosong|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|seratus|seribu"
    r"|belas|puluh|ratus|ribu"
    r"|juta|miliar|milyar|triliun|koma)"
)
_ANGKA = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,15}(?:,\d{1,6})?"
_SESUDAH = re.compile(
    rf"(?:(?<![\w.,/-])|(?<=Rp)|(?<=Rp\.))(?P<angka>{_ANGKA})(?:,-)?(?: ?%| persen| "
    rf"[a-z]{{3,12}})?[ \t]?\((?P<kata>[A-Za-z][A-Za-z ,-]{{2,250}})\)"
)
_SEBELUM = re.compile(rf"\b(?P<kata>{_DASAR}(?: {_DASAR}){{0,25}}) \((?P<angka>{_ANGKA})(?: ?%)?\)", re.IGNORECASE)
_EKOR = frozenset(
    [
        "rupiah",
        "persen",
        "orang",
        "unit",
        "buah",
        "dokumen",
        "laporan",
        "indikator",
        "sasaran",
        "program",
        "kegiatan",
        "subkegiatan",
        "bulan",
        "tahun",
        "hari",
        "paket",
        "poin",
        "pegawai",
        "bidang",
        "strategis",
        "kinerja",
        "utama",
    ]
)


def terbilang_berbeda(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """FMT-08. Words that are no number are let pass."""
    for teks in bacaan.daftar_teks:
        if "(" in teks.isi:
            yield from sekali(_dalam(teks))


def _dalam(teks: Teks) -> Iterator[Temuan]:
    for pola in (_SESUDAH, _SEBELUM):
        for cocok in pola.finditer(teks.isi):
            nilai = Decimal(cocok["angka"].replace(".", "").replace(",", "."))
            dibaca = baca_terbilang(cocok["kata"])
            if not dibaca or nilai in dibaca:
                continue
            kata = " ".join(cocok["kata"].split())
            yield temuan_teks(
                "FMT-08",
                Tingkat.PERINGATAN,
                Tempat(teks, cocok[0]),
                f"Tertulis {cocok['angka']}, tetapi terbilangnya “{kata}”, yaitu {tulis_tepat(dibaca[0])}.",
                nilai=nilai,
                seharusnya=dibaca[0],
                cara="Kata bilangan dibaca dan dibandingkan dengan angkanya.",
                saran="Samakan angka dan terbilangnya sesudah memastikan mana yang benar.",
            )


def baca_terbilang(kata: str) -> tuple[Decimal, ...]:
    """The numbers that words spell: decimals may be said digit by digit or as one number. Empty where "
    "they spell none."""
    rapi = _RANGKAI.sub(r"\1 \2", re.sub(r"[,-]", " ", kata.lower()))
    daftar = rapi.split()
    while daftar and daftar[-1] in _EKOR:
        daftar.pop()
    if not daftar or daftar.count("koma") > 1:
        return ()
    letak = daftar.index("koma") if "koma" in daftar else len(daftar)
    utuh, pecahan = _bulat(daftar[:letak]), daftar[letak + 1 :]
    if utuh is None or (letak < len(daftar) and not pecahan):
        return ()
    if not pecahan:
        return (Decimal(utuh),)
    digit = "".join(str(_SATUAN[k]) for k in pecahan if _SATUAN.get(k, 10) < 10)
    cara = [digit] if len(digit) == len(pecahan) else []
    sebagai_bilangan = _bulat(pecahan)
    if sebagai_bilangan is not None:
        cara.append(str(sebagai_bilangan))
    return tuple(Decimal(f"{utuh}.{p}") for p in cara)


def _bulat(daftar: Sequence[str]) -> int | None:
    """A whole number; None for words that spell none."""
    jumlah, ribuan, satuan = 0, 0, None
    for kata in daftar:
        if kata in _SATUAN and satuan is None:
            satuan = _SATUAN[kata]
        elif kata in _PENGALI and satuan is not None:
            ribuan, satuan = ribuan + (satuan + 10 if kata == "belas" else satuan * _PENGALI[kata]), None
        elif kata in _SKALA and (satuan is not None or ribuan):
            jumlah, ribuan, satuan = jumlah + (ribuan + (satuan or 0)) * _SKALA[kata], 0, None
        else:
            return None
    return jumlah + ribuan + (satuan or 0) if daftar else None


DAFTAR = (Aturan("FMT-08", Tingkat.PERINGATAN, "Terbilang tidak sama dengan angka", periksa_teks=terbilang_berbeda),)
