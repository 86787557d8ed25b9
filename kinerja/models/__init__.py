"""Tables of measurement. One file per subject; import from here."""

from kinerja.models.analisis import Analisis
from kinerja.models.metode import MetodePengukuran, Skala
from kinerja.models.realisasi import KinerjaTriwulan, Komponen, Pembanding, RealisasiTahunan
from kinerja.models.sakip import Lke, Rekomendasi, Sakip

__all__ = [
    "Analisis",
    "KinerjaTriwulan",
    "Komponen",
    "Lke",
    "MetodePengukuran",
    "Pembanding",
    "RealisasiTahunan",
    "Rekomendasi",
    "Sakip",
    "Skala",
]
