"""Log in, log out, change the password."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from lkjip.akun.models import Pengguna
from tests.situs.pemeran import SANDI

pytestmark = pytest.mark.usefixtures("pemeran")


def _masuk(client: Client, sandi: str = SANDI, lanjut: str = "") -> Any:
    return client.post(reverse("masuk"), {"username": "perencana", "password": sandi, "next": lanjut})


def test_masuk_lalu_ke_beranda(client: Client) -> None:
    assert _masuk(client).headers["Location"] == reverse("beranda")


def test_sandi_salah_dijelaskan_tanpa_membocorkan_nama(client: Client) -> None:
    isi = _masuk(client, "keliru").content.decode()
    assert "Nama pengguna atau kata sandi salah" in isi


def test_pengguna_tidak_aktif_tidak_dapat_masuk(client: Client) -> None:
    Pengguna.objects.filter(username="perencana").update(is_active=False)
    assert _masuk(client).status_code == 200
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("lanjut", ["https://jahat.example/", "//jahat.example/", "javascript:alert(1)"])
def test_alamat_luar_setelah_masuk_tidak_diikuti(client: Client, lanjut: str) -> None:
    assert _masuk(client, lanjut=lanjut).headers["Location"] == reverse("beranda")


def test_alamat_sendiri_setelah_masuk_diikuti(client: Client) -> None:
    assert _masuk(client, lanjut=reverse("daftar_instansi")).headers["Location"] == reverse("daftar_instansi")


def test_keluar_mengakhiri_sesi(client: Client) -> None:
    _masuk(client)
    client.post(reverse("keluar"))
    assert client.get(reverse("beranda")).status_code == 302


def test_ganti_sandi_berlaku_dan_sandi_lama_salah_ditolak(client: Client) -> None:
    _masuk(client)
    isian = {"old_password": "bukan", "new_password1": "gunung-salak-9", "new_password2": "gunung-salak-9"}
    assert "Kata sandi lama tidak sesuai." in client.post(reverse("ganti_sandi"), isian).content.decode()
    assert client.post(reverse("ganti_sandi"), {**isian, "old_password": SANDI}).status_code == 302
    client.post(reverse("keluar"))
    assert _masuk(client, "gunung-salak-9").status_code == 302
