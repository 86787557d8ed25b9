"""The budget's pages. A row, a row of spending and a version are made for each agency when its address is asked for."""

from __future__ import annotations

from anggaran.models import Anggaran, Belanja, RevisiAnggaran
from renstra.models import TahunKinerja
from tests.pengisian.alamat import Alamat
from tests.perencanaan.alamat import PENGUBAH
from tests.situs.pemeran import TAHUN


def _tahun(kode: str) -> TahunKinerja:
    return TahunKinerja.objects.get(instansi__kode=kode, tahun=TAHUN)


def _baris(kode: str) -> list[object]:
    return [Anggaran.objects.get_or_create(tahun_kinerja=_tahun(kode), kode="1", defaults={"urutan": 1})[0].pk]


def _belanja(kode: str) -> list[object]:
    return [Belanja.objects.get_or_create(tahun_kinerja=_tahun(kode), kode="5.1", tahun=TAHUN)[0].pk]


def _revisi(kode: str) -> list[object]:
    return [RevisiAnggaran.objects.get_or_create(tahun_kinerja=_tahun(kode), nama="DPA", versi="murni")[0].pk]


DAFTAR = [
    Alamat("anggaran_rencana", pengirim=PENGUBAH),
    Alamat("simpan_anggaran_rencana", status=405, pengirim=PENGUBAH),
    Alamat("tempel_anggaran_rencana", pengirim=PENGUBAH),
    Alamat("tambah_anggaran_rencana", pengirim=PENGUBAH),
    Alamat("baris_anggaran_rencana", _baris, pengirim=PENGUBAH),
    Alamat("kaitan_anggaran_rencana", _baris, status=405, pengirim=PENGUBAH),
    Alamat("pindah_anggaran_rencana", _baris, status=405, pengirim=PENGUBAH),
    Alamat("urutkan_anggaran_rencana", _baris, status=405, pengirim=PENGUBAH),
    Alamat("hapus_anggaran_rencana", _baris, pengirim=PENGUBAH),
    Alamat("belanja_rencana", pengirim=PENGUBAH),
    Alamat("simpan_belanja_rencana", status=405, pengirim=PENGUBAH),
    Alamat("tempel_belanja_rencana", pengirim=PENGUBAH),
    Alamat("tambah_belanja_rencana", status=405, pengirim=PENGUBAH),
    Alamat("hapus_belanja_rencana", _belanja, pengirim=PENGUBAH),
    Alamat("revisi_anggaran", pengirim=PENGUBAH),
    Alamat("ubah_revisi_anggaran", _revisi, pengirim=PENGUBAH),
    Alamat("hapus_revisi_anggaran", _revisi, status=405, pengirim=PENGUBAH),
    Alamat("unggah_dpa", pengirim=PENGUBAH),
    Alamat("cocokkan_dpa", status=302, pengirim=PENGUBAH),  # without a file: back to the upload
    Alamat("periksa_dpa", status=302, pengirim=PENGUBAH),
]
