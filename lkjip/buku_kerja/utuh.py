"""Whether what is stored is a workbook that could be brought back: kode once, every reference to just one row."""

from __future__ import annotations

from lkjip.buku_kerja import rujukan, skema
from lkjip.buku_kerja.galat import GalatSel, KumpulanGalat
from lkjip.buku_kerja.writers.isi import ambil_rekaman, nilai_kunci
from lkjip.data import BukuKerja


def galat_rujukan(buku: BukuKerja) -> tuple[GalatSel, ...]:
    """What reading the exported workbook would complain of, its cells aside."""
    galat = KumpulanGalat()
    hasil = {
        lembar.nama: [rujukan.Baris(nomor, rekaman, {}) for nomor, rekaman in enumerate(ambil_rekaman(buku, lembar), 2)]
        for lembar in skema.DAFTAR_LEMBAR
    }
    pengaturan = {nama: rujukan.Kunci(nilai, 0, "") for nama, nilai in nilai_kunci(buku, "pengaturan").items()}
    rujukan.periksa(hasil, pengaturan, set(), galat)
    return galat.semua()
