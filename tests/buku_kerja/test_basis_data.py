"""Workbook ↔ database: what goes in comes out, twice changes nothing, other years and agencies stay as they are."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, assume, given, settings
from pytest_django import DjangoAssertNumQueries

from anggaran.data import Anggaran
from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.perubahan import AksiBaris
from lkjip.buku_kerja.selectors import BukuTidakAda, ambil_buku
from lkjip.buku_kerja.services import ImporDitolak, impor_buku
from lkjip.data import BukuKerja
from lkjip.riwayat.models import Riwayat
from lkjip.selectors import load_buku, load_data
from renstra.data import Indikator
from renstra.models import Instansi, Renstra, TahunKinerja
from renstra.selectors import ambil_tahun_kinerja
from tests.buku_kerja.buat_buku import buku as buku_acak
from tests.buku_kerja.ubah_buku import (
    KALBAR,
    KALTIM,
    baca,
    persis,
    simpan,
    tahun_lain,
    ubah_anggaran,
    ubah_kinerja,
    ubah_renstra,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("nama", [KALTIM, KALBAR])
def test_load_dari_save_sama_dengan_buku(nama: str) -> None:
    buku = baca(nama)
    persis(simpan(buku), buku)


@settings(max_examples=20, suppress_health_check=list(HealthCheck))
@given(buku=buku_acak())
def test_load_dari_save_sama_untuk_buku_apa_pun(buku: BukuKerja) -> None:
    periode = buku.data.renstra.periode
    assume(not periode.renstra_awal or not periode.renstra_akhir or periode.renstra_awal <= periode.renstra_akhir)
    with transaction.atomic():
        persis(simpan(buku), buku)
        banyak = Riwayat.objects.count()
        assert not impor_buku(buku=buku).ada_perubahan
        assert Riwayat.objects.count() == banyak
        transaction.set_rollback(True)


@settings(max_examples=6, suppress_health_check=list(HealthCheck))
@given(satu=buku_acak(), dua=buku_acak())
def test_buku_apa_pun_dapat_menggantikan_buku_apa_pun(satu: BukuKerja, dua: BukuKerja) -> None:
    """The same agency-year, wholly different content: nothing of the old book stays behind."""
    instansi, periode = satu.data.renstra.instansi, satu.data.renstra.periode
    for buku in (satu, dua):
        p = buku.data.renstra.periode
        assume(not p.renstra_awal or not p.renstra_akhir or p.renstra_awal <= p.renstra_akhir)
    dua = ubah_renstra(
        dua,
        instansi=replace(dua.data.renstra.instansi, kode=instansi.kode),
        periode=replace(dua.data.renstra.periode, tahun=periode.tahun),
    )
    with transaction.atomic():
        simpan(satu)
        persis(simpan(dua), dua)
        persis(simpan(satu), satu)
        assert Renstra.objects.count() == 1
        transaction.set_rollback(True)


@pytest.mark.parametrize("nama", [KALTIM, KALBAR])
def test_mengimpor_dua_kali_tidak_mengubah_apa_pun_bahkan_riwayat(nama: str) -> None:
    buku = baca(nama)
    pertama = impor_buku(buku=buku)
    banyak = Riwayat.objects.count()
    kedua = impor_buku(buku=buku)
    assert pertama.baru
    assert pertama.ada_perubahan
    assert not kedua.baru
    assert not kedua.ada_perubahan
    assert Riwayat.objects.count() == banyak


def test_banyak_kueri_pemuatan_tetap_berapa_pun_besarnya(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    buku = baca(KALTIM)
    impor_buku(buku=buku)
    banyak_baris = tuple(Anggaran(f"9.{n}", uraian=f"Subkegiatan {n}") for n in range(400))
    besar = ubah_anggaran(tahun_lain(buku, 2025), daftar_anggaran=(*buku.data.anggaran.daftar_anggaran, *banyak_baris))
    impor_buku(buku=besar)
    for tahun in (2024, 2025):
        tahun_kinerja = ambil_tahun_kinerja("BKD-KALTIM", tahun)
        assert tahun_kinerja is not None
        with django_assert_num_queries(24):  # one for the shares: its budget says whom it serves
            load_data(tahun_kinerja)
        with django_assert_num_queries(28):
            load_buku(tahun_kinerja)


def test_banyak_kueri_impor_tidak_tumbuh_dengan_banyak_baris() -> None:
    kecil, besar = baca(KALTIM), baca(KALTIM)
    baris = tuple(Anggaran(f"9.{n}", uraian=f"Subkegiatan {n}") for n in range(150))
    besar = ubah_anggaran(besar, daftar_anggaran=(*besar.data.anggaran.daftar_anggaran, *baris))
    besar = ubah_renstra(besar, instansi=replace(besar.data.renstra.instansi, kode="BESAR"))
    banyak = []
    for buku in (kecil, besar):
        with CaptureQueriesContext(connection) as kueri:
            impor_buku(buku=buku)
        banyak.append(len(kueri))
    assert abs(banyak[1] - banyak[0]) <= 3
    assert banyak[0] < 150


def test_periksa_saja_menunjukkan_semua_dan_tidak_menulis() -> None:
    buku = baca(KALTIM)
    akan = impor_buku(buku=buku, periksa_saja=True)
    assert not TahunKinerja.objects.exists()
    assert not Instansi.objects.exists()
    assert not Riwayat.objects.exists()
    nyata = impor_buku(buku=buku)
    assert akan.daftar_lembar == nyata.daftar_lembar
    assert akan.periksa_saja


def test_hasil_impor_menyebut_lama_dan_baru_setiap_sel() -> None:
    buku = baca(KALTIM)
    impor_buku(buku=buku)
    pertama, *lain = buku.data.kinerja.daftar_kinerja_triwulan
    baru = ubah_kinerja(
        buku, daftar_kinerja_triwulan=(replace(pertama, realisasi=Decimal("77.70"), catatan="baru"), *lain[:-1])
    )
    baru = replace(baru, daftar_klaim=baru.daftar_klaim[1:])
    hasil = impor_buku(buku=baru)
    per_nama = {lembar.lembar: lembar for lembar in hasil.daftar_lembar}
    assert set(per_nama) == {"kinerja_triwulan", "klaim"}
    ubah, hapus = per_nama["kinerja_triwulan"].daftar_baris
    assert [(s.kolom, s.lama, s.baru) for s in ubah.daftar_sel] == [
        ("realisasi", pertama.realisasi, Decimal("77.70")),
        ("catatan", pertama.catatan, "baru"),
    ]
    assert hapus.aksi is AksiBaris.HAPUS
    assert (hasil.banyak_tambah, hasil.banyak_ubah, hasil.banyak_hapus) == (0, 1, 2)


def test_digit_di_ekor_adalah_perubahan() -> None:
    buku = baca(KALTIM)
    impor_buku(buku=buku)
    pertama, *lain = buku.daftar_klaim
    assert pertama.nilai is not None
    baru = replace(buku, daftar_klaim=(replace(pertama, nilai=pertama.nilai.quantize(Decimal("0.0000"))), *lain))
    assert impor_buku(buku=baru).ada_perubahan
    persis(ambil_buku("BKD-KALTIM", 2024), baru)


def test_impor_dicatat_dengan_siapa_jalur_dan_alasan() -> None:
    pengguna = Pengguna.objects.create_user("ani", nama="Ani")
    banyak = Riwayat.objects.count()
    impor_buku(buku=baca(KALBAR), oleh=pengguna, alasan="kiriman Maret")
    catatan = Riwayat.objects.all()[: Riwayat.objects.count() - banyak]
    assert {(r.nama_oleh, r.jalur, r.alasan) for r in catatan} == {("ani", "impor", "kiriman Maret")}
    assert len({r.kejadian for r in catatan}) == 1


@pytest.mark.parametrize(
    ("ubahan", "lembar", "kolom"),
    [
        (lambda b: ubah_renstra(b, periode=replace(b.data.renstra.periode, renstra_akhir=2020)), "pengaturan",
         "renstra_akhir"),
        (lambda b: ubah_anggaran(b, daftar_anggaran=(Anggaran("x", pagu_murni=Decimal(-1)),)), "anggaran",
         "pagu_murni"),
        (lambda b: ubah_renstra(b, daftar_indikator=(Indikator("k" * 101, "S1"),), daftar_target_tahunan=()),
         "indikator", "kode"),
        (lambda b: ubah_renstra(b, daftar_indikator=()), "", ""),
    ],
)  # fmt: skip
def test_buku_yang_ditolak_basis_data_tidak_tersimpan_sedikit_pun(ubahan: Any, lembar: str, kolom: str) -> None:
    buku = baca(KALTIM)
    impor_buku(buku=buku)
    banyak = Riwayat.objects.count()
    with pytest.raises(ImporDitolak) as ditolak:
        impor_buku(buku=ubahan(buku))
    assert (ditolak.value.daftar_galat[0].lembar, ditolak.value.daftar_galat[0].kolom) == (lembar, kolom)
    assert Riwayat.objects.count() == banyak
    persis(ambil_buku("BKD-KALTIM", 2024), buku)


def test_buku_yang_tidak_ada_disebut_dengan_yang_ada() -> None:
    impor_buku(buku=baca(KALTIM))
    with pytest.raises(BukuTidakAda, match="BKD-KALTIM"):
        ambil_buku("BKD-XYZ", 2024)
    with pytest.raises(BukuTidakAda, match="2024"):
        ambil_buku("BKD-KALTIM", 1999)
