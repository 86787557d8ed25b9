"""An import meets people who fill in, submit and approve at the same moment: one after the other, and no deadlock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from kinerja.data_pengisian import Langkah
from kinerja.models import KinerjaTriwulan, LangkahPengisian
from kinerja.services_pengisian import BarisTiada, ambil_langkah, save_isian_triwulan
from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.services import HasilImpor, ImporDitolak, impor_buku
from lkjip.dasar.isian import Isian
from lkjip.data import BukuKerja
from lkjip.riwayat.models import Riwayat
from lkjip.riwayat.services_isian import IsianBentrok
from renstra.data import Indikator
from renstra.models import TahunKinerja
from renstra.selectors import indikator_per_kode
from tests.buku_kerja.ubah_buku import tahun_lain
from tests.pembuat import buat_data, buat_kinerja, buat_renstra, tw
from tests.pengisian.dunia import HAK_PENUH, HARI, buat_pengguna
from tests.pengisian.serentak import banyak_orang, basis_data_berkas, serentak

pytestmark = pytest.mark.django_db(transaction=True)
TW = 3
D = Decimal
KODE = [f"I{n}" for n in range(1, 21)]
RONDE = range(4)  # each round somebody else may be first


@pytest.fixture(autouse=True)
def _berkas(transactional_db: None, tmp_path: Path) -> Iterator[None]:
    with basis_data_berkas(tmp_path / "uji.sqlite3"):
        yield


def _buku(*, uraian: str = "awal", nilai: str | None = None, triwulan: int = TW, urut: int = 1) -> BukuKerja:
    """Twenty indicators; with `nilai` each has it in the quarter. `urut` -1: rows of the quarter backwards."""
    renstra = buat_renstra(*(Indikator(kode, "S1", uraian=uraian) for kode in KODE))
    baris = tuple(tw(kode, triwulan, nilai) for kode in KODE[::urut]) if nilai else ()
    return BukuKerja(buat_data(buat_kinerja(renstra, daftar_kinerja_triwulan=baris)))


@pytest.fixture
def orang(_berkas: None) -> list[Pengguna]:
    impor_buku(buku=_buku())
    return [buat_pengguna(f"orang{n}") for n in range(banyak_orang())]


def _tahun() -> TahunKinerja:
    return TahunKinerja.objects.select_related("instansi", "renstra").get(tahun=2024)


def _simpan(oleh: Pengguna, kode: list[str], kolom: str, nilai: object, dasar: object = None) -> Callable[[], Any]:
    tahun = _tahun()
    pk = {k: i.pk for k, i in indikator_per_kode(tahun).items()}
    isian = {pk[k]: [Isian(kolom, nilai, dasar)] for k in kode}
    return partial(save_isian_triwulan, tahun_kinerja=tahun, triwulan=TW, isian=isian, oleh=oleh, hari=HARI)


def _langkah(oleh: Pengguna, langkah: Langkah) -> Callable[[], Any]:
    return partial(
        ambil_langkah, tahun_kinerja=_tahun(), triwulan=TW, langkah=langkah, oleh=oleh, hak=HAK_PENUH, hari=HARI,
        catatan="sebab",
    )  # fmt: skip


@pytest.mark.parametrize("ronde", RONDE)
def test_tempel_dan_simpan_berlomba_dengan_impor_berurutan_lain(orang: list[Pengguna], ronde: int) -> None:
    """Whatever the order, it reads as one after the other: the import as a whole before or after each saver."""
    kerja = [_simpan(satu, KODE[::-1] if n % 2 else KODE, "catatan", f"dari {n}", "") for n, satu in enumerate(orang)]
    impor = partial(impor_buku, buku=_buku(nilai="7", urut=-1 if ronde % 2 else 1), oleh=orang[0])
    tempat = ronde * (len(orang) - 1) // (len(RONDE) - 1)
    kerja.insert(tempat, impor)
    hasil = serentak(kerja)
    assert isinstance(hasil[tempat], HasilImpor)
    simpan = hasil[:tempat] + hasil[tempat + 1 :]
    assert all(h == len(KODE) or isinstance(h, IsianBentrok) for h in simpan), simpan
    assert simpan.count(len(KODE)) >= 1
    tersimpan = set(KinerjaTriwulan.objects.values_list("catatan", "realisasi"))
    assert len(tersimpan) == 1  # all twenty rows are of one and the same saver, or of the import
    assert KinerjaTriwulan.objects.count() == len(KODE)
    ((catatan, realisasi),) = tersimpan
    assert realisasi in (None, D(7))
    if catatan == "":
        assert realisasi == D(7)


@pytest.mark.parametrize("ronde", RONDE)
def test_impor_berlomba_dengan_pengajuan_tidak_pernah_tersimpan_sesudahnya(orang: list[Pengguna], ronde: int) -> None:
    kerja: list[Callable[[], Any]] = [
        partial(impor_buku, buku=_buku(nilai=str(n + 1)), oleh=satu) for n, satu in enumerate(orang[:4])
    ]
    kerja.insert(ronde, _langkah(orang[4], Langkah.AJUKAN))
    hasil = serentak(kerja)
    langkah = hasil.pop(ronde)
    assert isinstance(langkah, LangkahPengisian)
    ditolak = [h for h in hasil if isinstance(h, ImporDitolak)]
    diterima = [h for h in hasil if isinstance(h, HasilImpor)]
    assert len(ditolak) + len(diterima) == len(hasil), hasil
    assert all("sudah diajukan sejak" in h.daftar_galat[0].pesan for h in ditolak)
    isi = Riwayat.objects.filter(tabel=KinerjaTriwulan._meta.db_table)
    assert not isi.filter(id__gt=langkah.riwayat_sampai).exists()
    assert isi.count() == len(diterima) * len(KODE)


@pytest.mark.parametrize("ronde", RONDE)
def test_persetujuan_berlomba_dengan_impor_rencana_yang_berubah(orang: list[Pengguna], ronde: int) -> None:
    """The plan changes wholly before or wholly after the approval, so what was approved can be seen again."""
    impor_buku(buku=_buku(nilai="5"))
    for langkah in (Langkah.AJUKAN, Langkah.VERIFIKASI):
        _langkah(orang[0], langkah)()
    kerja: list[Callable[[], Any]] = [partial(impor_buku, buku=_buku(nilai="5", uraian="rencana baru"), oleh=orang[1])]
    kerja.insert(ronde % 2, _langkah(orang[2], Langkah.SETUJUI))
    hasil = serentak(kerja)
    setuju, impor = hasil[ronde % 2], hasil[1 - ronde % 2]
    assert isinstance(setuju, LangkahPengisian), hasil
    assert isinstance(impor, HasilImpor), hasil
    rencana = Riwayat.objects.filter(tabel="renstra_indikator", aksi="ubah")
    assert rencana.count() == len(KODE)
    assert rencana.filter(id__lte=setuju.riwayat_sampai).count() in (0, len(KODE))


def test_simpan_dari_halaman_yang_rencananya_diganti_menyebutnya(orang: list[Pengguna]) -> None:
    """The year gets a Renstra of its own between opening and saving: no second row of the same kode."""
    impor_buku(buku=tahun_lain(_buku(), 2025))
    simpan = _simpan(orang[0], KODE[:1], "realisasi", D(5))
    impor_buku(buku=_buku(uraian="rencana baru"))
    with pytest.raises(BarisTiada, match="Muat ulang"):
        simpan()
    assert not KinerjaTriwulan.objects.exists()
    banyak = [_simpan(satu, KODE, "catatan", "ya", "") for satu in orang[:4]]
    hasil = serentak([*banyak, partial(impor_buku, buku=_buku(nilai="3"), oleh=orang[5])])
    assert isinstance(hasil[-1], HasilImpor)
    assert all(h in (0, len(KODE)) or isinstance(h, BarisTiada | IsianBentrok) for h in hasil[:-1]), hasil
    assert KinerjaTriwulan.objects.count() == len(KODE)
    assert set(KinerjaTriwulan.objects.values_list("indikator__renstra", flat=True)) == {_tahun().renstra_id}
