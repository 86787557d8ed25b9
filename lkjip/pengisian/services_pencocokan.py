"""What an agency's budget files look like, remembered for the next import."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lkjip.akun.models import Pengguna
from lkjip.pengisian.models import PencocokanKolom
from lkjip.riwayat.services import konteks_riwayat
from renstra.models import Instansi

JALUR_IMPOR = "impor anggaran"


def save_pencocokan(*, instansi: Instansi, isi: Mapping[str, Any], oleh: Pengguna) -> None:
    """Remember the matching; the same one again leaves no history."""
    with konteks_riwayat(oleh=oleh, jalur=JALUR_IMPOR):
        baris, baru = PencocokanKolom.objects.select_for_update().get_or_create(
            instansi=instansi, defaults={"isi": dict(isi)}
        )
        if not baru and baris.isi != isi:
            baris.isi = dict(isi)
            baris.save(update_fields=["isi"])
