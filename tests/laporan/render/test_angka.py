"""How a figure is written, and what a program reads of it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkjip.dasar.hasil import Hasil, ada, belum_waktunya, kosong, tidak_berlaku
from lkjip.laporan.isi import Angka, Identitas, JenisAngka
from lkjip.laporan.render.angka import keterangan, nilai_mesin, tulis


def _angka(hasil: Hasil, jenis: JenisAngka, desimal: int | None = None) -> Angka:
    return Angka(hasil, jenis, Identitas("capaian"), desimal)


@pytest.mark.parametrize(
    ("jenis", "nilai", "tulisan"),
    [
        (JenisAngka.ANGKA, "1234.5", "1.234,5"),
        (JenisAngka.PERSEN, "97.405", "97,41%"),
        (JenisAngka.PERSEN_POLOS, "97.4", "97,40"),
        (JenisAngka.RUPIAH, "53700257782", "Rp53.700.257.782,00"),
        (JenisAngka.UANG, "53700257782", "53.700.257.782"),
        (JenisAngka.UANG, "-27346788906", "(27.346.788.906)"),
        (JenisAngka.POIN, "-18.31", "-18,31"),
        (JenisAngka.ANGKA, "0", "0"),
        (JenisAngka.ANGKA, "0.000968", "0,00097"),
        (JenisAngka.ANGKA, "-0.004", "-0,0040"),
    ],
)
def test_tulisan_menurut_jenis(jenis: JenisAngka, nilai: str, tulisan: str) -> None:
    assert tulis(_angka(ada(Decimal(nilai), ""), jenis)) == tulisan


def test_kata_ditulis_apa_adanya() -> None:
    assert tulis(_angka(ada("Sangat Tinggi", ""), JenisAngka.KATA)) == "Sangat Tinggi"


@pytest.mark.parametrize("hasil", [kosong("tidak ada"), tidak_berlaku("target nol"), belum_waktunya("belum")])
@pytest.mark.parametrize("jenis", list(JenisAngka))
def test_tanpa_nilai_menjadi_tanda_pisah_bukan_nol(hasil: Hasil, jenis: JenisAngka) -> None:
    angka = _angka(hasil, jenis)
    assert (tulis(angka), nilai_mesin(angka), keterangan(angka)) == ("–", "", hasil.alasan)


def test_nilai_mesin_tidak_dibulatkan_sampai_sepuluh_desimal() -> None:
    angka = _angka(ada(Decimal("100.47777777777777"), "cara"), JenisAngka.PERSEN)
    assert (nilai_mesin(angka), keterangan(angka)) == ("100.4777777778", "cara")
