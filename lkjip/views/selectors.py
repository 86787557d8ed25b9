"""What the pages list: agencies, years, people, each within what the user may see."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.db.models import Count, Max, Q, QuerySet
from django.utils import timezone

from kinerja.selectors_terbit import TABEL_EVALUASI
from lkjip import selectors
from lkjip.akun.models import Pengguna
from lkjip.data import BukuKerja
from lkjip.halaman.ringkasan import Ringkasan, ringkasan
from lkjip.laporan.compose.konteks import Konteks
from lkjip.riwayat.models import Riwayat
from renstra import akses
from renstra.models import Instansi, Pemda, Penugasan, TahunKinerja

_SIMPAN_DETIK = 24 * 3600
Pemakai = Pengguna | AnonymousUser


def cari_instansi(pengguna: Pemakai, *, cari: str = "", pemda: int | None = None) -> QuerySet[Instansi]:
    """Agencies that the user may see, by name; with pemda and years, in a constant number of queries."""
    daftar = akses.daftar_instansi_terlihat(pengguna).select_related("pemda").prefetch_related("daftar_tahun")
    if cari:
        daftar = daftar.filter(Q(nama__icontains=cari) | Q(kode__icontains=cari) | Q(singkatan__icontains=cari))
    return daftar.filter(pemda=pemda) if pemda else daftar


def daftar_pemda_terlihat(pengguna: Pemakai) -> QuerySet[Pemda]:
    """The pemda of the agencies that the user may see."""
    return Pemda.objects.filter(daftar_instansi__in=akses.daftar_instansi_terlihat(pengguna)).distinct()


def ambil_pemda_terlihat(pengguna: Pemakai, pk: int) -> Pemda | None:
    """One pemda: of an agency that the user may see, or the one that they manage before it has any agency."""
    pemda = Pemda.objects.filter(pk=pk).first()
    if pemda is None or akses.boleh_kelola_pemda(pengguna, pemda):
        return pemda
    return daftar_pemda_terlihat(pengguna).filter(pk=pk).first()


def tahun_terlihat(pengguna: Pemakai, kode: str, tahun: int) -> TahunKinerja | None:
    return (
        TahunKinerja.objects.filter(
            instansi__in=akses.daftar_instansi_terlihat(pengguna), instansi__kode=kode, tahun=tahun
        )
        .select_related("instansi", "renstra")
        .first()
    )


def tahun_terbaru(pengguna: Pemakai, kode: str) -> int | None:
    """The latest year of an agency that the user may see."""
    terlihat = akses.daftar_instansi_terlihat(pengguna).filter(kode=kode)
    terbaru = TahunKinerja.objects.filter(instansi__in=terlihat).order_by("-tahun").values_list("tahun", flat=True)
    return terbaru.first()


def daftar_tahun_instansi(instansi: Instansi) -> list[int]:
    return list(instansi.daftar_tahun.order_by("tahun").values_list("tahun", flat=True))


def daftar_tahun_terbaru(daftar_instansi: QuerySet[Instansi]) -> list[TahunKinerja]:
    """The latest year of each of these agencies."""
    tahun = TahunKinerja.objects.filter(instansi__in=daftar_instansi).select_related("instansi", "renstra")
    terbaru = {t.instansi_id: t for t in tahun.order_by("tahun")}
    return sorted(terbaru.values(), key=lambda t: t.nama.casefold())


def tahun_sebelumnya(daftar: list[TahunKinerja]) -> dict[int, TahunKinerja]:
    """The agency's year before each of these, where it is recorded; one query."""
    milik = Q()
    for t in daftar:
        milik |= Q(instansi=t.instansi_id, tahun=t.tahun - 1)
    lalu = TahunKinerja.objects.filter(milik).select_related("instansi", "renstra") if daftar else ()
    per_instansi = {(t.instansi_id, t.tahun): t for t in lalu}
    pasangan = ((t.pk, per_instansi.get((t.instansi_id, t.tahun - 1))) for t in daftar)
    return {pk: sebelumnya for pk, sebelumnya in pasangan if sebelumnya is not None}


