"""The roof as a Django application."""

from django.apps import AppConfig


class LkjipConfig(AppConfig):
    name = "lkjip"
    verbose_name = "LKjIP"

    def ready(self) -> None:
        from lkjip import checks  # noqa: F401  (importing registers them)
