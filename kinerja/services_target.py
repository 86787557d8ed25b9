"""Targets of all four quarters at once, as the Rencana Aksi sets them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from kinerja.models import KinerjaTriwulan
from kinerja.selectors_pengisian import pk_indikator
from kinerja.services_pengisian import baris_triwulan, buka_untuk_isi, pastikan_ada
from lkjip.dasar.isian import Isian
from lkjip.dasar.periode import DAFTAR_TRIWULAN
from lkjip.riwayat.services_isian import Bentrok, IsianBentrok, simpan_banyak_isian
from renstra.models import TahunKinerja

_KOLOM = {"target": "target", "predikat": "predikat_target"}


def kolom_triwulan(kolom: str, triwulan: int) -> str:
    """The name of a quarter's column beside the others': `target_3`."""
    return f"{kolom}_{triwulan}"


_ASAL = {kolom_triwulan(k, n): (kolom, n) for k, kolom in _KOLOM.items() for n in DAFTAR_TRIWULAN}
_NAMA = {asal: nama for nama, asal in _ASAL.items()}


def save_target_triwulan(*, tahun_kinerja: TahunKinerja, isian: Mapping[int, Sequence[Isian]], hari: date) -> int:
    """Store columns `target_1` … `predikat_4` per pk of the indicator; how many changed.

    All or nothing, inside the caller's context with the agency locked; the quarters are locked in their order before
    any row. Raises TriwulanTertutup, BarisTiada, BarisDitolak, IsianBentrok (`kunci`: pk of the indicator).
    """
    per_triwulan: dict[int, dict[int, list[Isian]]] = defaultdict(lambda: defaultdict(list))
    for pk, daftar in isian.items():
        for satu in daftar:
            kolom, triwulan = _ASAL[satu.kolom]
            per_triwulan[triwulan][pk].append(replace(satu, kolom=kolom))
    for triwulan in sorted(per_triwulan):
        buka_untuk_isi(tahun_kinerja, triwulan, hari)
    pastikan_ada(isian, pk_indikator(tahun_kinerja, isian))
    banyak, bentrok = 0, list[Bentrok]()
    for triwulan in sorted(per_triwulan):
        milik = per_triwulan[triwulan]
        baris = baris_triwulan(KinerjaTriwulan, "indikator", tahun_kinerja, triwulan, milik)
        try:
            banyak += simpan_banyak_isian([(pk, baris[pk], daftar) for pk, daftar in milik.items()])
        except IsianBentrok as galat:
            bentrok += [replace(b, kolom=_NAMA[b.kolom, triwulan]) for b in galat.daftar]
    if bentrok:
        raise IsianBentrok(bentrok)
    return banyak
