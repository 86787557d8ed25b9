"""Tables of money. One file per subject; import from here."""

from anggaran.models.anggaran import Anggaran, IndikatorAnggaran, Penunjang, RealisasiAnggaran
from anggaran.models.belanja import Belanja

__all__ = ["Anggaran", "Belanja", "IndikatorAnggaran", "Penunjang", "RealisasiAnggaran"]
