"""Two plans side by side: what was added, removed, reworded, moved, reordered, and which targets changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from lkjip.dasar.beda_teks import Potongan, beda_kata
from lkjip.dasar.rekaman import bentuk_baku, tulisan_nilai
from lkjip.dasar.urutan import naik_terpanjang
from renstra.data import IsiRenstra

RincianTeks = Mapping[str, str]  # name of a part of the IKU form → its text


class Perubahan(StrEnum):
    TAMBAH = "ditambah"
    HAPUS = "dihapus"
    UBAH = "diubah"
    PINDAH = "dipindah"
    URUT = "diurutkan ulang"
    TARGET = "target berubah"


@dataclass(frozen=True)
class RencanaBanding:
    """One of the two plans; `rincian`: per kode of an indicator, what the IKU form says beyond the workbook."""

    isi: IsiRenstra
    rincian: Mapping[str, RincianTeks] = field(default_factory=dict)


@dataclass(frozen=True)
class Pendahulu:
    """An indicator of the later plan continues `kode` of the earlier one; `catatan`: what changed in its definition."""

    kode: str
    catatan: str = ""


@dataclass(frozen=True)
class UbahKolom:
    nama: str
    daftar_potongan: tuple[Potongan, ...]


@dataclass(frozen=True)
class UbahTarget:
    """One cell of the grid of targets."""

    tahun: int
    lama: str
    baru: str

    @property
    def berubah(self) -> bool:
        return self.lama != self.baru


@dataclass(frozen=True)
class BarisBanding:
    """A row of one plan, of the other, or of both. `judul` is its text now, or the last that it had."""

    kode: str
    judul: str
    daftar_perubahan: tuple[Perubahan, ...]
    kode_lama: str = ""
    induk_lama: str = ""
    induk_baru: str = ""
    daftar_kolom: tuple[UbahKolom, ...] = ()
    daftar_target: tuple[UbahTarget, ...] = ()
    catatan: str = ""

    @property
    def tampil_target(self) -> bool:
        """The grid is worth its place where something in it differs."""
        return any(t.berubah for t in self.daftar_target)

    @property
    def kode_berganti(self) -> bool:
        return bool(self.kode_lama) and self.kode_lama != self.kode


@dataclass(frozen=True)
class BagianBanding:
    """Misi, tujuan, sasaran or indikator: only the rows that differ, in the order of the later plan."""

    nama: str
    daftar: tuple[BarisBanding, ...]
    banyak_sama: int = 0


@dataclass(frozen=True)
class BandingRenstra:
    daftar_bagian: tuple[BagianBanding, ...]
    daftar_tahun: tuple[int, ...] = ()

    @property
    def sama(self) -> bool:
        return not any(bagian.daftar for bagian in self.daftar_bagian)

    @property
    def ringkasan(self) -> tuple[tuple[Perubahan, int], ...]:
        """How many rows changed in which way; a row may count in several."""
        banyak = Counter(p for bagian in self.daftar_bagian for baris in bagian.daftar for p in baris.daftar_perubahan)
        return tuple((p, banyak[p]) for p in Perubahan if banyak[p])


@dataclass(frozen=True)
class _Jenis:
    """How the rows of one sheet are compared: their place under a parent, and the columns that people read."""

    nama: str
    induk: Callable[[Any], str]
    kolom: tuple[tuple[str, str], ...]


_MISI = _Jenis("Misi", lambda m: "", (("visi", "Visi"), ("uraian", "Uraian")))
_TUJUAN = _Jenis("Tujuan", lambda t: t.misi, (("uraian", "Uraian"),))
_SASARAN = _Jenis("Sasaran", lambda s: s.tujuan, (("uraian", "Uraian"),))
_INDIKATOR = _Jenis(
    "Indikator", lambda i: i.induk,
    (
        ("uraian", "Uraian"), ("satuan", "Satuan"), ("jenis", "Jenis"), ("arah", "Arah"), ("akumulasi", "Akumulasi"),
        ("iku", "IKU"), ("bobot", "Bobot"), ("formulasi", "Formulasi"), ("sumber_data", "Sumber data"),
        ("penanggung_jawab", "Penanggung jawab"),
    ),
)  # fmt: skip


def banding_renstra(
    dari: RencanaBanding, ke: RencanaBanding, pendahulu: Mapping[str, Pendahulu] | None = None
) -> BandingRenstra:
    """What `ke` makes of `dari`. `pendahulu`: kode of an indicator of `ke` → the one of `dari` that it continues.

    Other rows belong together by kode, else by the same text: a new kode alone is not another row.
    """
    tautan = pendahulu or {}
    misi = _pasangkan(dari.isi.daftar_misi, ke.isi.daftar_misi, {})
    tujuan = _pasangkan(dari.isi.daftar_tujuan, ke.isi.daftar_tujuan, {})
    sasaran = _pasangkan(dari.isi.daftar_sasaran, ke.isi.daftar_sasaran, {})
    lanjutan = {kode: p.kode for kode, p in tautan.items()}
    indikator = _pasangkan(dari.isi.daftar_indikator, ke.isi.daftar_indikator, lanjutan)
    isi = _Isi(
        tuple(sorted({t.tahun for r in (dari, ke) for t in r.isi.daftar_target_tahunan})),
        (_target_per_indikator(dari.isi), _target_per_indikator(ke.isi)),
        (dari.rincian, ke.rincian),
        tautan,
    )
    induk = tujuan | sasaran
    return BandingRenstra(
        (
            _bagian(_MISI, dari.isi.daftar_misi, ke.isi.daftar_misi, misi, {}),
            _bagian(_TUJUAN, dari.isi.daftar_tujuan, ke.isi.daftar_tujuan, tujuan, misi),
            _bagian(_SASARAN, dari.isi.daftar_sasaran, ke.isi.daftar_sasaran, sasaran, tujuan),
            _bagian(_INDIKATOR, dari.isi.daftar_indikator, ke.isi.daftar_indikator, indikator, induk, isi),
        ),
        isi.daftar_tahun,
    )


def _pasangkan(lama: Sequence[Any], baru: Sequence[Any], tautan: Mapping[str, str]) -> dict[str, str]:
    """kode of the later plan → kode of the earlier one: by link, by kode, then by a text that only these two have."""
    sisa_lama = {b.kode: b for b in lama}
    hasil: dict[str, str] = {}
    for calon in (tautan, {b.kode: b.kode for b in baru}):
        for baris in baru:
            kode = calon.get(baris.kode, "")
            if baris.kode not in hasil and kode in sisa_lama:
                hasil[baris.kode] = sisa_lama.pop(kode).kode
    sisa_baru = [b for b in baru if b.kode not in hasil]
    per_teks = {teks: kode for teks, kode in _tunggal(sisa_lama.values()).items() if teks}
    for teks, kode in _tunggal(sisa_baru).items():
        if teks in per_teks:
            hasil[kode] = per_teks[teks]
    return hasil


def _tunggal(daftar: Any) -> dict[str, str]:
    """Text → kode, of the texts that one row alone has."""
    per_teks: dict[str, list[str]] = defaultdict(list)
    for baris in daftar:
        per_teks[" ".join(baris.uraian.casefold().split())].append(baris.kode)
    return {teks: kode[0] for teks, kode in per_teks.items() if len(kode) == 1}


_TargetPerIndikator = Mapping[str, Mapping[int, str]]


@dataclass(frozen=True)
class _Isi:
    """What an indicator has besides its own row, per kode in each plan: targets by year, the IKU form, its link."""

    daftar_tahun: tuple[int, ...]
    target: tuple[_TargetPerIndikator, _TargetPerIndikator]
    rincian: tuple[Mapping[str, RincianTeks], Mapping[str, RincianTeks]]
    tautan: Mapping[str, Pendahulu]

    def daftar_target(self, kode_lama: str, kode_baru: str) -> tuple[UbahTarget, ...]:
        lama, baru = self.target[0].get(kode_lama, {}), self.target[1].get(kode_baru, {})
        return tuple(UbahTarget(t, lama.get(t, ""), baru.get(t, "")) for t in self.daftar_tahun)

    def daftar_rincian(self, kode_lama: str, kode_baru: str) -> list[tuple[str, str, str]]:
        lama, baru = self.rincian[0].get(kode_lama, {}), self.rincian[1].get(kode_baru, {})
        return [(nama, lama.get(nama, ""), baru.get(nama, "")) for nama in dict.fromkeys([*lama, *baru])]

    def catatan(self, kode_baru: str) -> str:
        return self.tautan[kode_baru].catatan if kode_baru in self.tautan else ""


_TANPA_ISI = _Isi((), ({}, {}), ({}, {}), {})


def _target_per_indikator(isi: IsiRenstra) -> _TargetPerIndikator:
    hasil: dict[str, dict[int, str]] = defaultdict(dict)
    for t in isi.daftar_target_tahunan:
        hasil[t.indikator][t.tahun] = " ".join(filter(None, (tulisan_nilai(t.target), t.predikat)))
    return hasil


def _bagian(
    jenis: _Jenis,
    lama: Sequence[Any],
    baru: Sequence[Any],
    pasangan: Mapping[str, str],
    pasangan_induk: Mapping[str, str],
    isi: _Isi = _TANPA_ISI,
) -> BagianBanding:
    per_kode = {b.kode: b for b in lama}
    berpindah = {b.kode for b in baru if _pindah(jenis, b, per_kode.get(pasangan.get(b.kode, "")), pasangan_induk)}
    terurut = _urut_ulang(jenis, [b for b in baru if b.kode in pasangan and b.kode not in berpindah], lama, pasangan)
    daftar = [
        _baris(jenis, per_kode.get(pasangan.get(b.kode, "")), b, b.kode in berpindah, b.kode in terurut, isi)
        for b in baru
    ]
    hilang = set(per_kode) - set(pasangan.values())
    daftar += [_baris(jenis, b, None, False, False, isi) for b in lama if b.kode in hilang]
    beda = tuple(b for b in daftar if b.daftar_perubahan)
    return BagianBanding(jenis.nama, beda, len(daftar) - len(beda))


def _pindah(jenis: _Jenis, baru: Any, lama: Any | None, pasangan_induk: Mapping[str, str]) -> bool:
    """Under another parent; a parent that only changed its kode is the same."""
    if lama is None:
        return False
    induk = jenis.induk(baru)
    return bool(pasangan_induk.get(induk, "" if not induk else f"\0{induk}") != jenis.induk(lama))


def _urut_ulang(jenis: _Jenis, baru: Sequence[Any], lama: Sequence[Any], pasangan: Mapping[str, str]) -> set[str]:
    """The fewest rows that have to move among their siblings for the old order to become the new one."""
    letak = {b.kode: n for n, b in enumerate(lama)}
    per_induk: dict[str, list[str]] = defaultdict(list)
    for baris in baru:
        per_induk[jenis.induk(baris)].append(baris.kode)
    return {
        kode
        for daftar in per_induk.values()
        for kode in set(daftar) - {daftar[n] for n in naik_terpanjang([letak[pasangan[k]] for k in daftar])}
    }


def _baris(jenis: _Jenis, lama: Any | None, baru: Any | None, pindah: bool, urut: bool, isi: _Isi) -> BarisBanding:
    acuan: Any = lama if baru is None else baru
    kode_lama, kode_baru = (b.kode if b is not None else "" for b in (lama, baru))
    target = isi.daftar_target(kode_lama, kode_baru)
    kolom = _daftar_kolom(jenis, lama, baru, isi) if lama is not None and baru is not None else ()
    berganti_kode = lama is not None and baru is not None and kode_lama != kode_baru
    berubah = {
        Perubahan.TAMBAH: lama is None,
        Perubahan.HAPUS: baru is None,
        Perubahan.UBAH: bool(kolom) or berganti_kode,
        Perubahan.PINDAH: pindah,
        Perubahan.URUT: urut,
        Perubahan.TARGET: lama is not None and baru is not None and any(t.berubah for t in target),
    }
    return BarisBanding(
        kode=acuan.kode,
        judul=acuan.uraian,
        daftar_perubahan=tuple(p for p, ya in berubah.items() if ya),
        kode_lama=kode_lama,
        induk_lama=jenis.induk(lama) if lama is not None else "",
        induk_baru=jenis.induk(baru) if baru is not None else "",
        daftar_kolom=kolom,
        daftar_target=target if any(t.lama or t.baru for t in target) else (),
        catatan=isi.catatan(kode_baru),
    )


def _daftar_kolom(jenis: _Jenis, lama: Any, baru: Any, isi: _Isi) -> tuple[UbahKolom, ...]:
    daftar = [
        (sebutan, tulisan_nilai(getattr(lama, nama)), tulisan_nilai(getattr(baru, nama)))
        for nama, sebutan in jenis.kolom
        if bentuk_baku(getattr(lama, nama)) != bentuk_baku(getattr(baru, nama))
    ]
    daftar += [(n, a, b) for n, a, b in isi.daftar_rincian(lama.kode, baru.kode) if a != b]
    return tuple(UbahKolom(nama, beda_kata(a, b)) for nama, a, b in daftar)
