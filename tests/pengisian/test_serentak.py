"""Many people at once in one quarter: nobody's work is lost, no deadlock, every change in the history, once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from anggaran.models import Anggaran, RealisasiAnggaran
from anggaran.services_pengisian import save_isian_uang
from kinerja.data_pengisian import Langkah
from kinerja.models import KinerjaTriwulan, LangkahPengisian, PengisianTriwulan
from kinerja.services_komponen import save_komponen_triwulan
from kinerja.services_pengisian import KOLOM_ISIAN, LangkahDitolak, TriwulanTertutup, ambil_langkah, save_isian_triwulan
from lkjip.akun.models import Pengguna
from lkjip.dasar.isian import Isian
from lkjip.riwayat.models import Riwayat
from lkjip.riwayat.services_isian import IsianBentrok
from tests.pengisian.dunia import HAK_PENUH, HARI, Dunia, atur_status, buat_dunia, buat_pengguna, tambah_indikator
from tests.pengisian.serentak import banyak_orang, basis_data_berkas, serentak

pytestmark = pytest.mark.django_db(transaction=True)
TW = 3
D = Decimal
TABEL = KinerjaTriwulan._meta.db_table


@pytest.fixture(autouse=True)
def _berkas(transactional_db: None, tmp_path: Path) -> Iterator[None]:
    with basis_data_berkas(tmp_path / "uji.sqlite3"):
        yield


@pytest.fixture
def dunia(_berkas: None) -> Dunia:
    return buat_dunia()


@pytest.fixture
def orang(_berkas: None) -> list[Pengguna]:
    return [buat_pengguna(f"orang{n}") for n in range(banyak_orang())]


def _simpan(dunia: Dunia, oleh: Pengguna, isian: dict[int, list[Isian]], **lain: Any) -> Callable[[], Any]:
    isi: dict[str, Any] = {"triwulan": TW, "hari": HARI, **lain}
    return partial(save_isian_triwulan, tahun_kinerja=dunia.tahun, isian=isian, oleh=oleh, **isi)


def _langkah(dunia: Dunia, oleh: Pengguna, langkah: Langkah) -> Callable[[], Any]:
    return partial(
        ambil_langkah, tahun_kinerja=dunia.tahun, triwulan=TW, langkah=langkah, oleh=oleh, hak=HAK_PENUH, hari=HARI,
        catatan="sebab",
    )  # fmt: skip


def _riwayat(**saring: Any) -> Counter[tuple[str, str]]:
    """(who, action) → how often, of the quarter's rows."""
    daftar = Riwayat.objects.filter(tabel=TABEL, **saring)
    return Counter(daftar.values_list("nama_oleh", "aksi"))


def test_baris_yang_berbeda_semuanya_tersimpan(dunia: Dunia, orang: list[Pengguna]) -> None:
    """No row is there yet, not even that of the quarter: all of them are first savers."""
    indikator = tambah_indikator(dunia, len(orang))
    kerja = [_simpan(dunia, satu, {indikator[n].pk: [Isian("realisasi", D(n), None)]}) for n, satu in enumerate(orang)]
    assert serentak(kerja) == [1] * len(orang)
    tersimpan = dict(KinerjaTriwulan.objects.values_list("indikator", "realisasi"))
    assert tersimpan == {i.pk: D(n) for n, i in enumerate(indikator)}
    assert _riwayat() == Counter({(satu.username, "tambah"): 1 for satu in orang})
    assert PengisianTriwulan.objects.count() == 4
    assert sorted(KinerjaTriwulan.objects.values_list("urutan", flat=True)) == list(range(1, len(orang) + 1))


def test_kolom_berbeda_dari_baris_yang_sama_semuanya_tersimpan(dunia: Dunia, orang: list[Pengguna]) -> None:
    """Also where the row is not there yet: one of them adds it, the others change it."""
    nilai: dict[str, Any] = {k: "A" if "predikat" in k or k == "catatan" else D(n) for n, k in enumerate(KOLOM_ISIAN)}
    tugas = list(zip(orang, nilai.items(), strict=False))
    kerja = [
        _simpan(dunia, satu, {dunia.indikator.pk: [Isian(kolom, isi, "" if isi == "A" else None)]})
        for satu, (kolom, isi) in tugas
    ]
    assert serentak(kerja) == [1] * len(tugas)
    baris = KinerjaTriwulan.objects.get()
    assert {kolom: getattr(baris, kolom) for _, (kolom, _) in tugas} == {kolom: isi for _, (kolom, isi) in tugas}
    per_orang = _riwayat()
    assert sum(per_orang.values()) == len(tugas)
    assert {nama for nama, _ in per_orang} == {satu.username for satu, _ in tugas}
    assert sum(n for (_, aksi), n in per_orang.items() if aksi == "tambah") == 1


