"""Recommendations as the pages of their follow-up show them. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kinerja.data_evaluasi import KeadaanTindakLanjut
from kinerja.data_rekomendasi import RENTANG_UMUR, SEBUTAN_KEADAAN, ButirRekomendasi, KelompokUmur
from lkjip.dasar.periode import tulis_tanggal

_WARNA = {
    KeadaanTindakLanjut.BELUM: "",
    KeadaanTindakLanjut.PROSES: "lencana--utama",
    KeadaanTindakLanjut.DIAJUKAN: "lencana--awas",
    KeadaanTindakLanjut.DIKEMBALIKAN: "lencana--bahaya",
    KeadaanTindakLanjut.SELESAI: "lencana--baik",
    KeadaanTindakLanjut.TIDAK_DAPAT: "",
}
SEMUA = "semua"


@dataclass(frozen=True)
class BarisRekomendasi:
    """One recommendation on the day that the page is read."""

    butir: ButirRekomendasi
    hari: date
    boleh_lapor: bool = False

    @property
    def warna(self) -> str:
        return _WARNA[self.butir.keadaan]

    @property
    def lewat(self) -> int:
        return self.butir.lewat(self.hari)

    @property
    def umur(self) -> int | None:
        """Of an open one."""
        return self.butir.umur(self.hari) if self.butir.terbuka else None

    @property
    def batas(self) -> str:
        """`31 Desember 2025, lewat 12 hari`."""
        if self.butir.batas_waktu is None:
            return "tanpa batas waktu"
        tertulis = tulis_tanggal(self.butir.batas_waktu)
        if not self.butir.terbuka:
            return tertulis
        sisa = (self.butir.batas_waktu - self.hari).days
        if sisa < 0:
            return f"{tertulis}, lewat {-sisa} hari"
        return f"{tertulis}, {f'{sisa} hari lagi' if sisa else 'hari ini'}"


@dataclass(frozen=True)
class Pilihan:
    """A way of narrowing the list, with how many it leaves. `nilai` '' takes it away."""

    nilai: str
    nama: str
    banyak: int
    terpilih: bool


def daftar_baris(
    daftar: Iterable[ButirRekomendasi], hari: date, boleh_lapor: Callable[[int | None], bool] = lambda unit: False
) -> tuple[BarisRekomendasi, ...]:
    """`boleh_lapor`: whether the reader may report where this unit (pk) answers for the recommendation."""
    return tuple(BarisRekomendasi(b, hari, b.terbuka and b.menunggu is None and boleh_lapor(b.pk_unit)) for b in daftar)


def pilihan_keadaan(hitungan: Mapping[str, int], terpilih: str) -> tuple[Pilihan, ...]:
    """Open ones first, then each state, then all."""
    per_keadaan = [(k.value, sebutan, hitungan[f"keadaan_{k.value}"]) for k, sebutan in SEBUTAN_KEADAAN.items()]
    daftar = [("", "masih terbuka", hitungan["terbuka"]), *per_keadaan, (SEMUA, "semua", hitungan["semua"])]
    return tuple(Pilihan(nilai, nama, banyak, nilai == terpilih) for nilai, nama, banyak in daftar)


def pilihan_umur(hitungan: Mapping[str, int], terpilih: KelompokUmur | None) -> tuple[Pilihan, ...]:
    """Of the open ones, by days since the LHE."""
    return tuple(Pilihan(k.value, _sebutan(k), hitungan[f"umur_{k.name}"], k is terpilih) for k in KelompokUmur)


def _sebutan(kelompok: KelompokUmur) -> str:
    """`≤ 30 hari`, `31–90 hari`, `> 365 hari`."""
    awal, akhir = RENTANG_UMUR[kelompok]
    if akhir is None:
        return f"> {awal - 1} hari"
    return f"{awal}–{akhir} hari" if awal else f"≤ {akhir} hari"


KEPALA_TABEL: Sequence[str] = (
    *("Instansi", "Tahun dievaluasi", "Tanggal LHE", "Komponen", "Temuan", "Rekomendasi", "Kali direkomendasikan"),
    *("Keadaan", "Batas waktu", "Umur (hari)", "Lewat (hari)", "Unit", "Penanggung jawab"),
    *("Laporan terakhir", "Tanggal laporan", "Catatan pemeriksa"),
)


def isi_tabel(daftar: Iterable[BarisRekomendasi]) -> list[tuple[str | int | date | None, ...]]:
    """The rows under KEPALA_TABEL."""
    return [_baris_tabel(b) for b in daftar]


def _baris_tabel(baris: BarisRekomendasi) -> tuple[str | int | date | None, ...]:
    b, akhir = baris.butir, baris.butir.terakhir
    return (
        b.instansi, b.tahun, b.tanggal_lhe, b.komponen, b.temuan, b.rekomendasi, b.kali, b.sebutan, b.batas_waktu,
        baris.umur, baris.lewat or None, b.unit, b.penanggung_jawab,
        *((akhir.uraian, akhir.waktu.date(), akhir.catatan_putusan) if akhir else (None, None, None)),
    )  # fmt: skip
