"""A formula in words and on numbers: the same figures as the measurement gives."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kinerja.data import MetodePengukuran, RumusNegatif, Skala
from lkjip.besaran import hitung
from lkjip.dasar.hasil import Hasil
from lkjip.data import DataInstansi
from lkjip.halaman.coba_rumus import Percobaan, coba_rumus, nama_bilangan, rumus_kata
from lkjip.halaman.metode import daftar_contoh
from lkjip.laporan.isi import Angka, Sebaris
from renstra.data import Arah, CaraHitung, Indikator, JenisIndikator
from renstra.data_rincian import CaraIndikator
from tests.pembuat import D, buat_data, buat_kinerja, buat_renstra, setahun, target

METODE = MetodePengukuran(rumus_negatif=RumusNegatif.SELISIH, skala="s", batas_capaian=D(120))
SKALA = (Skala("s", Arah.POSITIF, D(91), "Sangat Tinggi"), Skala("s", Arah.POSITIF, D(0), "Rendah"))
_BILANGAN = st.decimals(min_value=1, max_value=10**6, places=2)


def _tahun() -> DataInstansi:
    return buat_data(buat_kinerja(metode=METODE, daftar_skala=SKALA))


def _hasil(isi: tuple[Sebaris, ...]) -> Hasil:
    assert isinstance(isi[0], Angka)
    return isi[0].hasil


@given(_BILANGAN, _BILANGAN, _BILANGAN, st.sampled_from(Arah), st.sampled_from([None, *JenisIndikator]))
def test_sama_dengan_pengukurannya(
    pembilang: Decimal, penyebut: Decimal, sasaran: Decimal, arah: Arah, jenis: JenisIndikator | None
) -> None:
    renstra = buat_renstra(Indikator("I1", "S1", arah=arah, jenis=jenis))
    renstra = replace(renstra, daftar_target_tahunan=(target("I1", str(sasaran)),))
    baris = setahun("I1", None, pembilang=pembilang, penyebut=penyebut)
    data = buat_data(buat_kinerja(renstra, metode=METODE, daftar_skala=SKALA, daftar_realisasi_tahunan=(baris,)))
    dicoba = coba_rumus(
        _tahun(), Percobaan(CaraIndikator(CaraHitung.RASIO), jenis, arah, (pembilang, penyebut), (), sasaran)
    )
    assert _hasil(dicoba.realisasi).nilai == hitung(data, "realisasi", "I1").nilai
    assert _hasil(dicoba.capaian).nilai == hitung(data, "capaian", "I1").nilai
    assert _hasil(dicoba.kategori).nilai == hitung(data, "kategori_capaian", "I1").nilai


@given(_BILANGAN, _BILANGAN)
def test_penurunan_adalah_selisih_dibagi_tahun_lalu(lalu: Decimal, kini: Decimal) -> None:
    assume(lalu != kini)
    percobaan = Percobaan(CaraIndikator(CaraHitung.PENURUNAN), JenisIndikator.PERSEN, None, (lalu, kini))
    nilai = _hasil(coba_rumus(_tahun(), percobaan).realisasi).angka
    assert nilai is not None
    assert abs(nilai - (lalu - kini) * 100 / lalu) < D("0.0000001")


def test_komponen_dan_yang_kurang_menyebut_alasannya() -> None:
    lengkap = Percobaan(CaraIndikator(CaraHitung.KOMPONEN), komponen=((D("0.4"), D(100)), (D("0.6"), D(90))))
    hasil = coba_rumus(_tahun(), lengkap)
    assert _hasil(hasil.realisasi).nilai == D(94)
    assert dict(hasil.cara)["Capaian"] == "target tahun 2024 belum diisi"
    kurang = Percobaan(CaraIndikator(CaraHitung.KOMPONEN), komponen=((D("0.4"), None), (D("0.6"), D(90))))
    assert "belum lengkap" in dict(coba_rumus(_tahun(), kurang).cara)["Realisasi"]


@pytest.mark.parametrize(
    ("cara", "jenis", "rumus"),
    [
        (CaraIndikator(CaraHitung.RASIO, "keluhan ditindaklanjuti", "keluhan masuk"), JenisIndikator.PERSEN,
         "keluhan ditindaklanjuti / keluhan masuk × 100%"),
        (CaraIndikator(CaraHitung.RASIO), JenisIndikator.ANGKA, "pembilang / penyebut"),
        (CaraIndikator(CaraHitung.PENURUNAN), JenisIndikator.PERSEN,
         "(tahun lalu − tahun ini) / tahun lalu × 100%"),
        (CaraIndikator(CaraHitung.PENURUNAN, "", "temuan"), None,
         "(temuan tahun lalu − temuan tahun ini) / temuan tahun lalu"),
    ],
)  # fmt: skip
def test_rumus_dalam_kata(cara: CaraIndikator, jenis: JenisIndikator | None, rumus: str) -> None:
    assert rumus_kata(cara, jenis) == rumus
    assert len(nama_bilangan(cara)) == 2


def test_contoh_metode_menyebut_sekarang_dan_menjadi_tanpa_mengubah_data() -> None:
    renstra = replace(buat_renstra(Indikator("I1", "S1")), daftar_target_tahunan=(target("I1", 50),))
    kinerja = buat_kinerja(renstra, metode=METODE, daftar_skala=SKALA, daftar_realisasi_tahunan=(setahun("I1", 100),))
    data = buat_data(kinerja)
    capaian = daftar_contoh(data, replace(METODE, batas_capaian=None))[0]
    assert capaian.kalimat == "Capaian I1"
    assert capaian.berubah
    assert _hasil(capaian.kini).nilai == D(120)
    assert _hasil(capaian.menjadi).nilai == D(200)
    assert not any(satu.berubah for satu in daftar_contoh(data, METODE))
    assert data.kinerja.metode == METODE
