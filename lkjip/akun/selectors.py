"""Everything read about users."""

from __future__ import annotations

from lkjip.akun.models import Pengguna


def ambil_pengguna(username: str) -> Pengguna | None:
    return Pengguna.objects.filter(username=username).first()
