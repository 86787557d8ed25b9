"""Ordering: one job per content, whoever asks and however often; cancelled, tried again, removed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.services import impor_buku
from lkjip.laporan.data_penyusunan import Bentuk, JenisBerkas, Pesanan
from lkjip.laporan.data_tema import Kertas
from lkjip.laporan.models import PenyusunanBerkas
from lkjip.penyusunan.services import batalkan, hapus_dari_daftar, pesan_berkas, ulangi
from lkjip.penyusunan.services_kerja import ambil_giliran, catat_kemajuan
from lkjip.penyusunan.sidik import sidik
from lkjip.penyusunan.simpanan import path_hasil
from renstra.data import Versi
from renstra.models import TahunKinerja
from tests.pengisian.serentak import basis_data_berkas, serentak
from tests.penyusunan.dunia import LAPORAN, pakai_anak_tiruan, pesan, susun_semua
from tests.situs.pemeran import SENDIRI, buku_uji, siapkan_pemeran

Pemeran = dict[str, Pengguna]


def test_sidik_menurut_isi_bentuk_dan_pilihan() -> None:
    buku = buku_uji(SENDIRI)
    assert sidik(buku, LAPORAN) == sidik(buku_uji(SENDIRI), LAPORAN)
    assert sidik(buku, LAPORAN) != sidik(buku_uji(SENDIRI, realisasi="80.0"), LAPORAN)
    assert (
        len({sidik(buku, p) for p in (LAPORAN, replace(LAPORAN, akhir=True), Pesanan(LAPORAN.jenis, Bentuk.DOCX))}) == 3
    )


@pytest.mark.parametrize(
    "pesanan",
    [
        LAPORAN,
        Pesanan(JenisBerkas.LAPORAN, Bentuk.DOCX, akhir=True),
        Pesanan(JenisBerkas.PERJANJIAN, versi=Versi.PERUBAHAN, unit=7, kertas=Kertas.F4),
        Pesanan(JenisBerkas.POHON, rincian=4),
    ],
)
def test_pesanan_pulang_pergi_lewat_json(pesanan: Pesanan) -> None:
    assert Pesanan.baca(pesanan.tulis()) == pesanan


def test_pesanan_yang_tidak_dikenal_ditolak() -> None:
    with pytest.raises(ValueError, match="skripsi"):
        Pesanan.baca(LAPORAN.tulis() | {"jenis": "skripsi"})


def test_dua_peminta_berbagi_satu_pekerjaan(pemeran: Pemeran) -> None:
    satu, dua = pesan(pemeran["perencana"]), pesan(pemeran["kepala"])
    assert satu == dua
    assert DBTaskResult.objects.count() == 1
    assert {p.pengguna for p in satu.daftar_peminta.all()} == {pemeran["perencana"], pemeran["kepala"]}


def test_basis_data_menolak_dua_pekerjaan_hidup_yang_sama(pemeran: Pemeran) -> None:
    baris = pesan(pemeran["perencana"])
    baris.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        baris.save(force_insert=True)


@pytest.mark.django_db(transaction=True)
def test_klik_serentak_membuat_satu_pekerjaan(tmp_path: Path) -> None:
    pemeran = siapkan_pemeran()
    tahun = TahunKinerja.objects.select_related("instansi", "renstra").get(instansi__kode=SENDIRI)
    with basis_data_berkas(tmp_path / "uji.sqlite3"):

        def klik() -> int:
            baris = pesan_berkas(
                tahun_kinerja=tahun, pesanan=LAPORAN, sidik="s" * 64, nama="a.pdf", oleh=pemeran["perencana"]
            )
            return int(baris.pk)

        hasil = serentak([klik] * 6)
        assert len(set(hasil)) == 1, hasil
        assert isinstance(hasil[0], int)
        assert PenyusunanBerkas.objects.count() == DBTaskResult.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_dua_pekerja_tidak_mengambil_pekerjaan_yang_sama(tmp_path: Path) -> None:
    pk = pesan(siapkan_pemeran()["perencana"]).pk
    with basis_data_berkas(tmp_path / "uji.sqlite3"):
        hasil = serentak([lambda n=n: ambil_giliran(pk=pk, pekerja=f"p{n}") for n in range(6)])  # type: ignore[misc]
        assert not [h for h in hasil if isinstance(h, Exception)], hasil
        assert sum(h is not None for h in hasil) == 1
        assert PenyusunanBerkas.objects.get().percobaan == 1


def test_yang_siap_dipakai_lagi_dan_yang_berubah_disusun_baru(
    pemeran: Pemeran, monkeypatch: pytest.MonkeyPatch
) -> None:
    daftar = pakai_anak_tiruan(monkeypatch)
    satu = pesan(pemeran["perencana"])
    susun_semua()
    assert pesan(pemeran["kepala"]) == satu
    impor_buku(buku=buku_uji(SENDIRI, realisasi="81"))
    dua = pesan(pemeran["perencana"])
    assert dua != satu
    assert dua.keadaan == "antre"
    assert len(daftar) == 1


def test_data_yang_berubah_setelah_dipesan_ikut_tercetak_dan_sidiknya_benar(
    pemeran: Pemeran, monkeypatch: pytest.MonkeyPatch
) -> None:
    pakai_anak_tiruan(monkeypatch)
    lama = pesan(pemeran["perencana"])
    impor_buku(buku=buku_uji(SENDIRI, realisasi="81"))
    susun_semua()
    assert pesan(pemeran["perencana"]) == lama
    impor_buku(buku=buku_uji(SENDIRI))
    assert pesan(pemeran["perencana"]) != lama


def test_kegagalan_diperlihatkan_dulu_dan_dicoba_lagi_bila_diminta(pemeran: Pemeran) -> None:
    baris = pesan(pemeran["perencana"])
    PenyusunanBerkas.objects.update(keadaan="gagal", pesan="Alasannya.", percobaan=2)
    assert pesan(pemeran["perencana"]).pesan == "Alasannya."
    ulang = ulangi(penyusunan=baris, oleh=pemeran["perencana"])
    assert (ulang.pk, ulang.keadaan, ulang.percobaan, ulang.pesan) == (baris.pk, "antre", 0, "")
    assert DBTaskResult.objects.count() == 2


def test_mengulangi_yang_isinya_sedang_disusun_mengantar_ke_sana(pemeran: Pemeran) -> None:
    batal = pesan(pemeran["perencana"])
    batalkan(penyusunan=batal, oleh=pemeran["perencana"])
    hidup = pesan(pemeran["kepala"])
    assert hidup != batal
    assert ulangi(penyusunan=batal, oleh=pemeran["perencana"]) == hidup
    assert hidup.daftar_peminta.count() == 2


def test_dibatalkan_hanya_bila_tidak_ada_lagi_yang_menunggu(pemeran: Pemeran) -> None:
    baris = pesan(pemeran["perencana"])
    pesan(pemeran["kepala"])
    assert not batalkan(penyusunan=baris, oleh=pemeran["perencana"])
    assert ambil_giliran(pk=baris.pk, pekerja="uji") is not None
    assert batalkan(penyusunan=baris, oleh=pemeran["kepala"])
    assert PenyusunanBerkas.objects.get().keadaan == "dibatalkan"


def test_pekerja_yang_pekerjaannya_dibatalkan_mengetahuinya(pemeran: Pemeran) -> None:
    baris = pesan(pemeran["perencana"])
    giliran = ambil_giliran(pk=baris.pk, pekerja="uji")
    assert giliran is not None
    assert catat_kemajuan(giliran=giliran, kemajuan=None)
    batalkan(penyusunan=baris, oleh=pemeran["perencana"])
    assert not catat_kemajuan(giliran=giliran, kemajuan=None)


def test_dihapus_bersama_berkasnya_bila_tidak_ada_lagi_yang_menyimpan(
    pemeran: Pemeran, monkeypatch: pytest.MonkeyPatch
) -> None:
    pakai_anak_tiruan(monkeypatch)
    baris = pesan(pemeran["perencana"])
    with pytest.raises(ValidationError, match="masih disusun"):
        hapus_dari_daftar(penyusunan=baris, oleh=pemeran["perencana"])
    pesan(pemeran["kepala"])
    susun_semua()
    baris.refresh_from_db()
    hapus_dari_daftar(penyusunan=baris, oleh=pemeran["perencana"])
    assert path_hasil(baris.hasil).is_file()
    hapus_dari_daftar(penyusunan=baris, oleh=pemeran["kepala"])
    assert not path_hasil(baris.hasil).exists()
    assert not PenyusunanBerkas.objects.exists()


def test_berkas_yang_hilang_dari_penyimpanan_disusun_lagi(pemeran: Pemeran, monkeypatch: pytest.MonkeyPatch) -> None:
    pakai_anak_tiruan(monkeypatch)
    baris = pesan(pemeran["perencana"])
    susun_semua()
    baris.refresh_from_db()
    path_hasil(baris.hasil).unlink()
    assert pesan(pemeran["perencana"]).keadaan == "antre"


def test_waktu_pesanan_dicatat(pemeran: Pemeran) -> None:
    assert pesan(pemeran["perencana"]).antre_sejak <= timezone.now()
