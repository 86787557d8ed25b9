"""Charts: inside their canvas, gaps for missing values, same data same bytes, text escaped."""

from __future__ import annotations

import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from lkjip.laporan.grafik import gambar_svg
from lkjip.laporan.grafik.kanvas import Kanvas
from lkjip.laporan.grafik.sumbu import bulatkan, skala_batang, skala_garis
from lkjip.laporan.isi import TEMA_BAKU, DataGrafik, Deret, GayaDeret, Grafik, JenisGrafik
from lkjip.laporan.isi_warna import palet
from tests.laporan.contoh_dokumen import deret, grafik_capaian, grafik_sakip, grafik_serapan, grafik_tahunan

NAMA_PANJANG = "Persentase Penyelesaian Administrasi Kepegawaian Tepat Waktu di Seluruh Perangkat Daerah nomor"
SVG = "{http://www.w3.org/2000/svg}"


def _data(grafik: Grafik) -> DataGrafik:
    assert isinstance(grafik.data, DataGrafik)
    return grafik.data


def _contoh() -> list[DataGrafik]:
    satu = deret("Capaian", "100.48")
    besar = deret("Capaian", "100.48", "10000", "95", "0", None)
    label_besar = tuple(f"IKU {ke}" for ke in range(5))
    banyak = deret("Capaian", *[str(60 + ke * 2) for ke in range(30)])
    rugi = (deret("2023", "-12.5", "3", None), deret("2024", "1", "-0.25", "0", gaya=GayaDeret.PEMBANDING))
    daftar = [
        _data(grafik)
        for grafik in (grafik_capaian(), grafik_capaian(30), grafik_tahunan(), grafik_serapan(), grafik_sakip())
    ]
    for jenis in JenisGrafik:
        daftar += [
            DataGrafik(jenis, ("2024",), (satu,), "%", Decimal(100), "Target terpenuhi"),
            DataGrafik(jenis, label_besar, (besar,), "%", Decimal(100)),
            DataGrafik(jenis, tuple(f"{NAMA_PANJANG} {ke}" for ke in range(30)), (banyak,), "%", Decimal(100)),
            DataGrafik(jenis, ("a", "b", "c"), rugi, "poin"),
            DataGrafik(jenis, ("a", "b"), (deret("Kosong", None, None),)),
            DataGrafik(jenis, ("2023", "2024"), (deret("Pagu", "53700257782", "61234567890"),), "Rp"),
        ]
    return daftar


def _svg(data: DataGrafik) -> str:
    return gambar_svg(data, judul="Judul", alt="Uraian", awalan="g")


def _kotak_tulisan(svg: str) -> list[tuple[float, float, float, float, str]]:
    """Left, top, right, bottom of every text, by the same letter widths that the drawing uses."""
    hasil = []
    for unsur in ElementTree.fromstring(svg).iter(f"{SVG}text"):
        isi, ukuran = unsur.text or "", int(unsur.attrib["font-size"])
        lebar = Kanvas("u").lebar_tulisan(isi, ukuran, tebal="font-weight" in unsur.attrib)
        x, y = float(unsur.attrib["x"]), float(unsur.attrib["y"])
        kiri = x - {"start": 0, "middle": lebar / 2, "end": lebar}[unsur.attrib["text-anchor"]]
        hasil.append((kiri, y - ukuran * 0.72, kiri + lebar, y + ukuran * 0.2, isi))
    return hasil


@pytest.mark.parametrize("data", _contoh())
def test_tidak_ada_tulisan_yang_keluar_kanvas_atau_bertumpuk(data: DataGrafik) -> None:
    svg = _svg(data)
    _, _, lebar, tinggi = (float(satu) for satu in ElementTree.fromstring(svg).attrib["viewBox"].split())
    kotak = _kotak_tulisan(svg)
    assert all(k >= -1 and a >= -1 and r <= lebar + 1 and b <= tinggi + 1 for k, a, r, b, _ in kotak)
    for ke, satu in enumerate(kotak):
        for lain in kotak[ke + 1 :]:
            tumpang = (
                satu[0] < lain[2] - 1 and lain[0] < satu[2] - 1 and satu[1] < lain[3] - 1 and lain[1] < satu[3] - 1
            )
            assert not tumpang, (satu, lain)


