from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from pytest_django import Settings

from kinerja import services_tindak_lanjut as layanan
from kinerja.data_evaluasi import KeadaanTindakLanjut as Keadaan
from kinerja.data_evaluasi import TahapEvaluasi
from kinerja.models import RekomendasiEvaluasi, TindakLanjut
from lkjip.akun.models import Pengguna
from renstra.models import Instansi, UnitKerja
from tests.evaluasi.dunia_rekom import (
    buat_evaluasi,
    buat_laporan,
    buat_rekomendasi,
    buat_rekomendasi_terbit,
    pindahkan,
)
from tests.pengisian.dunia import buat_pengguna

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n%%EOF\n"


@pytest.fixture
def ani() -> Pengguna:
    return buat_pengguna()


@pytest.fixture
def rekomendasi(settings: Settings, tmp_path: Path) -> RekomendasiEvaluasi:
    settings.MEDIA_ROOT = tmp_path
    return buat_rekomendasi_terbit(Instansi.objects.create(kode="UJI", nama="Badan Uji"))


def _lapor(rekomendasi: RekomendasiEvaluasi, oleh: Pengguna, keadaan: Keadaan, **lain: object) -> TindakLanjut:
    return layanan.lapor_tindak_lanjut(
        rekomendasi=rekomendasi.pk, uraian="Sudah ditetapkan.", keadaan=keadaan, oleh=oleh, **lain  # type: ignore[arg-type]
    )  # fmt: skip


def _putus(laporan: TindakLanjut, oleh: Pengguna, putusan: Keadaan, catatan: str = "") -> None:
    layanan.putus_tindak_lanjut(
        rekomendasi=laporan.rekomendasi_id, tindak_lanjut=laporan.pk, putusan=putusan, catatan=catatan, oleh=oleh
    )


def _keadaan(rekomendasi: RekomendasiEvaluasi) -> str:
    rekomendasi.refresh_from_db()
    return rekomendasi.keadaan


def test_laporan_dikembalikan_dilengkapi_lalu_diterima(rekomendasi: RekomendasiEvaluasi, ani: Pengguna) -> None:
    _lapor(rekomendasi, ani, Keadaan.PROSES)
    assert _keadaan(rekomendasi) == Keadaan.PROSES
    pertama, budi = _lapor(rekomendasi, ani, Keadaan.DIAJUKAN, tautan="https://contoh.go.id/a"), buat_pengguna("budi")
    _putus(pertama, budi, Keadaan.DIKEMBALIKAN, "Lampirkan keputusannya.")
    assert _keadaan(rekomendasi) == Keadaan.DIKEMBALIKAN
    _putus(_lapor(rekomendasi, ani, Keadaan.DIAJUKAN), budi, Keadaan.SELESAI)
    assert _keadaan(rekomendasi) == Keadaan.SELESAI
    assert rekomendasi.daftar_tindak_lanjut.count() == 3
    with pytest.raises(ValidationError, match="sudah dinyatakan selesai"):
        _lapor(rekomendasi, ani, Keadaan.PROSES)


def test_laporan_sendiri_tidak_diputus_sendiri(rekomendasi: RekomendasiEvaluasi, ani: Pengguna) -> None:
    """One user may hold a role of the agency and one of the APIP."""
    laporan = _lapor(rekomendasi, ani, Keadaan.DIAJUKAN)
    with pytest.raises(ValidationError, match="Anda kirim sendiri"):
        _putus(laporan, ani, Keadaan.SELESAI)
    assert _keadaan(rekomendasi) == Keadaan.DIAJUKAN


def test_berkas_bukti_disimpan_dan_tidak_tertinggal_bila_ditolak(
    rekomendasi: RekomendasiEvaluasi, ani: Pengguna, tmp_path: Path
) -> None:
    laporan = _lapor(rekomendasi, ani, Keadaan.DIAJUKAN, unggahan=SimpleUploadedFile("../surat.exe", PDF))
    assert (laporan.nama_berkas, laporan.tipe) == ("surat.exe.pdf", "application/pdf")
    with pytest.raises(ValidationError, match="masih menunggu pemeriksa"):
        _lapor(rekomendasi, ani, Keadaan.DIAJUKAN, unggahan=SimpleUploadedFile("lagi.pdf", PDF))
    with pytest.raises(ValidationError, match="bukan PDF"):
        _lapor(rekomendasi, ani, Keadaan.DIAJUKAN, unggahan=SimpleUploadedFile("a.pdf", b"MZ apa saja"))
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == [tmp_path / laporan.berkas]


@pytest.mark.parametrize("keadaan", [Keadaan.SELESAI, Keadaan.BELUM, "apa saja"])
def test_instansi_tidak_menyatakan_selesai_sendiri(
    rekomendasi: RekomendasiEvaluasi, ani: Pengguna, keadaan: Keadaan
) -> None:
    with pytest.raises(ValidationError, match="Pilih keadaannya"):
        _lapor(rekomendasi, ani, keadaan)


