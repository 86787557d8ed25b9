from django.apps import AppConfig


class BukuKerjaConfig(AppConfig):
    name = "lkjip.buku_kerja"
    verbose_name = "Buku kerja"
