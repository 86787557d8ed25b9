"""Pictures as agencies send them, and as nobody should."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Iterator

from PIL import Image, ImageDraw


def foto(ukuran: tuple[int, int] = (300, 200), jenis: str = "JPEG", ragam: str = "RGB", **lain: object) -> bytes:
    """A picture without even areas, like a photograph."""
    abu = Image.effect_noise((ukuran[0] // 4, ukuran[1] // 4), 80).resize(ukuran)
    warna = Image.merge(
        "RGB", (abu, abu.transpose(Image.Transpose.ROTATE_180), Image.linear_gradient("L").resize(ukuran))
    )
    return simpan(warna.convert(ragam), jenis, **lain)


def bagan(ukuran: tuple[int, int] = (300, 200), jenis: str = "PNG", ragam: str = "RGB", **lain: object) -> bytes:
    """A drawing: few colours, large even areas."""
    gambar = Image.new("RGB", ukuran, "white")
    ImageDraw.Draw(gambar).rectangle((20, 20, ukuran[0] // 2, ukuran[1] // 2), fill="navy", outline="red")
    return simpan(gambar.convert(ragam), jenis, **lain)


def simpan(gambar: Image.Image, jenis: str, **lain: object) -> bytes:
    hasil = io.BytesIO()
    gambar.save(hasil, jenis, **lain)
    return hasil.getvalue()


def buka(isi: bytes) -> Image.Image:
    return Image.open(io.BytesIO(isi))


def bom(lebar: int, tinggi: int) -> bytes:
    """A PNG of a few hundred bytes that announces lebar × tinggi pixels."""

    def potong(nama: bytes, isi: bytes) -> bytes:
        return struct.pack(">I", len(isi)) + nama + isi + struct.pack(">I", zlib.crc32(nama + isi))

    kepala = struct.pack(">IIBBBBB", lebar, tinggi, 8, 2, 0, 0, 0)
    tubuh = potong(b"IHDR", kepala) + potong(b"IDAT", zlib.compress(b"\0" * 9)) + potong(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + tubuh


def arsip() -> bytes:
    hasil = io.BytesIO()
    with zipfile.ZipFile(hasil, "w") as berkas:
        berkas.writestr("gambar.png", bagan())
    return hasil.getvalue()


def rusak(isi: bytes, banyak: int, benih: int) -> Iterator[bytes]:
    """The picture with bytes changed, cut out, doubled or cut off; the same ones at every run."""
    acak = random.Random(benih)
    for _ in range(banyak):
        hasil = bytearray(isi)
        for _ in range(acak.randint(1, 12)):
            tempat = acak.randrange(len(hasil))
            cara = acak.randrange(4)
            if cara == 0:
                hasil[tempat] = acak.randrange(256)
            elif cara == 1:
                del hasil[tempat : tempat + acak.randint(1, 40)]
            elif cara == 2:
                hasil[tempat:tempat] = hasil[tempat : tempat + acak.randint(1, 40)]
            else:
                del hasil[max(tempat, 20) :]
            hasil = hasil or bytearray(b"\0")
        yield bytes(hasil)
