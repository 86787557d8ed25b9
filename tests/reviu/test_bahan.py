"""What the system says beside the questions, and the places at which remarks stand: pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

import pytest

from kinerja.data_reviu import DAFTAR_PERTANYAAN, JawabanReviu, RekamCatatanReviu
from lkjip.data import BukuKerja
from lkjip.laporan.compose import compose
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.isi import Bab, Bagian, Dokumen, Gambar, Tabel
from lkjip.laporan.render.markah import jangkar
from lkjip.pemeriksaan.aturan import ATURAN, periksa
from lkjip.pemeriksaan.data import Temuan, Tingkat
from lkjip.pemeriksaan.data_katalog import KATALOG
from lkjip.reviu.data_bahan import ATURAN_PERTANYAAN, Bahan
from lkjip.reviu.data_sumber import KeadaanSumber
from lkjip.reviu.halaman import SELURUH_LAPORAN, daftar_kartu_catatan
from lkjip.reviu.halaman_bahan import Sumber, susun_bahan
from lkjip.reviu.halaman_letak import daftar_letak, kelompok_letak, kunci_letak
from tests.situs.pemeran import SENDIRI, buku_uji

SAAT = datetime(2025, 2, 1, tzinfo=UTC)


@cache
def _bahan(realisasi: str | None = "80") -> dict[str, Bahan]:
    buku: BukuKerja = buku_uji(SENDIRI, realisasi=realisasi)
    buku = buku.pada(buku.hari_laporan)
    return susun_bahan(Sumber(Konteks(buku), compose(buku), KeadaanSumber()), periksa(buku))


def test_setiap_aturan_berdiri_di_samping_suatu_pertanyaan() -> None:
    assert {aturan for daftar in ATURAN_PERTANYAAN.values() for aturan in daftar} == set(KATALOG)
    assert set(ATURAN) <= set(KATALOG)
    assert set(ATURAN_PERTANYAAN) <= {p.kode for p in DAFTAR_PERTANYAAN}


def test_usul_mengikuti_fakta() -> None:
    assert set(_bahan()) == {p.kode for p in DAFTAR_PERTANYAAN}
    assert _bahan()["R1.2"].usul is JawabanReviu.TIDAK  # no Perjanjian Kinerja
    assert _bahan()["R3.4"].usul is JawabanReviu.TIDAK  # one of two sasaran has no indicator
    assert _bahan()["R1.6"].usul is JawabanReviu.TIDAK  # no money at all
    assert _bahan()["R2.4"].usul is JawabanReviu.YA
    assert _bahan()["R3.1"].usul is JawabanReviu.YA
    assert _bahan(None)["R3.1"].usul is JawabanReviu.TIDAK
    assert _bahan()["R3.10"].usul is None  # only a person can tell


def test_temuan_yang_menahan_mengubah_usul_dan_klaim_tidak_ikut() -> None:
    buku = buku_uji(SENDIRI)
    sumber = Sumber(Konteks(buku.pada(buku.hari_laporan)), compose(buku), KeadaanSumber())
    galat = Temuan("HIT-20", Tingkat.GALAT, "Target nol.")
    assert susun_bahan(sumber, [])["R1.2"].usul is JawabanReviu.YA
    assert susun_bahan(sumber, [galat])["R1.2"].usul is JawabanReviu.TIDAK
    assert susun_bahan(sumber, [replace(galat, klaim=True)])["R1.2"].daftar_temuan == ()


def _dokumen() -> Dokumen:
    tabel = Tabel((), (), kunci="tabel-a", judul="Pagu")
    isi = (Bagian("bagian-a", "Umum", (tabel, Gambar("logo", "", b"", "image/png", ""))),)
    return Dokumen("Judul", "Dinas", "kaki", None, None, (Bab("bab-1", "Pendahuluan", isi),))


def test_letak_mengikuti_urutan_baca() -> None:
    daftar = daftar_letak(_dokumen())
    assert [(d.kunci, d.judul, d.tingkat) for d in daftar] == [
        ("bab-1", "BAB I Pendahuluan", 0), ("bagian-a", "A. Umum", 1), ("tabel-a", "Tabel 1.1 Pagu", 2)
    ]  # fmt: skip
    assert [k.judul for k in kelompok_letak(daftar)] == ["BAB I Pendahuluan"]


@pytest.mark.parametrize("panjang", [1, 200, 201, 900])
def test_kunci_letak_muat_dan_tetap_beda(panjang: int) -> None:
    satu, dua = kunci_letak("x" * panjang + "a"), kunci_letak("x" * panjang + "b")
    assert satu != dua
    assert len(satu) <= 200


def test_catatan_urut_laporan_dan_yang_letaknya_hilang_tetap_ada() -> None:
    rekam = [
        RekamCatatanReviu(n, kunci, "BAB V Dulu", "Isi.", "Tuan", SAAT)
        for n, kunci in enumerate(("hilang", "tabel-a", "bab-1", ""), 1)
    ]
    kartu = daftar_kartu_catatan(rekam, daftar_letak(_dokumen()), lambda p: f"#{p.jangkar}" if p else "/", jangkar)
    assert [(k.rekam.jangkar, k.hilang) for k in kartu] == [
        ("", False), ("bab-1", False), ("tabel-a", False), ("hilang", True)
    ]  # fmt: skip
    assert kartu[0].judul == SELURUH_LAPORAN
    assert (kartu[3].judul, kartu[3].alamat) == ("BAB V Dulu", "")
