"""The blank workbook that a planner fills in Excel: headings, notes, dropdown lists, widths, number formats."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from lkjip.buku_kerja import skema
from lkjip.buku_kerja.jenis import JenisKolom, Kolom
from lkjip.buku_kerja.writers.isi import isi_kunci_nilai
from lkjip.buku_kerja.writers.sel_xlsx import format_kolom, isi_sel
from lkjip.buku_kerja.writers.xlsx import buku_kosong, simpan, taruh, tulis_kepala, tulis_kepala_kunci_nilai

BARIS_TERAKHIR = 1000  # as far down as the dropdown lists reach
BARIS_BERFORMAT = 200
_DAFTAR_PANJANG = (skema.BESARAN_KLAIM, skema.DAFTAR_SUBKOMPONEN)  # too long for a list inside the rule
_KOLOM_DAFTAR = 8  # column H of _petunjuk
_PETUNJUK = (
    "Isi lembar instansi dan pengaturan lebih dahulu; instansi.kode dan pengaturan.tahun wajib.",
    "Baris 1 tiap lembar berisi judul kolom: jangan diubah. Urutan kolom bebas; kolom dan lembar kosong boleh dihapus.",
    "Penjelasan tiap kolom muncul bila penunjuk diletakkan di atas judulnya.",
    "Angka diketik sebagai angka. Yang diketik sebagai teks juga dibaca: 90,43 · 1.234.567,89 · Rp53.700.257.782,- · "
    "98,60% · (27.346.788.906) berarti negatif · tanda - atau sel kosong berarti tidak ada nilai.",
    "Teks seperti 1.234 ditolak, karena dapat berarti seribu lebih atau satu koma sekian.",
    "Kode adalah teks dan tidak boleh berulang dalam satu lembar (di lembar belanja: bersama tahun).",
    "Jangan menggabungkan sel (merge) dan jangan menyembunyikan lembar. Nama lembar catatan diawali garis bawah (_).",
    "Tabel tambahan untuk laporan: lembar tabel_01, tabel_02, dan seterusnya. " + skema.PENJELASAN_TABEL_BEBAS,
)


def tulis_templat(path: Path, *, kode: str = "", tahun: int | None = None) -> None:
    """Writes the blank workbook; `kode` and `tahun`, where known, are filled in already."""
    path.write_bytes(templat_bytes(kode=kode, tahun=tahun))


def templat_bytes(*, kode: str = "", tahun: int | None = None) -> bytes:
    kerja = buku_kosong()
    _tulis_petunjuk(kerja.create_sheet("_petunjuk"))
    terisi: dict[str, dict[str, str | int | None]] = {"instansi": {"kode": kode}, "pengaturan": {"tahun": tahun}}
    for nama in skema.URUTAN_LEMBAR:
        lembar = kerja.create_sheet(nama)
        if nama in terisi:
            _tulis_kunci_nilai(lembar, nama, terisi[nama])
        else:
            _tulis_lembar(lembar, skema.LEMBAR_PER_NAMA[nama].kolom)
    _tulis_tabel_bebas(kerja)
    kerja.active = kerja.index(kerja["instansi"])
    for lembar in kerja.worksheets:
        lembar.sheet_view.tabSelected = lembar.title == "instansi"
    return simpan(kerja)


def keterangan(kolom: Kolom) -> str:
    """The note of a column: what it is, whether it must be filled, what may stand in it, an example."""
    bagian = [kolom.penjelasan, "Wajib diisi." if kolom.wajib else "Boleh kosong."]
    if kolom.pilihan:
        bagian.append(f"Pilihan: {', '.join(kolom.pilihan)}.")
    if kolom.rujuk:
        bagian.append(f"Kode dari lembar {' atau '.join(kolom.rujuk)}.")
    if kolom.contoh:
        bagian.append(f"Contoh: {kolom.contoh}")
    return "\n".join(bagian)


def _catatan(lembar: Worksheet, baris: int, kolom: int, isi: str) -> None:
    lembar.cell(baris, kolom).comment = Comment(isi, "LKjIP", height=150, width=320)


def _tulis_kunci_nilai(lembar: Worksheet, nama: str, nilai: dict[str, str | int | None]) -> None:
    tulis_kepala_kunci_nilai(lembar)
    for nomor, (kunci, (kolom, isi)) in enumerate(isi_kunci_nilai(nama, dict(nilai)).baris, 2):
        taruh(lembar, nomor, 1, isi_sel(kunci[1], kunci[0]))
        taruh(lembar, nomor, 2, isi_sel(isi, kolom))
        _catatan(lembar, nomor, 1, keterangan(kolom))
        _pasang_daftar(lembar, kolom, f"B{nomor}")


def _tulis_lembar(lembar: Worksheet, daftar_kolom: tuple[Kolom, ...]) -> None:
    tulis_kepala(lembar, daftar_kolom)
    for urutan, kolom in enumerate(daftar_kolom, 1):
        _catatan(lembar, 1, urutan, keterangan(kolom))
        huruf = get_column_letter(urutan)
        _pasang_daftar(lembar, kolom, f"{huruf}2:{huruf}{BARIS_TERAKHIR}")
        format_angka = format_kolom(kolom)
        for baris in range(2, BARIS_BERFORMAT + 2) if format_angka != "General" else ():
            lembar.cell(baris, urutan).number_format = format_angka


def _pasang_daftar(lembar: Worksheet, kolom: Kolom, jangkauan: str) -> None:
    """A dropdown list where the column's values are known; for codes of other sheets it only warns."""
    rumus = _sumber_daftar(kolom)
    if not rumus:
        return
    aturan = DataValidation(type="list", formula1=rumus, allow_blank=True, showErrorMessage=True)
    aturan.errorStyle = "warning" if kolom.rujuk else "stop"
    aturan.errorTitle = "Periksa isi sel"
    aturan.error = f"Pilih {kolom.nama} dari daftar."
    lembar.add_data_validation(aturan)
    aturan.add(jangkauan)


