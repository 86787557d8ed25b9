"""Each node but tables as WordprocessingML, in the order and wording of the HTML and the PDF."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from lkjip.laporan.huruf import lebar_teks
from lkjip.laporan.isi import (
    Angka,
    Daftar,
    DaftarOtomatis,
    Entri,
    Gambar,
    Grafik,
    HurufTema,
    JenisBab,
    JenisDaftarOtomatis,
    Paragraf,
    Pihak,
    Rujuk,
    Sebaris,
    TandaTangan,
    Teks,
)
from lkjip.laporan.render.angka import tulis
from lkjip.laporan.render.docx_gaya import GAYA_PARAGRAF, INDEN_DAFTAR
from lkjip.laporan.render.docx_markah import TUTUP_BIDANG, bidang, buka_bidang, lari, paragraf, tautan, twip
from lkjip.laporan.render.docx_naskah import Naskah
from lkjip.laporan.render.simpul import TANPA_ENTRI, TITIK_TITIK, daftar_entri, penggal, sebutan, tempat_tanggal

_ANGKA_AKHIR = re.compile(r"(.*?)(\d+)")
_PERINTAH = {
    JenisDaftarOtomatis.ISI: r'TOC \o "1-3" \h \z \u',
    JenisDaftarOtomatis.TABEL: r'TOC \h \z \c "Tabel"',
    JenisDaftarOtomatis.GAMBAR: r'TOC \h \z \c "Gambar"',
}
_PETUNJUK = "Nomor halaman terisi setelah daftar ini diperbarui: klik kanan pada daftar, lalu pilih Perbarui Bidang."
_RUANG_TTD = {False: 240, True: 180}  # tenths of a millimetre left for the signature; less on a page on its side
_JARAK_SESUDAH_DAFTAR = 24


def sebaris(isi: Iterable[Sebaris], naskah: Naskah, *, ruang: int | None = None, tebal: bool = False) -> str:
    """Inline content as runs; in cells, whose room is given, words that do not fit may be hyphenated."""
    potongan = _rapikan(tuple(isi))
    return "".join(_potong(satu, naskah, ruang, tebal=tebal) for satu in potongan)


def _rapikan(isi: tuple[Sebaris, ...]) -> tuple[Sebaris, ...]:
    """Without white space at the two ends, which a browser does not show either."""
    if isi and isinstance(isi[0], Teks):
        isi = (replace(isi[0], isi=isi[0].isi.lstrip()), *isi[1:])
    if isi and isinstance(isi[-1], Teks):
        isi = (*isi[:-1], replace(isi[-1], isi=isi[-1].isi.rstrip()))
    return isi


def _potong(potong: Sebaris, naskah: Naskah, ruang: int | None, *, tebal: bool) -> str:
    if isinstance(potong, Teks):
        tulisan = potong.isi if ruang is None else _penggal_kata(potong.isi, ruang, naskah.konteks.huruf)
        return lari(tulisan, tebal=tebal or potong.tebal, miring=potong.miring)
    if isinstance(potong, Angka):
        return lari(tulis(potong), tebal=tebal or potong.tebal)
    return _rujukan(potong, naskah, tebal=tebal)


def _rujukan(rujuk: Rujuk, naskah: Naskah, *, tebal: bool) -> str:
    """A table or picture by a field that repeats its number, so that it follows when the numbers are renewed; a chapter
    or section by a link, since a field would repeat its title, too.
    """
    tulisan, penanda = sebutan(rujuk, naskah.konteks), naskah.penanda(rujuk.kunci)
    isi = lari(tulisan, tebal=tebal)
    bernomor = naskah.konteks.penomoran.label_per_kunci.get(rujuk.kunci, "").startswith(("Tabel ", "Gambar "))
    return bidang(rf"REF {penanda} \h", isi) if bernomor else tautan(penanda, isi)


def _penggal_kata(isi: str, ruang: int, huruf: HurufTema) -> str:
    """Places to break only in words wider than the cell; the others stay as they were typed, so they can be found."""
    return "".join(
        penggal(kata, ruang, huruf) if lebar_teks(kata, tebal=True, huruf=huruf) > ruang else kata
        for kata in re.split(r"(\s+)", isi)
    )


def tulis_paragraf(simpul: Paragraf, naskah: Naskah) -> str:
    """A paragraph as WordprocessingML."""
    return paragraf(sebaris(simpul.isi, naskah), GAYA_PARAGRAF[simpul.gaya])


def tulis_daftar(simpul: Daftar, naskah: Naskah, tingkat: int = 0) -> str:
    """A list as numbered paragraphs, with a numbering of its own; lists below its items stand one step further in."""
    nomor = naskah.mulai_daftar(simpul.jenis)
    sifat = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{nomor}"/></w:numPr>'
    inden = (
        f'<w:ind w:left="{twip((tingkat + 1) * INDEN_DAFTAR)}" w:hanging="{twip(INDEN_DAFTAR)}"/>' if tingkat else ""
    )
    hasil = ""
    for ke, isi in enumerate(simpul.butir):
        anak = simpul.anak[ke] if ke < len(simpul.anak) else None
        terakhir = not tingkat and anak is None and ke == len(simpul.butir) - 1
        akhir = f'<w:spacing w:after="{twip(_JARAK_SESUDAH_DAFTAR)}"/>' if terakhir else ""
        hasil += paragraf(sebaris(isi, naskah), "ListParagraph", sifat + akhir + inden)
        hasil += tulis_daftar(anak, naskah, tingkat + 1) if anak else ""
    return hasil


def tulis_gambar(simpul: Grafik | Gambar, naskah: Naskah) -> str:
    """A picture and its caption below it; without a title only the picture."""
    terikat = "<w:keepNext/>" if simpul.judul or simpul.sumber else ""
    jarak = "" if simpul.judul else f'<w:spacing w:before="{twip(10)}" w:after="{twip(40)}"/>'
    isi = paragraf(naskah.gambar(simpul), "Gambar", terikat + jarak)
    if simpul.judul:
        isi += judul_bernomor(simpul.kunci, simpul.judul, naskah, "JudulGambar", terikat=bool(simpul.sumber))
    return isi + tulis_sumber(simpul.sumber, tengah=True)


def judul_bernomor(kunci: str, judul: str, naskah: Naskah, gaya: str, *, terikat: bool = False) -> str:
    """`Tabel 3.4`, the title on the next line. The number is a field, so Word's own lists of tables find it; it is
    pinned to the number of this report and cannot come out differently when the fields are renewed.
    """
    label = naskah.konteks.penomoran.label_per_kunci[kunci]
    cocok = _ANGKA_AKHIR.fullmatch(label)
    nomor = lari(label)
    if cocok:
        nomor = lari(cocok[1]) + bidang(rf"SEQ {label.split()[0]} \r {cocok[2]} \* ARABIC", lari(cocok[2]))
    isi = naskah.tandai(kunci, nomor) + lari(f"\n{judul}")
    return paragraf(isi, gaya, "<w:keepNext/>" if terikat else "")


def tulis_sumber(sumber: str, *, tengah: bool = False) -> str:
    """The line below a table or picture that names its source; '' where there is none."""
    sifat = '<w:jc w:val="center"/>' if tengah else ""
    return paragraf(lari(f"Sumber: {sumber}"), "Sumber", sifat) if sumber else ""


def tulis_tanda_tangan(simpul: TandaTangan, naskah: Naskah) -> str:
    """A table without lines, one row per part, so that the parts of two parties stand on one height."""
    kosong = (None,) if len(simpul.pihak) == 1 else ()
    pihak = (*kosong, *simpul.pihak)
    banyak = max(len(pihak), 1)
    lebar = [naskah.lebar * 48 // 100, naskah.lebar * 52 // 100] if kosong else [naskah.lebar // banyak] * banyak
    tempat = ["" if ke < len(pihak) - 1 else tempat_tanggal(simpul) for ke in range(len(pihak))]
    baris = [
        [lari(satu) for satu in tempat],
        [lari(satu.sebutan) if satu else "" for satu in pihak],
        [lari(f"{satu.jabatan}," if satu.jabatan else TITIK_TITIK) if satu else "" for satu in pihak],
        [naskah.tandai(satu.kunci, "") if satu else "" for satu in pihak],
        [_nama(satu) for satu in pihak],
        [lari(satu.pangkat) if satu else "" for satu in pihak],
        [lari(f"NIP {satu.nip or TITIK_TITIK}") if satu and not satu.tanpa_nip else "" for satu in pihak],
    ]
    tampil = [(ke, sel) for ke, sel in enumerate(baris) if ke == 3 or any(sel)]
    isi = "".join(
        _baris_ttd(sel, lebar, tinggi=_RUANG_TTD[naskah.mendatar] if ke == 3 else 0, terikat=nomor < len(tampil) - 1)
        for nomor, (ke, sel) in enumerate(tampil)
    )
    kisi = "".join(f'<w:gridCol w:w="{satu}"/>' for satu in lebar)
    sifat = f'<w:tblW w:w="{sum(lebar)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    return f"<w:tbl><w:tblPr>{sifat}</w:tblPr><w:tblGrid>{kisi}</w:tblGrid>{isi}</w:tbl>"


def _nama(pihak: Pihak | None) -> str:
    if pihak is None:
        return ""
    return lari(pihak.nama, tebal=True, sifat='<w:u w:val="single"/>') if pihak.nama else lari(TITIK_TITIK)


def _baris_ttd(sel: list[str], lebar: list[int], *, tinggi: int, terikat: bool) -> str:
    ikat = "<w:keepNext/>" if terikat else ""
    ruang = f'<w:trHeight w:val="{twip(tinggi)}" w:hRule="exact"/>' if tinggi else ""
    isi = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{satu}" w:type="dxa"/></w:tcPr>{paragraf(tulisan, "TandaTangan", ikat)}</w:tc>'
        for satu, tulisan in zip(lebar, sel, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{ruang}</w:trPr>{isi}</w:tr>"


def tulis_daftar_otomatis(simpul: DaftarOtomatis, naskah: Naskah) -> str:
    """A field of Word's with the lines as they are now; their page numbers come when Word lays the pages out."""
    entri = daftar_entri(simpul, naskah.konteks)
    if not entri:
        return paragraf(lari(TANPA_ENTRI[simpul.jenis]), "Catatan")
    isi = paragraf(buka_bidang(_PERINTAH[simpul.jenis]) + lari(_PETUNJUK), "Catatan")
    for ke, satu in enumerate(entri):
        akhir = TUTUP_BIDANG if ke == len(entri) - 1 else ""
        isi += _entri(satu, simpul.jenis, naskah, akhir)
    return isi


