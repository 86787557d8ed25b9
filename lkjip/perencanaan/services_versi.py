"""A year goes to another version of its Renstra: reviu, and taking a reviu back.

Each service is one event of the history and returns its id, by which it can be taken back (`urungkan`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import OuterRef, Subquery

from kinerja.services_pengisian import kunci_triwulan
from lkjip.akun.models import Pengguna
from lkjip.riwayat.lingkup import daftar_jalan
from lkjip.riwayat.models import ModelTeraudit
from lkjip.riwayat.pemicu import daftar_model_teraudit
from lkjip.riwayat.services_baris import menulis
from lkjip.services_utuh import menjaga_buku
from renstra import services_versi
from renstra.models import Indikator, Misi, Renstra, Sasaran, TahunKinerja, Tujuan
from renstra.services import kunci_instansi

_RENCANA: tuple[type[models.Model], ...] = (Misi, Tujuan, Sasaran, Indikator)
_Acuan = tuple[type[ModelTeraudit], str, str]
_TIADA = "Versi Renstra ini sudah tidak ada. Muat ulang halaman ini."
_PINDAH = "Tahun yang dipilih sudah memakai Renstra lain. Muat ulang halaman ini."


def daftar_acuan_rencana() -> Iterator[_Acuan]:
    """Every table whose rows belong to a year and point at the plan: (model, foreign key, path to the year).

    Found by what the models say of themselves, so that a table made later goes along too.
    """
    for model in daftar_model_teraudit():
        jalan = daftar_jalan(model, "tahun_kinerja")
        if len(jalan) != 1 or not jalan[0] or daftar_jalan(model, "renstra"):
            continue
        for kolom in model._meta.concrete_fields:
            if isinstance(kolom, models.ForeignKey) and kolom.related_model in _RENCANA:
                yield model, kolom.name, jalan[0]


def pindah_renstra(*, tahun_kinerja: TahunKinerja, ke: Renstra, oleh: Pengguna) -> str:
    """Let the year follow another Renstra of the agency: all its rows point at the rows of the same kode there.

    Raises ValidationError where the year lies outside the period of `ke`, where a row of the year points at a kode that
    `ke` lacks, or where a closed quarter forbids it.
    """
    awal, akhir = ke.renstra_awal, ke.renstra_akhir
    if awal and akhir and not awal <= tahun_kinerja.tahun <= akhir:
        raise ValidationError(f"Tahun {tahun_kinerja.tahun} tidak termasuk periode {ke}.")
    with _menulis(oleh, tahun_kinerja.instansi_id) as kejadian:
        _pindah(tahun_kinerja, ke)
    return kejadian


def buat_reviu(
    *,
    renstra: Renstra,
    daftar_tahun: Sequence[TahunKinerja],
    oleh: Pengguna,
    nomor_penetapan: str = "",
    tanggal_penetapan: date | None = None,
    keterangan: str = "",
) -> str:
    """A new version of the plan, a copy of `renstra`, which these years follow from now on.

    `renstra` stays as it is, for comparison and for its other years. Raises ValidationError.
    """
    with _menulis(oleh, renstra.instansi_id) as kejadian:
        if not daftar_tahun:
            raise ValidationError("Pilih paling sedikit satu tahun yang memakai versi baru ini.")
        if any(t.renstra_id != renstra.pk for t in daftar_tahun):
            raise ValidationError(_PINDAH)
        baru = services_versi.buat_versi(
            dari=_segar(renstra),
            nomor_penetapan=nomor_penetapan,
            tanggal_penetapan=tanggal_penetapan,
            keterangan=keterangan,
        )
        for tahun_kinerja in daftar_tahun:
            _pindah(tahun_kinerja, baru)
    return kejadian


def batalkan_reviu(*, renstra: Renstra, oleh: Pengguna) -> str:
    """Its years go back to the version it was copied from, and the version goes. Raises ValidationError.

    What was changed in it is lost; whoever calls has shown that.
    """
    with _menulis(oleh, renstra.instansi_id) as kejadian:
        renstra = _segar(renstra)
        asal = renstra.asal
        if asal is None or not seperiode(asal, renstra):
            raise ValidationError("Versi ini bukan hasil reviu, jadi tidak ada versi asal untuk kembali.")
        for tahun_kinerja in renstra.daftar_tahun.select_related("renstra").order_by("tahun"):
            _pindah(tahun_kinerja, asal)
        services_versi.alihkan_pendahulu(dari=renstra, ke=asal)
        renstra.delete()
    return kejadian


def hapus_versi(*, renstra: Renstra, oleh: Pengguna) -> str:
    """Remove a version that is kept for comparison only. Raises ValidationError where a year uses it."""
    with _menulis(oleh, renstra.instansi_id) as kejadian:
        services_versi.hapus_versi(renstra=renstra)
    return kejadian


def save_penetapan(
    *, renstra: Renstra, nomor_penetapan: str, tanggal_penetapan: date | None, keterangan: str, oleh: Pengguna
) -> str:
    """Number and date of the decree, and the note. Raises BarisDitolak."""
    with _menulis(oleh, renstra.instansi_id) as kejadian:
        services_versi.save_penetapan(
            renstra=_segar(renstra),
            nomor_penetapan=nomor_penetapan,
            tanggal_penetapan=tanggal_penetapan,
            keterangan=keterangan,
        )
    return kejadian


def save_pendahulu(*, indikator: Indikator, pendahulu: Indikator | None, catatan: str, oleh: Pengguna) -> str:
    """Which earlier indicator this one continues, and what changed in its definition. Raises ValidationError."""
    instansi = indikator.renstra.instansi_id if indikator.renstra is not None else None
    with _menulis(oleh, instansi) as kejadian:
        services_versi.save_pendahulu(indikator=indikator, pendahulu=pendahulu, catatan=catatan)
    return kejadian


def seperiode(satu: Renstra, dua: Renstra) -> bool:
    """Versions of one plan: the same agency and the same years."""
    return all(getattr(satu, n) == getattr(dua, n) for n in ("instansi_id", "renstra_awal", "renstra_akhir"))


@contextmanager
def _menulis(oleh: Pengguna, instansi: int | None) -> Iterator[str]:
    with menulis(oleh=oleh) as kejadian:
        kunci_instansi(pk=instansi)
        yield kejadian


def _segar(renstra: Renstra) -> Renstra:
    """The version as it is now; whoever waited for the lock must not write back what it was, or bring it back."""
    kini = Renstra.objects.select_related("asal").filter(pk=renstra.pk).first()
    if kini is None:
        raise ValidationError(_TIADA)
    return kini


def _pindah(tahun_kinerja: TahunKinerja, ke: Renstra) -> None:
    """Within the lock of the agency; the quarters next, then the rows.

    What the caller read before the lock may be stale: if another reviu has moved the year meanwhile, its rows hang on
    that version, and this one would take the year away from them.
    """
    kini = TahunKinerja.objects.filter(pk=tahun_kinerja.pk, renstra=tahun_kinerja.renstra_id)
    if not kini.exists():
        raise ValidationError(_PINDAH)
    kunci_triwulan(tahun_kinerja)
    dari = tahun_kinerja.renstra
    if dari == ke:
        return
    if dari.instansi_id != ke.instansi_id:
        raise ValidationError("Renstra ini milik instansi lain.")
    daftar = list(daftar_acuan_rencana())
    _tolak_bila_kurang(tahun_kinerja, dari, ke, daftar)
    with menjaga_buku([tahun_kinerja.pk]):
        _alihkan(tahun_kinerja, dari, ke, daftar)


def _alihkan(tahun_kinerja: TahunKinerja, dari: Renstra, ke: Renstra, daftar: Iterable[_Acuan]) -> None:
    """The rows of the year, then the year itself."""
    for model, kolom, jalan in daftar:
        rencana: Any = model._meta.get_field(kolom).related_model
        kode = rencana._default_manager.filter(pk=OuterRef(OuterRef(f"{kolom}_id"))).values("kode")
        sepadan = rencana._default_manager.filter(renstra=ke, kode=Subquery(kode)).values("pk")
        milik = model._default_manager.filter(**{jalan: tahun_kinerja.pk, f"{kolom}__renstra": dari})
        milik.order_by().update(**{kolom: Subquery(sepadan[:1])})
    tahun_kinerja.renstra = ke
    tahun_kinerja.save(update_fields=["renstra"])


def _tolak_bila_kurang(tahun_kinerja: TahunKinerja, dari: Renstra, ke: Renstra, daftar: Iterable[_Acuan]) -> None:
    """A row may not lose what it points at: an indicator with figures must have its like in the other version."""
    kurang = {model: _kode_kurang(model, dari, ke) for model in _RENCANA}
    terpakai: set[str] = set()
    for model, kolom, jalan in daftar:
        rencana: Any = model._meta.get_field(kolom).related_model
        if kode := kurang[rencana]:
            milik = {jalan: tahun_kinerja.pk, f"{kolom}__renstra": dari, f"{kolom}__kode__in": kode}
            terpakai |= set(model._default_manager.filter(**milik).values_list(f"{kolom}__kode", flat=True))
    if terpakai:
        raise ValidationError(
            f"Data tahun {tahun_kinerja.tahun} masih memakai {', '.join(sorted(terpakai))}, yang tidak ada di "
            f"{ke}. Hapus atau pindahkan dulu datanya, atau tambahkan kode itu di versi tujuan."
        )


def _kode_kurang(model: Any, dari: Renstra, ke: Renstra) -> set[str]:
    ada, ingin = (set(model._default_manager.filter(renstra=r).values_list("kode", flat=True)) for r in (ke, dari))
    return ingin - ada
