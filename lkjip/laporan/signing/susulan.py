"""What came into a file after a signature: which kinds are harmless."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pyhanko.sign.diff_analysis import (
    CatalogModificationRule,
    DiffResult,
    DocInfoRule,
    DSSCompareRule,
    FormUpdatingRule,
    MetadataUpdateRule,
    ModificationLevel,
    ObjectStreamRule,
    SigFieldCreationRule,
    SigFieldModificationRule,
    StandardDiffPolicy,
    XrefStreamRule,
)
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from lkjip.laporan.signing.bentuk_cms import ujung

_AKHIR = re.compile(rb"%%EOF[ \t]*(?:\r\n|\r|\n)?\Z")
_BERGANTI = {"/ModDate", "/Producer", "/CreationDate", "/Trapped"}
_XMP_TETAP = ("{http://purl.org/dc/elements/1.1/}", "{http://www.aiim.org/")

# pyHanko's own policy also lets values of form fields change. Nobody fills in anything in a signed report.
KEBIJAKAN = StandardDiffPolicy(
    global_rules=[
        CatalogModificationRule(),
        DocInfoRule().as_qualified(ModificationLevel.LTA_UPDATES),
        XrefStreamRule().as_qualified(ModificationLevel.LTA_UPDATES),
        ObjectStreamRule().as_qualified(ModificationLevel.LTA_UPDATES),
        DSSCompareRule().as_qualified(ModificationLevel.LTA_UPDATES),
        MetadataUpdateRule().as_qualified(ModificationLevel.LTA_UPDATES),
    ],
    form_rule=FormUpdatingRule(field_rules=[SigFieldCreationRule(), SigFieldModificationRule()]),
)

LAIN = "Setelah ditandatangani, berkas ini diubah dengan cara yang tidak diperbolehkan."
KETERANGAN = "Setelah ditandatangani, judul atau keterangan berkas ini diubah."
EKOR = "Di belakang tanda tangan terakhir ada data tambahan yang tidak ditandatangani."


def periksa_susulan(tanda: EmbeddedPdfSignature, isi: bytes, *, terakhir: bool) -> Iterator[str]:
    """Why what follows this signature spoils it. Its integrity has been computed with KEBIJAKAN.

    After the last signature nothing may follow but data that help to check it (PAdES B-LT): certificates, revocation
    lists, a timestamp of the document.
    """
    if ujung(tanda) == len(isi):
        return
    hasil = tanda.diff_result
    if not isinstance(hasil, DiffResult) or hasil.modification_level > ModificationLevel.FORM_FILLING:
        yield LAIN
        return
    tanpa_revisi = tanda.signed_revision + 1 >= tanda.reader.xrefs.total_revisions or not _AKHIR.search(isi)
    if tanpa_revisi or (terakhir and hasil.modification_level > ModificationLevel.LTA_UPDATES):
        yield EKOR
    if _keterangan(isi[: ujung(tanda)]) != _keterangan(isi):
        yield KETERANGAN


def _keterangan(isi: bytes) -> tuple[dict[str, str], dict[str, str]]:
    """Title, author and so on, in both places where a PDF says them, without the dates that every writer sets anew."""
    with pikepdf.open(BytesIO(isi)) as pdf:
        info = {nama: str(nilai) for nama, nilai in pdf.docinfo.items() if nama not in _BERGANTI}
        xmp = pdf.open_metadata()
        return info, {nama: str(xmp[nama]) for nama in xmp if nama.startswith(_XMP_TETAP)}
