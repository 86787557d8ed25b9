"""The columns of a budget row as the grids of the plan show and save them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from anggaran.data import Tingkat
from lkjip.dasar.isian import JenisIsian
from lkjip.halaman.kisi import BarisKisi, KelompokKisi, Kisi, KolomKisi
from renstra.data import Sasaran

# Which columns the grid shows beside the row's name.
TAMPILAN: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "pagu": ("Uraian dan pagu", ("uraian", "sasaran", "pagu_murni", "pagu_perubahan")),
    "pelaksana": ("Kode dan pelaksana", ("kode", "unit", "penanggung_jawab", "sumber_dana")),
}
_TINGKAT = tuple((t.value, t.value.capitalize()) for t in Tingkat)


def kolom_anggaran(daftar_sasaran: Iterable[Sasaran], nama: Collection[str]) -> tuple[KolomKisi, ...]:
    """The columns of these names, in the order in which they are named; none named: all."""
    sasaran = tuple((s.kode, f"{s.kode} {s.uraian}"[:60]) for s in daftar_sasaran)
    semua = {
        "kode": KolomKisi("kode", "Kode", JenisIsian.TEKS, lebar="pendek"),
        "uraian": KolomKisi("uraian", "Uraian", JenisIsian.TEKS, lebar="panjang"),
        "tingkat": KolomKisi("tingkat", "Tingkat", JenisIsian.PILIHAN, pilihan=_TINGKAT),
        "unit": KolomKisi("unit", "Unit", JenisIsian.TEKS),
        "penanggung_jawab": KolomKisi("penanggung_jawab", "Penanggung jawab", JenisIsian.TEKS),
        "sumber_dana": KolomKisi("sumber_dana", "Sumber dana", JenisIsian.TEKS, lebar="pendek"),
        "sasaran": KolomKisi("sasaran", "Sasaran", JenisIsian.PILIHAN, pilihan=sasaran),
        "pagu_murni": KolomKisi("pagu_murni", "Pagu murni (Rp)", JenisIsian.UANG),
        "pagu_perubahan": KolomKisi("pagu_perubahan", "Pagu perubahan (Rp)", JenisIsian.UANG),
    }
    return tuple(semua[satu] for satu in (nama or semua))


def kisi_penyimpan(daftar_pk: Iterable[int]) -> Kisi:
    """The rows and columns that may be written, without what stands in them: enough to read what was sent."""
    daftar = tuple(BarisKisi(pk, "", "", ()) for pk in daftar_pk)
    return Kisi(kolom_anggaran((), ()), (KelompokKisi("", daftar),), "", True)
