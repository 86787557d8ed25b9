"""Which report a page is asked for: `?triwulan=2&unit=7`, both of them optional."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.utils import timezone

from lkjip.dasar.periode import DAFTAR_TRIWULAN
from lkjip.data import BukuKerja
from lkjip.halaman.pilihan_laporan import PemilihLaporan, kueri_pilihan, pemilih_laporan
from lkjip.laporan.data import DataLaporan
from lkjip.perencanaan.selectors_pilihan import load_buku_pilihan
from renstra.akses import ambil_hak
from renstra.models import TahunKinerja
from renstra.selectors_unit import load_unit

_MAKS_ANGKA = 9  # digits: any pk that a database knows


@dataclass(frozen=True)
class Permintaan:
    """The choice as it stands in the address."""

    triwulan: int | None = None
    unit: int | None = None

    @property
    def kueri(self) -> str:
        return kueri_pilihan(self.triwulan, self.unit)


def baca_permintaan(request: HttpRequest) -> Permintaan:
    """An empty value is no choice; 404 for what is no number, or no quarter."""
    triwulan, unit = (_angka(request.GET.get(nama, "")) for nama in ("triwulan", "unit"))
    if triwulan not in (None, *DAFTAR_TRIWULAN):
        raise Http404("Triwulan hanya 1 sampai 4.")
    return Permintaan(triwulan, unit)


def _angka(teks: str) -> int | None:
    if not teks:
        return None
    if not (teks.isascii() and teks.isdecimal() and len(teks) <= _MAKS_ANGKA):
        raise Http404("Pilihan laporan ini tidak ada.")
    return int(teks)


def muat_buku(tahun_kinerja: TahunKinerja, minta: Permintaan) -> BukuKerja:
    """What the chosen report is made from; 404 where the agency has no such unit."""
    try:
        return load_buku_pilihan(tahun_kinerja, minta.triwulan, minta.unit)
    except LookupError as galat:
        raise Http404("Unit kerja ini tidak ada pada perangkat daerah ini.") from galat


def pemilih(
    request: HttpRequest, tahun_kinerja: TahunKinerja, minta: Permintaan, laporan: DataLaporan
) -> PemilihLaporan:
    """The chooser as the page shows it: four queries. 404 where the agency has no such unit."""
    hak, peta = ambil_hak(request.user, tahun_kinerja.instansi), load_unit(tahun_kinerja.instansi)
    if minta.unit is not None and minta.unit not in peta.nama_per_pk:
        raise Http404("Unit kerja ini tidak ada pada perangkat daerah ini.")
    return pemilih_laporan(
        laporan,
        peta,
        hak.daftar_unit or frozenset(),
        tahun=tahun_kinerja.tahun,
        triwulan=minta.triwulan,
        unit=minta.unit,
        hari=timezone.localdate(),
    )
