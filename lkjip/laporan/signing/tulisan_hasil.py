"""A verdict as plain JSON values and back: for a file, a table, or the pipe between two processes."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from lkjip.laporan.signing.data import Cakupan, HasilVerifikasi, Perubahan, TandaTanganTerbaca


def tulis_hasil(hasil: HasilVerifikasi) -> dict[str, Any]:
    """Moments as ISO 8601, tuples as lists."""
    isi = asdict(hasil)
    isi["catatan"] = list(hasil.catatan)
    isi["daftar"] = [tulis_tanda(satu) for satu in hasil.daftar]
    return isi


def tulis_tanda(tanda: TandaTanganTerbaca) -> dict[str, Any]:
    waktu = tanda.waktu.isoformat() if tanda.waktu else None
    lain = {"waktu": waktu, "cakupan": tanda.cakupan.value, "perubahan": tanda.perubahan.value}
    return asdict(tanda) | lain | {"catatan": list(tanda.catatan)}


def baca_hasil(isi: dict[str, Any]) -> HasilVerifikasi:
    """Raises KeyError, TypeError, ValueError for what `tulis_hasil` has not written."""
    daftar = tuple(baca_tanda(satu) for satu in isi["daftar"])
    return HasilVerifikasi(**(isi | {"daftar": daftar, "catatan": tuple(isi["catatan"])}))


def baca_tanda(isi: dict[str, Any]) -> TandaTanganTerbaca:
    waktu = datetime.fromisoformat(isi["waktu"]) if isi["waktu"] else None
    lain = {"waktu": waktu, "cakupan": Cakupan(isi["cakupan"]), "perubahan": Perubahan(isi["perubahan"])}
    return TandaTanganTerbaca(**(isi | lain | {"catatan": tuple(isi["catatan"])}))
