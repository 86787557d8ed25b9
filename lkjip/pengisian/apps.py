from django.apps import AppConfig


class PengisianConfig(AppConfig):
    name = "lkjip.pengisian"
    verbose_name = "Pengisian triwulan"
