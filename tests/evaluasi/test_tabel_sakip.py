"""The SAKIP tables of two published reports, four years, both schemes: printed totals and predikats, or a finding.

Report A: BKD of a province, 2024 (contoh/bkd-kaltim-2024), years 2021 and 2024 by PermenPANRB 12/2015. Report D: BKPSDM
of a kabupaten, 2024, years 2022 and 2023 by 88/2021; of it the catalogue of checks (pemeriksaan.md) keeps these.
"""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from kinerja.besaran_evaluasi import nilai_evaluasi, predikat_evaluasi
from kinerja.rumus.evaluasi import predikat_skema
from kinerja.rumus.predikat import BATAS_BAWAH_PREDIKAT, predikat
from lkjip.besaran import hitung
from lkjip.evaluasi.aturan_rekaman import periksa_rekaman
from lkjip.pemeriksaan.aturan import periksa
from renstra.models import Instansi
from tests.buku_kerja.ubah_buku import KALTIM, baca
from tests.evaluasi.dunia_fakta import skema
from tests.evaluasi.terbit import BARU, LAMA, data_dijawab, data_direkam, rekam

D = Decimal
KALTIM_2021 = {1: "27.00", 2: "15.40", 3: "7.40", 4: "14.40", 5: "17.60"}
KALTIM_2024 = {1: "27.00", 2: "16.00", 3: "6.60", 4: "13.80", 5: "17.60"}
PASER_2023 = {1: "26.97", 2: "16.93", 3: "10.10", 4: "17.50"}


@pytest.mark.parametrize(
    ("kode", "tahun", "nilai", "total", "huruf", "dihitung", "temuan"),
    [
        (LAMA, 2021, KALTIM_2021, "81.80", "A", "81.80", ["SAK-02"]),
        (LAMA, 2024, KALTIM_2024, "81.00", "A", "81.00", ["SAK-02"]),
        (BARU, 2023, PASER_2023, "71.51", "B", "71.50", ["SAK-01", "SAK-05"]),
        (BARU, 2023, PASER_2023, "71.50", "BB", "71.50", []),
        (BARU, 2023, PASER_2023, "71.50", "Sangat Baik", "71.50", []),
        (BARU, 2023, PASER_2023, "71.11", "BB", "71.50", ["SAK-01"]),
    ],
)  # fmt: skip
def test_tabel_laporan_terbit_keluar_seperti_tercetak_atau_menjadi_temuan(
    kode: str, tahun: int, nilai: dict[int, str], total: str, huruf: str, dihitung: str, temuan: list[str]
) -> None:
    data = data_direkam(kode, tahun, nilai, total, huruf)
    assert nilai_evaluasi(data).angka == D(dihitung)
    assert [t.aturan for t in periksa_rekaman(data)] == temuan
    assert predikat_evaluasi(data).kata == predikat(D(dihitung))


def test_temuan_menyebut_kedua_angka() -> None:
    nilai, huruf = periksa_rekaman(data_direkam(BARU, 2023, PASER_2023, "71.51", "B"))
    assert nilai.pesan == "LHE tahun 2023 menyatakan nilai 71,51, padahal komponennya berjumlah 71,50."
    assert huruf.pesan == "LHE tahun 2023 menyatakan predikat B, padahal nilai 71,50 berpredikat BB (Sangat Baik)."
    (bobot, *_) = periksa_rekaman(data_direkam(LAMA, 2021, KALTIM_2021))
    assert "Evaluasi Kinerja 2021 tercatat 14,40, padahal bobotnya 10" in bobot.pesan


@pytest.mark.parametrize("total", ["65.16", "65.18"])
def test_total_tanpa_rincian_tidak_dihakimi(total: str) -> None:
    """Of 2022 report D prints two totals for one score, and one component (Pengukuran 20,46): no sum, no verdict."""
    data = data_direkam(BARU, 2022, {2: "20.46"}, total, "B")
    assert not nilai_evaluasi(data).ada
    assert periksa_rekaman(data) == ()
    assert predikat(D(total)) == "B"


