"""What the money page of a quarter is made from, and how the agency's budget file was read."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.conf import settings

from anggaran.selectors_rencana import pk_anggaran_per_kode
from lkjip.halaman.pengisian_anggaran import DasarUang
from lkjip.pengisian.models import PencocokanKolom
from lkjip.pengisian.ruang import Ruang
from renstra.models import Instansi


def dasar_uang(ruang: Ruang) -> DasarUang:
    """What the rows of the page are made from; one query for the pks."""
    return DasarUang(
        konteks=ruang.konteks,
        triwulan=ruang.triwulan,
        pk=pk_anggaran_per_kode(ruang.tahun_kinerja),
        unit=ruang.unit,
        boleh=ruang.boleh_isi_anggaran,
        batas_deviasi=Decimal(settings.BATAS_DEVIASI_KAS),
    )


def ambil_pencocokan(instansi: Instansi) -> dict[str, Any]:
    """How the agency's budget file was read the last time; empty where it never was."""
    isi = PencocokanKolom.objects.filter(instansi=instansi).values_list("isi", flat=True).first()
    return dict(isi or {})
