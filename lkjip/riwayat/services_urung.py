"""Taking back one event of the history, whole: what it added is removed, what it changed or removed is as before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.apps import apps
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Max

from lkjip.riwayat.models import Aksi, ModelTeraudit, Riwayat
from lkjip.riwayat.selectors_baris import nilai_kolom
from lkjip.riwayat.services_baris import menulis

JALUR_URUNG = "urungkan"
_BERUBAH = "Tidak dapat diurungkan lagi: {apa} sudah diubah sesudahnya. Perbaiki langsung pada halamannya."
_TIADA = "Tidak ada perubahan yang dapat diurungkan."


def urungkan(*, kejadian: str, instansi: int | None, oleh: AbstractBaseUser) -> int:
    """Take back everything that `oleh` did in this event to rows of this agency (pk; None: of none); how many.

    The caller has asked whether `oleh` may change the agency. Raises ValidationError where the event is somebody
    else's or of another agency, where one of its rows was written again since, or where a rule forbids it.
    """
    with menulis(oleh=oleh, jalur=JALUR_URUNG):
        daftar = list(Riwayat.objects.filter(kejadian=kejadian).order_by("-id"))
        if not daftar or any(c.oleh_id != oleh.pk or c.instansi_id != instansi for c in daftar):
            raise ValidationError(_TIADA)
        _pastikan_terakhir(daftar)
        per_tabel = {m._meta.db_table: m for m in apps.get_models() if issubclass(m, ModelTeraudit)}
        for catatan in daftar:
            _balikkan(per_tabel[catatan.tabel], catatan)
        return len({(c.tabel, c.kunci) for c in daftar})


def _pastikan_terakhir(daftar: Sequence[Riwayat]) -> None:
    """No row of the event may have a later entry than the event's own."""
    per_tabel: dict[str, dict[str, int]] = {}
    for catatan in daftar:
        kunci = per_tabel.setdefault(catatan.tabel, {})
        kunci[catatan.kunci] = max(kunci.get(catatan.kunci, 0), catatan.pk)
    for tabel, terakhir in per_tabel.items():
        baris = Riwayat.objects.filter(tabel=tabel, kunci__in=terakhir).values("kunci").annotate(akhir=Max("id"))
        if any(satu["akhir"] > terakhir[satu["kunci"]] for satu in baris):
            raise ValidationError(_BERUBAH.format(apa="baris itu"))


def _balikkan(model: type[models.Model], catatan: Riwayat) -> None:
    if catatan.aksi == Aksi.TAMBAH:
        _hapus(model, catatan.kunci)
        return
    lama = _nilai(model, catatan.dari or {})
    if catatan.aksi == Aksi.HAPUS:
        model(**lama).save_base(raw=True, force_insert=True)
    else:
        model._default_manager.filter(pk=catatan.kunci).update(**lama)


def _hapus(model: type[models.Model], kunci: str) -> None:
    """Not while others point at it: they were not part of the event, and nothing is lost unasked."""
    baris = model._default_manager.filter(pk=kunci)
    for kaitan in model._meta.related_objects:
        lain: type[models.Model] = kaitan.related_model
        if lain._default_manager.filter(**{f"{kaitan.field.name}__in": baris}).exists():
            raise ValidationError(_BERUBAH.format(apa="isi baris itu"))
    baris.delete()


def _nilai(model: type[models.Model], isi: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of the row as the history had them; a column that is younger has its default."""
    return {f.attname: nilai_kolom(f, isi) for f in model._meta.concrete_fields}
