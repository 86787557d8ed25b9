"""Writing with a history: who, why and by which way; and bringing the rows of a table to a wanted state."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar
from uuid import uuid4

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, connections, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from lkjip.dasar.rekaman import bentuk_baku
from lkjip.riwayat.pemicu import KUNCI_KONTEKS, TABEL_KONTEKS


class BarisDitolak(ValidationError):
    """A row that may not be stored as it is; `baris` is the unsaved row."""

    def __init__(self, baris: models.Model, galat: ValidationError) -> None:
        super().__init__(galat.message_dict if hasattr(galat, "error_dict") else galat.messages)
        self.baris = baris


_M = TypeVar("_M", bound=models.Model)
_BANYAK_SEKALI_TULIS = 200
# PostgreSQL takes no NUL, UTF-8 no lone surrogate, XML (so no workbook, DOCX or SVG) no other control character either.
_TAK_TERSIMPAN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


@contextmanager
def konteks_riwayat(
    *,
    jalur: str,
    oleh: AbstractBaseUser | AnonymousUser | None = None,
    alasan: str = "",
    basis_data: str = DEFAULT_DB_ALIAS,
) -> Iterator[str]:
    """Every change inside is recorded as done by `oleh`, by `jalur` (halaman, tempel, impor, admin, perintah …).

    Opens a transaction, because who and why live in it and must die with it: on PostgreSQL as transaction-local
    settings, on SQLite as a row that is gone again before the commit. May be nested; the inner one holds, then the
    outer one again. Yields the id that all these changes share (`Riwayat.kejadian`).
    """
    koneksi = connections[basis_data]
    pengguna = oleh if oleh is not None and oleh.pk is not None else None
    kejadian = uuid4().hex
    isi = (str(pengguna.pk) if pengguna else "", pengguna.get_username() if pengguna else "", jalur, alasan, kejadian)
    with transaction.atomic(using=basis_data):
        lama = _baca_konteks(koneksi)
        _tulis_konteks(koneksi, isi)
        yield kejadian
        _tulis_konteks(koneksi, lama)


def _baca_konteks(koneksi: BaseDatabaseWrapper) -> tuple[str, ...] | None:
    with koneksi.cursor() as kursor:
        if koneksi.vendor == "postgresql":
            kolom = ", ".join(f"COALESCE(current_setting('lkjip.{k}', true), '')" for k in KUNCI_KONTEKS)
            kursor.execute(f"SELECT {kolom}")
        else:
            kursor.execute(f"SELECT {', '.join(KUNCI_KONTEKS)} FROM {TABEL_KONTEKS}")
        baris = kursor.fetchone()
    return tuple(baris) if baris else None


def _tulis_konteks(koneksi: BaseDatabaseWrapper, isi: tuple[str, ...] | None) -> None:
    with koneksi.cursor() as kursor:
        if koneksi.vendor == "postgresql":
            atur = ", ".join(f"set_config('lkjip.{k}', %s, true)" for k in KUNCI_KONTEKS)
            kursor.execute(f"SELECT {atur}", list(isi or [""] * len(KUNCI_KONTEKS)))
        elif isi is None:
            kursor.execute(f"DELETE FROM {TABEL_KONTEKS}")
        else:
            kolom = ", ".join(KUNCI_KONTEKS)
            kursor.execute(
                f"INSERT OR REPLACE INTO {TABEL_KONTEKS} (id, {kolom}) VALUES (1, NULLIF(%s, ''), %s, %s, %s, %s)",
                list(isi),
            )


class Penyesuai:
    """Makes stored rows read as wanted rows, table by table, parents first; removes what is left over at the end.

    Leftovers go last, and children before parents, so that a row which moves to another parent is changed and not
    deleted with the old one. Unchanged rows are not written at all, so they leave no history.
    """

    def __init__(self) -> None:
        self._sisa: list[models.Model] = []

    def sisihkan(self, daftar: Iterable[models.Model]) -> None:
        """These rows are to go when `buang` is called."""
        self._sisa.extend(daftar)

    def baris(
        self, *, lama: Iterable[_M], baru: Sequence[_M], kunci: Callable[[_M], Hashable] | None = None
    ) -> list[_M]:
        """Bring `lama` to the unsaved `baru`; returns the stored rows in the order of `baru`.

        Rows are matched by `kunci`. Without one (tables that may repeat rows) equal content matches first, then the
        same `urutan`. Foreign keys of `baru` must have been saved.
        """
        tersedia = list(lama)
        pasangan = _pasangkan(tersedia, baru, kunci)
        terpakai = {id(tersimpan) for tersimpan in pasangan if tersimpan is not None}
        self.sisihkan(baris for baris in tersedia if id(baris) not in terpakai)
        hasil: list[_M] = []
        ditambah: list[_M] = []
        diubah: dict[tuple[str, ...], list[_M]] = {}
        for tersimpan, ingin in zip(pasangan, baru, strict=True):
            if tersimpan is None:
                ditambah.append(ingin)
            elif kolom := _salin(ingin, tersimpan):
                diubah.setdefault(tuple(kolom), []).append(tersimpan)
            hasil.append(ingin if tersimpan is None else tersimpan)
        tulis_baris(ditambah, diubah)
        return hasil

    def buang(self) -> None:
        per_model: dict[type[models.Model], list[models.Model]] = {}
        for baris in reversed(self._sisa):
            per_model.setdefault(type(baris), []).append(baris)
        for model, daftar in per_model.items():
            model._default_manager.filter(pk__in=[baris.pk for baris in daftar]).delete()
        self._sisa.clear()


@contextmanager
def menyesuaikan(luar: Penyesuai | None) -> Iterator[Penyesuai]:
    """The caller's Penyesuai, who also removes the leftovers; or one of our own, which removes them here."""
    penyesuai = luar or Penyesuai()
    with transaction.atomic():
        yield penyesuai
        if luar is None:
            penyesuai.buang()


