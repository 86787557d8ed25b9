"""Saving what was typed: only over what the writer saw, only into an open quarter, all or nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from anggaran.models import Anggaran, RealisasiAnggaran
from anggaran.services_pengisian import save_isian_uang
from kinerja.models import KinerjaTriwulan
from kinerja.services_pengisian import BarisTiada, TriwulanTertutup, save_isian_triwulan
from lkjip.akun.models import Pengguna
from lkjip.dasar.isian import Isian
from lkjip.riwayat.models import Riwayat
from lkjip.riwayat.services import BarisDitolak
from lkjip.riwayat.services_isian import IsianBentrok
from renstra.models import Indikator, Renstra, Sasaran
from tests.pengisian.dunia import DITUTUP, HARI, TAHUN, Dunia, atur_status, buat_dunia, buat_pengguna, tambah_indikator

pytestmark = pytest.mark.django_db
TW = 3
D = Decimal


@pytest.fixture
def dunia() -> Dunia:
    return buat_dunia()


@pytest.fixture
def ani() -> Pengguna:
    return buat_pengguna()


def _simpan(dunia: Dunia, oleh: Pengguna, isian: dict[int, list[Isian]], **lain: Any) -> int:
    isi: dict[str, Any] = {"triwulan": TW, "hari": HARI, **lain}
    return save_isian_triwulan(tahun_kinerja=dunia.tahun, isian=isian, oleh=oleh, **isi)


def _uang(dunia: Dunia, oleh: Pengguna, isian: dict[int, list[Isian]], **lain: Any) -> int:
    isi: dict[str, Any] = {"triwulan": TW, "hari": HARI, **lain}
    return save_isian_uang(tahun_kinerja=dunia.tahun, isian=isian, oleh=oleh, **isi)


def test_baris_yang_belum_ada_ditambah_di_belakang_lalu_diubah(dunia: Dunia, ani: Pengguna) -> None:
    KinerjaTriwulan.objects.create(
        tahun_kinerja=dunia.tahun, indikator=dunia.indikator, tahun=TAHUN, triwulan=1, urutan=7
    )
    pk = dunia.indikator.pk
    assert _simpan(dunia, ani, {pk: [Isian("realisasi", D("90.43"), None), Isian("catatan", "ya", "")]}) == 2
    baris = KinerjaTriwulan.objects.get(triwulan=TW)
    assert (baris.realisasi, baris.catatan, baris.urutan, baris.tahun) == (D("90.43"), "ya", 8, TAHUN)
    assert _simpan(dunia, ani, {pk: [Isian("realisasi", D("91"), D("90.43"))]}, jalur="tempel") == 1
    daftar = Riwayat.objects.filter(tabel="kinerja_kinerjatriwulan", kunci=str(baris.pk)).order_by("id")
    assert [(r.aksi, r.nama_oleh, r.jalur) for r in daftar] == [("tambah", "ani", "halaman"), ("ubah", "ani", "tempel")]


def test_yang_sama_tidak_menulis_apa_pun(dunia: Dunia, ani: Pengguna) -> None:
    pk = dunia.indikator.pk
    assert _simpan(dunia, ani, {pk: [Isian("realisasi", None, None), Isian("catatan", "", "lama")]}) == 0
    assert not KinerjaTriwulan.objects.exists()
    _simpan(dunia, ani, {pk: [Isian("realisasi", D(5), None)]})
    banyak = Riwayat.objects.count()
    assert _simpan(dunia, ani, {pk: [Isian("realisasi", D(5), D(4))]}) == 0  # somebody else has stored the same
    assert Riwayat.objects.count() == banyak


def test_bentrok_menyebut_semua_baris_dan_tidak_menyimpan_satu_pun(dunia: Dunia, ani: Pengguna) -> None:
    budi = buat_pengguna("budi")
    dua, tiga = tambah_indikator(dunia, 2)
    _simpan(dunia, budi, {dunia.indikator.pk: [Isian("realisasi", D(1), None)], dua.pk: [Isian("catatan", "b", "")]})
    with pytest.raises(IsianBentrok) as bentrok:
        _simpan(
            dunia,
            ani,
            {
                dunia.indikator.pk: [Isian("realisasi", D(2), None)],
                dua.pk: [Isian("catatan", "a", ""), Isian("target", D(9), None)],
                tiga.pk: [Isian("realisasi", D(3), None)],
            },
        )
    assert [(b.kunci, b.kolom, b.tersimpan, b.diminta, b.oleh) for b in bentrok.value.daftar] == [
        (dunia.indikator.pk, "realisasi", D(1), D(2), "budi"),
        (dua.pk, "catatan", "b", "a", "budi"),
    ]
    assert all(b.waktu for b in bentrok.value.daftar)
    assert not KinerjaTriwulan.objects.filter(indikator=tiga).exists()
    assert KinerjaTriwulan.objects.get(indikator=dua).target is None


def test_baris_yang_hilang_di_bawah_tangan_adalah_bentrok(dunia: Dunia, ani: Pengguna) -> None:
    with pytest.raises(IsianBentrok) as bentrok:
        _simpan(dunia, ani, {dunia.indikator.pk: [Isian("realisasi", D(2), D(1))]})
    assert (bentrok.value.daftar[0].tersimpan, bentrok.value.daftar[0].oleh) == (None, "")


@pytest.mark.parametrize("simpan", [_simpan, _uang])
@pytest.mark.parametrize("status", DITUTUP)
def test_triwulan_tertutup_menolak_dengan_kalimat_lengkap(
    dunia: Dunia, ani: Pengguna, simpan: Any, status: str
) -> None:
    atur_status(dunia, TW, status)
    pk = dunia.indikator.pk if simpan is _simpan else dunia.anggaran.pk
    with pytest.raises(TriwulanTertutup, match=r"sejak 12 Oktober 2024 pukul 14\.03 oleh Sari"):
        simpan(dunia, ani, {pk: [Isian("realisasi", D(2), None)]})
    assert simpan(dunia, ani, {pk: [Isian("realisasi", D(2), None)]}, triwulan=2) == 1
    atur_status(dunia, TW, "draf")
    assert simpan(dunia, ani, {pk: [Isian("realisasi", D(2), None)]}) == 1


def test_indikator_di_luar_rencana_tahun_ini_ditolak(dunia: Dunia, ani: Pengguna) -> None:
    renstra = Renstra.objects.create(instansi=dunia.instansi, versi=2)
    sasaran = Sasaran.objects.create(renstra=renstra, kode="S1", urutan=1)
    lama = Indikator.objects.create(renstra=renstra, kode="I1", sasaran=sasaran, urutan=1)
    milik_tahun = Indikator.objects.create(tahun_kinerja=dunia.tahun, kode="O1", urutan=9)
    asing = buat_dunia("LAIN").indikator
    for pk in (lama.pk, asing.pk, 10**9):
        with pytest.raises(BarisTiada, match="Muat ulang"):
            _simpan(dunia, ani, {pk: [Isian("realisasi", D(2), None)]})
    assert _simpan(dunia, ani, {milik_tahun.pk: [Isian("realisasi", D(2), None)]}) == 1


@pytest.mark.parametrize("nilai", [D("1e20"), D("0." + "1" * 21)])
def test_nilai_yang_tidak_muat_ditolak_dengan_kalimat(dunia: Dunia, ani: Pengguna, nilai: Decimal) -> None:
    with pytest.raises(BarisDitolak, match="terlalu panjang"):
        _simpan(dunia, ani, {dunia.indikator.pk: [Isian("realisasi", nilai, None)]})


@pytest.mark.parametrize(("simpan", "kolom"), [(_simpan, "urutan"), (_uang, "uraian"), (_uang, "tahun_kinerja")])
def test_kolom_lain_tidak_pernah_ditulis(dunia: Dunia, ani: Pengguna, simpan: Any, kolom: str) -> None:
    with pytest.raises(ValueError, match="not columns"):
        simpan(dunia, ani, {dunia.anggaran.pk: [Isian(kolom, "x", "")]})


def test_uang_dan_pagu_disimpan_bersama_atau_tidak_sama_sekali(dunia: Dunia, ani: Pengguna) -> None:
    budi = buat_pengguna("budi")
    lain = Anggaran.objects.create(tahun_kinerja=dunia.tahun, kode="2", urutan=2)
    isian = {
        dunia.anggaran.pk: [Isian("realisasi", D(1000), None), Isian("pagu_perubahan", D(5000), None)],
        lain.pk: [Isian("pagu_murni", D(7), None)],
    }
    assert _uang(dunia, budi, isian) == 3
    baris = RealisasiAnggaran.objects.get()
    assert (baris.anggaran_id, baris.tahun, baris.triwulan, baris.realisasi) == (
        dunia.anggaran.pk, TAHUN, TW, D(1000),
    )  # fmt: skip
    with pytest.raises(IsianBentrok) as bentrok:
        _uang(dunia, ani, {**isian, lain.pk: [Isian("pagu_murni", D(8), None), Isian("rencana", D(3), None)]})
    assert [(b.kunci, b.kolom, b.oleh) for b in bentrok.value.daftar] == [(lain.pk, "pagu_murni", "budi")]
    assert RealisasiAnggaran.objects.count() == 1
    with pytest.raises(BarisDitolak, match="negatif"):
        _uang(dunia, ani, {lain.pk: [Isian("pagu_murni", D(-8), D(7))]})
    with pytest.raises(BarisTiada):
        _uang(dunia, ani, {buat_dunia("LAIN").anggaran.pk: [Isian("realisasi", D(1), None)]})


def test_banyak_kueri_tidak_tumbuh_dengan_banyak_baris(
    dunia: Dunia, ani: Pengguna, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """A paste of 60 rows costs as many queries as one of two."""
    pk = [dunia.indikator.pk, *(i.pk for i in tambah_indikator(dunia, 59))]
    uang = [Anggaran.objects.create(tahun_kinerja=dunia.tahun, kode=f"9.{n}", urutan=n).pk for n in range(60)]
    for triwulan, banyak in ((1, 2), (2, 60)):
        hari = date(2024, 12, 31)
        lama: Decimal | None = None
        atur_status(dunia, triwulan, "draf")
        for nilai, kueri in ((D(1), 12), (D(2), 11)):  # one more where the pemda has rules
            isian = {satu: [Isian("realisasi", nilai, lama)] for satu in pk[:banyak]}
            with django_assert_num_queries(kueri):
                assert _simpan(dunia, ani, isian, triwulan=triwulan, hari=hari) == banyak
            isian = {satu: [Isian("realisasi", nilai, lama)] for satu in uang[:banyak]}
            with django_assert_num_queries(kueri):
                assert _uang(dunia, ani, isian, triwulan=triwulan, hari=hari) == banyak
            lama = nilai
