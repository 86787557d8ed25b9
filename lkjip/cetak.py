"""From a workbook's value to the file that is handed in: compose, render, and attach the data it was made from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from lkjip.buku_kerja.writers.xlsx import xlsx_bytes
from lkjip.data import BukuKerja
from lkjip.laporan.compose import compose
from lkjip.laporan.render.docx import docx_laporan
from lkjip.laporan.render.html import html_laporan
from lkjip.laporan.render.pdf import BerkasLampiran, pdf_laporan
from lkjip.laporan.render.pdf_draf import Kemajuan, pdf_draf

MIME_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MIME_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def nama_dasar(buku: BukuKerja) -> str:
    """File name without ending, safe on every system: `lkjip-bkd-kaltim-2024`, `lkjip-bkd-kalbar-2023-tw1`."""
    kode = "".join(h if h.isascii() and h.isalnum() else "-" for h in buku.data.renstra.instansi.kode.lower())
    triwulan = buku.laporan.identitas.triwulan
    akhiran = f"-tw{triwulan}" if triwulan else ""
    return f"lkjip-{'-'.join(filter(None, kode.split('-')))}-{buku.data.tahun}{akhiran}"


def cetak_html(buku: BukuKerja) -> bytes:
    """The report as one page of HTML that needs nothing else."""
    return html_laporan(compose(buku)).encode()


def cetak_pdf(buku: BukuKerja) -> bytes:
    """The report as PDF, with the workbook attached, so that what is printed can be recomputed by anyone."""
    return pdf_laporan(compose(buku), lampiran_berkas=(_lampiran(buku),))


def cetak_draf(
    buku: BukuKerja, *, tembolok: Path | None, proses: int, lapor: Callable[[Kemajuan], None] | None = None
) -> bytes:
    """The same as a draft made of sections: by `proses` processes, telling `lapor` how far it is."""
    dokumen = compose(buku)
    return pdf_draf(dokumen, tembolok=tembolok, proses=proses, lapor=lapor, lampiran_berkas=(_lampiran(buku),))


def _lampiran(buku: BukuKerja) -> BerkasLampiran:
    return BerkasLampiran(
        nama=f"{nama_dasar(buku)}.xlsx",
        isi=xlsx_bytes(buku),
        keterangan="Buku kerja: data yang menjadi dasar setiap angka dalam laporan ini",
    )


def cetak_docx(buku: BukuKerja) -> bytes:
    """The report for Word, to go on writing in; it looks like the PDF."""
    return docx_laporan(compose(buku))


PENCETAK: Mapping[str, Callable[[BukuKerja], bytes]] = {".html": cetak_html, ".pdf": cetak_pdf, ".docx": cetak_docx}
