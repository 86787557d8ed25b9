"""The frame around every page of one agency-year: who may open it, its heading, its years, its tabs."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from lkjip import selectors
from lkjip.akun.models import Pengguna
from lkjip.laporan.compose.konteks import Konteks
from lkjip.views.selectors import daftar_tahun_instansi, tahun_terlihat
from renstra.models import TahunKinerja

DAFTAR_TAB = (
    ("ringkasan_tahun", "Ringkasan"),
    ("pimpinan", "Pimpinan"),
    ("perencanaan", "Perencanaan"),
    ("pengisian", "Pengisian"),
    ("tujuan", "Tujuan & sasaran"),
    ("indikator", "Indikator"),
    ("anggaran", "Anggaran"),
    ("sakip", "SAKIP"),
    ("laporan", "Laporan"),
    ("unduhan", "Unduhan"),
)

# Pages of the report beside each other; name of the address and title.
DAFTAR_SUB_LAPORAN = (
    ("laporan", "Baca"),
    ("penerbitan", "Penerbitan"),
    ("naskah", "Naskah"),
    ("daftar_gambar", "Gambar"),
    ("struktur_organisasi", "Struktur organisasi"),
    ("analisis_swot", "SWOT"),
    ("temuan", "Temuan"),
    ("perubahan_terlambat", "Perubahan"),
    ("uji_petik", "Uji petik"),
)

# Pages of the tab SAKIP beside each other; name of the address and title.
DAFTAR_SUB_SAKIP = (
    ("sakip", "Nilai"),
    ("penilaian_mandiri", "Penilaian mandiri"),
    ("evaluasi_instansi", "Evaluasi"),
    ("tindak_lanjut", "Tindak lanjut"),
    ("reviu", "Reviu"),
)


@dataclass(frozen=True)
class Butir:
    """A link of a menu; without an address, the place where one is."""

    nama: str
    alamat: str = ""
    terpilih: bool = False


@dataclass(frozen=True)
class Rangka:
    kode: str
    tahun: int
    nama: str
    singkatan: str
    pemda: str
    periode: str
    judul: str
    jejak: tuple[Butir, ...]
    daftar_tahun: tuple[Butir, ...]
    daftar_tab: tuple[Butir, ...]
    boleh_ubah: bool


def buka_tahun(pengguna: Pengguna | AnonymousUser, kode: str, tahun: int) -> TahunKinerja:
    """The agency-year, if it exists and this user may see it; else 404, which tells a stranger nothing."""
    tahun_kinerja = tahun_terlihat(pengguna, kode, tahun)
    if tahun_kinerja is None:
        raise Http404("Tahun kinerja tidak ada atau di luar penugasan.")
    return tahun_kinerja


def buka_konteks(tahun_kinerja: TahunKinerja) -> Konteks:
    """The data as they stand today: what is not yet due is told apart from what is missing."""
    return Konteks(selectors.load_buku(tahun_kinerja).pada(timezone.localdate()))


def _daftar_tab(kode: str, tahun: int, terpilih: str) -> tuple[Butir, ...]:
    return tuple(Butir(judul, reverse(nama, args=[kode, tahun]), nama == terpilih) for nama, judul in DAFTAR_TAB)


def daftar_sub_laporan(kode: str, tahun: int, sub: str, kueri: str = "") -> tuple[Butir, ...]:
    """`kueri`: which report is meant, for the two pages that show one as a whole."""
    return tuple(
        Butir(judul, reverse(nama, args=[kode, tahun]) + (kueri if nama in {"laporan", "naskah"} else ""), nama == sub)
        for nama, judul in DAFTAR_SUB_LAPORAN
    )


def daftar_sub_sakip(kode: str, tahun: int, sub: str) -> tuple[Butir, ...]:
    return tuple(Butir(judul, reverse(nama, args=[kode, tahun]), nama == sub) for nama, judul in DAFTAR_SUB_SAKIP)


def _jejak(kode: str, nama: str, tab: str, tahun: int, *lanjutan: Butir) -> tuple[Butir, ...]:
    """The way here from the start page; the last one is where we are."""
    daftar = [
        ("Instansi", reverse("daftar_instansi")),
        (f"{nama} {tahun}", reverse(DAFTAR_TAB[0][0], args=[kode, tahun])),
    ]
    if tab != DAFTAR_TAB[0][0]:
        daftar.append((dict(DAFTAR_TAB)[tab], reverse(tab, args=[kode, tahun])))
    *atas, terakhir = (*(Butir(*butir) for butir in daftar), *lanjutan)
    return (*atas, Butir(terakhir.nama))


def _daftar_tahun(kini: TahunKinerja, tab: str) -> tuple[Butir, ...]:
    instansi = kini.instansi
    daftar = daftar_tahun_instansi(instansi)
    return tuple(Butir(str(t), reverse(tab, args=[instansi.kode, t]), t == kini.tahun) for t in daftar)


def rangka(
    tahun_kinerja: TahunKinerja, konteks: Konteks, tab: str, *lanjutan: str | Butir, boleh_ubah: bool = False
) -> Rangka:
    """`lanjutan`: the pages below the tab down to this one; a `Butir` where the way back leads there."""
    instansi = tahun_kinerja.instansi
    bawah = tuple(Butir(satu) if isinstance(satu, str) else satu for satu in lanjutan)
    return Rangka(
        kode=instansi.kode,
        tahun=tahun_kinerja.tahun,
        nama=konteks.nama,
        singkatan=konteks.singkatan,
        pemda=konteks.instansi.pemda,
        periode=konteks.periode_renstra,
        judul=bawah[-1].nama if bawah else dict(DAFTAR_TAB)[tab],
        jejak=_jejak(instansi.kode, konteks.singkatan, tab, tahun_kinerja.tahun, *bawah),
        daftar_tahun=_daftar_tahun(tahun_kinerja, tab),
        daftar_tab=_daftar_tab(instansi.kode, tahun_kinerja.tahun, tab),
        boleh_ubah=boleh_ubah,
    )
