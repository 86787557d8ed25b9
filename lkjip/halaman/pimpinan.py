"""The year of an agency for its head: the figures with their trend, what needs attention first, open findings. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from lkjip.dasar.hasil import Keadaan
from lkjip.dasar.periode import DAFTAR_TRIWULAN, nama_triwulan
from lkjip.dasar.tulisan_angka import bulat
from lkjip.halaman.indikator import BarisIndikator, baris_indikator
from lkjip.halaman.perbandingan import Perubahan, perubahan
from lkjip.halaman.ringkasan import Ringkasan, ringkasan
from lkjip.halaman.sakip import SakipTahun, daftar_tahun_sakip, sakip_tahun
from lkjip.laporan.compose.dokumen_iku import daftar_iku
from lkjip.laporan.compose.konteks import Konteks, Posisi
from lkjip.laporan.isi import Angka
from lkjip.pemeriksaan.data import Jawaban, Rekap, Temuan, hitung_temuan, pasangkan_jawaban
from renstra.data import Indikator

BANYAK_TAHUN = 5
_CAPAIAN = "Rata-rata capaian"


class Perhatian(IntEnum):
    """Why an indicator stands where it stands in the list: the smaller, the earlier."""

    DI_BAWAH = 0
    TANPA_TARGET = 1
    TANPA_REALISASI = 2
    TERLAMBAT = 3
    TIDAK = 4


@dataclass(frozen=True)
class BarisPimpinan:
    """An indicator; `kalimat` says what it needs, '' where it needs nothing."""

    baris: BarisIndikator
    perhatian: Perhatian
    kalimat: str


@dataclass(frozen=True)
class Titik:
    """A figure of a year in a trend; `lebar` of its bar, 0 … 100, on the scale that the trend shares."""

    tahun: int
    angka: Angka
    lebar: str


@dataclass(frozen=True)
class Tren:
    """One figure over the years, oldest first. `perubahan`: against the year before."""

    nama: str
    daftar: tuple[Titik, ...]


@dataclass(frozen=True)
class HalamanPimpinan:
    """`sebutan_indikator`: what the list holds, the key indicators or, where none is marked, all of the plan."""

    ringkasan: Ringkasan
    daftar_perubahan: Mapping[str, Perubahan]
    sakip_lalu: SakipTahun | None
    perubahan_sakip: Perubahan | None
    daftar_indikator: tuple[BarisPimpinan, ...]
    sebutan_indikator: str
    daftar_tren: tuple[Tren, ...]
    temuan: Rekap

    @property
    def tren_tahunan(self) -> bool:
        """Whether other years of the agency are there to compare with."""
        return any(tren.nama == _CAPAIAN for tren in self.daftar_tren)

    @property
    def banyak_perhatian(self) -> int:
        return sum(b.perhatian is not Perhatian.TIDAK for b in self.daftar_indikator)


def halaman_pimpinan(konteks: Konteks, tahun_lain: Mapping[int, Ringkasan], temuan: Rekap) -> HalamanPimpinan:
    """`tahun_lain`: the summaries of the agency's years before this one; `temuan`: what is open (`rekap_terbuka`)."""
    kini, iku = ringkasan(konteks), daftar_iku(konteks)
    tahun_sakip = [t for t in daftar_tahun_sakip(konteks) if t <= konteks.tahun]
    lalu = sakip_tahun(konteks, tahun_sakip[1]) if len(tahun_sakip) > 1 else None
    return HalamanPimpinan(
        ringkasan=kini,
        daftar_perubahan={p.nama: p for p in perubahan(kini, tahun_lain.get(konteks.tahun - 1))},
        sakip_lalu=lalu,
        perubahan_sakip=_perubahan_sakip(lalu, kini.sakip),
        daftar_indikator=susun_perhatian(konteks, iku or konteks.indikator_utama),
        sebutan_indikator="Indikator Kinerja Utama" if iku else "Indikator tujuan dan sasaran",
        daftar_tren=_daftar_tren(konteks, {**tahun_lain, konteks.tahun: kini}, tahun_sakip),
        temuan=temuan,
    )


def _perubahan_sakip(lalu: SakipTahun | None, kini: SakipTahun | None) -> Perubahan | None:
    """Against the evaluation before, whichever year that was."""
    if lalu is None or kini is None:
        return None
    dulu, ini = lalu.nilai.hasil.angka, kini.nilai.hasil.angka
    return None if dulu is None or ini is None else Perubahan("Nilai SAKIP", lalu.nilai, kini.nilai, ini - dulu)


