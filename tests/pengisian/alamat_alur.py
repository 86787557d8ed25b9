from __future__ import annotations

from django.utils import timezone

from kinerja.models import CatatanPengisian, PengisianTriwulan
from renstra.models import TahunKinerja
from tests.pengisian.alamat import PENGISI, PENGISI_I1, Alamat, pk_indikator

# Addresses that no agency-year holds: tests/pengisian/test_akses_alur.py walks them.
DI_LUAR_TAHUN = {"aturan_pengisian", "unit_kerja"}
PENGATUR = frozenset({"pengelola", "admin"})


def _pk_catatan(kode: str) -> int:
    """A remark at I1 in Triwulan III, which nobody has answered."""
    tahun = TahunKinerja.objects.get(instansi__kode=kode)
    pengisian, _ = PengisianTriwulan.objects.get_or_create(tahun_kinerja=tahun, triwulan=3, defaults={"status": "draf"})
    isi = {"isi": "Periksa lagi.", "nama_oleh": "Tuan verifikator", "waktu": timezone.now()}
    catatan, _ = CatatanPengisian.objects.get_or_create(
        pengisian=pengisian, indikator_id=pk_indikator(kode), defaults=isi
    )
    return catatan.pk


def _langkah(triwulan: int, langkah: str, *pengirim: str) -> Alamat:
    return Alamat(
        "ambil_langkah", argumen=lambda kode: [triwulan, langkah], status=405, pengirim=frozenset({*pengirim, "admin"})
    )


DAFTAR: list[Alamat] = [
    Alamat("pengisian"),
    Alamat("kirim_triwulan", argumen=lambda kode: [4]),
    _langkah(4, "ajukan", *PENGISI),
    _langkah(4, "tarik", *PENGISI),
    _langkah(4, "verifikasi", "verifikator"),
    _langkah(4, "kembalikan", "verifikator", "kepala"),
    _langkah(4, "setujui", "kepala"),
    _langkah(4, "kunci", "kepala", "pengelola"),
    _langkah(4, "buka", "kepala", "pengelola"),
    Alamat("jawab_catatan_triwulan", argumen=lambda kode: [3, _pk_catatan(kode)], status=405, pengirim=PENGISI_I1),
    Alamat("perpanjang_tenggat", argumen=lambda kode: [2], status=405, pengirim=PENGATUR),
]
