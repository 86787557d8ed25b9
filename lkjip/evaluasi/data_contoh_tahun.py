"""One agency-year of the made-up pemda as a workbook: plan, quarters and money that add up. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from anggaran.data import Anggaran, DataAnggaran, RealisasiAnggaran, Tingkat
from kinerja.data import (
    DataKinerja,
    KinerjaTriwulan,
    MetodeEfisiensi,
    MetodePengukuran,
    RumusNegatif,
    Skala,
    SkemaSakip,
)
from lkjip.data import BukuKerja, DataInstansi
from lkjip.evaluasi.data_contoh import InstansiBuatan, Undian
from lkjip.laporan.data import DataLaporan, IdentitasLaporan, JenisLaporan
from renstra.data import (
    Akumulasi,
    Arah,
    DataRenstra,
    Indikator,
    JenisIndikator,
    Misi,
    Periode,
    Perjanjian,
    Sasaran,
    TargetTahunan,
    Tujuan,
    Versi,
)

_SKALA = (
    (91, "Sangat Tinggi"), (76, "Tinggi"), (66, "Sedang"), (51, "Rendah"), (0, "Sangat Rendah"),
)  # fmt: skip
_NAMA_SKALA = "Permendagri 86/2017"


@dataclass(frozen=True)
class _Pola:
    """An indicator: its first target and how much it grows a year, in hundredths of its unit."""

    kode: str
    induk: str
    uraian: str
    satuan: str
    jenis: JenisIndikator
    arah: Arah
    awal: int
    naik: int


_DAFTAR_POLA = (
    _Pola("I.1", "S.1", "Indeks Kepuasan Masyarakat", "Indeks", JenisIndikator.INDEKS, Arah.POSITIF, 8000, 75),
    _Pola("I.2", "S.1", "Persentase layanan sesuai standar", "%", JenisIndikator.PERSEN, Arah.POSITIF, 7500, 250),
    _Pola("I.3", "S.1", "Rata-rata hari penyelesaian aduan", "hari", JenisIndikator.ANGKA, Arah.NEGATIF, 1400, -100),
    _Pola("I.4", "S.2", "Persentase rencana aksi yang terlaksana", "%", JenisIndikator.PERSEN, Arah.POSITIF, 8000, 200),
)  # fmt: skip
_URAIAN_PROGRAM = ("Program Penunjang Urusan Pemerintahan Daerah", "Program Pelayanan Utama")


def buku_tahun(undian: Undian, buatan: InstansiBuatan, tahun: int, daftar_tahun: Sequence[int]) -> BukuKerja:
    """The workbook of one year; targets of all years of the plan are in it."""
    awal, akhir = daftar_tahun[0], daftar_tahun[-1]
    renstra = DataRenstra(
        instansi=buatan.instansi,
        periode=Periode(tahun, awal, akhir),
        daftar_misi=(Misi("M.1", "Pelayanan publik yang andal", "Meningkatkan mutu pelayanan publik"),),
        daftar_tujuan=(Tujuan("T.1", "M.1", f"Terwujudnya layanan {buatan.instansi.nama} yang andal"),),
        daftar_sasaran=(
            Sasaran("S.1", "T.1", "Meningkatnya mutu layanan kepada masyarakat"),
            Sasaran("S.2", "T.1", "Meningkatnya akuntabilitas kinerja"),
        ),
        daftar_indikator=tuple(_indikator(pola) for pola in _DAFTAR_POLA),
        daftar_target_tahunan=tuple(
            TargetTahunan(pola.kode, t, _target(pola, t - awal)) for pola in _DAFTAR_POLA for t in daftar_tahun
        ),
        daftar_perjanjian=tuple(
            Perjanjian(pola.kode, tahun, Versi.MURNI, _target(pola, tahun - awal)) for pola in _DAFTAR_POLA
        ),
    )
    kinerja = DataKinerja(
        renstra,
        metode=MetodePengukuran(
            rumus_negatif=RumusNegatif.SELISIH, desimal=2, skala=_NAMA_SKALA, metode_efisiensi=MetodeEfisiensi.SELISIH,
            skema_sakip=SkemaSakip.PERMENPAN88_2021,
        ),
        daftar_skala=tuple(Skala(_NAMA_SKALA, Arah.POSITIF, Decimal(batas), kata) for batas, kata in _SKALA),
        daftar_kinerja_triwulan=tuple(
            _triwulan(undian, buatan, pola, tahun, tw, awal) for pola in _DAFTAR_POLA for tw in range(1, 5)
        ),
    )  # fmt: skip
    identitas = IdentitasLaporan(JenisLaporan.TAHUNAN, tanggal_laporan=date(tahun + 1, 2, 14))
    return BukuKerja(DataInstansi(_anggaran(undian, buatan, kinerja, tahun)), DataLaporan(identitas))


def _indikator(pola: _Pola) -> Indikator:
    return Indikator(
        pola.kode, pola.induk, pola.uraian, pola.satuan, pola.jenis, pola.arah, Akumulasi.AKHIR, iku=True,
        formulasi=f"{pola.uraian} menurut hasil pengukuran setahun", sumber_data="Laporan unit kerja",
        penanggung_jawab="Sekretariat" if pola.induk == "S.2" else "Bidang Pelayanan",
    )  # fmt: skip


def _target(pola: _Pola, ke: int) -> Decimal:
    return Decimal(pola.awal + pola.naik * ke) / 100


def _triwulan(
    undian: Undian, buatan: InstansiBuatan, pola: _Pola, tahun: int, triwulan: int, awal: int
) -> KinerjaTriwulan:
    """The target of a quarter is that of the year; the realisation wanders around it."""
    target = _target(pola, tahun - awal)
    per_seribu = undian.bilangan(930, 1040, buatan.instansi.kode, tahun, pola.kode, triwulan)
    realisasi = (target * per_seribu / 1000).quantize(Decimal("0.01"))
    if pola.jenis is JenisIndikator.PERSEN:
        realisasi = min(realisasi, Decimal(100))
    return KinerjaTriwulan(pola.kode, tahun, triwulan, target=target, realisasi=realisasi)


def _anggaran(undian: Undian, buatan: InstansiBuatan, kinerja: DataKinerja, tahun: int) -> DataAnggaran:
    """Two programmes with one kegiatan and two sub kegiatan each; the parents are the sums of their children."""
    baris: list[Anggaran] = []
    uang: list[RealisasiAnggaran] = []
    for nomor, nama in enumerate(_URAIAN_PROGRAM, 1):
        program, kegiatan = f"9.01.0{nomor}", f"9.01.0{nomor}.2.01"
        pagu = [undian.bilangan(2, 90, buatan.instansi.kode, tahun, nomor, ke) * 10_000_000 for ke in (1, 2)]
        serap = [undian.bilangan(82, 99, buatan.instansi.kode, tahun, nomor, ke, "serap") for ke in (1, 2)]
        anak = [f"{kegiatan}.000{ke}" for ke in (1, 2)]
        realisasi = [Decimal(p * s) / 100 for p, s in zip(pagu, serap, strict=True)]
        sasaran = "S.2" if nomor == 1 else "S.1"
        baris += [
            Anggaran(program, "", Tingkat.PROGRAM, nama, sasaran=sasaran, pagu_murni=Decimal(sum(pagu))),
            Anggaran(kegiatan, program, Tingkat.KEGIATAN, f"Kegiatan {nama[8:]}", pagu_murni=Decimal(sum(pagu))),
            *(
                Anggaran(kode, kegiatan, Tingkat.SUBKEGIATAN, f"Subkegiatan {ke} {nama[8:]}", pagu_murni=Decimal(p))
                for ke, (kode, p) in enumerate(zip(anak, pagu, strict=True), 1)
            ),
        ]
        total = sum(realisasi, Decimal(0))
        for kode, jumlah in ((program, total), (kegiatan, total), *zip(anak, realisasi, strict=True)):
            uang += [RealisasiAnggaran(kode, tahun, tw, jumlah * bagian / 100) for tw, bagian in _KUMULATIF]
    return DataAnggaran(kinerja, tuple(baris), tuple(uang))


_KUMULATIF = ((1, 15), (2, 40), (3, 70), (4, 100))  # quarter, per cent of the year's money spent by its end
