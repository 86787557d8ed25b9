"""Signing with BSrE's Esign Client Service, API versions 1 and 2 (Petunjuk Teknis API Esign Client Service v2.2.1).

The key stays with BSrE; the signer's NIK and passphrase (or, in version 2, a one-time code) go there with the file.
"""

from __future__ import annotations

import base64
import logging
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from lkjip.laporan.render.aset import HurufTidakAda
from lkjip.laporan.signing.bsre_jawaban import StatusPengguna as StatusPengguna
from lkjip.laporan.signing.bsre_jawaban import baca_id, baca_pdf, baca_status, gagal, tolakan
from lkjip.laporan.signing.bsre_layanan import Layanan
from lkjip.laporan.signing.bsre_layanan import SetelanBsre as SetelanBsre
from lkjip.laporan.signing.bsre_layanan import Tampilan as Tampilan
from lkjip.laporan.signing.data import GagalTandaTangan, HasilTandaTangan, PermintaanTandaTangan, Rahasia, Stempel
from lkjip.laporan.signing.letak import Letak, letak_bidang
from lkjip.laporan.signing.stempel import lebar_qr
from lkjip.laporan.signing.stempel_gambar import png_stempel

logger = logging.getLogger(__name__)

_BATAS_PENDEK = 64 * 1024  # bytes of an answer without a file
_TAMBAHAN = 2 * 1024 * 1024  # a signature with its timestamp and revocation data needs less
_MB = 1024 * 1024
_KURANG_V1 = "Isi passphrase BSrE Anda; kode sekali pakai tidak dikenal layanan BSrE versi 1."
_KURANG_V2 = "Isi passphrase BSrE Anda, atau kode sekali pakai."
_TANPA_TANDA = "Layanan BSrE mengembalikan berkas tanpa tanda tangan. Hubungi pengelola Esign Client di instansi Anda."


