"""Findings and recommendations of an evaluation, written by its team while it works."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from kinerja.data_evaluasi import (
    TERBUKA,
    TINDAK_LANJUT_TERBUKA,
    AsalEvaluasi,
    JenisCatatan,
    KeadaanTindakLanjut,
    SikapTanggapan,
    TahapEvaluasi,
)
from kinerja.models import CatatanEvaluasi, Evaluasi, KomponenSkema, RekomendasiEvaluasi, SubkomponenSkema
from kinerja.selectors_pengisian import hari_ini
from kinerja.selectors_rekomendasi import daftar_pk_diulang, rekomendasi_terbit
from kinerja.services_evaluasi import kunci_evaluasi
from lkjip.akun.models import Pengguna
from lkjip.dasar.isian import Isian, JenisIsian, rapikan_teks
from lkjip.riwayat.models import Riwayat
from lkjip.riwayat.services_baris import (
    menulis,
    simpan_baris,
    susun_urutan,
    ubah_baris,
    urutan_berikut,
    urutan_tergeser,
)
from lkjip.riwayat.services_isian import IsianBentrok
from lkjip.riwayat.services_urung import urungkan

_JALUR = "catatan evaluasi"
_HILANG = "Baris ini sudah tidak ada; mungkin baru saja dihapus orang lain. Muat ulang halaman."
_M = TypeVar("_M", CatatanEvaluasi, RekomendasiEvaluasi)


def boleh_ditulis(evaluasi: Evaluasi) -> bool:
    """Whether findings and recommendations may change in the stage that the evaluation is in."""
    return evaluasi.asal == AsalEvaluasi.DIREKAM or evaluasi.tahap in TERBUKA


@contextmanager
def _menulis(evaluasi: int, oleh: Pengguna) -> Iterator[tuple[Evaluasi, str]]:
    """The locked evaluation and the id of the event. Raises ValidationError where the stage does not allow it."""
    with menulis(oleh=oleh, jalur=_JALUR) as kejadian:
        kunci = kunci_evaluasi(evaluasi)
        if not boleh_ditulis(kunci):
            raise ValidationError(
                f"Evaluasi ini sedang pada tahap {kunci.get_tahap_display().lower()}, jadi catatan dan rekomendasinya "
                "tidak dapat diubah. Ketua atau pengendali dapat mengembalikannya kepada tim."
            )
        try:
            yield kunci, kejadian
        except IsianBentrok as galat:
            tersimpan = galat.daftar[0].tersimpan
            raise ValidationError(
                f"Belum disimpan: orang lain baru saja mengubahnya menjadi “{tersimpan}”. Bandingkan dengan isian "
                "Anda, lalu simpan lagi bila masih perlu."
            ) from galat


def default_batas_waktu(tahun: int, hari: date) -> date:
    """The end of the year after the one evaluated: the year in which the LHE is issued. An evaluation that is late
    gets the end of this year: no recommendation starts out overdue.
    """
    return date(max(tahun + 1, hari.year), 12, 31)


def save_catatan(
    *,
    evaluasi: int,
    oleh: Pengguna,
    isi: str,
    jenis: JenisCatatan = JenisCatatan.TEMUAN,
    komponen: int | None = None,
    subkomponen: str = "",
    pk: int | None = None,
    dasar: str = "",
) -> str:
    """A new finding of a component, or another text (over `dasar`, which its writer saw) of one; the event."""
    isi = rapikan_teks(isi, JenisIsian.PARAGRAF)
    with _menulis(evaluasi, oleh) as (kunci, kejadian):
        if pk is not None:
            baris = _ambil(CatatanEvaluasi, kunci, pk)
            _periksa_tempat(kunci, baris.komponen, subkomponen)
            ubah_baris(baris, [Isian("isi", isi, dasar), Isian("subkomponen", subkomponen, baris.subkomponen)])
            return kejadian
        nomor = _periksa_tempat(kunci, komponen, subkomponen)
        sejenis = CatatanEvaluasi.objects.filter(evaluasi=kunci, komponen=nomor, jenis=jenis)
        simpan_baris(
            CatatanEvaluasi(
                evaluasi=kunci, komponen=nomor, subkomponen=subkomponen, jenis=jenis, isi=isi,
                urutan=urutan_berikut(sejenis), oleh=oleh,
            )
        )  # fmt: skip
        return kejadian


def save_rekomendasi(
    *,
    evaluasi: int,
    oleh: Pengguna,
    rekomendasi: str,
    batas_waktu: date | None = None,
    komponen: int | None = None,
    catatan: int | None = None,
    pk: int | None = None,
    dasar: str = "",
) -> str:
    """A new recommendation (under a finding, or free under a component), or another text and due date of one.

    A new one without a due date gets `default_batas_waktu`.
    """
    teks = rapikan_teks(rekomendasi, JenisIsian.PARAGRAF)
    with _menulis(evaluasi, oleh) as (kunci, kejadian):
        if pk is not None:
            baris = _ambil(RekomendasiEvaluasi, kunci, pk)
            ubah_baris(
                baris,
                [Isian("rekomendasi", teks, dasar), Isian("batas_waktu", batas_waktu, baris.batas_waktu)],
            )
            return kejadian
        temuan = _ambil(CatatanEvaluasi, kunci, catatan) if catatan else None
        nomor = temuan.komponen if temuan else _periksa_tempat(kunci, komponen, "")
        _tambah_rekomendasi(kunci, nomor, teks, batas_waktu, catatan=temuan)
        return kejadian


def ulangi_rekomendasi(*, evaluasi: int, oleh: Pengguna, sumber: int, komponen: int | None = None) -> str:
    """An open recommendation of an earlier LHE, once more in this one; `komponen` where the scheme has another."""
    with _menulis(evaluasi, oleh) as (kunci, kejadian):
        lama = rekomendasi_terbit().filter(
            pk=sumber, evaluasi__instansi=kunci.instansi_id, evaluasi__tahun__lt=kunci.tahun
        ).first()  # fmt: skip
        if lama is None or lama.keadaan not in TINDAK_LANJUT_TERBUKA:
            raise ValidationError("Rekomendasi itu tidak ada atau sudah selesai. Muat ulang halaman.")
        if lama.pk in daftar_pk_diulang(kunci):
            raise ValidationError("Rekomendasi itu sudah diulang dalam evaluasi ini.")
        nomor = _periksa_tempat(kunci, komponen or lama.komponen, "")
        _tambah_rekomendasi(kunci, nomor, lama.rekomendasi, None, ulangan=lama)
        return kejadian


def save_sikap(*, evaluasi: int, oleh: Pengguna, pk: int, sikap: SikapTanggapan | str, balasan: str = "") -> str:
    """What the team makes of the agency's reply to a finding. Refused or partly accepted, it needs a reason."""
    with _menulis(evaluasi, oleh) as (kunci, kejadian):
        baris = _ambil(CatatanEvaluasi, kunci, pk)
        if kunci.tahap != TahapEvaluasi.PEMBAHASAN or not baris.tanggapan:
            raise ValidationError("Sikap tim dicatat pada tahap pembahasan, atas temuan yang ditanggapi instansi.")
        baris.sikap, baris.balasan = sikap, rapikan_teks(balasan, JenisIsian.PARAGRAF)
        simpan_baris(baris)
        return kejadian


