"""Which entries of the history are late, which belong together, and what was undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

from django.apps import apps
from hypothesis import given
from hypothesis import strategies as st

from lkjip.pemeriksaan.data_perubahan import (
    Entri,
    JenisKunci,
    Kunci,
)
from lkjip.pemeriksaan.data_perubahan_saring import GOLONGAN, JEDA, susun_kejadian
from lkjip.riwayat.models import ModelTeraudit
from tests.situs.pemeran import TAHUN

# the rules alone


SAAT = datetime(2024, 7, 1, tzinfo=UTC)
TW1 = Kunci(JenisKunci.TRIWULAN, 10, SAAT, "Triwulan I disetujui", 1)
PK = Kunci(JenisKunci.PERJANJIAN, 10, SAAT, "Perjanjian Kinerja ditandatangani")
LAPORAN = Kunci(JenisKunci.LAPORAN, 50, SAAT, "Laporan final versi 1")


def _entri(nomor: int, dari: Any, ke: Any, **lain: Any) -> Entri:
    """A value of the first quarter, changed."""
    dasar = {"kejadian": f"k{nomor}", "oleh": "ani", "jalur": "halaman", "tabel": "kinerja_kinerjatriwulan"}
    isi = {**dasar, "alasan": "", "kunci": "1", "waktu": SAAT + timedelta(minutes=nomor), **lain}
    dari, ke = (
        None if satu is None else {"id": 1, "tahun": TAHUN, "triwulan": 1, "realisasi": satu} for satu in (dari, ke)
    )
    return Entri(nomor=nomor, aksi="ubah", dari=dari, ke=ke, **isi)


def test_simpanan_sekali_duduk_menjadi_satu() -> None:
    daftar = [_entri(11, 1, 2), _entri(12, 2, 3), _entri(13, 3, 4, oleh="budi")]
    hasil = susun_kejadian(daftar, TAHUN, [TW1])
    assert [k.daftar_kejadian for k in hasil] == [("k11", "k12"), ("k13",)]
    assert hasil[0].nomor == (11, 12)
    assert (hasil[0].daftar_baris[0].dari or {})["realisasi"] == 1
    jauh = _entri(12, 2, 3, waktu=SAAT + timedelta(minutes=11) + JEDA * 2)
    assert len(susun_kejadian([_entri(11, 1, 2), jauh], TAHUN, [TW1])) == 2


def test_simpanan_lain_di_antaranya_memisahkan() -> None:
    """Else its effect would be laid at their door."""
    sela = replace(_entri(12, 1, 2), kunci="2", ke={"triwulan": 2, "tahun": TAHUN}, dari=None)
    hasil = susun_kejadian([_entri(11, 1, 2), sela, _entri(13, 2, 3)], TAHUN, [TW1])
    assert [k.nomor for k in hasil] == [(11, 11), (13, 13)]


def test_kejadian_menyebut_setiap_kunci_yang_didahuluinya() -> None:
    (satu,) = susun_kejadian([_entri(60, 1, 2)], TAHUN, [TW1, LAPORAN])
    assert satu.daftar_kunci == (TW1, LAPORAN)
    assert susun_kejadian([_entri(9, 1, 2)], TAHUN, [TW1]) == ()
    assert susun_kejadian([_entri(11, 1, 1, tabel="kinerja_reviu")], TAHUN, [TW1]) == ()


def test_perjanjian_bertanda_tangan_hanya_mengunci_perjanjian() -> None:
    janji = _entri(11, 1, 2, tabel="renstra_perjanjian")
    assert [k.daftar_kunci for k in susun_kejadian([janji], TAHUN, [PK])] == [(PK,)]
    assert susun_kejadian([_entri(11, 1, 2, tabel="anggaran_anggaran")], TAHUN, [PK]) == ()


def test_baris_yang_ditambah_lalu_dihapus_sekali_duduk_tidak_disebut() -> None:
    assert susun_kejadian([_entri(11, None, 2), _entri(12, 2, None)], TAHUN, [TW1]) == ()


@given(st.lists(st.integers(0, 3), min_size=1, max_size=12))
def test_yang_tersisa_membawa_dari_nilai_disetujui_ke_nilai_kini(daftar_nilai: list[int]) -> None:
    """Whatever is undone may be left out: the rest still leads from the settled value to today's."""
    nilai = [0, *daftar_nilai]
    langkah = [
        _entri(11 + n, dulu, kini, oleh=f"o{n}") for n, (dulu, kini) in enumerate(pairwise(nilai)) if dulu != kini
    ]
    tetap = [b for k in susun_kejadian(langkah, TAHUN, [TW1]) for b in k.daftar_baris if not b.kembali]
    jejak = [((b.dari or {})["realisasi"], (b.ke or {})["realisasi"]) for b in tetap]
    assert all(satu[1] == dua[0] for satu, dua in pairwise(jejak))
    assert (jejak[0][0], jejak[-1][1]) == (0, nilai[-1]) if jejak else nilai[-1] == 0
    assert len({a for a, _ in jejak}) == len(jejak)  # no value twice


def test_setiap_tabel_golongan_ada_dan_beriwayat() -> None:
    ada = {m._meta.db_table for m in apps.get_models() if issubclass(m, ModelTeraudit)}
    assert set(GOLONGAN) <= ada
