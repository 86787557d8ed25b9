"""What a workbook may not change: the quarters that are closed. Compared as values before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import shorten
from typing import Any

from lkjip.buku_kerja import skema
from lkjip.buku_kerja.galat import GalatSel, KumpulanGalat
from lkjip.buku_kerja.jenis import Lembar
from lkjip.buku_kerja.writers.isi import ambil_rekaman
from lkjip.dasar.periode import nama_triwulan
from lkjip.dasar.rekaman import bentuk_baku, tulisan_nilai
from lkjip.data import BukuKerja

LEMBAR_TRIWULAN = ("kinerja_triwulan", "realisasi_anggaran")
_SARAN = "Kembalikan baris ini seperti semula (buku kerja yang tersimpan dapat diunduh), atau minta triwulannya dibuka."


def daftar_galat_tertutup(lama: BukuKerja, baru: BukuKerja, tertutup: Mapping[int, str]) -> tuple[GalatSel, ...]:
    """Rows of closed quarters that would change. `tertutup`: triwulan → why it is closed, and who can open it."""
    kumpulan = KumpulanGalat()
    for nama in LEMBAR_TRIWULAN if tertutup else ():
        for galat in _galat_lembar(skema.LEMBAR_PER_NAMA[nama], lama, baru, tertutup):
            kumpulan.tambah(galat)
    return kumpulan.semua()


def galat_ikutan(lama: BukuKerja | None, baru: BukuKerja, tertutup: Mapping[int, str]) -> GalatSel:
    """The database refuses for what the workbook does not carry: evidence, analysis, components of a closed quarter."""
    dibuang = sorted(_daftar_kode(lama) - _daftar_kode(baru)) if lama else []
    sebutan = f" Yang dibuang buku ini: {', '.join(dibuang)}." if dibuang else ""
    pesan = "Buku ini membuang indikator atau komponen yang masih punya bukti dukung, analisis, atau nilai"
    return GalatSel("", None, "", f"{pesan} di triwulan yang tertutup.{sebutan} {' '.join(tertutup.values())}".strip())


def _daftar_kode(buku: BukuKerja) -> set[str]:
    komponen = {k.kode for k in buku.data.kinerja.daftar_komponen}
    return komponen | {i.kode for i in buku.data.renstra.daftar_indikator}


def _galat_lembar(lembar: Lembar, lama: BukuKerja, baru: BukuKerja, tertutup: Mapping[int, str]) -> Iterator[GalatSel]:
    semula, ingin = _per_kunci(lembar, lama, tertutup), _per_kunci(lembar, baru, tertutup)
    for kunci in dict.fromkeys([*semula, *ingin]):
        dari, ke = semula.get(kunci), ingin.get(kunci)
        if bentuk_baku(dari) != bentuk_baku(ke):
            yield _galat(lembar, dari, ke, tertutup)


def _per_kunci(lembar: Lembar, buku: BukuKerja, tertutup: Mapping[int, str]) -> dict[tuple[Any, ...], Any]:
    """Rows of the closed quarters; a row of another year belongs to no quarter of this one."""
    tahun = buku.data.tahun
    return {
        tuple(getattr(rekaman, nama) for nama in lembar.kunci): rekaman
        for rekaman in ambil_rekaman(buku, lembar)
        if rekaman.tahun == tahun and rekaman.triwulan in tertutup
    }


def _galat(lembar: Lembar, dari: Any, ke: Any, tertutup: Mapping[int, str]) -> GalatSel:
    acuan = dari if ke is None else ke
    sebutan = f"{getattr(acuan, lembar.kunci[0])} {nama_triwulan(acuan.triwulan)} {acuan.tahun}"
    kolom: list[str] = []
    if dari is None or ke is None:
        isi = "baris ini ditambahkan" if dari is None else "baris ini dibuang"
    else:
        kolom = [k.nama for k in lembar.kolom if _beda(k.nama, dari, ke)]
        isi = ", ".join(f"{nama} {_tulis(dari, nama)} menjadi {_tulis(ke, nama)}" for nama in kolom)
    return GalatSel(lembar.nama, None, ", ".join(kolom), f"{sebutan}: {isi}. {tertutup[acuan.triwulan]}", _SARAN)


def _beda(nama: str, dari: Any, ke: Any) -> bool:
    return bentuk_baku(getattr(dari, nama)) != bentuk_baku(getattr(ke, nama))


def _tulis(rekaman: Any, nama: str) -> str:
    return shorten(tulisan_nilai(getattr(rekaman, nama)), 60, placeholder=" …") or "(kosong)"
