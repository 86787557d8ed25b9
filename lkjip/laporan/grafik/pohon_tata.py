"""Where the boxes of a tree stand: the upper levels beside each other, the lower ones stacked, none over another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lkjip.laporan.huruf import BAWAAN, lipat
from lkjip.laporan.isi import HurufTema
from lkjip.laporan.isi_pohon import DataPohon, JenisKotak, KotakPohon

HURUF_LABEL, HURUF_URAIAN, HURUF_BUTIR = 9, 11, 10
TINGGI_LABEL, TINGGI_URAIAN, TINGGI_BUTIR = 12, 14, 12
PINGGIR = 8  # between the edge of a box and its text
SELA, SELA_TEGAK, SELA_TUMPUK = 14, 30, 9
INDEN = 14  # a stacked box against the one above it; its line runs in the middle of that
_LEBAR_MIN, _LEBAR_MAKS = 132, 300
_LEBAR_TUMPUK_MIN = 90  # of the innermost of stacked boxes
_TEPI = 2  # so that no stroke is cut off at the edge of the sheet
_BARIS_URAIAN, _BARIS_BUTIR, _BARIS_CATATAN = 7, 6, 3
_TEBAL = {JenisKotak.TUJUAN, JenisKotak.SASARAN, JenisKotak.PROGRAM, JenisKotak.KELOMPOK, JenisKotak.JABATAN}


@dataclass(frozen=True)
class Tulisan:
    """A folded text of a box."""

    baris: tuple[str, ...]
    ukuran: int
    tinggi: int
    tebal: bool = False
    tanda: bool = False  # a bullet before the first line


@dataclass(frozen=True)
class Kotak:
    """A box in its place; all in pixels of the drawing."""

    isi: KotakPohon
    x: int
    y: int
    lebar: int
    tinggi: int
    daftar_tulisan: tuple[Tulisan, ...]

    @property
    def tengah(self) -> int:
        return self.x + self.lebar // 2

    @property
    def bawah(self) -> int:
        return self.y + self.tinggi


@dataclass
class Tata:
    """The whole drawing: boxes, connectors as lists of points, and the size of the sheet."""

    daftar_kotak: list[Kotak] = field(default_factory=list)
    daftar_garis: list[list[tuple[int, int]]] = field(default_factory=list)
    lebar: int = 0
    tinggi: int = 0


def tata_pohon(data: DataPohon, huruf: HurufTema = BAWAAN) -> Tata:
    """Every box of the tree with its place. A tree too wide for the sheet makes the sheet wider."""
    return _Penata(data, huruf).tata()


def susun_tulisan(kotak: KotakPohon, lebar: int, huruf: HurufTema = BAWAAN) -> tuple[Tulisan, ...]:
    """The texts of a box of this width."""
    ruang = lebar - 2 * PINGGIR

    def lipatan(isi: str, ukuran: int, baris_maks: int, *, tebal: bool = False, kurang: int = 0) -> tuple[str, ...]:
        return lipat(isi, (ruang - kurang) * 1000 // ukuran, baris_maks=baris_maks, tebal=tebal, huruf=huruf)

    tebal = kotak.jenis in _TEBAL
    hasil = [
        Tulisan(lipatan(kotak.label, HURUF_LABEL, 2, tebal=True), HURUF_LABEL, TINGGI_LABEL, tebal=True),
        Tulisan(lipatan(kotak.uraian, HURUF_URAIAN, _BARIS_URAIAN, tebal=tebal), HURUF_URAIAN, TINGGI_URAIAN, tebal),
        *(
            Tulisan(lipatan(b, HURUF_BUTIR, _BARIS_BUTIR, kurang=PINGGIR), HURUF_BUTIR, TINGGI_BUTIR, tanda=True)
            for b in kotak.butir
        ),
        Tulisan(lipatan(kotak.catatan, HURUF_LABEL, _BARIS_CATATAN), HURUF_LABEL, TINGGI_LABEL),
    ]
    return tuple(satu for satu in hasil if satu.baris)


def tinggi_tulisan(daftar: Sequence[Tulisan]) -> int:
    """How high a box must be for these lines."""
    return sum(len(satu.baris) * satu.tinggi for satu in daftar) + 2 * PINGGIR - 2


def _dalam_tumpukan(kotak: KotakPohon, mendatar: int) -> int:
    """How many boxes stand inside each other's indent, below the level that is the last beside each other."""
    if not kotak.anak:
        return 0
    return max(_dalam_tumpukan(anak, mendatar - 1) for anak in kotak.anak) + int(mendatar <= 1)


