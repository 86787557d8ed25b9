"""Whoever waited for the lock writes upon what is there now: nothing that others did meanwhile is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from anggaran.models import Anggaran, Belanja, IndikatorAnggaran, Penunjang, RevisiAnggaran
from anggaran.services_rencana import pindah_baris
from kinerja.models import KinerjaTriwulan, Komponen
from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.utuh import galat_rujukan
from lkjip.dasar.isian import Isian
from lkjip.perencanaan.services import mengubah
from lkjip.perencanaan.services_anggaran import penyimpan_anggaran
from lkjip.perencanaan.services_rencana import simpan_baris_rencana
from lkjip.perencanaan.services_versi import batalkan_reviu, buat_reviu, pindah_renstra, save_penetapan
from lkjip.selectors import load_buku
from lkjip.services_urung import urungkan_bergiliran
from renstra.data_rencana import JenisBaris
from renstra.models import Indikator, Renstra, Sasaran, TahunKinerja, Tujuan
from tests.pengisian.dunia import Dunia, buat_baris, buat_dunia, buat_pengguna
from tests.pengisian.serentak import basis_data_berkas, serentak
from tests.pengisian.uang_uji import simpan_buku, uang_kas
from tests.perencanaan.anggaran_uji import alamat, baris, tahun_uji
from tests.situs.pemeran import SENDIRI

_Sebagai = Callable[[str], Client]


@pytest.fixture
def dunia(db: None) -> Dunia:
    hasil = buat_dunia()
    buat_baris(hasil, "kinerja", 1)
    return hasil


def _baca(dunia: Dunia) -> TahunKinerja:
    return TahunKinerja.objects.select_related("renstra", "instansi").get(pk=dunia.tahun.pk)


def _utuh(dunia: Dunia) -> bool:
    """Every row of the year hangs on the plan that the year follows."""
    return set(KinerjaTriwulan.objects.values_list("indikator__renstra", flat=True)) == {_baca(dunia).renstra_id}


def test_reviu_kedua_dengan_tahun_yang_sudah_berpindah_ditolak(dunia: Dunia) -> None:
    oleh, pertama, kedua = buat_pengguna("oleh"), _baca(dunia), _baca(dunia)
    buat_reviu(renstra=pertama.renstra, daftar_tahun=[pertama], oleh=oleh)
    with pytest.raises(ValidationError, match="sudah memakai Renstra lain"):
        buat_reviu(renstra=kedua.renstra, daftar_tahun=[kedua], oleh=oleh)
    assert Renstra.objects.count() == 2
    assert _utuh(dunia)
    with pytest.raises(ValidationError, match="sudah memakai Renstra lain"):
        pindah_renstra(tahun_kinerja=kedua, ke=Renstra.objects.create(instansi=dunia.instansi, versi=9), oleh=oleh)
    assert _utuh(dunia)


def test_versi_yang_sudah_dihapus_tidak_hidup_lagi(dunia: Dunia) -> None:
    oleh, tahun = buat_pengguna("oleh"), _baca(dunia)
    buat_reviu(renstra=tahun.renstra, daftar_tahun=[tahun], oleh=oleh)
    baru = _baca(dunia).renstra
    basi = Renstra.objects.get(pk=baru.pk)
    batalkan_reviu(renstra=baru, oleh=oleh)
    for tulis in (
        partial(save_penetapan, nomor_penetapan="1", tanggal_penetapan=None, keterangan=""),
        partial(buat_reviu, daftar_tahun=[_baca(dunia)]),
        batalkan_reviu,
    ):
        with pytest.raises(ValidationError, match=r"sudah tidak ada|sudah memakai Renstra lain"):
            tulis(renstra=basi, oleh=oleh)
    assert list(Renstra.objects.all()) == [dunia.renstra]


def test_urungkan_tidak_membawa_kembali_kode_yang_sudah_dipakai_baris_lain(dunia: Dunia) -> None:
    """Tujuan T1 became T9, then a sasaran took T1: both would be the parent that an indicator names."""
    satu, dua, tahun = buat_pengguna("satu"), buat_pengguna("dua"), _baca(dunia)
    tujuan = Tujuan.objects.get(kode="T1")
    Indikator.objects.create(renstra=dunia.renstra, kode="I2", tujuan=tujuan, urutan=2)
    ubah = partial(simpan_baris_rencana, tahun_kinerja=tahun)
    kejadian = ubah(jenis=JenisBaris.TUJUAN, pk=tujuan.pk, isian=[Isian("kode", "T9", "T1")], oleh=satu).kejadian
    ubah(jenis=JenisBaris.SASARAN, isian=[Isian("kode", "T1", ""), Isian("uraian", "x", "")], oleh=dua)
    with pytest.raises(ValidationError, match="Ubah dulu salah satu kodenya"):
        urungkan_bergiliran(kejadian=kejadian, instansi=dunia.instansi.pk, oleh=satu)
    assert not galat_rujukan(load_buku(tahun))


def test_batal_reviu_tidak_menduakan_kode_indikator(dunia: Dunia) -> None:
    """In the reviu I1 became I9, and a budget row's indicator took I1; in the plan before, I1 is still there."""
    oleh, tahun = buat_pengguna("oleh"), _baca(dunia)
    buat_reviu(renstra=tahun.renstra, daftar_tahun=[tahun], oleh=oleh)
    baru = _baca(dunia).renstra
    KinerjaTriwulan.objects.all().delete()
    Komponen.objects.all().delete()
    Indikator.objects.filter(renstra=baru, kode="I1").update(kode="I9")
    milik_tahun = Indikator.objects.create(tahun_kinerja=_baca(dunia), kode="I1", urutan=2)
    IndikatorAnggaran.objects.create(indikator=milik_tahun, anggaran=dunia.anggaran)
    assert not galat_rujukan(load_buku(_baca(dunia)))
    with pytest.raises(ValidationError, match="Ubah dulu salah satu kodenya"):
        batalkan_reviu(renstra=baru, oleh=oleh)
    assert _baca(dunia).renstra_id == baru.pk
    milik_tahun.delete()
    batalkan_reviu(renstra=baru, oleh=oleh)
    assert _baca(dunia).renstra_id == dunia.renstra.pk


