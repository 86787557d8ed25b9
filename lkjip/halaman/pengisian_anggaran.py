"""The money page of a quarter: every budget row with its fields, its sums, and what deserves a look."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from anggaran.data import Anggaran, RealisasiAnggaran
from lkjip.dasar.isian import JenisIsian
from lkjip.dasar.periode import singkatan_triwulan
from lkjip.dasar.tulisan_angka import tulis_uang
from lkjip.halaman.isian import Kotak, kotak
from lkjip.halaman.uang_janggal import uang_janggal
from lkjip.halaman.unit import UnitPenanggungJawab
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.isi import Angka

JENIS_KOLOM: Mapping[str, JenisIsian] = {"realisasi": JenisIsian.UANG, "rencana": JenisIsian.UANG}
NAMA_KOLOM: Mapping[str, str] = {"realisasi": "Realisasi kumulatif", "rencana": "Rencana kas kumulatif"}
_BESARAN = {
    "realisasi": ("realisasi_anggaran", "jumlah_realisasi", "selisih_realisasi"),
    "rencana": ("rencana_anggaran", "jumlah_rencana", "selisih_rencana"),
}


@dataclass(frozen=True)
class SaringanUang:
    """What of the page is shown. `daftar_unit` None: all; `cari`: in kode and uraian of the row or one above it."""

    daftar_unit: frozenset[int] | None = None
    cari: str = ""


@dataclass(frozen=True)
class DasarUang:
    """What every row of the page is made from; `batas_deviasi` in percent (pemeriksaan.md ANG-29)."""

    konteks: Konteks
    triwulan: int
    pk: Mapping[str, int]
    unit: UnitPenanggungJawab
    boleh: Callable[[str], bool]
    batas_deviasi: Decimal


@dataclass(frozen=True)
class KolomUang:
    """One field of a row. `jumlah` and `selisih`: of a parent, what its children make, and by how much it differs."""

    kotak: Kotak
    tercetak: Angka
    sendiri: bool
    jumlah: Angka | None = None
    selisih: Angka | None = None

    @property
    def berbeda(self) -> bool:
        """The parent's own figure is not what its children make."""
        return self.sendiri and self.selisih is not None and bool(self.selisih.hasil.angka)

    @property
    def petunjuk(self) -> str:
        """What counts while the field is empty."""
        nilai = self.jumlah.hasil.angka if self.jumlah else None
        return "jumlah anak" if nilai is None else tulis_uang(nilai)


@dataclass(frozen=True)
class Uang:
    """The figures of a row or ('total') of everything at the quarter's end."""

    kunci: str
    pagu: Angka
    lalu: Angka | None
    realisasi: Angka
    rencana: Angka
    serapan: Angka
    deviasi: Angka
    persen: Angka
    menyimpang: bool
    daftar_peringatan: tuple[str, ...] = ()


@dataclass(frozen=True)
class BarisUang:
    anggaran: Anggaran
    pk: int
    inden: int
    unit: str
    uang: Uang
    daftar_kolom: tuple[KolomUang, ...]
    punya_anak: bool

    def dengan_kotak(self, ubah: Callable[[Kotak], Kotak]) -> BarisUang:
        return replace(self, daftar_kolom=tuple(replace(k, kotak=ubah(k.kotak)) for k in self.daftar_kolom))


@dataclass(frozen=True)
class HalamanUang:
    """`banyak`: rows of the agency, whatever is shown."""

    daftar: tuple[BarisUang, ...]
    total: Uang
    banyak: int
    saringan: SaringanUang

    def dengan_kotak(self, ubah: Callable[[Kotak], Kotak]) -> HalamanUang:
        return replace(self, daftar=tuple(baris.dengan_kotak(ubah) for baris in self.daftar))


def uang_tersimpan(konteks: Konteks, kode: str, triwulan: int) -> RealisasiAnggaran:
    """The quarter's row as it is stored; an empty one where there is none."""
    ada = konteks.anggaran.realisasi_per_triwulan.get((kode, konteks.tahun, triwulan))
    return ada or RealisasiAnggaran(kode, konteks.tahun, triwulan)


def urutan_baris(konteks: Konteks) -> Iterator[tuple[Anggaran, int]]:
    """Every budget row with its depth, parents before their children, in the order of the budget."""
    tunggu = [(baris, 0) for baris in reversed(konteks.anggaran.daftar_anak.get("", ()))]
    while tunggu:
        baris, inden = tunggu.pop()
        yield baris, inden
        anak = konteks.anggaran.daftar_anak.get(baris.kode, ())
        tunggu.extend((satu, inden + 1) for satu in reversed(anak))


def leluhur(konteks: Konteks, kode: str) -> Iterator[str]:
    """The rows above, nearest first."""
    induk = konteks.anggaran.anggaran_per_kode[kode].induk
    while induk in konteks.anggaran.anggaran_per_kode:
        yield induk
        induk = konteks.anggaran.anggaran_per_kode[induk].induk


