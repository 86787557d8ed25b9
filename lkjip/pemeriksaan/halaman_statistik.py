"""The page of all agencies' findings: which rules fail most, where, how many are clean, what a week changed. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lkjip.pemeriksaan.data import Tingkat
from lkjip.pemeriksaan.data_katalog import JUDUL_KELOMPOK, KATALOG, kelompok_aturan
from lkjip.pemeriksaan.data_statistik import TahunDiperiksa, jumlah

RENCANA = "rencana"  # plans and quarters: what can be mended while the year runs
PILIHAN_KELOMPOK = {"": "Semua", RENCANA: "Rencana dan triwulan", **JUDUL_KELOMPOK}
_ISI_KELOMPOK = {RENCANA: frozenset({"KON", "TW"}), **{k: frozenset({k}) for k in JUDUL_KELOMPOK}}
BATANG = 100


@dataclass(frozen=True)
class SaringStatistik:
    """What is counted; '' and None: all."""

    kelompok: str = ""
    tingkat: Tingkat | None = None
    aturan: str = ""

    @property
    def ada(self) -> bool:
        return bool(self.kelompok or self.aturan or self.tingkat)

    def memuat(self, aturan: str) -> bool:
        dalam = not self.kelompok or kelompok_aturan(aturan) in _ISI_KELOMPOK[self.kelompok]
        return dalam and self.aturan in ("", aturan)


@dataclass(frozen=True)
class BarisAturan:
    """A rule that fails. `tingkat`: the worst of its findings; `panjang`: of its bar, the share of agencies in
    hundredths.
    """

    aturan: str
    nama: str
    tingkat: Tingkat
    instansi: int
    temuan: int
    panjang: int


@dataclass(frozen=True)
class BarisInstansi:
    """An agency with its findings per group (title and how many: the matrix), all together, and what a week changed."""

    tahun: TahunDiperiksa
    per_kelompok: tuple[tuple[str, int], ...]
    semua: int
    selisih: int | None


@dataclass(frozen=True)
class Perubahan:
    """All findings now and a week ago, of the agencies that are known on both days."""

    dulu: int
    kini: int
    instansi: int

    @property
    def selisih(self) -> int:
        return self.kini - self.dulu


@dataclass(frozen=True)
class HalamanStatistik:
    daftar_kelompok: tuple[tuple[str, str], ...]
    daftar_aturan: tuple[BarisAturan, ...]
    daftar_instansi: tuple[BarisInstansi, ...]
    bersih: int
    diperiksa: int
    semua: int
    perubahan: Perubahan | None

    @property
    def temuan(self) -> int:
        return sum(b.semua for b in self.daftar_instansi)


def halaman_statistik(daftar: Sequence[TahunDiperiksa], saring: SaringStatistik) -> HalamanStatistik:
    """Agencies with most findings first; with a rule chosen, those alone that break it."""
    kelompok = tuple(k for k in JUDUL_KELOMPOK if not saring.kelompok or k in _ISI_KELOMPOK[saring.kelompok])
    diperiksa = [t for t in daftar if t.pada is not None]
    baris = [_baris(t, kelompok, saring) for t in daftar]
    bersih = sum(b.tahun.pada is not None and not b.semua for b in baris)
    terpilih = [b for b in baris if b.semua] if saring.aturan else baris
    return HalamanStatistik(
        tuple((k, JUDUL_KELOMPOK[k]) for k in kelompok), _daftar_aturan(diperiksa, saring),
        tuple(sorted(terpilih, key=lambda b: (-b.semua, b.tahun.nama.casefold()))), bersih, len(diperiksa), len(daftar),
        _perubahan(diperiksa, saring.tingkat),
    )  # fmt: skip


def _baris(tahun: TahunDiperiksa, kelompok: Sequence[str], saring: SaringStatistik) -> BarisInstansi:
    per_kelompok = dict.fromkeys(kelompok, 0)
    for aturan, banyak in tahun.per_aturan.items():
        if saring.memuat(aturan):
            per_kelompok[kelompok_aturan(aturan)] += jumlah(banyak, saring.tingkat)
    dulu, kini = _dulu(tahun, saring.tingkat), tahun.banyak(saring.tingkat)
    selisih = None if dulu is None or tahun.pada is None else kini - dulu
    return BarisInstansi(
        tahun, tuple((JUDUL_KELOMPOK[k], n) for k, n in per_kelompok.items()), sum(per_kelompok.values()), selisih
    )


def _dulu(tahun: TahunDiperiksa, tingkat: Tingkat | None) -> int | None:
    return None if tahun.seminggu_lalu is None else jumlah(tahun.seminggu_lalu, tingkat)


def _daftar_aturan(daftar: Sequence[TahunDiperiksa], saring: SaringStatistik) -> tuple[BarisAturan, ...]:
    instansi: dict[str, int] = {}
    temuan: dict[str, int] = {}
    terberat: dict[str, int] = {}
    for tahun in daftar:
        for aturan, banyak in tahun.per_aturan.items():
            n = jumlah(banyak, saring.tingkat)
            if n and aturan in KATALOG and saring.memuat(aturan):
                instansi[aturan] = instansi.get(aturan, 0) + 1
                temuan[aturan] = temuan.get(aturan, 0) + n
                ini = next(i for i, satu in enumerate(banyak) if satu)
                terberat[aturan] = min(terberat.get(aturan, ini), ini)
    baris = [
        BarisAturan(
            a, KATALOG[a].nama, saring.tingkat or list(Tingkat)[terberat[a]], n, temuan[a], n * BATANG // len(daftar)
        )
        for a, n in instansi.items()
    ]
    return tuple(sorted(baris, key=lambda b: (-b.instansi, -b.temuan, b.aturan)))


def _perubahan(daftar: Iterable[TahunDiperiksa], tingkat: Tingkat | None) -> Perubahan | None:
    pasangan = [(dulu, t.banyak(tingkat)) for t in daftar if (dulu := _dulu(t, tingkat)) is not None]
    if not pasangan:
        return None
    return Perubahan(sum(d for d, _ in pasangan), sum(k for _, k in pasangan), len(pasangan))
