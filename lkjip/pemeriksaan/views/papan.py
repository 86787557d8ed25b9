"""The findings of one agency-year as they are now, for every page that shows them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from lkjip.data import BukuKerja
from lkjip.naskah.ingatan import susun_sekali
from lkjip.pemeriksaan.aturan import ATURAN, periksa
from lkjip.pemeriksaan.data import Jawaban, Temuan, pasangkan_jawaban
from lkjip.pemeriksaan.halaman_temuan import KartuTemuan, Kemajuan, Pembaca, daftar_kartu, kemajuan
from lkjip.pemeriksaan.models import RekapPemeriksaan
from lkjip.pemeriksaan.selectors import load_jawaban
from lkjip.pemeriksaan.selectors_sisi import load_rekap_lalu
from lkjip.pemeriksaan.views.tautan import Penaut
from lkjip.selectors import load_buku
from renstra import akses
from renstra.models import TahunKinerja


@dataclass(frozen=True)
class Papan:
    """`buku` on the day of the report, as for a final version: what keeps that one back must be found here."""

    tahun_kinerja: TahunKinerja
    buku: BukuKerja
    daftar_temuan: tuple[Temuan, ...]
    daftar_jawaban: tuple[Jawaban, ...]
    pembaca: Pembaca
    rekap_lalu: RekapPemeriksaan | None = None

    @property
    def argumen(self) -> list[Any]:
        return [self.tahun_kinerja.instansi.kode, self.tahun_kinerja.tahun]

    @cached_property
    def penaut(self) -> Penaut:
        return Penaut(self.argumen, lambda: daftar_bagian(self.buku))

    @property
    def terjawab(self) -> frozenset[str]:
        """Keys of the findings that stay for a reason."""
        return frozenset(t.kunci for t, _ in pasangkan_jawaban(self.daftar_temuan, self.daftar_jawaban))

    @cached_property
    def kartu(self) -> tuple[KartuTemuan, ...]:
        nama = {a.id: a.nama for a in ATURAN.values()}
        lama = self.rekap_lalu.daftar_kunci if self.rekap_lalu else None
        return daftar_kartu(self.daftar_temuan, self.daftar_jawaban, nama, self.penaut.alamat, self.pembaca, lama)

    @property
    def kemajuan(self) -> Kemajuan | None:
        """Since a week ago; None where nobody knows what was found then."""
        if self.rekap_lalu is None:
            return None
        return kemajuan(self.daftar_temuan, self.rekap_lalu.tanggal, self.rekap_lalu.daftar_kunci)

    def cari(self, kunci: str) -> KartuTemuan | None:
        """The card of a finding that can be answered."""
        return next((k for k in self.kartu if k.temuan.kunci == kunci and k.temuan.dapat_dijawab), None)


def daftar_bagian(buku: BukuKerja) -> Collection[str]:
    """Names of all places of the report where text may stand."""
    return frozenset(ruas.bagian for ruas in susun_sekali(buku).naskah.daftar_ruas)


def pembaca(request: HttpRequest, tahun_kinerja: TahunKinerja) -> Pembaca:
    """Two queries."""
    hak = akses.ambil_hak(request.user, tahun_kinerja.instansi)
    return Pembaca(
        ubah=hak.ubah and not hak.terbatas,
        ubah_triwulan=hak.ubah,
        jawab_galat=akses.boleh_jawab_temuan(hak),
        jawab_peringatan=akses.boleh_jawab_peringatan(hak),
    )


def susun_papan(tahun_kinerja: TahunKinerja, pembaca: Pembaca | None = None, *, lalu: bool = False) -> Papan:
    """`lalu`: also what was found a week ago."""
    buku = load_buku(tahun_kinerja)
    buku = buku.pada(buku.hari_laporan)
    rekap = load_rekap_lalu(tahun_kinerja, timezone.localdate()) if lalu else None
    return Papan(tahun_kinerja, buku, periksa(buku), load_jawaban(tahun_kinerja), pembaca or Pembaca(), rekap)
