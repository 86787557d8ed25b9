"""Setting the targets of the quarters from the page of the Rencana Aksi."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from kinerja.services_target import save_target_triwulan
from lkjip.akun.models import Pengguna
from lkjip.dasar.isian import Isian
from lkjip.perencanaan.services import mengubah
from renstra.models import TahunKinerja


def simpan_target_triwulan(
    *, tahun_kinerja: TahunKinerja, isian: Mapping[int, Sequence[Isian]], oleh: Pengguna, hari: date
) -> int:
    """Raises TriwulanTertutup, BarisTiada, BarisDitolak, IsianBentrok."""
    with mengubah(tahun_kinerja, oleh=oleh):
        return save_target_triwulan(tahun_kinerja=tahun_kinerja, isian=isian, hari=hari)
