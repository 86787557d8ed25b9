"""System check: every audited table has its triggers, as the models of today ask for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import connections

from lkjip.riwayat.pemicu import daftar_usang


@register(Tags.database)
def periksa_pemicu(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """A warning and no error, because `migrate` itself runs the checks before it installs the triggers."""
    return [
        Warning(
            f"Pemicu riwayat belum sesuai pada basis data '{nama}': {', '.join(usang)}.",
            hint="Jalankan `manage.py migrate`.",
            id="riwayat.W001",
        )
        for nama in databases or []
        if (usang := daftar_usang(connections[nama]))
    ]