def _sumber_daftar(kolom: Kolom) -> str:
    if kolom.pilihan in _DAFTAR_PANJANG:
        huruf = get_column_letter(_KOLOM_DAFTAR + _DAFTAR_PANJANG.index(kolom.pilihan))
        return f"_petunjuk!${huruf}$2:${huruf}${len(kolom.pilihan) + 1}"
    if kolom.pilihan:
        return f'"{",".join(kolom.pilihan)}"'
    if kolom.jenis is JenisKolom.TRIWULAN:
        return '"1,2,3,4"'
    if len(kolom.rujuk) == 1 and kolom.nama != "induk":
        return f"{kolom.rujuk[0]}!$A$2:$A${BARIS_TERAKHIR}"
    return ""


def _tulis_tabel_bebas(kerja: Workbook) -> None:
    lembar = kerja.create_sheet("tabel_01")
    for urutan, isi in enumerate(("Bagian laporan, misalnya bab1.sdm.", "Judul tabel.", "Sumber data."), 1):
        _catatan(lembar, 1, urutan, f"{isi}\n{skema.PENJELASAN_TABEL_BEBAS}")
        lembar.column_dimensions[get_column_letter(urutan)].width = 30
    _catatan(lembar, 2, 1, "Baris 2: kepala tabel.")
    lembar.freeze_panes = "A3"


def _tulis_petunjuk(lembar: Worksheet) -> None:
    lembar.cell(1, 1, "Petunjuk pengisian buku kerja LKjIP").font = Font(bold=True, size=14)
    nomor = 2
    for kalimat in _PETUNJUK:
        lembar.cell(nomor, 1, kalimat).alignment = Alignment(wrap_text=True, vertical="top")
        lembar.merge_cells(start_row=nomor, start_column=1, end_row=nomor, end_column=6)
        lembar.row_dimensions[nomor].height = 32
        nomor += 1
    nomor += 1
    _baris_tebal(lembar, nomor, ("Lembar", "Kolom/kunci", "Isi", "Wajib", "Penjelasan", "Contoh"))
    for nama, penjelasan, daftar_kolom in skema.daftar_penjelasan():
        nomor += 1
        _baris_tebal(lembar, nomor, (nama, "", "", "", penjelasan))
        for kolom in daftar_kolom:
            nomor += 1
            isi = (nama, kolom.nama, _jenis(kolom), "ya" if kolom.wajib else "", kolom.penjelasan, kolom.contoh)
            for urutan, teks in enumerate(isi, 1):
                taruh(lembar, nomor, urutan, isi_sel(teks), lipat=urutan in (3, 5))
    for huruf, lebar in zip("ABCDEFGHI", (20, 24, 30, 8, 60, 40, 4, 24, 14), strict=True):
        lembar.column_dimensions[huruf].width = lebar
    for urutan, (judul, daftar) in enumerate(
        (("besaran", skema.BESARAN_KLAIM), ("subkomponen", skema.DAFTAR_SUBKOMPONEN))
    ):
        _tulis_daftar(lembar, 8 + urutan, judul, daftar)


def _tulis_daftar(lembar: Worksheet, kolom: int, judul: str, daftar: Iterable[str]) -> None:
    lembar.cell(1, kolom, judul).font = Font(bold=True)
    for nomor, isi in enumerate(daftar, 2):
        taruh(lembar, nomor, kolom, isi_sel(isi))


def _baris_tebal(lembar: Worksheet, baris: int, isi: Iterable[str]) -> None:
    for urutan, teks in enumerate(isi, 1):
        lembar.cell(baris, urutan, teks or None).font = Font(bold=True)


def _jenis(kolom: Kolom) -> str:
    return ", ".join(kolom.pilihan) if kolom.pilihan else kolom.jenis.value
