"""A stand-in for BSrE's Esign Client Service, for trying out and for tests: versions 1 and 2, on this machine only.

It signs with keys of the trial authority, so everything that it signs says so. It can also misbehave (`Ulah`).
"""

from __future__ import annotations

import base64
import binascii
import hmac
import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader

from lkjip.laporan.signing.bsre_jawaban import StatusPengguna
from lkjip.laporan.signing.bsre_tiruan_keadaan import Ditolak, JawabanTiruan, LayananTiruan
from lkjip.laporan.signing.bsre_tiruan_keadaan import PemegangTiruan as PemegangTiruan
from lkjip.laporan.signing.bsre_tiruan_keadaan import Ulah as Ulah
from lkjip.laporan.signing.bsre_tiruan_tanda import TempatTiruan

_BADAN_MAKS = 100 * 1024 * 1024
_PDF = "application/pdf"


@contextmanager
def layanan_tiruan(layanan: LayananTiruan, port: int = 0) -> Iterator[str]:
    """Runs it on this machine's own address, which is given back. Port 0: a free one."""
    penjawab = type("Penjawab", (_Penjawab,), {"layanan": layanan})
    server = ThreadingHTTPServer(("127.0.0.1", port), penjawab)
    server.daemon_threads = False  # closing waits for the answers that are under way
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        layanan.selesai.set()
        server.shutdown()
        server.server_close()


