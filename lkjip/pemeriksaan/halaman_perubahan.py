"""What the page of late changes shows: narrowed, counted, each with its effect in words; and the file's rows. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lkjip.pemeriksaan.data_perubahan import (
    NAMA_JENIS_PERUBAHAN,
    ArahAkibat,
    BarisPerubahan,
    DaftarPerubahan,
    JenisPerubahan,
    KolomBerubah,
    PerubahanTerlambat,
)
from lkjip.pemeriksaan.data_perubahan_kata import (
    KalimatAkibat,
    kalimat_akibat,
    tulis_akibat,
    tulis_alasan,
    tulis_rentang,
)

MAKS_BARIS, MAKS_AKIBAT_TAMPIL = 8, 6
"""Rows, and figures, of one change that are seen at once; an import may touch hundreds, the rest folds out."""
_SEBUTAN_AKSI = {"tambah": "ditambahkan", "ubah": "diubah", "hapus": "dihapus"}
KEPALA_TABEL = (
    *("Waktu", "Oleh", "Lewat", "Sesudah", "Jenis data", "Baris", "Tindakan", "Kolom", "Semula", "Menjadi"),
    *("Akibat", "Alasan", "Diambil kembali"),
)


@dataclass(frozen=True)
class SaringanPerubahan:
    """Which changes are asked for; an empty text asks for all. `semua`: also those of which nothing is left."""

    sesudah: str = ""
    jenis: str = ""
    orang: str = ""
    semua: bool = False

    @property
    def ada(self) -> bool:
        return bool(self.sesudah or self.jenis or self.orang)


@dataclass(frozen=True)
class KartuPerubahan:
    """One change on the page. `ditunjuk`: it was just given a reason that was refused (`galat`, `ketikan`)."""

    perubahan: PerubahanTerlambat
    daftar_baris: tuple[BarisPerubahan, ...]
    galat: str = ""
    ketikan: str = ""

    @property
    def pengenal(self) -> str:
        return f"perubahan-{self.perubahan.pengenal.removeprefix('#')}"

    @property
    def waktu(self) -> str:
        return tulis_rentang(self.perubahan)

    @property
    def daftar_awal(self) -> tuple[BarisPerubahan, ...]:
        return self.daftar_baris[:MAKS_BARIS]

    @property
    def daftar_lanjutan(self) -> tuple[BarisPerubahan, ...]:
        return self.daftar_baris[MAKS_BARIS:]

    @property
    def daftar_jenis(self) -> tuple[str, ...]:
        return tuple(NAMA_JENIS_PERUBAHAN[j] for j in self.perubahan.daftar_jenis)

    @property
    def daftar_akibat(self) -> tuple[KalimatAkibat, ...]:
        return tuple(map(kalimat_akibat, self.perubahan.daftar_akibat or ()))

    @property
    def akibat_awal(self) -> tuple[KalimatAkibat, ...]:
        return self.daftar_akibat[:MAKS_AKIBAT_TAMPIL]

    @property
    def akibat_lanjutan(self) -> tuple[KalimatAkibat, ...]:
        return self.daftar_akibat[MAKS_AKIBAT_TAMPIL:]

    @property
    def tak_dihitung(self) -> bool:
        return self.perubahan.daftar_akibat is None


@dataclass(frozen=True)
class RekapPerubahan:
    """Of all changes of the year of which something is left. `naik`, `turun`: by some figure of theirs."""

    banyak: int
    tanpa_alasan: int
    naik: int
    turun: int
    kembali: int


def rekap_perubahan(isi: DaftarPerubahan) -> RekapPerubahan:
    tetap = isi.tetap
    return RekapPerubahan(
        banyak=len(tetap),
        tanpa_alasan=sum(not p.beralasan for p in tetap),
        naik=sum(ArahAkibat.NAIK in p.arah for p in tetap),
        turun=sum(ArahAkibat.TURUN in p.arah for p in tetap),
        kembali=len(isi.daftar) - len(tetap),
    )


def daftar_kartu(isi: DaftarPerubahan, saringan: SaringanPerubahan) -> tuple[KartuPerubahan, ...]:
    """Those that are asked for, the newest first; without `semua` only what is left of them."""
    return tuple(
        KartuPerubahan(p, p.daftar_baris if saringan.semua else p.baris_tetap)
        for p in (isi.daftar if saringan.semua else isi.tetap)
        if _cocok(p, saringan)
    )


def _cocok(perubahan: PerubahanTerlambat, saringan: SaringanPerubahan) -> bool:
    return (
        saringan.sesudah in {"", *(k.kode for k in perubahan.daftar_kunci)}
        and saringan.jenis in {"", *perubahan.daftar_jenis}
        and saringan.orang in {"", perubahan.oleh}
    )


def pilihan_sesudah(isi: DaftarPerubahan) -> list[tuple[str, str]]:
    """What changes came after, by name."""
    semua = {k.kode: k.nama.partition(" versi ")[0] for p in isi.daftar for k in p.daftar_kunci}
    return sorted(semua.items(), key=lambda satu: satu[1])


def pilihan_jenis(isi: DaftarPerubahan) -> list[tuple[str, str]]:
    ada = {j for p in isi.daftar for j in p.daftar_jenis}
    return [(j.value, NAMA_JENIS_PERUBAHAN[j]) for j in JenisPerubahan if j in ada]


def pilihan_orang(isi: DaftarPerubahan) -> list[tuple[str, str]]:
    return [(nama, nama) for nama in sorted({p.oleh for p in isi.daftar})]


def sebutan_aksi(baris: BarisPerubahan) -> str:
    return _SEBUTAN_AKSI[baris.aksi]


def isi_tabel(daftar: Sequence[KartuPerubahan], *, semua: bool) -> Iterator[tuple[str | int | date | None, ...]]:
    """A row of the file for each column that was changed; what an event did stands in each of its rows."""
    for kartu in daftar:
        p = kartu.perubahan
        kepala = (tulis_rentang(p), p.oleh, p.jalan, "; ".join(k.sebutan for k in p.daftar_kunci))
        for baris in kartu.daftar_baris:
            letak = (
                NAMA_JENIS_PERUBAHAN[baris.jenis],
                f"{baris.nama_tabel}: {baris.subjek}" if baris.subjek else baris.nama_tabel,
                sebutan_aksi(baris),
            )
            kolom = baris.daftar_kolom if semua else baris.daftar_kolom_tetap
            for satu in kolom or (KolomBerubah("", "", "", baris.kembali),):
                kembali = "ya" if satu.kembali or baris.kembali else ""
                isi = (satu.label, satu.dari, satu.menjadi, tulis_akibat(p), tulis_alasan(p), kembali)
                yield (*kepala, *letak, *isi)
