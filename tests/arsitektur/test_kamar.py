"""The rooms: data → rumus → besaran → models → selectors → services → forms → views, and the stages of the report."""

from __future__ import annotations

import ast
import sys

import pytest

from tests.arsitektur.sumber import PAKET, Impor, Modul, berawal, daftar_modul, kamar, periksa

# Which rooms, of any package below, a room may import (lkjip.dasar: everybody). "" is a module without a room of
# the table, such as buku_kerja's schema. Rooms that are not listed here are ends: urls, admin, management.
_HITUNGAN = {"data", "rumus", "besaran"}
_SIMPANAN = {"data", "models", "selectors", "services", "akses", "besaran", "klaim", "bacaan", "aturan", "pintu", ""}
_LAPORAN = {"isi", "compose", "render", "grafik", "halaman"}
BOLEH: dict[str, set[str]] = {
    "data": {"data"},
    "rumus": {"data", "rumus"},
    "besaran": _HITUNGAN,
    "pintu": {"data"},
    "klaim": _HITUNGAN | {"klaim"},
    # What people wrote is read with compose's tools: the same names and figures as in the report.
    "bacaan": _HITUNGAN | {"compose", "bacaan"},
    "aturan": _HITUNGAN | {"klaim", "bacaan", "compose", "aturan"},
    "isi": {"isi", "data"},  # what a theme is stands in `data_tema`
    "huruf": {"data", "huruf"},  # the family is named by the theme
    "grafik": {"isi", "huruf", "grafik"},
    "compose": {"data", "besaran", "aturan", "isi", "compose"},
    "render": {"isi", "huruf", "grafik", "render"},
    "halaman": {"data", "besaran", "pintu", "isi", "compose", "halaman"},
    "models": {"data", "models"},
    "akses": {"data", "models", "selectors", "akses"},
    "selectors": {"data", "models", "selectors", "akses", "pintu", "isi", "compose", "halaman", ""},
    "services": _SIMPANAN | _LAPORAN,
    "forms": _SIMPANAN | _LAPORAN | {"forms"},
    "views": _SIMPANAN | _LAPORAN | {"forms", "views"},
}
# Columns and the history live in the cellar, below every model.
BAWAH_TANAH = ("lkjip.dasar", "lkjip.kolom", "lkjip.riwayat", "lkjip.akun")

MURNI = {
    "data",
    "rumus",
    "besaran",
    "pintu",
    "klaim",
    "bacaan",
    "aturan",
    "isi",
    "huruf",
    "grafik",
    "compose",
    "halaman",
}
TANPA_PECAHAN_BINER = MURNI - {"grafik", "huruf"}  # where on the page a bar is drawn is no figure of a report
# Of the standard library: nothing that reads a clock, a file, the machine or chance.
TERLARANG_DI_MURNI = {"io", "os", "pathlib", "random", "secrets", "shutil", "socket", "subprocess", "tempfile", "time"}
JAM = {"now", "today", "utcnow"}


def _dasar(nama: str) -> bool:
    return berawal(nama, "lkjip.dasar")


def murni(modul: Modul) -> bool:
    return modul.kamar in MURNI or _dasar(modul.nama)


def salah_kamar(modul: Modul) -> list[str]:
    """Imports of a room that is not open to this module's room."""
    boleh = BOLEH.get(modul.kamar)
    if boleh is None:
        return []
    bebas = ("lkjip.dasar",) if modul.kamar in MURNI | {"render"} else BAWAH_TANAH
    return [
        f"{modul.di(impor.baris)}: {modul.kamar} tidak boleh mengimpor {impor.nama}"
        for impor in modul.daftar_impor
        if impor.nama.split(".")[0] in PAKET
        and not any(berawal(impor.nama, b) for b in bebas)
        and kamar(impor.nama) not in boleh
        and not berawal(impor.nama, modul.nama)
    ]


def _impor_kotor(impor: Impor) -> bool:
    puncak = impor.nama.split(".")[0]
    if puncak in sys.stdlib_module_names:
        return puncak in TERLARANG_DI_MURNI
    return puncak not in PAKET


def _panggilan_kotor(simpul: ast.AST) -> bool:
    if not isinstance(simpul, ast.Call):
        return False
    if isinstance(simpul.func, ast.Name):
        return simpul.func.id in {"open", "input", "print"}
    return isinstance(simpul.func, ast.Attribute) and simpul.func.attr in JAM


