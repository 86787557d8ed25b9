"""System checks: mistakes of an installation, each with an id, what is wrong and what to do."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import DatabaseError, connection

from lkjip.penyusunan.selectors import daftar_pekerja_hidup

# One file of each kind stands for what `siapkan_statis` puts there.
WAKIL_STATIS = ("bootstrap/bootstrap.min.css", "fonts/LiberationSans-Regular.ttf")


@register(Tags.staticfiles)
def check_statis(app_configs: Sequence[AppConfig] | None, **kwargs: object) -> list[CheckMessage]:
    folder = Path(settings.BASE_DIR) / "static" / "vendor"
    kurang = [nama for nama in WAKIL_STATIS if not (folder / nama).is_file()]
    if not kurang:
        return []
    return [
        Warning(
            f"static/vendor belum lengkap: {', '.join(kurang)} tidak ada; halaman dan PDF akan salah rupa.",
            hint="Jalankan: make siap (atau manage.py siapkan_statis).",
            id="lkjip.W001",
        )
    ]


@register(Tags.security, deploy=True)
def check_basis_data(app_configs: Sequence[AppConfig] | None, **kwargs: object) -> list[CheckMessage]:
    if connection.vendor != "sqlite":
        return []
    return [
        Warning(
            "Basis data server ini SQLite: hanya satu orang yang dapat menyimpan pada satu saat.",
            hint="Untuk lebih dari satu instansi pakai PostgreSQL: DATABASE_URL=postgresql://pengguna:sandi@server/nama.",
            id="lkjip.W002",
        )
    ]


@register(Tags.security, deploy=True)
def check_surel(app_configs: Sequence[AppConfig] | None, **kwargs: object) -> list[CheckMessage]:
    if settings.EMAIL_HOST:
        return []
    return [
        Warning(
            "Server surel belum ditentukan: surat pengaturan ulang sandi hanya tercetak di catatan server.",
            hint="Isi LKJIP_SMTP_HOST, LKJIP_SMTP_PENGGUNA, LKJIP_SMTP_SANDI dan LKJIP_EMAIL_PENGIRIM.",
            id="lkjip.W003",
        )
    ]


@register(Tags.security, deploy=True)
def check_alamat_situs(app_configs: Sequence[AppConfig] | None, **kwargs: object) -> list[CheckMessage]:
    if settings.ALAMAT_SITUS:
        return []
    return [
        Warning(
            "Alamat situs belum ditentukan: tautan di surat undangan dan pengingat tidak dapat dibuka.",
            hint="Isi LKJIP_ALAMAT_SITUS, misalnya https://lkjip.contoh.go.id.",
            id="lkjip.W004",
        )
    ]


@register(Tags.security, deploy=True)
def check_pekerja(app_configs: Sequence[AppConfig] | None, **kwargs: object) -> list[CheckMessage]:
    """Nobody is there to make files; a database that does not answer is not this check's business."""
    try:
        if settings.PEKERJA != "terpisah" or daftar_pekerja_hidup().exists():
            return []
    except DatabaseError:
        return []
    return [
        Warning(
            "LKJIP_PEKERJA=terpisah, tetapi tidak ada pekerja yang hidup: berkas yang dipesan tidak akan disusun.",
            hint="Jalankan manage.py db_worker sebagai layanan, atau pakai LKJIP_PEKERJA=situs.",
            id="lkjip.W005",
        )
    ]


@register(Tags.security, deploy=True)
def check_tepercaya(app_configs: Sequence[AppConfig] | None, **kwargs: object) -> list[CheckMessage]:
    """Whom this installation trusts, and whether what is configured about signing can be kept."""
    # Imported here: half a second that only this check needs, and every command loads this file.
    from lkjip.laporan.signing.percaya import BerkasKepercayaanRusak, sebutan
    from lkjip.laporan.signing.setelan import folder_tepercaya, kepercayaan

    folder = folder_tepercaya()
    try:
        percaya = kepercayaan()
    except BerkasKepercayaanRusak as galat:
        return [Error(str(galat), hint=f"Perbaiki berkasnya, atau keluarkan dari {folder}.", id="lkjip.E001")]
    kurang: list[CheckMessage] = [] if not percaya.kosong else [_tanpa_penerbit(folder)]
    percobaan = [_penerbit_percobaan(folder, sebutan(satu.subject)) for satu in percaya.daftar_percobaan]
    return [*kurang, *percobaan, *_setelan_kurang()]


def _tanpa_penerbit(folder: Path) -> CheckMessage:
    return Warning(
        "Belum ada penerbit sertifikat yang dipercaya: setiap tanda tangan akan dinyatakan tidak dikenal.",
        hint=f"Letakkan sertifikat penerbit (.pem, .crt, .cer) di {folder}.",
        id="lkjip.W006",
    )


def _penerbit_percobaan(folder: Path, nama: str) -> CheckMessage:
    return Warning(
        f"Penerbit percobaan '{nama}' dipercaya di server: tanda tangan percobaan akan dinyatakan dikenal.",
        hint=f"Keluarkan sertifikatnya dari {folder}.",
        id="lkjip.W007",
    )


def _setelan_kurang() -> list[CheckMessage]:
    if not settings.TTD_LT or settings.TTD_TSA:
        return []
    return [
        Warning(
            "LKJIP_TTD_LT=ya tanpa penanda waktu: penandatanganan dengan berkas kunci akan ditolak.",
            hint="Isi LKJIP_TTD_TSA dengan alamat otoritas penanda waktu (RFC 3161), atau LKJIP_TTD_LT=tidak.",
            id="lkjip.W008",
        )
    ]


@register(Tags.security, deploy=True)
def check_bsre(app_configs: Sequence[AppConfig] | None, **kwargs: object) -> list[CheckMessage]:
    """The way to BSrE's Esign Client: passphrases travel on it."""
    if not settings.BSRE_ALAMAT:
        return []
    daftar: list[CheckMessage] = []
    if settings.BSRE_ALAMAT.startswith("http:") and not _di_dalam(urlsplit(settings.BSRE_ALAMAT).hostname or ""):
        daftar.append(
            Warning(
                "LKJIP_BSRE_ALAMAT memakai http di luar jaringan sendiri: passphrase penanda tangan dapat disadap.",
                hint="Pakai https, atau alamat Esign Client di jaringan dalam, misalnya http://10.1.2.3.",
                id="lkjip.W010",
            )
        )
    if not (settings.BSRE_PENGGUNA and settings.BSRE_SANDI):
        daftar.append(
            Warning(
                "Nama atau sandi layanan BSrE belum diisi: setiap permintaan tanda tangan akan ditolaknya.",
                hint="Isi LKJIP_BSRE_PENGGUNA dan LKJIP_BSRE_SANDI dengan akun Esign Client.",
                id="lkjip.W011",
            )
        )
    return daftar


def _di_dalam(tuan: str) -> bool:
    """An address of a private network, or a name that only such a network knows; nobody is asked."""
    try:
        return ipaddress.ip_address(tuan).is_private
    except ValueError:
        return "." not in tuan or tuan.endswith((".local", ".internal", ".lan"))
