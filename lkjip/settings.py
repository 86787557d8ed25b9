"""Settings, read from the environment: LKJIP_… and DATABASE_URL. A fresh clone runs with none of them set.

With LKJIP_DEBUG=tidak (a real server) what is missing or makes no sense stops the start with a sentence that
says what to do. `manage.py check --deploy` names the rest (lkjip/checks.py).
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
_KUNCI_PENGEMBANGAN = "hanya-untuk-pengembangan-jangan-dipakai-di-server"
_YA, _TIDAK = {"1", "true", "ya", "yes"}, {"0", "false", "tidak", "no"}


def _ya(nama: str, bawaan: str) -> bool:
    nilai = os.environ.get(nama, bawaan).strip().lower()
    if nilai not in _YA | _TIDAK:
        raise ImproperlyConfigured(f"{nama}: '{nilai}' tidak dikenal; isi dengan ya atau tidak.")
    return nilai in _YA


def _bilangan(nama: str, bawaan: str) -> int:
    nilai = os.environ.get(nama, bawaan).strip()
    if not nilai.isascii() or not nilai.isdigit():
        raise ImproperlyConfigured(f"{nama}: '{nilai}' bukan bilangan bulat.")
    return int(nilai)


def _daftar(nama: str, bawaan: str = "") -> list[str]:
    return [bagian.strip() for bagian in os.environ.get(nama, bawaan).split(",") if bagian.strip()]


def _basis_data(url: str) -> dict[str, object]:
    """Django's DATABASES entry for `sqlite:///PATH` or `postgresql://user:secret@host:port/name?host=/socket/dir`."""
    bagian = urlsplit(url)
    pilihan = dict(parse_qsl(bagian.query))
    if bagian.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": unquote(bagian.path[1:]) or ":memory:",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",  # a writer waits for its turn instead of failing half-way
                "timeout": 20,
                # recursive_triggers: REPLACE then fires the delete triggers, so that the history sees it
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA recursive_triggers=ON;",
            },
        }
    if bagian.scheme in {"postgres", "postgresql"}:
        if not bagian.path[1:]:
            raise ImproperlyConfigured("DATABASE_URL: nama basis data belum ada (postgresql://pengguna@server/NAMA).")
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(bagian.path[1:]),
            "USER": unquote(bagian.username or ""),
            "PASSWORD": unquote(bagian.password or ""),
            "HOST": unquote(bagian.hostname or "") or pilihan.pop("host", ""),
            "PORT": str(bagian.port or ""),
            "OPTIONS": pilihan,  # sslmode, connect_timeout …: as libpq names them
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
        }
    raise ImproperlyConfigured(
        f"DATABASE_URL: skema '{bagian.scheme}' tidak dikenal; pakai sqlite:///BERKAS atau "
        "postgresql://pengguna:sandi@server/nama."
    )


DEBUG = _ya("LKJIP_DEBUG", "ya")
SECRET_KEY = os.environ.get("LKJIP_SECRET_KEY", "") or _KUNCI_PENGEMBANGAN
ALLOWED_HOSTS = _daftar("LKJIP_ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]" if DEBUG else "")
CSRF_TRUSTED_ORIGINS = _daftar("LKJIP_ASAL_TEPERCAYA")
if not DEBUG and SECRET_KEY == _KUNCI_PENGEMBANGAN:
    raise ImproperlyConfigured("LKJIP_SECRET_KEY belum diisi: isi dengan kata acak yang panjang, minimal 50 karakter.")
if not DEBUG and not ALLOWED_HOSTS:
    raise ImproperlyConfigured(
        "LKJIP_ALLOWED_HOSTS belum diisi: isi dengan nama situs, dipisah koma, misalnya lkjip.contoh.go.id."
    )