@pytest.fixture
def _uang(pemeran: dict[str, Pengguna]) -> None:
    simpan_buku(uang_kas("1.01.01", "50"))


@pytest.mark.usefixtures("_uang")
def test_pindah_baris_anggaran_tidak_membawa_pagu_lama_dan_tidak_menghidupkan_yang_dihapus() -> None:
    basi, induk = baris("1.01"), baris("1.02")
    Anggaran.objects.filter(pk=basi.pk).update(pagu_perubahan=7, uraian="Baru")
    pindah_baris(baris=basi, induk=induk)
    kini = baris("1.01")
    assert (kini.pagu_perubahan, kini.uraian, kini.induk_id) == (7, "Baru", induk.pk)
    basi = baris("1.01.02")
    Anggaran.objects.filter(pk=basi.pk).delete()
    for gagal in ({"baris": basi, "induk": None}, {"baris": kini, "induk": basi}):
        with pytest.raises(ValidationError, match="sudah tidak ada"):
            pindah_baris(**gagal)
    assert not Anggaran.objects.filter(pk=basi.pk).exists()


@pytest.mark.usefixtures("_uang")
def test_versi_dpa_yang_dihapus_orang_lain_tidak_hidup_lagi(sebagai: _Sebagai, monkeypatch: pytest.MonkeyPatch) -> None:
    revisi = RevisiAnggaran.objects.create(tahun_kinerja=tahun_uji(), nama="DPA", versi="murni", urutan=1)
    asli = mengubah

    def sesudah_dihapus(*args: Any, **lain: Any) -> Any:
        RevisiAnggaran.objects.all().delete()
        return asli(*args, **lain)

    client, tujuan = sebagai("perencana"), alamat("ubah_revisi_anggaran", revisi.pk)
    monkeypatch.setattr("lkjip.perencanaan.views.revisi_anggaran.mengubah", sesudah_dihapus)
    jawab = client.post(tujuan, {"nama": "DPA lain"})
    assert jawab.status_code == 404
    assert not RevisiAnggaran.objects.exists()


@pytest.mark.usefixtures("_uang")
def test_kaitan_yang_ditambah_orang_lain_tidak_terhapus(sebagai: _Sebagai) -> None:
    client, i1 = sebagai("perencana"), Indikator.objects.get(renstra__instansi__kode=SENDIRI, kode="I1")
    satu = baris("1.01")
    halaman = client.get(alamat("baris_anggaran_rencana", satu.pk)).content.decode()
    sidik = halaman.split('name="sidik" value="')[1].split('"')[0]
    Penunjang.objects.create(tahun_kinerja=satu.tahun_kinerja, anggaran=satu, mendukung=i1, urutan=1)
    kirim = {"kaitan-TOTAL_FORMS": "1", "kaitan-INITIAL_FORMS": "0", "kaitan-0-keterangan": "menunjang"}
    tujuan = alamat("kaitan_anggaran_rencana", satu.pk)
    jawab = client.post(tujuan, kirim | {"sidik": sidik})
    assert (jawab.status_code, "diubah orang lain" in jawab.content.decode()) == (422, True)
    assert list(Penunjang.objects.values_list("mendukung", flat=True)) == [i1.pk]
    assert sidik in jawab.content.decode()  # sent again, it is refused again


