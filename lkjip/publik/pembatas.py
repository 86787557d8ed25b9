"""How often one address may ask. Counted in the cache: with the default cache each process of the site for itself."""

from __future__ import annotations

import hashlib
from ipaddress import IPv6Address, IPv6Network

from django.conf import settings
from django.core.cache import cache

_AWALAN = 64  # bits of an IPv6 address that say whose network it is


def boleh_bertanya(alamat: str) -> bool:
    """Counts this question. After VERIFIKASI_MAKS of them an address waits until VERIFIKASI_MENIT are over."""
    kunci = "verifikasi-" + hashlib.sha256(_tetangga(alamat).encode(errors="replace")).hexdigest()
    detik = settings.VERIFIKASI_MENIT * 60
    if cache.add(kunci, 1, detik):
        return True
    try:
        return cache.incr(kunci) <= int(settings.VERIFIKASI_MAKS)
    except ValueError:  # it has run out just now
        cache.set(kunci, 1, detik)
        return True


def _tetangga(alamat: str) -> str:
    """One household or office has 2^64 addresses of IPv6: they count as one."""
    try:
        luas = IPv6Address(alamat)
    except ValueError:
        return alamat
    return str(luas.ipv4_mapped or IPv6Network((luas, _AWALAN), strict=False))
