"""Two clicks at once, and a worker killed at the freeze: never two versions, never a lost one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from unittest.mock import patch

import pytest
from django.core.exceptions import ValidationError

from lkjip.akun.models import Pengguna
from lkjip.laporan.data_penyusunan import JenisBerkas, Pesanan
from lkjip.laporan.data_terbitan import BERJALAN, KeadaanTerbitan, TahapNaskah
from lkjip.laporan.models import PenyusunanBerkas, Terbitan
from lkjip.laporan.simpanan_terbitan import baca_berkas
from lkjip.penyusunan import pelaksana
from lkjip.penyusunan.services import buang
from lkjip.penyusunan.services_beku import TidakDapatDibekukan, bekukan
from lkjip.terbitan import services
from lkjip.terbitan.services import batalkan_versi, catat_tahap, finalkan, terbitkan, ulangi_penyusunan
from renstra.models import TahunKinerja
from tests.laporan.signing.berkas_uji import berkas_akhir
from tests.pengisian.serentak import basis_data_berkas, serentak
from tests.penyusunan.dunia import susun_semua
from tests.situs.pemeran import siapkan_pemeran
from tests.terbitan.dunia_terbitan import naskah_kini, tahun_berkepala, tandai, ubah_data

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _berkas(transactional_db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(services, "periksa_aturan", lambda *_: ())
    with basis_data_berkas(tmp_path / "uji.sqlite3"):
        yield


@pytest.fixture
def kepala(_berkas: None) -> Pengguna:
    return siapkan_pemeran()["kepala"]


@pytest.fixture
def tahun(kepala: Pengguna) -> TahunKinerja:
    return tahun_berkepala()


def _periksa(tahun: TahunKinerja, oleh: Pengguna, pesanan: Pesanan) -> None:
    naskah = naskah_kini(tahun, pesanan)
    catat_tahap(
        tahun_kinerja=tahun, naskah=naskah, tahap=TahapNaskah.DIPERIKSA, sidik_dibaca=naskah.sidik, oleh=oleh
    )  # fmt: skip


def _finalkan(tahun: TahunKinerja, oleh: Pengguna, pesanan: Pesanan, alasan: str = "") -> Terbitan:
    naskah = naskah_kini(tahun, pesanan)
    return finalkan(tahun_kinerja=tahun, naskah=naskah, sidik_dibaca=naskah.sidik, oleh=oleh, alasan=alasan)


_IKU = Pesanan(JenisBerkas.IKU, akhir=True)
_LAPORAN = Pesanan(JenisBerkas.LAPORAN, akhir=True)


def test_klik_finalkan_serentak_membuat_satu_versi(tahun: TahunKinerja, kepala: Pengguna) -> None:
    _periksa(tahun, kepala, _LAPORAN)
    hasil = serentak([partial(_finalkan, tahun, kepala, _LAPORAN)] * 4)
    assert sum(isinstance(satu, Terbitan) for satu in hasil) == 1, hasil
    assert sum(isinstance(satu, ValidationError) for satu in hasil) == 3, hasil
    assert (Terbitan.objects.count(), PenyusunanBerkas.objects.count()) == (1, 1)


def test_terbitkan_dan_batalkan_serentak_hanya_salah_satu(tahun: TahunKinerja, kepala: Pengguna) -> None:
    _periksa(tahun, kepala, _LAPORAN)
    terbitan = _finalkan(tahun, kepala, _LAPORAN)
    bekukan(terbitan=terbitan.pk, isi=berkas_akhir())
    terbitan.refresh_from_db()
    tandai(terbitan)
    batal = partial(batalkan_versi, terbitan=terbitan, alasan="sebab", oleh=kepala)
    hasil = serentak([partial(terbitkan, terbitan=terbitan, oleh=kepala), batal])
    assert sum(isinstance(satu, ValidationError) for satu in hasil) == 1, hasil
    terbitan.refresh_from_db()
    assert terbitan.keadaan == ("terbit" if hasil[0] is None else "dibatalkan")


def test_pembatalan_saat_pdf_selesai_tidak_meninggalkan_versi_setengah_jadi(
    tahun: TahunKinerja, kepala: Pengguna
) -> None:
    _periksa(tahun, kepala, _LAPORAN)
    terbitan = _finalkan(tahun, kepala, _LAPORAN)
    batal = partial(batalkan_versi, terbitan=terbitan, alasan="sebab", oleh=kepala)
    hasil = serentak([partial(bekukan, terbitan=terbitan.pk, isi=berkas_akhir()), batal])
    assert hasil[1] is None, hasil
    assert hasil[0] is None or isinstance(hasil[0], TidakDapatDibekukan), hasil
    assert not Terbitan.objects.filter(keadaan__in=BERJALAN).exists()
    assert Terbitan.objects.get().keadaan == KeadaanTerbitan.DIBATALKAN


def test_pekerja_mati_sesudah_pembekuan_tidak_menyusun_lagi(tahun: TahunKinerja, kepala: Pengguna) -> None:
    """The rescued job finds the version frozen: the same bytes, whether or not the data have changed meanwhile."""
    _periksa(tahun, kepala, _IKU)
    terbitan = _finalkan(tahun, kepala, _IKU)
    with patch.object(pelaksana, "selesaikan", side_effect=SystemExit), pytest.raises(SystemExit):
        susun_semua()
    terbitan.refresh_from_db()
    assert terbitan.keadaan == KeadaanTerbitan.FINAL
    PenyusunanBerkas.objects.update(keadaan="antre")
    susun_semua()
    assert PenyusunanBerkas.objects.get().keadaan == "siap"
    final = terbitan.sidik_final
    ubah_data()
    PenyusunanBerkas.objects.update(keadaan="antre")
    susun_semua()
    terbitan.refresh_from_db()
    assert (terbitan.keadaan, terbitan.sidik_final) == (KeadaanTerbitan.FINAL, final)
    assert baca_berkas(final).startswith(b"%PDF-")


def test_penyusunan_yang_dihapus_dari_daftar_berkas_dapat_dipesan_lagi(tahun: TahunKinerja, kepala: Pengguna) -> None:
    _periksa(tahun, kepala, _IKU)
    terbitan = _finalkan(tahun, kepala, _IKU)
    buang(penyusunan=PenyusunanBerkas.objects.get())
    terbitan.refresh_from_db()
    assert terbitan.penyusunan is None
    ulangi_penyusunan(terbitan=terbitan, oleh=kepala)
    susun_semua()
    terbitan.refresh_from_db()
    assert terbitan.keadaan == KeadaanTerbitan.FINAL
