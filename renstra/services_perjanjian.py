"""Writing the Perjanjian Kinerja: its targets, and the sheets that say who promises to whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.core.exceptions import ValidationError

from lkjip.dasar.isian import Isian
from lkjip.riwayat.services import tulis_baris
from lkjip.riwayat.services_baris import simpan_baris, urutan_berikut
from lkjip.riwayat.services_isian import Bentrok, IsianBentrok, terapkan_isian
from renstra.data import Versi
from renstra.models import LembarPerjanjian, Perjanjian, TahunKinerja, UnitKerja
from renstra.selectors import indikator_per_kode

KOLOM_LEMBAR = ("tanggal", "tempat", "pihak_pertama", "pihak_kedua", "alasan")
_Kunci = tuple[int, Versi]


def kolom_target(kolom: str, versi: Versi) -> str:
    """The name of a version's column beside the other's: `target_murni`."""
    return f"{kolom}_{versi.value}"


_KOLOM = {kolom_target(kolom, versi): (kolom, versi) for kolom in ("target", "predikat") for versi in Versi}


def save_perjanjian(*, tahun_kinerja: TahunKinerja, isian: Mapping[int, Sequence[Isian]]) -> int:
    """Store columns (`target_murni`, `predikat_perubahan` …) per pk of the indicator; how many changed.

    A row is there only while it says something. All or nothing, inside the caller's context with the agency locked.
    Raises IsianBentrok (`kunci`: pk of the indicator), BarisDitolak, ValidationError where an indicator is gone.
    """
    milik = {i.pk for i in indikator_per_kode(tahun_kinerja).values()}
    if not isian.keys() <= milik:
        raise ValidationError("Indikator yang diisi sudah tidak ada. Muat ulang halaman, lalu isi kembali.")
    per_baris: dict[_Kunci, list[Isian]] = defaultdict(list)
    for pk, daftar in isian.items():
        for satu in daftar:
            kolom, versi = _KOLOM[satu.kolom]
            per_baris[pk, versi].append(replace(satu, kolom=kolom))
    baris = _kunci_baris(tahun_kinerja, per_baris)
    berubah = _terapkan(baris, per_baris)
    _tulis(baris, berubah)
    return sum(map(len, berubah.values()))


def _kunci_baris(tahun_kinerja: TahunKinerja, diminta: Mapping[_Kunci, object]) -> dict[_Kunci, Perjanjian]:
    """The rows that are there, locked; where there is none a new one, not stored yet, behind all others."""
    semua = Perjanjian.objects.filter(tahun_kinerja=tahun_kinerja)
    tersimpan = semua.select_for_update(no_key=True).filter(
        tahun=tahun_kinerja.tahun, indikator__in={pk for pk, _ in diminta}
    )
    ada = {(b.indikator_id, Versi(b.versi)): b for b in tersimpan.order_by("pk")}
    baru = [kunci for kunci in diminta if kunci not in ada]
    awal = urutan_berikut(semua) if baru else 0
    for urutan, (pk, versi) in enumerate(sorted(baru, key=lambda k: list(Versi).index(k[1])), awal):
        ada[pk, versi] = Perjanjian(
            tahun_kinerja=tahun_kinerja, indikator_id=pk, tahun=tahun_kinerja.tahun, versi=versi, urutan=urutan
        )
    return {kunci: ada[kunci] for kunci in diminta}


def _terapkan(
    baris: Mapping[_Kunci, Perjanjian], per_baris: Mapping[_Kunci, Sequence[Isian]]
) -> dict[_Kunci, list[str]]:
    bentrok: list[Bentrok] = []
    berubah: dict[_Kunci, list[str]] = {}
    for (pk, versi), daftar in per_baris.items():
        try:
            berubah[pk, versi] = terapkan_isian(baris[pk, versi], daftar)
        except IsianBentrok as galat:
            bentrok += [replace(b, kolom=kolom_target(b.kolom, versi), kunci=pk) for b in galat.daftar]
    if bentrok:
        raise IsianBentrok(bentrok)
    return berubah


def _tulis(baris: Mapping[_Kunci, Perjanjian], berubah: Mapping[_Kunci, Sequence[str]]) -> None:
    ditambah: list[Perjanjian] = []
    diubah: dict[tuple[str, ...], list[Perjanjian]] = defaultdict(list)
    dihapus: list[int] = []
    for kunci, kolom in berubah.items():
        satu = baris[kunci]
        kosong = satu.target is None and not satu.predikat
        if kosong and not satu._state.adding:
            dihapus.append(satu.pk)
        elif kolom and not kosong:
            ditambah.append(satu) if satu._state.adding else diubah[tuple(kolom)].append(satu)
    Perjanjian.objects.filter(pk__in=dihapus).delete()
    tulis_baris(ditambah, dict(diubah))


def save_lembar(
    *, tahun_kinerja: TahunKinerja, versi: Versi, unit: UnitKerja | None, isi: Mapping[str, Any]
) -> LembarPerjanjian:
    """Store the columns (`KOLOM_LEMBAR`) of the head's sheet or a unit's; inside the caller's context.

    Raises ValidationError.
    """
    # Ordered by its own column: PostgreSQL cannot lock the outer join that the order by unit needs.
    terkunci = LembarPerjanjian.objects.select_for_update(no_key=True).order_by("pk")
    kunci = {"tahun_kinerja": tahun_kinerja, "versi": versi, "unit": unit}
    baris = terkunci.filter(**kunci).first() or LembarPerjanjian(**kunci)
    for kolom in KOLOM_LEMBAR:
        if kolom in isi:
            setattr(baris, kolom, isi[kolom])
    return simpan_baris(baris)
