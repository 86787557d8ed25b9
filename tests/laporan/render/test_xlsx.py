"""The tables of the report as a workbook: figures are numbers, text is never a formula, nothing depends on the hour."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from lkjip.laporan.compose import compose
from lkjip.laporan.isi import TEMA_BAKU, Angka, Bab, Dokumen, JenisAngka, Kertas, Kolom, Tabel, Teks, nomori, telusuri
from lkjip.laporan.isi_warna import palet
from lkjip.laporan.render.kisi import kisi
from lkjip.laporan.render.xlsx import xlsx_laporan
from lkjip.laporan.render.xlsx_gaya import warna_tabel
from lkjip.laporan.render.xlsx_sel import MAKS_HURUF, isi_sel
from lkjip.management.sumber_buku import buka_sumber
from tests.laporan.contoh_dokumen import angka, baris, contoh_dokumen, dokumen_triwulan, tabel_panjang

AKAR = Path(__file__).resolve().parents[3]


@cache
def _dokumen(nama: str) -> Dokumen:
    return contoh_dokumen() if nama == "contoh" else compose(buka_sumber(str(AKAR / "contoh" / nama), None))


def _tabel(dokumen: Dokumen) -> list[tuple[str, Tabel]]:
    label = nomori(dokumen).label_per_kunci
    isi = [satu for bab in dokumen.bab for satu in telusuri(bab.isi)]
    return [(label[satu.kunci], satu) for satu in isi if isinstance(satu, Tabel) and satu.judul]


def _buka(dokumen: Dokumen) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(xlsx_laporan(dokumen)))


def _dengan(*tabel: Tabel) -> Dokumen:
    return replace(dokumen_triwulan(), bab=(Bab("x", "Bab", tabel),))


def _satu_sel(*isi: str | Angka) -> Tabel:
    daftar = tuple(baris(satu) for satu in isi)
    return Tabel((Kolom(10),), daftar, (baris("Kepala"),), "t", "Judul")


@pytest.mark.parametrize("nama", ["contoh", "bkd-kaltim-2024", "bkd-kalbar-2023-tw1"])
def test_setiap_angka_setiap_tabel_ada_sebagai_bilangan_yang_sama(nama: str) -> None:
    dokumen = _dokumen(nama)
    buku = _buka(dokumen)
    assert buku.sheetnames == ["Daftar", *(label for label, _ in _tabel(dokumen))]
    banyak = 0
    for label, tabel in _tabel(dokumen):
        awal = 4 + len(tabel.kepala) + (1 if tabel.kepala and tabel.nomor_kolom else 0)
        for nomor, daftar_sel in enumerate(kisi(tabel.baris, len(tabel.kolom)), start=awal):
            for satu in daftar_sel:
                nilai = [a.hasil.nilai for a in satu.sel.isi if isinstance(a, Angka)]
                bilangan = [n for n in nilai if isinstance(n, Decimal)]
                if len(bilangan) != 1 or satu.sambungan:
                    continue
                tersimpan = buku[label].cell(nomor, satu.kolom + 1)
                assert tersimpan.data_type == "n", (label, tersimpan.coordinate)
                assert float(str(tersimpan.value)) == float(bilangan[0]), (label, tersimpan.coordinate)
                banyak += 1
    assert banyak > 0


@pytest.mark.parametrize(
    ("isi", "pola"),
    [
        (angka("97.41", JenisAngka.PERSEN), '#,##0.00"%"'),
        (angka("97.414", JenisAngka.PERSEN_POLOS), "#,##0.00"),
        (angka("12"), "#,##0"),
        (angka("90.5"), "#,##0.0"),
        (angka("53700257782", JenisAngka.UANG), "#,##0"),
        (angka("53700257782", JenisAngka.RUPIAH), '"Rp"#,##0.00'),
    ],
)
def test_bilangan_tampil_seperti_dalam_laporan(isi: Angka, pola: str) -> None:
    tersimpan = isi_sel((isi,), lambda rujuk: rujuk.kunci)
    assert Decimal(tersimpan.angka) == isi.hasil.nilai
    assert tersimpan.format in {pola, f"{pola}0"}


def test_kata_di_sekitar_bilangan_masuk_formatnya_dan_yang_tak_ada_tetap_garis() -> None:
    predikat = isi_sel((angka("81.45"), Teks(' (A "baik")')), lambda rujuk: rujuk.kunci)
    assert predikat.angka == "81.45"
    assert predikat.format == '#,##0.00" (A ”baik”)"'
    assert isi_sel((angka(None),), lambda rujuk: rujuk.kunci).teks == "–"


def test_teks_berawal_tanda_hitung_tetap_teks() -> None:
    berbahaya = ["=1+1", "+62", "-5", "@SUM(A1)", '=HYPERLINK("http://x","y")', "_x0041_", "a\x07b", "00123"]
    lembar = _buka(_dengan(_satu_sel(*berbahaya)))["Tabel 1.1"]
    tersimpan = [lembar.cell(ke, 1) for ke in range(6, 6 + len(berbahaya))]
    assert [satu.data_type for satu in tersimpan] == ["s"] * len(berbahaya)
    assert [satu.value for satu in tersimpan[:5]] == berbahaya[:5]
    assert all(satu.quotePrefix for satu in tersimpan[:5])
    assert tersimpan[6].value == "ab"
    assert tersimpan[7].value == "00123"


def test_kepala_gabungan_beku_berulang_dan_jumlah_tebal() -> None:
    lembar = _buka(_dengan(tabel_panjang(60)))["Tabel 1.1"]
    gabungan = {str(satu) for satu in lembar.merged_cells.ranges}
    assert {"A4:A5", "B4:B5", "C4:E4", "F4:F5"} <= gabungan
    assert lembar.freeze_panes == "A7"
    assert lembar.print_title_rows in {"$4:$6", "4:6"}
    assert lembar["A6"].value == "(1)"
    assert lembar.page_setup.fitToHeight == 0
    assert lembar.sheet_properties.pageSetUpPr is not None
    assert lembar.sheet_properties.pageSetUpPr.fitToPage
    jumlah = next(satu for satu in lembar["A"] if satu.value == "Rata-rata")
    assert jumlah.font.bold
    assert lembar.cell(jumlah.row, 5).value == 99.12


def test_warna_mengikuti_tema() -> None:
    tema = replace(TEMA_BAKU, warna_utama="#7a1f1f")
    assert warna_tabel(tema).kepala.fgColor.rgb[-6:] == palet(tema).kepala[1:].upper()
    assert warna_tabel(tema) != warna_tabel(TEMA_BAKU)


def test_kertas_dan_arah_mengikuti_laporan() -> None:
    tabel = replace(_satu_sel("a"), mendatar=True)
    lembar = _buka(replace(_dengan(tabel), kertas=Kertas.F4))["Tabel 1.1"]
    assert lembar.page_setup.orientation == "landscape"
    assert lembar.page_setup.paperSize == 14


def test_daftar_menautkan_setiap_lembar_dan_setiap_lembar_kembali() -> None:
    buku = _buka(contoh_dokumen())
    daftar = buku["Daftar"]
    for ke, (label, tabel) in enumerate(_tabel(contoh_dokumen()), start=6):
        tautan = daftar.cell(ke, 1).hyperlink
        assert tautan is not None
        assert tautan.location == f"'{label}'!A1"
        assert daftar.cell(ke, 2).value == tabel.judul
        assert buku[label]["A2"].hyperlink.location == "'Daftar'!A1"


def test_byte_tetap() -> None:
    assert xlsx_laporan(contoh_dokumen()) == xlsx_laporan(contoh_dokumen())


def test_tabel_dua_ribu_baris_dan_teks_yang_melebihi_satu_sel() -> None:
    lembar = _buka(_dengan(tabel_panjang(2000), replace(_satu_sel("x" * 300_000), kunci="u")))
    assert lembar["Tabel 1.1"].max_row >= 2000
    panjang = lembar["Tabel 1.2"]["A6"].value
    assert len(panjang) == MAKS_HURUF
    assert "lanjutannya ada dalam laporan" in panjang


def test_laporan_tanpa_tabel_tetap_dapat_dibuka() -> None:
    buku = _buka(replace(dokumen_triwulan(), bab=()))
    assert buku.sheetnames == ["Daftar"]
    assert "tidak memuat tabel" in buku["Daftar"]["A6"].value
