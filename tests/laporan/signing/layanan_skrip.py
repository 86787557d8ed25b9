"""A server that answers by a script, and remembers what it was asked."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from lkjip.laporan.signing.bsre_tiruan import urai_formulir


def jangan_tunggu(detik: float) -> None:
    """Instead of sleeping between two attempts."""


@dataclass(frozen=True)
class Balasan:
    """`panjang`: the length that is promised, where it is not the truth."""

    kode: int = 200
    isi: bytes = b""
    jenis: str = "application/json"
    kepala: dict[str, str] = field(default_factory=dict)
    panjang: int | None = None
    diam: bool = False  # says nothing at all until the test is over


def balas(kode: int = 200, **isi: Any) -> Balasan:
    return Balasan(kode, json.dumps(isi).encode())


@dataclass(frozen=True)
class Pertanyaan:
    metode: str
    jalur: str
    kepala: dict[str, str]
    isi: bytes

    @property
    def json(self) -> dict[str, Any]:
        hasil: dict[str, Any] = json.loads(self.isi)
        return hasil

    @property
    def formulir(self) -> dict[str, bytes]:
        return urai_formulir(self.isi, self.kepala["Content-Type"])


@dataclass
class Skrip:
    alamat: str = ""
    naskah: list[Balasan] = field(default_factory=list)
    tanya: list[Pertanyaan] = field(default_factory=list)
    selesai: threading.Event = field(default_factory=threading.Event)


class _Penjawab(BaseHTTPRequestHandler):
    skrip: Skrip

    def do_POST(self) -> None:
        isi = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.skrip.tanya.append(Pertanyaan(self.command, self.path, dict(self.headers.items()), isi))
        balasan = self.skrip.naskah.pop(0)
        self.close_connection = True
        if balasan.diam:
            self.skrip.selesai.wait(30)
            return
        self.send_response(balasan.kode)
        panjang = len(balasan.isi) if balasan.panjang is None else balasan.panjang
        for nama, nilai in ({"Content-Type": balasan.jenis, "Content-Length": str(panjang)} | balasan.kepala).items():
            self.send_header(nama, nilai)
        self.end_headers()
        self.wfile.write(balasan.isi)

    do_GET = do_POST

    def log_message(self, format: str, *args: object) -> None:
        """Not into the test's output."""


@contextmanager
def layanan_skrip(*naskah: Balasan) -> Iterator[Skrip]:
    skrip = Skrip(naskah=list(naskah))
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Penjawab", (_Penjawab,), {"skrip": skrip}))
    server.daemon_threads = False
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    skrip.alamat = f"http://127.0.0.1:{server.server_port}"
    try:
        yield skrip
    finally:
        skrip.selesai.set()
        server.shutdown()
        server.server_close()