INSTALLED_APPS = [
    "lkjip.riwayat",
    "lkjip.akun",
    "renstra",
    "kinerja",
    "anggaran",
    "lkjip.laporan",
    "lkjip.pemeriksaan",
    "lkjip.buku_kerja",
    "lkjip.pengisian",
    "lkjip.penyusunan",
    "lkjip.terbitan",
    "lkjip.apps.LkjipConfig",
    "lkjip.apps.AdministrasiConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "lkjip.keamanan.KebijakanIsi",
    "lkjip.keamanan.BatasKiriman",
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
DATABASES = {"default": _basis_data(os.environ.get("DATABASE_URL") or f"sqlite:///{BASE_DIR / 'db.sqlite3'}")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "akun.Pengguna"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{nama}"}
    for nama in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
LOGIN_URL = "masuk"
LOGIN_REDIRECT_URL = "beranda"
LOGOUT_REDIRECT_URL = "masuk"
GAGAL_MASUK_MAKS = _bilangan("LKJIP_GAGAL_MASUK_MAKS", "5")  # wrong passwords of one name from one address, then wait
GAGAL_MASUK_MENIT = _bilangan("LKJIP_GAGAL_MASUK_MENIT", "15")
PASSWORD_RESET_TIMEOUT = _bilangan("LKJIP_TAUTAN_JAM", "72") * 3600  # how long an invitation's link is good
PROKSI = _bilangan("LKJIP_PROKSI", "0")  # own proxies before the site, each of which adds to X-Forwarded-For
# Counts of wrong passwords and of questions lie here. Django's 300 entries are filled in seconds by invented names, and
# then the counts that matter are thrown away.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 100_000, "CULL_FREQUENCY": 10},
    }
}

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
# Fonts and maps are fetched once and kept by the browser; squeezing them would take most of the time of collectstatic.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ("gz", "br", "png", "jpg", "webp", "zip", "woff2", "ttf", "otf", "map", "txt")
# Without a server's collectstatic, files are found where they lie (in development and in the tests).
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = DEBUG
MEDIA_ROOT = Path(os.environ.get("LKJIP_BERKAS", BASE_DIR / "berkas"))
BATAS_UNGGAH_MB = _bilangan("LKJIP_BATAS_UNGGAH_MB", "20")  # one uploaded file; a larger request is not read at all
# A whole quarter is one form: 2,000 rows of two columns, each with what stood there before. Django's 1,000 would refuse
# "Simpan semua" of an agency with 250 budget rows.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
# Who makes the ordered files: each process of the site beside its pages, or `manage.py db_worker` elsewhere.
PEKERJA = os.environ.get("LKJIP_PEKERJA", "situs").strip().lower()
if PEKERJA not in {"situs", "terpisah"}:
    raise ImproperlyConfigured(f"LKJIP_PEKERJA: '{PEKERJA}' tidak dikenal; isi dengan situs atau terpisah.")
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["berkas"]}}
# Chores of the guard beside each worker, by name: `penyusunan` knows no room above it.
TUGAS_PENJAGA = (
    "lkjip.terbitan.services_pulih_tanda_tangan.pulihkan_tindakan",
    "lkjip.pemeriksaan.services_hasil.periksa_yang_usang",
)
SUSUN_DETIK = _bilangan("LKJIP_SUSUN_DETIK", "600")  # one file may take so long
SUSUN_MB = _bilangan("LKJIP_SUSUN_MB", "2048")  # and its process so much address space
BATAS_DEVIASI_KAS = _bilangan("LKJIP_BATAS_DEVIASI_KAS", "15")  # percent; more is marked (pemeriksaan.md ANG-29)
BUKTI_MB = _bilangan("LKJIP_BUKTI_MB", "20")  # one file of evidence
BUKTI_MAKS_BERKAS = _bilangan("LKJIP_BUKTI_MAKS_BERKAS", "20")  # files and links of one indicator in one quarter
BUKTI_KIRIMAN_MB = _bilangan("LKJIP_BUKTI_KIRIMAN_MB", "100")  # all files that are sent at once
GAMBAR_KIRIMAN_MB = _bilangan("LKJIP_GAMBAR_KIRIMAN_MB", "100")  # all pictures of a report that are sent at once
_JENIS_DIKENAL = "pdf,docx,xlsx,jpg,png"
BUKTI_JENIS = _daftar("LKJIP_BUKTI_JENIS", _JENIS_DIKENAL)
if not BUKTI_JENIS or not set(BUKTI_JENIS) <= set(_JENIS_DIKENAL.split(",")):
    raise ImproperlyConfigured(f"LKJIP_BUKTI_JENIS: isi dengan satu atau beberapa dari {_JENIS_DIKENAL}.")

# Signing. `tepercaya/` holds the issuers that are trusted (one certificate a file, .pem .crt .cer), `pemegang/` key
# files that stay on the server (named after the user, .p12), `percobaan/` what `buat_percobaan` makes.
KUNCI = Path(os.environ.get("LKJIP_KUNCI", BASE_DIR / "kunci"))
TTD_SERTIFIKAT = os.environ.get("LKJIP_TTD_SERTIFIKAT", "percobaan" if DEBUG else "bsre").strip().lower()
if TTD_SERTIFIKAT not in {"bsre", "lain", "percobaan"}:
    raise ImproperlyConfigured(
        f"LKJIP_TTD_SERTIFIKAT: '{TTD_SERTIFIKAT}' tidak dikenal; isi bsre, lain, atau percobaan."
    )
