"""Pictures for the report: whatever comes in, what is kept is a JPEG or PNG that we drew ourselves, fit for print.

A photo of 40 megapixels is decoded at the scale that is needed (JPEG), so that an upload costs little memory; what
would cost more than `_MEMORI_TERBANYAK` is refused by its header, before anything of it is decoded.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import BinaryIO

from PIL import Image, ImageChops, ImageCms, ImageOps

from renstra.buka_gambar import BukanGambarUtuh, GambarDitolak, TitikTerlaluBanyak, membuka_gambar

GAMBAR_MB = 20
SISI_TERPANJANG = 2400  # pixels: 150 dpi over the long side of a page
TITIK_TERBANYAK = 60_000_000
_MEMORI_TERBANYAK = 260_000_000  # bytes, as `_memori` reckons them
_DARI_JPEG = {"JPEG", "MPO"}  # MPO: a JPEG of a phone with a second picture inside, of which the first counts
_MUTU = 82  # of JPEG
_PNG_TERBESAR = 3_000_000  # bytes; what is larger as PNG is kept as JPEG
_BIDANG_RATA = 60  # per cent of equal neighbours from which a picture is a drawing and no photo
_NAMA_JENIS = {
    b"GIF8": "GIF",
    b"BM": "BMP",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
    b"%PDF": "PDF",
    b"<svg": "SVG",
    b"<?xm": "SVG",
    b"PK\x03\x04": "ZIP atau dokumen Office",
}


@dataclass(frozen=True)
class GambarOlahan:
    """A picture as it is kept."""

    isi: bytes = field(repr=False)
    mime: str
    lebar_px: int
    tinggi_px: int


def olah_gambar(berkas: BinaryIO) -> GambarOlahan:
    """The picture drawn anew: upright, sRGB, without metadata, at most 2400 pixels a side. Raises GambarDitolak."""
    isi = berkas.read(GAMBAR_MB * 1024 * 1024 + 1)
    if len(isi) > GAMBAR_MB * 1024 * 1024:
        raise GambarDitolak(f"Berkas ini lebih besar dari {GAMBAR_MB} MB. Perkecil gambarnya, lalu unggah lagi.")
    try:
        with membuka_gambar(isi) as gambar:
            return _olah(gambar)
    except TitikTerlaluBanyak as galat:
        raise GambarDitolak(
            "Gambar ini terlalu banyak titiknya. Perkecil sampai sisi terpanjangnya 4.000 titik, lalu unggah lagi."
        ) from galat
    except BukanGambarUtuh as galat:
        raise GambarDitolak(_kalimat_jenis(isi)) from galat


def _kalimat_jenis(isi: bytes) -> str:
    awal = isi[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    jenis = next((nama for tanda, nama in _NAMA_JENIS.items() if awal.startswith(tanda)), "")
    if isi[4:8] == b"ftyp":
        jenis = "HEIC, AVIF, atau video"
    if jenis:
        return f"Berkas {jenis} tidak diterima. Simpan gambarnya sebagai JPEG atau PNG, lalu unggah lagi."
    return (
        "Berkas ini bukan gambar JPEG, PNG, atau WebP yang utuh. Buka gambarnya, simpan sebagai JPEG atau PNG, "
        "lalu unggah lagi."
    )


def _olah(gambar: Image.Image) -> GambarOlahan:
    if gambar.width * gambar.height > TITIK_TERBANYAK or _memori(gambar) > _MEMORI_TERBANYAK:
        raise TitikTerlaluBanyak
    dari_jpeg = gambar.format in _DARI_JPEG
    if not dari_jpeg and getattr(gambar, "n_frames", 1) > 1:
        raise GambarDitolak("Gambar bergerak tidak diterima. Simpan satu gambarnya sebagai JPEG atau PNG.")
    profil, arah = gambar.info.get("icc_profile"), gambar.getexif().get(0x0112, 1)
    polos = _ke_srgb(_kecilkan(gambar), profil)
    tegak = ImageOps.exif_transpose(_berarah(polos, arah))
    bersih = Image.new("RGB", tegak.size)  # a new picture has no EXIF, no comments, no profile
    bersih.paste(tegak)
    return _tulis(bersih, dari_jpeg=dari_jpeg)


def _memori(gambar: Image.Image) -> int:
    """Bytes that decoding costs at most: libjpeg holds all coefficients of a progressive picture, Pillow four bytes a
    pixel of a coloured one and a copy where it is transparent, libwebp three copies of its canvas."""
    titik = gambar.width * gambar.height
    if gambar.format == "WEBP":
        return titik * 14
    if gambar.format in _DARI_JPEG:
        lapis = [satu[1] * satu[2] for satu in getattr(gambar, "layer", ())] or [1]
        return titik * 2 * sum(lapis) // max(lapis) if gambar.info.get("progressive") else titik
    bening = "transparency" in gambar.info
    per_titik = {"RGBA": 8, "LA": 8, "RGB": 12 if bening else 4, "P": 9 if bening else 5}
    return titik * per_titik.get(gambar.mode, 2)


def _kecilkan(gambar: Image.Image) -> Image.Image:
    """At most 2400 pixels a side; a JPEG is decoded at about that scale, a palette becomes colours first."""
    batas = (SISI_TERPANJANG, SISI_TERPANJANG)
    if gambar.format in _DARI_JPEG:
        gambar.draft(gambar.mode, batas)
    elif "transparency" in gambar.info:
        gambar = gambar.convert("RGBA")
    elif gambar.mode in {"1", "P"}:
        gambar = gambar.convert("L" if gambar.mode == "1" else "RGB")
    gambar.thumbnail(batas, reducing_gap=2.0)
    return _dangkal(gambar) if gambar.mode.startswith("I") else gambar


def _dangkal(gambar: Image.Image) -> Image.Image:
    """Sixteen bits of grey as eight; Pillow's own conversion would cut all above 255 off."""
    return gambar.convert("I").point(lambda nilai: nilai * (1 / 257)).convert("L")


