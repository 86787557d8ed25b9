"""Opening and removing years in the database: atomic, undoable, and never over a year that is there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError

from kinerja.models import Evaluasi, KinerjaTriwulan
from kinerja.services_reviu import mulai_reviu
from kinerja.services_skema import pastikan_skema
from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.services import ImporDitolak, impor_buku
from lkjip.buku_kerja.services_tahun_baru import buka_tahun, sidik_hasil
from lkjip.halaman.tahun_baru import CaraRencana, PilihanTahunBaru, susun_tahun_baru, susun_tahun_pertama
from lkjip.perencanaan.services_tahun import hapus_tahun
from lkjip.riwayat.models import Riwayat
from lkjip.riwayat.services_urung import urungkan
from lkjip.selectors import load_buku
from lkjip.services_urung import urungkan_bergiliran
from renstra.data import Instansi as DataInstansi
from renstra.models import Instansi, PendahuluIndikator, Renstra, TahunKinerja
from renstra.selectors import ambil_tahun_kinerja
from tests.buku_kerja.ubah_buku import KALTIM, baca, persis
from tests.pengisian.dunia import buat_pengguna

pytestmark = pytest.mark.django_db


def _tahun(tahun: int = 2024) -> TahunKinerja:
    hasil = ambil_tahun_kinerja("BKD-KALTIM", tahun)
    assert hasil is not None
    return hasil


@pytest.fixture
def oleh() -> Pengguna:
    impor_buku(buku=baca(KALTIM))
    return buat_pengguna()


def _buka(oleh: Pengguna, pilihan: PilihanTahunBaru) -> str:
    buku = susun_tahun_baru(load_buku(_tahun()), pilihan)
    return buka_tahun(buku=buku, sumber=_tahun(), oleh=oleh).kejadian


DALAM_PERIODE = PilihanTahunBaru(2025, 2024, 2026)
PERIODE_BARU = PilihanTahunBaru(2027, 2027, 2031, CaraRencana.SALIN)


def test_yang_tersimpan_sama_dengan_yang_dipratinjau(oleh: Pengguna) -> None:
    lama = load_buku(_tahun())
    buku = susun_tahun_baru(lama, DALAM_PERIODE)
    pratinjau = buka_tahun(buku=buku, sumber=_tahun(), oleh=oleh, periksa_saja=True)
    assert TahunKinerja.objects.count() == 1
    hasil = buka_tahun(buku=buku, sumber=_tahun(), oleh=oleh)
    assert sidik_hasil(hasil) == sidik_hasil(pratinjau)
    persis(load_buku(_tahun(2025)), buku)
    assert _tahun(2025).renstra == _tahun().renstra
    persis(load_buku(_tahun()), lama)
    assert Riwayat.objects.filter(kejadian=hasil.kejadian, jalur="tahun baru").exists()
    assert not impor_buku(buku=load_buku(_tahun(2025))).ada_perubahan


def test_periode_baru_melanjutkan_indikator_lama(oleh: Pengguna) -> None:
    _buka(oleh, PERIODE_BARU)
    renstra = _tahun(2027).renstra
    assert renstra.asal == _tahun().renstra
    tautan = PendahuluIndikator.objects.filter(indikator__renstra=renstra)
    assert {(t.indikator.kode, t.pendahulu.kode) for t in tautan} == {(k, k) for k in ("IKU1", "IKU2", "IKU3")}


@pytest.mark.parametrize("pilihan", [DALAM_PERIODE, PERIODE_BARU], ids=["dalam_periode", "periode_baru"])
def test_tahun_yang_dibuka_dapat_diurungkan(oleh: Pengguna, pilihan: PilihanTahunBaru) -> None:
    semula = load_buku(_tahun())
    kejadian = _buka(oleh, pilihan)
    urungkan(kejadian=kejadian, instansi=_tahun().instansi_id, oleh=oleh)
    assert TahunKinerja.objects.get() == _tahun()
    assert Renstra.objects.count() == 1
    persis(load_buku(_tahun()), semula)


def test_tahun_yang_sudah_ada_tidak_ditimpa(oleh: Pengguna) -> None:
    semula = load_buku(_tahun())
    buku = susun_tahun_baru(semula, replace(DALAM_PERIODE, tahun=2024))
    with pytest.raises(ImporDitolak, match="Tahun 2024 sudah ada"):
        buka_tahun(buku=buku, sumber=_tahun(), oleh=oleh)
    persis(load_buku(_tahun()), semula)


def test_tahun_pertama_instansi_baru() -> None:
    instansi = Instansi.objects.create(kode="BARU", nama="Dinas Baru")
    buku = susun_tahun_pertama(DataInstansi("BARU", nama="Dinas Baru"), 2026, 2025, 2029)
    buka_tahun(buku=buku, sumber=None, oleh=buat_pengguna())
    tahun = TahunKinerja.objects.get(instansi=instansi)
    persis(load_buku(tahun), buku)
    assert tahun.renstra.asal is None


def test_tahun_kosong_dapat_dihapus_dan_diurungkan(oleh: Pengguna) -> None:
    _buka(oleh, PERIODE_BARU)
    semula = load_buku(_tahun(2027))
    kejadian = hapus_tahun(tahun_kinerja=_tahun(2027), oleh=oleh)
    assert TahunKinerja.objects.get() == _tahun()
    assert Renstra.objects.get() == _tahun().renstra
    urungkan(kejadian=kejadian, instansi=_tahun().instansi_id, oleh=oleh)
    persis(load_buku(_tahun(2027)), semula)


def test_menghapus_tahun_tidak_menyentuh_renstra_yang_dipakai_tahun_lain(oleh: Pengguna) -> None:
    _buka(oleh, DALAM_PERIODE)
    semula = load_buku(_tahun())
    hapus_tahun(tahun_kinerja=_tahun(2025), oleh=oleh)
    persis(load_buku(_tahun()), semula)


def test_tahun_yang_dievaluasi_atau_direviu_inspektorat_tetap_ada(oleh: Pengguna) -> None:
    kejadian = _buka(oleh, DALAM_PERIODE)
    tahun = _tahun(2025)
    Evaluasi.objects.create(
        instansi=tahun.instansi, tahun=2025, skema=pastikan_skema("permenpan88_2021"), tingkat="subkomponen",
        asal="dikerjakan", tahap="penilaian",
    )  # fmt: skip
    mulai_reviu(tahun_kinerja=tahun, nomor_tugas="", tanggal_tugas=None, sidik="", oleh=oleh)
    with pytest.raises(ValidationError, match="1 evaluasi inspektorat, 1 reviu inspektorat"):
        hapus_tahun(tahun_kinerja=tahun, oleh=oleh)
    with pytest.raises(ValidationError, match="sudah membuka evaluasi"):
        urungkan_bergiliran(kejadian=kejadian, instansi=tahun.instansi_id, oleh=oleh)


def test_tahun_yang_berisi_tidak_dapat_dihapus(oleh: Pengguna) -> None:
    with pytest.raises(ValidationError, match="realisasi kinerja triwulan"):
        hapus_tahun(tahun_kinerja=_tahun(), oleh=oleh)
    assert KinerjaTriwulan.objects.exists()
