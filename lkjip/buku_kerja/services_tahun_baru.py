"""Opening a year: the workbook of a year that is not there yet goes the way of every workbook."""

from __future__ import annotations

import hashlib

from django.db import transaction

from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.services import HasilImpor, impor_buku
from lkjip.data import BukuKerja
from renstra.models import Renstra, TahunKinerja
from renstra.services_versi import lanjutkan_indikator

JALUR = "tahun baru"


class PratinjauBasi(Exception):
    """What would be written is no longer what was shown; nothing was."""


def buka_tahun(
    *,
    buku: BukuKerja,
    sumber: TahunKinerja | None,
    oleh: Pengguna,
    periksa_saja: bool = False,
    sidik: str | None = None,
) -> HasilImpor:
    """Store the new year, one event that can be taken back. Raises ImporDitolak, also where the year is there.

    `sidik`: that of the preview that the user has agreed to; raises PratinjauBasi where it is another by now.

    Where its plan is of another period than that of `sumber`, every indicator continues the one it came from.
    """

    def lanjutkan(tahun_kinerja: TahunKinerja) -> None:
        if sumber is not None and tahun_kinerja.renstra != sumber.renstra:
            _lanjutkan(tahun_kinerja.renstra, sumber.renstra)

    alasan = f"dibuka dari tahun {sumber.tahun}" if sumber is not None else "tahun pertama"
    with transaction.atomic():
        hasil = impor_buku(
            buku=buku,
            oleh=oleh,
            jalur=JALUR,
            alasan=alasan,
            periksa_saja=periksa_saja,
            hanya_baru=True,
            sesudah=lanjutkan,
        )
        if sidik is not None and sidik != sidik_hasil(hasil):
            raise PratinjauBasi
    return hasil


def _lanjutkan(baru: Renstra, lama: Renstra) -> None:
    """Only a plan that nobody else uses yet: one that was there before has its own predecessors."""
    if baru.daftar_tahun.count() > 1:
        return
    if baru.asal_id is None:
        baru.asal = lama
        baru.save(update_fields=["asal"])
    lanjutkan_indikator(dari=lama, ke=baru)


def sidik_hasil(hasil: HasilImpor) -> str:
    """Stands for what a preview has shown; if the data have changed since, it differs."""
    return hashlib.sha256(repr((hasil.kode, hasil.tahun, hasil.daftar_lembar)).encode()).hexdigest()
