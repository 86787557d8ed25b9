"""The clock kept out of an .xlsx: fixed times in the zip directory and in the document properties."""

from __future__ import annotations

import io
import re
import zipfile

_WAKTU_ZIP = (1980, 1, 1, 0, 0, 0)
_WAKTU_DOKUMEN = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def byte_tetap(isi: bytes) -> bytes:
    """The same package without any time of day in it."""
    hasil = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(isi)) as asal,
        zipfile.ZipFile(hasil, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as tujuan,
    ):
        for nama in asal.namelist():
            bagian = asal.read(nama)
            if nama == "docProps/core.xml":
                bagian = _WAKTU_DOKUMEN.sub(rb"\g<1>2000-01-01T00:00:00Z", bagian)
            info = zipfile.ZipInfo(nama, _WAKTU_ZIP)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3  # the same on every machine
            tujuan.writestr(info, bagian)
    return hasil.getvalue()