def tulis_baris(ditambah: list[_M], diubah: dict[tuple[str, ...], list[_M]]) -> None:
    """Store new rows, and stored rows by the columns that changed, in few queries. Raises BarisDitolak."""
    for baris in (*ditambah, *(b for daftar in diubah.values() for b in daftar)):
        periksa_baris(baris)
    for kolom, daftar in diubah.items():
        type(daftar[0])._default_manager.bulk_update(daftar, kolom, batch_size=_BANYAK_SEKALI_TULIS)
    if ditambah:
        type(ditambah[0])._default_manager.bulk_create(ditambah, batch_size=_BANYAK_SEKALI_TULIS)


def periksa_baris(baris: models.Model) -> None:
    """Validate the row's own columns without a query; uniqueness and references are the database's to hold."""
    kecuali = {f.name for f in baris._meta.concrete_fields if f.is_relation or f.primary_key}
    try:
        baris.clean_fields(exclude=kecuali)
        baris.clean()
    except ValidationError as galat:
        raise BarisDitolak(baris, galat) from galat
    for kolom in _kolom_isi(baris):
        if not all(map(dapat_disimpan, _daftar_teks(getattr(baris, kolom.attname)))):
            pesan = "Teks memuat karakter kendali yang tidak dapat disimpan."
            raise BarisDitolak(baris, ValidationError({kolom.name: pesan}))


def dapat_disimpan(teks: str) -> bool:
    """Whether every database takes this text, and every file that is made from it."""
    return _TAK_TERSIMPAN.search(teks) is None


def _daftar_teks(nilai: object) -> Iterator[str]:
    if isinstance(nilai, str):
        yield nilai
    elif isinstance(nilai, list):
        for isi in nilai:
            yield from _daftar_teks(isi)


def _kolom_isi(baris: models.Model) -> list[models.Field[Any, Any]]:
    return [f for f in baris._meta.concrete_fields if not f.primary_key]


def _isi(baris: models.Model) -> tuple[object, ...]:
    return tuple(repr(bentuk_baku(getattr(baris, f.attname))) for f in _kolom_isi(baris) if f.name != "urutan")


def _pasangkan(tersedia: Sequence[_M], baru: Sequence[_M], kunci: Callable[[_M], Hashable] | None) -> list[_M | None]:
    if kunci is not None:
        per_kunci = {kunci(baris): baris for baris in tersedia}
        return [per_kunci.get(kunci(baris)) for baris in baru]
    per_isi: dict[tuple[object, ...], list[_M]] = {}
    for baris in tersedia:
        per_isi.setdefault(_isi(baris), []).append(baris)
    sama = [daftar.pop(0) if (daftar := per_isi.get(_isi(baris))) else None for baris in baru]
    sisa = {getattr(baris, "urutan", 0): baris for daftar in per_isi.values() for baris in daftar}
    return [s if s is not None else sisa.pop(getattr(b, "urutan", 0), None) for s, b in zip(sama, baru, strict=True)]


def _salin(dari: _M, ke: _M) -> list[str]:
    """Copy the content of `dari` into `ke`; the names of the fields that changed."""
    berubah = []
    for kolom in _kolom_isi(dari):
        ingin = getattr(dari, kolom.attname)
        if bentuk_baku(getattr(ke, kolom.attname)) != bentuk_baku(ingin):
            setattr(ke, kolom.attname, ingin)
            berubah.append(kolom.name)
    return berubah
