"""The page of one signature: which of its steps is shown, and what it says there. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from lkjip.laporan.data_terbitan import JenisSertifikat, KeadaanTerbitan

_SERTIFIKAT = {
    JenisSertifikat.BSRE: "sertifikat elektronik BSrE",
    JenisSertifikat.LAIN: "sertifikat elektronik",
    JenisSertifikat.PERCOBAAN: "sertifikat percobaan, tidak berlaku sah",
}


class Langkah(StrEnum):
    """`tutup`: nothing to do here for this user, or not now; the page says why."""

    BACA = "baca"
    TANDA_TANGANI = "tanda-tangani"
    SELESAI = "selesai"
    TUTUP = "tutup"


@dataclass(frozen=True)
class TempatLain:
    """Another place for a signature in the same version."""

    nama: str
    jabatan: str
    terisi: bool


@dataclass(frozen=True)
class KeadaanTanda:
    """What decides about the step. `setuju`: the file that this user said they have read, '' if none."""

    keadaan: KeadaanTerbitan
    sidik_kini: str
    terisi: bool
    boleh: bool
    berlangsung: str = ""
    setuju: str = ""


def langkah(keadaan: KeadaanTanda) -> Langkah:
    """A consent counts for the file that it was given for, and for no other."""
    if keadaan.terisi:
        return Langkah.SELESAI
    if keadaan.keadaan is not KeadaanTerbitan.FINAL or keadaan.berlangsung or not keadaan.boleh:
        return Langkah.TUTUP
    return Langkah.TANDA_TANGANI if keadaan.setuju == keadaan.sidik_kini else Langkah.BACA


def sebab_tutup(keadaan: KeadaanTanda, penanda: str) -> str:
    """Why nobody can sign here now; '' where they can."""
    if keadaan.terisi:
        return ""
    if keadaan.keadaan is not KeadaanTerbitan.FINAL:
        return "Versi ini tidak sedang menunggu tanda tangan."
    if keadaan.berlangsung:
        return keadaan.berlangsung
    return (
        ""
        if keadaan.boleh
        else f"Tanda tangan ini milik {penanda}. Anda dapat membacanya, tetapi tidak menandatangani."
    )


def langkah_berikut(daftar_lain: tuple[TempatLain, ...]) -> str:
    """What comes after this signature."""
    kosong = [satu.nama or satu.jabatan for satu in daftar_lain if not satu.terisi]
    if kosong:
        return f"Menunggu tanda tangan {', '.join(kosong)}."
    return "Semua tanda tangan sudah lengkap. Dokumen siap diterbitkan."


def sebutan_sertifikat(jenis: JenisSertifikat) -> str:
    """By which certificates the pages of this version say that it is signed."""
    return _SERTIFIKAT[jenis]


def baca_waktu(teks: object) -> datetime | None:
    """A moment as a stored verdict holds it."""
    return datetime.fromisoformat(teks) if isinstance(teks, str) and teks else None
