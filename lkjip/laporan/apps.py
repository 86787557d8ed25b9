from django.apps import AppConfig


class LaporanConfig(AppConfig):
    name = "lkjip.laporan"
    verbose_name = "Isi laporan"
