"""The trial authority as files: made once, kept, and made anew when it is lost or runs out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12

from lkjip.laporan.signing.data import Rahasia
from lkjip.laporan.signing.percobaan import PenerbitPercobaan, buat_pemegang, buat_penerbit_percobaan

_SISA = timedelta(days=30)  # what runs out sooner is made anew
_RAHASIA, _FOLDER_RAHASIA = 0o600, 0o700


@dataclass(frozen=True)
class PemegangDemo:
    """`nama_berkas`: the user's log-in name; `pengenal`: NIP digits, serialNumber of the certificate."""

    nama_berkas: str
    nama: str
    pengenal: str = ""


@dataclass(frozen=True)
class BerkasPercobaan:
    """What lies where, and which of it is new."""

    tepercaya: Path
    pemegang: tuple[Path, ...]
    baru: frozenset[Path]


def siapkan_percobaan(folder: Path, daftar: Sequence[PemegangDemo], sandi: Rahasia) -> BerkasPercobaan:
    """Writes `tepercaya/percobaan.pem`, the authority's key, and `pemegang/<name>.p12`. Raises OSError."""
    for nama in ("percobaan", "pemegang"):
        (folder / nama).mkdir(mode=_FOLDER_RAHASIA, parents=True, exist_ok=True)
    tepercaya, baru = folder / "tepercaya" / "percobaan.pem", set()
    penerbit = _baca_penerbit(folder / "percobaan")
    if penerbit is None:
        penerbit = buat_penerbit_percobaan()
        _tulis_rahasia(folder / "percobaan" / "penerbit.key", penerbit.kunci_der)
        (folder / "percobaan" / "penerbit.pem").write_bytes(penerbit.pem)
    if not tepercaya.is_file() or tepercaya.read_bytes() != penerbit.pem:
        tepercaya.parent.mkdir(parents=True, exist_ok=True)
        tepercaya.write_bytes(penerbit.pem)
        baru.add(tepercaya)
    berkas = tuple(folder / "pemegang" / f"{satu.nama_berkas}.p12" for satu in daftar)
    for satu, tujuan in zip(daftar, berkas, strict=True):
        if not _masih_berlaku(tujuan, penerbit, sandi):
            pemegang = buat_pemegang(penerbit, satu.nama, pengenal=satu.pengenal)
            _tulis_rahasia(tujuan, pemegang.p12(sandi, nama=satu.nama_berkas))
            baru.add(tujuan)
    return BerkasPercobaan(tepercaya, berkas, frozenset(baru))


def _baca_penerbit(folder: Path) -> PenerbitPercobaan | None:
    """None where it is not there, broken, or runs out."""
    try:
        sertifikat = x509.load_pem_x509_certificate((folder / "penerbit.pem").read_bytes())
        kunci = serialization.load_der_private_key((folder / "penerbit.key").read_bytes(), None)
    except (OSError, ValueError):
        return None
    cocok = isinstance(kunci, rsa.RSAPrivateKey) and kunci.public_key() == sertifikat.public_key()
    if not cocok or not _cukup_lama(sertifikat):
        return None
    assert isinstance(kunci, rsa.RSAPrivateKey)
    return PenerbitPercobaan(sertifikat, kunci)


def _masih_berlaku(berkas: Path, penerbit: PenerbitPercobaan, sandi: Rahasia) -> bool:
    try:
        isi = pkcs12.load_pkcs12(berkas.read_bytes(), sandi.buka().encode())
        if isi.cert is None or not _cukup_lama(isi.cert.certificate):
            return False
        isi.cert.certificate.verify_directly_issued_by(penerbit.sertifikat)
    except Exception:  # missing, another passphrase, another authority, broken: a new one is made
        return False
    return True


def _cukup_lama(sertifikat: x509.Certificate) -> bool:
    return sertifikat.not_valid_after_utc > datetime.now(UTC) + _SISA


def _tulis_rahasia(berkas: Path, isi: bytes) -> None:
    """Readable by its owner only, from its first byte on."""
    berkas.unlink(missing_ok=True)
    berkas.touch(mode=_RAHASIA)
    berkas.write_bytes(isi)
