"""What the rules found is kept, and known to be stale from the history alone."""

from __future__ import annotations

import io
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kinerja.models import KinerjaTriwulan
from lkjip.buku_kerja.services import impor_buku
from lkjip.pemeriksaan import services_hasil
from lkjip.pemeriksaan.aturan import ATURAN, periksa
from lkjip.pemeriksaan.data import Temuan
from lkjip.pemeriksaan.models import AmbangPemda, HasilPemeriksaan, RekapPemeriksaan
from lkjip.pemeriksaan.selectors_hasil import ambang_tahun, daftar_usang, kemajuan, load_hasil
from lkjip.pemeriksaan.services import jawab_temuan
from lkjip.pemeriksaan.services_hasil import (
    LAMA_GILIRAN,
    hasil_terkini,
    periksa_tahun,
    periksa_yang_usang,
    segarkan,
)
from lkjip.riwayat.services import konteks_riwayat
from lkjip.selectors import load_buku
from renstra.models import Pejabat, Pemda, TahunKinerja
from tests.situs.pemeran import SENDIRI, SEPEMDA, buku_uji

pytestmark = pytest.mark.django_db


@pytest.fixture
def tahun() -> TahunKinerja:
    impor_buku(buku=buku_uji(SENDIRI))
    return _ambil(SENDIRI)


def _ambil(kode: str) -> TahunKinerja:
    return TahunKinerja.objects.select_related("instansi__pemda", "renstra").get(instansi__kode=kode)


def _ubah(tahun: TahunKinerja, nilai: object = "81") -> None:
    with konteks_riwayat(jalur="uji"):
        KinerjaTriwulan.objects.filter(tahun_kinerja=tahun).update(realisasi=Decimal(str(nilai)))


def test_yang_tersimpan_sama_dengan_yang_ditemukan(tahun: TahunKinerja) -> None:
    assert periksa_tahun(tahun) is not None
    hasil = load_hasil(tahun)
    assert hasil.daftar_temuan == periksa(load_buku(tahun))
    assert hasil.daftar_temuan
    assert not hasil.usang
    assert hasil.rekap.semua == len(hasil.daftar_temuan)
    baris = HasilPemeriksaan.objects.get()
    assert sum(map(sum, baris.per_aturan.values())) == hasil.rekap.semua


def test_pergantian_kepala_daerah_membuat_usang(tahun: TahunKinerja) -> None:
    """He or she signs for every agency, and stands in the history under none."""
    periksa_tahun(tahun)
    with konteks_riwayat(jalur="uji"):
        Pejabat.objects.create(
            pemda=tahun.instansi.pemda, nama="Nama Baru", jabatan="Bupati", mulai=timezone.localdate()
        )
    assert daftar_usang() == [tahun.pk]
    periksa_tahun(tahun)
    assert daftar_usang() == []


def test_belum_pernah_diperiksa_adalah_usang(tahun: TahunKinerja) -> None:
    assert load_hasil(tahun).usang
    assert load_hasil(tahun).pada is None
    assert daftar_usang() == [tahun.pk]


def test_perubahan_data_membuatnya_usang_dan_hanya_yang_membacanya_dijalankan_lagi(tahun: TahunKinerja) -> None:
    periksa_tahun(tahun)
    assert daftar_usang() == []
    _ubah(tahun)
    assert load_hasil(tahun).usang
    jalan = periksa_tahun(tahun)
    assert jalan
    assert set(jalan) < set(ATURAN)
    assert load_hasil(tahun).daftar_temuan == periksa(load_buku(tahun))
    assert daftar_usang() == []


def test_perubahan_instansi_lain_tidak_mengusik(tahun: TahunKinerja) -> None:
    impor_buku(buku=buku_uji(SEPEMDA))
    for satu in TahunKinerja.objects.all():
        periksa_tahun(satu)
    _ubah(_ambil(SEPEMDA))
    assert daftar_usang() == [_ambil(SEPEMDA).pk]


def test_nama_pemda_yang_berubah_membuatnya_usang(tahun: TahunKinerja) -> None:
    periksa_tahun(tahun)
    with konteks_riwayat(jalur="uji"):
        Pemda.objects.update(nama="Kabupaten Lain")
    assert daftar_usang() == [tahun.pk]


def test_hari_yang_berganti_membuatnya_usang(tahun: TahunKinerja) -> None:
    periksa_tahun(tahun)
    HasilPemeriksaan.objects.update(pada=timezone.now() - timedelta(days=1))
    assert daftar_usang() == [tahun.pk]
    assert periksa_tahun(tahun) == ()


