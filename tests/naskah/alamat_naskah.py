from __future__ import annotations

from tests.pengisian.alamat import Alamat

DAFTAR = [
    Alamat("naskah"),
]
