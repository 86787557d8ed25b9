"""Saving the page Identitas & periode: the year, its Renstra and its report, all or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from lkjip.akun.models import Pengguna
from lkjip.dasar.isian import Isian
from lkjip.laporan.models import IdentitasLaporan
from lkjip.perencanaan.services import mengubah
from lkjip.riwayat.services_baris import ubah_baris
from lkjip.riwayat.services_isian import Bentrok, IsianBentrok
from renstra.data import KOLOM_IDENTITAS
from renstra.models import TahunKinerja
from renstra.services_identitas import KOLOM_PERIODE, simpan_identitas, simpan_periode

KOLOM_LAPORAN = frozenset({"jenis_laporan", "triwulan", "tanggal_laporan", "nomor_penetapan"})


def simpan_identitas_tahun(
    *, tahun_kinerja: TahunKinerja, isian: Sequence[Isian], oleh: Pengguna
) -> tuple[list[str], str]:
    """The columns that changed, and the event. Raises IsianBentrok with all conflicts, ValidationError by field."""
    bentrok: list[Bentrok] = []
    berubah: list[str] = []
    with mengubah(tahun_kinerja, oleh=oleh) as kejadian:
        for simpan, kolom in (
            (simpan_identitas, KOLOM_IDENTITAS),
            (simpan_periode, KOLOM_PERIODE),
            (_simpan_laporan, KOLOM_LAPORAN),
        ):
            try:
                berubah += simpan(tahun_kinerja=tahun_kinerja, isian=[i for i in isian if i.kolom in kolom])
            except IsianBentrok as galat:
                bentrok += galat.daftar
        if bentrok:
            raise IsianBentrok(bentrok)
    return berubah, kejadian


def _simpan_laporan(*, tahun_kinerja: TahunKinerja, isian: Sequence[Isian]) -> list[str]:
    tersimpan = IdentitasLaporan.objects.select_for_update(no_key=True).filter(tahun_kinerja=tahun_kinerja).first()
    return ubah_baris(tersimpan or IdentitasLaporan(tahun_kinerja=tahun_kinerja), isian)
