"""Signing with a key of one's own (PKCS#12): PAdES B-B, B-T with a timestamp authority, B-LT with revocation data.

What is configured is what comes out, or nothing: a signature is never quietly made at a lower level.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, tzinfo
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.timestamps.common_utils import TimestampRequestError
from pyhanko_certvalidator.errors import PathError, RevokedError, ValidationError

from lkjip.laporan.signing.bidang import Bidang, buat_bidang, daftar_bidang
from lkjip.laporan.signing.data import GagalTandaTangan, HasilTandaTangan, PermintaanTandaTangan, Rahasia
from lkjip.laporan.signing.kunci_p12 import KunciPemegang, buka_p12
from lkjip.laporan.signing.penanda_waktu import PenandaWaktuHttp
from lkjip.laporan.signing.percaya import Kepercayaan, nama_pemegang, sebutan, sertifikat_percobaan
from lkjip.laporan.signing.stempel import gaya_stempel

logger = logging.getLogger(__name__)

_TSA_GAGAL = (
    "Layanan penanda waktu (TSA) tidak menjawab dengan benar, jadi dokumen belum ditandatangani. "
    "Coba lagi beberapa saat lagi, atau hubungi pengelola server."
)


@dataclass(frozen=True)
class SetelanTandaTangan:
    """`tsa`: address of the timestamp authority, empty for B-B; `lt`: revocation data go into the file (B-LT)."""

    tsa: str = ""
    lt: bool = False
    kepercayaan: Kepercayaan = field(default_factory=Kepercayaan)
    zona: tzinfo = UTC
    tsa_detik: float = 10


class PenandaP12:
    """A holder's key file for one act. `bidang_baru`: a file without the named field gets one on its last page."""

    def __init__(self, p12: bytes, sandi: Rahasia, setelan: SetelanTandaTangan, *, bidang_baru: bool = False) -> None:
        self._p12, self._sandi, self._setelan, self._bidang_baru = p12, sandi, setelan, bidang_baru

    def periksa(self) -> str:
        """Opens the key only, and returns its holder's name. Raises GagalTandaTangan."""
        return nama_pemegang(self._buka(datetime.now(UTC)).sertifikat)

    def tandatangani(self, permintaan: PermintaanTandaTangan) -> HasilTandaTangan:
        """The same bytes with one signature more. Raises GagalTandaTangan, which carries no secret."""
        saat = permintaan.stempel.waktu or datetime.now(UTC)
        kunci = self._buka(datetime.now(UTC))
        stempel = replace(
            permintaan.stempel,
            waktu=saat,
            nama=permintaan.stempel.nama or nama_pemegang(kunci.sertifikat),
            percobaan=permintaan.stempel.percobaan or _percobaan(kunci),
        )
        keluar = self._coba(kunci, replace(permintaan, stempel=stempel))
        if not keluar.startswith(permintaan.isi):
            raise GagalTandaTangan("Berkas berubah saat ditandatangani; hasilnya dibuang. Hubungi pengelola server.")
        return HasilTandaTangan(keluar)

    def _buka(self, saat: datetime) -> KunciPemegang:
        return buka_p12(self._p12, self._sandi, saat=saat, zona=self._setelan.zona)

    def _coba(self, kunci: KunciPemegang, permintaan: PermintaanTandaTangan) -> bytes:
        """Every failure becomes a sentence; the library's own errors, whose frames hold the key, end here."""
        try:
            return self._tulis(kunci, permintaan)
        except GagalTandaTangan:
            raise
        except TimestampRequestError:
            pesan = _TSA_GAGAL
        except PdfError:
            pesan = "Berkas PDF ini tidak dapat dibaca atau terkunci sandi, jadi tidak dapat ditandatangani."
        except (SigningError, PathError, ValidationError) as galat:
            logger.warning("Penandatanganan ditolak: %s", _jenis(galat))
            pesan = _pesan_tolak(kunci, galat)
        except Exception as galat:  # what it is stands in the log, without its text and its variables
            logger.error("Penandatanganan gagal: %s", _jenis(galat))
            pesan = "Penandatanganan gagal karena kesalahan yang tidak terduga. Hubungi pengelola server."
        raise GagalTandaTangan(pesan)

    def _tulis(self, kunci: KunciPemegang, permintaan: PermintaanTandaTangan) -> bytes:
        if self._setelan.lt and not self._setelan.tsa:
            raise GagalTandaTangan("Tingkat B-LT memerlukan penanda waktu: pengelola perlu mengisi LKJIP_TTD_TSA.")
        penulis = IncrementalPdfFileWriter(BytesIO(permintaan.isi))
        bidang, baru = self._bidang(penulis, permintaan.bidang)
        gaya = None
        if bidang.lebar > 0 and bidang.tinggi > 0:
            gaya = gaya_stempel(
                permintaan.stempel, bidang.lebar, bidang.tinggi, zona=self._setelan.zona, sisakan_qr=not baru
            )
        waktu = PenandaWaktuHttp(self._setelan.tsa, self._setelan.tsa_detik) if self._setelan.tsa else None
        penanda = PdfSigner(self._metadata(kunci, permintaan), kunci.penanda, timestamper=waktu, stamp_style=gaya)
        return bytes(penanda.sign_pdf(penulis, existing_fields_only=True).getvalue())

    def _bidang(self, penulis: Any, nama: str) -> tuple[Bidang, bool]:
        """The empty field of that name, and whether it is new."""
        bidang = next((satu for satu in daftar_bidang(penulis) if satu.nama == nama), None)
        if bidang is None and self._bidang_baru:
            return buat_bidang(penulis, nama), True
        if bidang is None:
            raise GagalTandaTangan(f"Berkas ini tidak mempunyai kotak tanda tangan '{nama}'.")
        if bidang.terisi:
            raise GagalTandaTangan(f"Kotak tanda tangan '{nama}' sudah ditandatangani.")
        return bidang, False

    def _metadata(self, kunci: KunciPemegang, permintaan: PermintaanTandaTangan) -> PdfSignatureMetadata:
        pilihan: dict[str, Any] = {}
        if self._setelan.lt:
            pilihan = {
                "embed_validation_info": True,
                "validation_context": self._setelan.kepercayaan.konteks(cabut="require"),
                "signer_key_usage": set(kunci.pemakaian),
            }
        return PdfSignatureMetadata(
            field_name=permintaan.bidang,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            name=permintaan.stempel.nama or None,
            reason=permintaan.alasan or None,
            location=permintaan.tempat or None,
            **pilihan,
        )


