"""The grammar of a text and its way back: what is read, what is not, and that rendering survives the round trip."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from lkjip.laporan.compose import compose, compose_naskah
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.markah import baris_dari_naskah, naskah_dari_baris, tulis_markah
from lkjip.laporan.compose.narasi import blok_narasi, blok_teks, teks_kaya
from lkjip.laporan.data import GambarNaskah, Narasi, TabelBebas
from lkjip.laporan.isi import (
    Angka,
    Bagian,
    Daftar,
    Gambar,
    GayaParagraf,
    JenisDaftar,
    Paragraf,
    Rata,
    Rujuk,
    Simpul,
    Tabel,
    Teks,
    nomori,
)
from lkjip.laporan.render.html import html_isi
from tests.laporan.compose import pohon
from tests.laporan.compose.test_ambil_alih import buku_contoh, dengan_narasi

POTONGAN = (
    *(
        "- ",
        "* ",
        "1. ",
        "2. ",
        "a. ",
        "b) ",
        "#. ",
        "### ",
        "| ",
        " | ",
        "---",
        "Tabel: ",
        "Sumber: ",
        "**",
        "*",
        "***",
    ),
    *("\n", "\n\n", "  ", "   ", "\t", "\\", "{", "}", "{capaian IKU1}", "{serapan}", "{tabel sdm}", "{gambar x}", ":"),
    *(
        "kata",
        "Kata kedua",
        "ü",
        "“kutip”",
        "(a)",
        ";",
        "; dan",
        ".",
        "<b>tebal</b>",
        "&amp;",
        "12,5%",
        "\x0b",
        "\u2028",
    ),
)
TEKS = st.lists(st.sampled_from(POTONGAN) | st.text(max_size=6), max_size=40).map("".join)
DAFTAR_TEKS = st.lists(TEKS, max_size=6)
SANTAI = settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def ktx() -> Konteks:
    buku = buku_contoh("bkd-kaltim-2024")
    return Konteks(buku.pada(buku.hari_laporan))


KTX = ktx()


def baris(isi: list[str]) -> list[Narasi]:
    return [Narasi("bab1.x", n, teks) for n, teks in enumerate(isi)]


def daftar(simpul: Simpul) -> Daftar:
    assert isinstance(simpul, Daftar)
    return simpul


# what is read


def test_daftar_bersarang_menurut_inden() -> None:
    satu = daftar(blok_teks("1. satu\n   - dalam\n     a. terdalam\n   - lagi\n2. dua")[0])
    assert [pohon.tulis(b) for b in satu.butir] == ["satu", "dua"]
    dalam = satu.anak[0]
    assert dalam is not None
    assert dalam.jenis is JenisDaftar.POIN
    assert [pohon.tulis(b) for b in dalam.butir] == ["dalam", "lagi"]
    assert dalam.anak[0] is not None
    assert dalam.anak[0].jenis is JenisDaftar.HURUF
    assert satu.anak[1] is None


def test_inden_yang_terlalu_dalam_tidak_menambah_tingkat() -> None:
    teks = "\n".join(f"{' ' * (3 * n)}- butir {n}" for n in range(200))
    dalam, simpul = 0, daftar(blok_teks(teks)[0])
    while simpul.anak and (anak := next((a for a in simpul.anak if a), None)):
        dalam, simpul = dalam + 1, anak
    assert dalam == 4
    assert len(simpul.butir) == 196


def test_huruf_berurutan_menjadi_daftar_dan_yang_lain_tetap_kalimat() -> None:
    assert daftar(blok_teks("a. satu\nb. dua")[0]).jenis is JenisDaftar.HURUF
    assert [type(b) for b in blok_teks("Menurut huruf\nb. undang-undang\nitu")] == [Paragraf]


def test_baris_menjorok_meneruskan_butirnya() -> None:
    assert pohon.tulis(daftar(blok_teks("- satu\n  sambungan\n- dua")[0]).butir[0]) == "satu sambungan"


def test_baris_kosong_di_antara_butir_tidak_memutus_daftar() -> None:
    assert [len(daftar(b).butir) for b in blok_teks("- satu\n\n- dua\n\n* lain")] == [2, 1]
    assert len(daftar(blok_teks("1. satu\n\n2. dua\n   - dalam\n\n3. tiga")[0]).butir) == 3
    assert [type(b) for b in blok_teks("3. tiga\n\n4. empat")] == [Paragraf, Paragraf]


def test_satu_butir_bernomor_hanya_daftar_sesudah_titik_dua_atau_dengan_pagar() -> None:
    assert [type(b) for b in blok_teks("1. Pada tahun ini")] == [Paragraf]
    assert [type(b) for b in blok_teks("Yaitu:\n1. satu")] == [Paragraf, Daftar]
    assert [type(b) for b in blok_teks("#. satu")] == [Daftar]


def test_subjudul_memuat_yang_di_bawahnya_dan_tidak_masuk_daftar_isi() -> None:
    buku = dengan_narasi(buku_contoh("bkd-kaltim-2024"), Narasi("bab1.sdm", 90, "### Pegawai **tetap**\n\nIsi."))
    dokumen = compose(buku)
    bagian = next(s for s in pohon.semua(dokumen) if isinstance(s, Bagian) and s.judul == "Pegawai **tetap**")
    assert (bagian.bernomor, bagian.terdaftar) == (False, False)
    assert [type(s) for s in bagian.isi] == [Paragraf]
    assert bagian.kunci not in {e.kunci for e in nomori(dokumen).daftar_isi}
    assert bagian.kunci in nomori(dokumen).label_per_kunci


def test_tabel_bergaris_dengan_judul_sumber_dan_rata() -> None:
    kepala, isi = "| Golongan | Jumlah |\n| --- | ---: |", "| IV \\| a | {capaian IKU1} |\n| Jumlah | 5 |"
    teks = f"Tabel: Pegawai\n\n{kepala}\n{isi}\n\nSumber: BKD"
    tabel = blok_teks(teks, KTX)[0]
    assert isinstance(tabel, Tabel)
    assert (tabel.judul, tabel.sumber) == ("Pegawai", "BKD")
    assert [k.rata for k in tabel.kolom] == [Rata.KIRI, Rata.KANAN]
    assert pohon.tulis(tabel.baris[0].sel[0].isi) == "IV | a"
    assert isinstance(tabel.baris[0].sel[1].isi[0], Angka)


def test_tabel_tanpa_judul_tidak_bernomor() -> None:
    tabel = blok_teks("| a | b |\n| c | d |")[0]
    assert isinstance(tabel, Tabel)
    assert (tabel.judul, tabel.kunci, len(tabel.kepala), len(tabel.baris)) == ("", "", 0, 2)


def test_tanda_yang_dimaksud_sendiri_ditulis_dengan_garis_miring_terbalik() -> None:
    assert teks_kaya(r"5 \* 3 \{capaian IKU1}", KTX) == (Teks("5 * 3 {capaian IKU1}"),)
    assert [type(b) for b in blok_teks(r"1\. bukan daftar")] == [Paragraf]


def test_tanpa_konteks_kurung_kurawal_tetap_teks() -> None:
    assert teks_kaya("{capaian IKU1}") == (Teks("{capaian IKU1}"),)


def test_html_dan_skrip_tetap_teks() -> None:
    buku = dengan_narasi(
        buku_contoh("bkd-kaltim-2024"), Narasi("bab1.sdm", 91, "<script>alert(1)</script> **<b>x</b>**")
    )
    html = html_isi(compose(buku))
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; <strong>&lt;b&gt;x&lt;/b&gt;</strong>" in html


# pictures and free tables in their place


def test_gambar_dan_tabel_bebas_berdiri_di_tempat_yang_disebut_dan_hanya_sekali() -> None:
    buku = buku_contoh("bkd-kaltim-2024")
    gambar = GambarNaskah("piagam", "bab1.struktur", "Piagam", isi=b"\x89PNG", sidik="ab", lebar_mm=80)
    tabel = TabelBebas("tabel_77", "bab1.struktur", "Rincian", kepala=("A",), baris=(("x",),))
    laporan = replace(buku.laporan, daftar_gambar=(gambar,), daftar_tabel=(*buku.laporan.daftar_tabel, tabel))
    narasi = Narasi("bab1.sdm", 92, "Lihat {gambar piagam} dan {tabel 77}.\n\n{gambar piagam}\n\n{tabel tabel_77}")
    dokumen = compose(dengan_narasi(replace(buku, laporan=laporan), narasi))
    bagian = pohon.bagian_menurut_kunci(dokumen)["bab1-sdm"]
    assert next(s for s in bagian.isi if isinstance(s, Gambar)).lebar_mm == 80
    semua = [s for s in pohon.semua(dokumen) if isinstance(s, (Gambar, Tabel))]
    assert [s.kunci for s in semua].count("gambar-piagam") == 1
    assert [s.kunci for s in semua if s.judul == "Rincian"] == ["tabel-bebas-tabel_5f_77"]
    assert "Lihat [gambar-piagam] dan [tabel-bebas-tabel_5f_77]." in pohon.teks_dokumen(dokumen)


def test_gambar_tanpa_tempat_berdiri_sesudah_teks_bagiannya_dan_yang_hilang_dikatakan() -> None:
    buku = buku_contoh("bkd-kaltim-2024")
    ada = GambarNaskah("denah", "bab1.sdm", "Denah", isi=b"x", sidik="ab")
    dokumen = compose(
        replace(buku, laporan=replace(buku.laporan, daftar_gambar=(ada, replace(ada, nama="b", isi=b""))))
    )
    isi = pohon.bagian_menurut_kunci(dokumen)["bab1-sdm"].isi
    assert isinstance(isi[-2], Gambar)
    assert isinstance(isi[-1], Paragraf)
    assert isi[-1].gaya is GayaParagraf.KEKURANGAN


# references


def test_rujukan_menemukan_tabel_menurut_bagian_lembar_dan_kunci() -> None:
    buku = buku_contoh("bkd-kaltim-2024")
    teks = "{tabel ringkasan} {tabel tabel-iku} {bagian bab-4} {tabel tak ada} {Tabel SDM} {tabel sdm 2}"
    dokumen = compose(dengan_narasi(buku, Narasi("bab1.sdm", 93, teks)))
    bagian = pohon.bagian_menurut_kunci(dokumen)["bab1-sdm"].isi
    isi = next(s.isi for s in bagian if isinstance(s, Paragraf) and Rujuk("bab-4") in s.isi)
    sdm = [s.kunci for s in bagian if isinstance(s, Tabel)]
    assert [u.kunci for u in isi if isinstance(u, Rujuk)] == ["tabel-ringkasan", "tabel-iku", "bab-4", *sdm[:2]]
    assert "{tabel tak ada}" in pohon.tulis(isi)


# round trips


@SANTAI
@given(TEKS)
@example("**a***b*")
@example("1. a\n\n2. b\n\n- c")
@example("*{capaian IKU1}{* ")
@example("**{***1. ")
@example("| - - * ")
def test_menulis_kembali_yang_terbaca_menghasilkan_yang_sama(teks: str) -> None:
    terbaca = blok_teks(teks, KTX)
    assert blok_teks(tulis_markah(terbaca), KTX) == terbaca


@SANTAI
@given(DAFTAR_TEKS, st.booleans())
@example(["Fungsi:", "a;", "b; dan", "c.", "Penutup."], False)
@example(["1. a\n   - b", "{gambar x}", "c"], True)
def test_naskah_yang_disimpan_tampil_sama(isi: list[str], butir: bool) -> None:
    semula = blok_narasi(baris(isi), KTX, butir=butir)
    naskah = naskah_dari_baris(baris(isi), daftar=butir)
    simpanan = baris(list(baris_dari_naskah(naskah, daftar=butir)))
    assert blok_narasi(simpanan, KTX, butir=butir) == semula


@SANTAI
@given(TEKS)
@example("    ### - ")
@example("    1. a\n  2. b")
def test_teks_yang_disimpan_per_baris_tampil_seperti_dalam_penyunting(teks: str) -> None:
    simpanan = baris(list(baris_dari_naskah(teks, daftar=False)))
    assert blok_narasi(simpanan, KTX) == blok_teks(teks, KTX)


@pytest.mark.parametrize(
    "teks",
    [
        *("*a" * 150_000, "{" * 300_000, "{a " * 100_000, "\\*" * 150_000, "***" * 100_000, "#" * 300_000),
        *("- a\n" * 75_000, "1. a\n" * 60_000, "a:\n\n" * 75_000, "| a |\n" * 50_000, "| a " * 75_000, " " * 300_000),
        *("### a\n" * 50_000, "{gambar x}\n" * 27_000, "Tabel: a\n" * 33_000, "x" * 300_000),
    ],
    ids=lambda teks: repr(teks[:6]),
)
def test_teks_300_ribu_huruf_terbaca_tertulis_dan_tersimpan(teks: str) -> None:
    """Finishes at all: anything quadratic would take minutes here."""
    assert tulis_markah(blok_teks(teks, KTX)) is not None
    assert baris_dari_naskah(teks, daftar=False) is not None
    assert baris_dari_naskah(teks, daftar=True) is not None


def test_laporan_dengan_teks_aneh_di_semua_ruas_tetap_tersusun() -> None:
    buku = buku_contoh("bkd-kaltim-2024")
    aneh = "### <i>\n1. a\n   - {capaian IKU1}\n| x |\nTabel: {\n\n{gambar tak ada}\n{tabel x y z}\n**"
    narasi = [Narasi(r.bagian, 99, aneh) for r in compose_naskah(buku).daftar_ruas]
    dokumen = compose(dengan_narasi(buku, *narasi))
    kunci = [s.kunci for s in pohon.semua(dokumen) if isinstance(s, (Tabel, Bagian)) and s.kunci]
    assert len(kunci) == len(set(kunci))
    assert "&lt;i&gt;" in html_isi(dokumen)
