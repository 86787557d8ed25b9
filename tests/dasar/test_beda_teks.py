from __future__ import annotations

from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip.dasar.beda_teks import JenisPotongan, beda_kata
from lkjip.dasar.urutan import naik_terpanjang

SAMA, HAPUS, TAMBAH = JenisPotongan.SAMA, JenisPotongan.HAPUS, JenisPotongan.TAMBAH
_KATA = st.lists(st.sampled_from(["indeks", "nilai", "a", " ", "\n", "90,5", "–"]), max_size=30).map(" ".join)


@given(lama=_KATA | st.text(), baru=_KATA | st.text())
def test_potongan_menyusun_kembali_kedua_teks(lama: str, baru: str) -> None:
    potongan = beda_kata(lama, baru)
    assert "".join(p.teks for p in potongan if p.jenis is not TAMBAH) == lama
    assert "".join(p.teks for p in potongan if p.jenis is not HAPUS) == baru


@given(teks=st.text())
def test_teks_yang_sama_tidak_berbeda(teks: str) -> None:
    assert all(p.jenis is SAMA for p in beda_kata(teks, teks))


def test_kata_yang_diganti_saja_yang_ditandai() -> None:
    potongan = beda_kata("Indeks NSPK Manajemen ASN", "Indeks Sistem Merit Manajemen ASN")
    assert [(p.jenis, p.teks) for p in potongan if p.jenis is not SAMA] == [(HAPUS, "NSPK"), (TAMBAH, "Sistem Merit")]


def test_teks_yang_sangat_panjang_tetap_cepat() -> None:
    lama, baru = (" ".join(f"{n * k % 997}" for n in range(50_000)) for k in (3, 7))
    mulai = monotonic()
    beda_kata(lama, baru)
    assert monotonic() - mulai < 2


@given(daftar=st.lists(st.integers(0, 50), unique=True, max_size=12))
def test_deret_naik_terpanjang_memang_naik_dan_paling_panjang(daftar: list[int]) -> None:
    posisi = naik_terpanjang(daftar)
    assert posisi == sorted(posisi)
    nilai = [daftar[p] for p in posisi]
    assert nilai == sorted(nilai)
    panjang = [1] * len(daftar)
    for n, angka in enumerate(daftar):
        panjang[n] = 1 + max((panjang[m] for m in range(n) if daftar[m] < angka), default=0)
    assert len(posisi) == max(panjang, default=0)


@pytest.mark.parametrize(("daftar", "tetap"), [([], 0), ([3, 1, 2], 2), ([1, 2, 3], 3)])
def test_contoh_deret_naik(daftar: list[int], tetap: int) -> None:
    assert len(naik_terpanjang(daftar)) == tetap
