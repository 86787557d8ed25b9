"""What a file offered as evidence really is: told by its content, never by its name; nothing is unpacked whole."""

from __future__ import annotations

import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO

from PIL import Image

_OOXML = "application/vnd.openxmlformats-officedocument"
_EKOR = 65_557  # an end-of-directory record with the longest comment
_MAKS_DIREKTORI = 512 * 1024
_MAKS_TERURAI = 512 * 1024 * 1024
_DAFTAR_JENIS_ISI = "[Content_Types].xml"
_MAKS_JENIS_ISI = 512 * 1024
_MAKS_PIKSEL = 150_000_000
_MAKS_NAMA = 120
_GALAT_ARSIP = (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError, zlib.error)
_GALAT_GAMBAR = (OSError, SyntaxError, ValueError, EOFError, struct.error, Image.DecompressionBombError)


class BerkasDitolak(ValueError):
    """The file is not taken; the text is the sentence to show beside its name."""


@dataclass(frozen=True)
class JenisBerkas:
    ekstensi: str
    nama: str
    mime: str
    nama_lain: tuple[str, ...] = ()  # other endings by which people call such a file


DAFTAR_JENIS = (
    JenisBerkas("pdf", "PDF", "application/pdf"),
    JenisBerkas("docx", "Word (.docx)", f"{_OOXML}.wordprocessingml.document"),
    JenisBerkas("xlsx", "Excel (.xlsx)", f"{_OOXML}.spreadsheetml.sheet"),
    JenisBerkas("jpg", "gambar JPG", "image/jpeg", ("jpeg", "jfif")),
    JenisBerkas("png", "gambar PNG", "image/png"),
)
JENIS_PER_EKSTENSI = {j.ekstensi: j for j in DAFTAR_JENIS}


def kenali(berkas: BinaryIO, diizinkan: Collection[str]) -> JenisBerkas:
    """The kind of the file, by its content. Raises BerkasDitolak where it is none of `diizinkan` (endings)."""
    awal = _baca(berkas, 0, 16)
    if not awal:
        raise BerkasDitolak("berkas ini kosong (0 byte)")
    jenis = JENIS_PER_EKSTENSI[_ekstensi(berkas, awal)]
    if jenis.ekstensi not in diizinkan:
        raise BerkasDitolak(f"{jenis.nama} tidak diterima di sini")
    if jenis.ekstensi not in {"docx", "xlsx"} and _juga_zip(berkas):
        raise BerkasDitolak(f"berkas ini {jenis.nama} sekaligus arsip ZIP; simpan ulang dari aplikasi asalnya")
    berkas.seek(0)
    return jenis


def _ekstensi(berkas: BinaryIO, awal: bytes) -> str:
    if awal.startswith(b"%PDF-"):
        return _pdf(berkas)
    if awal.startswith(b"PK\x03\x04"):
        return _ooxml(berkas)
    if awal.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        return _gambar(berkas)
    if awal.startswith(b"\xd0\xcf\x11\xe0"):
        raise BerkasDitolak(
            "format Office lama atau berkas bersandi; simpan sebagai .docx, .xlsx, atau PDF tanpa sandi"
        )
    raise BerkasDitolak("isinya bukan PDF, Word (.docx), Excel (.xlsx), JPG, atau PNG")


def _pdf(berkas: BinaryIO) -> str:
    if b"%%EOF" not in _ekor(berkas, 2048):
        raise BerkasDitolak("PDF ini terpotong atau rusak; unduh atau cetak ulang, lalu unggah lagi")
    return "pdf"


def _gambar(berkas: BinaryIO) -> str:
    berkas.seek(0)
    try:
        with Image.open(berkas, formats=["JPEG", "PNG"]) as gambar:
            lebar, tinggi = gambar.size
            if lebar * tinggi > _MAKS_PIKSEL:
                raise BerkasDitolak(f"gambar ini {lebar} × {tinggi} piksel, terlalu besar; perkecil dulu")
            gambar.verify()
            return "png" if gambar.format == "PNG" else "jpg"
    except BerkasDitolak:
        raise
    except _GALAT_GAMBAR as galat:
        raise BerkasDitolak("gambar ini rusak atau bukan gambar; simpan ulang, lalu unggah lagi") from galat


