"""The workbook with the report that a command was asked for: of a quarter, of a unit."""

from __future__ import annotations

from dataclasses import replace

from django.core.management.base import CommandError
from django.db import DatabaseError

from lkjip.data import BukuKerja, DataInstansi
from lkjip.halaman.unit import unit_penanggung_jawab
from lkjip.laporan.data_dokumen import BagianUnit, PihakJanji
from lkjip.laporan.data_pilihan import PilihanLaporan, UnitPelapor
from lkjip.management.sumber_buku import buka_buku, buka_sumber, galat_basis_data
from renstra.data_pejabat import jabatan_unit
from renstra.data_unit import PetaUnit, Unit, baku


def buka_pilihan(sumber: str, tahun: int | None, triwulan: int | None, unit: str) -> BukuKerja:
    """As `buka_sumber`; without a choice the same. Raises CommandError, naming the units that there are."""
    if triwulan is None and not unit:
        return buka_sumber(sumber, tahun)
    if tahun is None:
        buku = buka_buku(sumber)
        pelapor = _pelapor(buku.data, unit) if unit else None
        pilihan = PilihanLaporan(triwulan=triwulan, unit=pelapor)
        return replace(buku, laporan=replace(buku.laporan, pilihan=pilihan))
    try:
        return _tersimpan(sumber, tahun, triwulan, unit)
    except DatabaseError as galat:
        raise galat_basis_data(galat) from galat


def _pelapor(data: DataInstansi, nama: str) -> UnitPelapor:
    """A workbook knows units only by the texts that name who answers."""
    milik = unit_penanggung_jawab(data, PetaUnit((Unit(1, nama),)))
    indikator = frozenset(kode for kode, pk in milik.per_indikator.items() if pk)
    anggaran = frozenset(kode for kode, pk in milik.per_anggaran.items() if pk)
    if not indikator and not anggaran:
        teks = {i.penanggung_jawab for i in data.renstra.daftar_indikator}
        teks |= {t for a in data.anggaran.daftar_anggaran for t in (a.penanggung_jawab, a.unit)}
        raise _tidak_ada(nama, sorted(filter(None, map(str.strip, teks))))
    return UnitPelapor(BagianUnit(nama, indikator, anggaran), PihakJanji(jabatan_unit(nama)))


def _tersimpan(kode: str, tahun: int, triwulan: int | None, nama: str) -> BukuKerja:
    from lkjip.perencanaan.selectors_pilihan import load_buku_pilihan
    from renstra.selectors import ambil_tahun_kinerja
    from renstra.selectors_unit import load_unit

    tahun_kinerja = ambil_tahun_kinerja(kode, tahun)
    if tahun_kinerja is None:
        return buka_sumber(kode, tahun)  # which says what there is
    if not nama:
        return load_buku_pilihan(tahun_kinerja, triwulan)
    peta = load_unit(tahun_kinerja.instansi)
    pk = next((u.pk for u in peta.daftar if baku(u.nama) == baku(nama)), None)
    if pk is None:
        raise _tidak_ada(nama, [u.nama for u in peta.daftar])
    return load_buku_pilihan(tahun_kinerja, triwulan, pk)


def _tidak_ada(nama: str, ada: list[str]) -> CommandError:
    return CommandError(f"Unit kerja “{nama}” tidak ada. Yang ada: {'; '.join(ada) or 'belum ada satu pun'}.")
