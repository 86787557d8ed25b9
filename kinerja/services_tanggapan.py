"""The agency's reply to the findings of an evaluation: written finding by finding, then sent (`ambil_langkah`)."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from kinerja.akses_evaluasi import ambil_hak_evaluasi
from kinerja.models import CatatanEvaluasi
from kinerja.services_evaluasi import kunci_evaluasi
from lkjip.akun.models import Pengguna
from lkjip.dasar.isian import Isian
from lkjip.riwayat.services import periksa_baris
from lkjip.riwayat.services_baris import menulis
from lkjip.riwayat.services_isian import IsianBentrok, terapkan_isian

TANGGAPAN_TUTUP = "Tanggapan sudah dikirim atau waktunya sudah ditutup, jadi tidak dapat diubah lagi."


def save_tanggapan(*, pk: int, isian: Mapping[int, Isian], oleh: Pengguna) -> int:
    """Store replies (column `tanggapan`) per pk of the finding; how many changed.

    Raises ValidationError (the stage is over, a finding is gone or was changed meanwhile), PermissionDenied.
    """
    with menulis(oleh=oleh, jalur="halaman"):
        evaluasi = kunci_evaluasi(pk)
        hak = ambil_hak_evaluasi(oleh, evaluasi)
        if not hak.menanggapi:
            raise PermissionDenied
        if not hak.tanggapi:
            raise ValidationError(TANGGAPAN_TUTUP)
        daftar = CatatanEvaluasi.objects.filter(evaluasi=evaluasi, pk__in=isian)
        baris = {c.pk: c for c in daftar.select_for_update(of=("self",)).order_by("pk")}
        if baris.keys() != isian.keys():
            raise ValidationError("Catatan yang ditanggapi sudah tidak ada. Muat ulang halaman ini.")
        return sum(_terapkan(baris[catatan], satu, oleh) for catatan, satu in isian.items())


def _terapkan(catatan: CatatanEvaluasi, isian: Isian, oleh: Pengguna) -> bool:
    try:
        berubah = terapkan_isian(catatan, [isian])
    except IsianBentrok as galat:
        raise ValidationError(
            f"Tanggapan atas “{catatan}” sudah diubah {galat.daftar[0].oleh or 'orang lain'} sejak halaman ini dibuka. "
            "Salin ketikan Anda, muat ulang, lalu gabungkan."
        ) from galat
    if not berubah:
        return False
    catatan.ditanggapi_oleh, catatan.ditanggapi_pada = oleh, timezone.now()
    periksa_baris(catatan)
    catatan.save(update_fields=["tanggapan", "ditanggapi_oleh", "ditanggapi_pada"])
    return True
