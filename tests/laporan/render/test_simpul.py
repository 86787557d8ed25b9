"""Every kind of node is handled by every renderer, and nothing typed by a user becomes markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from io import BytesIO
from typing import Any, get_args
from zipfile import ZipFile

import pytest

from lkjip.laporan import isi
from lkjip.laporan.isi import Bab, Bagian, Blok, Dokumen, Paragraf, Rujuk, Sampul, Sebaris, Teks
from lkjip.laporan.render.docx import docx_laporan
from lkjip.laporan.render.html import html_isi, html_laporan
from lkjip.laporan.render.pdf import MediaCetak, html_cetak
from lkjip.laporan.render.simpul import RujukanTakDikenal, penggal
from tests.laporan.contoh_dokumen import PIHAK_KEDUA, PIHAK_KESATU, contoh_dokumen, dokumen_lembar

JAHAT = "<script>alert(1)</script>\"'&<img src=x onerror=1>"
TANDA = {
    isi.Paragraf: "<p",
    isi.Daftar: "<ol",
    isi.Tabel: "<table",
    isi.Grafik: 'class="gambar grafik"',
    isi.Gambar: 'class="gambar"',
    isi.TandaTangan: "tanda-tangan",
    isi.DaftarOtomatis: "daftar-otomatis",
    isi.PemisahHalaman: "pemisah-halaman",
    isi.Bagian: 'class="bagian',
    isi.Bab: 'class="bab',
    isi.Sampul: 'class="sampul"',
    isi.Rujuk: 'class="rujuk"',
    isi.Teks: "<strong>Penting</strong>",
    isi.Angka: "97,41",
    isi.Dokumen: "<body",
}


TANDA_DOCX = {
    isi.Paragraf: '<w:pStyle w:val="BodyText"/>',
    isi.Daftar: "<w:numPr>",
    isi.Tabel: '<w:pStyle w:val="JudulTabel"/>',
    isi.Grafik: 'descr="Capaian tiap indikator."',
    isi.Gambar: 'descr="Bagan"',
    isi.TandaTangan: '<w:pStyle w:val="TandaTangan"/>',
    isi.DaftarOtomatis: "TOC ",
    isi.PemisahHalaman: "<w:pageBreakBefore/>",
    isi.Bagian: '<w:pStyle w:val="Heading2"/>',
    isi.Bab: '<w:pStyle w:val="Heading1"/>',
    isi.Sampul: '<w:pStyle w:val="Title"/>',
    isi.Rujuk: "<w:hyperlink ",
    isi.Teks: '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Penting</w:t></w:r>',
    isi.Angka: "97,41",
    isi.Dokumen: "<w:body",
}


def _telusuri(simpul: object) -> Iterator[object]:
    yield simpul
    if is_dataclass(simpul):
        for bidang in fields(simpul):
            yield from _telusuri(getattr(simpul, bidang.name))
    elif isinstance(simpul, tuple):
        for satu in simpul:
            yield from _telusuri(satu)


def _cetak(dokumen: Dokumen) -> str:
    return html_cetak(dokumen, MediaCetak())


def _docx(dokumen: Dokumen) -> str:
    with ZipFile(BytesIO(docx_laporan(dokumen))) as berkas:
        return "".join(berkas.read(nama).decode() for nama in berkas.namelist() if nama.endswith(".xml"))


def _jahatkan(simpul: Any) -> Any:
    """The same tree with every free text replaced by an attack; keys, enums, bytes and colours (test_warna) stay."""
    if isinstance(simpul, tuple):
        return tuple(_jahatkan(satu) for satu in simpul)
    if not is_dataclass(simpul) or isinstance(simpul, type):
        return simpul
    perubahan: dict[str, Any] = {}
    for bidang in fields(simpul):
        nilai = getattr(simpul, bidang.name)
        if type(nilai) is str and bidang.name not in {"kunci", "mime", "warna_utama", "warna_aksen"}:
            perubahan[bidang.name] = JAHAT
        elif is_dataclass(nilai) or isinstance(nilai, tuple):
            perubahan[bidang.name] = _jahatkan(nilai)
    return replace(simpul, **perubahan)


@pytest.mark.parametrize("jenis", [*get_args(Blok), *get_args(Sebaris), Bagian, Bab, Sampul, Dokumen])
@pytest.mark.parametrize("perender", [html_laporan, _cetak, _docx], ids=["html", "pdf", "docx"])
def test_setiap_jenis_simpul_ditangani(jenis: type, perender: Any) -> None:
    dokumen = contoh_dokumen()
    assert any(isinstance(simpul, jenis) for simpul in _telusuri(dokumen))
    assert (TANDA_DOCX if perender is _docx else TANDA)[jenis] in perender(dokumen)


@pytest.mark.parametrize("perender", [html_laporan, html_isi, _cetak, _docx], ids=["html", "isi", "pdf", "docx"])
def test_ketikan_pengguna_tidak_pernah_menjadi_markah(perender: Any) -> None:
    keluaran = perender(_jahatkan(contoh_dokumen()))
    assert "<script" not in keluaran
    assert "<img src=x" not in keluaran
    assert "&lt;script&gt;" in keluaran


def test_rujukan_tanpa_sasaran_ditolak_dengan_nama_kuncinya() -> None:
    dokumen = replace(contoh_dokumen(), bab=(Bab("b", "B", (Paragraf((Teks("lihat "), Rujuk("tak-ada"))),)),))
    with pytest.raises(RujukanTakDikenal, match="tak-ada"):
        html_isi(dokumen)


@pytest.mark.parametrize("kertas", list(isi.Kertas))
@pytest.mark.parametrize("perender", [html_laporan, _cetak, _docx], ids=["html", "pdf", "docx"])
def test_lembar_tanpa_sampul_tanpa_judul_bab_tanpa_nomor(perender: Any, kertas: isi.Kertas) -> None:
    keluaran = perender(dokumen_lembar(kertas))
    tak_tampak = r"<title>.*?</title>|<(style|w:style|cp:coreProperties)\b.*?</\1>|aria-label=\"[^\"]*\""
    tulisan = re.sub(tak_tampak, "", keluaran, flags=re.DOTALL)
    assert "Lambang daerah" in keluaran
    for tak_tercetak in ("Pernyataan Perjanjian", "Rencana Aksi", 'class="sampul"', ">Gambar", "Tabel 1", "Daftar Isi"):
        assert tak_tercetak not in tulisan, tak_tercetak


def _tanda_tangan(*pihak: isi.Pihak) -> str:
    return html_isi(replace(contoh_dokumen(), bab=(Bab("b", "B", (isi.TandaTangan(pihak, "Samarinda"),)),)))


def test_kepala_daerah_tanpa_baris_nip() -> None:
    assert _tanda_tangan(PIHAK_KEDUA, PIHAK_KESATU).count('class="nip"') == 2
    assert _tanda_tangan(replace(PIHAK_KEDUA, tanpa_nip=True), PIHAK_KESATU).count('class="nip"') == 1


def test_nama_kedua_pihak_sejajar_walau_jabatan_salah_satunya_panjang() -> None:
    panjang = replace(PIHAK_KESATU, jabatan="Kepala Dinas Kesehatan, Pengendalian Penduduk, dan Keluarga Berencana")
    ruang = re.findall(r'class="jabatan" style="(min-height:[\d.]+em)"', _tanda_tangan(PIHAK_KEDUA, panjang))
    assert len(ruang) == 2
    assert len(set(ruang)) == 1


def test_hanya_kata_yang_tidak_muat_di_selnya_dipenggal() -> None:
    assert "\u00ad" not in penggal("Kesekretariatan", 9_000)
    assert "\u00ad" in penggal("Kesekretariatan", 5_000)
