"""What is remembered of the texts of a report."""

from __future__ import annotations

from collections.abc import Mapping

from lkjip.laporan import data_naskah
from lkjip.laporan.models import CatatanNaskah
from renstra.models import TahunKinerja


def load_catatan(tahun_kinerja: TahunKinerja) -> Mapping[str, data_naskah.CatatanNaskah]:
    """The note of each text, per bagian: one query. Texts that were never saved on the page have none."""
    kolom = ("bagian", "angka", "oleh__nama", "ditulis_pada")
    return {
        bagian: data_naskah.CatatanNaskah(bagian, tuple(angka), oleh or "", pada)
        for bagian, angka, oleh, pada in CatatanNaskah.objects.filter(tahun_kinerja=tahun_kinerja).values_list(*kolom)
    }
