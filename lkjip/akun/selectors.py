"""Everything read about users."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from lkjip.akun.models import Pengguna


def ambil_pengguna(username: str) -> Pengguna | None:
    return Pengguna.objects.filter(username=username).first()


def nama_lengkap(daftar_username: Iterable[str]) -> dict[str, str]:
    """Full names per log-in name, for those who have one: log-in names are often mere numbers (NIP). One query."""
    dicari = set(daftar_username) - {""}
    if not dicari:
        return {}
    return dict(Pengguna.objects.filter(username__in=dicari).exclude(nama="").values_list("username", "nama"))


def daftar_pemulih(siapa: str) -> list[Pengguna]:
    """Active users with a password and an e-mail address whom this username or address names."""
    teks = siapa.strip()
    if not teks:
        return []
    aktif = Pengguna.objects.filter(is_active=True).exclude(email="")
    return [p for p in aktif.filter(Q(username=teks) | Q(email__iexact=teks)) if p.has_usable_password()]
