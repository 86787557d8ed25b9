"""A workbook whose plan differs forks a version: what no workbook carries goes along, and unused versions stay out."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from anggaran.models import Anggaran, PorsiAnggaran
from lkjip.buku_kerja.services import impor_buku
from lkjip.data import BukuKerja
from lkjip.perencanaan.services_versi import buat_reviu
from renstra.models import Indikator, PendahuluIndikator, Renstra, RincianIndikator, TahunKinerja
from renstra.selectors import ambil_tahun_kinerja
from tests.buku_kerja.ubah_buku import KALTIM, baca, persis, simpan, tahun_lain, ubah_renstra
from tests.pengisian.dunia import buat_pengguna

pytestmark = pytest.mark.django_db


def _tahun(tahun: int) -> TahunKinerja:
    hasil = ambil_tahun_kinerja("BKD-KALTIM", tahun)
    assert hasil is not None
    return hasil


def _ubah(buku: BukuKerja, kode: str = "IKU1", **lain: Any) -> BukuKerja:
    daftar = buku.data.renstra.daftar_indikator
    return ubah_renstra(buku, daftar_indikator=tuple(replace(i, **lain) if i.kode == kode else i for i in daftar))


@pytest.fixture
def buku() -> BukuKerja:
    """2024 and 2025 share one plan, whose first indicator has its form filled in."""
    isi = baca(KALTIM)
    for tahun in (2024, 2025):
        impor_buku(buku=tahun_lain(isi, tahun))
    RincianIndikator.objects.create(indikator=Indikator.objects.get(kode="IKU1"), definisi="Arti indeks")
    return isi


def test_versi_cabang_membawa_rincian_pendahulu_dan_asal(buku: BukuKerja) -> None:
    lama = _tahun(2025).renstra
    anggaran = Anggaran.objects.filter(tahun_kinerja=_tahun(2025)).first()
    assert anggaran is not None
    PorsiAnggaran.objects.create(anggaran=anggaran, indikator=Indikator.objects.get(kode="IKU1"), porsi=Decimal("0.5"))
    baru = _ubah(tahun_lain(buku, 2025), uraian="Nama baru")
    persis(simpan(baru), baru)
    renstra = _tahun(2025).renstra
    assert (renstra.versi, renstra.asal) == (2, lama)
    assert RincianIndikator.objects.get(indikator__renstra=renstra).definisi == "Arti indeks"
    tautan = PendahuluIndikator.objects.filter(indikator__renstra=renstra)
    assert {(t.indikator.kode, t.pendahulu.kode, t.pendahulu.renstra) for t in tautan} == {
        (i.kode, i.kode, lama) for i in Indikator.objects.filter(renstra=lama)
    }
    assert PorsiAnggaran.objects.get().indikator == Indikator.objects.get(renstra=renstra, kode="IKU1")


def test_kembali_sama_menyerahkan_rincian_kepada_renstra_bersama(buku: BukuKerja) -> None:
    impor_buku(buku=_ubah(tahun_lain(buku, 2025), uraian="Nama baru"))
    cabang = _tahun(2025).renstra
    RincianIndikator.objects.create(indikator=Indikator.objects.get(renstra=cabang, kode="IKU2"), definisi="Arti dua")
    impor_buku(buku=tahun_lain(buku, 2025))
    renstra = Renstra.objects.get()
    assert _tahun(2025).renstra == renstra
    assert set(RincianIndikator.objects.values_list("indikator__kode", "definisi")) == {
        ("IKU1", "Arti indeks"),
        ("IKU2", "Arti dua"),
    }
    assert not PendahuluIndikator.objects.exists()


def test_versi_yang_hanya_pembanding_tidak_dipakai_lagi_oleh_impor(buku: BukuKerja) -> None:
    lama = _tahun(2024).renstra
    buat_reviu(renstra=lama, daftar_tahun=[_tahun(2024), _tahun(2025)], oleh=buat_pengguna())
    dua = _tahun(2024).renstra
    impor_buku(buku=_ubah(tahun_lain(buku, 2025), uraian="Nama baru"))
    assert _tahun(2025).renstra.versi == 3
    impor_buku(buku=tahun_lain(buku, 2025))  # reads like versions 1 and 2 alike
    assert _tahun(2025).renstra == dua
    assert set(Renstra.objects.all()) == {lama, dua}


def test_tahun_baru_berbagi_dengan_tahun_terdekat(buku: BukuKerja) -> None:
    buat_reviu(renstra=_tahun(2025).renstra, daftar_tahun=[_tahun(2025)], oleh=buat_pengguna())
    impor_buku(buku=tahun_lain(buku, 2026))
    assert _tahun(2026).renstra == _tahun(2025).renstra != _tahun(2024).renstra


def test_renstra_periode_lain_yang_sama_isinya_tidak_dipakai(buku: BukuKerja) -> None:
    periode = replace(buku.data.renstra.periode, tahun=2027, renstra_awal=2027, renstra_akhir=2031)
    lain = ubah_renstra(buku, periode=periode)
    persis(simpan(lain), lain)
    assert _tahun(2027).renstra not in {_tahun(2024).renstra, _tahun(2025).renstra}
    assert _tahun(2027).renstra.asal is None
