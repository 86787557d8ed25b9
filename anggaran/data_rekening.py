"""Account codes of spending by kind (Permendagri 90/2019): kelompok and jenis of belanja. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

NAMA_REKENING: Mapping[str, str] = {
    "5.1": "Belanja Operasi",
    "5.1.01": "Belanja Pegawai",
    "5.1.02": "Belanja Barang dan Jasa",
    "5.1.03": "Belanja Bunga",
    "5.1.04": "Belanja Subsidi",
    "5.1.05": "Belanja Hibah",
    "5.1.06": "Belanja Bantuan Sosial",
    "5.2": "Belanja Modal",
    "5.2.01": "Belanja Modal Tanah",
    "5.2.02": "Belanja Modal Peralatan dan Mesin",
    "5.2.03": "Belanja Modal Gedung dan Bangunan",
    "5.2.04": "Belanja Modal Jalan, Jaringan, dan Irigasi",
    "5.2.05": "Belanja Modal Aset Tetap Lainnya",
    "5.2.06": "Belanja Modal Aset Lainnya",
    "5.3": "Belanja Tidak Terduga",
    "5.4": "Belanja Transfer",
    "5.4.01": "Belanja Bagi Hasil",
    "5.4.02": "Belanja Bantuan Keuangan",
}
_REKENING = re.compile(r"5\.[1-4](\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{2,5})?)?)?)?")
_DI_BELAKANG = re.compile(r"(?P<depan>[0-9]\.[0-9]{2}\.[0-9.]+)\.(?P<akun>5\.[1-4](\.[0-9]{2,5})*)")


def rekening(kode: str) -> str:
    """The account that a kode of a budget form names, also behind the kode of its subkegiatan; '' where none."""
    if not kode.isascii():
        return ""
    if _REKENING.fullmatch(kode):
        return kode
    cocok = _DI_BELAKANG.fullmatch(kode)
    return cocok["akun"] if cocok and _REKENING.fullmatch(cocok["akun"]) else ""


def jenis_rekening(akun: str) -> str:
    """The jenis (`5.1.02`) that an account belongs to, or the kelompok where it is written no deeper."""
    return ".".join(akun.split(".")[:3])


def induk_rekening(kode: str) -> str:
    """The kelompok of a jenis; '' for a kelompok, and for a kode that is no account."""
    return kode.rpartition(".")[0] if kode in NAMA_REKENING and kode.count(".") == 2 else ""
