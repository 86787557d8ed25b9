"""Years on the x axis: realisasi as a line, targets dashed to the end of the Renstra.

The values stand in a small table under the axis, one row a series, so that no two labels can ever meet.
"""

from __future__ import annotations

from decimal import Decimal

from lkjip.laporan.grafik.kanvas import GARIS_HALUS, LEBAR, MERAH, TINTA, Kanvas
from lkjip.laporan.grafik.legenda import gambar_legenda
from lkjip.laporan.grafik.sumbu import Skala, Ukuran, semua_nilai, skala_garis, ukuran_data
from lkjip.laporan.isi import DataGrafik, Deret, GayaDeret

_TINGGI = 210
_KIRI_MAKS = 190
_CONTOH = 34
_UKURAN_NILAI = (13, 12, 11, 10, 9)


def gambar_garis(data: DataGrafik, kanvas: Kanvas) -> None:
    ukuran = ukuran_data(data)
    skala = skala_garis(semua_nilai(data), data.acuan)
    kiri = _tepi_kiri(kanvas, data, ukuran, skala)
    petak = (LEBAR - kiri) // max(len(data.label), 1)
    atas = gambar_legenda(data, kanvas, ukuran, dengan_deret=False) + 8
    dasar = atas + _TINGGI
    _kisi(kanvas, ukuran, skala, kiri, atas, dasar)
    if data.acuan is not None:
        y = skala.letak(data.acuan, dasar, atas)
        kanvas.garis([(kiri, y), (LEBAR, y)], MERAH, tebal="1.6", putus="7 3")
    for deret in sorted(data.deret, key=lambda satu: satu.gaya is GayaDeret.UTAMA):
        titik = [_titik(deret, ke, skala, kiri, petak, atas, dasar) for ke in range(len(data.label))]
        _gambar_deret(kanvas, deret, titik)
    kanvas.tinggi = _tabel(data, kanvas, ukuran, kiri, petak, dasar)


def _titik(
    deret: Deret, ke: int, skala: Skala, kiri: int, petak: int, atas: int, dasar: int
) -> tuple[Decimal, Decimal] | None:
    nilai = deret.nilai[ke].angka
    if nilai is None:
        return None
    return kiri + petak * ke + Decimal(petak) / 2, skala.letak(nilai, dasar, atas)


def _tepi_kiri(kanvas: Kanvas, data: DataGrafik, ukuran: Ukuran, skala: Skala) -> int:
    """Room for the axis figures and for the names of the series in the table below."""
    nama = max((kanvas.lebar_tulisan(deret.nama, 12) for deret in data.deret), default=0) + _CONTOH + 12
    tanda = max(kanvas.lebar_tulisan(ukuran.tulis_tanda(satu), 12) for satu in skala.tanda) + 8
    return max(min(nama, _KIRI_MAKS), tanda)


def _kisi(kanvas: Kanvas, ukuran: Ukuran, skala: Skala, kiri: int, atas: int, dasar: int) -> None:
    for tanda in skala.tanda:
        y = skala.letak(tanda, dasar, atas)
        kanvas.garis([(kiri, y), (LEBAR, y)], TINTA if tanda == skala.bawah else GARIS_HALUS)
        kanvas.tulisan(kiri - 6, y + 4, ukuran.tulis_tanda(tanda), ukuran=12, sandar="end", warna="#555")


def _gambar_deret(kanvas: Kanvas, deret: Deret, titik: list[tuple[Decimal, Decimal] | None]) -> None:
    """Line pieces between gaps, then the marks on top."""
    potongan: list[list[tuple[int | Decimal, int | Decimal]]] = [[]]
    for satu in titik:
        if satu is None:
            potongan.append([])
        else:
            potongan[-1].append(satu)
    putus = "6 4" if deret.gaya is GayaDeret.TARGET else ""
    for jalur in potongan:
        if len(jalur) > 1:
            kanvas.garis(jalur, _warna(kanvas, deret.gaya), tebal="2.2", putus=putus)
    for satu in titik:
        if satu is not None:
            _tanda(kanvas, deret.gaya, *satu)


