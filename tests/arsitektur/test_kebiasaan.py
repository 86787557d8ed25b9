"""Habits of the house: one room for queries, no signals, no rules in save(), no module named after nothing."""

from __future__ import annotations

import ast

import pytest

from tests.arsitektur.sumber import Modul, berawal, daftar_modul, daftar_terlacak, periksa

NAMA_KOSONG = {"utils", "util", "helpers", "helper", "common", "misc"}
KAMAR_KUERI = {"selectors", "services", "migrations", "admin", "akses"}
# A renderer and the signers may know no model at all (test_kamar); their `.objects` are those of a PDF.
TANPA_MODEL = {"render"}
PENANDA = "lkjip.laporan.signing"
PENGELOLA = {"objects", "_default_manager", "_base_manager"}
PUNCAK = {
    *("Makefile", "README.md", "CHANGELOG.md", "LICENSE", "manage.py", "pyproject.toml", ".gitignore", ".ci"),
    *("requirements.txt", "requirements-dev.txt", "requirements-node.txt"),
    *("lkjip", "renstra", "kinerja", "anggaran", "templates", "static", "tests", "docs", "bench", "contoh"),
}


def kueri(modul: Modul) -> list[str]:
    return [
        f"{modul.di(simpul)}: .{simpul.attr} di luar selectors dan services"
        for simpul in ast.walk(modul.pohon)
        if isinstance(simpul, ast.Attribute) and simpul.attr in PENGELOLA
    ]


def sinyal(modul: Modul) -> list[str]:
    return [
        f"{modul.di(impor.baris)}: {impor.nama}"
        for impor in modul.daftar_impor
        if berawal(impor.nama, "django.dispatch") or impor.nama.endswith(".signals")
    ]


def logika_di_save(modul: Modul) -> list[str]:
    return [
        f"{modul.di(fungsi)}: {kelas.name}.{fungsi.name}"
        for kelas in ast.walk(modul.pohon)
        if isinstance(kelas, ast.ClassDef)
        for fungsi in kelas.body
        if isinstance(fungsi, ast.FunctionDef) and fungsi.name in {"save", "delete"}
    ]


def test_kueri_hanya_di_selectors_dan_services() -> None:
    daftar = [m for m in daftar_modul() if m.kamar not in KAMAR_KUERI | TANPA_MODEL and not berawal(m.nama, PENANDA)]
    periksa([p for modul in daftar for p in kueri(modul)])


def test_tak_ada_sinyal_django() -> None:
    periksa([p for modul in daftar_modul() for p in sinyal(modul)])


def test_model_tidak_menyimpan_logika_di_save() -> None:
    periksa([p for modul in daftar_modul() if modul.kamar == "models" for p in logika_di_save(modul)])


def test_tak_ada_modul_tanpa_nama_yang_berarti() -> None:
    periksa([m.letak for m in daftar_modul() if NAMA_KOSONG & set(m.nama.split("."))])


def test_kode_tidak_mengimpor_pengujian() -> None:
    periksa([m.di(i.baris) for m in daftar_modul() for i in m.daftar_impor if berawal(i.nama, "tests")])


def test_puncak_proyek_hanya_berisi_yang_digambar() -> None:
    puncak = {nama.split("/")[0] for nama in daftar_terlacak()}
    periksa(sorted(puncak - PUNCAK))


def test_berkas_pihak_ketiga_dan_hasil_tidak_masuk_git() -> None:
    folder = ("static/vendor/", "keluaran/", "terkumpul/", "berkas/", ".venv/", "node_modules/")
    periksa(
        [n for n in daftar_terlacak() if n.startswith(folder) or n.endswith((".sqlite3", ".ttf", ".otf", ".woff2"))]
    )


@pytest.mark.parametrize(
    ("aturan", "isi"),
    [
        (kueri, "Sasaran.objects.all()"),
        (kueri, "model._default_manager.get(pk=1)"),
        (sinyal, "from django.db.models.signals import post_save"),
        (sinyal, "from django.dispatch import receiver"),
        (logika_di_save, "class A:\n    def save(self):\n        pass"),
    ],
)
def test_pemeriksa_mengenali_kebiasaan_yang_dilarang(aturan: object, isi: str) -> None:
    assert callable(aturan)
    assert aturan(Modul("renstra.models", "contoh.py", isi))
