"""Horizontal bars per label: names of any length stand folded at the left, values behind the bars."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from lkjip.laporan.grafik.kanvas import GARIS_HALUS, LEBAR, MERAH, TINTA, Kanvas
from lkjip.laporan.grafik.legenda import gambar_legenda
from lkjip.laporan.grafik.sumbu import Skala, Ukuran, semua_nilai, skala_batang, ukuran_data, urutan_gaya
from lkjip.laporan.isi import DataGrafik

HURUF_NAMA = 12
_LEBAR_NAMA_MAKS = 240
_BARIS_NAMA = (6, 4, 3, 2)
_TINGGI_WAJAR = 860  # taller charts would be shrunk on the page; names are shortened first
_TEBAL_BATANG = 16


@dataclass(frozen=True)
class Bidang:
    """Where the bars run (`kiri` … `kanan`) and the scale along it."""

    kiri: int
    kanan: int
    skala: Skala
    ukuran: Ukuran

    def x(self, nilai: Decimal) -> Decimal:
        return self.skala.letak(nilai, self.kiri, self.kanan)


def gambar_mendatar(data: DataGrafik, kanvas: Kanvas) -> None:
    ukuran = ukuran_data(data)
    lebar_nama = lebar_nama_terpanjang(kanvas, data.label)
    tulisan = [ukuran.tulis(nilai) for nilai in semua_nilai(data)] or [ukuran.tulis(None)]
    ruang_nilai = max(kanvas.lebar_tulisan(satu, HURUF_NAMA) for satu in tulisan) + 10
    skala = skala_batang(semua_nilai(data), data.acuan)
    bidang = Bidang(lebar_nama + 10, LEBAR - ruang_nilai, skala, ukuran)
    atas = gambar_legenda(data, kanvas, ukuran) + 4
    daftar_nama, tinggi = susun_baris(kanvas, data.label, lebar_nama, len(data.deret) * _TEBAL_BATANG)
    bawah = atas + sum(tinggi)
    gambar_kisi_tegak(kanvas, bidang, atas, bawah, data.acuan)
    y = atas
    for ke, nama in enumerate(daftar_nama):
        gambar_nama(kanvas, nama, lebar_nama, y, tinggi[ke])
        _gambar_baris(data, kanvas, bidang, ke, y, tinggi[ke])
        y += tinggi[ke]
    kanvas.garis([(bidang.x(Decimal(0)), atas), (bidang.x(Decimal(0)), bawah)], TINTA)
    kanvas.tinggi = bawah + 22


def lebar_nama_terpanjang(kanvas: Kanvas, label: tuple[str, ...]) -> int:
    return min(max((kanvas.lebar_tulisan(satu, HURUF_NAMA) for satu in label), default=0) + 2, _LEBAR_NAMA_MAKS)


def susun_baris(
    kanvas: Kanvas, label: tuple[str, ...], lebar: int, tinggi_batang: int
) -> tuple[list[tuple[str, ...]], list[int]]:
    """Folded names and the height of each row; many long names are cut to fewer lines so that the chart fits a page."""
    for baris_maks in _BARIS_NAMA:
        nama = [kanvas.lipat(satu, lebar, HURUF_NAMA, baris_maks=baris_maks) for satu in label]
        tinggi = [max(len(satu) * 14, tinggi_batang) + 10 for satu in nama]
        if sum(tinggi) <= _TINGGI_WAJAR:
            break
    return nama, tinggi


def gambar_nama(kanvas: Kanvas, nama: tuple[str, ...], lebar: int, y: int, tinggi: int) -> None:
    """The folded name, right-aligned to the axis and centred on its row."""
    mulai = y + (tinggi - len(nama) * 14) // 2 + 11
    for ke, baris in enumerate(nama):
        kanvas.tulisan(lebar, mulai + ke * 14, baris, ukuran=HURUF_NAMA, sandar="end")


def gambar_kisi_tegak(kanvas: Kanvas, bidang: Bidang, atas: int, bawah: int, acuan: Decimal | None) -> None:
    """Grid lines with their figures below; figures that would touch their neighbour are left out."""
    akhir = Decimal(-1)
    for tanda in bidang.skala.tanda:
        x = bidang.x(tanda)
        kanvas.garis([(x, atas), (x, bawah)], GARIS_HALUS)
        tulisan = bidang.ukuran.tulis_tanda(tanda)
        setengah = Decimal(kanvas.lebar_tulisan(tulisan, 11)) / 2
        if x - setengah > akhir and x + setengah <= LEBAR:
            kanvas.tulisan(x, bawah + 15, tulisan, ukuran=11, sandar="middle", warna="#555")
            akhir = x + setengah + 6
    if acuan is not None:
        x = bidang.x(acuan)
        kanvas.garis([(x, atas), (x, bawah)], MERAH, tebal="1.6", putus="7 3")


def _gambar_baris(data: DataGrafik, kanvas: Kanvas, bidang: Bidang, ke: int, y: int, tinggi: int) -> None:
    nol = bidang.x(Decimal(0))
    mulai = y + (tinggi - len(data.deret) * _TEBAL_BATANG) // 2
    for urutan, deret in enumerate(data.deret):
        atas = mulai + urutan * _TEBAL_BATANG
        nilai = deret.nilai[ke].angka
        ujung = nol if nilai is None else bidang.x(nilai)
        if nilai is not None:
            kanvas.batang(
                min(nol, ujung), atas + 2, abs(ujung - nol), _TEBAL_BATANG - 4, deret, urutan_gaya(data)[urutan]
            )
            if nilai > bidang.skala.atas:
                x = ujung - 22
                kanvas.bidang([(x + 6, atas), (x + 12, atas), (x + 6, atas + 16), (x, atas + 16)], "#fff", "#fff")
        tulisan = bidang.ukuran.tulis(nilai)
        tulis_nilai(kanvas, _tempat_nilai(kanvas, max(ujung, nol), tulisan, bidang, data.acuan), atas + 12, tulisan)


def _tempat_nilai(kanvas: Kanvas, ujung: Decimal, tulisan: str, bidang: Bidang, acuan: Decimal | None) -> Decimal:
    """Behind the bar; where the reference line would run through the value, behind that line."""
    x = ujung + 5
    garis = None if acuan is None else bidang.x(acuan)
    if garis is not None and x - 3 <= garis <= x + kanvas.lebar_tulisan(tulisan, HURUF_NAMA) + 3:
        return garis + 5
    return x


def tulis_nilai(kanvas: Kanvas, x: Decimal, y: int, tulisan: str) -> None:
    """A value on white, so that no grid line crosses it."""
    kanvas.kotak(x - 2, y - 10, kanvas.lebar_tulisan(tulisan, HURUF_NAMA) + 4, 12, "#fff")
    kanvas.tulisan(x, y, tulisan, ukuran=HURUF_NAMA)
