"""Who signs: is somebody named, and is the holder of a certificate that person? Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol

from lkjip.laporan.data_terbitan import BIDANG_APIP, BIDANG_KEPALA_DAERAH

# Titles that stand before a name, as letters and certificates write them; those behind it follow a comma.
_GELAR_DEPAN = frozenset(
    ("prof", "dr", "drs", "dra", "ir", "drg", "drh", "apt", "ns", "h", "hj", "kh", "kph", "krt", "tgk", "plt", "plh")
)
_PANJANG_NIP, _PANJANG_NIK = 18, 16
_ANGKA_NIP = 8  # soldiers and the old numbers have fewer than 18; a running number proves nothing
_HURUF_NAMA = 3
_BUKAN_HURUF = re.compile(r"[^\w]+", re.UNICODE)


class Penanda(Protocol):
    """A party of a signature block, as far as this room asks."""

    @property
    def sebutan(self) -> str: ...
    @property
    def jabatan(self) -> str: ...
    @property
    def nama(self) -> str: ...
    @property
    def kunci(self) -> str: ...


def sebab_tanpa_nama(daftar: Iterable[Penanda]) -> tuple[str, ...]:
    """A sentence for each place without a name, that says who fills it in where."""
    return tuple(_tanpa_nama(satu) for satu in daftar if not satu.nama)


def _tanpa_nama(pihak: Penanda) -> str:
    nama = f"Nama {pihak.jabatan or pihak.sebutan or 'penanda tangan'} belum diisi."
    if pihak.kunci == BIDANG_KEPALA_DAERAH:
        return f"{nama} Pengelola pemda mengisinya di Pejabat kepala daerah."
    if pihak.kunci == BIDANG_APIP:
        return f"{nama} Lengkapi di Pengaturan evaluasi."
    return f"{nama} Lengkapi di Profil dan pejabat."


def nama_polos(nama: str) -> str:
    """A name without titles, case and signs: `Dr. H. BUDI  Santoso, S.E., M.Si.` → `budi santoso`.

    One that is nothing but titles stays what it is.
    """
    kata = [satu for satu in _BUKAN_HURUF.split(nama.partition(",")[0].casefold()) if satu]
    mulai = next((ke for ke, satu in enumerate(kata) if satu not in _GELAR_DEPAN), 0)
    return " ".join(kata[mulai:])


def angka_pengenal(teks: str) -> str:
    """The digits of a NIP or NIK; empty where they name nobody (none, or only zeros)."""
    angka = "".join(satu for satu in teks if satu.isascii() and satu.isdigit())
    return angka if angka.strip("0") else ""


def penanda_cocok(nama_sertifikat: str, pengenal_sertifikat: str, *, nama: str, nip: str, nik: str = "") -> bool:
    """Whether the certificate is the expected signer's: their NIP, or their name, or `nik` with part of their name.

    A number that names somebody else outweighs an equal name. A NIK is only what the user says of themselves, so it
    does not make a certificate theirs in whose name no word is that of the name at the signature.
    """
    polos, tertulis = nama_polos(nama), nama_polos(nama_sertifikat)
    pengenal, angka_nip, angka_nik = map(angka_pengenal, (pengenal_sertifikat, nip, nik))
    if len(pengenal) >= _ANGKA_NIP and pengenal == angka_nip:
        return True
    if _nomor_lain(pengenal, angka_nip, _PANJANG_NIP) or _nomor_lain(pengenal, angka_nik, _PANJANG_NIK):
        return False
    if polos and tertulis == polos:
        return True
    return bool(pengenal) and pengenal == angka_nik and _sekata(polos, tertulis)


def _nomor_lain(pengenal: str, milik: str, panjang: int) -> bool:
    """Both are such numbers, and not the same."""
    return len(pengenal) == len(milik) == panjang and pengenal != milik


def _sekata(nama: str, lain: str) -> bool:
    """Whether the names share a word; initials prove nothing."""
    return any(len(kata) >= _HURUF_NAMA for kata in set(nama.split()) & set(lain.split()))
