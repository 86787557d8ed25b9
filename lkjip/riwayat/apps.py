from django.apps import AppConfig


class RiwayatConfig(AppConfig):
    name = "lkjip.riwayat"
    verbose_name = "Riwayat perubahan"

    def ready(self) -> None:
        from lkjip.riwayat import periksa  # noqa: F401  registers the system check
