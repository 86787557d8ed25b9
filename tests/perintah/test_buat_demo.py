"""`manage.py buat_demo`: a log-in for every role, repeatable, never on a server."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from lkjip.akun.models import Pengguna
from lkjip.management.commands.buat_demo import SANDI_DEMO
from renstra.models import Penugasan, Peran

pytestmark = pytest.mark.django_db


def _jalankan() -> str:
    keluaran = StringIO()
    call_command("buat_demo", stdout=keluaran)
    return keluaran.getvalue()


def test_membuat_satu_akun_untuk_setiap_peran_dan_mencetak_sandi(settings: Settings) -> None:
    settings.DEBUG = True
    keluaran = _jalankan()
    assert SANDI_DEMO in keluaran
    assert set(Penugasan.objects.values_list("peran", flat=True)) == set(Peran.values)
    assert Pengguna.objects.get(username="kepala").check_password(SANDI_DEMO)


def test_dapat_diulang(settings: Settings) -> None:
    settings.DEBUG = True
    _jalankan()
    sebelum = (Pengguna.objects.count(), Penugasan.objects.count())
    _jalankan()
    assert (Pengguna.objects.count(), Penugasan.objects.count()) == sebelum


def test_menolak_di_server(settings: Settings) -> None:
    settings.DEBUG = False
    with pytest.raises(CommandError, match="tidak dibuat di server"):
        _jalankan()
    assert not Pengguna.objects.exists()
