"""What the quarter page shows besides the figures, counted per indicator."""

from __future__ import annotations

from collections import Counter

from django.db.models import Count

from kinerja.models import AnalisisTriwulan, BuktiDukung
from kinerja.selectors_pengisian import catatan_terbuka
from lkjip.halaman.pengisian import Dasar, Pelengkap
from lkjip.pengisian.ruang import Ruang
from lkjip.pengisian.selectors import pk_indikator_per_kode
from renstra.models import TahunKinerja
from renstra.selectors_rincian import cara_per_kode


def load_pelengkap(tahun_kinerja: TahunKinerja, triwulan: int) -> Pelengkap:
    """Evidence, analysis and open remarks of a quarter, counted per kode of the indicator: three queries."""
    milik = {"tahun_kinerja": tahun_kinerja, "triwulan": triwulan}
    bukti = BuktiDukung.objects.filter(**milik).values_list("indikator__kode")
    analisis = AnalisisTriwulan.objects.filter(**milik).values_list("indikator__kode")
    catatan = catatan_terbuka([tahun_kinerja]).filter(pengisian__triwulan=triwulan, indikator__isnull=False)
    return Pelengkap(
        dict(bukti.annotate(banyak=Count("pk")).order_by()),
        dict(analisis.annotate(banyak=Count("pk")).order_by()),
        Counter(catatan.values_list("indikator__kode", flat=True)),
    )


def dasar_isian(ruang: Ruang, pelengkap: Pelengkap | None = None) -> Dasar:
    """What the rows of the page are made from: two queries, for their pks and how they are computed.

    `pelengkap` is what the page counts beside them; the answer to a save shows none of it.
    """
    return Dasar(
        konteks=ruang.konteks,
        triwulan=ruang.triwulan,
        pk=pk_indikator_per_kode(ruang.tahun_kinerja),
        unit=ruang.unit,
        boleh=ruang.boleh_isi_indikator,
        pelengkap=pelengkap or Pelengkap(),
        cara=cara_per_kode(ruang.tahun_kinerja),
    )