def daftar_tahun_sebelum(kini: TahunKinerja, banyak: int) -> list[TahunKinerja]:
    """The agency's years before this one, the latest first, at most so many."""
    milik = TahunKinerja.objects.filter(instansi=kini.instansi_id, tahun__lt=kini.tahun)
    return list(milik.select_related("instansi", "renstra").order_by("-tahun")[:banyak])


def tanpa_data(daftar_instansi: list[Instansi]) -> list[Instansi]:
    """Those of which no year is recorded yet."""
    ada = TahunKinerja.objects.filter(instansi__in=daftar_instansi).values_list("instansi", flat=True)
    tercatat = set(ada)
    return [i for i in daftar_instansi if i.pk not in tercatat]


def daftar_tahun(daftar_instansi: QuerySet[Instansi], tahun: int) -> list[TahunKinerja]:
    """One year of each of these agencies, where they have it."""
    tercatat = TahunKinerja.objects.filter(instansi__in=daftar_instansi, tahun=tahun)
    return list(tercatat.select_related("instansi", "renstra"))


def banyak_instansi_per_tahun(daftar_instansi: QuerySet[Instansi]) -> dict[int, int]:
    """Every year of which one of these agencies has data, oldest first: how many of them have."""
    tercatat = TahunKinerja.objects.filter(instansi__in=daftar_instansi).values_list("tahun")
    return dict(tercatat.annotate(banyak=Count("id")).order_by("tahun"))


def ringkasan_per_tahun(daftar: list[TahunKinerja]) -> dict[int, Ringkasan]:
    """The summary per pk of the agency-year.

    It is computed once for each state of the data: the history, which no writing escapes, numbers the states.
    """
    versi, hari = _versi_data(daftar), timezone.localdate()
    kunci = {t.pk: f"ringkasan-{t.pk}-{versi[t.pk]}-{hari}" for t in daftar}
    tersimpan = cache.get_many(kunci.values())
    data = selectors.load_banyak_data([t for t in daftar if kunci[t.pk] not in tersimpan])
    baru = {kunci[pk]: ringkasan(Konteks(BukuKerja(isi).pada(hari))) for pk, isi in data.items()}
    cache.set_many(baru, _SIMPAN_DETIK)
    return {pk: (tersimpan | baru)[k] for pk, k in kunci.items()}


def _versi_data(daftar: list[TahunKinerja]) -> dict[int, str]:
    """The last change of each agency-year, of its Renstra and of what evaluations say about its agency."""
    terakhir = Max("id")
    tahun = Riwayat.objects.filter(tahun_kinerja_id__in=[t.pk for t in daftar]).values_list("tahun_kinerja_id")
    rencana = Riwayat.objects.filter(renstra_id__in=[t.renstra_id for t in daftar]).values_list("renstra_id")
    nilai = Riwayat.objects.filter(
        instansi_id__in=[t.instansi_id for t in daftar], tabel__in=TABEL_EVALUASI
    ).values_list("instansi_id")
    per_tahun, per_rencana, per_instansi = (
        dict(satu.annotate(terakhir=terakhir).order_by()) for satu in (tahun, rencana, nilai)
    )
    return {
        t.pk: f"{per_tahun.get(t.pk, 0)}-{per_rencana.get(t.renstra_id, 0)}-{per_instansi.get(t.instansi_id, 0)}"
        for t in daftar
    }


def instansi_pemda(pemda: Pemda) -> QuerySet[Instansi]:
    return pemda.daftar_instansi.annotate(banyak_tahun=Count("daftar_tahun"))


def penugasan_pemda(pemda: Pemda) -> QuerySet[Penugasan]:
    """Everyone who has a task in this pemda or one of its agencies."""
    return (
        Penugasan.objects.filter(Q(pemda=pemda) | Q(instansi__pemda=pemda))
        .select_related("pengguna", "instansi")
        .order_by("pengguna__nama", "peran")
    )
