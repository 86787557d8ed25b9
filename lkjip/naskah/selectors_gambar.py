"""Everything read about the pictures of a report."""

from __future__ import annotations

from lkjip.dasar.butir import sidik_butir
from lkjip.laporan.data import GambarNaskah
from lkjip.laporan.models import GambarLaporan
from lkjip.laporan.selectors import rekaman_gambar
from renstra.models import TahunKinerja
from renstra.simpanan_berkas import sidik_sah


def daftar_gambar(tahun_kinerja: TahunKinerja) -> tuple[GambarNaskah, ...]:
    """The pictures of the year in their order, without their bytes; one query."""
    semua = GambarLaporan.objects.filter(tahun_kinerja=tahun_kinerja)
    return tuple(map(rekaman_gambar, semua.order_by("urutan", "id")))


def ambil_gambar(tahun_kinerja: TahunKinerja, nama: str) -> GambarNaskah | None:
    """One picture by its short name."""
    baris = GambarLaporan.objects.filter(tahun_kinerja=tahun_kinerja, nama=nama).first()
    return rekaman_gambar(baris) if baris else None


def mime_gambar(tahun_kinerja: TahunKinerja, sidik: str) -> str | None:
    """What kind of file this picture of the year is; None where the year has no such picture."""
    if not sidik_sah(sidik):
        return None
    return GambarLaporan.objects.filter(tahun_kinerja=tahun_kinerja, sidik=sidik).values_list("mime", flat=True).first()


def sidik_gambar(gambar: GambarNaskah) -> str:
    """A short text that stands for all that is stored of a picture: by it a save knows what it builds on."""
    isi = (gambar.nama, gambar.bagian, gambar.judul, gambar.sumber, gambar.alt, str(gambar.lebar_mm), gambar.sidik)
    return sidik_butir(isi)
