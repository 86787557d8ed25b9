"""Workbook ↔ database: what goes in comes out, twice changes nothing, other years and agencies stay as they are."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, assume, given, settings
from pytest_django import DjangoAssertNumQueries

from anggaran.data import Anggaran
from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.parse import baca_buku
from lkjip.buku_kerja.perubahan import AksiBaris
from lkjip.buku_kerja.selectors import BukuTidakAda, ambil_buku
from lkjip.buku_kerja.services import ImporDitolak, impor_buku
from lkjip.dasar.rekaman import bentuk_baku
from lkjip.data import BukuKerja, DataInstansi
from lkjip.riwayat.models import Riwayat
from lkjip.selectors import load_buku, load_data
from renstra.data import DataRenstra, Indikator, TargetTahunan
from renstra.models import Indikator as BarisIndikator
from renstra.models import Instansi, Pemda, Renstra, TahunKinerja
from renstra.selectors import ambil_tahun_kinerja
from tests.buku_kerja.buat_buku import buku as buku_acak

pytestmark = pytest.mark.django_db
FOLDER_CONTOH = Path(__file__).resolve().parents[2] / "contoh"
KALTIM, KALBAR = "bkd-kaltim-2024", "bkd-kalbar-2023-tw1"


def baca(nama: str) -> BukuKerja:
    hasil = baca_buku(FOLDER_CONTOH / nama)
    assert hasil.buku is not None, hasil.daftar_galat
    return hasil.buku


def ubah_renstra(buku: BukuKerja, **lain: Any) -> BukuKerja:
    renstra = replace(buku.data.renstra, **lain)
    return ubah_kinerja(buku, renstra=renstra)


def ubah_kinerja(buku: BukuKerja, **lain: Any) -> BukuKerja:
    return ubah_anggaran(buku, kinerja=replace(buku.data.kinerja, **lain))


def ubah_anggaran(buku: BukuKerja, **lain: Any) -> BukuKerja:
    return replace(buku, data=DataInstansi(replace(buku.data.anggaran, **lain)))


def tahun_lain(buku: BukuKerja, tahun: int) -> BukuKerja:
    return ubah_renstra(buku, periode=replace(buku.data.renstra.periode, tahun=tahun))


def simpan(buku: BukuKerja) -> BukuKerja:
    """Import, and what the database then holds."""
    impor_buku(buku=buku)
    return ambil_buku(buku.data.renstra.instansi.kode, buku.data.tahun)


def persis(satu: BukuKerja, dua: BukuKerja) -> None:
    """Equal as values and in every digit (27.0 is not 27.00), rows in the same order."""
    assert satu == dua
    assert bentuk_baku(satu) == bentuk_baku(dua)


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
        with django_assert_num_queries(21):
            load_data(tahun_kinerja)
        with django_assert_num_queries(25):
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


def _ubah_indikator(renstra: DataRenstra, kode: str, **lain: Any) -> tuple[Indikator, ...]:
    return tuple(replace(i, **lain) if i.kode == kode else i for i in renstra.daftar_indikator)


def test_tahun_lain_yang_diubah_tidak_mengubah_ekspor_tahun_ini() -> None:
    buku = baca(KALTIM)
    impor_buku(buku=buku)
    renstra = buku.data.renstra
    baru = ubah_renstra(
        tahun_lain(buku, 2025),
        daftar_indikator=_ubah_indikator(renstra, "IKU1", uraian="Nama baru", formulasi="Rumus baru"),
        daftar_target_tahunan=tuple(
            replace(t, target=(t.target or Decimal(0)) + 1) for t in renstra.daftar_target_tahunan
        ),
        instansi=replace(renstra.instansi, nama="Nama Instansi Baru", nama_kepala="Kepala Baru"),
    )
    persis(simpan(baru), baru)
    persis(ambil_buku("BKD-KALTIM", 2024), buku)
    assert [r.versi for r in Renstra.objects.order_by("versi")] == [1, 2]
    assert Instansi.objects.get().nama == "Nama Instansi Baru"
    persis(simpan(buku), buku)  # an older year does not take the agency's identity back
    assert Instansi.objects.get().nama == "Nama Instansi Baru"


def test_dua_tahun_dengan_renstra_yang_sama_berbagi_satu_renstra() -> None:
    buku = baca(KALTIM)
    for tahun in (2024, 2025):
        impor_buku(buku=tahun_lain(buku, tahun))
    assert Renstra.objects.count() == 1
    assert TahunKinerja.objects.count() == 2
    satu = Riwayat.objects.filter(tabel="renstra_sasaran", aksi="tambah").count()
    assert satu == len(buku.data.renstra.daftar_sasaran)


def test_renstra_yang_dipakai_satu_tahun_diubah_di_tempat() -> None:
    buku = baca(KALTIM)
    impor_buku(buku=buku)
    kunci = BarisIndikator.objects.get(kode="IKU1").pk
    baru = ubah_renstra(buku, daftar_indikator=_ubah_indikator(buku.data.renstra, "IKU1", uraian="Nama baru"))
    banyak = Riwayat.objects.count()
    hasil = impor_buku(buku=baru)
    assert BarisIndikator.objects.get(kode="IKU1").pk == kunci
    assert Renstra.objects.count() == 1
    assert Riwayat.objects.count() == banyak + 1
    (lembar,) = hasil.daftar_lembar
    (baris,) = lembar.daftar_baris
    assert (lembar.lembar, baris.aksi, baris.kunci) == ("indikator", AksiBaris.UBAH, "IKU1")
    assert [(s.kolom, s.baru) for s in baris.daftar_sel] == [("uraian", "Nama baru")]


def test_tahun_yang_kembali_sama_memakai_renstra_bersama_lagi() -> None:
    buku = baca(KALTIM)
    lain = tahun_lain(buku, 2025)
    beda = ubah_renstra(lain, daftar_indikator=_ubah_indikator(buku.data.renstra, "IKU2", satuan="Skor"))
    for satu in (buku, beda, lain):
        persis(simpan(satu), satu)
    assert Renstra.objects.count() == 1
    persis(ambil_buku("BKD-KALTIM", 2024), buku)


def test_periode_renstra_yang_dibetulkan_tetap_satu_renstra() -> None:
    buku = baca(KALTIM)
    impor_buku(buku=buku)
    baru = ubah_renstra(buku, periode=replace(buku.data.renstra.periode, renstra_akhir=2029))
    persis(simpan(baru), baru)
    assert [(r.renstra_awal, r.renstra_akhir, r.versi) for r in Renstra.objects.all()] == [(2024, 2029, 1)]


def test_dua_instansi_dengan_kode_baris_yang_sama_tidak_saling_mengganggu() -> None:
    buku = baca(KALTIM)
    lain = ubah_renstra(buku, instansi=replace(buku.data.renstra.instansi, kode="LAIN", nama="Instansi Lain"))
    impor_buku(buku=buku)
    lain = ubah_renstra(lain, daftar_sasaran=tuple(replace(s, uraian="x") for s in lain.data.renstra.daftar_sasaran))
    persis(simpan(lain), lain)
    persis(ambil_buku("BKD-KALTIM", 2024), buku)
    assert Pemda.objects.count() == 1


def test_indikator_anggaran_di_sela_indikator_sasaran_tetap_di_tempatnya() -> None:
    buku = baca(KALTIM)
    kode = buku.data.anggaran.daftar_anggaran[0].kode
    satu, *sisa = buku.data.renstra.daftar_indikator
    sela = Indikator("P-1", kode, "Indikator program")
    target, *lain = buku.data.renstra.daftar_target_tahunan
    baru = ubah_renstra(
        buku,
        daftar_indikator=(sela, satu, replace(sela, kode="P-2"), *sisa, replace(sela, kode="P-3")),
        daftar_target_tahunan=(target, TargetTahunan("P-2", 2024, Decimal("1.50")), *lain),
    )
    impor_buku(buku=buku)
    persis(simpan(baru), baru)
    persis(simpan(buku), buku)
    assert not BarisIndikator.objects.filter(tahun_kinerja__isnull=False).exists()


def test_kode_sasaran_yang_diganti_tidak_membuat_indikatornya_baru() -> None:
    buku = baca(KALTIM)
    impor_buku(buku=buku)
    kunci = set(BarisIndikator.objects.values_list("pk", flat=True))
    renstra = buku.data.renstra

    def ganti(kode: str) -> str:
        return "SASARAN-1" if kode == "S1" else kode

    baru = ubah_renstra(
        buku,
        daftar_sasaran=tuple(replace(s, kode=ganti(s.kode)) for s in renstra.daftar_sasaran),
        daftar_indikator=tuple(replace(i, induk=ganti(i.induk)) for i in renstra.daftar_indikator),
    )
    baru = ubah_anggaran(
        baru,
        daftar_anggaran=tuple(replace(a, sasaran=ganti(a.sasaran)) for a in baru.data.anggaran.daftar_anggaran),
    )
    persis(simpan(baru), baru)
    assert set(BarisIndikator.objects.values_list("pk", flat=True)) == kunci


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


def test_instansi_tidak_dipindahkan_ke_pemda_lain_oleh_impor() -> None:
    buku = baca(KALTIM)
    impor_buku(buku=buku)
    baru = ubah_renstra(buku, instansi=replace(buku.data.renstra.instansi, pemda="Provinsi Lain"))
    persis(simpan(baru), baru)
    pemda = Instansi.objects.select_related("pemda").get().pemda
    assert pemda is not None
    assert pemda.nama == buku.data.renstra.instansi.pemda


def test_buku_yang_tidak_ada_disebut_dengan_yang_ada() -> None:
    impor_buku(buku=baca(KALTIM))
    with pytest.raises(BukuTidakAda, match="BKD-KALTIM"):
        ambil_buku("BKD-XYZ", 2024)
    with pytest.raises(BukuTidakAda, match="2024"):
        ambil_buku("BKD-KALTIM", 1999)
