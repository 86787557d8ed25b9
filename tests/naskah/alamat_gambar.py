from __future__ import annotations

from lkjip.laporan.models import GambarLaporan
from lkjip.laporan.simpanan_gambar import simpan_gambar
from lkjip.riwayat.services import konteks_riwayat
from renstra.models import TahunKinerja
from tests.naskah.gambar_uji import bagan
from tests.pengisian.alamat import Alamat
from tests.perencanaan.alamat import PENGUBAH
from tests.situs.pemeran import TAHUN


def _gambar(kode: str) -> GambarLaporan:
    """A picture; put back where an earlier call has removed it."""
    tahun = TahunKinerja.objects.get(instansi__kode=kode, tahun=TAHUN)
    isi = {
        "bagian": "bab1.sdm",
        "sidik": simpan_gambar(bagan()),
        "mime": "image/png",
        "lebar_px": 300,
        "tinggi_px": 200,
    }
    with konteks_riwayat(jalur="uji"):
        return GambarLaporan.objects.get_or_create(tahun_kinerja=tahun, nama="denah", defaults=isi)[0]


def _nama(kode: str) -> list[object]:
    return [_gambar(kode).nama]


def _sidik(kode: str) -> list[object]:
    return [_gambar(kode).sidik]


DAFTAR = [
    Alamat("daftar_gambar"),
    Alamat("unggah_gambar", status=405, pengirim=PENGUBAH),
    Alamat("berkas_gambar", _sidik),
    Alamat("ubah_gambar", _nama, pengirim=PENGUBAH),
    Alamat("ganti_gambar", _nama, status=405, pengirim=PENGUBAH),
    Alamat("geser_gambar", _nama, status=405, pengirim=PENGUBAH),
    Alamat("hapus_gambar", _nama, status=405, pengirim=PENGUBAH),
    Alamat("struktur_organisasi", pengirim=PENGUBAH),
    Alamat("pratinjau_struktur", status=405, pengirim=PENGUBAH),
    Alamat("analisis_swot", pengirim=PENGUBAH),
]
