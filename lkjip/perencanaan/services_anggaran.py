"""Saving columns of budget rows, in one event each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from django.core.exceptions import ValidationError

from anggaran.selectors_rencana import pk_anggaran_per_kode
from anggaran.services_belanja import simpan_isian_belanja
from anggaran.services_rencana import simpan_isian
from lkjip.akun.models import Pengguna
from lkjip.dasar.isian import Isian
from lkjip.perencanaan.services import mengubah
from renstra.models import TahunKinerja

Simpan = Callable[[Mapping[int, Sequence[Isian]]], int]


def penyimpan_anggaran(tahun_kinerja: TahunKinerja, oleh: Pengguna, jalur: str = "halaman") -> Simpan:
    """Stores columns of budget rows, as `SumberKisi.simpan` does."""

    def simpan(isian: Mapping[int, Sequence[Isian]]) -> int:
        # Rows of a quarter check the row that they hang on as they are stored; a new kode locks that row against them.
        berkode = any(satu.kolom == "kode" for daftar in isian.values() for satu in daftar)
        with mengubah(tahun_kinerja, oleh=oleh, jalur=jalur, triwulan=berkode):
            return simpan_isian(tahun_kinerja=tahun_kinerja, isian=isian)

    return simpan


def penyimpan_belanja(tahun_kinerja: TahunKinerja, oleh: Pengguna, jalur: str = "halaman") -> Simpan:
    """Stores columns of rows of spending, as `SumberKisi.simpan` does."""

    def simpan(isian: Mapping[int, Sequence[Isian]]) -> int:
        with mengubah(tahun_kinerja, oleh=oleh, jalur=jalur):
            return simpan_isian_belanja(tahun_kinerja=tahun_kinerja, isian=isian)

    return simpan


def ubah_tautan_anggaran(*, tahun_kinerja: TahunKinerja, kode: str, isian: Sequence[Isian], oleh: Pengguna) -> str:
    """Store the sasaran (by kode, '' none) or the person in charge of the budget row `kode`.

    Returns the id of the event, by which it can be taken back; '' where nothing changed. Raises ValidationError where
    the row or the sasaran is gone or the database refuses, IsianBentrok where somebody else was faster.
    """
    with mengubah(tahun_kinerja, oleh=oleh) as kejadian:
        pk = pk_anggaran_per_kode(tahun_kinerja).get(kode)
        if pk is None:
            raise ValidationError("Baris anggaran ini sudah tidak ada. Muat ulang halaman.")
        berubah = simpan_isian(tahun_kinerja=tahun_kinerja, isian={pk: isian})
    return kejadian if berubah else ""
