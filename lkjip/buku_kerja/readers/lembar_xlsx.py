"""One worksheet part → raw cells, streamed: empty rows and cells cost time, never memory."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from lkjip.buku_kerja.galat import GalatBuku
from lkjip.buku_kerja.mentah import MAKS_BARIS, MAKS_SEL_TERISI, JenisSel, LembarMentah, Sel
from lkjip.buku_kerja.readers.format_angka import UMUM, Bentuk
from lkjip.buku_kerja.readers.paket import rusak

MAKS_SEL = 600_000  # empty ones included
MAKS_KARAKTER = 20_000_000
MAKS_KARAKTER_SEL = 1_000_000
BARIS_TERAKHIR, KOLOM_TERAKHIR = 1_048_576, 16_384
_BULAT = re.compile(r"-?[0-9]{1,400}")
_PECAHAN = re.compile(r"[-+]?(?:[0-9]{1,400}(?:\.[0-9]{0,400})?|\.[0-9]{1,400})(?:[eE][-+]?[0-9]{1,5})?")
_LOLOS = re.compile("_x([0-9A-Fa-f]{4})_")


@dataclass
class Batas:
    """What is left of the allowances, over all sheets of a file."""

    sel_terisi: int = MAKS_SEL_TERISI
    sel: int = MAKS_SEL
    baris: int = MAKS_BARIS
    karakter: int = MAKS_KARAKTER

    def pakai_karakter(self, banyak: int) -> None:
        self.karakter -= banyak
        if self.karakter < 0 or banyak > MAKS_KARAKTER_SEL:
            raise GalatBuku(
                "Berkas memuat teks yang terlalu panjang.",
                "Paling banyak 32.767 karakter per sel dan 20 juta karakter seluruhnya.",
            )


@dataclass(frozen=True)
class BukuXlsx:
    """What the sheets of one file share."""

    teks_bersama: Sequence[str]
    bentuk_gaya: Sequence[Bentuk]
    tahun_1904: bool
    batas: Batas = field(default_factory=Batas)


def lepas_sandi(teks: str) -> str:
    """`_x000D_` as spreadsheets write control characters → the character."""
    return _LOLOS.sub(lambda cocok: chr(int(cocok[1], 16)), teks) if "_x" in teks else teks


def angka_sel(tulisan: str) -> Decimal:
    """The number of a cell: integers exactly, fractions by the shortest digits of their binary value."""
    if _BULAT.fullmatch(tulisan):
        return Decimal(int(tulisan))
    if not _PECAHAN.fullmatch(tulisan):
        raise rusak()
    nilai = float(tulisan)
    if nilai == 0:
        return Decimal(0)
    if nilai in (float("inf"), float("-inf")):
        raise rusak()
    desimal = Decimal(repr(nilai))
    return Decimal(f"{desimal.to_integral_value():f}") if nilai.is_integer() else desimal


class PembacaLembar:
    """Callbacks for `Paket.urai`; afterwards `lembar` and `daftar_gabungan` (merged ranges) hold what was found."""

    def __init__(self, nama: str, buku: BukuXlsx) -> None:
        self.lembar = LembarMentah(nama)
        self.daftar_gabungan: list[str] = []
        self._buku = buku
        self._nomor_kolom: dict[str, int] = {}
        self._baris = 0
        self._kolom = 0
        self._sel: dict[str, str] | None = None
        self._ada_rumus = False
        self._ada_nilai = False
        self._teks: list[str] = []
        self._rekam = False
        self._fonetik = False

    def awal(self, nama: str, atribut: dict[str, str]) -> None:
        if nama == "c":
            self._mulai_sel(atribut)
        elif nama == "row":
            self._mulai_baris(atribut)
        elif nama == "mergeCell":
            if len(self.daftar_gabungan) < 50:
                self.daftar_gabungan.append(atribut.get("ref", "?")[:30])
        elif self._sel is not None:
            if nama == "f":
                self._ada_rumus = True
            elif nama == "v" or (nama == "t" and not self._fonetik):
                self._rekam = self._ada_nilai = True
            elif nama == "rPh":
                self._fonetik = True

    def akhir(self, nama: str) -> None:
        if self._sel is None:
            return
        if nama == "c":
            self._simpan()
            self._sel = None
        elif nama in ("v", "t"):
            self._rekam = False
        elif nama == "rPh":
            self._fonetik = False

    def isi(self, teks: str) -> None:
        if self._rekam:
            self._buku.batas.pakai_karakter(len(teks))
            self._teks.append(teks)

    def _mulai_baris(self, atribut: dict[str, str]) -> None:
        self._buku.batas.baris -= 1
        if self._buku.batas.baris < 0:
            raise GalatBuku("Lembar memuat terlalu banyak baris.", "Hapus baris kosong di bawah data.")
        self._baris = int(atribut["r"]) if "r" in atribut else self._baris + 1
        self._kolom = 0
        if not 1 <= self._baris <= BARIS_TERAKHIR:
            raise rusak()

    def _mulai_sel(self, atribut: dict[str, str]) -> None:
        self._buku.batas.sel -= 1
        if self._buku.batas.sel < 0:
            raise GalatBuku(
                f"Lembar {self.lembar.nama} memuat terlalu banyak sel, sebagian besar kosong.",
                "Hapus baris dan kolom kosong berformat di luar data.",
            )
        self._sel = atribut
        self._ada_rumus = self._ada_nilai = self._rekam = self._fonetik = False
        self._teks = []
        self._kolom = self._kolom_dari(atribut["r"]) if "r" in atribut else self._kolom + 1
        if self._kolom > KOLOM_TERAKHIR:
            raise rusak()

    def _kolom_dari(self, rujukan: str) -> int:
        huruf = rujukan.rstrip("0123456789")
        nomor = self._nomor_kolom.get(huruf)
        if nomor is None:
            if not 1 <= len(huruf) <= 3 or not huruf.isascii() or not huruf.isalpha():
                raise rusak()
            nomor = 0
            for satu in huruf.upper():
                nomor = nomor * 26 + ord(satu) - 64
            self._nomor_kolom[huruf] = nomor
        return nomor

    def _simpan(self) -> None:
        if not self._ada_nilai and not self._ada_rumus:
            return
        sel = self._susun()
        if sel is None:
            return
        self._buku.batas.sel_terisi -= 1
        if self._buku.batas.sel_terisi < 0:
            raise GalatBuku(f"Buku kerja memuat lebih dari {MAKS_SEL_TERISI} sel terisi.", "Hapus yang tidak perlu.")
        baris = self.lembar.baris.setdefault(self._baris, {})
        if self._kolom in baris:  # the same cell twice: which one holds nobody can say
            raise rusak()
        baris[self._kolom] = sel

    def _susun(self) -> Sel | None:
        assert self._sel is not None
        jenis, tulisan = self._sel.get("t", "n"), "".join(self._teks)
        if jenis == "s" and tulisan:
            tulisan = self._buku.teks_bersama[_indeks(tulisan)]
            self._buku.batas.pakai_karakter(len(tulisan))  # one long text may be meant by every cell
        elif jenis in ("inlineStr", "str"):
            tulisan = lepas_sandi(tulisan)
        elif jenis in ("n", "b", "d"):
            tulisan = tulisan.strip()
        if not tulisan:
            hampa = self._ada_rumus and jenis not in ("str", "inlineStr")
            return Sel(JenisSel.RUMUS_TANPA_NILAI) if hampa else None
        match jenis:
            case "s" | "inlineStr" | "str":
                return Sel(JenisSel.TEKS, tulisan)
            case "b":
                return Sel(JenisSel.LOGIKA, logika=tulisan in ("1", "true"))
            case "e":
                return Sel(JenisSel.NILAI_GALAT, tulisan[:40])
            case "d":
                return Sel(JenisSel.TANGGAL, tanggal=date.fromisoformat(tulisan[:10]))
            case "n":
                return self._angka(angka_sel(tulisan))
        raise rusak()

    def _angka(self, angka: Decimal) -> Sel:
        assert self._sel is not None
        gaya = _indeks(self._sel.get("s", "0"))
        bentuk = self._buku.bentuk_gaya[gaya] if self._buku.bentuk_gaya else UMUM
        if not bentuk.tanggal:
            return Sel(JenisSel.ANGKA, angka=angka, persen=bentuk.persen, desimal_tampil=bentuk.desimal)
        awal = date(1904, 1, 1) if self._buku.tahun_1904 else date(1899, 12, 30)
        if not 61 <= angka < 2_900_000:  # before March 1900 the serial numbers are wrong by a day
            return Sel(JenisSel.NILAI_GALAT, "#####")
        return Sel(JenisSel.TANGGAL, tanggal=awal + timedelta(days=int(angka)))


def _indeks(tulisan: str) -> int:
    nomor = int(tulisan)
    if nomor < 0:
        raise rusak()
    return nomor
