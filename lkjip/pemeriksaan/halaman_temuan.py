"""What the page of findings shows: groups of cards, each with its answer and whether that still holds. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lkjip.pemeriksaan.data import Jawaban, Temuan, Tingkat
from lkjip.pemeriksaan.data_katalog import JUDUL_KELOMPOK as JUDUL_KELOMPOK

JUDUL_KLAIM = "Angka laporan yang sudah terbit"


class Saringan(StrEnum):
    """Which findings the page shows; the address names it (`?tampil=`)."""

    SEMUA = "semua"
    MENAHAN = "menahan"
    GALAT = "galat"
    PERINGATAN = "peringatan"
    INFO = "info"
    TERJAWAB = "terjawab"


JUDUL_SARINGAN = {
    Saringan.SEMUA: "Semua", Saringan.MENAHAN: "Menahan final", Saringan.GALAT: "Galat",
    Saringan.PERINGATAN: "Peringatan", Saringan.INFO: "Info", Saringan.TERJAWAB: "Terjawab",
}  # fmt: skip


@dataclass(frozen=True)
class KartuTemuan:
    """One finding. `alamat`: the page that mends it; `pengenal`: its place on this page; `galat`: a refused answer."""

    temuan: Temuan
    nama_aturan: str
    alamat: str
    jawaban: Jawaban | None = None
    galat: str = ""
    ketikan: str = ""

    @property
    def pengenal(self) -> str:
        return f"temuan-{hashlib.sha256(self.temuan.kunci.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"

    @property
    def terjawab(self) -> bool:
        return self.jawaban is not None and self.jawaban.berlaku_bagi(self.temuan)

    @property
    def usang(self) -> bool:
        """It was answered, but for other figures."""
        return self.jawaban is not None and not self.terjawab

    @property
    def menahan(self) -> bool:
        return self.temuan.menahan and not self.terjawab

    @property
    def isian(self) -> str:
        """What the answer's field begins with: what was just typed, else the answer that stands."""
        return self.ketikan or (self.jawaban.alasan if self.jawaban is not None else "")


@dataclass(frozen=True)
class KelompokTemuan:
    judul: str
    daftar: tuple[KartuTemuan, ...]
    klaim: bool = False


def daftar_kartu(
    daftar_temuan: Sequence[Temuan],
    daftar_jawaban: Sequence[Jawaban],
    nama_aturan: Mapping[str, str],
    alamat: Callable[[Temuan], str],
) -> tuple[KartuTemuan, ...]:
    """All findings as cards, in their order."""
    per_kunci = {j.kunci: j for j in daftar_jawaban}
    return tuple(
        KartuTemuan(t, nama_aturan.get(t.aturan, ""), alamat(t), None if t.klaim else per_kunci.get(t.kunci))
        for t in daftar_temuan
    )


def _cocok(kartu: KartuTemuan, saringan: Saringan) -> bool:
    if saringan is Saringan.SEMUA:
        return True
    if saringan is Saringan.MENAHAN:
        return kartu.menahan
    if saringan is Saringan.TERJAWAB:
        return kartu.terjawab
    return kartu.temuan.tingkat is Tingkat(saringan.value) and not kartu.temuan.klaim


def kelompok_temuan(daftar: Sequence[KartuTemuan], saringan: Saringan) -> tuple[KelompokTemuan, ...]:
    """Cards by the group of their rule; wrong figures of an earlier report come last, on their own."""
    return tuple(_kelompok([k for k in daftar if _cocok(k, saringan)]))


def _kelompok(daftar: Sequence[KartuTemuan]) -> Iterator[KelompokTemuan]:
    for awalan, judul in JUDUL_KELOMPOK.items():
        isi = tuple(k for k in daftar if not k.temuan.klaim and k.temuan.aturan.partition("-")[0] == awalan)
        if isi:
            yield KelompokTemuan(judul, isi)
    klaim = tuple(k for k in daftar if k.temuan.klaim)
    if klaim:
        yield KelompokTemuan(JUDUL_KLAIM, klaim, klaim=True)


def jawaban_lepas(daftar_temuan: Sequence[Temuan], daftar_jawaban: Sequence[Jawaban]) -> tuple[Jawaban, ...]:
    """Answers whose finding is gone: the data were mended since."""
    ada = {t.kunci for t in daftar_temuan}
    return tuple(j for j in daftar_jawaban if j.kunci not in ada)
