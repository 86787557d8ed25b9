"""The draft made of units is the report of one rendering: page by page, link by link; and what it keeps is safe."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring, tostring

import pikepdf
import pytest

from lkjip.laporan.isi import Bab, Bagian, Dokumen, Teks
from lkjip.laporan.render import pdf_kolam, pdf_pekerja
from lkjip.laporan.render.pdf import BerkasLampiran, MediaCetak, html_cetak, pdf_laporan
from lkjip.laporan.render.pdf_draf import Kemajuan, Tahap, pdf_draf
from lkjip.laporan.render.pdf_satuan import belah_satuan, pohon
from lkjip.laporan.render.pdf_tembolok import Tembolok
from tests.laporan.contoh_dokumen import KALIMAT, contoh_dokumen, dokumen_triwulan, grafik_capaian, p, tabel_panjang

LAMPIRAN = (BerkasLampiran("buku.xlsx", b"isi buku kerja", "Buku kerja asal laporan ini"),)


def dokumen_panjang() -> Dokumen:
    """The example with one more long chapter, whose sections end at all heights of a page."""
    bagian = tuple(
        Bagian(
            f"s{ke}",
            f"Sasaran {ke}",
            (
                *(p(KALIMAT * (1 + ke % 3)) for _ in range(2 + ke % 5)),
                replace(tabel_panjang(12 + ke), kunci=f"ts{ke}"),
                *((replace(grafik_capaian(), kunci=f"gs{ke}"),) if ke % 2 else ()),
            ),
        )
        for ke in range(9)
    )
    dokumen = contoh_dokumen()
    return replace(dokumen, bab=(*dokumen.bab, Bab("panjang", "Bab Panjang", (Bagian("sp", "Capaian", bagian),))))


def tulisan(isi: bytes, tmp_path: Path) -> list[str]:
    """Words of each page, in reading order, with their places."""
    path = tmp_path / "laporan.pdf"
    path.write_bytes(isi)
    hasil = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True, check=True).stdout
    return hasil.split("<page")[1:]


def tujuan(pdf: pikepdf.Pdf) -> dict[str, tuple[int, float]]:
    """Page and height of each named place."""
    nomor = {halaman.obj.objgen: ke for ke, halaman in enumerate(pdf.pages)}
    isi = list(pdf.Root.Names.Dests.Names)
    return {
        str(nama): (nomor[tempat[0].objgen], round(float(tempat[3]), 1))
        for nama, tempat in zip(isi[::2], isi[1::2], strict=True)
    }


def tautan(pdf: pikepdf.Pdf) -> list[tuple[int, str]]:
    return [
        (ke, str(satu.Dest))
        for ke, halaman in enumerate(pdf.pages)
        for satu in halaman.obj.get("/Annots", ())
        if satu.Subtype == "/Link"
    ]


def markah(pdf: pikepdf.Pdf) -> list[Any]:
    def cabang(daftar: Any) -> list[Any]:
        return [(str(satu.title), satu.is_closed, cabang(satu.children)) for satu in daftar]

    with pdf.open_outline() as daftar:
        return cabang(daftar.root)


@pytest.fixture(scope="module")
def tempat(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("satuan")


@pytest.fixture(scope="module")
def draf(tempat: Path) -> bytes:
    return pdf_draf(dokumen_panjang(), tembolok=tempat, proses=2, lampiran_berkas=LAMPIRAN)


@pytest.fixture(scope="module")
def satu_tata() -> bytes:
    return pdf_laporan(dokumen_panjang(), lampiran_berkas=LAMPIRAN)


@pytest.fixture(scope="module")
def kedua(draf: bytes, satu_tata: bytes) -> Iterator[tuple[pikepdf.Pdf, pikepdf.Pdf]]:
    with pikepdf.open(BytesIO(draf)) as a, pikepdf.open(BytesIO(satu_tata)) as b:
        yield a, b


def test_bab_panjang_dibelah_dan_pengenal_tidak_kembar() -> None:
    rantai = belah_satuan(pohon(html_cetak(dokumen_panjang(), MediaCetak())))
    assert max(len(satuan) for satuan in rantai) >= 4
    id_semua = [u.get("id") for satuan in rantai for s in satuan for u in fromstring(s.isi).iter()]
    dikenal = [satu for satu in id_semua if satu and satu != "lk-ujung"]
    assert len(dikenal) == len(set(dikenal))


def test_setiap_kata_di_tempat_yang_sama_dengan_satu_tata_letak(draf: bytes, satu_tata: bytes, tmp_path: Path) -> None:
    a, b = tulisan(draf, tmp_path), tulisan(satu_tata, tmp_path)
    assert len(a) == len(b)
    for ke, (kiri, kanan) in enumerate(zip(a, b, strict=True)):
        assert _kata(kiri) == _kata(kanan), f"halaman {ke + 1}"


def _kata(halaman: str) -> list[tuple[str, ...]]:
    """Words with their corner, to a tenth of a point; foot and page may come in another order of drawing."""
    hasil = []
    for baris in halaman.splitlines():
        if "<word" in baris:
            bagian = baris.split('"')
            hasil.append((f"{float(bagian[1]):.0f}", f"{float(bagian[3]):.0f}", bagian[-1]))
    return sorted(hasil)


def test_tautan_tempat_markah_dan_penanda_halaman_sama(kedua: tuple[pikepdf.Pdf, pikepdf.Pdf]) -> None:
    a, b = kedua
    assert tautan(a) == tautan(b)
    assert markah(a) == markah(b)
    assert str(a.Root.PageLabels.Nums) == str(b.Root.PageLabels.Nums)
    tempat_a, tempat_b = tujuan(a), tujuan(b)
    assert {nama for _, nama in tautan(a)} <= tempat_a.keys()
    assert {nama: tempat_a[nama] for nama in tempat_b if nama in tempat_a} == tempat_b


def test_metadata_lampiran_dan_profil_warna_terbawa(kedua: tuple[pikepdf.Pdf, pikepdf.Pdf]) -> None:
    a, b = kedua
    assert a.attachments["buku.xlsx"].get_file().read_bytes() == b"isi buku kerja"
    assert str(a.Root.AF[0].AFRelationship) == "/Source"
    assert a.Root.Metadata.read_bytes() == b.Root.Metadata.read_bytes()
    assert str(a.Root.OutputIntents[0].S) == "/GTS_PDFA1"
    assert dict(a.docinfo) == dict(b.docinfo)


def test_byte_sama_dari_tembolok_dan_dengan_satu_proses(draf: bytes, tempat: Path) -> None:
    kabar: list[Kemajuan] = []
    ulang = pdf_draf(dokumen_panjang(), tembolok=tempat, proses=1, lapor=kabar.append, lampiran_berkas=LAMPIRAN)
    assert ulang == draf
    assert [satu.tahap for satu in kabar] == sorted([s.tahap for s in kabar], key=[str(t) for t in Tahap].index)
    assert {satu.tahap for satu in kabar} == set(Tahap)


def test_satu_bagian_berubah_hanya_menata_yang_berubah(
    draf: bytes, tempat: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dikerjakan: list[bytes] = []
    asli = pdf_pekerja.tata_satuan

    def catat(isi: bytes, *lain: Any) -> Any:
        dikerjakan.append(isi)
        return asli(isi, *lain)

    monkeypatch.setattr(pdf_kolam, "tata_satuan", catat)
    dokumen = dokumen_panjang()
    pengantar = replace(dokumen.bab[0], isi=(p("Kalimat baru."), *dokumen.bab[0].isi))
    pdf_draf(replace(dokumen, bab=(pengantar, *dokumen.bab[1:])), tembolok=tempat, proses=1)
    assert len(dikerjakan) == 1
    assert b"Kalimat baru." in dikerjakan[0]


def test_laporan_pendek_tanpa_halaman_romawi(tmp_path: Path) -> None:
    a, b = pdf_draf(dokumen_triwulan(), tembolok=None, proses=1), pdf_laporan(dokumen_triwulan())
    assert [_kata(satu) for satu in tulisan(a, tmp_path)] == [_kata(satu) for satu in tulisan(b, tmp_path)]


def test_yang_dilempar_pelapor_membatalkan_dan_tidak_meninggalkan_proses() -> None:
    class Dibatalkan(Exception):
        pass

    def lapor(kabar: Kemajuan) -> None:
        if kabar.tahap == Tahap.MENATA:
            raise Dibatalkan

    with pytest.raises(Dibatalkan):
        pdf_draf(contoh_dokumen(), tembolok=None, proses=2, lapor=lapor)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_teks_apa_pun_tetap_teks() -> None:
    jahat = "\x0b\x00\ud800 <script>alert(1)</script> &nbsp; ]]> <img src='file:///etc/passwd'> http://contoh.id/"
    bab = Bab("b", jahat, (Bagian("s", jahat, (p(jahat),)),))
    isi = pdf_draf(replace(contoh_dokumen(), bab=(bab,)), tembolok=None, proses=1)
    assert isi.startswith(b"%PDF-")
    akar = pohon(html_cetak(replace(contoh_dokumen(), bab=(bab,)), MediaCetak()))
    assert b"&lt;script&gt;" in tostring(akar)


def test_tembolok_mengabaikan_isi_rusak_dan_membuang_yang_lama(tmp_path: Path) -> None:
    simpanan = Tembolok(tmp_path, batas=1000)
    for ke in range(20):
        simpanan.simpan(f"k{ke}", bytes([ke]) * 100)
        os.utime(tmp_path / f"k{ke}", (ke, ke))
    (tmp_path / "k19").write_bytes(b"terpotong")
    os.utime(tmp_path / "k19", (19, 19))
    assert simpanan.ambil("k19") is None
    os.utime(tmp_path / "k19", (19, 19))
    simpanan.rapikan()
    assert simpanan.ambil("k18") == bytes([18]) * 100
    assert simpanan.ambil("k0") is None
    assert sum(satu.stat().st_size for satu in tmp_path.iterdir()) <= 1000


def test_percepatan_tidak_mengubah_satu_byte_pun() -> None:
    perintah = (
        "import sys, hashlib; from lkjip.laporan.render import percepatan;"
        "percepatan.VERSI = percepatan.VERSI if sys.argv[1] == 'ya' else ();"
        "from tests.laporan.contoh_dokumen import dokumen_triwulan; from lkjip.laporan.render.pdf import pdf_laporan;"
        "print(percepatan.pasang(), hashlib.sha256(pdf_laporan(dokumen_triwulan(), akhir=True)).hexdigest())"
    )
    ya, tidak = (
        subprocess.run(
            [sys.executable, "-c", perintah, pilihan], capture_output=True, text=True, check=True
        ).stdout.split()
        for pilihan in ("ya", "tidak")
    )
    assert (ya[0], tidak[0]) == ("True", "False")
    assert ya[1] == tidak[1]


def test_kalimat_di_tengah_bab_tidak_menggeser_yang_lain(tempat: Path, tmp_path: Path, draf: bytes) -> None:
    dokumen = dokumen_panjang()
    *depan, bab = dokumen.bab
    (capaian,) = bab.isi
    assert isinstance(capaian, Bagian)
    sasaran = capaian.isi[4]
    assert isinstance(sasaran, Bagian)
    baru = replace(sasaran, isi=(p(Teks(KALIMAT).isi), *sasaran.isi))
    bab = replace(bab, isi=(replace(capaian, isi=(*capaian.isi[:4], baru, *capaian.isi[5:])),))
    dokumen = replace(dokumen, bab=(*depan, bab))
    a, b = pdf_draf(dokumen, tembolok=tempat, proses=1), pdf_laporan(dokumen)
    assert [_kata(satu) for satu in tulisan(a, tmp_path)] == [_kata(satu) for satu in tulisan(b, tmp_path)]
