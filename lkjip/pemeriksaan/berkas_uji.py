"""An uploaded workbook as claims to be audited: its sheet `klaim` alone, or with its own data."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lkjip.buku_kerja.galat import GalatBuku, GalatSel, dari_galat_buku
from lkjip.buku_kerja.mentah import BukuMentah
from lkjip.buku_kerja.parse import baca_buku, parse_lembar
from lkjip.buku_kerja.readers.xlsx import baca_xlsx
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.data import Klaim

LEMBAR = "klaim"


@dataclass(frozen=True)
class BahanUji:
    """What the file holds: `buku` only where its own data were asked for; nothing beside `daftar_galat`."""

    daftar_klaim: tuple[Klaim, ...] = ()
    buku: BukuKerja | None = None
    daftar_galat: tuple[GalatSel, ...] = ()


def baca_bahan(path: Path, *, data_sendiri: bool, kode: str, tahun: int) -> BahanUji:
    """`data_sendiri`: the claims are held against the file's own data. Else only `klaim` is read, and the sheets
    that name another agency or year than this one are an error.
    """
    if data_sendiri:
        hasil = baca_buku(path)
        klaim = hasil.buku.daftar_klaim if hasil.buku is not None else ()
        return _berisi(BahanUji(klaim, hasil.buku, hasil.daftar_galat))
    try:
        mentah = baca_xlsx(path)
    except GalatBuku as galat:
        return BahanUji(daftar_galat=(dari_galat_buku(galat),))
    except OSError:
        return BahanUji(daftar_galat=(GalatSel("", None, "", "Berkas tidak dapat dibuka.", "Unggah sekali lagi."),))
    asing = _milik_lain(mentah, kode, tahun)
    return BahanUji(daftar_galat=(asing,)) if asing else _berisi(_lembar_klaim(mentah))


def _berisi(bahan: BahanUji) -> BahanUji:
    if bahan.daftar_galat or bahan.daftar_klaim:
        return bahan
    saran = "Isi lembar klaim: letak angka dalam laporan, besaran, subjek, dan nilai yang tercetak."
    return BahanUji(daftar_galat=(GalatSel(LEMBAR, None, "", "Lembar klaim tidak ada atau kosong.", saran),))


def _lembar_klaim(mentah: BukuMentah) -> BahanUji:
    lembar = next((satu for satu in mentah.daftar_lembar if satu.nama == LEMBAR), None)
    if lembar is None:
        return BahanUji()
    baris, galat = parse_lembar(lembar, titik_desimal=mentah.titik_desimal)
    cacat = tuple(g for g in mentah.daftar_galat if g.lembar in {LEMBAR, ""})
    if galat or cacat:
        return BahanUji(daftar_galat=(*cacat, *galat.semua()))
    return BahanUji(tuple(satu.rekaman for satu in baris))


def _milik_lain(mentah: BukuMentah, kode: str, tahun: int) -> GalatSel | None:
    for lembar, kunci, milik in (("instansi", "kode", kode), ("pengaturan", "tahun", str(tahun))):
        tertulis = _nilai_kunci(mentah, lembar, kunci)
        if tertulis and tertulis != milik:
            pesan = f"Berkas ini menyebut {kunci} {tertulis}, padahal halaman ini milik {milik}."
            saran = "Buka halaman uji petik instansi dan tahun itu, atau pilih memakai data buku kerjanya sendiri."
            return GalatSel(lembar, None, kunci, pesan, saran)
    return None


def _nilai_kunci(mentah: BukuMentah, nama: str, kunci: str) -> str:
    lembar = next((satu for satu in mentah.daftar_lembar if satu.nama == nama), None)
    for isi in lembar.baris.values() if lembar else ():
        sel, nilai = isi.get(1), isi.get(2)
        if sel is not None and nilai is not None and sel.teks.strip() == kunci:
            return nilai.teks.strip() or ("" if nilai.angka is None else f"{nilai.angka.normalize():f}")
    return ""
