"""The LHE on the signing line: from approval to the issued, locked evaluation; unseen by the agency before."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from kinerja.data_evaluasi import TahapEvaluasi
from kinerja.models import Evaluasi, LangkahEvaluasi, PengaturanEvaluasi
from lkjip.akun.models import Pengguna
from lkjip.laporan.data_lhe import BentukLhe
from lkjip.laporan.data_penyusunan import JenisBerkas, Pesanan
from lkjip.laporan.isi import Dokumen
from lkjip.laporan.models import HalamanPublik, TandaTanganTerbitan, Terbitan
from lkjip.laporan.render.pdf import pdf_laporan
from lkjip.penyusunan.selectors import ambil_terlihat
from lkjip.penyusunan.selectors_isi import load_isi
from lkjip.penyusunan.services_beku import bekukan, cap_versi
from lkjip.publik.data_publik import BerkasPublik
from lkjip.publik.selectors_publik import load_berkas
from lkjip.publik.selectors_verifikasi import load_versi
from lkjip.terbitan.selectors import NaskahResmi, load_naskah_resmi
from lkjip.terbitan.services import batalkan_versi, finalkan, tarik, terbitkan
from lkjip.terbitan.services_lhe import simpan_nomor_lhe
from renstra.models import TahunKinerja
from tests.evaluasi.dunia_lhe import buat_evaluasi, lengkapi, majukan
from tests.laporan.signing import pejabat_uji
from tests.laporan.signing.berkas_uji import berkas_akhir
from tests.situs.pemeran import SENDIRI, TAHUN
from tests.terbitan.dunia_tanda import DuniaTanda, percayai, teken
from tests.terbitan.dunia_terbitan import tandai

LHE = Pesanan(JenisBerkas.LHE, akhir=True, susunan=BentukLhe.SURAT)
AGENSI = ("perencana", "kepala", "pengelola")


@pytest.fixture
def apip(pemeran: dict[str, Pengguna]) -> Pengguna:
    """One of the APIP's people; the NIP is that of the head of the APIP."""
    pengguna = pemeran["inspektorat"]
    pengguna.nip = pejabat_uji.PENGENAL_KEPALA
    pengguna.save()
    return pengguna


@pytest.fixture
def evaluasi(tahun: TahunKinerja, apip: Pengguna) -> Evaluasi:
    return lengkapi(buat_evaluasi(tahun.instansi, TAHUN, apip, sampai=TahapEvaluasi.DISETUJUI))


def naskah(tahun: TahunKinerja) -> NaskahResmi:
    return load_naskah_resmi(tahun, LHE)


def bekukan_lhe(tahun: TahunKinerja, oleh: Pengguna, alasan: str = "", isi: bytes = b"") -> Terbitan:
    siap = naskah(tahun)
    terbitan = finalkan(tahun_kinerja=tahun, naskah=siap, sidik_dibaca=siap.sidik, oleh=oleh, alasan=alasan)
    bekukan(terbitan=terbitan.pk, isi=isi or berkas_akhir())
    terbitan.refresh_from_db()
    return terbitan


def alamat(nama: str, *lain: object) -> str:
    return reverse(nama, args=[SENDIRI, TAHUN, *lain])


def test_dari_disetujui_sampai_terbit_dan_terkunci(
    tahun: TahunKinerja, evaluasi: Evaluasi, apip: Pengguna, settings: Settings, tmp_path: Path
) -> None:
    percayai(settings, tmp_path)
    siap = naskah(tahun)
    terbitan = finalkan(tahun_kinerja=tahun, naskah=siap, sidik_dibaca=siap.sidik, oleh=apip)
    dokumen = load_isi(tahun, Pesanan.baca(terbitan.spesifikasi))
    assert isinstance(dokumen, Dokumen)
    bekukan(terbitan=terbitan.pk, isi=pdf_laporan(replace(dokumen, cap=cap_versi(terbitan)), akhir=True))
    terbitan.refresh_from_db()
    tempat = list(TandaTanganTerbitan.objects.filter(terbitan=terbitan))
    assert [(t.bidang, t.nip) for t in tempat] == [("ttd-apip", pejabat_uji.PENGENAL_KEPALA)]
    teken(DuniaTanda(terbitan, tempat), apip)
    terbitkan(terbitan=terbitan, oleh=apip)
    evaluasi.refresh_from_db()
    assert (evaluasi.tahap, str(evaluasi.nilai_lhe), evaluasi.predikat_lhe) == ("terbit", "80.00", "BB")
    terbitan.refresh_from_db()
    assert (terbitan.keadaan, terbitan.sidik_buku_kerja, terbitan.sidik_data) == ("terbit", "", "")
    with pytest.raises(ValidationError, match="nomornya tetap"):
        simpan_nomor_lhe(pk=evaluasi.pk, nomor="lain", tanggal=None, oleh=apip)


def test_belum_disetujui_atau_belum_lengkap_tidak_dapat_dibekukan(tahun: TahunKinerja, apip: Pengguna) -> None:
    evaluasi = buat_evaluasi(tahun.instansi, TAHUN, apip, sampai=TahapEvaluasi.PEMBAHASAN)
    with pytest.raises(ValidationError, match="setelah pengendali menyetujui"):
        bekukan_lhe(tahun, apip)
    majukan(evaluasi, apip, sampai=TahapEvaluasi.DISETUJUI)
    with pytest.raises(ValidationError, match="Nomor LHE belum diisi"):
        bekukan_lhe(tahun, apip)


