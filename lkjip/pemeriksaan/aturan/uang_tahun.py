"""ANG-17: money of another year in the report of this one, by the year that a sentence names and by the amount."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from anggaran.data import Belanja
from lkjip.besaran import hitung
from lkjip.dasar.hitungan import jumlah
from lkjip.data import BukuKerja
from lkjip.laporan.compose.angka_baca import AngkaTulis
from lkjip.pemeriksaan.aturan.dasar import Ambang, galat, tahunan
from lkjip.pemeriksaan.bacaan import Bacaan, Kalimat
from lkjip.pemeriksaan.data import Temuan
from renstra.data import Versi

_TAHUN = re.compile(r"(?<![\d.,/])(?:19|20)\d\d(?![\d.,/]*\d)")
_UANG = re.compile(r"\bpagu|\banggaran|realisasi|belanja|terserap|serapan")
_BANDING = re.compile(
    r"sama dengan|\btetap\b|banding|sebelumnya|tahun lalu|\bnaik|\bturun|meningkat|menurun|sedangkan|rencana|proyeksi"
    r"|sejak|lanjutan|luncuran|utang|silpa|periode|selama|rata-rata"
)
_BAGIAN = ("bab3", "bab4", "ikhtisar", "lampiran")
_KUTIPAN = re.compile(  # the year of a regulation, and the day of a document
    r"\b(?:nomor|no\.?)\s*:?\s*\S{1,30}\s+tahun\s+\d{4}"
    r"|\b\d{1,2} (?:jan|feb|mar|apr|mei|jun|jul|ag|sep|okt|nov|des)[a-z]{0,8} \d{4}",
    re.IGNORECASE,
)
_TERJAUH = 5  # years back
_TERKECIL = 1_000_000  # rupiah: smaller amounts are alike by chance


def anggaran_tahun_lain(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-17. Silent for quarterly reports, and wherever a sentence compares."""
    if not tahunan(bacaan.buku):
        return
    kini = _uang_kini(bacaan.buku)
    lain = {n: y for n, y in _uang_lain(bacaan.buku).items() if n not in kini}
    for kalimat in bacaan.daftar_kalimat:
        uang = [a for a in kalimat.daftar_angka if a.satuan == "Rp"]
        if not uang or not kalimat.teks.bagian.startswith(_BAGIAN) or _BANDING.search(kalimat.rendah):
            continue
        if _UANG.search(kalimat.rendah):
            yield from _dalam_kalimat(bacaan.buku, kalimat, uang, kini, lain)


def _dalam_kalimat(
    buku: BukuKerja, kalimat: Kalimat, uang: list[AngkaTulis], kini: Mapping[Decimal, str], lain: Mapping[Decimal, int]
) -> Iterator[Temuan]:
    tahun, disebut = buku.data.tahun, {int(t) for t in _TAHUN.findall(_KUTIPAN.sub(" ", kalimat.isi))}
    satu = next(iter(disebut)) if len(disebut) == 1 else tahun if not disebut else None
    if satu is None or not tahun - _TERJAUH <= satu <= tahun:
        return
    milik_lain = next((a for a in uang if a.nilai in lain), None)
    if satu == tahun:
        if milik_lain is not None and not _memuat_tahun(kalimat.teks.isi, lain[milik_lain.nilai]):
            asal = lain[milik_lain.nilai]
            yield _temuan(kalimat, milik_lain.teks, str(tahun), (
                f"Laporan tahun {tahun} menyebut {milik_lain.teks}, padahal itu angka anggaran tahun {asal}."
            ), f"sama dengan angka tahun {asal} pada lembar belanja atau realisasi_anggaran")  # fmt: skip
        return
    milik_kini = next((a for a in uang if a.nilai in kini), None)
    if milik_kini is not None and milik_lain is None:
        yield _temuan(kalimat, str(satu), str(tahun), (
            f"Kalimat ini menyebut {milik_kini.teks} sebagai angka tahun {satu}, padahal itu {kini[milik_kini.nilai]} "
            f"tahun {tahun}."
        ), f"{milik_kini.teks} = {kini[milik_kini.nilai]} tahun {tahun}")  # fmt: skip
    elif not _memuat_tahun(kalimat.teks.isi, tahun) and not _BANDING.search(kalimat.teks.isi.casefold()):
        yield _temuan(kalimat, str(satu), str(tahun), (
            f"Laporan tahun {tahun} menyebut {uang[0].teks} sebagai anggaran tahun {satu} tanpa membandingkannya "
            f"dengan tahun {tahun}."
        ), "tahun yang disebut dalam kalimat dan alineanya")  # fmt: skip


