"""Where a prepared signature field lies, for services that want page and coordinates instead of its name."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf

from lkjip.laporan.signing.data import GagalTandaTangan

_DALAM = 10  # a field is not nested deeper; a loop would be

TAK_TERBACA = "Berkas PDF ini tidak dapat dibaca atau terkunci sandi, jadi tidak dapat ditandatangani."


@dataclass(frozen=True)
class Letak:
    """A box on a page; `halaman` from 1, the rest in points from the lower left corner of the page."""

    halaman: int
    kiri: float
    bawah: float
    lebar: float
    tinggi: float
    tinggi_halaman: float

    @property
    def terlihat(self) -> bool:
        return self.lebar > 0 and self.tinggi > 0

    @property
    def dari_atas(self) -> float:
        """From the page's upper edge down to the box's."""
        return self.tinggi_halaman - self.bawah - self.tinggi

    def tanpa_kiri(self, lebar: float) -> Letak:
        """The box without so much of its left."""
        return Letak(self.halaman, self.kiri + lebar, self.bawah, self.lebar - lebar, self.tinggi, self.tinggi_halaman)


def letak_bidang(isi: bytes, nama: str) -> Letak:
    """The empty field of that name. Raises GagalTandaTangan: no such field, it is filled, no readable PDF."""
    try:
        with pikepdf.open(BytesIO(isi)) as pdf:
            letak, terisi = _cari(pdf, nama)
    except (pikepdf.PdfError, pikepdf.PasswordError, ValueError, TypeError, KeyError, AttributeError):
        raise GagalTandaTangan(TAK_TERBACA) from None
    if letak is None:
        raise GagalTandaTangan(f"Berkas ini tidak mempunyai kotak tanda tangan '{nama}'.")
    if terisi:
        raise GagalTandaTangan(f"Kotak tanda tangan '{nama}' sudah ditandatangani.")
    return letak


def _cari(pdf: pikepdf.Pdf, nama: str) -> tuple[Letak | None, bool]:
    for nomor, halaman in enumerate(pdf.pages, start=1):
        for satu in halaman.obj.get("/Annots") or []:
            if _warisan(satu, "/FT") == pikepdf.Name.Sig and str(_warisan(satu, "/T") or "") == nama:
                return _letak(nomor, halaman, satu), _warisan(satu, "/V") is not None
    return None, False


def _warisan(objek: Any, kunci: str) -> Any:
    simpul = objek
    for _ in range(_DALAM):
        if simpul is None or kunci in simpul:
            break
        simpul = simpul.get("/Parent")
    return None if simpul is None else simpul.get(kunci)


def _letak(nomor: int, halaman: pikepdf.Page, anotasi: Any) -> Letak:
    x1, y1, x2, y2 = (float(sisi) for sisi in anotasi["/Rect"])
    kiri, bawah, _, atas = (float(sisi) for sisi in halaman.mediabox)
    return Letak(nomor, min(x1, x2) - kiri, min(y1, y2) - bawah, abs(x2 - x1), abs(y2 - y1), atas - bawah)
