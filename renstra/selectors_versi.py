"""The plans of an agency beside each other: which versions there are, and which indicator continues which."""

from __future__ import annotations

from django.db.models import Count, F, Prefetch, QuerySet

from renstra.data_rantai import MataRantai, Rantai
from renstra.models import Indikator, Instansi, Renstra, RincianIndikator, TahunKinerja

SEBUTAN_RINCIAN = {
    "definisi": "Definisi operasional",
    "alasan": "Alasan pemilihan",
    "cara_hitung": "Cara hitung",
    "uraian_pembilang": "Pembilang",
    "uraian_penyebut": "Penyebut",
}


def daftar_renstra(instansi: Instansi) -> QuerySet[Renstra]:
    """Every plan of the agency, the latest first, with the years that follow it and how much it holds; two queries."""
    tahun = Prefetch("daftar_tahun", TahunKinerja.objects.select_related("instansi", "renstra").order_by("tahun"))
    return (
        Renstra.objects.filter(instansi=instansi)
        .select_related("asal")
        .prefetch_related(tahun)
        .annotate(banyak_indikator=Count("daftar_indikator"))
        .order_by(F("renstra_awal").desc(nulls_last=True), F("renstra_akhir").desc(nulls_last=True), "-versi")
    )


def teks_rincian(renstra: Renstra) -> dict[str, dict[str, str]]:
    """What the IKU form says of each indicator beyond the workbook: kode → name of the part → text; one query."""
    daftar = RincianIndikator.objects.filter(indikator__renstra=renstra)
    return {
        baris.pop("kode"): {SEBUTAN_RINCIAN[nama]: teks for nama, teks in baris.items() if teks}
        for baris in daftar.values(*SEBUTAN_RINCIAN, kode=F("indikator__kode"))
    }


def load_rantai(instansi: Instansi) -> Rantai:
    """All indicators of the agency's plans with what they continue; one query."""
    daftar = (
        Indikator.objects.filter(renstra__instansi=instansi)
        .order_by("renstra", "urutan", "pk")
        .values_list(
            "pk", "kode", "uraian", "renstra",
            "pendahulu_indikator__pendahulu", "pendahulu_indikator__catatan",
        )
    )  # fmt: skip
    return Rantai(tuple(MataRantai(*satu[:5], satu[5] or "") for satu in daftar))


def ambil_indikator(renstra: Renstra, kode: str) -> Indikator | None:
    """The indicator of this kode in the plan."""
    return Indikator.objects.select_related("renstra").filter(renstra=renstra, kode=kode).first()


def ambil_indikator_instansi(instansi: Instansi, pk: int) -> Indikator | None:
    """An indicator of any plan of the agency."""
    return Indikator.objects.select_related("renstra").filter(renstra__instansi=instansi, pk=pk).first()