def _memuat_tahun(isi: str, tahun: int) -> bool:
    return str(tahun) in isi


def _temuan(kalimat: Kalimat, nilai: str, seharusnya: str, pesan: str, cara: str) -> Temuan:
    teks = kalimat.teks
    return galat(
        "ANG-17",
        pesan,
        letak=teks.letak,
        butir=f"{teks.letak} {kalimat.awal}",
        nilai=nilai,
        seharusnya=seharusnya,
        cara=cara,
        saran=f"Pakai pagu dan realisasi tahun {seharusnya}, atau nyatakan bahwa angka itu pembanding.",
        halaman=teks.halaman,
        argumen=teks.argumen,
        bagian=teks.bagian,
        kutipan=kalimat.isi,
    )


def _uang_kini(buku: BukuKerja) -> dict[Decimal, str]:
    """What the report's own year has: of everything, of each row and each sasaran, by kind of spending."""
    data = buku.data
    hasil: dict[Decimal, str] = {}
    subjek = ["", *(s.kode for s in data.renstra.daftar_sasaran), *(a.kode for a in data.anggaran.daftar_anggaran)]
    for kode in subjek:
        daftar = [("pagu", hitung(data, "pagu", kode).angka)]
        daftar += [(f"pagu {v.value}", hitung(data, "pagu", kode, versi=v.value).angka) for v in Versi]
        daftar += [("realisasi anggaran", hitung(data, "realisasi_anggaran", kode).angka)]
        for sebutan, n in daftar:
            if n is not None and n >= _TERKECIL:
                hasil.setdefault(n, f"{sebutan} {kode}".strip())
    for sebutan, n in _belanja(buku, data.tahun):
        hasil.setdefault(n, f"{sebutan} belanja")
    return hasil


def _uang_lain(buku: BukuKerja) -> dict[Decimal, int]:
    """The year of each amount that earlier years have, by kind of spending and by row."""
    data = buku.data
    hasil: dict[Decimal, int] = {}
    for y in {b.tahun for b in data.anggaran.daftar_belanja if b.tahun is not None and b.tahun < data.tahun}:
        hasil |= {n: y for _, n in _belanja(buku, y)}
    for r in data.anggaran.daftar_realisasi_anggaran:
        if r.tahun < data.tahun and r.realisasi is not None and r.realisasi >= _TERKECIL:
            hasil[r.realisasi] = r.tahun
    return hasil


def _belanja(buku: BukuKerja, tahun: int) -> Iterator[tuple[str, Decimal]]:
    """Pagu and realisasi of each kind of a year, and of all of them."""
    baris = [b for b in buku.data.anggaran.daftar_belanja if (b.tahun or buku.data.tahun) == tahun]
    for sebutan, semua in (("pagu", _kolom(baris, "pagu")), ("realisasi", _kolom(baris, "realisasi"))):
        akar = [n for b, n in semua if not b.induk]
        yield from ((sebutan, n) for n in (*(n for _, n in semua), jumlah(akar)) if n >= _TERKECIL)


def _kolom(baris: list[Belanja], kolom: str) -> list[tuple[Belanja, Decimal]]:
    return [(b, n) for b in baris if (n := b.pagu if kolom == "pagu" else b.realisasi) is not None]
