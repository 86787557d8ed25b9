"""Money of a quarter, written by hand: cumulative realisasi, cash plan, and a revised pagu from the budget system."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from anggaran.data import KOLOM_PAGU
from anggaran.models import Anggaran, RealisasiAnggaran
from kinerja.services_pengisian import baris_triwulan, buka_untuk_isi, pastikan_ada
from lkjip.akun.models import Pengguna
from lkjip.dasar.isian import Isian
from lkjip.riwayat.services import konteks_riwayat
from lkjip.riwayat.services_isian import simpan_banyak_isian
from renstra.models import TahunKinerja

KOLOM_UANG = ("realisasi", "rencana")


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

    Returns how many columns changed. All or nothing. Raises TriwulanTertutup, IsianBentrok (`kunci`: pk of the budget
    row), BarisTiada, BarisDitolak. The caller has asked whether `oleh` may fill in these rows.
    """
    if asing := {i.kolom for daftar in isian.values() for i in daftar} - {*KOLOM_UANG, *KOLOM_PAGU}:
        raise ValueError(f"not columns of a quarter's money: {asing}")
    with konteks_riwayat(oleh=oleh, jalur=jalur):
        buka_untuk_isi(tahun_kinerja, triwulan, hari)
        anggaran = _baris_anggaran(tahun_kinerja, isian)
        pastikan_ada(isian, anggaran)
        uang = _pilah(isian, KOLOM_UANG)
        realisasi = baris_triwulan(RealisasiAnggaran, "anggaran", tahun_kinerja, triwulan, uang)
        return simpan_banyak_isian(
            [
                *((pk, anggaran[pk], daftar) for pk, daftar in _pilah(isian, KOLOM_PAGU).items()),
                *((pk, realisasi[pk], daftar) for pk, daftar in uang.items()),
            ]
        )


def _pilah(isian: Mapping[int, Sequence[Isian]], kolom: Sequence[str]) -> dict[int, list[Isian]]:
    """What is meant for these columns, without the rows for which there is nothing."""
    terpilih = {pk: [i for i in daftar if i.kolom in kolom] for pk, daftar in isian.items()}
    return {pk: daftar for pk, daftar in terpilih.items() if daftar}


def _baris_anggaran(tahun_kinerja: TahunKinerja, daftar_pk: Iterable[int]) -> dict[int, Anggaran]:
    daftar = Anggaran.objects.select_for_update(no_key=True).filter(tahun_kinerja=tahun_kinerja, pk__in=set(daftar_pk))
    return {baris.pk: baris for baris in daftar.order_by("pk")}
