"""Everything written about evidence: files, links, their descriptions; what was removed can be brought back."""

from __future__ import annotations

from datetime import UTC, date
from decimal import Decimal
from typing import Any, BinaryIO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Max, QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from kinerja.data_pengisian import JenisBukti
from kinerja.jenis_berkas import BerkasDitolak, kenali, nama_aman
from kinerja.models import BuktiDukung
from kinerja.services_pengisian import buka_untuk_isi
from kinerja.simpanan_bukti import buang_berkas, path_bukti, simpan_berkas
from lkjip.akun.models import Pengguna
from lkjip.dasar.isian import ringkas_teks
from lkjip.dasar.tulisan_angka import tulis_angka
from lkjip.riwayat.models import Aksi, Riwayat
from lkjip.riwayat.services import konteks_riwayat, periksa_baris
from renstra.models import Indikator, TahunKinerja

_JALUR = "bukti"
_MB = 1024 * 1024
_ISI = ("jenis", "uraian", "nama", "berkas", "tipe", "ukuran", "sidik", "tautan", "nama_oleh")


class BuktiDitolak(ValidationError):
    """This piece of evidence is not taken; the message says why and what to do."""


def save_berkas(
    *,
    tahun_kinerja: TahunKinerja,
    triwulan: int,
    indikator: Indikator,
    unggahan: UploadedFile[bytes],
    uraian: str,
    oleh: Pengguna,
    hari: date,
) -> BuktiDukung:
    """Keep a file as evidence. Raises BuktiDitolak, TriwulanTertutup, BarisDitolak; then no file is left behind."""
    isi = terima_berkas(unggahan)
    nama = isi.pop("nama_berkas")
    try:
        return _tambah(
            tahun_kinerja, triwulan, indikator, oleh, hari,
            {"jenis": JenisBukti.BERKAS, "uraian": uraian, "nama": nama, **isi},
        )  # fmt: skip
    except BaseException:
        buang_berkas(str(isi["berkas"]))
        raise


def terima_berkas(unggahan: UploadedFile[bytes]) -> dict[str, Any]:
    """Keep an uploaded file as evidence; its columns `nama_berkas`, `berkas`, `tipe`, `ukuran`, `sidik`.

    Raises BuktiDitolak where it is too large or none of the kinds that are taken. Who cannot store the row afterwards
    removes the file (`buang_berkas`).
    """
    ukuran = unggahan.size or 0
    if ukuran > settings.BUKTI_MB * _MB:
        besar = tulis_angka(Decimal(ukuran) / _MB, 1)
        raise BuktiDitolak(f"berkas ini {besar} MB; paling besar {settings.BUKTI_MB} MB")
    try:
        jenis = kenali(_isi(unggahan), settings.BUKTI_JENIS)
    except BerkasDitolak as galat:
        raise BuktiDitolak(str(galat)) from galat
    tersimpan = simpan_berkas(unggahan.chunks(), jenis.ekstensi)
    return {
        "nama_berkas": nama_aman(unggahan.name or "", jenis),
        "berkas": tersimpan.letak,
        "tipe": jenis.mime,
        "ukuran": tersimpan.ukuran,
        "sidik": tersimpan.sidik,
    }


def _isi(unggahan: UploadedFile[bytes]) -> BinaryIO:
    """The upload as the file that it is, in memory or on disk."""
    if unggahan.file is None:
        raise BuktiDitolak("berkas ini tidak sampai utuh; unggah lagi")
    return unggahan.file  # type: ignore[return-value]


def save_tautan(
    *,
    tahun_kinerja: TahunKinerja,
    triwulan: int,
    indikator: Indikator,
    tautan: str,
    uraian: str,
    oleh: Pengguna,
    hari: date,
) -> BuktiDukung:
    """Keep a link as evidence. Raises BuktiDitolak, TriwulanTertutup, BarisDitolak."""
    isi = {"jenis": JenisBukti.TAUTAN, "uraian": uraian, "tautan": tautan.strip()}
    return _tambah(tahun_kinerja, triwulan, indikator, oleh, hari, isi)


