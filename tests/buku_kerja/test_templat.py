"""The blank template and the looks of an exported workbook, as Excel (here: openpyxl) sees them."""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from anggaran.data import Anggaran, DataAnggaran
from kinerja.data import DataKinerja
from lkjip.buku_kerja import skema
from lkjip.buku_kerja.jenis import Lembar
from lkjip.buku_kerja.parse import baca_buku
from lkjip.buku_kerja.writers.templat import templat_bytes, tulis_templat
from lkjip.buku_kerja.writers.xlsx import tulis_xlsx
from lkjip.data import BukuKerja, DataInstansi
from lkjip.laporan.data import DataLaporan, Narasi
from lkjip.pemeriksaan.data import Klaim
from renstra.data import DataRenstra, Instansi, Periode


@pytest.mark.parametrize("lembar", skema.DAFTAR_LEMBAR, ids=lambda lembar: lembar.nama)
def test_kolom_skema_sama_dengan_isi_rekaman(lembar: Lembar) -> None:
    assert {kolom.nama for kolom in lembar.kolom} == {isi.name for isi in fields(lembar.kelas)}
    wajib = {isi.name for isi in fields(lembar.kelas) if isi.default.__class__.__name__ == "_MISSING_TYPE"}
    assert {kolom.nama for kolom in lembar.kolom if kolom.wajib} >= wajib - {"rujukan"}
    assert all(kolom.penjelasan for kolom in lembar.kolom)


def test_kunci_skema_sama_dengan_isi_rekaman() -> None:
    instansi, periode, metode, identitas = skema.KELAS_KUNCI_NILAI
    assert [kolom.nama for kolom in skema.INSTANSI] == [isi.name for isi in fields(instansi)]
    assert {kolom.nama for kolom in skema.PENGATURAN} == {
        isi.name for kelas in (periode, metode, identitas) for isi in fields(kelas)
    }
    assert set(skema.URUTAN_LEMBAR) == {*skema.LEMBAR_PER_NAMA, *skema.LEMBAR_KUNCI_NILAI}


def test_templat_kosong_hanya_kurang_kode_dan_tahun(tmp_path: Path) -> None:
    tulis_templat(tmp_path / "t.xlsx")
    galat = [(galat.lembar, galat.kolom) for galat in baca_buku(tmp_path / "t.xlsx").daftar_galat]
    assert galat == [("instansi", "kode"), ("pengaturan", "tahun")]


def test_templat_dengan_kode_dan_tahun_adalah_buku_yang_sah(tmp_path: Path) -> None:
    tulis_templat(tmp_path / "t.xlsx", kode="BKD", tahun=2025)
    hasil = baca_buku(tmp_path / "t.xlsx")
    assert hasil.buku is not None
    assert (hasil.buku.data.renstra.instansi.kode, hasil.buku.data.tahun) == ("BKD", 2025)


def test_templat_memuat_catatan_daftar_pilihan_dan_format(tmp_path: Path) -> None:
    tulis_templat(tmp_path / "t.xlsx")
    kerja = openpyxl.load_workbook(tmp_path / "t.xlsx")
    assert kerja.sheetnames[0] == "_petunjuk"
    assert kerja.sheetnames[1:-1] == list(skema.URUTAN_LEMBAR)
    indikator = kerja["indikator"]
    assert all(sel.comment and sel.font.b for sel in indikator[1])
    assert indikator.freeze_panes == "A2"
    assert indikator["A2"].number_format == "@"
    daftar = {str(aturan.sqref): aturan.formula1 for aturan in indikator.data_validations.dataValidation}
    assert daftar["F2:F1000"] == '"positif,negatif"'
    assert kerja["anggaran"]["G2"].number_format == "#,##0.00"
    assert kerja["perjanjian"].data_validations.dataValidation[0].formula1 == "indikator!$A$2:$A$1000"
    klaim = next(aturan for aturan in kerja["klaim"].data_validations.dataValidation if "B2" in str(aturan.sqref))
    assert klaim.formula1 == f"_petunjuk!$H$2:$H${len(skema.BESARAN_KLAIM) + 1}"
    assert [kerja["_petunjuk"].cell(baris, 8).value for baris in (2, len(skema.BESARAN_KLAIM) + 1)] == [
        skema.BESARAN_KLAIM[0], skema.BESARAN_KLAIM[-1],
    ]  # fmt: skip


def test_templat_selalu_sama_byte_demi_byte() -> None:
    assert templat_bytes() == templat_bytes()


def _buku(tmp_path: Path) -> openpyxl.Workbook:
    renstra = DataRenstra(Instansi("=X"), Periode(2024))
    anggaran = DataAnggaran(DataKinerja(renstra), (Anggaran("1.01", pagu_murni=Decimal(413600000)),))
    teks = ("=1+1", "+62", "-butir", "@nama", "#REF!", "biasa")
    laporan = DataLaporan(daftar_narasi=tuple(Narasi("x", nomor, isi) for nomor, isi in enumerate(teks)))
    klaim = tuple(Klaim("T", "capaian", nilai=Decimal(nilai)) for nilai in ("99.00", "1.060", "99.5"))
    tulis_xlsx(BukuKerja(DataInstansi(anggaran), laporan, klaim), tmp_path / "b.xlsx")
    return openpyxl.load_workbook(tmp_path / "b.xlsx")


def test_teks_yang_mirip_rumus_ditulis_sebagai_teks(tmp_path: Path) -> None:
    kerja = _buku(tmp_path)
    sel = [kerja["narasi"].cell(baris, 3) for baris in range(2, 8)]
    assert [satu.data_type for satu in sel] == ["s"] * 6
    assert [bool(satu.quotePrefix) for satu in sel] == [True] * 4 + [False] * 2
    assert kerja["instansi"]["B2"].data_type == "s"


def test_angka_tampil_wajar_dan_desimal_klaim_tertulis_sebagai_teks(tmp_path: Path) -> None:
    kerja = _buku(tmp_path)
    pagu = kerja["anggaran"]["G2"]
    assert (pagu.value, pagu.number_format) == (413600000, "#,##0")
    assert kerja["anggaran"]["A2"].number_format == "@"
    assert [kerja["klaim"].cell(baris, 7).value for baris in (2, 3, 4)] == ["99.00", "01.060", 99.5]
