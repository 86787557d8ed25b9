"""Tables of the report. Import from here."""

from lkjip.laporan.models.isian import IdentitasLaporan, Narasi, TabelBebas
from lkjip.laporan.models.naskah import CatatanNaskah, GambarLaporan
from lkjip.laporan.models.tema import TemaLaporan

__all__ = ["CatatanNaskah", "GambarLaporan", "IdentitasLaporan", "Narasi", "TabelBebas", "TemaLaporan"]
