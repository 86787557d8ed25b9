"""What signers, verifiers and pages tell each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Rahasia:
    """A passphrase or one-time code. It shows itself to nobody: not in repr, str, logs, tracebacks or pickles."""

    __slots__ = ("__nilai",)

    def __init__(self, nilai: str) -> None:
        self.__nilai = nilai

    def buka(self) -> str:
        """The value, for the one call that needs it."""
        return self.__nilai

    def __bool__(self) -> bool:
        return bool(self.__nilai)

    def __repr__(self) -> str:
        return "Rahasia(…)"

    __str__ = __repr__

    def __reduce__(self) -> str:
        raise TypeError("Rahasia tidak boleh disimpan atau dikirim ke proses lain.")


@dataclass(frozen=True)
class Stempel:
    """What the visible signature says. `waktu` is aware; it is shown in the site's time zone with its name."""

    nama: str
    jabatan: str
    pangkat: str = ""
    nip: str = ""
    waktu: datetime | None = None
    percobaan: bool = False


@dataclass(frozen=True)
class PermintaanTandaTangan:
    """One act: this PDF, into this prepared field (`Pihak.kunci`), with this visible text.

    `isi` is never changed, only added to: the signed file begins with it, byte by byte.
    """

    isi: bytes = field(repr=False)
    bidang: str
    stempel: Stempel
    alasan: str = ""
    tempat: str = ""


@dataclass(frozen=True)
class HasilTandaTangan:
    """`id_dokumen`: the signing service's number of the act, where it has one."""

    isi: bytes = field(repr=False)
    id_dokumen: str = ""


class GagalTandaTangan(Exception):
    """Nothing usable came back. The text is an Indonesian sentence for the signer: what to do, and no secret.

    `mungkin_terjadi`: the service may have signed although its answer was lost, so nobody tries again by itself.
    `sandi_salah`: the passphrase or code was refused; guessing is slowed down.
    """

    def __init__(self, pesan: str, *, mungkin_terjadi: bool = False, sandi_salah: bool = False) -> None:
        super().__init__(pesan)
        self.pesan, self.mungkin_terjadi, self.sandi_salah = pesan, mungkin_terjadi, sandi_salah


class PenandaTangan(Protocol):
    """A way to sign. Made for one act with its secrets, and thrown away after it."""

    def tandatangani(self, permintaan: PermintaanTandaTangan) -> HasilTandaTangan:
        """Raises GagalTandaTangan."""
        ...


class Cakupan(StrEnum):
    SELURUH_BERKAS = "seluruh_berkas"
    SELURUH_REVISI = "seluruh_revisi"  # the file as it was when this signature was put; later signatures followed
    SEBAGIAN = "sebagian"


class Perubahan(StrEnum):
    """What came after a signature."""

    TIDAK_ADA = "tidak_ada"
    TANDA_TANGAN = "tanda_tangan"  # only further signatures, timestamps, revocation data
    TERLARANG = "terlarang"


@dataclass(frozen=True)
class TandaTanganTerbaca:
    """One signature of a file. `sah` is the verdict on it: everything that is named after it must hold.

    `tepercaya`: the chain leads to an issuer whom this installation trusts. `waktu` is what the signer's machine said
    unless `waktu_tepercaya` (a timestamp of an authority).
    """

    bidang: str
    nama: str
    sah: bool
    utuh: bool
    kriptografi_sah: bool
    tepercaya: bool
    cakupan: Cakupan
    perubahan: Perubahan
    subjek: str = ""
    penerbit: str = ""
    nomor_seri: str = ""
    sidik_sertifikat: str = ""
    pengenal: str = ""  # serialNumber of the subject, where the certificate carries one (NIK, NIP)
    waktu: datetime | None = None
    waktu_tepercaya: bool = False
    percobaan: bool = False
    sidik_revisi: str = ""  # SHA-256 of the file as far as this signature covers it
    catatan: tuple[str, ...] = ()  # why it is not `sah`, or what to know, in Indonesian sentences


@dataclass(frozen=True)
class HasilVerifikasi:
    """What a file turned out to be. `sah`: it has signatures, all of them hold, the last covers the whole file."""

    sidik: str  # SHA-256 of the file
    ukuran: int
    sah: bool
    daftar: tuple[TandaTanganTerbaca, ...] = ()
    catatan: tuple[str, ...] = ()
    banyak_halaman: int = 0

    @property
    def bertanda_tangan(self) -> bool:
        return bool(self.daftar)

    @property
    def percobaan(self) -> bool:
        return any(satu.percobaan for satu in self.daftar)
