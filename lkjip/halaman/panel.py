"""The panel of one indicator in one quarter: its figures with their traces, and its fields beyond the realisasi."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kinerja.data import Faktor
from kinerja.data_pengisian import ButirAnalisis
from kinerja.pilihan import realisasi_komposit
from lkjip.dasar.butir import sidik_butir, tulis_butir
from lkjip.dasar.hasil import Hasil
from lkjip.dasar.isian import JenisIsian, tulis_dasar, tulis_isian
from lkjip.dasar.periode import nama_triwulan
from lkjip.halaman.indikator import NAMA_FAKTOR, BarisPeriode, Kategori, kategori
from lkjip.halaman.isian import Kotak, kotak
from lkjip.halaman.panel_hitung import kelompok_bagi, nama_bagi
from lkjip.halaman.pengisian import NAMA_KOLOM, Dasar, baris_tersimpan, kotak_kolom
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.isi import Angka, Sebaris
from renstra.data import Akumulasi, Arah, Indikator, JenisIndikator

NAMA_ARAH = {Arah.POSITIF: "makin tinggi makin baik", Arah.NEGATIF: "makin rendah makin baik"}
NAMA_AKUMULASI = {
    Akumulasi.AKHIR: "nilai triwulan terakhir",
    Akumulasi.JUMLAH: "jumlah semua triwulan",
    Akumulasi.RATA_RATA: "rata-rata triwulan yang terisi",
    Akumulasi.MAKSIMUM: "triwulan tertinggi",
}


@dataclass(frozen=True)
class HasilPanel:
    """What is to be reached, what was, and how each figure came about. `cara`: name of a figure and the figure."""

    target_tahun: tuple[Sebaris, ...]
    dokumen_target: str
    triwulan: BarisPeriode
    asal_target: Angka
    nama_lalu: str
    lalu: tuple[Sebaris, ...]
    tahun_berjalan: tuple[Sebaris, ...]
    capaian_tahun: Angka
    kategori_tahun: Kategori
    arah: str
    akumulasi: str
    cara: tuple[tuple[str, Angka], ...]


def hasil_panel(konteks: Konteks, indikator: Indikator, triwulan: int) -> HasilPanel:
    kode, nama = indikator.kode, nama_triwulan(triwulan)
    capaian, capaian_tahun = konteks.angka("capaian", kode, triwulan=triwulan), konteks.angka("capaian", kode)
    periode = BarisPeriode(
        nama=nama,
        target=konteks.target(kode, triwulan=triwulan),
        realisasi=konteks.realisasi(kode, triwulan=triwulan),
        capaian=capaian,
        kategori=kategori(konteks, kode, triwulan=triwulan, indikator=indikator),
    )
    return HasilPanel(
        target_tahun=konteks.target(kode),
        dokumen_target=konteks.dokumen_target(kode),
        triwulan=periode,
        asal_target=konteks.angka("selisih_target", kode, triwulan=triwulan),
        nama_lalu=nama_triwulan(triwulan - 1) if triwulan > 1 else "",
        lalu=konteks.realisasi(kode, triwulan=triwulan - 1) if triwulan > 1 else (),
        tahun_berjalan=konteks.realisasi(kode),
        capaian_tahun=capaian_tahun,
        kategori_tahun=kategori(konteks, kode, indikator=indikator),
        arah=NAMA_ARAH[indikator.arah or Arah.POSITIF],
        akumulasi=NAMA_AKUMULASI[indikator.akumulasi or Akumulasi.AKHIR],
        cara=(
            (f"Capaian {nama}", capaian),
            (f"Realisasi tahun {konteks.tahun}", konteks.angka("realisasi", kode)),
            (f"Capaian tahun {konteks.tahun}", capaian_tahun),
        ),
    )


@dataclass(frozen=True)
class KotakBernama:
    """A field with the short name that stands above it; `panjang`: a text of several lines."""

    nama: str
    kotak: Kotak
    panjang: bool = False


@dataclass(frozen=True)
class KelompokKotak:
    """Fields that belong together; one that is not `terbuka` is folded away. `catatan` says what they are for."""

    judul: str
    daftar: tuple[KotakBernama, ...]
    terbuka: bool = True
    catatan: str = ""


def kolom_di_baris(indikator: Indikator, *, dengan_target: bool) -> frozenset[str]:
    """The columns that the indicator's row of the quarter page has fields for; they may not stand there twice."""
    predikat = indikator.jenis is JenisIndikator.PREDIKAT
    kolom = {"realisasi", "predikat_realisasi"} if predikat else {"realisasi"}
    if dengan_target:
        kolom.add("predikat_target" if predikat else "target")
    return frozenset(kolom)


def rincian_isian(dasar: Dasar, indikator: Indikator, kecuali: Collection[str] = ()) -> tuple[KelompokKotak, ...]:
    """The fields of the quarter's row but for those that stand elsewhere on the page (`kecuali`)."""
    tersimpan = baris_tersimpan(dasar.konteks, indikator.kode, dasar.triwulan)
    predikat = indikator.jenis is JenisIndikator.PREDIKAT
    bagi = kelompok_bagi(dasar.cara.get(indikator.kode), indikator, tersimpan)
    huruf = bool(tersimpan.predikat_realisasi or tersimpan.predikat_target)
    susunan = (
        ("Realisasi", ("realisasi",), True, ""),
        ("Pembilang dan penyebut", ("pembilang", "penyebut") if bagi.ada else (), bagi.terbuka, bagi.catatan),
        ("Predikat", ("predikat_realisasi", "predikat_target"), predikat or huruf, ""),
        ("Target triwulan", ("target",), True, "Kosong: target tahun yang berlaku."),
        ("Catatan", ("catatan",), True, "Alasan bila realisasi kosong, atau keterangan atas angkanya."),
    )  # fmt: skip
    kelompok = (
        KelompokKotak(judul, tuple(_bernama(dasar, indikator, k) for k in kolom if k not in kecuali), terbuka, catatan)
        for judul, kolom, terbuka, catatan in susunan
    )
    return tuple(satu for satu in kelompok if satu.daftar)


