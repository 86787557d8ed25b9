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
from lkjip.pemeriksaan.aturan import ATURAN, berhari, periksa
from lkjip.pemeriksaan.data import Jawaban, Temuan
from lkjip.pemeriksaan.data_hasil import HasilTersimpan, Kemajuan
from lkjip.pemeriksaan.halaman_temuan import KartuTemuan, Pembaca, daftar_kartu
from lkjip.pemeriksaan.selectors import load_jawaban
from lkjip.pemeriksaan.selectors_hasil import kemajuan, load_hasil
from lkjip.pemeriksaan.selectors_sisi import pk_baris_anggaran, pk_indikator
from lkjip.pemeriksaan.views.tautan import Penaut
from lkjip.selectors import load_buku_periksa
from renstra import akses
from renstra.models import TahunKinerja

TANPA_KEMAJUAN = Kemajuan()


@dataclass(frozen=True)
class Papan:
    """`buku` on the day of the report, as for a final version: what keeps that one back must be found here."""

    tahun_kinerja: TahunKinerja
    buku: BukuKerja
    daftar_temuan: tuple[Temuan, ...]
    daftar_jawaban: tuple[Jawaban, ...]
    pembaca: Pembaca
    kemajuan: Kemajuan = TANPA_KEMAJUAN

    @property
    def argumen(self) -> list[Any]:
        return [self.tahun_kinerja.instansi.kode, self.tahun_kinerja.tahun]

    @cached_property
    def penaut(self) -> Penaut:
        return Penaut(
            self.argumen,
            lambda: daftar_bagian(self.buku),
            lambda: pk_indikator(self.tahun_kinerja),
            lambda: pk_baris_anggaran(self.tahun_kinerja),
        )

    @cached_property
    def kartu(self) -> tuple[KartuTemuan, ...]:
        nama = {a.id: a.nama for a in ATURAN.values()}
        baru = frozenset(t.kunci for t in self.kemajuan.daftar_baru)
        return daftar_kartu(self.daftar_temuan, self.daftar_jawaban, nama, self.penaut.alamat, self.pembaca, baru)

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


def susun_papan(tahun_kinerja: TahunKinerja, pembaca: Pembaca) -> Papan:
    """Run now, whatever a worker found last, with what became of it since a week ago."""
    buku = berhari(load_buku_periksa(tahun_kinerja))
    daftar = periksa(buku)
    maju = kemajuan(tahun_kinerja, HasilTersimpan(daftar), timezone.localdate())
    return Papan(tahun_kinerja, buku, daftar, load_jawaban(tahun_kinerja), pembaca, maju)


def temuan_kini(tahun_kinerja: TahunKinerja) -> tuple[Temuan, ...]:
    """What a worker found where that still holds, else run now: five queries in the first case."""
    hasil = load_hasil(tahun_kinerja)
    if not hasil.usang:
        return hasil.daftar_temuan
    return periksa(berhari(load_buku_periksa(tahun_kinerja)))
