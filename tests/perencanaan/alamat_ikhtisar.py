from __future__ import annotations

from tests.pengisian.alamat import Alamat

DAFTAR = [Alamat("perencanaan")]
DI_LUAR_TAHUN = {"urungkan"}
