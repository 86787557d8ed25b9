"""The letterhead of an agency: emblem at the left, centred lines, a double rule below. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from lkjip.dasar.isian import ringkas_teks


@dataclass(frozen=True)
class Kop:
    """`pemda` and `nama` in capitals; `daftar_baris`: the address, then how to reach it, where it is known."""

    pemda: str
    nama: str
    daftar_baris: tuple[str, ...]


def kop(
    *,
    pemda: str,
    nama: str,
    alamat: str = "",
    telepon: str = "",
    surel: str = "",
    laman: str = "",
    tempat: str = "",
    kode_pos: str = "",
) -> Kop:
    """What stands on the letterhead; what is not known leaves no gap. The agency's name does not repeat its pemda."""
    hubungan = [f"Telepon {telepon}" if telepon else "", f"Surel {surel}" if surel else "", laman]
    kota = " ".join(bagian for bagian in (tempat, kode_pos) if bagian)
    baris = (ringkas_teks(alamat), ", ".join(h for h in hubungan if h), kota)
    induk = pemda if not pemda or pemda.casefold().startswith("pemerintah") else f"Pemerintah {pemda}"
    inti = nama[: -len(pemda)].strip() if pemda and nama.casefold().endswith(pemda.casefold()) else nama
    return Kop(ringkas_teks(induk).upper(), ringkas_teks(inti or nama).upper(), tuple(b for b in baris if b))
