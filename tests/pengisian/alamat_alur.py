from __future__ import annotations

from tests.pengisian.alamat import Alamat

DAFTAR: list[Alamat] = [Alamat("pengisian")]
