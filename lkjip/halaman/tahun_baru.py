"""A year that does not exist yet, made out of another one: the whole workbook of it, as a value."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from anggaran.data import Anggaran, Belanja, DataAnggaran, Penunjang
from kinerja.besaran_skala import SKALA_BAKU_PER_NAMA
from kinerja.data import (
    DataKinerja,
    Komponen,
    MetodeEfisiensi,
    MetodePengukuran,
    RealisasiTahunan,
    RumusNegatif,
    Skala,
    SkemaSakip,
)
from lkjip.besaran import hitung
from lkjip.dasar.hasil import Hasil
from lkjip.data import BukuKerja, DataInstansi
from lkjip.laporan.data import DataLaporan, IdentitasLaporan, JenisLaporan
from renstra.data import DataRenstra, Indikator, Instansi, Periode, TargetTahunan

SKALA_BAWAAN = SKALA_BAKU_PER_NAMA["permendagri_54"]
_DESIMAL_SIMPAN = 10  # as many as computed figures have in machine output (rancangan.md, Commands)


class CaraRencana(StrEnum):
    """Which plan the new year follows."""

    SAMA = "sama"  # the Renstra of the year it is made from
    SALIN = "salin"  # a Renstra of another period, with the same misi, tujuan, sasaran and indicators
    KOSONG = "kosong"  # a Renstra of another period, empty


@dataclass(frozen=True)
class PilihanTahunBaru:
    """What is to be taken over. `awal` and `akhir`: the period of the Renstra that the year follows."""

    tahun: int
    awal: int | None
    akhir: int | None
    rencana: CaraRencana = CaraRencana.SAMA
    metode: bool = True
    komponen: bool = True
    anggaran: bool = True
    penunjang: bool = True
    indikator_anggaran: bool = True
    realisasi: bool = True
    sakip: bool = True


@dataclass(frozen=True)
class RealisasiTerbawa:
    """A year's realisasi that goes along. `hasil`: the named figure where it was computed, None where it was typed."""

    baris: RealisasiTahunan
    sumber: str
    hasil: Hasil | None = None


def metode_bawaan() -> MetodePengukuran:
    """How a year measures until its planner says otherwise; its scale is that of Permendagri 54/2010."""
    return MetodePengukuran(
        rumus_negatif=RumusNegatif.SELISIH,
        desimal=2,
        skala=SKALA_BAWAAN.nama,
        metode_efisiensi=MetodeEfisiensi.SELISIH,
        skema_sakip=SkemaSakip.PERMENPAN88_2021,
    )


def susun_tahun_pertama(instansi: Instansi, tahun: int, awal: int, akhir: int) -> BukuKerja:
    """The first year of an agency: who it is, the period of its Renstra, how it measures; no plan yet."""
    return _buku(DataAnggaran(DataKinerja(DataRenstra(instansi, Periode(tahun, awal, akhir)), *_ukuran(None))))


def susun_tahun_baru(lama: BukuKerja, pilihan: PilihanTahunBaru) -> BukuKerja:
    """The new year as the workbook would carry it: a plan, and nothing yet of what was reached or spent in it."""
    rencana = _rencana(lama.data, pilihan)
    kode = rencana.indikator_per_kode
    terbawa = daftar_realisasi_terbawa(lama, pilihan) if pilihan.realisasi else ()
    ukur = lama.data.kinerja
    kinerja = DataKinerja(
        rencana,
        *_ukuran(ukur if pilihan.metode else None),
        daftar_komponen=_komponen(lama.data, pilihan.tahun, kode) if pilihan.komponen else (),
        daftar_realisasi_tahunan=tuple(t.baris for t in terbawa if t.baris.indikator in kode),
        daftar_sakip=tuple(s for s in ukur.daftar_sakip if s.tahun <= pilihan.tahun) if pilihan.sakip else (),
        daftar_lke=tuple(s for s in ukur.daftar_lke if s.tahun <= pilihan.tahun) if pilihan.sakip else (),
    )
    anggaran = DataAnggaran(kinerja)
    return _buku(_dengan_anggaran(anggaran, lama.data, pilihan) if pilihan.anggaran else anggaran)


def _buku(anggaran: DataAnggaran) -> BukuKerja:
    laporan = DataLaporan(IdentitasLaporan(jenis_laporan=JenisLaporan.TAHUNAN))
    return BukuKerja(DataInstansi(anggaran), laporan)


def _ukuran(ukur: DataKinerja | None) -> tuple[MetodePengukuran, tuple[Skala, ...]]:
    return (metode_bawaan(), SKALA_BAWAAN.daftar_skala()) if ukur is None else (ukur.metode, ukur.daftar_skala)


def _rencana(lama: DataInstansi, pilihan: PilihanTahunBaru) -> DataRenstra:
    periode = Periode(pilihan.tahun, pilihan.awal, pilihan.akhir)
    semula, kosong = lama.renstra, pilihan.rencana is CaraRencana.KOSONG
    induk = () if kosong else (*semula.tujuan_per_kode, *semula.sasaran_per_kode)
    milik_rencana = {i.kode for i in semula.daftar_indikator if i.induk in induk}
    return DataRenstra(
        semula.instansi,
        periode,
        () if kosong else semula.daftar_misi,
        () if kosong else semula.daftar_tujuan,
        () if kosong else semula.daftar_sasaran,
        tuple(i for i in semula.daftar_indikator if i.kode in milik_rencana or _ikut(lama, i, pilihan)),
        tuple(t for t in semula.daftar_target_tahunan if t.indikator in milik_rencana and _ikut_target(t, pilihan)),
    )


