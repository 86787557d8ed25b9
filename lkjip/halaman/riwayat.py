"""How the history speaks: ways of writing, kinds of rows, in words. Pure."""

from __future__ import annotations

_JALAN = {
    "": "langsung di basis data",
    "halaman": "halaman pengisian",
    "tempel": "tempelan dari Excel",
    "impor": "impor buku kerja",
    "impor anggaran": "impor berkas anggaran",
    "analisis": "isian analisis",
    "bukti": "bukti dukung",
    "naskah": "halaman naskah",
    "komponen": "isian komponen",
    "langkah": "langkah pengisian",
    "pejabat": "halaman pejabat",
    "profil": "halaman profil instansi",
    "pengguna": "halaman pengguna",
    "admin": "halaman admin",
    "perintah": "perintah di server",
}
NAMA_JENIS = {
    "indikator": "Indikator",
    "anggaran": "Anggaran",
    "analisis": "Analisis",
    "bukti": "Bukti dukung",
    "langkah": "Langkah dan catatan",
}


def nama_jalan(jalur: str) -> str:
    """The way of a change in words; a way that has no words of its own is named as it was recorded."""
    return _JALAN.get(jalur, jalur)
