"""The steps of a quarter with everything that they ask for: what it lacks, the remarks that go with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import PermissionDenied

from kinerja.akses import boleh_langkah
from kinerja.data_pengisian import Langkah
from kinerja.models import LangkahPengisian
from kinerja.services_pengisian import LangkahDitolak, ambil_langkah, save_catatan
from lkjip.akun.models import Pengguna
from lkjip.halaman.kelengkapan import Kekurangan, kekurangan, menghentikan
from lkjip.pengisian.selectors_alur import load_bahan, load_konteks
from lkjip.riwayat.services import konteks_riwayat
from renstra.akses import Hak
from renstra.models import Indikator, TahunKinerja


class PengajuanTertahan(LangkahDitolak):
    """The quarter lacks what it must hold; `daftar` says what."""

    def __init__(self, daftar: tuple[Kekurangan, ...]) -> None:
        super().__init__(f"Triwulan ini belum dapat diajukan: masih ada {len(daftar)} hal yang harus dilengkapi.")
        self.daftar = daftar


def jalankan_langkah(
    *,
    tahun_kinerja: TahunKinerja,
    triwulan: int,
    langkah: Langkah,
    oleh: Pengguna,
    hak: Hak,
    hari: date,
    catatan: str = "",
    catatan_indikator: Mapping[Indikator, str] | None = None,
) -> LangkahPengisian:
    """Take a step, and what belongs to it, in one transaction under the lock of the quarter.

    Raises PermissionDenied, LangkahDitolak (PengajuanTertahan: with the list), BarisDitolak. The step comes first,
    because it locks: what the check then reads nobody can change, and if it refuses, the step is undone with it.
    """
    if not boleh_langkah(hak, langkah):
        raise PermissionDenied
    catatan_indikator = {i: isi for i, isi in (catatan_indikator or {}).items() if isi.strip()}
    if langkah is not Langkah.KEMBALIKAN:
        catatan_indikator = {}
    if catatan_indikator and not catatan.strip():
        catatan = f"Lihat catatan pada {len(catatan_indikator)} indikator."
    with konteks_riwayat(oleh=oleh, jalur="langkah", alasan=catatan.strip()):
        diambil = ambil_langkah(
            tahun_kinerja=tahun_kinerja,
            triwulan=triwulan,
            langkah=langkah,
            oleh=oleh,
            hak=hak,
            hari=hari,
            catatan=catatan,
        )
        if langkah is Langkah.AJUKAN:
            periksa_pengajuan(tahun_kinerja, triwulan)
        for indikator, isi in catatan_indikator.items():
            save_catatan(tahun_kinerja=tahun_kinerja, triwulan=triwulan, isi=isi, oleh=oleh, indikator=indikator)
        return diambil


def periksa_pengajuan(tahun_kinerja: TahunKinerja, triwulan: int) -> None:
    """Raises PengajuanTertahan where the quarter lacks something that stops its submission."""
    tertahan = menghentikan(kekurangan(load_konteks(tahun_kinerja), load_bahan(tahun_kinerja, triwulan)))
    if tertahan:
        raise PengajuanTertahan(tertahan)
