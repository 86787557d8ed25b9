"""Rows written one by one, by hand: added, changed, put in order, removed; and the database's refusals as sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, models, transaction
from django.db.models import Max, QuerySet

from lkjip.dasar.isian import Isian
from lkjip.riwayat.lingkup import galat_lingkup
from lkjip.riwayat.models import ModelTeraudit
from lkjip.riwayat.services import konteks_riwayat, periksa_baris, tulis_baris
from lkjip.riwayat.services_isian import terapkan_isian

_M = TypeVar("_M", bound=ModelTeraudit)


def kalimat_basis_data(galat: IntegrityError | DataError) -> str:
    """The first line of the database's refusal: a sentence where a trigger of ours wrote it."""
    baris = str(galat).strip().partition("\n")[0]
    return baris if baris.endswith(".") else f"Basis data menolaknya: {baris}"


@contextmanager
def menulis(*, oleh: AbstractBaseUser | None, jalur: str = "halaman", alasan: str = "") -> Iterator[str]:
    """`konteks_riwayat`; what the database refuses is told as ValidationError. Yields the id of the event.

    Nothing of it stays when an exception leaves it.
    """
    try:
        with konteks_riwayat(oleh=oleh, jalur=jalur, alasan=alasan) as kejadian:
            yield kejadian
    except (IntegrityError, DataError) as galat:
        raise ValidationError(kalimat_basis_data(galat)) from galat


def simpan_baris(baris: _M) -> _M:
    """Store a new or changed row after all its checks: columns, uniqueness, constraints, references.

    Raises ValidationError, by field.
    """
    periksa_baris(baris)
    if salah := galat_lingkup(baris):
        raise ValidationError(salah)
    baris.full_clean()
    with transaction.atomic():
        baris.save()
    return baris


def ubah_baris(baris: _M, daftar: Sequence[Isian]) -> list[str]:
    """Put the values into a locked row and store it; the columns that changed. Raises IsianBentrok, ValidationError."""
    berubah = terapkan_isian(baris, daftar)
    if berubah:
        simpan_baris(baris)
    return berubah


def urutan_berikut(daftar: QuerySet[Any, Any]) -> int:
    """The place after the last of these rows."""
    return (daftar.aggregate(akhir=Max("urutan"))["akhir"] or 0) + 1


def urutan_tergeser(urutan_pk: Sequence[int], pk: int, langkah: int) -> list[int]:
    """The same rows with this one so many places up (negative) or down, as far as the list goes."""
    hasil = list(urutan_pk)
    dari = hasil.index(pk)
    hasil.insert(min(max(dari + langkah, 0), len(hasil) - 1), hasil.pop(dari))
    return hasil


def susun_urutan(daftar: Sequence[models.Model], urutan_pk: Sequence[int]) -> int:
    """Put rows of one parent into the order of `urutan_pk`, in the places that they hold together; how many moved.

    Other rows of the sheet keep theirs. Raises ValidationError where `urutan_pk` does not name just these rows.
    """
    per_pk = {baris.pk: baris for baris in daftar}
    if sorted(per_pk) != sorted(urutan_pk):
        raise ValidationError("Urutan berubah sejak halaman ini dibuka. Muat ulang, lalu susun kembali.")
    tempat = sorted(baris.urutan for baris in daftar)  # type: ignore[attr-defined]
    if len(set(tempat)) < len(tempat):
        tempat = list(range(tempat[0], tempat[0] + len(tempat)))
    pindah = []
    for pk, nomor in zip(urutan_pk, tempat, strict=True):
        if per_pk[pk].urutan != nomor:  # type: ignore[attr-defined]
            per_pk[pk].urutan = nomor  # type: ignore[attr-defined]
            pindah.append(per_pk[pk])
    tulis_baris([], {("urutan",): pindah} if pindah else {})
    return len(pindah)
