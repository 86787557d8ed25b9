"""Attempts that nobody finishes: given up, or finished from what came back."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from lkjip.akun.models import Pengguna
from lkjip.laporan.data_terbitan import CaraTandaTangan
from lkjip.laporan.models import TindakanTandaTangan
from lkjip.laporan.signing.data import PermintaanTandaTangan
from lkjip.laporan.signing.verifikasi_terpisah import SedangSibuk
from lkjip.terbitan.services_pulih_tanda_tangan import HasilPulih, pulihkan_tindakan
from lkjip.terbitan.simpanan_tindakan import BerkasKembali, daftar_kembali, simpan_kembali
from tests.laporan.signing import pejabat_uji
from tests.terbitan.dunia_tanda import DuniaTanda, PenandaTiruan, buat_dunia_tanda, percayai, tandai, teken, tetap


@pytest.fixture(autouse=True)
def _percaya(settings: Settings, tmp_path: Path) -> None:
    percayai(settings, tmp_path)


@pytest.fixture
def dunia(pemeran: dict[str, Pengguna]) -> DuniaTanda:
    return buat_dunia_tanda()


class _Mati(BaseException):
    """What a process that is killed looks like from inside: no except clause of ours runs."""


def _tinggalkan(dunia: DuniaTanda, oleh: Pengguna, cara: CaraTandaTangan = CaraTandaTangan.P12) -> TindakanTandaTangan:
    def mati(permintaan: PermintaanTandaTangan) -> bytes:
        raise _Mati

    with pytest.raises(_Mati):
        teken(dunia, oleh, PenandaTiruan(mati), jalan=cara)
    return TindakanTandaTangan.objects.latest("pk")


def test_tindakan_yang_ditinggalkan_dilepas_setelah_waktunya(
    dunia: DuniaTanda, pemeran: dict[str, Pengguna], settings: Settings
) -> None:
    tindakan = _tinggalkan(dunia, pemeran["kepala"], CaraTandaTangan.BSRE)
    assert pulihkan_tindakan().dilepas == 0
    nanti = timezone.now() + timedelta(seconds=settings.TINDAKAN_DETIK + 60)
    assert pulihkan_tindakan(sekarang=nanti).dilepas == 1
    tindakan.refresh_from_db()
    assert tindakan.keadaan == "terputus"
    assert "BSrE mungkin sudah menandatanganinya" in tindakan.pesan
    tetap(dunia)
    teken(dunia, pemeran["kepala"])


def test_jam_yang_dimundurkan_tidak_menahan_dokumen(dunia: DuniaTanda, pemeran: dict[str, Pengguna]) -> None:
    _tinggalkan(dunia, pemeran["kepala"])
    assert pulihkan_tindakan(sekarang=timezone.now() - timedelta(seconds=60)).dilepas == 0
    assert pulihkan_tindakan(sekarang=timezone.now() - timedelta(days=1)).dilepas == 1
    tetap(dunia)


@pytest.mark.parametrize("sudah_dilepas", [False, True])
def test_yang_sudah_kembali_dipakai_walaupun_prosesnya_mati(
    dunia: DuniaTanda, pemeran: dict[str, Pengguna], settings: Settings, sudah_dilepas: bool
) -> None:
    tindakan = _tinggalkan(dunia, pemeran["kepala"])
    nanti = timezone.now() + timedelta(seconds=settings.TINDAKAN_DETIK + 60)
    if sudah_dilepas:
        pulihkan_tindakan(sekarang=nanti)
    simpan_kembali(tindakan.pk, BerkasKembali(tandai(), tindakan.sidik_masuk, "D-1"))
    assert pulihkan_tindakan(sekarang=nanti) == HasilPulih(diselesaikan=1)
    tanda = dunia.segar().kepala
    assert (dunia.terbitan.keadaan, tanda.id_dokumen, tanda.oleh) == ("ditandatangani", "D-1", pemeran["kepala"])
    assert list(daftar_kembali()) == []
    assert pulihkan_tindakan(sekarang=nanti).diselesaikan == 0


def test_yang_kembali_tetapi_palsu_tidak_dipakai(
    dunia: DuniaTanda, pemeran: dict[str, Pengguna], settings: Settings
) -> None:
    nanti = timezone.now() + timedelta(seconds=settings.TINDAKAN_DETIK + 60)
    for isi, masuk in ((tandai(pejabat_uji.orang_asing()), ""), (tandai(), "0" * 64)):
        tindakan = _tinggalkan(dunia, pemeran["kepala"])
        simpan_kembali(tindakan.pk, BerkasKembali(isi, masuk or tindakan.sidik_masuk))
        assert pulihkan_tindakan(sekarang=nanti) == HasilPulih(dilepas=1)
        pulihkan_tindakan(sekarang=nanti)
    assert sorted(TindakanTandaTangan.objects.values_list("keadaan", flat=True)) == ["gagal", "terputus"]
    assert dunia.segar().terbitan.keadaan == "final"


def test_yang_belum_dapat_diperiksa_menunggu_dan_tidak_disebut_dilepas(
    dunia: DuniaTanda,
    pemeran: dict[str, Pengguna],
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def tolak(*_: object, **__: object) -> None:
        raise SedangSibuk

    tindakan = _tinggalkan(dunia, pemeran["kepala"], CaraTandaTangan.UNGGAHAN)
    simpan_kembali(tindakan.pk, BerkasKembali(tandai(), tindakan.sidik_masuk))
    with monkeypatch.context() as sementara:
        sementara.setattr("lkjip.terbitan.services_tanda_tangan.verifikasi_terpisah", tolak)
        nanti = timezone.now() + timedelta(seconds=settings.TINDAKAN_DETIK + 60)
        assert pulihkan_tindakan(sekarang=nanti) == HasilPulih(menunggu=1)
    assert list(daftar_kembali()) == [tindakan.pk]
