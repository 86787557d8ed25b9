"""A timestamp authority over HTTP on a free port, with the faults that a real one may have."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from asn1crypto import tsp

from tests.laporan.signing.pejabat_uji import otoritas_waktu

_JENIS = "application/timestamp-reply"


class _Penjawab(BaseHTTPRequestHandler):
    ulah = ""
    selesai: threading.Event

    def do_POST(self) -> None:
        isi = self.rfile.read(int(self.headers["Content-Length"]))
        if self.ulah == "bisu":
            self.selesai.wait(20)
        elif self.ulah == "menetes":
            self._menetes()
        elif self.ulah == "pindah":
            self._jawab(302, b"", Location=f"http://127.0.0.1:{self.server.server_port}/lain")  # type: ignore[attr-defined]
        else:
            jawaban = otoritas_waktu().request_tsa_response(tsp.TimeStampReq.load(isi)).dump()
            galat, rusak = self.ulah == "500", self.ulah == "rusak"
            self._jawab(500 if galat else 200, b"bukan jawaban" if rusak else jawaban)

    def _menetes(self) -> None:
        """A byte now and then: a limit on each read would never end it."""
        self.send_response(200)
        self.send_header("Content-Type", _JENIS)
        self.send_header("Content-Length", "100000")
        self.end_headers()
        while not self.selesai.wait(0.05):
            try:
                self.wfile.write(b"0")
            except OSError:
                return

    def _jawab(self, kode: int, isi: bytes, **kepala: str) -> None:
        self.send_response(kode)
        for nama, nilai in ({"Content-Type": _JENIS, "Content-Length": str(len(isi))} | kepala).items():
            self.send_header(nama, nilai)
        self.end_headers()
        self.wfile.write(isi)

    def log_message(self, format: str, *args: object) -> None:
        """Not into the test's output."""


@contextmanager
def layanan_waktu(ulah: str = "") -> Iterator[str]:
    """Its address; `ulah`: bisu, menetes, pindah, 500, rusak."""
    selesai = threading.Event()
    penjawab = type("Penjawab", (_Penjawab,), {"ulah": ulah, "selesai": selesai})
    server = ThreadingHTTPServer(("127.0.0.1", 0), penjawab)
    server.daemon_threads = True
    utas = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    utas.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/tsa"
    finally:
        selesai.set()
        server.shutdown()
        server.server_close()
