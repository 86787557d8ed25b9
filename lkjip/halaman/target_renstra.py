"""The targets of the Renstra as a grid: indicators by years, those of budget rows in a group of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from lkjip.dasar.isian import JenisIsian
from lkjip.halaman.indikator_rencana import perlu_predikat
from lkjip.halaman.isian import kotak
from lkjip.halaman.kisi import BarisKisi, KelompokKisi, Kisi, KolomKisi
from lkjip.halaman.rencana import ringkas
from renstra.data_rencana import DAFTAR_INDUK, IndikatorRencana, JenisBaris, Kerangka, Target, acuan


@dataclass(frozen=True)
class IsiTarget:
    """`anggaran`: indicators of budget rows, with the `acuan` of their row in `sebutan` as well."""

    kerangka: Kerangka
    anggaran: tuple[IndikatorRencana, ...]
    sebutan: Mapping[str, str]
    daftar_tahun: tuple[int, ...]


def kisi_target(isi: IsiTarget, alamat: Callable[[int], str], *, boleh: bool) -> Kisi:
    """A column per year, and one for its letter where an indicator needs letters."""
    semua = (*isi.kerangka.daftar_indikator, *isi.anggaran)
    huruf = any(perlu_predikat(i) for i in semua)
    kolom = tuple(k for tahun in isi.daftar_tahun for k in _kolom(tahun, huruf))

    def baris(daftar: Iterable[IndikatorRencana], keterangan: Mapping[str, str]) -> tuple[BarisKisi, ...]:
        return tuple(_baris(i, kolom, alamat(i.pk), boleh, keterangan.get(i.induk, "")) for i in daftar)

    kelompok = [
        KelompokKisi(judul, baris(daftar, {}))
        for judul, daftar in _per_induk(isi.kerangka)
        if daftar
    ]  # fmt: skip
    if isi.anggaran:
        kelompok.append(KelompokKisi("Program, kegiatan, dan subkegiatan", baris(isi.anggaran, isi.sebutan)))
    return Kisi(kolom, tuple(kelompok), "Indikator", boleh)


def _per_induk(kerangka: Kerangka) -> list[tuple[str, list[IndikatorRencana]]]:
    return [
        (
            ringkas(f"{b.jenis.capitalize()} {b.kode} {b.uraian}"),
            [i for i in kerangka.daftar_indikator if i.induk == acuan(b.jenis, b.pk)],
        )
        for b in kerangka.daftar_baris
        if b.jenis in DAFTAR_INDUK[JenisBaris.INDIKATOR]
    ]


def _kolom(tahun: int, huruf: bool) -> Sequence[KolomKisi]:
    angka = KolomKisi(f"target_{tahun}", str(tahun), JenisIsian.ANGKA, petunjuk="kosong")
    return (
        [angka, KolomKisi(f"predikat_{tahun}", f"Huruf {tahun}", JenisIsian.TEKS, lebar="pendek")] if huruf else [angka]
    )


def _baris(
    indikator: IndikatorRencana, daftar_kolom: Sequence[KolomKisi], alamat: str, boleh: bool, keterangan: str
) -> BarisKisi:
    judul = indikator.isi.uraian or indikator.isi.kode
    daftar = []
    for kolom in daftar_kolom:
        nama, _, tahun = kolom.nama.rpartition("_")
        nilai = getattr(indikator.target.get(int(tahun), Target()), nama)
        boleh_kolom = boleh and (nama == "target" or perlu_predikat(indikator))
        daftar.append(
            kotak(
                kolom.nama, indikator.pk, nilai, label=f"{kolom.judul}: {judul}", jenis=kolom.jenis, boleh=boleh_kolom,
                petunjuk=kolom.petunjuk,
            )
        )  # fmt: skip
    satuan = " · ".join(filter(None, (indikator.isi.satuan, keterangan)))
    return BarisKisi(indikator.pk, indikator.isi.kode, judul, tuple(daftar), satuan, alamat)
