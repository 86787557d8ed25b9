"""Rows of the board as its page shows them: figures with identity, words, the points of small charts. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kinerja.besaran_papan import komponen_bernama
from kinerja.data_papan import BarisPapan, NilaiPapan, SumberNilai
from lkjip.dasar.hasil import Hasil
from lkjip.dasar.tulisan_angka import bulat, tulis_angka
from lkjip.evaluasi.halaman_papan import SEBUTAN_GERAK, SEBUTAN_KEADAAN, keadaan
from lkjip.laporan.isi import Angka, Identitas, JenisAngka
from lkjip.pemeriksaan.data import Temuan

SEBUTAN_SUMBER = {
    SumberNilai.EVALUASI: "LHE yang diterbitkan di sini",
    SumberNilai.REKAMAN: "LHE yang direkam",
    SumberNilai.BUKU_KERJA: "menurut buku kerja instansi",
}
_LEBAR, _TINGGI, _TEPI = 96, 28, 4


@dataclass(frozen=True)
class Titik:
    x: str
    y: str
    keterangan: str = ""


@dataclass(frozen=True)
class GarisTren:
    """A small line chart: pieces between gaps, the marks, and the same in words. `garis`: points of each piece."""

    lebar: int
    tinggi: int
    garis: tuple[str, ...]
    titik: tuple[Titik, ...]
    alt: str


@dataclass(frozen=True)
class SelKomponen:
    """`panjang` of its bar, at most 100; `lebih`: above its weight, as a workbook or an old print may have it."""

    nama: str
    nilai: Angka
    bagian: Angka
    bobot: str
    panjang: str
    lebih: bool


@dataclass(frozen=True)
class BarisTampil:
    baris: BarisPapan
    nilai: Angka
    sumber: str
    selisih: str
    gerak: str
    komponen: tuple[SelKomponen | None, ...]
    tren: GarisTren
    keadaan: str
    temuan: tuple[Temuan, ...] = ()


def daftar_tampil(
    daftar: Sequence[BarisPapan], komponen: Sequence[str], temuan: Mapping[int, tuple[Temuan, ...]] | None = None
) -> list[BarisTampil]:
    """The rows of one page; their trends share one scale, so that their heights can be compared."""
    bawah, atas = rentang_nilai(n for b in daftar for n in b.tren)
    per_pk = temuan or {}
    return [replace(_tampil(b, komponen, bawah, atas), temuan=per_pk.get(b.instansi.pk, ())) for b in daftar]


def _tampil(baris: BarisPapan, komponen: Sequence[str], bawah: Decimal, atas: Decimal) -> BarisTampil:
    return BarisTampil(
        baris,
        angka_nilai(baris, baris.kini),
        SEBUTAN_SUMBER[baris.kini.sumber] if baris.kini.sumber else "",
        tulis_selisih(baris.selisih),
        SEBUTAN_GERAK[baris.gerak] if baris.gerak else "",
        tuple(sel_komponen(baris, nama) for nama in komponen),
        garis_tren(baris.tren, bawah, atas),
        SEBUTAN_KEADAAN.get(keadaan(baris), "") + (" (direkam)" if baris.direkam else ""),
    )


def angka_nilai(baris: BarisPapan, nilai: NilaiPapan) -> Angka:
    """The score as a figure that can be recomputed: of whom and of which year."""
    return Angka(nilai.nilai, JenisAngka.POIN, Identitas("nilai_sakip", baris.instansi.kode, nilai.tahun))


def angka_rata_rata(hasil: Hasil, tahun: int) -> Angka:
    return Angka(hasil, JenisAngka.POIN, Identitas("rata_rata_nilai_sakip", "", tahun))


def tulis_selisih(selisih: Decimal | None) -> str:
    """`+1,20`, `−0,45`, `0,00`; '' where there is nothing to compare."""
    if selisih is None:
        return ""
    tanda = "+" if bulat(selisih, 2) > 0 else "−" if bulat(selisih, 2) < 0 else ""
    return tanda + tulis_angka(abs(selisih), 2)


def sel_komponen(baris: BarisPapan, nama: str) -> SelKomponen | None:
    komponen = komponen_bernama(baris, nama)
    if komponen is None:
        return None
    kode, tahun = baris.instansi.kode, baris.kini.tahun
    bagian = komponen.bagian.angka or Decimal(0)
    return SelKomponen(
        komponen.nama,
        Angka(komponen.nilai, JenisAngka.POIN, Identitas("nilai_komponen", f"{kode}/{komponen.nama}", tahun)),
        Angka(komponen.bagian, JenisAngka.PERSEN, Identitas("bagian_bobot", f"{kode}/{komponen.nama}", tahun), 0),
        tulis_angka(komponen.bobot) if komponen.bobot is not None else "",
        f"{bulat(min(max(bagian, Decimal(0)), Decimal(100)), 1):f}",
        bagian > 100,
    )


def rentang_nilai(daftar: Iterable[NilaiPapan]) -> tuple[Decimal, Decimal]:
    """The lowest and the highest score; never the same, so that a level line has a place."""
    nilai = [n for satu in daftar if (n := satu.nilai.angka) is not None]
    bawah, atas = min(nilai, default=Decimal(0)), max(nilai, default=Decimal(100))
    return (bawah, atas) if atas > bawah else (bawah - 1, atas + 1)


def garis_tren(
    tren: Sequence[NilaiPapan], bawah: Decimal, atas: Decimal, *, lebar: int = _LEBAR, tinggi: int = _TINGGI,
    tepi: int = _TEPI,
) -> GarisTren:  # fmt: skip
    """Where the points of the years lie between `bawah` and `atas`; a year without a score leaves a gap."""
    langkah = Decimal(lebar - 2 * tepi) / max(len(tren) - 1, 1)
    potongan: list[list[Titik]] = [[]]
    for ke, satu in enumerate(tren):
        nilai = satu.nilai.angka
        if nilai is None:
            potongan.append([])
            continue
        y = Decimal(tinggi - tepi) - (nilai - bawah) / (atas - bawah) * (tinggi - 2 * tepi)
        potongan[-1].append(Titik(_letak(tepi + langkah * ke), _letak(y), tertulis(satu)))
    return GarisTren(
        lebar, tinggi,
        tuple(" ".join(f"{t.x},{t.y}" for t in bagian) for bagian in potongan if len(bagian) > 1),
        tuple(t for bagian in potongan for t in bagian),
        "; ".join(map(tertulis, tren)),
    )  # fmt: skip


def _letak(nilai: Decimal) -> str:
    return f"{bulat(nilai, 1):f}"


def tertulis(nilai: NilaiPapan) -> str:
    """A score in words: `2024: 71,51 (BB)`."""
    if nilai.nilai.angka is None:
        return f"{nilai.tahun}: tanpa nilai"
    return f"{nilai.tahun}: {tulis_angka(nilai.nilai.angka, 2)} ({nilai.predikat or 'tanpa predikat'})"
