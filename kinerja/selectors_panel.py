"""Everything read about one indicator in one quarter: its components, analysis, evidence and remarks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q, QuerySet

from kinerja import data
from kinerja.data import Faktor
from kinerja.data_pengisian import ButirAnalisis
from kinerja.models import Analisis, AnalisisTriwulan, BuktiDukung, CatatanPengisian, Komponen, KomponenTriwulan
from kinerja.selectors_pengisian import daftar_bukti, daftar_catatan
from renstra.models import Indikator, TahunKinerja


@dataclass(frozen=True)
class NilaiKomponen:
    """A component that makes up the year's figure, with its value of this quarter and of the one before."""

    pk: int
    kode: str
    uraian: str
    bobot: Decimal | None
    nilai: Decimal | None
    lalu: Decimal | None


def daftar_komponen(tahun_kinerja: TahunKinerja, indikator: Indikator) -> QuerySet[Komponen]:
    """The components that make up this year's figure (`kinerja.pilihan`): those of the year, and those without one."""
    tahun_ini = Q(tahun=tahun_kinerja.tahun) | Q(tahun__isnull=True)
    return Komponen.objects.filter(tahun_ini, tahun_kinerja=tahun_kinerja, indikator=indikator)


def daftar_nilai_komponen(
    tahun_kinerja: TahunKinerja, indikator: Indikator, triwulan: int
) -> tuple[NilaiKomponen, ...]:
    """Two queries."""
    daftar = daftar_komponen(tahun_kinerja, indikator)
    nilai = KomponenTriwulan.objects.filter(komponen__in=daftar, triwulan__in=(triwulan - 1, triwulan))
    per_triwulan = {(pk, tw): angka for pk, tw, angka in nilai.values_list("komponen", "triwulan", "nilai")}
    return tuple(
        NilaiKomponen(
            k.pk,
            k.kode,
            k.uraian,
            k.bobot,
            per_triwulan.get((k.pk, triwulan)),
            per_triwulan.get((k.pk, triwulan - 1)),
        )
        for k in daftar.order_by("urutan", "id")
    )


def daftar_analisis_indikator(
    tahun_kinerja: TahunKinerja, indikator: Indikator, triwulan: int
) -> Mapping[tuple[int, Faktor], tuple[ButirAnalisis, ...]]:
    """The lists of this quarter and of the one before; one query."""
    baris = (
        AnalisisTriwulan.objects.filter(
            tahun_kinerja=tahun_kinerja, indikator=indikator, triwulan__in=(triwulan - 1, triwulan)
        )
        .order_by("urutan", "id")
        .values_list("triwulan", "faktor", "uraian", "dibawa_dari")
    )
    hasil: dict[tuple[int, Faktor], list[ButirAnalisis]] = defaultdict(list)
    for tw, faktor, uraian, dari in baris:
        hasil[tw, Faktor(faktor)].append(ButirAnalisis(indikator.kode, tw, Faktor(faktor), uraian, dari))
    return {kunci: tuple(daftar) for kunci, daftar in hasil.items()}


def load_analisis_triwulan(tahun_kinerja: TahunKinerja, triwulan: int) -> tuple[data.Analisis, ...]:
    """What was written about every indicator in this quarter, in its order; one query."""
    baris = (
        AnalisisTriwulan.objects.filter(tahun_kinerja=tahun_kinerja, triwulan=triwulan)
        .order_by("indikator__urutan", "indikator_id", "urutan", "id")
        .values_list("indikator__kode", "faktor", "urutan", "uraian")
    )
    return tuple(data.Analisis(kode, tahun_kinerja.tahun, Faktor(f), n, isi) for kode, f, n, isi in baris)


def daftar_analisis_tahun(tahun_kinerja: TahunKinerja, indikator: Indikator) -> Mapping[Faktor, tuple[str, ...]]:
    """What the report of the year prints, in its order; one query."""
    baris = daftar_baris_analisis_tahun(tahun_kinerja, indikator)
    return {faktor: tuple(a.uraian for a in daftar) for faktor, daftar in baris.items()}


def daftar_baris_analisis_tahun(tahun_kinerja: TahunKinerja, indikator: Indikator) -> dict[Faktor, list[Analisis]]:
    """The year's items of each list as the report prints them: by the workbook's own number, then by their place."""
    daftar = Analisis.objects.filter(tahun_kinerja=tahun_kinerja, indikator=indikator, tahun=tahun_kinerja.tahun)
    hasil: dict[Faktor, list[Analisis]] = {faktor: [] for faktor in Faktor}
    for satu in sorted(daftar.order_by("urutan", "id"), key=lambda a: a.nomor or 0):
        hasil[Faktor(satu.faktor)].append(satu)
    return hasil


def daftar_bukti_indikator(tahun_kinerja: TahunKinerja, indikator: Indikator, triwulan: int) -> QuerySet[BuktiDukung]:
    return daftar_bukti(tahun_kinerja, triwulan).filter(indikator=indikator)


def daftar_catatan_indikator(
    tahun_kinerja: TahunKinerja, indikator: Indikator, triwulan: int
) -> QuerySet[CatatanPengisian]:
    return daftar_catatan(tahun_kinerja, triwulan).filter(indikator=indikator)