def save_ringkasan(*, evaluasi: int, oleh: Pengguna, ringkasan: str, dasar: str) -> str:
    """The summary of the result, over the one that its writer saw."""
    teks = rapikan_teks(ringkasan, JenisIsian.PARAGRAF)
    with _menulis(evaluasi, oleh) as (kunci, kejadian):
        ubah_baris(kunci, [Isian("ringkasan", teks, dasar)])
        return kejadian


def hapus_catatan(*, evaluasi: int, oleh: Pengguna, pk: int) -> str:
    """Its recommendations stay, under the component."""
    with _menulis(evaluasi, oleh) as (kunci, kejadian):
        _ambil(CatatanEvaluasi, kunci, pk).delete()
        return kejadian


def hapus_rekomendasi(*, evaluasi: int, oleh: Pengguna, pk: int) -> str:
    """Not one of a recorded LHE that the agency has reported about, or that a later LHE repeats."""
    with _menulis(evaluasi, oleh) as (kunci, kejadian):
        baris = _ambil(RekomendasiEvaluasi, kunci, pk)
        if baris.daftar_tindak_lanjut.exists() or baris.daftar_ulangan.exists():
            raise ValidationError("Rekomendasi ini sudah ditindaklanjuti atau diulang, jadi tidak dapat dihapus.")
        baris.delete()
        return kejadian