def _tambah(
    tahun_kinerja: TahunKinerja,
    triwulan: int,
    indikator: Indikator,
    oleh: Pengguna,
    hari: date,
    isi: dict[str, Any],
) -> BuktiDukung:
    with konteks_riwayat(oleh=oleh, jalur=_JALUR):
        buka_untuk_isi(tahun_kinerja, triwulan, hari)
        ada = BuktiDukung.objects.filter(tahun_kinerja=tahun_kinerja, triwulan=triwulan, indikator=indikator)
        _periksa_tambahan(ada, isi)
        baris = BuktiDukung(
            tahun_kinerja=tahun_kinerja,
            triwulan=triwulan,
            indikator=indikator,
            urutan=(ada.aggregate(n=Max("urutan"))["n"] or 0) + 1,
            **{"oleh": oleh, "nama_oleh": str(oleh), "waktu": timezone.now()} | isi,
        )
        periksa_baris(baris)
        baris.save()
        return baris


def _periksa_tambahan(ada: QuerySet[BuktiDukung], isi: dict[str, Any]) -> None:
    """No more than so many, and none twice; asked under the lock of the quarter."""
    daftar = list(ada)
    if len(daftar) >= settings.BUKTI_MAKS_BERKAS:
        raise BuktiDitolak(
            f"sudah ada {len(daftar)} bukti untuk indikator ini, dan itu paling banyak; gabungkan beberapa berkas"
        )
    kolom = "tautan" if isi["jenis"] == JenisBukti.TAUTAN else "sidik"
    kembar = next((b for b in daftar if getattr(b, kolom) == isi[kolom]), None)
    if kembar is not None and isi[kolom]:
        raise BuktiDitolak(f"isinya sama dengan “{kembar}”, yang sudah ada di indikator dan triwulan ini")


def ubah_uraian_bukti(*, bukti: BuktiDukung, uraian: str, dasar: str, oleh: Pengguna, hari: date) -> None:
    """`dasar`: the description that the writer saw. Raises TriwulanTertutup, BarisDitolak, BuktiDitolak."""
    with konteks_riwayat(oleh=oleh, jalur=_JALUR):
        buka_untuk_isi(bukti.tahun_kinerja, bukti.triwulan, hari)
        baris = BuktiDukung.objects.filter(pk=bukti.pk).first()
        if baris is None:
            raise BuktiDitolak("Bukti ini baru saja dihapus orang lain. Muat ulang halaman.")
        ingin = ringkas_teks(uraian)
        if baris.uraian not in (dasar, ingin):
            raise BuktiDitolak(
                f"Uraian belum disimpan: orang lain baru saja mengubahnya menjadi “{baris.uraian}”. "
                f"Isian Anda: “{ingin}”. Periksa, lalu simpan lagi bila masih perlu."
            )
        baris.uraian = ingin
        periksa_baris(baris)
        baris.save(update_fields=["uraian"])


def hapus_bukti(*, bukti: BuktiDukung, oleh: Pengguna, hari: date) -> None:
    """Only the row goes; the file stays, so that the history can still show it and `pulihkan_bukti` bring it back."""
    with konteks_riwayat(oleh=oleh, jalur=_JALUR):
        buka_untuk_isi(bukti.tahun_kinerja, bukti.triwulan, hari)
        bukti.delete()


def pulihkan_bukti(
    *, tahun_kinerja: TahunKinerja, triwulan: int, indikator: Indikator, pk: int, oleh: Pengguna, hari: date
) -> BuktiDukung:
    """Bring a removed row back, out of the history. Raises BuktiDitolak, TriwulanTertutup."""
    hapusan = Riwayat.objects.filter(
        tabel=BuktiDukung._meta.db_table, kunci=str(pk), aksi=Aksi.HAPUS, tahun_kinerja_id=tahun_kinerja.pk
    ).first()
    lama: dict[str, Any] = (hapusan.dari if hapusan else None) or {}
    if (lama.get("indikator_id"), lama.get("triwulan")) != (indikator.pk, triwulan):
        raise BuktiDitolak("bukti ini tidak ada dalam riwayat indikator dan triwulan ini")
    if lama["berkas"] and not path_bukti(lama["berkas"]).is_file():
        raise BuktiDitolak("berkasnya sudah tidak ada di server; unggah lagi")
    isi = {kolom: lama[kolom] for kolom in _ISI}
    saat = parse_datetime(str(lama["waktu"]))
    if saat is not None:
        isi["waktu"] = saat if saat.tzinfo else saat.replace(tzinfo=UTC)
    isi["oleh"] = Pengguna.objects.filter(pk=lama["oleh_id"]).first()
    return _tambah(tahun_kinerja, triwulan, indikator, oleh, hari, isi)