def kotak_uang(dasar: DasarUang, anggaran: Anggaran, kolom: str) -> Kotak:
    nama = f"{NAMA_KOLOM[kolom]} s.d. {singkatan_triwulan(dasar.triwulan)}: {anggaran.kode} {anggaran.uraian}"
    nilai = getattr(uang_tersimpan(dasar.konteks, anggaran.kode, dasar.triwulan), kolom)
    return kotak(
        kolom, dasar.pk[anggaran.kode], nilai, label=nama, jenis=JENIS_KOLOM[kolom], boleh=dasar.boleh(anggaran.kode)
    )


def _kolom(dasar: DasarUang, anggaran: Anggaran, kolom: str, *, punya_anak: bool) -> KolomUang:
    tercetak, jumlah, selisih = (
        dasar.konteks.angka(besaran, anggaran.kode, triwulan=dasar.triwulan, polos=True) for besaran in _BESARAN[kolom]
    )
    satu = kotak_uang(dasar, anggaran, kolom)
    if not punya_anak:
        return KolomUang(satu, tercetak, bool(satu.nilai))
    hasil = KolomUang(satu, tercetak, bool(satu.nilai), jumlah, selisih)
    return replace(hasil, kotak=satu.dengan(petunjuk=hasil.petunjuk))


def uang(dasar: DasarUang, kode: str = "") -> Uang:
    """The figures of a budget row, or ('') of everything."""
    konteks, tw = dasar.konteks, dasar.triwulan
    persen = konteks.angka("persen_deviasi_kas", kode, triwulan=tw)
    return Uang(
        kunci=str(dasar.pk[kode]) if kode else "total",
        pagu=konteks.angka("pagu", kode, polos=True),
        lalu=konteks.angka("realisasi_anggaran", kode, triwulan=tw - 1, polos=True) if tw > 1 else None,
        realisasi=konteks.angka("realisasi_anggaran", kode, triwulan=tw, polos=True),
        rencana=konteks.angka("rencana_anggaran", kode, triwulan=tw, polos=True),
        serapan=konteks.angka("serapan", kode, triwulan=tw),
        deviasi=konteks.angka("deviasi_kas", kode, triwulan=tw, polos=True),
        persen=persen,
        menyimpang=persen.hasil.angka is not None and abs(persen.hasil.angka) > dasar.batas_deviasi,
        daftar_peringatan=tuple(satu.kalimat for satu in uang_janggal(konteks, kode, tw)),
    )


def _nama_unit(dasar: DasarUang, baris: Anggaran) -> str:
    """The units that answer for the row, else the text that names somebody; the agency itself need not be said."""
    unit = dasar.unit.peta.nama(dasar.unit.per_anggaran.get(baris.kode, frozenset()))
    teks = baris.penanggung_jawab or baris.unit
    return ", ".join(unit) or ("" if teks.strip() == dasar.konteks.instansi.nama.strip() else teks)


def baris_uang(dasar: DasarUang, anggaran: Anggaran, inden: int = 0) -> BarisUang:
    punya_anak = bool(dasar.konteks.anggaran.daftar_anak.get(anggaran.kode))
    return BarisUang(
        anggaran=anggaran,
        pk=dasar.pk[anggaran.kode],
        inden=inden,
        unit=_nama_unit(dasar, anggaran),
        uang=uang(dasar, anggaran.kode),
        daftar_kolom=tuple(_kolom(dasar, anggaran, kolom, punya_anak=punya_anak) for kolom in JENIS_KOLOM),
        punya_anak=punya_anak,
    )


def _cocok(dasar: DasarUang, saringan: SaringanUang, baris: Anggaran) -> bool:
    unit = dasar.unit.per_anggaran.get(baris.kode, frozenset())
    if saringan.daftar_unit is not None and saringan.daftar_unit.isdisjoint(unit):
        return False
    dicari = saringan.cari.casefold()
    per_kode = dasar.konteks.anggaran.anggaran_per_kode
    diperiksa = (baris, *(per_kode[kode] for kode in leluhur(dasar.konteks, baris.kode)))
    return any(dicari in f"{satu.kode} {satu.uraian}".casefold() for satu in diperiksa)


def _kode_tampil(dasar: DasarUang, saringan: SaringanUang) -> set[str]:
    """What fits the filter, and the rows above it, so that everybody sees where a row belongs."""
    cocok = [baris.kode for baris, _ in urutan_baris(dasar.konteks) if _cocok(dasar, saringan, baris)]
    return {*cocok, *(atas for kode in cocok for atas in leluhur(dasar.konteks, kode))}


def halaman_uang(dasar: DasarUang, saringan: SaringanUang) -> HalamanUang:
    tampil = _kode_tampil(dasar, saringan)
    daftar = tuple(
        baris_uang(dasar, baris, inden) for baris, inden in urutan_baris(dasar.konteks) if baris.kode in tampil
    )
    return HalamanUang(daftar, uang(dasar), len(dasar.konteks.anggaran.daftar_anggaran), saringan)


def daftar_terdampak(dasar: DasarUang, daftar_kode: Collection[str]) -> tuple[BarisUang, ...]:
    """These rows and all above them: what a save has to show anew."""
    kode = {*daftar_kode, *(atas for satu in daftar_kode for atas in leluhur(dasar.konteks, satu))}
    return tuple(baris_uang(dasar, b, inden) for b, inden in urutan_baris(dasar.konteks) if b.kode in kode)
