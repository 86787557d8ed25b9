"""The chooser of a year's reports: of which period, of which unit."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from lkjip.dasar.periode import DAFTAR_TRIWULAN, akhir_triwulan, nama_triwulan
from lkjip.laporan.data import DataLaporan
from lkjip.laporan.data_pilihan import PilihanLaporan
from renstra.data_unit import PetaUnit


@dataclass(frozen=True)
class Pilihan:
    """An option of a list."""

    nilai: str
    nama: str
    terpilih: bool


@dataclass(frozen=True)
class PemilihLaporan:
    """`kueri`: what stands behind an address so that it means the chosen report; '' for the year's own. `pesan`: why
    the report that is shown is not yet whole."""

    daftar_masa: tuple[Pilihan, ...]
    daftar_unit: tuple[Pilihan, ...]
    kueri: str
    pesan: str = ""


def kueri_pilihan(triwulan: int | None, unit: int | None) -> str:
    """`?triwulan=2&unit=7`, or as much of it as is chosen."""
    bagian = [f"{nama}={nilai}" for nama, nilai in (("triwulan", triwulan), ("unit", unit)) if nilai is not None]
    return f"?{'&'.join(bagian)}" if bagian else ""


def nama_pilihan(pilihan: PilihanLaporan) -> str:
    """The chosen report in words; '' where it is the year's own."""
    unit = pilihan.unit.bagian.nama if pilihan.unit else ""
    return " · ".join(filter(None, (nama_triwulan(pilihan.triwulan) if pilihan.triwulan else "", unit)))


def pemilih_laporan(
    laporan: DataLaporan, peta: PetaUnit, milik: Collection[int], *,
    tahun: int, triwulan: int | None, unit: int | None, hari: date,
) -> PemilihLaporan:  # fmt: skip
    """`milik`: the units whose planner asks; they stand first."""
    asal = laporan.identitas
    nama = f"Laporan {nama_triwulan(asal.triwulan)}" if asal.triwulan else f"Setahun (LKjIP {tahun})"
    masa = [Pilihan("", f"Tahun {tahun}" if unit is not None else nama, triwulan is None)]
    masa += [Pilihan(str(t), _nama(tahun, t, hari), t == triwulan) for t in DAFTAR_TRIWULAN]
    urut = sorted(peta.daftar, key=lambda u: u.pk not in milik)
    daftar = [Pilihan("", "Seluruh perangkat daerah", unit is None)]
    daftar += [Pilihan(str(u.pk), f"{u.nama} (unit Anda)" if u.pk in milik else u.nama, u.pk == unit) for u in urut]
    pesan = ""
    if laporan.khusus and triwulan and akhir_triwulan(tahun, triwulan) >= hari:
        pesan = f"{nama_triwulan(triwulan)} belum berakhir. Yang ditampilkan baru rencana dan data yang sudah diisi."
    elif laporan.khusus and laporan.pilihan.sementara:
        pesan = "Data triwulan ini belum disetujui kepala perangkat daerah, jadi laporannya masih sementara."
    return PemilihLaporan(tuple(masa), tuple(daftar), kueri_pilihan(triwulan, unit), pesan)


def _nama(tahun: int, triwulan: int, hari: date) -> str:
    return f"{nama_triwulan(triwulan)}{' (belum berakhir)' if akhir_triwulan(tahun, triwulan) >= hari else ''}"
