"""The live figures of a text: which there are to choose from, which a text holds, and which it names in vain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lkjip.dasar.periode import DAFTAR_TRIWULAN, nama_triwulan
from lkjip.laporan.compose.kalimat import nama_rapi
from lkjip.laporan.compose.rujukan import Penunjuk, arti
from lkjip.laporan.compose.sebutan_urai import tulis_angka_hidup as tulis_angka_hidup
from lkjip.laporan.compose.sebutan_urai import urai_sebutan as urai_sebutan
from lkjip.laporan.isi import Angka, Rujuk

if TYPE_CHECKING:
    from lkjip.laporan.compose.konteks import Konteks

_SEBUTAN = re.compile(r"\\\\|\\\{|\{([^{}\\\n]{1,120})\}")


@dataclass(frozen=True)
class SebutanAngka:
    """A figure that a text may name: what to type, what it is in words, its group in the list; computed when asked."""

    tulis: str
    uraian: str
    kelompok: str
    ktx: Konteks = field(repr=False, compare=False)

    @property
    def angka(self) -> Angka:
        angka = urai_sebutan(self.ktx, self.tulis[1:-1])
        if not isinstance(angka, Angka):
            raise TypeError(f"{self.tulis} tidak menyebut angka")
        return angka


def daftar_sebutan(ktx: Konteks) -> tuple[SebutanAngka, ...]:
    """The figures that a text about this agency-year may want, group by group; none is computed yet."""
    return tuple(
        SebutanAngka(tulis, uraian, kelompok, ktx)
        for kelompok, daftar in (
            ("Seluruh sasaran", _menyeluruh(ktx)),
            ("Sasaran", _per_sasaran(ktx)),
            ("Indikator", _per_indikator(ktx)),
            ("Anggaran", _per_anggaran(ktx)),
            ("SAKIP", _sakip(ktx)),
        )
        for tulis, uraian in daftar
    )


def _menyeluruh(ktx: Konteks) -> Iterator[tuple[str, str]]:
    tahun = f"tahun {ktx.tahun}"
    yield "{rata_rata_total}", f"Rata-rata capaian seluruh indikator sasaran {tahun}"
    yield "{kategori}", f"Kategori capaian seluruh indikator sasaran {tahun}"
    yield f"{{rata_rata_total {ktx.tahun - 1}}}", f"Rata-rata capaian seluruh indikator sasaran tahun {ktx.tahun - 1}"
    yield "{rata_rata_efisiensi}", f"Rata-rata efisiensi {tahun}"


def _per_sasaran(ktx: Konteks) -> Iterator[tuple[str, str]]:
    nama = (("rata_rata_sasaran", "Rata-rata capaian"), ("kategori", "Kategori capaian"), ("pagu", "Pagu"))
    uang = (("realisasi_anggaran", "Realisasi anggaran"), ("serapan", "Serapan anggaran"), ("efisiensi", "Efisiensi"))
    for sasaran in ktx.sasaran:
        for besaran, kata in (*nama, *uang):
            uraian = f"{kata} sasaran {sasaran.kode} tahun {ktx.tahun}: {nama_rapi(sasaran.uraian, sasaran.kode)}"
            yield f"{{{besaran} {sasaran.kode}}}", uraian


def _per_indikator(ktx: Konteks) -> Iterator[tuple[str, str]]:
    """Of this year and the last, and of the quarters that have a row."""
    tahunan = (("target", "Target"), ("realisasi", "Realisasi"), ("capaian", "Capaian"), ("kategori", "Kategori"))
    lain = (
        ("pertumbuhan", "Pertumbuhan dari tahun sebelumnya"),
        ("kemajuan_renstra", "Kemajuan terhadap target akhir Renstra"),
        ("target_akhir_renstra", "Target akhir Renstra"),
        ("nilai_pembanding", "Angka pembanding nasional"),
        ("capaian_nasional", "Capaian terhadap angka nasional"),
        ("efisiensi", "Efisiensi"),
    )
    ada_triwulan = {(k.indikator, k.triwulan) for k in ktx.kinerja.daftar_kinerja_triwulan if k.tahun == ktx.tahun}
    for indikator in ktx.renstra.daftar_indikator:
        kode, nama = indikator.kode, ktx.nama_indikator(indikator)
        for besaran, kata in (*tahunan, *lain):
            yield f"{{{besaran} {kode}}}", f"{kata} {kode} tahun {ktx.tahun}: {nama}"
        for besaran, kata in tahunan:
            yield f"{{{besaran} {kode} {ktx.tahun - 1}}}", f"{kata} {kode} tahun {ktx.tahun - 1}: {nama}"
        for triwulan in (t for t in DAFTAR_TRIWULAN if (kode, t) in ada_triwulan):
            for besaran, kata in tahunan[:3]:
                uraian = f"{kata} {kode} {nama_triwulan(triwulan)} {ktx.tahun}: {nama}"
                yield f"{{{besaran} {kode} TW{triwulan}}}", uraian


def _per_anggaran(ktx: Konteks) -> Iterator[tuple[str, str]]:
    daftar = (
        ("pagu", "Pagu"),
        ("realisasi_anggaran", "Realisasi anggaran"),
        ("serapan", "Serapan anggaran"),
        ("sisa_anggaran", "Sisa anggaran"),
    )
    for besaran, kata in daftar:
        yield f"{{{besaran}}}", f"{kata} seluruh program tahun {ktx.tahun}"
    for program in ktx.program:
        for besaran, kata in daftar:
            uraian = f"{kata} {program.kode} tahun {ktx.tahun}: {nama_rapi(program.uraian, program.kode)}"
            yield f"{{{besaran} {program.kode}}}", uraian


def _sakip(ktx: Konteks) -> Iterator[tuple[str, str]]:
    for tahun in sorted({s.tahun for s in ktx.kinerja.daftar_sakip}, reverse=True):
        yield f"{{nilai_sakip {tahun}}}", f"Nilai evaluasi SAKIP tahun {tahun}"
        yield f"{{predikat_sakip {tahun}}}", f"Predikat evaluasi SAKIP tahun {tahun}"
        for komponen in dict.fromkeys(s.komponen for s in ktx.kinerja.daftar_sakip if s.tahun == tahun):
            yield f"{{nilai_komponen {komponen} {tahun}}}", f"Nilai komponen {komponen} tahun {tahun}"


def sebutan_dalam(ktx: Konteks, teks: str) -> tuple[Angka, ...]:
    """All live figures of a text, in its order."""
    return tuple(a for isi in _daftar_isi(teks) if isinstance(a := urai_sebutan(ktx, isi), Angka))


def sebutan_salah(ktx: Konteks, teks: str, *, kamus: Penunjuk | None = None) -> tuple[str, ...]:
    """The `{…}` of a text that name nothing and are printed as typed.

    `kamus`, of the whole document (`rujukan.penunjuk`): references that point at nothing are among them.
    """
    hasil = []
    for isi in _daftar_isi(teks):
        unsur = urai_sebutan(ktx, isi)
        if unsur is None or (kamus is not None and isinstance(unsur, Rujuk) and arti(unsur, kamus) is None):
            hasil.append(f"{{{isi}}}")
    return tuple(dict.fromkeys(hasil))


def _daftar_isi(teks: str) -> Iterator[str]:
    """What stands between braces; a brace after a backslash is meant as itself."""
    return (cocok[1] for cocok in _SEBUTAN.finditer(teks) if cocok[1])
