"""`manage.py klaim`: the counts that an independent recomputation gives, and its machine output."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from lkjip.management.commands.klaim import KOLOM

AKAR = Path(__file__).resolve().parents[2]
CONTOH = AKAR / "contoh"
ASLI = AKAR.parent / "shared" / "contoh"
HARAPAN = {
    "kaltim-2024": {"sesuai": 205, "pembulatan": 3, "tidak_sesuai": 64},
    "kalbar-2023-tw1": {"sesuai": 106, "tidak_sesuai": 4, "tak_terhitung": 3},
}
FOLDER = [(CONTOH / f"bkd-{nama}", nama) for nama in HARAPAN] + [(ASLI / nama, nama) for nama in HARAPAN]


def baca(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


@pytest.mark.parametrize(("folder", "nama"), FOLDER, ids=str)
def test_kelas_klaim_seperti_hitungan_ulang_tersendiri(folder: Path, nama: str, tmp_path: Path) -> None:
    if not folder.exists():
        pytest.skip(f"{folder.name} tidak ada di mesin ini")
    call_command("klaim", str(folder), csv=tmp_path / "k.csv", stderr=io.StringIO())
    baris = baca(tmp_path / "k.csv")
    assert Counter(b["kelas"] for b in baris) == HARAPAN[nama]
    assert list(baris[0]) == list(KOLOM)
    sumber = baca(folder / "klaim.csv")
    kunci = ("rujukan", "besaran", "subjek", "nilai", "teks")
    assert [[b[k] for k in kunci] for b in baris] == [[b[k] for k in kunci] for b in sumber]


def test_setiap_klaim_punya_nilai_hitung_atau_alasan(tmp_path: Path) -> None:
    call_command("klaim", str(CONTOH / "bkd-kalbar-2023-tw1"), csv=tmp_path / "k.csv", stderr=io.StringIO())
    for baris in baca(tmp_path / "k.csv"):
        assert bool(baris["nilai_hitung"]) == (baris["kelas"] != "tak_terhitung")
        assert baris["cara"]


def test_tanpa_csv_hasil_tercetak_di_layar(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("klaim", str(CONTOH / "bkd-kaltim-2024"), stderr=io.StringIO())
    baris = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert len(baris) == 272
    satu = next(b for b in baris if b["besaran"] == "capaian" and b["subjek"] == "IKU1" and not b["triwulan"])
    assert satu["nilai_hitung"] == "100.4777777778"
    assert "Perjanjian Kinerja perubahan 2024" in satu["cara"]


def test_buku_yang_tidak_ada_disebut() -> None:
    with pytest.raises(CommandError, match="tidak ditemukan"):
        call_command("klaim", "tidak-ada.xlsx")


def test_buku_yang_salah_menyebut_lembar_baris_dan_kolom(tmp_path: Path) -> None:
    (tmp_path / "instansi.csv").write_text("kunci,nilai\nkode,UJI\n", encoding="utf-8")
    (tmp_path / "pengaturan.csv").write_text("kunci,nilai\ntahun,dua ribu\n", encoding="utf-8")
    with pytest.raises(CommandError, match=r"lembar pengaturan, baris 2"):
        call_command("klaim", str(tmp_path))
