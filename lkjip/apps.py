"""The roof as a Django application."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class LkjipConfig(AppConfig):
    name = "lkjip"
    verbose_name = "LKjIP"

    def ready(self) -> None:
        from lkjip import checks  # noqa: F401  (importing registers them)


class AdministrasiConfig(AdminConfig):
    """Django's admin with our site in the place of its own."""

    default_site = "lkjip.admin.SitusAdministrasi"

    def ready(self) -> None:
        super().ready()
        from django.contrib import admin
        from django.contrib.auth.models import Group

        admin.site.unregister(Group)
