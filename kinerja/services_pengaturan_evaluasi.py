"""How a pemda evaluates: its rules, and what its APIP prints on letters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kinerja.models import PengaturanEvaluasi
from kinerja.selectors_evaluasi import ambil_pengaturan
from lkjip.akun.models import Pengguna
from lkjip.riwayat.services_baris import menulis, simpan_baris
from renstra.models import Pemda


def save_pengaturan_evaluasi(*, pemda: Pemda, isi: Mapping[str, Any], oleh: Pengguna) -> PengaturanEvaluasi:
    """Set these columns; the others stay. The caller has asked which `oleh` may set. Raises ValidationError."""
    with menulis(oleh=oleh, jalur="halaman"):
        Pemda.objects.select_for_update().get(pk=pemda.pk)
        baris = ambil_pengaturan(pemda)
        for kolom, nilai in isi.items():
            setattr(baris, kolom, nilai)
        return simpan_baris(baris)
