from __future__ import annotations

from tests.pengisian.alamat import Alamat
from tests.perencanaan.alamat import PENGUBAH

DAFTAR = [
    Alamat("versi_renstra", pengirim=PENGUBAH),
    Alamat("banding_renstra"),
    Alamat("daftar_sejarah", pengirim=PENGUBAH),
    Alamat("sejarah_indikator", argumen=lambda kode: ["I1"], pengirim=PENGUBAH),
    Alamat("realisasi_lalu", pengirim=PENGUBAH),
    Alamat("hapus_tahun", pengirim=PENGUBAH),
]
DI_LUAR_TAHUN = {"tahun_baru"}  # tests/perencanaan/test_tahun_halaman.py
