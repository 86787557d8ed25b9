"""The public verification pages: what a code tells, to whom, and what stays hidden."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import Settings

from lkjip.laporan.data_terbitan import KeadaanTerbitan as K
from lkjip.riwayat.services import konteks_riwayat
from tests.laporan.signing import tertanda
from tests.publik.terbitan_uji import KODE, NIP, terbitkan
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI

LAIN = "7777XXXX9999"
BELUM = [K.FINAL, K.DITANDATANGANI, K.DIBATALKAN]


def _alamat(kode: str = KODE) -> str:
    return reverse("verifikasi_kode", args=[kode])


def _teks(client: Client, kode: str = KODE, status: int = 200) -> str:
    jawaban = client.get(_alamat(kode))
    assert jawaban.status_code == status
    return jawaban.content.decode()


@pytest.mark.usefixtures("pemeran")
def test_versi_terbit_menyebut_siapa_kapan_dan_sidiknya(client: Client) -> None:
    terbitan = terbitkan(K.TERBIT)
    teks = _teks(client)
    for bagian in (
        "Berlaku (percobaan)",
        "lampu--kuning",
        "PERCOBAAN",
        terbitan.judul,
        "Contoh Nama",
        "Jabatan 2",
        "Akar Uji",
        terbitan.sidik_kini,
    ):
        assert bagian in teks
    assert "K7QM-3XTF-9R2P" in teks
    assert "••••••••••••••1001" in teks
    assert NIP not in teks


@pytest.mark.usefixtures("pemeran")
def test_kode_boleh_ditulis_dengan_strip_huruf_kecil_dan_huruf_serupa(client: Client) -> None:
    terbitkan(K.TERBIT)
    assert "Berlaku" in _teks(client, "k7qm-3xtf-9r2p")
    jawaban = client.get(reverse("verifikasi"), {"kode": " k7qm 3xtf-9r2p "})
    assert (jawaban.status_code, jawaban.headers["Location"]) == (302, _alamat())
    assert client.get(reverse("verifikasi"), {"kode": "salah"}).status_code == 422


@pytest.mark.usefixtures("pemeran")
def test_versi_yang_digantikan_menunjuk_penggantinya(client: Client) -> None:
    terbitkan(K.DIGANTIKAN)
    terbitkan(K.TERBIT, kode=LAIN, nomor=2)
    teks = _teks(client)
    assert "Sudah digantikan" in teks
    assert _alamat(LAIN) in teks
    assert client.get(reverse("unduh_terverifikasi", args=[KODE])).status_code == 200


@pytest.mark.usefixtures("pemeran")
def test_versi_yang_ditarik_menyebut_alasan_dan_tidak_diunduhkan(client: Client) -> None:
    terbitkan(K.DITARIK)
    assert "Ada salah hitung." in _teks(client)
    assert client.get(reverse("unduh_terverifikasi", args=[KODE])).status_code == 404


@pytest.mark.usefixtures("pemeran")
def test_berkas_yang_diunduh_sama_byte_demi_byte(client: Client) -> None:
    terbitkan(K.TERBIT)
    jawaban = client.get(reverse("unduh_terverifikasi", args=[KODE]))
    assert jawaban.content == tertanda.dua_kali()
    assert "lkjip-uji-2024.pdf" in jawaban.headers["Content-Disposition"]


@pytest.mark.usefixtures("pemeran")
def test_berkas_yang_rusak_di_server_tidak_disajikan(client: Client) -> None:
    terbitkan(K.TERBIT, sidik_kini="0" * 64)
    assert client.get(reverse("unduh_terverifikasi", args=[KODE])).status_code == 503


@pytest.mark.usefixtures("pemeran")
@pytest.mark.parametrize("keadaan", BELUM)
def test_yang_belum_terbit_dijawab_seperti_yang_tidak_ada(client: Client, keadaan: K) -> None:
    """Same status, same page, the same number of queries: a code tells nothing before its document is published."""
    terbitkan(keadaan)
    for nama in ("verifikasi_kode", "unduh_terverifikasi"):
        jawaban, banyak = [], []
        for kode in (KODE, LAIN, "bukan-kode"):
            with CaptureQueriesContext(connection) as kueri:
                jawaban.append(client.get(reverse(nama, args=[kode])))
            banyak.append(len(kueri))
        assert {satu.status_code for satu in jawaban} == {404}
        assert len({satu.content for satu in jawaban}) == 1
        assert len(set(banyak)) == 1


@pytest.mark.parametrize("keadaan", BELUM)
def test_pengguna_instansinya_melihat_keadaan_yang_belum_terbit(sebagai: _Sebagai, keadaan: K) -> None:
    terbitkan(keadaan)
    teks = _teks(sebagai("kepala"))
    assert ("Dibatalkan" if keadaan is K.DIBATALKAN else "Belum terbit") in teks
    assert "Unduh berkas resmi" not in teks
    assert _status_unduh(sebagai("kepala")) == 404
    _teks(sebagai("tanpa_tugas"), status=404)


def _status_unduh(client: Client) -> int:
    return client.get(reverse("unduh_terverifikasi", args=[KODE])).status_code


@pytest.mark.usefixtures("pemeran")
def test_banyak_kueri_tetap_berapa_pun_tanda_tangannya(client: Client) -> None:
    terbitan = terbitkan(K.TERBIT)
    with CaptureQueriesContext(connection) as dua:
        _teks(client)
    with konteks_riwayat(oleh=None, jalur="uji"):
        for ke in range(3, 8):
            satu = terbitan.daftar_tanda_tangan.get(urutan=1)
            satu.pk, satu.urutan, satu.bidang, satu.sidik_masuk = None, ke, f"ttd-{ke}", f"{ke}" * 64
            satu.save(force_insert=True)
    with CaptureQueriesContext(connection) as tujuh:
        teks = _teks(client)
    assert teks.count("Akar Uji") == terbitan.daftar_tanda_tangan.count()
    assert len(dua) == len(tujuh)


@pytest.mark.usefixtures("pemeran")
def test_terlalu_banyak_pertanyaan_diminta_menunggu(client: Client, settings: Settings) -> None:
    settings.VERIFIKASI_MAKS = 3
    terbitkan(K.TERBIT)
    for _ in range(3):
        _teks(client)
    jawaban = client.get(_alamat())
    assert jawaban.status_code == 429
    assert "Tunggu 5 menit" in jawaban.content.decode()
    assert client.post(reverse("verifikasi")).status_code == 429
    assert client.get(reverse("unduh_terverifikasi", args=[KODE])).status_code == 429
    assert client.get(_alamat(), REMOTE_ADDR="10.9.9.9").status_code == 200


@pytest.mark.usefixtures("pemeran")
def test_di_belakang_proksi_setiap_pengunjung_dihitung_sendiri(client: Client, settings: Settings) -> None:
    settings.VERIFIKASI_MAKS, settings.PROKSI = 1, 1

    def tanya(lewat: str) -> int:
        return client.get(_alamat(), headers={"X-Forwarded-For": lewat}).status_code

    assert [tanya("10.0.0.1"), tanya("10.0.0.1"), tanya("10.0.0.2")] == [404, 429, 404]
    assert tanya("10.9.9.9, 10.0.0.1") == 429  # what the visitor wrote
    assert [tanya("2001:db8::1"), tanya("2001:db8::2"), tanya("2001:db8:0:1::1")] == [404, 429, 404]


@pytest.mark.django_db
def test_halaman_terbuka_tanpa_menu_pengguna(client: Client) -> None:
    teks = client.get(reverse("verifikasi")).content.decode()
    assert "menu-utama" not in teks
    assert client.put(reverse("verifikasi")).status_code == 405
    assert client.post(_alamat()).status_code == 405


def test_versi_instansi_sendiri_saja_yang_terlihat_sebelum_terbit(sebagai: _Sebagai) -> None:
    terbitkan(K.FINAL, instansi="DINAS-B1")
    assert SENDIRI != "DINAS-B1"
    _teks(sebagai("kepala"), status=404)
    _teks(sebagai("admin"))


@pytest.mark.usefixtures("pemeran")
def test_hijau_hanya_bagi_yang_bukan_percobaan(client: Client) -> None:
    terbitan = terbitkan(K.TERBIT, jenis_sertifikat="bsre", percobaan=False)
    assert not terbitan.daftar_tanda_tangan.filter(percobaan=True).exists()
    teks = _teks(client)
    assert "lampu--hijau" in teks
    assert "PERCOBAAN" not in teks
