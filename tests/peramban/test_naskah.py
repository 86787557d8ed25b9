"""Writing the report in a real browser: typed, saved by itself, pasted from Word, in conflict, without a network."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from lkjip.laporan.models import Narasi
from tests.peramban.conftest import Layar

RUAS = "/instansi/BKD-KALTIM/2024/naskah/ruas/bab4.kesimpulan/"
OTOMATIS = "/instansi/BKD-KALTIM/2024/naskah/ruas/bab4.kesimpulan.kalimat/"
TERSIMPAN = re.compile(r"^Tersimpan \d\d\.\d\d$")


def _tersimpan(page: Page) -> None:
    expect(page.locator("#keadaan-simpan")).to_have_text(TERSIMPAN)


def _isi(bagian: str = "bab4.kesimpulan") -> list[str]:
    milik = Narasi.objects.filter(bagian=bagian, tahun_kinerja__instansi__kode="BKD-KALTIM")
    return list(milik.order_by("nomor").values_list("isi", flat=True))


def _buka(layar: Layar, alamat: str = RUAS) -> Page:
    layar.masuk("perencana")
    return layar.buka(alamat)


def _tempel(page: Page, html: str) -> None:
    page.evaluate(
        """html => {
          const data = new DataTransfer();
          data.setData("text/html", html);
          data.setData("text/plain", "polos");
          const kotak = document.getElementById("teks");
          kotak.focus();
          kotak.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        html,
    )


@pytest.fixture
def lain(peramban: Browser, situs: str) -> Iterator[Layar]:
    """A second window, of the manager of the pemda."""
    konteks = peramban.new_context(locale="id-ID")
    yield Layar(konteks, situs)
    konteks.close()


def test_ketikan_tersimpan_sendiri_dan_pratinjau_mengikuti(layar: Layar) -> None:
    page = _buka(layar)
    page.fill("#teks", "Kinerja **baik** dengan capaian {capaian IKU1}.\n\n- satu\n- dua")
    pratinjau = page.locator("#pratinjau")
    expect(pratinjau).to_contain_text("Kinerja baik dengan capaian 100,48%.")
    expect(pratinjau.locator("li").first).to_have_text("satu")
    _tersimpan(page)
    assert _isi() == ["Kinerja **baik** dengan capaian {capaian IKU1}.", "- satu\n- dua"]
    page.reload()
    expect(page.locator("#teks")).to_have_value("Kinerja **baik** dengan capaian {capaian IKU1}.\n\n- satu\n- dua")
    assert page.evaluate("Object.keys(localStorage).length") == 0
    assert layar.galat_skrip == []


def test_tombol_dan_pintasan_membentuk_teks(layar: Layar) -> None:
    page = _buka(layar)
    page.fill("#teks", "tebal")
    page.locator("#teks").select_text()
    page.keyboard.press("Control+b")
    expect(page.locator("#teks")).to_have_value("**tebal**")
    page.keyboard.press("Control+b")
    expect(page.locator("#teks")).to_have_value("tebal")
    page.fill("#teks", "satu\ndua")
    page.locator("#teks").select_text()
    page.get_by_role("button", name="1. Bernomor").click()
    expect(page.locator("#teks")).to_have_value("1. satu\n2. dua")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.type("tiga")
    expect(page.locator("#teks")).to_have_value("1. satu\n   2. dua\n   3. tiga")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#teks")).not_to_be_focused()
    _tersimpan(page)


def test_tempelan_word_menjaga_paragraf_daftar_dan_tabel(layar: Layar) -> None:
    page = _buka(layar)
    page.fill("#teks", "")
    _tempel(page, WORD)
    expect(page.locator("#teks")).to_have_value(DARI_WORD)
    expect(page.locator("#pratinjau table")).to_contain_text("Pembina")
    expect(page.locator("#pratinjau")).not_to_contain_text("MsoNormal")
    _tersimpan(page)
    assert layar.ke_luar == []


