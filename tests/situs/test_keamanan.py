"""Hostile texts in every cell, hostile requests, and people whose rights are unusual."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as setelan
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.parse import baca_buku
from lkjip.buku_kerja.services import impor_buku
from lkjip.data import BukuKerja, DataInstansi
from lkjip.laporan.data import TabelBebas
from renstra.models import Instansi, Penugasan, Peran
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import ASING, SENDIRI, SEPEMDA, TAHUN

JAHAT = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7|add:7 }}‮" + "P" * 60
_TEKS = {
    "uraian", "nama", "satuan", "formulasi", "sumber_data", "penanggung_jawab", "visi", "catatan", "unit", "isi",
    "rekomendasi", "tindak_lanjut", "sumber_dana", "judul", "sumber", "pangkat_kepala", "tempat",
    "nama_kepala", "jabatan_kepala", "nomor_penetapan", "singkatan", "nomor_surat",
}  # fmt: skip
HALAMAN = ("ringkasan_tahun", "tujuan", "indikator", "anggaran", "sakip", "laporan", "unduhan", "unduh_html")


def rusuhi(nilai: Any) -> Any:
    """The same records with a hostile end to each free text."""
    if isinstance(nilai, tuple):
        return tuple(rusuhi(isi) for isi in nilai)
    if isinstance(nilai, TabelBebas):
        baris = tuple(tuple(sel + JAHAT if isinstance(sel, str) else sel for sel in isi) for isi in nilai.baris)
        return replace(nilai, judul=nilai.judul + JAHAT, kepala=tuple(k + JAHAT for k in nilai.kepala), baris=baris)
    if not is_dataclass(nilai) or isinstance(nilai, type):
        return nilai
    isi = {f.name: getattr(nilai, f.name) for f in fields(nilai)}
    return replace(nilai, **{n: i[:40] + JAHAT if n in _TEKS and isinstance(i, str) and i else rusuhi(i)
                             for n, i in isi.items()})  # fmt: skip


@pytest.fixture
def buku_jahat(db: None) -> BukuKerja:
    buku = baca_buku(Path(setelan.BASE_DIR) / "contoh" / "bkd-kaltim-2024").buku
    assert buku is not None
    jahat = replace(buku, data=DataInstansi(rusuhi(buku.data.anggaran)), laporan=rusuhi(buku.laporan))
    impor_buku(buku=jahat)
    return jahat


def _jalan(isi: str) -> list[str]:
    """What a browser would run or fetch on behalf of the hostile text."""
    pengurai = _Pengurai()
    pengurai.feed(isi)
    return pengurai.temuan


class _Pengurai(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.temuan: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        isi = dict(attrs)
        if (
            any(nama.startswith("on") for nama in isi)
            or isi.get("src") == "x"
            or (tag == "script" and "src" not in isi)
        ):
            self.temuan.append(self.get_starttag_text() or tag)


def test_pengurai_mengenali_yang_berjalan() -> None:
    assert len(_jalan("<script>alert(1)</script><img src=x><b onclick=y>")) == 3


def test_teks_jahat_tetap_teks_di_semua_halaman(client: Client, buku_jahat: BukuKerja) -> None:
    client.force_login(Pengguna.objects.create_superuser("a", nama=JAHAT[:100]))
    kode = buku_jahat.data.renstra.instansi.kode
    pertama = buku_jahat.data.renstra.daftar_indikator[0].kode
    daftar = [reverse(h, args=[kode, 2024]) for h in HALAMAN]
    daftar += [reverse("beranda"), reverse("daftar_instansi"), reverse("rincian_indikator", args=[kode, 2024, pertama])]
    netral = [*daftar[-2:-1], reverse("sakip", args=[kode, 2024])]
    daftar += [reverse("daftar_instansi") + "?cari=%22%3E%3Cscript%3Ealert(1)%3C/script%3E"]
    for alamat in daftar:
        isi = client.get(alamat).content.decode()
        assert "alert(1)" in isi or alamat in netral, alamat
        assert _jalan(isi) == [], alamat


def test_kebijakan_isi_dan_bingkai_di_setiap_jawaban(sebagai: _Sebagai) -> None:
    for alamat in (reverse("beranda"), reverse("indikator", args=[SENDIRI, TAHUN]), "/tidak/ada/"):
        kepala = sebagai("kepala").get(alamat).headers
        assert "script-src" not in kepala["Content-Security-Policy"]
        assert "default-src 'self'" in kepala["Content-Security-Policy"]
        assert kepala["X-Frame-Options"] == "SAMEORIGIN"
        assert kepala["X-Content-Type-Options"] == "nosniff"
        assert kepala["Cache-Control"] == "private, no-store"


def test_nama_host_asing_ditolak(client: Client, db: None) -> None:
    assert client.get(reverse("masuk"), headers={"host": "jahat.example"}).status_code == 400


def _tugaskan(pengguna: Pengguna, peran: Peran, kode: str, **lain: Any) -> None:
    Penugasan.objects.create(pengguna=pengguna, peran=peran, instansi=Instansi.objects.get(kode=kode), **lain)


def _terlihat(client: Client) -> set[str]:
    alamat = {kode: reverse("ringkasan_tahun", args=[kode, TAHUN]) for kode in (SENDIRI, SEPEMDA, ASING)}
    terbuka = {kode for kode, tujuan in alamat.items() if client.get(tujuan).status_code == 200}
    daftar = client.get(reverse("daftar_instansi")).content.decode()
    assert {kode for kode in alamat if f">{kode}<" in daftar} == terbuka
    return terbuka


def test_penugasan_berlaku_hanya_di_antara_tanggalnya(sebagai: _Sebagai) -> None:
    client, pengguna = sebagai("tanpa_tugas"), sebagai.pemeran["tanpa_tugas"]
    hari, sehari = timezone.localdate(), timedelta(days=1)
    _tugaskan(pengguna, Peran.PERENCANA, SENDIRI, berlaku_dari=hari + sehari)
    _tugaskan(pengguna, Peran.KEPALA, SEPEMDA, berlaku_dari=hari, berlaku_sampai=hari)
    _tugaskan(pengguna, Peran.KEPALA, ASING, berlaku_sampai=hari - sehari)
    assert _terlihat(client) == {SEPEMDA}
    assert client.get(reverse("impor")).status_code == 403


def test_beberapa_instansi_dan_peran_tidak_bercampur(sebagai: _Sebagai) -> None:
    """Planner of one agency and head of another in a different pemda: sees both, imports only the first."""
    client, pengguna = sebagai("perencana"), sebagai.pemeran["perencana"]
    _tugaskan(pengguna, Peran.KEPALA, ASING)
    assert _terlihat(client) == {SENDIRI, ASING}
    isi = client.get(reverse("indikator", args=[ASING, TAHUN])).content.decode()
    assert reverse("impor") in isi
    beranda = client.get(reverse("beranda")).content.decode()
    assert f"/instansi/{ASING}/{TAHUN}/laporan/" in beranda
    assert SEPEMDA not in beranda


def test_pengguna_yang_dinonaktifkan_kehilangan_sesinya(sebagai: _Sebagai) -> None:
    client = sebagai("admin")
    assert client.get(reverse("beranda")).status_code == 200
    Pengguna.objects.filter(username="admin").update(is_active=False)
    assert client.get(reverse("beranda")).headers["Location"].startswith(reverse("masuk"))


def test_pdf_instansi_lain_tidak_terambil_walau_sudah_tersimpan(
    sebagai: _Sebagai, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lkjip.views.laporan.unduh_lewat_antrean", lambda *a, **k: pytest.fail("hak belum diperiksa"))
    client = sebagai("perencana")
    for kode in (ASING, SEPEMDA):
        for kepala in ({}, {"HX-Request": "true"}):
            assert client.get(reverse("unduh_pdf", args=[kode, TAHUN]), headers=kepala).status_code == 404
