"""Every action on a version, in every state that a version can be in: what it leads to, or that it is refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from lkjip.akun.models import Pengguna
from lkjip.laporan.data_terbitan import BERJALAN, KeadaanTerbitan, TahapNaskah
from lkjip.laporan.models import CatatanTahap, Terbitan
from lkjip.laporan.simpanan_terbitan import simpan_berkas
from lkjip.penyusunan.services_beku import TidakDapatDibekukan, bekukan
from lkjip.terbitan.services import batalkan_versi, catat_tahap, finalkan, tarik, terbitkan, ulangi_penyusunan
from renstra.models import TahunKinerja
from tests.laporan.signing.berkas_uji import berkas_akhir
from tests.terbitan.dunia_terbitan import naskah_kini

pytestmark = pytest.mark.django_db
Pemeran = dict[str, Pengguna]
K = KeadaanTerbitan


def _versi(tahun: TahunKinerja, keadaan: KeadaanTerbitan, oleh: Pengguna) -> Terbitan:
    """A version that is in this state, its draft checked as it is now."""
    naskah = naskah_kini(tahun)
    catat_tahap(
        tahun_kinerja=tahun, naskah=naskah, tahap=TahapNaskah.DIPERIKSA, sidik_dibaca=naskah.sidik, oleh=oleh
    )  # fmt: skip
    terbitan = finalkan(tahun_kinerja=tahun, naskah=naskah, sidik_dibaca=naskah.sidik, oleh=oleh)
    if keadaan is not K.DISUSUN:
        bekukan(terbitan=terbitan.pk, isi=berkas_akhir())
        kini = timezone.now()
        Terbitan.objects.filter(pk=terbitan.pk).update(
            keadaan=keadaan.value, sidik_kini=simpan_berkas(b"%PDF bertanda"), alasan_tarik="sebab", ditarik_pada=kini
        )
    terbitan.refresh_from_db()
    return terbitan


def _finalkan(terbitan: Terbitan, oleh: Pengguna) -> None:
    naskah = naskah_kini(terbitan.tahun_kinerja)
    finalkan(
        tahun_kinerja=terbitan.tahun_kinerja, naskah=naskah, sidik_dibaca=naskah.sidik, oleh=oleh, alasan="sebab"
    )  # fmt: skip


def _ajukan(terbitan: Terbitan, oleh: Pengguna) -> None:
    naskah = naskah_kini(terbitan.tahun_kinerja)
    catat_tahap(
        tahun_kinerja=terbitan.tahun_kinerja, naskah=naskah, tahap=TahapNaskah.DIAJUKAN, sidik_dibaca=naskah.sidik,
        oleh=oleh,
    )  # fmt: skip


_TINDAKAN: dict[str, Callable[[Terbitan, Pengguna], object]] = {
    "ajukan": _ajukan,
    "finalkan": _finalkan,
    "ulangi": lambda t, o: ulangi_penyusunan(terbitan=t, oleh=o),
    "bekukan": lambda t, _: bekukan(terbitan=t.pk, isi=b"%PDF" + berkas_akhir()),
    "batalkan": lambda t, o: batalkan_versi(terbitan=t, alasan="sebab", oleh=o),
    "terbitkan": lambda t, o: terbitkan(terbitan=t, oleh=o),
    "tarik": lambda t, o: tarik(terbitan=t, alasan="sebab", oleh=o),
}
_BERAKHIR = {k: k for k in K if k not in BERJALAN}
_JADI: dict[str, dict[KeadaanTerbitan, KeadaanTerbitan]] = {
    "ajukan": _BERAKHIR,
    "finalkan": _BERAKHIR,
    "ulangi": {K.DISUSUN: K.DISUSUN},
    "bekukan": {K.DISUSUN: K.FINAL},
    "batalkan": dict.fromkeys(BERJALAN, K.DIBATALKAN),
    "terbitkan": {K.DITANDATANGANI: K.TERBIT},
    "tarik": {K.TERBIT: K.DITARIK},
}


@pytest.mark.parametrize("keadaan", list(K))
def test_setiap_tindakan_dari_setiap_keadaan(tahun: TahunKinerja, pemeran: Pemeran, keadaan: KeadaanTerbitan) -> None:
    """Each action begins at the same state: what it did is rolled back."""
    terbitan = _versi(tahun, keadaan, pemeran["kepala"])
    semula = _semua(terbitan)
    didapat = {}
    for nama in _TINDAKAN:
        with transaction.atomic():
            didapat[nama] = _akibat(nama, terbitan, pemeran["kepala"])
            transaction.set_rollback(True)
        assert _semua(terbitan) == semula
    assert didapat == {nama: jadi.get(keadaan) for nama, jadi in _JADI.items()}


def _akibat(nama: str, terbitan: Terbitan, oleh: Pengguna) -> str | None:
    """The state that the action leads to; None where it is refused, and then nothing has changed."""
    semula = _semua(terbitan)
    try:
        with transaction.atomic():
            _TINDAKAN[nama](Terbitan.objects.select_related("tahun_kinerja__instansi").get(pk=terbitan.pk), oleh)
    except (ValidationError, TidakDapatDibekukan):
        assert _semua(terbitan) == semula, nama
        return None
    assert Terbitan.objects.filter(keadaan__in=BERJALAN).count() <= 1, nama
    return _lihat(terbitan)[0]


def _semua(terbitan: Terbitan) -> tuple[object, ...]:
    return *_lihat(terbitan), Terbitan.objects.count(), CatatanTahap.objects.count()


def _lihat(terbitan: Terbitan) -> tuple[str, str, str, datetime | None]:
    baris = Terbitan.objects.get(pk=terbitan.pk)
    return baris.keadaan, baris.sidik_final, baris.sidik_kini, baris.terbit_pada
