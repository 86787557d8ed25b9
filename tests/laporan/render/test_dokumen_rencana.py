"""The planning documents as files: each format of each document, the same bytes each time, no signature alone."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from docx import Document
from PIL import Image

from lkjip.buku_kerja.parse import baca_buku
from lkjip.cetak_dokumen import MIME_DOKUMEN, PENCETAK_DOKUMEN, nama_berkas
from lkjip.laporan.compose.dokumen_bagian import profil_buku
from lkjip.laporan.compose.dokumen_iku import dokumen_iku
from lkjip.laporan.compose.dokumen_perjanjian import dokumen_perjanjian
from lkjip.laporan.compose.dokumen_rencana_aksi import dokumen_rencana_aksi
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.perjanjian import lembar_buku
from lkjip.laporan.data_dokumen import BagianUnit, LembarJanji, PihakJanji
from lkjip.laporan.isi import Baris, Dokumen, Gambar, Kertas, Rata, Sel, Tabel, Teks
from lkjip.laporan.render.pdf import MediaCetak, html_cetak, tata_letak
from lkjip.laporan.render.rentang import tempatkan
from renstra.data import Versi

CONTOH = Path(__file__).resolve().parents[3] / "contoh"


@pytest.fixture(scope="module")
def kaltim() -> Konteks:
    buku = baca_buku(CONTOH / "bkd-kaltim-2024").buku
    assert buku is not None
    return Konteks(buku)


@pytest.fixture(scope="module")
def daftar(kaltim: Konteks) -> dict[str, Dokumen]:
    ktx, profil = kaltim, profil_buku(kaltim)
    return {
        "pk": dokumen_perjanjian(ktx, lembar_buku(ktx, Versi.PERUBAHAN), profil),
        "rencana-aksi": dokumen_rencana_aksi(ktx, profil),
        "iku": dokumen_iku(ktx, profil, Kertas.F4),
    }


@pytest.mark.parametrize("jenis", ["html", "pdf", "docx"])
def test_ketiga_dokumen_menjadi_berkas_yang_selalu_sama(daftar: dict[str, Dokumen], jenis: str) -> None:
    awal = {"html": b"<!DOCTYPE html>", "pdf": b"%PDF-1.7", "docx": b"PK"}[jenis]
    for nama, dokumen in daftar.items():
        isi = PENCETAK_DOKUMEN[jenis](dokumen)
        assert isi.startswith(awal), nama
        assert isi == PENCETAK_DOKUMEN[jenis](dokumen), nama
    assert MIME_DOKUMEN.keys() == PENCETAK_DOKUMEN.keys()


def test_halaman_menurut_kertas_dan_arah(daftar: dict[str, Dokumen]) -> None:
    ukuran = {}
    for nama, dokumen in daftar.items():
        with pikepdf.open(BytesIO(PENCETAK_DOKUMEN["pdf"](dokumen))) as pdf:
            ukuran[nama] = [[round(float(n) / 72 * 25.4) for n in halaman.mediabox[2:]] for halaman in pdf.pages]
    assert ukuran["pk"] == [[210, 297]] * 2
    assert set(map(tuple, ukuran["rencana-aksi"])) == {(297, 210)}
    assert set(map(tuple, ukuran["iku"])) == {(330, 215)}


def _tulisan_per_halaman(dokumen: Dokumen) -> list[str]:
    media = MediaCetak()
    halaman = tata_letak(html_cetak(dokumen, media), media).pages

    def kata(kotak: object) -> str:
        anak = getattr(kotak, "children", ())
        return str(getattr(kotak, "text", "")) + " ".join(map(kata, anak))

    return [kata(satu._page_box) for satu in halaman]


@pytest.mark.parametrize("banyak", [1, 5, 20])
def test_tanda_tangan_tidak_sendirian_di_halamannya(daftar: dict[str, Dokumen], banyak: int) -> None:
    for nama in ("pk", "rencana-aksi", "iku"):
        dokumen = _dengan_baris(daftar[nama], banyak)
        terakhir = _tulisan_per_halaman(dokumen)[-1]
        assert "NIP" in terakhir
        assert "uraian panjang" in terakhir or nama == "pk", nama


def _berlambang(daftar: dict[str, Dokumen], nama: str) -> Dokumen:
    """The sheet with an emblem before everything else, as the site prints it."""
    dokumen = daftar[nama]
    gambar = Image.new("RGB", (40, 50), "green")
    simpan = BytesIO()
    gambar.save(simpan, "PNG")
    lambang = Gambar("logo", "", simpan.getvalue(), "image/png", "Lambang", lebar_mm=20)
    awal, *lain = dokumen.bab
    return replace(dokumen, bab=(replace(awal, isi=(lambang, *awal.isi)), *lain))


@pytest.mark.parametrize("nama", ["rencana-aksi", "iku"])
def test_lambang_tidak_membuat_lembar_mendatar_terpisah_arah(daftar: dict[str, Dokumen], nama: str) -> None:
    dokumen = _berlambang(daftar, nama)
    with pikepdf.open(BytesIO(PENCETAK_DOKUMEN["pdf"](dokumen))) as pdf:
        assert all(halaman.mediabox[2] > halaman.mediabox[3] for halaman in pdf.pages)
    docx = Document(BytesIO(PENCETAK_DOKUMEN["docx"](dokumen)))
    assert all((bagian.page_width or 0) > (bagian.page_height or 0) for bagian in docx.sections)
    assert "INDIKATOR KINERJA UTAMA" in _tulisan_per_halaman(dokumen)[0] or nama == "rencana-aksi"


def test_pernyataan_berlambang_dengan_nama_panjang_tetap_satu_halaman(kaltim: Konteks) -> None:
    """A unit's sheet: three lines of heading, posts and names that take two lines each."""
    panjang = PihakJanji(
        "Plt. Kepala Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kabupaten Uji Coba",
        "Dr. Siti Rahmawati Kusumaningrum Hadiwijaya, S.Sos., M.Si., M.A.P.",
        "Pembina Utama Muda (IV/c)",
        "197505122000032001",
    )
    unit = BagianUnit("Bidang Pengadaan, Mutasi, dan Promosi Aparatur Sipil Negara")
    janji = LembarJanji(Versi.PERUBAHAN, panjang, panjang, "Kota Uji", None, unit)
    dokumen = _berlambang({"pk": dokumen_perjanjian(kaltim, janji, profil_buku(kaltim))}, "pk")
    halaman = _tulisan_per_halaman(dokumen)
    assert len(halaman) == 2
    assert "NIP" in halaman[0]
    assert "LAMPIRAN" in halaman[1]