def _entri(entri: Entri, jenis: JenisDaftarOtomatis, naskah: Naskah, akhir: str) -> str:
    penanda = naskah.penanda(entri.kunci)
    jenis_bab = naskah.konteks.jenis_per_bab.get(entri.kunci)
    besar = "<w:caps/>" if jenis_bab in {JenisBab.BAB, JenisBab.DEPAN} else ""
    kiri, gantung = _letak_entri(entri, jenis, jenis_bab)
    titik = f'<w:tab w:val="right" w:leader="dot" w:pos="{naskah.lebar}"/>'
    label = f'<w:tab w:val="left" w:pos="{twip(kiri)}"/>' if gantung else ""
    inden = f'<w:ind w:left="{twip(kiri)}" w:right="{twip(90)}" w:hanging="{twip(gantung)}"/>'
    judul = f"{entri.label}\t{entri.judul}" if entri.label else entri.judul
    halaman = bidang(rf"PAGEREF {penanda} \h", "<w:r><w:t></w:t></w:r>")
    gaya = f"TOC{entri.tingkat + 1}" if jenis is JenisDaftarOtomatis.ISI else "TableofFigures"
    isi = tautan(penanda, lari(judul, sifat=besar) + lari("\t") + halaman)
    return paragraf(isi + akhir, gaya, f"<w:tabs>{label}{titik}</w:tabs>{inden}")


def _letak_entri(entri: Entri, jenis: JenisDaftarOtomatis, jenis_bab: JenisBab | None) -> tuple[int, int]:
    """Left edge of the title and how far the label stands out from it, in tenths of a millimetre."""
    if jenis is not JenisDaftarOtomatis.ISI:
        kiri = 200 if jenis is JenisDaftarOtomatis.TABEL else 230
        return kiri, kiri
    if entri.tingkat == 0:
        kiri = {JenisBab.LAMPIRAN: 250, JenisBab.BIASA: 80}.get(jenis_bab or JenisBab.BAB, 170) if entri.label else 0
        return kiri, kiri
    kiri = 170 + 70 * (entri.tingkat - 1)
    return (kiri + 70, 70) if entri.label else (kiri, 0)
