"""The head's page in the browser's eyes: its parts, who sees which step, and that its cost stays the same."""

from __future__ import annotations

from dataclasses import replace

from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lkjip.buku_kerja.services import impor_buku
from lkjip.data import BukuKerja
from lkjip.laporan.data_terbitan import KeadaanTerbitan as K
from lkjip.laporan.models import TandaTanganTerbitan
from lkjip.riwayat.services import konteks_riwayat
from renstra.data import Indikator
from tests.pembuat import buat_data, buat_kinerja, target, tw
from tests.publik.terbitan_uji import terbitkan
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, TAHUN, buku_uji

ALAMAT = f"/instansi/{SENDIRI}/{TAHUN}/pimpinan/"


def _teks(client: Client) -> str:
    jawaban = client.get(ALAMAT)
    assert jawaban.status_code == 200
    return jawaban.content.decode()


def test_memuat_angka_indikator_dan_langkah_berikut(sebagai: _Sebagai) -> None:
    teks = _teks(sebagai("kepala"))
    for bagian in ("Rata-rata capaian indikator", "Serapan anggaran", "Predikat SAKIP", "Indeks Uji",
                   "Di bawah target tahun ini.", "Laporan masih berupa draf", "Baca laporan",
                   "Belum ada dokumen tahun 2024 yang terbit.", 'data-besaran="capaian"'):  # fmt: skip
        assert bagian in teks


def test_kepala_diajak_menandatangani_yang_lain_melihat_siapa_yang_ditunggu(sebagai: _Sebagai) -> None:
    terbitan = terbitkan(K.TERBIT)
    with konteks_riwayat(oleh=None, jalur="uji"):
        baru = terbitkan(K.DIBATALKAN, kode="7777XXXX9999", nomor=2)
        baru.keadaan = K.FINAL.value
        baru.save()
        kosong = TandaTanganTerbitan.objects.create(
            terbitan=baru, urutan=3, bidang="ttd-kepala-2", nama="Nama Kepala", nip="197001011995031009"
        )
    assert "menunggu tanda tangan Nama Kepala" in _teks(sebagai("perencana"))
    kepala = sebagai.pemeran["kepala"]
    kepala.nip = kosong.nip
    kepala.save()
    teks = _teks(sebagai("kepala"))
    assert reverse("tanda_tangan", args=[SENDIRI, TAHUN, baru.pk, kosong.pk]) in teks
    assert reverse("unduh_terbitan", args=[SENDIRI, TAHUN, terbitan.pk, "ttd"]) in teks


def test_beranda_kepala_mengantar_ke_halaman_pimpinan(sebagai: _Sebagai) -> None:
    assert ALAMAT in sebagai("kepala").get(reverse("beranda")).content.decode()


def _impor(tahun: int, banyak: int) -> None:
    buku = buku_uji(SENDIRI)
    kode = [f"I{n}" for n in range(1, banyak + 1)]
    renstra = replace(
        buku.data.renstra,
        periode=replace(buku.data.renstra.periode, tahun=tahun),
        daftar_indikator=tuple(Indikator(k, "S1", uraian=f"Indeks {k}") for k in kode),
        daftar_target_tahunan=tuple(target(k, 100, t) for k in kode for t in (2022, 2023, 2024)),
    )
    ukur = tuple(replace(tw(k, 4, 80), tahun=tahun) for k in kode)
    impor_buku(buku=BukuKerja(buat_data(buat_kinerja(renstra, daftar_kinerja_triwulan=ukur))))


def _kueri(client: Client) -> int:
    cache.clear()
    with CaptureQueriesContext(connection) as kueri:
        _teks(client)
    return len(kueri)


def test_banyak_kueri_tetap_berapa_pun_indikator_tahun_dan_dokumennya(sebagai: _Sebagai) -> None:
    _impor(2023, 1)
    terbitkan(K.TERBIT)
    satu = _kueri(sebagai("kepala"))
    for tahun in (2022, 2023, 2024):
        _impor(tahun, 9)
    terbitkan(K.TERBIT, kode="7777XXXX9999", kunci="iku", jenis="iku", judul="IKU")
    terbitkan(K.DIGANTIKAN, kode="8888XXXX9999", nomor=2)
    assert satu == _kueri(sebagai("kepala")) <= 80