def _ikut(lama: DataInstansi, indikator: Indikator, pilihan: PilihanTahunBaru) -> bool:
    """An indicator of a budget row goes with its row; its target is each year's own."""
    rencana = lama.renstra
    milik_anggaran = indikator.induk not in {*rencana.tujuan_per_kode, *rencana.sasaran_per_kode}
    return milik_anggaran and pilihan.anggaran and pilihan.indikator_anggaran


def _ikut_target(target: TargetTahunan, pilihan: PilihanTahunBaru) -> bool:
    """In a plan of another period only what was promised for years of it."""
    if pilihan.rencana is CaraRencana.SAMA:
        return True
    return pilihan.awal is not None and pilihan.akhir is not None and pilihan.awal <= target.tahun <= pilihan.akhir


def _komponen(lama: DataInstansi, tahun: int, kode: Container[str]) -> tuple[Komponen, ...]:
    """The parts of composite indicators with their weights, to be filled in anew."""
    return tuple(
        replace(k, nilai=None, tahun=None if k.tahun is None else tahun)
        for k in lama.kinerja.daftar_komponen
        if k.indikator in kode and k.tahun in (None, lama.tahun)
    )


def _dengan_anggaran(anggaran: DataAnggaran, lama: DataInstansi, pilihan: PilihanTahunBaru) -> DataAnggaran:
    """The budget tree without amounts, and what its rows support."""
    rencana = anggaran.kinerja.renstra
    kode = rencana.indikator_per_kode
    semula = lama.anggaran

    def baris(a: Anggaran) -> Anggaran:
        sasaran = a.sasaran if a.sasaran in rencana.sasaran_per_kode else ""
        return replace(a, sasaran=sasaran, pagu_murni=None, pagu_perubahan=None)

    def belanja(b: Belanja) -> Belanja:
        tahun = None if b.tahun is None else pilihan.tahun
        return replace(b, tahun=tahun, pagu_murni=None, pagu=None, realisasi=None)

    def penunjang(p: Penunjang) -> Penunjang:
        indikator, mendukung = (k if k in kode else "" for k in (p.indikator, p.mendukung))
        return replace(p, indikator=indikator, mendukung=mendukung, capaian=None)

    terbawa = tuple(penunjang(p) for p in semula.daftar_penunjang) if pilihan.penunjang else ()
    return replace(
        anggaran,
        daftar_anggaran=tuple(baris(a) for a in semula.daftar_anggaran),
        daftar_belanja=tuple(belanja(b) for b in semula.daftar_belanja if b.tahun in (None, lama.tahun)),
        daftar_penunjang=tuple(p for p in terbawa if p.indikator or p.mendukung),
    )


# what earlier years reached


def daftar_realisasi_terbawa(lama: BukuKerja, pilihan: PilihanTahunBaru) -> tuple[RealisasiTerbawa, ...]:
    """What years up to the new one reached: rows that the old year carries, and what it reached itself.

    A new year after the old one gets the old one's figure by the named besaran `realisasi`, where there is one.
    """
    data = lama.data
    dihitung = _realisasi_tahun_lama(data) if data.tahun < pilihan.tahun else {}
    hasil = []
    for baris in data.kinerja.daftar_realisasi_tahunan:
        kunci = baris.indikator, baris.tahun
        if kunci in dihitung:
            hasil.append(dihitung.pop(kunci))
        elif baris.tahun <= pilihan.tahun:
            hasil.append(RealisasiTerbawa(baris, f"dicatat pada tahun {data.tahun}"))
    return (*hasil, *dihitung.values())


def _realisasi_tahun_lama(data: DataInstansi) -> dict[tuple[str, int], RealisasiTerbawa]:
    hasil = {}
    for indikator in data.renstra.daftar_indikator:
        kunci = indikator.kode, data.tahun
        if (terbawa := realisasi_setahun(data, indikator.kode)) is not None:
            semula = data.kinerja.realisasi_per_tahun.get(kunci, RealisasiTahunan(*kunci))
            baris = replace(
                semula, realisasi=terbawa.baris.realisasi, predikat=terbawa.baris.predikat or semula.predikat
            )
            hasil[kunci] = replace(terbawa, baris=baris)
    return hasil


def realisasi_setahun(data: DataInstansi, kode: str) -> RealisasiTerbawa | None:
    """What the indicator reached in the data's own year, as a row for another year's book; None where it has nothing.

    A quotient without end is kept to ten decimals.
    """
    angka, huruf = hitung(data, "realisasi", kode), hitung(data, "predikat_realisasi", kode)
    if angka.angka is None and not huruf.ada:
        return None
    nilai = None if angka.angka is None else angka_simpan(angka.angka)
    baris = RealisasiTahunan(kode, data.tahun, nilai, huruf.kata or angka.kata or "")
    return RealisasiTerbawa(baris, f"dihitung dari data tahun {data.tahun}", angka if angka.ada else huruf)


def angka_simpan(nilai: Decimal) -> Decimal:
    """As many decimals as a computed figure has in machine output; what has fewer stays as it is."""
    eksponen = nilai.as_tuple().exponent
    if isinstance(eksponen, int) and -eksponen > _DESIMAL_SIMPAN:
        return nilai.quantize(Decimal(1).scaleb(-_DESIMAL_SIMPAN), rounding=ROUND_HALF_UP)
    return nilai
