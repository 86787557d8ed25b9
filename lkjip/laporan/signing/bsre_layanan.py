"""The way to BSrE's Esign Client Service: one request, its answer, and whether it can have arrived.

Nothing is raised here and nothing is logged but kinds of errors: the frames of a request hold the passphrase.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, tzinfo
from enum import StrEnum
from io import BytesIO
from typing import Any

import requests
import urllib3
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from lkjip.laporan.signing.data import Rahasia

logger = logging.getLogger(__name__)

_SEKALI = 64 * 1024
_TUNGGU_MAKS = 5  # seconds; a service that wants more time is asked again by a person
_SIBUK = {requests.codes.too_many_requests, requests.codes.service_unavailable}


class Tampilan(StrEnum):
    TERLIHAT = "terlihat"
    TAK_TERLIHAT = "tak-terlihat"


@dataclass(frozen=True)
class SetelanBsre:
    """The service of the agency, and how it is asked.

    `detik_sambung` and `detik`: limits for connecting and for answering. `tag`: a mark in the text of the page at which
    the service signs, instead of page and coordinates. `sudut`: version 1 only, `width` and `height` are read as the
    opposite corner (installations differ). `ca`: file of the authority of the service's own TLS certificate.
    """

    alamat: str
    pengguna: str = ""
    sandi: Rahasia = field(default_factory=lambda: Rahasia(""))
    versi: int = 2
    detik: float = 60
    detik_sambung: float = 10
    tampilan: Tampilan = Tampilan.TERLIHAT
    tag: str = ""
    sudut: bool = False
    ca: str = ""
    zona: tzinfo = UTC


class Putus(StrEnum):
    """Why there is no whole answer."""

    TAK_TERSAMBUNG = "tak tersambung"
    SAMBUNG_LAMBAT = "sambung lambat"
    SERTIFIKAT = "sertifikat"  # TLS
    LAMBAT = "lambat"
    TERPUTUS = "terputus"
    TERLALU_BESAR = "terlalu besar"


@dataclass(frozen=True)
class Jawaban:
    """What came back. `kode` 0: not even a status line. `terkirim`: the whole request had left."""

    kode: int = 0
    kepala: Mapping[str, str] = field(default_factory=dict, repr=False)
    isi: bytes = field(default=b"", repr=False)
    putus: Putus | None = None
    terkirim: bool = False

    @property
    def utuh(self) -> bool:
        """A whole answer of success."""
        return self.putus is None and self.kode == requests.codes.ok

    @property
    def jenis(self) -> str:
        return self.kepala.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def tunda(self) -> float:
        """Seconds to wait before asking again (Retry-After); 0 where it is a date or nothing."""
        nilai = self.kepala.get("retry-after", "").strip()
        return float(nilai) if nilai.isascii() and nilai.isdigit() else 0


class Layanan:
    """Requests to one service. `tidur`: how to wait, for tests."""

    def __init__(self, setelan: SetelanBsre, tidur: Callable[[float], object] = time.sleep) -> None:
        self._setelan, self._tidur = setelan, tidur

    def kirim(self, metode: str, jalur: str, *, batas: int, aman: bool = False, **isi: Any) -> Jawaban:
        """`isi` as `requests` takes it (data, files, json); `batas`: bytes of the answer that are read at most.

        It is sent once more only where nothing can have happened: nobody answered the call, or (`aman`, it only asks)
        the service was busy or the answer broke.
        """
        jawaban = self._sekali(metode, jalur, batas, isi)
        if _dapat_diulang(jawaban, aman=aman) and jawaban.tunda <= _TUNGGU_MAKS:
            self._tidur(jawaban.tunda or 0.5)
            jawaban = self._sekali(metode, jalur, batas, isi)
        return jawaban

    def _sekali(self, metode: str, jalur: str, batas: int, isi: Mapping[str, Any]) -> Jawaban:
        """A frame of its own for what holds secrets; nothing leaves it but the answer."""
        badan, kepala, putus = _Badan(b""), requests.Response(), Putus.TERPUTUS
        try:
            siap = self._siapkan(metode, jalur, isi)
            if siap.body:
                badan = _Badan(siap.body if isinstance(siap.body, bytes) else siap.body.encode())
                siap.body = badan
            with _Sesi() as sesi, sesi.send(siap, **self._cara_kirim()) as kepala:
                return self._baca(kepala, batas, badan)
        except Exception as galat:  # whatever it is, its text and its frames may hold the passphrase
            putus = _sebab(galat, badan)
            logger.warning("Layanan BSrE (%s): %s", putus, type(galat).__name__)
        return Jawaban(kepala.status_code or 0, _kepala(kepala), putus=putus, terkirim=badan.habis)

    def _siapkan(self, metode: str, jalur: str, isi: Mapping[str, Any]) -> Any:
        nama, sandi = self._setelan.pengguna.encode(), self._setelan.sandi.buka().encode()
        kepala = {"Accept-Encoding": "identity", "User-Agent": "lkjip", "Connection": "close"}
        permintaan = requests.Request(metode, self._setelan.alamat + jalur, headers=kepala, auth=(nama, sandi), **isi)
        return permintaan.prepare()

    def _cara_kirim(self) -> dict[str, Any]:
        batas = (self._setelan.detik_sambung, self._setelan.detik)
        sertifikat: bool | str = self._setelan.ca or True
        return {"stream": True, "timeout": batas, "allow_redirects": False, "verify": sertifikat, "proxies": {}}

    def _baca(self, kepala: requests.Response, batas: int, badan: _Badan) -> Jawaban:
        """The answer's body, within its limits of size and time."""
        akhir, kumpul, putus = time.monotonic() + self._setelan.detik, bytearray(), None
        try:
            # read1: what has arrived, however little; any other way of reading waits until so many bytes are there
            while potong := kepala.raw.read1(_SEKALI):
                kumpul += potong
                if len(kumpul) > batas or time.monotonic() > akhir:
                    putus = Putus.TERLALU_BESAR if len(kumpul) > batas else Putus.LAMBAT
                    break
        except Exception as galat:
            putus = _sebab(galat, badan)
        return Jawaban(kepala.status_code, _kepala(kepala), b"" if putus else bytes(kumpul), putus, terkirim=True)


