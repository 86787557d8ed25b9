"""The final PDF beyond what a validator sees: what a screen reader reads, in which order, and that it can be signed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import pairwise
from typing import Any

import pikepdf
import pytest

from lkjip.laporan.isi import Bab, Bagian, Daftar, JenisDaftar, Tabel, Teks, nomori, telusuri
from lkjip.laporan.render.pdf import BerkasLampiran, pdf_laporan
from tests.laporan.contoh_dokumen import KALIMAT, contoh_dokumen, dokumen_lembar, dokumen_triwulan, p

_PASANGAN = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")


@cache
def _akhir() -> bytes:
    return pdf_laporan(contoh_dokumen(), akhir=True)


@pytest.fixture
def pdf() -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(_akhir())) as terbuka:
        yield terbuka


def _unsur(pdf: pikepdf.Pdf, jenis: str = "") -> list[Any]:
    """Elements of the structure tree in reading order."""
    hasil: list[Any] = []

    def turun(unsur: Any) -> None:
        if isinstance(unsur, int) or "/S" not in unsur:
            return
        if not jenis or str(unsur.S) == f"/{jenis}":
            hasil.append(unsur)
        for anak in unsur.get("/K", []):
            turun(anak)

    turun(pdf.Root.StructTreeRoot.K[0])
    return hasil


def _peta(huruf: Any) -> dict[bytes, str]:
    isi = huruf.ToUnicode.read_bytes()
    return {
        bytes.fromhex(kode.decode()): bytes.fromhex(tulisan.decode()).decode("utf-16-be")
        for kode, tulisan in _PASANGAN.findall(isi)
    }


def _teks_per_tanda(halaman: Any) -> dict[int, str]:
    """The text of each piece of marked content of a page."""
    huruf = {nama: _peta(satu) for nama, satu in halaman.Resources.Font.items()}
    hasil: dict[int, str] = {}
    tanda, peta = -1, dict[bytes, str]()
    perintah_halaman: list[Any] = list(pikepdf.parse_content_stream(halaman))
    for operan, perintah in perintah_halaman:
        if str(perintah) == "BDC":
            tanda = int(operan[1].get("/MCID", -1))
        elif str(perintah) == "Tf":
            peta = huruf[str(operan[0])]
        elif str(perintah) == "TJ" and tanda >= 0:
            rangkai = b"".join(bytes(satu) for satu in operan[0] if isinstance(satu, pikepdf.String))
            tulisan = "".join(peta.get(rangkai[ke : ke + 2], "?") for ke in range(0, len(rangkai), 2))
            hasil[tanda] = hasil.get(tanda, "") + tulisan
    return hasil


def _terbaca(pdf: pikepdf.Pdf) -> str:
    """The document as it is read aloud, without spaces and hyphens."""
    per_halaman = {satu.obj.objgen: _teks_per_tanda(satu) for satu in pdf.pages}
    hasil = [
        per_halaman[unsur.Pg.objgen].get(int(anak), "")
        for unsur in _unsur(pdf)
        for anak in unsur.get("/K", [])
        if isinstance(anak, int)
    ]
    return _rapat("".join(hasil))


def _rapat(tulisan: str) -> str:
    return re.sub(r"[\s\u00ad\u200b\u2010-]", "", tulisan).lower()


def test_setiap_tabel_satu_unsur_dengan_judul_dan_kepala_sekali(pdf: pikepdf.Pdf) -> None:
    tabel = [satu for bab in contoh_dokumen().bab for satu in telusuri(bab.isi) if isinstance(satu, Tabel)]
    unsur = _unsur(pdf, "Table")
    assert len(unsur) == len(tabel)
    assert len(_unsur(pdf, "THead")) == sum(bool(satu.kepala) for satu in tabel)
    for satu, asal in zip(unsur, tabel, strict=True):
        assert [str(anak.S) for anak in satu.K].count("/Caption") == bool(asal.judul)
        baris = sum(len(badan.K) for badan in satu.K if str(badan.S) == "/TBody")
        assert baris >= len(asal.baris)


def test_setiap_kepala_kolom_berlingkup_dan_setiap_gambar_berteks(pdf: pikepdf.Pdf) -> None:
    assert _unsur(pdf, "TH")
    assert all(satu.A.Scope == "/Column" for satu in _unsur(pdf, "TH"))
    assert _unsur(pdf, "Figure")
    for satu in _unsur(pdf, "Figure"):
        assert str(satu.Alt).strip()
        kiri, bawah, kanan, atas = (float(sisi) for sisi in satu.A.BBox)
        assert 0 <= kiri < kanan <= float(satu.Pg.MediaBox[2])
        assert 0 <= bawah < atas <= float(satu.Pg.MediaBox[3])


@pytest.mark.parametrize("dokumen", [contoh_dokumen(), dokumen_triwulan()], ids=["panjang", "triwulan"])
def test_judul_mulai_dari_h1_dan_tidak_melompat(dokumen: Any) -> None:
    with pikepdf.open(BytesIO(pdf_laporan(dokumen, akhir=True))) as pdf:
        tingkat = [int(str(satu.S)[2]) for satu in _unsur(pdf) if re.fullmatch("/H[1-6]", str(satu.S))]
    assert tingkat[0] == 1
    assert all(kini <= lalu + 1 for lalu, kini in pairwise(tingkat))


def test_urutan_baca_sama_dengan_urutan_laporan(pdf: pikepdf.Pdf) -> None:
    terbaca, letak = _terbaca(pdf), 0
    dokumen = contoh_dokumen()
    label = nomori(dokumen).label_per_kunci
    for bab in dokumen.bab:
        urut = [f"{label[bab.kunci]}{bab.judul}"]
        for blok in telusuri(bab.isi):
            if getattr(blok, "judul", ""):
                urut.append(f"{label[blok.kunci]}{blok.judul}")  # type: ignore[union-attr]
        for tulisan in urut:
            baru = terbaca.find(_rapat(tulisan), letak)
            assert baru >= letak, tulisan
            letak = baru


def test_tautan_menyebut_tujuannya_dan_berada_dalam_pohon(pdf: pikepdf.Pdf) -> None:
    banyak = 0
    for halaman in pdf.pages:
        for tautan in halaman.get("/Annots", []):
            banyak += 1
            assert "/StructParent" in tautan
            assert " " in str(tautan.Contents)  # words, not the name of an anchor
    assert banyak
    assert _unsur(pdf, "TOC")
    entri = _unsur(pdf, "TOCI")
    assert entri
    assert "BABII" in re.sub(r"\s", "", "".join(str(satu) for satu in _isi_tautan(pdf)))


def _isi_tautan(pdf: pikepdf.Pdf) -> list[str]:
    return [str(tautan.Contents) for halaman in pdf.pages for tautan in halaman.get("/Annots", [])]


def test_kaki_halaman_dan_kepala_yang_berulang_tidak_dibaca(pdf: pikepdf.Pdf) -> None:
    terbaca = _terbaca(pdf)
    assert _rapat(contoh_dokumen().kaki) not in terbaca
    assert terbaca.count(_rapat("Capaian (%)") + _rapat("Kategori")) <= 1
    assert "...." not in terbaca


def test_daftar_yang_melintasi_halaman_satu_daftar() -> None:
    daftar = Daftar(tuple((Teks(KALIMAT * 2),) for _ in range(30)), JenisDaftar.HURUF)
    dokumen = replace(contoh_dokumen(), bab=(Bab("b", "Bab", (Bagian("a", "Bagian", (p(KALIMAT), daftar)),)),))
    with pikepdf.open(BytesIO(pdf_laporan(dokumen, akhir=True))) as pdf:
        (unsur,) = _unsur(pdf, "L")
        assert len(unsur.K) >= 30
        assert unsur.A.ListNumbering == "/LowerAlpha"


def test_dokumen_berjudul_berbahasa_dan_siap_ditandatangani(pdf: pikepdf.Pdf) -> None:
    assert str(pdf.Root.Lang) == "id"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert pdf.Root.MarkInfo.Marked
    assert b'pdfuaid:part="1"' in pdf.Root.Metadata.read_bytes()
    assert all(satu.obj.get("/Tabs") == "/S" for satu in pdf.pages)
    assert b"/ObjStm" not in _akhir()  # objects lie bare, so that checking a signature stays quick
    sumber: list[Any] = [satu.obj.Resources.get("/XObject", {}).keys() for satu in pdf.pages]
    assert any(not satu for satu in sumber)  # pages do not share the pictures of all others


def test_lampiran_ikut_dan_byte_tetap() -> None:
    lampiran = (BerkasLampiran("buku.xlsx", b"isi", "Buku kerja"),)
    pertama = pdf_laporan(dokumen_lembar(), lampiran_berkas=lampiran, akhir=True)
    assert pertama == pdf_laporan(dokumen_lembar(), lampiran_berkas=lampiran, akhir=True)
    with pikepdf.open(BytesIO(pertama)) as pdf:
        assert pdf.attachments["buku.xlsx"].get_file().read_bytes() == b"isi"
