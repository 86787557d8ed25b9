"""Tables of measurement. One file per subject; import from here."""

from kinerja.models.analisis import Analisis, AnalisisTriwulan
from kinerja.models.bukti import BuktiDukung
from kinerja.models.evaluasi import Evaluasi, LangkahEvaluasi, PengaturanEvaluasi, TimEvaluasi
from kinerja.models.lembar_evaluasi import BuktiEvaluasi, CatatanEvaluasi, JawabanEvaluasi, NilaiKomponenEvaluasi
from kinerja.models.metode import MetodePengukuran, Skala
from kinerja.models.pengisian import AturanPengisian, CatatanPengisian, LangkahPengisian, PengisianTriwulan
from kinerja.models.realisasi import KinerjaTriwulan, Komponen, KomponenTriwulan, Pembanding, RealisasiTahunan
from kinerja.models.rekomendasi import RekomendasiEvaluasi, TindakLanjut
from kinerja.models.reviu import CatatanReviu, JawabanPertanyaanReviu, Reviu
from kinerja.models.sakip import Lke, Rekomendasi, Sakip
from kinerja.models.skema import (
    JawabanSkema,
    KomponenSkema,
    KriteriaSkema,
    PredikatSkema,
    SkemaEvaluasi,
    SubkomponenSkema,
)

__all__ = [
    "Analisis",
    "AnalisisTriwulan",
    "AturanPengisian",
    "BuktiDukung",
    "BuktiEvaluasi",
    "CatatanEvaluasi",
    "CatatanPengisian",
    "CatatanReviu",
    "Evaluasi",
    "JawabanEvaluasi",
    "JawabanPertanyaanReviu",
    "JawabanSkema",
    "KinerjaTriwulan",
    "Komponen",
    "KomponenSkema",
    "KomponenTriwulan",
    "KriteriaSkema",
    "LangkahEvaluasi",
    "LangkahPengisian",
    "Lke",
    "MetodePengukuran",
    "NilaiKomponenEvaluasi",
    "Pembanding",
    "PengaturanEvaluasi",
    "PengisianTriwulan",
    "PredikatSkema",
    "RealisasiTahunan",
    "Rekomendasi",
    "RekomendasiEvaluasi",
    "Reviu",
    "Sakip",
    "Skala",
    "SkemaEvaluasi",
    "SubkomponenSkema",
    "TimEvaluasi",
    "TindakLanjut",
]
