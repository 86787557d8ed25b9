"""`manage.py dokumen`: planning documents from a workbook without a database, or from stored data."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

CONTOH = Path(__file__).resolve().parents[2] / "contoh"
KALTIM = str(CONTOH / "bkd-kaltim-2024")


def _dokumen(*sumber: str, ke: Path, **pilihan: str) -> str:
    keluar = io.StringIO()
    call_command("dokumen", *sumber, keluaran=ke, stdout=keluar, **pilihan)
    return ke.read_text(encoding="utf-8") if ke.suffix == ".html" else keluar.getvalue()


@pytest.mark.parametrize(
    ("jenis", "tulisan"),
    [("pk", "58.342.319.641"), ("rencana-aksi", "Rencana Aksi Perubahan"), ("iku", "Indikator Kinerja Utama")],
)
def test_dari_buku_kerja_tanpa_basis_data(tmp_path: Path, jenis: str, tulisan: str) -> None:
    assert tulisan in _dokumen(KALTIM, ke=tmp_path / "d.html", jenis=jenis)
    for akhiran in ("pdf", "docx"):
        assert "ditulis" in _dokumen(KALTIM, ke=tmp_path / f"d.{akhiran}", jenis=jenis)


def test_lembar_unit_dari_buku_kerja(tmp_path: Path) -> None:
    isi = _dokumen(KALTIM, ke=tmp_path / "d.html", jenis="pk", unit="Sekretariat")
    assert "Sekretaris," in isi
    assert "Indeks Kualitas Pelayanan Kesekretariatan" in isi
    assert "Indeks NSPK Manajemen ASN" not in isi


@pytest.mark.django_db
def test_dari_basis_data_sama_dengan_dari_buku(tmp_path: Path) -> None:
    call_command("impor", KALTIM, stdout=io.StringIO())
    for jenis in ("pk", "rencana-aksi", "iku"):
        buku = _dokumen(KALTIM, ke=tmp_path / "buku.html", jenis=jenis)
        assert _dokumen("BKD-KALTIM", "2024", ke=tmp_path / "basis.html", jenis=jenis) == buku, jenis


@pytest.mark.django_db
def test_yang_tidak_ada_disebut(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="TIDAKADA"):
        _dokumen("TIDAKADA", "2024", ke=tmp_path / "d.pdf", jenis="pk")
    call_command("impor", KALTIM, stdout=io.StringIO())
    with pytest.raises(CommandError, match="Bidang Entah"):
        _dokumen("BKD-KALTIM", "2024", ke=tmp_path / "d.pdf", jenis="pk", unit="Bidang Entah")
    with pytest.raises(CommandError, match=r"\.doc'"):
        _dokumen(KALTIM, ke=tmp_path / "d.doc", jenis="pk")
