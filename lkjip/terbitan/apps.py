from django.apps import AppConfig


class TerbitanConfig(AppConfig):
    name = "lkjip.terbitan"
    verbose_name = "Penerbitan"
