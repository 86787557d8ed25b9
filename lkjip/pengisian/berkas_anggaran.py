"""A file exported by the budget system → sheets of raw cells → rows with kode, uraian, pagu, realisasi.

Workbooks go through the guarded reader of `lkjip.buku_kerja`; what it minds in our own format (merged cells) is normal
in a foreign file. Hidden sheets come out empty there, and a sheet without cells is none.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from lkjip.buku_kerja.galat import GalatBuku
from lkjip.buku_kerja.jenis import PANJANG_KODE, JenisKolom, Kolom
from lkjip.buku_kerja.mentah import MAKS_BARIS, MAKS_SEL_TERISI, JenisSel, LembarMentah, Sel, alamat, huruf_kolom
from lkjip.buku_kerja.nilai import NilaiSalah, baca_nilai, baca_teks
from lkjip.buku_kerja.readers.xlsx import baca_xlsx
from lkjip.dasar.isian import IsianTakTerbaca, JenisIsian, baca_isian
from lkjip.halaman.banding_anggaran import BarisBerkas, GalatBerkas, IsiBerkas
from lkjip.pengisian.data_pencocokan import PetaKolom, kode_baku

AKHIRAN = (".xlsx", ".csv")
_B = TypeVar("_B")
_KODE = Kolom("kode", JenisKolom.KODE, "", panjang=PANJANG_KODE)
_UANG = Kolom("uang", JenisKolom.UANG, "")
_NOMOR_KOLOM = re.compile(r"\(?[0-9]{1,2}\)?")
_BERANGKA = re.compile(r"\(?(rp)?\.?\s*[0-9]", re.IGNORECASE)
_PANJANG_CUPLIKAN = 80
_MAKS_KOLOM = 100  # more than any budget form has; each is an entry of four menus


def baca_berkas(path: Path) -> tuple[LembarMentah, ...]:
    """The sheets with anything in them. Raises GalatBuku."""
    lembar = baca_xlsx(path).daftar_lembar if path.suffix == ".xlsx" else (_baca_csv(path),)
    terisi = tuple(satu for satu in lembar if satu.baris)
    if not terisi:
        raise GalatBuku("Berkas ini tidak memuat satu sel pun yang terlihat.", "Periksa berkasnya, lalu unggah lagi.")
    return terisi


def _baca_csv(path: Path) -> LembarMentah:
    isi = path.read_bytes()
    if b"\0" in isi:
        raise GalatBuku("Berkas ini bukan CSV (memuat byte NUL).", "Simpan ulang sebagai CSV UTF-8.")
    try:
        teks = isi.decode("utf-8-sig")
    except UnicodeDecodeError:
        teks = isi.decode("cp1252", "replace")  # what Excel in Indonesia writes as plain “CSV”
    lembar, banyak = LembarMentah("CSV"), 0
    try:
        for nomor, baris in enumerate(csv.reader(io.StringIO(teks, newline=""), delimiter=_pemisah(teks)), 1):
            terisi = {kolom: Sel(JenisSel.TEKS, sel) for kolom, sel in enumerate(baris, 1) if sel.strip()}
            banyak += len(terisi)
            if banyak > MAKS_SEL_TERISI or nomor > MAKS_BARIS:
                raise GalatBuku("Berkas CSV terlalu besar.", f"Paling banyak {MAKS_SEL_TERISI} sel terisi.")
            if terisi:
                lembar.baris[nomor] = terisi
    except csv.Error as galat:
        raise GalatBuku("Berkas CSV ini rusak: ada sel yang terlalu panjang.", "Simpan ulang dari Excel.") from galat
    return lembar


def _pemisah(teks: str) -> str:
    """Semicolon or comma, whichever the first lines hold more of; headings hold few of either inside their text."""
    awal = teks[:5_000]
    return ";" if awal.count(";") >= awal.count(",") else ","


def tulisan_sel(sel: Sel | None, batas: int | None = _PANJANG_CUPLIKAN) -> str:
    """A cell as headings and samples show it; `batas` None: all of its text."""
    if sel is None:
        return ""
    try:
        teks = sel.jenis.value if sel.jenis in (JenisSel.RUMUS_TANPA_NILAI, JenisSel.LOGIKA) else baca_teks(sel)
    except NilaiSalah:
        teks = "?"
    return " ".join(teks.split())[:batas]


def tulisan_baris(lembar: LembarMentah, batas: int) -> dict[int, dict[int, str]]:
    """The first rows as text: row → column → text."""
    return {n: {k: tulisan_sel(sel) for k, sel in baris.items()} for n, baris in lembar.baris.items() if n <= batas}


def daftar_kolom(lembar: LembarMentah, judul: int) -> dict[int, str]:
    """Number of each column that holds anything from the headings down → its heading; the first hundred.

    Where a second row of headings stands below (“Realisasi” over “s.d. Bulan Lalu” and “s.d. Bulan Ini”), both are
    named.
    """
    nomor = sorted({kolom for n, baris in lembar.baris.items() if n >= judul for kolom in baris})
    atas = lembar.baris.get(judul, {})
    bawah = lembar.baris[judul + 1] if _baris_judul_kedua(lembar, judul) else {}
    hasil, induk = {}, ""
    for kolom in nomor[:_MAKS_KOLOM]:
        sendiri, anak = tulisan_sel(atas.get(kolom)), tulisan_sel(bawah.get(kolom))
        induk = sendiri or induk
        hasil[kolom] = f"{induk}: {anak}" if induk and anak else sendiri or anak
    return hasil


def _baris_judul_kedua(lembar: LembarMentah, judul: int) -> bool:
    """Words only, and some of them under a heading that spans several columns: no row of figures looks like that."""
    atas, bawah = lembar.baris.get(judul, {}), lembar.baris.get(judul + 1, {})
    teks = {kolom: tulisan_sel(sel) for kolom, sel in bawah.items()}
    menyambung = any(kolom not in atas for kolom in teks)
    return menyambung and not any(_BERANGKA.match(isi) for isi in teks.values())


def sebutan_kolom(kolom: int, judul: str) -> str:
    return f"{huruf_kolom(kolom)}: {judul or '(tanpa judul)'}"


def baca_isi(lembar: LembarMentah, peta: PetaKolom) -> IsiBerkas:
    """The rows below the headings that have a kode or an amount; those with an unreadable cell are told apart."""
    return IsiBerkas(*baca_baris_berkas(lembar, peta, ("kode", "pagu", "realisasi"), _baca_baris))


def baca_baris_berkas(
    lembar: LembarMentah,
    peta: PetaKolom,
    penanda: Sequence[str],
    baca: Callable[[int, Mapping[int, Sel], PetaKolom], _B],
) -> tuple[tuple[_B, ...], tuple[GalatBerkas, ...]]:
    """The rows below the headings that hold one of the roles `penanda`, as `baca` makes them of their cells; and those
    with an unreadable cell (`SelSalah`)."""
    daftar: list[_B] = []
    galat: list[GalatBerkas] = []
    awal = peta.judul + _baris_judul_kedua(lembar, peta.judul)
    for nomor in sorted(n for n in lembar.baris if n > awal):
        sel = lembar.baris[nomor]
        if not any(peta.kolom.get(peran) in sel for peran in penanda) or _nomor_kolom(sel, peta):
            continue
        try:
            daftar.append(baca(nomor, sel, peta))
        except SelSalah as salah:
            kode = tulisan_sel(sel.get(peta.kolom["kode"]))
            galat.append(GalatBerkas(salah.alamat, kode, salah.pesan, kode_berkas(kode, peta)))
    return tuple(daftar), tuple(galat)


def _nomor_kolom(sel: Mapping[int, Sel], peta: PetaKolom) -> bool:
    """The line `1 2 3 4` that forms print under their headings; its 1 must not be taken for a kode.

    It has a number for an uraian, too: without that column it looks like kode 1 with a realisasi of a few rupiah.
    """
    return "uraian" in peta.kolom and all(
        _NOMOR_KOLOM.fullmatch(tulisan_sel(sel.get(nomor))) for nomor in peta.kolom.values()
    )


class SelSalah(Exception):
    """A cell that cannot be read, and the sentence that says why."""

    def __init__(self, alamat: str, pesan: str) -> None:
        super().__init__(pesan)
        self.alamat, self.pesan = alamat, pesan


def _baca_baris(nomor: int, sel: Mapping[int, Sel], peta: PetaKolom) -> BarisBerkas:
    kode = baca_kode(nomor, sel, peta)
    return BarisBerkas(
        nomor=nomor,
        kode=kode,
        kode_baku=kode_berkas(kode, peta),
        uraian=tulisan_sel(sel.get(peta.kolom.get("uraian", 0))),
        pagu=baca_pagu(nomor, sel, peta.kolom.get("pagu", 0)),
        realisasi=_uang(nomor, sel, peta.kolom["realisasi"]),
    )


def baca_kode(nomor: int, sel: Mapping[int, Sel], peta: PetaKolom) -> str:
    """The kode of a row as it is written. Raises SelSalah."""
    kolom = peta.kolom["kode"]
    try:
        return str(baca_nilai(sel.get(kolom), _KODE, titik_desimal=False)).strip()
    except NilaiSalah as salah:
        raise SelSalah(alamat(nomor, kolom), f"{salah.pesan} {salah.saran}") from salah


def kode_berkas(kode: str, peta: PetaKolom) -> str:
    """The file's kode without the part that the user said is not in ours (the urusan of the nomenclature)."""
    awalan = kode_baku(peta.awalan)
    return kode_baku(kode).removeprefix(f"{awalan}.") if awalan else kode_baku(kode)


def baca_pagu(nomor: int, baris: Mapping[int, Sel], kolom: int) -> Decimal | None:
    """A pagu, None where the cell is empty or there is no such column (0). Raises SelSalah."""
    nilai = _uang(nomor, baris, kolom)
    if nilai is not None and nilai < 0:
        raise SelSalah(alamat(nomor, kolom), "Pagu tidak boleh negatif. Periksa tandanya.")
    return nilai


def _uang(nomor: int, baris: Mapping[int, Sel], kolom: int) -> Decimal | None:
    sel = baris.get(kolom)
    if sel is None:
        return None
    try:
        if sel.jenis is JenisSel.TEKS:
            nilai: object = baca_isian(sel.teks, JenisIsian.UANG)
        else:
            nilai = baca_nilai(sel, _UANG, titik_desimal=False)
    except IsianTakTerbaca as galat:
        raise SelSalah(alamat(nomor, kolom), str(galat)) from galat
    except NilaiSalah as salah:
        raise SelSalah(alamat(nomor, kolom), f"{salah.pesan} {salah.saran}") from salah
    return nilai if isinstance(nilai, Decimal) else None