class _Badan(BytesIO):
    """The body of a request, which knows whether all of it was taken: a service cannot sign a part of a file."""

    @property
    def habis(self) -> bool:
        return 0 < len(self.getbuffer()) == self.tell()

    def __repr__(self) -> str:
        return "_Badan(…)"


class _Sesi(requests.Session):
    """Uses no proxy and no password file of the machine, and never follows a redirect: it would carry credentials."""

    def __init__(self) -> None:
        super().__init__()
        self.trust_env = False
        self.mount("http://", _Diam())
        self.mount("https://", _Diam())

    def get_redirect_target(self, resp: requests.Response) -> None:
        return None


class _Diam(HTTPAdapter):
    """Connections that do not print what they send, even where somebody has set `http.client`'s debug level."""

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": _Kolam, "https": _KolamAman}


class _Sambungan(HTTPConnection):
    debuglevel = 0


class _SambunganAman(HTTPSConnection):
    debuglevel = 0


class _Kolam(HTTPConnectionPool):
    ConnectionCls = _Sambungan


class _KolamAman(HTTPSConnectionPool):
    ConnectionCls = _SambunganAman


def _kepala(jawaban: requests.Response) -> dict[str, str]:
    return {nama.lower(): nilai for nama, nilai in jawaban.headers.items()}


def _sebab(galat: Exception, badan: _Badan) -> Putus:
    if isinstance(galat, requests.ConnectTimeout):
        return Putus.SAMBUNG_LAMBAT
    if isinstance(galat, requests.exceptions.SSLError | urllib3.exceptions.SSLError) and not badan.habis:
        return Putus.SERTIFIKAT
    if isinstance(galat, requests.Timeout | urllib3.exceptions.TimeoutError | TimeoutError):
        return Putus.LAMBAT
    if isinstance(galat, requests.ConnectionError) and _tak_menjawab(galat):
        return Putus.TAK_TERSAMBUNG
    return Putus.TERPUTUS


def _tak_menjawab(galat: requests.ConnectionError) -> bool:
    """No connection came about: refused, no such name, no way there."""
    sebab = galat.args[0] if galat.args else None
    return isinstance(getattr(sebab, "reason", sebab), urllib3.exceptions.NewConnectionError)


def _dapat_diulang(jawaban: Jawaban, *, aman: bool) -> bool:
    if jawaban.putus in {Putus.TAK_TERSAMBUNG, Putus.SAMBUNG_LAMBAT}:
        return True
    return aman and (jawaban.putus is Putus.TERPUTUS or (jawaban.putus is None and jawaban.kode in _SIBUK))
