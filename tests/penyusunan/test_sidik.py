"""The hash of a document is the same in every process, or a worker would print nothing that the site has ordered."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field

from lkjip.penyusunan.sidik import tulisan_tetap

_PROGRAM = """
from lkjip.data import BukuKerja
from lkjip.laporan.data_dokumen import BagianUnit
from lkjip.penyusunan.sidik import tulisan_tetap
kode = frozenset(f"IKU{ke}" for ke in range(40))
print(tulisan_tetap({"unit": (BagianUnit("Bidang A", kode, kode),)}))
"""


def _tulisan_di_proses_lain(benih: str) -> str:
    lingkungan = {**os.environ, "PYTHONHASHSEED": benih}
    return subprocess.run(
        [sys.executable, "-c", _PROGRAM], env=lingkungan, capture_output=True, text=True, check=True
    ).stdout


def test_himpunan_ditulis_sama_di_setiap_proses() -> None:
    satu, dua = (_tulisan_di_proses_lain(benih) for benih in ("1", "2"))
    assert satu == dua
    assert "IKU39" in satu


@dataclass(frozen=True)
class _Rekaman:
    nama: str
    isi: bytes = field(default=b"", repr=False)


def test_setiap_kolom_terbaca_kecuali_yang_sudah_bersidik() -> None:
    assert tulisan_tetap(_Rekaman("a", b"x")) == tulisan_tetap(_Rekaman("a", b"y"))
    assert tulisan_tetap(_Rekaman("a")) != tulisan_tetap(_Rekaman("b"))
    berbeda = [("a", "b"), ("a, 'b'",), (("a",), "b"), {"a": "b"}, frozenset({"a", "b"}), "a", None, 1, True, "1"]
    assert len({tulisan_tetap(satu) for satu in berbeda}) == len(berbeda)
