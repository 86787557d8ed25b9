"""What an agency's budget files look like, remembered for the next import."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lkjip.akun.models import Pengguna
from lkjip.pengisian.data_pencocokan import DAFTAR_BENTUK
from lkjip.pengisian.models import PencocokanKolom
from lkjip.riwayat.services import konteks_riwayat
from renstra.models import Instansi

JALUR_IMPOR = "impor anggaran"


def save_pencocokan(*, instansi: Instansi, isi: Mapping[str, Any], oleh: Pengguna, kunci: str = "") -> None:
    """Remember the matching; the same one again leaves no history.

    `kunci`: of which kind of file (`BentukBerkas.ingatan`); what is remembered of other kinds stays.
    """
    with konteks_riwayat(oleh=oleh, jalur=JALUR_IMPOR):
        baris, _ = PencocokanKolom.objects.select_for_update().get_or_create(
            instansi=instansi, defaults={"isi": _gabung({}, isi, kunci)}
        )
        baru = _gabung(baris.isi, isi, kunci)
        if baris.isi != baru:
            baris.isi = baru
            baris.save(update_fields=["isi"])


def _gabung(lama: Mapping[str, Any], isi: Mapping[str, Any], kunci: str) -> dict[str, Any]:
    if kunci:
        return {**lama, kunci: dict(isi)}
    lain = {bentuk.ingatan: lama[bentuk.ingatan] for bentuk in DAFTAR_BENTUK if bentuk.ingatan in lama}
    return {**lain, **isi}