def geser_catatan(*, evaluasi: int, oleh: Pengguna, pk: int, langkah: int) -> str:
    """So many places up (negative) or down among those of its component and kind."""
    with _menulis(evaluasi, oleh) as (kunci, kejadian):
        baris = _ambil(CatatanEvaluasi, kunci, pk)
        _geser(kunci.daftar_catatan.filter(komponen=baris.komponen, jenis=baris.jenis), pk, langkah)
        return kejadian


def geser_rekomendasi(*, evaluasi: int, oleh: Pengguna, pk: int, langkah: int) -> str:
    """Among those of its finding; a free one among the free ones of its component."""
    with _menulis(evaluasi, oleh) as (kunci, kejadian):
        baris = _ambil(RekomendasiEvaluasi, kunci, pk)
        _geser(kunci.daftar_rekomendasi.filter(komponen=baris.komponen, catatan=baris.catatan_id), pk, langkah)
        return kejadian


def urungkan_catatan(*, evaluasi: int, oleh: Pengguna, kejadian: str) -> int:
    """Take back one own act on this page; how many rows. Raises ValidationError where it was something else."""
    tabel = {CatatanEvaluasi._meta.db_table, RekomendasiEvaluasi._meta.db_table}
    with _menulis(evaluasi, oleh) as (kunci, _):
        daftar = Riwayat.objects.filter(kejadian=kejadian)
        if any(c.tabel not in tabel or (c.dari or c.ke or {}).get("evaluasi_id") != kunci.pk for c in daftar):
            raise ValidationError("Tidak ada perubahan yang dapat diurungkan.")
        return urungkan(kejadian=kejadian, instansi=kunci.instansi_id, oleh=oleh)


def _ambil(model: type[_M], evaluasi: Evaluasi, pk: int) -> _M:
    baris = model._default_manager.filter(evaluasi=evaluasi, pk=pk).first()
    if baris is None:
        raise ValidationError(_HILANG)
    return baris


def _periksa_tempat(evaluasi: Evaluasi, komponen: int | None, subkomponen: str) -> int:
    """The component's number, if the scheme has it and the sub-component lies in it."""
    bagian = KomponenSkema.objects.filter(skema=evaluasi.skema_id, nomor=komponen or 0).first()
    if bagian is None:
        raise ValidationError("Skema evaluasi ini tidak mempunyai komponen itu. Pilih komponennya lebih dulu.")
    if subkomponen and not SubkomponenSkema.objects.filter(komponen=bagian, kode=subkomponen).exists():
        raise ValidationError(f"Subkomponen {subkomponen} bukan bagian komponen {bagian.nama}.")
    return bagian.nomor


def _tambah_rekomendasi(
    evaluasi: Evaluasi,
    komponen: int,
    teks: str,
    batas_waktu: date | None,
    *,
    catatan: CatatanEvaluasi | None = None,
    ulangan: RekomendasiEvaluasi | None = None,
) -> None:
    sejenis = RekomendasiEvaluasi.objects.filter(evaluasi=evaluasi, komponen=komponen)
    simpan_baris(
        RekomendasiEvaluasi(
            evaluasi=evaluasi, komponen=komponen, catatan=catatan, urutan=urutan_berikut(sejenis), rekomendasi=teks,
            batas_waktu=batas_waktu or default_batas_waktu(evaluasi.tahun, hari_ini()),
            keadaan=KeadaanTindakLanjut.BELUM, ulangan=ulangan,
        )
    )  # fmt: skip


def _geser(daftar: QuerySet[_M], pk: int, langkah: int) -> None:
    baris = list(daftar.order_by("urutan", "pk"))
    susun_urutan(baris, urutan_tergeser([b.pk for b in baris], pk, langkah))
