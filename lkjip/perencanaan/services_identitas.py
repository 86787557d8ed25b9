"""Saving the page Identitas & periode: the year, its Renstra and its report, all or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja.selectors_pengisian import hari_ini
from lkjip.akun.models import Pengguna
from lkjip.dasar.isian import Isian
from lkjip.kelola.services_pejabat import ikuti_pejabat
from lkjip.laporan.models import IdentitasLaporan
from lkjip.perencanaan.services import mengubah
from lkjip.riwayat.services_baris import ubah_baris
from lkjip.riwayat.services_isian import Bentrok, IsianBentrok
from renstra.data import KOLOM_IDENTITAS
from renstra.models import TahunKinerja
from renstra.services_identitas import KOLOM_PERIODE, simpan_identitas, simpan_periode

KOLOM_KEPALA = frozenset({"jabatan_kepala", "nama_kepala", "nip_kepala", "pangkat_kepala"})
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
        if "tanggal_laporan" in berubah and KOLOM_KEPALA.isdisjoint(berubah):
            berubah += _ikuti_pejabat(tahun_kinerja)
    return berubah, kejadian


def _ikuti_pejabat(tahun_kinerja: TahunKinerja) -> list[str]:
    """The report takes the official of its date, unless the same save says who signs."""
    instansi, tahun = tahun_kinerja.instansi, int(tahun_kinerja.tahun)
    return sorted(KOLOM_KEPALA) if ikuti_pejabat(instansi=instansi, tahun=tahun, hari=hari_ini()) else []


def _simpan_laporan(*, tahun_kinerja: TahunKinerja, isian: Sequence[Isian]) -> list[str]:
    tersimpan = IdentitasLaporan.objects.select_for_update(no_key=True).filter(tahun_kinerja=tahun_kinerja).first()
    return ubah_baris(tersimpan or IdentitasLaporan(tahun_kinerja=tahun_kinerja), isian)
