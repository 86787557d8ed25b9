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
from lkjip.laporan.compose.pernyataan_reviu import lampiran_pernyataan
from lkjip.laporan.compose.pertanggungjawaban import pertanggungjawaban
from lkjip.laporan.compose.perubahan_data import perubahan_data
from lkjip.laporan.compose.pilihan import laporan_pilihan, ruas_tersimpan
from lkjip.laporan.compose.ruas import Ruas, urut_baca
from lkjip.laporan.compose.rujukan import selesaikan
from lkjip.laporan.compose.sampul import kaki, masa, nama_laporan, sampul
from lkjip.laporan.data_pilihan import PilihanLaporan
from lkjip.laporan.isi import Bab, Dokumen

__all__ = ["Naskah", "compose", "compose_naskah", "susun_naskah"]


@dataclass(frozen=True)
class Naskah:
    """The report, and the places where text may stand in it, in reading order."""

    dokumen: Dokumen
    daftar_ruas: tuple[Ruas, ...]


def compose(buku: BukuKerja, pilihan: PilihanLaporan | None = None) -> Dokumen:
    """The annual LKjIP (PermenPANRB 53/2014), or the short quarterly report where `jenis_laporan` says so; `pilihan`
    asks for another of the year's reports than the workbook carries (`DataLaporan.pilihan`)."""
    return compose_naskah(buku, pilihan).dokumen


def compose_naskah(buku: BukuKerja, pilihan: PilihanLaporan | None = None) -> Naskah:
    """The same with what its editor needs."""
    if pilihan is not None:
        buku = replace(buku, laporan=replace(buku.laporan, pilihan=pilihan))
    return susun_naskah(Konteks(buku.pada(buku.hari_laporan)))


def susun_naskah(ktx: Konteks) -> Naskah:
    """The same out of a context that no chapter has been asked for yet."""
    asal = ktx.laporan
    ktx.laporan = laporan = laporan_pilihan(asal)
    dokumen = Dokumen(
        judul=f"{nama_laporan(ktx)} {masa(ktx)} {ktx.nama}",
        penulis=ktx.nama,
        kaki=kaki(ktx),
        tanggal=laporan.identitas.tanggal_laporan,
        sampul=sampul(ktx),
        bab=_daftar_bab(ktx),
        subjek="Akuntabilitas kinerja instansi pemerintah",
        kata_kunci=("LKjIP", "SAKIP", ktx.singkatan, str(ktx.tahun)),
        kertas=laporan.tema.kertas,
        tema=laporan.tema,
    )
    utuh = selesaikan(dokumen, laporan) if ktx.ada_rujukan else dokumen
    return Naskah(utuh, tuple(ruas_tersimpan(asal, r) for r in urut_baca(dokumen, ktx.daftar_ruas)))


def _daftar_bab(ktx: Konteks) -> tuple[Bab, ...]:
    if ktx.unit is not None:
        isi = bidang.daftar_bab(ktx, ktx.unit)
    else:
        isi = triwulan.daftar_bab(ktx) if ktx.triwulanan else _tahunan(ktx)
        isi = (*isi, *pertanggungjawaban(ktx), *perubahan_data(ktx), *lampiran_pernyataan(ktx))
    if not ktx.laporan.pilihan.sementara or not isi:
        return isi
    pesan = kurang("Angka dalam laporan ini masih sementara: datanya belum disetujui kepala perangkat daerah.")
    return (replace(isi[0], isi=(pesan, *isi[0].isi)), *isi[1:])


def _tahunan(ktx: Konteks) -> tuple[Bab, ...]:
    """The order of the report; Bab I to IV claim their narrative first, so that the rest lands in the annexes."""
    pengantar, ringkasan = kata_pengantar(ktx), ikhtisar(ktx)
    isi = (bab1(ktx), bab2(ktx), bab3(ktx), bab4(ktx))
    return (pengantar, ringkasan, *daftar_daftar(), *isi, *lampiran(ktx))
