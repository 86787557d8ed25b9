"""How the realisasi of indicators comes about, per kode."""

from __future__ import annotations

from django.db.models import Q

from renstra.data import CaraHitung
from renstra.data_rincian import CaraIndikator
from renstra.models import RincianIndikator, TahunKinerja


def cara_per_kode(tahun_kinerja: TahunKinerja) -> dict[str, CaraIndikator]:
    """Of the indicators of the year for which it is set; one query."""
    milik = Q(indikator__renstra=tahun_kinerja.renstra_id) | Q(indikator__tahun_kinerja=tahun_kinerja)
    baris = RincianIndikator.objects.filter(milik).exclude(cara_hitung="")
    kolom = ("indikator__kode", "cara_hitung", "uraian_pembilang", "uraian_penyebut")
    return {kode: CaraIndikator(CaraHitung(cara), p, q) for kode, cara, p, q in baris.values_list(*kolom)}
