"""One agency-year as a whole, out of the database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kinerja.selectors_reviu import load_pernyataan
from lkjip.data import BukuKerja, DataInstansi
from lkjip.laporan.selectors import lengkapi_naskah, load_laporan
from lkjip.pemeriksaan.selectors import load_klaim
from lkjip.pemeriksaan.selectors_fakta import load_fakta
from lkjip.pemeriksaan.selectors_hasil import dengan_ambang
from lkjip.pemeriksaan.selectors_perubahan import load_perubahan
from lkjip.penyusunan.sidik import sidik_direviu
from lkjip.riwayat.selectors_baris import SumberTabel
from lkjip.selectors_keadaan import lengkapi_disetujui, susun_data
from renstra.models import TahunKinerja


def load_data(tahun_kinerja: TahunKinerja) -> DataInstansi:
    """Plan, measurement and money of one agency-year."""
    return load_banyak_data([tahun_kinerja])[tahun_kinerja.pk]


def load_banyak_data(daftar_tahun: Sequence[TahunKinerja], *, terbit: bool = True) -> dict[int, DataInstansi]:
    """Plan, measurement and money per pk of the agency-year, in 23 queries whatever the size and the number of years.

    One more where rows of the budget are said to serve indicators. Four to eight more where an LHE on one of these
    agencies is issued (`kinerja.selectors_terbit`). Four more where a quarter of one of them is approved, and two when
    its accepted data are not in the cache. The years should come with their instansi and renstra
    (`renstra.selectors.ambil_tahun_kinerja`), else two more each.

    Without `terbit`: the agency's own rows alone, also those that an issued LHE replaces.
    """
    sumber = SumberTabel(
        [t.pk for t in daftar_tahun], {t.renstra_id for t in daftar_tahun}, {t.instansi_id for t in daftar_tahun}
    )
    return lengkapi_disetujui(susun_data(daftar_tahun, sumber, terbit=terbit), sumber)


def load_buku(tahun_kinerja: TahunKinerja, *, terbit: bool = True) -> BukuKerja:
    """Everything that the workbook of this agency-year carries, in 27 queries, or as many more as the data."""
    data = load_banyak_data([tahun_kinerja], terbit=terbit)[tahun_kinerja.pk]
    return BukuKerja(data, load_laporan(tahun_kinerja), load_klaim(tahun_kinerja))


def load_buku_periksa(tahun_kinerja: TahunKinerja) -> BukuKerja:
    """The same with the facts that rules lean on and the thresholds of the pemda: what every page that asks for
    findings reads, so that all of them show the same. Four queries more; more with a reviu or with frozen versions
    (`load_fakta`).
    """
    return dengan_ambang(replace(load_buku(tahun_kinerja), fakta=load_fakta(tahun_kinerja)), tahun_kinerja)


def load_buku_laporan(tahun_kinerja: TahunKinerja) -> BukuKerja:
    """What a report is made from: the same with pictures, theme, logo, answers, late changes, statement of the APIP.

    Seven queries more, and files; one more where a reviu is finished, and those of `load_perubahan` where a quarter is
    approved or a report is final.
    """
    buku = load_buku_periksa(tahun_kinerja)
    laporan = replace(
        lengkapi_naskah(buku.laporan, tahun_kinerja), daftar_perubahan=load_perubahan(tahun_kinerja).tetap
    )
    return _dengan_pernyataan(replace(buku, laporan=laporan), tahun_kinerja)


def _dengan_pernyataan(buku: BukuKerja, tahun_kinerja: TahunKinerja) -> BukuKerja:
    """The statement is bound in only while the content is the one that the reviewer has read."""
    tersimpan = load_pernyataan(tahun_kinerja)
    if tersimpan is None or tersimpan[0] != sidik_direviu(buku):
        return buku
    return replace(buku, laporan=replace(buku.laporan, pernyataan_reviu=tersimpan[1]))
