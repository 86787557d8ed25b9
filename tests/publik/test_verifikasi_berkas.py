"""A file that somebody brings: the verdict in a word and a sentence, and whether it is what was published."""

from __future__ import annotations

import json
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import DatabaseError
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from lkjip.laporan.data_terbitan import KeadaanTerbitan as K
from lkjip.laporan.signing.data import HasilVerifikasi
from lkjip.laporan.signing.percaya import load_tepercaya
from lkjip.laporan.signing.verifikasi import verifikasi
from lkjip.laporan.signing.verifikasi_terpisah import SedangSibuk
from lkjip.management.commands import verifikasi as perintah
from lkjip.publik import periksa_berkas
from lkjip.publik.data_verifikasi import VersiTerbit
from lkjip.publik.halaman_verifikasi import catatan_berkas
from lkjip.publik.views import verifikasi as halaman
from tests.laporan.signing import pejabat_uji as pejabat
from tests.laporan.signing import tertanda
from tests.laporan.signing.berkas_uji import berkas_akhir
from tests.publik.terbitan_uji import KODE, terbitkan


@pytest.fixture
def di_sini(tepercaya: None, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is judged in this process: the child process has its own test."""

    def periksa(isi: bytes) -> HasilVerifikasi:
        return verifikasi(isi, load_tepercaya(settings.KUNCI / "tepercaya"))

    monkeypatch.setattr(halaman, "periksa_berkas", periksa)


def _kirim(client: Client, isi: bytes, nama: str = "a.pdf", status: int = 200) -> str:
    jawaban = client.post(reverse("verifikasi"), {"berkas": SimpleUploadedFile(nama, isi)})
    assert jawaban.status_code == status
    return jawaban.content.decode()


def _diubah(isi: bytes) -> bytes:
    letak = isi.index(b"endstream") - 5
    return isi[:letak] + bytes([isi[letak] ^ 1]) + isi[letak + 1 :]


def _ditandai_lagi() -> bytes:
    """By somebody with a trusted certificate, in a field of their own, whose picture could lie over the figures."""
    return tertanda.tandatangani(tertanda.dua_kali(), pejabat.kurva(), "tambahan", bidang_baru=True)


@pytest.mark.usefixtures("pemeran", "tepercaya")
def test_berkas_yang_diterbitkan_asli_lewat_proses_tersendiri(client: Client) -> None:
    terbitkan(K.TERBIT)
    teks = _kirim(client, tertanda.dua_kali())
    for bagian in (
        "lampu--kuning",
        ">Asli (percobaan)<",
        "sama persis, byte demi byte",
        "PERCOBAAN",
        "Contoh Gubernur",
    ):
        assert bagian in teks


@pytest.mark.usefixtures("pemeran", "di_sini")
@pytest.mark.parametrize(
    ("keadaan", "isi", "kata"),
    [
        (K.TERBIT, tertanda.dua_kali, "Asli (percobaan)"),
        (K.DIGANTIKAN, tertanda.dua_kali, "Asli, versi lama"),
        (K.DITARIK, tertanda.dua_kali, "Ditarik"),
        (K.TERBIT, tertanda.sekali, "Belum lengkap"),
        (K.TERBIT, berkas_akhir, "Belum lengkap"),
        (K.TERBIT, lambda: tertanda.tandatangani(berkas_akhir(), pejabat.gubernur()), "bukan terbitan situs ini"),
        (K.TERBIT, lambda: _diubah(tertanda.dua_kali()), "Tidak sah"),
        (K.TERBIT, lambda: tertanda.susulkan(tertanda.dua_kali(), tertanda.teks), "Tidak sah"),
        (K.FINAL, tertanda.dua_kali, "bukan terbitan situs ini"),
        (K.DITARIK, lambda: tertanda.susulkan(tertanda.dua_kali(), tertanda.teks), "Tidak sah"),
        (K.TERBIT, _ditandai_lagi, "Ditandatangani lagi"),
        (K.DITARIK, _ditandai_lagi, "Ditarik"),
        (K.TERBIT, lambda: b"PK\x03\x04", "Tidak terbukti"),
        (K.TERBIT, lambda: b"", "Tidak terbukti"),
    ],
)  # fmt: skip
def test_putusan_menurut_berkas_dan_keadaan_terbitan(client: Client, keadaan: K, isi: object, kata: str) -> None:
    terbitkan(keadaan)
    assert callable(isi)
    teks = _kirim(client, isi())
    assert f"{kata}</strong>" in teks
    if keadaan is K.FINAL:
        assert KODE not in teks


@pytest.mark.usefixtures("pemeran", "tepercaya")
def test_terbitan_yang_tanda_tangannya_tak_lagi_terbukti(
    client: Client, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terbitkan(K.TERBIT)
    settings.KUNCI = tmp_path / "tidak-ada"
    monkeypatch.setattr(halaman, "periksa_berkas", lambda isi: verifikasi(isi, periksa_berkas._kepercayaan()))
    assert "Sama dengan yang diterbitkan</strong>" in _kirim(client, tertanda.dua_kali())


@pytest.mark.django_db
def test_berkas_terlalu_besar_atau_tidak_ada(client: Client, settings: Settings) -> None:
    settings.VERIFIKASI_MB = 1
    assert "lebih besar dari 1 MB" in _kirim(client, b"%PDF" + b"0" * 1024 * 1024, status=422)
    jawaban = client.post(reverse("verifikasi"))
    assert jawaban.status_code == 422
    assert "Pilih berkas PDF" in jawaban.content.decode()


@pytest.mark.django_db
def test_kiriman_besar_diterima_tanpa_masuk_hanya_di_sini(
    client: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.BATAS_UNGGAH_MB, settings.VERIFIKASI_MB = 1, 4
    monkeypatch.setattr(halaman, "periksa_berkas", lambda isi: HasilVerifikasi("0" * 64, len(isi), sah=False))
    besar = b"%PDF" + b"0" * (3 * 1024 * 1024)
    _kirim(client, besar)
    assert client.post(reverse("masuk"), {"berkas": SimpleUploadedFile("a.pdf", besar)}).status_code == 413


@pytest.mark.django_db
def test_bila_sibuk_diminta_menunggu(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def sibuk(_: bytes) -> HasilVerifikasi:
        raise SedangSibuk

    monkeypatch.setattr(halaman, "periksa_berkas", sibuk)
    assert halaman.SIBUK in _kirim(client, b"x", status=503)


@pytest.mark.django_db
def test_tanpa_token_csrf_ditolak() -> None:
    assert Client(enforce_csrf_checks=True).post(reverse("verifikasi")).status_code == 403


@pytest.mark.usefixtures("tepercaya")
def test_folder_kepercayaan_yang_rusak_tidak_mempercayai_siapa_pun(settings: Settings) -> None:
    (settings.KUNCI / "tepercaya" / "rusak.pem").write_bytes(b"bukan sertifikat")
    assert periksa_berkas._kepercayaan().kosong


@pytest.mark.usefixtures("pemeran", "tepercaya")
def test_perintah_menyebut_putusan_dan_terbitannya(tmp_path: Path) -> None:
    terbitkan(K.TERBIT)
    berkas, keluar = tmp_path / "a.pdf", StringIO()
    berkas.write_bytes(tertanda.dua_kali())
    call_command("verifikasi", str(berkas), stdout=keluar)
    for bagian in ("Asli", "Contoh Nama (ttd-kepala): sah", "dipercaya", "sama persis dengan Laporan Kinerja"):
        assert bagian in keluar.getvalue()
    keluar = StringIO()
    call_command("verifikasi", str(berkas), "--json", stdout=keluar)
    isi = json.loads(keluar.getvalue())
    assert (isi["sah"], isi["sama_dengan_terbitan"], isi["terbitan"]["kode"]) == (True, True, KODE)


@pytest.mark.usefixtures("tepercaya")
def test_perintah_berakhir_satu_bila_tidak_sah(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a database it judges all the same."""

    def tanpa_basis_data(_: object) -> None:
        raise DatabaseError

    monkeypatch.setattr(perintah, "load_versi_berkas", tanpa_basis_data)
    berkas, keluar = tmp_path / "a.pdf", StringIO()
    berkas.write_bytes(_diubah(tertanda.sekali()))
    with pytest.raises(SystemExit) as berakhir:
        call_command("verifikasi", str(berkas), stdout=keluar)
    assert berakhir.value.code == 1
    assert "Tidak sah" in keluar.getvalue()
    assert "basis data tidak dapat ditanya" in keluar.getvalue()
    with pytest.raises(CommandError, match="tidak dapat dibaca"):
        call_command("verifikasi", str(tmp_path / "tidak-ada.pdf"))


def test_kotak_yang_tetap_kosong_tidak_disebut_pada_berkas_yang_terbit() -> None:
    hasil = HasilVerifikasi("a", 1, sah=True, catatan=("Masih ada tempat tanda tangan yang kosong.",))
    versi = VersiTerbit(1, KODE, "", "", "", 2024, 1, K.TERBIT, "", "a", "b", 1, "", percobaan=False)
    assert catatan_berkas(hasil, versi) == ()
    for lain in (None, replace(versi, sidik="c")):
        assert catatan_berkas(hasil, lain) == hasil.catatan
    assert catatan_berkas(replace(hasil, sah=False), versi) == hasil.catatan
