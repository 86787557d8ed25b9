"""How the year's data came in, as far as the system has seen it. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.data_pengisian import Pengisian


@dataclass(frozen=True)
class KeadaanSumber:
    """The four quarters, how many pieces of evidence there are, and for which indicators (kode)."""

    daftar_pengisian: tuple[Pengisian, ...] = ()
    banyak_bukti: int = 0
    daftar_berbukti: frozenset[str] = frozenset()