def test_rekomendasi_lhe_yang_belum_terbit_belum_ditindaklanjuti(ani: Pengguna) -> None:
    evaluasi = buat_evaluasi(Instansi.objects.create(kode="UJI"))
    rekomendasi = buat_rekomendasi(evaluasi)
    with pytest.raises(ValidationError, match="belum terbit"):
        _lapor(rekomendasi, ani, Keadaan.PROSES)


def test_dua_pemeriksa_yang_kedua_diberi_tahu_putusan_yang_pertama(
    rekomendasi: RekomendasiEvaluasi, ani: Pengguna
) -> None:
    laporan = buat_laporan(rekomendasi)
    _putus(laporan, ani, Keadaan.SELESAI)
    with pytest.raises(ValidationError, match="sudah diputus Nama ani pada"):
        _putus(laporan, buat_pengguna("budi"), Keadaan.DIKEMBALIKAN, "Kurang.")
    assert _keadaan(rekomendasi) == Keadaan.SELESAI


@pytest.mark.parametrize("putusan", [Keadaan.DIKEMBALIKAN, Keadaan.TIDAK_DAPAT])
def test_selain_selesai_perlu_catatan(rekomendasi: RekomendasiEvaluasi, ani: Pengguna, putusan: Keadaan) -> None:
    laporan = buat_laporan(rekomendasi)
    with pytest.raises(ValidationError, match="Tulis catatannya"):
        _putus(laporan, ani, putusan)
    _putus(laporan, ani, putusan, "Aturannya sudah dicabut.")
    assert _keadaan(rekomendasi) == putusan


def test_laporan_proses_tidak_diputus(rekomendasi: RekomendasiEvaluasi, ani: Pengguna) -> None:
    laporan = buat_laporan(rekomendasi, keadaan=Keadaan.PROSES)
    with pytest.raises(ValidationError, match="hanya laporan bahwa rekomendasi sudah selesai"):
        _putus(laporan, ani, Keadaan.SELESAI)


def test_laporan_terakhir_dapat_ditarik_selama_belum_diputus(rekomendasi: RekomendasiEvaluasi, ani: Pengguna) -> None:
    _lapor(rekomendasi, ani, Keadaan.PROSES)
    kedua = _lapor(rekomendasi, ani, Keadaan.DIAJUKAN)
    layanan.tarik_tindak_lanjut(rekomendasi=rekomendasi.pk, tindak_lanjut=kedua.pk, oleh=ani)
    assert _keadaan(rekomendasi) == Keadaan.PROSES
    ketiga = _lapor(rekomendasi, ani, Keadaan.DIAJUKAN)
    _putus(ketiga, buat_pengguna("budi"), Keadaan.SELESAI)
    with pytest.raises(ValidationError, match="tidak dapat ditarik"):
        layanan.tarik_tindak_lanjut(rekomendasi=rekomendasi.pk, tindak_lanjut=ketiga.pk, oleh=ani)


def test_laporan_yang_diputus_tetap_lewat_jalan_apa_pun(rekomendasi: RekomendasiEvaluasi, ani: Pengguna) -> None:
    laporan = buat_laporan(rekomendasi)
    _putus(laporan, ani, Keadaan.SELESAI)
    with pytest.raises(IntegrityError), transaction.atomic():
        TindakLanjut.objects.filter(pk=laporan.pk).update(uraian="Lain.")
    with pytest.raises(IntegrityError), transaction.atomic():
        TindakLanjut.objects.filter(pk=laporan.pk).delete()


def test_yang_diulang_ikut_selesai_bersama_ulangannya(rekomendasi: RekomendasiEvaluasi, ani: Pengguna) -> None:
    evaluasi = buat_evaluasi(rekomendasi.evaluasi.instansi, 2024)
    ulangan = buat_rekomendasi(evaluasi, ulangan=rekomendasi)
    pindahkan(evaluasi, TahapEvaluasi.TERBIT)
    _putus(buat_laporan(ulangan), ani, Keadaan.SELESAI)
    assert _keadaan(rekomendasi) == Keadaan.SELESAI


def test_penanggung_jawab_hanya_unit_instansi_itu(rekomendasi: RekomendasiEvaluasi, ani: Pengguna) -> None:
    milik = UnitKerja.objects.create(instansi=rekomendasi.evaluasi.instansi, nama="Bidang A")
    asing = UnitKerja.objects.create(instansi=Instansi.objects.create(kode="LAIN"), nama="Bidang A")

    def tunjuk(unit: UnitKerja) -> None:
        layanan.tunjuk_penanggung_jawab(
            rekomendasi=rekomendasi.pk, unit=unit.pk, penanggung_jawab=" Kepala  Bidang ", oleh=ani
        )

    with pytest.raises(ValidationError, match="bukan unit instansi ini"):
        tunjuk(asing)
    tunjuk(milik)
    rekomendasi.refresh_from_db()
    assert (rekomendasi.unit, rekomendasi.penanggung_jawab) == (milik, "Kepala Bidang")
