"""A passphrase, a one-time code and a key live for one request. Afterwards they are searched for, everywhere."""

from __future__ import annotations

import base64
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from pytest_django import Settings

from lkjip.akun.models import Pengguna
from lkjip.laporan.models import TindakanTandaTangan
from lkjip.laporan.signing.bsre_tiruan import PemegangTiruan, Ulah, layanan_tiruan
from lkjip.laporan.signing.bsre_tiruan_keadaan import LayananTiruan
from lkjip.laporan.signing.data import Rahasia
from lkjip.saringan_galat import SaringanGalat
from lkjip.terbitan import services_tanda_tangan
from lkjip.terbitan.forms_tanda_tangan import TandaTanganForm
from tests.laporan.signing import pejabat_uji
from tests.terbitan.dunia_tanda import DuniaTanda, buat_dunia_tanda, percayai

SANDI = "Penanda/Sandi+Rahasia ä7731"
KODE = "Penanda-Kode-908172"
NIK = "6472010101700001"


@pytest.fixture(autouse=True)
def _percaya(settings: Settings, tmp_path: Path) -> None:
    percayai(settings, tmp_path)
    settings.BSRE_ALAMAT = "http://127.0.0.1:9"  # nobody listens there


@pytest.fixture
def dunia(pemeran: dict[str, Pengguna]) -> DuniaTanda:
    return buat_dunia_tanda()


@pytest.fixture
def klien(pemeran: dict[str, Pengguna], dunia: DuniaTanda) -> Client:
    klien = Client(raise_request_exception=False)
    klien.force_login(pemeran["kepala"])
    return klien


@pytest.fixture
def kunci() -> bytes:
    """A key file whose passphrase is the marker."""
    return pejabat_uji.kepala().p12(Rahasia(SANDI))


def _bentuk(kunci: bytes) -> list[bytes]:
    """What is searched for: the secrets as they are, and as somebody might write them."""
    daftar = [kunci[:64], base64.b64encode(kunci)[:64], kunci[:64].hex().encode()]
    for rahasia in (SANDI, KODE):
        byte = rahasia.encode()
        daftar += [byte, quote(rahasia).encode(), quote(rahasia, safe="").encode(), base64.b64encode(byte)]
        daftar += [byte.hex().encode(), repr(rahasia)[1:-1].encode("unicode_escape"), byte.replace(b" ", b"+")]
    return daftar


def _isi_basis_data() -> Iterator[bytes]:
    """Every value of every table."""
    for tabel in connection.introspection.table_names():
        with connection.cursor() as kursor:
            kursor.execute(f"SELECT * FROM {connection.ops.quote_name(tabel)}")
            for baris in kursor:
                for nilai in baris:
                    yield bytes(nilai) if isinstance(nilai, bytes | memoryview) else str(nilai).encode()


def _cari(kunci: bytes, daftar: Iterator[tuple[str, bytes]]) -> list[str]:
    bentuk = _bentuk(kunci)
    return [tempat for tempat, isi in daftar if any(satu in isi for satu in bentuk)]


def _semua(settings: Settings, caplog: pytest.LogCaptureFixture, jawaban: list[Any]) -> Iterator[tuple[str, bytes]]:
    for isi in _isi_basis_data():
        yield "basis data", isi
    for satu in caplog.records:
        lain = {k: v for k, v in vars(satu).items() if k != "request"}
        yield f"log {satu.name}", f"{satu.getMessage()} {lain!r} {caplog.text}".encode()
    for satu in jawaban:
        yield "jawaban", b"".join([satu.content, repr(satu.headers).encode(), str(satu.cookies).encode()])
        yield "sesi", repr(dict(satu.wsgi_request.session)).encode()
    for berkas in Path(settings.MEDIA_ROOT).rglob("*"):
        if berkas.is_file():
            yield f"berkas {berkas.name}", berkas.read_bytes()


def _kirim(klien: Client, dunia: DuniaTanda, kunci: bytes, **lain: Any) -> Any:
    isi = {
        "setuju": dunia.terbitan.sidik_kini, "cara": "berkas", "p12": SimpleUploadedFile("k.p12", kunci),
        "sandi": SANDI, "totp": KODE, "nik": NIK, "aksi": "tanda-tangani", **lain,
    }  # fmt: skip
    return klien.post(dunia.alamat(), isi, follow=True)


def test_penanda_memang_ditemukan_bila_tersimpan(dunia: DuniaTanda, kunci: bytes) -> None:
    """The search itself works."""
    TindakanTandaTangan.objects.create(
        terbitan=dunia.terbitan, tanda_tangan=dunia.kepala, cara="p12", sidik_masuk="0" * 64,
        mulai=dunia.terbitan.dibuat_pada, pesan=f"ini {quote(SANDI)}",
    )  # fmt: skip
    assert _cari(kunci, (("basis data", isi) for isi in _isi_basis_data())) == ["basis data"]


