"""A small final (PDF/A-3a, PDF/UA-1) with empty signature fields, made once a session."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from lkjip.laporan.isi import Bab, Dokumen, JenisBab, Paragraf, PemisahHalaman, Teks
from lkjip.laporan.render.pdf import pdf_laporan

KOTAK = {"ttd-kepala": (60, 120, 273, 194), "ttd-kepala-daerah": (320, 120, 533, 194)}


@cache
def berkas_akhir() -> bytes:
    """Two pages; fields ttd-kepala and ttd-kepala-daerah on the last."""
    isi = (Paragraf((Teks("Laporan kinerja singkat untuk menguji tanda tangan elektronik."),)),)
    bab = (Bab("a", "Pendahuluan", (*isi, PemisahHalaman()), JenisBab.BIASA), Bab("b", "Penutup", isi, JenisBab.BIASA))
    return beri_bidang(pdf_laporan(Dokumen("Laporan Kinerja", "Badan", "LKjIP", None, None, bab), akhir=True))


def beri_bidang(isi: bytes) -> bytes:
    """Empty, tagged fields on the last page, as a prepared final has them."""
    keluar = BytesIO()
    with pikepdf.open(BytesIO(isi)) as pdf:
        halaman, akar = pdf.pages[-1].obj, pdf.Root.StructTreeRoot
        daftar = [_bidang(pdf, halaman, akar, nama, kotak) for nama, kotak in KOTAK.items()]
        pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=Array(daftar), SigFlags=3))
        halaman.Tabs = Name.S
        pdf.save(keluar, object_stream_mode=pikepdf.ObjectStreamMode.disable, deterministic_id=True)
    return keluar.getvalue()


def _kosong(pdf: pikepdf.Pdf, kotak: tuple[int, ...]) -> pikepdf.Object:
    """PDF/A wants an appearance, even of an empty field."""
    x1, y1, x2, y2 = kotak
    return pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, x2 - x1, y2 - y1]))


def _bidang(
    pdf: pikepdf.Pdf, halaman: pikepdf.Object, akar: pikepdf.Object, nama: str, kotak: tuple[int, ...]
) -> pikepdf.Object:
    nomor, dokumen = akar.ParentTree.Nums, akar.K[0]
    kunci = max(int(nomor[ke]) for ke in range(0, len(nomor), 2)) + 1
    keterangan = String(f"Tanda tangan elektronik {nama}")
    widget = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Sig, T=String(nama), TU=keterangan, Rect=Array(list(kotak)),
            F=132, P=halaman, StructParent=kunci, AP=Dictionary(N=_kosong(pdf, kotak)),
        )
    )  # fmt: skip
    unsur = pdf.make_indirect(
        Dictionary(
            Type=Name.StructElem, S=Name.Form, P=dokumen, Pg=halaman, Alt=keterangan,
            K=Dictionary(Type=Name.OBJR, Obj=widget, Pg=halaman),
        )
    )  # fmt: skip
    dokumen.K.append(unsur)
    nomor.append(kunci)
    nomor.append(unsur)
    if "/Annots" not in halaman:
        halaman.Annots = Array()
    halaman.Annots.append(widget)
    return widget
