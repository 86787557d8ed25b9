"""Everything read about filling in a quarter: its state, its steps, its remarks, its analysis and evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from kinerja import models
from kinerja.data import Faktor
from kinerja.data_pengisian import AturanPengisian, ButirAnalisis, Langkah, Pengisian, StatusPengisian
from kinerja.pintu import tenggat
from lkjip.dasar.periode import DAFTAR_TRIWULAN
from renstra.models import Indikator, Pemda, TahunKinerja


def load_aturan(daftar_pemda: Iterable[int | None]) -> dict[int | None, AturanPengisian]:
    """The rules per pk of the pemda; the defaults where a pemda has set none. One query."""
    pemda = set(daftar_pemda)
    tersimpan = models.AturanPengisian.objects.filter(pemda__in=pemda - {None})
    return dict.fromkeys(pemda, AturanPengisian()) | {a.pemda_id: _aturan(a) for a in tersimpan}


def ambil_aturan(pemda: Pemda) -> models.AturanPengisian:
    """The stored rules of the pemda; an unsaved row with the defaults where it has set none."""
    return models.AturanPengisian.objects.filter(pemda=pemda).first() or models.AturanPengisian(pemda=pemda)


def _aturan(baris: models.AturanPengisian) -> AturanPengisian:
    hari = baris.hari_triwulan_1, baris.hari_triwulan_2, baris.hari_triwulan_3, baris.hari_triwulan_4
    return AturanPengisian(hari, baris.tutup_setelah_tenggat, baris.wajib_bukti, baris.wajib_analisis)


def load_pengisian(daftar_tahun: Sequence[TahunKinerja]) -> dict[int, tuple[Pengisian, ...]]:
    """The four quarters of each agency-year, per its pk: three queries, however many years."""
    aturan = load_aturan(t.instansi.pemda_id for t in daftar_tahun)
    baris = models.PengisianTriwulan.objects.filter(tahun_kinerja__in=daftar_tahun)
    per_triwulan = {(p.tahun_kinerja_id, p.triwulan): p for p in baris}
    langkah = models.LangkahPengisian.objects.filter(pengisian__in=per_triwulan.values()).order_by("id")
    terakhir = {satu.pengisian_id: satu for satu in langkah}
    return {
        t.pk: tuple(
            _pengisian(t.tahun, n, per_triwulan.get((t.pk, n)), terakhir, aturan[t.instansi.pemda_id])
            for n in DAFTAR_TRIWULAN
        )
        for t in daftar_tahun
    }


def _pengisian(
    tahun: int,
    triwulan: int,
    baris: models.PengisianTriwulan | None,
    terakhir: dict[int, models.LangkahPengisian],
    aturan: AturanPengisian,
) -> Pengisian:
    langkah = terakhir.get(baris.pk) if baris else None
    return Pengisian(
        tahun=tahun,
        triwulan=triwulan,
        status=StatusPengisian(baris.status) if baris else StatusPengisian.DRAF,
        tenggat=(baris.tenggat_khusus if baris else None) or tenggat(tahun, triwulan, aturan),
        tutup_setelah_tenggat=aturan.tutup_setelah_tenggat,
        sejak=timezone.localtime(langkah.waktu) if langkah else None,
        oleh=langkah.nama_oleh if langkah else "",
        catatan=langkah.catatan if langkah else "",
        langkah=Langkah(langkah.langkah) if langkah else None,
        nomor_langkah=langkah.pk if langkah else None,
    )


def ambil_pengisian(tahun_kinerja: TahunKinerja, triwulan: int) -> Pengisian:
    """One quarter: three queries."""
    return load_pengisian([tahun_kinerja])[tahun_kinerja.pk][triwulan - 1]


def pk_indikator(tahun_kinerja: TahunKinerja, diminta: Iterable[int]) -> set[int]:
    """Those of the pks that are indicators of the year's plan as it stands now, or of its budget rows; one query."""
    milik = Q(renstra__daftar_tahun=tahun_kinerja.pk) | Q(tahun_kinerja=tahun_kinerja.pk)
    return set(Indikator.objects.filter(milik, pk__in=set(diminta)).values_list("pk", flat=True))


def hari_ini() -> date:
    """The day in the time zone of the site; where the clock is read for everything about deadlines."""
    return timezone.localdate()


def saat_kini() -> datetime:
    """The present moment, for what is asked about moments instead of days."""
    return timezone.now()


def daftar_langkah(tahun_kinerja: TahunKinerja, triwulan: int) -> QuerySet[models.LangkahPengisian]:
    """The steps of a quarter, oldest first."""
    return models.LangkahPengisian.objects.filter(
        pengisian__tahun_kinerja=tahun_kinerja, pengisian__triwulan=triwulan
    ).order_by("id")


def daftar_catatan(tahun_kinerja: TahunKinerja, triwulan: int) -> QuerySet[models.CatatanPengisian]:
    """The remarks of a quarter, answered ones too, oldest first."""
    return (
        models.CatatanPengisian.objects.filter(pengisian__tahun_kinerja=tahun_kinerja, pengisian__triwulan=triwulan)
        .select_related("indikator")
        .order_by("id")
    )


def catatan_terbuka(daftar_tahun: Iterable[TahunKinerja]) -> QuerySet[models.CatatanPengisian]:
    """Remarks of these agency-years that nobody has answered."""
    return models.CatatanPengisian.objects.filter(pengisian__tahun_kinerja__in=daftar_tahun, waktu_jawaban__isnull=True)


def daftar_bukti(tahun_kinerja: TahunKinerja, triwulan: int) -> QuerySet[models.BuktiDukung]:
    """The evidence of a quarter, in the order in which it was added."""
    return (
        models.BuktiDukung.objects.filter(tahun_kinerja=tahun_kinerja, triwulan=triwulan)
        .select_related("indikator")
        .order_by("urutan", "id")
    )


def daftar_analisis_triwulan(tahun_kinerja: TahunKinerja, triwulan: int) -> tuple[ButirAnalisis, ...]:
    """The analysis of a quarter, item by item; one query."""
    baris = (
        models.AnalisisTriwulan.objects.filter(tahun_kinerja=tahun_kinerja, triwulan=triwulan)
        .order_by("indikator__urutan", "indikator", "urutan", "id")
        .values_list("indikator__kode", "triwulan", "faktor", "uraian", "dibawa_dari")
    )
    return tuple(ButirAnalisis(kode, tw, Faktor(faktor), uraian, dari) for kode, tw, faktor, uraian, dari in baris)
