"""The printed report: pages, numbers, bookmarks, attachments, what is refused, and the same bytes every time."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from lkjip.laporan.isi import (
    Bab,
    Bagian,
    Baris,
    Dokumen,
    Grafik,
    JenisBab,
    Kertas,
    Kolom,
    Tabel,
    TandaTangan,
)
from lkjip.laporan.render.pdf import (
    AlamatDitolak,
    BerkasLampiran,
    MediaCetak,
    html_cetak,
    pdf_laporan,
    tata_letak,
)
from tests.laporan.contoh_dokumen import (
    KALIMAT,
    PIHAK_KEDUA,
    PIHAK_KESATU,
    baris,
    contoh_dokumen,
    dokumen_lembar,
    dokumen_triwulan,
    grafik_capaian,
    p,
)

AKAR = Path(__file__).resolve().parents[3]


def _tata_letak(dokumen: Dokumen) -> Any:
    media = MediaCetak()
    return tata_letak(html_cetak(dokumen, media), media)


def _kotak(halaman: Any, *unsur: str) -> list[Any]:
    """Boxes of these elements on a page, in reading order."""
    return [kotak for kotak in halaman._page_box.descendants() if kotak.element_tag in unsur]


def _tempat(letak: Any) -> dict[str, int]:
    """The page on which each anchor begins."""
    tempat: dict[str, int] = {}
    for ke, halaman in enumerate(letak.pages):
        for kunci in halaman.anchors:
            tempat.setdefault(kunci, ke)
    return tempat


def _tulisan(kotak: Any) -> str:
    return "".join(satu.text for satu in kotak.descendants() if type(satu).__name__ == "TextBox")


def _berisi(*isi: Any) -> Dokumen:
    return replace(contoh_dokumen(), bab=(Bab("b", "Bab Uji", isi),))


@pytest.fixture(scope="module")
def letak() -> Any:
    return _tata_letak(contoh_dokumen())


@pytest.fixture(scope="module")
def berkas() -> Iterator[pikepdf.Pdf]:
    lampiran = BerkasLampiran("buku.xlsx", b"isi buku kerja", "Buku kerja asal laporan ini")
    with pikepdf.open(BytesIO(pdf_laporan(contoh_dokumen(), lampiran_berkas=(lampiran,)))) as pdf:
        yield pdf


def test_metadata_dan_bahasa(berkas: pikepdf.Pdf) -> None:
    info = berkas.docinfo
    assert str(info["/Title"]) == "LKjIP 2024 Badan Kepegawaian Daerah Provinsi Contoh"
    assert str(info["/Author"]) == "Badan Kepegawaian Daerah Provinsi Contoh"
    assert str(info["/Subject"]) == "Laporan kinerja tahun 2024"
    assert str(info["/Keywords"]) == "LKjIP, SAKIP, kinerja"
    assert str(info["/CreationDate"]).startswith("D:20250228")
    assert str(berkas.Root.Lang) == "id"


def test_pdf_a_3b_dengan_huruf_tertanam(berkas: pikepdf.Pdf) -> None:
    assert b"pdfaid:part" in berkas.Root.Metadata.read_bytes()
    assert str(berkas.Root.OutputIntents[0].S) == "/GTS_PDFA1"
    huruf: list[Any] = [
        satu for satu in berkas.objects if isinstance(satu, pikepdf.Dictionary) and "/FontDescriptor" in satu
    ]
    assert huruf
    for satu in huruf:
        assert "LK-Sans" in str(satu.BaseFont) or "Liberation" in str(satu.BaseFont)
        assert any(kunci.startswith("/FontFile") for kunci in satu.FontDescriptor)


def test_lampiran_berkas_utuh_sebagai_sumber(berkas: pikepdf.Pdf) -> None:
    assert berkas.attachments["buku.xlsx"].get_file().read_bytes() == b"isi buku kerja"
    assert str(berkas.Root.AF[0].AFRelationship) == "/Source"


def test_label_halaman_romawi_lalu_arab(berkas: pikepdf.Pdf, letak: Any) -> None:
    nomor = list(berkas.Root.PageLabels.Nums)
    awal = next(ke for ke, halaman in enumerate(letak.pages) if "bab1" in halaman.anchors)
    assert [int(nomor[0]), int(nomor[2]), int(nomor[4])] == [0, 1, awal]
    assert (str(nomor[1].P), str(nomor[3].S), str(nomor[5].S)) == ("Sampul", "/r", "/D")


def test_markah_buku_bertingkat(berkas: pikepdf.Pdf) -> None:
    with berkas.open_outline() as daftar:
        bab = [satu.title for satu in daftar.root]
        bagian = [satu.title for satu in daftar.root[5].children]
    assert bab[0] == "Kata Pengantar"
    assert bab[5] == "BAB I Pendahuluan"
    assert bab[-1] == "Lampiran 2 Rencana Aksi"
    assert bagian == ["A. Latar Belakang", "B. Gambaran Umum"]


def test_nomor_halaman_tercetak_dan_kaki(letak: Any) -> None:
    def kaki(halaman: Any) -> list[str]:
        return [
            _tulisan(kotak)
            for kotak in halaman._page_box.children
            if type(kotak).__name__ == "MarginBox" and "bottom" in kotak.at_keyword
        ]

    awal = next(ke for ke, halaman in enumerate(letak.pages) if "bab1" in halaman.anchors)
    assert [satu for satu in kaki(letak.pages[0]) if satu] == []
    assert kaki(letak.pages[1]) == ["LKjIP 2024 · BKD Provinsi Contoh", "i"]
    assert kaki(letak.pages[awal])[1] == "1"
    assert kaki(letak.pages[-1])[1] == str(len(letak.pages) - awal)


def test_daftar_isi_memuat_nomor_halaman_yang_benar(letak: Any) -> None:
    tempat = _tempat(letak)
    daftar = letak.pages[tempat["daftar-isi"]]
    butir = [_tulisan(kotak) for kotak in _kotak(daftar, "li") if type(kotak).__name__ == "BlockBox"]
    awal = tempat["bab1"]
    satu = next(teks for teks in butir if "Realisasi Anggaran" in teks)
    assert satu.rstrip().endswith(f" {tempat['b3b'] - awal + 1}")
    assert next(teks for teks in butir if "IKHTISAR" in teks).rstrip().endswith(" ii")


def test_halaman_mendatar_hanya_untuk_tabel_lebar(letak: Any) -> None:
    tempat = {kunci: letak.pages[ke] for kunci, ke in _tempat(letak).items()}
    for kunci, mendatar in {"t-lebar": True, "t-l2": True, "l2": True, "l1": False, "t-rentang": False}.items():
        assert (tempat[kunci].width > tempat[kunci].height) is mendatar, kunci


def test_kepala_tabel_berulang_di_setiap_halaman(letak: Any) -> None:
    halaman_tabel = [h for h in letak.pages if any("Indikator Kinerja" in _tulisan(k) for k in _kotak(h, "thead"))]
    assert len(halaman_tabel) >= 8
    assert all("(6)" in _tulisan(_kotak(halaman, "thead")[0]) for halaman in halaman_tabel)


def test_tulisan_tidak_keluar_dari_selnya_dan_tabel_tidak_terpotong(letak: Any) -> None:
    banyak = 0
    for halaman in letak.pages:
        tepi_kanan = halaman._page_box.content_box_x() + halaman._page_box.width + 1
        for sel in _kotak(halaman, "td", "th"):
            kanan = sel.position_x + sel.border_width()
            assert kanan <= tepi_kanan
            for satu in sel.descendants():
                if type(satu).__name__ == "TextBox" and satu.text.strip():
                    banyak += 1
                    assert satu.position_x >= sel.position_x - 0.5
                    assert satu.position_x + satu.width <= kanan + 0.5, satu.text
    assert banyak > 2000


def test_blok_tanda_tangan_utuh_di_dalam_tepi_halaman() -> None:
    panjang = replace(PIHAK_KESATU, jabatan="Kepala Dinas Kesehatan, Pengendalian Penduduk, dan Keluarga Berencana")
    for pihak in ((panjang,), (PIHAK_KEDUA, panjang)):
        halaman = _tata_letak(_berisi(TandaTangan(pihak, "Samarinda"))).pages[-1]
        tepi_kanan = halaman._page_box.content_box_x() + halaman._page_box.width + 0.5
        blok = [k for k in _kotak(halaman, "div") if k.element.get("class") == "pihak"]
        assert len(blok) == len(pihak)
        assert max(k.position_x + k.margin_width() for k in blok) <= tepi_kanan


@pytest.mark.parametrize("pengisi", range(12))
def test_judul_tabel_dan_judul_bagian_tidak_tertinggal_di_kaki_halaman(pengisi: int) -> None:
    tabel = Tabel(
        (Kolom(1), Kolom(1)), tuple(baris(f"baris {ke}", KALIMAT) for ke in range(6)), (baris("A", "B"),), "t", "Judul"
    )
    isi = tuple(p(KALIMAT * 2) for _ in range(pengisi))
    letak = _tata_letak(_berisi(*isi, Bagian("s", "Judul Bagian", (tabel, grafik_capaian()))))
    for tanda in ("Tabel 1.1", "Judul Bagian"):
        halaman = next(h for h in letak.pages if any(tanda in _tulisan(k) for k in _kotak(h, "figcaption", "h3")))
        assert any("baris 0" in _tulisan(kotak) for kotak in _kotak(halaman, "td"))
    gambar = next(h for h in letak.pages if any("Gambar 1.1" in _tulisan(k) for k in _kotak(h, "figcaption")))
    assert _kotak(gambar, "img")


def test_sel_gabungan_tidak_terbelah_halaman() -> None:
    isi: list[Baris] = []
    for kelompok in range(14):
        isi.append(baris(replace(baris("S").sel[0], rentang_baris=4), f"{kelompok}-0 {KALIMAT[:150]}"))
        isi += [baris(f"{kelompok}-{ke} {KALIMAT[:150]}") for ke in range(1, 4)]
    tabel = Tabel((Kolom(1), Kolom(3)), tuple(isi), (baris("A", "B"),), "t", "Judul")
    letak = _tata_letak(_berisi(tabel))
    for halaman in letak.pages:
        nomor = [_tulisan(kotak).split()[0] for kotak in _kotak(halaman, "td") if "-" in _tulisan(kotak)]
        if nomor:
            assert nomor[0].endswith("-0")
            assert nomor[-1].endswith("-3")


def test_dua_kali_cetak_di_proses_terpisah_menghasilkan_byte_yang_sama(tmp_path: Path) -> None:
    perintah = (
        "import hashlib; from tests.laporan.contoh_dokumen import dokumen_triwulan, contoh_dokumen;"
        "from lkjip.laporan.render.pdf import pdf_laporan, BerkasLampiran;"
        "b = BerkasLampiran('a.xlsx', b'x'); d = contoh_dokumen();"
        "print(hashlib.sha256(pdf_laporan(dokumen_triwulan(), lampiran_berkas=(b,)) + pdf_laporan(d)).hexdigest())"
    )
    hasil = [
        subprocess.run(
            [sys.executable, "-c", perintah], cwd=AKAR, check=True, capture_output=True, text=True,
            env={**os.environ, "PYTHONHASHSEED": benih},
        ).stdout
        for benih in ("1", "2")
    ]  # fmt: skip
    assert hasil[0] == hasil[1]
    assert len(hasil[0].strip()) == hashlib.sha256().digest_size * 2


@pytest.mark.parametrize("alamat", ["file:///etc/passwd", "http://127.0.0.1/x", "lkjip:gambar/99", "data:text/plain,x"])
def test_alamat_dari_luar_ditolak_dan_menghentikan_cetakan(alamat: str) -> None:
    from weasyprint.urls import FatalURLFetchingError

    media = MediaCetak()
    with pytest.raises(AlamatDitolak):
        media.ambil(alamat)
    if not alamat.startswith("data:"):
        with pytest.raises((FatalURLFetchingError, AlamatDitolak)):
            tata_letak(f'<html><body><img src="{alamat}"></body></html>', media)


def test_nama_huruf_tidak_dapat_keluar_dari_mapnya() -> None:
    with pytest.raises(ValueError, match="bukan huruf laporan"):
        MediaCetak().ambil("lkjip:huruf/../../../../etc/passwd")


def test_laporan_tanpa_bagian_depan_bernomor_arab_dari_satu() -> None:
    with pikepdf.open(BytesIO(pdf_laporan(dokumen_triwulan()))) as pdf:
        nomor = list(pdf.Root.PageLabels.Nums)
    assert [int(nomor[0]), int(nomor[2])] == [0, 1]
    assert str(nomor[3].S) == "/D"


@pytest.mark.parametrize(("kertas", "mm"), [(Kertas.A4, (210, 297)), (Kertas.F4, (215, 330))])
def test_lembar_tanpa_sampul_di_kertasnya_mulai_halaman_satu_tanpa_kaki(kertas: Kertas, mm: tuple[int, int]) -> None:
    letak = _tata_letak(dokumen_lembar(kertas))
    tempat = _tempat(letak)
    ukuran = [(round(h.width * 25.4 / 96), round(h.height * 25.4 / 96)) for h in letak.pages]
    assert ukuran == [mm, mm] + [mm[::-1]] * (len(ukuran) - 2)
    assert [tempat[kunci] for kunci in ("pk", "pk-lampiran", "pk-aksi")] == [0, 1, 2]
    assert not any(
        _tulisan(kotak)
        for halaman in letak.pages
        for kotak in halaman._page_box.children
        if type(kotak).__name__ == "MarginBox"
    )
    with pikepdf.open(BytesIO(pdf_laporan(dokumen_lembar(kertas)))) as pdf:
        nomor = list(pdf.Root.PageLabels.Nums)
        assert [int(nomor[0]), str(nomor[1].S), len(nomor)] == [0, "/D", 2]


def test_lambang_selebar_yang_diminta() -> None:
    lambang = _kotak(_tata_letak(dokumen_lembar()).pages[0], "img")
    assert [round(satu.width * 25.4 / 96) for satu in lambang] == [22]


def test_grafik_dan_lampiran_tanpa_bab_tetap_tercetak() -> None:
    grafik = grafik_capaian()
    assert isinstance(grafik, Grafik)
    dokumen = replace(contoh_dokumen(), bab=(Bab("d", "Depan", (grafik,), JenisBab.DEPAN),), tanggal=None)
    assert pdf_laporan(dokumen).startswith(b"%PDF-1.7")
