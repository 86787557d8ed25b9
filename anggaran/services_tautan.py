"""Where a budget row hangs: which sasaran its money serves, and which unit answers for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.core.exceptions import ValidationError

from anggaran.models import Anggaran
from lkjip.akun.models import Pengguna
from lkjip.dasar.isian import Isian
from lkjip.riwayat.services_baris import menulis, ubah_baris
from renstra.models import Sasaran, TahunKinerja
from renstra.services import kunci_instansi

KOLOM_SASARAN, KOLOM_UNIT = "sasaran", "penanggung_jawab"


def ubah_tautan_anggaran(*, tahun_kinerja: TahunKinerja, kode: str, isian: Sequence[Isian], oleh: Pengguna) -> str:
    """Store the sasaran (by kode, '' none) or the person in charge of a budget row.

    Returns the id of the event, by which it can be taken back; '' where nothing changed. Raises ValidationError where
    the row or the sasaran is gone or the database refuses, IsianBentrok where somebody else was faster.
    """
    with menulis(oleh=oleh) as kejadian:
        kunci_instansi(pk=tahun_kinerja.instansi_id)
        baris = Anggaran.objects.select_for_update().filter(tahun_kinerja=tahun_kinerja, kode=kode).first()
        if baris is None:
            raise ValidationError("Baris anggaran ini sudah tidak ada. Muat ulang halaman.")
        berubah = ubah_baris(baris, [_dengan_sasaran(satu, tahun_kinerja) for satu in isian])
    return kejadian if berubah else ""


def _dengan_sasaran(isian: Isian, tahun_kinerja: TahunKinerja) -> Isian:
    """The kode of a sasaran as the row it names; a former link to one that is gone was no link any more."""
    if isian.kolom != KOLOM_SASARAN:
        return isian
    per_kode = {s.kode: s for s in Sasaran.objects.filter(renstra=tahun_kinerja.renstra_id)}
    if isian.nilai and isian.nilai not in per_kode:
        raise ValidationError("Sasaran ini sudah tidak ada dalam Renstra. Muat ulang halaman.")
    return replace(isian, nilai=per_kode.get(str(isian.nilai)), dasar=per_kode.get(str(isian.dasar)))
