"""Dokumen → DOCX that an office can go on writing in: real styles, fields and tables, the same bytes for the same data.

The look is that of the PDF. No figure is computed here: `render/angka.py` writes them for every renderer.
"""

from __future__ import annotations

from lkjip.laporan.isi import Dokumen
from lkjip.laporan.render.docx_kaki import tulis_sampul
from lkjip.laporan.render.docx_naskah import Naskah
from lkjip.laporan.render.docx_pohon import Bidang, Penyusun, tulis_bab
from lkjip.laporan.render.paket import WORD, byte_tetap
from lkjip.laporan.render.pohon import belah


def docx_laporan(dokumen: Dokumen) -> bytes:
    """The document for Word. Raises RujukanTakDikenal for a cross reference to nothing, ValueError for a picture that
    is neither PNG nor JPEG.
    """
    naskah = Naskah(dokumen)
    naskah.siapkan()
    penyusun = Penyusun(naskah)
    if dokumen.sampul is not None:
        penyusun.pindah(Bidang.SAMPUL, mendatar=False)
        penyusun.tambah(tulis_sampul(dokumen.sampul, naskah))
    depan, isi = belah(dokumen)
    for bidang, daftar_bab in ((Bidang.DEPAN, depan), (Bidang.ISI, isi)):
        for bab in daftar_bab:
            tulis_bab(bab, bidang, penyusun)
    penyusun.selesai()
    return byte_tetap(naskah.selesaikan(), WORD)