@pytest.mark.parametrize("sudah_ada", [False, True])
def test_sel_yang_sama_dari_dasar_yang_sama_hanya_satu_yang_menang(
    dunia: Dunia, orang: list[Pengguna], sudah_ada: bool
) -> None:
    pk, dasar = dunia.indikator.pk, D(1) if sudah_ada else None
    if sudah_ada:
        _simpan(dunia, orang[0], {pk: [Isian("realisasi", dasar, None)]})()
    awal = Riwayat.objects.latest("id").pk
    kerja = [_simpan(dunia, satu, {pk: [Isian("realisasi", D(100 + n), dasar)]}) for n, satu in enumerate(orang)]
    hasil = serentak(kerja)
    (menang,) = [n for n, h in enumerate(hasil) if h == 1]
    kalah = [h for n, h in enumerate(hasil) if n != menang]
    assert all(isinstance(h, IsianBentrok) for h in kalah), kalah
    assert {(h.daftar[0].tersimpan, h.daftar[0].oleh) for h in kalah} == {(D(100 + menang), orang[menang].username)}
    assert KinerjaTriwulan.objects.get().realisasi == D(100 + menang)
    assert _riwayat(id__gt=awal) == {(orang[menang].username, "ubah" if sudah_ada else "tambah"): 1}


def test_tempel_dalam_urutan_apa_pun_dan_simpan_satu_satu_tidak_saling_mengunci(
    dunia: Dunia, orang: list[Pengguna]
) -> None:
    """Half of them paste whole columns, in both orders, of a table column each; the others save single cells."""
    indikator = tambah_indikator(dunia, 30)
    tempel = [("realisasi", indikator), ("target", indikator[::-1])]
    kerja = [
        _simpan(dunia, orang[n], {i.pk: [Isian(kolom, D(5), None)] for i in daftar}, jalur="tempel")
        for n, (kolom, daftar) in enumerate(tempel)
    ]
    kerja += [
        _simpan(dunia, satu, {indikator[n].pk: [Isian("catatan", f"catatan {n}", "")]}, jalur="halaman")
        for n, satu in enumerate(orang[2:])
    ]
    assert serentak(kerja) == [30, 30, *[1] * (len(orang) - 2)]
    for n, satu in enumerate(indikator):
        baris = KinerjaTriwulan.objects.get(indikator=satu)
        assert (baris.realisasi, baris.target) == (D(5), D(5))
        assert baris.catatan == (f"catatan {n}" if n < len(orang) - 2 else "")
    assert sum(n for (nama, _), n in _riwayat().items() if nama == orang[0].username) == 30


def test_simpan_berlomba_dengan_pengajuan_tidak_pernah_tersimpan_sesudahnya(
    dunia: Dunia, orang: list[Pengguna]
) -> None:
    indikator = tambah_indikator(dunia, len(orang))
    kerja = [_simpan(dunia, satu, {indikator[n].pk: [Isian("realisasi", D(n), None)]}) for n, satu in enumerate(orang)]
    kerja[len(orang) // 2] = _langkah(dunia, orang[len(orang) // 2], Langkah.AJUKAN)
    hasil = serentak(kerja)
    langkah = LangkahPengisian.objects.get()
    ditolak = [h for h in hasil if isinstance(h, TriwulanTertutup)]
    disimpan = [h for h in hasil if h == 1]
    assert len(ditolak) + len(disimpan) == len(orang) - 1, hasil
    assert all("sudah diajukan sejak" in h.messages[0] for h in ditolak)
    assert KinerjaTriwulan.objects.count() == len(disimpan)
    assert not Riwayat.objects.filter(tabel=TABEL, id__gt=langkah.riwayat_sampai).exists()


def test_langkah_yang_sama_dari_banyak_orang_hanya_satu_yang_terjadi(dunia: Dunia, orang: list[Pengguna]) -> None:
    atur_status(dunia, TW, "draf")
    hasil = serentak([_langkah(dunia, satu, Langkah.AJUKAN) for satu in orang])
    assert sum(isinstance(h, LangkahPengisian) for h in hasil) == LangkahPengisian.objects.count() == 1
    assert sum(isinstance(h, LangkahDitolak) for h in hasil) == len(orang) - 1, hasil


def test_uang_komponen_dan_triwulan_lain_sekaligus(dunia: Dunia, orang: list[Pengguna]) -> None:
    """Pagu is the year's, so that savers of different quarters meet in one row; so is a component's year value.

    Two of them want the same pagu: whoever comes second finds it as wanted.
    """
    baris = [Anggaran.objects.create(tahun_kinerja=dunia.tahun, kode=f"9.{n}", urutan=n) for n in range(10)]

    def uang(n: int, oleh: Pengguna) -> Callable[[], Any]:
        daftar = baris if n % 2 else baris[::-1]
        kolom = ("pagu_murni", "pagu_perubahan")[n % 2]
        isian = {b.pk: [Isian(kolom, D(1), None), Isian("realisasi", D(n), None)] for b in daftar}
        return partial(
            save_isian_uang, tahun_kinerja=dunia.tahun, triwulan=n % 3 + 1, isian=isian, oleh=oleh, hari=HARI
        )

    def komponen(n: int, oleh: Pengguna) -> Callable[[], Any]:
        isian = {dunia.komponen.pk: Isian("nilai", D(50 + n), None)}
        return partial(
            save_komponen_triwulan, tahun_kinerja=dunia.tahun, triwulan=n % 3 + 1, indikator=dunia.indikator,
            isian=isian, oleh=oleh, hari=HARI,
        )  # fmt: skip

    kerja = [uang(n, satu) if n < 3 else komponen(n, satu) for n, satu in enumerate(orang[:6])]
    hasil = serentak(kerja)
    assert all(not isinstance(h, Exception) for h in hasil), hasil
    assert RealisasiAnggaran.objects.count() == 30
    assert KinerjaTriwulan.objects.count() == 3
    dunia.komponen.refresh_from_db()
    assert dunia.komponen.nilai == D(55)  # of the third quarter, whoever came last