def _bernama(dasar: Dasar, indikator: Indikator, kolom: str) -> KotakBernama:
    nama = nama_bagi(dasar.cara.get(indikator.kode)).get(kolom, NAMA_KOLOM[kolom])
    return KotakBernama(nama, kotak_kolom(dasar, indikator, kolom), kolom == "catatan")


def ubah_kotak(daftar: Sequence[KelompokKotak], ubah: Callable[[Kotak], Kotak]) -> tuple[KelompokKotak, ...]:
    """The groups with each field changed by `ubah`; a group with a message in it is opened."""
    hasil = []
    for kelompok in daftar:
        isi = tuple(replace(satu, kotak=ubah(satu.kotak)) for satu in kelompok.daftar)
        hasil.append(replace(kelompok, daftar=isi, terbuka=kelompok.terbuka or any(s.kotak.keadaan for s in isi)))
    return tuple(hasil)


@dataclass(frozen=True)
class BarisKomponen:
    pk: int
    kode: str
    uraian: str
    bobot: Decimal | None
    lalu: Decimal | None
    kotak: Kotak


@dataclass(frozen=True)
class PanelKomponen:
    """`jumlah`: Σ bobot × nilai of this quarter. `berbeda`: a realisasi is stored that is not this sum."""

    daftar: tuple[BarisKomponen, ...]
    jumlah: Hasil
    tersimpan: Decimal | None
    berbeda: bool

    @property
    def jumlah_tertulis(self) -> str:
        """The sum as the field of the realisasi would hold it."""
        return tulis_isian(self.jumlah.angka, JenisIsian.ANGKA)

    @property
    def dasar_realisasi(self) -> str:
        return tulis_dasar(self.tersimpan)


def kotak_komponen(pk: int, kode: str, nilai: Decimal | None, *, boleh: bool) -> Kotak:
    return kotak("nilai", pk, nilai, label=f"Nilai {kode}", jenis=JenisIsian.ANGKA, boleh=boleh)


def panel_komponen(
    konteks: Konteks, kode: str, triwulan: int, daftar: Sequence[tuple[BarisKomponen, Decimal | None]]
) -> PanelKomponen:
    """`daftar`: the rows, each with its stored value."""
    jumlah = realisasi_komposit([(baris.bobot, nilai) for baris, nilai in daftar])
    tersimpan = baris_tersimpan(konteks, kode, triwulan).realisasi
    berbeda = tersimpan is not None and jumlah.angka is not None and tersimpan != jumlah.angka
    return PanelKomponen(tuple(baris for baris, _ in daftar), jumlah, tersimpan, berbeda)


@dataclass(frozen=True)
class PilihanBentrok:
    """What somebody else has stored in a list meanwhile."""

    tersimpan: tuple[str, ...]
    oleh: str
    saat: str


@dataclass(frozen=True)
class DaftarFaktor:
    """One list of the analysis. `teks` is what its field holds, one item a line; `dasar` stands for what is stored."""

    faktor: Faktor
    nama: str
    butir: tuple[ButirAnalisis, ...]
    lalu: tuple[ButirAnalisis, ...]
    teks: str
    dasar: str
    galat: str = ""
    bentrok: PilihanBentrok | None = None

    @property
    def bawaan(self) -> tuple[ButirAnalisis, ...]:
        """Items carried over and not edited since."""
        return tuple(b for b in self.butir if b.dibawa_dari is not None)


def daftar_faktor(
    analisis: Mapping[tuple[int, Faktor], tuple[ButirAnalisis, ...]], triwulan: int
) -> tuple[DaftarFaktor, ...]:
    hasil = []
    for faktor, nama in NAMA_FAKTOR.items():
        butir = analisis.get((triwulan, faktor), ())
        teks = tuple(b.uraian for b in butir)
        lalu = analisis.get((triwulan - 1, faktor), ())
        hasil.append(DaftarFaktor(faktor, nama, butir, lalu, tulis_butir(teks), sidik_butir(teks)))
    return tuple(hasil)


def dapat_dibawa(daftar: Sequence[DaftarFaktor]) -> int:
    """How many items of last quarter would go into the lists that are empty."""
    return sum(len(satu.lalu) for satu in daftar if not satu.butir)


@dataclass(frozen=True)
class GantiTahun:
    """What one list of the year's analysis says now and would say; `dasar` stands for both as they are shown."""

    faktor: Faktor
    nama: str
    sekarang: tuple[str, ...]
    menjadi: tuple[str, ...]
    dasar: str

    @property
    def berubah(self) -> bool:
        return bool(self.menjadi) and self.menjadi != self.sekarang


def daftar_ganti(daftar: Sequence[DaftarFaktor], tahunan: Mapping[Faktor, tuple[str, ...]]) -> tuple[GantiTahun, ...]:
    hasil = []
    for satu in daftar:
        sekarang = tahunan.get(satu.faktor, ())
        menjadi = tuple(b.uraian for b in satu.butir)
        hasil.append(GantiTahun(satu.faktor, satu.nama, sekarang, menjadi, f"{satu.dasar}.{sidik_butir(sekarang)}"))
    return tuple(hasil)