def _percobaan(kunci: KunciPemegang) -> bool:
    """The certificate or one of those that came with it says so."""
    return any(sertifikat_percobaan(satu) for satu in (kunci.sertifikat, *kunci.penanda.cert_registry))


def _jenis(galat: BaseException) -> str:
    """An error in the log: kinds only, of it and of its cause."""
    sebab = f" karena {_jenis(galat.__cause__)}" if galat.__cause__ else ""
    return f"{type(galat).__module__}.{type(galat).__qualname__}{sebab}"


def _pesan_tolak(kunci: KunciPemegang, galat: Exception) -> str:
    """The chain is judged before signing only with B-LT."""
    sebab = galat.__cause__ if isinstance(galat, SigningError) else galat
    nama, penerbit = nama_pemegang(kunci.sertifikat), sebutan(kunci.sertifikat.issuer)
    if isinstance(sebab, RevokedError):
        return f"Sertifikat {nama} atau penerbitnya sudah dicabut, jadi tidak dapat dipakai menandatangani."
    if not isinstance(sebab, PathError | ValidationError):
        return "Berkas PDF ini tidak dapat ditandatangani: susunannya tidak mengizinkan tanda tangan."
    return (
        f"Sertifikat {nama} (penerbit {penerbit}) atau penanda waktu tidak dapat diperiksa untuk tingkat B-LT: "
        "penerbitnya belum dipercaya, atau daftar pencabutannya (.crl) belum ada atau sudah lewat masanya. "
        "Hubungi pengelola server."
    )
