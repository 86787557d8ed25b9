"""The tree as a picture: nothing lies over anything else, nothing leaves the sheet, nothing is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip.laporan.compose.bagan_pohon import (
    KEGIATAN,
    MENDATAR,
    SUBKEGIATAN,
    TEGAK,
    Lembar,
    gambar_ringkas,
    gambar_sasaran,
)
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.grafik import gambar_svg
from lkjip.laporan.grafik.kanvas import Kanvas
from lkjip.laporan.grafik.pohon_tata import PINGGIR, Kotak, tata_pohon
from lkjip.laporan.isi import Grafik
from lkjip.laporan.isi_pohon import DataPohon, JenisKotak, KotakPohon
from lkjip.laporan.render.raster import png
from tests.perencanaan.buku_pohon import buku_besar, buku_kecil

SVG = "{http://www.w3.org/2000/svg}"
KATA = st.sampled_from(["Sasaran", "Meningkatnya kualitas pelayanan publik perangkat daerah", "Antikonstitusional" * 4])
URAIAN = st.lists(KATA, min_size=1, max_size=5).map(" ".join)


def _kotak(anak: st.SearchStrategy[tuple[KotakPohon, ...]]) -> st.SearchStrategy[KotakPohon]:
    return st.builds(
        KotakPohon,
        jenis=st.sampled_from(JenisKotak),
        label=st.just("Program"),
        uraian=URAIAN,
        butir=st.lists(URAIAN, max_size=3).map(tuple),
        catatan=st.one_of(st.just(""), URAIAN),
        anak=anak,
        putus=st.booleans(),
    )


SATU_POHON = st.recursive(
    _kotak(st.just(())), lambda k: _kotak(st.lists(k, max_size=4).map(tuple)), max_leaves=25
)  # fmt: skip
POHON = st.builds(
    DataPohon,
    akar=st.lists(SATU_POHON, min_size=1, max_size=4).map(tuple),
    tingkat_mendatar=st.integers(1, 3),
    lebar=st.sampled_from([640, 960]),
)


def _semua(akar: Sequence[KotakPohon]) -> Iterator[KotakPohon]:
    for kotak in akar:
        yield kotak
        yield from _semua(kotak.anak)


def _bertumpuk(satu: Kotak, lain: Kotak) -> bool:
    return satu.x < lain.x + lain.lebar and lain.x < satu.x + satu.lebar and satu.y < lain.bawah and lain.y < satu.bawah


@given(POHON)
def test_kotak_tidak_bertumpuk_dan_tidak_keluar_lembar(data: DataPohon) -> None:
    tata = tata_pohon(data)
    assert [k.isi for k in tata.daftar_kotak] == list(_semua(data.akar))
    for ke, satu in enumerate(tata.daftar_kotak):
        assert satu.x >= 0
        assert satu.x + satu.lebar <= tata.lebar
        assert satu.y >= 0
        assert satu.bawah <= tata.tinggi
        assert not any(_bertumpuk(satu, lain) for lain in tata.daftar_kotak[ke + 1 :])


@given(POHON)
def test_garis_tidak_menembus_kotak(data: DataPohon) -> None:
    tata = tata_pohon(data)
    for garis in tata.daftar_garis:
        for (x1, y1), (x2, y2) in pairwise(garis):
            assert x1 == x2 or y1 == y2
            for k in tata.daftar_kotak:
                lewat_x = min(x1, x2) < k.x + k.lebar and k.x < max(x1, x2) if x1 != x2 else k.x < x1 < k.x + k.lebar
                lewat_y = min(y1, y2) < k.bawah and k.y < max(y1, y2) if y1 != y2 else k.y < y1 < k.bawah
                assert not (lewat_x and lewat_y)


@given(POHON)
def test_tulisan_muat_dalam_kotaknya(data: DataPohon) -> None:
    for kotak in tata_pohon(data).daftar_kotak:
        for tulisan in kotak.daftar_tulisan:
            lebar, ruang = Kanvas("u").lebar_tulisan, kotak.lebar - 2 * PINGGIR - (PINGGIR if tulisan.tanda else 0)
            assert all(lebar(b, tulisan.ukuran, tebal=tulisan.tebal) <= ruang + 1 for b in tulisan.baris)


@given(POHON)
def test_svg_terbentuk_baik_dan_tetap_sama(data: DataPohon) -> None:
    svg = gambar_svg(data, judul="<Pohon>", alt='"&', awalan="p")
    akar = ElementTree.fromstring(svg)
    _, _, lebar, tinggi = map(int, akar.attrib["viewBox"].split())
    assert (akar.attrib["width"], akar.attrib["height"]) == (str(lebar), str(tinggi))
    assert akar.findtext(f"{SVG}title") == "<Pohon>"
    assert not re.search(r"\d\.\d{2,}\"", svg)
    assert svg == gambar_svg(data, judul="<Pohon>", alt='"&', awalan="p")


def _uraian(daftar: Sequence[Grafik]) -> set[str]:
    return {k.uraian for g in daftar if isinstance(g.data, DataPohon) for k in _semua(g.data.akar)}


def _butir(daftar: Sequence[Grafik]) -> list[str]:
    return [b for g in daftar if isinstance(g.data, DataPohon) for k in _semua(g.data.akar) for b in k.butir]


@pytest.mark.parametrize("program", [1, 19, 40])
@pytest.mark.parametrize("lembar", [TEGAK, MENDATAR], ids=["tegak", "mendatar"])
def test_ringkasan_besar_dipecah_tanpa_kehilangan_apa_pun(program: int, lembar: Lembar) -> None:
    buku = buku_besar(program)
    daftar = gambar_ringkas(Konteks(buku), lembar)
    data = buku.data
    ingin = {a.uraian for a in data.anggaran.daftar_anggaran if not a.induk}
    ingin |= {s.uraian for s in data.renstra.daftar_sasaran} | {t.uraian for t in data.renstra.daftar_tujuan}
    assert _uraian(daftar) == ingin
    assert len({g.kunci for g in daftar}) == len(daftar)
    for grafik in daftar:
        assert isinstance(grafik.data, DataPohon)
        mendatar = grafik.data.tingkat_mendatar
        assert sum(k.banyak_kolom(mendatar) for k in grafik.data.akar) <= lembar.maks_kolom
        assert tata_pohon(grafik.data).lebar == lembar.lebar


@pytest.mark.parametrize(("rincian", "tingkat"), [(KEGIATAN, 2), (SUBKEGIATAN, 3)])
def test_gambar_per_sasaran_memuat_semua_cabangnya_sekali(rincian: int, tingkat: int) -> None:
    buku = buku_besar(19)
    daftar = gambar_sasaran(Konteks(buku), rincian)
    ingin = {a.uraian for a in buku.data.anggaran.daftar_anggaran if a.kode.count(".") < tingkat}
    assert ingin <= _uraian(daftar)
    indikator = [b for b in _butir(daftar) if b.startswith("Jumlah")]
    assert len(indikator) == len(set(indikator)) == (19 * 16 if rincian == SUBKEGIATAN else 0)
    assert all(isinstance(g.data, DataPohon) and tata_pohon(g.data).tinggi < 1200 for g in daftar)


def test_yang_belum_ditautkan_tampak_dan_yang_terbagi_bergaris_putus() -> None:
    (grafik,) = gambar_ringkas(Konteks(buku_kecil()), MENDATAR)
    assert isinstance(grafik.data, DataPohon)
    kotak = list(_semua(grafik.data.akar))
    assert [k.uraian for k in kotak if k.jenis is JenisKotak.KELOMPOK] == ["Belum ditautkan ke sasaran"]
    assert [k.uraian for k in kotak if k.putus] == ["Baris 1", "Baris 1"]
    assert "Indeks satu (target 100)" in _butir([grafik])
    assert "sasaran Sasaran 1" in grafik.alt


def test_gambar_png_seukuran_svg() -> None:
    (grafik,) = gambar_ringkas(Konteks(buku_kecil()), MENDATAR)
    svg = gambar_svg(grafik.data, judul="a", alt="b", awalan="p")
    isi = png(svg, 1)
    assert isi.startswith(b"\x89PNG")
    lebar = int.from_bytes(isi[16:20], "big")
    assert str(lebar) == ElementTree.fromstring(svg).attrib["width"]
