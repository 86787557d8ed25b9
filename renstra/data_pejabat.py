"""Who signs on a day: terms of office of one post, and which of them counts. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from renstra.data import StatusPejabat

# How the title of somebody who stands in is printed, before the name of the post.
AWALAN_JABATAN = {StatusPejabat.PLT: "Plt.", StatusPejabat.PLH: "Plh.", StatusPejabat.PJ: "Pj."}
_PANJANG_NIP = 18
# Pangkat and golongan of civil servants, the highest first, as letters print them: suggestions, not a limit.
DAFTAR_PANGKAT = (
    *("Pembina Utama (IV/e)", "Pembina Utama Madya (IV/d)", "Pembina Utama Muda (IV/c)", "Pembina Tingkat I (IV/b)"),
    *("Pembina (IV/a)", "Penata Tingkat I (III/d)", "Penata (III/c)", "Penata Muda Tingkat I (III/b)"),
    *("Penata Muda (III/a)", "Pengatur Tingkat I (II/d)", "Pengatur (II/c)", "Pengatur Muda Tingkat I (II/b)"),
    *("Pengatur Muda (II/a)", "Juru Tingkat I (I/d)", "Juru (I/c)", "Juru Muda Tingkat I (I/b)", "Juru Muda (I/a)"),
)
# Of two who began on the same day, the one who stands in was named because the other cannot sign.
_URUTAN_PEMEGANG = (StatusPejabat.DEFINITIF, StatusPejabat.PJ, StatusPejabat.PLT)


@dataclass(frozen=True)
class MasaJabatan:
    """A term of office; `sampai` None: it has no end yet. Both days belong to it. `pk` tells two equal ones apart."""

    nama: str
    mulai: date
    sampai: date | None = None
    status: StatusPejabat = StatusPejabat.DEFINITIF
    jabatan: str = ""
    nip: str = ""
    pangkat: str = ""
    pk: int = 0

    def berlaku_pada(self, hari: date) -> bool:
        return self.mulai <= hari and (self.sampai is None or hari <= self.sampai)

    @property
    def jabatan_lengkap(self) -> str:
        """The title as it stands above the signature: "Plt. Kepala Badan …" for who stands in."""
        return jabatan_lengkap(self.status, self.jabatan)


def jabatan_lengkap(status: StatusPejabat, jabatan: str) -> str:
    """The title with "Plt.", "Plh." or "Pj." before it, once, whether or not it was typed with one."""
    awalan, inti = AWALAN_JABATAN.get(status, ""), tanpa_awalan(jabatan)
    return f"{awalan} {inti}".strip()


def tanpa_awalan(jabatan: str) -> str:
    """The post itself, without "Plt.", "Plh." or "Pj.", with or without its dot."""
    kata, _, sisa = jabatan.strip().partition(" ")
    awalan = {a.rstrip(".").casefold() for a in AWALAN_JABATAN.values()}
    return sisa.strip() if kata.rstrip(".").casefold() in awalan else jabatan.strip()


def pejabat_pada(daftar: Iterable[MasaJabatan], hari: date) -> MasaJabatan | None:
    """Who signs for this post on the day; None where no term covers it.

    A post has one holder: definitif, or a plt or pj while it is vacant. Of the terms in force the last to begin holds
    it, because each appointment ends the one before, whether or not somebody wrote its end down. A plh acts for a
    holder who is away (UU 30/2014 Pasal 14) and signs in their place for the days named; a plh without an end is over
    once a later holder has begun.
    """
    berlaku = [m for m in daftar if m.berlaku_pada(hari)]
    pemegang = max(
        (m for m in berlaku if m.status is not StatusPejabat.PLH),
        key=lambda m: (m.mulai, _URUTAN_PEMEGANG.index(m.status), m.pk),
        default=None,
    )
    pengganti = [
        m
        for m in berlaku
        if m.status is StatusPejabat.PLH
        and not (m.sampai is None and pemegang is not None and pemegang.mulai > m.mulai)
    ]
    return max(pengganti, key=lambda m: (m.mulai, m.pk), default=pemegang)


def bertumpuk(satu: MasaJabatan, lain: MasaJabatan) -> bool:
    """Whether the two terms share a day."""
    return (lain.sampai is None or satu.mulai <= lain.sampai) and (satu.sampai is None or lain.mulai <= satu.sampai)


def angka_nip(nip: str) -> str:
    """The NIP as it is kept: digits without the spaces between them; what is no number stays as it was typed."""
    rapat = "".join(nip.split()).replace(".", "").replace("-", "")
    return rapat if rapat.isascii() and rapat.isdigit() else " ".join(nip.split())


def nip_wajar(nip: str) -> bool:
    """Whether it is empty or has the 18 digits of a civil servant's number."""
    angka = angka_nip(nip)
    return not angka or (len(angka) == _PANJANG_NIP and angka.isascii() and angka.isdigit())


def tulis_nip(nip: str) -> str:
    """8-6-1-3 digits: birth, appointment, sex, serial number; any other length as it is."""
    angka = angka_nip(nip)
    if not angka or not nip_wajar(angka):
        return angka
    return " ".join((angka[:8], angka[8:14], angka[14], angka[15:]))


def jabatan_unit(nama: str) -> str:
    """What the head of a unit is called where nothing says it: a sekretariat has a sekretaris, others a kepala."""
    kata, _, sisa = nama.strip().partition(" ")
    return f"Sekretaris {sisa}".strip() if kata.casefold() == "sekretariat" else f"Kepala {nama.strip()}"
