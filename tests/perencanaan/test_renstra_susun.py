"""Misi, tujuan, sasaran and indicators written one by one: kode, parents, order, conflicts, removal and undo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError

from anggaran.models import Anggaran, IndikatorAnggaran
from kinerja.data_pengisian import StatusPengisian
from kinerja.models import KinerjaTriwulan
from lkjip.akun.models import Pengguna
from lkjip.dasar.isian import Isian
from lkjip.perencanaan.selectors_rencana import triwulan_penahan
from lkjip.perencanaan.services_rencana import (
    geser_baris_rencana,
    hapus_baris_rencana,
    simpan_baris_rencana,
    simpan_indikator_rencana,
    susun_baris_rencana,
)
from lkjip.riwayat.selectors_hapus import isi_hapus
from lkjip.riwayat.services_isian import IsianBentrok
from lkjip.riwayat.services_urung import urungkan
from lkjip.selectors import load_buku
from renstra.data_rencana import JenisBaris, kode_berikut, pecah_acuan, tahun_target
from renstra.models import Indikator, Renstra, Sasaran, TahunKinerja, TargetTahunan, Tujuan
from tests.pengisian.dunia import Dunia, atur_status, buat_dunia, buat_pengguna

pytestmark = pytest.mark.django_db
SASARAN, TUJUAN, INDIKATOR = JenisBaris.SASARAN, JenisBaris.TUJUAN, JenisBaris.INDIKATOR
Tambah = Callable[..., int]


@pytest.fixture
def dunia() -> Dunia:
    return buat_dunia()


@pytest.fixture
def oleh() -> Pengguna:
    return buat_pengguna()


def isian(**kolom: object) -> list[Isian]:
    return [Isian(nama, nilai, None) for nama, nilai in kolom.items()]


def _sasaran(dunia: Dunia) -> int:
    assert dunia.indikator.sasaran_id
    return dunia.indikator.sasaran_id


@pytest.fixture
def tambah(dunia: Dunia, oleh: Pengguna) -> Tambah:
    def tambah(jenis: JenisBaris, **kolom: object) -> int:
        hasil = simpan_baris_rencana(tahun_kinerja=dunia.tahun, jenis=jenis, isian=isian(**kolom), oleh=oleh)
        return int(hasil.baris.pk)

    return tambah


def test_kode_berikut_mengikuti_kode_terakhir() -> None:
    assert kode_berikut(["S1", "S2"], {"S1", "S2"}, "S") == "S3"
    assert kode_berikut([], (), "IKU") == "IKU1"
    assert kode_berikut(["S1", "lain"], {"S2"}, "S") == "S3"
    assert kode_berikut(["1.01-i9", "1.01-i10"], (), "IKU") == "1.01-i11"
    assert pecah_acuan("sasaran:5") == (SASARAN, 5)
    assert pecah_acuan("asing:5") is None
    assert tahun_target(2024, 2026, 2024, {2030}) == (2024, 2025, 2026, 2030)
    assert tahun_target(None, None, 2024, ()) == (2024,)
    assert tahun_target(1990, 2100, 2024, ()) == (1990, 2024, 2100)


def test_kode_tujuan_sasaran_dan_anggaran_tidak_boleh_sama(dunia: Dunia, tambah: Tambah) -> None:
    for jenis, kode in ((SASARAN, "S1"), (SASARAN, "T1"), (SASARAN, "1"), (TUJUAN, "S1"), (SASARAN, "")):
        with pytest.raises(ValidationError) as ditolak:
            tambah(jenis, kode=kode)
        assert "kode" in ditolak.value.message_dict, kode
    assert tambah(SASARAN, kode="S2", induk=f"tujuan:{Tujuan.objects.get().pk}")
    assert Sasaran.objects.get(kode="S2").tujuan == Tujuan.objects.get()


def test_induk_hanya_dari_renstra_yang_sama_dan_jenis_yang_benar(dunia: Dunia, tambah: Tambah) -> None:
    asing = buat_dunia("LAIN")
    for induk in (f"tujuan:{asing.renstra.daftar_tujuan.get().pk}", f"sasaran:{dunia.indikator.sasaran_id}", "x"):
        with pytest.raises(ValidationError):
            tambah(SASARAN, kode="S8", induk=induk)
    assert not Sasaran.objects.filter(kode="S8").exists()


def test_indikator_tanpa_induk_dan_bobot_berlebih_ditolak(dunia: Dunia, oleh: Pengguna) -> None:
    for kolom, salah in (({"kode": "I2"}, "induk"), ({"kode": "I2", "induk": "sasaran:1", "bobot": 40}, "bobot")):
        kolom = {n: f"sasaran:{dunia.indikator.sasaran_id}" if n == "induk" else v for n, v in kolom.items()}
        with pytest.raises(ValidationError) as ditolak:
            simpan_indikator_rencana(tahun_kinerja=dunia.tahun, isian=isian(**kolom), oleh=oleh)
        assert salah in ditolak.value.message_dict


def test_indikator_anggaran_dan_indikator_renstra_berbagi_satu_daftar_kode(dunia: Dunia, oleh: Pengguna) -> None:
    anggaran, sasaran = f"anggaran:{dunia.anggaran.pk}", f"sasaran:{dunia.indikator.sasaran_id}"
    simpan_indikator_rencana(tahun_kinerja=dunia.tahun, isian=isian(kode="P1", induk=anggaran), oleh=oleh)
    assert IndikatorAnggaran.objects.get(indikator__kode="P1").anggaran == dunia.anggaran
    for kode, induk in (("P1", sasaran), ("I1", anggaran), ("P1", anggaran)):
        with pytest.raises(ValidationError) as ditolak:
            simpan_indikator_rencana(tahun_kinerja=dunia.tahun, isian=isian(kode=kode, induk=induk), oleh=oleh)
        assert "kode" in ditolak.value.message_dict
    lain = Anggaran.objects.create(tahun_kinerja=dunia.tahun, kode="2", urutan=2)
    pindah = [Isian("induk", f"anggaran:{lain.pk}", anggaran)]
    pk = Indikator.objects.get(kode="P1").pk
    simpan_indikator_rencana(tahun_kinerja=dunia.tahun, isian=pindah, oleh=oleh, pk=pk)
    assert IndikatorAnggaran.objects.get(indikator=pk).anggaran == lain
    with pytest.raises(IsianBentrok):
        simpan_indikator_rencana(
            tahun_kinerja=dunia.tahun, isian=[Isian("induk", anggaran, "anggaran:0")], oleh=oleh, pk=pk
        )


def test_induk_berkode_rancu_ditolak_juga_saat_indikator_dipindah(dunia: Dunia, oleh: Pengguna) -> None:
    """A workbook may bring a tujuan and a sasaran of one kode, as long as no indicator hangs on it."""
    rancu = Sasaran.objects.create(renstra=dunia.renstra, kode="T1", urutan=9)
    induk = f"sasaran:{rancu.pk}"
    with pytest.raises(ValidationError):
        simpan_indikator_rencana(tahun_kinerja=dunia.tahun, isian=isian(kode="I9", induk=induk), oleh=oleh)
    with pytest.raises(ValidationError):
        susun_baris_rencana(
            tahun_kinerja=dunia.tahun, jenis=INDIKATOR, pk=dunia.indikator.pk, induk=induk,
            urutan=[dunia.indikator.pk], oleh=oleh,
        )  # fmt: skip
    dunia.indikator.refresh_from_db()
    assert dunia.indikator.sasaran_id != rancu.pk


def test_dua_penyunting_mendapat_bentrok_bukan_saling_menimpa(dunia: Dunia, oleh: Pengguna) -> None:
    pk = _sasaran(dunia)
    umum = {"tahun_kinerja": dunia.tahun, "jenis": SASARAN, "oleh": oleh, "pk": pk}
    simpan_baris_rencana(isian=[Isian("uraian", "Satu", "")], **umum)  # type: ignore[arg-type]
    with pytest.raises(IsianBentrok) as bentrok:
        simpan_baris_rencana(isian=[Isian("uraian", "Dua", "")], **umum)  # type: ignore[arg-type]
    assert bentrok.value.daftar[0].tersimpan == "Satu"
    with pytest.raises(IsianBentrok) as bentrok:
        simpan_baris_rencana(isian=[Isian("induk", "", "tujuan:999")], **umum)  # type: ignore[arg-type]
    assert bentrok.value.daftar[0].kolom == "induk"
    assert Sasaran.objects.get(pk=pk).uraian == "Satu"


def test_bentrok_indikator_disebut_semuanya_dan_tidak_ada_yang_ditulis(dunia: Dunia, oleh: Pengguna) -> None:
    pk = dunia.indikator.pk
    simpan_indikator_rencana(
        tahun_kinerja=dunia.tahun, pk=pk, oleh=oleh,
        isian=isian(satuan="Indeks", definisi="Apa", target_2024=90, iku=True),
    )  # fmt: skip
    salah = [Isian("satuan", "Poin", "Lama"), Isian("definisi", "Lain", ""), Isian("target_2024", 91, 80)]
    with pytest.raises(IsianBentrok) as bentrok:
        simpan_indikator_rencana(
            tahun_kinerja=dunia.tahun, pk=pk, oleh=oleh, isian=[*salah, Isian("uraian", "Baru", "")]
        )
    assert {b.kolom for b in bentrok.value.daftar} == {"satuan", "definisi", "target_2024"}
    dunia.indikator.refresh_from_db()
    assert (dunia.indikator.satuan, dunia.indikator.uraian) == ("Indeks", "")


def test_geser_dan_susun(dunia: Dunia, oleh: Pengguna, tambah: Tambah) -> None:
    tujuan = f"tujuan:{Tujuan.objects.get().pk}"
    dua, tiga = (tambah(SASARAN, kode=kode, induk=tujuan) for kode in ("S2", "S3"))
    satu = _sasaran(dunia)
    umum = {"tahun_kinerja": dunia.tahun, "jenis": SASARAN, "oleh": oleh}
    geser_baris_rencana(pk=tiga, langkah=-1, **umum)  # type: ignore[arg-type]
    assert list(Sasaran.objects.values_list("kode", flat=True)) == ["S1", "S3", "S2"]
    geser_baris_rencana(pk=satu, langkah=-1, **umum)  # type: ignore[arg-type]
    susun_baris_rencana(pk=dua, induk=tujuan, urutan=[dua, satu, tiga], **umum)  # type: ignore[arg-type]
    assert list(Sasaran.objects.values_list("kode", flat=True)) == ["S2", "S1", "S3"]
    with pytest.raises(ValidationError, match="Urutan berubah"):
        susun_baris_rencana(pk=dua, induk=tujuan, urutan=[dua, satu], **umum)  # type: ignore[arg-type]
    hasil = susun_baris_rencana(pk=dua, induk="", urutan=[dua], **umum)  # type: ignore[arg-type]
    assert Sasaran.objects.get(pk=dua).tujuan is None
    urungkan(kejadian=hasil.kejadian, instansi=dunia.instansi.pk, oleh=oleh)
    assert Sasaran.objects.get(pk=dua).tujuan is not None


def test_hapus_menyebut_semua_yang_ikut_dan_dapat_diurungkan(dunia: Dunia, oleh: Pengguna) -> None:
    TargetTahunan.objects.create(indikator=dunia.indikator, tahun=2024, target=90, urutan=1)
    KinerjaTriwulan.objects.create(tahun_kinerja=dunia.tahun, indikator=dunia.indikator, tahun=2024, triwulan=1)
    Anggaran.objects.filter(pk=dunia.anggaran.pk).update(sasaran=dunia.indikator.sasaran)
    sasaran = Sasaran.objects.get()
    akibat = isi_hapus(sasaran)
    assert {(a.nama, a.banyak, a.daftar_tahun) for a in akibat.ikut} == {
        ("indikator", 1, ()), ("target tahunan", 1, ()), ("kinerja triwulan", 1, (2024,)),
        ("komponen indikator", 1, (2024,)),
    }  # fmt: skip
    assert [(a.nama, a.banyak) for a in akibat.lepas] == [("baris anggaran", 1)]
    semula = load_buku(dunia.tahun)
    hasil = hapus_baris_rencana(tahun_kinerja=dunia.tahun, jenis=SASARAN, pk=sasaran.pk, oleh=oleh)
    assert not Indikator.objects.exists()
    urungkan(kejadian=hasil.kejadian, instansi=dunia.instansi.pk, oleh=oleh)
    assert load_buku(dunia.tahun) == semula


def test_triwulan_yang_sudah_diajukan_menahan_penghapusan(dunia: Dunia, oleh: Pengguna) -> None:
    KinerjaTriwulan.objects.create(tahun_kinerja=dunia.tahun, indikator=dunia.indikator, tahun=2024, triwulan=1)
    assert triwulan_penahan([dunia.indikator.pk]) == ()
    atur_status(dunia, 1, StatusPengisian.DIAJUKAN)
    atur_status(dunia, 2, StatusPengisian.DIAJUKAN)
    assert [(t.tahun, t.triwulan) for t in triwulan_penahan([dunia.indikator.pk])] == [(2024, 1)]
    for jenis, pk in ((SASARAN, dunia.indikator.sasaran_id), (INDIKATOR, dunia.indikator.pk)):
        with pytest.raises(ValidationError, match="Triwulan ini sudah diajukan"):
            hapus_baris_rencana(tahun_kinerja=dunia.tahun, jenis=jenis, pk=pk or 0, oleh=oleh)
    assert Indikator.objects.filter(pk=dunia.indikator.pk).exists()


def test_tahun_yang_pindah_ke_versi_lain_tidak_menulis_yang_lama(dunia: Dunia, oleh: Pengguna, tambah: Tambah) -> None:
    lain = Renstra.objects.create(instansi=dunia.instansi, versi=2)
    TahunKinerja.objects.filter(pk=dunia.tahun.pk).update(renstra=lain)
    with pytest.raises(ValidationError, match="versi Renstra yang lain"):
        tambah(SASARAN, kode="S9")


def test_baris_yang_sudah_dihapus_disebut(dunia: Dunia, oleh: Pengguna) -> None:
    with pytest.raises(ValidationError, match="sudah tidak ada"):
        hapus_baris_rencana(tahun_kinerja=dunia.tahun, jenis=SASARAN, pk=999, oleh=oleh)
    with pytest.raises(ValidationError, match="sudah tidak ada"):
        simpan_indikator_rencana(tahun_kinerja=dunia.tahun, isian=[], oleh=oleh, pk=999)
