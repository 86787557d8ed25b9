"""Money against the cash plan, and a parent's own figure against its children: values, traces, reasons."""

from __future__ import annotations

from dataclasses import replace

import pytest

from anggaran.data import Belanja, RealisasiAnggaran
from anggaran.rumus import kas
from lkjip.besaran import hitung
from lkjip.dasar.hasil import Keadaan
from lkjip.data import DataInstansi
from tests.pembuat import TAHUN, D, baris, buat_data

POHON = (baris("P", pagu=300), baris("P.1", "P", pagu=100), baris("P.2", "P", pagu=200))


def kas_baris(kode: str, realisasi: int | None, rencana: int | None, triwulan: int = 3) -> RealisasiAnggaran:
    return RealisasiAnggaran(
        kode, TAHUN, triwulan, None if realisasi is None else D(realisasi), None if rencana is None else D(rencana)
    )


def isi(*daftar: RealisasiAnggaran) -> DataInstansi:
    return buat_data(daftar_anggaran=POHON, daftar_realisasi_anggaran=daftar)


LENGKAP = (kas_baris("P.1", 80, 100), kas_baris("P.2", 130, 100))


@pytest.mark.parametrize(
    ("rencana", "realisasi", "rupiah", "persen"),
    [
        ("100", "85", "-15", "-15"),
        ("100", "115.01", "15.01", "15.01"),
        ("40", "40", "0", "0"),
        ("-20", "5", "25", "-125"),
    ],
)
def test_deviasi_adalah_realisasi_dikurangi_rencana(rencana: str, realisasi: str, rupiah: str, persen: str) -> None:
    assert kas.deviasi_kas(D(rencana), D(realisasi)).nilai == D(rupiah)
    assert kas.persen_deviasi_kas(D(rencana), D(realisasi)).nilai == D(persen)


def test_rencana_nol_mempunyai_deviasi_rupiah_tetapi_tanpa_persen() -> None:
    assert kas.deviasi_kas(D(0), D(5)).nilai == 5
    hasil = kas.persen_deviasi_kas(D(0), D(5))
    assert hasil.keadaan is Keadaan.TIDAK_BERLAKU
    assert "rencana kas nol" in hasil.alasan


@pytest.mark.parametrize(
    ("besaran", "subjek", "harapan"),
    [
        ("deviasi_kas", "P.1", -20),
        ("persen_deviasi_kas", "P.1", -20),
        ("deviasi_kas", "P", 10),
        ("persen_deviasi_kas", "P", 5),
        ("deviasi_kas", "", 10),
        ("persen_deviasi_kas", "", 5),
        ("jumlah_rencana", "P", 200),
        ("jumlah_rencana", "P.2", 100),
        ("jumlah_rencana", "", 200),
    ],
)
def test_deviasi_baris_induk_dan_total(besaran: str, subjek: str, harapan: int) -> None:
    assert hitung(isi(*LENGKAP), besaran, subjek, triwulan=3).nilai == harapan


def test_jejak_menyebut_dua_angka_dan_asalnya() -> None:
    cara = hitung(isi(*LENGKAP), "persen_deviasi_kas", "P.1", triwulan=3).cara
    assert "(80 − 100) / 100 × 100" in cara
    assert "realisasi P.1 s.d. Triwulan III" in cara
    assert "rencana kas P.1 s.d. Triwulan III" in cara


def test_tanpa_rencana_alasannya_disebut_bukan_nol() -> None:
    hasil = hitung(isi(kas_baris("P.1", 80, None)), "deviasi_kas", "P.1", triwulan=3)
    assert hasil.nilai is None
    assert "rencana kas P.1" in hasil.alasan


def test_rencana_anak_yang_kosong_membuat_deviasi_induk_kosong() -> None:
    hasil = hitung(isi(kas_baris("P.1", 80, 100), kas_baris("P.2", 130, None)), "deviasi_kas", "P", triwulan=3)
    assert hasil.nilai is None
    assert "P.2" in hasil.alasan


def test_tanpa_realisasi_alasannya_realisasi() -> None:
    assert "realisasi P.1" in hitung(isi(kas_baris("P.1", None, 100)), "deviasi_kas", "P.1", triwulan=3).alasan


def test_tanpa_triwulan_keduanya_diambil_pada_akhir_tahun() -> None:
    """A plan that ends in the third quarter is not set against a realisasi of the fourth."""
    data = isi(kas_baris("P.1", 80, 100), kas_baris("P.1", 95, None, 4))
    assert hitung(data, "deviasi_kas", "P.1").nilai is None
    assert hitung(isi(kas_baris("P.1", 95, 100, 4)), "deviasi_kas", "P.1").nilai == -5


def test_selisih_induk_terhadap_jumlah_anaknya() -> None:
    data = isi(*LENGKAP, kas_baris("P", 215, 190))
    assert hitung(data, "selisih_realisasi", "P", triwulan=3).nilai == 5
    assert hitung(data, "selisih_rencana", "P", triwulan=3).nilai == -10
    assert "215 − 210" in hitung(data, "selisih_realisasi", "P", triwulan=3).cara


def test_induk_tanpa_angka_sendiri_tidak_berselisih() -> None:
    assert hitung(isi(*LENGKAP), "selisih_realisasi", "P", triwulan=3).nilai == 0


@pytest.mark.parametrize("subjek", ["P.1", "", "S1", "TIDAK-ADA"])
def test_selisih_anak_hanya_ada_pada_baris_yang_beranak(subjek: str) -> None:
    assert hitung(isi(*LENGKAP), "selisih_realisasi", subjek, triwulan=3).keadaan is Keadaan.TIDAK_BERLAKU


def test_belanja_tidak_mempunyai_rencana_kas() -> None:
    data = isi(*LENGKAP)
    data = replace(data, anggaran=replace(data.anggaran, daftar_belanja=(Belanja("5", "", "Belanja", TAHUN, D(9)),)))
    assert "tidak mempunyai rencana kas" in hitung(data, "deviasi_kas", "5", triwulan=3).alasan
