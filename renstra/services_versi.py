"""Versions of a Renstra: copied for a reviu, told apart by their decree, and what hangs on one that goes.

Call within `konteks_riwayat`, under the lock of the agency (`renstra.services.kunci_instansi`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Max

from lkjip.riwayat.models import ModelTeraudit
from lkjip.riwayat.services import periksa_baris
from renstra.models import (
    Indikator,
    Misi,
    PendahuluIndikator,
    Renstra,
    RincianIndikator,
    Sasaran,
    TargetTahunan,
    Tujuan,
)

_SEKALI_TULIS = 200
_Peta = dict[tuple[type[ModelTeraudit], int], int]


def urutan_renstra(renstra: Renstra) -> tuple[int, int, int]:
    """Which plan comes before which: by period, then by version. An indicator only continues an earlier one."""
    return renstra.renstra_awal or 0, renstra.renstra_akhir or 0, renstra.versi


def buat_versi(
    *, dari: Renstra, nomor_penetapan: str = "", tanggal_penetapan: date | None = None, keterangan: str = ""
) -> Renstra:
    """A copy of the whole plan as the next version of its period; every indicator continues the one it came from."""
    sama = Renstra.objects.filter(
        instansi=dari.instansi_id, renstra_awal=dari.renstra_awal, renstra_akhir=dari.renstra_akhir
    )
    baru = Renstra(
        instansi_id=dari.instansi_id,
        renstra_awal=dari.renstra_awal,
        renstra_akhir=dari.renstra_akhir,
        versi=(sama.aggregate(terakhir=Max("versi"))["terakhir"] or 0) + 1,
        asal=dari,
    )
    save_penetapan(
        renstra=baru,
        nomor_penetapan=nomor_penetapan,
        tanggal_penetapan=tanggal_penetapan,
        keterangan=keterangan,
    )
    _salin_isi(dari, baru)
    lanjutkan_indikator(dari=dari, ke=baru)
    return baru


def save_penetapan(*, renstra: Renstra, nomor_penetapan: str, tanggal_penetapan: date | None, keterangan: str) -> None:
    """By which decree the version was laid down, and why. Raises BarisDitolak."""
    renstra.nomor_penetapan = nomor_penetapan.strip()
    renstra.tanggal_penetapan = tanggal_penetapan
    renstra.keterangan = keterangan.strip()
    periksa_baris(renstra)
    renstra.save()


def _salin_isi(dari: Renstra, ke: Renstra) -> None:
    peta: _Peta = {}
    for model in (Misi, Tujuan, Sasaran, Indikator):
        _salin(model, model._default_manager.filter(renstra=dari), peta, {"renstra_id": ke.pk})
    _salin(TargetTahunan, TargetTahunan.objects.filter(indikator__renstra=dari), peta, {})


def _salin(model: type[Any], daftar: Iterable[Any], peta: _Peta, tetap: Mapping[str, int]) -> None:
    """Copies with their references led to the copies of what they pointed at."""
    baru, semula = [], []
    for baris in daftar:
        isi = {f.attname: getattr(baris, f.attname) for f in model._meta.concrete_fields if not f.primary_key}
        for kolom in model._meta.concrete_fields:
            kunci = (kolom.related_model, isi.get(kolom.attname))
            if kunci in peta:
                isi[kolom.attname] = peta[kunci]
        semula.append(baris.pk)
        baru.append(model(**{**isi, **tetap}))
    for pk, salinan in zip(semula, model._default_manager.bulk_create(baru, batch_size=_SEKALI_TULIS), strict=True):
        peta[model, pk] = salinan.pk


def lanjutkan_indikator(*, dari: Renstra, ke: Renstra) -> None:
    """Every indicator of `ke` continues that of the same kode in `dari`, and takes over what the IKU form says of it.

    What an indicator of `ke` has already stays as it is.
    """
    pasangan = _pasangan(dari, ke)
    _bawa_rincian(pasangan)
    punya = set(PendahuluIndikator.objects.filter(indikator__renstra=ke).values_list("indikator", flat=True))
    PendahuluIndikator.objects.bulk_create(
        [PendahuluIndikator(indikator_id=b, pendahulu_id=a) for a, b in pasangan.items() if b not in punya],
        batch_size=_SEKALI_TULIS,
    )


def _pasangan(dari: Renstra, ke: Renstra) -> dict[int, int]:
    """pk in `dari` → pk of the same kode in `ke`."""
    tujuan = dict(Indikator.objects.filter(renstra=ke).values_list("kode", "pk"))
    semula = Indikator.objects.filter(renstra=dari).values_list("pk", "kode")
    return {pk: tujuan[kode] for pk, kode in semula if kode in tujuan}


def _bawa_rincian(pasangan: Mapping[int, int]) -> None:
    ada = set(RincianIndikator.objects.filter(indikator__in=pasangan.values()).values_list("indikator", flat=True))
    baru = []
    for baris in RincianIndikator.objects.filter(indikator__in=pasangan):
        if pasangan[baris.indikator_id] not in ada:
            isi = {f.attname: getattr(baris, f.attname) for f in baris._meta.concrete_fields if not f.primary_key}
            baru.append(RincianIndikator(**{**isi, "indikator_id": pasangan[baris.indikator_id]}))
    RincianIndikator.objects.bulk_create(baru, batch_size=_SEKALI_TULIS)


def alihkan_pendahulu(*, dari: Renstra, ke: Renstra | None = None) -> None:
    """Before `dari` goes: what continued one of its indicators continues, from now on, that of the same kode in `ke`.

    Where that one is not earlier (or there is no `ke`), it continues what the indicator of `dari` itself continued.
    What `dari` alone knew of an indicator (its form, its predecessor) passes to `ke`.
    """
    pasangan = _pasangan(dari, ke) if ke is not None else {}
    semua = PendahuluIndikator.objects.select_related("indikator__renstra", "pendahulu__renstra")
    milik = {p.indikator_id: p for p in semua.filter(indikator__renstra=dari)}
    berubah = []
    for tautan in semua.filter(pendahulu__renstra=dari).exclude(indikator__renstra=dari):
        calon = pasangan.get(tautan.pendahulu_id) if ke is not None and _lebih_dulu(ke, tautan.indikator) else None
        lama = milik.get(tautan.pendahulu_id)
        pengganti = calon or (lama.pendahulu_id if lama is not None else None)
        if pengganti is not None and pengganti != tautan.indikator_id:
            tautan.pendahulu_id = pengganti
            berubah.append(tautan)
    PendahuluIndikator.objects.bulk_update(berubah, ["pendahulu"], batch_size=_SEKALI_TULIS)
    turunan = Renstra.objects.filter(asal=dari)
    if ke is None:
        turunan.update(asal=dari.asal_id)
    else:
        turunan.exclude(pk=ke.pk).update(asal=ke)
        _bawa_rincian(pasangan)
        _bawa_pendahulu(pasangan, milik.values(), ke)


def _lebih_dulu(renstra: Renstra, indikator: Indikator) -> bool:
    return indikator.renstra is not None and urutan_renstra(renstra) < urutan_renstra(indikator.renstra)


def _bawa_pendahulu(pasangan: Mapping[int, int], daftar: Iterable[PendahuluIndikator], ke: Renstra) -> None:
    punya = set(PendahuluIndikator.objects.filter(indikator__renstra=ke).values_list("indikator", flat=True))
    PendahuluIndikator.objects.bulk_create(
        [
            PendahuluIndikator(indikator_id=pasangan[p.indikator_id], pendahulu_id=p.pendahulu_id, catatan=p.catatan)
            for p in daftar
            if p.indikator_id in pasangan
            and pasangan[p.indikator_id] not in punya
            and p.pendahulu.renstra is not None
            and urutan_renstra(p.pendahulu.renstra) < urutan_renstra(ke)
        ],
        batch_size=_SEKALI_TULIS,
    )


def hapus_versi(*, renstra: Renstra) -> None:
    """Remove a version that no year uses. Raises ValidationError where one does."""
    if renstra.daftar_tahun.exists():
        tahun = ", ".join(str(t) for t in renstra.daftar_tahun.order_by("tahun").values_list("tahun", flat=True))
        raise ValidationError(f"Versi ini masih dipakai tahun {tahun}, jadi tidak dapat dihapus.")
    alihkan_pendahulu(dari=renstra)
    renstra.delete()


def save_pendahulu(*, indikator: Indikator, pendahulu: Indikator | None, catatan: str = "") -> None:
    """Say which earlier indicator this one continues (None: none), and what changed in its definition.

    Raises ValidationError where `pendahulu` is of no earlier Renstra of the agency.
    """
    lama = PendahuluIndikator.objects.filter(indikator=indikator).first()
    if pendahulu is None:
        if lama is not None:
            lama.delete()
        return
    if indikator.renstra is None or pendahulu.renstra is None:
        raise ValidationError("Hanya indikator tujuan dan sasaran yang mempunyai pendahulu.")
    if pendahulu.renstra.instansi_id != indikator.renstra.instansi_id or not _lebih_dulu(pendahulu.renstra, indikator):
        raise ValidationError("Pendahulu harus indikator dari Renstra atau versi yang lebih dulu di instansi ini.")
    baris = lama or PendahuluIndikator(indikator=indikator)
    baris.pendahulu, baris.catatan = pendahulu, catatan.strip()
    periksa_baris(baris)
    baris.save()