@pytest.mark.parametrize(
    ("html", "naskah"),
    [
        ("<p>a <b>b </b>c</p><p><i>d</i></p>", "a **b** c\n\n*d*"),
        ('<b style="font-weight:normal"><p>dari <span style="font-weight:700">Docs</span></p></b>', "dari **Docs**"),
        ("<ul><li>satu<ul><li>anak</li></ul></li><li>dua</li></ul>", "- satu\n   - anak\n- dua"),
        ('<ol type="a"><li>x</li><li>y</li></ol><p>z</p>', "a. x\nb. y\n\nz"),
        ("<h1>Judul <b>besar</b></h1>isi lepas<br>baris kedua", "### Judul besar\n\nisi lepas\nbaris kedua"),
        (
            '<table><tr><td rowspan="2">A|B</td><td colspan="2">C</td></tr><tr><td>1</td><td>2</td></tr></table>',
            "| A\\|B | C |  |\n| --- | --- | --- |\n|  | 1 | 2 |",
        ),
        ("<table><tr><td><p>kotak</p></td></tr></table>", "kotak"),
        ("<script>alert(1)</script><style>p{}</style><img src=x onerror=alert(1)><p>aman</p>", "aman"),
        ('<div>satu<div>dua</div></div><div style="display:none">sembunyi</div>', "satu\n\ndua"),
    ],
)
def test_html_menjadi_naskah(layar: Layar, html: str, naskah: str) -> None:
    page = _buka(layar)
    assert page.evaluate("html => window.LkjipTempel.keNaskah(html)", html) == naskah
    assert layar.ke_luar == []


def test_angka_dipilih_dari_daftar_dengan_papan_ketik(layar: Layar) -> None:
    page = _buka(layar)
    page.fill("#teks", "Nilainya")
    page.get_by_role("button", name="Sisipkan angka").click()
    page.fill("#cari-sebutan", "capaian iku1 2024")
    expect(page.locator("#hasil-sebutan li").first).to_contain_text("100,48%")
    expect(page.locator("#hasil-sebutan [role=status]")).to_contain_text("angka")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#teks")).to_have_value("Nilainya {capaian IKU1}")
    expect(page.locator("#pratinjau")).to_contain_text("Nilainya 100,48%")
    page.get_by_role("button", name="Sisipkan rujukan").click()
    page.fill("#cari-sebutan", "penutup")
    expect(page.locator("#hasil-sebutan code").first).to_have_text("{bagian bab-4}")
    page.keyboard.press("Escape")
    _tersimpan(page)


def test_yang_tak_dikenal_ditunjuk_di_samping(layar: Layar) -> None:
    page = _buka(layar)
    page.fill("#teks", "Awal 😀 {entah apa} akhir")
    temuan = page.locator("#temuan [data-tunjuk]")
    expect(temuan).to_have_text("{entah apa}")
    temuan.click()
    terpilih = (
        "() => { const k = document.getElementById('teks'); return k.value.slice(k.selectionStart, k.selectionEnd) }"
    )
    assert page.evaluate(terpilih) == "{entah apa}"
    _tersimpan(page)


def test_dua_penulis_memilih_dan_tidak_saling_menimpa(layar: Layar, lain: Layar) -> None:
    page = _buka(layar)
    lain.masuk("pengelola")
    kedua = lain.buka(RUAS)
    kedua.fill("#teks", "Tulisan pengelola")
    _tersimpan(kedua)
    page.fill("#teks", "Tulisan perencana")
    expect(page.locator("#bentrok")).to_contain_text("sudah diubah orang lain")
    assert _isi() == ["Tulisan pengelola"]
    page.get_by_role("button", name="Gabungkan sendiri").click()
    expect(page.get_by_label("Naskah tersimpan")).to_have_value("Tulisan pengelola")
    page.fill("#teks", "Tulisan pengelola dan perencana")
    page.get_by_role("button", name="Simpan", exact=True).click()
    _tersimpan(page)
    assert _isi() == ["Tulisan pengelola dan perencana"]
    kedua.fill("#teks", "Tulisan lain")
    expect(kedua.locator("#bentrok")).to_contain_text("sudah diubah orang lain")
    kedua.get_by_role("link", name="Pakai yang tersimpan").click()
    expect(kedua.locator("#teks")).to_have_value("Tulisan pengelola dan perencana")
    kedua.fill("#teks", "Tulisan terakhir")
    _tersimpan(kedua)
    page.fill("#teks", "Punya perencana")
    page.get_by_role("button", name="Pakai punya saya").click()
    _tersimpan(page)
    assert _isi() == ["Punya perencana"]
    assert layar.galat_skrip == lain.galat_skrip == []


