"""Merged cells and page breaks."""

from __future__ import annotations

from lkjip.laporan.isi import Baris
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
