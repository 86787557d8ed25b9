"""Components of indicators: do the weights of each make a whole, and what do they come to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.data import Komponen
from kinerja.pilihan import realisasi_komposit
from lkjip.dasar.hitungan import SERATUS, jumlah

_SATU = Decimal(1)


@dataclass(frozen=True)
class JumlahBobot:
    """`persen`: the sum of the weights in percent; `nilai`: what the components come to, None while one is missing."""

    indikator: str
    tahun: int | None
    bobot: Decimal
    persen: Decimal
    nilai: Decimal | None
    peringatan: str


def daftar_jumlah_bobot(daftar: Sequence[Komponen]) -> tuple[JumlahBobot, ...]:
    """One per indicator and year, in the order of their first component."""
    kelompok: dict[tuple[str, int | None], list[Komponen]] = {}
    for satu in daftar:
        kelompok.setdefault((satu.indikator, satu.tahun), []).append(satu)
    return tuple(_jumlah(kunci, isi) for kunci, isi in kelompok.items())


def _jumlah(kunci: tuple[str, int | None], isi: Sequence[Komponen]) -> JumlahBobot:
    bobot = jumlah(k.bobot for k in isi if k.bobot is not None)
    peringatan = "" if bobot == _SATU else "Bobot komponen seharusnya berjumlah 1 (100%)."
    nilai = realisasi_komposit([(k.bobot, k.nilai) for k in isi]).angka
    return JumlahBobot(*kunci, bobot, bobot * SERATUS, nilai, peringatan)
