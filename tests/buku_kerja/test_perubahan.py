"""What an import changes, told row by row and cell by cell."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kinerja.data import Rekomendasi
from lkjip.buku_kerja.perubahan import AksiBaris, PerubahanLembar, PerubahanSel, bandingkan
from lkjip.data import BukuKerja
from lkjip.laporan.data import DataLaporan, TabelBebas
from renstra.data import Indikator, Misi
from tests.buku_kerja.ubah_buku import ubah_kinerja, ubah_renstra
from tests.pembuat import buat_data, target

BUKU = BukuKerja(buat_data())


def satu_lembar(lama: BukuKerja | None, baru: BukuKerja) -> PerubahanLembar:
    (lembar,) = bandingkan(lama, baru)
    return lembar


def rekomendasi(*daftar: str) -> BukuKerja:
    return ubah_kinerja(BUKU, daftar_rekomendasi=tuple(Rekomendasi(2024, rekomendasi=isi) for isi in daftar))


def isi_rekomendasi(lembar: PerubahanLembar) -> list[tuple[AksiBaris, list[tuple[object, object]]]]:
    return [(b.aksi, [(s.lama, s.baru) for s in b.daftar_sel if s.kolom == "rekomendasi"]) for b in lembar.daftar_baris]


def test_buku_yang_sama_tidak_berubah() -> None:
    assert bandingkan(BUKU, BUKU) == ()


def test_tahun_baru_semuanya_ditambah_menurut_urutan_lembar() -> None:
    daftar = bandingkan(None, BUKU)
    assert [p.lembar for p in daftar] == ["instansi", "pengaturan", "tujuan", "sasaran", "indikator"]
    assert all(b.aksi is AksiBaris.TAMBAH for p in daftar for b in p.daftar_baris)
    assert [p.banyak_tambah for p in daftar] == [2, 3, 1, 2, 1]


def test_baris_berkunci_dibandingkan_menurut_kunci_bukan_letak() -> None:
    lama = ubah_renstra(BUKU, daftar_indikator=(Indikator("I1", "S1", "satu"), Indikator("I2", "S1", "dua")))
    baru = ubah_renstra(BUKU, daftar_indikator=(Indikator("I3", "S1", "tiga"), Indikator("I1", "S1", "satu baru")))
    lembar = satu_lembar(lama, baru)
    assert [(b.aksi, b.kunci) for b in lembar.daftar_baris] == [
        (AksiBaris.TAMBAH, "I3"),
        (AksiBaris.UBAH, "I1"),
        (AksiBaris.HAPUS, "I2"),
    ]
    assert lembar.daftar_baris[1].daftar_sel == (PerubahanSel("uraian", "satu", "satu baru"),)
    assert (lembar.banyak_tambah, lembar.banyak_ubah, lembar.banyak_hapus) == (1, 1, 1)


def test_nol_di_ekor_adalah_perubahan() -> None:
    lama, baru = (ubah_renstra(BUKU, daftar_target_tahunan=(target("I1", nilai),)) for nilai in ("27.0", "27.00"))
    lembar = satu_lembar(lama, baru)
    assert lembar.daftar_baris[0].daftar_sel == (PerubahanSel("target", Decimal("27.0"), Decimal("27.00")),)
    assert str(lembar.daftar_baris[0].daftar_sel[0].baru) == "27.00"


def test_urutan_baris_yang_berubah_disebut() -> None:
    lama = ubah_renstra(BUKU, daftar_misi=(Misi("M1"), Misi("M2")))
    lembar = satu_lembar(lama, ubah_renstra(BUKU, daftar_misi=(Misi("M2"), Misi("M1"))))
    assert (lembar.daftar_baris, lembar.urutan_berubah) == ((), True)


def test_baris_tanpa_kunci_yang_sama_isinya_berpasangan_dahulu() -> None:
    lembar = satu_lembar(rekomendasi("a", "b", "c"), rekomendasi("b", "x", "a", "d"))
    assert isi_rekomendasi(lembar) == [(AksiBaris.UBAH, [("c", "x")]), (AksiBaris.TAMBAH, [(None, "d")])]


def test_baris_kembar_dihitung_sebanyak_adanya() -> None:
    lembar = satu_lembar(rekomendasi("a", "a", "a"), rekomendasi("a"))
    assert isi_rekomendasi(lembar) == [(AksiBaris.HAPUS, [("a", None)])] * 2


def test_kunci_yang_dikosongkan_terhapus() -> None:
    kosong = ubah_renstra(BUKU, instansi=replace(BUKU.data.renstra.instansi, nama=""))
    lembar = satu_lembar(BUKU, kosong)
    (baris,) = lembar.daftar_baris
    assert (lembar.lembar, baris.aksi, baris.kunci) == ("instansi", AksiBaris.HAPUS, "nama")
    assert baris.daftar_sel == (PerubahanSel("nilai", "Badan Uji", None),)


def test_tabel_bebas_satu_kesatuan() -> None:
    tabel = TabelBebas("tabel_01", "bab1", "Judul", "", ("No",), ((Decimal(1),),))
    lama = replace(BUKU, laporan=DataLaporan(daftar_tabel=(tabel,)))
    baru = replace(BUKU, laporan=DataLaporan(daftar_tabel=(replace(tabel, judul="Lain"),)))
    (ubah,) = satu_lembar(lama, baru).daftar_baris
    assert (ubah.aksi, ubah.kunci, ubah.daftar_sel) == (
        AksiBaris.UBAH,
        "tabel_01",
        (PerubahanSel("judul", "Judul", "Lain"),),
    )
    assert satu_lembar(lama, BUKU).daftar_baris[0].aksi is AksiBaris.HAPUS
