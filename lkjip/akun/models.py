"""Users. Which agency a user may see is not known here (`renstra/akses.py`)."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models

from lkjip.riwayat.models import ModelTeraudit


class Pengguna(ModelTeraudit, AbstractUser):
    """A person who logs in. Indonesian names have no first and last part, so there is one `nama`."""

    RIWAYAT_KECUALI: ClassVar[frozenset[str]] = frozenset({"password", "last_login"})
    REQUIRED_FIELDS = ["nama"]

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    nama = models.CharField("nama lengkap", max_length=200)
    email = models.EmailField("alamat email", blank=True)
    jabatan = models.CharField("jabatan", max_length=200, blank=True, default="")
    nip = models.CharField("NIP", max_length=30, blank=True, default="")

    class Meta:
        verbose_name = "pengguna"
        verbose_name_plural = "pengguna"
        ordering = ["nama", "username"]

    def __str__(self) -> str:
        return self.nama or self.username

    def get_full_name(self) -> str:
        return self.nama

    def get_short_name(self) -> str:
        return self.nama
