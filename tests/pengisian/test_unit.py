"""Which units a text names, and which answer for an indicator or a budget row."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytest_django import DjangoAssertNumQueries

from anggaran.data import Anggaran
from lkjip.halaman.unit import unit_penanggung_jawab
from renstra.data import Indikator
from renstra.data_unit import PetaUnit, Unit
from renstra.models import Instansi, SebutanUnit, UnitKerja
from renstra.selectors_unit import load_unit
from tests.pembuat import baris, buat_data, buat_kinerja, buat_renstra

MUTASI, PROMOSI, SEKRETARIAT = 1, 2, 3
PETA = PetaUnit(
    (
        Unit(MUTASI, "Bidang Mutasi", ("Kabid Mutasi", "Bid. Mutasi; Promosi")),
        Unit(PROMOSI, "Bidang Promosi"),
        Unit(SEKRETARIAT, "Sekretariat", ("Sekretaris",)),
    )
)


@pytest.mark.parametrize(
    ("teks", "unit"),
    [
        ("Bidang Mutasi", {MUTASI}),
        ("  bidang   MUTASI ", {MUTASI}),
        ("Kabid Mutasi", {MUTASI}),
        ("Kabid Mutasi; Sekretaris", {MUTASI, SEKRETARIAT}),
        ("Kabid Mutasi;;Tim lain; bidang promosi", {MUTASI, PROMOSI}),
        ("Bid. Mutasi; Promosi", {MUTASI}),
        ("Bidang Mutasi dan Promosi", set()),
        ("Bidang", set()),
        ("", set()),
        (" ; ", set()),
    ],
)
def test_teks_menyebut_unit_seluruhnya_atau_bagian_demi_bagian(teks: str, unit: set[int]) -> None:
    assert PETA.dari_teks(teks) == unit


def test_nama_menurut_urutan_daftar_instansi() -> None:
    assert PETA.nama(frozenset({SEKRETARIAT, MUTASI, 99})) == ("Bidang Mutasi", "Sekretariat")
    assert PETA.nama_per_pk[PROMOSI] == "Bidang Promosi"
    assert PetaUnit().dari_teks("Bidang Mutasi") == frozenset()


def test_baris_anggaran_dan_indikator_mewarisi_unit_induknya() -> None:
    renstra = buat_renstra(
        Indikator("I1", "S1", penanggung_jawab="Sekretaris"),
        Indikator("I2", "S1"),
        Indikator("O1", "1.1"),
        Indikator("O2", "1.1", penanggung_jawab="Bidang Promosi"),
        Indikator("O3", "1.1", penanggung_jawab="Tim tak dikenal"),
    )
    daftar = (
        baris("1", penanggung_jawab="Kabid Mutasi"),
        baris("1.1", "1"),
        baris("1.2", "1", unit="Sekretariat"),
        baris("1.2.1", "1.2", unit="Sekretariat", penanggung_jawab="Bidang Promosi"),
        baris("2"),
    )
    hasil = unit_penanggung_jawab(buat_data(buat_kinerja(renstra), daftar_anggaran=daftar), PETA)
    assert dict(hasil.per_anggaran) == {
        "1": {MUTASI}, "1.1": {MUTASI}, "1.2": {SEKRETARIAT}, "1.2.1": {PROMOSI}, "2": set(),
    }  # fmt: skip
    assert dict(hasil.per_indikator) == {
        "I1": {SEKRETARIAT}, "I2": set(), "O1": {MUTASI}, "O2": {PROMOSI}, "O3": {MUTASI},
    }  # fmt: skip


def test_pohon_anggaran_yang_sangat_dalam_terbaca() -> None:
    dalam = tuple(
        replace(Anggaran(f"{n}", f"{n - 1}" if n else ""), unit="" if n else "Sekretariat") for n in range(3000)
    )
    hasil = unit_penanggung_jawab(buat_data(daftar_anggaran=dalam), PETA)
    assert hasil.per_anggaran["2999"] == {SEKRETARIAT}


@pytest.mark.django_db
def test_unit_dimuat_dengan_dua_kueri(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    instansi, lain = (Instansi.objects.create(kode=kode) for kode in "AB")
    UnitKerja.objects.create(instansi=lain, nama="Bidang Mutasi")
    for n in range(20):
        unit = UnitKerja.objects.create(instansi=instansi, nama=f"Bidang {n:02d}")
        SebutanUnit.objects.create(unit=unit, sebutan=f"Kabid {n}")
    with django_assert_num_queries(2):
        peta = load_unit(instansi)
    assert [u.nama for u in peta.daftar] == [f"Bidang {n:02d}" for n in range(20)]
    assert peta.nama(peta.dari_teks("Kabid 7; Bidang Mutasi")) == ("Bidang 07",)
