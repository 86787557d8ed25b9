"""Components of a composite indicator in a quarter, and the realisasi that follows from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja.models import Komponen, KomponenTriwulan
from kinerja.pilihan import realisasi_komposit
from kinerja.selectors_panel import daftar_komponen
from kinerja.services_pengisian import buka_untuk_isi, pastikan_ada, save_realisasi_terhitung
from lkjip.akun.models import Pengguna
from lkjip.dasar.baca_angka import MAKS_DIGIT_DESIMAL
from lkjip.dasar.hitungan import banyak_desimal
from lkjip.dasar.isian import Isian
from lkjip.dasar.tulisan_angka import bulat
from lkjip.riwayat.services import konteks_riwayat
from lkjip.riwayat.services_isian import simpan_banyak_isian
from renstra.models import Indikator, TahunKinerja

_PerKomponen = Mapping[int, Decimal | None]


@dataclass(frozen=True)
class HasilKomponen:
    """`komposit`: Σ bobot × nilai, None while a component lacks one of them. The realisasi of the quarter has become
    that, unless `dipertahankan`: a realisasi that did not come from the components and therefore was left as it was.
    """

    komposit: Decimal | None
    dipertahankan: Decimal | None = None


def save_komponen_triwulan(
    *,
    tahun_kinerja: TahunKinerja,
    triwulan: int,
    indikator: Indikator,
    isian: Mapping[int, Isian],
    oleh: Pengguna,
    hari: date,
) -> HasilKomponen:
    """Store the components' values of a quarter (`nilai`), per pk of the Komponen, and what follows from them.

    The realisasi of the quarter follows them, because the workbook has no place for a quarter's components; but one
    that was typed or imported is never overwritten: only an empty one, or the composite as it was before.
    The year's own value of a component follows the latest quarter that has one.
    Raises TriwulanTertutup, IsianBentrok (`kunci`: pk of the Komponen), BarisTiada, BarisDitolak.
    """
    if asing := {i.kolom for i in isian.values()} - {"nilai"}:
        raise ValueError(f"not columns of a component's quarter: {asing}")
    with konteks_riwayat(oleh=oleh, jalur="komponen"):
        buka_untuk_isi(tahun_kinerja, triwulan, hari)
        daftar = list(daftar_komponen(tahun_kinerja, indikator).select_for_update(no_key=True).order_by("pk"))
        pastikan_ada(isian, (k.pk for k in daftar))
        tersimpan = {b.komponen_id: b for b in _baris_komponen(daftar) if b.triwulan == triwulan}
        semula, terakhir_semula = _komposit(daftar, tersimpan), _nilai_terakhir(daftar)
        baris = {pk: tersimpan.get(pk) or KomponenTriwulan(komponen_id=pk, triwulan=triwulan) for pk in isian}
        simpan_banyak_isian([(pk, baris[pk], [isian[pk]]) for pk in sorted(isian)])
        _ikuti_tahun([k for k in daftar if k.pk in isian], terakhir_semula, _nilai_terakhir(daftar))
        komposit = _komposit(daftar, {**tersimpan, **baris})
        sisa = save_realisasi_terhitung(
            tahun_kinerja=tahun_kinerja, triwulan=triwulan, indikator=indikator.pk, semula=semula, nilai=komposit
        )
        return HasilKomponen(komposit, sisa)


def _baris_komponen(daftar: Sequence[Komponen]) -> list[KomponenTriwulan]:
    return list(KomponenTriwulan.objects.filter(komponen__in=daftar).order_by("triwulan"))


def _komposit(daftar: Sequence[Komponen], per_komponen: Mapping[int, KomponenTriwulan]) -> Decimal | None:
    """Exact, as long as it can be stored; a product of very long numbers is cut at the last digit that a column has."""
    pasangan = [(k.bobot, b.nilai if (b := per_komponen.get(k.pk)) else None) for k in daftar]
    nilai = realisasi_komposit(pasangan).angka
    terlalu_panjang = nilai is not None and banyak_desimal(nilai) > MAKS_DIGIT_DESIMAL
    return bulat(nilai, MAKS_DIGIT_DESIMAL) if nilai is not None and terlalu_panjang else nilai


def _nilai_terakhir(daftar: Sequence[Komponen]) -> _PerKomponen:
    """Per component the value of the latest quarter that has one."""
    return {b.komponen_id: b.nilai for b in _baris_komponen(daftar) if b.nilai is not None}


def _ikuti_tahun(daftar: Sequence[Komponen], semula: _PerKomponen, terakhir: _PerKomponen) -> None:
    """The year's value follows the quarters. Where no quarter has one any more, what came from elsewhere stays."""
    ikut = [k for k in daftar if k.pk in terakhir or k.nilai == semula.get(k.pk)]
    simpan_banyak_isian([(k.pk, k, [Isian("nilai", terakhir.get(k.pk), k.nilai)]) for k in ikut])