class _Penjawab(BaseHTTPRequestHandler):
    layanan: LayananTiruan

    def do_GET(self) -> None:
        self._layani({"/api/user/status/": self._status_v1, "/api/sign/download/": self._unduh})

    def do_POST(self) -> None:
        self._layani(
            {
                "/api/sign/pdf": self._tanda_v1,
                "/api/sign/verify": self._periksa_v1,
                "/api/v2/sign/pdf": self._tanda_v2,
                "/api/v2/sign/get/totp": self._kode_v2,
                "/api/v2/user/check/status": self._status_v2,
                "/api/v2/verify/pdf": self._periksa_v2,
            }
        )

    def _layani(self, daftar: Mapping[str, Callable[[bytes], JawabanTiruan]]) -> None:
        isi = self.rfile.read(min(int(self.headers.get("Content-Length") or 0), _BADAN_MAKS))
        jalur = self.path if self.command == "POST" else self.path[: self.path.rindex("/") + 1]
        try:
            if not self._dikenal():
                raise Ditolak(JawabanTiruan.json(401, error="Unauthorized"))
            if self.layanan.ulah is Ulah.SIBUK:
                raise Ditolak(JawabanTiruan(503, b"", kepala={"Retry-After": "1"}))
            if jalur not in daftar:
                raise Ditolak(JawabanTiruan.json(404, error="Not Found"))
            jawaban = daftar[jalur](isi)
        except Ditolak as galat:
            jawaban = galat.jawaban
        except (ValueError, KeyError, TypeError, IndexError, AttributeError, binascii.Error):
            jawaban = JawabanTiruan.json(400, error="Permintaan tidak lengkap", status_code=400)
        self._jawab(jawaban)
        self.layanan.kabar(f"{self.command} {jalur}: {jawaban.kode}")

    def _dikenal(self) -> bool:
        harap = f"{self.layanan.pengguna}:{self.layanan.sandi.buka()}".encode()
        kirim = self.headers.get("Authorization", "").removeprefix("Basic ").encode()
        return hmac.compare_digest(base64.b64encode(harap), kirim)

    def _jawab(self, jawaban: JawabanTiruan) -> None:
        self.close_connection = True
        if jawaban.sampai == 0:
            return
        self.send_response(jawaban.kode)
        umum = {"Content-Type": jawaban.jenis, "Content-Length": str(len(jawaban.isi))}
        for nama, nilai in (umum | dict(jawaban.kepala)).items():
            self.send_header(nama, nilai)
        self.end_headers()
        self.wfile.write(jawaban.isi[: jawaban.sampai])

    def log_message(self, format: str, *args: object) -> None:
        """Addresses hold a NIK; `kabar` is told without it."""

    def _status_v1(self, _: bytes) -> JawabanTiruan:
        status = self.layanan.pemegang(self.path.rpartition("/")[2]).status
        return JawabanTiruan.json(200, status_code=1111, status=status.value, message="PERCOBAAN")

    def _status_v2(self, isi: bytes) -> JawabanTiruan:
        nik = json.loads(isi)["nik"]
        ada = next((satu.status for satu in self.layanan.daftar if satu.nik == nik), StatusPengguna.NOT_REGISTERED)
        return JawabanTiruan.json(200, status=ada.value)

    def _kode_v2(self, isi: bytes) -> JawabanTiruan:
        self.layanan.buat_kode(json.loads(isi)["nik"])
        return JawabanTiruan.json(200, message="TOTP dikirim (PERCOBAAN)")

    def _unduh(self, _: bytes) -> JawabanTiruan:
        return JawabanTiruan(200, self.layanan.ambil(self.path.rpartition("/")[2]), _PDF)

    def _tanda_v1(self, isi: bytes) -> JawabanTiruan:
        bagian = urai_formulir(isi, self.headers.get("Content-Type", ""))
        teks = {nama: nilai.decode() for nama, nilai in bagian.items() if nama not in {"file", "imageTTD"}}
        tempat = None
        if teks["tampilan"].lower() == "visible":
            x, y, lebar, tinggi = (float(teks[nama]) for nama in ("xAxis", "yAxis", "width", "height"))
            tempat = TempatTiruan(int(teks["page"]), x, y, lebar, tinggi, bagian.get("imageTTD", b""))
        nomor, hasil = self._tanda(
            bagian["file"], teks["nik"], sandi=teks["passphrase"], kode="", tempat=tempat,
            alasan=teks.get("reason", ""), lokasi=teks.get("location", ""),
        )  # fmt: skip
        if teks.get("jenis_response", "").upper() == "BASE64":
            jawaban = JawabanTiruan.json(200, base64_signed_file=base64.b64encode(hasil).decode())
        else:
            jawaban = JawabanTiruan(200, hasil, _PDF)
        jawaban.kepala = {"id_dokumen": nomor}
        return self._rusakkan(jawaban)

    def _tanda_v2(self, isi: bytes) -> JawabanTiruan:
        kirim = json.loads(isi)
        (berkas,), (sifat,) = kirim["file"], kirim["signatureProperties"]
        tempat = None
        if sifat["tampilan"].upper() == "VISIBLE":
            x, y, lebar, tinggi = (float(sifat[nama]) for nama in ("originX", "originY", "width", "height"))
            gambar = base64.b64decode(sifat.get("imageBase64") or "")
            tempat = TempatTiruan(int(sifat["page"]), x, y, lebar, tinggi, gambar, dari_atas=True)
        _, hasil = self._tanda(
            base64.b64decode(berkas), kirim["nik"], sandi=kirim.get("passphrase") or "", kode=kirim.get("totp") or "",
            tempat=tempat, alasan=sifat.get("reason") or "", lokasi=sifat.get("location") or "",
        )  # fmt: skip
        return self._rusakkan(JawabanTiruan.json(200, time=1, file=[base64.b64encode(hasil).decode()]))

    def _tanda(self, isi: bytes, nik: str, **lain: Any) -> tuple[str, bytes]:
        if self.layanan.ulah is Ulah.LAMBAT:
            self.layanan.selesai.wait(600)
        if self.layanan.ulah is Ulah.GALAT_500:
            raise Ditolak(JawabanTiruan.json(500, error="Internal Server Error"))
        return self.layanan.tandatangani(isi, nik, **lain)

    def _rusakkan(self, jawaban: JawabanTiruan) -> JawabanTiruan:
        if self.layanan.ulah is Ulah.JSON_RUSAK:
            return JawabanTiruan(200, b'{"file": ["')
        if self.layanan.ulah in {Ulah.PUTUS, Ulah.PUTUS_DI_TENGAH}:
            jawaban.sampai = 0 if self.layanan.ulah is Ulah.PUTUS else len(jawaban.isi) // 2
        return jawaban

    def _periksa_v1(self, isi: bytes) -> JawabanTiruan:
        nama = _nama_bidang(urai_formulir(isi, self.headers.get("Content-Type", ""))["signed_file"])
        rincian = [{"signature_field": satu} for satu in nama]
        return JawabanTiruan.json(200, jumlah_signature=len(nama), notes="PERCOBAAN", details=rincian)

    def _periksa_v2(self, isi: bytes) -> JawabanTiruan:
        nama = _nama_bidang(base64.b64decode(json.loads(isi)["file"]))
        rincian = [{"fieldName": satu} for satu in nama]
        return JawabanTiruan.json(200, signatureCount=len(nama), description="PERCOBAAN", signatureInformations=rincian)


def urai_formulir(isi: bytes, jenis: str) -> dict[str, bytes]:
    """A multipart body as name → bytes. Raises ValueError."""
    batas = jenis.partition("boundary=")[2].strip('"').encode()
    if not batas:
        raise ValueError("bukan formulir")
    hasil = {}
    for bagian in isi.split(b"--" + batas)[1:-1]:
        kepala, _, nilai = bagian.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        nama = kepala.partition(b' name="')[2].partition(b'"')[0].decode()
        hasil[nama] = nilai.removesuffix(b"\r\n")
    return hasil


def _nama_bidang(isi: bytes) -> list[str]:
    """The stand-in counts signatures; it judges none."""
    try:
        return [str(satu.field_name) for satu in PdfFileReader(BytesIO(isi)).embedded_signatures]
    except PdfError:
        raise ValueError("bukan PDF") from None