def _warna(kanvas: Kanvas, gaya: GayaDeret) -> str:
    warna = {
        GayaDeret.UTAMA: kanvas.palet.utama,
        GayaDeret.PEMBANDING: kanvas.palet.aksen_tua,
        GayaDeret.TARGET: "#333",
    }
    return warna[gaya]


def _tanda(kanvas: Kanvas, gaya: GayaDeret, x: Decimal, y: Decimal) -> None:
    """Circle, square or hollow diamond: the series differ without colour too."""
    warna = _warna(kanvas, gaya)
    if gaya is GayaDeret.UTAMA:
        kanvas.lingkaran(x, y, 4, warna, warna)
    elif gaya is GayaDeret.PEMBANDING:
        kanvas.bidang([(x - 4, y - 4), (x + 4, y - 4), (x + 4, y + 4), (x - 4, y + 4)], "#fff", warna)
    else:
        kanvas.bidang([(x, y - 5), (x + 5, y), (x, y + 5), (x - 5, y)], "#fff", warna)


def _tabel(data: DataGrafik, kanvas: Kanvas, ukuran: Ukuran, kiri: int, petak: int, dasar: int) -> int:
    """Labels of the axis, then a row of values per series; returns the height used."""
    y = _label_sumbu(data, kanvas, kiri, petak, dasar)
    tulisan = [ukuran.tulis(hasil.angka) for deret in data.deret for hasil in deret.nilai]
    muat = [
        huruf
        for huruf in _UKURAN_NILAI
        if max((kanvas.lebar_tulisan(t, huruf) for t in tulisan), default=0) <= petak - 4
    ]
    for deret in data.deret:
        nama = kanvas.lipat(deret.nama, kiri - _CONTOH - 8, 12, baris_maks=2)
        tinggi = 8 + 14 * len(nama)
        kanvas.garis([(0, y), (LEBAR, y)], GARIS_HALUS)
        tengah = Decimal(y) + Decimal(tinggi) / 2
        putus = "6 4" if deret.gaya is GayaDeret.TARGET else ""
        kanvas.garis([(0, tengah), (_CONTOH - 4, tengah)], _warna(kanvas, deret.gaya), tebal="2.2", putus=putus)
        _tanda(kanvas, deret.gaya, Decimal(_CONTOH) / 2 - 2, tengah)
        for ke, baris in enumerate(nama):
            kanvas.tulisan(_CONTOH + 2, y + 15 + ke * 14, baris, ukuran=12)
        for ke, hasil in enumerate(deret.nilai if muat else ()):
            x = kiri + petak * ke + Decimal(petak) / 2
            kanvas.tulisan(x, tengah + 4, ukuran.tulis(hasil.angka), ukuran=muat[0], sandar="middle")
        y += tinggi
    kanvas.garis([(0, y), (LEBAR, y)], GARIS_HALUS)
    return y + 4


def _label_sumbu(data: DataGrafik, kanvas: Kanvas, kiri: int, petak: int, dasar: int) -> int:
    """Labels under the axis, folded; with very many of them every second or third stays out."""
    terlebar = max(
        (kanvas.lebar_tulisan(kata, 12, tebal=True) for label in data.label for kata in label.split()), default=1
    )
    lompat = max(-(-(terlebar + 6) // max(petak, 1)), 1)
    banyak_baris = 1
    for ke, label in enumerate(data.label):
        if ke % lompat == 0:
            baris = kanvas.lipat(label, petak * lompat - 6, 12, baris_maks=3, tebal=True)
            banyak_baris = max(banyak_baris, len(baris))
            for nomor, isi in enumerate(baris):
                x = kiri + petak * ke + Decimal(petak) / 2
                kanvas.tulisan(x, dasar + 18 + nomor * 14, isi, ukuran=12, sandar="middle", tebal=True)
    return dasar + 12 + banyak_baris * 14
