"""A long planning document is laid out beside the web process; a page waits for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from django.urls import reverse

from lkjip import cetak_dokumen
from lkjip.buku_kerja.parse import baca_buku
from lkjip.cetak_dokumen import panjang
from lkjip.laporan.compose.dokumen_bagian import profil_buku
from lkjip.laporan.compose.dokumen_perjanjian import dokumen_perjanjian
from lkjip.laporan.compose.dokumen_pohon import dokumen_pohon
from lkjip.laporan.compose.dokumen_rencana_aksi import dokumen_rencana_aksi
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.perjanjian import lembar_buku
from lkjip.laporan.data_penyusunan import JenisBerkas, Pesanan
from lkjip.laporan.models import PenyusunanBerkas
from lkjip.penyusunan.sidik import sidik
from renstra.data import Versi
from tests.penyusunan.dunia import susun_semua
from tests.perencanaan.buku_pohon import buku_besar
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, TAHUN

CONTOH = Path(__file__).resolve().parents[2] / "contoh"
JALAN = [
    ("unduh_rencana_aksi", ["pdf"]),
    ("unduh_iku", ["pdf"]),
    ("unduh_perjanjian", ["murni", 0, "pdf"]),
    ("pohon_pdf", []),
]


def _alamat(nama: str, lain: list[object]) -> str:
    return reverse(nama, args=[SENDIRI, TAHUN, *lain])


@pytest.fixture
def _serba_panjang(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cetak_dokumen, "_SEL_LANGSUNG", {"pdf": 0, "docx": 0, "html": 0})


def test_dokumen_contoh_pendek_yang_besar_panjang() -> None:
    buku = baca_buku(CONTOH / "bkd-kaltim-2024").buku
    assert buku is not None
    ktx, besar = Konteks(buku), Konteks(buku_besar(12))
    assert not panjang(dokumen_perjanjian(ktx, lembar_buku(ktx, Versi.PERUBAHAN), profil_buku(ktx)))
    assert not panjang(dokumen_rencana_aksi(ktx, profil_buku(ktx)))
    assert panjang(dokumen_rencana_aksi(besar, profil_buku(besar)))
    assert panjang(dokumen_pohon(besar))


def test_sidik_dokumen_menurut_isinya() -> None:
    ktx, pesanan = Konteks(buku_besar(1)), Pesanan(JenisBerkas.POHON)
    dokumen = dokumen_pohon(ktx)
    assert sidik(dokumen, pesanan) == sidik(dokumen_pohon(Konteks(buku_besar(1))), pesanan)
    assert sidik(dokumen, pesanan) != sidik(replace(dokumen, judul="Lain"), pesanan)


@pytest.mark.django_db
@pytest.mark.usefixtures("_serba_panjang")
@pytest.mark.parametrize(("nama", "lain"), JALAN)
def test_pdf_panjang_disusun_pekerja_lalu_terunduh(sebagai: _Sebagai, nama: str, lain: list[object]) -> None:
    """By a real child process, from the names that stand in the order: the paper asked for is kept."""
    client, alamat = sebagai("inspektorat"), f"{_alamat(nama, lain)}?kertas=F4"
    tunggu = client.get(alamat)
    berkas = PenyusunanBerkas.objects.get()
    assert tunggu.headers["Location"] == reverse("berkas_susunan", args=[berkas.pk])
    assert berkas.spesifikasi["kertas"] == "F4"
    dipesan = berkas.sidik
    susun_semua()
    berkas.refresh_from_db()
    assert (berkas.keadaan, berkas.sidik) == ("siap", dipesan)  # the worker has composed the very same document
    jawaban = client.get(alamat)
    assert b"".join(jawaban).startswith(b"%PDF-")
    assert f"{SENDIRI.lower()}-{TAHUN}" in jawaban.headers["Content-Disposition"]


@pytest.mark.django_db
@pytest.mark.usefixtures("_serba_panjang")
def test_docx_panjang_lewat_antrean_juga(sebagai: _Sebagai) -> None:
    client, alamat = sebagai("perencana"), _alamat("unduh_iku", ["docx"])
    assert client.get(alamat).status_code == 302
    susun_semua()
    assert b"".join(client.get(alamat)).startswith(b"PK")
