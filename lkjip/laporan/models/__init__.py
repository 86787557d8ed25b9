"""Tables of the report. Import from here."""

from lkjip.laporan.models.isian import IdentitasLaporan, Narasi, TabelBebas
from lkjip.laporan.models.naskah import CatatanNaskah, GambarLaporan
from lkjip.laporan.models.penyusunan import PekerjaBerkas, PemintaBerkas, PenyusunanBerkas
from lkjip.laporan.models.tema import TemaLaporan

__all__ = [
    "CatatanNaskah",
    "GambarLaporan",
    "IdentitasLaporan",
    "Narasi",
    "PekerjaBerkas",
    "PemintaBerkas",
    "PenyusunanBerkas",
    "TabelBebas",
    "TemaLaporan",
]
