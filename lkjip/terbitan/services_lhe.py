"""An LHE on the signing line: when it may be frozen, and what its publishing does to the evaluation.

The caller holds the lock of the agency, so that the evaluation stays as it is meanwhile.
"""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError

from kinerja.data_evaluasi import AsalEvaluasi, TahapEvaluasi
from kinerja.models import Evaluasi, LangkahEvaluasi
from kinerja.services_evaluasi import kunci_evaluasi, terbitkan_lhe
from lkjip.akun.models import Pengguna
from lkjip.evaluasi.selectors import ambil_evaluasi_tahun
from lkjip.evaluasi.selectors_lhe import load_data_lhe
from lkjip.laporan.compose.lhe_bagian import daftar_kekurangan_lhe
from lkjip.laporan.data_penyusunan import JenisBerkas, Pesanan
from lkjip.laporan.data_terbitan import BERJALAN
from lkjip.laporan.models import Terbitan
from lkjip.riwayat.services_baris import menulis, simpan_baris
from lkjip.terbitan.data_dokumen import kunci_dokumen
from renstra.models import TahunKinerja

_KUNCI = kunci_dokumen(Pesanan(JenisBerkas.LHE))
_SIAP = frozenset({TahapEvaluasi.DISETUJUI, TahapEvaluasi.TERBIT})


def periksa_siap_lhe(tahun_kinerja: TahunKinerja) -> None:
    """Frozen is what was approved: nobody can change its answers and findings any more.

    Also after it was issued: a withdrawn LHE gets a new version of the same evaluation. Raises ValidationError.
    """
    evaluasi = _evaluasi(tahun_kinerja)
    if evaluasi.tahap not in _SIAP:
        raise ValidationError("LHE baru dapat dibekukan setelah pengendali menyetujui hasil evaluasi.")
    if kurang := daftar_kekurangan_lhe(load_data_lhe(evaluasi)):
        raise ValidationError(list(kurang))


def terbitkan_evaluasi(terbitan: Terbitan, *, oleh: Pengguna) -> None:
    """Issue the evaluation of a version that is being published. Raises ValidationError, PermissionDenied."""
    evaluasi = _evaluasi(terbitan.tahun_kinerja)
    if LangkahEvaluasi.objects.filter(evaluasi=evaluasi, waktu__gt=terbitan.dibuat_pada).exists():
        raise ValidationError(
            "Evaluasi ini berpindah tahap sesudah LHE dibekukan, jadi isinya mungkin lain. Batalkan versi ini, lalu "
            "bekukan LHE sekali lagi."
        )
    if evaluasi.tahap == TahapEvaluasi.TERBIT:
        return
    if evaluasi.tanggal_lhe is None:
        raise ValidationError("Tanggal LHE belum diisi.")
    terbitkan_lhe(evaluasi=evaluasi, nomor=evaluasi.nomor_lhe, tanggal=evaluasi.tanggal_lhe, oleh=oleh)


def terbitkan_di_luar(*, pk: int, nomor: str, tanggal: date, oleh: Pengguna, catatan: str = "") -> None:
    """Issue an LHE that was signed on paper. Raises ValidationError while a frozen version waits for its signature:
    there would be two, and that one could never be published.
    """
    with menulis(oleh=oleh, jalur="LHE"):
        evaluasi = kunci_evaluasi(pk)
        if _ada_berjalan(evaluasi):
            raise ValidationError(
                "LHE sudah dibekukan dan menunggu tanda tangan di sini. Terbitkan versi itu dari halaman LHE, atau "
                "batalkan lebih dahulu."
            )
        terbitkan_lhe(evaluasi=evaluasi, nomor=nomor, tanggal=tanggal, oleh=oleh, catatan=catatan)


def _ada_berjalan(evaluasi: Evaluasi) -> bool:
    """Whether a version of its LHE is frozen and neither published nor given up."""
    milik = Terbitan.objects.filter(
        tahun_kinerja__instansi=evaluasi.instansi_id, tahun_kinerja__tahun=evaluasi.tahun, kunci=_KUNCI
    )
    return milik.filter(keadaan__in=[k.value for k in BERJALAN]).exists()


def _evaluasi(tahun_kinerja: TahunKinerja) -> Evaluasi:
    evaluasi = ambil_evaluasi_tahun(tahun_kinerja.instansi_id, tahun_kinerja.tahun)
    if evaluasi is None or evaluasi.asal != AsalEvaluasi.DIKERJAKAN:
        raise ValidationError("Tahun ini tidak dievaluasi di sini, jadi tidak ada LHE yang dapat diproses.")
    return evaluasi


def simpan_nomor_lhe(*, pk: int, nomor: str, tanggal: date | None, oleh: Pengguna) -> None:
    """Under which number and date the LHE will be issued. Raises ValidationError while a frozen version has another."""
    with menulis(oleh=oleh, jalur="LHE"):
        evaluasi = kunci_evaluasi(pk)
        if evaluasi.asal != AsalEvaluasi.DIKERJAKAN or evaluasi.tahap in {
            TahapEvaluasi.TERBIT,
            TahapEvaluasi.DIBATALKAN,
        }:
            raise ValidationError("LHE ini sudah terbit atau evaluasinya dibatalkan, jadi nomornya tetap.")
        if _ada_berjalan(evaluasi):
            raise ValidationError("LHE sudah dibekukan dengan nomor dan tanggalnya. Batalkan versi itu lebih dahulu.")
        evaluasi.nomor_lhe, evaluasi.tanggal_lhe = nomor.strip(), tanggal
        simpan_baris(evaluasi)
