from django.apps import AppConfig


class RiwayatConfig(AppConfig):
    name = "lkjip.riwayat"
    verbose_name = "Riwayat perubahan"
