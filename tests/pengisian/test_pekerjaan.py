"""The work list of each role: what is due, what came back, what waits; old years do not shout."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.data_pengisian import AturanPengisian, Langkah, Pengisian, StatusPengisian
from kinerja.pintu import tenggat
from lkjip.buku_kerja.services import impor_buku
from lkjip.halaman.pekerjaan import (
    Keadaan,
    Sifat,
    kerja_kepala,
    kerja_pengelola,
    kerja_perencana,
    kerja_verifikator,
    yang_berisi,
)
from renstra.models import Instansi, Penugasan, Peran
from tests.pengisian.alamat import pk_indikator
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, TAHUN, buku_uji

HARI = date(2026, 11, 25)
SAAT = datetime(2026, 11, 20, 9, 5, tzinfo=UTC)


def _p(
    tahun: int, triwulan: int, status: StatusPengisian = StatusPengisian.DRAF, langkah: Langkah | None = None
) -> Pengisian:
    sejak, oleh = (SAAT, "Tuan A") if langkah else (None, "")
    return Pengisian(tahun, triwulan, status, tenggat(tahun, triwulan, AturanPengisian()), False, sejak, oleh,
                     langkah=langkah)  # fmt: skip


def _keadaan(tahun: int, *daftar: Pengisian, terbaru: bool = True, **lain: object) -> Keadaan:
    pengisian = daftar or tuple(_p(tahun, n) for n in (1, 2, 3, 4))
    return Keadaan("K", "Dinas", tahun, terbaru, pengisian, **lain)  # type: ignore[arg-type]


def _butir(keadaan: Keadaan) -> list[tuple[str, tuple[int, ...]]]:
    return [(b.sifat.name, b.daftar_triwulan) for b in kerja_perencana(keadaan, HARI).daftar]


@pytest.mark.parametrize(
    ("keadaan", "butir"),
    [
        (_keadaan(2024), [("LAMA", (1, 2, 3, 4))]),
        (_keadaan(2024, terbaru=False), []),
        (_keadaan(2026), [("TERLAMBAT", (1, 2, 3)), ("BERJALAN", (4,))]),
        (_keadaan(2027), []),
        (
            _keadaan(2026, _p(2026, 1, StatusPengisian.TERKUNCI, Langkah.KUNCI), _p(2026, 2), _p(2026, 4)),
            [("TERLAMBAT", (2,)), ("BERJALAN", (4,))],
        ),
        (
            _keadaan(2024, _p(2024, 1), _p(2024, 2, langkah=Langkah.KEMBALIKAN), terbaru=False),
            [("KEMBALI", (2,))],
        ),
        (_keadaan(2026, _p(2026, 1, langkah=Langkah.BUKA)), [("DIBUKA", (1,))]),
        (_keadaan(2026, _p(2026, 1, langkah=Langkah.TARIK)), [("TERLAMBAT", (1,))]),
        (_keadaan(2026, _p(2026, 1, StatusPengisian.DIAJUKAN, Langkah.AJUKAN)), []),
        (_keadaan(2026, kurang_unit={1: 0, 2: 3, 3: 0, 4: 0}), [("TERLAMBAT", (2,))]),
    ],
)
def test_pekerjaan_perencana(keadaan: Keadaan, butir: list[tuple[str, tuple[int, ...]]]) -> None:
    assert _butir(keadaan) == butir


def test_tahun_lama_tidak_menghitung_hari_yang_baru_lewat_menghitung() -> None:
    (lama,) = kerja_perencana(_keadaan(2024), HARI).daftar
    assert lama.kalimat == "Triwulan I, II, III, dan IV belum diajukan; tenggat terakhir 15 Januari 2025."
    (baru,) = kerja_perencana(_keadaan(2026, _p(2026, 3)), HARI).daftar
    assert baru.kalimat == "Triwulan III belum diajukan; tenggat 15 Oktober 2026, lewat 41 hari."


def test_yang_jatuh_tempo_menyebut_sisa_harinya() -> None:
    (butir,) = kerja_perencana(_keadaan(2026, _p(2026, 3)), date(2026, 10, 12)).daftar
    assert (butir.sifat, butir.kalimat) == (
        Sifat.JATUH_TEMPO,
        "Triwulan III: tenggat 15 Oktober 2026, 3 hari lagi.",
    )


def test_yang_dikembalikan_menyebut_siapa_dan_catatan_yang_belum_dijawab() -> None:
    keadaan = _keadaan(2026, _p(2026, 1, langkah=Langkah.KEMBALIKAN), catatan_terbuka={1: 2}, kurang_unit={1: 4})
    (butir,) = kerja_perencana(keadaan, HARI).daftar
    assert butir.kalimat == "Triwulan I dikembalikan oleh Tuan A pada 20 November 2026 pukul 09.05."
    assert butir.keterangan == "2 catatan belum dijawab. 4 isian unit Anda belum lengkap."


def test_yang_dibuka_kembali_tidak_disebut_dikembalikan() -> None:
    (butir,) = kerja_perencana(_keadaan(2026, _p(2026, 1, langkah=Langkah.BUKA)), HARI).daftar
    assert butir.kalimat.startswith("Triwulan I dibuka kembali oleh Tuan A")


def test_verifikator_dan_kepala_melihat_yang_menunggu_juga_dari_tahun_lain() -> None:
    keadaan = _keadaan(
        2023,
        _p(2023, 1, StatusPengisian.DIAJUKAN, Langkah.AJUKAN),
        _p(2023, 2, StatusPengisian.DIVERIFIKASI, Langkah.VERIFIKASI),
        terbaru=False,
    )
    assert [b.daftar_triwulan for b in kerja_verifikator(keadaan).daftar] == [(1,)]
    (kepala,) = kerja_kepala(keadaan).daftar
    assert kepala.kalimat.startswith("Triwulan II menunggu persetujuan, diverifikasi oleh Tuan A")


def test_pengelola_melihat_instansi_yang_terlambat_dan_yang_dapat_dibuka() -> None:
    hasil = kerja_pengelola(
        [_keadaan(2026), _keadaan(2025, _p(2025, 1, StatusPengisian.TERKUNCI, Langkah.KUNCI), terbaru=False)], HARI
    )
    assert [k.daftar[0].daftar_triwulan for k in hasil.daftar_terlambat] == [(1, 2, 3)]
    assert (hasil.banyak_diterima, hasil.banyak_instansi) == (1, 1)


def test_yang_paling_mendesak_di_atas_dan_yang_berjalan_tidak_dihitung() -> None:
    berjalan = kerja_perencana(_keadaan(2026, _p(2026, 4)), HARI)
    lewat = kerja_perencana(_keadaan(2026, _p(2026, 1)), HARI)
    assert yang_berisi([berjalan, kerja_perencana(_keadaan(2027), HARI), lewat]) == (lewat, berjalan)
    assert (berjalan.banyak, lewat.banyak) == (0, 1)


def _isi(sebagai: _Sebagai, nama: str) -> str:
    return sebagai(nama).get(reverse("beranda")).content.decode()


def test_beranda_setiap_peran_menyebut_pekerjaannya(sebagai: _Sebagai) -> None:
    assert "Triwulan I, II, III, dan IV belum diajukan" in _isi(sebagai, "perencana")
    assert "isian unit Anda belum lengkap" in _isi(sebagai, "perencana_unit")
    assert "Tidak ada triwulan yang menunggu Anda" in _isi(sebagai, "verifikator")
    langkah = reverse("ambil_langkah", args=[SENDIRI, TAHUN, 4, "ajukan"])
    sebagai("perencana").post(langkah)
    assert "menunggu verifikasi, diajukan oleh Tuan perencana" in _isi(sebagai, "verifikator")
    assert "Tidak ada triwulan yang menunggu Anda" in _isi(sebagai, "kepala")
    assert "1 diajukan" in _isi(sebagai, "inspektorat")
    catatan = {f"catatan-{pk_indikator(SENDIRI)}": "Periksa"}
    sebagai("verifikator").post(langkah.replace("ajukan", "kembalikan"), catatan)
    isi = _isi(sebagai, "perencana")
    assert "Triwulan IV dikembalikan oleh Tuan verifikator" in isi
    assert "1 catatan belum dijawab" in isi
    assert "2 dari 2 instansi melewati tenggat" in _isi(sebagai, "pengelola")


def test_unit_yang_lengkap_tidak_diberi_pekerjaan(sebagai: _Sebagai) -> None:
    assert "Tidak ada triwulan yang menunggu Anda" in _isi(sebagai, "perencana_unit_lain")


@pytest.mark.parametrize("nama", ["perencana", "verifikator", "kepala", "pengelola", "perencana_unit"])
def test_beranda_tetap_sekian_kueri_untuk_banyak_instansi(sebagai: _Sebagai, nama: str) -> None:
    peran = {"perencana_unit": Peran.PERENCANA}.get(nama) or Peran(nama)
    _isi(sebagai, nama)
    cache.clear()
    with CaptureQueriesContext(connection) as sedikit:
        _isi(sebagai, nama)
    for n in range(4):
        impor_buku(buku=buku_uji(f"DINAS-D{n}"))
        if peran is not Peran.PENGELOLA:
            instansi = Instansi.objects.get(kode=f"DINAS-D{n}")
            Penugasan.objects.create(pengguna=sebagai.pemeran[nama], peran=peran, instansi=instansi)
    cache.clear()
    with CaptureQueriesContext(connection) as banyak:
        assert "DINAS-D3" in _isi(sebagai, nama)
    per_instansi = 4 if peran is not Peran.PENGELOLA else 0  # `akses.boleh_ubah` of each card, as before
    sekali = nama == "perencana_unit"  # the first agency as a whole lets the page ask once for its recommendations
    assert len(banyak) <= len(sedikit) + per_instansi + sekali
