"""Thresholds of the rules: the catalogue's, what a pemda sets instead, and that every check goes by them."""

from __future__ import annotations

import io
import json
from dataclasses import fields, replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.urls import reverse

from lkjip.pemeriksaan.aturan import periksa
from lkjip.pemeriksaan.data import Rekap, Temuan, Tingkat
from lkjip.pemeriksaan.data_ambang import (
    AMBANG_BAWAAN,
    DAFTAR_AMBANG,
    Ambang,
    ambang_dari,
    baca_ambang,
    galat_ambang,
)
from lkjip.pemeriksaan.data_katalog import KATALOG
from lkjip.pemeriksaan.forms_ambang import AmbangForm
from lkjip.pemeriksaan.models import AmbangPemda
from lkjip.pemeriksaan.selectors_hasil import ambang_tahun, dengan_ambang, nilai_ambang
from lkjip.pemeriksaan.services_ambang import save_ambang, urungkan_ambang
from lkjip.pemeriksaan.xlsx_temuan import KEPALA, xlsx_temuan
from lkjip.selectors import load_buku, load_buku_laporan
from renstra.models import Pemda, TahunKinerja
from tests.pemeriksaan.tahun_sehat import CONTOH, dengan_indikator
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI

BOBOT = dengan_indikator("I1", bobot=Decimal("0.4"))


def test_setiap_ambang_katalog_punya_isian_dan_aturannya_ada() -> None:
    assert {b.nama for b in DAFTAR_AMBANG} == {k.name for k in fields(Ambang)}
    assert {b.aturan for b in DAFTAR_AMBANG} <= set(KATALOG)
    assert all(galat_ambang(b.nama, Decimal(getattr(AMBANG_BAWAAN, b.nama))) == "" for b in DAFTAR_AMBANG)


def test_ambang_dari_mengganti_yang_disebut_saja() -> None:
    ambang = ambang_dari({"capaian_tinggi": Decimal(160), "hari_publikasi": Decimal(14), "entah": Decimal(1)})
    assert ambang == replace(AMBANG_BAWAAN, capaian_tinggi=Decimal(160), hari_publikasi=14)
    assert isinstance(ambang.hari_publikasi, int)


@pytest.mark.parametrize("tulisan", ["capaian_tinggi", "capaian_tinggi=x", "entah=1", "hari_publikasi=1.5",
                                     "serapan_rendah=101", "capaian_tinggi=-1", "capaian_tinggi=NaN"])  # fmt: skip
def test_ambang_yang_salah_ditolak_dengan_kalimat(tulisan: str) -> None:
    with pytest.raises(ValueError, match=r"\."):
        baca_ambang(tulisan)


def test_ambang_boleh_ditulis_dengan_koma() -> None:
    assert baca_ambang("selisih_bobot=0,7") == ("selisih_bobot", Decimal("0.7"))


def test_pemeriksaan_memakai_ambang_buku_kecuali_diberi_yang_lain() -> None:
    longgar = replace(AMBANG_BAWAAN, selisih_bobot=Decimal(1))
    assert "HIT-13" in {t.aturan for t in periksa(BOBOT)}
    assert "HIT-13" not in {t.aturan for t in periksa(BOBOT, ambang=longgar)}
    assert "HIT-13" not in {t.aturan for t in periksa(replace(BOBOT, ambang=longgar))}
    assert "HIT-13" in {t.aturan for t in periksa(replace(BOBOT, ambang=longgar), ambang=AMBANG_BAWAAN)}


def test_formulir_menerima_koma_dan_menolak_yang_bukan_angka() -> None:
    assert AmbangForm({"selisih_bobot": "0,05"}, nilai={}).is_valid()
    form = AmbangForm({"selisih_bobot": "banyak", "hari_publikasi": "2,5"}, nilai={})
    assert set(form.errors) == {"selisih_bobot", "hari_publikasi"}


@pytest.fixture
def pemda(pemeran: dict[str, object]) -> Pemda:
    return Pemda.objects.get(daftar_instansi__kode=SENDIRI)


def _tahun() -> TahunKinerja:
    return TahunKinerja.objects.select_related("instansi__pemda").get(instansi__kode=SENDIRI)


def test_ambang_disimpan_diubah_dikosongkan_dan_diurungkan(pemda: Pemda, pemeran: dict[str, object]) -> None:
    oleh = pemeran["pengelola"]
    isi = {"capaian_tinggi": Decimal(160), "serapan_rendah": Decimal(80)}
    assert save_ambang(pemda=pemda, nilai=isi, oleh=oleh)[1] == 1  # type: ignore[arg-type]
    assert nilai_ambang(pemda.pk) == {"capaian_tinggi": 160}
    kejadian, banyak = save_ambang(pemda=pemda, nilai={"capaian_tinggi": None}, oleh=oleh)  # type: ignore[arg-type]
    assert (banyak, nilai_ambang(pemda.pk)) == (1, {})
    assert urungkan_ambang(pemda=pemda, kejadian=kejadian, oleh=oleh) == 1  # type: ignore[arg-type]
    assert nilai_ambang(pemda.pk) == {"capaian_tinggi": 160}
    assert save_ambang(pemda=pemda, nilai={"capaian_tinggi": Decimal(160)}, oleh=oleh)[1] == 0  # type: ignore[arg-type]


