"""The planning documents for the command line: out of a workbook alone, or out of the database."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.management.base import CommandError
from django.db import DatabaseError

from lkjip.halaman.unit import unit_penanggung_jawab
from lkjip.laporan.compose.dokumen_bagian import kepala_buku, profil_buku
from lkjip.laporan.compose.dokumen_iku import dokumen_iku
from lkjip.laporan.compose.dokumen_perjanjian import dokumen_perjanjian
from lkjip.laporan.compose.dokumen_rencana_aksi import dokumen_rencana_aksi
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.perjanjian import daftar_versi, lembar_buku
from lkjip.laporan.data_dokumen import BagianUnit, LembarJanji, PihakJanji
from lkjip.laporan.data_penyusunan import JenisBerkas, Pesanan
from lkjip.laporan.isi import Dokumen, Kertas
from lkjip.management.sumber_buku import buka_buku, galat_basis_data
from renstra.data import Versi
from renstra.data_pejabat import jabatan_unit
from renstra.data_unit import PetaUnit, Unit

JENIS_DOKUMEN = ("pk", "rencana-aksi", "iku")
_JENIS = dict(zip(JENIS_DOKUMEN, (JenisBerkas.PERJANJIAN, JenisBerkas.RENCANA_AKSI, JenisBerkas.IKU), strict=True))


@dataclass(frozen=True)
class Permintaan:
    """`versi` None: the one in force. `unit` '': the head's sheet."""

    jenis: str
    versi: Versi | None = None
    unit: str = ""
    kertas: Kertas = Kertas.A4


def susun_dokumen(sumber: str, tahun: int | None, minta: Permintaan) -> Dokumen:
    """Raises CommandError where the source, or the unit, is not there."""
    if tahun is None:
        return _dari_buku(sumber, minta)
    try:
        return _dari_basis_data(sumber, tahun, minta)
    except DatabaseError as galat:
        raise galat_basis_data(galat) from galat


def _versi(ktx: Konteks, minta: Permintaan) -> Versi:
    return minta.versi or next(reversed(daftar_versi(ktx)), Versi.MURNI)


def _dari_buku(sumber: str, minta: Permintaan) -> Dokumen:
    ktx = Konteks(buka_buku(sumber))
    profil = profil_buku(ktx)
    if minta.jenis == "pk":
        janji = lembar_buku(ktx, _versi(ktx, minta))
        return dokumen_perjanjian(
            ktx, _janji_unit(ktx, janji, minta.unit) if minta.unit else janji, profil, minta.kertas
        )
    susun = dokumen_iku if minta.jenis == "iku" else dokumen_rencana_aksi
    return susun(ktx, profil, minta.kertas)


def _janji_unit(ktx: Konteks, kepala: LembarJanji, nama: str) -> LembarJanji:
    """The workbook knows a unit by the texts that name it, and nobody who leads it."""
    peta = unit_penanggung_jawab(ktx.data, PetaUnit((Unit(1, nama),)))
    bagian = BagianUnit(
        nama,
        frozenset(kode for kode, milik in peta.per_indikator.items() if milik),
        frozenset(kode for kode, milik in peta.per_anggaran.items() if milik),
    )
    return LembarJanji(kepala.versi, PihakJanji(jabatan_unit(nama)), kepala_buku(ktx), kepala.tempat, None, bagian)


def _dari_basis_data(kode: str, tahun: int, minta: Permintaan) -> Dokumen:
    from lkjip.perencanaan.selectors_susun import load_dokumen, ruang_bersama
    from renstra.selectors import ambil_tahun_kinerja
    from renstra.selectors_unit import daftar_unit

    baris = ambil_tahun_kinerja(kode, tahun)
    if baris is None:
        raise CommandError(f"Instansi '{kode}' tahun {tahun} tidak ada di basis data.")
    unit = daftar_unit(baris.instansi).filter(nama=minta.unit).first() if minta.unit else None
    if minta.unit and unit is None:
        raise CommandError(f"Unit kerja '{minta.unit}' tidak ada pada instansi {kode}.")
    pesanan = Pesanan(_JENIS[minta.jenis], versi=minta.versi, unit=unit.pk if unit else None, kertas=minta.kertas)
    return load_dokumen(ruang_bersama(baris), pesanan)
