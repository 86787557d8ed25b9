"""The budget as it was in an earlier version, and what became of a figure since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from anggaran.data import DataAnggaran
from lkjip.dasar.hasil import Hasil, ada
from lkjip.dasar.hitungan import jumlah
from lkjip.dasar.tulisan_angka import tulis_uang


def anggaran_versi(data: DataAnggaran, pagu: Mapping[str, Decimal | None]) -> DataAnggaran:
    """The same rows with the pagu (per kode) that they had in an earlier version, so that every figure can be asked."""
    daftar = (replace(a, pagu_murni=pagu.get(a.kode), pagu_perubahan=None) for a in data.daftar_anggaran)
    return replace(data, daftar_anggaran=tuple(daftar))


def selisih_versi(lama: Hasil, baru: Hasil) -> Hasil:
    """What a figure of one version has gained or lost against the version before. Rupiah."""
    if lama.angka is None or baru.angka is None:
        return lama if lama.angka is None else baru
    cara = f"{tulis_uang(baru.angka)} − {tulis_uang(lama.angka)}"
    return ada(jumlah((baru.angka, -lama.angka)), cara)
