"""Decimals exactly as typed, on every database."""

from __future__ import annotations

import contextlib
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from anggaran.models import Anggaran
from kinerja.models import Skala
from lkjip.kolom import DesimalField, DesimalFormField
from renstra.models import Instansi, Renstra, TahunKinerja

pytestmark = pytest.mark.basis_data  # how a value is prepared depends on the database, asked or not
KOLOM = DesimalField("nilai", null=True)


@pytest.fixture
def tahun_kinerja() -> TahunKinerja:
    instansi = Instansi.objects.create(kode="BKD")
    renstra = Renstra.objects.create(instansi=instansi)
    return TahunKinerja.objects.create(instansi=instansi, tahun=2024, renstra=renstra)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "teks",
    ["27.00", "0.30000000000000004", "99999999999999999999", "-27346788906", "0", "0.00", "1.060", "12345678901234.56"],
)
def test_angka_tersimpan_persis_dengan_nol_di_ekornya(teks: str, tahun_kinerja: TahunKinerja) -> None:
    baris = Skala.objects.create(tahun_kinerja=tahun_kinerja, batas_bawah=Decimal(teks))
    baris.refresh_from_db()
    assert str(baris.batas_bawah) == teks
    Skala.objects.bulk_update([baris], ["batas_bawah"])
    assert str(Skala.objects.values_list("batas_bawah", flat=True).get()) == teks
    assert Skala.objects.filter(batas_bawah=Decimal(teks)).exists()


@pytest.mark.django_db
def test_kolom_basis_data_bukan_pecahan_biner(tahun_kinerja: TahunKinerja) -> None:
    Skala.objects.create(tahun_kinerja=tahun_kinerja, batas_bawah=Decimal("0.1"))
    with connection.cursor() as kursor:
        kursor.execute("SELECT batas_bawah FROM kinerja_skala")
        (nilai,) = kursor.fetchone()
    assert nilai == ("0.1" if connection.vendor == "sqlite" else Decimal("0.1"))


@pytest.mark.parametrize(
    "nilai", [0.1, True, "satu", Decimal("NaN"), Decimal("Infinity"), "1e21", Decimal(10) ** 20, Decimal("1e-21")]
)
def test_yang_bukan_desimal_persis_ditolak_juga_tanpa_clean(nilai: Any) -> None:
    with pytest.raises(ValidationError):
        KOLOM.get_db_prep_value(nilai, connection)


@given(st.decimals(min_value=-(10**19), max_value=10**19, places=10))
def test_bolak_balik_lewat_teks_tidak_mengubah_digit(nilai: Decimal) -> None:
    siap = KOLOM.to_python(nilai)
    assert siap is not None
    assert siap == nilai
    assert KOLOM.from_db_value(f"{siap:f}", None, connection) == nilai


def test_pangkat_dan_nol_negatif_ditulis_polos() -> None:
    assert str(KOLOM.to_python(Decimal("1E+3"))) == "1000"
    assert str(KOLOM.to_python(Decimal("-0.00"))) == "0.00"


def test_perbandingan_besar_kecil_di_basis_data_ditolak() -> None:
    assert KOLOM.get_lookup("lt") is None
    assert KOLOM.get_lookup("gte") is not None  # only against zero, for the constraints


@pytest.mark.parametrize(
    ("ketikan", "nilai"),
    [("1.234.567,89", "1234567.89"), ("90,43", "90.43"), ("98,60%", "98.60"), ("Rp1.000.000,-", "1000000"), ("", None)],
)
def test_formulir_menerima_tulisan_indonesia(ketikan: str, nilai: str | None) -> None:
    hasil = DesimalFormField(required=False).clean(ketikan)
    assert (None if hasil is None else str(hasil)) == nilai


def test_formulir_menolak_angka_rancu_dengan_kedua_bacaannya() -> None:
    with pytest.raises(ValidationError, match="1,234 atau 1234"):
        DesimalFormField().clean("1.234")


def test_formulir_menampilkan_koma_dan_tahu_bila_tidak_berubah() -> None:
    kolom = DesimalFormField()
    assert kolom.prepare_value(Decimal("27.00")) == "27,00"
    assert not kolom.has_changed(Decimal("27.00"), "27,00")
    assert kolom.has_changed(Decimal("27.00"), "27,0")
    assert kolom.has_changed(Decimal(27), "dua puluh tujuh")


@pytest.mark.django_db
@pytest.mark.parametrize("isi", ["NaN", "Infinity", "abc", "", "1,5", "1e5", "5.", "--1", "1" * 60])
def test_sql_yang_diketik_tangan_tidak_dapat_menyimpan_yang_bukan_bilangan(
    isi: str, tahun_kinerja: TahunKinerja
) -> None:
    anggaran = Anggaran.objects.create(tahun_kinerja=tahun_kinerja, kode="1", pagu_murni=Decimal("27.00"))
    with contextlib.suppress(DatabaseError), transaction.atomic(), connection.cursor() as kursor:
        kursor.execute(f"UPDATE anggaran_anggaran SET pagu_murni = '{isi}' WHERE id = %s", [anggaran.pk])
    anggaran.refresh_from_db()
    assert anggaran.pagu_murni is not None
    assert anggaran.pagu_murni.is_finite()
    if isi not in ("1e5", "5."):  # PostgreSQL reads these two as numbers
        assert str(anggaran.pagu_murni) == "27.00"
