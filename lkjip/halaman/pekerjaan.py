"""The work list of the start page: what is due, what came back, what waits for whom, over many agencies.

Of years long past only the latest of an agency is named, once, and without counting days: nobody is helped by a list
that says "terlambat 900 hari" four times.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kinerja.data_pengisian import Pengisian, StatusPengisian
from kinerja.pintu import harus_diajukan, sedang_berjalan, sisa_hari, terlambat, tulis_tenggat
from lkjip.dasar.periode import nama_triwulan, singkatan_triwulan, tulis_saat, tulis_tanggal

MAKS_HARI_DISEBUT = 60
_TAHUN_LAMA = 2


class Sifat(StrEnum):
    """What kind of work it is, the most pressing first."""

    TERLAMBAT = "terlambat"
    KEMBALI = "dikembalikan"
    DIBUKA = "dibuka kembali"
    MENUNGGU = "menunggu Anda"
    JATUH_TEMPO = "perlu diajukan"
    LAMA = "belum diajukan"
    BERJALAN = "berjalan"


_URUTAN = {sifat: n for n, sifat in enumerate(Sifat)}


@dataclass(frozen=True)
class Butir:
    """One thing to do, in one or more quarters. `halaman`: name of the address that each quarter's link opens."""

    sifat: Sifat
    kalimat: str
    daftar_triwulan: tuple[int, ...]
    halaman: str
    keterangan: str = ""

    @property
    def tautan(self) -> tuple[tuple[int, str], ...]:
        return tuple((n, singkatan_triwulan(n)) for n in self.daftar_triwulan)


@dataclass(frozen=True)
class Keadaan:
    """One agency-year with its quarters. `terbaru`: the latest year of the agency.

    `catatan_terbuka`: unanswered remarks per quarter; `kurang_unit`: for one who is limited to some units, how many of
    their values are missing per quarter (None: not limited).
    """

    kode: str
    nama: str
    tahun: int
    terbaru: bool
    daftar_pengisian: tuple[Pengisian, ...]
    catatan_terbuka: Mapping[int, int] = field(default_factory=dict)
    kurang_unit: Mapping[int, int] | None = None


@dataclass(frozen=True)
class KerjaInstansi:
    """The work of one role in one agency-year."""

    kode: str
    nama: str
    tahun: int
    daftar: tuple[Butir, ...]

    @property
    def banyak(self) -> int:
        """Quarters to do something about now; the running one is not among them."""
        return sum(len(b.daftar_triwulan) for b in self.daftar if b.sifat is not Sifat.BERJALAN)


@dataclass(frozen=True)
class KerjaPemda:
    """What a pengelola oversees: agencies behind their deadlines, and quarters that could be opened again."""

    daftar_terlambat: tuple[KerjaInstansi, ...]
    banyak_diterima: int
    banyak_instansi: int


def kerja_perencana(keadaan: Keadaan, hari: date) -> KerjaInstansi:
    kembali = [p for p in keadaan.daftar_pengisian if p.dikembalikan and not _selesai_unit(keadaan, p)]
    lain = [p for p in keadaan.daftar_pengisian if p not in kembali and not _selesai_unit(keadaan, p)]
    daftar = [_dikembalikan(keadaan, p) for p in kembali]
    if keadaan.terbaru:
        daftar += [*_lewat_tenggat(keadaan, lain, hari), *_dalam_tenggat(keadaan, lain, hari)]
    return _kerja(keadaan, daftar)


def kerja_verifikator(keadaan: Keadaan) -> KerjaInstansi:
    return _kerja(keadaan, _menunggu(keadaan, StatusPengisian.DIAJUKAN, "verifikasi", "diajukan"))


def kerja_kepala(keadaan: Keadaan) -> KerjaInstansi:
    return _kerja(keadaan, _menunggu(keadaan, StatusPengisian.DIVERIFIKASI, "persetujuan", "diverifikasi"))


def kerja_pengelola(daftar: Iterable[Keadaan], hari: date) -> KerjaPemda:
    semua = list(daftar)
    lewat = [
        _kerja(k, [*_lewat_tenggat(k, k.daftar_pengisian, hari, halaman="kirim_triwulan")]) for k in semua if k.terbaru
    ]
    diterima = sum(p.diterima for k in semua for p in k.daftar_pengisian)
    return KerjaPemda(tuple(k for k in lewat if k.daftar), diterima, len({k.kode for k in semua}))


def yang_berisi(daftar: Iterable[KerjaInstansi]) -> tuple[KerjaInstansi, ...]:
    """Those with something to do, the most pressing agency first."""
    berisi = (k for k in daftar if k.daftar)
    return tuple(sorted(berisi, key=lambda k: (_URUTAN[k.daftar[0].sifat], k.nama.casefold(), -k.tahun)))


