"""Counts of findings over all agencies of a pemda, read: a number of queries that grows with nothing."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.utils import timezone

from lkjip.pemeriksaan.data_statistik import TahunDiperiksa
from lkjip.pemeriksaan.models import RekapPemeriksaan
from lkjip.pemeriksaan.selectors_hasil import SEMINGGU
from renstra.models import Pemda, TahunKinerja

_TINGKAT = ("galat", "peringatan", "info")


def tahun_dalam(pemda: Collection[int] | None) -> QuerySet[TahunKinerja]:
    """The agency-years of these pemda (pk); None: of all there are."""
    semua = TahunKinerja.objects.all()
    return semua if pemda is None else semua.filter(instansi__pemda__in=pemda)


def banyak_per_tahun(pemda: Collection[int] | None) -> dict[int, int]:
    """Every year of which an agency has data: of how many. One query."""
    return dict(tahun_dalam(pemda).values_list("tahun").annotate(banyak=Count("id")).order_by("tahun"))


def daftar_pemda(pemda: Collection[int] | None) -> list[Pemda]:
    """Those that the page can be about; one query."""
    semua = Pemda.objects.filter(daftar_instansi__isnull=False).distinct()
    return list(semua if pemda is None else semua.filter(pk__in=pemda))


def load_statistik(semua: QuerySet[TahunKinerja], hari: date) -> list[TahunDiperiksa]:
    """Counts of these agency-years, by name of the agency. One query."""
    lalu = RekapPemeriksaan.objects.filter(tahun_kinerja=OuterRef("pk"), tanggal__lte=hari - SEMINGGU)
    dulu = {f"lalu_{n}": Subquery(lalu.order_by("-tanggal").values(n)[:1]) for n in _TINGKAT}
    hasil = [f"hasil_pemeriksaan__{n}" for n in ("per_aturan", "menahan", "pada", "sidik_aturan")]
    nilai = semua.annotate(**dulu).values_list(
        "instansi__kode", "instansi__nama", "instansi__pemda__nama", "tahun", *hasil, *dulu
    )
    daftar = [
        TahunDiperiksa(
            kode, nama or kode, pemda or "", tahun,
            {a: tuple(b) for a, b in (per_aturan or {}).items()} if sidik else {},
            (menahan or 0) if sidik else 0, timezone.localtime(pada) if sidik else None,
            None if None in seminggu_lalu else tuple(seminggu_lalu),
        )
        for kode, nama, pemda, tahun, per_aturan, menahan, pada, sidik, *seminggu_lalu in nilai
    ]  # fmt: skip
    return sorted(daftar, key=lambda t: (t.nama.casefold(), t.kode))