def test_tanpa_jaringan_salinan_tinggal_di_perangkat(layar: Layar) -> None:
    page = _buka(layar)
    page.route("**/naskah/simpan/**", lambda rute: rute.abort())
    page.fill("#teks", "Ditulis di perjalanan")
    expect(page.locator("#keadaan-simpan")).to_contain_text("luring")
    page.reload()
    expect(page.locator("#teks")).to_have_value("Ditulis di perjalanan")
    page.unroute("**/naskah/simpan/**")
    page.evaluate("dispatchEvent(new Event('online'))")
    _tersimpan(page)
    assert _isi() == ["Ditulis di perjalanan"]


def test_kalimat_otomatis_diambil_alih_lalu_kembali(layar: Layar) -> None:
    page = _buka(layar, OTOMATIS)
    expect(page.locator("#teks")).to_have_value("")
    page.fill("#teks", "Ditulis sendiri")
    _tersimpan(page)
    expect(page.get_by_role("button", name="Ambil alih dan ubah")).to_be_hidden()
    page.get_by_role("button", name="Kembalikan ke otomatis").click()
    page.get_by_role("button", name="Ambil alih dan ubah").click()
    expect(page.locator("#teks")).to_have_value(re.compile(r"\{rata_rata_total\}"))
    page.get_by_role("button", name="Kembalikan ke otomatis").click()
    expect(page.locator("#teks")).to_have_value("")
    page.get_by_role("button", name="Urungkan").click()
    expect(page.locator("#teks")).to_have_value(re.compile(r"\{rata_rata_total\}"))
    page.get_by_role("link", name="Riwayat").click()
    expect(page.locator(".versi-naskah > li").first).to_contain_text("rata_rata_total")


def test_tanpa_skrip_formulir_biasa_menyimpan_dan_menjaga_dari_bentrok(peramban: Browser, situs: str) -> None:
    konteks = peramban.new_context(java_script_enabled=False, locale="id-ID")
    layar = Layar(konteks, situs)
    page = _buka(layar)
    expect(page.get_by_role("toolbar")).to_be_hidden()
    page.fill("#teks", "Ditulis tanpa skrip")
    page.get_by_role("button", name="Simpan", exact=True).click()
    expect(page.locator(".pesan").first).to_contain_text("disimpan")
    assert _isi() == ["Ditulis tanpa skrip"]
    kedua = Layar(konteks, situs).buka(RUAS)
    kedua.fill("#teks", "Dari jendela kedua")
    kedua.get_by_role("button", name="Simpan", exact=True).click()
    expect(kedua.locator("#teks")).to_have_value("Dari jendela kedua")
    page.fill("#teks", "Dari jendela pertama")
    page.get_by_role("button", name="Simpan", exact=True).click()
    expect(page.locator("#bentrok")).to_contain_text("sudah diubah orang lain")
    page.get_by_role("button", name="Pakai punya saya").click()
    expect(page.locator(".pesan").first).to_contain_text("disimpan")
    assert _isi() == ["Dari jendela pertama"]
    konteks.close()


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {margin:0cm;} @list l0:level1 {mso-level-number-format:bullet;} --></style></head>
<body lang=IN><!--StartFragment-->
<h2><span lang=IN>Keadaan   pegawai</span><o:p></o:p></h2>
<p class=MsoNormal style='text-align:justify'>Pegawai <b style='mso-bidi-font-weight:normal'>bertambah</b> dan
<i>merata</i> di semua bidang.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>Golongan IV<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp;</span>
</span>Pembina</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;</span>
</span>Golongan III</p>
<p class=MsoNormal>Langkahnya:</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>
menata</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2.<span>&nbsp;</span></span>
membina</p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal><b>Pangkat</b></p></td><td><p><b>Jumlah</b></p></td></tr>
<tr><td><p class=MsoNormal>Pembina</p></td><td><p class=MsoNormal>12</p></td></tr></table>
<!--EndFragment--></body></html>"""
DARI_WORD = """### Keadaan pegawai

Pegawai **bertambah** dan *merata* di semua bidang.

- Golongan IV
   - Pembina
- Golongan III

Langkahnya:

1. menata
2. membina

| Pangkat | Jumlah |
| --- | --- |
| Pembina | 12 |"""