def _kerja(keadaan: Keadaan, daftar: Iterable[Butir]) -> KerjaInstansi:
    terurut = tuple(sorted(daftar, key=lambda b: (_URUTAN[b.sifat], b.daftar_triwulan)))
    return KerjaInstansi(keadaan.kode, keadaan.nama, keadaan.tahun, terurut)


def _selesai_unit(keadaan: Keadaan, pengisian: Pengisian) -> bool:
    """One who is limited to some units is done where these have entered everything."""
    return keadaan.kurang_unit is not None and not keadaan.kurang_unit.get(pengisian.triwulan, 0)


def _isian_unit(keadaan: Keadaan, *daftar: Pengisian) -> str:
    if keadaan.kurang_unit is None:
        return ""
    kurang = sum(keadaan.kurang_unit.get(p.triwulan, 0) for p in daftar)
    return f"{kurang} isian unit Anda belum lengkap."


def _dikembalikan(keadaan: Keadaan, pengisian: Pengisian) -> Butir:
    saat = f" pada {tulis_saat(pengisian.sejak)}" if pengisian.sejak else ""
    banyak = keadaan.catatan_terbuka.get(pengisian.triwulan, 0)
    terbuka = f"{banyak} catatan belum dijawab." if banyak else ""
    return Butir(
        Sifat(pengisian.sebutan_kembali),
        f"{nama_triwulan(pengisian.triwulan)} {pengisian.sebutan_kembali} oleh {pengisian.oleh}{saat}.",
        (pengisian.triwulan,),
        "kirim_triwulan",
        " ".join(bagian for bagian in (terbuka, _isian_unit(keadaan, pengisian)) if bagian),
    )


def _lewat_tenggat(
    keadaan: Keadaan, daftar: Iterable[Pengisian], hari: date, *, halaman: str = "isi_triwulan"
) -> list[Butir]:
    """All quarters behind their deadline in one entry, because they are one piece of work."""
    lewat = [p for p in daftar if terlambat(p, hari) and not p.dikembalikan]
    if not lewat:
        return []
    lama = hari.year - keadaan.tahun >= _TAHUN_LAMA
    terakhir = max(lewat, key=lambda p: p.tenggat)
    kalimat = (
        f"{_sebut(lewat)} belum diajukan; tenggat{' terakhir' if len(lewat) > 1 else ''} {_lewat(terakhir, hari)}."
    )
    nomor = tuple(p.triwulan for p in lewat)
    return [Butir(Sifat.LAMA if lama else Sifat.TERLAMBAT, kalimat, nomor, halaman, _isian_unit(keadaan, *lewat))]


def _sebut(daftar: list[Pengisian]) -> str:
    """`Triwulan III`, or `Triwulan I, II, dan III`."""
    nama = [nama_triwulan(p.triwulan) for p in daftar]
    romawi = [nama[0], *(n.removeprefix("Triwulan ") for n in nama[1:])]
    if len(romawi) < 3:
        return " dan ".join(romawi)
    return f"{', '.join(romawi[:-1])}, dan {romawi[-1]}"


def _lewat(pengisian: Pengisian, hari: date) -> str:
    lewat = -sisa_hari(pengisian, hari)
    tertulis = tulis_tanggal(pengisian.tenggat)
    return f"{tertulis}, lewat {lewat} hari" if lewat <= MAKS_HARI_DISEBUT else tertulis


def _dalam_tenggat(keadaan: Keadaan, daftar: Iterable[Pengisian], hari: date) -> Iterable[Butir]:
    for p in daftar:
        if p.status is not StatusPengisian.DRAF or p.dikembalikan or terlambat(p, hari):
            continue
        harus = harus_diajukan(p, hari)
        if harus or sedang_berjalan(p, hari):
            sifat = Sifat.JATUH_TEMPO if harus else Sifat.BERJALAN
            kalimat = f"{nama_triwulan(p.triwulan)}: {tulis_tenggat(p, hari)}."
            yield Butir(sifat, kalimat, (p.triwulan,), "isi_triwulan", _isian_unit(keadaan, p))


def _menunggu(keadaan: Keadaan, status: StatusPengisian, untuk: str, sudah: str) -> Iterable[Butir]:
    for p in keadaan.daftar_pengisian:
        if p.status is status:
            saat = f" pada {tulis_saat(p.sejak)}" if p.sejak else ""
            oleh = f" oleh {p.oleh}" if p.oleh else ""
            kalimat = f"{nama_triwulan(p.triwulan)} menunggu {untuk}, {sudah}{oleh}{saat}."
            yield Butir(Sifat.MENUNGGU, kalimat, (p.triwulan,), "kirim_triwulan")
