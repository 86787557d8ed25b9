"""A finished Office package (.docx, .xlsx) without a clock in it: the same content, the same bytes on every machine."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping

Pengganti = Mapping[str, Callable[[bytes], bytes]]
_WAKTU_ZIP = (1980, 1, 1, 0, 0, 0)
_WAKTU_DOKUMEN = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
_NS = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_APLIKASI = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<Properties xmlns="{_NS}"><Application>LKjIP</Application></Properties>'
).encode()


def byte_tetap(isi: bytes, ganti: Pengganti) -> bytes:
    """The package with a fixed time at each entry, and the named parts as `ganti` wants them."""
    hasil = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(isi)) as asal,
        zipfile.ZipFile(hasil, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as tujuan,
    ):
        for nama in asal.namelist():
            info = zipfile.ZipInfo(nama, _WAKTU_ZIP)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3  # the same on every machine
            bagian = asal.read(nama)
            tujuan.writestr(info, ganti[nama](bagian) if nama in ganti else bagian)
    return hasil.getvalue()


def _nama_kita(_: bytes) -> bytes:
    return _APLIKASI


def _tanpa_jam(bagian: bytes) -> bytes:
    return _WAKTU_DOKUMEN.sub(rb"\g<1>2000-01-01T00:00:00Z", bagian)


WORD: Pengganti = {"docProps/app.xml": _nama_kita}  # in place of the statistics of the template
EXCEL: Pengganti = {"docProps/core.xml": _tanpa_jam}  # openpyxl stamps the hour at which it saves