def test_ambang_yang_mustahil_tidak_tersimpan(pemda: Pemda, pemeran: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        save_ambang(pemda=pemda, nilai={"serapan_rendah": Decimal(101)}, oleh=pemeran["pengelola"])  # type: ignore[arg-type]


def test_ambang_pemda_lain_tidak_dapat_diurungkan_dari_sini(pemda: Pemda, pemeran: dict[str, object]) -> None:
    oleh = pemeran["admin"]
    lain = Pemda.objects.exclude(pk=pemda.pk).get()
    kejadian, _ = save_ambang(pemda=lain, nilai={"capaian_tinggi": Decimal(9)}, oleh=oleh)  # type: ignore[arg-type]
    with pytest.raises(ValidationError):
        urungkan_ambang(pemda=pemda, kejadian=kejadian, oleh=oleh)  # type: ignore[arg-type]


def test_laporan_dan_temuan_memakai_ambang_pemdanya(pemda: Pemda) -> None:
    AmbangPemda.objects.create(pemda=pemda, nama="capaian_tinggi", nilai=Decimal(70))
    tahun = _tahun()
    assert ambang_tahun(tahun).capaian_tinggi == 70
    assert load_buku_laporan(tahun).ambang == ambang_tahun(tahun)
    assert dengan_ambang(load_buku(tahun), tahun).ambang == ambang_tahun(tahun)


def test_halaman_ambang_menurut_peran(pemda: Pemda, sebagai: _Sebagai) -> None:
    alamat = reverse("ambang_pemeriksaan", args=[pemda.pk])
    for nama, lihat, ubah in (
        ("pengelola", 200, 302), ("admin", 200, 302), ("inspektorat", 200, 403), ("perencana", 403, 403),
        ("kepala", 403, 403), ("tanpa_tugas", 404, 404),
    ):  # fmt: skip
        klien = sebagai(nama)
        assert klien.get(alamat).status_code == lihat, nama
        assert klien.post(alamat, {}).status_code == ubah, nama
        urung = klien.post(reverse("urungkan_ambang", args=[pemda.pk, "x"])).status_code
        assert urung == (302 if ubah == 302 else 403 if lihat != 404 else 404), nama
    lain = Pemda.objects.exclude(pk=pemda.pk).get()
    assert sebagai("pengelola").get(reverse("ambang_pemeriksaan", args=[lain.pk])).status_code == 404


def test_halaman_ambang_menyimpan_mengurungkan_dan_mengembalikan_bawaan(pemda: Pemda, sebagai: _Sebagai) -> None:
    alamat, klien = reverse("ambang_pemeriksaan", args=[pemda.pk]), sebagai("pengelola")
    halaman = klien.post(alamat, {"capaian_tinggi": "162,5"}, follow=True).content.decode()
    assert "1 ambang diubah" in halaman
    assert 'value="162,5"' in halaman
    assert "/urungkan/" in halaman
    assert klien.post(alamat, {"capaian_tinggi": "x"}).status_code == 422
    assert nilai_ambang(pemda.pk) == {"capaian_tinggi": Decimal("162.5")}
    assert (
        "Tidak ada ambang yang berubah" in klien.post(alamat, {"capaian_tinggi": "162,5"}, follow=True).content.decode()
    )
    klien.post(alamat, {"bawaan": "ya"})
    assert nilai_ambang(pemda.pk) == {}


def test_perintah_periksa_menerima_ambang_dan_menulis_excel(tmp_path: Path) -> None:
    berkas = tmp_path / "t.xlsx"
    with pytest.raises(SystemExit):
        call_command("periksa", str(CONTOH / "bkd-kaltim-2024"), "--xlsx", str(berkas), "--json",
                     stdout=(keluar := io.StringIO()), stderr=io.StringIO())  # fmt: skip
    daftar = json.loads(keluar.getvalue())
    assert {"bagian", "kutipan", "kelompok"} <= set(daftar[0])
    kerja = openpyxl.load_workbook(berkas)
    assert kerja.sheetnames == ["Temuan", "Ringkasan"]
    baris = list(kerja["Temuan"].iter_rows(values_only=True))
    assert baris[0] == KEPALA
    assert len(baris) == len(daftar) + 1
    with pytest.raises(CommandError, match="tidak dikenal"):
        call_command("periksa", str(CONTOH / "bkd-kaltim-2024"), "--ambang", "entah=1")


def test_excel_tidak_menjalankan_rumus_dan_menerima_segala_huruf() -> None:
    jahat = Temuan("ANG-01", Tingkat.GALAT, '=HYPERLINK("http://x","y")', kutipan="+1", letak="@a\x0bb", saran="-2")
    isi = xlsx_temuan([jahat], Rekap(galat=1), frozenset())
    baris = openpyxl.load_workbook(io.BytesIO(isi))["Temuan"][2]
    rumus = {sel.coordinate: sel for sel in baris if str(sel.value)[:1] in "=+-@"}
    assert len(rumus) == 4
    assert all(sel.data_type == "s" and sel.quotePrefix for sel in rumus.values())
