"""The findings of all agencies: which rules fail most, where, who may read it."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from lkjip.buku_kerja.services import impor_buku
from lkjip.pemeriksaan.data import Tingkat
from lkjip.pemeriksaan.data_statistik import TahunDiperiksa
from lkjip.pemeriksaan.halaman_statistik import SaringStatistik, halaman_statistik
from lkjip.pemeriksaan.models import HasilPemeriksaan, RekapPemeriksaan
from lkjip.pemeriksaan.services_hasil import periksa_tahun
from renstra.models import Pemda, TahunKinerja
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import ASING, SENDIRI, SEPEMDA, TAHUN, buku_uji

SAAT = datetime(2025, 3, 1, tzinfo=UTC)


def _tahun(nama: str, lalu: tuple[int, ...] | None = None, **aturan: tuple[int, int, int]) -> TahunDiperiksa:
    per_aturan = {a.replace("_", "-"): b for a, b in aturan.items()}
    return TahunDiperiksa(nama, nama, "Kab", 2024, per_aturan, pada=SAAT, seminggu_lalu=lalu)


DAFTAR = [
    _tahun("A", (3, 1, 0), KON_01=(0, 2, 0), ANG_01=(1, 0, 0)),
    _tahun("B", (0, 0, 0), KON_01=(0, 1, 0), TW_05=(3, 0, 0)),
    _tahun("C"),
    TahunDiperiksa("D", "D", "Kab", 2024, {}),
]


def test_aturan_yang_paling_banyak_dilanggar_di_atas() -> None:
    halaman = halaman_statistik(DAFTAR, SaringStatistik())
    assert [(b.aturan, b.instansi, b.temuan) for b in halaman.daftar_aturan] == [
        ("KON-01", 2, 3), ("TW-05", 1, 3), ("ANG-01", 1, 1)
    ]  # fmt: skip
    assert (halaman.bersih, halaman.diperiksa, halaman.semua, halaman.temuan) == (1, 3, 4, 7)
    assert [b.tahun.kode for b in halaman.daftar_instansi] == ["B", "A", "C", "D"]


def test_saringan_kelompok_tingkat_dan_aturan() -> None:
    rencana = halaman_statistik(DAFTAR, SaringStatistik("rencana"))
    assert {b.aturan for b in rencana.daftar_aturan} == {"KON-01", "TW-05"}
    assert [judul for _, judul in rencana.daftar_kelompok] == ["Konsistensi rencana", "Triwulan"]
    galat = halaman_statistik(DAFTAR, SaringStatistik(tingkat=Tingkat.GALAT))
    assert {b.aturan for b in galat.daftar_aturan} == {"TW-05", "ANG-01"}
    satu = halaman_statistik(DAFTAR, SaringStatistik(aturan="ANG-01"))
    assert [b.tahun.kode for b in satu.daftar_instansi] == ["A"]


def test_perubahan_hanya_atas_instansi_yang_dikenal_pada_kedua_hari() -> None:
    perubahan = halaman_statistik(DAFTAR, SaringStatistik()).perubahan
    assert perubahan is not None
    assert (perubahan.dulu, perubahan.kini, perubahan.instansi, perubahan.selisih) == (4, 7, 2, 3)
    galat = halaman_statistik(DAFTAR, SaringStatistik(tingkat=Tingkat.GALAT)).perubahan
    assert galat is not None
    assert (galat.dulu, galat.kini) == (3, 4)
    assert halaman_statistik(DAFTAR[2:], SaringStatistik()).perubahan is None


def test_halaman_menurut_peran(sebagai: _Sebagai, pemeran: dict[str, object]) -> None:
    for nama, status in (("inspektorat", 200), ("pengelola", 200), ("admin", 200), ("perencana", 403), ("kepala", 403),
                         ("verifikator", 403), ("tanpa_tugas", 403)):  # fmt: skip
        for alamat in ("temuan_pemda", "unduh_temuan_pemda"):
            assert sebagai(nama).get(reverse(alamat)).status_code == status, (nama, alamat)
        menu = sebagai(nama).get(reverse("beranda")).content.decode()
        assert (f'href="{reverse("temuan_pemda")}"' in menu) == (status == 200), nama
    asing = Pemda.objects.get(daftar_instansi__kode=ASING)
    assert sebagai("inspektorat").get(reverse("temuan_pemda"), {"pemda": asing.pk}).status_code == 404
    assert sebagai("admin").get(reverse("temuan_pemda"), {"pemda": asing.pk}).status_code == 200


def _isi(sebagai: _Sebagai, **kueri: object) -> str:
    return sebagai("inspektorat").get(reverse("temuan_pemda"), kueri).content.decode()  # type: ignore[arg-type]


def test_halaman_menyebut_instansi_pemdanya_saja_dan_menuju_temuannya(sebagai: _Sebagai) -> None:
    isi = _isi(sebagai)
    assert reverse("temuan", args=[SENDIRI, TAHUN]) in isi
    assert SEPEMDA in isi
    assert ASING not in isi
    assert "2 <span" in isi  # both were checked on the way
    assert "Tidak ada instansi dengan temuan" in _isi(sebagai, aturan="TTE-07")
    for aneh in ({"tahun": "x"}, {"kelompok": "zz"}, {"tingkat": "\x00"}, {"aturan": "'"}, {"pemda": "9" * 30}):
        assert sebagai("inspektorat").get(reverse("temuan_pemda"), aneh).status_code == 200
    assert "Belum ada data tahun ini" in _isi(sebagai, tahun=2031)


def test_yang_banyak_dan_belum_diperiksa_diberitahukan(sebagai: _Sebagai) -> None:
    for nomor in range(3):
        impor_buku(buku=buku_uji(f"LAIN-{nomor}", pemda="Kabupaten A"))
    assert "3 instansi berubah sejak terakhir diperiksa" in _isi(sebagai)
    assert "belum diperiksa" in _isi(sebagai) or "1 instansi berubah" in _isi(sebagai)


@pytest.mark.parametrize("alamat", ["temuan_pemda", "unduh_temuan_pemda"])
def test_kueri_sama_bagi_sedikit_dan_banyak_instansi(sebagai: _Sebagai, alamat: str) -> None:
    klien = sebagai("inspektorat")

    def hitung() -> int:
        for tahun in TahunKinerja.objects.select_related("instansi__pemda", "renstra"):
            if not HasilPemeriksaan.objects.filter(tahun_kinerja=tahun).exists():
                periksa_tahun(tahun)
        klien.get(reverse(alamat))
        with CaptureQueriesContext(connection) as kueri:
            assert klien.get(reverse(alamat)).status_code == 200
        return len(kueri)

    sedikit = hitung()
    for nomor in range(40):
        impor_buku(buku=buku_uji(f"LAIN-{nomor}", pemda="Kabupaten A"))
    assert hitung() == sedikit


def test_perubahan_sejak_seminggu_tampil(sebagai: _Sebagai) -> None:
    _isi(sebagai)
    tahun = TahunKinerja.objects.get(instansi__kode=SENDIRI)
    tanggal = timezone.localdate() - timedelta(days=9)
    RekapPemeriksaan.objects.create(tahun_kinerja=tahun, tanggal=tanggal, galat=100)
    assert "dari 100 menjadi" in _isi(sebagai)


def test_unduhan_memuat_yang_disaring(sebagai: _Sebagai) -> None:
    _isi(sebagai)
    isi = sebagai("inspektorat").get(reverse("unduh_temuan_pemda"), {"tingkat": "galat"}).content
    kerja = openpyxl.load_workbook(io.BytesIO(isi))
    assert kerja.sheetnames == ["Aturan", "Instansi", "Rincian"]
    kode = {baris[0] for baris in kerja["Instansi"].iter_rows(min_row=2, values_only=True)}
    assert kode == {SENDIRI, SEPEMDA}
    assert kerja["Rincian"].max_row > 1