def susun_perhatian(konteks: Konteks, daftar: Iterable[Indikator]) -> tuple[BarisPimpinan, ...]:
    """Those that need attention first; else in the order of the plan."""
    baris = [BarisPimpinan(baris_indikator(konteks, i), *_perhatian(konteks, i)) for i in daftar]
    return tuple(sorted(baris, key=lambda b: b.perhatian))


def _perhatian(konteks: Konteks, indikator: Indikator) -> tuple[Perhatian, str]:
    kode = indikator.kode
    if not konteks.ada_target(kode):
        return Perhatian.TANPA_TARGET, "Target tahun ini belum diisi."
    if konteks.posisi(indikator) is Posisi.DI_BAWAH:
        return Perhatian.DI_BAWAH, "Di bawah target tahun ini."
    if not konteks.ada_realisasi(kode) and not _belum_waktunya(konteks, kode, None):
        return Perhatian.TANPA_REALISASI, "Realisasi tahun ini belum diisi."
    lewat = [t for t in DAFTAR_TRIWULAN if _terlambat(konteks, kode, t)]
    if lewat and _berbasis_triwulan(konteks, kode):
        return Perhatian.TERLAMBAT, f"Realisasi {', '.join(map(nama_triwulan, lewat))} belum diisi."
    bawah = [t for t in DAFTAR_TRIWULAN if konteks.posisi(indikator, triwulan=t) is Posisi.DI_BAWAH]
    if bawah and _belum_waktunya(konteks, kode, None):
        return Perhatian.DI_BAWAH, f"Di bawah target {nama_triwulan(bawah[-1])}."
    return Perhatian.TIDAK, ""


def _belum_waktunya(konteks: Konteks, kode: str, triwulan: int | None) -> bool:
    return konteks.hitung("realisasi", kode, triwulan=triwulan).keadaan is Keadaan.BELUM_WAKTUNYA


def _terlambat(konteks: Konteks, kode: str, triwulan: int) -> bool:
    return not konteks.ada_realisasi(kode, triwulan=triwulan) and not _belum_waktunya(konteks, kode, triwulan)


def _berbasis_triwulan(konteks: Konteks, kode: str) -> bool:
    """Whether its year comes from its quarters: one that others score once a year is not late in each of them."""
    return (kode, konteks.tahun) not in konteks.kinerja.realisasi_per_tahun


def _daftar_tren(konteks: Konteks, per_tahun: Mapping[int, Ringkasan], tahun_sakip: Sequence[int]) -> tuple[Tren, ...]:
    tahun = sorted(per_tahun)[-BANYAK_TAHUN:]
    sakip = sorted(tahun_sakip)[-BANYAK_TAHUN:]
    semua = (
        (_CAPAIAN, [(t, per_tahun[t].rata_rata) for t in tahun]),
        ("Serapan anggaran", [(t, per_tahun[t].uang.serapan) for t in tahun]),
        ("Nilai SAKIP", [(t, konteks.angka("nilai_sakip", tahun=t)) for t in sakip]),
    )
    return tuple(Tren(nama, _titik(daftar)) for nama, daftar in semua if len(daftar) > 1)


def _titik(daftar: Sequence[tuple[int, Angka]]) -> tuple[Titik, ...]:
    """Bars share one scale that ends at 100, or at the largest figure above it."""
    puncak = max([Decimal(100), *(a.hasil.angka for _, a in daftar if a.hasil.angka is not None)])
    return tuple(Titik(tahun, a, _lebar(a.hasil.angka, puncak)) for tahun, a in daftar)


def _lebar(nilai: Decimal | None, puncak: Decimal) -> str:
    return "0" if nilai is None else f"{bulat(max(nilai, Decimal(0)) / puncak * 100, 1):f}"


def rekap_terbuka(daftar_temuan: Sequence[Temuan], daftar_jawaban: Sequence[Jawaban]) -> Rekap:
    """Counts of what nobody has answered for yet."""
    terjawab = {temuan.kunci for temuan, _ in pasangkan_jawaban(daftar_temuan, daftar_jawaban)}
    return hitung_temuan([t for t in daftar_temuan if t.kunci not in terjawab])
