"""Late changes: what counts as one, what it did, who may say why, and where it is printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from anggaran.models import RealisasiAnggaran
from kinerja.data import MetodePengukuran, Skala
from kinerja.data_pengisian import Langkah
from kinerja.models import KinerjaTriwulan
from kinerja.services_pengisian import ambil_langkah
from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.services import impor_buku
from lkjip.data import BukuKerja
from lkjip.laporan.compose import compose
from lkjip.laporan.data import Narasi
from lkjip.laporan.isi import Bab, Tabel, Teks
from lkjip.laporan.models import Narasi as BarisNarasi
from lkjip.pemeriksaan.data_perubahan import (
    ArahAkibat,
    Entri,
    JenisKunci,
    JenisPerubahan,
    Kunci,
    PerubahanTerlambat,
    SumberAlasan,
)
from lkjip.pemeriksaan.data_perubahan_saring import GOLONGAN, JEDA, susun_kejadian
from lkjip.pemeriksaan.models import AlasanPerubahan
from lkjip.pemeriksaan.selectors_perubahan import banyak_perubahan, load_perubahan
from lkjip.penyusunan.sidik import sidik_isi
from lkjip.riwayat.models import Riwayat
from lkjip.riwayat.services import konteks_riwayat
from lkjip.riwayat.services_urung import urungkan
from lkjip.selectors import load_buku, load_buku_laporan
from renstra.akses import ambil_hak
from renstra.data import Arah, Indikator, Versi
from renstra.models import Indikator as BarisIndikator
from renstra.models import Perjanjian, TahunKinerja, TargetTahunan
from renstra.selectors import ambil_tahun_kinerja
from tests.pembuat import D, baris, buat_data, buat_kinerja, buat_renstra, pk, target, tw, uang
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, SEPEMDA, TAHUN, buku_uji
from tests.terbitan.dunia_terbitan import buat_final, tahun_berkepala

DESEMBER = date(2024, 12, 12)
SKALA = tuple(
    Skala("lima", arah, D(batas), nama)
    for arah in (Arah.POSITIF, Arah.NEGATIF)
    for batas, nama in ((90, "Tinggi"), (50, "Sedang"), (0, "Rendah"))
)
ALASAN = "Salah ketik pada surat pengantar."


def _buku(kode: str = SENDIRI, banyak: int = 1) -> BukuKerja:
    """Two quarters of each indicator: 40 and 60 of 100; 30 of a pagu of 100 in the first."""
    indikator = [Indikator(f"I{n}", "S1", uraian=f"Indeks Uji {n}") for n in range(1, banyak + 1)]
    rencana = replace(
        buat_renstra(*indikator, instansi=buku_uji(kode).data.renstra.instansi),
        daftar_target_tahunan=tuple(target(i.kode, 100) for i in indikator),
        daftar_perjanjian=tuple(pk(i.kode, Versi.MURNI, 100) for i in indikator),
    )
    kinerja = buat_kinerja(
        rencana,
        metode=MetodePengukuran(skala="lima"),
        daftar_skala=SKALA,
        daftar_kinerja_triwulan=tuple(tw(i.kode, n, 20 + 20 * n) for i in indikator for n in (1, 2)),
    )
    anggaran = {"daftar_anggaran": (baris("1", pagu=100),), "daftar_realisasi_anggaran": (uang("1", 30, 1),)}
    return BukuKerja(buat_data(kinerja, **anggaran))


def _tahun(kode: str = SENDIRI) -> TahunKinerja:
    tahun_kinerja = ambil_tahun_kinerja(kode, TAHUN)
    assert tahun_kinerja is not None
    return tahun_kinerja


def _langkah(pemeran: dict[str, Pengguna], *daftar: tuple[str, str], triwulan: int = 1, catatan: str = "perlu") -> None:
    tahun_kinerja = _tahun()
    for nama, langkah in daftar:
        ambil_langkah(
            tahun_kinerja=tahun_kinerja, triwulan=triwulan, langkah=Langkah(langkah), oleh=pemeran[nama],
            hak=ambil_hak(pemeran[nama], tahun_kinerja.instansi), hari=DESEMBER, catatan=catatan,
        )  # fmt: skip


def _setujui(pemeran: dict[str, Pengguna], triwulan: int = 1) -> None:
    siapa = zip(("perencana", "verifikator", "kepala"), ("ajukan", "verifikasi", "setujui"), strict=True)
    _langkah(pemeran, *siapa, triwulan=triwulan)


def _buka(pemeran: dict[str, Pengguna], catatan: str = "Angka BPS direvisi") -> None:
    _langkah(pemeran, ("kepala", "buka"), catatan=catatan)


def _realisasi(nilai: int | str, triwulan: int = 1, oleh: Pengguna | None = None, indikator: str = "I1") -> str:
    """One save of the quarter's page; the event."""
    with konteks_riwayat(oleh=oleh, jalur="halaman") as kejadian:
        milik = KinerjaTriwulan.objects.filter(tahun_kinerja=_tahun(), triwulan=triwulan, indikator__kode=indikator)
        assert milik.update(realisasi=Decimal(nilai)) == 1
    return kejadian


