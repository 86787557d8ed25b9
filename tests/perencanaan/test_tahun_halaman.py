"""The page that opens a year: who may, what it proposes, what it shows, that it writes just that; and removing one."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from kinerja.models import KinerjaTriwulan
from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.services import impor_buku
from lkjip.forms_tahun import IKUT
from renstra.models import Instansi, PendahuluIndikator, TahunKinerja
from tests.pengisian.test_akses_alur import PENGUBAH
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import ASING, SENDIRI, SEPEMDA, TAHUN
from tests.situs.test_akses import PELIHAT, SEMUA
from tests.situs.test_kueri import _buku_besar

ALAMAT = "/instansi/DINAS-A1/tahun-baru/"


def _isian(**lain: Any) -> dict[str, Any]:
    return {"tahun": 2025, "sumber": TAHUN, "rencana": "sama", **dict.fromkeys(IKUT, "on"), **lain}


def _sidik(client: Client, isian: dict[str, Any]) -> str:
    return str(client.get(ALAMAT, isian).context["sidik"])


def _daftar_tahun(kode: str = SENDIRI) -> list[int]:
    return sorted(TahunKinerja.objects.filter(instansi__kode=kode).values_list("tahun", flat=True))


@pytest.mark.parametrize("kode", [SENDIRI, SEPEMDA, ASING])
def test_tahun_baru_menurut_peran_dan_instansi(client: Client, pemeran: dict[str, Pengguna], kode: str) -> None:
    alamat = reverse("tahun_baru", args=[kode])
    assert client.get(alamat).headers["Location"].startswith(reverse("masuk"))
    for nama in SEMUA:
        client.force_login(pemeran[nama])
        boleh, lihat = nama in PENGUBAH[kode], nama in PELIHAT[kode]
        assert client.get(alamat).status_code == (200 if boleh else 403 if lihat else 404), nama
        assert client.post(alamat).status_code == (422 if boleh else 403 if lihat else 404), nama
    assert _daftar_tahun(kode) == [TAHUN]


def test_tahun_berikut_dibuka_seperti_pratinjaunya(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    assert client.get(ALAMAT).context["form"].initial["tahun"] == 2025
    isi = client.get(ALAMAT, _isian()).content.decode()
    assert "Tahun 2025 akan berisi" in isi
    assert "dihitung dari data tahun 2024" in isi
    assert _daftar_tahun() == [TAHUN]
    jawaban = client.post(ALAMAT, _isian(sidik=_sidik(client, _isian())), follow=True)
    assert "Tahun 2025 dibuka." in jawaban.content.decode()
    assert "Urungkan" in jawaban.content.decode()
    assert _daftar_tahun() == [TAHUN, 2025]
    assert client.get(f"/instansi/{SENDIRI}/2025/").status_code == 200


def test_yang_berubah_sejak_pratinjau_tidak_ditulis(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    sidik = _sidik(client, _isian())
    KinerjaTriwulan.objects.filter(tahun_kinerja__instansi__kode=SENDIRI).update(realisasi=Decimal(81))
    isi = client.post(ALAMAT, _isian(sidik=sidik)).content.decode()
    assert "Data tahun sumber berubah sejak pratinjau" in isi
    assert _daftar_tahun() == [TAHUN]


@pytest.mark.parametrize(
    ("lain", "kalimat"),
    [
        ({"tahun": TAHUN}, "Tahun 2024 sudah ada"),
        ({"tahun": 2030}, "di luar periode Renstra 2024–2026"),
        ({"tahun": "x"}, "ditulis dengan angka"),
        ({"tahun": 99999}, "di antara 1900 dan 2200"),
        ({"sumber": 2019}, "Tahun sumber ini tidak ada"),
        ({"rencana": "lain"}, "Pilih Renstra"),
        ({"tahun": 2027, "rencana": "salin"}, "Isi tahun awal dan tahun akhir"),
        ({"tahun": 2027, "rencana": "salin", "awal": 2028, "akhir": 2032}, "tidak termasuk periode"),
        ({"tahun": 2027, "rencana": "salin", "awal": 2028, "akhir": 2027}, "mendahului tahun awalnya"),
        ({"tahun": 2025, "rencana": "salin", "awal": 2024, "akhir": 2026}, "Renstra 2024–2026 sudah ada"),
    ],
)
def test_isian_yang_tidak_mungkin_dijawab_kalimat(sebagai: _Sebagai, lain: dict[str, Any], kalimat: str) -> None:
    client = sebagai("perencana")
    for jawaban in (client.get(ALAMAT, _isian(**lain)), client.post(ALAMAT, _isian(**lain))):
        assert jawaban.status_code == 422
        assert kalimat in jawaban.content.decode()
    assert _daftar_tahun() == [TAHUN]


def test_periode_baru_diusulkan_dan_dibuka(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    usulan = client.get(ALAMAT, {"tahun": 2027}).context["form"].initial
    assert (usulan["sumber"], usulan["rencana"], usulan["awal"], usulan["akhir"]) == (TAHUN, "salin", 2027, 2031)
    sebelum = client.get(ALAMAT, {"tahun": 2020}).context["form"].initial
    assert (sebelum["rencana"], sebelum["awal"], sebelum["akhir"]) == ("salin", 2019, 2023)
    isian = _isian(tahun=2027, rencana="salin", awal=2027, akhir=2031)
    client.post(ALAMAT, {**isian, "sidik": _sidik(client, isian)})
    assert _daftar_tahun() == [TAHUN, 2027]
    assert PendahuluIndikator.objects.get().indikator.kode == "I1"


def test_instansi_tanpa_tahun_diantar_ke_tahun_pertama(sebagai: _Sebagai) -> None:
    pemda = Instansi.objects.get(kode=SENDIRI).pemda
    Instansi.objects.create(kode="BARU", nama="Dinas Baru", pemda=pemda)
    assert sebagai("inspektorat").get("/instansi/BARU/").headers["Location"] == "/instansi/BARU/profil/"
    assert sebagai("perencana").get("/instansi/BARU/").status_code == 404
    client = sebagai("pengelola")
    alamat = "/instansi/BARU/tahun-baru/"
    assert client.get("/instansi/BARU/").headers["Location"] == alamat
    isian = {"tahun": 2026, "awal": 2025, "akhir": 2029}
    assert client.get(alamat, {**isian, "akhir": 2020}).status_code == 422
    pratinjau = client.get(alamat, isian)
    assert "Sangat Tinggi" in pratinjau.content.decode()
    client.post(alamat, {**isian, "sidik": pratinjau.context["sidik"]})
    tahun = TahunKinerja.objects.get(instansi__kode="BARU")
    assert (tahun.tahun, tahun.pemda) == (2026, pemda.nama if pemda else "")
    assert client.get("/instansi/BARU/2026/").status_code == 200
    assert client.get("/instansi/BARU/2026/perencanaan/versi/").status_code == 200
    assert client.get("/instansi/BARU/2026/perencanaan/sejarah/").status_code == 200


def test_tautan_tahun_baru_hanya_bagi_yang_boleh(sebagai: _Sebagai) -> None:
    for nama, ada in (("perencana", True), ("kepala", False), ("perencana_unit", False)):
        for bagian in ("", "pengisian/", "perencanaan/"):
            isi = sebagai(nama).get(f"/instansi/{SENDIRI}/{TAHUN}/{bagian}").content.decode()
            assert (ALAMAT in isi) is ada, (nama, bagian)


def test_tahun_kosong_dihapus_dengan_konfirmasi(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    client.post(ALAMAT, _isian(sidik=_sidik(client, _isian())))
    alamat = f"/instansi/{SENDIRI}/2025/hapus/"
    assert "baru berisi rencana" in client.get(alamat).content.decode()
    assert _daftar_tahun() == [TAHUN, 2025]
    assert "Tahun 2025 dihapus." in client.post(alamat, follow=True).content.decode()
    assert _daftar_tahun() == [TAHUN]
    berisi = client.post(f"/instansi/{SENDIRI}/{TAHUN}/hapus/")
    assert berisi.status_code == 422
    assert "1 realisasi kinerja triwulan" in berisi.content.decode()


@pytest.mark.parametrize("banyak", [1, 150])
def test_pratinjau_tahun_tetap_sekian_kueri(
    sebagai: _Sebagai, django_assert_max_num_queries: DjangoAssertNumQueries, banyak: int
) -> None:
    impor_buku(buku=_buku_besar(banyak))
    client = sebagai("perencana")
    with django_assert_max_num_queries(KUERI_PRATINJAU):
        assert client.get(ALAMAT, _isian()).status_code == 200


KUERI_PRATINJAU = 115  # inserts of many rows go in parts
