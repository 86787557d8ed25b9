"""What in a PDF can act or change by itself. What such a file shows is not what was signed."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

SKRIP = "Berkas ini memuat skrip atau perintah otomatis, jadi yang tampil di layar dapat berbeda dari yang disahkan."
XFA = "Berkas ini memuat formulir dinamis (XFA), jadi yang tampil di layar dapat berbeda dari yang disahkan."
_TINDAKAN = {
    "/JavaScript",
    "/Launch",
    "/ImportData",
    "/SubmitForm",
    "/ResetForm",
    "/Rendition",
    "/Hide",
    "/SetOCGState",
}
_DALAM = 40  # nesting of direct objects


def periksa_konten_aktif(pdf: pikepdf.Pdf) -> list[str]:
    """Sentences; empty for a file that only lies there."""
    return list(dict.fromkeys(temuan for objek in pdf.objects for temuan in _telusur(objek, 0)))


def _telusur(objek: pikepdf.Object, dalam: int) -> Iterator[str]:
    """Objects inside this one; those that are referred to are visited on their own."""
    if dalam > _DALAM:
        yield SKRIP
        return
    if isinstance(objek, pikepdf.Dictionary | pikepdf.Stream):
        kunci = set(objek.keys())
        if "/XFA" in kunci:
            yield XFA
        if "/JS" in kunci or ("/S" in kunci and str(objek.get("/S")) in _TINDAKAN):
            yield SKRIP
        bagian = [objek.get(satu) for satu in kunci]
    elif isinstance(objek, pikepdf.Array):
        bagian = list(objek)
    else:
        return
    for satu in bagian:
        if isinstance(satu, pikepdf.Object) and not satu.is_indirect:
            yield from _telusur(satu, dalam + 1)