def _satu(kode: str = SENDIRI) -> PerubahanTerlambat:
    (satu,) = load_perubahan(_tahun(kode)).daftar
    return satu


@pytest.fixture
def disetujui(pemeran: dict[str, Pengguna]) -> dict[str, Pengguna]:
    impor_buku(buku=_buku())
    _setujui(pemeran)
    return pemeran


# what counts


@pytest.mark.django_db
def test_yang_berjalan_biasa_bukan_perubahan_terlambat(disetujui: dict[str, Pengguna]) -> None:
    _realisasi(70, triwulan=2, oleh=disetujui["perencana"])
    _setujui(disetujui, 2)
    hasil = load_perubahan(_tahun())
    assert hasil.daftar == ()
    assert [k.sebutan.partition(" disetujui")[0] for k in hasil.daftar_kunci] == ["Triwulan I", "Triwulan II"]


@pytest.mark.django_db
def test_triwulan_yang_dibuka_kembali_lalu_diubah(disetujui: dict[str, Pengguna]) -> None:
    _buka(disetujui)
    _realisasi(95, oleh=disetujui["perencana"])
    satu = _satu()
    assert (satu.oleh, satu.jalan) == ("Tuan perencana", "halaman pengisian")
    assert [k.kode for k in satu.daftar_kunci] == ["tw1"]
    (isi,) = satu.daftar_baris
    assert (isi.jenis, isi.triwulan, isi.aksi) == (JenisPerubahan.KINERJA, 1, "ubah")
    assert [(k.label, k.dari, k.menjadi) for k in isi.daftar_kolom] == [("realisasi", "40", "95")]
    (alasan,) = satu.daftar_alasan
    assert (alasan.sumber, alasan.isi, alasan.oleh) == (SumberAlasan.PEMBUKAAN, "Angka BPS direvisi", "Tuan kepala")
    akibat = {(a.besaran, a.triwulan): (a.sebelum, a.sesudah, a.arah, a.disetujui) for a in satu.daftar_akibat or ()}
    assert akibat[("capaian", 1)] == (D(40), D(95), ArahAkibat.NAIK, False)
    assert akibat[("kategori_capaian", 1)] == ("Rendah", "Tinggi", ArahAkibat.BERUBAH, False)


@pytest.mark.django_db
def test_uang_triwulan_yang_dibuka_kembali(disetujui: dict[str, Pengguna]) -> None:
    _buka(disetujui)
    with konteks_riwayat(oleh=disetujui["perencana"], jalur="halaman"):
        RealisasiAnggaran.objects.filter(tahun_kinerja=_tahun(), triwulan=1).update(realisasi=D(20))
    akibat = {(a.besaran, a.kode, a.triwulan): (a.sebelum, a.sesudah) for a in _satu().daftar_akibat or ()}
    assert akibat[("serapan", "1", 1)] == (D(30), D(20))
    assert akibat[("realisasi_anggaran", "", 1)] == (D(30), D(20))
