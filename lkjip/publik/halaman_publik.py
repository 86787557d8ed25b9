"""The public page as it is shown: agency and year, its documents, and of each the version in force first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lkjip.publik.data_publik import JENIS_PUBLIK, TahunInstansi, VersiPublik

_URUTAN = tuple(JENIS_PUBLIK)


@dataclass(frozen=True)
class DokumenPublik:
    """One document: the version that is in force, or where there is none the latest; and those before it."""

    terkini: VersiPublik
    daftar_lama: tuple[VersiPublik, ...]


@dataclass(frozen=True)
class TahunPublik:
    tahun: TahunInstansi
    daftar_dokumen: tuple[DokumenPublik, ...]


def susun_publik(daftar_tahun: Sequence[TahunInstansi], daftar_versi: Iterable[VersiPublik]) -> tuple[TahunPublik, ...]:
    """Agency-years in the order given, each with its documents; one without documents is left out."""
    per_tahun: dict[int, dict[str, list[VersiPublik]]] = defaultdict(lambda: defaultdict(list))
    for versi in daftar_versi:
        per_tahun[versi.tahun_kinerja][versi.kunci].append(versi)
    return tuple(
        TahunPublik(tahun, tuple(sorted(map(_dokumen, per_tahun[tahun.pk].values()), key=_tempat)))
        for tahun in daftar_tahun
        if tahun.pk in per_tahun
    )


def _dokumen(daftar: Sequence[VersiPublik]) -> DokumenPublik:
    berurut = sorted(daftar, key=lambda v: (v.berlaku, v.nomor), reverse=True)
    return DokumenPublik(berurut[0], tuple(berurut[1:]))


def _tempat(dokumen: DokumenPublik) -> tuple[int, str]:
    versi = dokumen.terkini
    return (_URUTAN.index(versi.jenis) if versi.jenis in _URUTAN else len(_URUTAN), versi.judul)
