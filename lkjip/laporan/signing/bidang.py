"""Signature fields of a PDF: which there are, and one more where a foreign file has none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pyhanko.pdf_utils.rw_common import PdfHandler
from pyhanko.sign.fields import SigFieldSpec, append_signature_field, enumerate_sig_fields

_LEBAR, _TINGGI, _TEPI, _SELA = 140.0, 62.0, 36.0, 6.0  # points, of a field that is made here


@dataclass(frozen=True)
class Bidang:
    """A signature field; `lebar` and `tinggi` in points, 0 where it is invisible."""

    nama: str
    terisi: bool
    lebar: float
    tinggi: float


def daftar_bidang(pdf: PdfHandler) -> tuple[Bidang, ...]:
    """The signature fields in the order of the form."""
    return tuple(
        Bidang(nama, nilai is not None, *_ukuran(acuan.get_object()))
        for nama, nilai, acuan in enumerate_sig_fields(pdf)
    )


def buat_bidang(penulis: Any, nama: str) -> Bidang:
    """A field at the foot of the last page: the first at the right, further ones to the left of it, then above.

    For files that were not prepared by us; such a field is not tagged, so a PDF/UA file loses that mark.
    """
    halaman = penulis.root["/Pages"]["/Count"] - 1
    kiri, bawah, kanan, _ = _kotak_halaman(penulis, halaman)
    sebaris = max(int((kanan - kiri - 2 * _TEPI + _SELA) // (_LEBAR + _SELA)), 1)
    baris, ke = divmod(len(daftar_bidang(penulis)), sebaris)
    x2, y1 = kanan - _TEPI - ke * (_LEBAR + _SELA), bawah + _TEPI + baris * (_TINGGI + _SELA)
    kotak = (round(x2 - _LEBAR), round(y1), round(x2), round(y1 + _TINGGI))
    append_signature_field(penulis, SigFieldSpec(nama, on_page=halaman, box=kotak))
    return next(satu for satu in daftar_bidang(penulis) if satu.nama == nama)


def _ukuran(bidang: Any) -> tuple[float, float]:
    """Of the field's widget: the field itself, or its first child."""
    widget = bidang if "/Rect" in bidang or "/Kids" not in bidang else bidang["/Kids"][0]
    if "/Rect" not in widget:
        return 0.0, 0.0
    x1, y1, x2, y2 = (float(sisi) for sisi in widget["/Rect"])
    return abs(x2 - x1), abs(y2 - y1)


def _kotak_halaman(penulis: Any, nomor: int) -> tuple[float, float, float, float]:
    """The page's visible box; it may be inherited from a node above."""
    halaman = penulis.find_page_for_modification(nomor)[0].get_object()
    for nama in ("/CropBox", "/MediaBox"):
        simpul = halaman
        while simpul is not None:
            if nama in simpul:
                x1, y1, x2, y2 = (float(sisi) for sisi in simpul[nama])
                return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
            induk = simpul.get("/Parent")
            simpul = induk.get_object() if induk is not None else None
    return 0.0, 0.0, 595.0, 842.0
