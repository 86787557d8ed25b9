"""Tables of the report. Import from here."""

from lkjip.laporan.models.isian import IdentitasLaporan, Narasi, TabelBebas
from lkjip.laporan.models.naskah import CatatanNaskah, GambarLaporan
from lkjip.laporan.models.penerbitan import CatatanTahap, HalamanPublik, NikPenandaTangan
from lkjip.laporan.models.penyusunan import PekerjaBerkas, PemintaBerkas, PenyusunanBerkas
from lkjip.laporan.models.tema import TemaLaporan
from lkjip.laporan.models.terbitan import TandaTanganTerbitan, Terbitan, TindakanTandaTangan

__all__ = [
    "CatatanNaskah",
    "CatatanTahap",
    "GambarLaporan",
    "HalamanPublik",
    "IdentitasLaporan",
    "Narasi",
    "NikPenandaTangan",
    "PekerjaBerkas",
    "PemintaBerkas",
    "PenyusunanBerkas",
    "TabelBebas",
    "TandaTanganTerbitan",
    "TemaLaporan",
    "Terbitan",
    "TindakanTandaTangan",
]
