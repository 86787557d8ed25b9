from __future__ import annotations

from renstra.models import Sasaran
from tests.pengisian.alamat import Alamat, pk_indikator
from tests.perencanaan.alamat import PENGUBAH


def _sasaran(kode: str) -> int:
    return Sasaran.objects.get(renstra__instansi__kode=kode, kode="S1").pk


DAFTAR = [
    Alamat("renstra"),
    Alamat("susun_renstra", status=405, pengirim=PENGUBAH),
    Alamat("tambah_rencana", lambda kode: ["sasaran"], pengirim=PENGUBAH),
    Alamat("ubah_rencana", lambda kode: ["sasaran", _sasaran(kode)], pengirim=PENGUBAH),
    Alamat("hapus_rencana", lambda kode: ["sasaran", _sasaran(kode)], pengirim=PENGUBAH),
    Alamat("indikator_baru", pengirim=PENGUBAH),
    Alamat("indikator_rencana", lambda kode: [pk_indikator(kode)], pengirim=PENGUBAH),
    Alamat("target_renstra", pengirim=PENGUBAH),
    Alamat("simpan_target_renstra", status=405, pengirim=PENGUBAH),
    Alamat("tempel_target_renstra", pengirim=PENGUBAH),
    Alamat("target_ke_kanan", status=405, pengirim=PENGUBAH),
    Alamat("identitas_tahun", pengirim=PENGUBAH),
]
