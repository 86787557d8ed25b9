"""The admin site: for superusers only, and without the pages of Django's groups, which nothing here reads."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest


class SitusAdministrasi(admin.AdminSite):
    """Access to an agency's data is decided by Penugasan (`renstra/akses.py`); `is_staff` alone opens nothing here."""

    site_header = "Administrasi LKjIP"
    site_title = "Administrasi LKjIP"
    index_title = "Data dan pengguna"
    site_url = "/"

    def has_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.is_active and request.user.is_superuser)
