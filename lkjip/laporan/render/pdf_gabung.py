"""Laid-out units joined to one PDF: pages, feet, links between units, named places, bookmarks, page labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from lkjip.laporan.render.pdf_satuan import SKEMA_TAUTAN
from lkjip.laporan.render.pdf_susunan import Letak, Susunan, halaman_bersama

_PT_PER_PX = 0.75


def gabungkan(kerangka: bytes, susunan: Susunan) -> bytes:
    """The report as one file; `kerangka` gives the metadata and the attachments."""
    daftar_letak, kaki, label = susunan.daftar_letak, susunan.kaki, susunan.label
    with ExitStack() as tumpukan:
        pdf = tumpukan.enter_context(pikepdf.open(BytesIO(kerangka)))
        del pdf.pages[0]
        _isi_halaman(pdf, daftar_letak, tumpukan)
        if kaki is not None:
            _pasang_kaki(pdf, tumpukan.enter_context(pikepdf.open(BytesIO(kaki.pdf))))
        halaman = [satu.obj for satu in pdf.pages]
        nama = _daftar_nama(halaman, daftar_letak)
        _hubungkan(halaman, nama)
        _pasang_nama(pdf, nama)
        _pasang_markah(pdf, halaman, daftar_letak)
        pdf.Root.PageLabels = Dictionary(Nums=Array([satu for ke, tanda in label for satu in (ke, _label(tanda))]))
        keluar = BytesIO()
        padat = pikepdf.ObjectStreamMode.generate
        pdf.save(keluar, deterministic_id=True, object_stream_mode=padat, fix_metadata_version=False)
        return keluar.getvalue()


def _label(tanda: str) -> Dictionary:
    return Dictionary(S=Name(tanda)) if tanda.startswith("/") else Dictionary(P=String(tanda))


def _isi_halaman(pdf: Pdf, daftar_letak: Sequence[Letak], tumpukan: ExitStack) -> None:
    """Append the pages; the first page of a unit that goes on where another ended is drawn over the last one."""
    for ke, letak in enumerate(daftar_letak):
        sumber = tumpukan.enter_context(pikepdf.open(BytesIO(letak.hasil.pdf)))
        bersama = len(pdf.pages) - letak.awal
        if bersama:
            _tumpangkan(pdf, len(pdf.pages) - 1, sumber.pages[0], f"/Satuan{ke}")
            catatan = sumber.pages[0].obj.get("/Annots")
            if catatan is not None:
                salinan = pdf.copy_foreign(_tak_langsung(sumber, catatan))
                tujuan = pdf.pages[-1].obj
                tujuan.Annots = Array([*tujuan.get("/Annots", Array()), *salinan])
        pdf.pages.extend(sumber.pages[bersama:])


def _tak_langsung(sumber: Pdf, benda: Any) -> Any:
    """The object as one that can be copied to another file."""
    return benda if benda.is_indirect else sumber.make_indirect(benda)


def _tumpangkan(pdf: Pdf, nomor: int, dari: pikepdf.Page, nama: str) -> None:
    """Draw a page of another file over this one, with its own fonts and pictures."""
    halaman: Any = pdf.pages[nomor].obj
    bentuk = pdf.copy_foreign(dari.as_form_xobject())
    if not isinstance(halaman.Contents, Array):
        buka, isi = pdf.make_stream(b"q\n"), halaman.Contents
        halaman.Contents = Array([buka, isi, pdf.make_stream(b"\nQ\n")])
        halaman.Resources = Dictionary(halaman.Resources)
        halaman.Resources.XObject = Dictionary(halaman.Resources.XObject)
    halaman.Contents.append(pdf.make_stream(f"q {nama} Do Q\n".encode()))
    halaman.Resources.XObject[nama] = bentuk


def _pasang_kaki(pdf: Pdf, kaki: Pdf) -> None:
    awal = len(pdf.pages) - len(kaki.pages)
    for ke, satu in enumerate(kaki.pages):
        _tumpangkan(pdf, awal + ke, satu, "/Kaki")


def _daftar_nama(halaman: Sequence[Any], daftar_letak: Sequence[Letak]) -> dict[str, Array]:
    nama: dict[str, Array] = {}
    for ke, satu in halaman_bersama(daftar_letak):
        for kunci, (x, y) in satu.jangkar.items():
            if kunci not in nama:
                nama[kunci] = Array([halaman[ke], Name.XYZ, x * _PT_PER_PX, (satu.tinggi - y) * _PT_PER_PX, 0])
    return nama


def _hubungkan(halaman: Sequence[Any], nama: Mapping[str, Array]) -> None:
    """Links between units become links to named places."""
    for satu in halaman:
        for catatan in satu.get("/Annots", ()):
            alamat = str(catatan.A.URI) if "/A" in catatan else ""
            if alamat.startswith(SKEMA_TAUTAN):
                tujuan = alamat.removeprefix(SKEMA_TAUTAN)
                if tujuan in nama:
                    catatan.Dest = String(tujuan)
                del catatan["/A"]


def _pasang_nama(pdf: Pdf, nama: Mapping[str, Array]) -> None:
    isi = [satu for kunci in sorted(nama) for satu in (String(kunci), nama[kunci])]
    daftar = pdf.Root.get("/Names", Dictionary())
    daftar.Dests = Dictionary(Names=Array(isi))
    pdf.Root.Names = daftar


def _pasang_markah(pdf: Pdf, halaman: Sequence[Any], daftar_letak: Sequence[Letak]) -> None:
    """The outline, nested as WeasyPrint nests it."""
    from weasyprint.anchors import make_page_bookmark_tree
    from weasyprint.matrix import Matrix

    akar: list[Any] = []
    dilewati: list[int] = []
    terakhir, tingkat = [akar], 0
    for ke, satu in halaman_bersama(daftar_letak):
        markah = [
            (tingkat_markah, label, (x, y), keadaan) for tingkat_markah, label, x, y, keadaan in satu.daftar_markah
        ]
        matriks = Matrix(a=_PT_PER_PX, d=-_PT_PER_PX, f=satu.tinggi * _PT_PER_PX)
        tingkat = make_page_bookmark_tree(SimpleNamespace(bookmarks=markah), dilewati, terakhir, tingkat, ke, matriks)
    if akar:
        induk = pdf.make_indirect(Dictionary(Type=Name.Outlines))
        induk.Count = _cabang(pdf, halaman, akar, induk)
        pdf.Root.Outlines = induk


def _cabang(pdf: Pdf, halaman: Sequence[Any], daftar: Sequence[Any], induk: Any) -> int:
    """Hang the bookmarks below `induk`; return how many are seen with all the open ones."""
    banyak, sebelum = len(daftar), None
    for judul, (ke, x, y), anak, keadaan in daftar:
        butir = pdf.make_indirect(
            Dictionary(Title=String(judul), Dest=Array([halaman[ke], Name.XYZ, x, y, 0]), Parent=induk)
        )
        dalam = _cabang(pdf, halaman, anak, butir) if anak else 0
        butir.Count = -dalam if keadaan == "closed" else dalam
        banyak += 0 if keadaan == "closed" else dalam
        if sebelum is None:
            induk.First = butir
        else:
            butir.Prev, sebelum.Next = sebelum, butir
        sebelum = butir
    induk.Last = sebelum
    return banyak
