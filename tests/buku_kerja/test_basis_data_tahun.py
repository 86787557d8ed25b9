"""Years and agencies beside each other: a Renstra is shared where it reads the same, and never changed for others."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from lkjip.buku_kerja.perubahan import AksiBaris
from lkjip.buku_kerja.selectors import ambil_buku
from lkjip.buku_kerja.services import impor_buku
from lkjip.riwayat.models import Riwayat
from renstra.data import DataRenstra, Indikator, TargetTahunan
from renstra.models import Indikator as BarisIndikator
from renstra.models import Instansi, Pemda, Renstra, TahunKinerja
from tests.buku_kerja.ubah_buku import (
    KALTIM,
    baca,
    persis,
    simpan,
    tahun_lain,
    ubah_anggaran,
    ubah_renstra,
)

pytestmark = pytest.mark.django_db


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


def test_instansi_tidak_dipindahkan_ke_pemda_lain_oleh_impor() -> None:
    buku = baca(KALTIM)
    impor_buku(buku=buku)
    baru = ubah_renstra(buku, instansi=replace(buku.data.renstra.instansi, pemda="Provinsi Lain"))
    persis(simpan(baru), baru)
    pemda = Instansi.objects.select_related("pemda").get().pemda
    assert pemda is not None
    assert pemda.nama == buku.data.renstra.instansi.pemda
