"""Pages: size, margins, number and foot of each run of pages, and the cover."""

from __future__ import annotations

from docx.oxml.ns import nsdecls

from lkjip.laporan.isi import Sampul
from lkjip.laporan.isi_warna import palet
from lkjip.laporan.render.docx_gaya import kode_warna
from lkjip.laporan.render.docx_markah import bidang, lari, paragraf, twip
from lkjip.laporan.render.docx_naskah import Naskah, isi_ulang
from lkjip.laporan.render.simpul import gambar_logo

_TEPI_SAMPUL = 280
_BINGKAI = 'w:val="thickThinSmallGap" w:sz="18" w:space="31" w:color="{}"'
_RAPAT = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
_JARAK_KAKI = {False: 125, True: 110}  # of the foot from the edge of the sheet, in tenths of a millimetre


def sifat_halaman(naskah: Naskah, *, nomor: str | None, mulai: bool, nama_ruang: str) -> str:
    """The section properties; `nomor` is Word's number format, None for the cover, which has no foot but a frame."""
    lebar, tinggi = naskah.halaman(mendatar=naskah.mendatar)
    atas, kanan, bawah, kiri = naskah.tepi(mendatar=naskah.mendatar) if nomor else [_TEPI_SAMPUL] * 4
    kaki = _JARAK_KAKI[naskah.mendatar]
    arah = ' w:orient="landscape"' if naskah.mendatar else ""
    awal = ' w:start="1"' if mulai else ""
    isi = _hubungan_kaki(naskah) if nomor and naskah.dokumen.kaki else ""
    isi += f'<w:type w:val="nextPage"/><w:pgSz w:w="{twip(lebar)}" w:h="{twip(tinggi)}"{arah}/>'
    isi += (
        f'<w:pgMar w:top="{twip(atas)}" w:right="{twip(kanan)}" w:bottom="{twip(bawah)}" w:left="{twip(kiri)}" '
        f'w:header="{twip(kaki)}" w:footer="{twip(kaki)}" w:gutter="0"/>'
    )
    if nomor:
        isi += f'<w:pgNumType w:fmt="{nomor}"{awal}/>'
    else:
        garis = _BINGKAI.format(kode_warna(palet(naskah.dokumen.tema).utama))
        bingkai = "".join(f"<w:{sisi} {garis}/>" for sisi in ("top", "left", "bottom", "right"))
        isi += f'<w:pgBorders w:offsetFrom="text">{bingkai}</w:pgBorders>'
    return f"<w:sectPr {nama_ruang}>{isi}</w:sectPr>"


def _hubungan_kaki(naskah: Naskah) -> str:
    """The reference to the foot for pages of this direction, made at its first use."""
    if naskah.mendatar not in naskah.kaki_per_arah:
        bagian, hubungan = naskah.word.part.add_footer_part()  # type: ignore[no-untyped-call]
        tabulasi = f'<w:tabs><w:tab w:val="right" w:pos="{naskah.lebar}"/></w:tabs>'
        halaman = bidang("PAGE", lari("1"))
        besar = halaman.replace("<w:r>", '<w:r><w:rPr><w:sz w:val="18"/></w:rPr>')
        isi = paragraf(lari(f"{naskah.dokumen.kaki}\t") + besar, "Footer", tabulasi)
        isi_ulang(bagian.element, f"<w:ftr {nsdecls('w')}>{isi}</w:ftr>")
        naskah.kaki_per_arah[naskah.mendatar] = hubungan
    return f'<w:footerReference w:type="default" r:id="{naskah.kaki_per_arah[naskah.mendatar]}"/>'


def tulis_sampul(sampul: Sampul, naskah: Naskah) -> str:
    """The cover: logo and title above, agency at the foot. A table of three rows holds them at their heights."""
    lebar, tinggi = (sisi - 2 * _TEPI_SAMPUL for sisi in naskah.halaman(mendatar=False))
    atas = paragraf(lari(sampul.judul), "Title") + paragraf(lari(sampul.anak_judul), "Subtitle")
    bawah = paragraf(lari(sampul.pemda), "SampulPemda") + paragraf(lari(sampul.instansi), "SampulInstansi")
    bawah += paragraf(lari(sampul.tempat_tahun), "SampulTempat") if sampul.tempat_tahun else ""
    logo = gambar_logo(sampul)
    lambang = paragraf(naskah.gambar(logo), "Tengah", _RAPAT) if logo else paragraf("", "Jarak")
    baris = "".join(
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{twip(tinggi_baris)}" w:hRule="{aturan}"/></w:trPr><w:tc>'
        f'<w:tcPr><w:tcW w:w="{twip(lebar)}" w:type="dxa"/><w:vAlign w:val="{letak}"/></w:tcPr>{isi}</w:tc></w:tr>'
        for tinggi_baris, aturan, letak, isi in (
            (450, "exact", "top", lambang),
            (900, "atLeast", "top", atas),
            (tinggi - 450 - 900 - 120, "atLeast", "bottom", bawah),
        )
    )
    sifat = f'<w:tblW w:w="{twip(lebar)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    kisi = f'<w:tblGrid><w:gridCol w:w="{twip(lebar)}"/></w:tblGrid>'
    return f"<w:tbl><w:tblPr>{sifat}</w:tblPr>{kisi}{baris}</w:tbl>" + paragraf("", "Jarak")
