"""Findings beside the fields of a page and at their places in the report that is read: for whom, which, how fresh."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from anggaran.models import Anggaran
from lkjip.buku_kerja.services import impor_buku
from lkjip.data import BukuKerja
from lkjip.laporan.compose import compose_naskah
from lkjip.pemeriksaan.data import Temuan, Tingkat
from lkjip.pemeriksaan.halaman_baca import daftar_tanda
from lkjip.pemeriksaan.halaman_sisi import HALAMAN_BARIS, JUDUL_HALAMAN, MAKS_DI_SISI, TempatSisi, sisi_temuan
from lkjip.pemeriksaan.halaman_temuan import KartuTemuan
from lkjip.pemeriksaan.services import jawab_temuan
from lkjip.pemeriksaan.services_hasil import periksa_tahun
from renstra.models import Indikator, TahunKinerja
from tests.pembuat import baris
from tests.pemeriksaan.test_jawaban import ALASAN, _ang, _buku
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import ASING, SENDIRI, TAHUN

_P = 'data-untuk="P"'  # the row whose pagu is not the sum of its parts


def _temuan(nomor: int = 0, tingkat: Tingkat = Tingkat.GALAT, **lain: Any) -> Temuan:
    isi = {"halaman": "isi_triwulan", "argumen": (4,), "subjek": "I1"} | lain
    return Temuan("TW-01", tingkat, f"Angka {nomor} salah.", butir=str(nomor), **isi)


def test_halaman_hanya_menampilkan_temuannya_sendiri() -> None:
    di_sini, lain = _temuan(1), [_temuan(2, argumen=(3,)), _temuan(3, halaman="isi_anggaran")]
    sisi = sisi_temuan([di_sini, *lain], TempatSisi("isi_triwulan", ("4",)), ())
    assert sisi.daftar == (di_sini,)
    assert sisi_temuan([di_sini], TempatSisi("isi_triwulan", ("4",), "I2"), ()).daftar == ()


def test_yang_terjawab_tidak_ditandai_dan_yang_banyak_dipotong() -> None:
    daftar = [_temuan(n) for n in range(MAKS_DI_SISI + 3)] + [_temuan(999, Tingkat.INFO)]
    sisi = sisi_temuan(daftar, TempatSisi("isi_triwulan", ("4",)), {daftar[0].kunci})
    assert (len(sisi.daftar), sisi.lebih) == (MAKS_DI_SISI, 3)
    assert sisi.ringkas == f"{MAKS_DI_SISI + 2} galat, 1 info"


def test_temuan_berdiri_pada_bagian_laporannya_atau_yang_di_atasnya() -> None:
    naskah = compose_naskah(_buku())
    bagian = next(ruas for ruas in naskah.daftar_ruas if ruas.bagian.startswith("bab1."))
    asal = (_temuan(1, bagian=bagian.bagian), _temuan(2, bagian=f"{bagian.bagian}.tak.ada"), _temuan(3))
    tanda = daftar_tanda([KartuTemuan(t, "", "") for t in asal], naskah, lambda kunci: f"j-{kunci}")
    assert [t.letak for t in tanda] == [f"j-{bagian.letak}", f"j-{bagian.letak}", ""]
    sakip = replace(asal[2], aturan="SAK-02")
    assert daftar_tanda([KartuTemuan(sakip, "", "")], naskah, str)[0].letak == "bab3-sakip"
    assert tanda[0].judul


# The parts of pages


@pytest.fixture
def tahun(sebagai: _Sebagai) -> TahunKinerja:
    impor_buku(buku=_buku())
    return TahunKinerja.objects.get(instansi__kode=SENDIRI, tahun=TAHUN)


def _sisi(client: Client, halaman: str, *argumen: object, kode: str = SENDIRI) -> Any:
    kueri = {"halaman": halaman, "argumen": [str(a) for a in argumen]}
    return client.get(reverse("sisi_temuan", args=[kode, TAHUN]), kueri)


def _teks(client: Client, halaman: str, *argumen: object) -> str:
    return str(_sisi(client, halaman, *argumen).content.decode())


@pytest.mark.parametrize("nama", ["perencana", "perencana_unit", "verifikator", "kepala", "inspektorat"])
def test_setiap_yang_melihat_instansi_melihat_temuan_halaman(nama: str, sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    isi = _teks(sebagai(nama), "anggaran_rencana")
    assert _P in isi
    assert "ANG-01" in isi
    assert "<html" not in isi
    assert _P not in _teks(sebagai(nama), "isi_triwulan", 4)


def test_halaman_tak_dikenal_dan_instansi_asing_404(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    client = sebagai("perencana")
    assert _sisi(client, "anggaran_rencana", kode=ASING).status_code == 404
    for halaman, argumen in (("", ()), ("entah", ()), ("panel_indikator", (4,)), ("panel_indikator", (4, "x"))):
        assert _sisi(client, halaman, *argumen).status_code == 404
    assert _sisi(client, "panel_indikator", 4, 10**8).status_code == 404


def test_halaman_satu_baris_hanya_menampilkan_temuan_barisnya(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    client = sebagai("perencana")
    pk = {kode: Anggaran.objects.get(tahun_kinerja=tahun, kode=kode).pk for kode in ("P", "P.1")}
    assert _P in _teks(client, "baris_anggaran_rencana", pk["P"])
    assert _P not in _teks(client, "baris_anggaran_rencana", pk["P.1"])
    indikator = Indikator.objects.get(renstra=tahun.renstra_id, kode="I1")
    assert _sisi(client, "panel_indikator", 4, indikator.pk).status_code == 200


def test_temuan_segera_hilang_sesudah_diperbaiki_juga_bila_tersimpan(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    client = sebagai("perencana")
    periksa_tahun(tahun)
    assert _P in _teks(client, "anggaran_rencana")
    impor_buku(buku=_buku(100))
    assert _P not in _teks(client, "anggaran_rencana")
    impor_buku(buku=_buku(102))
    assert _P in _teks(client, "anggaran_rencana")


def test_yang_sudah_dijawab_tidak_muncul_di_sisi(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    jawab_temuan(tahun_kinerja=tahun, temuan=_ang(tahun), alasan=ALASAN, oleh=sebagai.pemeran["kepala"])
    client = sebagai("perencana")
    assert _P not in _teks(client, "anggaran_rencana")
    assert _ang(tahun).pengenal not in client.get(reverse("baca_temuan", args=[SENDIRI, TAHUN])).content.decode()


def _beranggaran(banyak: int) -> BukuKerja:
    daftar = tuple(b for n in range(banyak) for b in (baris(f"P{n}", pagu=5), baris(f"P{n}.1", f"P{n}", 4)))
    buku = _buku()
    anggaran = replace(buku.data.anggaran, daftar_anggaran=daftar, daftar_realisasi_anggaran=())
    return replace(buku, data=replace(buku.data, anggaran=anggaran))


@pytest.mark.parametrize("nama", ["sisi_temuan", "baca_temuan"])
def test_banyak_temuan_tidak_menambah_kueri(nama: str, sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    client, banyak = sebagai("perencana"), []
    for n in (1, 20):
        impor_buku(buku=_beranggaran(n))
        with CaptureQueriesContext(connection) as kueri:
            isi = client.get(reverse(nama, args=[SENDIRI, TAHUN]), {"halaman": "anggaran_rencana"}).content.decode()
        assert isi.count('data-aturan="ANG-01"' if nama == "baca_temuan" else ">ANG-01<") == n
        banyak.append(len(kueri))
    assert banyak[0] == banyak[1] <= 40


def test_temuan_tersimpan_dibaca_dengan_sedikit_kueri(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    client = sebagai("perencana")
    periksa_tahun(tahun)
    with CaptureQueriesContext(connection) as kueri:
        assert _P in _teks(client, "anggaran_rencana")
    assert len(kueri) <= 10


# The pages that show them


def test_halaman_isian_meminta_temuannya_dan_barisnya_berkode(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    client = sebagai("perencana")
    for nama, argumen, subjek in (
        ("isi_triwulan", [4], "I1"), ("isi_anggaran", [4], "P"), ("anggaran_rencana", [], "P"),
        ("renstra", [], "I1"), ("target_renstra", [], "I1"), ("perjanjian_kinerja", [], "I1"),
        ("rencana_aksi", [], "I1"),
    ):  # fmt: skip
        isi = client.get(reverse(nama, args=[SENDIRI, TAHUN, *argumen]) + "?unit=&buka=semua").content.decode()
        assert f"halaman={nama}" in isi, nama
        assert f'data-subjek="{subjek}"' in isi, nama
    assert 'id="temuan-sisi"' not in client.get(reverse("temuan", args=[SENDIRI, TAHUN])).content.decode()


def test_halaman_satu_baris_menunjuk_halaman_semua_baris() -> None:
    assert {induk for induk, _ in HALAMAN_BARIS.values()} <= set(JUDUL_HALAMAN)


def test_pratinjau_laporan_membawa_daftar_temuan_tetapi_unduhannya_tidak(
    sebagai: _Sebagai, tahun: TahunKinerja
) -> None:
    client = sebagai("perencana")
    assert 'id="temuan-baca"' in client.get(reverse("laporan", args=[SENDIRI, TAHUN])).content.decode()
    assert (
        'id="temuan-baca"' not in client.get(reverse("laporan", args=[SENDIRI, TAHUN]) + "?triwulan=4").content.decode()
    )
    unduhan = client.get(reverse("unduh_html", args=[SENDIRI, TAHUN])).content.decode()
    assert "temuan-baca" not in unduhan
    assert "tanda-temuan" not in unduhan
