"""The report's text, written place by place. Raises ValidationError with what is refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from lkjip.akun.models import Pengguna
from lkjip.laporan import data
from lkjip.laporan.compose.markah import baris_dari_naskah
from lkjip.laporan.compose.ruas import Ruas
from lkjip.laporan.models import CatatanNaskah, Narasi
from lkjip.naskah.halaman_ruas import nama_ruas, rapikan_teks, sidik_teks, teks_baris
from lkjip.perencanaan.services import mengubah
from lkjip.riwayat.services import tulis_baris
from lkjip.riwayat.services_baris import urutan_berikut
from renstra.models import TahunKinerja

JALUR = "naskah"
MAKS_HURUF = 300_000
MAKS_HURUF_PARAGRAF = 32_000  # a cell of a workbook holds 32,767
_PANJANG = "Naskah satu bagian paling banyak 300.000 huruf; ini {banyak}. Bagi ke bagian lain atau ke lampiran."
_PARAGRAF = (
    "Satu paragraf, tabel, atau daftar paling banyak 32.000 huruf, karena harus muat dalam satu sel buku kerja. "
    "Pisahkan dengan baris kosong."
)
_BENTROK = "Bagian ini sudah diubah orang lain sejak Anda membukanya."


class NaskahBentrok(ValidationError):
    """The stored text is no longer the one that the writer started from; `tersimpan` is what stands there now."""

    def __init__(self, tersimpan: str) -> None:
        super().__init__(_BENTROK)
        self.tersimpan = tersimpan
        self.sidik = sidik_teks(tersimpan)


@dataclass(frozen=True)
class HasilNaskah:
    """`sidik`: of the text as it is stored now; `kejadian`: the event by which it is taken back, '' if none."""

    sidik: str
    kejadian: str = ""


def save_naskah(
    *, tahun_kinerja: TahunKinerja, ruas: Ruas, teks: str, sidik: str, angka: Sequence[dict[str, Any]], oleh: Pengguna
) -> HasilNaskah:
    """Make the place say `teks` (empty: nothing, or what is composed), if it still says what `sidik` stands for.

    `angka`: the figures that the text talks about as they are now, kept beside it (CatatanNaskah). Raises
    NaskahBentrok where somebody else has written meanwhile; the same text twice is no conflict.
    """
    bersih = rapikan_teks(teks)
    isi = _baris_terperiksa(bersih, ruas)
    with mengubah(tahun_kinerja, oleh=oleh, jalur=JALUR) as kejadian:
        lama = _baris_tersimpan(tahun_kinerja, ruas)
        kini = teks_baris(_rekaman(lama), ruas)
        if sidik_teks(kini) != sidik and kini != bersih:
            raise NaskahBentrok(kini)
        if not _tulis(tahun_kinerja, ruas, lama, isi):
            return HasilNaskah(sidik_teks(kini))
        _catat(tahun_kinerja, ruas, isi, angka, oleh)
        tersimpan = teks_baris([data.Narasi(ruas.bagian, n, satu) for n, satu in enumerate(isi, 1)], ruas)
    return HasilNaskah(sidik_teks(tersimpan), kejadian)


def tandai_diperiksa(
    *, tahun_kinerja: TahunKinerja, ruas: Ruas, angka: Sequence[dict[str, Any]], oleh: Pengguna
) -> str:
    """The text was read again and still holds with the figures of now; the event."""
    with mengubah(tahun_kinerja, oleh=oleh, jalur=JALUR) as kejadian:
        isi = [baris.isi for baris in _baris_tersimpan(tahun_kinerja, ruas)]
        _catat(tahun_kinerja, ruas, isi, angka, oleh)
    return kejadian


def periksa_panjang(teks: str) -> None:
    """Raises ValidationError where the text is longer than one place may hold: asked before anything is made of it."""
    if len(teks) > MAKS_HURUF:
        raise ValidationError(_PANJANG.format(banyak=f"{len(teks):,}".replace(",", ".")))


def _baris_terperiksa(teks: str, ruas: Ruas) -> tuple[str, ...]:
    periksa_panjang(teks)
    isi = baris_dari_naskah(teks, daftar=ruas.daftar)
    if any(len(satu) > MAKS_HURUF_PARAGRAF for satu in isi):
        raise ValidationError(_PARAGRAF)
    return isi


def _baris_tersimpan(tahun_kinerja: TahunKinerja, ruas: Ruas) -> list[Narasi]:
    """The rows of the place in the order in which the report reads them."""
    nama = nama_ruas(ruas)
    daftar = Narasi.objects.filter(tahun_kinerja=tahun_kinerja, bagian__in=nama).order_by("urutan", "id")
    return sorted(daftar, key=lambda baris: (nama.index(baris.bagian), baris.nomor or 0))


def _rekaman(daftar: Sequence[Narasi]) -> list[data.Narasi]:
    return [data.Narasi(baris.bagian, baris.nomor, baris.isi) for baris in daftar]


def _tulis(tahun_kinerja: TahunKinerja, ruas: Ruas, lama: Sequence[Narasi], isi: Sequence[str]) -> bool:
    """The rows say `isi` one by one; new ones follow the last of them, other rows of the sheet keep their place."""
    diubah: dict[tuple[str, ...], list[Narasi]] = {}
    for nomor, (baris, teks) in enumerate(zip(lama, isi, strict=False), 1):
        ingin = {"bagian": ruas.bagian, "nomor": nomor, "isi": teks}
        if kolom := tuple(nama for nama, nilai in ingin.items() if getattr(baris, nama) != nilai):
            for nama in kolom:
                setattr(baris, nama, ingin[nama])
            diubah.setdefault(kolom, []).append(baris)
    semua = Narasi.objects.filter(tahun_kinerja=tahun_kinerja)
    tempat = max((b.urutan for b in lama), default=0) or urutan_berikut(semua)
    baru = [
        Narasi(tahun_kinerja=tahun_kinerja, urutan=tempat, bagian=ruas.bagian, nomor=nomor, isi=teks)
        for nomor, teks in enumerate(isi[len(lama) :], len(lama) + 1)
    ]
    tulis_baris(baru, diubah)
    if sisa := [baris.pk for baris in lama[len(isi) :]]:
        semua.filter(pk__in=sisa).delete()
    return bool(diubah or baru or sisa)


def _catat(
    tahun_kinerja: TahunKinerja, ruas: Ruas, isi: Sequence[str], angka: Sequence[dict[str, Any]], oleh: Pengguna
) -> None:
    """Who wrote the place when, and from which figures; nothing about a place that has no text."""
    milik = CatatanNaskah.objects.filter(tahun_kinerja=tahun_kinerja)
    catatan = milik.filter(bagian=ruas.bagian).first()
    if not isi:
        milik.filter(bagian=ruas.bagian).delete()
        return
    nilai = {"angka": list(angka), "oleh": oleh, "ditulis_pada": timezone.now()}
    if catatan is None:
        tempat = urutan_berikut(milik)
        tulis_baris([CatatanNaskah(tahun_kinerja=tahun_kinerja, bagian=ruas.bagian, urutan=tempat, **nilai)], {})
        return
    for nama, satu in nilai.items():
        setattr(catatan, nama, satu)
    tulis_baris([], {tuple(nilai): [catatan]})
