"""What NAR-04 takes a wrong figure to have been meant for."""

from __future__ import annotations

from lkjip.pemeriksaan.aturan import periksa
from tests.pemeriksaan.tahun_sehat import dengan_narasi


def _pesan(kalimat: str) -> list[str]:
    return [t.pesan for t in periksa(dengan_narasi(kalimat), hanya=("NAR-04",))]


def test_di_belakang_nama_indikator_yang_dimaksud_ialah_realisasi_bukan_angka_terdekat() -> None:
    (pesan,) = _pesan("Indeks Uji tercatat 80,05%.")
    assert "realisasi I1 tahun 2024 adalah 80,5%" in pesan


def test_triwulan_yang_tidak_disebut_tidak_diusulkan() -> None:
    (pesan,) = _pesan("Nilai SAKIP Dinas tercatat 70,55.")
    assert "Triwulan" not in pesan
