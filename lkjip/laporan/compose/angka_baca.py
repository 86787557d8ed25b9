"""Numbers typed in an Indonesian text: value, precision and unit; not those that only name or date something.

Every pattern is linear in the length of the text: what is no figure (dates, regulations, kode …) is blanked first, so
that offsets stay those of the text as typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from lkjip.dasar.hitungan import banyak_desimal

_BULAN = "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember"
_ATURAN = (
    r"undang-undang|uu|perppu|pp|perpres|inpres|keppres|permen\w*|kepmen\w*|perda|pergub|perbup|perwali|perka|perlan"
    r"|perban|peraturan|keputusan|instruksi|surat edaran|se"
)
_LETAK = (
    r"tabel|gambar|grafik|diagram|bagan|lampiran|bab|bagian|halaman|hal|hlm|pasal|ayat|butir|nomor|no|angka|lantai"
    r"|triwulan|tw|semester|catur ?wulan|tahap|bulan|minggu|pekan|hari ke|ke|misi|tujuan|sasaran|sasaran strategis"
    r"|indikator|program|kegiatan|iku|ikk|tipe|kelas|level|tingkat|golongan|eselon|zona|wilayah|jalan|kilometer|rt|rw"
    r"|diploma|poin ke|peringkat|urutan|ranking|periode|angkatan|gelombang|pukul|jam"
)
_BUKAN_ANGKA = tuple(
    re.compile(pola, re.IGNORECASE | re.MULTILINE)
    for pola in (
        r"\{[^{}\n]{1,120}\}",  # live figures
        r"(?:https?://|www\.)\S+|\S{1,64}@\S{1,64}",
        rf"\b(?:{_ATURAN})\b[ \t]+(?:(?:nomor|no\.?)[ \t]+)?\d[\w./-]*(?:[ \t]+tahun[ \t]+\d{{4}})?",
        r"\b(?:nomor|no\.?)[ \t]*:?[ \t]*[\w./-]{0,40}\d[\w./-]*(?:[ \t]+tahun[ \t]+\d{4})?",
        rf"\b(?:tanggal[ \t]+)?\d{{1,2}}[ \t]+(?:{_BULAN})\b(?:[ \t]+\d{{4}}\b)?",
        r"\b\d{1,4}[/-]\d{1,2}[/-]\d{2,4}\b",
        r"\b\d{1,4}/\d{1,6}\b",
        r"^[ \t]*(?:\d{1,3}|[ivx]{1,5})(?:\.\d{1,2}){0,3}[.)][ \t]+",  # list marks
        r"(?<!\w)\(\d{1,2}\)(?![\d,.]*\d)",
        r"(?<![\w.,])\d{1,3}\)(?=[ \t])",
        rf"\b(?:{_LETAK})\b[.\-]?[ \t]*(?:ke[ -])?(?:[a-z]{{1,2}}[.\-]?)?\d{{1,2}}(?:[.\-]\d{{1,2}}){{0,3}}"
        r"(?![\d%]|[.,]\d|[ \t]*%|[ \t]*persen)",
        r"\bke-?[ \t]?\d+(?!\d|[.,]\d)",
        r"\b[a-z]+-\d+\b",  # COVID-19
        r"\b\d{8}[ \t]\d{6}[ \t]\d[ \t]\d{3}\b|\b\d{18}\b",  # NIP
        r"(?:\+62|\(0\d{2,3}\)|\b0\d{2,4})[ \-]?\d{3,5}(?:[ \-]?\d{2,5}){0,2}\b",  # telephone
        r"(?<![\d.,])(?:19|20)\d{2}(?:[ \t]*[–—-][ \t]*(?:19|20)?\d{2})?(?![\d%]|[.,]\d|[ \t]*%)",  # years
        r"\b\d+(?:st|nd|rd|th)\b",
    )
)
_ANGKA = re.compile(
    r"(?<![\w.,])(?P<rp>Rp\.?[ \t]?)?(?P<kurung>\()?(?P<tanda>[-−](?=\d))?"
    r"(?P<isi>\d[\d.,]*\d|\d)(?P<nol>,-)?(?![\w])"
    r"(?P<skala>[ \t]+(?:ribu|juta|miliar|milyar|triliun)\b)?"
    r"(?P<persen>[ \t]?%|[ \t]+persen\b(?![ \t]+poin))?"
    r"(?:[ \t]*\((?P<terbilang>[^()\d\n]{3,80})\))?"
    r"(?:[ \t]+(?P<ikut>[^\W\d_][\w/-]*))?",
    re.IGNORECASE,
)
_SKALA = {"ribu": 3, "juta": 6, "miliar": 9, "milyar": 9, "triliun": 12}
_RIBUAN = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_ADA_ANGKA = re.compile(r"\d")
_POLOS = re.compile(r"\d{1,15}(?:,\d{1,10})?")
_TITIK = re.compile(r"\d{1,3}\.\d{1,2}")
_KATA_TUGAS = frozenset(
    re.split(
        r"\s+",
        """
    pada dari menjadi dan dengan di atau untuk yang tahun sampai hingga ke karena sehingga terhadap atas oleh dalam
    tetapi sedangkan telah sudah belum masih serta agar bila jika namun maka kemudian lalu lebih kurang saja adalah
    ialah yaitu yakni ini itu tersebut setelah sesudah sebelum ketika saat selama antara berkat akibat naik turun
    dibanding dibandingkan jauh sedikit akan juga hanya baru tepat maupun triwulan tw sebagai sebab seluruhnya secara
    setiap per dikali dibagi bagi sesuai persen padahal walaupun meskipun lantaran kategori predikat sebesar sejak
    selisihnya artinya berarti bahwa
