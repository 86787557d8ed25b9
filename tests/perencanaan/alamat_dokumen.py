from __future__ import annotations

from tests.pengisian.alamat import Alamat
from tests.perencanaan.alamat import PENGUBAH

_KEPALA = ["perubahan", 0]
DAFTAR = [
    Alamat("perjanjian_kinerja", pengirim=PENGUBAH),
    Alamat("simpan_perjanjian", status=405, pengirim=PENGUBAH),
    Alamat("tempel_perjanjian", pengirim=PENGUBAH, pembaca=PENGUBAH),
    Alamat("salin_perjanjian", lambda kode: ["murni"], pengirim=PENGUBAH, pembaca=PENGUBAH),
    Alamat("lembar_perjanjian", lambda kode: [*_KEPALA], pengirim=PENGUBAH),
    Alamat("unduh_perjanjian", lambda kode: [*_KEPALA, "docx"]),
    Alamat("rencana_aksi", pengirim=PENGUBAH),
    Alamat("simpan_rencana_aksi", status=405, pengirim=PENGUBAH),
    Alamat("tempel_rencana_aksi", pengirim=PENGUBAH, pembaca=PENGUBAH),
    Alamat("unduh_rencana_aksi", lambda kode: ["docx"]),
    Alamat("iku"),
    Alamat("unduh_iku", lambda kode: ["docx"]),
]
