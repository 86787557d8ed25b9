"""A pasted column is shown first, then saved as a whole; without script from a page of its own."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from django.urls import reverse

from kinerja.models import KinerjaTriwulan, PengisianTriwulan
from lkjip.buku_kerja.services import impor_buku
from lkjip.riwayat.models import Riwayat
from tests.pengisian.dunia import pindahkan
from tests.pengisian.test_isian_halaman import _buku_besar, _isian, _pk, _simpan
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, TAHUN

ALAMAT = f"/instansi/{SENDIRI}/{TAHUN}/pengisian/3/tempel/"


@pytest.fixture
def _tiga_indikator(pemeran: object) -> None:
    impor_buku(buku=_buku_besar(3))


def _terkirim(isi: str) -> dict[str, str]:
    """The hidden fields of the preview, as a browser would send them back."""
    return dict(re.findall(r'<input type="hidden" name="((?:dasar-)?realisasi-\d+)" value="([^"]*)">', isi))


def _nilai() -> dict[str, Decimal | None]:
    return dict(KinerjaTriwulan.objects.filter(triwulan=3).values_list("indikator__kode", "realisasi"))


@pytest.mark.usefixtures("_tiga_indikator")
def test_pratinjau_lalu_simpan(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    isi = client.post(ALAMAT, {"teks": "10\n20,5\nx", "kolom": "realisasi"}).content.decode()
    assert "2 nilai akan disimpan" in isi
    assert "1 baris tidak dapat dibaca" in isi
    assert _nilai() == {}
    jawaban = client.post(ALAMAT, {"terapkan": "ya", **_terkirim(isi)})
    assert jawaban.headers["Location"] == reverse("isi_triwulan", args=[SENDIRI, TAHUN, 3])
    assert _nilai() == {"I1": Decimal(10), "I2": Decimal("20.5")}
    terakhir = Riwayat.objects.filter(tabel="kinerja_kinerjatriwulan").first()
    assert terakhir is not None
    assert terakhir.jalur == "tempel"


@pytest.mark.usefixtures("_tiga_indikator")
def test_mengikuti_urutan_yang_tampil_di_halaman(sebagai: _Sebagai) -> None:
    urutan = f"{_pk('I3')},{_pk('I1')}"
    kiriman = {"teks": "30\n10", "kolom": "realisasi", "urutan": urutan, "mulai": str(_pk("I3"))}
    isi = sebagai("perencana").post(ALAMAT, kiriman, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in isi
    assert _terkirim(isi)[f"realisasi-{_pk('I3')}"] == "30"


@pytest.mark.usefixtures("_tiga_indikator")
def test_yang_berubah_sejak_pratinjau_tidak_ditimpa(sebagai: _Sebagai) -> None:
    isi = sebagai("perencana").post(ALAMAT, {"teks": "10\n20", "kolom": "realisasi"}).content.decode()
    sebagai("pengelola").post(_simpan(), _isian("99", pk=_pk("I1")))
    jawaban = sebagai("perencana").post(ALAMAT, {"terapkan": "ya", **_terkirim(isi)})
    assert jawaban.status_code == 409
    assert "1 baris sudah diubah orang lain" in jawaban.content.decode()
    assert _nilai() == {"I1": Decimal(99)}  # as the preview showed it, or not at all


@pytest.mark.usefixtures("_tiga_indikator")
def test_triwulan_tertutup_menolak_dengan_alasan(sebagai: _Sebagai) -> None:
    pindahkan(PengisianTriwulan.objects.get(tahun_kinerja__instansi__kode=SENDIRI, triwulan=3), "diajukan")
    jawaban = sebagai("perencana").post(ALAMAT, {"teks": "10", "kolom": "realisasi"})
    assert jawaban.status_code == 422
    assert "sudah diajukan" in jawaban.content.decode()


@pytest.mark.usefixtures("_tiga_indikator")
def test_tempelan_kosong_dan_kolom_asing(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    assert "Tempelan kosong" in client.post(ALAMAT, {"teks": ""}).content.decode()
    assert client.post(ALAMAT, {"teks": "5", "kolom": "bobot", "mulai": "²"}).status_code == 200
