"""What the pages list: agencies, years, people, each within what the user may see."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.db.models import Count, Max, Q, QuerySet
from django.utils import timezone

from lkjip import selectors
from lkjip.akun.models import Pengguna
from lkjip.data import BukuKerja
from lkjip.halaman.hari import per_hari
from lkjip.halaman.ringkasan import Ringkasan, ringkasan
from lkjip.laporan.compose.konteks import Konteks
from lkjip.riwayat.models import Riwayat
from renstra import akses
from renstra.data import Instansi as IdentitasBuku
from renstra.models import Instansi, Pemda, Penugasan, Peran, TahunKinerja

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


def daftar_tahun(daftar_instansi: QuerySet[Instansi], tahun: int) -> list[TahunKinerja]:
    """One year of each of these agencies, where they have it."""
    tercatat = TahunKinerja.objects.filter(instansi__in=daftar_instansi, tahun=tahun)
    return list(tercatat.select_related("instansi", "renstra"))


def semua_tahun(daftar_instansi: QuerySet[Instansi]) -> list[int]:
    """Every year of which one of these agencies has data, oldest first."""
    terurut = TahunKinerja.objects.filter(instansi__in=daftar_instansi).order_by("tahun")
    return list(terurut.values_list("tahun", flat=True).distinct())


def ringkasan_per_tahun(daftar: list[TahunKinerja]) -> dict[int, Ringkasan]:
    """The summary per pk of the agency-year.

    It is computed once for each state of the data: the history, which no writing escapes, numbers the states.
    """
    versi, hari = _versi_data(daftar), timezone.localdate()
    kunci = {t.pk: f"ringkasan-{t.pk}-{versi[t.pk]}-{hari}" for t in daftar}
    tersimpan = cache.get_many(kunci.values())
    baru = {
        kunci[t.pk]: ringkasan(Konteks(per_hari(BukuKerja(selectors.load_data(t)), hari)))
        for t in daftar
        if kunci[t.pk] not in tersimpan
    }
    cache.set_many(baru, _SIMPAN_DETIK)
    return {pk: (tersimpan | baru)[k] for pk, k in kunci.items()}


def _versi_data(daftar: list[TahunKinerja]) -> dict[int, str]:
    """The last change of each agency-year and of its Renstra."""
    terakhir = Max("id")
    tahun = Riwayat.objects.filter(tahun_kinerja_id__in=[t.pk for t in daftar]).values_list("tahun_kinerja_id")
    rencana = Riwayat.objects.filter(renstra_id__in=[t.renstra_id for t in daftar]).values_list("renstra_id")
    per_tahun = dict(tahun.annotate(terakhir=terakhir).order_by())
    per_rencana = dict(rencana.annotate(terakhir=terakhir).order_by())
    return {t.pk: f"{per_tahun.get(t.pk, 0)}-{per_rencana.get(t.renstra_id, 0)}" for t in daftar}


def boleh_mengimpor(pengguna: Pemakai) -> bool:
    """Whether the user may change any agency at all; which one, the workbook says, and then it is asked again."""
    penugasan = akses.daftar_penugasan_berlaku(pengguna).filter(peran__in=akses.PERAN_PENGUBAH)
    return pengguna.is_superuser or penugasan.exists()


def boleh_impor_instansi(pengguna: Pengguna, identitas: IdentitasBuku) -> bool:
    """Whether the user may import a workbook of this agency.

    One that exists: whoever may change it. A new one: an admin, or the pengelola of the pemda that the workbook names.
    """
    instansi = Instansi.objects.filter(kode=identitas.kode).first()
    if instansi is not None:
        return akses.boleh_ubah(pengguna, instansi)
    pemda = Q(peran=Peran.PENGELOLA, pemda__nama=identitas.pemda, pemda__jenis=identitas.jenis_pemda or "")
    seluruhnya = Q(peran=Peran.ADMIN, instansi=None, pemda=None)
    penugasan = akses.daftar_penugasan_berlaku(pengguna)
    return pengguna.is_superuser or penugasan.filter(pemda | seluruhnya).exists()


def instansi_pemda(pemda: Pemda) -> QuerySet[Instansi]:
    return pemda.daftar_instansi.annotate(banyak_tahun=Count("daftar_tahun"))


def penugasan_pemda(pemda: Pemda) -> QuerySet[Penugasan]:
    """Everyone who has a task in this pemda or one of its agencies."""
    return (
        Penugasan.objects.filter(Q(pemda=pemda) | Q(instansi__pemda=pemda))
        .select_related("pengguna", "instansi")
        .order_by("pengguna__nama", "peran")
    )
