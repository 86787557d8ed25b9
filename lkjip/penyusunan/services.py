"""What users do with files being made: order, cancel, try again, remove from their list."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from lkjip.akun.models import Pengguna
from lkjip.laporan.data_penyusunan import HIDUP, KeadaanPenyusunan, Pesanan
from lkjip.laporan.models import PemintaBerkas, PenyusunanBerkas
from lkjip.penyusunan.selectors import dipakai_lain, terakhir_bersidik
from lkjip.penyusunan.simpanan import path_hasil
from lkjip.penyusunan.tugas import susun_berkas
from renstra.models import TahunKinerja

_COBA = 5


def pesan_berkas(
    *, tahun_kinerja: TahunKinerja, pesanan: Pesanan, sidik: str, nama: str, oleh: Pengguna
) -> PenyusunanBerkas:
    """The job of this content: the one that lives, is ready or has failed, else a new one. Two clicks make one job."""
    for _ in range(_COBA):
        ada = terakhir_bersidik(sidik)
        if ada is not None and _masih_berguna(ada):
            _tambah_peminta(ada, oleh)
            return ada
        try:
            with transaction.atomic():
                return _buat(tahun_kinerja, pesanan, sidik, nama, oleh)
        except IntegrityError:  # somebody ordered the same between the question and the answer
            continue
    raise ValidationError("Berkas ini sedang dipesan orang lain. Coba sekali lagi.")


def batalkan(*, penyusunan: PenyusunanBerkas, oleh: Pengguna) -> bool:
    """Whether the job is stopped: while others wait for it, this user only leaves. The worker stops within a second."""
    with transaction.atomic():
        PemintaBerkas.objects.filter(penyusunan=penyusunan, pengguna=oleh).delete()
        if penyusunan.daftar_peminta.exists():
            return False
        PemintaBerkas.objects.create(penyusunan=penyusunan, pengguna=oleh)
        return hentikan(penyusunan=penyusunan)


def hentikan(*, penyusunan: PenyusunanBerkas) -> bool:
    """Cancel for everybody; False where there was nothing left to cancel."""
    hidup = PenyusunanBerkas.objects.filter(pk=penyusunan.pk, keadaan__in=HIDUP)
    return bool(hidup.update(keadaan=KeadaanPenyusunan.DIBATALKAN, akhir=timezone.now(), tahap=""))


def ulangi(*, penyusunan: PenyusunanBerkas, oleh: Pengguna) -> PenyusunanBerkas:
    """Make it again from the data of now; of a job that lives, nothing changes. Returns the job to wait for."""
    try:
        with transaction.atomic():
            berakhir = PenyusunanBerkas.objects.filter(pk=penyusunan.pk).exclude(keadaan__in=HIDUP)
            if berakhir.update(**_KEADAAN_BARU, antre_sejak=timezone.now()):
                susun_berkas.enqueue(penyusunan.pk)
    except IntegrityError:  # another job with the same content lives
        lain = terakhir_bersidik(penyusunan.sidik)
        penyusunan = lain or penyusunan
    _tambah_peminta(penyusunan, oleh)
    penyusunan.refresh_from_db()
    return penyusunan


def hapus_dari_daftar(*, penyusunan: PenyusunanBerkas, oleh: Pengguna) -> None:
    """Take the job off this user's list, and with the last one who kept it the job and its file. Raises
    ValidationError while it is being made.
    """
    with transaction.atomic():
        baris = PenyusunanBerkas.objects.select_for_update().filter(pk=penyusunan.pk).first()
        if baris is None:
            return
        if baris.hidup:
            raise ValidationError("Berkas ini masih disusun. Batalkan dahulu, lalu hapus.")
        baris.daftar_peminta.filter(pengguna=oleh).delete()
        if not baris.daftar_peminta.exists():
            buang(penyusunan=baris)


def buang(*, penyusunan: PenyusunanBerkas) -> None:
    """Remove the job, and its file where no other job has the same."""
    if penyusunan.hasil and not dipakai_lain(penyusunan):
        path_hasil(penyusunan.hasil).unlink(missing_ok=True)
    penyusunan.delete()


_KEADAAN_BARU = {
    "keadaan": KeadaanPenyusunan.ANTRE,
    "tahap": "",
    "selesai": 0,
    "seluruh": 0,
    "percobaan": 0,
    "pekerja": "",
    "denyut": None,
    "pesan": "",
    "mulai": None,
    "akhir": None,
}


def _masih_berguna(penyusunan: PenyusunanBerkas) -> bool:
    """Whether who asks for this content should be sent there; a failure is told before it is tried again."""
    if penyusunan.keadaan == KeadaanPenyusunan.SIAP:
        return path_hasil(penyusunan.hasil).is_file()
    return penyusunan.keadaan != KeadaanPenyusunan.DIBATALKAN


def _tambah_peminta(penyusunan: PenyusunanBerkas, oleh: Pengguna) -> None:
    PemintaBerkas.objects.get_or_create(penyusunan=penyusunan, pengguna=oleh)


def _buat(tahun_kinerja: TahunKinerja, pesanan: Pesanan, sidik: str, nama: str, oleh: Pengguna) -> PenyusunanBerkas:
    baris = PenyusunanBerkas(
        tahun_kinerja=tahun_kinerja,
        jenis=pesanan.jenis.value,
        bentuk=pesanan.bentuk.value,
        spesifikasi=pesanan.tulis(),
        nama=nama,
        sidik=sidik,
        oleh=oleh,
        antre_sejak=timezone.now(),
    )
    baris.clean_fields()
    baris.save(force_insert=True)
    PemintaBerkas.objects.create(penyusunan=baris, pengguna=oleh)
    susun_berkas.enqueue(baris.pk)
    return baris
