from __future__ import annotations

from tests.pengisian.alamat import PENGISI_I1, Alamat

DAFTAR: list[Alamat] = [
    Alamat("isi_triwulan", lambda kode: [3], pengirim=PENGISI_I1),
    Alamat("simpan_isian", lambda kode: [3], status=405, pengirim=PENGISI_I1),
    Alamat("tempel_isian", lambda kode: [3], pengirim=PENGISI_I1),
]
