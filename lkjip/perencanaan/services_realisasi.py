"""Realisasi of earlier years, taken into this year's book from the agency's own earlier years."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja.data import RealisasiTahunan
from kinerja.models import RealisasiTahunan as BarisRealisasi
from lkjip.akun.models import Pengguna
from lkjip.perencanaan.services import mengubah
from lkjip.riwayat.services import tulis_baris
from lkjip.riwayat.services_baris import urutan_berikut
from renstra.models import TahunKinerja
from renstra.selectors import indikator_per_kode
from renstra.services import cari


def save_realisasi_lalu(*, tahun_kinerja: TahunKinerja, daftar: Sequence[RealisasiTahunan], oleh: Pengguna) -> str:
    """Write these rows, over what the book has for the same indicator and year; returns the id of the event.

    The caller has shown which figures are replaced. Letter, date and year of assessment of a replaced row stay; its
    two numbers go, because they made up the old figure. Raises ValidationError.
    """
    with mengubah(tahun_kinerja, oleh=oleh) as kejadian:
        indikator = indikator_per_kode(tahun_kinerja)
        semua = BarisRealisasi.objects.filter(tahun_kinerja=tahun_kinerja)
        lama = {(b.indikator_id, b.tahun): b for b in semua.select_for_update(no_key=True)}
        nomor = urutan_berikut(semua)
        ditambah: list[BarisRealisasi] = []
        diubah: list[BarisRealisasi] = []
        for rekaman in daftar:
            pemilik = cari(indikator, rekaman.indikator, "indikator")
            baris = lama.get((pemilik.pk, rekaman.tahun))
            if baris is None:
                baris = BarisRealisasi(
                    tahun_kinerja=tahun_kinerja, indikator=pemilik, tahun=rekaman.tahun, urutan=nomor + len(ditambah)
                )
                ditambah.append(baris)
            else:
                diubah.append(baris)
            baris.realisasi, baris.predikat, baris.pembilang, baris.penyebut = (
                rekaman.realisasi, rekaman.predikat, None, None,
            )  # fmt: skip
        kolom = ("realisasi", "predikat", "pembilang", "penyebut")
        tulis_baris(ditambah, {kolom: diubah} if diubah else {})
    return kejadian
