"""The public page of a pemda: what everybody finds there, and what nobody does."""

from __future__ import annotations

import copy
import hashlib
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import Settings

from lkjip.akun.models import Pengguna
from lkjip.data_terbuka import data_terbuka
from lkjip.laporan.data_penyusunan import JenisBerkas, Pesanan
from lkjip.laporan.data_terbitan import KeadaanTerbitan as K
from lkjip.laporan.models import HalamanPublik, Terbitan
from lkjip.laporan.simpanan_terbitan import simpan_berkas
from lkjip.terbitan import services
from renstra.models import Instansi
from tests.laporan.signing import tertanda
from tests.publik.terbitan_uji import KODE, NIP, terbitkan
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import ASING, SENDIRI, SEPEMDA
from tests.situs.test_templat import SENTINEL, _periksa
from tests.terbitan.dunia_terbitan import LAPORAN, buat_final, naskah_kini, tahun_berkepala, tandai

pytestmark = pytest.mark.usefixtures("pemeran")
LAIN, KETIGA = "7777XXXX9999", "8888YYYY0000"
ALAMAT = "kabupaten-a"
BERKAS = {"pdf": b"", "baca": b"<!doctype html><p>Laporan</p>", "buku-kerja": b"PK-buku", "data": b"{}\n"}
BELUM = [K.FINAL, K.DITANDATANGANI, K.DIBATALKAN]


def _buka(alamat: str = ALAMAT, kode: str = SENDIRI, *, aktif: bool = True) -> HalamanPublik:
    pemda = Instansi.objects.get(kode=kode).pemda
    assert pemda is not None
    return HalamanPublik.objects.create(pemda=pemda, alamat=alamat, aktif=aktif, pengantar="Selamat membaca.")


def _terbit(keadaan: K = K.TERBIT, **lain: Any) -> Terbitan:
    return terbitkan(
        keadaan,
        sidik_html=simpan_berkas(b"<!doctype html><p>Laporan</p>"),
        sidik_buku_kerja=simpan_berkas(b"PK-buku"),
        sidik_data=simpan_berkas(b"{}\n"),
        **lain,
    )


def _berkas(client: Client, berkas: str, kode: str = KODE, **kepala: str) -> HttpResponse:
    return client.get(reverse("berkas_publik", args=[kode, berkas]), headers=kepala)  # type: ignore[return-value]


def _teks(client: Client, **saring: str | int) -> str:
    jawaban = client.get(reverse("publik_pemda", args=[ALAMAT]), saring)
    assert jawaban.status_code == 200
    return jawaban.content.decode()


def test_dokumen_terbit_tampil_dengan_penanda_tangan_dan_berkasnya(client: Client) -> None:
    _buka()
    terbitan, teks = _terbit(), _teks(client)
    for bagian in (terbitan.judul, "Selamat membaca.", "Contoh Gubernur", "Jabatan 2", "K7QM-3XTF-9R2P", "percobaan"):
        assert bagian in teks
    for berkas in BERKAS:
        assert reverse("berkas_publik", args=[KODE, berkas]) in teks
    assert reverse("verifikasi_kode", args=[KODE]) in teks
    assert NIP not in teks


def test_tiap_berkas_sama_byte_demi_byte_dan_boleh_disimpan_peramban(client: Client) -> None:
    _buka()
    _terbit()
    for berkas, seharusnya in BERKAS.items():
        isi = seharusnya or tertanda.dua_kali()
        jawaban = _berkas(client, berkas)
        assert (jawaban.status_code, jawaban.content) == (200, isi)
        assert jawaban.headers["ETag"] == f'"{hashlib.sha256(isi).hexdigest()}"'
        assert jawaban.headers["Cache-Control"] == "public, max-age=3600"
        assert "Cookie" not in jawaban.headers.get("Vary", "")
        assert not jawaban.cookies
        assert "sandbox" in jawaban.headers["Content-Security-Policy"]
        kedua = _berkas(client, berkas, if_none_match=jawaban.headers["ETag"])
        assert (kedua.status_code, kedua.content) == (304, b"")
    assert 'filename="lkjip-uji-2024.json"' in _berkas(client, "data").headers["Content-Disposition"]


@pytest.mark.parametrize("keadaan", BELUM)
def test_yang_belum_terbit_tidak_ada_di_mana_pun(client: Client, keadaan: K) -> None:
    _buka()
    _terbit(keadaan)
    assert KODE not in _teks(client).replace("-", "")
    assert "Belum ada dokumen yang terbit" in _teks(client)
    for berkas in (*BERKAS, "lain"):
        assert _berkas(client, berkas).status_code == 404
    kosong = client.get(reverse("publik_pemda", args=["tidak-ada"]))
    assert kosong.status_code == 404


