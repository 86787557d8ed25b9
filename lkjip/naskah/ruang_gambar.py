"""What the pages of the pictures share: the pictures of the year and the sections in which they may stand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from lkjip.halaman.gambar_laporan import KelompokBagian, KelompokGambar, banyak_rujukan, galeri, pilihan_bagian
from lkjip.laporan.compose import compose_naskah
from lkjip.laporan.data import GambarNaskah
from lkjip.naskah.selectors_gambar import daftar_gambar
from lkjip.pengisian.ruang import RuangTahun


@dataclass(frozen=True)
class RuangGambar:
    """The year with its pictures, each read once."""

    ruang: RuangTahun

    @cached_property
    def daftar(self) -> tuple[GambarNaskah, ...]:
        return daftar_gambar(self.ruang.tahun_kinerja)

    @cached_property
    def pilihan(self) -> tuple[KelompokBagian, ...]:
        return pilihan_bagian(compose_naskah(self.ruang.konteks.buku), [gambar.bagian for gambar in self.daftar])

    @cached_property
    def galeri(self) -> tuple[KelompokGambar, ...]:
        return galeri(self.daftar, self.pilihan, self.ruang.konteks.laporan.daftar_narasi)

    def banyak_rujukan(self, nama: str) -> int:
        return banyak_rujukan(nama, self.ruang.konteks.laporan.daftar_narasi)

    def berikut_belum_lengkap(self, selain: str = "") -> GambarNaskah | None:
        """The first picture without title or description, but for this one."""
        return next((g for g in self.daftar if g.nama != selain and not (g.judul.strip() and g.alt.strip())), None)
