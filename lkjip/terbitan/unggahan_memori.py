"""Uploads that never touch the disk: a holder's key file must not lie in a temporary folder, not even for a second."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest


class PenampungMemori(FileUploadHandler):
    """Keeps each named field up to its limit (bytes) and one byte more, by which a form tells that it was too large.

    Files of other fields are not kept.
    """

    def __init__(self, request: HttpRequest, batas: dict[str, int]) -> None:
        super().__init__(request)
        self._batas = batas
        self._isi = BytesIO()
        self._sisa = 0

    def new_file(self, field_name: str, *args: Any, **kwargs: Any) -> None:
        super().new_file(field_name, *args, **kwargs)
        if field_name not in self._batas:
            raise SkipFile
        self._isi, self._sisa = BytesIO(), self._batas[field_name] + 1

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self._isi.write(raw_data[: self._sisa])
        self._sisa = max(self._sisa - len(raw_data), 0)

    def file_complete(self, file_size: int) -> UploadedFile[bytes]:
        ukuran = self._isi.tell()
        self._isi.seek(0)
        return InMemoryUploadedFile(
            self._isi, self.field_name, self.file_name or "", self.content_type or "", ukuran, self.charset, None
        )
