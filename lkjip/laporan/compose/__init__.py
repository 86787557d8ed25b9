"""Compose: one workbook → the report as a tree of nodes. This package alone knows the outline; it computes nothing.

Every figure is a named besaran wrapped in an `Angka` with its identity; every sentence that the agency has not written
is made from such figures; what is missing is said in its place.
"""

from __future__ import annotations

from dataclasses import dataclass

from lkjip.data import BukuKerja
from lkjip.laporan.compose import triwulan
from lkjip.laporan.compose.bab1 import bab1
from lkjip.laporan.compose.bab2 import bab2
from lkjip.laporan.compose.bab3 import bab3
from lkjip.laporan.compose.bab4 import bab4
from lkjip.laporan.compose.ikhtisar import ikhtisar
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.lampiran import lampiran
from lkjip.laporan.compose.pengantar import daftar_daftar, kata_pengantar
from lkjip.laporan.compose.ruas import Ruas, urut_baca
from lkjip.laporan.compose.rujukan import selesaikan
from lkjip.laporan.compose.sampul import kaki, masa, nama_laporan, sampul
from lkjip.laporan.isi import Bab, Dokumen

__all__ = ["Naskah", "compose", "compose_naskah", "susun_naskah"]


@dataclass(frozen=True)
class Naskah:
    """The report, and the places where text may stand in it, in reading order."""

    dokumen: Dokumen
    daftar_ruas: tuple[Ruas, ...]


def compose(buku: BukuKerja) -> Dokumen:
    """The annual LKjIP (PermenPANRB 53/2014), or the short quarterly report where `jenis_laporan` says so."""
    return compose_naskah(buku).dokumen


def compose_naskah(buku: BukuKerja) -> Naskah:
    """The same with what its editor needs."""
    return susun_naskah(Konteks(buku.pada(buku.hari_laporan)))


def susun_naskah(ktx: Konteks) -> Naskah:
    """The same out of a context that no chapter has been asked for yet."""
    laporan = ktx.laporan
    dokumen = Dokumen(
        judul=f"{nama_laporan(ktx)} {masa(ktx)} {ktx.nama}",
        penulis=ktx.nama,
        kaki=kaki(ktx),
        tanggal=laporan.identitas.tanggal_laporan,
        sampul=sampul(ktx),
        bab=triwulan.daftar_bab(ktx) if ktx.triwulanan else _tahunan(ktx),
        subjek="Akuntabilitas kinerja instansi pemerintah",
        kata_kunci=("LKjIP", "SAKIP", ktx.singkatan, str(ktx.tahun)),
        kertas=laporan.tema.kertas,
        tema=laporan.tema,
    )
    utuh = selesaikan(dokumen, laporan) if ktx.ada_rujukan else dokumen
    return Naskah(utuh, urut_baca(dokumen, ktx.daftar_ruas))


def _tahunan(ktx: Konteks) -> tuple[Bab, ...]:
    """The order of the report; Bab I to IV claim their narrative first, so that the rest lands in the annexes."""
    pengantar, ringkasan = kata_pengantar(ktx), ikhtisar(ktx)
    isi = (bab1(ktx), bab2(ktx), bab3(ktx), bab4(ktx))
    return (pengantar, ringkasan, *daftar_daftar(), *isi, *lampiran(ktx))
