"""The report as a Word file from the site: a name that says what it is, and as many queries however many rows."""

from __future__ import annotations

from io import BytesIO

import docx
import openpyxl
import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from lkjip.buku_kerja.services import impor_buku
from lkjip.laporan.models import PenyusunanBerkas
from lkjip.views import laporan
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, TAHUN
from tests.situs.test_kueri import _buku_besar

KUERI = 41


def test_docx_terunduh_dengan_nama_yang_jelas(sebagai: _Sebagai) -> None:
    jawaban = sebagai("kepala").get(reverse("unduh_docx", args=[SENDIRI, TAHUN]))
    assert jawaban.headers["Content-Type"].endswith("wordprocessingml.document")
    assert jawaban.headers["Content-Disposition"] == 'attachment; filename="lkjip-dinas-a1-2024.docx"'
    judul = docx.Document(BytesIO(jawaban.content)).core_properties.title
    assert judul
    assert "2024" in judul


@pytest.mark.parametrize("banyak", [1, 20])  # a longer one is made by a worker
def test_docx_tetap_sekian_kueri(
    sebagai: _Sebagai, django_assert_num_queries: DjangoAssertNumQueries, banyak: int
) -> None:
    impor_buku(buku=_buku_besar(banyak))
    client = sebagai("perencana")
    with django_assert_num_queries(KUERI):
        assert client.get(reverse("unduh_docx", args=[SENDIRI, TAHUN])).status_code == 200


@pytest.mark.parametrize("halaman", ["laporan", "unduhan"])
def test_tautan_unduh_word_ada_di_halaman_laporan_dan_unduhan(sebagai: _Sebagai, halaman: str) -> None:
    isi = sebagai("kepala").get(reverse(halaman, args=[SENDIRI, TAHUN])).content.decode()
    assert f'href="{reverse("unduh_docx", args=[SENDIRI, TAHUN])}"' in isi


def test_tabel_laporan_terunduh_sebagai_excel(sebagai: _Sebagai) -> None:
    client = sebagai("kepala")
    jawaban = client.get(reverse("unduh_xlsx", args=[SENDIRI, TAHUN]))
    assert jawaban.headers["Content-Disposition"] == 'attachment; filename="lkjip-dinas-a1-2024-tabel.xlsx"'
    assert openpyxl.load_workbook(BytesIO(jawaban.content)).sheetnames[0] == "Daftar"
    for halaman in ("laporan", "unduhan"):
        isi = client.get(reverse(halaman, args=[SENDIRI, TAHUN])).content.decode()
        assert f'href="{reverse("unduh_xlsx", args=[SENDIRI, TAHUN])}"' in isi


def test_laporan_yang_sangat_panjang_menjadi_excel_lewat_antrean(
    sebagai: _Sebagai, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(laporan, "panjang", lambda *_: True)
    jawaban = sebagai("kepala").get(reverse("unduh_xlsx", args=[SENDIRI, TAHUN]))
    berkas = PenyusunanBerkas.objects.get()
    assert jawaban.headers["Location"] == reverse("berkas_susunan", args=[berkas.pk])
    assert (berkas.bentuk, berkas.nama) == ("xlsx", "lkjip-dinas-a1-2024-tabel.xlsx")
    assert "Excel menunggu giliran" in sebagai("kepala").get(jawaban.headers["Location"]).content.decode()


@pytest.mark.parametrize("halaman", ["laporan", "unduhan"])
def test_pdf_arsip_punya_tautan_nama_dan_halaman_tunggu_sendiri(sebagai: _Sebagai, halaman: str) -> None:
    client, alamat = sebagai("kepala"), f"{reverse('unduh_pdf', args=[SENDIRI, TAHUN])}?akhir=ya"
    assert f'href="{alamat}"' in client.get(reverse(halaman, args=[SENDIRI, TAHUN])).content.decode()
    tunggu = client.get(alamat).headers["Location"]
    assert PenyusunanBerkas.objects.get().nama == "lkjip-dinas-a1-2024-arsip.pdf"
    assert "PDF arsip menunggu giliran" in client.get(tunggu).content.decode()


@pytest.mark.parametrize("banyak", [1, 60])
def test_excel_tetap_sekian_kueri(
    sebagai: _Sebagai, django_assert_num_queries: DjangoAssertNumQueries, banyak: int
) -> None:
    impor_buku(buku=_buku_besar(banyak))
    client = sebagai("perencana")
    with django_assert_num_queries(KUERI):
        assert client.get(reverse("unduh_xlsx", args=[SENDIRI, TAHUN])).status_code == 200