def test_ambang_pemda_menjalankan_semua_aturan_lagi(tahun: TahunKinerja) -> None:
    periksa_tahun(tahun)
    AmbangPemda.objects.create(pemda=Pemda.objects.get(), nama="capaian_tinggi", nilai=Decimal(160))
    assert ambang_tahun(tahun).capaian_tinggi == 160
    assert daftar_usang() == [tahun.pk]
    assert set(periksa_tahun(tahun) or ()) == set(ATURAN)
    assert daftar_usang() == []


def test_jawaban_mengubah_hitungan(tahun: TahunKinerja, django_user_model: Any) -> None:
    periksa_tahun(tahun)
    hasil = load_hasil(tahun)
    temuan = next(t for t in hasil.daftar_temuan if t.menahan)
    oleh = django_user_model.objects.create_user("ibu")
    jawab_temuan(tahun_kinerja=tahun, temuan=temuan, alasan="Sudah begitu dalam dokumen.", oleh=oleh)
    kini = hasil_terkini(tahun)
    assert (kini.rekap.terjawab, kini.rekap.menahan) == (1, hasil.rekap.menahan - 1)


def test_dua_pekerja_tidak_memeriksa_satu_tahun_bersamaan(tahun: TahunKinerja, monkeypatch: pytest.MonkeyPatch) -> None:
    kedua: list[object] = []
    asli = load_buku

    def di_tengah(satu: TahunKinerja) -> Any:
        kedua.append(periksa_tahun(satu))
        return asli(satu)

    monkeypatch.setattr(services_hasil, "load_buku_periksa", di_tengah)
    assert periksa_tahun(tahun) is not None
    assert kedua == [None]


