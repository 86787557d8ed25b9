"""The page from which a quarter is sent: what it holds, what somebody may do with it now, and in words what follows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kinerja.data_pengisian import Langkah, Peralihan, StatusPengisian
from lkjip.halaman.indikator import Kategori, kategori
from lkjip.halaman.kelengkapan import BahanPeriksa
from lkjip.halaman.kemajuan import Hitungan, Kemajuan, kemajuan
from lkjip.laporan.compose.konteks import Konteks, Posisi
from lkjip.laporan.isi import Angka, Sebaris
from renstra.data import Indikator

NAMA_LANGKAH = {
    Langkah.AJUKAN: "Ajukan",
    Langkah.TARIK: "Tarik kembali",
    Langkah.VERIFIKASI: "Verifikasi",
    Langkah.KEMBALIKAN: "Kembalikan",
    Langkah.SETUJUI: "Setujui",
    Langkah.KUNCI: "Kunci",
    Langkah.BUKA: "Buka kembali",
}
AKIBAT = {
    Langkah.AJUKAN: "Setelah diajukan, isian tidak dapat diubah sampai ditarik kembali atau dikembalikan.",
    Langkah.TARIK: "Triwulan kembali menjadi draf dan dapat diisi lagi. Sesudah itu perlu diajukan ulang.",
    Langkah.VERIFIKASI: "Isian dinyatakan benar dan diteruskan kepada kepala untuk disetujui.",
    Langkah.KEMBALIKAN: "Triwulan kembali menjadi draf. Perencana melihat catatan Anda di isian yang bersangkutan.",
    Langkah.SETUJUI: "Angka triwulan ini menjadi angka resmi; perubahan rencana sesudahnya tidak mengubahnya.",
    Langkah.KUNCI: "Triwulan ditutup. Sesudah itu hanya pengelola pemda yang dapat membukanya kembali.",
    Langkah.BUKA: "Triwulan kembali menjadi draf dan harus diajukan ulang. Alasannya tercatat dalam riwayat.",
}
SESUDAH = {
    Langkah.AJUKAN: "sudah diajukan. Sekarang menunggu verifikasi.",
    Langkah.TARIK: "ditarik kembali dan dapat diisi lagi.",
    Langkah.VERIFIKASI: "sudah diverifikasi. Sekarang menunggu persetujuan kepala.",
    Langkah.KEMBALIKAN: "dikembalikan kepada perencana.",
    Langkah.SETUJUI: "sudah disetujui.",
    Langkah.KUNCI: "sudah dikunci.",
    Langkah.BUKA: "dibuka kembali dan dapat diisi lagi.",
}
NAMA_STATUS = {
    StatusPengisian.DRAF: "draf",
    StatusPengisian.DIAJUKAN: "diajukan, menunggu verifikasi",
    StatusPengisian.DIVERIFIKASI: "diverifikasi, menunggu persetujuan",
    StatusPengisian.DISETUJUI: "disetujui",
    StatusPengisian.TERKUNCI: "terkunci",
}
_MUNDUR = frozenset({Langkah.TARIK, Langkah.KEMBALIKAN, Langkah.BUKA})


@dataclass(frozen=True)
class PilihanLangkah:
    """A step that may be taken now. `maju`: towards approval; the others lead back to the draft."""

    langkah: Langkah
    nama: str
    akibat: str
    wajib_catatan: bool
    maju: bool


@dataclass(frozen=True)
class BarisPeriksa:
    """One indicator as whoever checks the quarter reads it."""

    kode: str
    nama: str
    iku: bool
    target: tuple[Sebaris, ...]
    realisasi: tuple[Sebaris, ...]
    capaian: Angka
    kategori: Kategori
    catatan: str
    banyak_bukti: int
    banyak_analisis: int


@dataclass(frozen=True)
class RekapKirim:
    """`analisis`: indicators below target that have an analysis."""

    kemajuan: Kemajuan
    analisis: Hitungan


def daftar_pilihan(daftar: Iterable[Peralihan]) -> tuple[PilihanLangkah, ...]:
    pilihan = (
        PilihanLangkah(p.langkah, NAMA_LANGKAH[p.langkah], AKIBAT[p.langkah], p.wajib_catatan, p.langkah not in _MUNDUR)
        for p in daftar
    )
    return tuple(sorted(pilihan, key=lambda p: not p.maju))


def baris_periksa(konteks: Konteks, bahan: BahanPeriksa) -> tuple[BarisPeriksa, ...]:
    """All indicators, in the order of the workbook."""
    return tuple(_baris(konteks, bahan, indikator) for indikator in konteks.renstra.daftar_indikator)


def _baris(konteks: Konteks, bahan: BahanPeriksa, indikator: Indikator) -> BarisPeriksa:
    kode, triwulan = indikator.kode, bahan.triwulan
    isian = konteks.kinerja.kinerja_per_triwulan.get((kode, konteks.tahun, triwulan))
    return BarisPeriksa(
        kode=kode,
        nama=konteks.nama_indikator(indikator),
        iku=bool(indikator.iku),
        target=konteks.target(kode, triwulan=triwulan),
        realisasi=konteks.realisasi(kode, triwulan=triwulan),
        capaian=konteks.angka("capaian", kode, triwulan=triwulan),
        kategori=kategori(konteks, kode, triwulan=triwulan, indikator=indikator),
        catatan=isian.catatan if isian else "",
        banyak_bukti=bahan.banyak_bukti_indikator(kode),
        banyak_analisis=sum(a.indikator == kode for a in bahan.daftar_analisis),
    )


def rekap_kirim(konteks: Konteks, bahan: BahanPeriksa) -> RekapKirim:
    di_bawah = [
        i.kode
        for i in konteks.renstra.daftar_indikator
        if konteks.posisi(i, triwulan=bahan.triwulan) is Posisi.DI_BAWAH
    ]
    return RekapKirim(
        kemajuan(konteks, bahan.triwulan, bahan.banyak_bukti),
        Hitungan(sum(bool(bahan.faktor(kode)) for kode in di_bawah), len(di_bawah)),
    )
