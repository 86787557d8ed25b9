"""The board of scores from its rows: what the page, its filters and its files show, in how many queries."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pikepdf
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.models import RekomendasiEvaluasi, Sakip
from lkjip.evaluasi import compose_papan
from lkjip.evaluasi.views import papan
from lkjip.riwayat.services_baris import menulis, simpan_baris
from renstra.models import Instansi, TahunKinerja
from tests.evaluasi.papan_uji import buka, rekam
from tests.pembuat import D
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, SEPEMDA

NILAI, RENDAH = ("24", "24", "12", "20"), ("20", "20", "10", "15")
ALAMAT = ("nilai_sakip", "unduh_nilai_xlsx")


@pytest.fixture
def papan_db(pemeran: object) -> dict[str, Instansi]:
    """One agency with LHE of two years and open recommendations, one with its workbook's scores only."""
    sendiri, sepemda = (Instansi.objects.get(kode=k) for k in (SENDIRI, SEPEMDA))
    rekam(sendiri, 2023, *RENDAH)
    lhe = rekam(sendiri, 2024, *NILAI, tertulis="81", predikat="BB")
    with menulis(oleh=None, jalur="uji"):
        for keadaan, batas in (("belum", date(2025, 1, 1)), ("proses", date(2199, 1, 1)), ("selesai", None)):
            simpan_baris(
                RekomendasiEvaluasi(
                    evaluasi=lhe, komponen=1, rekomendasi="Perbaiki.", keadaan=keadaan, batas_waktu=batas
                )
            )
        _tulis_sakip(sepemda)
    return {"sendiri": sendiri, "sepemda": sepemda}


def _tulis_sakip(instansi: Instansi) -> None:
    tahun = TahunKinerja.objects.get(instansi=instansi, tahun=2024)
    nama = ("Perencanaan Kinerja", "Pengukuran Kinerja", "Pelaporan Kinerja", "Evaluasi Akuntabilitas Kinerja Internal")
    for komponen, nilai in zip(nama, ("18", "18", "9", "15"), strict=True):
        simpan_baris(Sakip(tahun_kinerja=tahun, tahun=2024, komponen=komponen, nilai=D(nilai)))


def _isi(client: Client, **kueri: str) -> str:
    return client.get(reverse("nilai_sakip"), {"tahun": "2024", **kueri}).content.decode()


def _rapat(isi: str) -> str:
    return " ".join(isi.split())


def test_halaman_menampilkan_nilai_perubahan_sumber_dan_rekomendasi(
    sebagai: _Sebagai, papan_db: dict[str, Instansi]
) -> None:
    isi = _rapat(_isi(sebagai("inspektorat")))
    assert "80,00" in isi
    assert "+15,00" in isi
    assert "LHE menulis 81,00 (BB)" in isi
    assert "LHE tahun 2024 menyatakan nilai 81,00, padahal komponennya berjumlah 80,00." in isi
    assert "menurut buku kerja instansi" in isi
    assert "Rata-rata 2 instansi yang bernilai tahun 2024, dari 2 instansi." in isi
    assert "70,00" in isi
    assert "1 terlambat" in isi
    assert "2023: 65,00 (B); 2024: 80,00 (BB)" in isi


def test_lhe_yang_terbit_menggantikan_nilai_buku_kerja(sebagai: _Sebagai, papan_db: dict[str, Instansi]) -> None:
    rekam(papan_db["sepemda"], 2024, *RENDAH)
    isi = _isi(sebagai("inspektorat"))
    assert "65,00" in isi
    assert "menurut buku kerja instansi" not in isi


def test_saringan_dan_urutan_dari_alamat(sebagai: _Sebagai, papan_db: dict[str, Instansi]) -> None:
    client = sebagai("pengelola")
    satu, dua = (f'aria-label="Bandingkan {papan_db[k].nama}"' for k in ("sendiri", "sepemda"))
    isi = _isi(client, urut="nilai")
    assert isi.index(dua) < isi.index(satu)
    isi = _isi(client, urut="-komponen-1")
    assert isi.index(satu) < isi.index(dua)
    assert 'aria-sort="descending"' in isi
    assert dua not in _isi(client, gerak="naik")
    assert satu not in _isi(client, predikat="CC")
    assert "Tidak ada instansi yang cocok" in _isi(client, cari="tidak ada")