def test_evaluasi_yang_dibuka_lagi_menahan_versi_yang_dibekukan(
    tahun: TahunKinerja, evaluasi: Evaluasi, apip: Pengguna
) -> None:
    terbitan = tandai(bekukan_lhe(tahun, apip))
    LangkahEvaluasi.objects.create(
        evaluasi=evaluasi, langkah="kembalikan", dari="disetujui", ke="pembahasan", oleh=apip, nama_oleh="Uji",
        waktu=timezone.now(), catatan="salah hitung",
    )  # fmt: skip
    with pytest.raises(ValidationError, match="sesudah LHE dibekukan"):
        terbitkan(terbitan=terbitan, oleh=apip)
    terbitan.refresh_from_db()
    assert terbitan.keadaan == "ditandatangani"


def test_nomor_tetap_selama_versi_berjalan(tahun: TahunKinerja, evaluasi: Evaluasi, apip: Pengguna) -> None:
    terbitan = bekukan_lhe(tahun, apip)
    with pytest.raises(ValidationError, match="Batalkan versi itu"):
        simpan_nomor_lhe(pk=evaluasi.pk, nomor="lain", tanggal=evaluasi.tanggal_lhe, oleh=apip)
    batalkan_versi(terbitan=terbitan, alasan="salah nomor", oleh=apip)
    simpan_nomor_lhe(pk=evaluasi.pk, nomor="lain", tanggal=evaluasi.tanggal_lhe, oleh=apip)
    evaluasi.refresh_from_db()
    assert evaluasi.nomor_lhe == "lain"


def test_lhe_yang_ditarik_mendapat_versi_baru_dari_evaluasi_yang_sama(
    tahun: TahunKinerja, evaluasi: Evaluasi, apip: Pengguna
) -> None:
    pertama = tandai(bekukan_lhe(tahun, apip))
    terbitkan(terbitan=pertama, oleh=apip)
    tarik(terbitan=pertama, alasan="nama keliru", oleh=apip)
    PengaturanEvaluasi.objects.update(nama_pimpinan="Nama Betul")
    kedua = tandai(bekukan_lhe(tahun, apip, "nama keliru"))
    terbitkan(terbitan=kedua, oleh=apip)
    kedua.refresh_from_db()
    assert (kedua.nomor, kedua.keadaan) == (2, "terbit")


def test_instansi_tidak_melihat_apa_pun_sebelum_terbit(
    tahun: TahunKinerja, evaluasi: Evaluasi, apip: Pengguna, pemeran: dict[str, Pengguna], client: Client
) -> None:
    terbitan = bekukan_lhe(tahun, apip)
    tanda = TandaTanganTerbitan.objects.get(terbitan=terbitan)
    dokumen = [f"{alamat(nama)}?jenis=lhe" for nama in ("dokumen_resmi", "naskah_apip")]
    versi = [alamat("versi_terbitan", terbitan.pk), alamat("banding_terbitan", terbitan.pk)]
    berkas = [alamat("unduh_terbitan", terbitan.pk, jenis) for jenis in ("final", "baca")]
    tempat = [alamat(nama, terbitan.pk, tanda.pk) for nama in ("tanda_tangan", "dokumen_tanda_tangan")]
    for nama in AGENSI:
        client.force_login(pemeran[nama])
        for satu in (*dokumen, *versi, *berkas, *tempat):
            assert client.get(satu).status_code == 404, (nama, satu)
        for satu in ("terbitkan_versi", "batalkan_terbitan", "tarik_versi", "ulangi_terbitan"):
            assert client.post(alamat(satu, terbitan.pk)).status_code == 404, (nama, satu)
        assert client.post(alamat("finalkan_naskah"), {"jenis": "lhe"}).status_code == 403
        assert client.post(alamat("catat_tahap_naskah"), {"jenis": "lhe", "tahap": "diperiksa"}).status_code == 403
        assert "Dokumen Inspektorat" not in client.get(alamat("penerbitan")).content.decode()
        assert terbitan.judul not in client.get(alamat("pimpinan")).content.decode()
        assert load_versi(terbitan.kode, pemeran[nama]) is None
        assert terbitan.penyusunan_id is not None
        assert ambil_terlihat(pemeran[nama], terbitan.penyusunan_id) is None
    client.force_login(apip)
    for satu in (*dokumen, *versi, *berkas, *tempat):
        assert client.get(satu).status_code == 200, satu
    assert "Dokumen Inspektorat" in client.get(alamat("penerbitan")).content.decode()
    assert "Tanda tangani" in client.get(alamat("versi_terbitan", terbitan.pk)).content.decode()


def test_sesudah_terbit_instansi_membaca_dan_hanya_apip_menarik(
    tahun: TahunKinerja, evaluasi: Evaluasi, apip: Pengguna, pemeran: dict[str, Pengguna], client: Client
) -> None:
    assert tahun.instansi.pemda is not None
    HalamanPublik.objects.create(pemda=tahun.instansi.pemda, alamat="kabupaten-a", aktif=True)
    terbitan = tandai(bekukan_lhe(tahun, apip))
    terbitkan(terbitan=terbitan, oleh=apip)
    for nama in AGENSI:
        client.force_login(pemeran[nama])
        assert client.get(f"{alamat('dokumen_resmi')}?jenis=lhe").status_code == 200
        assert client.get(alamat("unduh_terbitan", terbitan.pk, "ttd")).status_code == 200
        assert "Dokumen Inspektorat" in client.get(alamat("penerbitan")).content.decode()
        assert client.get(f"{alamat('naskah_apip')}?jenis=lhe").status_code == 404
        assert client.get(alamat("tarik_versi", terbitan.pk)).status_code == 403
        halaman = client.get(alamat("versi_terbitan", terbitan.pk)).content.decode()
        assert "Buku kerja (Excel)" not in halaman
    assert load_berkas(terbitan.kode, BerkasPublik.PDF) is None  # no document of the APIP on the public page
    assert load_versi(terbitan.kode, pemeran["tanpa_tugas"]) is not None  # but whoever holds it can have it checked
