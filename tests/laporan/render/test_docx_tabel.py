"""Tables and texts in the Word file: every grid adds up, no text is lost on the way."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as DokumenWord
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from lkjip.laporan.isi import Bab, Baris, Dokumen, Kolom, Paragraf, Rujuk, Sel, Tabel, Teks
from lkjip.laporan.render.docx import docx_laporan
from lkjip.laporan.render.kisi import SelTerlaluBanyak, kisi
from tests.laporan.contoh_dokumen import baris, contoh_dokumen, p, sel, tabel_panjang

SISIPAN = re.compile("[\u00ad\u200b]")


def buka(dokumen: Dokumen) -> DokumenWord:
    return docx.Document(BytesIO(docx_laporan(dokumen)))


def berisi(*isi: Any) -> Dokumen:
    return replace(contoh_dokumen(), sampul=None, bab=(Bab("b", "Bab Uji", isi),))


def bagian(isi: bytes, nama: str) -> str:
    with ZipFile(BytesIO(isi)) as berkas:
        return berkas.read(nama).decode()


TULISAN = st.text(st.characters(exclude_categories=()), max_size=60)


def _diharapkan(tulisan: str) -> str:
    bersih = "".join(h for h in tulisan if re.match("[\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", h))
    return SISIPAN.sub("", bersih).strip()


@settings(max_examples=20, deadline=None)  # a whole file an example, so many texts in each
@given(st.lists(TULISAN, min_size=1, max_size=12), TULISAN)
def test_tulisan_apa_pun_terbaca_kembali_utuh(kata: list[str], isi_sel: str) -> None:
    tabel = Tabel((Kolom(1), Kolom(1)), (baris(isi_sel, "x"),), (baris(isi_sel, "B"),))
    word = buka(berisi(*(Paragraf((Teks(satu),)) for satu in kata), tabel))
    terbaca = [par.text for par in word.paragraphs if par.style and par.style.name == "Body Text"]
    assert [SISIPAN.sub("", satu).strip() for satu in terbaca] == [_diharapkan(satu) for satu in kata]
    sel_tabel = [word.tables[0].cell(0, 0).text, word.tables[0].cell(2, 0).text]
    assert [SISIPAN.sub("", satu).strip() for satu in sel_tabel] == [_diharapkan(isi_sel)] * 2


@st.composite
def _tabel(draw: st.DrawFn) -> tuple[int, tuple[Baris, ...]]:
    banyak = draw(st.integers(1, 6))
    baris_ = st.lists(
        st.builds(sel, st.just("s"), rentang_kolom=st.integers(1, 4), rentang_baris=st.integers(1, 5)), max_size=banyak
    )
    return banyak, tuple(Baris(tuple(satu)) for satu in draw(st.lists(baris_, min_size=1, max_size=7)))


@given(_tabel())
def test_setiap_baris_mengisi_setiap_kolom_tepat_satu_kali(tabel: tuple[int, tuple[Baris, ...]]) -> None:
    banyak, daftar = tabel
    try:
        hasil = kisi(daftar, banyak)
    except SelTerlaluBanyak:
        return
    for ke, baris_ in enumerate(hasil):
        assert [kolom for satu in baris_ for kolom in range(satu.kolom, satu.kolom + satu.rentang)] == list(
            range(banyak)
        )
        for satu in baris_:
            if satu.menurun:
                bawah = next(lain for lain in hasil[ke + 1] if lain.kolom == satu.kolom)
                assert bawah.sambungan
                assert bawah.rentang == satu.rentang
    assert not any(satu.menurun for satu in hasil[-1])


def test_sel_yang_tidak_mendapat_tempat_ditolak_tidak_dihilangkan() -> None:
    with pytest.raises(SelTerlaluBanyak, match="1 sel"):
        kisi((baris("a", "b", "c"),), 2)


def test_kisi_setiap_tabel_laporan_sama_dengan_kolomnya() -> None:
    word = buka(contoh_dokumen())
    for tabel in word.element.body.iter(qn("w:tbl")):
        lebar = [int(satu.get(qn("w:w"))) for satu in tabel.find(qn("w:tblGrid"))]
        for baris_ in tabel.iter(qn("w:tr")):
            rentang = [satu.grid_span for satu in baris_.iter(qn("w:tc"))]
            assert sum(rentang) == len(lebar)
            assert sum(int(satu.get(qn("w:w"))) for satu in baris_.iter(qn("w:tcW"))) == sum(lebar)


def test_sel_gabungan_terbaca_sebagai_satu_sel() -> None:
    tabel = Tabel((Kolom(1), Kolom(2)), (Baris((Sel((Teks("S"),), rentang_baris=3), sel("a"))), baris("b"), baris("c")))
    word = buka(berisi(tabel))
    assert [[satu.text for satu in baris_.cells] for baris_ in word.tables[0].rows] == [
        ["S", "a"],
        ["S", "b"],
        ["S", "c"],
    ]


def test_rujukan_ke_tabel_berupa_bidang_yang_mengulang_nomornya_dan_ke_bagian_berupa_tautan() -> None:
    rujukan = Paragraf((Teks("Lihat "), Rujuk("t-panjang"), Teks(" dan "), Rujuk("b"), Teks(".")))
    tabel = replace(tabel_panjang(2), kunci="t-panjang", judul="Pegawai")
    isi = bagian(docx_laporan(berisi(rujukan, tabel)), "word/document.xml")
    (penanda,) = re.findall(r" REF (\S+) \\h ", isi)
    label = re.findall(rf'w:name="{penanda}"/>(.*?)<w:bookmarkEnd', isi)
    assert len(label) == 1
    assert re.sub("<w:instrText.*?</w:instrText>|<[^>]+>", "", label[0]) == "Tabel 1.1"
    assert "SEQ Tabel" in label[0]
    assert re.search(r'w:anchor="[^"]+" w:history="1"><w:r><w:t xml:space="preserve">Bab I</w:t>', isi)


def test_tabel_dua_ribu_baris_dan_naskah_tiga_ratus_ribu_huruf_utuh() -> None:
    kolom = tuple(Kolom(1) for _ in range(12))
    daftar = tuple(baris(*(f"{ke}-{satu}" for satu in range(12))) for ke in range(2_000))
    kepala = (baris(*(f"K{satu}" for satu in range(12))),)
    tabel = Tabel(kolom, daftar, kepala, "t", "Besar", mendatar=True)
    kata = "kinerja " * 37_500
    isi = bagian(docx_laporan(berisi(p(kata), tabel)), "word/document.xml")
    assert isi.count("<w:tr>") == 2_002  # the headings and the row (1), (2) …
    assert isi.count("<w:tblHeader/>") == 2
    assert isi.count("<w:tc>") == 2_002 * 12
    assert ">1999-11</w:t>" in isi
    assert kata.strip() in isi
    assert isi.count("xmlns:w=") == 1
