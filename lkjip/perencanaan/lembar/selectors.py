"""How many rows each sheet has."""

from __future__ import annotations

from collections.abc import Mapping

from lkjip.laporan import data
from lkjip.laporan.models import TabelBebas
from lkjip.laporan.selectors import rekaman_tabel
from renstra.models import TahunKinerja
from renstra.selectors_lembar import TempatLembar, banyak_baris


def banyak_per_lembar(tahun_kinerja: TahunKinerja, daftar: Mapping[str, TempatLembar]) -> dict[str, int]:
    """Rows per sheet, and under `tabel` the number of free tables: one query a sheet."""
    hasil = {nama: banyak_baris(tempat, tahun_kinerja) for nama, tempat in daftar.items()}
    return hasil | {"tabel": TabelBebas.objects.filter(tahun_kinerja=tahun_kinerja).count()}


def daftar_tabel(tahun_kinerja: TahunKinerja) -> tuple[data.TabelBebas, ...]:
    """The free tables of the year, in the order of the workbook."""
    semua = TabelBebas.objects.filter(tahun_kinerja=tahun_kinerja)
    return tuple(map(rekaman_tabel, semua.order_by("urutan", "id")))


def ambil_tabel(tahun_kinerja: TahunKinerja, nama: str) -> data.TabelBebas | None:
    """One free table by its name."""
    baris = TabelBebas.objects.filter(tahun_kinerja=tahun_kinerja, nama=nama).first()
    return rekaman_tabel(baris) if baris else None
