from django.apps import AppConfig


class PenyusunanConfig(AppConfig):
    name = "lkjip.penyusunan"
    verbose_name = "Penyusunan berkas"
