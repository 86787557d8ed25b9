"""Everything that is installed is pinned and has its reason in docs/dependencies.md."""

from __future__ import annotations

import re

import pytest

from tests.arsitektur.sumber import AKAR, periksa

SYARAT = ("requirements.txt", "requirements-dev.txt", "requirements-node.txt")
TURUNAN = "# Brought in by"


def _baris(nama: str) -> list[tuple[int, str]]:
    return list(enumerate((AKAR / nama).read_text(encoding="utf-8").splitlines(), start=1))


def _langsung(nama: str) -> list[str]:
    """Packages chosen by us: those above the line that begins the ones brought in by them."""
    daftar = []
    for _, baris in _baris(nama):
        if baris.startswith(TURUNAN):
            break
        if baris and not baris.startswith(("#", "-r ")):
            daftar.append(baris.split("==")[0])
    return daftar


def _punya_alasan(nama: str) -> bool:
    catatan = (AKAR / "docs" / "dependencies.md").read_text(encoding="utf-8")
    return re.search(rf"^\| `{re.escape(nama)}` \|", catatan, flags=re.MULTILINE | re.IGNORECASE) is not None


@pytest.mark.parametrize("nama", SYARAT)
def test_semua_paket_python_dikunci_versinya(nama: str) -> None:
    pola = re.compile(r"(#.*|-r [\w.-]+|[\w.-]+==[\w.]+)?")
    periksa([f"{nama}:{nomor}: {baris}" for nomor, baris in _baris(nama) if not pola.fullmatch(baris)])


def test_setiap_paket_python_punya_alasan() -> None:
    periksa([f"{nama}: {paket}" for nama in SYARAT for paket in _langsung(nama) if not _punya_alasan(paket)])


def test_setiap_paket_debian_punya_alasan() -> None:
    naskah = (AKAR / ".ci" / "siapkan").read_text(encoding="utf-8")
    daftar = re.findall(r"paket\+?=\(([^)]*)\)", naskah)
    paket = [p.split("|")[0] for isi in daftar for p in isi.replace('"', " ").split()]
    assert "libpangoft2-1.0-0" in paket
    periksa([p for p in paket if not _punya_alasan(p)])


def test_bootstrap_dari_npm_punya_alasan() -> None:
    assert _punya_alasan("bootstrap")


def test_perintah_uji_ci_sama_dengan_yang_di_readme() -> None:
    assert "make test" in (AKAR / ".ci" / "run").read_text(encoding="utf-8")
    assert "make test" in (AKAR / "README.md").read_text(encoding="utf-8")
