"""Where a budget row hangs: which sasaran its money serves, and which unit answers for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.core.exceptions import ValidationError

from anggaran.models import Anggaran
from lkjip.akun.models import Pengguna
from lkjip.dasar.isian import Isian
from lkjip.riwayat.services import konteks_riwayat, periksa_baris
from lkjip.riwayat.services_isian import terapkan_isian
from renstra.models import Sasaran, TahunKinerja
from renstra.services import kunci_instansi

KOLOM_SASARAN, KOLOM_UNIT = "sasaran", "penanggung_jawab"


def ubah_tautan_anggaran(
    *, tahun_kinerja: TahunKinerja, kode: str, isian: Sequence[Isian], oleh: Pengguna
) -> list[str]:
    """Store the sasaran (by kode, '' none) or the person in charge of a budget row; the columns that changed.

    Raises ValidationError where the row or the sasaran is gone, IsianBentrok where somebody else was faster.
    """
    with konteks_riwayat(oleh=oleh, jalur="halaman"):
        kunci_instansi(pk=tahun_kinerja.instansi_id)
        baris = Anggaran.objects.select_for_update().filter(tahun_kinerja=tahun_kinerja, kode=kode).first()
        if baris is None:
            raise ValidationError("Baris anggaran ini sudah tidak ada. Muat ulang halaman.")
        berubah = terapkan_isian(baris, [_dengan_sasaran(satu, tahun_kinerja) for satu in isian])
        if berubah:
            periksa_baris(baris)
            baris.save(update_fields=berubah)
        return berubah


def _dengan_sasaran(isian: Isian, tahun_kinerja: TahunKinerja) -> Isian:
    """The kode of a sasaran as the row it names; a former link to one that is gone was no link any more."""
    if isian.kolom != KOLOM_SASARAN:
        return isian
    per_kode = {s.kode: s for s in Sasaran.objects.filter(renstra=tahun_kinerja.renstra_id)}
    if isian.nilai and isian.nilai not in per_kode:
        raise ValidationError("Sasaran ini sudah tidak ada dalam Renstra. Muat ulang halaman.")
    return replace(isian, nilai=per_kode.get(str(isian.nilai)), dasar=per_kode.get(str(isian.dasar)))