@pytest.mark.usefixtures("_uang")
def test_penolakan_menjadi_kalimat_di_setiap_tombol(sebagai: _Sebagai, monkeypatch: pytest.MonkeyPatch) -> None:
    belanja = Belanja.objects.create(tahun_kinerja=tahun_uji(), tahun=tahun_uji().tahun, kode="9", urutan=99)
    tolak = ValidationError("Tahun ini memakai versi lain.")

    def gagal(*_: object) -> None:
        raise tolak

    client = sebagai("perencana")
    monkeypatch.setattr("lkjip.perencanaan.services._pastikan_renstra_sama", gagal)
    for nama, pk, kirim in (
        ("urutkan_anggaran_rencana", baris("1.01").pk, {"arah": "turun"}),
        ("hapus_belanja_rencana", belanja.pk, {}),
    ):
        jawab = client.post(alamat(nama, pk), kirim, follow=True)
        assert "Tahun ini memakai versi lain." in jawab.content.decode(), nama


@pytest.mark.usefixtures("_uang")
@pytest.mark.parametrize("induk", ["99999999999999999999", "9999999999999999999", "x", "-1", "١"])
def test_induk_yang_tak_terbaca_bukan_tingkat_paling_atas(sebagai: _Sebagai, induk: str) -> None:
    satu, client = baris("1.01"), sebagai("perencana")
    assert client.post(alamat("pindah_anggaran_rencana", satu.pk), {"induk": induk}).status_code == 404
    assert baris("1.01").induk_id == satu.induk_id
    assert client.get(f"{alamat('tambah_anggaran_rencana')}?induk={induk}").status_code == 404


@pytest.mark.usefixtures("_uang")
@pytest.mark.parametrize(("kolom", "dasar", "terkunci"), [("kode", "1.01", True), ("unit", "", False)])
def test_ganti_kode_anggaran_menunggu_pengisian_triwulan(kolom: str, dasar: str, terkunci: bool) -> None:
    """A kode is a key: PostgreSQL would let the two wait for each other, row by row."""
    simpan = penyimpan_anggaran(tahun_uji(), Pengguna.objects.get(username="perencana"))
    with CaptureQueriesContext(connection) as kueri:
        simpan({baris("1.01").pk: [Isian(kolom, "9.09", dasar)]})
    assert any("kinerja_pengisiantriwulan" in k["sql"] for k in kueri) is terkunci


@pytest.fixture
def _berkas(transactional_db: None, tmp_path: Path) -> Iterator[None]:
    with basis_data_berkas(tmp_path / "uji.sqlite3"):
        yield


def _ubah(dunia: Dunia, oleh: Pengguna, dari: str, ke: str) -> str:
    return simpan_baris_rencana(
        tahun_kinerja=_baca(dunia), jenis=JenisBaris.SASARAN, pk=dunia.indikator.sasaran_id,
        isian=[Isian("uraian", ke, dari)], oleh=oleh,
    ).kejadian  # fmt: skip


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_berkas")
def test_urungkan_dan_suntingan_orang_lain_pada_saat_yang_sama_hanya_satu_yang_jadi() -> None:
    dunia = buat_dunia()
    satu, dua = buat_pengguna("satu"), buat_pengguna("dua")
    for putaran in range(12 if connection.vendor == "postgresql" else 3):
        Sasaran.objects.update(uraian="semula")
        kejadian = _ubah(dunia, satu, "semula", "satu")
        hasil = serentak([
            partial(urungkan_bergiliran, kejadian=kejadian, instansi=dunia.instansi.pk, oleh=satu),
            partial(_ubah, dunia, dua, "satu", "dua"),
        ])  # fmt: skip
        gagal = [isinstance(h, Exception) for h in hasil]
        assert sorted(gagal) == [False, True], (putaran, hasil)
        assert Sasaran.objects.get().uraian == ("dua" if gagal[0] else "semula"), putaran


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_berkas")
def test_dua_reviu_pada_saat_yang_sama_hanya_satu_yang_jadi() -> None:
    dunia = buat_dunia()
    buat_baris(dunia, "kinerja", 1)
    tahun, oleh = _baca(dunia), buat_pengguna("oleh")
    kerja = [partial(buat_reviu, renstra=tahun.renstra, daftar_tahun=[_baca(dunia)], oleh=oleh) for _ in range(4)]
    gagal = [h for h in serentak(kerja) if isinstance(h, Exception)]
    assert [type(g) for g in gagal] == [ValidationError] * 3, gagal
    assert _utuh(dunia)
