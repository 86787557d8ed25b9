"""A run that leaves out rules finds exactly what a full run finds, whatever part of the workbook changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip.besaran import hitung
from lkjip.buku_kerja.parse import baca_buku
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan import ATURAN, berhari, periksa
from lkjip.pemeriksaan.aturan.bertahap import HasilBertahap, periksa_bertahap
from lkjip.pemeriksaan.aturan.pelacak import daftar_bagian, lacak, mencatat
from lkjip.pemeriksaan.data import Temuan, Tingkat
from lkjip.pemeriksaan.data_hasil import bitmask, dari_bitmask, temuan_dari_json, temuan_ke_json
from lkjip.pemeriksaan.services_hasil import sidik_bagian
from tests.pemeriksaan import test_aturan
from tests.pemeriksaan.tahun_sehat import CONTOH, buku_sehat, dengan_klaim, klaim

_WADAH = ("data", "anggaran", "kinerja", "renstra", "laporan")


def _buku(nama: str) -> BukuKerja:
    buku = baca_buku(Path(CONTOH / nama)).buku
    assert buku is not None
    return buku


BUKU = {
    "sehat": dengan_klaim(klaim("capaian", "99"), klaim("serapan", "90", "")),
    "kaltim": _buku("bkd-kaltim-2024"),
    "kalbar": _buku("bkd-kalbar-2023-tw1"),
}
# The real ones are large: every so manieth change of them, all of the small one.
LANGKAH = {"sehat": 1, "kaltim": 17, "kalbar": 13}


def _penuh(buku: BukuKerja) -> HasilBertahap:
    buku = berhari(buku)
    return periksa_bertahap(buku, sidik_bagian(buku))


def _lanjut(lama: HasilBertahap, buku: BukuKerja) -> HasilBertahap:
    buku = berhari(buku)
    return periksa_bertahap(buku, sidik_bagian(buku), lama)


def _geser(nilai: Any) -> Any:
    """Another value of the same kind."""
    if isinstance(nilai, Decimal):
        return nilai + 7
    if isinstance(nilai, Enum):
        return next((n for n in type(nilai) if n is not nilai), nilai)
    if isinstance(nilai, bool):
        return not nilai
    if isinstance(nilai, int):
        return nilai + 1
    if isinstance(nilai, date):
        return date(nilai.year + 1, 3, 31)
    if isinstance(nilai, str):
        return "Lain 17,5" if not nilai else f"{nilai} 12"
    return nilai


def _ubahan_baris(baris: Any) -> Iterator[Any]:
    if is_dataclass(baris) and not isinstance(baris, type):
        for kolom in fields(baris):
            nilai = getattr(baris, kolom.name)
            if (baru := _geser(nilai)) != nilai:
                yield replace(baris, **{kolom.name: baru})


def _ubahan_isi(isi: Any) -> Iterator[Any]:
    """Every part in other words: without its first row, without any, with a row twice, with each column changed."""
    if isinstance(isi, tuple):
        if isi:
            yield isi[1:]
            yield ()
            yield (*isi, isi[0])
            yield from ((satu, *isi[1:]) for satu in _ubahan_baris(isi[0]))
            yield from ((*isi[:-1], satu) for satu in _ubahan_baris(isi[-1]))
    elif is_dataclass(isi):
        yield from _ubahan_baris(isi)
    elif (baru := _geser(isi)) != isi:
        yield baru


def _ubahan(rekaman: Any) -> Iterator[tuple[str, Any]]:
    """The workbook, changed in one part at a time."""
    for kolom in fields(rekaman):
        isi = getattr(rekaman, kolom.name)
        if kolom.name in _WADAH:
            yield from ((nama, replace(rekaman, **{kolom.name: baru})) for nama, baru in _ubahan(isi))
        else:
            nama = f"{type(rekaman).__name__}.{kolom.name}"
            yield from ((nama, replace(rekaman, **{kolom.name: baru})) for baru in _ubahan_isi(isi))


@pytest.mark.aturan_gagal  # values that no reader lets through break rules; both runs say so alike
@pytest.mark.parametrize("nama", BUKU)
def test_hasil_bertahap_sama_dengan_pemeriksaan_penuh_apa_pun_yang_berubah(nama: str) -> None:
    dasar = _penuh(BUKU[nama])
    assert dasar.daftar_temuan == periksa(BUKU[nama])
    diubah: dict[str, int] = {}
    for bagian, buku in islice(_ubahan(BUKU[nama]), 0, None, LANGKAH[nama]):
        try:
            penuh = periksa(buku)
        except (ArithmeticError, LookupError, ValueError):  # no workbook that could be stored
            continue
        assert _lanjut(dasar, buku).daftar_temuan == penuh, bagian
        diubah[bagian] = diubah.get(bagian, 0) + 1
    assert len(diubah) > (15 if LANGKAH[nama] == 1 else 10)


def test_bolak_balik_ke_basis_data_tidak_mengubah_lanjutan() -> None:
    """One change after the other, each from the result of the one before."""
    hasil = _penuh(buku_sehat())
    for _, buku in test_aturan._RUSAK:
        hasil = _lanjut(hasil, buku)
        assert hasil.daftar_temuan == periksa(buku)


def test_yang_tidak_berubah_tidak_menjalankan_aturan_satu_pun() -> None:
    dasar = _penuh(BUKU["kaltim"])
    assert set(dasar.dijalankan) == set(ATURAN)
    assert _lanjut(dasar, BUKU["kaltim"]).dijalankan == ()


def test_satu_teks_yang_berubah_tidak_menjalankan_aturan_hitungan() -> None:
    buku = BUKU["kaltim"]
    narasi = buku.laporan.daftar_narasi
    baru = replace(
        buku, laporan=replace(buku.laporan, daftar_narasi=(*narasi[:-1], replace(narasi[-1], isi="Selesai.")))
    )
    jalan = _lanjut(_penuh(buku), baru).dijalankan
    assert not {"ANG-01", "SAK-02", "HIT-13"} & set(jalan)
    assert len(jalan) < len(ATURAN)


def test_temuan_setiap_aturan_memakai_nomornya_sendiri() -> None:
    for nama, hasil in _penuh(BUKU["kaltim"]).per_aturan.items():
        assert {t.aturan for daftar in hasil.temuan for t in daftar} <= {nama}


def test_bagian_yang_dibaca_lewat_turunan_yang_sudah_dihitung_tetap_tercatat() -> None:
    buku = lacak(berhari(buku_sehat()))
    with mencatat() as pertama:
        assert buku.data.renstra.indikator_per_kode
    with mencatat() as kedua:
        assert buku.data.renstra.indikator_per_kode
    assert "DataRenstra.daftar_indikator" in pertama & kedua
    assert buku == lacak(berhari(buku_sehat()))


def test_bagian_bernama_unik() -> None:
    nama = [n for n, _ in daftar_bagian(buku_sehat())]
    assert len(nama) == len(set(nama)) > 30


_TEKS = st.text(st.characters(codec="utf-8"), max_size=40)


@given(
    st.builds(
        Temuan,
        **dict.fromkeys(("aturan", "pesan", "letak", "subjek", "butir", "nilai", "seharusnya", "cara", "saran"), _TEKS),
        tingkat=st.sampled_from(Tingkat), halaman=_TEKS, bagian=_TEKS, kutipan=_TEKS, klaim=st.booleans(),
        argumen=st.lists(_TEKS | st.integers(-(10**9), 10**9), max_size=3).map(tuple),
    )
)  # fmt: skip
def test_temuan_kembali_dari_json_persis_sama(temuan: Temuan) -> None:
    kembali = temuan_dari_json(json.loads(json.dumps(temuan_ke_json(temuan))))
    assert kembali == temuan
    assert (kembali.kunci, kembali.sidik) == (temuan.kunci, temuan.sidik)


@given(st.sets(st.sampled_from("abcdefghij")))
def test_bitmask_kembali_sama(dibaca: set[str]) -> None:
    semua = sorted("abcdefghij")
    assert dari_bitmask(bitmask(frozenset(dibaca), semua), semua) == dibaca


def test_angka_yang_tersimpan_tetap_terhitung_dibaca() -> None:
    """Sums of money are kept with the data: who takes a kept one depends on the same parts as who asked first."""
    data = lacak(berhari(BUKU["sehat"])).data
    dibaca = []
    for _ in range(2):
        with mencatat() as bagian:
            serapan = hitung(data, "serapan")
        dibaca.append(bagian)
    assert serapan.ada
    assert dibaca[0] == dibaca[1]
    assert {"DataAnggaran.daftar_anggaran", "DataAnggaran.daftar_realisasi_anggaran"} <= dibaca[1]
