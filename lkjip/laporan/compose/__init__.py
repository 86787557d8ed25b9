"""Compose: one workbook → the report as a tree of nodes. This package alone knows the outline; it computes nothing.

Every figure is a named besaran wrapped in an `Angka` with its identity; every sentence that the agency has not written
is made from such figures; what is missing is said in its place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from lkjip.data import BukuKerja
from lkjip.laporan.compose import bidang, triwulan
from lkjip.laporan.compose.bab1 import bab1
from lkjip.laporan.compose.bab2 import bab2
from lkjip.laporan.compose.bab3 import bab3
from lkjip.laporan.compose.bab4 import bab4
from lkjip.laporan.compose.ikhtisar import ikhtisar
from lkjip.laporan.compose.kalimat import kurang
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.lampiran import lampiran
from lkjip.laporan.compose.pengantar import daftar_daftar, kata_pengantar
from lkjip.laporan.compose.ruas import Ruas, urut_baca
from lkjip.laporan.compose.rujukan import selesaikan
from lkjip.laporan.compose.sampul import kaki, masa, nama_laporan, sampul
from lkjip.laporan.data_pilihan import PilihanLaporan, laporan_pilihan, nama_tersimpan
from lkjip.laporan.isi import Bab, Dokumen

__all__ = ["Naskah", "compose", "compose_naskah"]


@dataclass(frozen=True)
class Naskah:
    """The report, and the places where text may stand in it, in reading order."""

    dokumen: Dokumen
    daftar_ruas: tuple[Ruas, ...]


_SEBAGAIMANA_BUKU = PilihanLaporan()


def compose(buku: BukuKerja, pilihan: PilihanLaporan = _SEBAGAIMANA_BUKU) -> Dokumen:
    """The annual LKjIP (PermenPANRB 53/2014), or the short quarterly report where `jenis_laporan` says so; `pilihan`
    asks for another of the year's reports."""
    return compose_naskah(buku, pilihan).dokumen


def compose_naskah(buku: BukuKerja, pilihan: PilihanLaporan = _SEBAGAIMANA_BUKU) -> Naskah:
    """The same with what its editor needs."""
    asal, buku = buku.laporan, buku_pilihan(buku, pilihan)
    ktx = Konteks(buku.pada(buku.hari_laporan))
    ktx.unit = pilihan.unit
    dokumen = Dokumen(
        judul=f"{nama_laporan(ktx)} {masa(ktx)} {ktx.nama}",
        penulis=ktx.nama,
        kaki=kaki(ktx),
        tanggal=buku.laporan.identitas.tanggal_laporan,
        sampul=sampul(ktx),
        bab=_daftar_bab(ktx, pilihan),
        subjek="Akuntabilitas kinerja instansi pemerintah",
        kata_kunci=("LKjIP", "SAKIP", ktx.singkatan, str(ktx.tahun)),
        kertas=buku.laporan.tema.kertas,
        tema=buku.laporan.tema,
    )
    utuh = selesaikan(dokumen, buku.laporan) if ktx.ada_rujukan else dokumen
    daftar = (replace(r, bagian=nama_tersimpan(asal, pilihan, r.bagian)) for r in urut_baca(dokumen, ktx.daftar_ruas))
    return Naskah(utuh, tuple(daftar))


def buku_pilihan(buku: BukuKerja, pilihan: PilihanLaporan) -> BukuKerja:
    """The workbook as the chosen report reads it."""
    return replace(buku, laporan=laporan_pilihan(buku.laporan, pilihan))


def _daftar_bab(ktx: Konteks, pilihan: PilihanLaporan) -> tuple[Bab, ...]:
    if pilihan.unit is not None:
        isi = bidang.daftar_bab(ktx, pilihan.unit)
    else:
        isi = triwulan.daftar_bab(ktx) if ktx.triwulanan else _tahunan(ktx)
    if not pilihan.sementara or not isi:
        return isi
    pesan = kurang("Angka dalam laporan ini masih sementara: datanya belum disetujui kepala perangkat daerah.")
    return (replace(isi[0], isi=(pesan, *isi[0].isi)), *isi[1:])


def _tahunan(ktx: Konteks) -> tuple[Bab, ...]:
    """The order of the report; Bab I to IV claim their narrative first, so that the rest lands in the annexes."""
    pengantar, ringkasan = kata_pengantar(ktx), ikhtisar(ktx)
    isi = (bab1(ktx), bab2(ktx), bab3(ktx), bab4(ktx))
    return (pengantar, ringkasan, *daftar_daftar(), *isi, *lampiran(ktx))
