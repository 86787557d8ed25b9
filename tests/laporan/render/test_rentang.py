"""Merged cells and page breaks."""

from __future__ import annotations

from dataclasses import replace

from lkjip.laporan.isi import Baris, GayaBaris, Teks
from lkjip.laporan.render.rentang import baris_terikat, tempatkan
from tests.laporan.contoh_dokumen import baris, sel


def _kelompok(banyak: int, rentang_dalam: int = 1) -> list[Baris]:
    daftar = []
    for ke in range(banyak):
        depan = [sel("sasaran", rentang_baris=banyak)] if ke == 0 else []
        dalam = [sel("indikator", rentang_baris=rentang_dalam)] if ke % rentang_dalam == 0 else []
        daftar.append(baris(*depan, *dalam, f"nilai {ke}"))
    return daftar


def test_kelompok_pendek_tidak_boleh_terpisah() -> None:
    hasil = tempatkan(_kelompok(4), 3, potong=True)
    assert [satu.bersambung for satu in hasil] == [True, True, True, False]


def test_kelompok_panjang_dipotong_tanpa_kehilangan_baris() -> None:
    hasil = tempatkan(_kelompok(20), 3, potong=True)
    potongan = [satu.sel for baris_ in hasil for satu in baris_.sel if satu.kolom == 0]
    assert sum(satu.rentang_baris for satu in potongan) == 20
    assert max(satu.rentang_baris for satu in potongan) <= 6
    assert [bool(satu.isi) for satu in potongan] == [True] + [False] * (len(potongan) - 1)
    assert not all(satu.bersambung for satu in hasil[:-1])


def test_potongan_tahu_tetangganya_sehingga_tanpa_garis_di_antaranya() -> None:
    hasil = tempatkan(_kelompok(20), 3, potong=True)
    potongan = [satu for baris_ in hasil for satu in baris_.sel if satu.kolom == 0]
    assert [satu.lanjutan for satu in potongan] == [False] + [True] * (len(potongan) - 1)
    assert [satu.terbuka for satu in potongan] == [True] * (len(potongan) - 1) + [False]
    assert not any(satu.terbuka or satu.lanjutan for baris_ in hasil for satu in baris_.sel if satu.kolom)


def test_potongan_menghormati_kelompok_di_dalamnya() -> None:
    hasil = tempatkan(_kelompok(20, rentang_dalam=4), 3, potong=True)
    awal = [ke for ke, satu in enumerate(hasil) if satu.sel[0].kolom == 0]
    assert awal == [0, 4, 8, 12, 16]


def test_baris_pertama_dan_terakhir_tidak_sendirian() -> None:
    hasil = tempatkan([baris(str(ke)) for ke in range(6)], 1, potong=True)
    assert [satu.bersambung for satu in hasil] == [True, False, False, False, True, False]


def test_di_layar_sel_gabungan_tetap_utuh() -> None:
    hasil = tempatkan(_kelompok(20), 3, potong=False)
    assert hasil[0].sel[0].sel.rentang_baris == 20


def test_kelompok_tinggi_boleh_terpisah_di_word() -> None:
    """Bound together it would not fit under the heading of its table, which then stood alone on its page."""
    daftar = [*_kelompok(4), *_kelompok(4)]
    assert baris_terikat(daftar, 3, semua=False, tinggi=[3] * 8) == {0, 1, 2, 4, 5, 6}
    assert baris_terikat(daftar, 3, semua=False, tinggi=[9] * 4 + [3] * 4) == {0, 4, 5, 6}


def test_sel_yang_lebih_panjang_dari_halaman_disebut_lagi() -> None:
    hasil = tempatkan(_kelompok(30), 3, potong=True, tinggi=[4] * 30, halaman=55)
    disebut = [ke for ke, satu in enumerate(hasil) if satu.sel[0].kolom == 0 and satu.sel[0].sel.isi]
    assert disebut == [0, 18]
    assert "".join(satu.isi for satu in hasil[18].sel[0].sel.isi if isinstance(satu, Teks)) == "sasaran (lanjutan)"


def test_sel_kosong_menyebut_induknya_sekali_tiap_halaman() -> None:
    daftar = [baris(replace(sel(""), ulangan="Sasaran A" if ke < 12 else "Sasaran B")) for ke in range(24)]
    hasil = tempatkan(daftar, 1, potong=True, tinggi=[10] * 24, halaman=55)
    assert [ke for ke, satu in enumerate(hasil) if len(satu.sel[0].sel.isi) == 2] == [6, 18]


def test_jumlah_tidak_tinggal_dengan_satu_baris_saja() -> None:
    daftar = [*(baris(str(ke)) for ke in range(6)), Baris((sel("Jumlah"),), GayaBaris.JUMLAH)]
    hasil = tempatkan(daftar, 1, potong=True)
    assert [satu.bersambung for satu in hasil] == [True, False, False, False, True, True, False]
