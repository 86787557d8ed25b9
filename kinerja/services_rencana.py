"""The method and the scales of a year, written by hand. Call within `konteks_riwayat`, agency locked."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.exceptions import ValidationError

from kinerja import data
from kinerja.models import MetodePengukuran, Skala
from kinerja.services import save_lembar
from kinerja.services_lembar import jaga_skala
from lkjip.dasar.isian import Isian
from lkjip.dasar.rekaman import susun_rekaman
from lkjip.riwayat.services import menyesuaikan
from lkjip.riwayat.services_baris import ubah_baris
from renstra.models import TahunKinerja

_KOLOM_SKALA = ("skala", "arah", "batas_bawah", "kategori")


def save_metode(tahun_kinerja: TahunKinerja, isian: Sequence[Isian]) -> int:
    """Store columns of the year's method; how many changed. Raises IsianBentrok, ValidationError."""
    baris = MetodePengukuran.objects.filter(tahun_kinerja=tahun_kinerja).select_for_update().first()
    berubah = ubah_baris(baris or MetodePengukuran(tahun_kinerja=tahun_kinerja), isian)
    nama = {i.kolom: i.nilai for i in isian}.get("skala")
    if nama and not Skala.objects.filter(tahun_kinerja=tahun_kinerja, skala=nama).exists():
        raise ValidationError(f"Skala “{nama}” tidak ada. Buat atau salin dahulu pada halaman Skala kategori.")
    return len(berubah)


def daftar_skala(tahun_kinerja: TahunKinerja) -> tuple[data.Skala, ...]:
    """The classes of the year as they are stored, in the order of the sheet."""
    semua = Skala.objects.filter(tahun_kinerja=tahun_kinerja).order_by("urutan", "id")
    return susun_rekaman(data.Skala, semua.values(*_KOLOM_SKALA))


def save_skala(tahun_kinerja: TahunKinerja, nama: str, daftar: Sequence[data.Skala]) -> None:
    """Make the scale `nama` of the year read as `daftar`, whose rows may bear another name: then it is renamed.

    A scale that is not there yet comes last; an empty `daftar` removes it. The method follows a new name.
    Raises ValidationError where the new name is another scale's, or the scale in force would go.
    """
    baru = daftar[0].skala if daftar else nama
    semua = daftar_skala(tahun_kinerja)
    if baru != nama and any(s.skala == baru for s in semua):
        raise ValidationError(f"Skala “{baru}” sudah ada. Pilih nama lain.")
    tempat = next((n for n, s in enumerate(semua) if s.skala == nama), len(semua))
    lain = [s for s in semua if s.skala != nama]
    with menyesuaikan(None) as alat:
        save_lembar(tahun_kinerja, "skala", (*lain[:tempat], *daftar, *lain[tempat:]), alat)
    if baru != nama:
        metode = MetodePengukuran.objects.filter(tahun_kinerja=tahun_kinerja, skala=nama).first()
        if metode is not None:
            ubah_baris(metode, [Isian("skala", baru, nama)])
    jaga_skala(tahun_kinerja)
