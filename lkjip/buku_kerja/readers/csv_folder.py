"""A folder of CSV files → raw cells: UTF-8, comma separated, one file a sheet."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from lkjip.buku_kerja.galat import GalatBuku, GalatSel
from lkjip.buku_kerja.mentah import MAKS_BARIS, MAKS_SEL_TERISI, BukuMentah, JenisSel, LembarMentah, Sel

MAKS_BYTE = 25_000_000
MAKS_BERKAS = 500
_BARIS = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")


def baca_csv_folder(folder: Path) -> BukuMentah:
    """Raises GalatBuku where the folder is no workbook at all; other errors stand in the result."""
    berkas = sorted(folder.iterdir())
    if len(berkas) > MAKS_BERKAS:
        raise GalatBuku(f"Folder memuat {len(berkas)} berkas.", f"Paling banyak {MAKS_BERKAS}.")
    pembaca = _Pembaca()
    for path in berkas:
        if not path.name.startswith(("_", ".")):
            pembaca.baca(path)
    if not pembaca.daftar_lembar and not pembaca.daftar_galat:
        raise GalatBuku("Folder tidak memuat berkas CSV.", "Satu berkas satu lembar, misalnya indikator.csv.")
    return BukuMentah(tuple(pembaca.daftar_lembar), titik_desimal=True, daftar_galat=tuple(pembaca.daftar_galat))


def _baris(isi: str) -> Iterator[str]:
    """Line by line: a copy of the whole text would cost four bytes a character."""
    return (cocok[0] for cocok in _BARIS.finditer(isi))


def _tercetak(nama: str) -> str:
    """A file name with bytes that are no UTF-8 made printable."""
    return nama.encode("utf-8", "replace").decode()


class _Pembaca:
    def __init__(self) -> None:
        self.daftar_lembar: list[LembarMentah] = []
        self.daftar_galat: list[GalatSel] = []
        self.sisa_byte = MAKS_BYTE
        self.sisa_sel = MAKS_SEL_TERISI
        self.sisa_baris = MAKS_BARIS

    def _tambah(self, lembar: str, baris: int | None, pesan: str, saran: str) -> None:
        self.daftar_galat.append(GalatSel(lembar, baris, "", pesan, saran))

    def baca(self, path: Path) -> None:
        nama = _tercetak(path.stem)
        if path.is_symlink():
            self._tambah(
                nama, None, f"{_tercetak(path.name)} adalah tautan (symlink).", "Taruh berkas aslinya di dalam folder."
            )
        elif not path.is_file() or path.suffix.lower() != ".csv":
            self._tambah(
                nama,
                None,
                f"{_tercetak(path.name)} bukan berkas CSV.",
                "Keluarkan dari folder, atau awali namanya dengan _.",
            )
        elif (isi := self._teks(path, nama)) is not None and not self._bertitik_koma(nama, isi):
            # The sheet is listed even where its text is broken, so that it does not count as missing too.
            self.daftar_lembar.append(self._lembar(nama, isi))

    def _teks(self, path: Path, nama: str) -> str | None:
        self.sisa_byte -= path.stat().st_size
        if self.sisa_byte < 0:
            raise GalatBuku("Folder CSV terlalu besar.", f"Paling besar {MAKS_BYTE // 1_000_000} MB.")
        isi = path.read_bytes()
        if (letak := isi.find(b"\0")) >= 0:
            self._tambah(
                nama, isi.count(b"\n", 0, letak) + 1, "Berkas memuat byte NUL.", "Simpan ulang sebagai CSV UTF-8."
            )
        else:
            try:
                return isi.decode("utf-8-sig")
            except UnicodeDecodeError as galat:
                self._tambah(
                    nama, isi.count(b"\n", 0, galat.start) + 1, "Huruf di baris ini bukan UTF-8.",
                    "Simpan ulang sebagai “CSV UTF-8 (Comma delimited)”.",
                )  # fmt: skip
        self.daftar_lembar.append(LembarMentah(nama))
        return None

    def _bertitik_koma(self, nama: str, isi: str) -> bool:
        dua_baris = isi.split("\n", 2)[:2]
        if (
            "," in dua_baris[0]
            or '"' in dua_baris[0]
            or not all(";" in baris for baris in dua_baris if baris.strip())
            or not isi.strip()
        ):
            return False
        self._tambah(nama, 1, "Kolom dipisahkan titik koma (;).", "Simpan ulang dengan koma (,) sebagai pemisah kolom.")
        self.daftar_lembar.append(LembarMentah(nama))
        return True

    def _lembar(self, nama: str, isi: str) -> LembarMentah:
        lembar = LembarMentah(nama)
        baris = 0
        try:
            for sel_per_baris in csv.reader(_baris(isi), strict=True):
                baris += 1
                terisi = {nomor: Sel(JenisSel.TEKS, teks) for nomor, teks in enumerate(sel_per_baris, 1) if teks}
                self.sisa_sel -= len(terisi)
                if terisi:
                    lembar.baris[baris] = terisi
                if self.sisa_sel < 0 or baris > self.sisa_baris:
                    raise GalatBuku(
                        "Buku kerja terlalu besar.", f"Paling banyak {MAKS_SEL_TERISI} sel terisi.", lembar=nama
                    )
        except csv.Error as galat:
            panjang = "field larger" in str(galat)
            self._tambah(
                nama, baris + 1,
                "Ada sel yang terlalu panjang." if panjang else "Tanda kutip di baris ini tidak berpasangan.",
                "Pecah isinya." if panjang else 'Kutip di dalam sel digandakan ("") dan selnya diapit kutip.',
            )  # fmt: skip
        self.sisa_baris -= baris
        return lembar
