"""What the pages of the Renstra read across the floors: quarters that hold rows fast, budget rows as parents, forms."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from django.db.models import Exists, OuterRef

from anggaran.models import Anggaran, IndikatorAnggaran
from kinerja.data_pengisian import StatusPengisian
from kinerja.models import AnalisisTriwulan, BuktiDukung, KinerjaTriwulan, KomponenTriwulan, PengisianTriwulan
from lkjip.halaman.indikator_rencana import Pilihan
from lkjip.halaman.rencana import pilihan_induk, ringkas
from lkjip.halaman.target_renstra import IsiTarget
from renstra.data_rencana import IndikatorRencana, JenisBaris, Kerangka, acuan, tahun_target
from renstra.models import Indikator, TahunKinerja
from renstra.selectors_rencana import (
    ambil_rincian,
    daftar_satuan,
    load_indikator,
    load_indikator_anggaran,
    load_kerangka,
    milik,
    tahun_bertarget,
)
from renstra.selectors_unit import load_unit


@dataclass(frozen=True)
class TriwulanPenahan:
    """A quarter that is no draft any more and holds figures of a row, which may not be removed therefore."""

    tahun: int
    triwulan: int
    status: str


def triwulan_penahan(daftar_indikator: Collection[int]) -> tuple[TriwulanPenahan, ...]:
    """Submitted quarters that hold rows of these indicators, and so forbid that they are removed; one query."""
    triwulan = {"triwulan": OuterRef("triwulan")}
    tahun = {"tahun_kinerja": OuterRef("tahun_kinerja"), "indikator__in": daftar_indikator}
    ada = (
        Exists(KinerjaTriwulan.objects.filter(**triwulan, **tahun, tahun=OuterRef("tahun_kinerja__tahun")))
        | Exists(AnalisisTriwulan.objects.filter(**triwulan, **tahun))
        | Exists(BuktiDukung.objects.filter(**triwulan, **tahun))
        | Exists(
            KomponenTriwulan.objects.filter(
                **triwulan, **{f"komponen__{nama}": isi for nama, isi in tahun.items()}
            )
        )
    )  # fmt: skip
    daftar = PengisianTriwulan.objects.exclude(status=StatusPengisian.DRAF).filter(ada)
    urut = daftar.order_by("tahun_kinerja__tahun", "triwulan").values_list("tahun_kinerja__tahun", "triwulan", "status")
    return tuple(TriwulanPenahan(*satu) for satu in urut)


def ada_anggaran_berkode(renstra_id: int, kode: str) -> bool:
    """Whether a budget row of a year with this plan has the kode."""
    return Anggaran.objects.filter(tahun_kinerja__renstra=renstra_id, kode=kode).exists()


def induk_anggaran(indikator_id: int) -> Anggaran | None:
    """The budget row on which an indicator of the year hangs."""
    tautan = IndikatorAnggaran.objects.filter(indikator=indikator_id).select_related("anggaran").first()
    return tautan.anggaran if tautan else None


def pilihan_anggaran(tahun_kinerja: TahunKinerja) -> tuple[tuple[str, str], ...]:
    """The year's budget rows as parents of an indicator."""
    daftar = Anggaran.objects.filter(tahun_kinerja=tahun_kinerja).order_by("urutan", "id")
    isi = daftar.values_list("pk", "kode", "uraian")
    return tuple((acuan(JenisBaris.ANGGARAN, pk), ringkas(f"{kode} {uraian}")) for pk, kode, uraian in isi)


def load_isi_target(tahun_kinerja: TahunKinerja) -> IsiTarget:
    """Everything that the grid of targets shows: nine queries."""
    kerangka = load_kerangka(tahun_kinerja.renstra_id)
    anggaran, sebutan = [], {}
    induk = {
        i: (acuan(JenisBaris.ANGGARAN, pk), f"{kode} {uraian}")
        for i, pk, kode, uraian in IndikatorAnggaran.objects.filter(indikator__tahun_kinerja=tahun_kinerja).values_list(
            "indikator_id", "anggaran_id", "anggaran__kode", "anggaran__uraian"
        )
    }
    for satu in load_indikator_anggaran(tahun_kinerja):
        nama, tulisan = induk.get(satu.pk, ("", ""))
        anggaran.append(replace(satu, induk=nama))
        sebutan[nama] = ringkas(tulisan)
    terisi = tahun_bertarget([*kerangka.daftar_indikator, *anggaran])
    return IsiTarget(kerangka, tuple(anggaran), sebutan, daftar_tahun_target(tahun_kinerja, terisi))


def daftar_tahun_target(tahun_kinerja: TahunKinerja, terisi: Collection[int] = ()) -> tuple[int, ...]:
    """The years for which targets are asked; `terisi`: years that have some already."""
    renstra = tahun_kinerja.renstra
    return tahun_target(renstra.renstra_awal, renstra.renstra_akhir, tahun_kinerja.tahun, terisi)


def load_satu_indikator(tahun_kinerja: TahunKinerja, pk: int) -> IndikatorRencana | None:
    """One indicator with everything that its form shows, if it belongs to this year's plan."""
    daftar = load_indikator(Indikator.objects.filter(milik(tahun_kinerja), pk=pk))
    if not daftar:
        return None
    satu = replace(daftar[0], rincian=ambil_rincian(pk))
    if satu.induk:
        return satu
    baris = induk_anggaran(pk)
    return replace(satu, induk=acuan(JenisBaris.ANGGARAN, baris.pk if baris else None))


def load_pilihan(tahun_kinerja: TahunKinerja, kerangka: Kerangka, indikator: IndikatorRencana) -> Pilihan:
    """What the form of this indicator offers."""
    anggaran = indikator.induk.startswith(f"{JenisBaris.ANGGARAN}:")
    induk = pilihan_anggaran(tahun_kinerja) if anggaran else pilihan_induk(kerangka, JenisBaris.INDIKATOR)
    return Pilihan(
        induk=induk,
        nama_induk="Program, kegiatan, atau subkegiatan" if anggaran else "Tujuan atau sasaran",
        daftar_unit=tuple(u.nama for u in load_unit(tahun_kinerja.instansi).daftar),
        daftar_satuan=tuple(daftar_satuan(tahun_kinerja)),
        daftar_tahun=daftar_tahun_target(tahun_kinerja, tahun_bertarget([indikator])),
    )
