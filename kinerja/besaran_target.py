"""The targets of quarters as the Rencana Aksi prints them: a quarter's own, and the year's that they add up to."""

from __future__ import annotations

from collections.abc import Mapping

from kinerja.data import DataKinerja, KinerjaTriwulan
from kinerja.pilihan import Besaran
from kinerja.rumus.akumulasi import akumulasi
from kinerja.rumus.predikat import predikat
from lkjip.dasar.hasil import Hasil, ada, kosong
from lkjip.dasar.periode import DAFTAR_TRIWULAN, nama_triwulan
from lkjip.dasar.tulisan_angka import tulis_tepat
from renstra.data import JenisIndikator


def _baris(data: DataKinerja, kode: str, tahun: int, triwulan: int | None) -> KinerjaTriwulan | None:
    return None if triwulan is None else data.kinerja_per_triwulan.get((kode, tahun, triwulan))


def _belum(kode: str, tahun: int, triwulan: int | None) -> Hasil:
    sebutan = nama_triwulan(triwulan) if triwulan in DAFTAR_TRIWULAN else "triwulan"
    return kosong(f"target {kode} {sebutan} {tahun} belum diisi di lembar kinerja_triwulan")


def target_triwulan(data: DataKinerja, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """The quarter's own target, in the indicator's unit; none where a quarter has only the year's to go by."""
    baris = _baris(data, subjek, tahun, triwulan)
    if baris is None or baris.target is None:
        return _belum(subjek, tahun, triwulan)
    return ada(baris.target, f"target {nama_triwulan(baris.triwulan)} {tahun}")


def predikat_target_triwulan(
    data: DataKinerja, subjek: str, tahun: int, triwulan: int | None, versi: str | None
) -> Hasil:
    """The letter of the quarter's own target; of a predikat indicator of which only the number is known, its letter."""
    baris, indikator = _baris(data, subjek, tahun, triwulan), data.renstra.indikator_per_kode.get(subjek)
    if baris is not None and baris.predikat_target:
        return ada(baris.predikat_target, f"predikat target {nama_triwulan(baris.triwulan)} {tahun}")
    if baris is None or baris.target is None or indikator is None or indikator.jenis is not JenisIndikator.PREDIKAT:
        return _belum(subjek, tahun, triwulan)
    return ada(predikat(baris.target), f"predikat SAKIP dari {tulis_tepat(baris.target)}")


def target_terhimpun(data: DataKinerja, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """The year's target that the quarters' own targets lead to, by `akumulasi` as realisasi is gathered.

    The last quarter must have one, else the year's end is not planned yet.
    """
    indikator = data.renstra.indikator_per_kode.get(subjek)
    if indikator is None:
        return kosong(f"indikator '{subjek}' tidak ada di lembar indikator")
    per_triwulan = [(n, target_triwulan(data, subjek, tahun, n, None)) for n in DAFTAR_TRIWULAN]
    if per_triwulan[-1][1].angka is None:
        return per_triwulan[-1][1]
    return akumulasi([(n, h.angka) for n, h in per_triwulan if h.angka is not None], indikator.akumulasi)


BESARAN: Mapping[str, Besaran] = {
    "target_triwulan": target_triwulan,
    "predikat_target_triwulan": predikat_target_triwulan,
    "target_terhimpun": target_terhimpun,
}
