"""What the pages of a pemda and the profile of an agency show."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, Q, QuerySet

from lkjip.dasar.periode import akhir_tahun, akhir_triwulan
from lkjip.kelola.data_penanda import Penanda, Tempat
from lkjip.laporan.data import JenisLaporan
from lkjip.laporan.models import HalamanPublik, IdentitasLaporan
from renstra.data import KOLOM_KEPALA
from renstra.models import Instansi, Pejabat, Pemda, TahunKinerja


def daftar_instansi_pemda(pemda: Pemda, *, cari: str = "") -> QuerySet[Instansi]:
    """The agencies of the pemda with how many years and units each has; one query."""
    daftar = Instansi.objects.filter(pemda=pemda)
    if cari:
        daftar = daftar.filter(Q(nama__icontains=cari) | Q(kode__icontains=cari) | Q(singkatan__icontains=cari))
    return daftar.annotate(
        banyak_tahun=Count("daftar_tahun", distinct=True), banyak_unit=Count("daftar_unit", distinct=True)
    ).order_by("nama", "kode")


def ambil_halaman_publik(pemda: Pemda) -> HalamanPublik | None:
    """The page on which the pemda shows its published documents, open or shut."""
    return HalamanPublik.objects.filter(pemda=pemda).first()


def ada_tahun(instansi: Instansi) -> bool:
    """Whether the agency has data of any year."""
    return TahunKinerja.objects.filter(instansi=instansi).exists()


def ambil_pejabat(pk: int, *, instansi: Instansi | None = None, pemda: Pemda | None = None) -> Pejabat | None:
    """A term of office of this agency (or of the head of this region)."""
    milik = Pejabat.objects.select_related("unit")
    return milik.filter(pk=pk, instansi=instansi, pemda=pemda).first() if instansi or pemda else None


def daftar_pejabat_unit(instansi: Instansi) -> QuerySet[Pejabat]:
    """The terms of the heads of its units, unit by unit, the latest first; one query."""
    milik = Pejabat.objects.filter(instansi=instansi, unit__isnull=False).select_related("unit")
    return milik.order_by("unit__nama", "-mulai", "-pk")


def load_tempat(instansi: Instansi, hari: date) -> tuple[Tempat, ...]:
    """Where the head of the agency is named: today, and in the report of each year on its date; two queries."""
    tahun = list(TahunKinerja.objects.filter(instansi=instansi).order_by("-tahun"))
    laporan = {i.tahun_kinerja_id: i for i in IdentitasLaporan.objects.filter(tahun_kinerja__in=tahun)}
    kini = Tempat(None, hari, _penanda(instansi), "Identitas instansi sekarang")
    return (kini, *(_tempat(t, laporan.get(t.pk)) for t in tahun))


def _tempat(tahun: TahunKinerja, laporan: IdentitasLaporan | None) -> Tempat:
    """The report is signed on its date; without one, on the last day of what it tells of."""
    akhir, nama = akhir_tahun(tahun.tahun), "LKjIP"
    if laporan is not None and laporan.jenis_laporan == JenisLaporan.TRIWULAN and laporan.triwulan:
        akhir, nama = akhir_triwulan(tahun.tahun, laporan.triwulan), "Laporan triwulan"
    hari = (laporan.tanggal_laporan if laporan else None) or akhir
    return Tempat(tahun.tahun, hari, _penanda(tahun), f"{nama} {tahun.tahun}")


def _penanda(baris: Instansi | TahunKinerja) -> Penanda:
    return Penanda(*(getattr(baris, kolom) for kolom in KOLOM_KEPALA))
