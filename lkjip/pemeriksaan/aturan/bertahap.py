"""A run of the rules that leaves out those whose parts of the workbook are the same as in the run before. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan import AMBANG_BAWAAN, ATURAN, Ambang, TemuanAturan, berhari, gabung, jalankan
from lkjip.pemeriksaan.aturan.pelacak import SEMUA, BacaanTerlacak, catat, lacak, mencatat
from lkjip.pemeriksaan.bacaan import Bacaan
from lkjip.pemeriksaan.data import Temuan
from lkjip.pemeriksaan.klaim import HasilKlaim, periksa_daftar_klaim


@dataclass(frozen=True)
class HasilAturan:
    """What a rule found, and the names of the parts that it read to find it (`pelacak.daftar_bagian`)."""

    temuan: TemuanAturan
    dibaca: frozenset[str]


@dataclass(frozen=True)
class HasilBertahap:
    """Every rule's result. `dijalankan`: the rules that really ran; `sidik`: of the parts that they ran on."""

    per_aturan: Mapping[str, HasilAturan]
    sidik: Mapping[str, str]
    dijalankan: tuple[str, ...] = ()

    @property
    def daftar_temuan(self) -> tuple[Temuan, ...]:
        return gabung({nama: hasil.temuan for nama, hasil in self.per_aturan.items()})


BELUM_ADA = HasilBertahap({}, {})


def periksa_bertahap(
    buku: BukuKerja, sidik: Mapping[str, str], lama: HasilBertahap = BELUM_ADA, ambang: Ambang = AMBANG_BAWAAN
) -> HasilBertahap:
    """The same as `periksa`, out of the earlier run wherever a rule's parts are the same.

    `sidik`: a fingerprint per part of this workbook on its day (`berhari`). The earlier run must be of the same rules
    and thresholds; with none everything runs.
    """
    berubah = {nama for nama in {*sidik, *lama.sidik} if sidik.get(nama) != lama.sidik.get(nama)}
    perlu = tuple(nama for nama in ATURAN if _perlu(lama.per_aturan.get(nama), berubah))
    bacaan = BacaanTerlacak(lacak(berhari(buku)))
    hasil_klaim = _sekali(bacaan.buku)
    baru = {nama: _jalankan(nama, bacaan, hasil_klaim, ambang, sidik) for nama in perlu}
    per_aturan = {nama: baru[nama] if nama in baru else lama.per_aturan[nama] for nama in ATURAN}
    return HasilBertahap(per_aturan, sidik, perlu)


def _perlu(lama: HasilAturan | None, berubah: set[str]) -> bool:
    return lama is None or not berubah.isdisjoint(lama.dibaca)


def _jalankan(
    nama: str,
    bacaan: Bacaan,
    hasil_klaim: Callable[[], Sequence[HasilKlaim]],
    ambang: Ambang,
    sidik: Mapping[str, str],
) -> HasilAturan:
    with mencatat() as dibaca:
        temuan = jalankan(ATURAN[nama], bacaan, hasil_klaim, ambang)
    return HasilAturan(temuan, frozenset(sidik if SEMUA in dibaca else dibaca & sidik.keys()))


def _sekali(buku: BukuKerja) -> Callable[[], Sequence[HasilKlaim]]:
    """The claims recomputed when the first rule asks for them; every rule that does has read their parts."""
    simpanan: list[tuple[tuple[HasilKlaim, ...], set[str]]] = []

    def hasil_klaim() -> tuple[HasilKlaim, ...]:
        if not simpanan:
            with mencatat() as dibaca:
                isi = tuple(periksa_daftar_klaim(buku.data, buku.daftar_klaim))
            simpanan.append((isi, dibaca))
        catat(simpanan[0][1])
        return simpanan[0][0]

    return hasil_klaim
