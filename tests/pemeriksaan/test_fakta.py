"""What the system knows besides the workbook, as the rules are told it; and that it is no content."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kinerja.data_pengisian import JenisBukti
from kinerja.models import BuktiDukung
from lkjip.akun.models import Pengguna
from lkjip.laporan.data_terbitan import BIDANG_KEPALA
from lkjip.laporan.models import TandaTanganTerbitan, Terbitan
from lkjip.pemeriksaan.aturan import periksa
from lkjip.pemeriksaan.data import Tingkat, belum_dijawab
from lkjip.pemeriksaan.data_fakta import FaktaTahun
from lkjip.pemeriksaan.selectors_fakta import load_fakta
from lkjip.penyusunan.sidik import sidik_isi
from lkjip.selectors import load_buku, load_buku_laporan, load_buku_periksa
from lkjip.terbitan import services
from lkjip.terbitan.services import batalkan_versi
from renstra.models import Indikator, Pejabat, TahunKinerja
from tests.terbitan.dunia_terbitan import buat_final, tahun_berkepala, tandai

Pemeran = dict[str, Pengguna]


@pytest.fixture
def tahun(pemeran: Pemeran, monkeypatch: pytest.MonkeyPatch) -> TahunKinerja:
    """What keeps so small a year from becoming final is not the matter of these tests."""
    monkeypatch.setattr(services, "periksa_aturan", lambda *_: ())
    return tahun_berkepala()


def _bukti(tahun: TahunKinerja, banyak: int) -> str:
    indikator = Indikator.objects.filter(renstra=tahun.renstra).first()
    assert indikator is not None
    for n in range(banyak):
        BuktiDukung.objects.create(
            tahun_kinerja=tahun, indikator=indikator, triwulan=1 + n % 4, jenis=JenisBukti.TAUTAN,
            tautan=f"https://contoh.go.id/{n}", nama_oleh="Perencana", waktu=timezone.now(),
        )  # fmt: skip
    return indikator.kode


def _tertanda(terbitan: Terbitan, **lain: object) -> TandaTanganTerbitan:
    """The head's place signed, and the version with it."""
    tanda = terbitan.daftar_tanda_tangan.get(bidang=BIDANG_KEPALA)
    isi = {"sidik_masuk": terbitan.sidik_final, "sidik_hasil": tandai(terbitan).sidik_kini, "cara": "p12",
           "pada": timezone.now(), "nama_sertifikat": tanda.nama, "putusan": {"sah": True}} | lain  # fmt: skip
    for nama, nilai in isi.items():
        setattr(tanda, nama, nilai)
    tanda.save()
    return tanda


def _temuan_versi(tahun: TahunKinerja) -> set[str]:
    return {t.aturan for t in periksa(load_buku_periksa(tahun)) if t.tentang_versi}


def test_buku_dari_berkas_tidak_membawa_fakta_dan_fakta_bukan_isi(tahun: TahunKinerja) -> None:
    tanpa, dengan = load_buku(tahun), load_buku_periksa(tahun)
    assert tanpa.fakta is None
    assert isinstance(dengan.fakta, FaktaTahun)
    assert tanpa == dengan
    assert sidik_isi(tanpa) == sidik_isi(dengan)
    assert load_buku_laporan(tahun).fakta == dengan.fakta


def test_bukti_yang_diunggah_menjadi_fakta(tahun: TahunKinerja) -> None:
    assert load_fakta(tahun).berbukti == frozenset()
    kode = _bukti(tahun, 3)
    assert load_fakta(tahun).berbukti == {kode}


def test_versi_yang_ditandatangani_dengan_benar_tidak_menimbulkan_temuan(tahun: TahunKinerja, pemeran: Pemeran) -> None:
    _tertanda(buat_final(tahun, pemeran["kepala"]))
    (versi,) = load_fakta(tahun).daftar_versi
    assert versi.tahunan
    assert versi.bertanda[0].pada == timezone.localdate()
    assert _temuan_versi(tahun) == set()


def test_berkas_lain_dan_penanda_lain_ketahuan_tetapi_tidak_menahan_versi_baru(
    tahun: TahunKinerja, pemeran: Pemeran
) -> None:
    kemarin = timezone.localdate() - timedelta(days=1)
    Pejabat.objects.create(instansi=tahun.instansi, nama="Kepala Baru", nip="198501012010011001", mulai=kemarin)
    lain = {"sidik_masuk": "f" * 64, "putusan": {"sah": False}, "nama": "Kepala Lama", "nip": "197001011995031001"}
    _tertanda(buat_final(tahun, pemeran["kepala"]), **lain)
    daftar = [t for t in periksa(load_buku_periksa(tahun)) if t.tentang_versi]
    assert {t.aturan for t in daftar} == {"TTE-01", "TTE-02", "TTE-03"}
    assert all(t.tingkat is Tingkat.GALAT for t in daftar)
    assert belum_dijawab(daftar, ()) == ()


def test_versi_yang_dibatalkan_tidak_dihitung_lagi(tahun: TahunKinerja, pemeran: Pemeran) -> None:
    terbitan = buat_final(tahun, pemeran["kepala"])
    assert len(load_fakta(tahun).daftar_versi) == 1
    batalkan_versi(terbitan=terbitan, oleh=pemeran["kepala"], alasan="Salah ketik.")
    assert load_fakta(tahun).daftar_versi == ()


def test_banyak_kueri_tetap_berapa_pun_isinya(tahun: TahunKinerja, pemeran: Pemeran) -> None:
    with CaptureQueriesContext(connection) as kosong:
        load_fakta(tahun)
    assert len(kosong) == 3
    _tertanda(buat_final(tahun, pemeran["kepala"]))
    banyak = []
    for n in (1, 30):
        _bukti(tahun, n)
        with CaptureQueriesContext(connection) as kueri:
            load_fakta(TahunKinerja.objects.select_related("instansi__pemda").get(pk=tahun.pk))
        banyak.append(len(kueri) - 1)
    assert banyak[0] == banyak[1] == 7
