"""Small real files of each kind that is taken as evidence, and hostile ones that only look like them."""

from __future__ import annotations

import io
import zipfile

from openpyxl import Workbook
from PIL import Image

JENIS_DOCX = '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml"/></Types>'


def pdf(isi: bytes = b"") -> bytes:
    return b"%PDF-1.7\n1 0 obj <<>> endobj\n" + isi + b"\ntrailer <<>>\nstartxref\n9\n%%EOF\n"


def gambar(format_gambar: str, lebar: int = 8, tinggi: int = 6) -> bytes:
    wadah = io.BytesIO()
    Image.new("RGB", (lebar, tinggi), "navy").save(wadah, format_gambar)
    return wadah.getvalue()


def arsip(isi: dict[str, bytes | str]) -> bytes:
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as berkas:
        for nama, satu in isi.items():
            berkas.writestr(nama, satu)
    return wadah.getvalue()


def docx(**lain: bytes | str) -> bytes:
    return arsip({"[Content_Types].xml": JENIS_DOCX, "word/document.xml": "<w:document/>", **lain})


def xlsx() -> bytes:
    wadah = io.BytesIO()
    Workbook().save(wadah)
    return wadah.getvalue()


def png_raksasa() -> bytes:
    """A small file that claims 60 000 × 60 000 pixels."""
    isi = bytearray(gambar("PNG"))
    isi[16:24] = (60_000).to_bytes(4, "big") * 2
    return bytes(isi)


def docx_lzma() -> bytes:
    """Word never packs this way; a few such bytes may ask for gigabytes."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_LZMA) as berkas:
        berkas.writestr("[Content_Types].xml", JENIS_DOCX)
        berkas.writestr("word/document.xml", "x")
    return wadah.getvalue()


def potongan_jenis() -> bytes:
    """A few of the packed bytes of `docx()`'s list of parts."""
    isi = docx()
    awal = isi.index(b"[Content_Types].xml") + len("[Content_Types].xml")
    return isi[awal : awal + 8]
