"""A timestamp authority (RFC 3161) over HTTP that cannot hold up a signer: one deadline for the whole answer."""

from __future__ import annotations

import time

import requests
from asn1crypto import tsp
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.timestamps.common_utils import TimestampRequestError

_BATAS_JAWABAN = 256 * 1024
_SEKALI = 16 * 1024
_TANYA, _JAWAB = "application/timestamp-query", "application/timestamp-reply"


class PenandaWaktuHttp(TimeStamper):
    """Asks `alamat`; `detik` for connecting and answering together. Redirects are not followed."""

    def __init__(self, alamat: str, detik: float) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._alamat, self._detik = alamat, detik

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """Raises TimestampRequestError; nothing else runs in this event loop, so it may wait here."""
        try:
            jawaban = self._tanya(req.dump())
            return tsp.TimeStampResp.load(jawaban, strict=True)
        except (requests.RequestException, OSError, ValueError) as galat:
            raise TimestampRequestError(type(galat).__name__) from galat

    def _tanya(self, isi: bytes) -> bytes:
        batas = time.monotonic() + self._detik
        with requests.post(
            self._alamat, isi, headers={"Content-Type": _TANYA}, timeout=self._detik, stream=True, allow_redirects=False
        ) as jawaban:
            jenis = jawaban.headers.get("Content-Type", "").partition(";")[0].strip().lower()
            if jawaban.status_code != requests.codes.ok or jenis != _JAWAB:
                raise ValueError(f"jawaban {jawaban.status_code} {jenis}")
            terkumpul = b""
            # read1: what has arrived, however little; any other way of reading waits until so many bytes are there
            while potong := jawaban.raw.read1(_SEKALI):
                terkumpul += potong
                if len(terkumpul) > _BATAS_JAWABAN or time.monotonic() > batas:
                    raise ValueError("jawaban terlalu panjang atau terlalu lambat")
            return terkumpul
