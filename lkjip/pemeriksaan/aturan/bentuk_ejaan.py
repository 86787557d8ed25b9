"""FMT-15: terms with one accepted spelling, and one abbreviation of the report throughout (pemeriksaan.md)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan
from lkjip.pemeriksaan.aturan.letak_teks import Tempat, daftar_rumusan, temuan_teks
from lkjip.pemeriksaan.bacaan import Bacaan, Teks
from lkjip.pemeriksaan.data import Temuan, Tingkat

_BAKU = {
    "presentase": "persentase",
    "prosentase": "persentase",
    "precentase": "persentase",
    "review": "reviu",
    "mereview": "mereviu",
    "direview": "direviu",
    "reviewnya": "reviunya",
    "efektifitas": "efektivitas",
    "aktifitas": "aktivitas",
    "produktifitas": "produktivitas",
    "akuntabiltas": "akuntabilitas",
    "akuntabilitias": "akuntabilitas",
}
_SALAH = re.compile(rf"\b(?:{'|'.join(_BAKU)})\b", re.IGNORECASE)
_ASING = re.compile(
    r"\b(?:peer|mid[ -]?term|management|literature|performance|quality|business|after action|post"
    r"|program(?:me)?|public|the|a|of"
    r"|joint|design|progress|expenditure|utilization|drug use|medical|desk)[ -]+$",
    re.IGNORECASE,
)
_ASING_NANTI = re.compile(
    r"^[ -]+(?:of|report|meeting|process|committee|and|board|article"
    r"|for|team)\b",
    re.IGNORECASE,
)
_SINGKATAN = re.compile(r"(?<![\w./-])(?:LKjIP|LKJIP|LKJiP|LKjiP|LkjIP|Lkjip|LJIP|LKIP|LkJIP|LKJip)(?![\w./-])")


def ejaan_tidak_baku(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """FMT-15, one finding a word with all its places."""
    tempat: dict[str, list[Tempat]] = defaultdict(list)
    for teks in (*bacaan.daftar_teks, *daftar_rumusan(bacaan)):
        for cocok in _SALAH.finditer(teks.isi):
            if not _istilah_asing(teks, cocok):
                tempat[cocok[0].lower()].append(Tempat(teks, cocok[0]))
    for kata, daftar in tempat.items():
        kali = f" ({len(daftar)} kali)" if len(daftar) > 1 else ""
        yield temuan_teks(
            "FMT-15",
            Tingkat.INFO,
            daftar,
            f"Tertulis “{kata}”{kali}; bentuk bakunya “{_BAKU[kata]}”.",
            subjek="",
            butir=kata,
            nilai=kata,
            seharusnya=_BAKU[kata],
            cara="Dicocokkan dengan daftar istilah baku.",
            saran=f"Ganti “{kata}” dengan “{_BAKU[kata]}” di semua tempat itu.",
        )
    yield from _singkatan_campur(bacaan)


def _istilah_asing(teks: Teks, cocok: re.Match[str]) -> bool:
    """An English phrase, or italics."""
    lalu, nanti = teks.isi[: cocok.start()][-20:], teks.isi[cocok.end() :][:20]
    asing = bool(_ASING.search(lalu) or _ASING_NANTI.match(nanti))
    return cocok[0].lower() == "review" and (asing or (lalu[-1:] in "*_" and nanti[:1] == lalu[-1:] != ""))


def _singkatan_campur(bacaan: Bacaan) -> Iterator[Temuan]:
    """Two spellings of the report's abbreviation; words within a line of capitals are spelt as capitals must."""
    bentuk: dict[str, list[Tempat]] = defaultdict(list)
    for teks in bacaan.daftar_teks:
        for cocok in _SINGKATAN.finditer(teks.isi):
            awal = teks.isi.rfind("\n", 0, cocok.start()) + 1
            baris = teks.isi[awal:].split("\n", 1)[0]
            if not (baris.upper() == baris and len(baris.split()) > 1):
                bentuk[cocok[0]].append(Tempat(teks, cocok[0]))
    if len(bentuk) < 2:
        return
    utama = max(bentuk, key=lambda b: (len(bentuk[b]), b == "LKjIP"))
    lain = [t for b, daftar in bentuk.items() if b != utama for t in daftar]
    sebutan = ", ".join(f"“{b}” ({len(d)} kali)" for b, d in bentuk.items())
    yield temuan_teks(
        "FMT-15",
        Tingkat.INFO,
        lain,
        f"Singkatan laporan ditulis dengan beberapa cara: {sebutan}.",
        subjek="",
        butir="singkatan laporan",
        nilai=lain[0].kutipan,
        seharusnya=utama,
        cara="Semua bentuk singkatan Laporan Kinerja Instansi Pemerintah dihitung.",
        saran=f"Pakai satu bentuk di seluruh laporan, misalnya “{utama}”.",
    )


DAFTAR = (Aturan("FMT-15", Tingkat.INFO, "Ejaan istilah baku", periksa_teks=ejaan_tidak_baku),)