def test_halaman_tertutup_dijawab_seperti_yang_tidak_ada(client: Client) -> None:
    halaman = _buka(aktif=False)
    _terbit()
    tertutup, tak_ada = (client.get(reverse("publik_pemda", args=[a])) for a in (ALAMAT, "tidak-ada"))
    assert (tertutup.status_code, tertutup.content) == (404, tak_ada.content)
    for berkas in BERKAS:
        dua = [_berkas(client, berkas, kode) for kode in (KODE, LAIN)]
        assert {satu.status_code for satu in dua} == {404}
        assert dua[0].content == dua[1].content
    halaman.aktif = True
    halaman.save()
    assert _berkas(client, "pdf").status_code == 200


def test_versi_lama_disebut_digantikan_dan_yang_ditarik_beralasan_tanpa_berkas(client: Client) -> None:
    _buka()
    _terbit(K.DIGANTIKAN)
    _terbit(K.TERBIT, kode=LAIN, nomor=2)
    _terbit(K.DITARIK, kode=KETIGA, kunci="perjanjian-murni", jenis="perjanjian", judul="Perjanjian Kinerja Uji")
    teks = _teks(client)
    for bagian in ("Versi sebelumnya (1)", "digantikan", "Alasan versi ini: Ralat", "ditarik", "Ada salah hitung."):
        assert bagian in teks
    assert _berkas(client, "pdf").status_code == 200
    assert _berkas(client, "pdf", KETIGA).status_code == 404
    assert reverse("berkas_publik", args=[KETIGA, "pdf"]) not in teks
    assert teks.index("Laporan Kinerja Dinas Uji") < teks.index("Perjanjian Kinerja Uji")


def test_buku_kerja_di_balik_rencana_tidak_dibuka_karena_memuat_draf(client: Client) -> None:
    _buka()
    _terbit(kunci="perjanjian-murni", jenis="perjanjian")
    assert _berkas(client, "buku-kerja").status_code == 404
    assert reverse("berkas_publik", args=[KODE, "buku-kerja"]) not in _teks(client)
    assert _berkas(client, "data").status_code == 200


def test_yang_difinalkan_dan_diterbitkan_layanan_tampil_dengan_data_saat_itu(
    client: Client, pemeran: dict[str, Pengguna], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services, "periksa_aturan", lambda buku: ())  # findings are not the matter here
    _buka()
    tahun = tahun_berkepala()
    for pesanan in (LAPORAN, Pesanan(JenisBerkas.IKU, akhir=True)):
        terbitan = tandai(buat_final(tahun, pemeran["admin"], pesanan=pesanan))
        assert terbitan.judul not in _teks(client)
        services.terbitkan(terbitan=terbitan, oleh=pemeran["admin"])
        assert terbitan.judul in _teks(client)
        rencana = pesanan.jenis is not JenisBerkas.LAPORAN
        buku = naskah_kini(tahun, pesanan).buku
        assert buku is not None
        isi = data_terbuka(buku, rencana=rencana)
        jawaban = _berkas(client, "data", terbitan.kode)
        assert jawaban.content == isi
        assert f'filename="{terbitan.nama_berkas}.json"' in jawaban.headers["Content-Disposition"]
        assert b"<title>" in _berkas(client, "baca", terbitan.kode).content


def test_dicari_menurut_nama_jenis_dan_tahun(client: Client) -> None:
    _buka()
    _terbit()
    _terbit(kode=LAIN, instansi=SEPEMDA, kunci="perjanjian-murni", jenis="perjanjian", judul="PK Dinas Dua")
    daftar: tuple[tuple[dict[str, str | int], bool, bool], ...] = (
        ({}, True, True),
        ({"cari": "uji a2"}, False, True),
        ({"cari": "DINAS-A1"}, True, False),
        ({"jenis": "laporan"}, True, False),
        ({"tahun": 2024}, True, True),
        ({"tahun": 2023}, False, False),
        ({"tahun": "x", "jenis": "x"}, True, True),
        ({"cari": "\x00"}, True, True),
    )
    for saring, pertama, kedua in daftar:
        teks = _teks(client, **saring)
        assert ("Laporan Kinerja Dinas Uji Tahun 2024" in teks, "PK Dinas Dua" in teks) == (pertama, kedua), saring
    assert "Tidak ada yang cocok" in _teks(client, cari="zzz")


def test_dokumen_pemda_lain_tidak_ikut(client: Client) -> None:
    _buka()
    _terbit(instansi=ASING, judul="Milik Kabupaten B")
    assert "Milik Kabupaten B" not in _teks(client)
    assert _berkas(client, "pdf").status_code == 404


def test_berkas_yang_rusak_di_server_tidak_disajikan(client: Client) -> None:
    _buka()
    _terbit(sidik_kini="0" * 64)
    jawaban = _berkas(client, "pdf")
    assert jawaban.status_code == 503
    assert "no-store" in jawaban.headers["Cache-Control"]


