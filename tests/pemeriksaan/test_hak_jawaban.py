"""Who may answer for which finding: a galat its head, a peringatan also who plans or checks for the whole agency."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.urls import reverse

from lkjip.buku_kerja.services import impor_buku
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan import periksa
from lkjip.pemeriksaan.data import Temuan, Tingkat
from lkjip.pemeriksaan.selectors import load_jawaban
from lkjip.pemeriksaan.services import jawab_temuan
from renstra.models import TahunKinerja
from tests.pemeriksaan.test_jawaban import ALASAN, _ang, _buku, _halaman, _kirim
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, TAHUN


@pytest.fixture
def tahun(sebagai: _Sebagai) -> TahunKinerja:
    impor_buku(buku=_buku())
    return TahunKinerja.objects.get(instansi__kode=SENDIRI, tahun=TAHUN)


def test_galat_hanya_dijawab_kepala(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    jawab = f'value="{_ang(tahun).kunci}"'
    assert jawab in _halaman(sebagai("kepala"))
    for nama in ("perencana", "verifikator", "pengelola"):
        assert jawab not in _halaman(sebagai(nama))
        assert _kirim(sebagai(nama), _ang(tahun)).status_code == 403
    assert load_jawaban(tahun) == ()


def _jadikan_peringatan(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rule's finding as a peringatan, wherever the page asks for the rules."""

    def periksa_lunak(buku: BukuKerja, **lain: Any) -> tuple[Temuan, ...]:
        return tuple(replace(t, tingkat=Tingkat.PERINGATAN) for t in periksa(buku, **lain))

    monkeypatch.setattr("lkjip.pemeriksaan.views.papan.periksa", periksa_lunak)


@pytest.mark.parametrize("nama", ["perencana", "verifikator", "kepala"])
def test_peringatan_dijawab_juga_oleh_perencana_dan_verifikator(
    nama: str, sebagai: _Sebagai, tahun: TahunKinerja, monkeypatch: pytest.MonkeyPatch
) -> None:
    _jadikan_peringatan(monkeypatch)
    temuan, client = replace(_ang(tahun), tingkat=Tingkat.PERINGATAN), sebagai(nama)
    assert _kirim(client, temuan).status_code == 302
    (jawaban,) = load_jawaban(tahun)
    assert jawaban.oleh == f"Tuan {nama}"
    client.post(reverse("batal_jawab_temuan", args=[SENDIRI, TAHUN]), {"kunci": temuan.kunci})
    assert load_jawaban(tahun) == ()


@pytest.mark.parametrize("nama", ["perencana_unit", "pengelola", "inspektorat"])
def test_peringatan_tidak_dijawab_peran_lain(
    nama: str, sebagai: _Sebagai, tahun: TahunKinerja, monkeypatch: pytest.MonkeyPatch
) -> None:
    _jadikan_peringatan(monkeypatch)
    assert _kirim(sebagai(nama), replace(_ang(tahun), tingkat=Tingkat.PERINGATAN)).status_code == 403


def test_jawaban_galat_tidak_dibatalkan_perencana(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    jawab_temuan(tahun_kinerja=tahun, temuan=_ang(tahun), alasan=ALASAN, oleh=sebagai.pemeran["kepala"])
    batal = sebagai("perencana").post(
        reverse("batal_jawab_temuan", args=[SENDIRI, TAHUN]), {"kunci": _ang(tahun).kunci}
    )
    assert batal.status_code == 403
    assert len(load_jawaban(tahun)) == 1
