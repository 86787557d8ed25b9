"""The method of a year: what each choice means, and what it would make of this agency's own figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from kinerja.data import MetodeEfisiensi, MetodePengukuran, RumusNegatif, SkemaSakip
from lkjip.data import BukuKerja, DataInstansi
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.isi import Angka, Sebaris
from renstra.data import Arah

Pilihan = tuple[str, str, str]  # value, name, what it means
RUMUS_NEGATIF: tuple[Pilihan, ...] = (
    ("", "Belum ditetapkan", "Indikator negatif belum punya capaian."),
    (RumusNegatif.SELISIH, "Selisih", "(2 × target − realisasi) / target × 100. Tepat target 100; separuh target 150."),
    (RumusNegatif.KEBALIKAN, "Kebalikan", "Target / realisasi × 100. Separuh target menjadi 200."),
    (RumusNegatif.LANGSUNG, "Langsung", "Realisasi / target × 100, dan kategorinya dibaca pada baris skala negatif."),
)
METODE_EFISIENSI: tuple[Pilihan, ...] = (
    ("", "Belum ditetapkan", "Efisiensi tidak dihitung."),
    (
        MetodeEfisiensi.SELISIH,
        "Selisih",
        "Capaian − serapan. Efisien bila capaian sedikitnya 100 dan selisihnya positif.",
    ),
    (MetodeEfisiensi.RASIO, "Rasio", "Capaian / serapan. Efisien bila sedikitnya 1."),
    (MetodeEfisiensi.PMK, "PMK", "(pagu × capaian − realisasi) / (pagu × capaian) × 100, cara Kementerian Keuangan."),
    (MetodeEfisiensi.SISA, "Sisa anggaran", "100 − serapan. Disebut efisien hanya bila capaian sedikitnya 100."),
)
SKEMA_SAKIP: tuple[Pilihan, ...] = (
    ("", "Belum ditetapkan", "Bobot komponen SAKIP tidak diperiksa."),
    (SkemaSakip.PERMENPAN12_2015, "PermenPANRB 12/2015", "Lima komponen: 30, 25, 15, 10, dan 20."),
    (SkemaSakip.PERMENPAN88_2021, "PermenPANRB 88/2021", "Empat komponen: 30, 30, 15, dan 25."),
)


@dataclass(frozen=True)
class Contoh:
    """One figure of the agency: as it is now, and as the choice would make it. Both are printed as text."""

    kalimat: str
    kini: tuple[Sebaris, ...]
    menjadi: tuple[Sebaris, ...]
    cara: str

    @property
    def berubah(self) -> bool:
        return self.kini != self.menjadi


def daftar_contoh(data: DataInstansi, metode: MetodePengukuran) -> tuple[Contoh, ...]:
    """The same figures asked twice: of the year as it is, and of the year with the other method. Nothing is stored."""
    kini = Konteks(BukuKerja(data))
    menjadi = Konteks(BukuKerja(dengan_metode(data, metode)))
    hasil = []
    for kalimat, tanya in _pertanyaan(kini):
        satu, dua = tanya(kini), tanya(menjadi)
        cara = dua[0].hasil.cara or dua[0].hasil.alasan
        hasil.append(Contoh(kalimat, tuple(_polos(a) for a in satu), tuple(_polos(a) for a in dua), cara))
    return tuple(hasil)


def _polos(angka: Angka) -> Angka:
    """The figure as it is printed: two of the same value are the same, however they came about."""
    return replace(angka, hasil=angka.hasil.dengan(cara="", alasan="", tanpa_batas=None))


def dengan_metode(data: DataInstansi, metode: MetodePengukuran) -> DataInstansi:
    """The year with another method; approved quarters would stay as they are, so none is asked here."""
    anggaran = replace(data.anggaran, kinerja=replace(data.kinerja, metode=metode))
    return DataInstansi(anggaran)


_Tanya = Callable[[Konteks], tuple[Angka, ...]]


def _pertanyaan(ktx: Konteks) -> list[tuple[str, _Tanya]]:
    """The first indicator of each direction that has a target, the first sasaran, and the mean of all."""
    daftar: list[tuple[str, _Tanya]] = []
    for arah in Arah:
        calon = [i for i in ktx.renstra.daftar_indikator if (i.arah or Arah.POSITIF) is arah]
        indikator = next((i for i in calon if ktx.ada_target(i.kode) and ktx.ada_realisasi(i.kode)), None)
        if indikator is not None:
            daftar.append((f"Capaian {indikator.kode}", _angka("capaian", indikator.kode)))
            daftar.append((f"Kategori {indikator.kode}", _angka("kategori_capaian", indikator.kode)))
    daftar.append(("Rata-rata capaian", _angka("rata_rata_total", "")))
    sasaran = next((s for s in ktx.sasaran if ktx.anggaran_sasaran(s.kode)), None)
    if sasaran is not None:
        daftar.append((f"Efisiensi sasaran {sasaran.kode}", _angka("efisiensi", sasaran.kode)))
    return daftar


def _angka(besaran: str, subjek: str) -> _Tanya:
    return lambda ktx: (ktx.angka(besaran, subjek),)
