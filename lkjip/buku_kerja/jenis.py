"""What a sheet and a column are; `skema.py` says which ones there are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

TAHUN_TERKECIL, TAHUN_TERBESAR = 1990, 2100
PANJANG_KODE, PANJANG_NAMA = 100, 200  # what the database holds


class JenisKolom(StrEnum):
    """Kind of a column. ANGKA, PERSEN, PANGSA and UANG are decimals; PANGSA is a share, where "40%" means 0.4."""

    TEKS = "teks"
    KODE = "kode"
    ANGKA = "angka"
    PERSEN = "persen"
    PANGSA = "pangsa"
    UANG = "uang"
    BULAT = "bulat"
    TAHUN = "tahun"
    TRIWULAN = "triwulan"
    YA_TIDAK = "ya/tidak"
    PILIHAN = "pilihan"
    TANGGAL = "tanggal"


JENIS_BULAT = frozenset({JenisKolom.BULAT, JenisKolom.TAHUN, JenisKolom.TRIWULAN})


class Rumah(StrEnum):
    """The bundle that holds a sheet's records."""

    RENSTRA = "renstra"
    KINERJA = "kinerja"
    ANGGARAN = "anggaran"
    LAPORAN = "laporan"
    BUKU = "buku"


@dataclass(frozen=True)
class Kolom:
    """A column (or, in a kunci/nilai sheet, a key). `rujuk`: the sheets of whose `kode` its value must be one."""

    nama: str
    jenis: JenisKolom
    penjelasan: str
    contoh: str = ""
    wajib: bool = False
    rujuk: tuple[str, ...] = ()
    pilihan: tuple[str, ...] = ()
    enum: type[StrEnum] | None = None  # None with `pilihan`: the record keeps the word as text
    terkecil: int | None = None
    terbesar: int | None = None
    desimal_tercetak: bool = False  # the decimals that the text shows are data: a numeric cell 99 has none
    panjang: int | None = None  # characters that a text of this column may have; None: what a cell can hold

    @property
    def berupa_teks(self) -> bool:
        """Whether the record keeps this column as text, so that an empty cell is "" and not None."""
        kata = self.jenis is JenisKolom.PILIHAN and self.enum is None
        return kata or self.jenis in (JenisKolom.TEKS, JenisKolom.KODE)


@dataclass(frozen=True)
class Lembar:
    """A sheet. `kunci`: the columns that together may not repeat; empty: rows may."""

    nama: str
    kelas: type
    rumah: Rumah
    penjelasan: str
    kolom: tuple[Kolom, ...]
    kunci: tuple[str, ...] = ()

    @property
    def tempat(self) -> str:
        """Field of the bundle: `daftar_indikator`."""
        return f"daftar_{self.nama}"


def teks(nama: str, penjelasan: str, contoh: str = "", *, wajib: bool = False, panjang: int | None = None) -> Kolom:
    return Kolom(nama, JenisKolom.TEKS, penjelasan, contoh, wajib=wajib, panjang=panjang)


def kode(nama: str, penjelasan: str, contoh: str = "", *, rujuk: tuple[str, ...] = (), wajib: bool = False) -> Kolom:
    return Kolom(nama, JenisKolom.KODE, penjelasan, contoh, wajib=wajib, rujuk=rujuk, panjang=PANJANG_KODE)


def angka(nama: str, penjelasan: str, contoh: str = "") -> Kolom:
    return Kolom(nama, JenisKolom.ANGKA, penjelasan, contoh)


def persen(nama: str, penjelasan: str, contoh: str = "") -> Kolom:
    return Kolom(nama, JenisKolom.PERSEN, penjelasan, contoh)


def pangsa(nama: str, penjelasan: str, contoh: str = "") -> Kolom:
    return Kolom(nama, JenisKolom.PANGSA, penjelasan, contoh)


def uang(nama: str, penjelasan: str, contoh: str = "", *, terkecil: int | None = None) -> Kolom:
    return Kolom(nama, JenisKolom.UANG, penjelasan, contoh, terkecil=terkecil)


def bulat(nama: str, penjelasan: str, contoh: str = "", *, terbesar: int = 1_000_000) -> Kolom:
    return Kolom(nama, JenisKolom.BULAT, penjelasan, contoh, terkecil=0, terbesar=terbesar)


def tahun(penjelasan: str, contoh: str = "2024", *, nama: str = "tahun", wajib: bool = False) -> Kolom:
    return Kolom(
        nama, JenisKolom.TAHUN, penjelasan, contoh, wajib=wajib, terkecil=TAHUN_TERKECIL, terbesar=TAHUN_TERBESAR
    )


def triwulan(penjelasan: str, contoh: str = "1", *, wajib: bool = False) -> Kolom:
    return Kolom("triwulan", JenisKolom.TRIWULAN, penjelasan, contoh, wajib=wajib, terkecil=1, terbesar=4)


def pilihan(nama: str, enum: type[StrEnum], penjelasan: str, *, wajib: bool = False) -> Kolom:
    nilai = tuple(anggota.value for anggota in enum)
    return Kolom(nama, JenisKolom.PILIHAN, penjelasan, nilai[0], wajib=wajib, pilihan=nilai, enum=enum)
