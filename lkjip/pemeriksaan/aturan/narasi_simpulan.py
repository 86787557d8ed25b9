"""NAR-01: a text that says that everything was reached, while the figures say otherwise (pemeriksaan.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from lkjip.besaran import hitung
from lkjip.dasar.periode import DAFTAR_TRIWULAN, TRIWULAN_TERTULIS, baca_triwulan, singkatan_triwulan
from lkjip.dasar.tulisan_angka import bulat, tulis_persen
from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan, nama_indikator
from lkjip.pemeriksaan.aturan.letak_teks import Tempat, sekali, temuan_teks
from lkjip.pemeriksaan.bacaan import Bacaan, Kalimat
from lkjip.pemeriksaan.data import Temuan, Tingkat
from renstra.data import Indikator

_SERATUS = Decimal(100)
_CAPAI = (
    r"(?:tercapai|(?:berhasil |telah |sudah )dicapai|dapat (?:di|ter)(?:capai|penuhi)"
    r"|terpenuhi|terlampaui|terealisasi (?:penuh|100)|(?:mencapai|memenuhi|melampaui|melebihi"
    r"|sesuai|di ?atas)"
    r"(?: (?:atau|dan|dan/atau|bahkan) \w+)?(?: dari)? (?:target|100 ?%|seratus persen))"
)
_SEMUA = (
    re.compile(
        r"\b(?:semua|seluruh(?:nya)?|keseluruhan|setiap|se?tiap-tiap|ke(?:dua|tiga|empat|lima|enam|tujuh|delapan"
        r"|sembilan|sepuluh)(?= (?:target|indikator|iku|sasaran)))\b(?P<a>[^.;\n]{0,60}?)"
        rf"\b(?P<hal>target|indikator|iku|sasaran|capaian)\b(?P<b>[^.;\n]{{0,70}}?)\b{_CAPAI}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<hal>target|indikator|iku|sasaran)\b(?P<a>[^.;,\n]{{0,50}}?)\b(?:(?:semua"
        rf"|seluruh)nya|secara keseluruhan)\b(?P<b>[^.;,\n]{{0,30}}?)\b{_CAPAI}",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:(?:tidak (?:ada|terdapat)|tiada)(?: satu ?pun)?|tanpa)\b(?P<a>[^.;,\n]{0,10}?)"
        r"\b(?P<hal>target|indikator|iku|sasaran)\b"
        r"(?P<b>[^.;,\n]{0,30}?)\b(?:(?:tidak|belum|gagal) (?:tercapai|terpenuhi|memenuhi|mencapai)"
        r"|(?:yang )?(?:di ?bawah|meleset))",
        re.IGNORECASE,
    ),
)
_BUKAN = re.compile(
    r"\b(?:belum|tidak|bukan|hampir|agar|supaya|untuk|guna|apabila|bila|jika|kalau|diharapkan|akan"
    r"|berupaya|upaya|rangka"
    r"|memastikan|menjamin|mendorong|sebagian|kecuali|sehingga diharapkan|dapat|mampu)\W+(?:\w+\W+){0,3}$",
    re.IGNORECASE,
)
_LAIN = re.compile(
    r"\b(?:kegiatan|program|sub ?kegiatan|keluaran|output|aksi|belum|tidak|kecuali|akan|dapat|harus"
    r"|perlu|agar|untuk|bagi|ditargetkan|direncanakan|diproyeksikan)\b",
    re.IGNORECASE,
)
_DIRUMUSKAN = re.compile(
    r"(?<!yang )(?<!telah )(?<!sudah )\b(?:disusun|ditetapkan|diukur|dirumuskan|diselaraskan|memiliki"
    r"|mempunyai|memuat)\b"
    r"|\byang(?: telah| sudah)?\s*$",
    re.IGNORECASE,
)
_RENCANA = re.compile(
    r"\b(?:akan|agar|supaya|sehingga|diharapkan|harapan|semoga|optimis|berupaya|upaya|strategi|ke depan|mendatang"
    r"|perlu|apabila|jika|bila|untuk|guna|rencana)\b"
)
_TAHUN = re.compile(r"(?<![\d/–-])(20\d\d)(?![\d/–-])")
_TRIWULAN = re.compile(rf"\b{TRIWULAN_TERTULIS}", re.IGNORECASE)
_TIAP_TRIWULAN = re.compile(r"\b(?:setiap|tiap|semua|seluruh|keempat) (?:triwulan|tw)\b|\bsejak triwulan i\b", re.I)


def semua_tercapai(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """NAR-01. What is asked for, hoped for or said of activities is no conclusion about targets."""
    for kalimat in bacaan.daftar_kalimat:
        cocok = _pernyataan(kalimat.isi)
        if cocok is not None and not _harapan(bacaan, kalimat, cocok[0]) and (kurang := _kurang(bacaan, kalimat)):
            yield from sekali([_temuan(bacaan, kalimat, cocok, kurang)])


def _pernyataan(isi: str) -> re.Match[str] | None:
    for nomor, pola in enumerate(_SEMUA):
        for cocok in pola.finditer(isi):
            antara = f"{cocok['a']} {cocok['b']}" if nomor < 2 else ""
            if not _BUKAN.search(isi[: cocok.start()][-60:]) and not (
                _LAIN.search(antara) or _DIRUMUSKAN.search(antara)
            ):
                return cocok
    return None


def _harapan(bacaan: Bacaan, kalimat: Kalimat, kata: str) -> bool:
    """What is to come: years after the report's own, and "dapat dicapai" among plans and wishes."""
    tahun = {int(t) for t in _TAHUN.findall(kalimat.isi)}
    if tahun and min(tahun) > bacaan.buku.data.tahun:
        return True
    rencana = _RENCANA.search(kalimat.rendah) or re.search(r"langkah|strategi|saran|tindak", kalimat.teks.bagian)
    return "dapat " in kata.lower() and bool(rencana or kalimat.teks.lembar != "narasi")


