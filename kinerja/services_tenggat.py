"""Deadlines: the rules of a pemda, and more time for one agency."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import ValidationError

from kinerja.data_pengisian import StatusPengisian
from kinerja.models import AturanPengisian, PengisianTriwulan
from kinerja.services_pengisian import kunci_triwulan
from lkjip.akun.models import Pengguna
from lkjip.dasar.periode import nama_triwulan
from lkjip.riwayat.services import konteks_riwayat
from renstra.models import Pemda, TahunKinerja


def save_aturan(*, pemda: Pemda, isi: Mapping[str, int | bool], oleh: Pengguna) -> AturanPengisian:
    """The rules of the pemda become `isi` (columns of AturanPengisian); the row is made at the first change."""
    with konteks_riwayat(oleh=oleh, jalur="halaman"):
        Pemda.objects.select_for_update(no_key=True).get(pk=pemda.pk)
        baris = AturanPengisian.objects.filter(pemda=pemda).first() or AturanPengisian(pemda=pemda)
        for kolom, nilai in isi.items():
            setattr(baris, kolom, nilai)
        baris.full_clean()
        baris.save()
        return baris


def save_tenggat_khusus(
    *, tahun_kinerja: TahunKinerja, triwulan: int, tenggat: date, alasan: str, oleh: Pengguna, hari: date
) -> PengisianTriwulan:
    """Until when this agency may fill in this quarter; `alasan` goes into the history. Raises ValidationError."""
    if tenggat < hari:
        raise ValidationError({"tenggat": "Tenggat baru tidak boleh sebelum hari ini."})
    if not alasan.strip():
        raise ValidationError({"alasan": "Tulis alasan perpanjangan."})
    with konteks_riwayat(oleh=oleh, jalur="halaman", alasan=alasan.strip()):
        baris = kunci_triwulan(tahun_kinerja, triwulan)[triwulan]
        if baris.status != StatusPengisian.DRAF:
            nama = f"{nama_triwulan(triwulan)} {tahun_kinerja.tahun}"
            raise ValidationError(f"{nama} sekarang {baris.status}, jadi tenggatnya tidak perlu diperpanjang.")
        baris.tenggat_khusus = tenggat
        baris.save(update_fields=["tenggat_khusus"])
        return baris
