"""Numbers of tables and pictures: by chapter, by annex, straight through before Bab I."""

from __future__ import annotations

from lkjip.laporan.isi import (
    Bab,
    Bagian,
    Baris,
    Dokumen,
    Gambar,
    JenisBab,
    Kertas,
    Kolom,
    Sampul,
    Sel,
    Tabel,
    Teks,
    nomori,
)


def tabel(kunci: str, judul: str = "Judul") -> Tabel:
    return Tabel((Kolom(1),), (Baris((Sel((Teks("x"),)),)),), kunci=kunci, judul=judul)


def label(*bab: Bab) -> dict[str, str]:
    return dict(nomori(Dokumen("J", "P", "K", None, Sampul("J", "A", "I", "P"), bab)).label_per_kunci)


def test_tabel_di_depan_bernomor_satu_angka_dan_berlanjut_antarbab_depan() -> None:
    hasil = label(
        Bab("pengantar", "Pengantar", (tabel("a"),), JenisBab.DEPAN),
        Bab("ikhtisar", "Ikhtisar", (tabel("b"),), JenisBab.DEPAN),
        Bab("bab-1", "Satu", (Bagian("s", "S", (tabel("c"), tabel("polos", ""), tabel("d"))),)),
        Bab("bab-2", "Dua", (tabel("e"),)),
        Bab("lampiran-x", "X", (tabel("f"),), JenisBab.LAMPIRAN),
    )
    assert [hasil[k] for k in "abcdef"] == ["Tabel 1", "Tabel 2", "Tabel 1.1", "Tabel 1.2", "Tabel 2.1", "Tabel L1.1"]
    assert "polos" not in hasil


def test_laporan_pendek_bernomor_lurus_tanpa_kembar_dengan_bagian_depan() -> None:
    hasil = label(
        Bab("pengantar", "Pengantar", (tabel("a"),), JenisBab.DEPAN),
        Bab("x", "X", (tabel("b"),), JenisBab.BIASA),
        Bab("y", "Y", (tabel("c"),), JenisBab.BIASA),
    )
    assert [hasil[k] for k in "abcxy"] == ["Tabel 1", "Tabel 2", "Tabel 3", "A.", "B."]


def test_lembar_polos_tidak_masuk_daftar_dan_gambar_tanpa_judul_tidak_bernomor() -> None:
    lambang = Gambar("", "", b"", "image/png", "Lambang", lebar_mm=20)
    lembar = Bab("pk", "Pernyataan", (lambang, Bagian("s", "S", (tabel("a"),))), JenisBab.POLOS)
    hasil = nomori(Dokumen("J", "P", "", None, None, (lembar, Bab("b", "Satu", (tabel("c"),)))))
    assert [satu.kunci for satu in hasil.daftar_isi] == ["b"]
    assert hasil.daftar_gambar == ()
    assert [hasil.label_per_kunci[k] for k in ("pk", "a", "c")] == ["", "Tabel 1", "Tabel 1.1"]


def test_ukuran_kertas_dalam_milimeter() -> None:
    assert (Kertas.A4.ukuran_mm, Kertas.F4.ukuran_mm) == ((210, 297), (215, 330))
