"""`manage.py impor BUKU`: a workbook or CSV folder into the database, all of it or nothing."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from lkjip.akun.models import Pengguna
from lkjip.akun.selectors import ambil_pengguna
from lkjip.buku_kerja.galat import GalatSel
from lkjip.buku_kerja.parse import baca_buku
from lkjip.buku_kerja.perubahan import AksiBaris, PerubahanBaris, PerubahanLembar
from lkjip.buku_kerja.services import HasilImpor, ImporDitolak, impor_buku
from lkjip.dasar.rekaman import tulisan_nilai
from lkjip.data import BukuKerja

MAKS_RINCIAN = 200


class ImporGagal(CommandError):
    """Its name stands before the message that the user reads."""


class Command(BaseCommand):
    help = (
        "Mengimpor buku kerja (.xlsx atau folder CSV). Bila ada galat, semuanya dicantumkan dan tidak ada yang diubah."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("buku", metavar="BUKU", help="Berkas .xlsx atau folder CSV.")
        parser.add_argument("--periksa-saja", action="store_true", help="Tunjukkan yang akan berubah, tanpa menyimpan.")
        parser.add_argument("--oleh", metavar="PENGGUNA", default="", help="Nama pengguna yang dicatat pada riwayat.")

    def handle(self, *args: Any, **options: Any) -> None:
        path = Path(options["buku"])
        try:
            oleh = self._pengguna(options["oleh"])
            terbaca = baca_buku(path)
            if terbaca.buku is None:
                raise _gagal(terbaca.daftar_galat)
            hasil = self._impor(terbaca.buku, path, oleh, periksa_saja=options["periksa_saja"])
        except DatabaseError as galat:
            saran = "Periksa DATABASE_URL, lalu jalankan `manage.py migrate`."
            raise ImporGagal(f"Basis data tidak dapat dipakai: {str(galat).strip()}. {saran}") from galat
        self.stdout.write("\n".join(_laporan(hasil)))  # at once: a reader like `head` may close early

    @staticmethod
    def _pengguna(username: str) -> Pengguna | None:
        if not username:
            return None
        pengguna = ambil_pengguna(username)
        if pengguna is None:
            raise ImporGagal(f"Pengguna “{username}” tidak ada.")
        return pengguna

    @staticmethod
    def _impor(buku: BukuKerja, path: Path, oleh: Pengguna | None, *, periksa_saja: bool) -> HasilImpor:
        try:
            return impor_buku(buku=buku, oleh=oleh, alasan=f"impor {path.name}", periksa_saja=periksa_saja)
        except ImporDitolak as ditolak:
            raise _gagal(ditolak.daftar_galat) from ditolak


def _laporan(hasil: HasilImpor) -> list[str]:
    judul = f"{hasil.kode} {hasil.tahun}" + (" (tahun baru)" if hasil.baru else "")
    catatan = [f"  {kalimat}" for kalimat in hasil.daftar_catatan]
    if not hasil.ada_perubahan:
        return [f"{judul}: tidak ada yang berubah.", *catatan]
    jumlah = _jumlah(hasil.banyak_tambah, hasil.banyak_ubah, hasil.banyak_hapus)
    baris = [f"{judul}: {jumlah}; {'akan berubah, belum disimpan' if hasil.periksa_saja else 'tersimpan'}."]
    for lembar in hasil.daftar_lembar:
        isi = _jumlah(lembar.banyak_tambah, lembar.banyak_ubah, lembar.banyak_hapus)
        baris.append(f"  {lembar.lembar:<20} {'urutan baris berubah' if lembar.urutan_berubah else isi}")
    rincian = [_rincian(lembar, b) for lembar in hasil.daftar_lembar for b in lembar.daftar_baris]
    rincian = [f"  {isi}" for isi in rincian if isi]
    lebih = len(rincian) - MAKS_RINCIAN
    return baris + catatan + rincian[:MAKS_RINCIAN] + ([f"  … dan {lebih} perubahan lain."] if lebih > 0 else [])


def _gagal(daftar_galat: tuple[GalatSel, ...]) -> ImporGagal:
    daftar = "\n".join(f"  {galat}" for galat in daftar_galat)
    return ImporGagal(f"ada {len(daftar_galat)} galat, tidak ada yang diubah.\n{daftar}")


def _jumlah(tambah: int, ubah: int, hapus: int) -> str:
    return f"{tambah} baris ditambah, {ubah} diubah, {hapus} dihapus"


def _rincian(lembar: PerubahanLembar, baris: PerubahanBaris) -> str:
    """One line for a changed or removed row; what is new is only counted."""
    if baris.aksi is AksiBaris.TAMBAH:
        return ""
    if baris.aksi is AksiBaris.HAPUS:
        return f"{lembar.lembar} {baris.kunci}: dihapus"
    sel = "; ".join(f"{s.kolom} {_singkat(s.lama)} → {_singkat(s.baru)}" for s in baris.daftar_sel)
    return f"{lembar.lembar} {baris.kunci}: {sel}"


def _singkat(nilai: object) -> str:
    teks = " ".join(tulisan_nilai(nilai).split()) or "(kosong)"
    return teks if len(teks) <= 60 else f"{teks[:59]}…"
