"""Places for text: every composed sentence can be taken over and leaves the report as it was."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from lkjip.buku_kerja.parse import baca_buku
from lkjip.data import BukuKerja
from lkjip.laporan.compose import Naskah, compose_naskah
from lkjip.laporan.compose.markah import baris_dari_naskah, tulis_markah
from lkjip.laporan.compose.ruas import Ruas, SifatRuas
from lkjip.laporan.data import Narasi
from lkjip.laporan.isi import Bagian, Dokumen
from lkjip.laporan.render.html import html_isi, html_laporan
from tests.laporan.compose import pohon
from tests.laporan.compose.buku_acak import daftar_buku

CONTOH = Path(__file__).resolve().parents[3] / "contoh"
DAFTAR_CONTOH = ("bkd-kaltim-2024", "bkd-kalbar-2023-tw1")


@cache
def buku_contoh(nama: str) -> BukuKerja:
    buku = baca_buku(CONTOH / nama).buku
    assert buku is not None
    return buku


@cache
def naskah_contoh(nama: str) -> Naskah:
    return compose_naskah(buku_contoh(nama))


def dengan_narasi(buku: BukuKerja, *narasi: Narasi) -> BukuKerja:
    return replace(buku, laporan=replace(buku.laporan, daftar_narasi=(*buku.laporan.daftar_narasi, *narasi)))


def kunci_dokumen(dokumen: Dokumen) -> list[str]:
    return [*(b.kunci for b in dokumen.bab), *(s.kunci for s in pohon.semua(dokumen) if isinstance(s, Bagian))]


def diambil_alih(ruas: Ruas, tahun: int | None) -> list[Narasi]:
    teks = tulis_markah(ruas.otomatis, tahun=tahun)
    return [Narasi(ruas.bagian, n, isi) for n, isi in enumerate(baris_dari_naskah(teks, daftar=False))]


@pytest.mark.parametrize("nama", DAFTAR_CONTOH)
def test_setiap_ruas_berada_pada_bagian_dokumen_dan_bernama_tunggal(nama: str) -> None:
    naskah = naskah_contoh(nama)
    kunci = kunci_dokumen(naskah.dokumen)
    assert [r.bagian for r in naskah.daftar_ruas if r.letak not in kunci] == []
    semua = [r.bagian for r in naskah.daftar_ruas]
    assert sorted(semua) == sorted(set(semua))
    assert {r.sifat for r in naskah.daftar_ruas} == set(SifatRuas)


@pytest.mark.parametrize("nama", DAFTAR_CONTOH)
def test_kalimat_yang_diambil_alih_tidak_mengubah_laporan(nama: str) -> None:
    buku, naskah = buku_contoh(nama), naskah_contoh(nama)
    semula = html_laporan(naskah.dokumen)
    otomatis = [r for r in naskah.daftar_ruas if r.sifat is SifatRuas.OTOMATIS and not r.tertulis]
    berubah = []
    for ruas in otomatis:
        hasil = compose_naskah(dengan_narasi(buku, *diambil_alih(ruas, buku.data.tahun)))
        if html_laporan(hasil.dokumen) != semula:
            berubah.append(ruas.bagian)
        assert next(r for r in hasil.daftar_ruas if r.bagian == ruas.bagian).tertulis
    assert berubah == []


@pytest.mark.parametrize("nama", DAFTAR_CONTOH)
def test_semua_kalimat_sekaligus_dapat_diambil_alih(nama: str) -> None:
    buku, naskah = buku_contoh(nama), naskah_contoh(nama)
    otomatis = [r for r in naskah.daftar_ruas if r.sifat is SifatRuas.OTOMATIS and not r.tertulis]
    hasil = compose_naskah(dengan_narasi(buku, *(n for r in otomatis for n in diambil_alih(r, None))))
    assert html_laporan(hasil.dokumen) == html_laporan(naskah.dokumen)


@settings(max_examples=30, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(daftar_buku())
def test_buku_apa_pun_dapat_diambil_alih_semua_kalimatnya(buku: BukuKerja) -> None:
    naskah = compose_naskah(buku)
    kunci = kunci_dokumen(naskah.dokumen)
    assert [r.bagian for r in naskah.daftar_ruas if r.letak not in kunci] == []
    otomatis = [r for r in naskah.daftar_ruas if r.sifat is SifatRuas.OTOMATIS and not r.tertulis]
    hasil = compose_naskah(dengan_narasi(buku, *(n for r in otomatis for n in diambil_alih(r, buku.data.tahun))))
    assert html_isi(hasil.dokumen) == html_isi(naskah.dokumen)
