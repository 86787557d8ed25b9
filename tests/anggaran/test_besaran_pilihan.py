"""Sums of chosen budget rows, and what a revision moved."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from lkjip.besaran import hitung
from renstra.data import Versi
from tests.pembuat import D, baris, buat_data

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
