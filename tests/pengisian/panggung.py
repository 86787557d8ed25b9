"""The stage of the panel's tests: one indicator of one agency in one quarter, and how it is opened and closed."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from kinerja.data_pengisian import StatusPengisian
from kinerja.services_pengisian import kunci_triwulan
from lkjip.riwayat.services import konteks_riwayat
from renstra.models import Indikator, TahunKinerja
from tests.pengisian.alamat import pk_indikator
from tests.pengisian.dunia import pindahkan
from tests.situs.pemeran import SENDIRI, TAHUN

TW = 3
HTMX = {"HX-Request": "true", "HX-Current-URL": f"http://testserver/instansi/{SENDIRI}/{TAHUN}/pengisian/{TW}/"}


def tahun_kinerja(kode: str = SENDIRI) -> TahunKinerja:
    return TahunKinerja.objects.select_related("instansi", "renstra").get(instansi__kode=kode, tahun=TAHUN)


def indikator(kode: str = SENDIRI) -> Indikator:
    return Indikator.objects.get(pk=pk_indikator(kode))


def alamat(nama: str, *lain: Any, triwulan: int = TW, kode: str = SENDIRI) -> str:
    return reverse(nama, args=[kode, TAHUN, triwulan, pk_indikator(kode), *lain])


def tutup(status: StatusPengisian = StatusPengisian.DIAJUKAN, triwulan: int = TW) -> None:
    """Put the quarter into a state, past the steps that lead there."""
    with konteks_riwayat(jalur="uji"):
        pindahkan(kunci_triwulan(tahun_kinerja(), triwulan)[triwulan], status)


def buka() -> None:
    tutup(StatusPengisian.DRAF)
