"""Settings, read from the environment. SQLite unless DATABASE_URL says otherwise; production refuses a default secret."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
_KUNCI_PENGEMBANGAN = "hanya-untuk-pengembangan-jangan-dipakai-di-server"


def _ya(nama: str, bawaan: str) -> bool:
    return os.environ.get(nama, bawaan).strip().lower() in {"1", "true", "ya", "yes"}


def _basis_data(url: str) -> dict[str, object]:
    """Django's DATABASES entry for `sqlite:///PATH` or `postgresql://user:secret@host:port/name?host=/socket/dir`."""
    bagian = urlsplit(url)
    if bagian.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": bagian.path[1:] or ":memory:",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
            },
        }
    if bagian.scheme in {"postgres", "postgresql"}:
        pilihan = dict(p.split("=", 1) for p in bagian.query.split("&") if "=" in p)
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(bagian.path[1:]),
            "USER": unquote(bagian.username or ""),
            "PASSWORD": unquote(bagian.password or ""),
            "HOST": unquote(bagian.hostname or pilihan.get("host", "")),
            "PORT": str(bagian.port or ""),
        }
    raise ImproperlyConfigured(
        f"DATABASE_URL: skema '{bagian.scheme}' tidak dikenal; pakai sqlite:/// atau postgresql://"
    )


DEBUG = _ya("LKJIP_DEBUG", "ya")
SECRET_KEY = os.environ.get("LKJIP_SECRET_KEY", _KUNCI_PENGEMBANGAN)
if not DEBUG and SECRET_KEY == _KUNCI_PENGEMBANGAN:
    raise ImproperlyConfigured(
        "LKJIP_SECRET_KEY belum diisi: isi dengan kata acak yang panjang sebelum menjalankan server."
    )
ALLOWED_HOSTS = [h for h in os.environ.get("LKJIP_ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]").split(",") if h]
CSRF_TRUSTED_ORIGINS = [h for h in os.environ.get("LKJIP_ASAL_TEPERCAYA", "").split(",") if h]

INSTALLED_APPS = [
    "lkjip.riwayat",
    "lkjip.akun",
    "renstra",
    "kinerja",
    "anggaran",
    "lkjip.laporan",
    "lkjip.pemeriksaan",
    "lkjip.buku_kerja",
    "lkjip",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_htmx",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "lkjip.urls"
WSGI_APPLICATION = "lkjip.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
DATABASES = {"default": _basis_data(os.environ.get("DATABASE_URL", f"sqlite:///{BASE_DIR / 'db.sqlite3'}"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "akun.Pengguna"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{nama}"}
    for nama in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
LOGIN_URL = "masuk"
LOGIN_REDIRECT_URL = "beranda"
LOGOUT_REDIRECT_URL = "masuk"

LANGUAGE_CODE = "id"
TIME_ZONE = os.environ.get("LKJIP_ZONA_WAKTU", "Asia/Jakarta")
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = Path(os.environ.get("LKJIP_STATIC_ROOT", BASE_DIR / "terkumpul"))
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
MEDIA_ROOT = Path(os.environ.get("LKJIP_BERKAS", BASE_DIR / "berkas"))

CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if os.environ.get("LKJIP_SMTP_HOST")
    else "django.core.mail.backends.console.EmailBackend"
)
EMAIL_HOST = os.environ.get("LKJIP_SMTP_HOST", "")
EMAIL_PORT = int(os.environ.get("LKJIP_SMTP_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("LKJIP_SMTP_PENGGUNA", "")
EMAIL_HOST_PASSWORD = os.environ.get("LKJIP_SMTP_SANDI", "")
EMAIL_USE_TLS = _ya("LKJIP_SMTP_TLS", "ya")
DEFAULT_FROM_EMAIL = os.environ.get("LKJIP_EMAIL_PENGIRIM", "lkjip@localhost")

if not DEBUG:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _ya("LKJIP_HTTPS", "ya")
    SECURE_SSL_REDIRECT = _ya("LKJIP_HTTPS", "ya")
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = int(os.environ.get("LKJIP_HSTS_DETIK", "0"))
