"""A formula in words, and tried on numbers: the measurement's own figures over a year that holds nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from anggaran.data import DataAnggaran
from kinerja.besaran_penurunan import pembilang_penyebut
from kinerja.data import Komponen, RealisasiTahunan
from lkjip.data import BukuKerja, DataInstansi
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.isi import Sebaris
from renstra.data import Arah, CaraHitung, DataRenstra, Indikator, JenisIndikator, Sasaran, TargetTahunan
from renstra.data_rincian import CaraIndikator

_KODE = "coba"
NAMA_CARA: Mapping[CaraHitung, str] = {
    CaraHitung.LANGSUNG: "Diisi langsung",
    CaraHitung.RASIO: "Pembilang dibagi penyebut",
    CaraHitung.KOMPONEN: "Jumlah tertimbang komponen",
    CaraHitung.PENURUNAN: "Penurunan terhadap tahun lalu",
}
NAMA_BILANGAN: Mapping[CaraHitung, tuple[str, ...]] = {
    CaraHitung.LANGSUNG: ("Realisasi",),
    CaraHitung.RASIO: ("Pembilang", "Penyebut"),
    CaraHitung.KOMPONEN: (),
    CaraHitung.PENURUNAN: ("Nilai tahun lalu (n−1)", "Nilai tahun ini (n)"),
}


def rumus_kata(cara: CaraIndikator, jenis: JenisIndikator | None) -> str:
    """The formula as a sentence would say it."""
    kali = " × 100%" if jenis is JenisIndikator.PERSEN else ""
    if cara.cara is CaraHitung.RASIO:
        return f"{cara.pembilang or 'pembilang'} / {cara.penyebut or 'penyebut'}{kali}"
    if cara.cara is CaraHitung.PENURUNAN:
        lalu, kini = _nama_tahun(cara)
        return f"({lalu} − {kini}) / {lalu}{kali}"
    if cara.cara is CaraHitung.KOMPONEN:
        return "jumlah dari bobot × nilai setiap komponen"
    return "realisasi diisi langsung sebagaimana diukur, atau sebagaimana ditetapkan penilainya"


def nama_bilangan(cara: CaraIndikator) -> tuple[str, ...]:
    """What the two numbers are called: by the indicator's own words where it has any."""
    bawaan = NAMA_BILANGAN[cara.cara or CaraHitung.LANGSUNG]
    if cara.cara is CaraHitung.RASIO:
        return cara.pembilang or bawaan[0], cara.penyebut or bawaan[1]
    if cara.cara is CaraHitung.PENURUNAN and (cara.pembilang or cara.penyebut):
        lalu, kini = _nama_tahun(cara)
        return f"{lalu} (n−1)", f"{kini} (n)"
    return bawaan


def _nama_tahun(cara: CaraIndikator) -> tuple[str, str]:
    """What the numbers of the year before and of this year are called; one text alone names what is counted."""
    if cara.pembilang and cara.penyebut:
        return cara.pembilang, cara.penyebut
    apa = cara.pembilang or cara.penyebut
    return f"{apa} tahun lalu".strip(), f"{apa} tahun ini".strip()


@dataclass(frozen=True)
class Percobaan:
    """`bilangan`: the numbers of `NAMA_BILANGAN`; `komponen`: (bobot, nilai) pairs."""

    cara: CaraIndikator
    jenis: JenisIndikator | None = None
    arah: Arah | None = None
    bilangan: tuple[Decimal | None, ...] = ()
    komponen: tuple[tuple[Decimal | None, Decimal | None], ...] = field(default=())
    target: Decimal | None = None


@dataclass(frozen=True)
class HasilCoba:
    """Each figure as a run that pages print as text: it belongs to no indicator, so it carries no identity."""

    rumus: str
    realisasi: tuple[Sebaris, ...]
    capaian: tuple[Sebaris, ...]
    kategori: tuple[Sebaris, ...]
    cara: tuple[tuple[str, str], ...]


def coba_rumus(data: DataInstansi, percobaan: Percobaan) -> HasilCoba:
    """Realisasi, capaian and category as the year `data` measures (its method and its scale)."""
    konteks = Konteks(BukuKerja(_data_coba(data, percobaan)))
    daftar = {nama: konteks.angka(nama, _KODE) for nama in ("realisasi", "capaian", "kategori_capaian")}
    judul = {"realisasi": "Realisasi", "capaian": "Capaian", "kategori_capaian": "Kategori"}
    cara = tuple((judul[n], _tanpa_kode(a.hasil.alasan or a.hasil.cara)) for n, a in daftar.items())
    return HasilCoba(
        rumus_kata(percobaan.cara, percobaan.jenis),
        (daftar["realisasi"],),
        (daftar["capaian"],),
        (daftar["kategori_capaian"],),
        cara,
    )


def _tanpa_kode(kalimat: str) -> str:
    """The trace without the sheets and the kode of an indicator that there is not."""
    bersih = kalimat.replace(f" {_KODE}", "").replace("target: Renstra", "target yang diketik")
    return bersih.partition(" (perjanjian, target_tahunan)")[0]


def _data_coba(data: DataInstansi, percobaan: Percobaan) -> DataInstansi:
    tahun = data.tahun
    target = (TargetTahunan(_KODE, tahun, percobaan.target),) if percobaan.target is not None else ()
    renstra = DataRenstra(
        data.renstra.instansi,
        data.renstra.periode,
        daftar_sasaran=(Sasaran(_KODE),),
        daftar_indikator=(Indikator(_KODE, _KODE, jenis=percobaan.jenis, arah=percobaan.arah),),
        daftar_target_tahunan=target,
    )
    kinerja = replace(
        type(data.kinerja)(renstra, data.kinerja.metode, data.kinerja.daftar_skala),
        daftar_komponen=tuple(
            Komponen(_KODE, str(n), bobot=bobot, nilai=nilai, tahun=tahun)
            for n, (bobot, nilai) in enumerate(percobaan.komponen, 1)
        ),
        daftar_realisasi_tahunan=(_realisasi(tahun, percobaan),),
    )
    return DataInstansi(DataAnggaran(kinerja))


def _realisasi(tahun: int, percobaan: Percobaan) -> RealisasiTahunan:
    satu, dua = (*percobaan.bilangan, None, None)[:2]
    if percobaan.cara.cara is CaraHitung.PENURUNAN and satu is not None and dua is not None:
        pembilang, penyebut = pembilang_penyebut(satu, dua)
        return RealisasiTahunan(_KODE, tahun, pembilang=pembilang, penyebut=penyebut)
    if percobaan.cara.cara in (CaraHitung.RASIO, CaraHitung.PENURUNAN):
        return RealisasiTahunan(_KODE, tahun, pembilang=satu, penyebut=dua)
    nilai = satu if percobaan.cara.cara is not CaraHitung.KOMPONEN else None
    return RealisasiTahunan(_KODE, tahun, nilai)
