"""Tables of measurement. One file per subject; import from here."""

from kinerja.models.analisis import Analisis, AnalisisTriwulan
from kinerja.models.bukti import BuktiDukung
from kinerja.models.metode import MetodePengukuran, Skala
from kinerja.models.pengisian import AturanPengisian, CatatanPengisian, LangkahPengisian, PengisianTriwulan
from kinerja.models.realisasi import KinerjaTriwulan, Komponen, KomponenTriwulan, Pembanding, RealisasiTahunan
from kinerja.models.sakip import Lke, Rekomendasi, Sakip

__all__ = [
    "Analisis",
    "AnalisisTriwulan",
    "AturanPengisian",
    "BuktiDukung",
    "CatatanPengisian",
    "KinerjaTriwulan",
    "Komponen",
    "KomponenTriwulan",
    "LangkahPengisian",
    "Lke",
    "MetodePengukuran",
    "Pembanding",
    "PengisianTriwulan",
    "RealisasiTahunan",
    "Rekomendasi",
    "Sakip",
    "Skala",
]
