"""Tables of money. One file per subject; import from here."""

from anggaran.models.anggaran import Anggaran, IndikatorAnggaran, Penunjang, RealisasiAnggaran
from anggaran.models.belanja import Belanja
from anggaran.models.revisi import PaguRevisi, PorsiAnggaran, RevisiAnggaran

__all__ = [
    "Anggaran",
    "Belanja",
    "IndikatorAnggaran",
    "PaguRevisi",
    "Penunjang",
    "PorsiAnggaran",
    "RealisasiAnggaran",
    "RevisiAnggaran",
]
