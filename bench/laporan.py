"""How long the renderers take, without the database and without composing: seconds, peak memory, pages, size.

python -m bench.laporan            the example report of the tests
python -m bench.laporan 70         the same with 70 more long tables
python -m bench.laporan contoh/bkd-kaltim-2024     the report of a workbook
"""

from __future__ import annotations

import resource
import sys
import time
from dataclasses import replace
from io import BytesIO

import pikepdf

from lkjip.laporan.compose import compose
from lkjip.laporan.isi import Bab, Dokumen
from lkjip.laporan.render.docx import docx_laporan
from lkjip.laporan.render.html import html_laporan
from lkjip.laporan.render.pdf import pdf_laporan
from lkjip.management.sumber_buku import buka_buku
from tests.laporan.contoh_dokumen import contoh_dokumen, grafik_serapan, p, tabel_panjang


def dokumen_besar(banyak: int) -> Dokumen:
    """The example with one more chapter of `banyak` tables of 20 rows and a chart for every fifth."""
    dokumen = contoh_dokumen()
    isi = tuple(
        blok
        for ke in range(banyak)
        for blok in (
            p("Tabel berikut menyajikan hasil pengukuran."),
            replace(tabel_panjang(20), kunci=f"t-besar-{ke}"),
            *((replace(grafik_serapan(), kunci=f"g-besar-{ke}"),) if ke % 5 == 0 else ()),
        )
    )
    return replace(dokumen, bab=(*dokumen.bab, Bab("besar", "Tabel Uji", isi))) if banyak else dokumen


def main() -> None:
    pilihan = sys.argv[1] if len(sys.argv) > 1 else "0"
    dokumen = dokumen_besar(int(pilihan)) if pilihan.isdecimal() else compose(buka_buku(pilihan))
    awal = time.perf_counter()
    html = html_laporan(dokumen)
    sesudah_html = time.perf_counter()
    pdf = pdf_laporan(dokumen)
    sesudah_pdf = time.perf_counter()
    with pikepdf.open(BytesIO(pdf)) as berkas:
        halaman = len(berkas.pages)
    awal_docx = time.perf_counter()
    docx = docx_laporan(dokumen)
    sesudah_docx = time.perf_counter()
    puncak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"HTML  {sesudah_html - awal:6.2f} s  {len(html) // 1024:6d} kB")
    print(f"PDF   {sesudah_pdf - sesudah_html:6.2f} s  {len(pdf) // 1024:6d} kB  {halaman} halaman")
    print(f"DOCX  {sesudah_docx - awal_docx:6.2f} s  {len(docx) // 1024:6d} kB  puncak {puncak} MB")


if __name__ == "__main__":
    main()
