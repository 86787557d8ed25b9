"""A long planning document is laid out beside the web process; a page waits for it."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from django.urls import reverse

from lkjip import cetak_dokumen
from lkjip.berkas_pdf import BerkasPdf, KeadaanBerkas, sidik
from lkjip.buku_kerja.parse import baca_buku
from lkjip.cetak_dokumen import panjang
from lkjip.laporan.compose.dokumen_bagian import profil_buku
from lkjip.laporan.compose.dokumen_perjanjian import dokumen_perjanjian
from lkjip.laporan.compose.dokumen_pohon import dokumen_pohon
from lkjip.laporan.compose.dokumen_rencana_aksi import dokumen_rencana_aksi
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.perjanjian import lembar_buku
from lkjip.proses_pdf import susun_pdf
from renstra.data import Versi
from tests.perencanaan.buku_pohon import buku_besar
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, TAHUN
from tests.situs.test_pdf import _LangsungJalan

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
    monkeypatch.setattr(cetak_dokumen, "_SEL_LANGSUNG", 0)


def test_dokumen_contoh_pendek_yang_besar_panjang() -> None:
    buku = baca_buku(CONTOH / "bkd-kaltim-2024").buku
    assert buku is not None
    ktx, besar = Konteks(buku), Konteks(buku_besar(12))
    assert not panjang(dokumen_perjanjian(ktx, lembar_buku(ktx, Versi.PERUBAHAN), profil_buku(ktx)))
    assert not panjang(dokumen_rencana_aksi(ktx, profil_buku(ktx)))
    assert panjang(dokumen_rencana_aksi(besar, profil_buku(besar)))
    assert panjang(dokumen_pohon(besar))


def test_sidik_dokumen_menurut_isinya() -> None:
    ktx = Konteks(buku_besar(1))
    dokumen = dokumen_pohon(ktx)
    assert sidik(dokumen) == sidik(dokumen_pohon(Konteks(buku_besar(1))))
    assert sidik(dokumen) != sidik(replace(dokumen, judul="Lain"))


@pytest.mark.django_db
@pytest.mark.usefixtures("_serba_panjang")
@pytest.mark.parametrize(("nama", "lain"), JALAN)
def test_pdf_panjang_disusun_proses_lain_lalu_terunduh(
    sebagai: _Sebagai, monkeypatch: pytest.MonkeyPatch, nama: str, lain: list[object]
) -> None:
    """The real child's work, done here: it is given the very bytes that would go through the pipe."""
    monkeypatch.setattr("lkjip.berkas_pdf.threading.Thread", _LangsungJalan)
    monkeypatch.setattr(subprocess, "run", lambda perintah, **isi: susun_pdf(isi["input"], Path(perintah[-1])))
    client, alamat = sebagai("inspektorat"), f"{_alamat(nama, lain)}?kertas=F4"
    tunggu = client.get(alamat)
    assert tunggu.status_code == 202
    assert f'hx-get="{alamat}"' in tunggu.content.decode()
    siap = client.get(alamat, headers={"HX-Request": "true"}).content.decode()
    assert f'hx-get="{alamat}&amp;mulai"' in siap
    mulai = client.get(f"{alamat}&mulai", headers={"HX-Request": "true"})
    assert mulai.headers["HX-Redirect"] == alamat
    jawaban = client.get(alamat)
    assert b"".join(jawaban).startswith(b"%PDF-")
    assert f"{SENDIRI.lower()}-{TAHUN}" in jawaban.headers["Content-Disposition"]
    assert "HX-Request" in jawaban.headers["Vary"]


@pytest.mark.django_db
@pytest.mark.usefixtures("_serba_panjang")
def test_kegagalan_dikatakan_dan_dapat_dicoba_lagi(sebagai: _Sebagai, monkeypatch: pytest.MonkeyPatch) -> None:
    diulang = []

    def tiruan(isi: object, tempat: Path, *, ulang: bool = False) -> BerkasPdf:
        diulang.append(ulang)
        return BerkasPdf(KeadaanBerkas.GAGAL, tempat / "x.pdf", "Alasannya.")

    monkeypatch.setattr("lkjip.perencanaan.views.unduhan.siapkan_pdf", tiruan)
    client, alamat = sebagai("perencana"), _alamat("unduh_iku", ["pdf"])
    isi = client.get(alamat).content.decode()
    assert "Alasannya." in isi
    assert f'href="{alamat}?ulang=ya"' in isi
    assert client.get(f"{alamat}?ulang=ya").headers["Location"] == alamat
    assert diulang == [False, True]


@pytest.mark.django_db
@pytest.mark.usefixtures("_serba_panjang")
def test_docx_panjang_tetap_langsung(sebagai: _Sebagai) -> None:
    assert sebagai("perencana").get(_alamat("unduh_iku", ["docx"])).content.startswith(b"PK")
