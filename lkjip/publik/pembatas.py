"""How often one address may ask. Counted in the cache: with the default cache each process of the site for itself."""

from __future__ import annotations

import hashlib

from django.conf import settings
from django.core.cache import cache


def boleh_bertanya(alamat: str) -> bool:
    """Counts this question. After VERIFIKASI_MAKS of them an address waits until VERIFIKASI_MENIT are over."""
    kunci = "verifikasi-" + hashlib.sha256(alamat.encode(errors="replace")).hexdigest()
    detik = settings.VERIFIKASI_MENIT * 60
    if cache.add(kunci, 1, detik):
        return True
    try:
        return cache.incr(kunci) <= int(settings.VERIFIKASI_MAKS)
    except ValueError:  # it has run out just now
        cache.set(kunci, 1, detik)
        return True
