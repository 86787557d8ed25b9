"""Money of a quarter, written by hand: cumulative realisasi, cash plan, and a revised pagu from the budget system."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.db.models import Max

from anggaran.models import Anggaran, RealisasiAnggaran
from kinerja.services_pengisian import buka_untuk_isi
from lkjip.akun.models import Pengguna
from lkjip.dasar.isian import Isian
from lkjip.riwayat.services import konteks_riwayat
from lkjip.riwayat.services_isian import simpan_isian
from renstra.models import TahunKinerja

KOLOM_UANG = ("realisasi", "rencana")
KOLOM_PAGU = ("pagu_murni", "pagu_perubahan")


def save_isian_uang(
    *,
    tahun_kinerja: TahunKinerja,
    triwulan: int,
    isian: Mapping[int, Sequence[Isian]],
    oleh: Pengguna,
    hari: date,
    jalur: str = "halaman",
) -> int:
    """Store `KOLOM_UANG` (rupiah, cumulative since January) and `KOLOM_PAGU`, per pk of the budget row.

    Returns how many columns changed. All or nothing. Raises TriwulanTertutup, IsianBentrok, BarisDitolak.
    The caller has asked whether `oleh` may fill in these rows, and that they belong to this year.
    """
    with konteks_riwayat(oleh=oleh, jalur=jalur):
        buka_untuk_isi(tahun_kinerja, triwulan, hari)
        return sum(_save_satu(tahun_kinerja, triwulan, pk, daftar) for pk, daftar in sorted(isian.items()))


def _save_satu(tahun_kinerja: TahunKinerja, triwulan: int, anggaran: int, daftar: Sequence[Isian]) -> int:
    if asing := {i.kolom for i in daftar} - {*KOLOM_UANG, *KOLOM_PAGU}:
        raise ValueError(f"not columns of a quarter's money: {asing}")
    banyak = 0
    if pagu := [i for i in daftar if i.kolom in KOLOM_PAGU]:
        banyak += len(simpan_isian(Anggaran.objects.select_for_update(of=("self",)).get(pk=anggaran), pagu))
    if uang := [i for i in daftar if i.kolom in KOLOM_UANG]:
        kunci = {"tahun_kinerja": tahun_kinerja, "anggaran_id": anggaran, "tahun": tahun_kinerja.tahun}
        baris = RealisasiAnggaran.objects.select_for_update().filter(**kunci, triwulan=triwulan).first()
        baris = baris or RealisasiAnggaran(**kunci, triwulan=triwulan, urutan=_urutan_baru(tahun_kinerja))
        banyak += len(simpan_isian(baris, uang))
    return banyak


def _urutan_baru(tahun_kinerja: TahunKinerja) -> int:
    """The place behind all rows of the sheet."""
    terakhir = RealisasiAnggaran.objects.filter(tahun_kinerja=tahun_kinerja).aggregate(n=Max("urutan"))["n"]
    return (terakhir or 0) + 1
