"""`manage.py laporan`: from a workbook without a database, or from stored data; clear words when it cannot."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

CONTOH = Path(__file__).resolve().parents[2] / "contoh"
TRIWULAN = CONTOH / "bkd-kalbar-2023-tw1"


def laporan(*sumber: str, ke: Path) -> str:
    keluar = io.StringIO()
    call_command("laporan", *sumber, keluaran=ke, stdout=keluar)
    return keluar.getvalue()


def test_pdf_dan_html_dari_folder_buku_kerja_tanpa_basis_data(tmp_path: Path) -> None:
    assert "ditulis" in laporan(str(TRIWULAN), ke=tmp_path / "baru" / "l.pdf")
    assert (tmp_path / "baru" / "l.pdf").read_bytes().startswith(b"%PDF-1.7")
    laporan(str(TRIWULAN), ke=tmp_path / "l.html")
    assert 'data-besaran="serapan"' in (tmp_path / "l.html").read_text(encoding="utf-8")


@pytest.mark.django_db
def test_laporan_dari_basis_data_sama_dengan_laporan_dari_bukunya(tmp_path: Path) -> None:
    call_command("impor", str(TRIWULAN), stdout=io.StringIO())
    laporan("BKD-KALBAR", "2023", ke=tmp_path / "basis.html")
    laporan(str(TRIWULAN), ke=tmp_path / "buku.html")
    assert (tmp_path / "basis.html").read_bytes() == (tmp_path / "buku.html").read_bytes()


@pytest.mark.django_db
def test_instansi_atau_tahun_yang_tidak_ada_disebut_beserta_yang_ada(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="TIDAKADA"):
        laporan("TIDAKADA", "2024", ke=tmp_path / "l.html")
    call_command("impor", str(TRIWULAN), stdout=io.StringIO())
    with pytest.raises(CommandError, match="2023"):
        laporan("BKD-KALBAR", "2030", ke=tmp_path / "l.html")
    assert not (tmp_path / "l.html").exists()


def test_docx_dari_folder_buku_kerja_sama_setiap_kali(tmp_path: Path) -> None:
    for nama in ("a.docx", "b.docx"):
        laporan(str(TRIWULAN), ke=tmp_path / nama)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
    assert (tmp_path / "a.docx").read_bytes().startswith(b"PK")


def test_akhiran_yang_belum_dapat_ditulis_ditolak_sebelum_bekerja(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"\.odt"):
        laporan(str(TRIWULAN), ke=tmp_path / "l.odt")
    assert list(tmp_path.iterdir()) == []
