"""Where the files of frozen versions lie: by their SHA-256, never changed, never removed; none is served changed."""

from __future__ import annotations

import hashlib

from renstra.simpanan_berkas import SimpananSidik

_SIMPANAN = SimpananSidik("terbitan")


class BerkasRusak(Exception):
    """The stored file is gone or no longer what was stored."""


def simpan_berkas(isi: bytes) -> str:
    """Keep the file for ever and say under which SHA-256."""
    return _SIMPANAN.simpan(isi)


def baca_berkas(sidik: str) -> bytes:
    """The file, byte by byte as it was stored. Raises BerkasRusak."""
    isi = _SIMPANAN.baca(sidik)
    if isi is None:
        raise BerkasRusak(f"berkas {sidik} tidak ada")
    if hashlib.sha256(isi).hexdigest() != sidik:
        raise BerkasRusak(f"berkas {sidik} berubah")
    return isi
