"""The scales of a year as their page shows them: classes, a bar from 0 to 120 percent, and what is amiss."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.besaran_skala import Kelas, periksa_skala
from kinerja.data import DataKinerja, Skala
from lkjip.dasar.rekaman import tulisan_nilai
from renstra.data import Arah

UJUNG = Decimal(120)
_WARNA_TERBAIK = 5


@dataclass(frozen=True)
class KelasTampil:
    """`awal` and `lebar` place it on the bar; a class that begins beyond the bar's end has no width."""

    rentang: str
    nama: str
    awal: str
    lebar: str
    warna: int


@dataclass(frozen=True)
class ArahTampil:
    """The classes of one direction; `temuan`: what they lack."""

    arah: Arah
    daftar: tuple[KelasTampil, ...]
    temuan: tuple[str, ...]


@dataclass(frozen=True)
class SkalaTampil:
    """A scale by its name; `dipakai`: it is in force."""

    nama: str
    dipakai: bool
    daftar_arah: tuple[ArahTampil, ...]


def kelas_tampil(daftar: Sequence[Kelas], arah: Arah = Arah.POSITIF) -> tuple[KelasTampil, ...]:
    """From the lowest bound up; on the negative rows the lowest is the best."""
    naik = sorted(daftar, key=lambda kelas: kelas[0])
    hasil = []
    for n, (batas, nama) in enumerate(naik):
        akhir = naik[n + 1][0] if n + 1 < len(naik) else None
        peringkat = n if arah is Arah.POSITIF else len(naik) - 1 - n
        kiri, kanan = (min(max(nilai, Decimal(0)), UJUNG) for nilai in (batas, UJUNG if akhir is None else akhir))
        rentang = (
            f"{tulisan_nilai(batas)} ke atas"
            if akhir is None
            else f"{tulisan_nilai(batas)} sampai di bawah {tulisan_nilai(akhir)}"
        )
        hasil.append(KelasTampil(rentang, nama, f"{kiri:f}", f"{kanan - kiri:f}", _warna(peringkat, len(naik))))
    return tuple(hasil)


def _warna(peringkat: int, banyak: int) -> int:
    """1 (worst) … 5 (best), as everywhere on the site."""
    return _WARNA_TERBAIK if banyak < 2 else 1 + peringkat * (_WARNA_TERBAIK - 1) // (banyak - 1)


def arah_tampil(daftar: Sequence[Skala], arah: Arah) -> ArahTampil | None:
    """The classes of this direction; None where the scale has none. A row without a direction is positive."""
    baris = [s for s in daftar if (s.arah or Arah.POSITIF) is arah]
    if not baris:
        return None
    kelas = [(s.batas_bawah, s.kategori) for s in baris if s.batas_bawah is not None]
    return ArahTampil(arah, kelas_tampil(kelas, arah), periksa_skala([(s.batas_bawah, s.kategori) for s in baris]))


def skala_tampil(nama: str, daftar: Sequence[Skala], *, dipakai: bool) -> SkalaTampil:
    """One scale, both directions."""
    arah = tuple(tampil for arah in Arah if (tampil := arah_tampil(daftar, arah)))
    return SkalaTampil(nama, dipakai, arah)


def daftar_skala_tampil(data: DataKinerja) -> tuple[SkalaTampil, ...]:
    """The year's scales in the order of their first row."""
    per_nama: dict[str, list[Skala]] = {}
    for baris in data.daftar_skala:
        per_nama.setdefault(baris.skala, []).append(baris)
    return tuple(skala_tampil(nama, isi, dipakai=nama == data.metode.skala) for nama, isi in per_nama.items())
