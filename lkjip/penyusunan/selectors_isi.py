"""What a job is made from, loaded by the worker itself."""

from __future__ import annotations

from lkjip.data import BukuKerja
from lkjip.evaluasi.selectors_lhe import load_dokumen_apip
from lkjip.laporan.data_penyusunan import JENIS_APIP, JenisBerkas, Pesanan
from lkjip.laporan.isi import Dokumen
from lkjip.perencanaan.selectors_pilihan import load_buku_pilihan
from lkjip.perencanaan.selectors_susun import load_dokumen, ruang_bersama
from renstra.models import TahunKinerja


def load_isi(tahun_kinerja: TahunKinerja, pesanan: Pesanan) -> BukuKerja | Dokumen:
    """The workbook of the report, or the composed document. Raises LookupError where it is not there any more."""
    if pesanan.jenis is JenisBerkas.LAPORAN:
        return load_buku_pilihan(tahun_kinerja, pesanan.triwulan, pesanan.unit)
    if pesanan.jenis in JENIS_APIP:
        return load_dokumen_apip(tahun_kinerja, pesanan)
    return load_dokumen(ruang_bersama(tahun_kinerja), pesanan)
