"""The chart of the organisation written from its page, as a free table of the report. Raises ValidationError."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from lkjip.akun.models import Pengguna
from lkjip.halaman.struktur import FormulirStruktur, formulir_struktur
from lkjip.laporan.data_jabatan import salah_jabatan
from lkjip.laporan.models import TabelBebas
from lkjip.laporan.selectors import load_laporan
from lkjip.laporan.services_lembar import tambah_tabel, ubah_tabel
from lkjip.naskah.selectors_struktur import tabel_struktur
from lkjip.perencanaan.services import mengubah
from renstra.models import TahunKinerja

_BERUBAH = "Struktur organisasi sudah diubah orang lain sejak halaman ini dibuka. Muat ulang, lalu isi kembali."


def save_struktur(*, tahun_kinerja: TahunKinerja, isi: FormulirStruktur, sidik: str, oleh: Pengguna) -> str:
    """Keep these rows, or with none remove the table; the event. `sidik`: what the form began with."""
    if salah := salah_jabatan(isi.terisi):
        raise ValidationError(list(salah))
    with mengubah(tahun_kinerja, oleh=oleh) as kejadian:
        lama = tabel_struktur(load_laporan(tahun_kinerja).daftar_tabel)
        if formulir_struktur(lama).sidik != sidik:
            raise ValidationError(_BERUBAH)
        if lama is None:
            if isi.terisi:
                tambah_tabel(tahun_kinerja, isi.tabel("", ""))
            return kejadian
        baris = TabelBebas.objects.get(tahun_kinerja=tahun_kinerja, nama=lama.nama)
        if isi.terisi:
            ubah_tabel(baris, isi.tabel(lama.nama, lama.bagian))
        else:
            baris.delete()
    return kejadian
