"""The plan and the budget as one tree (PermenPANRB 89/2021): misi, tujuan, sasaran, program, kegiatan, subkegiatan.

Kept flat, parents before children, each with its depth: so pages, pictures and tables walk it in one loop.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from anggaran.data import Anggaran
from anggaran.data_tautan import TANPA_SASARAN, BarisBertaut, daftar_bertaut
from lkjip.laporan.compose.kalimat import bersih
from lkjip.laporan.compose.konteks import Konteks
from renstra.data import Indikator, Sasaran, Tujuan


class JenisCabang(StrEnum):
    """What a node of the tree is."""

    MISI = "misi"
    TUJUAN = "tujuan"
    SASARAN = "sasaran"
    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUBKEGIATAN = "subkegiatan"
    RINCIAN = "rincian"  # a budget row without a level
    KELOMPOK = "kelompok"  # a heading over what hangs nowhere


JENIS_ANGGARAN = frozenset(
    {JenisCabang.PROGRAM, JenisCabang.KEGIATAN, JenisCabang.SUBKEGIATAN, JenisCabang.RINCIAN}
)  # fmt: skip
NAMA_JENIS = {
    JenisCabang.MISI: "Misi",
    JenisCabang.TUJUAN: "Tujuan",
    JenisCabang.SASARAN: "Sasaran",
    JenisCabang.PROGRAM: "Program",
    JenisCabang.KEGIATAN: "Kegiatan",
    JenisCabang.SUBKEGIATAN: "Subkegiatan",
    JenisCabang.RINCIAN: "Rincian anggaran",
    JenisCabang.KELOMPOK: "Kelompok",
}
SASARAN_LEPAS, ANGGARAN_LEPAS, INDIKATOR_LEPAS = "sasaran-lepas", "anggaran-lepas", "indikator-lepas"
_JUDUL_KELOMPOK = {
    SASARAN_LEPAS: "Sasaran yang belum ditautkan ke tujuan",
    ANGGARAN_LEPAS: "Belum ditautkan ke sasaran",
    INDIKATOR_LEPAS: "Indikator tanpa induk",
}


@dataclass(frozen=True)
class Cabang:
    """A node. `sasaran`: under which sasaran a budget row stands here. `sebagian`: it stands in several places, each
    with a part of its branches; `salinan` counts these places.
    """

    jenis: JenisCabang
    kode: str
    uraian: str
    kedalaman: int
    daftar_indikator: tuple[Indikator, ...] = ()
    anggaran: Anggaran | None = None
    sasaran: str = ""
    sebagian: bool = False
    salinan: int = 1


def daftar_cabang(ktx: Konteks) -> tuple[Cabang, ...]:
    """Every misi, tujuan, sasaran and budget row, and every indicator at its node."""
    return _hitung_salinan([*_atas(ktx), *_lepas(ktx)])


def jenis_anggaran(baris: Anggaran) -> JenisCabang:
    """The kind of the node that a budget row becomes."""
    return JenisCabang(baris.tingkat.value) if baris.tingkat else JenisCabang.RINCIAN


def indikator_anggaran(ktx: Konteks, kode: str) -> tuple[Indikator, ...]:
    """Indicators of a budget row; a kode that a sasaran or tujuan bears too names that one."""
    if kode in ktx.renstra.sasaran_per_kode or kode in ktx.renstra.tujuan_per_kode:
        return ()
    return ktx.renstra.daftar_indikator_per_induk.get(kode, ())


def penanggung_jawab(ktx: Konteks, baris: Anggaran) -> str:
    """Who answers for a budget row, as its sheet says; the agency itself by its short name. '' where nobody does."""
    teks = baris.penanggung_jawab.strip() or baris.unit.strip()
    return ktx.singkatan if bersih(teks) == ktx.nama else teks


def penanggung_jawab_berlaku(ktx: Konteks, baris: Anggaran) -> str:
    """As `penanggung_jawab`; where the row names nobody, whoever answers for the nearest row above it that does."""
    terlewat: set[str] = set()
    kini: Anggaran | None = baris
    while kini is not None and kini.kode not in terlewat:
        if teks := penanggung_jawab(ktx, kini):
            return teks
        terlewat.add(kini.kode)
        kini = ktx.anggaran.anggaran_per_kode.get(kini.induk)
    return ""


def _kelompok(kunci: str) -> Cabang:
    return Cabang(JenisCabang.KELOMPOK, kunci, _JUDUL_KELOMPOK[kunci], 0)


def _atas(ktx: Konteks) -> Iterator[Cabang]:
    baris = _per_sasaran(ktx)
    misi_dikenal = {m.kode for m in ktx.renstra.daftar_misi}
    for misi in ktx.renstra.daftar_misi:
        yield Cabang(JenisCabang.MISI, misi.kode, misi.uraian, 0)
        for tujuan in ktx.renstra.daftar_tujuan:
            if tujuan.misi == misi.kode:
                yield from _tujuan(ktx, tujuan, 1, baris)
    for tujuan in ktx.renstra.daftar_tujuan:
        if tujuan.misi not in misi_dikenal:
            yield from _tujuan(ktx, tujuan, 0, baris)
    lepas = [s for s in ktx.sasaran if s.tujuan not in ktx.renstra.tujuan_per_kode]
    if lepas and ktx.renstra.daftar_tujuan:
        yield _kelompok(SASARAN_LEPAS)
    for sasaran in lepas:
        yield from _sasaran(ktx, sasaran, 1 if ktx.renstra.daftar_tujuan else 0, baris)


def _tujuan(
    ktx: Konteks, tujuan: Tujuan, kedalaman: int, baris: Mapping[str, Sequence[BarisBertaut]]
) -> Iterator[Cabang]:
    indikator = ktx.renstra.daftar_indikator_tujuan(tujuan.kode)
    yield Cabang(JenisCabang.TUJUAN, tujuan.kode, tujuan.uraian, kedalaman, indikator)
    for sasaran in ktx.sasaran:
        if sasaran.tujuan == tujuan.kode:
            yield from _sasaran(ktx, sasaran, kedalaman + 1, baris)


def _sasaran(
    ktx: Konteks, sasaran: Sasaran, kedalaman: int, baris: Mapping[str, Sequence[BarisBertaut]]
) -> Iterator[Cabang]:
    indikator = ktx.indikator_sasaran(sasaran.kode)
    yield Cabang(JenisCabang.SASARAN, sasaran.kode, sasaran.uraian, kedalaman, indikator, sasaran=sasaran.kode)
    yield from _anggaran(ktx, baris.get(sasaran.kode, ()), sasaran.kode, kedalaman + 1)


def _anggaran(ktx: Konteks, daftar: Sequence[BarisBertaut], sasaran: str, kedalaman: int) -> Iterator[Cabang]:
    for satu in daftar:
        yield Cabang(
            jenis=jenis_anggaran(satu.anggaran),
            kode=satu.anggaran.kode,
            uraian=satu.anggaran.uraian,
            kedalaman=kedalaman + satu.kedalaman,
            daftar_indikator=indikator_anggaran(ktx, satu.anggaran.kode),
            anggaran=satu.anggaran,
            sasaran=sasaran,
            sebagian=satu.sebagian,
        )


def _per_sasaran(ktx: Konteks) -> Mapping[str, list[BarisBertaut]]:
    hasil: dict[str, list[BarisBertaut]] = defaultdict(list)
    for satu in daftar_bertaut(ktx.anggaran):
        for sasaran in satu.daftar_sasaran:
            hasil[sasaran].append(satu)
    return hasil


def _lepas(ktx: Konteks) -> Iterator[Cabang]:
    """What hangs nowhere: budget rows that no sasaran is named for, indicators of nothing that is known."""
    baris = _per_sasaran(ktx).get(TANPA_SASARAN, ())
    if baris:
        yield _kelompok(ANGGARAN_LEPAS)
        yield from _anggaran(ktx, baris, TANPA_SASARAN, 1)
    dikenal = {*ktx.renstra.tujuan_per_kode, *ktx.renstra.sasaran_per_kode, *ktx.anggaran.anggaran_per_kode}
    indikator = tuple(i for i in ktx.renstra.daftar_indikator if i.induk not in dikenal)
    if indikator:
        yield replace(_kelompok(INDIKATOR_LEPAS), daftar_indikator=indikator)


def _hitung_salinan(daftar: Sequence[Cabang]) -> tuple[Cabang, ...]:
    banyak: Counter[str] = Counter()
    hasil = []
    for cabang in daftar:
        if cabang.anggaran is not None:
            banyak[cabang.kode] += 1
            hasil.append(replace(cabang, salinan=banyak[cabang.kode]))
        else:
            hasil.append(cabang)
    return tuple(hasil)
