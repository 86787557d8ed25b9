"""Everything read about claims, and about the answers for findings."""

from __future__ import annotations

from django.utils import timezone

from lkjip.dasar.rekaman import susun_rekaman
from lkjip.pemeriksaan import data
from lkjip.pemeriksaan.models import JawabanTemuan, Klaim
from renstra.models import TahunKinerja

_KOLOM = ("rujukan", "besaran", "subjek", "tahun", "triwulan", "versi", "nilai", "desimal", "teks")


def load_klaim(tahun_kinerja: TahunKinerja) -> tuple[data.Klaim, ...]:
    """The claims stored with this agency-year: one query."""
    baris = Klaim.objects.filter(tahun_kinerja=tahun_kinerja).order_by("urutan", "id").values(*_KOLOM)
    return susun_rekaman(data.Klaim, baris)


def load_jawaban(tahun_kinerja: TahunKinerja) -> tuple[data.Jawaban, ...]:
    """The answers for findings of this agency-year, by kunci; times in local time. One query."""
    daftar = JawabanTemuan.objects.filter(tahun_kinerja=tahun_kinerja).select_related("oleh").order_by("kunci")
    return tuple(
        data.Jawaban(
            kunci=j.kunci, sidik=j.sidik, aturan=j.aturan, pesan=j.pesan, alasan=j.alasan,
            oleh=str(j.oleh) if j.oleh else "", pada=timezone.localtime(j.pada),
        )
        for j in daftar
    )  # fmt: skip
