"""Shares of a row's money: what counts for an indicator; without shares everything is as the format says."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from anggaran.besaran_efisiensi import efisiensi, pagu_penunjang, uang_indikator
from anggaran.data import Belanja, Penunjang, PorsiAnggaran
from kinerja.data import MetodeEfisiensi, MetodePengukuran
from lkjip.besaran import hitung
from lkjip.data import DataInstansi
from renstra.data import Indikator
from tests.pembuat import TAHUN, D, baris, buat_data, buat_kinerja, buat_renstra, setahun, target, uang


def _data(*porsi: PorsiAnggaran) -> DataInstansi:
    renstra = buat_renstra(
        Indikator("I1", "S1"), Indikator("I2", "S1"), daftar_target_tahunan=(target("I1", 100), target("I2", 100))
    )
    kinerja = buat_kinerja(
        renstra,
        daftar_realisasi_tahunan=(setahun("I1", 100), setahun("I2", 100)),
        metode=MetodePengukuran(metode_efisiensi=MetodeEfisiensi.SELISIH),
    )
    return buat_data(
        kinerja,
        daftar_anggaran=(baris("1", pagu=1000, sasaran="S1"), baris("2", pagu=500, sasaran="S1")),
        daftar_realisasi_anggaran=(uang("1", 800), uang("2", 100)),
        daftar_penunjang=(
            Penunjang("1", mendukung="I1"),
            Penunjang("1", mendukung="I2"),
            Penunjang("2", mendukung="I1"),
        ),
        daftar_porsi=porsi,
    )


def test_tanpa_porsi_seluruh_uang_dihitung_pada_setiap_indikator() -> None:
    data = _data()
    assert hitung(data, "pagu_penunjang", "I1").angka == 1500
    assert hitung(data, "pagu_penunjang", "I2").angka == 1000
    assert hitung(data, "efisiensi", "I1").angka == 40  # 100 − 900/1500
    assert "porsi" not in hitung(data, "efisiensi", "I1").cara


def test_porsi_mengecilkan_pagu_dan_realisasi_indikator_itu_saja() -> None:
    data = _data(PorsiAnggaran("1", "I1", D("0.25")))
    pagu = hitung(data, "pagu_penunjang", "I1")
    assert pagu.angka == 750
    assert pagu.cara == "anggaran penunjang I1 (porsi 1 25%): 1 250 + 2 500"
    assert hitung(data, "serapan_penunjang", "I1").angka == D(300) / D(750) * 100
    assert hitung(data, "efisiensi", "I1").angka == 60
    assert "baris penunjang 1, 2 (porsi 1 25%)" in hitung(data, "efisiensi", "I1").cara
    assert hitung(data, "efisiensi", "I2").angka == 20
    assert hitung(data, "jumlah_pagu", "S1").angka == 1500  # a sasaran's money knows no share


def test_porsi_baris_yang_tidak_mendukung_tidak_berarti() -> None:
    data = _data(PorsiAnggaran("2", "I2", D("0.5")))
    assert hitung(data, "pagu_penunjang", "I2").angka == 1000


def test_porsi_bukan_isi_tahun_jadi_dua_tahun_yang_beda_porsi_sama() -> None:
    assert _data() == _data(PorsiAnggaran("1", "I1", D("0.25")))


@given(st.decimals(min_value=Decimal("0.0001"), max_value=1, places=4))
def test_porsi_dua_indikator_bersama_menjadi_seluruh_uang(porsi: Decimal) -> None:
    data = _data(PorsiAnggaran("1", "I1", porsi), PorsiAnggaran("1", "I2", 1 - porsi)).anggaran
    dua = [pagu_penunjang(data, kode, TAHUN, None, None).angka for kode in ("I1", "I2")]
    assert None not in dua
    assert sum(n for n in dua if n is not None) == 1500
    assert uang_indikator(data, "I1", TAHUN, None)[0].angka == dua[0]
    assert efisiensi(data, "I1", TAHUN, None, None).ada


def test_jumlah_belanja_dari_baris_paling_atas() -> None:
    belanja = (
        Belanja("5.1", tahun=TAHUN),
        Belanja("5.1.01", "5.1", tahun=TAHUN, pagu_murni=D(7), pagu=D(9), realisasi=D(3)),
    )
    data = buat_data(daftar_belanja=(*belanja, Belanja("5.2", pagu_murni=D(1), realisasi=D(1))))
    assert hitung(data, "jumlah_belanja").angka == 10
    assert hitung(data, "jumlah_belanja", versi="murni").angka == 8
    assert hitung(data, "realisasi_belanja").angka == 4
    kosong = replace(data, anggaran=replace(data.anggaran, daftar_belanja=()))
    assert hitung(kosong, "jumlah_belanja").angka is None


def test_selisih_pagu_per_versi() -> None:
    data = buat_data(
        daftar_anggaran=(
            baris("1", pagu=10, pagu_perubahan=D(50)), baris("1.1", "1", 7), baris("1.2", "1", 3, pagu_perubahan=D(40))
        )
    )  # fmt: skip
    assert hitung(data, "selisih_pagu", "1", versi="murni").angka == 0
    assert hitung(data, "selisih_pagu", "1", versi="perubahan").angka == 3
    assert hitung(data, "selisih_pagu", "1.1", versi="murni").angka is None
