"""Removing a year that holds nothing yet."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q

from anggaran.models import RealisasiAnggaran
from kinerja.data_evaluasi import AsalEvaluasi, TahapEvaluasi
from kinerja.data_pengisian import StatusPengisian
from kinerja.models import (
    AnalisisTriwulan,
    BuktiDukung,
    CatatanPengisian,
    Evaluasi,
    KinerjaTriwulan,
    Komponen,
    KomponenTriwulan,
    PengisianTriwulan,
    Reviu,
)
from kinerja.services_pengisian import kunci_triwulan
from lkjip.akun.models import Pengguna
from lkjip.laporan.models import Terbitan
from lkjip.riwayat.services_baris import menulis
from renstra.models import TahunKinerja
from renstra.services import kunci_instansi
from renstra.services_versi import hapus_versi

_ADA_ANGKA = Q(realisasi__isnull=False) | ~Q(predikat_realisasi="") | Q(pembilang__isnull=False)


def daftar_isi_tahun(tahun_kinerja: TahunKinerja) -> list[str]:
    """What keeps the year from being removed: what was reached, spent, proven or decided in it. Empty: nothing."""
    milik: dict[str, Any] = {"tahun_kinerja": tahun_kinerja}
    triwulan = PengisianTriwulan.objects.filter(**milik)
    evaluasi = Evaluasi.objects.filter(
        instansi=tahun_kinerja.instansi_id, tahun=tahun_kinerja.tahun, asal=AsalEvaluasi.DIKERJAKAN
    )
    daftar = (
        ("realisasi kinerja triwulan", KinerjaTriwulan.objects.filter(_ADA_ANGKA, **milik)),
        ("realisasi anggaran", RealisasiAnggaran.objects.filter(realisasi__isnull=False, **milik)),
        ("nilai komponen", Komponen.objects.filter(nilai__isnull=False, **milik)),
        ("nilai komponen triwulan", KomponenTriwulan.objects.filter(komponen__tahun_kinerja=tahun_kinerja)),
        ("bukti dukung", BuktiDukung.objects.filter(**milik)),
        ("analisis triwulan", AnalisisTriwulan.objects.filter(**milik)),
        ("catatan", CatatanPengisian.objects.filter(pengisian__tahun_kinerja=tahun_kinerja)),
        ("versi dokumen resmi", Terbitan.objects.filter(**milik)),
        ("evaluasi inspektorat", evaluasi.exclude(tahap=TahapEvaluasi.DIBATALKAN)),
        ("reviu inspektorat", Reviu.objects.filter(**milik)),
        ("triwulan yang sudah diajukan", triwulan.exclude(status=StatusPengisian.DRAF)),
    )
    return [f"{banyak} {nama}" for nama, baris in daftar if (banyak := baris.count())]


def hapus_tahun(*, tahun_kinerja: TahunKinerja, oleh: Pengguna) -> str:
    """Remove the year; its Renstra too where no other year uses it and no other plan was copied from it.

    Raises ValidationError where the year holds more than a plan. Returns the id of the event.
    """
    with menulis(oleh=oleh) as kejadian:
        kunci_instansi(pk=tahun_kinerja.instansi_id)
        kunci_triwulan(tahun_kinerja)
        if isi := daftar_isi_tahun(tahun_kinerja):
            raise ValidationError(
                f"Tahun {tahun_kinerja.tahun} sudah berisi {', '.join(isi)}, jadi tidak dapat dihapus."
            )
        renstra = tahun_kinerja.renstra
        tahun_kinerja.delete()
        if not renstra.daftar_tahun.exists() and not renstra.daftar_turunan.exists():
            hapus_versi(renstra=renstra)
    return kejadian