def _dengan_baris(dokumen: Dokumen, banyak: int) -> Dokumen:
    """The same sheet with so many rows, two sasaran among them, in its widest table."""
    bab = dokumen.bab[-1]
    isi = list(bab.isi)
    lebar, ke = max((len(blok.kolom), n) for n, blok in enumerate(isi) if isinstance(blok, Tabel))
    tabel = isi[ke]
    assert isinstance(tabel, Tabel)
    panjang = Sel((Teks("Sebuah uraian panjang yang memakan beberapa larik di dalam selnya"),))
    kelompok = Sel((Teks("Sasaran"),), Rata.KIRI, 1, banyak)
    baris = tuple(
        Baris((*((kelompok,) if not n else ()), *(panjang,) * 3, *(Sel((Teks("1"),)),) * (lebar - 4)))
        for n in range(banyak)
    )
    isi[ke] = replace(tabel, baris=baris)
    return replace(dokumen, bab=(*dokumen.bab[:-1], replace(bab, isi=tuple(isi))))


def test_sel_panjang_dipotong_di_batas_yang_sama() -> None:
    """Two columns span the rows; where one is cut the other is, too, so that a page can end there."""
    luar, dalam = Sel((Teks("luar"),), rentang_baris=10), Sel((Teks("dalam"),), rentang_baris=8)
    polos = Sel((Teks("x"),))
    daftar_baris = [Baris((luar, dalam, polos)), *(Baris((polos,)) for _ in range(7)), *(Baris((polos, polos)),) * 2]
    tinggi = [7] * 10
    hasil = tempatkan(daftar_baris, 3, potong=True, tinggi=tinggi)
    assert [n for n, satu in enumerate(hasil) if not satu.bersambung] == [3, 7, 9]
    assert [[(s.kolom, s.sel.rentang_baris) for s in satu.sel if s.sel.rentang_baris > 1] for satu in hasil] == [
        [(0, 4), (1, 4)], [], [], [], [(0, 4), (1, 4)], [], [], [], [(0, 2)], [],
    ]  # fmt: skip


def test_nama_berkas_aman() -> None:
    assert nama_berkas("pk", "BKD-KALTIM", "2024", "Bidang Mutasi & Promosi", "perubahan") == (
        "pk-bkd-kaltim-2024-bidang-mutasi-promosi-perubahan"
    )
