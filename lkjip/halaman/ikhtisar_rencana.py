"""The plan of a year at a glance: how much there is of each part, and what it still lacks."""

from __future__ import annotations

from dataclasses import dataclass

from lkjip.laporan.compose.konteks import Konteks
from renstra.data import Versi


@dataclass(frozen=True)
class BagianRencana:
    """`isi` counts what there is; `kurang` says in sentences what is missing."""

    nama: str
    isi: str
    kurang: tuple[str, ...] = ()


def ikhtisar_rencana(ktx: Konteks) -> tuple[BagianRencana, ...]:
    """What the plan of the year holds and lacks, part by part."""
    return (_renstra(ktx), _target(ktx), _perjanjian(ktx), _anggaran(ktx))


def _renstra(ktx: Konteks) -> BagianRencana:
    rencana = ktx.renstra
    kurang = [
        f"{jenis} {baris.kode} belum punya indikator."
        for jenis, daftar in (("Tujuan", rencana.daftar_tujuan), ("Sasaran", rencana.daftar_sasaran))
        for baris in daftar
        if not rencana.daftar_indikator_per_induk.get(baris.kode)
    ]
    if not rencana.daftar_sasaran:
        kurang.append("Belum ada sasaran.")
    isi = (
        f"{len(rencana.daftar_misi)} misi, {len(rencana.daftar_tujuan)} tujuan, {len(rencana.daftar_sasaran)} sasaran, "
        f"{len(ktx.indikator_utama)} indikator"
    )
    return BagianRencana("Renstra", isi, tuple(kurang))


def _target(ktx: Konteks) -> BagianRencana:
    ada = {(t.indikator, t.tahun) for t in ktx.renstra.daftar_target_tahunan}
    kurang = tuple(
        f"{ktx.nama_indikator(i)}: target {', '.join(map(str, tahun))} belum diisi."
        for i in ktx.indikator_utama
        if (tahun := [t for t in ktx.tahun_renstra if (i.kode, t) not in ada])
    )
    return BagianRencana("Target Renstra", f"{len(ada)} target tahunan", kurang)


def _perjanjian(ktx: Konteks) -> BagianRencana:
    daftar = [p for p in ktx.renstra.daftar_perjanjian if p.tahun == ktx.tahun]
    banyak = {versi: sum(p.versi is versi for p in daftar) for versi in Versi}
    kurang = () if daftar else (f"Perjanjian Kinerja {ktx.tahun} belum diisi.",)
    isi = f"{banyak[Versi.MURNI]} target murni, {banyak[Versi.PERUBAHAN]} target perubahan"
    return BagianRencana("Perjanjian Kinerja", isi, kurang)


def _anggaran(ktx: Konteks) -> BagianRencana:
    daftar = ktx.anggaran.daftar_anggaran
    tanpa = [s for s in ktx.sasaran if not ktx.anggaran_sasaran(s.kode)]
    kurang = [f"Sasaran {s.kode} belum didukung satu baris anggaran pun." for s in tanpa] if daftar else []
    if not daftar:
        kurang.append("Program, kegiatan, dan subkegiatan belum diisi.")
    return BagianRencana("Program dan anggaran", f"{len(daftar)} baris", tuple(kurang))
