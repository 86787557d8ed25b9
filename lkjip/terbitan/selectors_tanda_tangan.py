"""Places for signatures and attempts at signing, read."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q

from lkjip.akun.models import Pengguna
from lkjip.laporan.data_terbitan import KeadaanTindakan
from lkjip.laporan.models import NikPenandaTangan, TandaTanganTerbitan, Terbitan, TindakanTandaTangan
from renstra.models import TahunKinerja


def ambil_tanda(tahun_kinerja: TahunKinerja, terbitan: int, tanda: int) -> TandaTanganTerbitan | None:
    """The place, with its version; None where this agency-year has none such."""
    daftar = TandaTanganTerbitan.objects.select_related("terbitan", "oleh")
    return daftar.filter(pk=tanda, terbitan=terbitan, terbitan__tahun_kinerja=tahun_kinerja).first()


def daftar_tanda(terbitan: Terbitan) -> list[TandaTanganTerbitan]:
    """All places of a version in the order of the document."""
    return list(TandaTanganTerbitan.objects.filter(terbitan=terbitan).order_by("urutan"))


def tindakan_berlangsung(terbitan: Terbitan) -> TindakanTandaTangan | None:
    daftar = TindakanTandaTangan.objects.select_related("oleh")
    return daftar.filter(terbitan=terbitan, keadaan=KeadaanTindakan.BERLANGSUNG).first()


def tindakan_terakhir(tanda: TandaTanganTerbitan) -> TindakanTandaTangan | None:
    return TindakanTandaTangan.objects.filter(tanda_tangan=tanda).first()


def daftar_tindakan_lama(sekarang: datetime, terbitan: Terbitan | None = None) -> list[TindakanTandaTangan]:
    """Attempts that run for longer than one may: whoever worked at them is gone.

    One that begins as far in the future is as old: the clock was put back, and nobody waits until it gets there again.
    """
    lama = timedelta(seconds=settings.TINDAKAN_DETIK)
    daftar = TindakanTandaTangan.objects.filter(keadaan=KeadaanTindakan.BERLANGSUNG)
    daftar = daftar.filter(Q(mulai__lt=sekarang - lama) | Q(mulai__gt=sekarang + lama))
    if terbitan is not None:
        daftar = daftar.filter(terbitan=terbitan)
    return list(daftar.select_related("terbitan", "tanda_tangan", "oleh"))


def daftar_tindakan(nomor: list[int]) -> dict[int, TindakanTandaTangan]:
    daftar = TindakanTandaTangan.objects.filter(pk__in=nomor).select_related("terbitan", "tanda_tangan", "oleh")
    return {satu.pk: satu for satu in daftar}


def nik_tersimpan(pengguna: Pengguna | None) -> str:
    """The NIK that this user let the site remember; '' where there is none."""
    if pengguna is None:
        return ""
    return NikPenandaTangan.objects.filter(pengguna=pengguna).values_list("nik", flat=True).first() or ""
