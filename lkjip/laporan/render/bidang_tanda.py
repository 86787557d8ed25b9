"""Empty signature fields, put into the final PDF before it is kept: whoever signs only fills one in.

A field that a signing library makes itself is not tagged and breaks PDF/UA (ISO 14289-1, 7.18.4).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lkjip.laporan.isi import BIDANG, Dokumen, Pihak, TandaTangan, telusuri
from lkjip.laporan.render.markah import jangkar

_POIN = 0.75  # points of a CSS pixel


@dataclass(frozen=True)
class BidangKosong:
    """Where a signature goes: page from 0, and the sides left, bottom, right, top in points."""

    nama: str
    keterangan: str
    halaman: int
    kotak: tuple[float, float, float, float]


def daftar_pihak(dokumen: Dokumen) -> tuple[Pihak, ...]:
    """Who signs the document, in its order; each `kunci` is the name of a field."""
    per_kunci: dict[str, Pihak] = {}
    for pihak in _semua_pihak(dokumen):
        if pihak.kunci in BIDANG:
            per_kunci.setdefault(pihak.kunci, pihak)
    return tuple(per_kunci.values())


def _semua_pihak(dokumen: Dokumen) -> Iterator[Pihak]:
    for bab in dokumen.bab:
        for blok in telusuri(bab.isi):
            if isinstance(blok, TandaTangan):
                yield from blok.pihak


def letak_bidang(dokumen: Dokumen, daftar_halaman: Sequence[Any]) -> tuple[BidangKosong, ...]:
    """The boxes as WeasyPrint has laid them out; none in a document that has no `cap`."""
    if dokumen.cap is None:
        return ()
    return tuple(_letak(pihak, daftar_halaman) for pihak in daftar_pihak(dokumen))


def _letak(pihak: Pihak, daftar_halaman: Sequence[Any]) -> BidangKosong:
    nama = jangkar(pihak.kunci)
    for ke, halaman in enumerate(daftar_halaman):
        if nama in halaman.anchors:
            x1, y1, x2, y2 = halaman.anchors[nama]
            kotak = (x1 * _POIN, (halaman.height - y2) * _POIN, x2 * _POIN, (halaman.height - y1) * _POIN)
            siapa = pihak.nama or pihak.jabatan or "penanda tangan"
            return BidangKosong(pihak.kunci, f"Tanda tangan elektronik {siapa}", ke, kotak)
    raise LookupError(f"kotak tanda tangan {pihak.kunci} tidak tercetak")


def beri_bidang(pdf: Any, daftar: Iterable[BidangKosong]) -> None:
    """The fields into an open pikepdf file, tagged as forms, each with an empty appearance (PDF/A wants one)."""
    from pikepdf import Array, Dictionary

    widget = [_bidang(pdf, satu) for satu in daftar]
    if widget:
        pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=Array(widget), SigFlags=3))


def _bidang(pdf: Any, bidang: BidangKosong) -> Any:
    from pikepdf import Array, Dictionary, Name, String

    halaman, akar = pdf.pages[bidang.halaman].obj, pdf.Root.StructTreeRoot
    pohon, dokumen, keterangan = akar.ParentTree.Nums, akar.K[0], String(bidang.keterangan)
    kunci = max((int(pohon[ke]) for ke in range(0, len(pohon), 2)), default=-1) + 1
    kiri, bawah, kanan, atas = bidang.kotak
    kosong = pdf.make_stream(
        b"",
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, kanan - kiri, atas - bawah]),
        Resources=Dictionary(),
    )
    widget = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Sig, T=String(bidang.nama), TU=keterangan,
            Rect=Array([kiri, bawah, kanan, atas]), F=132, P=halaman, StructParent=kunci, AP=Dictionary(N=kosong),
        )
    )  # fmt: skip
    unsur = pdf.make_indirect(
        Dictionary(
            Type=Name.StructElem, S=Name.Form, P=dokumen, Pg=halaman, Alt=keterangan,
            K=Dictionary(Type=Name.OBJR, Obj=widget, Pg=halaman),
        )
    )  # fmt: skip
    dokumen.K.append(unsur)
    pohon.extend([kunci, unsur])
    akar.ParentTreeNextKey = kunci + 1
    if "/Annots" not in halaman:
        halaman.Annots = Array()
    halaman.Annots.append(widget)
    halaman.Tabs = Name.S
    return widget
