"""Logos: whatever picture comes in, what is kept is a PNG that we drew ourselves, by its SHA-256 below MEDIA_ROOT."""

from __future__ import annotations

import io
from typing import BinaryIO

from PIL import Image, ImageOps

from renstra.buka_gambar import BukanGambarUtuh, GambarDitolak, TitikTerlaluBanyak, membuka_gambar
from renstra.simpanan_berkas import SimpananSidik

LOGO_MB = 2
SISI_TERPANJANG = 1200  # pixels: sharp on paper at 10 cm
_TITIK_TERBANYAK = 25_000_000  # what is opened at all; a small file can unfold into gigabytes
_SIMPANAN = SimpananSidik("logo", ".png")


class LogoDitolak(GambarDitolak):
    """This file is not taken as a logo; the sentence says why and what to do."""


def olah_logo(berkas: BinaryIO) -> bytes:
    """The picture drawn anew as PNG, without metadata, at most 1200 pixels a side. Raises LogoDitolak."""
    isi = berkas.read(LOGO_MB * 1024 * 1024 + 1)
    if len(isi) > LOGO_MB * 1024 * 1024:
        raise LogoDitolak(f"Berkas logo lebih besar dari {LOGO_MB} MB. Perkecil gambarnya, lalu unggah lagi.")
    try:
        with membuka_gambar(isi) as gambar:
            return _png(gambar)
    except TitikTerlaluBanyak as galat:
        raise LogoDitolak(
            "Gambar ini terlalu banyak titiknya. Perkecil sampai paling lebar 5.000 titik, lalu unggah lagi."
        ) from galat
    except BukanGambarUtuh as galat:
        raise LogoDitolak(
            "Berkas ini bukan gambar PNG, JPEG, atau WebP yang utuh. SVG dan jenis lain tidak diterima; "
            "simpan logonya sebagai PNG, lalu unggah lagi."
        ) from galat


def _png(gambar: Image.Image) -> bytes:
    if gambar.width * gambar.height > _TITIK_TERBANYAK:
        raise TitikTerlaluBanyak
    tegak = ImageOps.exif_transpose(gambar)
    bening = tegak.mode in {"RGBA", "LA", "PA"} or "transparency" in tegak.info
    polos = tegak.convert("RGBA" if bening else "RGB")
    polos.thumbnail((SISI_TERPANJANG, SISI_TERPANJANG))
    bersih = Image.new(polos.mode, polos.size)  # a new picture has no EXIF, no comments, no profile
    bersih.paste(polos)
    hasil = io.BytesIO()
    bersih.save(hasil, "PNG", optimize=True)
    return hasil.getvalue()


def simpan_logo(isi: bytes) -> str:
    """Keep the picture and say under which SHA-256; equal pictures are kept once."""
    return _SIMPANAN.simpan(isi)


def baca_logo(sidik: str) -> bytes | None:
    """The stored picture; None where there is none, or its file is gone."""
    return _SIMPANAN.baca(sidik)
