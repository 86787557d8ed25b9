from __future__ import annotations

from tests.pengisian.alamat import Alamat, pk_indikator

DAFTAR: list[Alamat] = [
    Alamat("riwayat_triwulan", argumen=lambda kode: [4]),
    Alamat("riwayat_nilai", argumen=lambda kode: [4, pk_indikator(kode)]),
]
