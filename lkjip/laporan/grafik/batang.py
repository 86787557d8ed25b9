"""Vertical bars per label. Where names or values would not fit, the same data are drawn as horizontal bars."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from lkjip.laporan.grafik.kanvas import GARIS_HALUS, LEBAR, MERAH, TINTA, Kanvas
from lkjip.laporan.grafik.legenda import gambar_legenda
from lkjip.laporan.grafik.mendatar import gambar_mendatar
from lkjip.laporan.grafik.sumbu import Skala, Ukuran, semua_nilai, skala_batang, ukuran_data, urutan_gaya
from lkjip.laporan.isi import DataGrafik

_TINGGI = 230
_BARIS_NAMA = 4
_UKURAN_NILAI = 12


@dataclass(frozen=True)
class Bidang:
    """Where the bars stand: the data with their scale, and the plot area in points of the canvas."""

    data: DataGrafik
    ukuran: Ukuran
    skala: Skala
    kiri: int
    petak: int  # width of one label's group
    atas: int
    dasar: int

    def awal(self, ke: int) -> int:
        """Left edge of the group of label `ke`."""
        return self.kiri + self.petak * ke


def gambar_batang(data: DataGrafik, kanvas: Kanvas) -> None:
    ukuran = ukuran_data(data)
    skala = skala_batang(semua_nilai(data), data.acuan)
    kiri = max(kanvas.lebar_tulisan(ukuran.tulis_tanda(tanda), 12) for tanda in skala.tanda) + 8
    petak = (LEBAR - kiri) // max(len(data.label), 1)
    if not _muat(kanvas, data, ukuran, petak):
        gambar_mendatar(data, kanvas)
        return
    atas = gambar_legenda(data, kanvas, ukuran) + 20
    dasar = atas + _TINGGI
    bidang = Bidang(data, ukuran, skala, kiri, petak, atas, dasar)
    _kisi(kanvas, bidang)
    for ke, label in enumerate(data.label):
        _kelompok(kanvas, bidang, ke)
        for baris, isi in enumerate(_nama(kanvas, label, petak)):
            kanvas.tulisan(bidang.awal(ke) + petak // 2, dasar + 17 + baris * 15, isi, sandar="middle", ukuran=12)
    if data.acuan is not None:
        y = skala.letak(data.acuan, dasar, atas)
        kanvas.garis([(kiri, y), (LEBAR, y)], MERAH, tebal="1.6", putus="7 3")
    for ke in range(len(data.label)):
        _nilai(kanvas, bidang, ke)
    banyak_baris = max((len(_nama(kanvas, label, petak)) for label in data.label), default=1)
    kanvas.tinggi = dasar + 14 + banyak_baris * 15


def _muat(kanvas: Kanvas, data: DataGrafik, ukuran: Ukuran, petak: int) -> bool:
    """Every value fits over its bar and every name under its group without breaking a word."""
    lebar_nilai = max(
        (kanvas.lebar_tulisan(ukuran.tulis(nilai), _UKURAN_NILAI) for nilai in semua_nilai(data)), default=0
    )
    if petak - 10 < (lebar_nilai + 4) * max(len(data.deret), 1):
        return False
    kata = max((kanvas.lebar_tulisan(satu, 12) for label in data.label for satu in label.split()), default=0)
    return kata <= petak - 8 and all(len(_nama(kanvas, label, petak, 99)) <= _BARIS_NAMA for label in data.label)


def _nama(kanvas: Kanvas, label: str, petak: int, baris_maks: int = _BARIS_NAMA) -> tuple[str, ...]:
    return kanvas.lipat(label, petak - 8, 12, baris_maks=baris_maks)


def _kisi(kanvas: Kanvas, bidang: Bidang) -> None:
    for tanda in bidang.skala.tanda:
        y = bidang.skala.letak(tanda, bidang.dasar, bidang.atas)
        kanvas.garis([(bidang.kiri, y), (LEBAR, y)], TINTA if tanda == 0 else GARIS_HALUS)
        kanvas.tulisan(bidang.kiri - 6, y + 4, bidang.ukuran.tulis_tanda(tanda), ukuran=12, sandar="end", warna="#555")


def _lebar_batang(data: DataGrafik, petak: int) -> int:
    return min((petak - 10) // max(len(data.deret), 1), 64)


def _tengah_batang(data: DataGrafik, urutan: int, awal: int, petak: int) -> Decimal:
    lebar = _lebar_batang(data, petak)
    return awal + (Decimal(petak) - lebar * len(data.deret)) / 2 + lebar * urutan + Decimal(lebar) / 2


def _kelompok(kanvas: Kanvas, bidang: Bidang, ke: int) -> None:
    data, skala, petak, atas, dasar = bidang.data, bidang.skala, bidang.petak, bidang.atas, bidang.dasar
    lebar = _lebar_batang(data, petak) - 4
    nol = skala.letak(Decimal(0), dasar, atas)
    for urutan, deret in enumerate(data.deret):
        nilai = deret.nilai[ke].angka
        if nilai is None:
            continue
        tengah = _tengah_batang(data, urutan, bidang.awal(ke), petak)
        y = skala.letak(nilai, dasar, atas)
        kanvas.batang(tengah - Decimal(lebar) / 2, min(y, nol), lebar, abs(nol - y), deret, urutan_gaya(data)[urutan])
        if nilai > skala.atas:
            _patahan(kanvas, tengah, atas + 16, lebar)


def _patahan(kanvas: Kanvas, tengah: Decimal, y: int, lebar: int) -> None:
    """A white gap across a bar that is longer than the axis."""
    kiri, kanan = tengah - Decimal(lebar) / 2 - 2, tengah + Decimal(lebar) / 2 + 2
    kanvas.bidang([(kiri, y + 6), (kanan, y - 2), (kanan, y + 4), (kiri, y + 12)], "#fff", "#fff")


def _nilai(kanvas: Kanvas, bidang: Bidang, ke: int) -> None:
    """The values over their bars, on white so that no line crosses them."""
    data, ukuran, skala, petak = bidang.data, bidang.ukuran, bidang.skala, bidang.petak
    atas, dasar = bidang.atas, bidang.dasar
    for urutan, deret in enumerate(data.deret):
        nilai = deret.nilai[ke].angka
        tulisan = ukuran.tulis(nilai)
        tengah = _tengah_batang(data, urutan, bidang.awal(ke), petak)
        y = skala.letak(max(nilai or Decimal(0), Decimal(0)), dasar, atas) - 5
        lebar = kanvas.lebar_tulisan(tulisan, _UKURAN_NILAI)
        kanvas.kotak(tengah - Decimal(lebar) / 2 - 1, y - 10, lebar + 2, 12, "#fff")
        kanvas.tulisan(tengah, y, tulisan, ukuran=_UKURAN_NILAI, sandar="middle")
