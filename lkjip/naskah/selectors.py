"""Everything read for the pages on which the report is written."""

from __future__ import annotations

from collections.abc import Collection

from lkjip.laporan.models import Narasi
from lkjip.naskah.halaman_versi import Entri
from lkjip.riwayat.selectors import daftar_riwayat_tahun, memuat
from renstra.models import TahunKinerja

_KOLOM = ("pk", "kejadian", "waktu", "nama_oleh", "jalur", "kunci", "dari", "ke")


def load_entri_naskah(tahun_kinerja: TahunKinerja, daftar_bagian: Collection[str]) -> list[Entri]:
    """The history of the rows that ever stood under one of these names, oldest first: one query."""
    tabel = Narasi._meta.db_table
    semua = daftar_riwayat_tahun(tahun_kinerja.pk).filter(tabel=tabel)
    milik = semua.filter(memuat(bagian__in=list(daftar_bagian))).order_by("id")
    return [
        Entri(e.pk, e.kejadian, e.waktu, e.pelaku, e.jalur, e.kunci, e.dari, e.ke)
        for e in milik.only(*(k for k in _KOLOM))
    ]
