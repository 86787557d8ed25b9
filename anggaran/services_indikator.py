"""Hanging an indicator of the year on its budget row. Call within `mengubah`."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from anggaran.models import Anggaran, IndikatorAnggaran
from lkjip.riwayat.services_baris import simpan_baris
from renstra.models import Indikator


def gantungkan_indikator(*, indikator: Indikator, anggaran_id: int) -> None:
    """Hang a stored indicator of the year on this budget row of the same year. Raises ValidationError."""
    baris = Anggaran.objects.filter(pk=anggaran_id, tahun_kinerja=indikator.tahun_kinerja_id).first()
    if baris is None:
        raise ValidationError({"induk": "Baris anggaran ini sudah tidak ada. Pilih yang lain."})
    tautan = IndikatorAnggaran.objects.select_for_update(no_key=True).filter(indikator=indikator).first()
    tautan = tautan or IndikatorAnggaran(indikator=indikator)
    if tautan.anggaran_id != baris.pk:
        tautan.anggaran = baris
        simpan_baris(tautan)
