"""The page on which findings and recommendations are written, component by component. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from kinerja.data_evaluasi import (
    DataEvaluasi,
    JawabanLke,
    JenisCatatan,
    KomponenSkema,
    Penilai,
    SikapTanggapan,
    SubkomponenSkema,
)
from kinerja.data_rekomendasi import ButirCatatan, ButirRekomendasi, UsulRekomendasi

# B in PermenPANRB 88/2021: at this answer and below it something is missing that a finding can name.
AMBANG_SARAN = Decimal(70)
SEBUTAN_SIKAP = {
    SikapTanggapan.DITERIMA: "Tanggapan diterima",
    SikapTanggapan.SEBAGIAN: "Tanggapan diterima sebagian",
    SikapTanggapan.DITOLAK: "Tanggapan tidak diterima",
}


@dataclass(frozen=True)
class SaranTemuan:
    """A sub-component that was answered low and has no finding yet; `isi` is what the evaluator noted there."""

    subkomponen: str
    nama: str
    jawaban: str
    isi: str


@dataclass(frozen=True)
class BagianKomponen:
    """One component of the scheme: what is written about it, and what could be."""

    nomor: int
    nama: str
    daftar_subkomponen: tuple[SubkomponenSkema, ...]
    daftar_temuan: tuple[ButirCatatan, ...]
    daftar_baik: tuple[ButirCatatan, ...]
    daftar_bebas: tuple[UsulRekomendasi, ...]
    daftar_saran: tuple[SaranTemuan, ...]

    @property
    def kosong(self) -> bool:
        return not (self.daftar_temuan or self.daftar_baik or self.daftar_bebas)


@dataclass(frozen=True)
class RekomendasiLama:
    """An open recommendation of an earlier LHE. `cocok`: this scheme has its component, too."""

    butir: ButirRekomendasi
    sudah: bool
    cocok: bool


def daftar_bagian(
    data: DataEvaluasi, daftar_catatan: Iterable[ButirCatatan], daftar_bebas: Iterable[UsulRekomendasi]
) -> tuple[BagianKomponen, ...]:
    """In the order of the scheme."""
    catatan, bebas = tuple(daftar_catatan), tuple(daftar_bebas)
    sudah = {c.subkomponen for c in catatan if c.jenis is JenisCatatan.TEMUAN}
    return tuple(
        BagianKomponen(
            k.nomor,
            k.nama,
            k.daftar_subkomponen,
            tuple(c for c in catatan if c.komponen == k.nomor and c.jenis is JenisCatatan.TEMUAN),
            tuple(c for c in catatan if c.komponen == k.nomor and c.jenis is JenisCatatan.BAIK),
            tuple(r for r in bebas if r.komponen == k.nomor),
            tuple(s for s in daftar_saran(data, k) if s.subkomponen not in sudah),
        )
        for k in data.skema.daftar_komponen
    )


def daftar_saran(data: DataEvaluasi, komponen: KomponenSkema) -> tuple[SaranTemuan, ...]:
    """Sub-components with an answer of the evaluator at or below `AMBANG_SARAN`, of their criteria or of the whole."""
    jawaban = data.jawaban_per_penilai.get(Penilai.EVALUATOR, {})
    hasil = []
    for sub in komponen.daftar_subkomponen:
        rendah = [j for (kode, _), j in sorted(jawaban.items()) if kode == sub.kode and _rendah(data, j)]
        if rendah:
            isi = "\n".join(dict.fromkeys(j.catatan.strip() for j in rendah if j.catatan.strip()))
            huruf = ", ".join(f"{j.kriteria}: {j.jawaban}" if j.kriteria else j.jawaban for j in rendah)
            hasil.append(SaranTemuan(sub.kode, sub.nama, huruf, isi))
    return tuple(hasil)


def _rendah(data: DataEvaluasi, jawaban: JawabanLke) -> bool:
    nilai = data.skema.nilai_per_jawaban.get(jawaban.jawaban)
    return nilai is not None and nilai <= AMBANG_SARAN


def daftar_lama(
    data: DataEvaluasi, daftar: Iterable[ButirRekomendasi], sudah: frozenset[int]
) -> tuple[RekomendasiLama, ...]:
    """Open recommendations of earlier LHE that no later LHE has made again (one of a chain is enough)."""
    return tuple(
        RekomendasiLama(b, b.pk in sudah, b.nomor_komponen in data.skema.komponen_per_nomor)
        for b in daftar
        if b.terbuka and b.diulang is None
    )
