"""Jobs and workers, as the pages and the workers ask for them."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from lkjip.akun.models import Pengguna
from lkjip.laporan.data_penyusunan import JENIS_APIP, Bentuk, JenisBerkas, KeadaanPenyusunan
from lkjip.laporan.models import PekerjaBerkas, PenyusunanBerkas
from renstra import akses

BASI = timedelta(seconds=30)  # without a sign for so long, a worker is taken for dead
SIMPAN = timedelta(days=30)
_DIKENAL = {"jenis__in": [j.value for j in JenisBerkas], "bentuk__in": [b.value for b in Bentuk]}  # by this version
_TAHUN = ("tahun_kinerja__instansi", "tahun_kinerja__renstra", "oleh")


def ambil_terlihat(pengguna: Pengguna, pk: int) -> PenyusunanBerkas | None:
    """The job, if its user may see the agency; one query."""
    return PenyusunanBerkas.objects.filter(_terlihat(pengguna), pk=pk, **_DIKENAL).select_related(*_TAHUN).first()


def _terlihat(pengguna: Pengguna) -> Q:
    """Jobs of the agencies that the user may see; what the APIP writes, for its own people only."""
    apip = Q(tahun_kinerja__instansi__pemda__in=akses.daftar_pemda_evaluasi(pengguna))
    lain = ~Q(jenis__in=[j.value for j in JENIS_APIP])
    return Q(tahun_kinerja__instansi__in=akses.daftar_instansi_terlihat(pengguna)) & (lain | apip)


def daftar_milik(pengguna: Pengguna, *, sekarang: datetime | None = None) -> QuerySet[PenyusunanBerkas]:
    """The jobs of the last 30 days that this user asked for and may still see, newest first."""
    sejak = (sekarang or timezone.now()) - SIMPAN
    milik = PenyusunanBerkas.objects.filter(daftar_peminta__pengguna=pengguna, antre_sejak__gte=sejak, **_DIKENAL)
    return milik.filter(_terlihat(pengguna)).select_related(*_TAHUN)


def peminta(penyusunan: PenyusunanBerkas, pengguna: Pengguna) -> bool:
    """Whether this user asked for it."""
    return penyusunan.daftar_peminta.filter(pengguna=pengguna).exists()


def terakhir_bersidik(sidik: str) -> PenyusunanBerkas | None:
    """The latest job with this content."""
    return PenyusunanBerkas.objects.filter(sidik=sidik).order_by("-antre_sejak", "-pk").first()


def banyak_di_depan(penyusunan: PenyusunanBerkas) -> int:
    """How many jobs are taken before this one."""
    lebih_dulu = Q(antre_sejak__lt=penyusunan.antre_sejak) | Q(antre_sejak=penyusunan.antre_sejak, pk__lt=penyusunan.pk)
    return PenyusunanBerkas.objects.filter(lebih_dulu, keadaan=KeadaanPenyusunan.ANTRE).count()


def daftar_pekerja_hidup(*, sekarang: datetime | None = None) -> QuerySet[PekerjaBerkas]:
    return PekerjaBerkas.objects.filter(denyut__gte=(sekarang or timezone.now()) - BASI)


def banyak_per_keadaan() -> dict[str, int]:
    """How many jobs wait, run, and run without a sign (`tersangkut`): what an administrator looks at."""
    berjalan = PenyusunanBerkas.objects.filter(keadaan=KeadaanPenyusunan.BERJALAN)
    return {
        "antre": PenyusunanBerkas.objects.filter(keadaan=KeadaanPenyusunan.ANTRE).count(),
        "berjalan": berjalan.count(),
        "tersangkut": berjalan.filter(denyut__lt=timezone.now() - BASI).count(),
        "pekerja": daftar_pekerja_hidup().count(),
    }


def dipakai_lain(penyusunan: PenyusunanBerkas) -> bool:
    """Whether the finished file of this job is another one's, too."""
    return PenyusunanBerkas.objects.filter(hasil=penyusunan.hasil).exclude(pk=penyusunan.pk).exists()
