"""How the stand-in of BSrE's service signs: like the real one into a new field, unlike it marked as a trial."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
from PIL import Image, ImageDraw, ImageFont
from pyhanko.pdf_utils import layout
from pyhanko.pdf_utils.images import PdfImage
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.stamp import StaticStampStyle

from lkjip.laporan.render.aset import path_huruf
from lkjip.laporan.signing.data import Rahasia
from lkjip.laporan.signing.kunci_p12 import buka_p12
from lkjip.laporan.signing.percobaan import TANDA

_HURUF, _MERAH, _TITIK = "LiberationSans-Bold.ttf", (200, 0, 0, 110), 4


@dataclass(frozen=True)
class TempatTiruan:
    """Where to sign, as it was asked. `dari_atas`: y is the upper edge, counted from the page's (version 2)."""

    halaman: int
    x: float
    y: float
    lebar: float
    tinggi: float
    gambar: bytes = field(default=b"", repr=False)
    dari_atas: bool = False


def tandatangani_tiruan(
    isi: bytes, p12: bytes, sandi: Rahasia, *, tempat: TempatTiruan | None, alasan: str = "", lokasi: str = ""
) -> bytes:
    """`isi` with one signature more, added at its end. Raises GagalTandaTangan: the passphrase is wrong."""
    kunci = buka_p12(p12, sandi, saat=datetime.now(UTC))
    penulis = IncrementalPdfFileWriter(BytesIO(isi))
    nama = f"Signature{1 + sum(1 for _ in enumerate_sig_fields(penulis))}"
    metadata = PdfSignatureMetadata(
        field_name=nama,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        reason=f"{TANDA}: {alasan}".rstrip(": "),
        location=lokasi or None,
    )
    bidang = SigFieldSpec(nama) if tempat is None else _bidang(isi, nama, tempat)
    gaya = None if tempat is None else _gaya(tempat)
    penanda = PdfSigner(metadata, kunci.penanda, stamp_style=gaya, new_field_spec=bidang)
    return bytes(penanda.sign_pdf(penulis).getvalue())


def tulis_ulang(isi: bytes) -> bytes:
    """The same document, but no longer the same bytes."""
    keluar = BytesIO()
    with pikepdf.open(BytesIO(isi)) as pdf:
        pdf.save(keluar, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return keluar.getvalue()


def berkas_lain(isi: bytes) -> bytes:
    """A document that nobody sent: as many pages, and nothing on them."""
    keluar = BytesIO()
    with pikepdf.open(BytesIO(isi)) as asal, pikepdf.new() as pdf:
        for _ in asal.pages:
            pdf.add_blank_page(page_size=(595, 842))
        pdf.save(keluar)
    return keluar.getvalue()


def _bidang(isi: bytes, nama: str, tempat: TempatTiruan) -> SigFieldSpec:
    bawah = tempat.y
    if tempat.dari_atas:
        with pikepdf.open(BytesIO(isi)) as pdf:
            _, dasar, _, atas = (float(sisi) for sisi in pdf.pages[tempat.halaman - 1].mediabox)
        bawah = atas - dasar - tempat.y - tempat.tinggi
    kotak = (tempat.x, bawah, tempat.x + tempat.lebar, bawah + tempat.tinggi)
    kiri, bawah_, kanan, atas_ = (round(sisi) for sisi in kotak)
    return SigFieldSpec(nama, on_page=tempat.halaman - 1, box=(kiri, bawah_, kanan, atas_))


def _gaya(tempat: TempatTiruan) -> StaticStampStyle:
    rata = layout.SimpleBoxLayoutRule(
        x_align=layout.AxisAlignment.ALIGN_MIN, y_align=layout.AxisAlignment.ALIGN_MIN, margins=layout.Margins()
    )
    return StaticStampStyle(
        background=PdfImage(_tandai(tempat)), background_layout=rata, background_opacity=1.0, border_width=0
    )


def _tandai(tempat: TempatTiruan) -> Image.Image:
    """The picture that was sent, or an empty one, with the word across it."""
    ukuran = (max(round(tempat.lebar * _TITIK), 1), max(round(tempat.tinggi * _TITIK), 1))
    dasar = Image.new("RGBA", ukuran, "white")
    if tempat.gambar:
        with Image.open(BytesIO(tempat.gambar)) as kiriman:
            dasar.alpha_composite(kiriman.convert("RGBA").resize(ukuran))
    lapis = Image.new("RGBA", ukuran, (0, 0, 0, 0))
    huruf = ImageFont.truetype(path_huruf(_HURUF), ukuran[0] / 8)
    pena = ImageDraw.Draw(lapis)
    pena.text((ukuran[0] / 2, ukuran[1] / 2), TANDA, fill=_MERAH, font=huruf, anchor="mm")
    dasar.alpha_composite(lapis.rotate(18))
    return dasar.convert("RGB")
