"""The sheet that charts are drawn on: a few shapes, text that knows its width, and the look of the series."""

from __future__ import annotations

from decimal import Decimal
from html import escape

from lkjip.laporan.huruf import KELUARGA, lebar_teks, lipat
from lkjip.laporan.isi import TEMA_BAKU, Deret, GayaDeret, Tema
from lkjip.laporan.isi_warna import palet

LEBAR = 640
HURUF = 13
GARIS_HALUS = "#d5dae2"
TINTA = "#222"
MERAH = "#b3261e"

Koordinat = int | Decimal


def angka(nilai: Koordinat) -> str:
    """A coordinate with at most one decimal."""
    tulisan = f"{Decimal(nilai).quantize(Decimal('0.1')):f}"
    return tulisan.removesuffix(".0")


class Kanvas:
    """Collects shapes; its height, and a width other than the usual, are set when the drawing is known.

    Letters and colours are those of the theme.
    """

    def __init__(self, awalan: str, tema: Tema = TEMA_BAKU) -> None:
        self._awalan = awalan
        self.huruf = tema.huruf
        self.palet = palet(tema)
        self._bentuk: list[str] = []
        self.lebar = LEBAR
        self.tinggi = 0

    def lebar_tulisan(self, isi: str, ukuran: int = HURUF, *, tebal: bool = False) -> int:
        """Width of a text on the sheet, rounded up."""
        return -(-lebar_teks(isi, tebal=tebal, huruf=self.huruf) * ukuran // 1000)

    def lipat(self, isi: str, lebar: int, ukuran: int, *, baris_maks: int, tebal: bool = False) -> tuple[str, ...]:
        """A text folded into lines of `lebar` units at most."""
        return lipat(isi, lebar * 1000 // ukuran, baris_maks=baris_maks, tebal=tebal, huruf=self.huruf)

    def kotak(
        self, x: Koordinat, y: Koordinat, lebar: Koordinat, tinggi: Koordinat, isi: str, *, tepi: str = "",
        putus: bool = False, tebal: str = "1",
    ) -> None:  # fmt: skip
        garis = f' stroke="{tepi}" stroke-width="{tebal}"' if tepi else ""
        garis += ' stroke-dasharray="4 3"' if putus else ""
        self._bentuk.append(
            f'<rect x="{angka(x)}" y="{angka(y)}" width="{angka(lebar)}" height="{angka(tinggi)}" fill="{isi}"{garis}/>'
        )

    def garis(self, titik: list[tuple[Koordinat, Koordinat]], warna: str, *, tebal: str = "1", putus: str = "") -> None:
        jalur = " ".join(f"{angka(x)},{angka(y)}" for x, y in titik)
        gaya = f' stroke-dasharray="{putus}"' if putus else ""
        self._bentuk.append(
            f'<polyline points="{jalur}" fill="none" stroke="{warna}" stroke-width="{tebal}" '
            f'stroke-linejoin="round"{gaya}/>'
        )

    def bidang(self, titik: list[tuple[Koordinat, Koordinat]], isi: str, tepi: str) -> None:
        jalur = " ".join(f"{angka(x)},{angka(y)}" for x, y in titik)
        self._bentuk.append(f'<polygon points="{jalur}" fill="{isi}" stroke="{tepi}" stroke-width="1.6"/>')

    def lingkaran(self, x: Koordinat, y: Koordinat, jari: int, isi: str, tepi: str) -> None:
        self._bentuk.append(
            f'<circle cx="{angka(x)}" cy="{angka(y)}" r="{jari}" fill="{isi}" stroke="{tepi}" stroke-width="1.6"/>'
        )

    def tulisan(
        self, x: Koordinat, y: Koordinat, isi: str, *, ukuran: int = HURUF, sandar: str = "start", warna: str = TINTA,
        tebal: bool = False,
    ) -> None:  # fmt: skip
        gaya = ' font-weight="bold"' if tebal else ""
        self._bentuk.append(
            f'<text x="{angka(x)}" y="{angka(y)}" font-size="{ukuran}" text-anchor="{sandar}" fill="{warna}"{gaya}>'
            f"{escape(isi)}</text>"
        )

    def batang(
        self, x: Koordinat, y: Koordinat, lebar: Koordinat, tinggi: Koordinat, deret: Deret, urutan: int
    ) -> None:
        """A bar in the look of its series."""
        if deret.gaya is GayaDeret.TARGET:
            self.kotak(x, y, lebar, tinggi, "#fff", tepi=TINTA, putus=True)
            return
        p, kedua = self.palet, urutan % 2 == 1
        if deret.gaya is GayaDeret.UTAMA:
            self.kotak(x, y, lebar, tinggi, p.muda if kedua else p.utama, tepi=p.utama_tua)
        else:
            self.kotak(x, y, lebar, tinggi, "#fff" if kedua else p.aksen_muda, tepi=p.aksen_tua)
            self._arsir(x, y, lebar, tinggi, p.aksen_tua)

    def _arsir(self, x: Koordinat, y: Koordinat, lebar: Koordinat, tinggi: Koordinat, warna: str) -> None:
        """Slanting hatch, drawn line by line so that every viewer and printer shows it alike."""
        x0, y0, lebar, tinggi = Decimal(x), Decimal(y), Decimal(lebar), Decimal(tinggi)
        jalur: list[str] = []
        jarak = Decimal(6)
        while jarak < lebar + tinggi:
            dari = (x0 + min(jarak, lebar), y0 + max(jarak - lebar, Decimal(0)))
            ke = (x0 + max(jarak - tinggi, Decimal(0)), y0 + min(jarak, tinggi))
            jalur.append(f"M{angka(dari[0])} {angka(dari[1])}L{angka(ke[0])} {angka(ke[1])}")
            jarak += 6
        if jalur:
            self._bentuk.append(f'<path d="{"".join(jalur)}" stroke="{warna}" stroke-width=".8" fill="none"/>')

    def svg(self, *, judul: str, alt: str) -> str:
        kepala = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.lebar} {self.tinggi}" width="{self.lebar}" '
            f'height="{self.tinggi}" role="img" aria-labelledby="{self._awalan}-judul {self._awalan}-uraian" '
            f'font-family="{KELUARGA[self.huruf].css}">'
        )
        nama = f'<title id="{self._awalan}-judul">{escape(judul)}</title>'
        uraian = f'<desc id="{self._awalan}-uraian">{escape(alt)}</desc>'
        return f"{kepala}{nama}{uraian}{''.join(self._bentuk)}</svg>"
