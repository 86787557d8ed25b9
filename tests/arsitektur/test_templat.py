"""Pages: nothing typed is taken for HTML, nothing is loaded from elsewhere, no script stands inside a page."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.arsitektur.sumber import AKAR, daftar_modul, periksa

# Who may declare text to be HTML, and why it is.
BOLEH_AMAN = {"lkjip/views/laporan.py": "the report's own renderer wrote it and escapes every text"}
# lkjip/keamanan.py lets a browser run scripts from files only, so what is written in a page would not run.
TERLARANG = {
    "teks dianggap HTML": re.compile(r"\|\s*safe\b|\|\s*safeseq\b|autoescape\s+off"),
    "skrip di dalam halaman": re.compile(r"<script(?![^>]*\bsrc=)[^>]*>|\son[a-z]+\s*=\s*[\"']|javascript:", re.I),
    "alamat luar": re.compile(r"\b(?:src|href|action)\s*=\s*[\"'](?:https?:)?//", re.I),
}


def pelanggaran(teks: str) -> list[tuple[int, str]]:
    return [
        (nomor, sebab)
        for nomor, baris in enumerate(teks.splitlines(), start=1)
        for sebab, pola in TERLARANG.items()
        if pola.search(baris)
    ]


def _templat() -> list[Path]:
    return sorted((AKAR / "templates").rglob("*.html"))


def test_templat_tidak_mempercayai_ketikan_dan_tidak_keluar_situs() -> None:
    assert _templat()
    periksa(
        [
            f"{berkas.relative_to(AKAR)}:{nomor}: {sebab}"
            for berkas in _templat()
            for nomor, sebab in pelanggaran(berkas.read_text(encoding="utf-8"))
        ]
    )


def test_gaya_tidak_memuat_apa_pun_dari_luar() -> None:
    gaya = [b for b in (AKAR / "static").rglob("*.css") if "vendor" not in b.parts]
    luar = re.compile(r"(?:url\(\s*[\"']?|@import\s+[\"'])(?:https?:)?//", re.I)
    periksa([str(b.relative_to(AKAR)) for b in gaya if luar.search(b.read_text(encoding="utf-8"))])


def test_hanya_yang_terdaftar_menyatakan_teks_sebagai_html() -> None:
    periksa(
        [
            f"{modul.di(simpul)}: mark_safe"
            for modul in daftar_modul()
            if modul.letak not in BOLEH_AMAN
            for simpul in ast.walk(modul.pohon)
            if isinstance(simpul, ast.Call) and ast.unparse(simpul.func).endswith(("mark_safe", "SafeString", "Markup"))
        ]
    )


@pytest.mark.parametrize(
    ("teks", "salah"),
    [
        ("<p>{{ nama|safe }}</p>", True),
        ("<button onclick='hapus()'>", True),
        ("<script>x()</script>", True),
        ('<script src="//cdn.contoh.id/a.js"></script>', True),
        ('<link href="https://contoh.id/a.css">', True),
        ("<script src=\"{% static 'situs/a.js' %}\" defer></script>", False),
        ('<p data-on="ya">{{ nama }}</p>', False),
    ],
)
def test_pemeriksa_mengenali_templat_yang_salah(teks: str, salah: bool) -> None:
    assert bool(pelanggaran(teks)) is salah
