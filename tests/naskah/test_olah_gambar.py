"""What becomes of a picture that is uploaded for the report, and which are refused."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image, ImageCms, ImageFile
from PIL.PngImagePlugin import PngInfo

from lkjip.laporan import olah_gambar as ruang
from lkjip.laporan.olah_gambar import GAMBAR_MB, SISI_TERPANJANG, GambarOlahan, olah_gambar
from renstra.buka_gambar import GambarDitolak
from tests.naskah.gambar_uji import arsip, bagan, bom, buka, foto, rusak, simpan

_PUTIH = (255, 255, 255)


def _olah(isi: bytes) -> GambarOlahan:
    hasil = olah_gambar(io.BytesIO(isi))
    gambar = buka(hasil.isi)
    assert gambar.size == (hasil.lebar_px, hasil.tinggi_px)
    assert gambar.mode == "RGB"
    assert Image.MIME[gambar.format or ""] == hasil.mime
    return hasil


@pytest.mark.parametrize(
    ("isi", "mime"),
    [
        (foto(), "image/jpeg"),
        (foto(jenis="PNG"), "image/jpeg"),
        (foto(jenis="WEBP"), "image/jpeg"),
        (foto(ragam="CMYK"), "image/jpeg"),
        (foto(ragam="L"), "image/jpeg"),
        (foto(progressive=True), "image/jpeg"),
        (bagan(), "image/png"),
        (bagan(ragam="P"), "image/png"),
        (bagan(ragam="1"), "image/png"),
        (bagan(ragam="LA"), "image/png"),
        (bagan(ragam="RGBA"), "image/png"),
        (bagan(jenis="WEBP", lossless=True), "image/png"),
        (bagan(jenis="JPEG"), "image/jpeg"),
        (simpan(Image.new("RGB", (1, 1)), "PNG"), "image/png"),
    ],
)
def test_foto_menjadi_jpeg_bagan_menjadi_png(isi: bytes, mime: str) -> None:
    assert _olah(isi).mime == mime


def test_yang_besar_dikecilkan_dan_yang_terputar_ditegakkan() -> None:
    hasil = _olah(foto((3000, 1500)))
    assert (hasil.lebar_px, hasil.tinggi_px) == (SISI_TERPANJANG, SISI_TERPANJANG // 2)
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held upright
    hasil = _olah(foto((400, 200), exif=exif))
    assert (hasil.lebar_px, hasil.tinggi_px) == (200, 400)


def test_keterangan_di_dalam_gambar_tidak_ikut() -> None:
    exif, teks = Image.Exif(), PngInfo()
    exif[0x010F] = "KAMERA-RAHASIA"
    exif.get_ifd(0x8825)[1] = "S"  # where it was taken
    teks.add_text("Lokasi", "KAMERA-RAHASIA")
    for isi in (
        foto(exif=exif, comment=b"KAMERA-RAHASIA"),
        bagan(pnginfo=teks),
        foto(jenis="WEBP", exif=exif),
    ):
        assert b"KAMERA-RAHASIA" in isi
        hasil = _olah(isi).isi
        assert b"KAMERA-RAHASIA" not in hasil
        assert b"Exif" not in hasil
        assert not buka(hasil).getexif()
        assert "icc_profile" not in buka(hasil).info


def test_yang_bening_diletakkan_di_atas_putih() -> None:
    bening = Image.new("RGBA", (40, 40), (255, 0, 0, 0))
    assert buka(_olah(simpan(bening, "PNG")).isi).getpixel((5, 5)) == _PUTIH
    kunci = Image.new("RGB", (40, 40), (1, 2, 3))
    assert buka(_olah(simpan(kunci, "PNG", transparency=(1, 2, 3))).isi).getpixel((5, 5)) == _PUTIH


def test_abu_enam_belas_bit_tetap_terbaca() -> None:
    abu = Image.new("I;16", (40, 40), 32_896)
    assert buka(_olah(simpan(abu, "PNG")).isi).getpixel((5, 5)) == (128, 128, 128)


def test_profil_warna_diubah_ke_srgb_dan_profil_rusak_dikesampingkan() -> None:
    profil = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    merah = Image.new("RGB", (40, 40), (200, 30, 30))
    for isi in (profil, b"bukan profil", b""):
        warna = buka(_olah(simpan(merah, "PNG", icc_profile=isi)).isi).getpixel((5, 5))
        assert isinstance(warna, tuple)
        assert all(abs(a - b) <= 2 for a, b in zip(warna, (200, 30, 30), strict=True))


@pytest.mark.parametrize(
    ("isi", "sebut"),
    [
        (b"", "bukan gambar"),
        (b"bukan gambar", "bukan gambar"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "SVG"),
        (b"<?xml version='1.0'?><svg/>", "SVG"),
        (bagan(jenis="GIF"), "GIF"),
        (bagan(jenis="BMP"), "BMP"),
        (bagan(jenis="TIFF"), "TIFF"),
        (b"\0\0\0\x20ftypheic" + b"\0" * 50, "HEIC"),
        (b"%PDF-1.7", "PDF"),
        (arsip(), "ZIP"),
        (foto((300, 300))[:-200], "utuh"),
        (bagan()[:60], "utuh"),
        (foto(jenis="WEBP")[:40], "utuh"),
        (bom(40, 40), "utuh"),
        (bom(60_000, 60_000), "titik"),
        (bom(9_000, 9_000), "titik"),
        (bom(2**31 - 1, 2**31 - 1), "titik"),
    ],
)
def test_yang_bukan_gambar_utuh_ditolak_dengan_kalimat(isi: bytes, sebut: str) -> None:
    with pytest.raises(GambarDitolak, match=sebut) as galat:
        olah_gambar(io.BytesIO(isi))
    assert "lalu unggah lagi" in str(galat.value)


def test_gambar_bergerak_ditolak() -> None:
    satu, dua = Image.new("RGB", (20, 20), "red"), Image.new("RGB", (20, 20), "blue")
    for jenis in ("PNG", "WEBP"):
        with pytest.raises(GambarDitolak, match="bergerak"):
            olah_gambar(io.BytesIO(simpan(satu, jenis, save_all=True, append_images=[dua])))


def test_foto_ponsel_dengan_gambar_kedua_diambil_yang_pertama() -> None:
    satu, dua = buka(foto((200, 100))), buka(foto((80, 80)))
    hasil = _olah(simpan(satu, "MPO", save_all=True, append_images=[dua]))
    assert (hasil.mime, hasil.lebar_px) == ("image/jpeg", 200)


def test_berkas_besar_tidak_dibuka() -> None:
    with pytest.raises(GambarDitolak, match="lebih besar dari"):
        olah_gambar(io.BytesIO(foto() + b"\0" * GAMBAR_MB * 1024 * 1024))


def test_isi_yang_menempel_di_belakang_gambar_tidak_ikut() -> None:
    for tambahan in (b"<script>alert(1)</script>", arsip(), b"%PDF-1.7 /JavaScript"):
        hasil = _olah(foto() + tambahan).isi
        assert tambahan[:20] not in hasil


@pytest.mark.parametrize(
    "isi", [foto(), foto(jenis="WEBP"), bagan(), bagan(ragam="P")], ids=["jpeg", "webp", "png", "p"]
)
def test_gambar_yang_dirusak_ditolak_atau_digambar_ulang(isi: bytes) -> None:
    """66 each: never any other exception, never anything but a picture of ours."""
    for satu in rusak(isi, 66, len(isi)):
        with suppress(GambarDitolak):
            _olah(satu)


def test_gambar_putus_ditolak_juga_sesudah_weasyprint_dimuat(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    with pytest.raises(GambarDitolak):
        olah_gambar(io.BytesIO(foto((300, 300))[:-200]))


@pytest.mark.parametrize(
    "lain", [{}, {"progressive": True}, {"ragam": "CMYK", "quality": 40}], ids=["biasa", "bertahap", "cmyk"]
)
def test_foto_empat_puluh_megapiksel_memakai_kurang_dari_300_mb(lain: dict[str, object], tmp_path: Path) -> None:
    berkas = tmp_path / "foto.jpg"
    berkas.write_bytes(foto((7728, 5152), **lain))  # type: ignore[arg-type]
    perintah = (
        "import sys; from lkjip.laporan.olah_gambar import olah_gambar; "
        "print(olah_gambar(open(sys.argv[1], 'rb')).lebar_px); "
        "print(open('/proc/self/status').read().split('VmHWM:')[1].split()[0])"
    )
    akar = Path(ruang.__file__).parents[2]
    proses = [sys.executable, "-c", perintah, str(berkas)]
    keluaran = subprocess.run(proses, cwd=akar, env=os.environ, capture_output=True, text=True, check=True).stdout
    lebar, kilobita = map(int, keluaran.split())
    assert lebar == SISI_TERPANJANG
    assert kilobita < 300 * 1024
