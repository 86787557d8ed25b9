"""The import of a DPA, once its preview is confirmed: all of it in one event, so that it can be taken back."""

from __future__ import annotations

from collections.abc import Mapping

from anggaran.services_belanja import isi_belanja
from anggaran.services_dpa import terapkan_dpa
from lkjip.akun.models import Pengguna
from lkjip.dasar.isian import Isian
from lkjip.halaman.banding_dpa import HasilDpa
from lkjip.pengisian.services_pencocokan import JALUR_IMPOR
from lkjip.perencanaan.services import mengubah
from renstra.models import TahunKinerja

_KOLOM_BELANJA: Mapping[str, str] = {"pagu_murni": "pagu_murni", "pagu_perubahan": "pagu"}


def simpan_dpa(
    *, tahun_kinerja: TahunKinerja, banding: HasilDpa, pk: Mapping[str, int], belanja: bool, oleh: Pengguna
) -> tuple[str, int]:
    """Store what the preview showed; the event, and how many rows. `belanja`: also the sums by kind of spending.

    All or nothing. Raises IsianBentrok, ValidationError.
    """
    ubah = {
        pk[b.lama.kode]: [Isian(u.kolom, u.baru, u.lama) for u in b.daftar_ubah]
        for b in banding.berubah
        if b.lama is not None
    }
    with mengubah(tahun_kinerja, oleh=oleh, jalur=JALUR_IMPOR) as kejadian:
        banyak = terapkan_dpa(tahun_kinerja=tahun_kinerja, tambah=[b.anggaran for b in banding.baru], ubah=ubah)
        for kolom, per_jenis in banding.belanja.items() if belanja else ():
            banyak += isi_belanja(
                tahun_kinerja=tahun_kinerja, tahun=tahun_kinerja.tahun, pagu=per_jenis, kolom=_KOLOM_BELANJA[kolom]
            )
    return kejadian, banyak
