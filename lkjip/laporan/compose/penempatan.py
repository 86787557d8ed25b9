"""Pictures and free tables as nodes, and in the place that a line `{gambar nama}` or `{tabel nama}` gives them."""

from __future__ import annotations

import re

from lkjip.laporan.compose.kalimat import bersih, kurang
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.tabel_bebas import tabel_bebas
from lkjip.laporan.data import GambarNaskah
from lkjip.laporan.isi import Blok, Gambar

LETAK = re.compile(r"^\s*\{\s*(gambar|tabel)\s+([^{}\\]{1,100}?)\s*\}\s*$", re.IGNORECASE)
"""A line that is nothing but the name of a picture or free table."""

_LETAK_BARIS = re.compile(LETAK.pattern.replace(r"\s", r"[ \t]"), re.IGNORECASE | re.MULTILINE)


def gambar_naskah(gambar: GambarNaskah) -> Blok:
    """The picture; where its file cannot be read, a note that says so."""
    if not gambar.isi:
        nama = bersih(gambar.judul) or gambar.nama
        return kurang("Gambar “{nama}” tidak dapat dimuat: berkasnya tidak ditemukan. Unggah lagi.", nama=nama)
    return Gambar(
        f"gambar-{gambar.nama}",
        bersih(gambar.judul),
        gambar.isi,
        gambar.mime,
        gambar.alt.strip() or bersih(gambar.judul) or gambar.nama,
        gambar.sumber.strip(),
        gambar.lebar_mm,
        gambar.sidik,
    )


def kunci_letak(jenis: str, nama: str) -> str:
    """One name for a picture or table, however it is typed; `tabel_01` is also called by its number."""
    rapat = "".join(nama.split()).casefold()
    return f"{jenis.lower()} {rapat.removeprefix('tabel_') if jenis.lower() == 'tabel' else rapat}"


def dalam_teks(ktx: Konteks) -> frozenset[str]:
    """Those that any text of the report puts into a place."""
    if ktx.ditempatkan_teks is None:
        ktx.ditempatkan_teks = frozenset(
            kunci_letak(cocok[1], cocok[2])
            for narasi in ktx.laporan.daftar_narasi
            for cocok in _LETAK_BARIS.finditer(narasi.isi)
        )
    return ktx.ditempatkan_teks


def tempatkan(ktx: Konteks, jenis: str, nama: str) -> Blok | None:
    """The picture or free table, at the first place that names it; None where there is none, or it stands already."""
    kunci = kunci_letak(jenis, nama)
    if kunci in ktx.sudah_ditempatkan:
        return None
    isi = _cari(ktx, kunci)
    if isi is not None:
        ktx.sudah_ditempatkan.add(kunci)
    return isi


def _cari(ktx: Konteks, kunci: str) -> Blok | None:
    for gambar in ktx.laporan.daftar_gambar:
        if kunci_letak("gambar", gambar.nama) == kunci:
            return gambar_naskah(gambar)
    for tabel in ktx.laporan.daftar_tabel:
        if kunci_letak("tabel", tabel.nama) == kunci and (tabel.kepala or tabel.baris):
            return tabel_bebas(tabel)
    return None