TTD_TSA = os.environ.get("LKJIP_TTD_TSA", "").strip()  # a timestamp authority (RFC 3161); empty: PAdES B-B
TTD_LT = _ya("LKJIP_TTD_LT", "tidak")  # revocation data go into the file (B-LT); needs the authority
TTD_PDF14 = _ya("LKJIP_TTD_PDF14", "tidak")  # final PDFs as PDF 1.4, for signing engines that refuse newer ones
BSRE_ALAMAT = os.environ.get("LKJIP_BSRE_ALAMAT", "").strip().rstrip("/")  # the Esign Client Service inside the network
BSRE_PENGGUNA = os.environ.get("LKJIP_BSRE_PENGGUNA", "")
BSRE_SANDI = os.environ.get("LKJIP_BSRE_SANDI", "")
BSRE_VERSI = _bilangan("LKJIP_BSRE_VERSI", "2")
BSRE_DETIK = _bilangan("LKJIP_BSRE_DETIK", "60")
BSRE_TAMPILAN = os.environ.get("LKJIP_BSRE_TAMPILAN", "terlihat").strip().lower()  # of the signature on its page
BSRE_SUDUT = _ya("LKJIP_BSRE_SUDUT", "tidak")  # version 1 only: width and height are read as the opposite corner
if BSRE_VERSI not in {1, 2}:
    raise ImproperlyConfigured(f"LKJIP_BSRE_VERSI: {BSRE_VERSI} tidak dikenal; isi 1 atau 2.")
if BSRE_TAMPILAN not in {"terlihat", "tak-terlihat"}:
    raise ImproperlyConfigured(f"LKJIP_BSRE_TAMPILAN: '{BSRE_TAMPILAN}' tidak dikenal; isi terlihat atau tak-terlihat.")
if BSRE_ALAMAT and not BSRE_ALAMAT.startswith(("http://", "https://")):
    raise ImproperlyConfigured("LKJIP_BSRE_ALAMAT: tulis alamat lengkap Esign Client, misalnya http://10.1.2.3.")
TINDAKAN_DETIK = _bilangan("LKJIP_TINDAKAN_DETIK", "300")  # an attempt at signing that is older is given up
VERIFIKASI_MB = _bilangan("LKJIP_VERIFIKASI_MB", "30")  # a PDF brought to be checked
VERIFIKASI_MAKS = _bilangan("LKJIP_VERIFIKASI_MAKS", "30")  # questions of one address, then wait
VERIFIKASI_MENIT = _bilangan("LKJIP_VERIFIKASI_MENIT", "5")
VERIFIKASI_DETIK = _bilangan("LKJIP_VERIFIKASI_DETIK", "60")  # judging one file may take so long

CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if os.environ.get("LKJIP_SMTP_HOST")
    else "django.core.mail.backends.console.EmailBackend"
)
EMAIL_HOST = os.environ.get("LKJIP_SMTP_HOST", "")
EMAIL_PORT = _bilangan("LKJIP_SMTP_PORT", "587")
EMAIL_HOST_USER = os.environ.get("LKJIP_SMTP_PENGGUNA", "")
EMAIL_HOST_PASSWORD = os.environ.get("LKJIP_SMTP_SANDI", "")
EMAIL_USE_TLS = _ya("LKJIP_SMTP_TLS", "ya")
DEFAULT_FROM_EMAIL = os.environ.get("LKJIP_EMAIL_PENGIRIM", "lkjip@localhost")
EMAIL_TIMEOUT = 30  # seconds: a mail server that says nothing must not hold up the reminders
ALAMAT_SITUS = os.environ.get("LKJIP_ALAMAT_SITUS", "http://127.0.0.1:8000" if DEBUG else "").rstrip("/")
if ALAMAT_SITUS and not ALAMAT_SITUS.startswith(("http://", "https://")):
    raise ImproperlyConfigured("LKJIP_ALAMAT_SITUS: tulis alamat lengkap situs, misalnya https://lkjip.contoh.go.id.")

# Crash pages hide what is marked as secret while developing too, not only on a real server.
DEFAULT_EXCEPTION_REPORTER_FILTER = "lkjip.saringan_galat.SaringanGalat"
SESSION_COOKIE_AGE = 12 * 60 * 60  # a working day
X_FRAME_OPTIONS = "SAMEORIGIN"  # our own pages show the report in a frame
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # asks for DENY, see above
if not DEBUG:
    _https = _ya("LKJIP_HTTPS", "ya")
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = _https
    SECURE_HSTS_SECONDS = _bilangan("LKJIP_HSTS_DETIK", "0")
    if _https:
        # gunicorn speaks plain HTTP, so with HTTPS there is a proxy before it; it must set this header itself.
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# INFO: what the application did. WARNING: it went on, but somebody should look. ERROR: somebody's work was not done.
_TINGKAT_LOG = os.environ.get("LKJIP_LOG", "INFO").upper()
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"baris": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"konsol": {"class": "logging.StreamHandler", "formatter": "baris"}},
    "root": {"handlers": ["konsol"], "level": "WARNING"},
    "loggers": {
        **{nama: {"level": _TINGKAT_LOG} for nama in ("renstra", "kinerja", "anggaran", "lkjip")},
        "django": {"handlers": ["konsol"], "level": "INFO", "propagate": False},
    },
}
