"""Column widths: numbers whole, words next, shares of the page always complete."""

from __future__ import annotations

from dataclasses import replace

from lkjip.laporan.huruf import lebar_teks, lipat
from lkjip.laporan.isi import JenisAngka, Kolom, Tabel
from lkjip.laporan.render.kolom import LEBAR_MENDATAR, LEBAR_TEGAK, posisi, susun, tulisan_nomor
from tests.laporan.contoh_dokumen import angka, baris, sel, tabel_lebar, tabel_panjang, tabel_sempit


def test_lebar_kolom_tidak_melewati_halaman() -> None:
    for tabel in (tabel_panjang(30), tabel_sempit(), tabel_lebar()):
        lebar = susun(tabel, mendatar=tabel.mendatar).lebar
        assert 9_900 <= sum(lebar) <= 10_000
        assert min(lebar) > 0


def test_kolom_uang_cukup_untuk_angka_terpanjang() -> None:
    tabel = Tabel(
        (Kolom(95), Kolom(5)), (baris("Belanja", angka("53700257782", JenisAngka.RUPIAH)),), (baris("Uraian", "Rp"),)
    )
    susunan = susun(tabel, mendatar=False)
    perlu = lebar_teks("Rp53.700.257.782,00") * susunan.ukuran // 10
    assert susunan.lebar[1] * LEBAR_TEGAK // 10_000 >= perlu


def test_kata_raksasa_dipecah_lebih_dahulu_daripada_angka() -> None:
    tabel = tabel_sempit()
    susunan = susun(tabel, mendatar=False)
    perlu = lebar_teks("Rp999.999.999.999,99") * susunan.ukuran // 10
    assert susunan.lebar[1] * LEBAR_TEGAK // 10_000 >= perlu


def test_huruf_mengecil_hanya_bila_perlu() -> None:
    longgar = Tabel((Kolom(1), Kolom(1)), (baris("a", "b"),), (baris("Nama", "Nilai"),))
    assert susun(longgar, mendatar=False).ukuran == 95
    assert susun(tabel_lebar(), mendatar=True).ukuran < 95
    assert susun(replace(longgar, kepala=()), mendatar=False).ukuran == 110


def test_halaman_mendatar_memberi_ruang_lebih() -> None:
    assert susun(tabel_lebar(), mendatar=True).terkecil <= LEBAR_MENDATAR


def test_sel_gabungan_menggeser_sel_di_bawahnya() -> None:
    daftar = (baris(sel("a", rentang_baris=2), sel("b", rentang_kolom=2)), baris("c", "d"), baris("e", "f", "g"))
    assert posisi(daftar, 3) == [[0, 1], [1, 2], [0, 1, 2]]


def test_lipat_memotong_kata_terlalu_panjang_dan_menandai_yang_dibuang() -> None:
    assert all(lebar_teks(satu) <= 5_000 for satu in lipat("W" * 40, 5_000, baris_maks=99))
    assert lipat("satu dua tiga empat", 3_000, baris_maks=2)[-1].endswith("…")
    assert lipat("", 3_000, baris_maks=2) == ()


def test_nomor_kolom_menyebut_cara_hitung_kolomnya() -> None:
    assert tulisan_nomor((Kolom(1), Kolom(1))) == ["(1)", "(2)"]
    assert tulisan_nomor((Kolom(1), Kolom(1), Kolom(1, rumus="1-2"))) == ["1", "2", "3 (1-2)"]
