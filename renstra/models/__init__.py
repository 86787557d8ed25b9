"""Tables of planning. One file per subject; import from here."""

from renstra.models.indikator import Indikator, TargetTahunan
from renstra.models.instansi import Instansi, Pemda
from renstra.models.lembar_perjanjian import LembarPerjanjian
from renstra.models.pejabat import Pejabat
from renstra.models.penugasan import Penugasan, Peran
from renstra.models.perjanjian import Perjanjian
from renstra.models.rencana import Misi, Sasaran, Tujuan
from renstra.models.rincian import PendahuluIndikator, RincianIndikator
from renstra.models.tahun import MilikTahun, Renstra, TahunKinerja
from renstra.models.unit import SebutanUnit, UnitKerja, UnitPenugasan

__all__ = [
    "Indikator",
    "Instansi",
    "LembarPerjanjian",
    "MilikTahun",
    "Misi",
    "Pejabat",
    "Pemda",
    "PendahuluIndikator",
    "Penugasan",
    "Peran",
    "Perjanjian",
    "Renstra",
    "RincianIndikator",
    "Sasaran",
    "SebutanUnit",
    "TahunKinerja",
    "TargetTahunan",
    "Tujuan",
    "UnitKerja",
    "UnitPenugasan",
]
