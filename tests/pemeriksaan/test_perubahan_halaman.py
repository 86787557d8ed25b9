"""The page of late changes, who may say why, the file, and the annex of the report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.services import impor_buku
from lkjip.data import BukuKerja
from lkjip.laporan.compose import compose
from lkjip.laporan.data import IdentitasLaporan, JenisLaporan
from lkjip.laporan.isi import Bab, Tabel, Teks
from lkjip.laporan.render.docx import docx_laporan
from lkjip.laporan.render.html import html_isi
from lkjip.laporan.render.xlsx import xlsx_laporan
from lkjip.pemeriksaan.data_perubahan import (
    SumberAlasan,
)
from lkjip.pemeriksaan.halaman_perubahan import KEPALA_TABEL
from lkjip.pemeriksaan.models import AlasanPerubahan
from lkjip.pemeriksaan.selectors_perubahan import load_perubahan
from lkjip.pemeriksaan.services import beri_alasan_perubahan
from lkjip.penyusunan.sidik import sidik_isi, tulisan_tetap
from lkjip.riwayat.models import Riwayat
from lkjip.selectors import load_buku, load_buku_laporan
from renstra.models import Perjanjian
from tests.pembuat import D
from tests.pemeriksaan.dunia_perubahan import (
    ALASAN,
    buka,
    buku_perubahan,
    satu_perubahan,
    setujui,
    tahun_uji,
    ubah_realisasi,
)
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, SEPEMDA, TAHUN

# the page


def _alasan(sebagai: _Sebagai, siapa: str, isi: str = ALASAN) -> int:
    alamat = reverse("alasan_perubahan", args=[SENDIRI, TAHUN])
    return sebagai(siapa).post(alamat, {"kejadian": satu_perubahan().pengenal, "alasan": isi}).status_code


@pytest.mark.django_db
def test_alasan_susulan_ditulis_perencana_atau_kepala(disetujui: dict[str, Pengguna], sebagai: _Sebagai) -> None:
    Perjanjian.objects.filter(tahun_kinerja=tahun_uji()).update(target=D(90))
    halaman = sebagai("inspektorat").get(reverse("perubahan_terlambat", args=[SENDIRI, TAHUN])).content.decode()
    assert "Tidak ada alasan yang tercatat" in halaman
    assert "Simpan alasan" not in halaman
    assert _alasan(sebagai, "verifikator") == _alasan(sebagai, "inspektorat") == 403
    assert _alasan(sebagai, "perencana", "salah") == 422
    assert _alasan(sebagai, "perencana") == 302
    assert _alasan(sebagai, "kepala", f"{ALASAN} Benar.") == 302
    (alasan,) = satu_perubahan().daftar_alasan
    assert (alasan.sumber, alasan.isi, alasan.oleh) == (SumberAlasan.SUSULAN, f"{ALASAN} Benar.", "Tuan kepala")
    assert AlasanPerubahan.objects.count() == 1
    assert Riwayat.objects.filter(tabel="pemeriksaan_alasanperubahan").count() == 2
    alamat = reverse("alasan_perubahan", args=[SENDIRI, TAHUN])
    sebagai("kepala").post(alamat, {"kejadian": "tak-ada", "alasan": ALASAN})
    assert AlasanPerubahan.objects.count() == 1


@pytest.mark.django_db
def test_alasan_hanya_bagi_kejadian_tahun_itu(disetujui: dict[str, Pengguna]) -> None:
    with pytest.raises(ValidationError):
        beri_alasan_perubahan(tahun_kinerja=tahun_uji(), kejadian="a", alasan=" ", oleh=disetujui["kepala"])


@pytest.mark.django_db
def test_halaman_disaring_dan_diunduh(disetujui: dict[str, Pengguna], sebagai: _Sebagai) -> None:
    alamat = reverse("perubahan_terlambat", args=[SENDIRI, TAHUN])
    client = sebagai("perencana")
    assert "tidak diubah" in client.get(alamat).content.decode()
    assert "Belum ada yang disetujui" in sebagai("admin").get(alamat.replace(SENDIRI, SEPEMDA)).content.decode()
    buka(disetujui)
    ubah_realisasi("45.5", oleh=disetujui["perencana"])
    Perjanjian.objects.filter(tahun_kinerja=tahun_uji()).update(target=D(90))
    client = sebagai("perencana")
    banyak = {
        kueri: client.get(f"{alamat}?{kueri}").content.decode().count("perubahan-terlambat__judul")
        for kueri in ("", "jenis=kinerja", "jenis=rencana", "sesudah=tw1", "orang=sistem", "jenis=naskah", "sesudah=x")
    }
    assert list(banyak.values()) == [2, 1, 1, 2, 1, 2, 2]  # a choice that there is not is no choice
    berkas = client.get(reverse("unduh_perubahan", args=[SENDIRI, TAHUN]) + "?jenis=kinerja").content
    lembar = load_workbook(BytesIO(berkas)).worksheets[0]
    isi = [[sel.value for sel in satu] for satu in lembar.iter_rows()]
    assert isi[0] == list(KEPALA_TABEL)
    assert isi[1][7:10] == ["realisasi", "40", "45,5"]
    assert "40,00% menjadi 45,50%" in str(isi[1][10])
    assert isi[1][11] == "Angka BPS direvisi"


@pytest.mark.django_db
def test_banyak_kueri_tidak_bertambah_dengan_banyaknya_perubahan(
    pemeran: dict[str, Pengguna], sebagai: _Sebagai
) -> None:
    impor_buku(buku=buku_perubahan(banyak=8))
    setujui(pemeran)
    buka(pemeran)
    alamat, banyak = reverse("perubahan_terlambat", args=[SENDIRI, TAHUN]), []
    for daftar in (("I1",), ("I2", "I3", "I4", "I5", "I6", "I7", "I8")):
        for kode in daftar:
            ubah_realisasi(
                50, oleh=pemeran["perencana" if kode in {"I1", "I3", "I5", "I7"} else "kepala"], indikator=kode
            )
        cache.clear()
        client = sebagai("perencana")
        client.get(alamat)
        cache.clear()
        with CaptureQueriesContext(connection) as kueri:
            client.get(alamat)
        banyak.append(len(kueri))
    assert banyak[0] == banyak[1] <= 60


@pytest.mark.django_db
def test_yang_terlalu_banyak_disebut_tanpa_akibat(disetujui: dict[str, Pengguna]) -> None:
    buka(disetujui)
    for n, siapa in enumerate(("perencana", "kepala", "perencana")):
        ubah_realisasi(50 + n, oleh=disetujui[siapa])
    hasil = load_perubahan(tahun_uji(), maks_akibat=2)
    assert hasil.tanpa_akibat == 1
    assert [p.daftar_akibat is None for p in hasil.daftar] == [False, False, True]


# the annex


def _lampiran(buku: BukuKerja) -> Bab | None:
    return next((b for b in compose(buku).bab if b.kunci == "lampiran-perubahan-data"), None)


@pytest.mark.django_db
def test_lampiran_hanya_bila_ada_dan_sidik_tahun_tanpa_perubahan_tetap(disetujui: dict[str, Pengguna]) -> None:
    buku = load_buku_laporan(tahun_uji())
    assert _lampiran(buku) is None
    assert "daftar_perubahan" not in tulisan_tetap(buku)  # so what was checked before stays checked
    buka(disetujui)
    ubah_realisasi(95, oleh=disetujui["perencana"])
    setujui(disetujui)
    berubah = load_buku_laporan(tahun_uji())
    bab = _lampiran(berubah)
    assert bab is not None
    (tabel,) = [b for b in bab.isi if isinstance(b, Tabel)]
    sel = ["".join(p.isi for p in s.isi if isinstance(p, Teks)) for s in tabel.baris[0].sel]
    assert "realisasi 40 menjadi 95" in sel[3]
    assert "40,00% menjadi 95,00%" in sel[4]
    assert sel[5] == "Angka BPS direvisi"
    assert berubah == load_buku(tahun_uji())  # no content of the workbook
    assert sidik_isi(berubah) == sidik_isi(load_buku_laporan(tahun_uji()))
    tanpa = replace(berubah, laporan=replace(berubah.laporan, daftar_perubahan=()))
    assert sidik_isi(berubah) != sidik_isi(tanpa)  # but part of what a file is found by


@pytest.mark.django_db
@pytest.mark.parametrize("cetak", [html_isi, xlsx_laporan, docx_laporan], ids=["html", "xlsx", "docx"])
def test_lampiran_ada_dalam_setiap_bentuk(cetak: Callable[[Any], Any], disetujui: dict[str, Pengguna]) -> None:
    buka(disetujui)
    ubah_realisasi(95, oleh=disetujui["perencana"])
    assert cetak(compose(load_buku_laporan(tahun_uji())))


@pytest.mark.django_db
def test_laporan_triwulan_hanya_memuat_perubahan_triwulannya(disetujui: dict[str, Pengguna]) -> None:
    buka(disetujui)
    ubah_realisasi(95, oleh=disetujui["perencana"])
    buku = load_buku_laporan(tahun_uji())
    ada = [_lampiran(_triwulanan(buku, n)) is not None for n in (1, 2)]
    assert ada == [True, False]


def _triwulanan(buku: BukuKerja, triwulan: int) -> BukuKerja:
    identitas = IdentitasLaporan(JenisLaporan.TRIWULAN, triwulan)
    return replace(buku, laporan=replace(buku.laporan, identitas=identitas))
