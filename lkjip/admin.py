"""Titles of the admin site."""

from __future__ import annotations

from django.contrib import admin

admin.site.site_header = "Administrasi LKjIP"
admin.site.site_title = "Administrasi LKjIP"
admin.site.index_title = "Data dan pengguna"
admin.site.site_url = "/"
