"""Everything read for checking, sending and overseeing a quarter, beside the data of the year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from django.db.models import Count

from anggaran.models import Anggaran
from kinerja.data_pengisian import Langkah
from kinerja.models import BuktiDukung, CatatanPengisian, LangkahPengisian
from kinerja.selectors_pengisian import (
    catatan_terbuka,
    daftar_analisis_triwulan,
    daftar_catatan,
    daftar_langkah,
    load_aturan,
)
from lkjip.data import BukuKerja
from lkjip.halaman.kelengkapan import BahanPeriksa, CatatanTerbuka
from lkjip.halaman.kirim import NAMA_LANGKAH
from lkjip.laporan.compose.konteks import Konteks
from lkjip.selectors import load_data
from renstra.models import TahunKinerja
from renstra.selectors import indikator_per_kode


def banyak_bukti(tahun_kinerja: TahunKinerja) -> Mapping[tuple[int, str], int]:
    """How many pieces of evidence, per quarter and kode of the indicator; one query."""
    baris = BuktiDukung.objects.filter(tahun_kinerja=tahun_kinerja).values_list("triwulan", "indikator__kode")
    return {(triwulan, kode): n for triwulan, kode, n in baris.annotate(n=Count("id")).order_by()}


def daftar_catatan_terbuka(tahun_kinerja: TahunKinerja, triwulan: int) -> tuple[CatatanTerbuka, ...]:
    """Remarks of the quarter that nobody has answered; one query."""
    baris = catatan_terbuka([tahun_kinerja]).filter(pengisian__triwulan=triwulan).order_by("id")
    kolom = baris.values_list("pk", "isi", "nama_oleh", "indikator__kode", "kode_anggaran")
    return tuple(CatatanTerbuka(pk, isi, oleh, kode or "", anggaran) for pk, isi, oleh, kode, anggaran in kolom)


def load_bahan(tahun_kinerja: TahunKinerja, triwulan: int) -> BahanPeriksa:
    """What the check asks for beside the data of the year: four queries."""
    per_triwulan = banyak_bukti(tahun_kinerja)
    pemda = tahun_kinerja.instansi.pemda_id
    return BahanPeriksa(
        triwulan=triwulan,
        aturan=load_aturan([pemda])[pemda],
        banyak_bukti={kode: n for (tw, kode), n in per_triwulan.items() if tw == triwulan},
        daftar_analisis=daftar_analisis_triwulan(tahun_kinerja, triwulan),
        daftar_catatan=daftar_catatan_terbuka(tahun_kinerja, triwulan),
    )


def ambil_catatan(tahun_kinerja: TahunKinerja, triwulan: int, pk: int) -> CatatanPengisian | None:
    """One remark, if it belongs to this quarter."""
    return daftar_catatan(tahun_kinerja, triwulan).filter(pk=pk).first()


def jejak_langkah(tahun_kinerja: TahunKinerja, triwulan: int) -> list[tuple[LangkahPengisian, str]]:
    """The steps of the quarter, oldest first, each with its name; one query."""
    return [(satu, NAMA_LANGKAH[Langkah(satu.langkah)]) for satu in daftar_langkah(tahun_kinerja, triwulan)]


def load_konteks(tahun_kinerja: TahunKinerja) -> Konteks:
    """The data of the year as they are now, every period counting as over."""
    return Konteks(BukuKerja(load_data(tahun_kinerja)))


def banyak_catatan_terbuka(daftar_tahun: list[TahunKinerja]) -> Mapping[tuple[int, int], int]:
    """Unanswered remarks per (pk of the agency-year, quarter); one query."""
    return Counter(catatan_terbuka(daftar_tahun).values_list("pengisian__tahun_kinerja", "pengisian__triwulan"))


def daftar_teks_penanggung_jawab(tahun_kinerja: TahunKinerja) -> list[str]:
    """Every text of the year that says who answers for an indicator or a budget row; two queries.

    The unit of a budget row counts where it has no penanggung jawab (as `lkjip.halaman.unit` reads it).
    """
    indikator = [i.penanggung_jawab for i in indikator_per_kode(tahun_kinerja).values()]
    anggaran = Anggaran.objects.filter(tahun_kinerja=tahun_kinerja).values_list("penanggung_jawab", "unit")
    return [*indikator, *(penanggung_jawab or unit for penanggung_jawab, unit in anggaran)]
