"""Everything read about claims."""

from __future__ import annotations

from lkjip.dasar.rekaman import susun_rekaman
from lkjip.pemeriksaan import data
from lkjip.pemeriksaan.models import Klaim
from renstra.models import TahunKinerja

_KOLOM = ("rujukan", "besaran", "subjek", "tahun", "triwulan", "versi", "nilai", "desimal", "teks")


def load_klaim(tahun_kinerja: TahunKinerja) -> tuple[data.Klaim, ...]:
    """The claims stored with this agency-year: one query."""
    baris = Klaim.objects.filter(tahun_kinerja=tahun_kinerja).order_by("urutan", "id").values(*_KOLOM)
    return susun_rekaman(data.Klaim, baris)
