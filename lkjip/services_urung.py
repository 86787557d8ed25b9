"""“Urungkan” among others who write the same agency: the locks of every writer of the plan, then the taking back."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db.models import Q

from kinerja.data_evaluasi import AsalEvaluasi, TahapEvaluasi
from kinerja.models import Evaluasi, PengisianTriwulan
from lkjip.akun.models import Pengguna
from lkjip.riwayat.models import Aksi, Riwayat
from lkjip.riwayat.services_baris import menulis
from lkjip.riwayat.services_urung import JALUR_URUNG, urungkan
from lkjip.services_utuh import menjaga_buku
from renstra.models import TahunKinerja
from renstra.services import kunci_instansi


def urungkan_bergiliran(*, kejadian: str, instansi: int, oleh: Pengguna) -> int:
    """`urungkan` while nobody else writes the plan or a quarter of the agency; how many rows.

    Without the locks an edit that comes between the question (“written again since?”) and the answer would be undone
    with it, unseen. Quarters are locked where they are there: a row made here would keep an opened year from going.
    Raises ValidationError.
    """
    with menulis(oleh=oleh, jalur=JALUR_URUNG):
        kunci_instansi(pk=instansi)
        triwulan = PengisianTriwulan.objects.filter(tahun_kinerja__instansi=instansi)
        list(triwulan.select_for_update(of=("self",), no_key=True).order_by("tahun_kinerja__tahun", "triwulan"))
        _pastikan_tak_dievaluasi(kejadian, instansi)
        with menjaga_buku(_daftar_tahun(kejadian, instansi)):
            return urungkan(kejadian=kejadian, instansi=instansi, oleh=oleh)


def _pastikan_tak_dievaluasi(kejadian: str, instansi: int) -> None:
    """A year that this event opened stays while the APIP evaluates it: the agency replies on its pages."""
    dibuka = Riwayat.objects.filter(kejadian=kejadian, tabel=TahunKinerja._meta.db_table, aksi=Aksi.TAMBAH)
    tahun = [isi["tahun"] for isi in dibuka.values_list("ke", flat=True) if isi]
    berjalan = Evaluasi.objects.filter(instansi=instansi, tahun__in=tahun, asal=AsalEvaluasi.DIKERJAKAN)
    if tahun and berjalan.exclude(tahap=TahapEvaluasi.DIBATALKAN).exists():
        raise ValidationError("Tidak dapat diurungkan lagi: inspektorat sudah membuka evaluasi tahun ini.")


def _daftar_tahun(kejadian: str, instansi: int) -> list[int]:
    """The years that the event touched, by themselves or by their plan."""
    catatan = Riwayat.objects.filter(kejadian=kejadian, instansi_id=instansi)
    milik = Q(pk__in=catatan.values("tahun_kinerja_id")) | Q(renstra__in=catatan.values("renstra_id"))
    return list(TahunKinerja.objects.filter(milik, instansi=instansi).values_list("pk", flat=True))
