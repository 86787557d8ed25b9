"""Codes of the nomenclature: their form, levels, parents, suggestions; what deviates is a sentence, never an error."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anggaran.data import Anggaran, Tingkat
from anggaran.data_nomenklatur import (
    berkas_bernomenklatur,
    daftar_usul,
    induk_kode,
    memakai_nomenklatur,
    nama_baku,
    sesuai_pola,
    temuan_kode,
    tingkat_kode,
    usul_kode,
)
from anggaran.data_rekening import NAMA_REKENING, induk_rekening, jenis_rekening, rekening
from renstra.data import JenisPemda

PROV, KAB = JenisPemda.PROVINSI, JenisPemda.KABUPATEN


@pytest.mark.parametrize(
    ("kode", "tingkat"),
    [
        ("5.03", None),
        ("5.03.02", Tingkat.PROGRAM),
        ("5.03.02.1.01", Tingkat.KEGIATAN),
        ("5.03.01.2.06.09", Tingkat.SUBKEGIATAN),
        ("5.03.02.1.01.0003", Tingkat.SUBKEGIATAN),
        ("5.03.02.3.01", None),
        ("5.03.02.1", None),
        ("5.03.02.1.01.003", None),
        ("1", None),
        ("U1.01", None),
        ("5.03.02.", None),
        ("٥.03.02", None),
    ],
)
def test_tingkat_dari_banyaknya_ruas(kode: str, tingkat: Tingkat | None) -> None:
    assert tingkat_kode(kode) is tingkat


def _baris(kode: str, tingkat: Tingkat, uraian: str = "Uraian") -> Anggaran:
    return Anggaran(kode, tingkat=tingkat, uraian=uraian)


def test_baris_yang_menurut_aturan_tanpa_temuan() -> None:
    program = _baris("5.03.01", Tingkat.PROGRAM, "Program Penunjang Urusan")
    kegiatan = _baris("5.03.01.1.01", Tingkat.KEGIATAN)
    assert temuan_kode(program, None, PROV, 2024) == ()
    assert temuan_kode(kegiatan, program, PROV, 2024) == ()
    assert temuan_kode(_baris("5.03.01.1.01.0001", Tingkat.SUBKEGIATAN), kegiatan, PROV, 2024) == ()
    assert temuan_kode(_baris("5.03.01.1.01.01", Tingkat.SUBKEGIATAN), kegiatan, PROV, 2022) == ()


@pytest.mark.parametrize(
    ("kode", "tingkat", "induk", "jenis", "tahun", "kata"),
    [
        ("5.03.02.2.01", Tingkat.KEGIATAN, "5.03.02", PROV, 2024, "bukan milik provinsi; seharusnya 1"),
        ("5.03.02.1.01", Tingkat.KEGIATAN, "5.03.02", JenisPemda.KOTA, 2024, "seharusnya 2"),
        ("5.03.02.2.01", Tingkat.SUBKEGIATAN, "5.03.02", KAB, 2024, "padahal barisnya subkegiatan"),
        ("5.03.02.2.01", Tingkat.KEGIATAN, "5.03.01", KAB, 2024, "tidak berawalan kode induknya, 5.03.01"),
        ("5.03.02.2.01.01", Tingkat.SUBKEGIATAN, "5.03.02.2.01", KAB, 2024, "4 angka; di sini 2"),
        ("5.03.02.2.01.0001", Tingkat.SUBKEGIATAN, "5.03.02.2.01", KAB, 2023, "2 angka; di sini 4"),
        ("5.03.01", Tingkat.PROGRAM, "", KAB, 2024, "Program 01 adalah program penunjang"),
        ("17.018", Tingkat.KEGIATAN, "", KAB, 2018, "tidak berbentuk kode nomenklatur"),
    ],
)
def test_penyimpangan_menjadi_kalimat(
    kode: str, tingkat: Tingkat, induk: str, jenis: JenisPemda, tahun: int, kata: str
) -> None:
    atas = Anggaran(induk) if induk else None
    assert any(kata in kalimat for kalimat in temuan_kode(_baris(kode, tingkat), atas, jenis, tahun))


def test_kode_sendiri_yang_mirip_tidak_dianggap_nomenklatur() -> None:
    sendiri = [
        _baris("1", Tingkat.PROGRAM), _baris("1.01", Tingkat.KEGIATAN), _baris("1.01.01", Tingkat.SUBKEGIATAN)
    ]  # fmt: skip
    assert not memakai_nomenklatur(sendiri)
    assert memakai_nomenklatur([_baris("5.03.02", Tingkat.PROGRAM), *sendiri[:1]])
    assert not memakai_nomenklatur([])
    assert not berkas_bernomenklatur([("1", "Program A"), ("1.01", "B"), ("1.01.01", "C")])
    assert berkas_bernomenklatur([("5", "Unsur"), ("5.03.02", "PROGRAM KEPEGAWAIAN")])


def test_usulan_kode_mengikuti_saudaranya_atau_induknya() -> None:
    assert usul_kode("", ["1", "2"], PROV, 2024) == "3"
    assert usul_kode("1.01", ["1.01.01", "1.01.09"], PROV, 2024) == "1.01.10"
    assert usul_kode("", ["U1", "U2"], PROV, 2024) == "U3"
    assert usul_kode("5.03.02", [], PROV, 2024) == "5.03.02.1.01"
    assert usul_kode("5.03.02.2.01", [], KAB, 2024) == "5.03.02.2.01.0001"
    assert usul_kode("5.03.02.2.01", [], KAB, 2022) == "5.03.02.2.01.01"
    assert usul_kode("A", [], None, 2024) == "A.01"


def test_nama_baku_menurut_tingkat_pemerintahan() -> None:
    assert nama_baku("5.03.02.2.02.0001") == "Pengelolaan Mutasi ASN"
    assert nama_baku("1.02.01.1.02") == "Administrasi Keuangan Perangkat Daerah"
    assert nama_baku("9.99.09") == ""
    kode = [u.kode for u in daftar_usul("5.03.01", KAB)]
    assert kode[0] == "5.03.01.2.01"
    assert [u.kode for u in daftar_usul("", PROV)] == ["5.03.01", "5.03.02", "5.04.01", "5.04.02"]


_RUAS = st.sampled_from(["5", "03", "02", "1", "2", "01", "0001", "9", "x", ""])


@given(st.lists(_RUAS, max_size=8).map(".".join))
def test_induk_selalu_sejenjang_di_atas_dan_tak_ada_teks_yang_menjatuhkan(kode: str) -> None:
    induk = induk_kode(kode)
    if tingkat_kode(kode) in (Tingkat.KEGIATAN, Tingkat.SUBKEGIATAN):
        assert kode.startswith(f"{induk}.")
        assert sesuai_pola(induk)
    else:
        assert induk == ""
    temuan_kode(Anggaran(kode, tingkat=Tingkat.KEGIATAN), Anggaran("5.03.02"), PROV, 2024)
    nama_baku(kode)
    daftar_usul(kode, PROV)
    assert usul_kode(kode, [], PROV, 2024) != kode


@given(st.text(max_size=12), st.lists(st.text(max_size=12), max_size=4))
def test_usulan_kode_tidak_pernah_kode_yang_ada(induk: str, saudara: list[str]) -> None:
    assert usul_kode(induk, saudara, KAB, 2024) not in saudara


@pytest.mark.parametrize(
    ("kode", "akun"),
    [
        ("5.1.02.04.01.0001", "5.1.02.04.01.0001"),
        ("5.1", "5.1"),
        ("5.03.02.2.01.0003.5.1.02.01", "5.1.02.01"),
        ("5.03.01", ""),
        ("5.5.01", ""),
        ("1.01", ""),
    ],
)
def test_rekening_dibedakan_dari_kegiatan(kode: str, akun: str) -> None:
    assert rekening(kode) == akun


def test_rekening_baku_berinduk_kelompoknya() -> None:
    assert induk_rekening("5.1.02") == "5.1"
    assert induk_rekening("5.1") == ""
    assert induk_rekening("B2.1") == ""
    assert jenis_rekening("5.1.02.04.01.0001") == "5.1.02"
    assert all(induk_rekening(k) in NAMA_REKENING or k.count(".") == 1 for k in NAMA_REKENING)
