"""An organisation as rows: jabatan, who holds it, under whom it stands. Kept as a free table of the report. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lkjip.dasar.isian import ringkas_teks
from lkjip.laporan.data import TabelBebas

MAKS_JABATAN = 200
KEPALA_JABATAN = ("Jabatan", "Nama", "Atasan")
_WAJIB = {"jabatan", "atasan"}


@dataclass(frozen=True)
class Jabatan:
    """A box of the chart; `atasan` is the jabatan above it, empty for whoever stands on top."""

    jabatan: str
    nama: str = ""
    atasan: str = ""


def samakan(jabatan: str) -> str:
    """A jabatan as it is compared: without regard to capitals and repeated spaces."""
    return ringkas_teks(jabatan).casefold()


def baca_jabatan(tabel: TabelBebas) -> tuple[Jabatan, ...] | None:
    """The rows of a table whose headings are Jabatan, Nama (may be left out) and Atasan; None of any other table."""
    kepala = [samakan(teks) for teks in tabel.kepala]
    if not _WAJIB <= set(kepala) <= _WAJIB | {"nama"} or len(set(kepala)) < len(kepala):
        return None
    isi = [dict(zip(kepala, (ringkas_teks(str(s or "")) for s in baris), strict=False)) for baris in tabel.baris]
    return tuple(Jabatan(b.get("jabatan", ""), b.get("nama", ""), b.get("atasan", "")) for b in isi if any(b.values()))


def salah_jabatan(daftar: Sequence[Jabatan]) -> tuple[str, ...]:
    """What keeps these rows from being drawn, in sentences; empty where nothing does."""
    if len(daftar) > MAKS_JABATAN:
        return (f"Bagan memuat paling banyak {MAKS_JABATAN} jabatan. Ringkas susunannya, atau unggah gambarnya.",)
    salah = [f"Baris {n} belum memuat jabatan." for n, satu in enumerate(daftar, 1) if not satu.jabatan]
    banyak = Counter(samakan(satu.jabatan) for satu in daftar if satu.jabatan)
    nama = {samakan(satu.jabatan): satu.jabatan for satu in reversed(daftar)}
    salah += [
        f"Jabatan “{nama[kunci]}” tertulis {n} kali. Bedakan, misalnya dengan nama bidangnya."
        for kunci, n in banyak.items()
        if n > 1
    ]
    salah += [
        f"Atasan “{satu.atasan}” dari “{satu.jabatan}” tidak ada di daftar jabatan."
        for satu in daftar
        if satu.atasan and samakan(satu.atasan) not in banyak
    ]
    return tuple(salah) or _melingkar(daftar)


def _melingkar(daftar: Sequence[Jabatan]) -> tuple[str, ...]:
    atasan = {samakan(satu.jabatan): samakan(satu.atasan) for satu in daftar}
    for satu in daftar:
        dilalui, kini = [], samakan(satu.jabatan)
        while kini and kini not in dilalui:
            dilalui.append(kini)
            kini = atasan[kini]
        if kini:
            return (
                f"Susunan melingkar: “{satu.jabatan}” akhirnya menjadi atasan dirinya sendiri. Perbaiki atasannya.",
            )
    return ()
