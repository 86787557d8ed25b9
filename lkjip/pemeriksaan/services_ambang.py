"""Thresholds of a pemda, written: one event for all that was changed together, which can be taken back."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from django.core.exceptions import ValidationError

from lkjip.akun.models import Pengguna
from lkjip.pemeriksaan.data_ambang import AMBANG_BAWAAN, galat_ambang
from lkjip.pemeriksaan.models import AmbangPemda
from lkjip.riwayat.models import Riwayat
from lkjip.riwayat.services_baris import menulis, simpan_baris
from lkjip.riwayat.services_urung import urungkan
from renstra.models import Pemda


def save_ambang(*, pemda: Pemda, nilai: Mapping[str, Decimal | None], oleh: Pengguna) -> tuple[str, int]:
    """These thresholds from now on; None, or the catalogue's own value, is the catalogue's. The event, and how many
    thresholds changed.

    Raises ValidationError by name of the threshold.
    """
    salah = {nama: pesan for nama, n in nilai.items() if n is not None and (pesan := galat_ambang(nama, n))}
    if salah:
        raise ValidationError(salah)
    berubah = 0
    with menulis(oleh=oleh) as kejadian:
        Pemda.objects.select_for_update(no_key=True).get(pk=pemda.pk)
        ada = {baris.nama: baris for baris in AmbangPemda.objects.filter(pemda=pemda)}
        for nama, ingin in nilai.items():
            berubah += _satu(pemda, nama, ingin, ada.get(nama))
    return kejadian, berubah


def _satu(pemda: Pemda, nama: str, ingin: Decimal | None, baris: AmbangPemda | None) -> bool:
    """Whether anything was written."""
    if ingin is None or ingin == getattr(AMBANG_BAWAAN, nama):
        if baris is not None:
            baris.delete()
        return baris is not None
    baris = baris or AmbangPemda(pemda=pemda, nama=nama)
    if baris.nilai == ingin:
        return False
    baris.nilai = ingin
    simpan_baris(baris)
    return True


def urungkan_ambang(*, pemda: Pemda, kejadian: str, oleh: Pengguna) -> int:
    """Take back what `oleh` did to thresholds of this pemda in one event; how many. Raises ValidationError."""
    with menulis(oleh=oleh):
        Pemda.objects.select_for_update(no_key=True).get(pk=pemda.pk)
        milik, tabel = (AmbangPemda._meta.db_table, pemda.pk), Riwayat.objects.filter(kejadian=kejadian)
        daftar = tabel.values_list("tabel", "dari", "ke")
        if any((nama, (ke or dari or {}).get("pemda_id")) != milik for nama, dari, ke in daftar):
            raise ValidationError("Tidak ada perubahan ambang yang dapat diurungkan.")
        return urungkan(kejadian=kejadian, instansi=None, oleh=oleh)
