"""The money of a Perjanjian Kinerja: the sum of a unit's rows, no branch of the tree, and what a revision moved."""

from __future__ import annotations

from collections.abc import Mapping

from anggaran.besaran import Besaran, pagu, pagu_sendiri, pagu_tahun_lain, realisasi_sendiri, serapan_dari, uang_baris
from anggaran.data import DataAnggaran
from lkjip.dasar.hasil import Hasil, ada, kosong
from lkjip.dasar.hitungan import jumlah
from lkjip.dasar.tulisan_angka import tulis_uang
from renstra.data import Versi

PEMISAH = ";"


def jumlah_pagu_pilihan(data: DataAnggaran, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """Sum of the printed pagu of the rows whose kode `subjek` lists, parted by semicolons. Rupiah."""
    daftar = _terpilih(subjek)
    return (
        _asing(data, daftar)
        or pagu_tahun_lain(data, tahun)
        or uang_baris(data, daftar, lambda kode: pagu_sendiri(data, kode, versi), "pagu baris terpilih")
    )


def jumlah_realisasi_pilihan(
    data: DataAnggaran, subjek: str, tahun: int, triwulan: int | None, versi: str | None
) -> Hasil:
    """Sum of the printed realisasi of those rows, up to the end of the quarter. Rupiah."""
    daftar = _terpilih(subjek)
    return _asing(data, daftar) or uang_baris(
        data, daftar, lambda kode: realisasi_sendiri(data, kode, tahun, triwulan), "realisasi baris terpilih"
    )


def serapan_pilihan(data: DataAnggaran, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """jumlah_realisasi_pilihan / jumlah_pagu_pilihan × 100."""
    return serapan_dari(
        jumlah_pagu_pilihan(data, subjek, tahun, None, versi),
        jumlah_realisasi_pilihan(data, subjek, tahun, triwulan, None),
    )


def _terpilih(subjek: str) -> list[str]:
    return [kode for kode in subjek.split(PEMISAH) if kode]


def _asing(data: DataAnggaran, daftar: list[str]) -> Hasil | None:
    asing = [kode for kode in daftar if kode not in data.anggaran_per_kode]
    return kosong(f"'{', '.join(asing)}' bukan kode anggaran") if asing else None


def perubahan_pagu(data: DataAnggaran, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """Pagu perubahan − pagu murni of a row, a sasaran or everything. Rupiah."""
    murni, perubahan = (pagu(data, subjek, tahun, None, v.value) for v in (Versi.MURNI, Versi.PERUBAHAN))
    if murni.angka is None or perubahan.angka is None:
        return murni if murni.angka is None else perubahan
    cara = f"{tulis_uang(perubahan.angka)} − {tulis_uang(murni.angka)}"
    return ada(jumlah((perubahan.angka, -murni.angka)), cara)


BESARAN: Mapping[str, Besaran] = {
    "jumlah_pagu_pilihan": jumlah_pagu_pilihan,
    "jumlah_realisasi_pilihan": jumlah_realisasi_pilihan,
    "serapan_pilihan": serapan_pilihan,
    "perubahan_pagu": perubahan_pagu,
}
