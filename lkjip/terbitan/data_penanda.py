"""Is the holder of a certificate the person whose name stands at the signature? Pure."""

from __future__ import annotations

import re

# Titles that stand before a name, as letters and certificates write them; those behind it follow a comma.
_GELAR_DEPAN = frozenset(
    ("prof", "dr", "drs", "dra", "ir", "drg", "drh", "apt", "ns", "h", "hj", "kh", "kph", "krt", "tgk", "plt", "plh")
)
_BUKAN_HURUF = re.compile(r"[^\w]+", re.UNICODE)


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
    """Whether the certificate is the expected signer's: the same name, or a number that is theirs (NIP, or `nik`)."""
    polos = nama_polos(nama)
    if polos and nama_polos(nama_sertifikat) == polos:
        return True
    pengenal = angka_pengenal(pengenal_sertifikat)
    return bool(pengenal) and pengenal in {angka_pengenal(nip), angka_pengenal(nik)}
