"""The finished package without a clock and without the leavings of the template: the same document, the same bytes."""

from __future__ import annotations

import io
import zipfile

_WAKTU = (1980, 1, 1, 0, 0, 0)
_NS = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_APLIKASI = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<Properties xmlns="{_NS}"><Application>LKjIP</Application></Properties>'
).encode()


def byte_tetap(isi: bytes) -> bytes:
    """The package with a fixed time at each entry; the template's statistics make room for our name."""
    hasil = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(isi)) as asal,
        zipfile.ZipFile(hasil, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as tujuan,
    ):
        for nama in asal.namelist():
            info = zipfile.ZipInfo(nama, _WAKTU)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3  # the same on every machine
            tujuan.writestr(info, _APLIKASI if nama == "docProps/app.xml" else asal.read(nama))
    return hasil.getvalue()
