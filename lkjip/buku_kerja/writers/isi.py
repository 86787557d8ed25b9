"""What a workbook's sheets hold, as values, in the order in which they are written.

Both writers read this, and so does the comparison of two workbooks (`perubahan.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lkjip.buku_kerja import skema
from lkjip.buku_kerja.jenis import Kolom, Lembar, Rumah, teks
from lkjip.data import BukuKerja


@dataclass(frozen=True)
class IsiLembar:
    """A sheet with rows. In a kunci/nilai sheet each row is one key, so `kolom` differs from row to row."""

    nama: str
    kepala: tuple[str, ...]
    baris: tuple[tuple[tuple[Kolom, Any], ...], ...]


_KUNCI = teks("kunci", "Nama kunci; jangan diubah.")


def daftar_isi(buku: BukuKerja) -> Iterator[IsiLembar]:
    """All sheets of the schema that have rows; the free tables are `buku.laporan.daftar_tabel`."""
    for nama in skema.URUTAN_LEMBAR:
        if nama in skema.LEMBAR_KUNCI_NILAI:
            yield isi_kunci_nilai(nama, nilai_kunci(buku, nama))
        elif rekaman := ambil_rekaman(buku, skema.LEMBAR_PER_NAMA[nama]):
            kolom = skema.LEMBAR_PER_NAMA[nama].kolom
            baris = tuple(tuple((satu, getattr(isi, satu.nama)) for satu in kolom) for isi in rekaman)
            yield IsiLembar(nama, tuple(satu.nama for satu in kolom), baris)


def isi_kunci_nilai(nama: str, nilai: dict[str, Any]) -> IsiLembar:
    baris = tuple(((_KUNCI, kolom.nama), (kolom, nilai.get(kolom.nama))) for kolom in skema.LEMBAR_KUNCI_NILAI[nama])
    return IsiLembar(nama, skema.KOLOM_KUNCI_NILAI, baris)


def nilai_kunci(buku: BukuKerja, nama: str) -> dict[str, Any]:
    """Key → value of sheet `instansi` or `pengaturan`."""
    if nama == "instansi":
        return dict(vars(buku.data.renstra.instansi))
    return {**vars(buku.data.renstra.periode), **vars(buku.data.kinerja.metode), **vars(buku.laporan.identitas)}


def ambil_rekaman(buku: BukuKerja, lembar: Lembar) -> tuple[Any, ...]:
    """The records of one sheet out of the bundle that holds them."""
    rumah: dict[Rumah, object] = {
        Rumah.RENSTRA: buku.data.renstra,
        Rumah.KINERJA: buku.data.kinerja,
        Rumah.ANGGARAN: buku.data.anggaran,
        Rumah.LAPORAN: buku.laporan,
        Rumah.BUKU: buku,
    }
    rekaman: tuple[Any, ...] = getattr(rumah[lembar.rumah], lembar.tempat)
    return rekaman
