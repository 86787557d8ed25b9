"""Whoever may change anything of the agency may send. A perencana whose units answer for no budget row changes nothing
by it, but is answered: 403 is for fields of rows that are somebody else's (test_anggaran_halaman.py)."""

from __future__ import annotations

from tests.pengisian.alamat import PENGISI, Alamat

PENGISI_UANG = PENGISI | {"perencana_unit", "perencana_unit_lain"}


def _alamat(nama: str, status: int = 200) -> Alamat:
    return Alamat(nama, lambda kode: [3], status=status, pengirim=PENGISI_UANG)


DAFTAR: list[Alamat] = [
    _alamat("isi_anggaran"),
    _alamat("simpan_uang", 405),
    _alamat("tempel_uang"),
    _alamat("unggah_anggaran"),
    _alamat("cocokkan_anggaran", 302),  # without a file: back to the upload
    _alamat("periksa_anggaran", 302),
]
