"""Agencies are made, described, renamed and removed here, and their logos and that of their pemda kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, BinaryIO

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import ProtectedError

from kinerja.models import Evaluasi
from lkjip.akun.models import Pengguna
from lkjip.riwayat.services_baris import menulis, simpan_baris
from renstra.models import Instansi, Pemda, TahunKinerja
from renstra.services import kunci_instansi
from renstra.simpanan_logo import LogoDitolak, olah_logo, simpan_logo

_JALUR = "profil"
_HILANG = "Instansi ini sudah tidak ada. Muat ulang halaman."


def tambah_instansi(*, pemda: Pemda, isi: Mapping[str, Any], oleh: Pengguna) -> Instansi:
    """A new agency of this pemda, without a year. Raises ValidationError."""
    with menulis(oleh=oleh, jalur=_JALUR):
        return _simpan(Instansi(pemda=pemda), isi)


def save_profil(*, instansi: Instansi, isi: Mapping[str, Any], oleh: Pengguna) -> Instansi:
    """Change these columns of the agency as it is now; the years keep what they carry. Raises ValidationError."""
    with menulis(oleh=oleh, jalur=_JALUR):
        baris = kunci_instansi(pk=instansi.pk)
        if baris is None:
            raise ValidationError(_HILANG)
        return _simpan(baris, isi)


def _simpan(baris: Instansi, isi: Mapping[str, Any]) -> Instansi:
    for kolom, nilai in isi.items():
        setattr(baris, kolom, nilai)
    try:
        return simpan_baris(baris)
    except IntegrityError as galat:  # somebody took the kode between the question and the answer
        raise ValidationError({"kode": "Kode ini sudah dipakai."}) from galat


def hapus_instansi(*, instansi: Instansi, oleh: Pengguna) -> None:
    """Only an agency without years and results of evaluations; its history stays. Raises ValidationError."""
    with menulis(oleh=oleh, jalur=_JALUR):
        baris = kunci_instansi(pk=instansi.pk)
        if baris is None:
            raise ValidationError(_HILANG)
        if TahunKinerja.objects.filter(instansi=baris).exists():
            raise ValidationError(
                f"{baris} punya data kinerja, jadi tidak dapat dihapus. Bila instansi ini digabung atau dibubarkan, "
                "akhiri penugasan penggunanya; laporan tahun-tahun lalu tetap dapat dibuka."
            )
        if Evaluasi.objects.filter(instansi=baris).exists():
            raise ValidationError(
                f"{baris} punya hasil evaluasi, jadi tidak dapat dihapus. Hapus dahulu hasil yang direkam keliru."
            )
        try:
            baris.delete()
        except (ProtectedError, IntegrityError) as galat:
            raise ValidationError(f"{baris} masih dipakai data lain, jadi tidak dapat dihapus.") from galat


def save_logo(*, milik: Instansi | Pemda, berkas: BinaryIO | None, oleh: Pengguna) -> None:
    """Keep this picture as the logo of the agency or pemda; None: none any more. Raises ValidationError."""
    try:
        sidik = simpan_logo(olah_logo(berkas)) if berkas is not None else ""
    except LogoDitolak as galat:
        raise ValidationError(str(galat)) from galat
    with menulis(oleh=oleh, jalur=_JALUR):
        baris = type(milik)._default_manager.select_for_update(no_key=True).get(pk=milik.pk)
        baris.logo = sidik
        baris.save(update_fields=["logo"])
