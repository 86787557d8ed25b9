"""The files that a renderer may read: our own style sheets and the fonts copied at set-up. Only these, by name."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lkjip.laporan.huruf import KELUARGA, KeluargaHuruf
from lkjip.laporan.isi import HurufTema

SKEMA = "lkjip:"  # of the addresses by which a printed page asks for its files
_STATIS = Path(__file__).resolve().parents[3] / "static"
_SEMUA_HURUF = frozenset(nama for satu in KELUARGA.values() for nama in satu.daftar_berkas)
_PAKET = {"LK Sans": "fonts-liberation2", "LK Serif": "fonts-liberation2", "LK Carlito": "fonts-crosextra-carlito"} | {
    "LK Caladea": "fonts-crosextra-caladea",
    "LK Bonum": "fonts-texgyre",
}


class HurufTidakAda(RuntimeError):
    """The fonts of the report are not in place; without any font the PDF engine crashes instead of complaining."""


@cache
def gaya(nama: str) -> str:
    """A style sheet of the report: `dokumen.css` (screen; `lembar.css`: sheets) or `cetak.css` (PDF)."""
    if nama not in {"dokumen.css", "lembar.css", "cetak.css"}:
        raise ValueError(f"bukan gaya laporan: {nama}")
    return (_STATIS / "laporan" / nama).read_text("utf-8")


def huruf(nama: str, map_huruf: Path | None = None) -> bytes:
    """A font file of the report."""
    return path_huruf(nama, map_huruf).read_bytes()


def path_huruf(nama: str, map_huruf: Path | None = None) -> Path:
    """Where a font file of the report lies; no other name is answered."""
    if nama not in _SEMUA_HURUF:
        raise ValueError(f"bukan huruf laporan: {nama}")
    return (map_huruf or _STATIS / "vendor" / "fonts") / nama


def periksa_huruf(keluarga: HurufTema = HurufTema.LIBERATION_SANS, map_huruf: Path | None = None) -> KeluargaHuruf:
    """The family; raises `HurufTidakAda` unless all four faces of it are there."""
    satu = KELUARGA[keluarga]
    tempat = map_huruf or _STATIS / "vendor" / "fonts"
    hilang = [nama for nama in satu.daftar_berkas if not (tempat / nama).is_file()]
    if hilang:
        raise HurufTidakAda(
            f"Huruf untuk PDF belum terpasang di static/vendor/fonts: {', '.join(hilang)}. "
            f"Pasang paket {_PAKET[satu.nama_cetak]}, lalu jalankan penyiapan (make siap)."
        )
    return satu
