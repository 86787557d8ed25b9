from __future__ import annotations

from tests.pengisian.alamat import Alamat

PELIHAT = frozenset(
    {"perencana", "perencana_unit", "perencana_unit_lain", "verifikator", "kepala", "inspektorat", "pengelola", "admin"}
)
PENGUBAH = frozenset({"perencana", "pengelola", "admin"})

DAFTAR = [
    Alamat("uji_petik"),
    Alamat("unduh_uji_petik", lambda kode: ["xlsx"]),
    Alamat("unggah_uji_petik", status=405, pengirim=PELIHAT),
    Alamat("hasil_uji_petik", status=302),  # without a file, back to the stored claims
    Alamat("unduh_hasil_uji_petik", lambda kode: ["xlsx"], status=302),
    Alamat("simpan_hasil_uji_petik", status=405, pengirim=PENGUBAH),
    Alamat("buang_hasil_uji_petik", status=405, pengirim=PELIHAT),
]
