"""Agencies side by side: one row each, sortable; an agency without a figure always comes last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from anggaran.besaran import serapan_dari
from lkjip.dasar.hasil import ada
from lkjip.dasar.hitungan import jumlah, rata_rata
from lkjip.dasar.tulisan_angka import tulis_angka
from lkjip.halaman.ringkasan import Ringkasan
from lkjip.laporan.isi import Angka


@dataclass(frozen=True)
class BarisInstansi:
    """An agency in a year; `ringkasan` None: nothing was recorded for that year."""

    kode: str
    nama: str
    tahun: int
    ringkasan: Ringkasan | None


@dataclass(frozen=True)
class Perubahan:
    """A figure of this year beside that of the year before."""

    nama: str
    lalu: Angka
    kini: Angka
    selisih: Decimal

    @property
    def arah(self) -> str:
        return "naik" if self.selisih > 0 else "turun" if self.selisih < 0 else "tetap"

    @property
    def tulisan(self) -> str:
        return tulis_angka(abs(self.selisih), 2)


@dataclass(frozen=True)
class Rekap:
    """All agencies of the table together."""

    banyak: int
    tercatat: int
    rata_rata: Decimal | None
    pagu: Decimal
    realisasi: Decimal
    serapan: Decimal | None
    rata_rata_sakip: Decimal | None


def _angka(angka: Angka | None) -> Decimal | None:
    return None if angka is None else angka.hasil.angka


def _sakip(baris: BarisInstansi) -> Decimal | None:
    sakip = baris.ringkasan.sakip if baris.ringkasan else None
    return _angka(sakip.nilai if sakip else None)


KUNCI: dict[str, Callable[[BarisInstansi], Decimal | None]] = {
    "capaian": lambda b: _angka(b.ringkasan.rata_rata if b.ringkasan else None),
    "serapan": lambda b: _angka(b.ringkasan.uang.serapan if b.ringkasan else None),
    "pagu": lambda b: _angka(b.ringkasan.uang.pagu if b.ringkasan else None),
    "sakip": _sakip,
}


def rekap(daftar: Sequence[BarisInstansi]) -> Rekap:
    """Mean of the agencies that have the figure; money added up, agencies with both pagu and realisasi only."""

    def nilai(kunci: str) -> list[Decimal]:
        return [isi for b in daftar if (isi := KUNCI[kunci](b)) is not None]

    uang = [
        (p, r)
        for b in daftar
        if b.ringkasan
        and (p := _angka(b.ringkasan.uang.pagu)) is not None
        and (r := _angka(b.ringkasan.uang.realisasi)) is not None
    ]
    pagu, realisasi = jumlah(p for p, _ in uang), jumlah(r for _, r in uang)
    return Rekap(
        banyak=len(daftar),
        tercatat=sum(b.ringkasan is not None for b in daftar),
        rata_rata=rata_rata(nilai("capaian")) if nilai("capaian") else None,
        pagu=pagu,
        realisasi=realisasi,
        serapan=serapan_dari(ada(pagu, "jumlah pagu"), ada(realisasi, "jumlah realisasi")).angka,
        rata_rata_sakip=rata_rata(nilai("sakip")) if nilai("sakip") else None,
    )


def perubahan(kini: Ringkasan, lalu: Ringkasan | None) -> tuple[Perubahan, ...]:
    """What can be compared with the year before: figures that both years have."""
    if lalu is None:
        return ()
    pasangan = [
        ("Rata-rata capaian indikator", lalu.rata_rata, kini.rata_rata),
        ("Serapan anggaran", lalu.uang.serapan, kini.uang.serapan),
    ]
    if kini.sakip and lalu.sakip and kini.sakip.tahun != lalu.sakip.tahun:
        pasangan.append(("Nilai SAKIP", lalu.sakip.nilai, kini.sakip.nilai))
    return tuple(
        Perubahan(nama, dulu, ini, y - x)
        for nama, dulu, ini in pasangan
        if (x := _angka(dulu)) is not None and (y := _angka(ini)) is not None
    )


def tahun_utama(banyak_per_tahun: Mapping[int, int]) -> int:
    """The latest year that at least half as many agencies have as the fullest year: where a comparison begins.

    The first agency to open a new year does not empty the table for everybody.
    """
    terpenuh = max(banyak_per_tahun.values())
    return max(tahun for tahun, banyak in banyak_per_tahun.items() if banyak * 2 >= terpenuh)


def urutkan(daftar: Iterable[BarisInstansi], urut: str) -> list[BarisInstansi]:
    """By `nama`, `capaian`, `serapan` or `sakip`; a leading `-` turns the order round."""
    nama, menurun = urut.removeprefix("-"), urut.startswith("-")
    baris = sorted(daftar, key=lambda b: b.nama.casefold(), reverse=menurun and nama not in KUNCI)
    if nama not in KUNCI:
        return baris
    bernilai = [(nilai, b) for b in baris if (nilai := KUNCI[nama](b)) is not None]
    bernilai.sort(key=lambda pasangan: pasangan[0], reverse=menurun)
    return [b for _, b in bernilai] + [b for b in baris if KUNCI[nama](b) is None]
