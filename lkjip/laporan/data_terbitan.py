"""The official life of a document: which states a version goes through, and the seal that is printed into it. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

ABJAD_KODE = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U, so that it can be read aloud
PANJANG_KODE = 12  # 60 bits: nobody finds a document by trying
_SERUPA = str.maketrans("ILO", "110")


class KeadaanTerbitan(StrEnum):
    """A version of a document, from the click that freezes it. Before that the document is a draft (`TahapNaskah`)."""

    DISUSUN = "disusun"  # its PDF is being made
    FINAL = "final"  # frozen; waits for signatures
    DITANDATANGANI = "ditandatangani"  # all signatures are there
    TERBIT = "terbit"
    DIGANTIKAN = "digantikan"  # a newer version was published
    DITARIK = "ditarik"  # withdrawn, with a reason; nothing takes its place by itself
    DIBATALKAN = "dibatalkan"  # given up before it was published; never seen outside


BERJALAN = (KeadaanTerbitan.DISUSUN, KeadaanTerbitan.FINAL, KeadaanTerbitan.DITANDATANGANI)
"""Of one document only one version is under way at a time."""
PERNAH_TERBIT = (KeadaanTerbitan.TERBIT, KeadaanTerbitan.DIGANTIKAN, KeadaanTerbitan.DITARIK)
"""What the public may ask about; a withdrawn version is said to be withdrawn."""
DAPAT_DIUNDUH = (KeadaanTerbitan.TERBIT, KeadaanTerbitan.DIGANTIKAN)
"""A withdrawn version is told of, and no longer handed out to the public."""


class TahapNaskah(StrEnum):
    """What was said about a draft. It holds as long as the content is the same (`sidik_isi`)."""

    DIAJUKAN = "diajukan"
    DIPERIKSA = "diperiksa"
    DIKEMBALIKAN = "dikembalikan"


class JenisSertifikat(StrEnum):
    """Whose certificates will sign: decides the legal sentence in the foot of every page, so it is chosen before."""

    BSRE = "bsre"
    LAIN = "lain"
    PERCOBAAN = "percobaan"


class CaraTandaTangan(StrEnum):
    P12 = "p12"
    BSRE = "bsre"
    UNGGAHAN = "unggahan"  # signed elsewhere, and brought back


class KeadaanTindakan(StrEnum):
    """One attempt at signing."""

    BERLANGSUNG = "berlangsung"
    BERHASIL = "berhasil"
    GAGAL = "gagal"
    TERPUTUS = "terputus"  # whoever worked at it is gone


@dataclass(frozen=True)
class Cap:
    """What is printed into a final document so that it can be checked: on each page, and at the signatures.

    `kode` without dashes; `alamat` the full address of the verification page, which the QR holds.
    """

    kode: str
    alamat: str
    jenis_sertifikat: JenisSertifikat
    nomor: int = 1

    @property
    def tulisan_kode(self) -> str:
        return tulis_kode(self.kode)


def tulis_kode(kode: str) -> str:
    """`K7QM3XTF9R2P` → `K7QM-3XTF-9R2P`."""
    return "-".join(kode[ke : ke + 4] for ke in range(0, len(kode), 4))


def baca_kode(teks: str) -> str:
    """A code as somebody typed it, dashes, spaces, small letters and look-alikes allowed; '' where it can be none."""
    kode = "".join(teks.upper().replace("-", " ").split()).translate(_SERUPA)
    return kode if len(kode) == PANJANG_KODE and set(kode) <= set(ABJAD_KODE) else ""


BIDANG_KEPALA = "ttd-kepala"
BIDANG_UNIT = "ttd-unit"
BIDANG_KEPALA_DAERAH = "ttd-kepala-daerah"
BIDANG_APIP = "ttd-apip"
"""Anchors of signature blocks (`Pihak.kunci`), and at the same time the names of the signature fields in the PDF."""
BIDANG = (BIDANG_KEPALA, BIDANG_UNIT, BIDANG_KEPALA_DAERAH, BIDANG_APIP)
AWALAN_ULANG = "ulang-"
"""Before the name where a document shows the block of the same party once more: the field is at the other place."""