def _kurang(bacaan: Bacaan, kalimat: Kalimat) -> list[tuple[Indikator, int | None, Decimal]]:
    """(indicator, quarter or None for the year, capaian) below 100 among those that the sentence speaks of."""
    data = bacaan.buku.data
    daftar_tahun = {int(t) for t in _TAHUN.findall(kalimat.isi)}
    tahun = max(daftar_tahun) if daftar_tahun and max(daftar_tahun) < data.tahun else data.tahun
    hasil = []
    for indikator in _dibicarakan(bacaan, kalimat):
        for triwulan in _masa(bacaan, kalimat):
            nilai = hitung(data, "capaian", indikator.kode, tahun=tahun, triwulan=triwulan).angka
            if nilai is not None and bulat(nilai, 2) < _SERATUS:
                hasil.append((indikator, triwulan, nilai))
    return hasil


def _dibicarakan(bacaan: Bacaan, kalimat: Kalimat) -> list[Indikator]:
    """Those of the sasaran or indicators that the sentence names, else of the section's sasaran, else all."""
    rencana = bacaan.buku.data.renstra
    kode = {k for s in kalimat.daftar_sebut for k in s.subjek} or {kalimat.teks.bagian.rpartition(".")[2]}
    kode |= {kalimat.teks.subjek} - {""}
    semua = rencana.daftar_indikator_semua_sasaran
    return [i for i in semua if i.kode in kode or i.induk in kode] or list(semua)


def _masa(bacaan: Bacaan, kalimat: Kalimat) -> list[int | None]:
    if _TIAP_TRIWULAN.search(kalimat.isi):
        return list(DAFTAR_TRIWULAN)
    disebut = [baca_triwulan(t) for t in _TRIWULAN.findall(kalimat.isi)]
    return list(disebut) or [bacaan.buku.laporan.identitas_berlaku.triwulan]


def _temuan(
    bacaan: Bacaan, kalimat: Kalimat, cocok: re.Match[str], kurang: list[tuple[Indikator, int | None, Decimal]]
) -> Temuan:
    rinci = "; ".join(
        f"{nama_indikator(bacaan.buku, i.kode)} {singkatan_triwulan(t) + ' ' if t else ''}{tulis_persen(nilai)}"
        for i, t, nilai in kurang[:5]
    )
    return temuan_teks(
        "NAR-01",
        Tingkat.PERINGATAN,
        Tempat(kalimat.teks, cocok[0]),
        f"Naskah menyatakan “{' '.join(cocok[0].split())}”, padahal ada capaian di bawah 100%: {rinci}.",
        nilai="semua tercapai",
        seharusnya=bulat(min(n for *_, n in kurang), 2),
        cara="Capaian = realisasi dibanding target menurut arah indikator; target tercapai bila capaian "
        "sekurangnya 100%.",
        saran="Ubah kalimat itu: sebutkan indikator atau triwulan yang belum mencapai target dan sebabnya.",
    )


DAFTAR = (Aturan("NAR-01", Tingkat.PERINGATAN, "Simpulan “semua tercapai” tidak benar", periksa_teks=semua_tercapai),)
