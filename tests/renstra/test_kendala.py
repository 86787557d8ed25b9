"""The database itself refuses what the workbook forbids, whoever writes: every row here is put in without `clean`."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from anggaran.models import Anggaran, Belanja, Penunjang, RealisasiAnggaran
from kinerja.models import (
    Analisis,
    KinerjaTriwulan,
    Komponen,
    Lke,
    MetodePengukuran,
    Pembanding,
    RealisasiTahunan,
    Rekomendasi,
    Sakip,
    Skala,
)
from lkjip.akun.models import Pengguna
from lkjip.laporan.models import IdentitasLaporan, Narasi, TabelBebas
from lkjip.pemeriksaan.models import Klaim
from renstra.models import (
    Indikator,
    Instansi,
    Misi,
    Pemda,
    Penugasan,
    Perjanjian,
    Renstra,
    Sasaran,
    TahunKinerja,
    TargetTahunan,
    Tujuan,
)

pytestmark = pytest.mark.django_db


class Dunia:
    """One agency-year with one row of everything that others refer to."""

    def __init__(self) -> None:
        self.pemda = Pemda.objects.create(nama="Provinsi Uji", jenis="provinsi")
        self.instansi = Instansi.objects.create(kode="UJI", pemda=self.pemda)
        self.renstra = Renstra.objects.create(instansi=self.instansi, renstra_awal=2024, renstra_akhir=2026)
        self.tahun = TahunKinerja.objects.create(instansi=self.instansi, tahun=2024, renstra=self.renstra)
        self.misi = Misi.objects.create(renstra=self.renstra, kode="M1")
        self.tujuan = Tujuan.objects.create(renstra=self.renstra, kode="T1", misi=self.misi)
        self.sasaran = Sasaran.objects.create(renstra=self.renstra, kode="S1", tujuan=self.tujuan)
        self.indikator = Indikator.objects.create(renstra=self.renstra, sasaran=self.sasaran, kode="I1")
        self.anggaran = Anggaran.objects.create(tahun_kinerja=self.tahun, kode="1")
        self.pengguna = Pengguna.objects.create_user("ani", nama="Ani")

    @property
    def i(self) -> dict[str, Any]:
        """Common columns of a row about the indicator."""
        return {"tahun_kinerja": self.tahun, "indikator": self.indikator, "tahun": 2024}

    @property
    def t(self) -> dict[str, Any]:
        return {"tahun_kinerja": self.tahun}


@pytest.fixture
def dunia() -> Dunia:
    return Dunia()


Pembuat = Callable[[Dunia], models.Model]
DITOLAK: dict[str, Pembuat] = {
    "pemda_tanpa_nama": lambda d: Pemda(nama=""),
    "pemda_kembar": lambda d: Pemda(nama="Provinsi Uji", jenis="provinsi"),
    "pemda_jenis_asing": lambda d: Pemda(nama="X", jenis="kerajaan"),
    "instansi_kode_kembar": lambda d: Instansi(kode="UJI"),
    "instansi_tanpa_kode": lambda d: Instansi(kode=""),
    "renstra_kembar": lambda d: Renstra(instansi=d.instansi, renstra_awal=2024, renstra_akhir=2026),
    "renstra_terbalik": lambda d: Renstra(instansi=d.instansi, renstra_awal=2026, renstra_akhir=2024),
    "renstra_tahun_mustahil": lambda d: Renstra(instansi=d.instansi, renstra_awal=24),
    "renstra_versi_nol": lambda d: Renstra(instansi=d.instansi, versi=0),
    "tahun_kembar": lambda d: TahunKinerja(instansi=d.instansi, tahun=2024, renstra=d.renstra),
    "tahun_mustahil": lambda d: TahunKinerja(instansi=d.instansi, tahun=20245, renstra=d.renstra),
    "misi_kembar": lambda d: Misi(renstra=d.renstra, kode="M1"),
    "tujuan_kembar": lambda d: Tujuan(renstra=d.renstra, kode="T1"),
    "sasaran_kembar": lambda d: Sasaran(renstra=d.renstra, kode="S1"),
    "sasaran_tanpa_kode": lambda d: Sasaran(renstra=d.renstra, kode=""),
    "indikator_kembar": lambda d: Indikator(renstra=d.renstra, tujuan=d.tujuan, kode="I1"),
    "indikator_tanpa_induk": lambda d: Indikator(renstra=d.renstra, kode="I2"),
    "indikator_dua_induk": lambda d: Indikator(renstra=d.renstra, tujuan=d.tujuan, sasaran=d.sasaran, kode="I2"),
    "indikator_renstra_dan_tahun": lambda d: Indikator(
        renstra=d.renstra, sasaran=d.sasaran, tahun_kinerja=d.tahun, kode="I2"
    ),
    "indikator_arah_asing": lambda d: Indikator(renstra=d.renstra, sasaran=d.sasaran, kode="I2", arah="datar"),
    "target_kembar": lambda d: TargetTahunan(indikator=d.indikator, tahun=2024),
    "perjanjian_kembar": lambda d: Perjanjian(**d.i, versi="murni"),
    "perjanjian_versi_asing": lambda d: Perjanjian(**d.i, versi="renstra"),
    "perjanjian_tanpa_versi": lambda d: Perjanjian(**d.i, versi=""),
    "triwulan_nol": lambda d: KinerjaTriwulan(**d.i, triwulan=0),
    "triwulan_lima": lambda d: KinerjaTriwulan(**d.i, triwulan=5),
    "triwulan_kembar": lambda d: KinerjaTriwulan(**d.i, triwulan=1),
    "realisasi_tahunan_kembar": lambda d: RealisasiTahunan(**d.i),
    "komponen_kembar": lambda d: Komponen(**d.i, kode="K1"),
    "komponen_kembar_tanpa_tahun": lambda d: Komponen(**{**d.i, "tahun": None}, kode="K1"),
    "pembanding_tanpa_jenis": lambda d: Pembanding(**d.i, jenis=""),
    "metode_desimal_besar": lambda d: MetodePengukuran(**d.t, desimal=11),
    "metode_asing": lambda d: MetodePengukuran(**d.t, metode_efisiensi="cepat"),
    "sakip_kembar": lambda d: Sakip(**d.t, tahun=2024, komponen="Perencanaan Kinerja"),
    "lke_kembar": lambda d: Lke(**d.t, tahun=2024, subkomponen="1.a"),
    "lke_jawaban_asing": lambda d: Lke(**d.t, tahun=2024, subkomponen="1.b", jawaban="AAA"),
    "rekomendasi_status_asing": lambda d: Rekomendasi(**d.t, tahun=2024, status="nanti"),
    "analisis_faktor_asing": lambda d: Analisis(**d.i, faktor="nasib"),
    "anggaran_kembar": lambda d: Anggaran(**d.t, kode="1"),
    "anggaran_pagu_negatif": lambda d: Anggaran(**d.t, kode="2", pagu_murni=Decimal("-0.01")),
    "anggaran_pagu_perubahan_negatif": lambda d: Anggaran(**d.t, kode="2", pagu_perubahan=Decimal(-1000)),
    "anggaran_tingkat_asing": lambda d: Anggaran(**d.t, kode="2", tingkat="proyek"),
    "realisasi_anggaran_triwulan_lima": lambda d: RealisasiAnggaran(**d.t, anggaran=d.anggaran, tahun=2024, triwulan=5),
    "realisasi_anggaran_kembar": lambda d: RealisasiAnggaran(**d.t, anggaran=d.anggaran, tahun=2024, triwulan=4),
    "belanja_kembar": lambda d: Belanja(**d.t, kode="B1", tahun=2024),
    "belanja_pagu_negatif": lambda d: Belanja(**d.t, kode="B2", pagu=Decimal(-1)),
    "penunjang_asing": lambda d: Penunjang(**d.t, anggaran=d.anggaran, keterangan="mungkin"),
    "identitas_jenis_asing": lambda d: IdentitasLaporan(**d.t, jenis_laporan="bulanan"),
    "identitas_triwulan_lima": lambda d: IdentitasLaporan(**d.t, triwulan=5),
    "narasi_tanpa_bagian": lambda d: Narasi(**d.t, bagian=""),
    "tabel_kembar": lambda d: TabelBebas(**d.t, nama="tabel_01"),
    "klaim_versi_asing": lambda d: Klaim(**d.t, versi="lama"),
    "klaim_triwulan_lima": lambda d: Klaim(**d.t, triwulan=5),
    "penugasan_dua_lingkup": lambda d: Penugasan(
        pengguna=d.pengguna, peran="perencana", instansi=d.instansi, pemda=d.pemda
    ),
    "penugasan_tanpa_lingkup": lambda d: Penugasan(pengguna=d.pengguna, peran="perencana"),
    "penugasan_kembar": lambda d: Penugasan(pengguna=d.pengguna, peran="kepala", instansi=d.instansi),
    "penugasan_admin_kembar": lambda d: Penugasan(pengguna=d.pengguna, peran="admin"),
    "penugasan_peran_asing": lambda d: Penugasan(pengguna=d.pengguna, peran="tamu", instansi=d.instansi),
}


def _isi_dulu(d: Dunia) -> None:
    """The first of each pair that may not be repeated."""
    TargetTahunan.objects.create(indikator=d.indikator, tahun=2024)
    Perjanjian.objects.create(**d.i, versi="murni")
    KinerjaTriwulan.objects.create(**d.i, triwulan=1)
    RealisasiTahunan.objects.create(**d.i)
    Komponen.objects.create(**d.i, kode="K1")
    Komponen.objects.create(**{**d.i, "tahun": None}, kode="K1")
    Sakip.objects.create(**d.t, tahun=2024, komponen="Perencanaan Kinerja")
    Lke.objects.create(**d.t, tahun=2024, subkomponen="1.a")
    RealisasiAnggaran.objects.create(**d.t, anggaran=d.anggaran, tahun=2024, triwulan=4)
    Belanja.objects.create(**d.t, kode="B1", tahun=2024)
    TabelBebas.objects.create(**d.t, nama="tabel_01")
    Penugasan.objects.create(pengguna=d.pengguna, peran="kepala", instansi=d.instansi)
    Penugasan.objects.create(pengguna=d.pengguna, peran="admin")


@pytest.mark.parametrize("nama", DITOLAK)
def test_basis_data_menolak(nama: str, dunia: Dunia) -> None:
    _isi_dulu(dunia)
    baris = DITOLAK[nama](dunia)
    with pytest.raises(IntegrityError), transaction.atomic():
        type(baris)._default_manager.bulk_create([baris])
    with pytest.raises(ValidationError):  # and a form says so before the database does
        baris.full_clean()


BOLEH_BERULANG: dict[str, Pembuat] = {
    "skala": lambda d: Skala(**d.t, skala="s", batas_bawah=Decimal(90), kategori="A"),
    "pembanding": lambda d: Pembanding(**d.i, jenis="nasional"),
    "rekomendasi": lambda d: Rekomendasi(**d.t, tahun=2024, rekomendasi="r"),
    "analisis": lambda d: Analisis(**d.i, faktor="solusi", nomor=1, uraian="u"),
    "narasi": lambda d: Narasi(**d.t, bagian="bab1", nomor=1, isi="i"),
    "penunjang": lambda d: Penunjang(**d.t, anggaran=d.anggaran, mendukung=d.indikator),
    "klaim": lambda d: Klaim(**d.t, besaran="capaian", subjek="I1", nilai=Decimal("99.00")),
}


@pytest.mark.parametrize("nama", BOLEH_BERULANG)
def test_baris_yang_boleh_berulang_di_buku_kerja_boleh_berulang(nama: str, dunia: Dunia) -> None:
    model = type(BOLEH_BERULANG[nama](dunia))
    model._default_manager.bulk_create([BOLEH_BERULANG[nama](dunia), BOLEH_BERULANG[nama](dunia)])
    assert model._default_manager.count() == 2


def test_yang_berdampingan_dengan_sah_diterima(dunia: Dunia) -> None:
    _isi_dulu(dunia)
    Perjanjian.objects.create(**dunia.i, versi="perubahan")
    Komponen.objects.create(**{**dunia.i, "tahun": 2023}, kode="K1")
    Belanja.objects.create(**dunia.t, kode="B1", tahun=2023)
    Belanja.objects.create(**dunia.t, kode="B1", tahun=None)
    Renstra.objects.create(instansi=dunia.instansi, renstra_awal=2024, renstra_akhir=2026, versi=2)
    Anggaran.objects.create(**dunia.t, kode="2", pagu_murni=Decimal("0.00"))
    Indikator.objects.create(tahun_kinerja=dunia.tahun, kode="I1-anggaran")


def test_baris_tidak_dapat_menjadi_induknya_sendiri(dunia: Dunia) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Anggaran.objects.filter(pk=dunia.anggaran.pk).update(induk=dunia.anggaran)


def test_kode_yang_sama_boleh_dipakai_instansi_lain(dunia: Dunia) -> None:
    lain = Instansi.objects.create(kode="LAIN")
    renstra = Renstra.objects.create(instansi=lain, renstra_awal=2024, renstra_akhir=2026)
    tahun = TahunKinerja.objects.create(instansi=lain, tahun=2024, renstra=renstra)
    Sasaran.objects.create(renstra=renstra, kode="S1")
    Anggaran.objects.create(tahun_kinerja=tahun, kode="1")
    assert Sasaran.objects.filter(kode="S1").count() == 2
