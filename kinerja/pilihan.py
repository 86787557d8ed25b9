"""Choosing before computing: which realisasi of which quarter or year, and which target stands against it. Pure.

The first of the three steps of a figure (rancangan.md, "Computation"); `besaran` computes with what is chosen here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja.data import DataKinerja, JenisPembanding, KinerjaTriwulan, RealisasiTahunan
from kinerja.rumus.akumulasi import akumulasi, hasil_bagi, komposit
from lkjip.dasar.hasil import Hasil, ada, belum_waktunya, kosong
from lkjip.dasar.periode import DAFTAR_TRIWULAN, akhir_tahun, akhir_triwulan, nama_triwulan, tulis_tanggal
from renstra.besaran import TargetTerpilih, pilih_target
from renstra.data import Akumulasi, Indikator, JenisIndikator

Besaran = Callable[[DataKinerja, str, int, int | None, str | None], Hasil]
"""A named figure: (data, subjek, tahun, triwulan, versi) → Hasil."""


@dataclass(frozen=True)
class RealisasiTerpilih:
    """A realisasi as number (with its reason where there is none) and as letter, of one and the same source."""

    hasil: Hasil
    predikat: str = ""


def tidak_ada(data: DataKinerja, alasan: str, akhir_periode: date) -> Hasil:
    """No figure: not yet due where its period is not over on the day asked for, else missing."""
    if data.per_tanggal is not None and akhir_periode > data.per_tanggal:
        return belum_waktunya(f"{alasan}; periodenya baru berakhir {tulis_tanggal(akhir_periode)}")
    return kosong(alasan)


def akhir_periode(tahun: int, triwulan: int | None) -> date:
    return akhir_triwulan(tahun, triwulan) if triwulan else akhir_tahun(tahun)


def realisasi_baris(baris: KinerjaTriwulan | RealisasiTahunan, indikator: Indikator, sebutan: str) -> Hasil | None:
    """The number in a row: its `realisasi`, else pembilang / penyebut; None where the row has neither."""
    if baris.realisasi is not None:
        return ada(baris.realisasi, f"realisasi {sebutan}")
    if baris.pembilang is not None and baris.penyebut is not None:
        hasil = hasil_bagi(baris.pembilang, baris.penyebut, persen=indikator.jenis is JenisIndikator.PERSEN)
        return hasil.dengan(cara=f"{hasil.cara} (pembilang / penyebut {sebutan})" if hasil.ada else hasil.cara)
    return None


def realisasi_triwulan(data: DataKinerja, indikator: Indikator, tahun: int, triwulan: int) -> RealisasiTerpilih:
    """The realisasi of one quarter."""
    sebutan = f"{nama_triwulan(triwulan)} {tahun}"
    baris = data.kinerja_per_triwulan.get((indikator.kode, tahun, triwulan))
    hasil = realisasi_baris(baris, indikator, sebutan) if baris else None
    if hasil is None:
        alasan = f"realisasi {indikator.kode} {sebutan} belum diisi di lembar kinerja_triwulan"
        if baris and baris.predikat_realisasi:
            huruf = baris.predikat_realisasi
            alasan = f"angka realisasi {indikator.kode} {sebutan} belum diisi; yang ada hanya predikat {huruf}"
        if baris and baris.catatan:
            alasan += f" (catatan: {baris.catatan})"
        hasil = tidak_ada(data, alasan, akhir_triwulan(tahun, triwulan))
    return RealisasiTerpilih(hasil, baris.predikat_realisasi if baris else "")


def _dari_triwulan(data: DataKinerja, indikator: Indikator, tahun: int) -> RealisasiTerpilih | None:
    """Accumulated over the quarters that have a value; None where no quarter has any."""
    terisi = [
        (t, r) for t in DAFTAR_TRIWULAN if (r := realisasi_triwulan(data, indikator, tahun, t)).hasil.ada or r.predikat
    ]
    if not terisi:
        return None
    terakhir = terisi[-1][1]
    if indikator.akumulasi in (None, Akumulasi.AKHIR):
        triwulan, terpilih = terisi[-1]
        if terpilih.hasil.angka is None:
            return terpilih
        hasil = akumulasi([(triwulan, terpilih.hasil.angka)], indikator.akumulasi)
        cara = f"{hasil.cara}; {terpilih.hasil.cara}" if terpilih.hasil.hasil_bagi else hasil.cara
        return RealisasiTerpilih(hasil.dengan(cara=cara, hasil_bagi=terpilih.hasil.hasil_bagi), terpilih.predikat)
    bernilai = [(t, r.hasil.angka, r.hasil.hasil_bagi) for t, r in terisi if r.hasil.angka is not None]
    if not bernilai:
        return terakhir
    hasil = akumulasi([(t, n) for t, n, _ in bernilai], indikator.akumulasi)
    hasil_bagi_terpilih = any(q for _, n, q in bernilai if n == hasil.nilai)
    if indikator.akumulasi is Akumulasi.MAKSIMUM and hasil_bagi_terpilih:
        hasil = hasil.dengan(hasil_bagi=True)
    return RealisasiTerpilih(hasil, terakhir.predikat)


def _dari_komponen(data: DataKinerja, indikator: Indikator, tahun: int) -> RealisasiTerpilih | None:
    """Σ bobot × nilai of the indicator's komponen of that year; None where it has none with a value."""
    daftar = data.daftar_komponen_per_indikator.get((indikator.kode, tahun), ())
    if tahun == data.renstra.periode.tahun:
        daftar += data.daftar_komponen_per_indikator.get((indikator.kode, None), ())
    if not any(k.nilai is not None for k in daftar):
        return None
    kurang = [k.kode for k in daftar if k.nilai is None or k.bobot is None]
    if kurang:
        return RealisasiTerpilih(kosong(f"komponen {', '.join(kurang)} belum lengkap di lembar komponen"))
    return RealisasiTerpilih(
        komposit([(k.bobot, k.nilai) for k in daftar if k.bobot is not None and k.nilai is not None])
    )


