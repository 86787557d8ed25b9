"""Everything written about the analysis of a quarter: its three lists, what is carried over, what goes into the year's.

Rows whose text does not change are not written, so the history shows only what did.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db.models import Max, QuerySet

from kinerja.data import Faktor
from kinerja.models import Analisis, AnalisisTriwulan
from kinerja.selectors_panel import daftar_baris_analisis_tahun
from kinerja.services_pengisian import buka_untuk_isi
from lkjip.akun.models import Pengguna
from lkjip.dasar.butir import sidik_butir
from lkjip.riwayat.models import Riwayat
from lkjip.riwayat.services import Penyesuai, konteks_riwayat, menyesuaikan
from renstra.models import Indikator, TahunKinerja

_JALUR = "analisis"
_MAKS_RIWAYAT = 300  # newest entries of the year in which the last writer is looked for


@dataclass(frozen=True)
class DaftarButir:
    """The wanted items of one list. `dasar`: the list that the writer saw (`sidik_butir`).

    `gabung`: keep what is stored and add the wanted items that it lacks.
    """

    faktor: Faktor
    butir: tuple[str, ...]
    dasar: str
    gabung: bool = False


@dataclass(frozen=True)
class DaftarBentrok:
    """A list that somebody else has changed meanwhile: theirs, and who, when."""

    faktor: Faktor
    tersimpan: tuple[str, ...]
    oleh: str = ""
    waktu: datetime | None = None


class AnalisisBentrok(Exception):
    """Nothing was written: for these lists the writer has to choose."""

    def __init__(self, daftar: Sequence[DaftarBentrok]) -> None:
        super().__init__(", ".join(b.faktor for b in daftar))
        self.daftar = tuple(daftar)


class AnalisisDitolak(ValidationError):
    """There is nothing to do; the message says why."""


def save_analisis(
    *,
    tahun_kinerja: TahunKinerja,
    triwulan: int,
    indikator: Indikator,
    daftar: Iterable[DaftarButir],
    oleh: Pengguna,
    hari: date,
) -> int:
    """Store the lists; how many of them changed. All or nothing.

    An item keeps its mark of being carried over as long as its text does; a list that reads as its writer saw it was
    not touched, whatever is stored by now. Raises TriwulanTertutup, AnalisisBentrok,
    BarisDitolak. The caller has asked whether `oleh` may fill in this indicator.
    """
    with konteks_riwayat(oleh=oleh, jalur=_JALUR):
        buka_untuk_isi(tahun_kinerja, triwulan, hari)
        ada = _baris(tahun_kinerja, triwulan, indikator)
        disentuh = [d for d in daftar if d.gabung or sidik_butir(d.butir) != d.dasar]
        ingin = {d.faktor: (ada[d.faktor], _gabungan(d, ada[d.faktor]), d) for d in disentuh}
        berubah = {f: isi for f, isi in ingin.items() if isi[1] != _teks(isi[0])}
        basi = [
            DaftarBentrok(f, teks) for f, (lama, _, d) in berubah.items() if d.dasar != sidik_butir(teks := _teks(lama))
        ]
        if basi:
            raise AnalisisBentrok([_bentrok(tahun_kinerja, b, triwulan, indikator) for b in basi])
        with menyesuaikan(None) as alat:
            for faktor, (lama, butir, _) in berubah.items():
                _sesuaikan(alat, lama, [_butir(tahun_kinerja, triwulan, indikator, faktor, uraian) for uraian in butir])
        return len(berubah)


def _gabungan(daftar: DaftarButir, lama: Sequence[AnalisisTriwulan]) -> tuple[str, ...]:
    tersimpan = _teks(lama)
    return tuple(dict.fromkeys((*tersimpan, *daftar.butir))) if daftar.gabung else daftar.butir


def _semua(tahun_kinerja: TahunKinerja, triwulan: int, indikator: Indikator) -> QuerySet[AnalisisTriwulan]:
    baris = AnalisisTriwulan.objects.filter(tahun_kinerja=tahun_kinerja, triwulan=triwulan, indikator=indikator)
    return baris.order_by("urutan", "id")


def _baris(tahun_kinerja: TahunKinerja, triwulan: int, indikator: Indikator) -> dict[Faktor, list[AnalisisTriwulan]]:
    """The stored items of each list, in their order."""
    hasil: dict[Faktor, list[AnalisisTriwulan]] = {faktor: [] for faktor in Faktor}
    for satu in _semua(tahun_kinerja, triwulan, indikator):
        hasil[Faktor(satu.faktor)].append(satu)
    return hasil


def _teks(daftar: Iterable[AnalisisTriwulan | Analisis]) -> tuple[str, ...]:
    return tuple(satu.uraian for satu in daftar)


def _bentrok(tahun_kinerja: TahunKinerja, lama: DaftarBentrok, triwulan: int, indikator: Indikator) -> DaftarBentrok:
    """With who wrote the list last and when; an item that is gone can only be found in the history."""
    sama = {"triwulan": triwulan, "indikator_id": indikator.pk, "faktor": lama.faktor.value}
    riwayat = Riwayat.objects.filter(tabel=AnalisisTriwulan._meta.db_table, tahun_kinerja_id=tahun_kinerja.pk)
    for satu in riwayat[:_MAKS_RIWAYAT]:
        isi = satu.ke or satu.dari or {}
        if all(isi.get(kolom) == nilai for kolom, nilai in sama.items()):
            return replace(lama, oleh=satu.pelaku, waktu=satu.waktu)
    return lama


def _butir(
    tahun_kinerja: TahunKinerja, triwulan: int, indikator: Indikator, faktor: str, uraian: str
) -> AnalisisTriwulan:
    return AnalisisTriwulan(
        tahun_kinerja=tahun_kinerja, triwulan=triwulan, indikator=indikator, faktor=faktor, uraian=uraian
    )


def _sesuaikan(alat: Penyesuai, lama: Sequence[AnalisisTriwulan], ingin: Sequence[AnalisisTriwulan]) -> None:
    """Rows pair by text, then by place: an edited item stays the row that it was, and loses its mark."""
    asal = {satu.uraian: satu.dibawa_dari for satu in lama}
    for nomor, satu in enumerate(ingin, 1):
        satu.urutan, satu.dibawa_dari = nomor, asal.get(satu.uraian)
    alat.baris(lama=lama, baru=ingin)


def bawa_analisis(
    *, tahun_kinerja: TahunKinerja, triwulan: int, indikator: Indikator, oleh: Pengguna, hari: date
) -> int:
    """Copy last quarter's items into the lists that are empty, marked as carried over; how many items.

    Raises TriwulanTertutup, and AnalisisDitolak where there is nothing to carry over.
    """
    with konteks_riwayat(oleh=oleh, jalur=_JALUR):
        buka_untuk_isi(tahun_kinerja, triwulan, hari)
        ada = _baris(tahun_kinerja, triwulan, indikator)
        lalu = _semua(tahun_kinerja, triwulan - 1, indikator)
        salinan = [
            _butir(tahun_kinerja, triwulan, indikator, satu.faktor, satu.uraian)
            for satu in lalu
            if not ada[Faktor(satu.faktor)]
        ]
        for nomor, satu in enumerate(salinan, 1):
            satu.urutan, satu.dibawa_dari = nomor, triwulan - 1
        if not salinan:
            raise AnalisisDitolak("Tidak ada butir triwulan lalu yang dapat dibawa ke daftar yang masih kosong.")
        AnalisisTriwulan.objects.bulk_create(salinan)
        return len(salinan)


def sahkan_bawaan(
    *, tahun_kinerja: TahunKinerja, triwulan: int, indikator: Indikator, oleh: Pengguna, hari: date
) -> int:
    """What was carried over still holds: its marks go; how many. Raises TriwulanTertutup."""
    with konteks_riwayat(oleh=oleh, jalur=_JALUR):
        buka_untuk_isi(tahun_kinerja, triwulan, hari)
        baris = _semua(tahun_kinerja, triwulan, indikator)
        return baris.filter(dibawa_dari__isnull=False).update(dibawa_dari=None)


def jadikan_analisis_tahun(
    *,
    tahun_kinerja: TahunKinerja,
    triwulan: int,
    indikator: Indikator,
    setuju: Mapping[Faktor, tuple[str, str]],
    oleh: Pengguna,
    hari: date,
) -> int:
    """Make the year's analysis, which the LKjIP prints, read as the quarter's; how many lists changed.

    A list that is empty in the quarter replaces nothing. `setuju`: per list the quarter's and the year's as they were
    shown (`sidik_butir`). Raises TriwulanTertutup, and AnalisisDitolak where one of them has changed since.
    """
    with konteks_riwayat(oleh=oleh, jalur=_JALUR):
        buka_untuk_isi(tahun_kinerja, triwulan, hari)
        ini = _baris(tahun_kinerja, triwulan, indikator)
        tahunan = daftar_baris_analisis_tahun(tahun_kinerja, indikator)
        sekarang = {f: (sidik_butir(_teks(ini[f])), sidik_butir(_teks(tahunan[f]))) for f in Faktor}
        if any(sekarang[f] != setuju.get(f) for f in Faktor):
            raise AnalisisDitolak("Analisis berubah sejak ditampilkan. Periksa lagi, lalu setujui.")
        berubah = [f for f in Faktor if ini[f] and _teks(ini[f]) != _teks(tahunan[f])]
        with menyesuaikan(None) as alat:
            for faktor in berubah:
                _sesuaikan_tahun(alat, tahun_kinerja, indikator, tahunan[faktor], faktor, _teks(ini[faktor]))
        return len(berubah)


def _sesuaikan_tahun(
    alat: Penyesuai,
    tahun_kinerja: TahunKinerja,
    indikator: Indikator,
    lama: Sequence[Analisis],
    faktor: Faktor,
    butir: Sequence[str],
) -> None:
    """Rows keep their places in the sheet; further ones follow behind all rows."""
    terakhir = Analisis.objects.filter(tahun_kinerja=tahun_kinerja).aggregate(n=Max("urutan"))["n"] or 0
    tempat = [satu.urutan for satu in lama]
    tempat += range(terakhir + 1, terakhir + 1 + len(butir))
    ingin = [
        Analisis(
            tahun_kinerja=tahun_kinerja,
            indikator=indikator,
            tahun=tahun_kinerja.tahun,
            faktor=faktor,
            nomor=nomor,
            urutan=urutan,
            uraian=uraian,
        )
        for nomor, (urutan, uraian) in enumerate(zip(tempat, butir, strict=False), 1)
    ]
    alat.baris(lama=lama, baru=ingin)
