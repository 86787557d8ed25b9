"""Hostile text in every field that reaches a report: it stays text, the files open, and nothing is fetched."""

from __future__ import annotations

import re
import socket
import urllib.request
import zipfile
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from html.parser import HTMLParser
from io import BytesIO
from typing import Any, NoReturn
from xml.etree.ElementTree import fromstring

import pikepdf
import pytest

from lkjip.buku_kerja.writers.xlsx import xlsx_bytes
from lkjip.cetak import cetak_docx, cetak_html, cetak_pdf, cetak_xlsx
from lkjip.data import BukuKerja
from lkjip.laporan.compose import compose_naskah
from lkjip.laporan.data import GambarNaskah, Narasi, TabelBebas
from tests.laporan.contoh_dokumen import png
from tests.situs.pemeran import buku_uji

LUAR = "http://127.0.0.1:9/luar"
JAHAT = (
    f'=HYPERLINK("{LUAR}") <script>alert(1)</script><img src={LUAR} onerror=alert(1)><svg onload=alert(1)>'
    f'<style>@import url({LUAR});</style><link rel=stylesheet href={LUAR}>" onmouseover="alert(1)\''
    f" style='x:url({LUAR})"
    f" ![a]({LUAR}) [b](javascript:alert(1)) url(file:///etc/passwd) ]]> --> &lt; </td></table> {{capaian {{capaian"
    " \u202e\u2066\u200f\x7f\x85\u2028\ufdd0\U0001f600 {gambar foto} {tabel x} ${7*7} %s ftp://127.0.0.1:9/ _x0000_"
)
# What other rows, files or choices are found by; `JAHAT` would only make it another, unknown one.
_KUNCI = re.compile(
    r"kode|induk|indikator|sasaran|nama|bagian|tahun|sidik|mime|versi|subjek|komponen|subkomponen|isi|warna_.*|kunci"
)
_TULISAN = frozenset({"uraian", "judul", "sumber", "alt", "isi", "kepala", "baris"})
_DILARANG = frozenset(
    ["script", "iframe", "object", "embed", "base", "form", "link", "foreignobject", "animate", "set", "use", "image"]
)


def dengan_jahat(nilai: Any, nama: str = "", pemilik: str = "") -> Any:
    """The same record with `JAHAT` before every text that is no key."""
    if isinstance(nilai, str) and not isinstance(nilai, Enum):
        kunci = _KUNCI.fullmatch(nama) and nama not in _TULISAN and (pemilik, nama) != ("Instansi", "nama")
        return nilai if kunci else f"{JAHAT} {nilai}"
    if isinstance(nilai, tuple):
        return tuple(dengan_jahat(satu, nama, pemilik) for satu in nilai)
    if is_dataclass(nilai) and not isinstance(nilai, type):
        ruas = [f.name for f in fields(nilai) if f.init]
        jenis = type(nilai).__name__
        return replace(nilai, **{satu: dengan_jahat(getattr(nilai, satu), satu, jenis) for satu in ruas})
    return nilai


def buku_jahat(buku: BukuKerja) -> BukuKerja:
    """Every place of the report is written, with a picture and a free table beside it."""
    bagian = [ruas.bagian for ruas in compose_naskah(buku).daftar_ruas]
    narasi = [Narasi(satu, nomor, "teks") for satu in bagian for nomor in (1, 2)]
    tabel = TabelBebas("tabel_x", bagian[0], "T", "S", ("a", "b"), (("=1+1", "+1"), ("-1", "@x"), ("\tx", "=x")))
    gambar = GambarNaskah("foto", bagian[0], "J", "S", "A", "ab" * 32, "image/png", 4, 4, isi=png(4, 4))
    laporan = replace(
        buku.laporan, daftar_narasi=tuple(narasi), daftar_tabel=(tabel,), daftar_gambar=(gambar,), logo=b""
    )
    hasil: BukuKerja = dengan_jahat(replace(buku, laporan=laporan))
    return hasil


