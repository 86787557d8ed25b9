from __future__ import annotations

from tests.pengisian.alamat import Alamat
from tests.perencanaan.alamat import PENGUBAH


def _ruas(kode: str) -> list[object]:
    return ["bab4.kesimpulan"]


def _kirim(nama: str) -> Alamat:
    return Alamat(nama, _ruas, status=405, pengirim=PENGUBAH)


DAFTAR = [
    Alamat("naskah"),
    Alamat("sebutan_naskah"),
    Alamat("naskah_ruas", _ruas),
    Alamat("riwayat_naskah", _ruas),
    _kirim("pratinjau_naskah"),
    _kirim("simpan_naskah"),
    _kirim("ambil_alih_naskah"),
    _kirim("kembalikan_naskah"),
    _kirim("naskah_diperiksa"),
    _kirim("pulihkan_naskah"),
]
