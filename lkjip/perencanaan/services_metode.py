"""The method and the scales of a year, changed from their pages. Raises ValidationError with what is refused."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.exceptions import ValidationError

from kinerja.data import Skala
from kinerja.services_rencana import save_metode, save_skala
from lkjip.akun.models import Pengguna
from lkjip.dasar.isian import Isian
from lkjip.perencanaan.services import mengubah
from lkjip.riwayat.services_isian import IsianBentrok
from renstra.models import TahunKinerja

_BERUBAH = "Metode ini baru saja diubah orang lain. Muat ulang halaman, lalu pilih kembali."


def ubah_metode(*, tahun_kinerja: TahunKinerja, isian: Sequence[Isian], oleh: Pengguna) -> int:
    """How many choices changed."""
    try:
        with mengubah(tahun_kinerja, oleh=oleh):
            return save_metode(tahun_kinerja, isian)
    except IsianBentrok as galat:
        raise ValidationError(_BERUBAH) from galat


def ubah_skala(*, tahun_kinerja: TahunKinerja, nama: str, daftar: Sequence[Skala], oleh: Pengguna) -> str:
    """Make the scale read as `daftar` (empty: remove it); the event, by which that is taken back."""
    with mengubah(tahun_kinerja, oleh=oleh) as kejadian:
        save_skala(tahun_kinerja, nama, daftar)
    return kejadian
