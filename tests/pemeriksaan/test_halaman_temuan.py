"""The page of findings: what comes first, what is folded, what a filter leaves, and where a link leads."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import urldefrag

import pytest
from django.test import Client
from django.urls import resolve, reverse
from django.utils import timezone

from lkjip.buku_kerja.services import impor_buku
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan import periksa
from lkjip.pemeriksaan.data import Jawaban, Klaim, Temuan, Tingkat
from lkjip.pemeriksaan.halaman_sisi import JUDUL_HALAMAN
from lkjip.pemeriksaan.halaman_temuan import (
    BANYAK_TERBUKA,
    KartuTemuan,
    Pembaca,
    Saringan,
    Tampil,
    banyak_tampil,
    daftar_kartu,
    kelompok_temuan,
    pilihan_saringan,
)
from lkjip.pemeriksaan.models import RekapPemeriksaan
from lkjip.pemeriksaan.views.tautan import Penaut
from renstra.models import TahunKinerja
from tests.pemeriksaan.test_aturan import _RUSAK as RUSAK
from tests.pemeriksaan.test_jawaban import _ang, _buku
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, TAHUN

SAAT = timezone.now()


def _temuan(aturan: str, nomor: int = 0, tingkat: Tingkat = Tingkat.GALAT, **lain: Any) -> Temuan:
    return Temuan(aturan, tingkat, f"Angka {nomor} salah.", butir=str(nomor), **lain)


def _kartu(
    *daftar: Temuan, pembaca: Pembaca | None = None, jawaban: tuple[Jawaban, ...] = ()
) -> tuple[KartuTemuan, ...]:
    return daftar_kartu(daftar, jawaban, {"KON-01": "Rencana"}, lambda t: t.halaman, pembaca or Pembaca())


def _aturan(kartu: tuple[KartuTemuan, ...], saringan: Saringan | None = None) -> list[str]:
    return [a.aturan for k in kelompok_temuan(kartu, saringan or Saringan()) for a in k.daftar_aturan]


def test_yang_menahan_lebih_dulu_dan_klaim_paling_akhir() -> None:
    kartu = _kartu(
        _temuan("HIT-04", tingkat=Tingkat.PERINGATAN), _temuan("KON-02", tingkat=Tingkat.INFO),
        _temuan("ANG-01", klaim=True), _temuan("ANG-02"), _temuan("KON-01"),
    )  # fmt: skip
    assert _aturan(kartu) == ["KON-01", "KON-02", "ANG-02", "HIT-04", "ANG-01"]


def test_banyak_temuan_dilipat_kecuali_aturan_pertama() -> None:
    kartu = _kartu(*[_temuan(f"HIT-0{n % 3 + 1}", n) for n in range(BANYAK_TERBUKA + 1)])
    terbuka = [a.terbuka for k in kelompok_temuan(kartu, Saringan()) for a in k.daftar_aturan]
    assert terbuka == [True, False, False]
    tersaring = [a.terbuka for k in kelompok_temuan(kartu, Saringan(aturan="HIT-02")) for a in k.daftar_aturan]
    assert tersaring == [True]


def test_setiap_syarat_saringan_berlaku_bersama() -> None:
    kartu = _kartu(
        _temuan("KON-01", 1, halaman="renstra", subjek="IKU1"), _temuan("KON-01", 2, Tingkat.INFO, halaman="renstra"),
        _temuan("TW-01", 3, halaman="isi_triwulan", argumen=(1,)), _temuan("TW-02", 4, klaim=True, halaman="lembar"),
        pembaca=Pembaca(ubah_triwulan=True),
    )  # fmt: skip
    assert _aturan(kartu, Saringan(kelompok="TW")) == ["TW-01", "TW-02"]
    assert _aturan(kartu, Saringan(milik=True)) == ["TW-01"]
    assert _aturan(kartu, Saringan(halaman="renstra", tampil=Tampil.INFO)) == ["KON-01"]
    assert _aturan(kartu, Saringan(cari="rencana iku1")) == ["KON-01"]
    assert _aturan(kartu, Saringan(cari="rencana iku1", kelompok="TW")) == []
    pilihan = pilihan_saringan(kartu)
    assert [(p.nama, p.banyak) for p in pilihan["halaman"]] == [
        ("Renstra", 2), ("Isian triwulan", 1), ("Lembar lain", 1)
    ]  # fmt: skip


def test_terjawab_tidak_lagi_menahan() -> None:
    temuan = _temuan("KON-01")
    jawaban = Jawaban(temuan.kunci, temuan.sidik, temuan.aturan, temuan.pesan, "Sebab.", "Ibu", SAAT)
    kartu = _kartu(temuan, jawaban=(jawaban,))
    assert _aturan(kartu, Saringan(tampil=Tampil.MENAHAN)) == []
    assert _aturan(kartu, Saringan(tampil=Tampil.TERJAWAB)) == ["KON-01"]


# Where a link leads


def _penaut(*ruas: str) -> Penaut:
    return Penaut([SENDIRI, TAHUN], lambda: frozenset(ruas))


@pytest.mark.parametrize(
    ("temuan", "alamat"),
    [
        (_temuan("TW-01", halaman="isi_triwulan", argumen=(4,), subjek="IKU 1"), "?unit=#subjek-IKU_20_1"),
        (_temuan("ANG-01", halaman="anggaran_rencana", subjek="1.02"), "?unit=&buka=semua#subjek-1.02"),
        (
            _temuan("SAK-02", 2021, halaman="lembar", argumen=("sakip",), subjek="Evaluasi"),
            "?subjek=Evaluasi&butir=2021#subjek-Evaluasi",
        ),
        (
            _temuan("LEN-20", halaman="identitas_tahun", letak="lembar pengaturan, tanggal_laporan"),
            "#bidang=tanggal_laporan",
        ),
        (_temuan("NAR-01", halaman="naskah_ruas", argumen=("bab4.saran",), kutipan="naik 5%"), "#kutipan=naik%205%25"),
    ],
    ids=lambda satu: satu.aturan if isinstance(satu, Temuan) else "",
)
def test_tautan_membawa_ke_barisnya(temuan: Temuan, alamat: str) -> None:
    dasar = reverse(temuan.halaman, args=[SENDIRI, TAHUN, *temuan.argumen])
    assert _penaut("bab4.saran").alamat(temuan) == dasar + alamat


def test_bagian_yang_bukan_ruas_dibuka_pada_ruas_terdekat() -> None:
    temuan = _temuan("NAR-01", halaman="naskah_ruas", argumen=("bab3.analisis.lain",))
    assert _penaut("bab3.analisis").alamat(temuan) == reverse("naskah_ruas", args=[SENDIRI, TAHUN, "bab3.analisis"])
    assert _penaut().alamat(temuan) == reverse("naskah", args=[SENDIRI, TAHUN])


def test_temuan_indikator_membuka_formulirnya_di_bidangnya() -> None:
    temuan = _temuan("LEN-05", halaman="renstra", subjek="IKU1", letak="lembar indikator, kolom satuan")
    penaut = Penaut([SENDIRI, TAHUN], frozenset, lambda: {"IKU1": 7})
    assert penaut.alamat(temuan) == reverse("indikator_rencana", args=[SENDIRI, TAHUN, 7]) + "#bidang=satuan"
    assert penaut.alamat(replace(temuan, subjek="S1")).endswith("#subjek-S1")


def test_indikator_subkegiatan_dibuka_pada_baris_anggarannya() -> None:
    temuan = _temuan("TW-06", halaman="renstra", subjek="1.01-i1", letak="lembar indikator dan perjanjian")
    penaut = Penaut([SENDIRI, TAHUN], frozenset, dict, lambda: {"1.01-i1": 9})
    assert penaut.alamat(temuan).startswith(reverse("baris_anggaran_rencana", args=[SENDIRI, TAHUN, 9]))


def test_tautan_menyebut_halaman_bukan_kolom_buku_kerja() -> None:
    kartu = _kartu(
        _temuan("ANG-01", 1, halaman="anggaran_rencana", letak="lembar anggaran, kolom pagu_murni"),
        _temuan("ANG-02", 2, halaman="isi_anggaran", argumen=(4,)),
        _temuan("TW-05", 3, halaman="isi_triwulan", argumen=(1,)),
        _temuan("SAK-02", 4, halaman="lembar", argumen=("sakip",)),
    )
    assert [k.sebutan_halaman for k in kartu] == [
        "Program dan anggaran", "Realisasi anggaran Triwulan IV", "Isian Triwulan I", "lembar sakip",
    ]  # fmt: skip


def test_realisasi_melebihi_pagu_diperbaiki_di_triwulannya() -> None:
    (temuan,) = {
        t for id_, buku in RUSAK if id_ == "ANG-04" for t in periksa(buku) if t.letak == "lembar realisasi_anggaran"
    }
    assert (temuan.aturan, temuan.halaman, temuan.argumen) == ("ANG-04", "isi_anggaran", (4,))


def test_pilihan_tampil_menyebut_banyaknya_menurut_saringan_lain() -> None:
    kartu = _kartu(_temuan("KON-01"), _temuan("KON-02", tingkat=Tingkat.INFO), _temuan("ANG-01"))
    banyak = banyak_tampil(kartu, Saringan(kelompok="KON", tampil=Tampil.INFO))
    assert banyak == {Tampil.SEMUA: 2, Tampil.GALAT: 1, Tampil.PERINGATAN: 0, Tampil.INFO: 1, Tampil.BARU: 0}


def test_halaman_yang_tidak_ada_tidak_menjatuhkan_halaman_temuan() -> None:
    assert _penaut().alamat(_temuan("KON-01", halaman="entah")) == ""
    assert _penaut().alamat(_temuan("KON-01")) == ""


def _semua_temuan() -> list[Temuan]:
    return list({(t.aturan, t.halaman, t.argumen): t for _, buku in RUSAK for t in periksa(buku)}.values())


def test_setiap_aturan_menunjuk_halaman_yang_ada_dan_menampilkan_temuannya() -> None:
    tersesat = []
    for temuan in _semua_temuan():
        if not temuan.halaman:
            continue
        alamat = _penaut(*(str(a) for a in temuan.argumen)).alamat(temuan)
        jalan = urldefrag(alamat).url.partition("?")[0]
        if not jalan or resolve(jalan).url_name != temuan.halaman or temuan.halaman not in JUDUL_HALAMAN:
            tersesat.append((temuan.aturan, temuan.halaman, temuan.argumen))
    assert tersesat == []


# The page


@pytest.fixture
def tahun(sebagai: _Sebagai) -> TahunKinerja:
    impor_buku(buku=_buku())
    return TahunKinerja.objects.get(instansi__kode=SENDIRI, tahun=TAHUN)


def _isi(client: Client, kueri: str = "") -> str:
    return client.get(f"{reverse('temuan', args=[SENDIRI, TAHUN])}{kueri}").content.decode()


def test_halaman_menyaring_dan_mencari(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    client, pengenal = sebagai("perencana"), f'id="{_ang(tahun).pengenal}"'
    for kueri in ("", "?kelompok=ANG", "?aturan=ANG-01", "?halaman=anggaran_rencana", "?milik=ya", "?cari=pagu"):
        assert pengenal in _isi(client, kueri), kueri
    for kueri in ("?kelompok=TW", "?aturan=ANG-02", "?halaman=renstra", "?cari=zebra", "?tampil=info"):
        assert pengenal not in _isi(client, kueri), kueri
    assert "Yang dapat saya perbaiki" not in _isi(sebagai("verifikator"))


def test_kemajuan_sejak_seminggu_disebut(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    client = sebagai("perencana")
    assert "kemajuan-temuan" not in _isi(client)
    lalu = timezone.localdate() - timedelta(days=9)
    RekapPemeriksaan.objects.create(tahun_kinerja=tahun, tanggal=lalu, daftar_kunci=["KON-99||", "KON-98||"])
    isi = _isi(client)
    assert "<strong>2</strong> temuan selesai" in isi
    assert f'id="{_ang(tahun).pengenal}"' in _isi(client, "?tampil=baru")


def test_tautan_kartu_membuka_baris_anggarannya(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    alamat = f"{reverse('anggaran_rencana', args=[SENDIRI, TAHUN])}?unit=&buka=semua"
    assert f'href="{alamat.replace("&", "&amp;")}#subjek-P"' in _isi(sebagai("perencana"))
    assert 'id="subjek-P"' in sebagai("perencana").get(alamat).content.decode()


def test_lembar_membuka_halaman_baris_yang_dituju(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    impor_buku(buku=_dengan_banyak_klaim())
    alamat = reverse("lembar", args=[SENDIRI, TAHUN, "klaim"])
    isi = sebagai("perencana").get(f"{alamat}?subjek=K47").content.decode()
    assert 'data-subjek="K47"' in isi
    assert 'data-subjek="K1"' not in isi
    assert 'data-subjek="K1"' in sebagai("perencana").get(f"{alamat}?subjek=entah").content.decode()


def _dengan_banyak_klaim() -> BukuKerja:
    return replace(_buku(), daftar_klaim=tuple(Klaim(f"Tabel {n}", "realisasi", f"K{n}") for n in range(1, 61)))
