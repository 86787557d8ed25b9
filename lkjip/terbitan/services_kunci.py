"""Locking a frozen version, in the one order that everybody keeps."""

from __future__ import annotations

from lkjip.laporan.models import Terbitan
from renstra.services import kunci_instansi


def kunci_versi(pk: int) -> Terbitan:
    """The row as it is now, locked after its agency: in another order two who lock would wait for each other."""
    kunci_instansi(daftar_tahun__daftar_terbitan=pk)
    return Terbitan.objects.select_for_update(of=("self",)).select_related("penyusunan", "tahun_kinerja").get(pk=pk)
