"""A reviu copies the plan and takes years along: nothing that a year says changes by it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, assume, given, settings

from anggaran.models import Anggaran, PorsiAnggaran
from kinerja.models import AnalisisTriwulan, BuktiDukung, CatatanPengisian, KinerjaTriwulan, PengisianTriwulan
from kinerja.services_pengisian import siapkan_triwulan
from lkjip.akun.models import Pengguna
from lkjip.besaran import hitung
from lkjip.buku_kerja.services import impor_buku
from lkjip.data import BukuKerja
from lkjip.perencanaan.services_versi import batalkan_reviu, buat_reviu, hapus_versi, pindah_renstra
from lkjip.riwayat.services_urung import urungkan
from lkjip.selectors import load_buku, load_data
from renstra.data import CaraHitung
from renstra.models import Indikator, PendahuluIndikator, Renstra, RincianIndikator, Sasaran, TahunKinerja
from renstra.selectors import ambil_tahun_kinerja, load_isi_renstra
from tests.buku_kerja.buat_buku import buku as buku_acak
from tests.buku_kerja.ubah_buku import KALTIM, baca, tahun_lain
from tests.pengisian.dunia import buat_pengguna, pindahkan

pytestmark = pytest.mark.django_db


def _tahun(tahun: int = 2024) -> TahunKinerja:
    hasil = ambil_tahun_kinerja("BKD-KALTIM", tahun)
    assert hasil is not None
    return hasil


@pytest.fixture
def oleh() -> Pengguna:
    """Two years that share one plan, with rows of every kind that no workbook carries."""
    buku = baca(KALTIM)
    for tahun in (2024, 2025):
        impor_buku(buku=tahun_lain(buku, tahun))
    tahun_kinerja = _tahun()
    indikator = Indikator.objects.get(renstra=tahun_kinerja.renstra, kode="IKU1")
    siapkan_triwulan(tahun_kinerja)
    pengisian = PengisianTriwulan.objects.get(tahun_kinerja=tahun_kinerja, triwulan=2)
    AnalisisTriwulan.objects.create(
        tahun_kinerja=tahun_kinerja, indikator=indikator, triwulan=2, faktor="hambatan", uraian="x"
    )
    BuktiDukung.objects.create(
        tahun_kinerja=tahun_kinerja, indikator=indikator, triwulan=2, jenis="tautan", tautan="https://contoh.id/a",
        nama_oleh="Ani", waktu=timezone.now(),
    )  # fmt: skip
    CatatanPengisian.objects.create(
        pengisian=pengisian, indikator=indikator, isi="Periksa", nama_oleh="Ani", waktu=timezone.now()
    )
    anggaran = Anggaran.objects.filter(tahun_kinerja=tahun_kinerja).first()
    assert anggaran is not None
    PorsiAnggaran.objects.create(anggaran=anggaran, indikator=indikator, porsi=Decimal("0.5"))
    RincianIndikator.objects.create(indikator=indikator, definisi="Arti indeks", cara_hitung=CaraHitung.LANGSUNG)
    return buat_pengguna()


def _reviu(oleh: Pengguna, *daftar_tahun: int) -> tuple[Renstra, str]:
    semula = _tahun(daftar_tahun[0]).renstra
    kejadian = buat_reviu(
        renstra=semula, daftar_tahun=[_tahun(t) for t in daftar_tahun], oleh=oleh, nomor_penetapan=" 12/2025 "
    )
    return Renstra.objects.latest("versi"), kejadian


def test_reviu_menyalin_rencana_dan_tidak_mengubah_isi_tahun_mana_pun(oleh: Pengguna) -> None:
    semula = [load_buku(_tahun(t)) for t in (2024, 2025)]
    lama = _tahun().renstra
    baru, _ = _reviu(oleh, 2024, 2025)
    assert (baru.versi, baru.asal, baru.nomor_penetapan) == (2, lama, "12/2025")
    assert load_isi_renstra(baru) == load_isi_renstra(lama)
    assert [load_buku(_tahun(t)) for t in (2024, 2025)] == semula
    for tahun in (2024, 2025):
        assert _tahun(tahun).renstra == baru
    for model in (AnalisisTriwulan, BuktiDukung, CatatanPengisian, PorsiAnggaran):
        assert model.objects.get(indikator__renstra=baru)
    assert not Sasaran.objects.filter(renstra=lama, daftar_anggaran__isnull=False).exists()
    assert not KinerjaTriwulan.objects.filter(indikator__renstra=lama).exists()
    tautan = PendahuluIndikator.objects.get(indikator__renstra=baru, indikator__kode="IKU1")
    assert (tautan.pendahulu.renstra, tautan.pendahulu.kode) == (lama, "IKU1")
    assert RincianIndikator.objects.get(indikator__renstra=baru).definisi == "Arti indeks"


def test_reviu_untuk_sebagian_tahun_meninggalkan_tahun_lain(oleh: Pengguna) -> None:
    semula = load_buku(_tahun(2024))
    baru, _ = _reviu(oleh, 2025)
    assert _tahun(2024).renstra != baru
    Indikator.objects.filter(renstra=baru, kode="IKU1").update(uraian="Nama baru")
    assert load_buku(_tahun(2024)) == semula
    assert load_data(_tahun(2025)).renstra.indikator_per_kode["IKU1"].uraian == "Nama baru"


def test_reviu_dapat_diurungkan_sekali_klik(oleh: Pengguna) -> None:
    semula = load_buku(_tahun())
    lama = _tahun().renstra
    _, kejadian = _reviu(oleh, 2024, 2025)
    urungkan(kejadian=kejadian, instansi=lama.instansi_id, oleh=oleh)
    assert Renstra.objects.get() == lama
    assert load_buku(_tahun()) == semula
    assert BuktiDukung.objects.get().indikator.renstra == lama


def test_pindah_renstra_memakai_sedikit_kueri_berapa_pun_isinya(oleh: Pengguna) -> None:
    baru, _ = _reviu(oleh, 2025)
    with CaptureQueriesContext(connection) as kueri:
        pindah_renstra(tahun_kinerja=_tahun(2024), ke=baru, oleh=oleh)
    assert len(kueri) <= 95, len(kueri)  # the workbook of the year is read before and after (`menjaga_buku`)


def test_batalkan_reviu_mengembalikan_tahun_dan_membuang_versinya(oleh: Pengguna) -> None:
    semula = [load_buku(_tahun(t)) for t in (2024, 2025)]
    lama = _tahun().renstra
    baru, _ = _reviu(oleh, 2024, 2025)
    batalkan_reviu(renstra=baru, oleh=oleh)
    assert Renstra.objects.get() == lama
    assert [load_buku(_tahun(t)) for t in (2024, 2025)] == semula
    assert RincianIndikator.objects.get().indikator.renstra == lama
    assert not PendahuluIndikator.objects.exists()


def test_batalkan_reviu_menolak_bila_indikator_barunya_sudah_dipakai(oleh: Pengguna) -> None:
    baru, _ = _reviu(oleh, 2025)
    sasaran = Sasaran.objects.get(renstra=baru, kode="S1")
    indikator = Indikator.objects.create(renstra=baru, sasaran=sasaran, kode="IKU9", urutan=99)
    KinerjaTriwulan.objects.create(
        tahun_kinerja=_tahun(2025), indikator=indikator, tahun=2025, triwulan=1, realisasi=Decimal(1), urutan=99
    )
    with pytest.raises(ValidationError, match="IKU9"):
        batalkan_reviu(renstra=baru, oleh=oleh)
    assert _tahun(2025).renstra == baru


def test_versi_yang_dibatalkan_di_tengah_tidak_memutus_rantai_pendahulu(oleh: Pengguna) -> None:
    dua, _ = _reviu(oleh, 2024, 2025)
    lama = dua.asal
    tiga, _ = _reviu(oleh, 2025)
    batalkan_reviu(renstra=dua, oleh=oleh)
    tiga.refresh_from_db()
    assert tiga.asal == lama
    tautan = PendahuluIndikator.objects.get(indikator__renstra=tiga, indikator__kode="IKU1")
    assert tautan.pendahulu.renstra == lama


def test_versi_yang_dipakai_tidak_dapat_dihapus_dan_yang_lain_dapat(oleh: Pengguna) -> None:
    lama = _tahun().renstra
    baru, _ = _reviu(oleh, 2024, 2025)
    with pytest.raises(ValidationError, match="2024, 2025"):
        hapus_versi(renstra=baru, oleh=oleh)
    hapus_versi(renstra=lama, oleh=oleh)
    assert Renstra.objects.get() == baru


@pytest.mark.parametrize("status", ["diajukan", "disetujui", "terkunci"])
def test_triwulan_yang_tertutup_ikut_pindah_dengan_angka_yang_sama(oleh: Pengguna, status: str) -> None:
    pindahkan(PengisianTriwulan.objects.get(tahun_kinerja=_tahun(), triwulan=2), status)
    semula = load_buku(_tahun())
    sebelum = hitung(load_data(_tahun()), "capaian", "IKU1", triwulan=2)
    baru, _ = _reviu(oleh, 2024)
    assert load_buku(_tahun()) == semula
    assert hitung(load_data(_tahun()), "capaian", "IKU1", triwulan=2).nilai == sebelum.nilai
    Indikator.objects.create(renstra=baru, sasaran=Sasaran.objects.get(renstra=baru, kode="S1"), kode="IKU9", urutan=99)
    batalkan_reviu(renstra=baru, oleh=oleh)
    assert load_buku(_tahun()) == semula


def test_data_triwulan_tertutup_yang_tanpa_padanan_menolak_pindah(oleh: Pengguna) -> None:
    baru, _ = _reviu(oleh, 2025)
    pindahkan(PengisianTriwulan.objects.get(tahun_kinerja=_tahun(), triwulan=2), "terkunci")
    Indikator.objects.filter(renstra=baru, kode="IKU1").update(kode="IKU-1")
    with pytest.raises(ValidationError, match="IKU1"):
        pindah_renstra(tahun_kinerja=_tahun(), ke=baru, oleh=oleh)


@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(buku=buku_acak())
def test_tahun_apa_pun_berbunyi_sama_sebelum_dan_sesudah_pindah(buku: BukuKerja) -> None:
    periode = buku.data.renstra.periode
    assume(not periode.renstra_awal or not periode.renstra_akhir or periode.renstra_awal <= periode.renstra_akhir)
    with transaction.atomic():
        impor_buku(buku=buku)
        pengguna = Pengguna.objects.filter(username="acak").first() or buat_pengguna("acak")
        tahun_kinerja = TahunKinerja.objects.select_related("renstra").get()
        buat_reviu(renstra=tahun_kinerja.renstra, daftar_tahun=[tahun_kinerja], oleh=pengguna)
        baru = TahunKinerja.objects.select_related("renstra", "instansi").get()
        assert baru.renstra.versi == 2
        assert load_buku(baru) == buku
        batalkan_reviu(renstra=baru.renstra, oleh=pengguna)
        assert load_buku(TahunKinerja.objects.select_related("renstra", "instansi").get()) == buku
        transaction.set_rollback(True)
