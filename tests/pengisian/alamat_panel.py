from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.utils import timezone

from kinerja.data_pengisian import JenisBukti
from kinerja.models import BuktiDukung, CatatanPengisian
from kinerja.services_pengisian import kunci_triwulan
from lkjip.riwayat.services import konteks_riwayat
from renstra.models import TahunKinerja
from tests.pengisian.alamat import PENGISI_I1, Alamat, pk_indikator
from tests.situs.pemeran import TAHUN

PENULIS_CATATAN = frozenset({"verifikator", "kepala", "admin"})


def _tahun(kode: str) -> TahunKinerja:
    return TahunKinerja.objects.get(instansi__kode=kode, tahun=TAHUN)


def pk_bukti(kode: str) -> int:
    """A file of evidence at I1 in the third quarter; put back where an earlier call has removed it."""
    letak = Path(settings.MEDIA_ROOT) / "bukti" / "aa" / "uji.pdf"
    letak.parent.mkdir(parents=True, exist_ok=True)
    letak.write_bytes(b"%PDF-1.7 %%EOF")
    with konteks_riwayat(jalur="uji"):
        bukti, _ = BuktiDukung.objects.get_or_create(
            tahun_kinerja=_tahun(kode),
            triwulan=3,
            indikator_id=pk_indikator(kode),
            jenis=JenisBukti.BERKAS,
            defaults={"nama": "uji.pdf", "berkas": "bukti/aa/uji.pdf", "tipe": "application/pdf", "ukuran": 14,
                      "sidik": "0" * 64, "nama_oleh": "uji", "waktu": timezone.now()},
        )  # fmt: skip
    return bukti.pk


def pk_catatan(kode: str) -> int:
    with konteks_riwayat(jalur="uji"):
        pengisian = kunci_triwulan(_tahun(kode), 3)[3]
        isi = {"isi": "Periksa lagi.", "nama_oleh": "uji", "waktu": timezone.now()}
        catatan, _ = CatatanPengisian.objects.get_or_create(
            pengisian=pengisian, indikator_id=pk_indikator(kode), waktu_jawaban=None, defaults=isi
        )
    return catatan.pk


def _indikator(kode: str) -> list[object]:
    return [3, pk_indikator(kode)]


def _bukti(kode: str) -> list[object]:
    return [3, pk_indikator(kode), pk_bukti(kode)]


def _kirim(*daftar_nama: str) -> list[Alamat]:
    return [Alamat(nama, _indikator, status=405, pengirim=PENGISI_I1) for nama in daftar_nama]


DAFTAR: list[Alamat] = [
    Alamat("panel_indikator", _indikator),
    *_kirim(
        "simpan_rincian", "simpan_penurunan", "simpan_komponen", "simpan_analisis", "bawa_analisis", "sahkan_analisis"
    ),
    *_kirim("jadikan_analisis_tahun", "tambah_bukti"),
    Alamat("unduh_bukti", lambda kode: [3, pk_bukti(kode)]),
    *(Alamat(n, _bukti, status=405, pengirim=PENGISI_I1) for n in ("ubah_bukti", "hapus_bukti", "pulihkan_bukti")),
    Alamat("tulis_catatan", _indikator, status=405, pengirim=PENULIS_CATATAN),
    Alamat(
        "jawab_catatan",
        lambda kode: [3, pk_indikator(kode), pk_catatan(kode)],
        status=405,
        pengirim=PENGISI_I1,
    ),
]
