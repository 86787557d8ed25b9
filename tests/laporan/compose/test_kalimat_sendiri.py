"""Templates of the report are our own: no run of seven words of the published reports' prose."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.contoh.lembar import AKAR, SUMBER, SUMBER_PER_CONTOH, daftar_kalimat
from tests.contoh.test_kalimat_baru import daftar_nama, deret, tanpa_nama

COMPOSE = AKAR / "lkjip" / "laporan" / "compose"


def daftar_pola() -> Iterator[tuple[str, str]]:
    """Every string of the composer, with its place."""
    for berkas in sorted(COMPOSE.glob("*.py")):
        for simpul in ast.walk(ast.parse(berkas.read_text(encoding="utf-8"))):
            if isinstance(simpul, ast.Constant) and isinstance(simpul.value, str):
                yield f"{berkas.name}:{simpul.lineno}", simpul.value


@pytest.mark.skipif(not SUMBER.is_dir(), reason="laporan terbitan tidak disertakan")
def test_pola_kalimat_tidak_disalin_dari_laporan_terbitan() -> None:
    nama = daftar_nama()
    terbitan = {
        sebaris
        for sumber in SUMBER_PER_CONTOH.values()
        for _, teks in daftar_kalimat(SUMBER / sumber)
        for sebaris in deret(tanpa_nama(teks, nama))
    }
    sama = [f"{letak}: {s}" for letak, teks in daftar_pola() for s in deret(tanpa_nama(teks, nama)) if s in terbitan]
    assert "\n".join(sama) == ""


def test_ejaan_baku_dipakai_di_semua_pola() -> None:
    salah = ("presentase", "review", "terealisir", "sistim", "analisa", "resiko", "aktifitas", "ijin", "propinsi")
    ditemukan = [f"{letak}: {kata}" for letak, teks in daftar_pola() for kata in salah if kata in teks.lower().split()]
    assert ditemukan == []