@pytest.mark.parametrize("data", _contoh())
def test_bentuk_tetap_di_dalam_kanvas_dan_tanpa_angka_biner(data: DataGrafik) -> None:
    svg = _svg(data)
    akar = ElementTree.fromstring(svg)
    for kotak in akar.iter(f"{SVG}rect"):
        assert float(kotak.attrib["x"]) >= -3
        assert float(kotak.attrib["x"]) + float(kotak.attrib["width"]) <= 643
        assert float(kotak.attrib["width"]) >= 0
        assert float(kotak.attrib["height"]) >= 0
    assert not re.search(r"\d\.\d{2,}\"", svg)
    assert svg == _svg(data)


def test_nilai_hilang_meninggalkan_celah_bukan_nol() -> None:
    svg = _svg(_data(grafik_capaian()))
    batang = [k for k in ElementTree.fromstring(svg).iter(f"{SVG}rect") if k.attrib["fill"] == palet(TEMA_BAKU).utama]
    assert len(batang) == 7 + 1  # seven values and the legend
    assert ">–<" in svg


def test_garis_terputus_pada_tahun_tanpa_nilai() -> None:
    svg = _svg(DataGrafik(JenisGrafik.GARIS, ("1", "2", "3", "4", "5"), (deret("R", "1", "2", None, "3", "4"),)))
    garis = [
        g.attrib["points"]
        for g in ElementTree.fromstring(svg).iter(f"{SVG}polyline")
        if g.attrib["stroke-width"] == "2.2"
    ]
    assert [len(titik.split()) for titik in garis] == [2, 2, 2]  # two pieces and the sample in the table


def test_target_digambar_putus_putus() -> None:
    svg = _svg(_data(grafik_tahunan()))
    assert 'stroke-dasharray="6 4"' in svg


def test_tulisan_dalam_gambar_disandikan() -> None:
    data = DataGrafik(JenisGrafik.BATANG, ("<b>&",), (Deret("<i>", deret("", "1").nilai),), "<u>")
    svg = gambar_svg(data, judul="<x>", alt='"&', awalan="g")
    akar = ElementTree.fromstring(svg)
    assert akar.findtext(f"{SVG}title") == "<x>"
    assert akar.findtext(f"{SVG}desc") == '"&'
    assert akar.attrib["role"] == "img"
    assert "<b>" not in svg


def test_panjang_deret_harus_sama_dengan_label() -> None:
    with pytest.raises(ValueError, match="Capaian"):
        _svg(DataGrafik(JenisGrafik.BATANG, ("a", "b"), (deret("Capaian", "1"),)))


def test_sumbu_memakai_langkah_bulat() -> None:
    assert bulatkan(Decimal(0), Decimal("120")).tanda == tuple(Decimal(25) * ke for ke in range(6))
    assert skala_garis([Decimal("88"), Decimal("92")], None).bawah > 80


def test_nilai_jauh_di_atas_acuan_tidak_menekan_batang_lain() -> None:
    assert skala_batang([Decimal(95), Decimal(100), Decimal(10000)], Decimal(100)).atas <= 125
    assert skala_batang([Decimal(1), Decimal(100)], None).atas == 100


@pytest.mark.parametrize("nilai", ["94.93", "97.5", "99.05", "100"])
def test_garis_acuan_tidak_menembus_nilai(nilai: str) -> None:
    data = DataGrafik(JenisGrafik.BATANG_MENDATAR, ("A", "B"), (deret("Serapan", nilai, "40"),), "%", Decimal(100))
    svg = _svg(data)
    acuan = re.findall(r'points="([\d.]+),[\d.]+ [\d.]+,[\d.]+"[^>]*stroke-dasharray="7 3"', svg)
    garis = float(acuan[-1])
    kotak = next(k for k in _kotak_tulisan(svg) if k[4] == f"{Decimal(nilai):.2f}".replace(".", ","))
    assert not kotak[0] - 1 <= garis <= kotak[2] + 1