def test_rahasia_tidak_tertinggal_di_mana_pun(
    klien: Client, dunia: DuniaTanda, kunci: bytes, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    """Wrong ones, half filled in ones, a dead service, and at last the right one."""
    caplog.set_level(logging.DEBUG)
    settings.DEBUG = True  # then Django logs every statement with its values
    jawaban = [
        _kirim(klien, dunia, pejabat_uji.p12(pejabat_uji.kepala())),  # the passphrase of another file
        _kirim(klien, dunia, kunci, cara=""),
        _kirim(klien, dunia, kunci, nik="1", cara="bsre"),
        _kirim(klien, dunia, kunci, cara="bsre"),
        _kirim(klien, dunia, kunci, cara="unggahan"),
        _kirim(klien, dunia, kunci, sandi=SANDI * 30),
        _kirim(klien, dunia, kunci, setuju="0" * 64),
        _kirim(klien, dunia, kunci),
    ]
    assert dunia.segar().terbitan.keadaan == "ditandatangani"
    assert [satu.status_code for satu in jawaban[:-1]] == [422, 422, 422, 422, 422, 422, 409]
    assert _cari(kunci, _semua(settings, caplog, jawaban)) == []


def _runtuhkan(monkeypatch: pytest.MonkeyPatch, tempat: str) -> None:
    """A crash in the middle of the act: while the form is read, before the signer is asked, after it has answered."""

    def runtuh(*argumen: Any, **lain: Any) -> Any:
        raise RuntimeError("runtuh sengaja")

    sasaran: dict[str, tuple[Any, str]] = {
        "form": (TandaTanganForm, "clean"),
        "penanda": (services_tanda_tangan, "baca_berkas"),
        "sesudah": (services_tanda_tangan, "simpan_berkas"),
    }
    monkeypatch.setattr(*sasaran[tempat], runtuh)


@pytest.mark.parametrize("versi", [1, 2])
def test_rahasia_bsre_tidak_tertinggal_di_mana_pun(
    klien: Client, dunia: DuniaTanda, kunci: bytes, settings: Settings, caplog: pytest.LogCaptureFixture, versi: int
) -> None:
    """A wrong passphrase, a service that fails, and the right one at last; the NIK alone is remembered."""
    caplog.set_level(logging.DEBUG)
    settings.DEBUG, settings.BSRE_VERSI = True, versi
    pemegang = PemegangTiruan(NIK, pejabat_uji.p12(pejabat_uji.kepala()), Rahasia(pejabat_uji.SANDI))
    layanan, lain = LayananTiruan([pemegang]), {"cara": "bsre", "totp": "", "ingat_nik": "on"}
    with layanan_tiruan(layanan) as settings.BSRE_ALAMAT:
        settings.BSRE_PENGGUNA, settings.BSRE_SANDI = layanan.pengguna, layanan.sandi.buka()
        jawaban = [_kirim(klien, dunia, kunci, **lain)]
        layanan.daftar = [PemegangTiruan(NIK, kunci, Rahasia(SANDI))]
        for layanan.ulah in (Ulah.GALAT_500, Ulah.TANPA_TANDA, Ulah.BAIK):
            jawaban.append(_kirim(klien, dunia, kunci, **lain))
    assert [satu.status_code for satu in jawaban] == [422, 422, 422, 200]
    assert dunia.segar().kepala.cara == "bsre"
    assert _cari(kunci, _semua(settings, caplog, jawaban)) == []


@pytest.mark.parametrize("debug", [True, False])
@pytest.mark.parametrize("tempat", ["form", "penanda", "sesudah"])
def test_halaman_galat_tidak_memuat_rahasia(
    klien: Client, dunia: DuniaTanda, kunci: bytes, settings: Settings, caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch, debug: bool, tempat: str,
) -> None:  # fmt: skip
    """The page that developers see, and the one that users see; the letter to the administrators too."""
    settings.DEBUG = debug
    settings.ADMINS = [("Pengelola", "pengelola@example.org")]
    caplog.set_level(logging.DEBUG)
    _runtuhkan(monkeypatch, tempat)
    jawaban = _kirim(klien, dunia, kunci)
    assert jawaban.status_code == 500
    assert ("runtuh sengaja" in jawaban.content.decode()) is debug
    assert _cari(kunci, _semua(settings, caplog, [jawaban])) == []


def test_tanpa_saringan_halaman_galat_akan_memuatnya(
    klien: Client, dunia: DuniaTanda, kunci: bytes, settings: Settings, caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """That the search finds what is there to be found."""
    settings.DEBUG = True
    _runtuhkan(monkeypatch, "form")
    monkeypatch.setattr(SaringanGalat, "is_active", lambda saringan, request: False)
    assert "jawaban" in _cari(kunci, _semua(settings, caplog, [_kirim(klien, dunia, kunci)]))


def test_kolom_sandi_tidak_pernah_terisi_kembali(klien: Client, dunia: DuniaTanda, kunci: bytes) -> None:
    isi = _kirim(klien, dunia, kunci, cara="").content.decode()
    for potongan in isi.split("<input")[1:]:
        if 'type="password"' in potongan:
            assert 'value="' not in potongan.partition(">")[0]
            assert 'autocomplete="off"' in potongan.partition(">")[0]


def test_unggahan_tidak_menyentuh_cakram(
    klien: Client, dunia: DuniaTanda, kunci: bytes, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even a large one, which Django's own handlers would put into a temporary file."""
    import tempfile

    def jangan(*argumen: Any, **lain: Any) -> Any:
        raise AssertionError("berkas sementara dibuat")

    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 10
    monkeypatch.setattr(tempfile, "NamedTemporaryFile", jangan)
    monkeypatch.setattr("django.core.files.uploadedfile.tempfile.NamedTemporaryFile", jangan)
    assert _kirim(klien, dunia, kunci + b"\0" * 70_000).status_code == 422
    assert _kirim(klien, dunia, kunci).status_code == 200
    assert dunia.segar().kepala.sidik_hasil


def test_rahasia_tidak_punya_tempat_di_tabel() -> None:
    """No column is named after a secret, so that nobody is tempted."""
    nama = {f.name for m in apps.get_models() if m._meta.app_label in {"laporan", "terbitan"} for f in m._meta.fields}
    assert not {"sandi", "passphrase", "totp", "p12", "pin"} & nama
