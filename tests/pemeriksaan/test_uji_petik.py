"""The page “Uji petik”: stored and uploaded claims, who may do what, and its files."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lkjip.buku_kerja.services import impor_buku
from lkjip.buku_kerja.writers.xlsx import xlsx_bytes
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.data import Klaim
from lkjip.pemeriksaan.selectors import load_klaim
from lkjip.riwayat.models import Riwayat
from renstra.models import TahunKinerja
from tests.pembuat import D
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, SEPEMDA, TAHUN, buku_uji

CONTOH = Path(__file__).resolve().parents[2] / "contoh"
SALAH = Klaim("Tabel 3.1", "capaian", "I1", TAHUN, nilai=D("125.00"))
BENAR = Klaim("Tabel 3.2", "realisasi", "I1", TAHUN, nilai=D("80"))
UNGGAHAN = Klaim("Tabel 9.9", "selisih_target", "I1", TAHUN, nilai=D("80.5"))


def _buku(*daftar: Klaim, kode: str = SENDIRI, realisasi: str = "80") -> BukuKerja:
    return replace(buku_uji(kode, realisasi=realisasi), daftar_klaim=daftar)


@pytest.fixture
def tahun(sebagai: _Sebagai) -> TahunKinerja:
    impor_buku(buku=_buku(SALAH, BENAR))
    return TahunKinerja.objects.get(instansi__kode=SENDIRI, tahun=TAHUN)


def _alamat(nama: str = "uji_petik", *lain: object, kode: str = SENDIRI) -> str:
    return reverse(nama, args=[kode, TAHUN, *lain])


def _isi(client: Client, **kueri: str) -> str:
    return " ".join(client.get(_alamat(), kueri).content.decode().split())


def _unggah(client: Client, buku: BukuKerja | bytes, dasar: str = "sistem", **lain: Any) -> Any:
    isi = buku if isinstance(buku, bytes) else xlsx_bytes(buku)
    berkas = SimpleUploadedFile("laporan.xlsx", isi)
    return client.post(
        _alamat("unggah_uji_petik", kode=lain.pop("kode", SENDIRI)), {"berkas": berkas, "dasar": dasar}, **lain
    )


def test_yang_salah_ditampilkan_dengan_angka_benar_dan_asalnya(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    isi = _isi(sebagai("inspektorat"))
    assert "1 dari 2 angka yang dapat dihitung ulang sesuai dengan datanya (50,0%); 1 angka tidak sesuai." in isi
    assert "125,00" in isi
    assert "Rasio terbalik: target 100 dibagi realisasi 80" in isi
    assert 'uji--sesuai"' not in isi
    assert reverse("rincian_indikator", args=[SENDIRI, TAHUN, "I1"]) in isi


def test_saringan_dan_pencarian(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    client = sebagai("perencana")
    assert "2 dari 2 angka" in _isi(client, tampil="semua")
    assert "1 dari 2 angka" in _isi(client, tampil="semua", besaran="realisasi")
    assert "1 dari 2 angka" in _isi(client, tampil="semua", rujukan="Tabel 3.1")
    assert "1 dari 2 angka" in _isi(client, tampil="semua", cari="CAPAIAN 125,00")
    assert "Tidak ada angka seperti itu" in _isi(client, cari="tidak ada")


def test_tanpa_klaim_halaman_mengatakan_apa_yang_dilakukan(sebagai: _Sebagai) -> None:
    isi = _isi(sebagai("perencana"))
    assert "Belum ada angka untuk diuji" in isi
    assert reverse("tempel_lembar", args=[SENDIRI, TAHUN, "klaim"]) in isi


def test_banyak_kueri_tidak_bergantung_banyak_klaim(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    client = sebagai("perencana")

    def kueri() -> int:
        with CaptureQueriesContext(
            connection,
        ) as tangkapan:
            assert client.get(_alamat(), {"tampil": "semua"}).status_code == 200
        return len(tangkapan)

    sedikit = kueri()
    impor_buku(buku=_buku(*(replace(SALAH, rujukan=f"Tabel {n}") for n in range(40))))
    assert kueri() == sedikit


@pytest.mark.parametrize("nama", ["perencana", "inspektorat", "kepala"])
def test_unggahan_diuji_tanpa_menyimpan_apa_pun(sebagai: _Sebagai, tahun: TahunKinerja, nama: str) -> None:
    client, semula = sebagai(nama), Riwayat.objects.count()
    assert _unggah(client, _buku(UNGGAHAN)).headers["Location"] == _alamat("hasil_uji_petik")
    isi = client.get(_alamat("hasil_uji_petik")).content.decode()
    assert "laporan.xlsx" in isi
    assert "80,5" in isi
    assert ("Simpan klaim ini" in isi) is (nama == "perencana")
    assert load_klaim(tahun) == (SALAH, BENAR)
    assert Riwayat.objects.count() == semula


def test_unggahan_dibandingkan_dengan_data_sistem_atau_berkasnya(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    client, buku = sebagai("inspektorat"), _buku(BENAR, realisasi="70")
    _unggah(client, buku)
    assert "1 dari 1 angka" in client.get(_alamat("hasil_uji_petik"), {"tampil": "semua"}).content.decode()
    _unggah(client, buku, dasar="berkas")
    isi = client.get(_alamat("hasil_uji_petik")).content.decode()
    assert "0 dari 1 angka" in isi
    assert "data berkas itu sendiri" in isi


def test_lembar_klaim_saja_cukup_untuk_data_sistem(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    kerja = openpyxl.Workbook()
    lembar = kerja.worksheets[0]
    lembar.title = "klaim"
    lembar.append(["rujukan", "besaran", "subjek", "tahun", "nilai"])
    lembar.append(["Tabel 7", "capaian", "I1", TAHUN, 80])
    keluar = io.BytesIO()
    kerja.save(keluar)
    client = sebagai("perencana")
    assert _unggah(client, keluar.getvalue()).status_code == 302
    assert "(100,0%)" in client.get(_alamat("hasil_uji_petik")).content.decode()


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        (b"bukan excel", "perlu diperbaiki"),
        (xlsx_bytes(_buku()), "Lembar klaim tidak ada atau kosong."),
        (xlsx_bytes(_buku(BENAR, kode=SEPEMDA)), f"menyebut kode {SEPEMDA}"),
        (b"", "Berkas ini kosong"),
    ],
)
def test_berkas_yang_tidak_dapat_diuji_dikatakan(
    sebagai: _Sebagai, tahun: TahunKinerja, isi: bytes, kalimat: str
) -> None:
    client = sebagai("perencana")
    jawaban = _unggah(client, isi)
    assert jawaban.status_code == 422
    assert kalimat in jawaban.content.decode()
    assert client.get(_alamat("hasil_uji_petik")).status_code == 302


def test_berkas_yang_ditolak_dikatakan_di_atas_hasil_yang_panjang(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    isi = _unggah(sebagai("perencana"), b"").content.decode()
    assert isi.index('role="alert">Berkas belum diuji. Berkas ini kosong') < isi.index('id="menambah-angka"')


def test_unggahan_satu_tahun_tidak_tampil_di_instansi_lain(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    client = sebagai("inspektorat")
    _unggah(client, _buku(UNGGAHAN))
    assert client.get(_alamat("hasil_uji_petik", kode=SEPEMDA)).headers["Location"] == _alamat(kode=SEPEMDA)


def test_klaim_unggahan_disimpan_dan_dapat_diurungkan(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    client = sebagai("perencana")
    _unggah(client, _buku(UNGGAHAN))
    jawaban = client.post(_alamat("simpan_hasil_uji_petik"), follow=True)
    assert "1 klaim disimpan." in jawaban.content.decode()
    assert "Urungkan" in jawaban.content.decode()
    assert load_klaim(tahun) == (UNGGAHAN,)
    assert client.get(_alamat("hasil_uji_petik")).status_code == 302
    client.post(_alamat("simpan_hasil_uji_petik"))
    assert load_klaim(tahun) == (UNGGAHAN,)


@pytest.mark.parametrize("nama", ["inspektorat", "kepala", "verifikator", "perencana_unit"])
def test_yang_tidak_boleh_mengubah_tidak_dapat_menyimpan(sebagai: _Sebagai, tahun: TahunKinerja, nama: str) -> None:
    client = sebagai(nama)
    _unggah(client, _buku(UNGGAHAN))
    assert client.post(_alamat("simpan_hasil_uji_petik")).status_code == 403
    assert load_klaim(tahun) == (SALAH, BENAR)


def test_berkas_unggahan_dapat_dibuang(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    client = sebagai("kepala")
    _unggah(client, _buku(UNGGAHAN))
    assert client.post(_alamat("buang_hasil_uji_petik")).status_code == 302
    assert client.get(_alamat("hasil_uji_petik")).status_code == 302


@pytest.mark.parametrize("unggahan", [False, True])
def test_hasil_diunduh_sebagai_xlsx_dan_pdf(sebagai: _Sebagai, tahun: TahunKinerja, unggahan: bool) -> None:
    client, nama = sebagai("perencana"), "unduh_hasil_uji_petik" if unggahan else "unduh_uji_petik"
    if unggahan:
        _unggah(client, _buku(SALAH, UNGGAHAN))
    kerja = openpyxl.load_workbook(io.BytesIO(client.get(_alamat(nama, "xlsx")).content))
    isi = [[sel.value for sel in baris] for lembar in kerja for baris in lembar.iter_rows()]
    salah = next(b for b in isi if "Tabel 3.1" in b)
    assert 125 in salah
    assert 80 in salah
    pdf = client.get(_alamat(nama, "pdf"))
    assert pdf.headers["Content-Type"] == "application/pdf"
    assert len(pikepdf.open(io.BytesIO(pdf.content)).pages) >= 3
    assert client.get(_alamat(nama, "doc")).status_code == 404


def test_perintah_menulis_penjelasan_di_kolom_terakhir_dan_berkasnya(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pilihan = {nama: tmp_path / f"k.{nama}" for nama in ("csv", "xlsx", "pdf")}
    call_command("klaim", str(CONTOH / "bkd-kalbar-2023-tw1"), **pilihan, stderr=io.StringIO())
    with pilihan["csv"].open(encoding="utf-8", newline="") as berkas:
        baris = list(csv.DictReader(berkas))
    assert list(baris[0])[-1] == "penjelasan"
    assert {bool(b["penjelasan"]) for b in baris if b["kelas"] == "tidak_sesuai"} == {True}
    assert not any(b["penjelasan"] for b in baris if b["kelas"] == "sesuai")
    layar = capsys.readouterr().out
    assert "106 dari 110 angka yang dapat dihitung ulang sesuai" in layar
    assert "kemungkinan asal: Sama dengan pagu yang tercatat pada baris 1.02 sendiri" in layar
    assert pilihan["pdf"].read_bytes().startswith(b"%PDF")
    assert openpyxl.load_workbook(pilihan["xlsx"]).sheetnames[0] == "Daftar"