def test_lima_puluh_instansi_sehalaman(
    sebagai: _Sebagai, papan_db: dict[str, Instansi], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papan, "PER_HALAMAN", 1)
    client = sebagai("inspektorat")
    assert papan_db["sepemda"].nama not in _isi(client)
    isi = _isi(client, halaman="2", urut="-nilai")
    assert papan_db["sepemda"].nama in isi
    assert "Halaman 2 dari 2" in isi
    assert "urut=-nilai" in isi


def _banyak_kueri(client: Client, alamat: str, **kueri: str) -> int:
    with CaptureQueriesContext(connection) as hasil:
        assert client.get(reverse(alamat), {"tahun": "2024", **kueri}).status_code == 200
    return len(hasil)


def test_kueri_tidak_bertambah_dengan_instansi_dan_tahun(sebagai: _Sebagai, papan_db: dict[str, Instansi]) -> None:
    client = sebagai("inspektorat")
    sedikit = [_banyak_kueri(client, a, urut=u) for a in ALAMAT for u in ("nilai", "komponen-1")]
    for n in range(5):
        instansi = Instansi.objects.create(kode=f"X{n}", nama=f"Dinas X{n}", pemda=papan_db["sendiri"].pemda)
        for tahun in range(2021, 2024):
            rekam(instansi, tahun, *NILAI)
        buka(instansi, 2024)
    banyak = [_banyak_kueri(client, a, urut=u) for a in ALAMAT for u in ("nilai", "komponen-1")]
    assert banyak == sedikit
    assert max(banyak) <= 22


def test_banding_mengeluarkan_dan_menambah_instansi(sebagai: _Sebagai, papan_db: dict[str, Instansi]) -> None:
    client, pk = sebagai("inspektorat"), [papan_db[k].pk for k in ("sendiri", "sepemda")]
    alamat = reverse("banding_nilai")
    isi = client.get(alamat, {"tahun": "2024", "pilih": [str(satu) for satu in pk]}).content.decode()
    assert "A. " + papan_db["sendiri"].nama in isi
    assert "B. " + papan_db["sepemda"].nama in isi
    assert f"?tahun=2024&amp;pilih={pk[1]}" in isi
    kosong = client.get(alamat, {"tahun": "2024"}).content.decode()
    assert "Pilih instansi yang hendak dibandingkan" in kosong
    assert "Nilai per tahun" not in kosong


def test_xlsx_memuat_daftar_yang_sama_dengan_angka_sebenarnya(sebagai: _Sebagai, papan_db: dict[str, Instansi]) -> None:
    jawaban = sebagai("inspektorat").get(reverse("unduh_nilai_xlsx"), {"tahun": "2024", "urut": "nilai"})
    assert 'filename="nilai-sakip-kabupaten-a-2024.xlsx"' in jawaban.headers["Content-Disposition"]
    buku = openpyxl.load_workbook(io.BytesIO(jawaban.content))
    baris = list(buku.worksheets[1].iter_rows(min_row=4, values_only=True))
    assert baris[0][:6] == ("Peringkat", "Instansi", "Nilai", "Predikat", "Nilai 2023", "Perubahan")
    assert baris[1][:4] == (2, papan_db["sepemda"].nama + "*", 60, "CC")
    assert baris[2][:6] == (1, papan_db["sendiri"].nama + "†", 80, "BB", 65, 15)
    assert baris[2][6:] == (24, 24, 12, 20, "LHE terbit", 2, 1)
    assert [satu[:2] for satu in buku.worksheets[2].iter_rows(min_row=5, max_row=5, values_only=True)] == [("2024", 70)]


def test_pdf_mendatar_dan_memuat_daftarnya(sebagai: _Sebagai, papan_db: dict[str, Instansi]) -> None:
    jawaban = sebagai("inspektorat").get(reverse("unduh_nilai_pdf"), {"tahun": "2024"})
    with pikepdf.open(io.BytesIO(jawaban.content)) as pdf:
        _, _, lebar, tinggi = pdf.pages[0].mediabox
        assert float(lebar) > float(tinggi)
        assert str(pdf.docinfo["/Title"]) == "Nilai SAKIP Perangkat Daerah Tahun 2024, Kabupaten A"


def test_daftar_yang_terlalu_panjang_untuk_pdf_diarahkan(
    sebagai: _Sebagai, papan_db: dict[str, Instansi], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papan, "BARIS_PDF", 1)
    assert compose_papan.BARIS_PDF > 100
    jawaban = sebagai("inspektorat").get(reverse("unduh_nilai_pdf"), {"tahun": "2024", "urut": "nilai"}, follow=True)
    assert "terlalu panjang untuk PDF" in jawaban.content.decode()
    assert jawaban.redirect_chain[-1][0].endswith("?tahun=2024&urut=nilai")