def test_pekerja_yang_mati_di_tengah_jalan_tidak_menghilangkan_apa_pun(
    tahun: TahunKinerja, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mati(satu: TahunKinerja) -> Any:
        raise KeyboardInterrupt

    with monkeypatch.context() as m:
        m.setattr(services_hasil, "load_buku_periksa", mati)
        with pytest.raises(KeyboardInterrupt):
            periksa_tahun(tahun)
    assert load_hasil(tahun).usang
    assert periksa_tahun(tahun) is None
    HasilPemeriksaan.objects.update(giliran=timezone.now() - LAMA_GILIRAN - timedelta(seconds=1))
    assert periksa_tahun(tahun) is not None
    assert not load_hasil(tahun).usang


def test_pemeriksaan_yang_gagal_melepas_gilirannya(tahun: TahunKinerja, monkeypatch: pytest.MonkeyPatch) -> None:
    def rusak(satu: TahunKinerja) -> Any:
        raise ValueError("data tak terbaca")

    with monkeypatch.context() as m:
        m.setattr(services_hasil, "load_buku_periksa", rusak)
        with pytest.raises(ValueError, match="tak terbaca"):
            periksa_tahun(tahun)
    assert load_hasil(tahun).usang
    assert periksa_tahun(tahun) is not None
    assert not load_hasil(tahun).usang


def test_yang_dianggap_mati_tidak_menyimpan(tahun: TahunKinerja, monkeypatch: pytest.MonkeyPatch) -> None:
    asli = load_buku

    def diambil_alih(satu: TahunKinerja) -> Any:
        HasilPemeriksaan.objects.update(giliran=timezone.now() + timedelta(seconds=5))
        return asli(satu)

    monkeypatch.setattr(services_hasil, "load_buku_periksa", diambil_alih)
    periksa_tahun(tahun)
    assert load_hasil(tahun).usang
    assert not RekapPemeriksaan.objects.exists()


def test_perubahan_selama_pemeriksaan_diperiksa_lagi(tahun: TahunKinerja, monkeypatch: pytest.MonkeyPatch) -> None:
    asli = load_buku

    def berubah(satu: TahunKinerja) -> Any:
        buku = asli(satu)
        _ubah(satu, "83")
        return buku

    with monkeypatch.context() as m:
        m.setattr(services_hasil, "load_buku_periksa", berubah)
        periksa_tahun(tahun)
    assert load_hasil(tahun).usang


def test_putaran_penjaga_memeriksa_yang_usang_lalu_diam(tahun: TahunKinerja) -> None:
    services_hasil._putaran_tuntas = None
    assert periksa_yang_usang() == 1
    assert periksa_yang_usang() == 0
    with CaptureQueriesContext(connection) as kueri:
        periksa_yang_usang()
    assert len(kueri) == 1
    _ubah(tahun, "82")
    _ubah(tahun, "84")
    assert periksa_yang_usang() == 1
    assert load_hasil(tahun).daftar_temuan == periksa(load_buku(tahun))


def test_putaran_yang_kehabisan_waktu_dilanjutkan_putaran_berikut(tahun: TahunKinerja) -> None:
    services_hasil._putaran_tuntas = None
    assert periksa_yang_usang(detik=-1) == 0
    assert periksa_yang_usang() == 1


def test_aturan_yang_gagal_dicatat_dan_tidak_menghentikan_yang_lain(
    tahun: TahunKinerja, monkeypatch: pytest.MonkeyPatch
) -> None:
    impor_buku(buku=buku_uji(SEPEMDA))
    asli = load_buku

    def satu_rusak(satu: TahunKinerja) -> Any:
        if satu.pk == tahun.pk:
            raise ValueError("rusak")
        return asli(satu)

    monkeypatch.setattr(services_hasil, "load_buku_periksa", satu_rusak)
    services_hasil._putaran_tuntas = None
    assert periksa_yang_usang() == 1
    assert services_hasil._putaran_tuntas is None


def test_halaman_hanya_menyegarkan_sedikit(tahun: TahunKinerja) -> None:
    impor_buku(buku=buku_uji(SEPEMDA))
    semua = list(TahunKinerja.objects.values_list("pk", flat=True))
    assert segarkan(semua, maks=1) == 1
    assert len(daftar_usang(semua)) == 1
    assert segarkan(semua, maks=1) == 0
    assert daftar_usang(semua) == []


def test_kemajuan_dibandingkan_dengan_seminggu_lalu(tahun: TahunKinerja) -> None:
    periksa_tahun(tahun)
    hari = timezone.localdate()
    assert kemajuan(tahun, load_hasil(tahun), hari).sejak is None
    kunci = [t.kunci for t in load_hasil(tahun).daftar_temuan]
    for mundur, daftar in ((20, []), (8, [*kunci[1:], "KON-99||"]), (3, kunci)):
        RekapPemeriksaan.objects.create(tahun_kinerja=tahun, tanggal=hari - timedelta(days=mundur), daftar_kunci=daftar)
    maju = kemajuan(tahun, load_hasil(tahun), hari)
    assert maju.sejak == hari - timedelta(days=8)
    assert [t.kunci for t in maju.daftar_baru] == kunci[:1]
    assert maju.kunci_hilang == ("KON-99||",)


def test_yang_baru_dikenal_dibandingkan_dengan_hari_pertamanya(tahun: TahunKinerja) -> None:
    periksa_tahun(tahun)
    hari = timezone.localdate()
    RekapPemeriksaan.objects.create(tahun_kinerja=tahun, tanggal=hari - timedelta(days=2), daftar_kunci=["X||"])
    maju = kemajuan(tahun, load_hasil(tahun), hari)
    assert (maju.sejak, maju.kunci_hilang) == (hari - timedelta(days=2), ("X||",))


def test_tahun_yang_dihapus_ikut_membuang_hasilnya(tahun: TahunKinerja) -> None:
    periksa_tahun(tahun)
    TahunKinerja.objects.all().delete()
    assert not HasilPemeriksaan.objects.exists()
    assert not RekapPemeriksaan.objects.exists()


def test_perintah_periksa_semua_memeriksa_yang_usang_saja(tahun: TahunKinerja) -> None:
    keluar = io.StringIO()
    call_command("periksa_semua", stdout=keluar)
    assert "1 dari 1 tahun kinerja perlu diperiksa." in keluar.getvalue()
    assert daftar_usang() == []
    keluar = io.StringIO()
    call_command("periksa_semua", stdout=keluar)
    assert "0 dari 1" in keluar.getvalue()
    call_command("periksa_semua", "--semua", stdout=(keluar := io.StringIO()))
    assert "1 dari 1 selesai." in keluar.getvalue()


def test_temuan_dengan_kolom_yang_tak_dikenal_lagi_tetap_terbaca(tahun: TahunKinerja) -> None:
    periksa_tahun(tahun)
    baris = HasilPemeriksaan.objects.get()
    baris.daftar[0][2]["kolom_lama"] = 1
    baris.save()
    assert isinstance(load_hasil(tahun).daftar_temuan[0], Temuan)