def realisasi_komposit(daftar: Sequence[tuple[Decimal | None, Decimal | None]]) -> Hasil:
    """Σ bobot × nilai of (bobot, nilai) pairs; no figure where one of them is missing, or where there is no pair."""
    lengkap = [(bobot, nilai) for bobot, nilai in daftar if bobot is not None and nilai is not None]
    if not lengkap or len(lengkap) < len(daftar):
        return kosong("bobot atau nilai komponen belum lengkap")
    return komposit(lengkap)


def realisasi_tahun(data: DataKinerja, indikator: Indikator, tahun: int) -> RealisasiTerpilih:
    """The year's realisasi: quarters by `akumulasi`, else komponen, else `realisasi_tahunan`."""
    terpilih = _dari_triwulan(data, indikator, tahun) or _dari_komponen(data, indikator, tahun)
    if terpilih is not None:
        return terpilih
    baris = data.realisasi_per_tahun.get((indikator.kode, tahun))
    hasil = realisasi_baris(baris, indikator, f"tahunan {tahun}") if baris else None
    if hasil is None:
        alasan = f"realisasi {indikator.kode} tahun {tahun} belum diisi (kinerja_triwulan, realisasi_tahunan)"
        if baris and baris.predikat:
            alasan = (
                f"angka realisasi {indikator.kode} tahun {tahun} belum diisi; yang ada hanya predikat {baris.predikat}"
            )
        hasil = tidak_ada(data, alasan, akhir_tahun(tahun))
    return RealisasiTerpilih(hasil, baris.predikat if baris else "")


def pilih_realisasi(data: DataKinerja, indikator: Indikator, tahun: int, triwulan: int | None) -> RealisasiTerpilih:
    """Of the quarter where one is named, else of the year."""
    if triwulan is not None:
        return realisasi_triwulan(data, indikator, tahun, triwulan)
    return realisasi_tahun(data, indikator, tahun)


def pilih_target_periode(
    data: DataKinerja, kode: str, tahun: int, triwulan: int | None, versi: str | None = None
) -> TargetTerpilih | None:
    """The target of the period: the quarter's own, else that of the year, and `dokumen` says so."""
    if triwulan is None or versi:
        return pilih_target(data.renstra, kode, tahun, versi)
    baris = data.kinerja_per_triwulan.get((kode, tahun, triwulan))
    if baris and (baris.target is not None or baris.predikat_target):
        return TargetTerpilih(baris.target, baris.predikat_target, f"{nama_triwulan(triwulan)} {tahun}")
    tahunan = pilih_target(data.renstra, kode, tahun)
    if tahunan is None:
        return None
    return TargetTerpilih(
        tahunan.angka, tahunan.predikat, f"{tahunan.dokumen} (target tahunan, karena target triwulan tidak ada)"
    )


def angka_pembanding(data: DataKinerja, kode: str, tahun: int) -> TargetTerpilih | None:
    """The national figure that takes the place of a target: of `tahun`, else of the latest year before it."""
    nasional = [
        p
        for p in data.daftar_pembanding
        if p.indikator == kode
        and p.jenis is JenisPembanding.NASIONAL
        and p.tahun <= tahun
        and (p.nilai is not None or p.predikat)
    ]
    if not nasional:
        return None
    terbaru = max(p.tahun for p in nasional)
    baris = next(p for p in nasional if p.tahun == terbaru)
    return TargetTerpilih(baris.nilai, baris.predikat, f"{baris.nama or 'angka nasional'} tahun {baris.tahun}")
