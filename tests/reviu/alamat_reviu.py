"""The addresses of a reviu, and who may do what there: one that waits for the agency's answers, and a finished one."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from kinerja.data_reviu import SimpulanReviu, TahapReviu
from kinerja.models import CatatanReviu, Reviu
from lkjip.akun.models import Pengguna
from lkjip.riwayat.services import konteks_riwayat
from renstra.models import TahunKinerja
from tests.pengisian.alamat import Alamat

APIP = frozenset({"inspektorat"})
PENANGGAP = frozenset({"perencana", "verifikator", "kepala"})


def _reviu(kode: str, nomor: int, **isi: object) -> Reviu:
    tahun, pereviu = TahunKinerja.objects.get(instansi__kode=kode), Pengguna.objects.get(username="inspektorat")
    dasar = {"pereviu": pereviu, "nama_pereviu": "Tuan", "mulai": timezone.now(), "sidik_isi": "a" * 64}
    with konteks_riwayat(jalur="uji"):
        return Reviu.objects.get_or_create(tahun_kinerja=tahun, nomor=nomor, defaults=dasar | isi)[0]


def nomor_reviu(kode: str) -> list[object]:
    return [_reviu(kode, 2, tahap=TahapReviu.TANGGAPAN.value).pk]


def nomor_catatan(kode: str) -> list[object]:
    """A remark that nobody has answered; put back where an earlier call has removed it."""
    pk = _reviu(kode, 2, tahap=TahapReviu.TANGGAPAN.value).pk
    isi = {"isi": "Periksa lagi.", "nama_oleh": "Tuan", "waktu": timezone.now()}
    with konteks_riwayat(jalur="uji"):
        catatan, _ = CatatanReviu.objects.get_or_create(reviu_id=pk, tuntas=False, tanggapan="", defaults=isi)
    return [pk, catatan.pk]


def unduhan(kode: str) -> list[object]:
    selesai = {"tahap": TahapReviu.SELESAI.value, "simpulan": SimpulanReviu.TANPA_PENGECUALIAN.value,
               "tanggal_surat": date(2025, 2, 20), "selesai_pada": timezone.now()}  # fmt: skip
    return [_reviu(kode, 1, **selesai).pk, "pernyataan", "docx"]


def _kirim(nama: str, argumen: object = nomor_reviu, pengirim: frozenset[str] = APIP) -> Alamat:
    return Alamat(nama, argumen, status=405, pengirim=pengirim)  # type: ignore[arg-type]


DAFTAR = (
    Alamat("reviu"),
    Alamat("mulai_reviu", status=405, pengirim=APIP),
    Alamat("satu_reviu", nomor_reviu),
    Alamat("pertanyaan_reviu", nomor_reviu, pembaca=APIP),
    _kirim("jawab_reviu", lambda kode: [*nomor_reviu(kode), "R1.1"]),
    Alamat("catatan_reviu", nomor_reviu, pembaca=APIP | PENANGGAP),
    _kirim("tambah_catatan_reviu"),
    _kirim("ubah_catatan_reviu", nomor_catatan),
    _kirim("tanggapi_catatan_reviu", nomor_catatan, PENANGGAP),
    _kirim("putuskan_catatan_reviu", nomor_catatan),
    _kirim("hapus_catatan_reviu", nomor_catatan),
    _kirim("kirim_reviu"),
    _kirim("baca_ulang_reviu"),
    Alamat("selesaikan_reviu", nomor_reviu, pembaca=APIP, pengirim=APIP),
    _kirim("batalkan_reviu"),
    Alamat("unduh_reviu", unduhan),
)
