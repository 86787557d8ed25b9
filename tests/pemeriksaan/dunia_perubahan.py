"""A small agency-year whose first quarter is approved, and ways to change it afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kinerja.data import MetodePengukuran, Skala
from kinerja.data_pengisian import Langkah
from kinerja.models import KinerjaTriwulan
from kinerja.services_pengisian import ambil_langkah
from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.services import impor_buku
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.data_perubahan import (
    PerubahanTerlambat,
)
from lkjip.pemeriksaan.selectors_perubahan import load_perubahan
from lkjip.riwayat.services import konteks_riwayat
from renstra.akses import ambil_hak
from renstra.data import Arah, Indikator, Versi
from renstra.models import TahunKinerja
from renstra.selectors import ambil_tahun_kinerja
from tests.pembuat import D, baris, buat_data, buat_kinerja, buat_renstra, pk, target, tw, uang
from tests.situs.pemeran import SENDIRI, TAHUN, buku_uji

DESEMBER = date(2024, 12, 12)
SKALA = tuple(
    Skala("lima", arah, D(batas), nama)
    for arah in (Arah.POSITIF, Arah.NEGATIF)
    for batas, nama in ((90, "Tinggi"), (50, "Sedang"), (0, "Rendah"))
)
ALASAN = "Salah ketik pada surat pengantar."


def buku_perubahan(kode: str = SENDIRI, banyak: int = 1) -> BukuKerja:
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


def tahun_uji(kode: str = SENDIRI) -> TahunKinerja:
    tahun_kinerja = ambil_tahun_kinerja(kode, TAHUN)
    assert tahun_kinerja is not None
    return tahun_kinerja


def langkah(pemeran: dict[str, Pengguna], *daftar: tuple[str, str], triwulan: int = 1, catatan: str = "perlu") -> None:
    tahun_kinerja = tahun_uji()
    for nama, langkah in daftar:
        ambil_langkah(
            tahun_kinerja=tahun_kinerja, triwulan=triwulan, langkah=Langkah(langkah), oleh=pemeran[nama],
            hak=ambil_hak(pemeran[nama], tahun_kinerja.instansi), hari=DESEMBER, catatan=catatan,
        )  # fmt: skip


def setujui(pemeran: dict[str, Pengguna], triwulan: int = 1) -> None:
    siapa = zip(("perencana", "verifikator", "kepala"), ("ajukan", "verifikasi", "setujui"), strict=True)
    langkah(pemeran, *siapa, triwulan=triwulan)


def buka(pemeran: dict[str, Pengguna], catatan: str = "Angka BPS direvisi") -> None:
    langkah(pemeran, ("kepala", "buka"), catatan=catatan)


def ubah_realisasi(nilai: int | str, triwulan: int = 1, oleh: Pengguna | None = None, indikator: str = "I1") -> str:
    """One save of the quarter's page; the event."""
    with konteks_riwayat(oleh=oleh, jalur="halaman") as kejadian:
        milik = KinerjaTriwulan.objects.filter(tahun_kinerja=tahun_uji(), triwulan=triwulan, indikator__kode=indikator)
        assert milik.update(realisasi=Decimal(nilai)) == 1
    return kejadian


def satu_perubahan(kode: str = SENDIRI) -> PerubahanTerlambat:
    (satu,) = load_perubahan(tahun_uji(kode)).daftar
    return satu


@pytest.fixture
def disetujui(pemeran: dict[str, Pengguna]) -> dict[str, Pengguna]:
    impor_buku(buku=buku_perubahan())
    setujui(pemeran)
    return pemeran
