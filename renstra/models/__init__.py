"""Tables of planning. One file per subject; import from here."""

from renstra.models.indikator import Indikator, TargetTahunan
from renstra.models.instansi import Instansi, Pemda
from renstra.models.penugasan import Penugasan, Peran
from renstra.models.perjanjian import Perjanjian
from renstra.models.rencana import Misi, Sasaran, Tujuan
from renstra.models.tahun import MilikTahun, Renstra, TahunKinerja
from renstra.models.unit import SebutanUnit, UnitKerja, UnitPenugasan

__all__ = [
    "Indikator",
    "Instansi",
    "MilikTahun",
    "Misi",
    "Pemda",
    "Penugasan",
    "Peran",
    "Perjanjian",
    "Renstra",
    "Sasaran",
    "SebutanUnit",
    "TahunKinerja",
    "TargetTahunan",
    "Tujuan",
    "UnitKerja",
    "UnitPenugasan",
]
