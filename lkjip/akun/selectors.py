"""Everything read about users."""

from __future__ import annotations

from collections.abc import Iterable

from lkjip.akun.models import Pengguna


def ambil_pengguna(username: str) -> Pengguna | None:
    return Pengguna.objects.filter(username=username).first()


def nama_lengkap(daftar_username: Iterable[str]) -> dict[str, str]:
    """Full names per log-in name, for those who have one: log-in names are often mere numbers (NIP). One query."""
    dicari = set(daftar_username) - {""}
    if not dicari:
        return {}
    return dict(Pengguna.objects.filter(username__in=dicari).exclude(nama="").values_list("username", "nama"))