def ketidakmurnian(modul: Modul) -> list[str]:
    """Django, the clock, files: none of them in a pure room."""
    kotor = [f"{modul.di(i.baris)}: {i.nama} di kamar murni" for i in modul.daftar_impor if _impor_kotor(i)]
    kotor += [f"{modul.di(s)}: {ast.unparse(s)} di kamar murni" for s in ast.walk(modul.pohon) if _panggilan_kotor(s)]
    return kotor


def pecahan_biner(modul: Modul) -> list[str]:
    """0.1 is not a tenth: figures are Decimal from the cell to the page. Annotations are left to mypy."""
    return [
        f"{modul.di(simpul)}: float"
        for simpul in ast.walk(modul.pohon)
        if (isinstance(simpul, ast.Constant) and isinstance(simpul.value, float))
        or (isinstance(simpul, ast.Call) and isinstance(simpul.func, ast.Name) and simpul.func.id == "float")
    ]


def test_kamar_hanya_mengimpor_kamar_yang_terbuka_baginya() -> None:
    periksa([p for modul in daftar_modul() for p in salah_kamar(modul)])


def test_kamar_murni_tanpa_django_jam_dan_berkas() -> None:
    periksa([p for modul in daftar_modul() if murni(modul) for p in ketidakmurnian(modul)])


def test_angka_laporan_tidak_pernah_float() -> None:
    daftar = [m for m in daftar_modul() if m.kamar in TANPA_PECAHAN_BINER or _dasar(m.nama)]
    periksa([p for modul in daftar for p in pecahan_biner(modul)])


def test_buku_kerja_dan_perender_berjalan_tanpa_django() -> None:
    """File → figures → report needs no database; only the rooms that speak with it may import Django."""
    kotak = {"management", "migrations", "models", "selectors", "services", "forms", "views", "urls", "admin"}
    periksa(
        [
            f"{modul.di(impor.baris)}: {impor.nama}"
            for modul in daftar_modul()
            if (berawal(modul.nama, "lkjip.buku_kerja") and modul.kamar not in kotak) or modul.kamar == "render"
            for impor in modul.daftar_impor
            if berawal(impor.nama, "django") and not modul.nama.endswith(".apps")
        ]
    )


def test_penanda_tangan_dan_pemeriksa_berjalan_tanpa_django() -> None:
    """Only one file of theirs reads the settings; a model none."""
    periksa(
        [
            f"{modul.di(impor.baris)}: {impor.nama}"
            for modul in daftar_modul()
            if berawal(modul.nama, "lkjip.laporan.signing") and modul.nama != "lkjip.laporan.signing.setelan"
            for impor in modul.daftar_impor
            if berawal(impor.nama, "django") or berawal(impor.nama, "lkjip.laporan.models")
        ]
    )


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("kinerja.rumus.capaian", "from kinerja.besaran import capaian"),
        ("renstra.models.indikator", "from renstra.selectors import load_renstra"),
        ("renstra.besaran", "from renstra.models import Indikator"),
        ("kinerja.besaran_sakip", "from lkjip.kolom import DesimalField"),
        ("kinerja.pilihan", "import kinerja.services"),
        ("lkjip.laporan.render.html", "from lkjip.besaran import hitung"),
        ("lkjip.laporan.compose.bab3", "from lkjip.laporan.render import html"),
        ("lkjip.pemeriksaan.klaim", "from lkjip.buku_kerja.skema import SKEMA"),
    ],
)
def test_pemeriksa_mengenali_salah_kamar(nama: str, isi: str) -> None:
    assert salah_kamar(Modul(nama, "contoh.py", isi))


@pytest.mark.parametrize(
    "isi",
    [
        "from django.db import models",
        "import os.path",
        "from pathlib import Path",
        "import openpyxl",
        "from datetime import date\nhari = date.today()",
        "isi = open('a')",
    ],
)
def test_pemeriksa_mengenali_kamar_yang_tidak_murni(isi: str) -> None:
    assert ketidakmurnian(Modul("renstra.data", "contoh.py", isi))


@pytest.mark.parametrize(("isi", "salah"), [("x = 0.1", 1), ("x = float('1')", 1), ("x: float | None = None", 0)])
def test_pemeriksa_mengenali_pecahan_biner(isi: str, salah: int) -> None:
    assert len(pecahan_biner(Modul("renstra.data", "contoh.py", isi))) == salah
