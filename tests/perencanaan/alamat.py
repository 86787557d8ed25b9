"""The addresses of the plan, of the report's text and of the findings, out of each file `alamat_<part>.py` of this
folder, of tests/naskah and of tests/pemeriksaan; tests/situs/test_akses.py walks them.

A file lists its addresses of an agency-year in `DAFTAR`, and in `DI_LUAR_TAHUN` the names of those that no agency-year
holds, which its own test walks.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from pathlib import Path

from tests.pengisian.alamat import Alamat

# Whoever may change the plan of the own agency; planners limited to units may not.
PENGUBAH = frozenset({"perencana", "pengelola", "admin"})


def _daftar_modul() -> list[object]:
    uji = Path(__file__).parents[1]
    return [
        import_module(f"tests.{folder}.{modul.name}")
        for folder in ("perencanaan", "naskah", "pemeriksaan")
        for modul in sorted(pkgutil.iter_modules([str(uji / folder)]))
        if modul.name.startswith("alamat_")
    ]


def semua() -> list[Alamat]:
    return [alamat for modul in _daftar_modul() for alamat in getattr(modul, "DAFTAR", [])]


def di_luar_tahun() -> set[str]:
    return {nama for modul in _daftar_modul() for nama in getattr(modul, "DI_LUAR_TAHUN", set())}
