"""The state at an earlier moment, from the history alone, is what `load_data` gave at that moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, assume, given, reject, settings

from anggaran.models import Anggaran
from kinerja.models import KinerjaTriwulan, MetodePengukuran
from lkjip.buku_kerja.services import ImporDitolak
from lkjip.dasar.rekaman import bentuk_baku
from lkjip.data import BukuKerja, DataInstansi
from lkjip.riwayat.models import Riwayat
from lkjip.riwayat.selectors import riwayat_terakhir
from lkjip.riwayat.selectors_baris import riwayat_sampai_saat
from lkjip.riwayat.services import konteks_riwayat
from lkjip.selectors import load_data
from lkjip.selectors_keadaan import TahunBelumAda, load_data_pada
from renstra.models import Indikator, Instansi, Perjanjian, Renstra, Sasaran, TahunKinerja, TargetTahunan
from renstra.selectors import ambil_tahun_kinerja
from tests.buku_kerja.buat_buku import buku as buku_skema
from tests.buku_kerja.ubah_buku import KALBAR, KALTIM, baca, simpan, tahun_lain, ubah_anggaran, ubah_renstra
from tests.laporan.compose.buku_acak import daftar_buku

pytestmark = pytest.mark.django_db


class Perekam:
    """Keeps what `load_data` gives after each step, to be compared with what the history tells of it at the end."""

    def __init__(self, buku: BukuKerja) -> None:
        self.kode, self.tahun = buku.data.renstra.instansi.kode, buku.data.tahun
        self.daftar: list[tuple[int, DataInstansi]] = []

    @property
    def tahun_kinerja(self) -> TahunKinerja:
        tahun_kinerja = ambil_tahun_kinerja(self.kode, self.tahun)
        assert tahun_kinerja is not None
        return tahun_kinerja

    def catat(self) -> None:
        self.daftar.append((riwayat_terakhir(), load_data(self.tahun_kinerja)))

    def periksa(self) -> None:
        assert self.daftar
        for sampai, data in self.daftar:
            dibangun = load_data_pada(self.tahun_kinerja, sampai)
            assert dibangun == data
            assert bentuk_baku(dibangun) == bentuk_baku(data)


@pytest.mark.parametrize("nama", [KALTIM, KALBAR])
def test_keadaan_terakhir_buku_contoh_sama_dengan_isi_tabel(nama: str) -> None:
    buku = baca(nama)
    simpan(buku)
    perekam = Perekam(buku)
    perekam.catat()
    perekam.periksa()


def _sah(buku: BukuKerja) -> bool:
    periode = buku.data.renstra.periode
    return not periode.renstra_awal or not periode.renstra_akhir or periode.renstra_awal <= periode.renstra_akhir


def _ganti_menjadi(satu: BukuKerja, dua: BukuKerja) -> None:
    """The year of the one book becomes the other, then the one again; every state on the way is remembered."""
    renstra = satu.data.renstra
    dua = ubah_renstra(
        dua,
        instansi=replace(dua.data.renstra.instansi, kode=renstra.instansi.kode),
        periode=replace(dua.data.renstra.periode, tahun=renstra.periode.tahun),
    )
    perekam = Perekam(satu)
    with transaction.atomic():
        try:
            for buku in (satu, dua, satu):
                _simpan_atau_lewati(buku)
                perekam.catat()
            perekam.periksa()
        finally:
            transaction.set_rollback(True)


def _simpan_atau_lewati(buku: BukuKerja) -> None:
    """A few of these books name rows that are not there; what the import refuses has no state."""
    try:
        simpan(buku)
    except ImporDitolak:
        reject()


@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(satu=daftar_buku(), dua=daftar_buku())
def test_keadaan_buku_acak_tetap_terbaca_setelah_diganti(satu: BukuKerja, dua: BukuKerja) -> None:
    _ganti_menjadi(satu, dua)


@settings(max_examples=4, suppress_health_check=list(HealthCheck))
@given(satu=buku_skema(), dua=buku_skema())
def test_keadaan_buku_dengan_isi_apa_pun_tetap_terbaca_setelah_diganti(satu: BukuKerja, dua: BukuKerja) -> None:
    assume(_sah(satu) and _sah(dua))
    _ganti_menjadi(satu, dua)


def test_keadaan_setelah_suntingan_dan_penghapusan_lewat_jalan_mana_pun() -> None:
    buku = baca(KALTIM)
    simpan(buku)
    perekam = Perekam(buku)
    perekam.catat()
    iku = Indikator.objects.get(kode="IKU1")
    langkah = (
        lambda: KinerjaTriwulan.objects.filter(indikator=iku, triwulan=1).update(realisasi=Decimal("77.700")),
        lambda: Indikator.objects.filter(pk=iku.pk).update(kode="IKU-A", iku=None, bobot=Decimal("0.50")),
        lambda: TargetTahunan.objects.filter(indikator=iku).delete(),
        lambda: Sasaran.objects.filter(daftar_indikator=iku).update(urutan=99),
        lambda: MetodePengukuran.objects.update(batas_capaian=Decimal("100.0"), rumus_negatif="langsung"),
        lambda: TahunKinerja.objects.update(nama="Nama Lain", nama_kepala="Kepala Lain"),
        lambda: Instansi.objects.update(kode="BKD-LAIN"),
        lambda: Renstra.objects.update(renstra_akhir=2030),
        lambda: Anggaran.objects.filter(induk__isnull=True).first().delete(),  # type: ignore[union-attr]
        lambda: iku.delete(),
    )
    for satu in langkah:
        satu()
        perekam.kode = Instansi.objects.get().kode
        perekam.catat()
    perekam.periksa()


def test_keadaan_tahun_yang_berpisah_dari_renstra_bersama_lalu_kembali() -> None:
    """Two years share a Renstra, one leaves it, comes back, and the other changes it in place meanwhile."""
    buku = baca(KALTIM)
    lain = tahun_lain(buku, 2025)
    uraian = tuple(replace(s, uraian=f"{s.uraian} (baru)") for s in buku.data.renstra.daftar_sasaran)
    visi = tuple(replace(m, visi="Visi baru") for m in buku.data.renstra.daftar_misi)
    perekam, kedua = Perekam(buku), Perekam(lain)
    lain_baru, buku_baru = ubah_renstra(lain, daftar_sasaran=uraian), ubah_renstra(buku, daftar_misi=visi)
    for satu in (buku, lain, lain_baru, buku_baru, lain, buku):
        simpan(satu)
        perekam.catat()
        if TahunKinerja.objects.filter(tahun=2025).exists():
            kedua.catat()
    assert Riwayat.objects.filter(tabel="renstra_renstra", aksi="hapus").exists()
    perekam.periksa()
    kedua.periksa()


def test_indikator_yang_pindah_ke_renstra_lain_tidak_terbaca_di_dua_tempat() -> None:
    buku = baca(KALTIM)
    simpan(buku)
    misi = tuple(replace(m, visi="Visi baru") for m in buku.data.renstra.daftar_misi)
    simpan(ubah_renstra(tahun_lain(buku, 2025), daftar_misi=misi))
    satu, dua = Renstra.objects.order_by("versi")
    perekam = Perekam(buku)
    perekam.catat()
    Perjanjian.objects.all().delete()
    indikator = Indikator.objects.create(renstra=satu, sasaran=satu.daftar_sasaran.all()[0], kode="PINDAH")
    perekam.catat()
    Indikator.objects.filter(pk=indikator.pk).update(renstra=dua, sasaran=dua.daftar_sasaran.all()[0])
    perekam.catat()
    perekam.periksa()


def test_tahun_yang_belum_ada_dan_tahun_yang_sudah_dihapus_dikatakan() -> None:
    sebelum = riwayat_terakhir()
    buku = baca(KALBAR)
    simpan(buku)
    tahun_kinerja = Perekam(buku).tahun_kinerja
    ada, data = riwayat_terakhir(), load_data(tahun_kinerja)
    with pytest.raises(TahunBelumAda):
        load_data_pada(tahun_kinerja, sebelum)
    pk = tahun_kinerja.pk
    tahun_kinerja.delete()
    tahun_kinerja.pk = pk
    with pytest.raises(TahunBelumAda):
        load_data_pada(tahun_kinerja, riwayat_terakhir())
    assert load_data_pada(tahun_kinerja, ada) == data


def test_banyak_kueri_keadaan_tetap_dua_berapa_pun_besar_dan_panjang_riwayatnya() -> None:
    buku = baca(KALTIM)
    baris = tuple(replace(buku.data.anggaran.daftar_anggaran[0], kode=f"9.{n}") for n in range(200))
    besar = ubah_anggaran(tahun_lain(buku, 2025), daftar_anggaran=(*buku.data.anggaran.daftar_anggaran, *baris))
    for satu in (buku, besar, tahun_lain(buku, 2025), besar):
        simpan(satu)
    for tahun in (2024, 2025):
        tahun_kinerja = ambil_tahun_kinerja("BKD-KALTIM", tahun)
        assert tahun_kinerja is not None
        sampai = riwayat_terakhir()
        with CaptureQueriesContext(connection) as kueri:
            load_data_pada(tahun_kinerja, sampai)
        assert len(kueri) == 2


def test_entri_terakhir_pada_suatu_saat() -> None:
    jauh = datetime(2100, 1, 1, tzinfo=UTC)
    assert riwayat_sampai_saat(jauh) == riwayat_terakhir()
    with konteks_riwayat(jalur="uji"):
        satu = Instansi.objects.create(kode="SATU")
    entri = Riwayat.objects.get(tabel="renstra_instansi", kunci=str(satu.pk))
    assert riwayat_sampai_saat(jauh) == entri.pk
    assert riwayat_sampai_saat(entri.waktu) == entri.pk
    assert riwayat_sampai_saat(entri.waktu - timedelta(milliseconds=1)) < entri.pk
    wib = entri.waktu.astimezone(tz=None)
    assert riwayat_sampai_saat(wib) == entri.pk


def test_entri_tepat_pada_detik_bulat_ikut_terbaca() -> None:
    """SQLite keeps `…:00.000`, which as text is greater than `…:00`."""
    saat = datetime(2024, 5, 1, 3, 0, tzinfo=UTC)
    tulisan = "2024-05-01 03:00:00.000" if connection.vendor == "sqlite" else "2024-05-01 03:00:00+00"
    with connection.cursor() as kursor:
        if connection.vendor == "postgresql":
            kursor.execute("ALTER TABLE riwayat_riwayat DISABLE TRIGGER USER")
        kursor.execute(
            "INSERT INTO riwayat_riwayat (waktu, nama_oleh, jalur, alasan, kejadian, tabel, kunci, aksi) "
            "VALUES (%s, '', '', '', '', 'x', '1', 'tambah')",
            [tulisan],
        )
        if connection.vendor == "postgresql":
            kursor.execute("ALTER TABLE riwayat_riwayat ENABLE TRIGGER USER")
    entri = Riwayat.objects.get(tabel="x")
    assert riwayat_sampai_saat(saat) == entri.pk
    assert riwayat_sampai_saat(saat - timedelta(microseconds=1)) == 0
