"""What the stand-in of BSrE's service knows, does, and does wrong."""

from __future__ import annotations

import hmac
import json
import secrets
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from pyhanko.pdf_utils.misc import PdfError

from lkjip.laporan.signing.bsre_jawaban import StatusPengguna, Tolak
from lkjip.laporan.signing.bsre_tiruan_tanda import TempatTiruan, berkas_lain, tandatangani_tiruan, tulis_ulang
from lkjip.laporan.signing.data import GagalTandaTangan, Rahasia


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


_JSON = "application/json"


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
        bahan = {Ulah.BERKAS_LAIN: berkas_lain, Ulah.TULIS_ULANG: tulis_ulang}.get(self.ulah, bytes)(isi)
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
