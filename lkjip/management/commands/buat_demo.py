"""`manage.py buat_demo`: one log-in a role, for trying the system. Never on a real server."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from lkjip.services import save_akun_demo

SANDI_DEMO = "demo-lkjip-2024"


class Command(BaseCommand):
    help = "Membuat akun percobaan untuk setiap peran. Hanya untuk mode pengembangan (LKJIP_DEBUG=ya)."

    def handle(self, *args: Any, **pilihan: Any) -> None:
        if not settings.DEBUG:
            raise CommandError(
                "Akun demo memakai sandi yang diketahui umum, jadi tidak dibuat di server. "
                "Buat pengguna lewat halaman admin."
            )
        daftar = save_akun_demo(sandi=SANDI_DEMO)
        self.stdout.write(f"Akun percobaan siap; sandi semuanya: {SANDI_DEMO}\n\n")
        lebar = max(len(akun.nama_masuk) for akun in daftar)
        for akun in daftar:
            self.stdout.write(f"  {akun.nama_masuk:<{lebar}}  {akun.peran}, {akun.lingkup}")
