"""Addresses of the evaluation's way: those of an agency-year, and those that no year holds (test_akses_alur.py)."""

from __future__ import annotations

from kinerja.models import Evaluasi, SkemaEvaluasi
from kinerja.services_skema import pastikan_skema
from lkjip.riwayat.services import konteks_riwayat
from renstra.models import Instansi
from tests.pengisian.alamat import Alamat
from tests.situs.pemeran import TAHUN

# Who replies for the agency: an admin does not, nor a perencana of one unit.
PENANGGAP = frozenset({"perencana", "verifikator", "kepala"})


def evaluasi_tanggapan(kode: str) -> Evaluasi:
    """An evaluation that waits for the reply of its agency; put back where an earlier call has sent it."""
    instansi = Instansi.objects.get(kode=kode)
    skema: SkemaEvaluasi = pastikan_skema("permenpan88_2021")
    with konteks_riwayat(jalur="uji"):
        Evaluasi.objects.filter(instansi=instansi, tahun=TAHUN).delete()
        return Evaluasi.objects.create(
            instansi=instansi, tahun=TAHUN, skema=skema, tingkat="subkomponen", asal="dikerjakan", tahap="tanggapan"
        )


def _buka(kode: str) -> list[object]:
    evaluasi_tanggapan(kode)
    return []


DAFTAR: list[Alamat] = [
    Alamat("evaluasi_instansi"),
    Alamat("simpan_tanggapan", _buka, status=405, pengirim=PENANGGAP),
    Alamat("kirim_tanggapan", _buka, status=405, pengirim=PENANGGAP),
]
DI_LUAR_TAHUN = {
    *("meja_evaluasi", "buka_evaluasi", "rekam_hasil", "tempel_hasil", "pengaturan_evaluasi"),
    *("evaluasi", "langkah_evaluasi", "terbitkan_evaluasi", "tim_evaluasi", "tugas_evaluasi"),
    *("ubah_rekaman", "hapus_rekaman"),
}
