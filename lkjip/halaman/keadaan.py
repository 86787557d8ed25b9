"""A quarter as it was at a moment beside what it is today: figures of both asked from `hitung`, compared here. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from anggaran.data import Anggaran
from lkjip.besaran import SelisihDisetujui, selisih_disetujui
from lkjip.data_keadaan import IsiTriwulan
from lkjip.laporan.compose.kalimat import nama_rapi
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.isi import Angka, Sebaris, Teks
from renstra.data import Indikator

_TIADA: tuple[Sebaris, ...] = (Teks("tidak ada"),)
_UANG = ("pagu", "realisasi_anggaran", "serapan")
_NAMA_BESARAN = {"capaian": "Capaian", "kategori_capaian": "Kategori"}
_PETAK_INDIKATOR = ("Target", "Realisasi", "Capaian", "Kategori", "Analisis", "Bukti")
_PETAK_ANGGARAN = ("Pagu", "Realisasi", "Serapan")
_Sel = tuple[tuple[Sebaris, ...], ...]
_Isi = Callable[[str], _Sel]
_PerKode = Mapping[str, Indikator] | Mapping[str, Anggaran]


@dataclass(frozen=True)
class Petak:
    """A cell then and now."""

    nama: str
    dulu: tuple[Sebaris, ...]
    kini: tuple[Sebaris, ...]

    @property
    def beda(self) -> bool:
        return [_isi(s) for s in self.dulu] != [_isi(s) for s in self.kini]


@dataclass(frozen=True)
class BarisKeadaan:
    """An indicator or a budget row; `keterangan` says where it is in one of both plans only."""

    kode: str
    nama: str
    daftar_petak: tuple[Petak, ...]
    keterangan: str = ""

    @property
    def beda(self) -> bool:
        return any(petak.beda for petak in self.daftar_petak)


@dataclass(frozen=True)
class KeadaanTriwulan:
    daftar_indikator: tuple[BarisKeadaan, ...]
    daftar_anggaran: tuple[BarisKeadaan, ...]

    @property
    def indikator_beda(self) -> int:
        return sum(baris.beda for baris in self.daftar_indikator)

    @property
    def anggaran_beda(self) -> int:
        return sum(baris.beda for baris in self.daftar_anggaran)


@dataclass(frozen=True)
class SelisihTampil:
    """An accepted figure and what today's plan would make of it, ready to show."""

    nama: str
    besaran: str
    disetujui: Angka
    kini: tuple[Sebaris, ...]


def _isi(satu: Sebaris) -> object:
    """What a reader sees of it; how the figure came about may differ."""
    return (satu.hasil.nilai, satu.hasil.keadaan) if isinstance(satu, Angka) else satu


def keadaan_triwulan(
    dulu: Konteks, kini: Konteks, isi_dulu: IsiTriwulan, isi_kini: IsiTriwulan, triwulan: int
) -> KeadaanTriwulan:
    """The quarter then and now, row by row."""
    return KeadaanTriwulan(
        _daftar_baris(
            _PETAK_INDIKATOR,
            dulu.renstra.indikator_per_kode,
            kini.renstra.indikator_per_kode,
            lambda kode: _isi_indikator(dulu, isi_dulu, kode, triwulan),
            lambda kode: _isi_indikator(kini, isi_kini, kode, triwulan),
        ),
        _daftar_baris(
            _PETAK_ANGGARAN,
            dulu.anggaran.anggaran_per_kode,
            kini.anggaran.anggaran_per_kode,
            lambda kode: _isi_anggaran(dulu, kode, triwulan),
            lambda kode: _isi_anggaran(kini, kode, triwulan),
        ),
    )


def _daftar_baris(
    nama_petak: tuple[str, ...], dulu: _PerKode, kini: _PerKode, isi_dulu: _Isi, isi_kini: _Isi
) -> tuple[BarisKeadaan, ...]:
    """Rows of then in their order, then those that have come since."""
    hasil = []
    for kode in dict.fromkeys([*dulu, *kini]):
        baris = dulu.get(kode) or kini[kode]
        lama = isi_dulu(kode) if kode in dulu else None
        baru = isi_kini(kode) if kode in kini else None
        tiada = (_TIADA,) * len(nama_petak)
        petak = tuple(Petak(*satu) for satu in zip(nama_petak, lama or tiada, baru or tiada, strict=True))
        keterangan = "belum ada saat itu" if lama is None else "" if baru is not None else "kini tidak ada lagi"
        hasil.append(BarisKeadaan(kode, nama_rapi(baris.uraian, kode), petak, keterangan))
    return tuple(hasil)


def _isi_indikator(konteks: Konteks, isi: IsiTriwulan, kode: str, triwulan: int) -> _Sel:
    return (
        konteks.target(kode, triwulan=triwulan),
        konteks.realisasi(kode, triwulan=triwulan),
        (konteks.angka("capaian", kode, triwulan=triwulan),),
        (konteks.angka("kategori_capaian", kode, triwulan=triwulan),),
        (Teks(str(isi.banyak_analisis(kode))),),
        (Teks(str(isi.banyak_bukti(kode))),),
    )


def _isi_anggaran(konteks: Konteks, kode: str, triwulan: int) -> _Sel:
    return tuple((konteks.angka(b, kode, triwulan=triwulan, polos=True),) for b in _UANG)


def daftar_selisih(konteks: Konteks, triwulan: int) -> tuple[SelisihTampil, ...]:
    """Accepted figures that today's plan would make others."""
    return tuple(_selisih(konteks, satu, triwulan) for satu in selisih_disetujui(konteks.data, triwulan))


def _selisih(konteks: Konteks, satu: SelisihDisetujui, triwulan: int) -> SelisihTampil:
    angka = konteks.angka(satu.besaran, satu.subjek, triwulan=triwulan)
    indikator = konteks.renstra.indikator_per_kode.get(satu.subjek)
    return SelisihTampil(
        nama=konteks.nama_indikator(indikator) if indikator else satu.subjek,
        besaran=_NAMA_BESARAN[satu.besaran],
        disetujui=angka,
        kini=(replace(angka, hasil=satu.kini),),
    )
