"""The lists of a SWOT analysis written from their page, as rows of sheet `narasi`. Raises ValidationError."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.core.exceptions import ValidationError

from lkjip.akun.models import Pengguna
from lkjip.dasar.butir import sidik_butir
from lkjip.laporan.compose.swot import FAKTOR, STRATEGI, bagian_swot
from lkjip.laporan.data import Narasi
from lkjip.laporan.selectors import load_laporan
from lkjip.laporan.services_lembar import TEMPAT
from lkjip.perencanaan.services import mengubah
from renstra.models import TahunKinerja
from renstra.services_lembar import save_semua_baris

DAFTAR_NAMA = tuple(satu[0] for satu in (*FAKTOR, *STRATEGI))
_BERUBAH = "Analisis SWOT sudah diubah orang lain sejak halaman ini dibuka. Muat ulang, lalu isi kembali."
Daftar = Mapping[str, tuple[str, ...]]


def isi_swot(daftar_narasi: Sequence[Narasi]) -> dict[str, tuple[str, ...]]:
    """The items per list (kekuatan, so …), each on one line."""
    hasil: dict[str, tuple[str, ...]] = {}
    for nama in DAFTAR_NAMA:
        baris = sorted((n for n in daftar_narasi if n.bagian == bagian_swot(nama)), key=lambda n: n.urutan or 0)
        hasil[nama] = tuple(teks for n in baris if (teks := " ".join(n.isi.split())))
    return hasil


def sidik_swot(isi: Daftar) -> str:
    """A short text that stands for all lists: by it a save knows whether it builds on what is stored."""
    return sidik_butir([f"{nama} {butir}" for nama in DAFTAR_NAMA for butir in isi[nama]])


def save_swot(*, tahun_kinerja: TahunKinerja, isi: Daftar, sidik: str, oleh: Pengguna) -> str:
    """Make the lists read so; lists that stay as they are are not touched. The event, by which it is taken back."""
    with mengubah(tahun_kinerja, oleh=oleh) as kejadian:
        daftar = load_laporan(tahun_kinerja).daftar_narasi
        lama = isi_swot(daftar)
        if sidik_swot(lama) != sidik:
            raise ValidationError(_BERUBAH)
        for nama in DAFTAR_NAMA:
            if isi[nama] != lama[nama]:
                daftar = _ganti(daftar, bagian_swot(nama), isi[nama])
        save_semua_baris(TEMPAT["narasi"], tahun_kinerja, daftar)
    return kejadian


def _ganti(daftar: Sequence[Narasi], bagian: str, isi: Sequence[str]) -> tuple[Narasi, ...]:
    """The rows with those of this section replaced where they stood; new ones at the end."""
    tempat = next((n for n, satu in enumerate(daftar) if satu.bagian == bagian), len(daftar))
    baru = [Narasi(bagian, nomor, teks) for nomor, teks in enumerate(isi, 1)]
    sisa = [satu for satu in daftar if satu.bagian != bagian]
    return (*sisa[:tempat], *baru, *sisa[tempat:])
