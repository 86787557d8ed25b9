"""What an import changes, sheet by sheet: two workbooks compared as values. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from itertools import zip_longest
from typing import Any

from lkjip.buku_kerja import skema
from lkjip.buku_kerja.jenis import Lembar
from lkjip.buku_kerja.writers.isi import ambil_rekaman, nilai_kunci
from lkjip.dasar.rekaman import bentuk_baku
from lkjip.data import BukuKerja
from lkjip.laporan.data import TabelBebas


class AksiBaris(StrEnum):
    TAMBAH = "tambah"
    UBAH = "ubah"
    HAPUS = "hapus"


@dataclass(frozen=True)
class PerubahanSel:
    kolom: str
    lama: object
    baru: object


@dataclass(frozen=True)
class PerubahanBaris:
    """`kunci` names the row for people; `daftar_sel`: the cells that differ (new or removed row: the filled ones)."""

    aksi: AksiBaris
    kunci: str
    daftar_sel: tuple[PerubahanSel, ...]


@dataclass(frozen=True)
class PerubahanLembar:
    lembar: str
    daftar_baris: tuple[PerubahanBaris, ...] = ()
    urutan_berubah: bool = False

    def banyak(self, aksi: AksiBaris) -> int:
        return sum(baris.aksi is aksi for baris in self.daftar_baris)

    @property
    def banyak_tambah(self) -> int:
        return self.banyak(AksiBaris.TAMBAH)

    @property
    def banyak_ubah(self) -> int:
        return self.banyak(AksiBaris.UBAH)

    @property
    def banyak_hapus(self) -> int:
        return self.banyak(AksiBaris.HAPUS)


def bandingkan(lama: BukuKerja | None, baru: BukuKerja) -> tuple[PerubahanLembar, ...]:
    """The sheets that differ, in the order of the workbook. `lama` None: there was nothing before."""
    hasil = []
    for nama in skema.URUTAN_LEMBAR:
        if nama in skema.LEMBAR_KUNCI_NILAI:
            hasil.append(_bandingkan_kunci(nama, lama, baru))
        else:
            lembar = skema.LEMBAR_PER_NAMA[nama]
            daftar_lama = ambil_rekaman(lama, lembar) if lama is not None else ()
            hasil.append(_bandingkan_baris(lembar, daftar_lama, ambil_rekaman(baru, lembar)))
    hasil += _bandingkan_tabel(lama.laporan.daftar_tabel if lama else (), baru.laporan.daftar_tabel)
    return tuple(lembar for lembar in hasil if lembar.daftar_baris or lembar.urutan_berubah)


def _aksi(dari: object, ke: object) -> AksiBaris:
    if dari is None:
        return AksiBaris.TAMBAH
    return AksiBaris.HAPUS if ke is None else AksiBaris.UBAH


def _bandingkan_kunci(nama: str, lama: BukuKerja | None, baru: BukuKerja) -> PerubahanLembar:
    """Sheets of kunci and nilai: one row per key that differs."""
    isi_lama, isi_baru = _isi_kunci(nama, lama), _isi_kunci(nama, baru)
    baris = []
    for kunci in dict.fromkeys([*isi_lama, *isi_baru]):
        dari, ke = isi_lama.get(kunci), isi_baru.get(kunci)
        if bentuk_baku(dari) != bentuk_baku(ke):
            baris.append(PerubahanBaris(_aksi(dari, ke), kunci, (PerubahanSel("nilai", dari, ke),)))
    return PerubahanLembar(nama, tuple(baris))


def _isi_kunci(nama: str, buku: BukuKerja | None) -> dict[str, object]:
    isi = nilai_kunci(buku, nama) if buku is not None else {}
    return {kunci: nilai for kunci, nilai in isi.items() if nilai not in (None, "")}


def _bandingkan_baris(lembar: Lembar, lama: Sequence[Any], baru: Sequence[Any]) -> PerubahanLembar:
    """Rows with a key match by it. Where rows may repeat, equal rows match first, then what is left in its order."""
    pasangan = _pasangan_berkunci(lembar, lama, baru) if lembar.kunci else _pasangan_bebas(lama, baru)
    baris = tuple(_baris(lembar, dari, ke) for dari, ke in pasangan if bentuk_baku(dari) != bentuk_baku(ke))
    sama_isi = not baris and len(lama) == len(baru)
    berpindah = sama_isi and [bentuk_baku(b) for b in lama] != [bentuk_baku(b) for b in baru]
    return PerubahanLembar(lembar.nama, baris, berpindah)


def _pasangan_berkunci(lembar: Lembar, lama: Sequence[Any], baru: Sequence[Any]) -> list[tuple[Any, Any]]:
    def kunci(rekaman: Any) -> Hashable:
        return tuple(getattr(rekaman, nama) for nama in lembar.kunci)

    per_kunci = {kunci(rekaman): rekaman for rekaman in lama}
    pasangan = [(per_kunci.pop(kunci(rekaman), None), rekaman) for rekaman in baru]
    return pasangan + [(rekaman, None) for rekaman in per_kunci.values()]


def _pasangan_bebas(lama: Sequence[Any], baru: Sequence[Any]) -> list[tuple[Any, Any]]:
    return list(zip_longest(_tanpa_kembaran(lama, baru), _tanpa_kembaran(baru, lama)))


def _tanpa_kembaran(daftar: Sequence[Any], lain: Sequence[Any]) -> list[Any]:
    """`daftar` without the rows that stand in `lain` too, each left out as often as it does."""
    tersedia = Counter(map(bentuk_baku, lain))
    sisa = []
    for rekaman in daftar:
        isi = bentuk_baku(rekaman)
        if tersedia[isi]:
            tersedia[isi] -= 1
        else:
            sisa.append(rekaman)
    return sisa


def _baris(lembar: Lembar, dari: Any, ke: Any) -> PerubahanBaris:
    acuan = dari if ke is None else ke
    kolom = lembar.kunci or tuple(k.nama for k in lembar.kolom if k.wajib)
    kunci = " ".join(str(getattr(acuan, nama)) for nama in kolom if getattr(acuan, nama) not in (None, ""))
    sel = []
    for nama in (k.nama for k in lembar.kolom):
        lama, baru = (getattr(rekaman, nama) if rekaman is not None else None for rekaman in (dari, ke))
        if bentuk_baku(lama) != bentuk_baku(baru) and not (lama in (None, "") and baru in (None, "")):
            sel.append(PerubahanSel(nama, lama, baru))
    return PerubahanBaris(_aksi(dari, ke), kunci, tuple(sel))


def _bandingkan_tabel(lama: Sequence[TabelBebas], baru: Sequence[TabelBebas]) -> list[PerubahanLembar]:
    """A free table is one thing: added, changed or removed as a whole."""
    per_nama = {tabel.nama: tabel for tabel in lama}
    hasil = []
    for dari, ke in [(per_nama.pop(t.nama, None), t) for t in baru] + [(t, None) for t in per_nama.values()]:
        if bentuk_baku(dari) == bentuk_baku(ke):
            continue
        sel = tuple(
            PerubahanSel(f.name, getattr(dari, f.name, None), getattr(ke, f.name, None))
            for f in fields(TabelBebas)
            if bentuk_baku(getattr(dari, f.name, None)) != bentuk_baku(getattr(ke, f.name, None))
        )
        nama = (ke or dari).nama  # type: ignore[union-attr]  # one of them is there
        hasil.append(PerubahanLembar(nama, (PerubahanBaris(_aksi(dari, ke), nama, sel),)))
    return hasil
