"""The report as one page: identity of figures, anchors, links, self-containment."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

import pytest

from lkjip.laporan.isi import Bab
from lkjip.laporan.render.html import html_isi, html_laporan
from lkjip.laporan.render.markah import teks
from tests.laporan.contoh_dokumen import contoh_dokumen, dokumen_triwulan, matriks_swot, p, tabel_panjang

KOSONG_DI_HTML = {"meta", "img", "br", "col", "rect", "circle", "polyline", "polygon", "path"}


@dataclass
class Pembaca(HTMLParser):
    """Collects elements and checks that every one is closed in order."""

    unsur: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    terbuka: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unsur.append((tag, {kunci: nilai or "" for kunci, nilai in attrs}))
        if tag not in KOSONG_DI_HTML:
            self.terbuka.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unsur.append((tag, {kunci: nilai or "" for kunci, nilai in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.terbuka.pop() == tag


def baca(html: str) -> list[tuple[str, dict[str, str]]]:
    pembaca = Pembaca()
    pembaca.feed(html)
    assert pembaca.terbuka == []
    return pembaca.unsur


@pytest.fixture(scope="module")
def halaman() -> str:
    return html_laporan(contoh_dokumen())


def test_setiap_angka_membawa_identitasnya(halaman: str) -> None:
    angka = [
        atribut for nama, atribut in baca(halaman) if nama == "span" and "angka" in atribut.get("class", "").split()
    ]
    wajib = {"data-besaran", "data-subjek", "data-tahun", "data-triwulan", "data-versi", "data-nilai", "data-keadaan"}
    assert len(angka) > 500
    assert all(wajib <= set(satu) for satu in angka)
    tanpa_nilai = [satu for satu in angka if satu["data-nilai"] == ""]
    assert tanpa_nilai
    assert all(satu["title"] == "realisasi triwulan IV belum diisi" for satu in tanpa_nilai)
    assert {"data-besaran": "rata_rata_total", "data-nilai": "101.2", "title": "90,43 / 90 × 100"}.items() <= next(
        satu for satu in angka if satu["data-besaran"] == "rata_rata_total"
    ).items()


def test_setiap_tautan_menuju_jangkar_yang_ada_dan_tidak_ada_jangkar_ganda(halaman: str) -> None:
    unsur = baca(halaman)
    jangkar = Counter(atribut["id"] for _, atribut in unsur if "id" in atribut)
    tautan = [atribut["href"] for nama, atribut in unsur if nama == "a"]
    assert max(jangkar.values()) == 1
    assert tautan
    assert all(satu.startswith("#") and satu[1:] in jangkar for satu in tautan)


def test_halaman_tidak_memerlukan_apa_pun_dari_luar(halaman: str) -> None:
    assert not re.search(r"<(script|link|iframe|object|embed)\b", halaman)
    assert all(atribut["src"].startswith("data:image/") for nama, atribut in baca(halaman) if nama == "img")
    assert "url(" not in halaman
    assert not re.search(r"@import", halaman)


def test_judul_tabel_di_atas_dan_judul_gambar_di_bawah(halaman: str) -> None:
    tabel = halaman[halaman.index('id="t-panjang"') :]
    assert tabel.index("<figcaption") < tabel.index("<table")
    gambar = halaman[halaman.index('id="g-tahunan"') :]
    assert gambar.index("<svg") < gambar.index("<figcaption")


def test_baris_nomor_kolom_mengikuti_kepala(halaman: str) -> None:
    assert '<tr class="nomor-kolom"><th>(1)</th><th>(2)</th>' in halaman


def test_penggalan_lunak_hanya_untuk_cetak(halaman: str) -> None:
    assert "\u00ad" not in halaman


def test_laporan_triwulan_memakai_bab_berhuruf() -> None:
    isi = html_isi(dokumen_triwulan())
    assert '<span class="nomor">A.</span> <span class="teks-judul">Pendahuluan</span>' in isi
    assert '<span class="label">Tabel 1</span>' in isi


def test_isi_untuk_situs_tanpa_kerangka_halaman() -> None:
    isi = html_isi(contoh_dokumen())
    assert isi.startswith('<div class="laporan-dokumen">')
    assert "<html" not in isi
    baca(isi)


def test_kunci_aneh_menjadi_jangkar_yang_sah() -> None:
    dokumen = replace(contoh_dokumen(), bab=(Bab('bab 1/ä"#', "Judul", (p("isi"),)),))
    jangkar = [atribut["id"] for nama, atribut in baca(html_isi(dokumen)) if nama == "section"]
    assert jangkar == ["bab_20_1_2f__e4__22__23_"]


def test_data_sama_menghasilkan_halaman_sama(halaman: str) -> None:
    assert html_laporan(contoh_dokumen()) == halaman


def test_judul_di_tengah_matriks_berupa_sel_kepala_kolomnya_dan_kelompok_biasa_tidak() -> None:
    dokumen = replace(contoh_dokumen(), sampul=None, bab=(Bab("b", "Bab", (matriks_swot(), tabel_panjang(3))),))
    isi = html_isi(dokumen)
    judul = [re.sub("<[^>]+>", "", satu) for satu in re.findall(r'<th[^>]*scope="colgroup"[^>]*>.*?</th>', isi)]
    assert judul[:4] == ["Kekuatan (S)", "Kelemahan (W)", "Peluang (O)", "Ancaman (T)"]
    assert re.search(r"<td[^>]*>(<[^>]+>)*Sasaran 1", isi)


def test_karakter_kendali_tidak_ikut_tercetak() -> None:
    assert teks("a\x00b\x0b\x7f\x9f\tc\n<é”") == "ab\tc\n&lt;é”"
