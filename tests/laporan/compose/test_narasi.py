"""What the agency wrote: lists recognised, emphasis kept, HTML harmless, free tables as typed, nothing lost."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkjip.laporan.compose.narasi import blok_narasi, blok_teks, judul_bagian, tabel_bebas, teks_kaya
from lkjip.laporan.data import Narasi, TabelBebas
from lkjip.laporan.isi import Daftar, GayaBaris, JenisDaftar, Paragraf, Rata, Simpul, Teks
from tests.laporan.compose.pohon import tulis


def bentuk(daftar: list[Simpul]) -> list[str | list[str]]:
    hasil: list[str | list[str]] = []
    for blok in daftar:
        if isinstance(blok, Daftar):
            hasil.append([tulis(b) for b in blok.butir])
        elif isinstance(blok, Paragraf):
            hasil.append(tulis(blok.isi))
    return hasil


def baris(*isi: str) -> list[Narasi]:
    return [Narasi("bab1.x", n, teks) for n, teks in enumerate(isi)]


def test_penekanan_menjadi_tebal_dan_miring_sedangkan_html_tetap_teks() -> None:
    assert teks_kaya("a **b** *c* <b>d</b>") == (
        Teks("a "),
        Teks("b", tebal=True),
        Teks(" "),
        Teks("c", miring=True),
        Teks(" <b>d</b>"),
    )


def test_baris_bernomor_menjadi_daftar_dan_kalimat_pembukanya_tetap_paragraf() -> None:
    assert bentuk(blok_teks("Terdiri atas:\n1. satu;\n2. dua.\nPenutup")) == [
        "Terdiri atas:",
        ["satu;", "dua."],
        "Penutup",
    ]


def test_nomor_yang_tidak_mulai_dari_satu_tidak_dinomori_ulang() -> None:
    assert bentuk(blok_teks("2. Pada sasaran kedua")) == ["2. Pada sasaran kedua"]
    assert bentuk(blok_teks("3. tiga\n4. empat")) == ["3. tiga 4. empat"]


def test_baris_sesudah_titik_dua_menjadi_butir_sampai_titik_koma_berakhir() -> None:
    hasil = bentuk(blok_narasi(baris("Kegiatan antara lain :", "A;", "B;", "Apabila dijumlahkan, C.")))
    assert hasil == ["Kegiatan antara lain :", ["A;", "B;"], "Apabila dijumlahkan, C."]


def test_butir_penutup_sesudah_dan_ikut_ke_dalam_daftar() -> None:
    hasil = bentuk(blok_narasi(baris("Yaitu:", "A;", "B; dan", "C.", "Lain.")))
    assert hasil == ["Yaitu:", ["A;", "B; dan", "C."], "Lain."]


def test_tanpa_titik_koma_semua_baris_sesudah_titik_dua_adalah_butir() -> None:
    assert bentuk(blok_narasi(baris("Permasalahan :", "Satu.", "Dua"))) == ["Permasalahan :", ["Satu.", "Dua"]]


def test_butir_bertanda_menjadi_daftar_poin() -> None:
    blok = blok_teks("- satu\n- dua")[0]
    assert isinstance(blok, Daftar)
    assert blok.jenis is JenisDaftar.POIN


def test_judul_bagian_yang_tidak_dikenal_dibaca_dari_namanya() -> None:
    assert judul_bagian("bab1.lain_lain", "bab1") == "Lain Lain"
    assert judul_bagian("bab1", "bab1") == "Uraian Tambahan"


def test_tabel_bebas_tampil_seperti_diketik() -> None:
    asal = TabelBebas(
        "tabel_01", "bab1.sdm", "Tabel 1.2 Pegawai menurut Pendidikan", "Data BKD", ("No", "Tahun", "Jumlah"),
        ((Decimal(1), Decimal(2024), Decimal("1234.50")), (None, "JUMLAH", Decimal("1234.50")), (Decimal(2),)),
    )  # fmt: skip
    tabel = tabel_bebas(asal)
    assert tabel.judul == "Pegawai menurut Pendidikan"
    assert [[tulis(s.isi) for s in b.sel] for b in tabel.baris] == [
        ["1", "2024", "1.234,50"],
        ["", "JUMLAH", "1.234,50"],
        ["2", "", ""],
    ]
    assert tabel.baris[1].gaya is GayaBaris.JUMLAH
    assert [k.rata for k in tabel.kolom] == [Rata.TENGAH, Rata.KIRI, Rata.KANAN]


@pytest.mark.parametrize(
    ("baris_narasi", "banyak"),
    [
        (["Fungsi:", "a;", "b; dan", "c.", "Penutup."], 3),
        (["Fungsi:", "merumuskan kebijakan;", "melaksanakan kebijakan;", "mengevaluasinya."], 3),
        (["Fungsi:", "a;", "b;", "Kalimat penutup yang jauh lebih panjang daripada butir di atasnya."], 2),
    ],
)
def test_daftar_bertitik_koma_ditutup_butir_terakhirnya(baris_narasi: list[str], banyak: int) -> None:
    daftar = [
        b for b in blok_narasi([Narasi("x", n, isi) for n, isi in enumerate(baris_narasi)]) if isinstance(b, Daftar)
    ]
    assert [len(d.butir) for d in daftar] == [banyak]
