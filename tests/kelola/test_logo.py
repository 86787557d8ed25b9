"""Logos: what is taken, what is refused, what is left of a picture, and how it is served."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pytest_django import Settings

from renstra.models import Instansi
from renstra.selectors_logo import muat_logo
from renstra.simpanan_logo import LOGO_MB, SISI_TERPANJANG, LogoDitolak, olah_logo, simpan_logo
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI


def _gambar(jenis: str = "PNG", ukuran: tuple[int, int] = (30, 20), ragam: str = "RGB", **lain: object) -> bytes:
    hasil = io.BytesIO()
    Image.new(ragam, ukuran, 100 if ragam in {"L", "P"} else None).save(hasil, jenis, **lain)
    return hasil.getvalue()


def _bom(lebar: int, tinggi: int) -> bytes:
    """A PNG of a few hundred bytes that announces lebar × tinggi pixels."""

    def potong(nama: bytes, isi: bytes) -> bytes:
        return struct.pack(">I", len(isi)) + nama + isi + struct.pack(">I", zlib.crc32(nama + isi))

    kepala = struct.pack(">IIBBBBB", lebar, tinggi, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + potong(b"IHDR", kepala)
        + potong(b"IDAT", zlib.compress(b"\0" * 9))
        + potong(b"IEND", b"")
    )


def _buka(isi: bytes) -> Image.Image:
    return Image.open(io.BytesIO(isi))


@pytest.mark.parametrize(
    ("jenis", "ragam", "hasil"),
    [
        ("PNG", "RGBA", "RGBA"),
        ("PNG", "P", "RGB"),
        ("JPEG", "CMYK", "RGB"),
        ("WEBP", "RGB", "RGB"),
        ("JPEG", "L", "RGB"),
    ],
)
def test_menjadi_png_polos(jenis: str, ragam: str, hasil: str) -> None:
    gambar = _buka(olah_logo(io.BytesIO(_gambar(jenis, ragam=ragam))))
    assert (gambar.format, gambar.mode, gambar.size) == ("PNG", hasil, (30, 20))


def test_yang_besar_dikecilkan_dan_yang_terputar_ditegakkan() -> None:
    assert _buka(olah_logo(io.BytesIO(_gambar(ukuran=(3000, 1500))))).size == (SISI_TERPANJANG, SISI_TERPANJANG // 2)
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held upright
    assert _buka(olah_logo(io.BytesIO(_gambar("JPEG", (30, 20), exif=exif)))).size == (20, 30)


def test_keterangan_di_dalam_gambar_tidak_ikut() -> None:
    exif, teks = Image.Exif(), PngInfo()
    exif[0x010F] = "KAMERA-RAHASIA"
    teks.add_text("Lokasi", "KAMERA-RAHASIA")
    for isi in (
        _gambar("JPEG", exif=exif, comment=b"KAMERA-RAHASIA"),
        _gambar("PNG", pnginfo=teks),
        _gambar("WEBP", exif=exif),
    ):
        assert b"KAMERA-RAHASIA" in isi
        hasil = olah_logo(io.BytesIO(isi))
        assert b"KAMERA-RAHASIA" not in hasil
        assert not _buka(hasil).getexif()
        assert not _buka(hasil).info


@pytest.mark.parametrize(
    "isi",
    [
        b"",
        b"bukan gambar",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        _gambar("GIF"),
        _gambar("BMP"),
        _gambar("JPEG", (300, 300))[:-200],
        _gambar("PNG", (300, 300))[:60],
        _gambar("WEBP", (300, 300))[:40],
        _bom(6000, 6000),
        _bom(60_000, 60_000),
        _bom(2**31 - 1, 2**31 - 1),
        _bom(40, 40),
        b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
    ],
    ids=[
        "kosong",
        "teks",
        "svg",
        "gif",
        "bmp",
        "jpeg_putus",
        "png_putus",
        "webp_putus",
        "bom",
        "bom2",
        "bom3",
        "isi_kurang",
        "nol",
    ],
)
def test_yang_bukan_gambar_utuh_ditolak_dengan_kalimat(isi: bytes) -> None:
    with pytest.raises(LogoDitolak, match=r"lalu unggah lagi"):
        olah_logo(io.BytesIO(isi))


def test_berkas_besar_tidak_dibuka() -> None:
    with pytest.raises(LogoDitolak, match="lebih besar dari"):
        olah_logo(io.BytesIO(_gambar() + b"\0" * LOGO_MB * 1024 * 1024))


def test_gambar_yang_sama_disimpan_sekali(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    isi = olah_logo(io.BytesIO(_gambar()))
    assert simpan_logo(isi) == simpan_logo(isi)
    (berkas,) = (p for p in tmp_path.rglob("*") if p.is_file())
    assert berkas.read_bytes() == isi
    assert berkas.stat().st_mode & 0o077 == 0


def _unggah(sebagai: _Sebagai, nama: str, isi: bytes, berkas: str = "logo.png") -> int:
    unggahan = SimpleUploadedFile(berkas, isi, "image/png")
    return sebagai(nama).post(reverse("unggah_logo", args=[SENDIRI]), {"berkas": unggahan}).status_code


def test_unggah_lihat_dan_hapus(sebagai: _Sebagai) -> None:
    assert _unggah(sebagai, "perencana", _gambar("JPEG"), "../../etc/x.svg") == 302
    instansi = Instansi.objects.get(kode=SENDIRI)
    alamat = reverse("gambar_logo", args=[SENDIRI])
    jawaban = sebagai("kepala").get(alamat)
    assert jawaban.content == muat_logo(instansi)
    assert jawaban.headers["Content-Type"] == "image/png"
    assert jawaban.headers["X-Content-Type-Options"] == "nosniff"
    assert jawaban.headers["Cache-Control"] == "private, max-age=86400"
    assert "sandbox" in jawaban.headers["Content-Security-Policy"]
    lagi = sebagai("kepala").get(alamat, headers={"If-None-Match": jawaban.headers["ETag"]})
    assert (lagi.status_code, lagi.content) == (304, b"")
    assert sebagai("perencana").post(reverse("unggah_logo", args=[SENDIRI]), {"aksi": "hapus"}).status_code == 302
    assert sebagai("kepala").get(alamat).status_code == 404


def test_yang_ditolak_dijelaskan_di_halaman_profil(sebagai: _Sebagai) -> None:
    assert _unggah(sebagai, "perencana", b"<svg/>", "logo.svg") == 422
    assert _unggah(sebagai, "perencana", b"") == 422
    assert Instansi.objects.get(kode=SENDIRI).logo == ""


def test_tanpa_logo_sendiri_memakai_logo_pemda(sebagai: _Sebagai) -> None:
    instansi = Instansi.objects.get(kode=SENDIRI)
    assert muat_logo(instansi) is None
    berkas = SimpleUploadedFile("l.png", _gambar(ukuran=(9, 9)))
    sebagai("pengelola").post(reverse("logo_pemda", args=[instansi.pemda_id]), {"berkas": berkas})
    pemda = muat_logo(Instansi.objects.get(kode=SENDIRI))
    assert pemda is not None
    assert _buka(pemda).size == (9, 9)
    _unggah(sebagai, "pengelola", _gambar(ukuran=(7, 7)))
    sendiri = muat_logo(Instansi.objects.get(kode=SENDIRI))
    assert sendiri is not None
    assert _buka(sendiri).size == (7, 7)
