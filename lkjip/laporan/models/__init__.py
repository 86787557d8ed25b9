"""Tables of the report. Import from here."""

from lkjip.laporan.models.isian import IdentitasLaporan, Narasi, TabelBebas

__all__ = ["IdentitasLaporan", "Narasi", "TabelBebas"]
