"""Cells of an .xlsx as Excel stores them: kinds, number formats, and what must be refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from lkjip.buku_kerja.galat import GalatSel
from lkjip.buku_kerja.parse import HasilParse, baca_buku
from tests.buku_kerja import buat_xlsx
from tests.buku_kerja.buat_xlsx import baris

_GAYA = (
    '<numFmts count="3"><numFmt numFmtId="164" formatCode="0.00%"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/>'
    '<numFmt numFmtId="166" formatCode="&quot;Rp&quot;#,##0"/></numFmts><cellXfs count="6"><xf numFmtId="0"/>'
    '<xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="165"/><xf numFmtId="2"/><xf numFmtId="166"/></cellXfs>'
)
_KEPALA_TRIWULAN = baris(1, "indikator", "tahun", "triwulan", "target", "realisasi")


def baca(tmp_path: Path, lembar: dict[str, str], **lain: object) -> HasilParse:
    dasar = {
        "sasaran": baris(1, "kode") + baris(2, "S1"),
        "indikator": baris(1, "kode", "induk") + baris(2, "IKU1", "S1"),
    }
    return baca_buku(buat_xlsx.tulis(tmp_path / "buku.xlsx", dasar | lembar, **lain))  # type: ignore[arg-type]


def satu_galat(hasil: HasilParse) -> GalatSel:
    assert hasil.buku is None
    assert len(hasil.daftar_galat) == 1, [str(galat) for galat in hasil.daftar_galat]
    return hasil.daftar_galat[0]


def target(tmp_path: Path, sel: str) -> HasilParse:
    isi = _KEPALA_TRIWULAN + baris(2, "IKU1", "2024", "1", sel)
    return baca(tmp_path, {"kinerja_triwulan": isi}, gaya=_GAYA)


@pytest.mark.parametrize(
    ("sel", "nilai"),
    [
        ('<c r="D2"><v>99</v></c>', "99"),
        ('<c r="D2"><v>98.600000000000009</v></c>', "98.60000000000001"),
        ('<c r="D2"><v>8.1999999999999993</v></c>', "8.2"),
        ('<c r="D2"><v>1E-3</v></c>', "0.001"),
        ('<c r="D2"><v>99.0</v></c>', "99"),
        ('<c r="D2" s="1"><v>0.986</v></c>', "98.60"),
        ('<c r="D2" s="4"><v>27</v></c>', "27.00"),
        ('<c r="D2"><f>1+1</f><v>2</v></c>', "2"),
        ('<c r="D2" t="str"><f>A1</f><v>90,43</v></c>', "90.43"),
        ('<c r="D2" t="inlineStr"><is><t>1.234.567,89</t></is></c>', "1234567.89"),
    ],
)
def test_angka_sel_terbaca_sebagaimana_maksudnya(tmp_path: Path, sel: str, nilai: str) -> None:
    hasil = target(tmp_path, sel)
    assert hasil.daftar_galat == ()
    assert hasil.buku is not None
    assert str(hasil.buku.data.kinerja.daftar_kinerja_triwulan[0].target) == nilai


@pytest.mark.parametrize(
    ("sel", "potongan"),
    [
        ('<c r="D2" t="inlineStr"><is><t>1.234</t></is></c>', "1,234 atau 1.234"),
        ('<c r="D2"><f>SUM(A1)</f></c>', "rumus yang belum pernah dihitung"),
        ('<c r="D2"><f>SUM(A1)</f><v></v></c>', "rumus yang belum pernah dihitung"),
        ('<c r="D2" t="e"><v>#REF!</v></c>', "#REF!"),
        ('<c r="D2" t="b"><v>1</v></c>', "logika"),
        ('<c r="D2" s="2"><v>45000</v></c>', "tanggal"),
        ('<c r="D2" s="3"><v>-5</v></c>', "#####"),
        ('<c r="D2"><v>1E+300</v></c>', "terlalu besar"),
    ],
)
def test_sel_angka_yang_tidak_dapat_dipakai_disebut_alamatnya(tmp_path: Path, sel: str, potongan: str) -> None:
    galat = satu_galat(target(tmp_path, sel))
    assert (galat.lembar, galat.baris, galat.kolom, galat.alamat) == ("kinerja_triwulan", 2, "target", "D2")
    assert potongan in galat.pesan


def test_pangsa_berformat_persen_tetap_pangsa(tmp_path: Path) -> None:
    isi = baris(1, "kode", "induk", "bobot") + baris(2, "IKU1", "S1", '<c r="C2" s="1"><v>0.4</v></c>')
    hasil = baca(tmp_path, {"indikator": isi}, gaya=_GAYA)
    assert hasil.buku is not None
    assert hasil.buku.data.renstra.daftar_indikator[0].bobot == Decimal("0.4")


def test_klaim_angka_tanpa_desimal_dan_klaim_teks_dengan_desimal(tmp_path: Path) -> None:
    isi = (
        baris(1, "besaran", "nilai")
        + baris(2, "capaian", '<c r="B2" s="4"><v>99</v></c>')
        + baris(3, "capaian", "99.00")
    )
    hasil = baca(tmp_path, {"klaim": isi}, gaya=_GAYA)
    assert hasil.buku is not None
    assert [str(klaim.nilai) for klaim in hasil.buku.daftar_klaim] == ["99", "99.00"]


def test_uang_besar_persis_dan_derau_biner_hasil_rumus_dibuang(tmp_path: Path) -> None:
    isi = baris(1, "kode", "pagu_murni", "pagu_perubahan") + baris(
        2, "1", '<c r="B2"><v>12345678901234567</v></c>', '<c r="C2" s="5"><v>60940205374.110001</v></c>'
    )
    hasil = baca(tmp_path, {"anggaran": isi}, gaya=_GAYA)
    assert hasil.buku is not None
    anggaran = hasil.buku.data.anggaran.daftar_anggaran[0]
    assert (anggaran.pagu_murni, anggaran.pagu_perubahan) == (Decimal(12345678901234567), Decimal("60940205374.11"))


@pytest.mark.parametrize(("nilai", "terima"), [("1", True), ("1.1", False)])
def test_kode_angka_bulat_diterima_kode_pecahan_ditolak(tmp_path: Path, nilai: str, terima: bool) -> None:
    hasil = baca(tmp_path, {"anggaran": baris(1, "kode") + baris(2, f'<c r="A2"><v>{nilai}</v></c>')})
    if terima:
        assert hasil.buku is not None
        assert hasil.buku.data.anggaran.daftar_anggaran[0].kode == "1"
    else:
        assert "1.1 dan 1.10" in satu_galat(hasil).pesan


def test_nip_yang_tersimpan_sebagai_angka_ditolak(tmp_path: Path) -> None:
    isi = buat_xlsx.INSTANSI + baris(3, "nip_kepala", '<c r="B3"><v>198001012005011001</v></c>')
    assert "15 digit" in satu_galat(baca(tmp_path, {"instansi": isi})).pesan


def test_tanggal_excel_dan_tanggal_iso(tmp_path: Path) -> None:
    isi = buat_xlsx.PENGATURAN + baris(3, "tanggal_laporan", '<c r="B3" s="2"><v>45716</v></c>')
    hasil = baca(tmp_path, {"pengaturan": isi}, gaya=_GAYA)
    assert hasil.buku is not None
    assert hasil.buku.laporan.identitas.tanggal_laporan == date(2025, 2, 28)


def test_sel_gabungan_disebut_jangkauannya(tmp_path: Path) -> None:
    xml = buat_xlsx.lembar_xml(baris(1, "kode"), '<mergeCells count="1"><mergeCell ref="A2:C3"/></mergeCells>')
    galat = satu_galat(baca(tmp_path, {"misi": xml}))
    assert (galat.lembar, galat.alamat) == ("misi", "A2:C3")
    assert "digabung" in galat.pesan


def test_lembar_tersembunyi_ditolak_kecuali_berawalan_garis_bawah(tmp_path: Path) -> None:
    isi = {"misi": baris(1, "kode") + baris(2, "M1"), "_catatan": baris(1, "apa saja", "kode", "kode")}
    assert "tersembunyi" in satu_galat(baca(tmp_path, isi, tersembunyi=("misi", "_catatan"))).pesan
    assert baca(tmp_path, isi, tersembunyi=("_catatan",)).daftar_galat == ()


@pytest.mark.parametrize("nama", ["Indikator ", "INDIKATOR", "Kinerja Triwulan"])
def test_nama_lembar_yang_hampir_benar_diberi_usul(tmp_path: Path, nama: str) -> None:
    galat = satu_galat(baca_buku(buat_xlsx.tulis(tmp_path / "b.xlsx", {nama: baris(1, "kode")})))
    assert f"Mungkin maksudnya {'_'.join(nama.lower().split())}." in galat.saran


def test_teks_bersama_kaya_gaya_dan_sandi_excel(tmp_path: Path) -> None:
    bersama = (
        "<si><r><t>dua </t></r><r><rPr><b/></rPr><t>bagian</t></r><rPh sb='0' eb='1'><t>bunyi</t></rPh></si>"
        "<si><t>a_x000D_\nb_x005F_x0041_</t></si>"
    )
    isi = (
        baris(1, "bagian", "isi")
        + baris(2, "x", '<c r="B2" t="s"><v>0</v></c>')
        + baris(3, "x", '<c r="B3" t="s"><v>1</v></c>')
    )
    hasil = baca(tmp_path, {"narasi": isi}, bersama=bersama)
    assert hasil.buku is not None
    assert [narasi.isi for narasi in hasil.buku.laporan.daftar_narasi] == ["dua bagian", "a\nb_x0041_"]


def test_tabel_bebas_menjaga_teks_dan_angka(tmp_path: Path) -> None:
    isi = (
        baris(1, "bab1.sdm", "Judul", "Sumber")
        + baris(2, "No", '<c r="B2"><v>2024</v></c>')
        + baris(3, '<c r="A3"><v>1</v></c>', "50,5", '<c r="C3" s="1"><v>0.986</v></c>')
    )
    hasil = baca(tmp_path, {"tabel_01": isi}, gaya=_GAYA)
    assert hasil.buku is not None
    tabel = hasil.buku.laporan.daftar_tabel[0]
    assert tabel.kepala == ("No", "2024", "")
    assert tabel.baris == ((Decimal(1), "50,5", "98,60%"),)


def test_berkas_buatan_openpyxl_terbaca_dan_rumusnya_ditolak(tmp_path: Path) -> None:
    kerja = openpyxl.Workbook()
    kerja.remove(kerja.worksheets[0])
    isi_lembar: dict[str, list[tuple[str | int | float, ...]]] = {
        "instansi": [("kunci", "nilai"), ("kode", "X")],
        "pengaturan": [("kunci", "nilai"), ("tahun", 2024)],
        "sakip": [("tahun", "komponen", "nilai"), (2024, "Perencanaan", 27.5), (2023, "Perencanaan", "=1+1")],
    }
    for nama, daftar in isi_lembar.items():
        lembar = kerja.create_sheet(nama)
        for isi in daftar:
            lembar.append(isi)
    kerja.save(tmp_path / "b.xlsx")
    galat = satu_galat(baca_buku(tmp_path / "b.xlsx"))
    assert (galat.lembar, galat.alamat) == ("sakip", "C3")


def test_bilangan_bulat_bertitik_ribuan_sebagai_teks_rancu(tmp_path: Path) -> None:
    isi = buat_xlsx.baris(1, "bagian", "urutan") + buat_xlsx.baris(2, "bab1", "1.000")
    hasil = baca_buku(buat_xlsx.tulis(tmp_path / "buku.xlsx", {"narasi": isi}))
    assert [galat.alamat for galat in hasil.daftar_galat] == ["B2"]
    assert "1 atau 1.000" in hasil.daftar_galat[0].pesan or "1,000 atau 1.000" in hasil.daftar_galat[0].pesan
