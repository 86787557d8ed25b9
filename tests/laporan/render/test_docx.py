"""The Word file: opens, says what the report says, keeps its grid, and is the same every time."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pikepdf
import pytest
from docx.document import Document as DokumenWord
from docx.oxml.ns import qn

from lkjip.laporan.isi import (
    Bab,
    Bagian,
    Daftar,
    Dokumen,
    Gambar,
    JenisBab,
    JenisDaftarOtomatis,
    Kertas,
    Kolom,
    Paragraf,
    PemisahHalaman,
    Rujuk,
    Tabel,
    Teks,
    nomori,
)
from lkjip.laporan.render.docx import docx_laporan
from lkjip.laporan.render.docx_markah import twip
from lkjip.laporan.render.pdf import pdf_laporan
from tests.laporan.contoh_dokumen import (
    baris,
    contoh_dokumen,
    dokumen_lembar,
    dokumen_triwulan,
    p,
    png,
    tabel_panjang,
)

AKAR = Path(__file__).resolve().parents[3]
SISIPAN = re.compile("[\u00ad\u200b]")


def buka(dokumen: Dokumen) -> DokumenWord:
    return docx.Document(BytesIO(docx_laporan(dokumen)))


def berisi(*isi: Any) -> Dokumen:
    return replace(contoh_dokumen(), sampul=None, bab=(Bab("b", "Bab Uji", isi),))


def bagian(isi: bytes, nama: str) -> str:
    with ZipFile(BytesIO(isi)) as berkas:
        return berkas.read(nama).decode()


@pytest.fixture(scope="module")
def isi() -> bytes:
    return docx_laporan(contoh_dokumen())


@pytest.fixture(scope="module")
def word(isi: bytes) -> DokumenWord:
    return docx.Document(BytesIO(isi))


def test_sifat_dokumen_tanpa_jam(word: DokumenWord) -> None:
    sifat = word.core_properties
    assert sifat.title == "LKjIP 2024 Badan Kepegawaian Daerah Provinsi Contoh"
    assert sifat.author == "Badan Kepegawaian Daerah Provinsi Contoh"
    assert sifat.subject == "Laporan kinerja tahun 2024"
    assert sifat.keywords == "LKjIP, SAKIP, kinerja"
    for saat in (sifat.created, sifat.modified):
        assert saat is not None
        assert saat.replace(tzinfo=None) == datetime(2025, 2, 28)  # noqa: DTZ001


def test_dua_kali_cetak_di_proses_terpisah_menghasilkan_byte_yang_sama() -> None:
    perintah = (
        "import hashlib; from tests.laporan.contoh_dokumen import contoh_dokumen, dokumen_lembar;"
        "from lkjip.laporan.render.docx import docx_laporan;"
        "print(hashlib.sha256(docx_laporan(contoh_dokumen()) + docx_laporan(dokumen_lembar())).hexdigest())"
    )
    hasil = [
        subprocess.run(
            [sys.executable, "-c", perintah], cwd=AKAR, check=True, capture_output=True, text=True,
            env={**os.environ, "PYTHONHASHSEED": benih, "TZ": zona},
        ).stdout
        for benih, zona in (("1", "Asia/Makassar"), ("2", "UTC"))
    ]  # fmt: skip
    assert hasil[0] == hasil[1]
    assert len(hasil[0].strip()) == 64


def test_paket_tanpa_sisa_templat_dan_tanpa_pembaruan_bidang_paksa(isi: bytes) -> None:
    with ZipFile(BytesIO(isi)) as berkas:
        nama = berkas.namelist()
        waktu = {satu.date_time for satu in berkas.infolist()}
    assert not [satu for satu in nama if "thumbnail" in satu or "customXml" in satu or "stylesWithEffects" in satu]
    assert waktu == {(1980, 1, 1, 0, 0, 0)}
    assert "updateFields" not in bagian(isi, "word/settings.xml")
    assert 'w:val="15"' in bagian(isi, "word/settings.xml")


def test_judul_memakai_gaya_word(word: DokumenWord) -> None:
    judul = {
        gaya: [par.text for par in word.paragraphs if par.style and par.style.name == gaya]
        for gaya in ("Heading 1", "Heading 2", "Heading 3", "Heading 4", "Heading 5")
    }
    assert judul["Heading 1"][0] == "Kata Pengantar"
    assert "BAB I\nPendahuluan" in judul["Heading 1"]
    assert "Lampiran 2\nRencana Aksi" in judul["Heading 1"]
    assert judul["Heading 2"][:2] == ["A.\tLatar Belakang", "B.\tGambaran Umum"]
    assert (judul["Heading 3"][0], judul["Heading 4"], judul["Heading 5"]) == (
        "1.\tTugas dan Fungsi", ["a.\tUraian Tugas"], ["1)\tRincian"]
    )  # fmt: skip


def test_semua_gaya_yang_dipakai_tersedia(isi: bytes) -> None:
    terpakai = set(re.findall(r'<w:pStyle w:val="([^"]+)"', bagian(isi, "word/document.xml")))
    tersedia = set(re.findall(r'w:styleId="([^"]+)"', bagian(isi, "word/styles.xml")))
    assert terpakai
    assert terpakai <= tersedia


def test_nomor_tabel_dan_gambar_persis_seperti_penomoran(word: DokumenWord) -> None:
    penomoran = nomori(contoh_dokumen())
    keterangan = [par for par in word.paragraphs if par.style and par.style.name in {"Judul Tabel", "Judul Gambar"}]
    tertulis = sorted(par.text for par in keterangan)
    assert tertulis == sorted(f"{e.label}\n{e.judul}" for e in (*penomoran.daftar_tabel, *penomoran.daftar_gambar))
    assert all(par.style and par.style.base_style.name == "Caption" for par in keterangan)


def test_setiap_tautan_dan_nomor_halaman_menunjuk_penanda_yang_ada_satu_kali(isi: bytes) -> None:
    naskah = bagian(isi, "word/document.xml")
    penanda = re.findall(r'<w:bookmarkStart w:id="\d+" w:name="([^"]+)"', naskah)
    tujuan = set(re.findall(r'w:anchor="([^"]+)"', naskah)) | set(re.findall(r" (?:PAGE)?REF (\S+)", naskah))
    assert len(penanda) == len(set(penanda))
    assert tujuan
    assert tujuan <= set(penanda)
    assert all(len(satu) <= 40 for satu in penanda)


def test_rujukan_ke_tabel_berupa_bidang_yang_mengulang_nomornya_dan_ke_bagian_berupa_tautan() -> None:
    rujukan = Paragraf((Teks("Lihat "), Rujuk("t-panjang"), Teks(" dan "), Rujuk("b"), Teks(".")))
    tabel = replace(tabel_panjang(2), kunci="t-panjang", judul="Pegawai")
    isi = bagian(docx_laporan(berisi(rujukan, tabel)), "word/document.xml")
    (penanda,) = re.findall(r" REF (\S+) \\h ", isi)
    label = re.findall(rf'w:name="{penanda}"/>(.*?)<w:bookmarkEnd', isi)
    assert len(label) == 1
    assert re.sub("<w:instrText.*?</w:instrText>|<[^>]+>", "", label[0]) == "Tabel 1.1"
    assert "SEQ Tabel" in label[0]
    assert re.search(r'w:anchor="[^"]+" w:history="1"><w:r><w:t xml:space="preserve">Bab I</w:t>', isi)


def test_tabel_dua_ribu_baris_dan_naskah_tiga_ratus_ribu_huruf_utuh() -> None:
    kolom = tuple(Kolom(1) for _ in range(12))
    daftar = tuple(baris(*(f"{ke}-{satu}" for satu in range(12))) for ke in range(2_000))
    kepala = (baris(*(f"K{satu}" for satu in range(12))),)
    tabel = Tabel(kolom, daftar, kepala, "t", "Besar", mendatar=True)
    kata = "kinerja " * 37_500
    isi = bagian(docx_laporan(berisi(p(kata), tabel)), "word/document.xml")
    assert isi.count("<w:tr>") == 2_002  # the headings and the row (1), (2) …
    assert isi.count("<w:tblHeader/>") == 2
    assert isi.count("<w:tc>") == 2_002 * 12
    assert ">1999-11</w:t>" in isi
    assert kata.strip() in isi
    assert isi.count("xmlns:w=") == 1


@pytest.mark.parametrize("jenis", list(JenisDaftarOtomatis))
def test_daftar_otomatis_berupa_bidang_dengan_isi_sekarang(word: DokumenWord, jenis: JenisDaftarOtomatis) -> None:
    penomoran = nomori(contoh_dokumen())
    entri = {"isi": penomoran.daftar_isi, "tabel": penomoran.daftar_tabel, "gambar": penomoran.daftar_gambar}[jenis]
    tampil = [par.text for par in word.paragraphs if par.style and par.style.name.startswith(("toc", "table of"))]
    for satu in entri:
        if satu.tingkat <= 2:
            assert (f"{satu.label}\t{satu.judul}" if satu.label else satu.judul) + "\t" in tampil


def test_bidang_terbuka_dan_tertutup_berpasangan(word: DokumenWord) -> None:
    dalam = 0
    for tanda in word.element.body.iter(qn("w:fldChar")):
        dalam += {"begin": 1, "separate": 0, "end": -1}[tanda.get(qn("w:fldCharType"))]
        assert dalam >= 0
    assert dalam == 0


def test_halaman_romawi_lalu_arab_dan_mendatar_hanya_untuk_tabel_lebar(word: DokumenWord) -> None:
    nomor = [satu._sectPr.find(qn("w:pgNumType")) for satu in word.sections]
    format_nomor = [None if satu is None else satu.get(qn("w:fmt")) for satu in nomor]
    mulai = [None if satu is None else satu.get(qn("w:start")) for satu in nomor]
    assert format_nomor == [None, "lowerRoman", "decimal", "decimal", "decimal", "decimal"]
    assert mulai == [None, "1", "1", None, None, None]
    lebar = [satu.page_width for satu in word.sections]
    tinggi = [satu.page_height for satu in word.sections]
    arah = [bool(x and y and x > y) for x, y in zip(lebar, tinggi, strict=True)]
    assert arah == [False, False, False, True, False, True]


def test_kaki_memuat_nomor_halaman_kecuali_di_sampul(word: DokumenWord) -> None:
    assert word.sections[0].footer.is_linked_to_previous
    for satu in list(word.sections)[1:]:
        assert satu.footer.paragraphs[0].text.startswith("LKjIP 2024 · BKD Provinsi Contoh\t")
        assert " PAGE " in satu.footer.paragraphs[0]._p.xml


def test_kepala_tabel_berulang_dengan_nomor_kolom(word: DokumenWord) -> None:
    tabel = next(satu for satu in word.tables if len(satu.rows) > 200)
    kepala = [bool(baris_._tr.xpath("./w:trPr/w:tblHeader")) for baris_ in tabel.rows]
    assert kepala[:4] == [True, True, True, False]
    assert [satu.text for satu in tabel.rows[2].cells] == ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"]
    assert not any(kepala[3:])


def test_kalimat_yang_mengantar_daftar_tidak_tertinggal_di_kaki_halaman() -> None:
    daftar = Daftar(((Teks("satu"),), (Teks("dua"),)))
    terikat = {
        satu.text: satu.paragraph_format.keep_with_next for satu in buka(berisi(p("Hambatan:"), daftar)).paragraphs
    }
    assert terikat["Hambatan:"]
    assert not terikat["satu"]
    assert not any(satu.paragraph_format.keep_with_next for satu in buka(berisi(p("Biasa"), p("Lain"))).paragraphs[1:])


def test_sumber_tabel_tetap_bersama_baris_terakhirnya() -> None:
    tabel = buka(berisi(tabel_panjang())).tables[0]
    assert all(satu.paragraphs[0].paragraph_format.keep_with_next for satu in tabel.rows[-1].cells)


def test_subjudul_naskah_tampak_seperti_judul_di_jenjangnya() -> None:
    lepas = Bagian("s", "Anak judul", (p("x"),), bernomor=False, terdaftar=False)
    judul = next(satu for satu in buka(berisi(lepas)).paragraphs if satu.text == "Anak judul")
    assert judul.style is not None
    assert judul.style.name == "Heading 4"
    assert [lari.italic for lari in judul.runs] == [False]


def test_gambar_dan_grafik_mempunyai_uraian_dan_nomor_sendiri(word: DokumenWord) -> None:
    gambar = [satu._inline.docPr for satu in word.inline_shapes]
    assert len(gambar) == 5
    assert all(satu.get("descr") for satu in gambar)
    assert len({satu.id for satu in gambar}) == len(gambar)
    lebar_teks = twip(1550) * 635
    assert all(satu.width <= lebar_teks + 635 for satu in word.inline_shapes)


def test_gambar_bukan_png_atau_jpeg_ditolak() -> None:
    with pytest.raises(ValueError, match="g-svg"):
        docx_laporan(berisi(Gambar("g-svg", "Bagan", b"<svg/>", "image/svg+xml", "bagan")))


@pytest.mark.parametrize(("lebar", "mm"), [(22, 22), (None, 60 * 25.4 / 96), (400, 155)])
def test_lebar_gambar_seperti_diminta_dan_tidak_melebihi_teks(lebar: int | None, mm: float) -> None:
    word = buka(berisi(Gambar("", "", png(60, 30), "image/png", "lambang", lebar_mm=lebar)))
    satu = word.inline_shapes[0]
    assert satu.width.mm == pytest.approx(mm, abs=0.1)
    assert satu.height.mm == pytest.approx(mm / 2, abs=0.1)


@pytest.mark.parametrize(("kertas", "mm"), [(Kertas.A4, (210, 297)), (Kertas.F4, (215, 330))])
def test_lembar_di_kertasnya_dari_halaman_satu_tanpa_kaki(kertas: Kertas, mm: tuple[int, int]) -> None:
    word = buka(dokumen_lembar(kertas))
    ukuran = [
        (round(s.page_width.mm), round(s.page_height.mm)) for s in word.sections if s.page_width and s.page_height
    ]
    assert ukuran == [mm, mm[::-1]]
    assert all(satu.footer.is_linked_to_previous for satu in word.sections)
    assert not [par for par in word.paragraphs if par.style and par.style.name.startswith("Heading")]
    jeda = [par for par in word.paragraphs if par.paragraph_format.page_break_before]
    assert len(jeda) == 1  # the annex; the landscape sheets begin with a section of their own


def test_pemisah_halaman_sebelum_tabel_tanpa_halaman_kosong() -> None:
    tabel = replace(tabel_panjang(3), kunci="", judul="")
    isi_bab = (p("satu"), PemisahHalaman(), tabel, PemisahHalaman(), PemisahHalaman(), p("akhir"))
    word = buka(replace(berisi(), bab=(Bab("b", "Bab", isi_bab, JenisBab.POLOS), Bab("c", "C", (p("lain"),)))))
    jeda = [par.text for par in word.paragraphs if par.paragraph_format.page_break_before]
    assert jeda == ["", "akhir", "BAB I\nC"]


def test_triwulan_memakai_bab_pendek_tanpa_halaman_baru() -> None:
    word = buka(dokumen_triwulan())
    bab = [par for par in word.paragraphs if par.style and par.style.name == "Judul Bab Pendek"]
    assert [par.text for par in bab] == ["A.\tPendahuluan", "B.\tCapaian Kinerja"]
    assert not any(par.paragraph_format.page_break_before for par in bab)


def test_dokumen_kosong_tetap_terbuka() -> None:
    assert buka(replace(contoh_dokumen(), sampul=None, bab=())).paragraphs


@pytest.fixture(scope="module")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice tidak terpasang; hanya untuk melihat hasilnya dengan mata lain")
    return tmp_path_factory.mktemp("libreoffice")


def test_libreoffice_membuka_dan_memberi_halaman_sebanyak_pdf_kita(libreoffice: Path, isi: bytes) -> None:
    (libreoffice / "l.docx").write_bytes(isi)
    perintah = ["soffice", "--headless", f"-env:UserInstallation=file://{libreoffice}/profil", "--convert-to", "pdf"]
    subprocess.run([*perintah, "--outdir", str(libreoffice), str(libreoffice / "l.docx")], check=True, timeout=120)
    tulisan = subprocess.run(
        ["pdftotext", "-layout", str(libreoffice / "l.pdf"), "-"], check=True, capture_output=True, text=True
    ).stdout.split("\f")
    with pikepdf.open(BytesIO(pdf_laporan(contoh_dokumen()))) as pdf:
        assert abs(len(tulisan) - 1 - len(pdf.pages)) <= 2
    assert all(halaman.strip() for halaman in tulisan[:-1])
    assert re.search(r"LKjIP 2024 · BKD Provinsi Contoh\s+i\s*$", tulisan[1].rstrip())
    assert re.search(r"LKjIP 2024 · BKD Provinsi Contoh\s+1\s*$", tulisan[6].rstrip())
