"""Addresses outside an agency-year: every role × own, neighbouring and foreign agency or pemda."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.models import AturanPengisian
from lkjip.akun.models import Pengguna
from renstra.models import Instansi, Pemda
from tests.situs.pemeran import ASING, SENDIRI, SEPEMDA
from tests.situs.test_akses import PELIHAT, SEMUA

PENGUBAH = {SENDIRI: {"perencana", "pengelola", "admin"}, SEPEMDA: {"pengelola", "admin"}, ASING: {"admin"}}
PENGELOLA = {SENDIRI: {"pengelola", "admin"}, ASING: {"admin"}}
Pemeran = dict[str, Pengguna]


def _seharusnya(nama: str, pelihat: set[str], boleh: set[str], status: int) -> int:
    return status if nama in boleh else 403 if nama in pelihat else 404


@pytest.mark.parametrize("kode", [SENDIRI, SEPEMDA, ASING])
def test_unit_kerja_menurut_peran_dan_instansi(client: Client, pemeran: Pemeran, kode: str) -> None:
    alamat = reverse("unit_kerja", args=[kode])
    for nama in SEMUA:
        client.force_login(pemeran[nama])
        assert client.get(alamat).status_code == _seharusnya(nama, PELIHAT[kode], PENGUBAH[kode], 200), nama
        assert client.post(alamat).status_code == _seharusnya(nama, PELIHAT[kode], PENGUBAH[kode], 422), nama


@pytest.mark.parametrize("kode", [SENDIRI, ASING])
def test_aturan_pengisian_menurut_peran_dan_pemda(client: Client, pemeran: Pemeran, kode: str) -> None:
    pemda = Instansi.objects.get(kode=kode).pemda_id
    alamat = reverse("aturan_pengisian", args=[pemda])
    pelihat = PELIHAT[kode]
    for nama in SEMUA:
        client.force_login(pemeran[nama])
        assert client.get(alamat).status_code == _seharusnya(nama, pelihat, PENGELOLA[kode], 200), nama
        assert client.post(alamat).status_code == _seharusnya(nama, pelihat, PENGELOLA[kode], 422), nama
    assert not AturanPengisian.objects.exists()


@pytest.mark.usefixtures("pemeran")
def test_tanpa_masuk_diantar_ke_halaman_masuk(client: Client) -> None:
    pemda = Pemda.objects.first()
    assert pemda is not None
    for alamat in (reverse("unit_kerja", args=[SENDIRI]), reverse("aturan_pengisian", args=[pemda.pk])):
        assert client.get(alamat).headers["Location"].startswith(reverse("masuk"))


def test_pemda_yang_tidak_ada_tidak_ditemukan(client: Client, pemeran: Pemeran) -> None:
    client.force_login(pemeran["admin"])
    for pk in (999999, 99999999999999999999):
        assert client.get(f"/pemda/{pk}/aturan-pengisian/").status_code == 404


ISI = {
    "hari_triwulan_1": "10",
    "hari_triwulan_2": "11",
    "hari_triwulan_3": "12",
    "hari_triwulan_4": "20",
    "wajib_bukti": "on",
}


def test_pengelola_mengubah_aturan_dan_tenggat_mengikutinya(client: Client, pemeran: Pemeran) -> None:
    client.force_login(pemeran["pengelola"])
    alamat = reverse("aturan_pengisian", args=[Instansi.objects.get(kode=SENDIRI).pemda_id])
    for tambahan in ({}, {"tutup_setelah_tenggat": "on"}):
        assert client.post(alamat, ISI | tambahan).status_code == 302
    aturan = AturanPengisian.objects.get()
    assert (aturan.hari_triwulan_4, aturan.wajib_bukti, aturan.tutup_setelah_tenggat) == (20, True, True)
    assert "20 Januari 2025" in client.get(reverse("pengisian", args=[SENDIRI, 2024])).content.decode()
    assert "10 April" in client.get(alamat).content.decode()


@pytest.mark.parametrize("nilai", ["181", "-1", "", "x"])
def test_hari_yang_tidak_wajar_ditolak(client: Client, pemeran: Pemeran, nilai: str) -> None:
    client.force_login(pemeran["pengelola"])
    alamat = reverse("aturan_pengisian", args=[Instansi.objects.get(kode=SENDIRI).pemda_id])
    assert client.post(alamat, {**ISI, "hari_triwulan_2": nilai}).status_code == 422
    assert not AturanPengisian.objects.exists()


def test_tautan_aturan_dan_unit_ada_di_beranda_pengelola(client: Client, pemeran: Pemeran) -> None:
    client.force_login(pemeran["pengelola"])
    isi = client.get(reverse("beranda")).content.decode()
    assert reverse("aturan_pengisian", args=[Instansi.objects.get(kode=SENDIRI).pemda_id]) in isi
    assert reverse("unit_kerja", args=[SEPEMDA]) in isi
