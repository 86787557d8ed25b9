"""Writing the identity of an agency-year and the period of its Renstra. Call within `mengubah`."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db.models import Max

from lkjip.dasar.isian import Isian
from lkjip.riwayat.services_baris import simpan_baris
from lkjip.riwayat.services_isian import terapkan_isian
from renstra.data import KOLOM_KINI
from renstra.data_rencana import TAHUN_PALING_AKHIR, TAHUN_PALING_AWAL
from renstra.models import Instansi, Renstra, TahunKinerja

KOLOM_PERIODE = frozenset({"renstra_awal", "renstra_akhir"})
_PANJANG_NAMA = 200  # what the table of the pemda holds
_BERBATAS = ("pemda", "jabatan_kepala_daerah")


def simpan_identitas(*, tahun_kinerja: TahunKinerja, isian: Sequence[Isian]) -> list[str]:
    """Who the agency was in this year; its latest year says who it is now. Raises IsianBentrok, ValidationError."""
    baris = TahunKinerja.objects.select_for_update(no_key=True).get(pk=tahun_kinerja.pk)
    berubah = terapkan_isian(baris, isian)
    if not berubah:
        return []
    for nama in _BERBATAS:
        if len(getattr(baris, nama)) > _PANJANG_NAMA:
            raise ValidationError({nama: f"Paling banyak {_PANJANG_NAMA} huruf."})
    simpan_baris(baris)
    if not TahunKinerja.objects.filter(instansi=baris.instansi_id, tahun__gt=baris.tahun).exists():
        _ikutkan_instansi(baris)
    return berubah


def _ikutkan_instansi(baris: TahunKinerja) -> None:
    """As the import does: the agency is called as in its latest year."""
    instansi = Instansi.objects.get(pk=baris.instansi_id)
    beda = [nama for nama in KOLOM_KINI if getattr(instansi, nama) != getattr(baris, nama)]
    for nama in beda:
        setattr(instansi, nama, getattr(baris, nama))
    if beda:
        simpan_baris(instansi)


def simpan_periode(*, tahun_kinerja: TahunKinerja, isian: Sequence[Isian]) -> list[str]:
    """The first and last year of the Renstra, for all years that share it. Raises IsianBentrok, ValidationError.

    Where the agency has another plan of that period already, this one becomes a further version of it.
    """
    baris = Renstra.objects.select_for_update(no_key=True).get(pk=tahun_kinerja.renstra_id)
    berubah = terapkan_isian(baris, isian)
    if not berubah:
        return []
    for nama in berubah:
        nilai = getattr(baris, nama)
        if nilai is not None and not TAHUN_PALING_AWAL <= nilai <= TAHUN_PALING_AKHIR:
            raise ValidationError({nama: f"Tahun hanya {TAHUN_PALING_AWAL} sampai {TAHUN_PALING_AKHIR}."})
    seperiode = Renstra.objects.filter(
        instansi=baris.instansi_id, renstra_awal=baris.renstra_awal, renstra_akhir=baris.renstra_akhir
    ).exclude(pk=baris.pk)
    if seperiode.filter(versi=baris.versi).exists():
        baris.versi = (seperiode.aggregate(akhir=Max("versi"))["akhir"] or 0) + 1
    simpan_baris(baris)
    return berubah