def _ooxml(berkas: BinaryIO) -> str:
    """A Word or Excel file, read no further than its directory and the short list of its parts."""
    _periksa_direktori(berkas)
    berkas.seek(0)
    try:
        with zipfile.ZipFile(berkas) as arsip:
            per_nama = {butir.filename: butir for butir in arsip.infolist()}
            ekstensi = _periksa_isi(per_nama)
            jenis_isi = arsip.read(per_nama[_DAFTAR_JENIS_ISI]).replace(b"\0", b"").lower()  # it may be UTF-16
    except BerkasDitolak:
        raise
    except _GALAT_ARSIP as galat:
        raise BerkasDitolak("berkas Word atau Excel ini rusak; simpan ulang, lalu unggah lagi") from galat
    # No true list of parts holds a character reference, and one could hide the words that are looked for.
    nama_makro = any(nama.lower().endswith("vbaproject.bin") for nama in per_nama)
    if nama_makro or any(kata in jenis_isi for kata in (b"macroenabled", b"vbaproject", b"macrosheet", b"&")):
        raise BerkasDitolak("berkas ini memuat makro; simpan sebagai .docx atau .xlsx biasa")
    return ekstensi


def _periksa_isi(per_nama: Mapping[str, zipfile.ZipInfo]) -> str:
    """Judged by the directory alone: the ending that the file should have. Raises BerkasDitolak."""
    if sum(butir.file_size for butir in per_nama.values()) > _MAKS_TERURAI:
        raise BerkasDitolak("isinya sangat besar bila diurai (bom zip); simpan ulang dari Word atau Excel")
    ekstensi = "docx" if "word/document.xml" in per_nama else "xlsx" if "xl/workbook.xml" in per_nama else ""
    daftar_jenis = per_nama.get(_DAFTAR_JENIS_ISI)
    if not ekstensi or daftar_jenis is None:
        raise BerkasDitolak("arsip ZIP ini bukan berkas Word (.docx) atau Excel (.xlsx)")
    # Office packs with deflate only; other methods may ask for gigabytes to unpack a few bytes.
    sederhana = daftar_jenis.compress_type in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
    if not sederhana or daftar_jenis.file_size > _MAKS_JENIS_ISI:
        raise BerkasDitolak("berkas Word atau Excel ini rusak; simpan ulang, lalu unggah lagi")
    return ekstensi


def _periksa_direktori(berkas: BinaryIO) -> None:
    """The directory is short, so that reading it cannot fill the memory; and it is no ZIP64, which hides its length."""
    ekor = _ekor(berkas, _EKOR)
    letak = ekor.rfind(b"PK\x05\x06")
    if letak < 0 or len(ekor) < letak + 22 or ekor[letak - 20 : letak].startswith(b"PK\x06\x07"):
        raise BerkasDitolak("berkas Word atau Excel ini terpotong atau rusak; simpan ulang, lalu unggah lagi")
    (panjang,) = struct.unpack_from("<L", ekor, letak + 12)
    if panjang > _MAKS_DIREKTORI:
        raise BerkasDitolak("berkas ini memuat terlalu banyak bagian (bom zip); simpan ulang dari Word atau Excel")


def _juga_zip(berkas: BinaryIO) -> bool:
    """Whether the very end is that of an archive: such a file is two things, one for us and one for who opens it."""
    ekor = _ekor(berkas, _EKOR)
    letak = ekor.rfind(b"PK\x05\x06")
    if letak < 0 or len(ekor) < letak + 22:
        return False
    (komentar,) = struct.unpack_from("<H", ekor, letak + 20)
    return bool(letak + 22 + komentar == len(ekor))


def _baca(berkas: BinaryIO, letak: int, panjang: int) -> bytes:
    berkas.seek(letak)
    return berkas.read(panjang)


def _ekor(berkas: BinaryIO, panjang: int) -> bytes:
    return _baca(berkas, max(berkas.seek(0, 2) - panjang, 0), panjang)


def nama_aman(nama: str, jenis: JenisBerkas) -> str:
    """The name under which the file is kept and offered: no folders, no control or direction signs, its true ending."""
    dasar = nama.replace("\\", "/").rsplit("/", 1)[-1]
    huruf = "".join(" " if unicodedata.category(h)[0] in "CZ" or h in '<>:"|?*%' else h for h in dasar)
    bersih = " ".join(huruf.split()).strip(". ")
    ujung = PurePosixPath(bersih).suffix.lower().removeprefix(".")
    if ujung in {jenis.ekstensi, *jenis.nama_lain}:
        bersih = bersih[: -len(ujung) - 1].strip(". ")
    return f"{bersih[:_MAKS_NAMA].strip() or 'berkas'}.{jenis.ekstensi}"
