from django.apps import AppConfig


class PemeriksaanConfig(AppConfig):
    name = "lkjip.pemeriksaan"
    verbose_name = "Pemeriksaan"
