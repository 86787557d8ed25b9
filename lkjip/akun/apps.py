from django.apps import AppConfig


class AkunConfig(AppConfig):
    name = "lkjip.akun"
    verbose_name = "Pengguna"
