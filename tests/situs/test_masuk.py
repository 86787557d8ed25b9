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


def _berkali(client: Client, kali: int, kepala: dict[str, str] | None = None) -> str:
    isian, isi = {"username": "perencana", "password": "keliru"}, ""
    for _ in range(kali):
        isi = client.post(reverse("masuk"), isian, headers=kepala).content.decode()
    return isi


def test_sandi_salah_terlalu_sering_harus_menunggu_walau_kemudian_benar(client: Client) -> None:
    assert "Terlalu banyak" not in _berkali(client, 5)
    jawaban = _masuk(client)
    assert "Tunggu 15 menit" in jawaban.content.decode()
    assert "_auth_user_id" not in client.session
    assert "Tunggu" in client.post(reverse("masuk"), {"username": "PERENCANA ", "password": SANDI}).content.decode()


def test_menunggu_hanya_bagi_nama_dan_alamat_itu(client: Client) -> None:
    _berkali(client, 6)
    assert client.post(reverse("masuk"), {"username": "kepala", "password": SANDI}).status_code == 302
    dari_lain = Client(REMOTE_ADDR="10.1.2.3")
    assert _masuk(dari_lain).status_code == 302


def test_kepala_permintaan_tidak_mengelabui_batas(client: Client) -> None:
    for n in range(5):
        _berkali(client, 1, {"X-Forwarded-For": f"10.0.0.{n}"})
    assert "Tunggu" in _masuk(client).content.decode()


def test_sandi_benar_menghapus_hitungan(client: Client) -> None:
    for _ in range(3):
        _berkali(client, 4)
        assert _masuk(client).status_code == 302
        client.post(reverse("keluar"))


def test_pintu_admin_memakai_halaman_masuk_yang_sama(client: Client) -> None:
    tujuan = reverse("admin:index")
    assert client.get(f"/admin/login/?next={tujuan}").headers["Location"] == f"{reverse('masuk')}?next={tujuan}"
    _masuk(client)
    assert client.get("/admin/", follow=True).status_code == 403


def test_sesi_baru_setelah_masuk(client: Client) -> None:
    client.get(reverse("masuk"))
    tamu = client.session
    tamu["jejak"] = "tamu"
    tamu.save()
    lama = tamu.session_key
    client.cookies["sessionid"] = str(lama)
    _masuk(client)
    assert client.session.session_key != lama
    assert client.cookies["sessionid"]["httponly"]
    assert client.cookies["sessionid"]["samesite"] == "Lax"


def test_ganti_sandi_mengakhiri_sesi_lain(client: Client) -> None:
    lain = Client()
    _masuk(client)
    _masuk(lain)
    isian = {"old_password": SANDI, "new_password1": "gunung-salak-9", "new_password2": "gunung-salak-9"}
    client.post(reverse("ganti_sandi"), isian)
    assert client.get(reverse("beranda")).status_code == 200
    assert lain.get(reverse("beranda")).status_code == 302


def test_ganti_sandi_berlaku_dan_sandi_lama_salah_ditolak(client: Client) -> None:
    _masuk(client)
    isian = {"old_password": "bukan", "new_password1": "gunung-salak-9", "new_password2": "gunung-salak-9"}
    assert "Kata sandi lama tidak sesuai." in client.post(reverse("ganti_sandi"), isian).content.decode()
    assert client.post(reverse("ganti_sandi"), {**isian, "old_password": SANDI}).status_code == 302
    client.post(reverse("keluar"))
    assert _masuk(client, "gunung-salak-9").status_code == 302