class PenandaBsre:
    """One act of one signer. `tidur`: how to wait before asking again, for tests."""

    def __init__(
        self,
        setelan: SetelanBsre,
        nik: str,
        sandi: Rahasia | None = None,
        totp: Rahasia | None = None,
        *,
        tidur: Callable[[float], object] = time.sleep,
    ) -> None:
        self._setelan, self._nik, self._sandi, self._totp = setelan, nik, sandi, totp
        self._layanan = Layanan(setelan, tidur)

    def status(self) -> StatusPengguna:
        """Asks about the NIK. Raises GagalTandaTangan where there is no answer."""
        self._periksa_nik()
        if self._setelan.versi == 1:
            jawaban = self._layanan.kirim("GET", f"/api/user/status/{self._nik}", batas=_BATAS_PENDEK, aman=True)
        else:
            jawaban = self._layanan.kirim(
                "POST", "/api/v2/user/check/status", batas=_BATAS_PENDEK, aman=True, json={"nik": self._nik}
            )
        status = baca_status(jawaban) if jawaban.putus is None else StatusPengguna.TIDAK_DIKENAL
        if status is StatusPengguna.TIDAK_DIKENAL and not jawaban.utuh:
            raise gagal(jawaban, menandatangani=False)
        return status

    def minta_totp(self) -> None:
        """BSrE sends the signer a code for one file. Raises GagalTandaTangan."""
        if self._setelan.versi == 1:
            raise GagalTandaTangan("Layanan BSrE versi 1 tidak mengenal kode sekali pakai. Pakai passphrase.")
        self._periksa_status()
        isi = {"nik": self._nik, "data": 1}
        jawaban = self._layanan.kirim("POST", "/api/v2/sign/get/totp", batas=_BATAS_PENDEK, json=isi)
        if not jawaban.utuh or tolakan(jawaban):
            raise gagal(jawaban, menandatangani=False)

    def tandatangani(self, permintaan: PermintaanTandaTangan) -> HasilTandaTangan:
        """The file as the service returned it. Who called judges it before it counts. Raises GagalTandaTangan."""
        self._periksa_nik()
        if not (self._sandi or (self._totp and self._setelan.versi != 1)):
            raise GagalTandaTangan(_KURANG_V1 if self._setelan.versi == 1 else _KURANG_V2)
        letak, stempel = self._tempat(permintaan)
        self._periksa_status()
        kirim = self._v1 if self._setelan.versi == 1 else self._v2
        hasil = kirim(permintaan, letak, stempel)
        if hasil.isi == permintaan.isi:
            raise GagalTandaTangan(_TANPA_TANDA)
        return hasil

    def _periksa_nik(self) -> None:
        if not (len(self._nik) == 16 and self._nik.isascii() and self._nik.isdigit()):
            raise GagalTandaTangan("NIK harus 16 angka.")

    def _periksa_status(self) -> None:
        status = self.status()
        if not status.boleh:
            raise GagalTandaTangan(status.kalimat)

    def _tempat(self, permintaan: PermintaanTandaTangan) -> tuple[Letak | None, bytes]:
        """Where to sign visibly, and the picture; the QR at the left of the field is printed already and stays free."""
        letak = letak_bidang(permintaan.isi, permintaan.bidang)
        if self._setelan.tampilan is Tampilan.TAK_TERLIHAT or not letak.terlihat:
            return None, b""
        letak = letak.tanpa_kiri(lebar_qr(letak.lebar, letak.tinggi))
        stempel = permintaan.stempel
        stempel = stempel if stempel.waktu else replace(stempel, waktu=datetime.now(UTC))
        return letak, self._gambar(stempel, letak)

    def _gambar(self, stempel: Stempel, letak: Letak) -> bytes:
        try:
            return png_stempel(stempel, letak.lebar, letak.tinggi, zona=self._setelan.zona)
        except HurufTidakAda:
            logger.error("Huruf untuk stempel tanda tangan belum terpasang.")
        raise GagalTandaTangan("Huruf untuk stempel belum terpasang di server. Hubungi pengelola server.")

    def _v1(self, permintaan: PermintaanTandaTangan, letak: Letak | None, stempel: bytes) -> HasilTandaTangan:
        jawaban = self._layanan.kirim(
            "POST",
            "/api/sign/pdf",
            batas=_batas(permintaan),
            data=self._bidang_v1(permintaan, letak),
            files={"file": ("dokumen.pdf", permintaan.isi, "application/pdf")}
            | ({"imageTTD": ("stempel.png", stempel, "image/png")} if letak else {}),
        )
        isi, nomor = baca_pdf(jawaban), baca_id(jawaban)
        if not isi and nomor and jawaban.kode == 200:  # signed, and only the way back broke
            isi = baca_pdf(self._layanan.kirim("GET", f"/api/sign/download/{nomor}", batas=_batas(permintaan)))
        if not isi:
            raise gagal(jawaban, menandatangani=True, id_dokumen=nomor)
        return HasilTandaTangan(isi, nomor)

    def _bidang_v1(self, permintaan: PermintaanTandaTangan, letak: Letak | None) -> dict[str, Any]:
        """Sides are whole points; y counts from the lower edge."""
        rahasia = {"nik": self._nik, "passphrase": self._sandi.buka() if self._sandi else ""}
        umum = rahasia | {"reason": permintaan.alasan, "location": permintaan.tempat}
        if letak is None:
            return umum | {"tampilan": "invisible"}
        lebar, tinggi = round(letak.lebar), round(letak.tinggi)
        terlihat = umum | {"tampilan": "visible", "image": "true"}
        if self._setelan.tag:
            return terlihat | {"tag_koordinat": self._setelan.tag, "width": str(lebar), "height": str(tinggi)}
        x, y = round(letak.kiri), round(letak.bawah)
        if self._setelan.sudut:
            lebar, tinggi = x + lebar, y + tinggi
        angka = {"page": letak.halaman, "xAxis": x, "yAxis": y, "width": lebar, "height": tinggi}
        return terlihat | {nama: str(nilai) for nama, nilai in angka.items()}

    def _v2(self, permintaan: PermintaanTandaTangan, letak: Letak | None, stempel: bytes) -> HasilTandaTangan:
        jawaban = self._layanan.kirim(
            "POST",
            "/api/v2/sign/pdf",
            batas=_batas(permintaan),
            json={
                "nik": self._nik,
                **({"totp": self._totp.buka()} if self._totp else {}),
                **({"passphrase": self._sandi.buka()} if self._sandi and not self._totp else {}),
                "file": [base64.b64encode(permintaan.isi).decode()],
                "signatureProperties": [self._sifat_v2(permintaan, letak, stempel)],
            },
        )
        isi = baca_pdf(jawaban)
        if not isi:
            raise gagal(jawaban, menandatangani=True)
        return HasilTandaTangan(isi, baca_id(jawaban))

    def _sifat_v2(self, permintaan: PermintaanTandaTangan, letak: Letak | None, stempel: bytes) -> dict[str, Any]:
        """Points; originY counts from the upper edge."""
        umum = {"reason": permintaan.alasan, "location": permintaan.tempat}
        if letak is None:
            return umum | {"tampilan": "INVISIBLE"}
        gambar = {"tampilan": "VISIBLE", "imageBase64": base64.b64encode(stempel).decode()}
        ukuran: dict[str, Any] = {"width": round(letak.lebar, 2), "height": round(letak.tinggi, 2)}
        if self._setelan.tag:
            return umum | gambar | ukuran | {"tag_koordinat": self._setelan.tag}
        asal = {"originX": round(letak.kiri, 2), "originY": round(letak.dari_atas, 2)}
        return umum | gambar | ukuran | asal | {"page": letak.halaman}


def _batas(permintaan: PermintaanTandaTangan) -> int:
    """Bytes of an answer with the signed file, Base64 or rewritten included."""
    return 2 * len(permintaan.isi) + 2 * _TAMBAHAN + _MB