@pytest.mark.parametrize(("tahun", "total", "huruf"), [(2021, "81.80", "A"), (2024, "81.00", "A")])
def test_buku_contoh_menghitung_nilai_tercetak_dan_menemukan_nilai_di_atas_bobot(
    tahun: int, total: str, huruf: str
) -> None:
    buku = baca(KALTIM)
    assert hitung(buku.data, "nilai_sakip", tahun=tahun).angka == D(total)
    assert hitung(buku.data, "predikat_sakip", tahun=tahun).kata == huruf
    temuan = [t for t in periksa(buku, hanya={"SAK-02"}) if not t.klaim and t.butir == str(tahun)]
    assert [t.subjek for t in temuan] == ["Evaluasi Kinerja"]


@pytest.mark.django_db
def test_nilai_di_atas_bobot_ditolak_sebagai_masukan() -> None:
    instansi = Instansi.objects.create(kode="BKD-KALTIM", nama="BKD")
    with pytest.raises(ValidationError, match="lebih besar daripada bobotnya"):
        rekam(instansi, 2021, KALTIM_2021, kode=LAMA)


_nilai = st.decimals(min_value=0, max_value=100, allow_nan=False, allow_infinity=False, places=10)


@given(_nilai)
def test_kedua_predikat_selalu_sama(nilai: Decimal) -> None:
    assert {predikat_skema(nilai, skema(k).daftar_predikat) for k in (BARU, LAMA)} == {predikat(nilai)}


@pytest.mark.parametrize("huruf", list(BATAS_BAWAH_PREDIKAT)[:-1])
def test_batas_atas_termasuk_predikat_di_bawahnya(huruf: str) -> None:
    urut = list(BATAS_BAWAH_PREDIKAT)
    batas, bawah = BATAS_BAWAH_PREDIKAT[huruf], urut[urut.index(huruf) + 1]
    for tepat in (batas, batas.quantize(D("0.00"))):
        assert predikat(tepat) == predikat_skema(tepat, skema(BARU).daftar_predikat) == bawah
    sedikit = batas + D("0.0000000001")
    assert predikat(sedikit) == predikat_skema(sedikit, skema(BARU).daftar_predikat) == huruf


_jawaban = st.sampled_from([j.kode for j in skema(BARU).daftar_jawaban])
_kode_sub = list(skema(BARU).subkomponen_per_kode)


@given(st.fixed_dictionaries({(kode, 0): _jawaban for kode in _kode_sub}))
def test_jumlah_tidak_pernah_di_atas_seratus(jawaban: dict[tuple[str, int], str]) -> None:
    nilai = nilai_evaluasi(data_dijawab(2023, jawaban)).angka
    assert nilai is not None
    assert 0 <= nilai <= 100


def test_aa_di_semua_subkomponen_bernilai_seratus_dan_a_tepat_sembilan_puluh() -> None:
    for kode, nilai, huruf in (("AA", 100, "AA"), ("A", 90, "A")):
        data = data_dijawab(2023, {(sub, 0): kode for sub in _kode_sub})
        assert nilai_evaluasi(data).angka == nilai
        assert predikat_evaluasi(data).kata == huruf


def test_rerata_kriteria_tak_berujung_yang_tepat_di_batas_tidak_naik_predikat() -> None:
    """− 50 × 6 / 700 and + 40 × 7,5 / 700: each endless, together nothing, so that the total is 80 and no more."""
    daftar_sub = skema(BARU).subkomponen_per_kode.values()
    jawaban = {(s.kode, k.nomor): "BB" for s in daftar_sub for k in s.daftar_kriteria}
    jawaban |= {("1.a", 1): "D", ("3.c", 1): "AA", ("3.c", 2): "AA"}
    data = data_dijawab(2023, jawaban, kriteria=True)
    nilai = nilai_evaluasi(data).angka
    assert nilai is not None
    assert abs(nilai - 80) < D("1e-40")
    assert predikat_evaluasi(data).kata == "BB"
