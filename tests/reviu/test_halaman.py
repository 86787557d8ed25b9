"""The pages of a reviu: autosave with and without scripts, remarks in the report, files, numbers of queries."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document

from kinerja.data_reviu import JawabanReviu
from kinerja.models import CatatanReviu, JawabanPertanyaanReviu, Reviu
from kinerja.services_catatan_reviu import tambah_catatan
from kinerja.services_reviu import kirim_catatan
from renstra.models import TahunKinerja
from tests.reviu.dunia_reviu import buat_selesai, jawab_semua, mulai
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, TAHUN
from tests.terbitan.dunia_terbitan import ubah_data


def _alamat(nama: str, *lain: object) -> str:
    return reverse(nama, args=[SENDIRI, TAHUN, *lain])


def test_mulai_dari_halaman(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    klien = sebagai("inspektorat")
    salah = klien.post(_alamat("mulai_reviu"), {"nomor_tugas": "700/1", "tanggal_tugas": "besok"})
    assert salah.status_code == 422
    assert "Tulis tanggal yang sah." in salah.content.decode()
    assert "700/1" in salah.content.decode()
    jadi = klien.post(_alamat("mulai_reviu"), {"nomor_tugas": "700/1", "tanggal_tugas": "2025-02-01"})
    reviu = Reviu.objects.get()
    assert jadi.url == _alamat("pertanyaan_reviu", reviu.pk)  # type: ignore[attr-defined]
    assert (reviu.nama_pereviu, len(reviu.sidik_isi)) == ("Tuan inspektorat", 64)


def test_jawaban_tersimpan_dengan_dan_tanpa_skrip(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    klien, reviu = sebagai("inspektorat"), mulai(tahun, sebagai.pemeran["inspektorat"])
    tujuan = _alamat("jawab_reviu", reviu.pk, "R3.1")
    isi = klien.post(tujuan, {"jawaban": "tidak", "catatan": ""}, headers={"HX-Request": "true"}).content.decode()
    assert "Tersimpan." in isi
    assert "Tulis catatannya." in isi
    assert 'id="isian-R3-3" hx-swap-oob="true"' in isi
    assert "<strong>1</strong> dari 23" in isi
    polos = klien.post(_alamat("jawab_reviu", reviu.pk, "R1.1"), {"jawaban": "ya", "catatan": "Ada."})
    assert polos.url == _alamat("pertanyaan_reviu", reviu.pk) + "#R1-1"  # type: ignore[attr-defined]
    assert JawabanPertanyaanReviu.objects.get(kode="R1.1").catatan == "Ada."
    tolak = klien.post(_alamat("jawab_reviu", reviu.pk, "R3.6"), {"jawaban": "ya"}, headers={"HX-Request": "true"})
    assert tolak.status_code == 422
    assert "hanya dijawab bila" in tolak.content.decode()


def test_catatan_tampak_di_laporan_bagi_yang_berhak(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    apip = sebagai.pemeran["inspektorat"]
    reviu = mulai(tahun, apip)
    klien = sebagai("inspektorat")
    halaman = klien.get(_alamat("catatan_reviu", reviu.pk) + "?tempat=bab1-isu").content.decode()
    assert '<option value="bab1-isu" selected>' in halaman
    klien.post(_alamat("tambah_catatan_reviu", reviu.pk), {"letak": "bab1-isu", "isi": "Isu belum mutakhir."})
    assert CatatanReviu.objects.get().judul_jangkar.endswith("Isu Strategis dan Permasalahan Utama")
    assert "Isu belum mutakhir." in klien.get(_alamat("laporan")).content.decode()
    assert "Isu belum mutakhir." not in sebagai("perencana").get(_alamat("laporan")).content.decode()
    kirim_catatan(reviu=reviu, oleh=apip)
    isi = sebagai("perencana").get(_alamat("laporan")).content.decode()
    assert 'data-letak="bab1-isu"' in isi
    assert "data-tambah" not in isi
    assert "Isu belum mutakhir." not in sebagai("pengelola").get(_alamat("laporan")).content.decode()


def test_letak_yang_tidak_ada_dalam_laporan_tidak_diterima(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    reviu = mulai(tahun, sebagai.pemeran["inspektorat"])
    isi = {"letak": "tidak-ada", "isi": "Umum."}
    sebagai("inspektorat").post(_alamat("tambah_catatan_reviu", reviu.pk), isi)
    assert CatatanReviu.objects.get().jangkar == ""


def test_selesai_lalu_dokumennya_diunduh(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    apip = sebagai.pemeran["inspektorat"]
    reviu = mulai(tahun, apip)
    klien, tujuan = sebagai("inspektorat"), _alamat("selesaikan_reviu", reviu.pk)
    jawab_semua(reviu, apip)
    sidik = klien.get(tujuan).context["sidik"]
    surat = {"sidik": sidik, "nomor_surat": "700/2", "tanggal_surat": "2025-02-20", "saran": "Satu.\nDua."}
    assert "Pilih simpulan reviu." in klien.post(tujuan, surat).content.decode()
    assert klien.get(_alamat("unduh_reviu", reviu.pk, "catatan", "docx")).status_code == 404
    assert klien.post(tujuan, surat | {"simpulan": "tanpa_pengecualian"}).status_code == 302
    assert klien.get(tujuan).status_code == 302
    berkas = sebagai("pengelola").get(_alamat("unduh_reviu", reviu.pk, "catatan", "docx"))
    teks = "\n".join(p.text for p in Document(BytesIO(berkas.content)).paragraphs)
    assert "Nomor: 700/2" in teks
    assert "keandalan informasi dalam laporan diragukan." in teks
    assert klien.get(_alamat("unduh_reviu", reviu.pk, "lain", "pdf")).status_code == 404


def test_halaman_penerbitan_mengatakan_apakah_isi_ini_direviu(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    def kata() -> str:
        return sebagai("perencana").get(_alamat("dokumen_resmi")).content.decode()

    assert "Laporan ini belum direviu." in kata()
    reviu = buat_selesai(tahun, sebagai.pemeran["inspektorat"])
    assert "Sudah direviu untuk isi ini" in kata()
    assert "Pernyataan reviu berlaku bagi isi laporan yang sekarang" in sebagai("perencana").get(
        _alamat("satu_reviu", reviu.pk)
    ).content.decode()  # fmt: skip
    ubah_data()
    assert "Isi laporan berubah sesudah direviu" in kata()


def test_perintah_yang_terlambat_menjadi_pesan(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    reviu = buat_selesai(tahun, sebagai.pemeran["inspektorat"])
    klien = sebagai("inspektorat")
    for nama in ("kirim_reviu", "baca_ulang_reviu", "batalkan_reviu", "tambah_catatan_reviu"):
        jawaban = klien.post(_alamat(nama, reviu.pk), {"alasan": "Keliru.", "isi": "Isi."}, follow=True)
        assert jawaban.status_code == 200
        assert "pesan--error" in jawaban.content.decode(), nama
    tolak = klien.post(_alamat("jawab_reviu", reviu.pk, "R1.1"), {"jawaban": "tidak"})
    assert tolak.status_code == 422


@pytest.mark.parametrize("nama", ["reviu", "pertanyaan_reviu", "catatan_reviu", "laporan"])
def test_banyak_kueri_tetap(sebagai: _Sebagai, tahun: TahunKinerja, nama: str) -> None:
    apip = sebagai.pemeran["inspektorat"]
    reviu, klien = mulai(tahun, apip), sebagai("inspektorat")
    tambah_catatan(reviu=reviu, jangkar="", judul_jangkar="", isi="Satu.", oleh=apip)
    tujuan = _alamat(nama, *([] if nama in {"reviu", "laporan"} else [reviu.pk]))
    sedikit = _hitung(klien, tujuan)
    for n in range(5):
        tambah_catatan(reviu=reviu, jangkar="", judul_jangkar="", isi=f"{n}.", oleh=apip)
    jawab_semua(reviu, apip)
    assert JawabanPertanyaanReviu.objects.filter(jawaban=JawabanReviu.YA).count() == 20
    assert _hitung(klien, tujuan) == sedikit


def _hitung(klien: Client, tujuan: str) -> int:
    klien.get(tujuan)
    with CaptureQueriesContext(
        connection,
    ) as kueri:
        assert klien.get(tujuan).status_code == 200
    return len(kueri)
