"""Parts against their weights (SAKIP components): a hollow bar as long as the weight, filled up to the value."""

from __future__ import annotations

from decimal import Decimal

from lkjip.dasar.hasil import Hasil
from lkjip.laporan.grafik.kanvas import LEBAR, TINTA, Kanvas
from lkjip.laporan.grafik.legenda import gambar_legenda
from lkjip.laporan.grafik.mendatar import (
    HURUF_NAMA,
    Bidang,
    gambar_kisi_tegak,
    gambar_nama,
    lebar_nama_terpanjang,
    susun_baris,
    tulis_nilai,
)
from lkjip.laporan.grafik.sumbu import Ukuran, bulatkan, semua_nilai, ukuran_data, urutan_gaya
from lkjip.laporan.isi import DataGrafik, Deret, GayaDeret

_TEBAL = 22
_TANPA_BOBOT = "#f1f3f6"


def gambar_bertumpuk(data: DataGrafik, kanvas: Kanvas) -> None:
    ukuran = ukuran_data(data)
    bobot = next((deret for deret in data.deret if deret.gaya is GayaDeret.TARGET), None)
    capaian = [(ke, deret) for ke, deret in zip(urutan_gaya(data), data.deret, strict=True) if deret is not bobot]
    lebar_nama = lebar_nama_terpanjang(kanvas, data.label)
    tulisan = [
        _tulisan(deret.nilai[ke], bobot, ke, ukuran) for _, deret in capaian for ke in range(len(data.label))
    ] or [""]
    ruang = max(kanvas.lebar_tulisan(satu, HURUF_NAMA) for satu in tulisan) + 12
    nilai = semua_nilai(data)
    bidang = Bidang(
        lebar_nama + 10, LEBAR - ruang, bulatkan(min([Decimal(0), *nilai]), max([Decimal(0), *nilai])), ukuran
    )
    atas = gambar_legenda(data, kanvas, ukuran) + 4
    daftar_nama, tinggi = susun_baris(kanvas, data.label, lebar_nama, len(capaian) * _TEBAL + 2)
    bawah = atas + sum(tinggi)
    gambar_kisi_tegak(kanvas, bidang, atas, bawah, data.acuan)
    y = atas
    for ke, nama in enumerate(daftar_nama):
        gambar_nama(kanvas, nama, lebar_nama, y, tinggi[ke])
        mulai = y + (tinggi[ke] - len(capaian) * _TEBAL) // 2
        for baris, (urutan, deret) in enumerate(capaian):
            _gambar_batang(kanvas, bidang, bobot, deret, urutan, ke, mulai + baris * _TEBAL)
        y += tinggi[ke]
    kanvas.garis([(bidang.x(Decimal(0)), atas), (bidang.x(Decimal(0)), bawah)], TINTA)
    kanvas.tinggi = bawah + 22


def _tulisan(nilai: Hasil, bobot: Deret | None, ke: int, ukuran: Ukuran) -> str:
    penuh = bobot.nilai[ke].angka if bobot else None
    tulisan = ukuran.tulis(nilai.angka)
    return tulisan if penuh is None else f"{tulisan} dari {ukuran.tulis_tanda(penuh)}"


def _gambar_batang(
    kanvas: Kanvas, bidang: Bidang, bobot: Deret | None, deret: Deret, urutan: int, ke: int, y: int
) -> None:
    nol = bidang.x(Decimal(0))
    penuh = bobot.nilai[ke].angka if bobot else None
    nilai = deret.nilai[ke].angka
    ujung = nol
    if penuh is not None:
        ujung = bidang.x(penuh)
        kanvas.kotak(nol, y + 2, ujung - nol, _TEBAL - 4, _TANPA_BOBOT, tepi=TINTA, putus=True)
    if nilai is not None:
        x = bidang.x(nilai)
        kanvas.batang(min(nol, x), y + 5, abs(x - nol), _TEBAL - 10, deret, urutan)
        ujung = max(ujung, x)
    tulis_nilai(kanvas, ujung + 5, y + 15, _tulisan(deret.nilai[ke], bobot, ke, bidang.ukuran))
