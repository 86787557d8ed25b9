"""Whether a pemda shows its published documents to everybody is kept here."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from lkjip.akun.models import Pengguna
from lkjip.laporan.models import HalamanPublik
from lkjip.riwayat.services_baris import menulis, simpan_baris
from renstra.models import Pemda

_JALUR = "halaman publik"
ALAMAT_TERPAKAI = frozenset({"dokumen"})
"""Parts of addresses below /publik/ that are not a pemda's."""


def save_halaman_publik(
    *, pemda: Pemda, alamat: str, pengantar: str, oleh: Pengguna | None, aktif: bool | None = None
) -> HalamanPublik:
    """Address and introduction; `aktif` opens or shuts the page, None leaves it. Raises ValidationError, by field."""
    with menulis(oleh=oleh, jalur=_JALUR):
        Pemda.objects.select_for_update(no_key=True).get(pk=pemda.pk)
        baris = HalamanPublik.objects.filter(pemda=pemda).first() or HalamanPublik(pemda=pemda)
        if alamat in ALAMAT_TERPAKAI:
            raise ValidationError({"alamat": "Alamat ini dipakai situs. Pilih yang lain."})
        if HalamanPublik.objects.filter(alamat=alamat).exclude(pk=baris.pk).exists():
            raise ValidationError({"alamat": "Alamat ini sudah dipakai pemerintah daerah lain. Pilih yang lain."})
        baris.alamat, baris.pengantar = alamat, pengantar
        baris.aktif = baris.aktif if aktif is None else aktif
        return simpan_baris(baris)


def tutup_halaman_publik(*, pemda: Pemda, oleh: Pengguna | None) -> None:
    """Nobody sees the page any longer; its address and introduction stay for another time."""
    with menulis(oleh=oleh, jalur=_JALUR):
        Pemda.objects.select_for_update(no_key=True).get(pk=pemda.pk)
        baris = HalamanPublik.objects.filter(pemda=pemda, aktif=True).first()
        if baris is not None:
            baris.aktif = False
            simpan_baris(baris)
