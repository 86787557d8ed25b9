"""The PDF as it is archived and signed: PDF/A-3a and PDF/UA-1 at once, slim, the same bytes every time.

WeasyPrint writes PDF/A-3a; the mark of PDF/UA-1 and what a validator of signatures needs are added here.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from lkjip.laporan.render.bidang_tanda import BidangKosong, beri_bidang

VARIAN_DRAF = "pdf/a-3b"
VARIAN_AKHIR = "pdf/a-3a"
VARIAN_14 = "pdf/a-1a"
# The mark, and, as PDF/A wants it for names that it does not know, what the mark means.
_TANDA_UA = b"""<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="" pdfuaid:part="1" />\
<rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" \
rdf:about=""><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""
_TUTUP_RDF = b"</rdf:RDF>"


def tandai_ua(pdf: Any) -> None:
    """Write into WeasyPrint's metadata that the file is PDF/UA-1 too."""
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    metadata.stream = [b"".join(metadata.stream).replace(_TUTUP_RDF, _TANDA_UA + _TUTUP_RDF)]


def ringankan(isi: bytes, bidang: Sequence[BidangKosong] = (), *, pdf14: bool = False) -> bytes:
    """With an empty field for each signature, and slim: each page keeps only what it uses, and no object is packed with
    others, so that checking a signature, which walks every way to every object, takes seconds instead of minutes.
    """
    import pikepdf

    keluar = BytesIO()
    with pikepdf.open(BytesIO(isi)) as pdf:
        pdf.remove_unreferenced_resources()
        beri_bidang(pdf, bidang)
        if pdf14:
            _sesuaikan_14(pdf)
        pdf.save(
            keluar,
            force_version="1.4" if pdf14 else "",
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            deterministic_id=True,
            compress_streams=True,
        )
    return keluar.getvalue()


def _sesuaikan_14(pdf: Any) -> None:
    """What PDF/A-1a (ISO 19005-1, 6.4 and 6.8.3.4) asks more: no transparency groups, which WeasyPrint puts around each
    drawing although none is transparent, and the groups of rows, of which PDF 1.4 knows nothing, named as mere groups.
    """
    from pikepdf import Dictionary, Name, Stream

    for benda in pdf.objects:
        if isinstance(benda, Stream) and benda.get(Name.Subtype) == Name.Form and Name.Group in benda:
            del benda[Name.Group]
    pdf.Root.StructTreeRoot.RoleMap = Dictionary({f"/{nama}": Name.NonStruct for nama in ("THead", "TBody", "TFoot")})


def tanpa_bening(png: bytes) -> bytes:
    """The picture on white, as it looks on the page: in PDF/A-1 nothing may be transparent."""
    from PIL import Image

    with Image.open(BytesIO(png)) as gambar:
        if not gambar.has_transparency_data:
            return png
        warna = gambar.convert("RGBA")
    alas = Image.new("RGBA", warna.size, "white")
    alas.alpha_composite(warna)
    keluar = BytesIO()
    alas.convert("RGB").save(keluar, "PNG")
    return keluar.getvalue()