""",
    )
)
_KATA_KERJA = re.compile(r"^(?:me|ter|ber|di)[a-z]{3,}")


@dataclass(frozen=True)
class AngkaTulis:
    """A number as typed. `desimal` is its precision: 2 for 98,02; −8 for Rp53,7 miliar (known to a hundred million).

    `satuan`: "%", "Rp", "poin", the noun that follows it ("orang"), or '' where none does.
    """

    awal: int
    akhir: int
    teks: str
    nilai: Decimal
    desimal: int
    satuan: str = ""
    berskala: bool = False  # written with ribu, juta, miliar, triliun


def angka_dalam(teks: str) -> tuple[AngkaTulis, ...]:
    """The figures typed in a text, in its order."""
    if _ADA_ANGKA.search(teks) is None:  # most sentences and cells
        return ()
    polos = tutupi(teks)
    return tuple(a for cocok in _ANGKA.finditer(polos) if (a := _baca(cocok, teks)) is not None)


def tutupi(teks: str) -> str:
    """The text with everything that is no figure blanked; as long as before."""
    for pola in _BUKAN_ANGKA:
        teks = pola.sub(_kosongkan, teks)
    return teks


def _kosongkan(cocok: re.Match[str]) -> str:
    """Letters stay, so that sentences still read; digits become a mark that no number is made of."""
    return re.sub(r"[\d%]", "_", cocok[0])


def _baca(cocok: re.Match[str], teks: str) -> AngkaTulis | None:
    isi, persen, rupiah = cocok["isi"], bool(cocok["persen"]), bool(cocok["rp"])
    nilai = _nilai(isi, bertitik=persen)
    if nilai is None or (not rupiah and len(isi) > 6 and isi.isdigit()):
        return None
    pangkat = _SKALA[cocok["skala"].strip().lower()] if cocok["skala"] else 0
    desimal = banyak_desimal(nilai)
    akhir = max(cocok.end(nama) for nama in ("isi", "nol", "skala", "persen"))
    awal = cocok.start("rp") if rupiah else cocok.start("tanda") if cocok["tanda"] else cocok.start("isi")
    negatif = bool(cocok["tanda"]) or (bool(cocok["kurung"]) and rupiah)
    return AngkaTulis(
        awal, akhir, teks[awal:akhir], (-nilai if negatif else nilai).scaleb(pangkat), desimal - pangkat,
        "Rp" if rupiah else "%" if persen else _satuan(cocok["ikut"] or ""), bool(pangkat),
    )  # fmt: skip


def _nilai(isi: str, *, bertitik: bool) -> Decimal | None:
    """None for a kode, a clock time, or a number that is not written as Indonesians do."""
    if _RIBUAN.fullmatch(isi) or _POLOS.fullmatch(isi):
        return Decimal(isi.replace(".", "").replace(",", "."))
    return Decimal(isi) if bertitik and _TITIK.fullmatch(isi) else None


def _satuan(kata: str) -> str:
    rapi = kata.lower()
    if rapi in ("poin", "rupiah"):
        return {"rupiah": "Rp"}.get(rapi, rapi)
    return "" if rapi in _KATA_TUGAS or _KATA_KERJA.match(rapi) else rapi
