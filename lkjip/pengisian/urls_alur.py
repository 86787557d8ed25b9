"""Addresses of the board, the steps of a quarter, and the rules around them."""

from django.urls import URLPattern, path

from lkjip.pengisian.views import papan

DAFTAR: list[URLPattern] = [
    path("", papan.papan, name="pengisian"),
]
