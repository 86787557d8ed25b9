"""Who signs which document, where the field lies on the page, and what the seal leaves free around it."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from functools import cache
from io import BytesIO, StringIO
from itertools import combinations
from pathlib import Path

import pikepdf
import pytest
import zxingcpp
from PIL import Image

from lkjip.data import BukuKerja
from lkjip.laporan.compose import compose
from lkjip.laporan.compose.dokumen_bagian import profil_buku
from lkjip.laporan.compose.dokumen_iku import dokumen_iku
from lkjip.laporan.compose.dokumen_perjanjian import dokumen_perjanjian
from lkjip.laporan.compose.dokumen_rencana_aksi import dokumen_rencana_aksi
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.perjanjian import lembar_buku
from lkjip.laporan.data import Narasi
from lkjip.laporan.data_dokumen import BagianUnit, PihakJanji
from lkjip.laporan.data_penyusunan import Bentuk
from lkjip.laporan.data_pilihan import PilihanLaporan, UnitPelapor
from lkjip.laporan.data_terbitan import BIDANG_KEPALA, BIDANG_KEPALA_DAERAH, BIDANG_UNIT, Cap, JenisSertifikat
from lkjip.laporan.isi import (
    Bab,
    Bagian,
    Dokumen,
    HurufTema,
    JenisBab,
    Kertas,
    Paragraf,
    Pihak,
    Sampul,
    TandaTangan,
    Teks,
)
from lkjip.laporan.render.bidang_tanda import daftar_pihak
from lkjip.laporan.render.pdf import MediaCetak, html_cetak, pdf_laporan
from lkjip.penyusunan.proses import Kiriman, Pelapor, susun
from renstra.data import Versi
from tests.laporan.contoh_dokumen import grafik_capaian, tabel_panjang
from tests.laporan.render.verapdf import periksa_berkas
from tests.situs.pemeran import buku_uji

ALAMAT = "https://lkjip.contoh.go.id/v/K7QM3XTF9R2P/"
CAP = Cap("K7QM3XTF9R2P", ALAMAT, JenisSertifikat.PERCOBAAN)
UNIT = BagianUnit("Bidang A", frozenset({"I1"}))
Kotak = tuple[float, ...]


def _logo() -> bytes:
    """Half transparent, as emblems are."""
    keluar = BytesIO()
    Image.new("RGBA", (40, 50), (180, 0, 0, 90)).save(keluar, "PNG")
    return keluar.getvalue()


@cache
def _dokumen(huruf: HurufTema = HurufTema.LIBERATION_SANS, kertas: Kertas = Kertas.A4, *, kalimat: int = 1) -> Dokumen:
    """A cover with a logo, pages upright and on their side; two parties sign upright, one on its side."""
    sampul = Sampul("Laporan", "Tahun 2024", "Badan", "Pemda", "Samarinda, 2025", logo=_logo(), sidik_logo="logo")
    penuh = Paragraf((Teks("Kalimat yang mengisi halaman sampai ke tepi bawahnya. " * kalimat),))
    kepala = TandaTangan((Pihak("", "Kepala Badan", "Nama Kepala", kunci=BIDANG_KEPALA),), "Samarinda")
    dua = (Pihak("", "Gubernur", "Nama Gubernur", tanpa_nip=True, kunci=BIDANG_KEPALA_DAERAH), Pihak(kunci=BIDANG_UNIT))
    lintang = Bagian("lintang", "Melintang", (tabel_panjang(3), penuh, kepala), mendatar=True)
    bab = (
        Bab("satu", "Satu", (penuh, grafik_capaian(3), TandaTangan(dua))),
        Bab("dua", "Dua", (lintang,), JenisBab.LAMPIRAN),
    )
    dokumen = Dokumen("Laporan", "Badan", "Laporan 2024 · Badan", None, sampul, bab, kertas=kertas, cap=CAP)
    return replace(dokumen, tema=replace(dokumen.tema, huruf=huruf))


@cache
def _final() -> bytes:
    return pdf_laporan(_dokumen(), akhir=True)


def _kata(isi: bytes) -> list[list[tuple[str, Kotak]]]:
    """The words of each page with their boxes, cut at top and bottom by what letters leave free in a line."""
    hasil = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=isi, capture_output=True, check=True)
    pola = re.compile(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</word>')
    halaman: list[list[tuple[str, Kotak]]] = []
    for satu in hasil.stdout.decode().split("<page ")[1:]:
        baris: list[tuple[str, Kotak]] = []
        for *sisi, teks in pola.findall(satu):
            kiri, atas, kanan, bawah = map(float, sisi)
            susut = (bawah - atas) * 0.18
            baris.append((teks, (kiri, atas + susut, kanan, bawah - susut)))
        halaman.append(baris)
    return halaman


def _bertumpuk(a: Kotak, b: Kotak) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


@pytest.mark.parametrize("kertas", list(Kertas))
@pytest.mark.parametrize("huruf", list(HurufTema))
def test_kaki_hukum_tidak_menimpa_apa_pun_di_kertas_tegak_dan_melintang(huruf: HurufTema, kertas: Kertas) -> None:
    halaman = _kata(pdf_laporan(_dokumen(huruf, kertas, kalimat=90), akhir=True))
    for kata in halaman:
        tumpuk = [(a, b) for (a, ka), (b, kb) in combinations(kata, 2) if _bertumpuk(ka, kb)]
        assert tumpuk == []
        assert {"PERCOBAAN:", "ITE", "K7QM-3XTF-9R2P"} <= {teks for teks, _ in kata}


def test_percobaan_tertulis_besar_di_kepala_setiap_halaman() -> None:
    for kata in _kata(_final()):
        tinggi = [atas for teks, (_, atas, *_) in kata if teks == "RESMI"]
        assert len(tinggi) == 1
        assert tinggi[0] < 60


def test_bidang_di_halaman_melintang_meliputi_qr_dan_ruang_di_kanannya(tmp_path: Path) -> None:
    with pikepdf.open(BytesIO(_final())) as pdf:
        *_, bidang = pdf.Root.AcroForm.Fields
        nomor = [satu.obj.objgen for satu in pdf.pages].index(bidang.P.objgen) + 1
        kiri, bawah, kanan, atas = (float(sisi) for sisi in bidang.Rect)
        lebar, tinggi = (float(sisi) for sisi in pdf.pages[nomor - 1].mediabox[2:])
    assert lebar > tinggi
    (tmp_path / "a.pdf").write_bytes(_final())
    perintah = ["pdftoppm", "-r", "110", "-png", "-singlefile", "-f", str(nomor), "a.pdf", "a"]
    subprocess.run(perintah, cwd=tmp_path, check=True)
    (qr,) = zxingcpp.read_barcodes(Image.open(tmp_path / "a.png"))
    assert qr.text == ALAMAT
    sudut = (qr.position.top_left, qr.position.bottom_right)
    (x1, y1), (x2, y2) = ((s.x * 72 / 110, tinggi - s.y * 72 / 110) for s in sudut)
    assert kiri < x1 < x2 < (kiri + kanan) / 2
    assert bawah < y2 < y1 < atas


def test_final_dan_pdf14_dengan_logo_bening_grafik_dan_tabel_lolos_verapdf(tmp_path: Path) -> None:
    final, lama = tmp_path / "final.pdf", tmp_path / "lama.pdf"
    final.write_bytes(_final())
    lama.write_bytes(pdf_laporan(_dokumen(), akhir=True, pdf14=True))
    jenis = [f"3a:{final}", f"ua1:{final}", f"1a:{lama}"]
    assert periksa_berkas(jenis) == {satu: [] for satu in jenis}
    assert b"pdfuaid" in final.read_bytes()
    assert b"pdfuaid" not in lama.read_bytes()


def _nama(dokumen: Dokumen) -> list[str]:
    return [satu.kunci for satu in daftar_pihak(dokumen)]


def _dengan_pengantar(buku: BukuKerja) -> BukuKerja:
    narasi = Narasi("tw1.pengantar", isi="Kata pengantar yang ditulis sendiri.")
    return replace(buku, laporan=replace(buku.laporan, daftar_narasi=(narasi,)))


def test_tiap_dokumen_punya_bidang_bagi_yang_menandatanganinya() -> None:
    buku = buku_uji("d-uji")
    ktx = Konteks(buku)
    profil, lembar = profil_buku(ktx), lembar_buku(ktx, Versi.MURNI)
    unit = PilihanLaporan(2, UnitPelapor(UNIT, PihakJanji("Kepala Bidang A", "Budi")))
    assert _nama(compose(buku)) == [BIDANG_KEPALA]
    assert _nama(compose(buku, PilihanLaporan(1))) == [BIDANG_KEPALA]
    assert _nama(compose(_dengan_pengantar(buku), PilihanLaporan(1))) == [BIDANG_KEPALA]
    assert _nama(compose(buku, unit)) == [BIDANG_KEPALA, BIDANG_UNIT]
    assert _nama(dokumen_iku(ktx, profil)) == _nama(dokumen_rencana_aksi(ktx, profil)) == [BIDANG_KEPALA]
    assert _nama(dokumen_perjanjian(ktx, lembar, profil)) == [BIDANG_KEPALA_DAERAH, BIDANG_KEPALA]
    assert _nama(dokumen_perjanjian(ktx, replace(lembar, unit=UNIT), profil)) == [BIDANG_KEPALA, BIDANG_UNIT]


def test_blok_yang_terulang_merujuk_ke_kotak_pertama_dan_id_tidak_kembar() -> None:
    buku = _dengan_pengantar(buku_uji("d-uji"))
    ktx = Konteks(buku)
    lembar = dokumen_perjanjian(ktx, lembar_buku(ktx, Versi.MURNI), profil_buku(ktx))
    for dokumen in (lembar, compose(buku), compose(buku, PilihanLaporan(1))):
        markah = html_cetak(replace(dokumen, cap=CAP), MediaCetak())
        daftar_id = re.findall(r' id="([^"]+)"', markah)
        assert len(daftar_id) == len(set(daftar_id))
        tujuan = re.findall(r'href="#([^"]*ttd[^"]*)"', markah)
        assert tujuan
        assert set(tujuan) <= set(daftar_id)


@pytest.mark.parametrize("jenis", ["laporan", "lembar"])
def test_kiriman_dengan_cap_membuat_final_yang_siap_ditandatangani(jenis: str, tmp_path: Path) -> None:
    buku = buku_uji("d-uji")
    ktx = Konteks(buku)
    isi = buku if jenis == "laporan" else dokumen_iku(ktx, profil_buku(ktx))
    kiriman = Kiriman(isi, Bentuk.PDF, True, tmp_path / "a.pdf", None, 1, 900, cap=CAP, pdf14=True)
    hasil = susun(kiriman, Pelapor(StringIO()))
    assert hasil.startswith(b"%PDF-1.4")
    with pikepdf.open(BytesIO(hasil)) as pdf:
        assert [str(satu.T) for satu in pdf.Root.AcroForm.Fields] == [BIDANG_KEPALA]


def test_kotak_dua_pihak_sejajar_juga_bila_hanya_satu_yang_bersebutan() -> None:
    kiri = Pihak("Mengetahui", "Kepala Badan", "Nama", kunci=BIDANG_KEPALA)
    kanan = Pihak("", "Kepala Bidang", "Nama", kunci=BIDANG_UNIT)
    bab = Bab("a", "A", (TandaTangan((kiri, kanan), "Samarinda"),), JenisBab.POLOS)
    isi = pdf_laporan(replace(_dokumen(), sampul=None, bab=(bab,)), akhir=True)
    with pikepdf.open(BytesIO(isi)) as pdf:
        bawah, bawah_kanan = (float(satu.Rect[1]) for satu in pdf.Root.AcroForm.Fields)
    assert bawah == pytest.approx(bawah_kanan, abs=0.1)
