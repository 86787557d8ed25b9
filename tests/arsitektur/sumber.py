"""The project's own source as data: modules, what they import and where, for the tests in this folder."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

AKAR = Path(__file__).resolve().parents[2]
PAKET = ("renstra", "kinerja", "anggaran", "lkjip")

# From the cellar to the roof; a module may import its own layer and those before it (rancangan: the house).
LAPISAN = ("lkjip.dasar", "lkjip.kolom", "lkjip.riwayat", "lkjip.akun", "renstra", "kinerja", "anggaran", "lkjip")

# Packages that have rooms of their own; the longest name that fits is a module's package.
BERKAMAR = (
    *("renstra", "kinerja", "anggaran", "lkjip"),
    *("lkjip.akun", "lkjip.riwayat", "lkjip.laporan", "lkjip.pemeriksaan", "lkjip.buku_kerja", "lkjip.pengisian"),
    *("lkjip.kelola", "lkjip.perencanaan", "lkjip.penyusunan", "lkjip.naskah", "lkjip.terbitan", "lkjip.publik"),
    *("lkjip.laporan.signing", "lkjip.evaluasi", "lkjip.reviu"),
)
KAMAR = (
    *("data", "rumus", "besaran", "models", "selectors", "services", "akses", "forms", "views", "urls", "admin"),
    *(
        "isi",
        "huruf",
        "grafik",
        "compose",
        "render",
        "klaim",
        "bacaan",
        "aturan",
        "halaman",
        "pintu",
        "management",
        "migrations",
    ),
)
# `besaran` chooses, then computes; in kinerja the choosing has a file of its own.
# The open data are composed out of records and figures, as a document is.
NAMA_LAIN = {"pilihan": "besaran", "data_terbuka": "compose"}


@dataclass(frozen=True)
class Impor:
    nama: str
    baris: int


@dataclass(frozen=True)
class Modul:
    nama: str
    letak: str  # path as shown in messages
    teks: str

    @cached_property
    def pohon(self) -> ast.Module:
        return ast.parse(self.teks)

    @property
    def kamar(self) -> str:
        """The room, e.g. `besaran` for kinerja.besaran_sakip; the empty string where it is none of the table's."""
        return kamar(self.nama)

    def di(self, simpul: ast.AST | int) -> str:
        return f"{self.letak}:{simpul if isinstance(simpul, int) else getattr(simpul, 'lineno', 1)}"

    @cached_property
    def daftar_impor(self) -> tuple[Impor, ...]:
        """Every import, also those inside functions and under TYPE_CHECKING: they are dependencies too."""
        return tuple(impor for simpul in ast.walk(self.pohon) for impor in self._impor(simpul))

    def _impor(self, simpul: ast.AST) -> Iterator[Impor]:
        if isinstance(simpul, ast.Import):
            yield from (Impor(alias.name, simpul.lineno) for alias in simpul.names)
        if isinstance(simpul, ast.ImportFrom):
            asal = simpul.module or ""
            if simpul.level:
                batang = self.nama.split(".")
                panjang = len(batang) - simpul.level + self.letak.endswith("__init__.py")
                asal = ".".join([*batang[:panjang], *([asal] if asal else [])])
            yield from (Impor(_modul_atau_paket(asal, alias.name), simpul.lineno) for alias in simpul.names)


def _modul_atau_paket(asal: str, nama: str) -> str:
    """`from kinerja import rumus` imports kinerja.rumus; `from kinerja.data import Arah` imports kinerja.data."""
    lengkap = f"{asal}.{nama}"
    calon = AKAR.joinpath(*lengkap.split("."))
    if lengkap.split(".")[0] in PAKET and (calon.is_dir() or calon.with_suffix(".py").is_file()):
        return lengkap
    return asal


@cache
def daftar_modul() -> tuple[Modul, ...]:
    """Every module of the four packages, migrations included."""
    return tuple(
        modul(berkas) for paket in PAKET for berkas in sorted((AKAR / paket).rglob("*.py")) if berkas.stat().st_size
    )


def modul(berkas: Path) -> Modul:
    letak = berkas.relative_to(AKAR)
    nama = ".".join(letak.with_suffix("").parts).removesuffix(".__init__")
    return Modul(nama, str(letak), berkas.read_text(encoding="utf-8"))


def berawal(nama: str, paket: str) -> bool:
    return nama == paket or nama.startswith(f"{paket}.")


def terdekat(nama: str, daftar: tuple[str, ...]) -> str:
    """The longest name of `daftar` that is `nama` or a package around it; empty for modules that are not ours."""
    return max((calon for calon in daftar if berawal(nama, calon)), key=len, default="")


def kamar(nama: str) -> str:
    ujung = nama.rpartition(".")[2]
    if ujung in {"selectors", "services"}:  # wherever they lie, these are the doors to the database
        return ujung
    sisa = nama.removeprefix(terdekat(nama, BERKAMAR)).lstrip(".").split(".")[0]
    sisa = NAMA_LAIN.get(sisa, sisa)
    return next((k for k in KAMAR if sisa == k or sisa.startswith(f"{k}_")), "")


@cache
def daftar_terlacak() -> tuple[str, ...]:
    """Paths that git tracks; empty where the project was unpacked without its history."""
    hasil = subprocess.run(["git", "ls-files", "-z"], cwd=AKAR, capture_output=True, text=True, check=False)
    return tuple(nama for nama in hasil.stdout.split("\0") if nama) if hasil.returncode == 0 else ()


def periksa(pelanggaran: list[str]) -> None:
    assert not pelanggaran, "\n" + "\n".join(pelanggaran)
