"""Sums of chosen budget rows, and what a revision moved."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from anggaran.data import RealisasiAnggaran
from lkjip.besaran import hitung
from renstra.data import Versi
from tests.pembuat import TAHUN, D, baris, buat_data
from tests.pembuat import uang as uang_triwulan

UANG = st.decimals(0, 10**12, places=2)


@given(st.lists(st.tuples(UANG, UANG), min_size=1, max_size=6))
def test_jumlah_baris_terpilih_dan_selisih_revisi(daftar: list[tuple[Decimal, Decimal]]) -> None:
    uang = tuple(baris(f"1.{n}", pagu_murni=m, pagu_perubahan=p) for n, (m, p) in enumerate(daftar))
    data = buat_data(daftar_anggaran=uang)
    pilihan = ";".join(a.kode for a in uang)
    for versi, ke in ((Versi.MURNI, 0), (Versi.PERUBAHAN, 1)):
        jumlah = sum((pasangan[ke] for pasangan in daftar), D(0))
        assert hitung(data, "jumlah_pagu_pilihan", pilihan, versi=versi.value).angka == jumlah
    murni, perubahan = daftar[0]
    assert hitung(data, "perubahan_pagu", "1.0").angka == perubahan - murni


def test_kode_asing_dan_pagu_kosong_tidak_menjadi_nol() -> None:
    data = buat_data(daftar_anggaran=(baris("1", pagu=5), baris("2")))
    assert not hitung(data, "jumlah_pagu_pilihan", "1;9", versi="murni").ada
    assert not hitung(data, "jumlah_pagu_pilihan", "1;2", versi="murni").ada
    assert not hitung(data, "jumlah_pagu_pilihan", "", versi="murni").ada
    assert not hitung(data, "perubahan_pagu", "1").ada


@given(st.lists(st.tuples(UANG, UANG, UANG), min_size=1, max_size=5))
def test_jumlah_realisasi_dan_serapan_baris_terpilih(daftar: list[tuple[Decimal, Decimal, Decimal]]) -> None:
    """Realisasi is recorded cumulatively: up to the second quarter, whatever the third says."""
    uang = tuple(baris(f"1.{n}", pagu_murni=p) for n, (p, _, _) in enumerate(daftar))
    catatan = tuple(RealisasiAnggaran(f"1.{n}", TAHUN, t, isi[t - 1]) for n, isi in enumerate(daftar) for t in (2, 3))
    data = buat_data(daftar_anggaran=uang, daftar_realisasi_anggaran=catatan)
    pilihan = ";".join(a.kode for a in uang)
    pagu, terpakai = (sum((isi[k] for isi in daftar), D(0)) for k in (0, 1))
    assert hitung(data, "jumlah_realisasi_pilihan", pilihan, triwulan=2).angka == terpakai
    serapan = hitung(data, "serapan_pilihan", pilihan, triwulan=2)
    assert serapan.ada == (pagu != 0)
    if pagu:
        assert serapan.angka is not None
        assert abs(serapan.angka - terpakai / pagu * 100) < D("0.0001")


def test_realisasi_baris_asing_atau_kosong_tidak_menjadi_nol() -> None:
    data = buat_data(
        daftar_anggaran=(baris("1", pagu=5), baris("2", pagu=5)), daftar_realisasi_anggaran=(uang_triwulan("1", 3, 2),)
    )
    for besaran in ("jumlah_realisasi_pilihan", "serapan_pilihan"):
        for pilihan in ("1;9", "1;2", ""):
            assert not hitung(data, besaran, pilihan, triwulan=2).ada
