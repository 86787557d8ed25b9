"""`manage.py impor` and `manage.py ekspor`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.parse import baca_buku
from lkjip.riwayat.models import Riwayat
from renstra.models import Instansi, TahunKinerja

pytestmark = pytest.mark.django_db
KALTIM = Path(__file__).resolve().parents[2] / "contoh" / "bkd-kaltim-2024"


@pytest.mark.parametrize("nama", ["keluar.xlsx", "keluar"])
def test_impor_ekspor_impor_tidak_mengubah_apa_pun(
    nama: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("impor", str(KALTIM))
    banyak = Riwayat.objects.count()
    path = tmp_path / nama
    call_command("ekspor", "BKD-KALTIM", "2024", "-o", str(path))
    call_command("impor", str(path))
    keluaran = capsys.readouterr().out
    assert "tahun baru" in keluaran
    assert keluaran.rstrip().endswith("tidak ada yang berubah.")
    assert Riwayat.objects.count() == banyak
    assert baca_buku(path).buku == baca_buku(KALTIM).buku


def test_perubahan_disebut_per_lembar_dan_per_sel(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("impor", str(KALTIM))
    folder = tmp_path / "buku"
    shutil.copytree(KALTIM, folder)
    berkas = folder / "perjanjian.csv"
    isi = berkas.read_text(encoding="utf-8")
    assert "IKU1,2024,perubahan,90" in isi
    berkas.write_text(isi.replace("IKU1,2024,perubahan,90", "IKU1,2024,perubahan,91.5"), encoding="utf-8")
    capsys.readouterr()
    call_command("impor", str(folder), periksa_saja=True)
    keluaran = capsys.readouterr().out
    assert "BKD-KALTIM 2024: 0 baris ditambah, 1 diubah, 0 dihapus; akan berubah, belum disimpan." in keluaran
    assert "perjanjian IKU1 2024 perubahan: target 90 → 91,5" in keluaran
    call_command("impor", str(folder))
    assert "tersimpan" in capsys.readouterr().out


def test_periksa_saja_tidak_menyimpan() -> None:
    call_command("impor", str(KALTIM), periksa_saja=True)
    assert not TahunKinerja.objects.exists()


def test_oleh_dicatat_pada_riwayat() -> None:
    Pengguna.objects.create_user("ani", nama="Ani")
    call_command("impor", str(KALTIM), oleh="ani")
    terakhir = Riwayat.objects.first()
    assert terakhir is not None
    assert (terakhir.nama_oleh, terakhir.jalur, terakhir.alasan) == ("ani", "impor", f"impor {KALTIM.name}")


def test_pengguna_yang_tidak_ada_ditolak() -> None:
    with pytest.raises(CommandError, match="siapa"):
        call_command("impor", str(KALTIM), oleh="siapa")


def test_semua_galat_dicantumkan_dan_tidak_ada_yang_diubah(tmp_path: Path) -> None:
    folder = tmp_path / "buku"
    shutil.copytree(KALTIM, folder)
    for nama in ("perjanjian.csv", "sasaran.csv"):
        berkas = folder / nama
        berkas.write_text(berkas.read_text(encoding="utf-8").replace("2024", "duaribu").replace("T1", "T9"), "utf-8")
    with pytest.raises(CommandError) as gagal:
        call_command("impor", str(folder))
    pesan = str(gagal.value)
    assert "lembar perjanjian, baris 2, kolom tahun" in pesan
    assert "tidak ada yang diubah" in pesan
    assert gagal.value.returncode == 1
    assert not Instansi.objects.exists()


@pytest.mark.parametrize("isi", [None, b"", b"bukan zip", b"PK\x03\x04rusak"])
def test_berkas_yang_bukan_buku_kerja_ditolak_dengan_kalimat(isi: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    if isi is not None:
        path.write_bytes(isi)
    with pytest.raises(CommandError, match="galat"):
        call_command("impor", str(path))


def test_ekspor_yang_tidak_ada_menyebut_yang_ada(tmp_path: Path) -> None:
    call_command("impor", str(KALTIM))
    with pytest.raises(CommandError, match="Kode yang ada: BKD-KALTIM"):
        call_command("ekspor", "X", "2024", "-o", str(tmp_path / "a.xlsx"))
    with pytest.raises(CommandError, match="Tahun yang ada: 2024"):
        call_command("ekspor", "BKD-KALTIM", "2030", "-o", str(tmp_path / "a.xlsx"))
    with pytest.raises(CommandError, match="bukan tahun"):
        call_command("ekspor", "BKD-KALTIM", "dua ribu", "-o", str(tmp_path / "a.xlsx"))
    with pytest.raises(CommandError, match="tidak dapat ditulis"):
        call_command("ekspor", "BKD-KALTIM", "2024", "-o", str(tmp_path / "tiada" / "a.xlsx"))


def test_templat_kosong_berisi_kode_dan_tahun(tmp_path: Path) -> None:
    path = tmp_path / "kosong.xlsx"
    call_command("ekspor", "BKD-BARU", "2025", "-o", str(path), kosong=True)
    buku = baca_buku(path).buku
    assert buku is not None
    assert (buku.data.renstra.instansi.kode, buku.data.tahun) == ("BKD-BARU", 2025)
    with pytest.raises(CommandError, match="xlsx"):
        call_command("ekspor", "BKD-BARU", "2025", "-o", str(tmp_path / "folder"), kosong=True)
