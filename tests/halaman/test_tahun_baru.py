"""A new year made out of another one: its plan goes along, nothing that was reached or spent does."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from lkjip.besaran import hitung
from lkjip.buku_kerja.parse import baca_buku
from lkjip.buku_kerja.writers.xlsx import tulis_xlsx
from lkjip.data import BukuKerja
from lkjip.halaman.tahun_baru import (
    CaraRencana,
    PilihanTahunBaru,
    angka_simpan,
    daftar_realisasi_terbawa,
    susun_tahun_baru,
    susun_tahun_pertama,
)
from renstra.data import Indikator, Instansi, TargetTahunan
from tests.buku_kerja.buat_buku import buku as buku_acak
from tests.buku_kerja.ubah_buku import KALTIM, baca, ubah_renstra

D = Decimal


def lewat_xlsx(buku: BukuKerja) -> BukuKerja:
    with tempfile.TemporaryDirectory() as folder:
        tulis_xlsx(buku, Path(folder) / "buku.xlsx")
        hasil = baca_buku(Path(folder) / "buku.xlsx")
    assert hasil.buku is not None, hasil.daftar_galat
    return hasil.buku


@pytest.fixture(scope="module")
def kaltim() -> BukuKerja:
    """Kaltim 2024 with one indicator at a budget row."""
    buku = baca(KALTIM)
    renstra = buku.data.renstra
    return ubah_renstra(
        buku,
        daftar_indikator=(*renstra.daftar_indikator, Indikator("P1", "1.01", "Keluaran")),
        daftar_target_tahunan=(*renstra.daftar_target_tahunan, TargetTahunan("P1", 2024, D(5))),
    )


def test_tahun_berikut_dalam_periode_memakai_rencana_yang_sama(kaltim: BukuKerja) -> None:
    baru = susun_tahun_baru(kaltim, PilihanTahunBaru(2025, 2024, 2026)).data
    lama = kaltim.data
    assert baru.tahun == 2025
    assert baru.renstra.daftar_sasaran == lama.renstra.daftar_sasaran
    assert baru.renstra.daftar_indikator == lama.renstra.daftar_indikator
    tanpa_p1 = tuple(t for t in lama.renstra.daftar_target_tahunan if t.indikator != "P1")
    assert baru.renstra.daftar_target_tahunan == tanpa_p1
    assert baru.renstra.daftar_perjanjian == ()
    assert baru.kinerja.metode == lama.kinerja.metode
    assert baru.kinerja.daftar_skala == lama.kinerja.daftar_skala


def test_yang_dicapai_dan_dibelanjakan_tidak_ikut(kaltim: BukuKerja) -> None:
    baru = susun_tahun_baru(kaltim, PilihanTahunBaru(2025, 2024, 2026))
    data = baru.data
    assert data.kinerja.daftar_kinerja_triwulan == ()
    assert data.anggaran.daftar_realisasi_anggaran == ()
    assert all(k.nilai is None and k.tahun == 2025 for k in data.kinerja.daftar_komponen)
    assert [k.bobot for k in data.kinerja.daftar_komponen] == [k.bobot for k in kaltim.data.kinerja.daftar_komponen]
    assert len(data.anggaran.daftar_anggaran) == len(kaltim.data.anggaran.daftar_anggaran)
    assert all(a.pagu_murni is None and a.pagu_perubahan is None for a in data.anggaran.daftar_anggaran)
    assert [a.sasaran for a in data.anggaran.daftar_anggaran] == [
        a.sasaran for a in kaltim.data.anggaran.daftar_anggaran
    ]
    assert all(p.capaian is None for p in data.anggaran.daftar_penunjang)
    assert baru.laporan.daftar_narasi == ()
    assert baru.daftar_klaim == ()


def test_realisasi_tahun_lalu_terisi_dari_besarannya(kaltim: BukuKerja) -> None:
    pilihan = PilihanTahunBaru(2025, 2024, 2026)
    baru = susun_tahun_baru(kaltim, pilihan).data
    for kode in ("IKU1", "IKU2", "IKU3"):
        lama = hitung(kaltim.data, "realisasi", kode)
        assert hitung(baru, "realisasi", kode, tahun=2024).nilai == lama.nilai, kode
    assert hitung(baru, "realisasi", "IKU1", tahun=2022).nilai == D("89.5")
    sumber = {(t.baris.indikator, t.baris.tahun): t.sumber for t in daftar_realisasi_terbawa(kaltim, pilihan)}
    assert sumber["IKU1", 2024] == "dihitung dari data tahun 2024"
    assert sumber["IKU1", 2022] == "dicatat pada tahun 2024"


def test_periode_baru_menyalin_susunan_tanpa_target_periode_lama(kaltim: BukuKerja) -> None:
    baru = susun_tahun_baru(kaltim, PilihanTahunBaru(2027, 2027, 2031, CaraRencana.SALIN)).data
    assert (baru.renstra.periode.renstra_awal, baru.renstra.periode.renstra_akhir) == (2027, 2031)
    assert baru.renstra.daftar_sasaran == kaltim.data.renstra.daftar_sasaran
    assert baru.renstra.daftar_target_tahunan == ()


def test_periode_baru_yang_kosong_melepas_tautan_ke_rencana_lama(kaltim: BukuKerja) -> None:
    baru = susun_tahun_baru(kaltim, PilihanTahunBaru(2027, 2027, 2031, CaraRencana.KOSONG)).data
    assert baru.renstra.daftar_sasaran == ()
    assert [i.kode for i in baru.renstra.daftar_indikator] == ["P1"]
    assert all(not a.sasaran for a in baru.anggaran.daftar_anggaran)
    assert baru.anggaran.daftar_penunjang == ()
    assert baru.kinerja.daftar_komponen == ()


def test_tahun_sebelumnya_hanya_membawa_yang_sudah_terjadi(kaltim: BukuKerja) -> None:
    baru = susun_tahun_baru(kaltim, PilihanTahunBaru(2022, 2019, 2023, CaraRencana.SALIN)).data
    assert max(r.tahun for r in baru.kinerja.daftar_realisasi_tahunan) == 2022
    assert max(s.tahun for s in baru.kinerja.daftar_sakip) <= 2022
    assert hitung(baru, "realisasi", "IKU1").nilai == D("89.5")


def test_pilihan_yang_dimatikan_tidak_ikut(kaltim: BukuKerja) -> None:
    mati = dict.fromkeys(("metode", "komponen", "anggaran", "realisasi", "sakip"), False)
    baru = susun_tahun_baru(kaltim, replace(PilihanTahunBaru(2025, 2024, 2026), **mati)).data  # type: ignore[arg-type]
    assert baru.anggaran.daftar_anggaran == ()
    assert "P1" not in baru.renstra.indikator_per_kode
    kinerja = baru.kinerja
    assert (kinerja.daftar_komponen, kinerja.daftar_realisasi_tahunan, kinerja.daftar_sakip) == ((), (), ())
    assert kinerja.metode.skala == kinerja.daftar_skala[0].skala != kaltim.data.kinerja.metode.skala


@pytest.mark.parametrize(
    ("nilai", "simpan"),
    [("66.66666666666666666666666667", "66.6666666667"), ("90.43", "90.43"), ("27.00", "27.00"), ("1E+3", "1E+3")],
)
def test_hasil_bagi_tanpa_ujung_disimpan_sepuluh_desimal(nilai: str, simpan: str) -> None:
    assert str(angka_simpan(D(nilai))) == simpan


def test_tahun_pertama_siap_dipakai() -> None:
    buku = susun_tahun_pertama(Instansi("BARU", nama="Dinas Baru"), 2026, 2025, 2029)
    assert lewat_xlsx(buku) == buku
    assert buku.data.kinerja.metode.skala == "permendagri_54"
    assert buku.data.kinerja.daftar_skala[0].kategori == "Sangat Tinggi"


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(lama=buku_acak(), selisih=st.sampled_from([-3, -1, 1, 2]), cara=st.sampled_from(CaraRencana), ikut=st.booleans())
def test_tahun_baru_dari_buku_apa_pun_adalah_buku_yang_sah(
    lama: BukuKerja, selisih: int, cara: CaraRencana, ikut: bool
) -> None:
    tahun = lama.data.tahun + selisih
    assume(2000 <= tahun <= 2090)
    periode = lama.data.renstra.periode
    awal, akhir = (periode.renstra_awal, periode.renstra_akhir) if cara is CaraRencana.SAMA else (tahun, tahun + 4)
    pilihan = PilihanTahunBaru(tahun, awal, akhir, cara, penunjang=ikut, indikator_anggaran=ikut, komponen=ikut)
    baru = susun_tahun_baru(lama, pilihan)
    assert lewat_xlsx(baru) == baru
