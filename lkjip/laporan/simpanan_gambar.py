"""Where the pictures of the reports lie: each by its SHA-256 below MEDIA_ROOT, equal ones once."""

from __future__ import annotations

from renstra.simpanan_berkas import SimpananSidik

_SIMPANAN = SimpananSidik("gambar-laporan")


def simpan_gambar(isi: bytes) -> str:
    """Keep a re-encoded picture and say under which SHA-256."""
    return _SIMPANAN.simpan(isi)


def baca_gambar(sidik: str) -> bytes:
    """The stored picture; empty where its file is gone."""
    return _SIMPANAN.baca(sidik) or b""
