"""The open data of a year: they parse, their figures are the named ones, and the same data give the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip.besaran import hitung
from lkjip.buku_kerja.parse import baca_buku
from lkjip.dasar.tulisan_angka import tulis_polos
from lkjip.data import BukuKerja
from lkjip.data_terbuka import SKEMA, data_terbuka
from renstra.data import Indikator, JenisIndikator, Versi
from tests.pembuat import buat_data, buat_kinerja, buat_renstra, pk, target, tw

CONTOH = Path(__file__).resolve().parents[1] / "contoh"
DAFTAR_CONTOH = ("bkd-kaltim-2024", "bkd-kalbar-2023-tw1")


@cache
def _contoh(nama: str) -> BukuKerja:
    buku = baca_buku(CONTOH / nama).buku
    assert buku is not None
    return buku


def _isi(buku: BukuKerja) -> dict[str, Any]:
    isi: dict[str, Any] = json.loads(data_terbuka(buku))
    return isi


def _semua(simpul: Any) -> Iterator[dict[str, Any]]:
    if isinstance(simpul, dict):
        yield simpul
    for anak in simpul.values() if isinstance(simpul, dict) else simpul if isinstance(simpul, list) else ():
        yield from _semua(anak)


def _periksa(buku: BukuKerja, butir: dict[str, Any], subjek: str, **pilihan: Any) -> None:
    """Every figure that stands directly in `butir` is the named one of this subject."""
    for kunci, nilai in butir.items():
        if isinstance(nilai, dict) and "besaran" in nilai:
            versi = kunci.removeprefix("pagu_") if kunci.startswith("pagu_") else None
            hasil = hitung(buku.data, nilai["besaran"], subjek, **{**pilihan, "versi": versi or pilihan.get("versi")})
            tertulis = tulis_polos(hasil.nilai) if isinstance(hasil.nilai, Decimal) else hasil.nilai
            assert (nilai["nilai"], nilai["keadaan"]) == (tertulis, hasil.keadaan.value), (kunci, subjek, pilihan)


@pytest.mark.parametrize("nama", DAFTAR_CONTOH)
def test_setiap_angka_sama_dengan_besarannya(nama: str) -> None:
    buku, isi = _contoh(nama).pada(_contoh(nama).hari_laporan), _isi(_contoh(nama))
    for sasaran in isi["sasaran"]:
        _periksa(buku, sasaran, sasaran["kode"])
    for indikator in isi["indikator"]:
        _periksa(buku, indikator, indikator["kode"])
        for versi in ("renstra", "murni", "perubahan"):
            _periksa(buku, {versi: indikator["target"][versi]}, indikator["kode"], versi=versi)
    for baris in (*isi["indikator"], *isi["anggaran"], {"kode": "", **isi["jumlah"]}):
        for triwulan in baris["triwulan"]:
            _periksa(buku, triwulan, baris["kode"], triwulan=triwulan["triwulan"])
    for baris in (*isi["anggaran"], {"kode": "", **isi["jumlah"]}):
        _periksa(buku, baris, baris["kode"])
    for belanja in isi["belanja"]:
        _periksa(buku, belanja, belanja["kode"], tahun=belanja["tahun"])
    for sakip in isi["sakip"]:
        _periksa(buku, sakip, "", tahun=sakip["tahun"])
        for komponen in sakip["komponen"]:
            _periksa(buku, komponen, komponen["nama"], tahun=sakip["tahun"])


@pytest.mark.parametrize("nama", DAFTAR_CONTOH)
def test_semua_baris_rencana_dan_anggaran_ada_dan_urutannya_tetap(nama: str) -> None:
    buku, isi = _contoh(nama), _isi(_contoh(nama))
    renstra = buku.data.renstra
    assert isi["skema"] == SKEMA
    assert isi["instansi"]["kode"] == renstra.instansi.kode
    for kunci, daftar in (
        ("sasaran", renstra.daftar_sasaran),
        ("indikator", renstra.daftar_indikator),
        ("anggaran", buku.data.anggaran.daftar_anggaran),
        ("belanja", buku.data.anggaran.daftar_belanja),
    ):
        assert [b["kode"] for b in isi[kunci]] == [b.kode for b in daftar]


def test_angka_yang_dicetak_laporan_terbaca_dari_data_terbuka() -> None:
    isi = _isi(_contoh("bkd-kaltim-2024"))
    iku1 = next(i for i in isi["indikator"] if i["kode"] == "IKU1")
    assert iku1["realisasi"]["nilai"] == "90.43"
    assert iku1["capaian"]["nilai"].startswith("100.4777")
    assert "90,43 / 90" in iku1["capaian"]["cara"]
    assert iku1["triwulan"][2]["target_triwulan"]["nilai"] == "90"


def test_tiap_yang_kosong_beralasan_dan_tiap_angka_teks() -> None:
    for nama in DAFTAR_CONTOH:
        for butir in _semua(_isi(_contoh(nama))):
            if "besaran" in butir:
                assert butir["nilai"] is None or isinstance(butir["nilai"], str)
                assert (butir["nilai"] is None) == bool(butir.get("alasan"))
                assert (butir["nilai"] is None) == (butir["keadaan"] != "ada")


def test_data_sebuah_rencana_memuat_target_dan_pagu_tanpa_realisasi() -> None:
    buku = _contoh("bkd-kaltim-2024")
    isi, teks = json.loads(data_terbuka(buku, rencana=True)), data_terbuka(buku, rencana=True).decode()
    besaran = {b["besaran"] for b in _semua(isi) if "besaran" in b}
    assert besaran == {"selisih_target", "target_triwulan", "target_akhir_renstra", "pagu"}
    assert "90.43" not in teks
    penuh = _isi(buku)
    assert {k: isi[k] for k in ("skema", "instansi", "misi", "tujuan")} == {
        k: penuh[k] for k in ("skema", "instansi", "misi", "tujuan")
    }
    assert [i["target"] for i in isi["indikator"]] == [i["target"] for i in penuh["indikator"]]
    assert [a["pagu"] for a in isi["anggaran"]] == [a["pagu"] for a in penuh["anggaran"]]


def test_data_perorangan_tidak_ikut() -> None:
    buku = _contoh("bkd-kaltim-2024")
    nip = buku.data.renstra.instansi.nip_kepala
    assert nip
    assert nip.encode() not in data_terbuka(buku)


def test_triwulan_yang_belum_berakhir_pada_hari_laporan_belum_waktunya() -> None:
    isi = _isi(_contoh("bkd-kalbar-2023-tw1"))
    keadaan = {t["realisasi"]["keadaan"] for i in isi["indikator"] for t in i["triwulan"][1:]}
    assert keadaan == {"belum_waktunya"}


_ANGKA = st.decimals(-(10**12), 10**12, places=4, allow_nan=False)


@given(st.lists(st.tuples(st.text(max_size=20), _ANGKA, _ANGKA, st.sampled_from(JenisIndikator)), max_size=4))
def test_data_yang_sama_memberi_byte_yang_sama(daftar: list[tuple[str, Decimal, Decimal, JenisIndikator]]) -> None:
    def buat() -> BukuKerja:
        indikator = [Indikator(f"I{n}", "S1", uraian, jenis=jenis) for n, (uraian, _, _, jenis) in enumerate(daftar)]
        janji = [pk(f"I{n}", Versi.MURNI, str(t)) for n, (_, t, _, _) in enumerate(daftar)]
        ukur = [tw(f"I{n}", 4, str(r)) for n, (_, _, r, _) in enumerate(daftar)]
        renstra = buat_renstra(*indikator, daftar_perjanjian=tuple(janji), daftar_target_tahunan=(target("I0", 5),))
        return BukuKerja(buat_data(buat_kinerja(renstra, daftar_kinerja_triwulan=tuple(ukur))))

    satu = data_terbuka(buat())
    assert satu == data_terbuka(buat())
    isi = json.loads(satu.decode("utf-8"))
    for n, (uraian, nilai_target, realisasi, _) in enumerate(daftar):
        assert isi["indikator"][n]["uraian"] == uraian
        assert Decimal(isi["indikator"][n]["realisasi"]["nilai"]) == realisasi
        assert Decimal(isi["indikator"][n]["target"]["murni"]["nilai"]) == nilai_target
