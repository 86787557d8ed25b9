"""Guessing passwords is slowed down: after some wrong ones, a name cannot log in from that address for a while.

Counted per name and address, so that nobody can lock a colleague out from elsewhere. The counts live in the cache;
with the default cache (memory), each process of the web server counts for itself.
"""

from __future__ import annotations

import hashlib

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest


def alamat_penanya(request: HttpRequest | None) -> str:
    """Where the request comes from, as the server sees it, or the outermost of its LKJIP_PROKSI own proxies.

    Each proxy adds at the right end of X-Forwarded-For from whom it got the request; what stands to the left of those
    entries anybody may have written, so it is not looked at.
    """
    if request is None:
        return ""
    lewat = [satu.strip() for satu in request.headers.get("X-Forwarded-For", "").split(",") if satu.strip()]
    if settings.PROKSI and len(lewat) >= settings.PROKSI:
        return lewat[-settings.PROKSI]
    return str(request.META.get("REMOTE_ADDR", ""))


def _kunci(nama: str, alamat: str) -> str:
    """Cache keys are plain and short; a name typed at log-in is neither."""
    return "gagal-masuk-" + hashlib.sha256(f"{nama.casefold().strip()}\n{alamat}".encode(errors="replace")).hexdigest()


def harus_menunggu(nama: str, alamat: str) -> bool:
    return int(cache.get(_kunci(nama, alamat), 0)) >= settings.GAGAL_MASUK_MAKS


def catat_gagal(nama: str, alamat: str) -> None:
    """One more wrong password. The wait is counted from the first of them and, when it is full, from the last."""
    kunci, detik = _kunci(nama, alamat), settings.GAGAL_MASUK_MENIT * 60
    if cache.add(kunci, 1, detik):
        return
    try:
        banyak = cache.incr(kunci)
    except ValueError:  # it has run out just now
        cache.set(kunci, 1, detik)
        return
    if banyak >= settings.GAGAL_MASUK_MAKS:
        cache.touch(kunci, detik)


def lupakan(nama: str, alamat: str) -> None:
    """The right password: what was mistyped before no longer counts."""
    cache.delete(_kunci(nama, alamat))
