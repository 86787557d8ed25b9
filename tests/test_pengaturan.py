"""Settings are read once per process, so each case is a process of its own with an environment of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

AKAR = Path(__file__).resolve().parent.parent
SERVER = {
    "LKJIP_DEBUG": "tidak",
    "LKJIP_SECRET_KEY": "k" * 25 + "0123456789-abcdefghijklmnop",
    "LKJIP_ALLOWED_HOSTS": "lkjip.contoh.go.id",
}
CETAK = """
import json
from django.conf import settings
nama = {nama!r}
print(json.dumps({{n: getattr(settings, n) for n in nama}}, default=str))
"""


def _run(*perintah: str, **lingkungan: str) -> subprocess.CompletedProcess[str]:
    bersih = {k: v for k, v in os.environ.items() if not k.startswith(("DATABASE_URL", "LKJIP_", "DJANGO_"))}
    bersih |= {"DJANGO_SETTINGS_MODULE": "lkjip.settings"} | lingkungan
    return subprocess.run(
        [sys.executable, *perintah], cwd=AKAR, env=bersih, capture_output=True, text=True, check=False
    )


def _read(*nama: str, **lingkungan: str) -> dict[str, Any]:
    hasil = _run("-c", CETAK.format(nama=nama), **lingkungan)
    assert hasil.returncode == 0, hasil.stderr
    isi: dict[str, Any] = json.loads(hasil.stdout)
    return isi


def _galat(**lingkungan: str) -> str:
    hasil = _run("-c", "import lkjip.settings", **lingkungan)
    assert hasil.returncode != 0
    return hasil.stderr.strip().splitlines()[-1]


def test_salinan_baru_berjalan_tanpa_satu_pengaturan_pun() -> None:
    isi = _read("DEBUG", "ALLOWED_HOSTS", "DATABASES", "LANGUAGE_CODE")
    assert isi["DEBUG"] is True
    assert isi["LANGUAGE_CODE"] == "id"
    assert isi["ALLOWED_HOSTS"] == ["localhost", "127.0.0.1", "[::1]"]
    assert isi["DATABASES"]["default"]["ENGINE"] == "django.db.backends.sqlite3"
    assert isi["DATABASES"]["default"]["NAME"] == str(AKAR / "db.sqlite3")


@pytest.mark.parametrize(
    ("lingkungan", "pesan"),
    [
        ({"LKJIP_ALAMAT_SITUS": "lkjip.contoh.go.id"}, "LKJIP_ALAMAT_SITUS"),
        (SERVER | {"LKJIP_SECRET_KEY": ""}, "LKJIP_SECRET_KEY belum diisi"),
        (SERVER | {"LKJIP_ALLOWED_HOSTS": " , "}, "LKJIP_ALLOWED_HOSTS belum diisi"),
        ({"LKJIP_DEBUG": "mungkin"}, "LKJIP_DEBUG: 'mungkin' tidak dikenal; isi dengan ya atau tidak"),
        ({"LKJIP_SMTP_PORT": "dua lima"}, "LKJIP_SMTP_PORT: 'dua lima' bukan bilangan bulat"),
        ({"DATABASE_URL": "mysql://a@b/c"}, "DATABASE_URL: skema 'mysql' tidak dikenal"),
        ({"DATABASE_URL": "postgresql://a@b/"}, "DATABASE_URL: nama basis data belum ada"),
    ],
)
def test_pengaturan_yang_salah_menghentikan_server_dengan_kalimat(lingkungan: dict[str, str], pesan: str) -> None:
    assert pesan in _galat(**lingkungan)


def test_kunci_pengembangan_tidak_diterima_di_server() -> None:
    kunci = _read("SECRET_KEY")["SECRET_KEY"]
    assert "LKJIP_SECRET_KEY belum diisi" in _galat(**SERVER | {"LKJIP_SECRET_KEY": kunci})


def test_server_memaksa_https_dan_mengamankan_kuki() -> None:
    nama = ("DEBUG", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "SECURE_PROXY_SSL_HEADER")
    isi = _read(*nama, **SERVER)
    assert isi == dict(zip(nama, (False, True, True, True, ["HTTP_X_FORWARDED_PROTO", "https"]), strict=True))


def test_server_tanpa_https_tidak_mempercayai_tajuk_proksi() -> None:
    isi = _read("SECURE_PROXY_SSL_HEADER", "SESSION_COOKIE_SECURE", **SERVER, LKJIP_HTTPS="tidak")
    assert isi == {"SECURE_PROXY_SSL_HEADER": None, "SESSION_COOKIE_SECURE": False}


def test_alamat_postgresql_dibaca_lengkap() -> None:
    alamat = "postgresql://lkjip:s%40ndi@db.contoh.go.id:5433/lkjip_2024?sslmode=require"
    basis = _read("DATABASES", DATABASE_URL=alamat)["DATABASES"]["default"]
    assert basis["ENGINE"] == "django.db.backends.postgresql"
    assert [basis[k] for k in ("USER", "PASSWORD", "HOST", "PORT", "NAME")] == [
        "lkjip",
        "s@ndi",
        "db.contoh.go.id",
        "5433",
        "lkjip_2024",
    ]
    assert basis["OPTIONS"] == {"sslmode": "require"}


def test_alamat_postgresql_lewat_soket() -> None:
    basis = _read("DATABASES", DATABASE_URL="postgresql://uji@/postgres?host=/run/soket")["DATABASES"]["default"]
    assert (basis["HOST"], basis["NAME"], basis["OPTIONS"]) == ("/run/soket", "postgres", {})


def test_alamat_sqlite_menunjuk_berkas() -> None:
    basis = _read("DATABASES", DATABASE_URL="sqlite:////srv/data/lkjip.sqlite3")["DATABASES"]["default"]
    assert basis["NAME"] == "/srv/data/lkjip.sqlite3"


def test_pemeriksaan_pemasangan_menyebut_yang_belum_siap_untuk_server() -> None:
    hasil = _run("manage.py", "check", "--deploy", **SERVER)
    assert hasil.returncode == 0, hasil.stderr
    assert "(lkjip.W002)" in hasil.stderr
    assert "(lkjip.W003)" in hasil.stderr
    assert "(lkjip.W004)" in hasil.stderr
    assert "(lkjip.W012)" in hasil.stderr
    lengkap = SERVER | {"DATABASE_URL": "postgresql://a@b/c", "LKJIP_SMTP_HOST": "surel.contoh.go.id"}
    lengkap |= {"LKJIP_ALAMAT_SITUS": "https://lkjip.contoh.go.id", "LKJIP_PROKSI": "1"}
    hasil = _run("manage.py", "check", "--deploy", **lengkap)
    assert "lkjip.W002" not in hasil.stderr
    assert "lkjip.W003" not in hasil.stderr
    assert "lkjip.W004" not in hasil.stderr
    assert "lkjip.W012" not in hasil.stderr


@pytest.fixture(scope="module")
def terkumpul(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The manifest storage refuses a style sheet or script that points to a file that is not there (a lost .map)."""
    folder = tmp_path_factory.mktemp("terkumpul")
    hasil = _run("manage.py", "collectstatic", "--noinput", **SERVER, LKJIP_STATIC_ROOT=str(folder))
    assert hasil.returncode == 0, hasil.stderr
    return folder


