"""From a workbook's value to the file that is handed in: compose, render, and attach the data it was made from."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from lkjip.buku_kerja.writers.xlsx import xlsx_bytes
from lkjip.data import BukuKerja
from lkjip.laporan.compose import compose
from lkjip.laporan.data_pilihan import slug_unit
from lkjip.laporan.data_terbitan import Cap
from lkjip.laporan.render.docx import docx_laporan
from lkjip.laporan.render.html import html_laporan
from lkjip.laporan.render.pdf import BerkasLampiran, pdf_laporan
from lkjip.laporan.render.pdf_draf import Lapor, pdf_draf
from lkjip.laporan.render.xlsx import xlsx_laporan

MIME_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def nama_dasar(buku: BukuKerja) -> str:
    """File name without ending, safe on every system: `lkjip-bkd-kaltim-2024`, `lkjip-bkd-kalbar-2023-tw1`."""
    kode = "".join(h if h.isascii() and h.isalnum() else "-" for h in buku.data.renstra.instansi.kode.lower())
    triwulan, unit = buku.laporan.identitas_berlaku.triwulan, buku.laporan.pilihan.unit
    akhiran = (f"-tw{triwulan}" if triwulan else "") + (f"-{slug_unit(unit.bagian.nama)}" if unit else "")
    return f"lkjip-{'-'.join(filter(None, kode.split('-')))}-{buku.data.tahun}{akhiran}"


def cetak_html(buku: BukuKerja) -> bytes:
    """The report as one page of HTML that needs nothing else."""
    return html_laporan(compose(buku)).encode()


def cetak_pdf(
    buku: BukuKerja,
    *,
    tembolok: Path | None = None,
    proses: int | None = None,
    lapor: Lapor | None = None,
    akhir: bool = False,
    cap: Cap | None = None,
    pdf14: bool = False,
) -> bytes:
    """The report as PDF, with the workbook attached, so that what is printed can be recomputed by anyone.

    A draft is made by `proses` processes (else as many as there are cores) and its sections kept in `tembolok`; `akhir`
    makes the tagged file in one rendering, with `cap` ready to be signed.
    """
    lampiran = BerkasLampiran(
        nama=f"{nama_dasar(buku)}.xlsx",
        isi=xlsx_bytes(buku),
        keterangan="Buku kerja: data yang menjadi dasar setiap angka dalam laporan ini",
    )
    dokumen = compose(buku)
    if akhir:
        return pdf_laporan(replace(dokumen, cap=cap), lampiran_berkas=(lampiran,), akhir=True, pdf14=pdf14)
    banyak = proses or os.cpu_count() or 1
    return pdf_draf(dokumen, tembolok=tembolok, proses=banyak, lapor=lapor, lampiran_berkas=(lampiran,))


def cetak_docx(buku: BukuKerja) -> bytes:
    """The report for Word, to go on writing in; it looks like the PDF."""
    return docx_laporan(compose(buku))


def cetak_xlsx(buku: BukuKerja) -> bytes:
    """The tables of the report to reckon on with, a sheet each; not the workbook, which can be imported again."""
    return xlsx_laporan(compose(buku))


PENCETAK: Mapping[str, Callable[[BukuKerja], bytes]] = {
    ".html": cetak_html,
    ".pdf": cetak_pdf,
    ".docx": cetak_docx,
    ".xlsx": cetak_xlsx,
}
