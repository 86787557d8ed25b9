"""An .xlsx file → raw cells. Read part by part with our own stream over the file's XML, for three reasons:

the cell kinds that the format needs (text or number, formula without cached value, error value, merged range) all
stay visible; nothing hostile gets as far as a general reader; and a million empty rows pass in a second.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from pathlib import Path

from lkjip.buku_kerja.galat import GalatBuku, GalatSel
from lkjip.buku_kerja.mentah import BukuMentah, LembarMentah
from lkjip.buku_kerja.readers.format_angka import Bentuk, bentuk
from lkjip.buku_kerja.readers.lembar_xlsx import Batas, BukuXlsx, PembacaLembar, lepas_sandi
from lkjip.buku_kerja.readers.paket import Paket, berkas_rusak_bila_gagal, rusak

MAKS_LEMBAR = 500
MAKS_TEKS_BERSAMA = 300_000
_BUKAN_EXCEL = (
    ("xl/workbook.bin", "Berkas ini .xlsb (biner)."),
    ("word/document.xml", "Berkas ini dokumen Word."),
    ("content.xml", "Berkas ini OpenDocument (.ods)."),
)


def baca_xlsx(path: Path) -> BukuMentah:
    """Raises GalatBuku where the file cannot be read at all; other errors stand in the result.

    A hidden sheet is refused, not read: nobody looking at the workbook would see what it brings in.
    Sheets whose name starts with `_` are left unread, hidden or not.
    """
    with Paket(path) as paket, berkas_rusak_bila_gagal():
        letak_buku = _letak_buku(paket)
        daftar, tahun_1904 = _daftar_lembar(paket, letak_buku)
        hubungan = _hubungan(paket, letak_buku)
        batas = Batas()
        teks_bersama = _baca_teks_bersama(paket, _menurut_jenis(hubungan, "sharedStrings"), batas)
        gaya = _baca_gaya(paket, _menurut_jenis(hubungan, "styles"))
        buku = BukuXlsx(teks_bersama, gaya, tahun_1904, batas)
        return _baca_semua(paket, buku, daftar, hubungan)


def _baca_semua(
    paket: Paket, buku: BukuXlsx, daftar: list[tuple[str, str, bool]], hubungan: Mapping[str, tuple[str, str]]
) -> BukuMentah:
    daftar_lembar: list[LembarMentah] = []
    daftar_galat: list[GalatSel] = []
    for nama, id_hubungan, tersembunyi in daftar:
        if nama.startswith("_"):
            continue
        jenis, letak = hubungan[id_hubungan]
        pembaca = PembacaLembar(nama, buku)
        daftar_lembar.append(pembaca.lembar)
        if tersembunyi:
            pesan = f"Lembar {nama} tersembunyi, sehingga isinya tidak terlihat oleh pembaca buku kerja."
            daftar_galat.append(
                GalatSel(nama, None, "", pesan, "Tampilkan (Unhide), hapus, atau awali namanya dengan _.")
            )
        elif jenis == "worksheet":
            paket.urai(letak, pembaca.awal, pembaca.akhir, pembaca.isi)
        for gabungan in pembaca.daftar_gabungan:
            pesan = f"Sel {gabungan} digabung (merge)."
            daftar_galat.append(GalatSel(nama, None, "", pesan, "Pisahkan (Unmerge), isi tiap sel sendiri.", gabungan))
    return BukuMentah(tuple(daftar_lembar), titik_desimal=False, daftar_galat=tuple(daftar_galat))


def _letak_buku(paket: Paket) -> str:
    for letak, pesan in _BUKAN_EXCEL:
        if letak in paket:
            raise GalatBuku(pesan, "Simpan ulang sebagai Buku Kerja Excel (.xlsx).")
    if "_rels/.rels" not in paket:
        raise GalatBuku("Berkas zip ini bukan buku kerja Excel.", "Simpan sebagai .xlsx.")
    return next(
        (letak for jenis, letak in _baca_hubungan(paket, "_rels/.rels", "").values() if jenis == "officeDocument"),
        "xl/workbook.xml",
    )


def _baca_hubungan(paket: Paket, bagian: str, folder: str) -> dict[str, tuple[str, str]]:
    """Relationship id → (kind, part name)."""
    hubungan: dict[str, tuple[str, str]] = {}

    def awal(nama: str, atribut: dict[str, str]) -> None:
        if nama == "Relationship" and atribut.get("TargetMode") != "External" and len(hubungan) < 5_000:
            letak = posixpath.normpath(posixpath.join("/", folder, atribut["Target"])).lstrip("/")
            hubungan[atribut["Id"]] = (atribut["Type"].rpartition("/")[2], letak)

    paket.urai(bagian, awal)
    return hubungan


def _hubungan(paket: Paket, letak_buku: str) -> dict[str, tuple[str, str]]:
    folder, berkas = posixpath.split(letak_buku)
    return _baca_hubungan(paket, posixpath.join(folder, "_rels", f"{berkas}.rels"), folder)


def _menurut_jenis(hubungan: Mapping[str, tuple[str, str]], jenis: str) -> str:
    return next((letak for ini, letak in hubungan.values() if ini == jenis), "")


def _daftar_lembar(paket: Paket, letak_buku: str) -> tuple[list[tuple[str, str, bool]], bool]:
    """Sheets as (name, relationship id, hidden), and whether dates count from 1904."""
    daftar: list[tuple[str, str, bool]] = []
    tahun_1904 = False

    def awal(nama: str, atribut: dict[str, str]) -> None:
        nonlocal tahun_1904
        if nama == "sheet":
            id_hubungan = next((nilai for kunci, nilai in atribut.items() if kunci.endswith(":id")), "")
            daftar.append((atribut["name"][:100], id_hubungan, atribut.get("state", "visible") != "visible"))
        elif nama == "workbookPr":
            tahun_1904 = atribut.get("date1904") in ("1", "true")

    paket.urai(letak_buku, awal)
    if len(daftar) > MAKS_LEMBAR or not daftar:
        raise GalatBuku(f"Buku kerja memuat {len(daftar)} lembar.", f"Harus 1 sampai {MAKS_LEMBAR}.")
    nama_kecil = [nama.casefold() for nama, _, _ in daftar]
    if len(set(nama_kecil)) < len(nama_kecil):
        raise rusak()
    return daftar, tahun_1904


def _baca_teks_bersama(paket: Paket, letak: str, batas: Batas) -> list[str]:
    daftar: list[str] = []
    bagian: list[str] = []
    rekam = fonetik = False

    def awal(nama: str, _: dict[str, str]) -> None:
        nonlocal rekam, fonetik
        if nama == "si":
            bagian.clear()
        elif nama == "rPh":
            fonetik = True
        elif nama == "t":
            rekam = not fonetik

    def akhir(nama: str) -> None:
        nonlocal rekam, fonetik
        if nama == "t":
            rekam = False
        elif nama == "rPh":
            fonetik = False
        elif nama == "si":
            daftar.append(lepas_sandi("".join(bagian)))
            if len(daftar) > MAKS_TEKS_BERSAMA:
                raise GalatBuku("Berkas memuat terlalu banyak teks.", "Salin hanya data yang perlu ke templat kosong.")

    def isi(teks: str) -> None:
        if rekam:
            batas.pakai_karakter(len(teks))
            bagian.append(teks)

    if letak and letak in paket:
        paket.urai(letak, awal, akhir, isi)
    return daftar


def _baca_gaya(paket: Paket, letak: str) -> list[Bentuk]:
    """What each cell style makes of a number."""
    kode_sendiri: dict[int, str] = {}
    nomor_format: list[int] = []
    di_dalam = False

    def awal(nama: str, atribut: dict[str, str]) -> None:
        nonlocal di_dalam
        if nama == "numFmt":
            kode_sendiri[int(atribut["numFmtId"])] = atribut.get("formatCode", "")[:255]
        elif nama == "cellXfs":
            di_dalam = True
        elif nama == "xf" and di_dalam:
            nomor_format.append(int(atribut.get("numFmtId", "0")))
            if len(nomor_format) > 70_000:
                raise rusak()

    def akhir(nama: str) -> None:
        nonlocal di_dalam
        if nama == "cellXfs":
            di_dalam = False

    if letak and letak in paket:
        paket.urai(letak, awal, akhir)
    per_nomor = {nomor: bentuk(nomor, kode_sendiri) for nomor in set(nomor_format)}
    return [per_nomor[nomor] for nomor in nomor_format]
