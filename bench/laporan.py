"""How long the renderers take, without the database and without composing: seconds, peak memory, pages, size.

python -m bench.laporan            the example report of the tests
python -m bench.laporan 70         the same with 70 more long tables
"""

from __future__ import annotations

import resource
import sys
import time
from dataclasses import replace
from io import BytesIO

import pikepdf

from lkjip.laporan.isi import Bab, Dokumen
from lkjip.laporan.render.html import html_laporan
from lkjip.laporan.render.pdf import pdf_laporan
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
    dokumen = dokumen_besar(int(sys.argv[1]) if len(sys.argv) > 1 else 0)
    awal = time.perf_counter()
    html = html_laporan(dokumen)
    sesudah_html = time.perf_counter()
    pdf = pdf_laporan(dokumen)
    sesudah_pdf = time.perf_counter()
    with pikepdf.open(BytesIO(pdf)) as berkas:
        halaman = len(berkas.pages)
    puncak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"HTML  {sesudah_html - awal:6.2f} s  {len(html) // 1024:6d} kB")
    print(f"PDF   {sesudah_pdf - sesudah_html:6.2f} s  {len(pdf) // 1024:6d} kB  {halaman} halaman  puncak {puncak} MB")


if __name__ == "__main__":
    main()
