"""Budget rows as the pages of the plan change them: the tree by pk, and what hangs on a row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from anggaran.models import (
    Anggaran,
    Belanja,
    IndikatorAnggaran,
    PaguRevisi,
    Penunjang,
    PorsiAnggaran,
    RealisasiAnggaran,
)
from lkjip.dasar.butir import sidik_butir
from renstra.models import Indikator, TahunKinerja


@dataclass(frozen=True)
class IkutTerhapus:
    """What goes with a budget row: rows of the tree (without the row itself) and how much hangs on all of them."""

    daftar_turunan: tuple[Anggaran, ...]
    daftar_indikator: tuple[Indikator, ...]
    banyak_realisasi: int
    banyak_penunjang: int
    banyak_pagu_revisi: int


@dataclass(frozen=True)
class KaitanTersimpan:
    """A stored link of a row: pk of it and of the indicators, and the share recorded for the one it serves."""

    penunjang: Penunjang
    porsi: PorsiAnggaran | None


def pk_anggaran_per_kode(tahun_kinerja: TahunKinerja) -> Mapping[str, int]:
    """Pages name a budget row by its pk: a kode may hold any character. One query."""
    return dict(Anggaran.objects.filter(tahun_kinerja=tahun_kinerja).values_list("kode", "pk"))


def ambil_baris(tahun_kinerja: TahunKinerja, pk: int) -> Anggaran | None:
    """One budget row with its parent, if it belongs to the year."""
    return Anggaran.objects.select_related("induk").filter(tahun_kinerja=tahun_kinerja, pk=pk).first()


def susunan(tahun_kinerja: TahunKinerja) -> list[Anggaran]:
    """All rows, parents before their children, siblings in their order; one query."""
    per_induk: dict[int | None, list[Anggaran]] = {}
    for baris in Anggaran.objects.filter(tahun_kinerja=tahun_kinerja).order_by("urutan", "pk"):
        per_induk.setdefault(baris.induk_id, []).append(baris)
    hasil: list[Anggaran] = []
    tunggu = list(reversed(per_induk.get(None, [])))
    while tunggu:
        baris = tunggu.pop()
        hasil.append(baris)
        tunggu += reversed(per_induk.get(baris.pk, []))
    return hasil


def cabang(daftar: Sequence[Anggaran], pk: int) -> list[Anggaran]:
    """The row and everything below it, out of `susunan`."""
    di_dalam = {pk}
    hasil = []
    for baris in daftar:
        if baris.pk == pk or baris.induk_id in di_dalam:
            di_dalam.add(baris.pk)
            hasil.append(baris)
    return hasil


def ikut_terhapus(baris: Anggaran) -> IkutTerhapus:
    """What deleting the row takes along; six queries."""
    semua = cabang(susunan(baris.tahun_kinerja), baris.pk)
    pk = [satu.pk for satu in semua]
    return IkutTerhapus(
        daftar_turunan=tuple(satu for satu in semua if satu.pk != baris.pk),
        daftar_indikator=tuple(Indikator.objects.filter(indikator_anggaran__anggaran__in=pk)),
        banyak_realisasi=RealisasiAnggaran.objects.filter(anggaran__in=pk).count(),
        banyak_penunjang=Penunjang.objects.filter(anggaran__in=pk).count(),
        banyak_pagu_revisi=PaguRevisi.objects.filter(anggaran__in=pk).count(),
    )


def indikator_baris(baris: Anggaran) -> list[Indikator]:
    """The row's own indicators."""
    tautan = IndikatorAnggaran.objects.filter(anggaran=baris).select_related("indikator")
    return [satu.indikator for satu in tautan]


def indikator_renstra(tahun_kinerja: TahunKinerja) -> list[Indikator]:
    """Indicators of tujuan and sasaran, which a budget row may serve."""
    return list(Indikator.objects.filter(renstra=tahun_kinerja.renstra_id))


def daftar_kaitan(baris: Anggaran) -> list[KaitanTersimpan]:
    """What the row serves, with its shares; two queries."""
    porsi = {p.indikator_id: p for p in PorsiAnggaran.objects.filter(anggaran=baris, indikator__isnull=False)}
    daftar = Penunjang.objects.filter(anggaran=baris).order_by("urutan", "pk")
    return [KaitanTersimpan(p, porsi.get(p.mendukung_id) if p.mendukung_id else None) for p in daftar]


def sidik_kaitan(daftar: Sequence[KaitanTersimpan]) -> str:
    """Stands for the links and shares as they are stored, in a hidden field: whoever saves them saw these."""
    return sidik_butir([repr((k.penunjang.pk, k.penunjang.mendukung_id, k.penunjang.indikator_id,
                              k.penunjang.keterangan, k.penunjang.capaian, k.porsi and k.porsi.porsi))
                        for k in daftar])  # fmt: skip


def pk_belanja(tahun_kinerja: TahunKinerja, tahun: int) -> Mapping[str, int]:
    """Kode → pk of the rows of spending of this year; a row without a year belongs to it."""
    daftar = Belanja.objects.filter(tahun_kinerja=tahun_kinerja).order_by("-tahun")
    return {b.kode: b.pk for b in daftar if b.tahun in (None, tahun)}


def ambil_belanja(tahun_kinerja: TahunKinerja, pk: int) -> Belanja | None:
    """One row of spending, if it belongs to the year."""
    return Belanja.objects.filter(tahun_kinerja=tahun_kinerja, pk=pk).first()
