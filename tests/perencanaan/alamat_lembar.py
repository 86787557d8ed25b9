from __future__ import annotations

from lkjip.laporan.models import TabelBebas
from lkjip.riwayat.services import konteks_riwayat
from renstra.models import TahunKinerja
from tests.pengisian.alamat import Alamat
from tests.perencanaan.alamat import PENGUBAH
from tests.situs.pemeran import TAHUN


def _skala(kode: str) -> list[object]:
    return ["skala"]


def nama_tabel(kode: str) -> list[object]:
    """A free table; put back where an earlier call has removed it."""
    tahun = TahunKinerja.objects.get(instansi__kode=kode, tahun=TAHUN)
    with konteks_riwayat(jalur="uji"):
        TabelBebas.objects.get_or_create(tahun_kinerja=tahun, nama="tabel_01", defaults={"bagian": "bab1.sdm"})
    return ["tabel_01"]


def _kirim(nama: str) -> Alamat:
    return Alamat(nama, status=405, pengirim=PENGUBAH)


DAFTAR = [
    Alamat("daftar_lembar"),
    Alamat("lembar", _skala, pengirim=PENGUBAH),
    Alamat("simpan_lembar", _skala, status=405, pengirim=PENGUBAH),
    Alamat("tambah_lembar", _skala, status=405, pengirim=PENGUBAH),
    Alamat("atur_lembar", _skala, status=405, pengirim=PENGUBAH),
    Alamat("tempel_lembar", _skala, pengirim=PENGUBAH, pembaca=PENGUBAH),
    Alamat("tempel_sel_lembar", _skala, pengirim=PENGUBAH, pembaca=PENGUBAH),
    Alamat("tabel_bebas"),
    Alamat("ubah_tabel_bebas", nama_tabel, pengirim=PENGUBAH),
    Alamat("hapus_tabel_bebas", nama_tabel, status=405, pengirim=PENGUBAH),
    Alamat("metode_pengukuran", pengirim=PENGUBAH),
    Alamat("contoh_metode"),
    Alamat("coba_rumus"),
    Alamat("skala_kategori"),
    _kirim("salin_skala"),
    _kirim("pakai_skala"),
    _kirim("hapus_skala"),
    Alamat("ubah_skala", pengirim=PENGUBAH),
]