def test_satu_halaman_terbuka_langsung_dituju_lebih_dari_satu_didaftar(client: Client) -> None:
    assert "Belum ada yang dibuka" in client.get(reverse("publik")).content.decode()
    assert reverse("publik") not in client.get(reverse("masuk")).content.decode()
    _buka()
    assert client.get(reverse("publik")).headers["Location"] == reverse("publik_pemda", args=[ALAMAT])
    assert reverse("publik") in client.get(reverse("masuk")).content.decode()
    _buka("kabupaten-b", ASING)
    _terbit()
    teks = client.get(reverse("publik")).content.decode()
    assert "Kabupaten A" in teks
    assert "1 dokumen berlaku" in teks


def test_banyak_kueri_tetap_berapa_pun_dokumen_dan_instansinya(client: Client) -> None:
    _buka()
    _terbit()
    with CaptureQueriesContext(connection) as satu:
        _teks(client)
    _terbit(K.DIGANTIKAN, kode=LAIN, instansi=SEPEMDA)
    _terbit(kode=KETIGA, nomor=2, instansi=SEPEMDA)
    _terbit(kode="9999ZZZZ1111", kunci="iku", jenis="iku", judul="IKU")
    with CaptureQueriesContext(connection) as banyak:
        _teks(client)
    assert len(satu) == len(banyak) <= 7
    with CaptureQueriesContext(connection) as berkas:
        _berkas(client, "pdf")
    assert len(berkas) == 1


def test_mesin_pencari_hanya_diberi_yang_terbuka(client: Client) -> None:
    jawaban = client.get("/robots.txt")
    assert jawaban.headers["Content-Type"].startswith("text/plain")
    assert "Allow: /publik/" in jawaban.content.decode()


def _kelola(client: Client, **isi: str) -> Any:
    pemda = Instansi.objects.get(kode=SENDIRI).pemda
    assert pemda is not None
    return client.post(reverse("halaman_publik", args=[pemda.pk]), isi)


def test_pengelola_melihat_akibatnya_lalu_membuka_dan_menutup(sebagai: _Sebagai) -> None:
    client = sebagai("pengelola")
    _terbit()
    pemda = Instansi.objects.get(kode=SENDIRI).pemda
    assert pemda is not None
    teks = client.get(reverse("halaman_publik", args=[pemda.pk])).content.decode()
    assert "LKjIP: 1 dokumen" in teks
    assert 'value="kabupaten-a"' in teks
    assert _kelola(client, alamat="kab-a", pengantar="Halo", aksi="simpan").status_code == 302
    assert not HalamanPublik.objects.get().aktif
    assert _kelola(client, alamat="Kab-A", pengantar="Halo", aksi="buka").status_code == 302
    assert Client().get(reverse("publik_pemda", args=["kab-a"])).status_code == 200
    assert _kelola(client, alamat="kab-a", pengantar="Baru", aksi="simpan").status_code == 302
    assert HalamanPublik.objects.get().aktif
    assert _kelola(client, aksi="tutup").status_code == 302
    halaman = HalamanPublik.objects.get()
    assert (halaman.aktif, halaman.alamat, halaman.pengantar) == (False, "kab-a", "Baru")


@pytest.mark.parametrize("alamat", ["", "dokumen", "kab a", "../x", "kabupaten-b"])
def test_alamat_yang_salah_atau_terpakai_ditolak_dengan_kalimat(sebagai: _Sebagai, alamat: str) -> None:
    _buka("kabupaten-b", ASING)
    assert _kelola(sebagai("pengelola"), alamat=alamat, aksi="buka").status_code == 422
    assert HalamanPublik.objects.count() == 1


def test_halaman_tanpa_nama_yang_tidak_dikenal(client: Client, settings: Settings) -> None:
    templat = copy.deepcopy(settings.TEMPLATES)
    templat[0]["OPTIONS"]["string_if_invalid"] = SENTINEL
    settings.TEMPLATES = templat
    _periksa(client.get(reverse("publik")).content.decode(), "belum ada")
    _buka()
    _periksa(_teks(client), "kosong")
    _terbit(K.DIGANTIKAN)
    _terbit(K.TERBIT, kode=LAIN, nomor=2)
    _terbit(K.DITARIK, kode=KETIGA, kunci="iku", jenis="iku")
    _periksa(_teks(client), "penuh")
    _periksa(_teks(client, cari="zzz"), "tidak cocok")
    _buka("kabupaten-b", ASING)
    _periksa(client.get(reverse("publik")).content.decode(), "dua")


def test_pengantar_tidak_menjadi_markah(client: Client) -> None:
    halaman = _buka()
    halaman.pengantar = "<script>alert(1)</script>"
    halaman.save()
    assert "<script>alert(1)" not in _teks(client)