def _ke_srgb(gambar: Image.Image, profil: bytes | None) -> Image.Image:
    """RGB in the colours of the screen. A profile that is broken or of another kind of colours is left aside."""
    if gambar.mode in {"RGBA", "LA", "PA"}:
        alas = Image.new("RGB", gambar.size, "white")
        warna = gambar.convert("RGBA")
        alas.paste(warna, mask=warna.getchannel("A"))
        gambar = alas
    if profil:
        try:
            asal = ImageCms.ImageCmsProfile(io.BytesIO(profil))
            hasil = ImageCms.profileToProfile(gambar, asal, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            hasil = None
        if hasil is not None:
            return hasil
    return gambar.convert("RGB")


def _berarah(gambar: Image.Image, arah: int) -> Image.Image:
    """The scaled picture with the camera's orientation, so that only few pixels have to be turned."""
    gambar.info.pop("exif", None)
    gambar.getexif()[0x0112] = arah
    return gambar


def _tulis(gambar: Image.Image, *, dari_jpeg: bool) -> GambarOlahan:
    if not dari_jpeg and _bidang_rata(gambar):
        png = io.BytesIO()
        gambar.save(png, "PNG", optimize=True)
        if png.tell() <= _PNG_TERBESAR:
            return GambarOlahan(png.getvalue(), "image/png", gambar.width, gambar.height)
    jpeg = io.BytesIO()
    gambar.save(jpeg, "JPEG", quality=_MUTU, optimize=True)
    return GambarOlahan(jpeg.getvalue(), "image/jpeg", gambar.width, gambar.height)


def _bidang_rata(gambar: Image.Image) -> bool:
    """Whether it is drawn rather than photographed: most pixels have the colour of their neighbour."""
    lebar, tinggi = gambar.size
    if lebar < 2:
        return True
    beda = ImageChops.difference(gambar.crop((0, 0, lebar - 1, tinggi)), gambar.crop((1, 0, lebar, tinggi)))
    return beda.convert("L").histogram()[0] * 100 >= (lebar - 1) * tinggi * _BIDANG_RATA
