"""Capaian by every formula: the table of pengukuran.md, its edges, and the properties that hold for all numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.data import RumusNegatif
from kinerja.rumus.capaian import capaian, capaian_predikat
from lkjip.dasar.hasil import Keadaan
from renstra.data import Arah

POSITIF: dict[str, object] = {"arah": Arah.POSITIF}
SEMUA_RUMUS: list[dict[str, object]] = [
    POSITIF,
    {"arah": None},
    *(dict[str, object](arah=Arah.NEGATIF, rumus_negatif=rumus) for rumus in RumusNegatif),
]
angka = st.decimals(min_value=0, max_value=10**9, places=4, allow_nan=False, allow_infinity=False)
positif = st.decimals(min_value=Decimal("0.0001"), max_value=10**9, places=4, allow_nan=False, allow_infinity=False)
rumus = st.sampled_from(SEMUA_RUMUS)


def hitung(target: str, realisasi: str, batas: str | None = None, **metode: object) -> Decimal | None:
    hasil = capaian(
        Decimal(target),
        Decimal(realisasi),
        batas=Decimal(batas) if batas else None,
        **metode,  # type: ignore[arg-type]
    )
    return hasil.angka


@pytest.mark.parametrize(
    ("target", "realisasi", "batas", "metode", "harapan"),
    [
        ("90", "90.45", None, POSITIF, "100.5"),
        ("85", "98", "100", POSITIF, "100"),
        ("80", "92", "120", POSITIF, "115"),
        ("5", "19.05", None, POSITIF, "381"),
        ("10", "-5", None, POSITIF, "0"),
        ("0", "0", None, POSITIF, "100"),
        ("0", "0", "80", POSITIF, "80"),
        ("0", "3", None, POSITIF, None),
        ("0.2", "0.32", None, {"arah": Arah.NEGATIF, "rumus_negatif": RumusNegatif.SELISIH}, "40"),
        ("10", "0", None, {"arah": Arah.NEGATIF, "rumus_negatif": RumusNegatif.SELISIH}, "200"),
        ("10", "25", None, {"arah": Arah.NEGATIF, "rumus_negatif": RumusNegatif.SELISIH}, "0"),
        ("0", "0", None, {"arah": Arah.NEGATIF, "rumus_negatif": RumusNegatif.SELISIH}, "100"),
        ("0", "1", None, {"arah": Arah.NEGATIF, "rumus_negatif": RumusNegatif.SELISIH}, "0"),
        ("0.2", "0.32", None, {"arah": Arah.NEGATIF, "rumus_negatif": RumusNegatif.LANGSUNG}, "160"),
        ("0", "0", None, {"arah": Arah.NEGATIF, "rumus_negatif": RumusNegatif.LANGSUNG}, "100"),
        ("0", "1", None, {"arah": Arah.NEGATIF, "rumus_negatif": RumusNegatif.LANGSUNG}, "0"),
        ("5", "4", None, {"arah": Arah.NEGATIF, "rumus_negatif": RumusNegatif.KEBALIKAN}, "125"),
        ("5", "0", "120", {"arah": Arah.NEGATIF, "rumus_negatif": RumusNegatif.KEBALIKAN}, "120"),
        ("5", "0", None, {"arah": Arah.NEGATIF, "rumus_negatif": RumusNegatif.KEBALIKAN}, None),
        ("0", "0", None, {"arah": Arah.NEGATIF, "rumus_negatif": RumusNegatif.KEBALIKAN}, "100"),
        ("0", "4", None, {"arah": Arah.NEGATIF, "rumus_negatif": RumusNegatif.KEBALIKAN}, "0"),
    ],
)
def test_capaian_menurut_tabel_pengukuran(
    target: str, realisasi: str, batas: str | None, metode: dict[str, object], harapan: str | None
) -> None:
    assert hitung(target, realisasi, batas, **metode) == (None if harapan is None else Decimal(harapan))


def test_target_nol_dengan_realisasi_tidak_berlaku_dan_menyebut_alasannya() -> None:
    hasil = capaian(Decimal(0), Decimal(3), arah=Arah.POSITIF)
    assert hasil.keadaan is Keadaan.TIDAK_BERLAKU
    assert "target nol" in hasil.alasan


def test_indikator_negatif_tanpa_rumus_tidak_ditebak() -> None:
    hasil = capaian(Decimal(5), Decimal(4), arah=Arah.NEGATIF)
    assert hasil.keadaan is Keadaan.KOSONG
    assert "rumus_negatif" in hasil.alasan


def test_angka_sebelum_dibatasi_tetap_tersimpan() -> None:
    hasil = capaian(Decimal(50), Decimal(60), arah=Arah.POSITIF, batas=Decimal(100))
    assert (hasil.nilai, hasil.tanpa_batas) == (Decimal(100), Decimal(120))


@given(target=positif, metode=rumus)
def test_tepat_pada_target_selalu_seratus_persen(target: Decimal, metode: dict[str, object]) -> None:
    assert capaian(target, target, **metode).angka == 100  # type: ignore[arg-type]


@given(target=angka, realisasi=angka, metode=rumus, batas=st.none() | st.sampled_from([Decimal(100), Decimal(150)]))
def test_capaian_tidak_pernah_di_bawah_nol_atau_di_atas_batas(
    target: Decimal, realisasi: Decimal, metode: dict[str, object], batas: Decimal | None
) -> None:
    hasil = capaian(target, realisasi, batas=batas, **metode)  # type: ignore[arg-type]
    assert hasil.ada != bool(hasil.alasan)
    if hasil.angka is not None:
        assert hasil.angka >= 0
        assert batas is None or hasil.angka <= batas


@given(target=positif, lebih_kecil=angka, tambahan=positif, metode=rumus)
def test_realisasi_naik_tidak_pernah_membalik_urutan(
    target: Decimal, lebih_kecil: Decimal, tambahan: Decimal, metode: dict[str, object]
) -> None:
    rendah = capaian(target, lebih_kecil, **metode).angka  # type: ignore[arg-type]
    tinggi = capaian(target, lebih_kecil + tambahan, **metode).angka  # type: ignore[arg-type]
    if rendah is None or tinggi is None:
        return
    turun = metode.get("rumus_negatif") in (RumusNegatif.SELISIH, RumusNegatif.KEBALIKAN)
    assert tinggi <= rendah if turun else tinggi >= rendah


@given(target=positif, realisasi=positif, pengali=st.sampled_from(["10", "0.1", "1000"]), metode=rumus)
def test_capaian_tidak_tergantung_satuan(
    target: Decimal, realisasi: Decimal, pengali: str, metode: dict[str, object]
) -> None:
    asal = capaian(target, realisasi, **metode).angka  # type: ignore[arg-type]
    terskala = capaian(target * Decimal(pengali), realisasi * Decimal(pengali), **metode).angka  # type: ignore[arg-type]
    assert asal == terskala


@pytest.mark.parametrize(
    ("target", "realisasi", "harapan"),
    [
        ("BB", "BB", Decimal(100)),
        ("BB", "A", Decimal(100)),
        ("BB", "Memuaskan", Decimal(100)),
        ("A", "BB", Decimal("87.5")),
        ("B", "D", Decimal(0)),
        ("D", "D", Decimal(100)),
    ],
)
def test_huruf_dinilai_dengan_batas_bawah_rentangnya(target: str, realisasi: str, harapan: Decimal) -> None:
    assert capaian_predikat(target, realisasi).angka == harapan


def test_huruf_di_luar_skala_disebut() -> None:
    assert "'Unggul'" in capaian_predikat("Unggul", "A").alasan