class _Penata:
    def __init__(self, data: DataPohon, huruf: HurufTema) -> None:
        self._data, self._huruf = data, huruf
        self._hasil = Tata()
        kolom = max(sum(k.banyak_kolom(data.tingkat_mendatar) for k in data.akar), 1)
        ruang = data.lebar - 2 * _TEPI - SELA * (kolom - 1)
        tumpuk = max((_dalam_tumpukan(k, data.tingkat_mendatar) for k in data.akar), default=0)
        terkecil = max(_LEBAR_MIN, _LEBAR_TUMPUK_MIN + tumpuk * INDEN)
        self._lebar = max(min(ruang // kolom, _LEBAR_MAKS), terkecil)
        terpakai = self._lebar_kolom(kolom)
        self._hasil.lebar = max(data.lebar, terpakai + 2 * _TEPI)
        self._kiri = (self._hasil.lebar - terpakai) // 2
        self._atas = self._tinggi_tingkat()

    def tata(self) -> Tata:
        x = self._kiri
        for kotak in self._data.akar:
            x += self._sebar(kotak, 0, x) + SELA
        self._hasil.tinggi = max((k.bawah for k in self._hasil.daftar_kotak), default=0) + _TEPI
        return self._hasil

    def _lebar_kolom(self, banyak: int) -> int:
        return banyak * self._lebar + (banyak - 1) * SELA

    def _ukuran(self, kotak: KotakPohon, dalam: int) -> tuple[int, int]:
        """Room that the box has in the row of its level, and the width that it takes of it."""
        ruang = self._lebar_kolom(kotak.banyak_kolom(self._data.tingkat_mendatar - dalam))
        return ruang, min(ruang, max(self._lebar, _LEBAR_MAKS))

    def _tinggi_tingkat(self) -> list[int]:
        """The y of each level that is laid out beside each other: below the tallest box of the level above."""
        tinggi = [0] * self._data.tingkat_mendatar

        def ukur(kotak: KotakPohon, dalam: int) -> None:
            _, lebar = self._ukuran(kotak, dalam)
            tinggi[dalam] = max(tinggi[dalam], tinggi_tulisan(susun_tulisan(kotak, lebar, self._huruf)))
            if dalam + 1 < self._data.tingkat_mendatar:
                for anak in kotak.anak:
                    ukur(anak, dalam + 1)

        for akar in self._data.akar:
            ukur(akar, 0)
        atas = [_TEPI]
        for satu in tinggi:
            atas.append(atas[-1] + satu + SELA_TEGAK)
        return atas

    def _taruh(self, isi: KotakPohon, x: int, y: int, lebar: int) -> Kotak:
        tulisan = susun_tulisan(isi, lebar, self._huruf)
        kotak = Kotak(isi, x, y, lebar, tinggi_tulisan(tulisan), tulisan)
        self._hasil.daftar_kotak.append(kotak)
        return kotak

    def _sebar(self, isi: KotakPohon, dalam: int, x: int) -> int:
        """Draw the box in the row of its level and what hangs below it; the room that it took."""
        ruang, lebar = self._ukuran(isi, dalam)
        kotak = self._taruh(isi, x + (ruang - lebar) // 2, self._atas[dalam], lebar)
        if dalam + 1 >= self._data.tingkat_mendatar:
            self._tumpuk(kotak)
            return ruang
        for anak in isi.anak:
            nomor = len(self._hasil.daftar_kotak)
            x += self._sebar(anak, dalam + 1, x) + SELA
            self._sambung(kotak, self._hasil.daftar_kotak[nomor])
        return ruang

    def _sambung(self, atas: Kotak, bawah: Kotak) -> None:
        simpang = bawah.y - SELA_TEGAK // 2
        titik = [(atas.tengah, atas.bawah), (atas.tengah, simpang), (bawah.tengah, simpang), (bawah.tengah, bawah.y)]
        self._hasil.daftar_garis.append(titik)

    def _tumpuk(self, induk: Kotak) -> int:
        """Stack the children under their parent, each with its own below it; the y where it ends."""
        y = induk.bawah
        for anak in induk.isi.anak:
            kotak = self._taruh(anak, induk.x + INDEN, y + SELA_TUMPUK, induk.lebar - INDEN)
            sisi = induk.x + INDEN // 2
            tinggi_siku = kotak.y + PINGGIR + TINGGI_LABEL // 2
            self._hasil.daftar_garis.append([(sisi, induk.bawah), (sisi, tinggi_siku), (kotak.x, tinggi_siku)])
            y = self._tumpuk(kotak)
        return y
