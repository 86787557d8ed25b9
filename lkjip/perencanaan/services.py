"""The door through which the pages write the plan: history, locks in their order, refusals as sentences, undo."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError

from kinerja.services_pengisian import kunci_triwulan
from lkjip.akun.models import Pengguna
from lkjip.riwayat.services_baris import menulis
from renstra.models import TahunKinerja
from renstra.services import kunci_instansi


@contextmanager
def mengubah(
    tahun_kinerja: TahunKinerja, *, oleh: Pengguna, jalur: str = "halaman", alasan: str = "", triwulan: bool = False
) -> Iterator[str]:
    """Write the plan of this year inside; yields the id of the event, by which it can be taken back (`urungkan`).

    The agency is locked first. `triwulan`: also the quarters of every year that shares the Renstra, which whoever
    removes rows or moves them to another parent needs, because figures of quarters hang on them.
    Raises ValidationError with what the database refuses, a closed quarter among it.
    """
    with menulis(oleh=oleh, jalur=jalur, alasan=alasan) as kejadian:
        kunci_instansi(pk=tahun_kinerja.instansi_id)
        _pastikan_renstra_sama(tahun_kinerja)
        if triwulan:
            for tahun in TahunKinerja.objects.filter(renstra=tahun_kinerja.renstra_id).order_by("tahun"):
                kunci_triwulan(tahun)
        yield kejadian


def _pastikan_renstra_sama(tahun_kinerja: TahunKinerja) -> None:
    """A reviu may have given the year another version since the page read it; the old one must not be written."""
    if not TahunKinerja.objects.filter(pk=tahun_kinerja.pk, renstra=tahun_kinerja.renstra_id).exists():
        raise ValidationError("Tahun ini sekarang memakai versi Renstra yang lain. Muat ulang halaman.")
