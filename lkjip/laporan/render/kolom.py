"""Column widths and letter size of a table, so that no number is broken and no word leaves its cell.

Compose gives relative widths; here they become shares of the page that leave room for the longest word or number of
each column; what is left goes where it makes the rows lowest (`kolom_imbang`). Where there is not enough the letters
get smaller, and at last long words are broken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lkjip.laporan.huruf import lebar_teks
from lkjip.laporan.isi import Angka, Baris, GayaBaris, HurufTema, Kertas, Kolom, Rujuk, Sel, Tabel, Teks
from lkjip.laporan.render.angka import tulis
from lkjip.laporan.render.desimal import ekor, ekor_per_kolom
from lkjip.laporan.render.kolom_imbang import TulisanSel, imbangkan

LEBAR_TEGAK = 439_000  # 155 mm in thousandths of a point
LEBAR_MENDATAR = 700_000  # 247 mm
_LEBAR = {Kertas.A4: (LEBAR_TEGAK, LEBAR_MENDATAR), Kertas.F4: (453_500, 793_700)}  # F4: 160 and 280 mm
_UKURAN = (95, 90, 85, 80, 75, 70, 65)  # letter sizes tried, in tenths of a point
_BANTALAN = 8_000  # left and right padding and the line
_UKURAN_TEKS = 110  # layout tables without heading rows are written like the text around them
_PERSEN_LAPANG = 85  # words may take so much of the page before smaller letters are tried
_UKURAN_SEMPIT = 80  # from here down a full page is accepted
_PEMISAH_KATA = re.compile(r"[ \t\n/\u200b]+")
_HURUF_UTUH = 12  # longer words carry soft hyphens and need not fit whole


@dataclass(frozen=True)
class Susunan:
    """`lebar` are shares of the table's width in hundredths of a percent; `ukuran` is in tenths of a point."""

    lebar: tuple[int, ...]
    ukuran: int
    terkecil: int  # width in thousandths of a point below which one of the columns would have to break words
    halaman: int  # width of the table on its page, in thousandths of a point
    huruf: HurufTema = HurufTema.LIBERATION_SANS
    ekor: tuple[int, ...] = ()  # room behind the comma in each column, in thousandths of the letter size

    @property
    def mendatar(self) -> bool:
        """The table stands on a page on its side."""
        return self.halaman >= LEBAR_MENDATAR

    def ruang(self, kolom: int, rentang: int) -> int:
        """Room for text in a cell, in thousandths of the letter size."""
        bagian = sum(self.lebar[kolom : kolom + rentang])
        return max(self.halaman * bagian // 10_000 - _BANTALAN, 0) * 10 // self.ukuran

    def ganjal(self, sel: Sel, ke: int, kolom: Kolom, baris: Baris) -> int:
        """Room to leave behind a figure so that its comma stands under the others; thousandths of the letter size."""
        sendiri = ekor(sel, kolom, baris, self.huruf) if ke < len(self.ekor) and self.ekor[ke] else None
        return 0 if sendiri is None else self.ekor[ke] - sendiri


def susun(
    tabel: Tabel, *, mendatar: bool, kertas: Kertas = Kertas.A4, huruf: HurufTema = HurufTema.LIBERATION_SANS
) -> Susunan:
    """Widths for the page that the table stands on, and the largest letters that leave text columns some air."""
    halaman = _LEBAR[kertas][mendatar]
    tempat = posisi(tabel.baris, len(tabel.kolom))
    ekor_kolom = ekor_per_kolom(tabel, tempat, huruf)
    pengukur = _Pengukur(tabel, huruf, ekor_kolom)
    kata, angka = pengukur.terlebar()
    kebutuhan = {ukuran: [_lebar(satu, ukuran) for satu in kata] for ukuran in _daftar_ukuran(tabel)}
    lapang = [ukuran for ukuran, perlu in kebutuhan.items() if sum(perlu) * 100 <= halaman * _PERSEN_LAPANG]
    muat = [ukuran for ukuran, perlu in kebutuhan.items() if sum(perlu) <= halaman and ukuran <= _UKURAN_SEMPIT]
    ukuran = next(iter((*lapang, *muat, min(kebutuhan))))
    perlu = _pangkas(kebutuhan[ukuran], [_lebar(satu, ukuran) for satu in angka], halaman)
    lebar = _bagi([kolom.lebar for kolom in tabel.kolom], perlu, halaman)
    if tabel.kepala:
        utuh = [_lebar(satu, ukuran) for satu in pengukur.kata_utuh()]
        batas = [max(butuh, min(ada, satu)) for butuh, ada, satu in zip(perlu, lebar, utuh, strict=True)]
        lebar = imbangkan(lebar, batas, _tulisan(tabel, huruf), ukuran=ukuran, bantalan=_BANTALAN)
    terkecil = max(butuh * halaman // max(ada, 1) for butuh, ada in zip(perlu, lebar, strict=True))
    bagian = tuple(nilai * 10_000 // halaman for nilai in lebar)
    return Susunan(bagian, ukuran, min(terkecil, halaman), halaman, huruf, ekor_kolom)


def _lebar(seribu: int, ukuran: int) -> int:
    return seribu * ukuran // 10 + _BANTALAN


def _daftar_ukuran(tabel: Tabel) -> tuple[int, ...]:
    if not tabel.kepala:
        return (_UKURAN_TEKS, *_UKURAN)
    return _UKURAN[0 if len(tabel.kolom) <= 6 else 1 if len(tabel.kolom) <= 8 else 2 :]


def _bagi(bagian: list[int], perlu_semua: list[int], halaman: int) -> list[int]:
    """Shares of `halaman`, each at least its need; columns with room to spare give it, in proportion to that room."""
    lebar = [halaman * nilai // max(sum(bagian), 1) for nilai in bagian]
    kurang = sum(max(perlu - ada, 0) for perlu, ada in zip(perlu_semua, lebar, strict=True))
    longgar = sum(max(ada - perlu, 0) for perlu, ada in zip(perlu_semua, lebar, strict=True))
    return [
        perlu if ada <= perlu else ada - (ada - perlu) * kurang // max(longgar, 1)
        for perlu, ada in zip(perlu_semua, lebar, strict=True)
    ]


def _pangkas(kata: list[int], angka: list[int], halaman: int) -> list[int]:
    """Needs cut to one height until they fit the page: the widest words are broken first, numbers last of all."""
    if sum(kata) <= halaman:
        return kata
    if sum(angka) > halaman:
        return [halaman * satu // sum(kata) for satu in kata]
    bawah, atas = 0, max(kata)
    while bawah < atas:
        batas = (bawah + atas + 1) // 2
        muat = sum(max(lantai, min(perlu, batas)) for perlu, lantai in zip(kata, angka, strict=True)) <= halaman
        bawah, atas = (batas, atas) if muat else (bawah, batas - 1)
    return [max(lantai, min(perlu, bawah)) for perlu, lantai in zip(kata, angka, strict=True)]


def _tulisan(tabel: Tabel, huruf: HurufTema) -> list[tuple[TulisanSel, ...]]:
    """What stands in the cells of one column, row by row, headings first."""
    hasil = []
    for daftar, kepala in ((tabel.kepala, True), (tabel.baris, False)):
        for baris, tempat in zip(daftar, posisi(daftar, len(tabel.kolom)), strict=True):
            tebal = kepala or baris.gaya is not GayaBaris.BIASA
            hasil.append(
                tuple(
                    TulisanSel(ke, _lebar_isi(sel, huruf, tebal=tebal or sel.tebal), sel.rentang_baris)
                    for ke, sel in zip(tempat, baris.sel, strict=True)
                    if sel.rentang_kolom == 1
                )
            )
    return hasil


def _lebar_isi(sel: Sel, huruf: HurufTema, *, tebal: bool) -> int:
    """Width of a cell's content on one line."""
    isi = "".join(
        satu.isi if isinstance(satu, Teks) else tulis(satu) for satu in sel.isi if not isinstance(satu, Rujuk)
    )
    return lebar_teks(isi, tebal=tebal, huruf=huruf) + sel.inden * 1_200


class _Pengukur:
    """Measures the words and figures of one table in the letters of its theme."""

    def __init__(self, tabel: Tabel, huruf: HurufTema, ekor_kolom: tuple[int, ...]) -> None:
        self._tabel, self._huruf, self._ekor = tabel, huruf, ekor_kolom

    def terlebar(self) -> tuple[list[int], list[int]]:
        """For each column the widest thing that should stay on one line, and the widest number, in thousandths of the
        letter size.
        """
        tabel = self._tabel
        kata = [self._lebar(max(satu.split(), key=len)) for satu in tulisan_nomor(tabel.kolom)]
        angka = [0] * len(tabel.kolom)
        for daftar, kepala in ((tabel.kepala, True), (tabel.baris, False)):
            for baris, tempat in zip(daftar, posisi(daftar, len(tabel.kolom)), strict=True):
                tebal = kepala or baris.gaya is not GayaBaris.BIASA
                for kolom, sel in zip(tempat, baris.sel, strict=True):
                    if sel.rentang_kolom == 1 and kolom < len(kata):
                        lebar_kata, lebar_angka = self._sel(sel, tebal=tebal or sel.tebal)
                        ganjal = 0 if kepala else self._ganjal(sel, kolom, baris)
                        kata[kolom] = max(kata[kolom], lebar_kata + ganjal)
                        angka[kolom] = max(angka[kolom], lebar_angka + (ganjal if lebar_angka else 0))
        return kata, angka

    def kata_utuh(self) -> list[int]:
        """The longest word of each column whole: no column is made narrower than that for the sake of another."""
        hasil = [0] * len(self._tabel.kolom)
        for daftar in (self._tabel.kepala, self._tabel.baris):
            for baris, tempat in zip(daftar, posisi(daftar, len(hasil)), strict=True):
                for ke, sel in zip(tempat, baris.sel, strict=True):
                    if sel.rentang_kolom == 1 and ke < len(hasil):
                        hasil[ke] = max(hasil[ke], self._terpanjang(sel))
        return hasil

    def _terpanjang(self, sel: Sel) -> int:
        isi = " ".join(satu.isi for satu in sel.isi if isinstance(satu, Teks))
        return max(self._lebar(kata, tebal=True) for kata in _PEMISAH_KATA.split(isi)) + sel.inden * 1_200

    def _ganjal(self, sel: Sel, kolom: int, baris: Baris) -> int:
        sendiri = ekor(sel, self._tabel.kolom[kolom], baris, self._huruf) if self._ekor[kolom] else None
        return 0 if sendiri is None else self._ekor[kolom] - sendiri

    def _lebar(self, isi: str, *, tebal: bool = False) -> int:
        return lebar_teks(isi, tebal=tebal, huruf=self._huruf)

    def _sel(self, sel: Sel, *, tebal: bool) -> tuple[int, int]:
        kata, angka = 0, 0
        for potong in sel.isi:
            if isinstance(potong, Angka):
                angka = max(angka, self._lebar(tulis(potong), tebal=tebal or potong.tebal))
            elif isinstance(potong, Teks):
                kata = max(kata, *self._kata(potong.isi, tebal or potong.tebal))
            elif isinstance(potong, Rujuk):
                kata = max(kata, self._lebar("Gambar", tebal=tebal))
        inden = sel.inden * 1_200 if kata or angka else 0
        return max(kata, angka) + inden, angka + inden if angka else 0

    def _kata(self, isi: str, tebal: bool) -> list[int]:
        """Widths of the words; a long word of letters counts only as far as its first parts, it may be hyphenated."""
        return [
            self._lebar(kata[:_HURUF_UTUH] if kata.isalpha() else kata, tebal=tebal)
            for kata in _PEMISAH_KATA.split(isi)
        ]


def tulisan_nomor(daftar: Sequence[Kolom]) -> list[str]:
    """The row below the headings: (1) (2) (3), or 1 2 3 (2-1) where a column says how it is reckoned."""
    if not any(kolom.rumus for kolom in daftar):
        return [f"({nomor})" for nomor in range(1, len(daftar) + 1)]
    return [f"{nomor} ({kolom.rumus})" if kolom.rumus else str(nomor) for nomor, kolom in enumerate(daftar, start=1)]


def posisi(daftar: Sequence[Baris], banyak_kolom: int) -> list[list[int]]:
    """For each row the columns at which its cells really stand, cells reaching down from above counted."""
    sisa = [0] * banyak_kolom
    return [_posisi_baris(baris, sisa) for baris in daftar]


def _posisi_baris(baris: Baris, sisa: list[int]) -> list[int]:
    """Columns of the cells of one row; `sisa` counts for each column the rows still covered from above."""
    terpakai = [nilai > 0 for nilai in sisa]
    sisa[:] = [max(nilai - 1, 0) for nilai in sisa]
    hasil: list[int] = []
    kolom = 0
    for sel in baris.sel:
        while kolom < len(sisa) and terpakai[kolom]:
            kolom += 1
        hasil.append(kolom)
        for ke in range(kolom, min(kolom + sel.rentang_kolom, len(sisa))):
            sisa[ke] = max(sisa[ke], sel.rentang_baris - 1)
        kolom += sel.rentang_kolom
    return hasil
