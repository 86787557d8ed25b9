"""Limits of size (rancangan: limits). What is longer stands here by name, with its reason and its own limit."""

from __future__ import annotations

import ast

from tests.arsitektur.sumber import AKAR, Modul, daftar_modul, modul, periksa

BARIS_FUNGSI, BARIS_VIEW, BARIS_TEMPLAT, BARIS_BERKAS = 40, 20, 120, 300
BERKAS_PANJANG = {
    "lkjip/laporan/isi.py": (434, "the document tree with its numbering is one thought, read from top to bottom"),
    "lkjip/buku_kerja/skema.py": (400, "one table: every sheet and column of the workbook"),
}
Fungsi = ast.FunctionDef | ast.AsyncFunctionDef


def _kode() -> list[Modul]:
    """Our own code and its tests; migrations are written by Django, and a test's builders are data."""
    uji = [modul(b) for b in sorted((AKAR / "tests").rglob("test_*.py"))]
    return [m for m in (*daftar_modul(), *uji) if m.kamar != "migrations"]


def _panjang(fungsi: Fungsi) -> int:
    return (fungsi.end_lineno or fungsi.lineno) - fungsi.lineno + 1


def test_fungsi_muat_di_satu_layar() -> None:
    periksa(
        [
            f"{m.di(simpul)}: {simpul.name} {_panjang(simpul)} baris, batas {batas}"
            for m in _kode()
            for batas in [BARIS_VIEW if m.kamar == "views" else BARIS_FUNGSI]
            for simpul in ast.walk(m.pohon)
            if isinstance(simpul, Fungsi) and _panjang(simpul) > batas
        ]
    )


def test_berkas_python_tidak_kepanjangan() -> None:
    periksa(
        [
            f"{m.letak}: {panjang} baris, batas {batas}"
            for m in _kode()
            for panjang in [len(m.teks.splitlines())]
            for batas in [BERKAS_PANJANG.get(m.letak, (BARIS_BERKAS, ""))[0]]
            if panjang > batas
        ]
    )


def test_pengecualian_panjang_masih_perlu() -> None:
    panjang = {m.letak: len(m.teks.splitlines()) for m in _kode()}
    periksa([f"{letak}: tidak lagi panjang" for letak in BERKAS_PANJANG if panjang.get(letak, 0) <= BARIS_BERKAS])


def test_templat_tidak_kepanjangan() -> None:
    berkas = [b for b in AKAR.rglob("templates/**/*") if b.is_file() and ".venv" not in b.parts]
    panjang = {b: len(b.read_text(encoding="utf-8").splitlines()) for b in berkas}
    periksa([f"{b.relative_to(AKAR)}: {n} baris" for b, n in sorted(panjang.items()) if n > BARIS_TEMPLAT])