def test_berkas_statis_terkumpul_dengan_nama_bersidik(terkumpul: Path) -> None:
    daftar = json.loads((terkumpul / "staticfiles.json").read_text())["paths"]
    bersidik = daftar["vendor/bootstrap/bootstrap.min.css"]
    assert bersidik != "vendor/bootstrap/bootstrap.min.css"
    assert (terkumpul / f"{bersidik}.gz").is_file()


def test_halaman_server_membawa_tajuk_keamanan(terkumpul: Path) -> None:
    lihat = """
import django; django.setup()
from django.test import Client
jawaban = Client(headers={"host": "lkjip.contoh.go.id"}).get("/tidak-ada/", secure=True)
print(jawaban.status_code, jawaban.headers["X-Frame-Options"], jawaban.headers["X-Content-Type-Options"])
print(jawaban.headers["Content-Security-Policy"])
"""
    hasil = _run("-c", lihat, **SERVER, LKJIP_STATIC_ROOT=str(terkumpul))
    assert hasil.returncode == 0, hasil.stderr
    lain, kebijakan = hasil.stdout.strip().splitlines()
    assert lain == "404 SAMEORIGIN nosniff"
    assert kebijakan.startswith("default-src 'self'; ")
    assert "'unsafe-eval'" not in kebijakan
