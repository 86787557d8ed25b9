"""Sound workbooks are silent, and one fault planted in them is found by the rule that is about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

import pytest

from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan import periksa
from lkjip.pemeriksaan.data import Tingkat
from lkjip.pemeriksaan.data_katalog import KATALOG
from tests.pemeriksaan.buku_besar import buku_besar
from tests.pemeriksaan.buku_lain import buku_kota, buku_provinsi, buku_triwulan
from tests.pemeriksaan.mutasi_lain import Mutasi, mutasi_lain
from tests.pemeriksaan.mutasi_naskah import daftar_mutasi
from tests.pemeriksaan.mutasi_teks import mutasi_teks

Buku = Callable[[], BukuKerja]
_SETIAP = 9  # of many places of one fault so many are tried: all of them take a quarter of a minute
# No workbook carries what these are about: signatures, reviu, publication (`FaktaTahun`).
_BUKAN_BUKU = {"LEN-19", "LEN-20", "LEN-21", *(f"TTE-0{n}" for n in range(1, 8))}


def _sebagian(daftar: Iterable[Mutasi]) -> Iterator[Mutasi]:
    """The first of each fault, and then every so many-th."""
    urutan: Counter[str] = Counter()
    for satu in daftar:
        if urutan[satu[0]] % _SETIAP == 0:
            yield satu
        urutan[satu[0]] += 1


def _luput(daftar: Iterable[Mutasi]) -> list[str]:
    return [f"{id_} {apa}" for id_, apa, buku in daftar if all(t.aturan != id_ for t in periksa(buku, hanya={id_}))]


@pytest.mark.parametrize("buku", [buku_besar, buku_provinsi, buku_kota, buku_triwulan])
def test_buku_yang_benar_tidak_menimbulkan_galat_dan_peringatan(buku: Buku) -> None:
    assert [t.pesan for t in periksa(buku()) if t.tingkat is not Tingkat.INFO] == []


def test_setiap_kekeliruan_yang_ditanam_ditemukan_aturannya() -> None:
    assert _luput(daftar_mutasi()) == []


@pytest.mark.parametrize("buku", [buku_besar, buku_provinsi, buku_kota])
def test_kekeliruan_yang_sama_ditemukan_di_tempat_dan_buku_lain(buku: Buku) -> None:
    assert _luput(_sebagian(chain(mutasi_lain(buku()), mutasi_teks(buku())))) == []


def test_setiap_aturan_atas_buku_kerja_pernah_dicoba() -> None:
    buku = (buku_besar(), buku_provinsi(), buku_kota())
    semua = chain(daftar_mutasi(), *(macam(b) for b in buku for macam in (mutasi_lain, mutasi_teks)))
    assert set(KATALOG) - {id_ for id_, *_ in semua} == _BUKAN_BUKU
