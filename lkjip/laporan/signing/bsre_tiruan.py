"""A stand-in for BSrE's Esign Client Service, for trying out and for tests: versions 1 and 2, on this machine only.

It signs with keys of the trial authority, so everything that it signs says so. It can also misbehave (`Ulah`).
"""

from __future__ import annotations

import base64
import binascii
import hmac
import json
import secrets
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader

from lkjip.laporan.signing.bsre_jawaban import StatusPengguna, Tolak
from lkjip.laporan.signing.bsre_tiruan_tanda import TempatTiruan, berkas_lain, tandatangani_tiruan, tulis_ulang
from lkjip.laporan.signing.data import GagalTandaTangan, Rahasia

_BADAN_MAKS = 100 * 1024 * 1024
_JSON, _PDF = "application/json", "application/pdf"


class Ulah(StrEnum):
    """How it misbehaves when it is asked to sign; SIBUK whatever it is asked."""

    BAIK = "baik"
    SIBUK = "sibuk"
    LAMBAT = "lambat"
    GALAT_500 = "500"
    JSON_RUSAK = "json-rusak"
    PUTUS = "putus"  # signs, then hangs up
    PUTUS_DI_TENGAH = "putus-di-tengah"  # signs, and hangs up after half of the file
    BERKAS_LAIN = "berkas-lain"
    TULIS_ULANG = "tulis-ulang"  # signs, but not incrementally
    ORANG_LAIN = "orang-lain"
    TANPA_TANDA = "tanpa-tanda"


@dataclass(frozen=True)
class PemegangTiruan:
    """Somebody whom the service knows. `sandi` opens `p12`; a one-time code stands for it."""

    nik: str
    p12: bytes = field(repr=False)
    sandi: Rahasia
    status: StatusPengguna = StatusPengguna.ISSUE


@dataclass
class JawabanTiruan:
    kode: int
    isi: bytes
    jenis: str = _JSON
    kepala: Mapping[str, str] = field(default_factory=dict)
    sampai: int | None = None  # bytes that are sent before it hangs up

    @classmethod
    def json(cls, kode: int, **isi: Any) -> JawabanTiruan:
        return cls(kode, json.dumps(isi).encode())

    @classmethod
    def tolak(cls, tolak: Tolak, pesan: str) -> JawabanTiruan:
        return cls.json(400, error=pesan, status_code=int(tolak.value))


class Ditolak(Exception):
    def __init__(self, jawaban: JawabanTiruan) -> None:
        super().__init__(jawaban.kode)
        self.jawaban = jawaban


@dataclass
class LayananTiruan:
    """What the service knows and has done. `kabar` is told what would go to the signer, and what was asked."""

    daftar: Sequence[PemegangTiruan]
    pengguna: str = "lkjip"
    sandi: Rahasia = field(default_factory=lambda: Rahasia("tiruan"))
    ulah: Ulah = Ulah.BAIK
    kabar: Callable[[str], object] = lambda _: None
    selesai: threading.Event = field(default_factory=threading.Event)
    banyak_tanda: int = 0
    _kunci: threading.Lock = field(default_factory=threading.Lock, repr=False)
    _dokumen: dict[str, bytes] = field(default_factory=dict, repr=False)
    _kode: dict[str, str] = field(default_factory=dict, repr=False)

    def pemegang(self, nik: str) -> PemegangTiruan:
        for satu in self.daftar:
            if satu.nik == nik:
                return satu
        raise Ditolak(JawabanTiruan.tolak(Tolak.TAK_TERDAFTAR, "User belum terdaftar"))

    def buat_kode(self, nik: str) -> None:
        """A one-time code for the next file; the real service sends it to the signer's phone or mail."""
        kode = f"{secrets.randbelow(10**6):06d}"
        with self._kunci:
            self._kode[self.pemegang(nik).nik] = kode
        self.kabar(f"Kode sekali pakai untuk NIK …{nik[-4:]}: {kode}")

    def tandatangani(
        self, isi: bytes, nik: str, *, sandi: str, kode: str, tempat: TempatTiruan | None, alasan: str, lokasi: str
    ) -> tuple[str, bytes]:
        """The document's number and the signed file. Raises Ditolak."""
        pemegang = self.pemegang(nik)
        if not pemegang.status.boleh:
            raise Ditolak(JawabanTiruan.json(400, error=f"Status sertifikat {pemegang.status}", status_code=400))
        rahasia = pemegang.sandi if self._pakai_kode(nik, kode) else Rahasia(sandi)
        bahan = {Ulah.BERKAS_LAIN: lambda _: berkas_lain(), Ulah.TULIS_ULANG: tulis_ulang}.get(self.ulah, bytes)(isi)
        try:
            hasil = tandatangani_tiruan(bahan, pemegang.p12, rahasia, tempat=tempat, alasan=alasan, lokasi=lokasi)
            if self.ulah is Ulah.ORANG_LAIN:
                lain = next(satu for satu in self.daftar if satu.nik != nik)
                hasil = tandatangani_tiruan(isi, lain.p12, lain.sandi, tempat=tempat, alasan=alasan, lokasi=lokasi)
        except GagalTandaTangan:
            raise Ditolak(JawabanTiruan.tolak(Tolak.SANDI_SALAH, "Passphrase anda salah")) from None
        except (PdfError, ValueError, IndexError):
            raise Ditolak(JawabanTiruan.json(400, error="Dokumen tidak dapat dibaca", status_code=400)) from None
        if self.ulah is Ulah.TANPA_TANDA:
            hasil = isi
        nomor = secrets.token_hex(12)
        with self._kunci:
            self._dokumen[nomor] = hasil
            self.banyak_tanda += 1
        return nomor, hasil

    def _pakai_kode(self, nik: str, kode: str) -> bool:
        """Once only. Raises Ditolak."""
        if not kode:
            return False
        with self._kunci:
            benar = hmac.compare_digest(self._kode.pop(nik, ""), kode)
        if not benar:
            raise Ditolak(JawabanTiruan.json(400, error="TOTP tidak valid", status_code=400))
        return True

    def ambil(self, nomor: str) -> bytes:
        """A signed file, once only. Raises Ditolak."""
        with self._kunci:
            isi = self._dokumen.pop(nomor, None)
        if isi is None:
            raise Ditolak(JawabanTiruan.json(404, error="Dokumen tidak ada atau sudah diunduh", status_code=404))
        return isi


@contextmanager
def layanan_tiruan(layanan: LayananTiruan, port: int = 0) -> Iterator[str]:
    """Runs it on this machine's own address, which is given back. Port 0: a free one."""
    penjawab = type("Penjawab", (_Penjawab,), {"layanan": layanan})
    server = ThreadingHTTPServer(("127.0.0.1", port), penjawab)
    server.daemon_threads = True
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
