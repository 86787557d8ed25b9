"""Remarks of a reviu written: made, changed, answered by the agency, resolved."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils import timezone

from kinerja.data_reviu import TahapReviu
from kinerja.models import CatatanReviu, Reviu
from kinerja.services_reviu import JALUR, kunci_reviu, rapi
from lkjip.akun.models import Pengguna
from lkjip.riwayat.services_baris import menulis, simpan_baris

_DIJAWAB = "Catatan ini sudah ditanggapi perangkat daerah, jadi tidak diubah lagi. Buat catatan baru bila perlu."


def tambah_catatan(*, reviu: Reviu, jangkar: str, judul_jangkar: str, isi: str, oleh: Pengguna) -> CatatanReviu:
    """A remark at a place of the report (`jangkar` '': the whole). Raises ValidationError where it says nothing."""
    with menulis(oleh=oleh, jalur=JALUR):
        baris = CatatanReviu(reviu=kunci_reviu(reviu.pk), oleh=oleh, nama_oleh=str(oleh)[:200], waktu=timezone.now())
        return _isikan(baris, jangkar, judul_jangkar, isi)


def ubah_catatan(*, catatan: CatatanReviu, jangkar: str, judul_jangkar: str, isi: str, oleh: Pengguna) -> CatatanReviu:
    """Another wording or place, as long as nobody has answered it. Raises ValidationError."""
    with menulis(oleh=oleh, jalur=JALUR):
        return _isikan(_belum_dijawab(_kunci(catatan)), jangkar, judul_jangkar, isi)


def hapus_catatan(*, catatan: CatatanReviu, oleh: Pengguna) -> None:
    """Take a remark away that nobody has answered. Raises ValidationError."""
    with menulis(oleh=oleh, jalur=JALUR):
        _belum_dijawab(_kunci(catatan)).delete()


def tanggapi_catatan(*, catatan: CatatanReviu, tanggapan: str, oleh: Pengguna) -> CatatanReviu:
    """The agency's answer, which it may reword until the remark is resolved. Raises ValidationError."""
    with menulis(oleh=oleh, jalur=JALUR):
        baris, teks = _kunci(catatan), rapi(tanggapan)
        if baris.reviu.tahap != TahapReviu.TANGGAPAN:
            raise ValidationError("Catatan ini belum dikirim kepada perangkat daerah.")
        if baris.tuntas:
            raise ValidationError("Catatan ini sudah dinyatakan tuntas, jadi tanggapannya tidak diubah lagi.")
        if not teks:
            raise ValidationError("Tulis tanggapannya.")
        baris.tanggapan, baris.ditanggapi_pada = teks, timezone.now()
        baris.ditanggapi_oleh, baris.nama_penanggap = oleh, str(oleh)[:200]
        return simpan_baris(baris)


def putuskan_catatan(*, catatan: CatatanReviu, tuntas: bool, oleh: Pengguna) -> CatatanReviu:
    """The reviewer holds the remark for resolved, or opens it again. Raises ValidationError."""
    with menulis(oleh=oleh, jalur=JALUR):
        baris = _kunci(catatan)
        if baris.tuntas == tuntas:
            raise ValidationError(f"Catatan ini {'sudah' if tuntas else 'belum'} dinyatakan tuntas.")
        if tuntas and baris.ditanggapi_oleh_id == oleh.pk:
            raise ValidationError("Tanggapannya Anda tulis sendiri, jadi pereviu lain yang menyatakannya tuntas.")
        baris.tuntas, baris.diputus_oleh, baris.diputus_pada = tuntas, oleh, timezone.now()
        return simpan_baris(baris)


def _kunci(catatan: CatatanReviu) -> CatatanReviu:
    """The reviu first, then the remark as it is now."""
    reviu = kunci_reviu(catatan.reviu_id)
    baris = CatatanReviu.objects.filter(reviu=reviu, pk=catatan.pk).first()
    if baris is None:
        raise ValidationError("Catatan ini sudah dihapus.")
    baris.reviu = reviu
    return baris


def _belum_dijawab(baris: CatatanReviu) -> CatatanReviu:
    if baris.tanggapan:
        raise ValidationError(_DIJAWAB)
    return baris


def _isikan(baris: CatatanReviu, jangkar: str, judul_jangkar: str, isi: str) -> CatatanReviu:
    teks = rapi(isi)
    if not teks:
        raise ValidationError("Tulis isi catatannya.")
    baris.isi, baris.jangkar, baris.judul_jangkar = teks, jangkar, judul_jangkar[:300]
    return simpan_baris(baris)
