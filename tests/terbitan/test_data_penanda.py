"""Whose certificate is it: names with and without titles, and numbers."""

from __future__ import annotations

import pytest

from lkjip.terbitan.data_penanda import nama_polos, penanda_cocok


@pytest.mark.parametrize(
    ("nama", "polos"),
    [
        ("Dr. H. BUDI  Santoso, S.E., M.Si.", "budi santoso"),
        ("Budi Santoso", "budi santoso"),
        ("A. Yani", "a yani"),
        ("Muh. Fauzi", "muh fauzi"),
        ("Ir. Dr.", "ir dr"),
        ("", ""),
    ],
)
def test_nama_tanpa_gelar(nama: str, polos: str) -> None:
    assert nama_polos(nama) == polos


def test_penanda_tangan_dikenali_dari_nama_atau_nomornya() -> None:
    cocok = {"nama": "Drs. Budi Santoso, M.Si.", "nip": "19700101 199503 1 001"}
    assert penanda_cocok("BUDI SANTOSO", "", **cocok)
    assert penanda_cocok("B. Santoso", "197001011995031001", **cocok)
    assert penanda_cocok("B. Santoso", "6472010101700001", nik="6472010101700001", **cocok)
    assert not penanda_cocok("Citra Lestari", "6472010101700001", nik="6472010101700001", **cocok)
    assert not penanda_cocok("B. Santoso", "", **cocok)
    assert not penanda_cocok("", "000000000000000000", nama="", nip="0" * 18)
    assert not penanda_cocok("Citra Lestari", "1", nama="Budi Santoso", nip="1")


@pytest.mark.parametrize(("pengenal", "nik"), [("198001012005011002", ""), ("6472010101800002", "6472010101700001")])
def test_nama_yang_sama_dengan_nomor_orang_lain_ditolak(pengenal: str, nik: str) -> None:
    assert not penanda_cocok("Budi Santoso", pengenal, nama="Budi Santoso", nip="197001011995031001", nik=nik)