@pytest.fixture(autouse=True)
def _tanpa_jaringan(monkeypatch: pytest.MonkeyPatch) -> None:
    def tolak(*isi: object, **_: object) -> NoReturn:
        pytest.fail(f"laporan meminta {isi[1:]}")

    for milik, nama in (
        (socket.socket, "connect"),
        (socket, "getaddrinfo"),
        (socket, "create_connection"),
        (urllib.request.OpenerDirector, "open"),
    ):
        monkeypatch.setattr(milik, nama, tolak)


@pytest.fixture(scope="module")
def buku() -> BukuKerja:
    return buku_jahat(buku_uji("DINAS-A1"))


class _Pembaca(HTMLParser):
    """Collects what a browser would run or fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.salah: list[str] = []
        self.gaya: list[str] = []
        self._dalam_gaya = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._dalam_gaya = tag == "style"
        if tag in _DILARANG:
            self.salah.append(tag)
        for nama, nilai in attrs:
            isi = (nilai or "").strip().lower()
            if nama.startswith("on") or (nama == "style" and ("url" in isi or "import" in isi)):
                self.salah.append(f"{tag} {nama}={isi}")
            alamat = nama in {"src", "href", "xlink:href", "srcset", "action", "poster", "background"}
            if alamat and not isi.startswith(("#", "data:image/png;base64,", "data:image/jpeg;base64,")):
                self.salah.append(f"{tag} {nama}={isi}")

    def handle_data(self, data: str) -> None:
        if self._dalam_gaya:
            self.gaya.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._dalam_gaya = False


def test_html_tidak_menjalankan_dan_tidak_meminta_apa_pun(buku: BukuKerja) -> None:
    markah = cetak_html(buku).decode()
    pembaca = _Pembaca()
    pembaca.feed(markah)
    assert not pembaca.salah
    assert LUAR not in "".join(pembaca.gaya)
    assert markah.count("&lt;script&gt;alert(1)") > 20, "ketikannya tercetak sebagai teks"


def test_word_terbuka_tanpa_alamat_luar(buku: BukuKerja) -> None:
    _periksa_paket(cetak_docx(buku))


def test_tabel_dan_buku_kerja_tanpa_rumus(buku: BukuKerja) -> None:
    for isi in (cetak_xlsx(buku), xlsx_bytes(buku)):
        semua = _periksa_paket(isi)
        for nama, markah in semua.items():
            assert not re.search(r"<(?:\w+:)?f[ >]", markah), nama
            assert not re.search(r"<hyperlink[^>]* r:id=", markah), nama


def _periksa_paket(isi: bytes) -> dict[str, str]:
    """Every part is whole XML, and none points outside."""
    semua: dict[str, str] = {}
    with zipfile.ZipFile(BytesIO(isi)) as paket:
        for nama in paket.namelist():
            assert ".." not in nama
            if nama.endswith((".xml", ".rels")):
                semua[nama] = paket.read(nama).decode()
                fromstring(semua[nama])
    for nama, markah in semua.items():
        if nama.endswith(".rels"):
            assert "External" not in markah
            assert "127.0.0.1" not in markah
    assert any("&lt;script&gt;alert(1)" in markah for markah in semua.values())
    return semua


@pytest.mark.parametrize("akhir", [False, True])
def test_pdf_terbuka_tanpa_tindakan_dan_tautan_keluar(buku: BukuKerja, akhir: bool) -> None:
    isi = cetak_pdf(buku, proses=1, akhir=akhir)
    with pikepdf.open(BytesIO(isi)) as pdf:
        assert len(pdf.pages) > 3
        for obyek in pdf.objects:
            if isinstance(obyek, pikepdf.Dictionary):
                assert not {"/JS", "/JavaScript", "/Launch", "/URI", "/OpenAction", "/AA"} & set(obyek.keys())
