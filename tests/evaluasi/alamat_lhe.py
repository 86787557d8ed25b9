"""The addresses of the LHE; they belong to an evaluation, and `test_halaman_lhe.py` walks them."""

from __future__ import annotations

DI_LUAR_TAHUN = {"lhe_evaluasi", "unduh_lhe"}
