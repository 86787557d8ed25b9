"""What a file is, by its content: real files of each kind, and hostile ones."""

from __future__ import annotations

import io
import struct

import pytest

from kinerja.jenis_berkas import JENIS_PER_EKSTENSI, BerkasDitolak, kenali, nama_aman
from tests.pengisian import berkas_uji as uji

SEMUA = tuple(JENIS_PER_EKSTENSI)


@pytest.mark.parametrize(
    ("isi", "ekstensi"),
    [
        (uji.pdf(), "pdf"),
        (uji.docx(), "docx"),
        (uji.xlsx(), "xlsx"),
        (uji.gambar("JPEG"), "jpg"),
        (uji.gambar("PNG"), "png"),
        (uji.gambar("JPEG") + b"catatan kamera sesudah gambar", "jpg"),
    ],
)
def test_jenis_dikenali_dari_isinya(isi: bytes, ekstensi: str) -> None:
    berkas = io.BytesIO(isi)
    assert kenali(berkas, SEMUA).ekstensi == ekstensi
    assert berkas.tell() == 0


BERMUSUHAN = {
    "kosong": (b"", "kosong"),
    "exe bernama pdf": (b"MZ\x90\x00" + b"\0" * 200, "bukan PDF"),
    "svg": (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "bukan PDF"),
    "html bernama jpg": (b"<!doctype html><script>alert(1)</script>", "bukan PDF"),
    "html berkepala jpg": (b"\xff\xd8\xff\xe0<html><script>alert(1)</script></html>", "rusak"),
    "html berkepala png": (b"\x89PNG\r\n\x1a\n<html>", "rusak"),
    "pdf tidak di awal": (b"<html>" + uji.pdf(), "bukan PDF"),
    "pdf terpotong": (uji.pdf()[:30], "terpotong"),
    "pdf sekaligus zip": (uji.pdf() + uji.arsip({"a.txt": "x"}), "sekaligus arsip ZIP"),
    "jpg sekaligus zip": (uji.gambar("JPEG") + uji.docx(), "sekaligus arsip ZIP"),
    "png raksasa": (uji.png_raksasa(), "rusak|terlalu besar"),
    "png terpotong": (uji.gambar("PNG", 300, 300)[:-40], "rusak"),
    "zip biasa": (uji.arsip({"a.txt": "x"}), "bukan berkas Word"),
    "docx tanpa daftar jenis": (uji.arsip({"word/document.xml": "x"}), "bukan berkas Word"),
    "docm": (uji.docx(**{"word/vbaProject.bin": b"makro"}), "makro"),
    "docm berganti nama": (
        uji.docx(**{"[Content_Types].xml": "application/vnd.ms-word.document.macroEnabled.main+xml"}),
        "makro",
    ),
    "docm berganti nama, utf-16": (
        uji.docx(**{"[Content_Types].xml": "application/vnd.ms-word.document.macroEnabled".encode("utf-16")}),
        "makro",
    ),
    "docm yang menyamarkan kata kunci": (
        uji.docx(**{"[Content_Types].xml": "application/vnd.ms-word.document.macro&#69;nabled.main+xml"}),
        "makro",
    ),
    "daftar jenis dengan lzma": (uji.docx_lzma(), "rusak"),
    "daftar jenis rusak": (uji.docx().replace(uji.potongan_jenis(), b"\xff" * 8), "rusak"),
    "docx terpotong": (uji.docx()[:-30], "terpotong"),
    "word lama": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "format Office lama"),
}


@pytest.mark.parametrize("nama", BERMUSUHAN)
def test_berkas_bermusuhan_ditolak_dengan_kalimat(nama: str) -> None:
    isi, pesan = BERMUSUHAN[nama]
    with pytest.raises(BerkasDitolak, match=pesan):
        kenali(io.BytesIO(isi), SEMUA)


def test_bom_zip_ditolak_dari_daftar_isinya_saja() -> None:
    """One entry that claims a gigabyte: refused before anything is unpacked."""
    isi = bytearray(uji.docx(**{"word/media/a.bin": b"\0" * 1000}))
    letak = isi.rfind(b"PK\x01\x02")
    struct.pack_into("<L", isi, letak + 24, 2**30)
    with pytest.raises(BerkasDitolak, match="bom zip"):
        kenali(io.BytesIO(bytes(isi)), SEMUA)


def test_daftar_isi_zip_yang_panjang_tidak_dibaca() -> None:
    isi = uji.docx(**{f"word/{n:0200}.xml": "" for n in range(3000)})
    with pytest.raises(BerkasDitolak, match="terlalu banyak bagian"):
        kenali(io.BytesIO(isi), SEMUA)


def test_zip64_ditolak() -> None:
    isi = uji.docx()
    letak = isi.rfind(b"PK\x05\x06")
    with pytest.raises(BerkasDitolak, match="rusak"):
        kenali(io.BytesIO(isi[:letak] + b"PK\x06\x07" + b"\0" * 16 + isi[letak:]), SEMUA)


def test_jenis_yang_tidak_diizinkan_ditolak() -> None:
    with pytest.raises(BerkasDitolak, match="gambar PNG tidak diterima"):
        kenali(io.BytesIO(uji.gambar("PNG")), ["pdf"])


@pytest.mark.parametrize(
    ("nama", "ekstensi", "aman"),
    [
        ("Laporan Triwulan III.pdf", "pdf", "Laporan Triwulan III.pdf"),
        ("../../etc/passwd", "pdf", "passwd.pdf"),
        ("C:\\Users\\sekretaris\\SK.DOCX", "docx", "SK.docx"),
        ("foto.jpeg", "jpg", "foto.jpg"),
        ("laporan.pdf", "png", "laporan.pdf.png"),
        ("tagihan\u202efdp.exe", "pdf", "tagihan fdp.exe.pdf"),
        ('a"b\r\nSet-Cookie: x=1.pdf', "pdf", "a b Set-Cookie x=1.pdf"),
        ("...", "pdf", "berkas.pdf"),
        ("", "png", "berkas.png"),
        (".pdf", "pdf", "pdf.pdf"),
        ("x" * 400 + ".pdf", "pdf", "x" * 120 + ".pdf"),
        ("Notulensi – “rapat” ÇŠ 會議.xlsx", "xlsx", "Notulensi – “rapat” ÇŠ 會議.xlsx"),
    ],
)
def test_nama_berkas_menjadi_aman_dan_tetap_terbaca(nama: str, ekstensi: str, aman: str) -> None:
    assert nama_aman(nama, JENIS_PER_EKSTENSI[ekstensi]) == aman
