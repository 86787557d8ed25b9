"""The addresses of the sheet; `test_lembar_halaman.py` walks those of the evaluators, which no year holds."""

from __future__ import annotations

from collections.abc import Callable

from kinerja.data_evaluasi import AsalEvaluasi, TahapEvaluasi, TingkatIsian
from kinerja.models import Evaluasi
from kinerja.services_skema import pastikan_skema
from renstra.models import Instansi
from tests.pengisian.alamat import Alamat
from tests.situs.pemeran import TAHUN

# Who assesses for the agency: neither its head nor an admin, nor a perencana of one unit.
PENILAI = frozenset({"perencana", "verifikator"})


def evaluasi_terbuka(kode: str) -> Evaluasi:
    """The evaluation of the year of the access tests, in the stage in which an agency assesses itself; made anew
    where another test has led it on.
    """
    baru = {
        "skema": pastikan_skema("permenpan88_2021"), "tingkat": TingkatIsian.SUBKOMPONEN,
        "asal": AsalEvaluasi.DIKERJAKAN, "tahap": TahapEvaluasi.PENILAIAN,
    }  # fmt: skip
    instansi = Instansi.objects.get(kode=kode)
    Evaluasi.objects.filter(instansi=instansi, tahun=TAHUN).exclude(tahap=TahapEvaluasi.PENILAIAN).delete()
    return Evaluasi.objects.get_or_create(instansi=instansi, tahun=TAHUN, defaults=baru)[0]


def _buka(*lain: object) -> Callable[[str], list[object]]:
    def argumen(kode: str) -> list[object]:
        evaluasi_terbuka(kode)
        return list(lain)

    return argumen


DAFTAR = (
    Alamat("penilaian_mandiri", _buka(), pengirim=PENILAI),
    Alamat("komponen_mandiri", _buka(2), pengirim=PENILAI),
    Alamat("simpan_mandiri", _buka(), status=405, pengirim=PENILAI),
    Alamat("tambah_bukti_mandiri", _buka(), status=405, pengirim=PENILAI),
    Alamat("hapus_bukti_mandiri", _buka(1), status=405, pengirim=PENILAI),
    Alamat("urungkan_mandiri", _buka(), status=405, pengirim=PENILAI),
    Alamat("kirim_mandiri", _buka(), pembaca=PENILAI, pengirim=PENILAI),
)
DI_LUAR_TAHUN = {
    *("lembar_evaluasi", "komponen_lembar", "simpan_lembar"),
    *("tambah_bukti_lembar", "hapus_bukti_lembar", "urungkan_lembar"),
}
