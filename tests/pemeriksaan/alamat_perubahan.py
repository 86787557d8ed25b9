from __future__ import annotations

from tests.pengisian.alamat import Alamat

PEMBERI = frozenset({"perencana", "kepala", "pengelola", "admin"})

DAFTAR = [
    Alamat("perubahan_terlambat"),
    Alamat("unduh_perubahan"),
    Alamat("alasan_perubahan", status=405, pengirim=PEMBERI),
]
