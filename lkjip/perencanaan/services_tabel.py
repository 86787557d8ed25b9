"""Free tables written from their page. Raises ValidationError with what is refused."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from lkjip.akun.models import Pengguna
from lkjip.laporan.data import TabelBebas
from lkjip.laporan.models import TabelBebas as BarisTabel
from lkjip.laporan.selectors import rekaman_tabel
from lkjip.laporan.services_lembar import tambah_tabel, ubah_tabel
from lkjip.perencanaan.lembar.tabel import formulir_tabel
from lkjip.perencanaan.services import mengubah
from renstra.models import TahunKinerja

_BERUBAH = "Tabel ini sudah diubah atau dihapus orang lain sejak halaman ini dibuka. Muat ulang, lalu isi kembali."


def save_tabel_bebas(*, tahun_kinerja: TahunKinerja, tabel: TabelBebas, sidik: str, oleh: Pengguna) -> str:
    """Store a table, or add it where it has no name yet; its name. `sidik`: what its form began with."""
    with mengubah(tahun_kinerja, oleh=oleh):
        if not tabel.nama:
            return tambah_tabel(tahun_kinerja, tabel).nama
        baris = BarisTabel.objects.filter(tahun_kinerja=tahun_kinerja, nama=tabel.nama).first()
        if baris is None or formulir_tabel(rekaman_tabel(baris)).sidik != sidik:
            raise ValidationError(_BERUBAH)
        ubah_tabel(baris, tabel)
        return baris.nama


def hapus_tabel_bebas(*, tahun_kinerja: TahunKinerja, nama: str, oleh: Pengguna) -> str:
    """Remove a table; the event, by which it comes back."""
    with mengubah(tahun_kinerja, oleh=oleh) as kejadian:
        BarisTabel.objects.filter(tahun_kinerja=tahun_kinerja, nama=nama).delete()
    return kejadian
