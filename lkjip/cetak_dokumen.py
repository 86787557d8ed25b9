"""The planning documents as files: Dokumen → bytes, by the ending of the file's name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lkjip.laporan.isi import Dokumen, Grafik, Tabel, telusuri
from lkjip.laporan.render.docx import docx_laporan
from lkjip.laporan.render.html import html_laporan
from lkjip.laporan.render.pdf import pdf_laporan


def _html(dokumen: Dokumen) -> bytes:
    return html_laporan(dokumen).encode()


PENCETAK_DOKUMEN: Mapping[str, Callable[[Dokumen], bytes]] = {
    "html": _html,
    "pdf": pdf_laporan,
    "docx": docx_laporan,
}
MIME_DOKUMEN: Mapping[str, str] = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}

_SEL_LANGSUNG = {"pdf": 250, "docx": 16000, "html": 20000, "xlsx": 9000}  # about half a second each
_SEL_PER_GRAFIK = 50


def panjang(dokumen: Dokumen, bentuk: str = "pdf") -> bool:
    """Whether its file takes so long that a worker makes it: counted in cells of its tables."""
    banyak = 0
    for blok in (blok for bab in dokumen.bab for blok in telusuri(bab.isi)):
        if isinstance(blok, Tabel):
            banyak += sum(len(baris.sel) for baris in blok.baris)
        banyak += _SEL_PER_GRAFIK * isinstance(blok, Grafik)
    return banyak > _SEL_LANGSUNG[bentuk]


def nama_berkas(*bagian: str) -> str:
    """File name without ending, safe on every system: `pk-bkd-kaltim-2024-perubahan`."""
    teks = "-".join(bagian).lower()
    return "-".join(filter(None, "".join(h if h.isascii() and h.isalnum() else "-" for h in teks).split("-")))
