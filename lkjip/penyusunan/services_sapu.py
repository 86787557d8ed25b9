"""Rescue: jobs whose worker died are given to another one, once; what is old is removed.

The queue itself leaves a task RUNNING for ever when its worker is killed, so this is asked by every worker every few
seconds, and by the pages that wait.
"""

from __future__ import annotations

import logging
import time
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from lkjip.laporan.data_penyusunan import HIDUP, KeadaanPenyusunan
from lkjip.laporan.models import PekerjaBerkas, PenyusunanBerkas
from lkjip.penyusunan.selectors import BASI, SIMPAN
from lkjip.penyusunan.services import buang
from lkjip.penyusunan.simpanan import AKHIRAN_SEMENTARA, folder_hasil
from lkjip.penyusunan.tugas import susun_berkas

logger = logging.getLogger(__name__)
_PERCOBAAN_MAKS = 2
_GAGAL = (
    "Penyusunan terhenti di tengah jalan sampai dua kali, mungkin karena server dimatikan atau kehabisan memori. "
    "Coba lagi; bila terulang, beri tahu pengelola server."
)
_SEHARI = timedelta(days=1)


def sapu(*, sekarang: datetime | None = None) -> None:
    """Everything that another worker left behind."""
    kini = sekarang or timezone.now()
    _bebaskan(kini)
    _tutup_tugas_mati(kini)
    _antrekan_yang_terlupa(kini)


def _bebaskan(kini: datetime) -> None:
    """Jobs without a sign of life: to the queue again, or failed after the second time."""
    mati = PenyusunanBerkas.objects.filter(keadaan=KeadaanPenyusunan.BERJALAN, denyut__lt=kini - BASI)
    for baris in mati:
        logger.warning("Penyusunan %s ditinggalkan oleh %s.", baris.pk, baris.pekerja)
        baris_ini = mati.filter(pk=baris.pk, percobaan=baris.percobaan)
        if baris.percobaan >= _PERCOBAAN_MAKS:
            baris_ini.update(keadaan=KeadaanPenyusunan.GAGAL, pesan=_GAGAL, akhir=kini)
            continue
        with transaction.atomic():
            if baris_ini.update(keadaan=KeadaanPenyusunan.ANTRE, denyut=None, tahap="", selesai=0, seluruh=0):
                susun_berkas.enqueue(baris.pk)


def _tutup_tugas_mati(kini: datetime) -> None:
    """Tasks of the queue that run for ever: older than a sign of life may be, and their job does not run."""
    hidup = set(
        PenyusunanBerkas.objects.filter(keadaan=KeadaanPenyusunan.BERJALAN, denyut__gte=kini - BASI).values_list(
            "pk", flat=True
        )
    )
    mati = [
        tugas.pk
        for tugas in _tugas(TaskResultStatus.RUNNING).filter(started_at__lt=kini - BASI)
        if _nomor(tugas) not in hidup
    ]
    DBTaskResult.objects.filter(pk__in=mati, status=TaskResultStatus.RUNNING).update(
        status=TaskResultStatus.FAILED, finished_at=kini, exception_class_path="", traceback="Pekerjanya mati."
    )


def _antrekan_yang_terlupa(kini: datetime) -> None:
    """Jobs that wait without a task: their worker died between taking the task and taking the job."""
    menunggu = PenyusunanBerkas.objects.filter(keadaan=KeadaanPenyusunan.ANTRE, antre_sejak__lt=kini - BASI)
    if not menunggu.exists():
        return
    hidup = (TaskResultStatus.READY, TaskResultStatus.RUNNING)
    bertugas = {pk for s in hidup for t in _tugas(s) if (pk := _nomor(t)) is not None}
    for pk in menunggu.exclude(pk__in=bertugas).values_list("pk", flat=True):
        susun_berkas.enqueue(pk)


def _tugas(status: TaskResultStatus) -> QuerySet[Any]:
    return DBTaskResult.objects.filter(status=status, task_path=susun_berkas.module_path)


def _nomor(tugas: Any) -> int | None:
    """The job of a task; None of a task that another version of the program has put there."""
    try:
        return int(tugas.args_kwargs["args"][0])
    except (LookupError, TypeError, ValueError):
        return None


def buang_yang_lama(*, sekarang: datetime | None = None) -> int:
    """Jobs and files of more than 30 days ago, tasks of the queue that ended then, workers that are gone. How many
    jobs were removed.
    """
    kini = sekarang or timezone.now()
    lama = list(PenyusunanBerkas.objects.filter(akhir__lt=kini - SIMPAN).exclude(keadaan__in=HIDUP))
    for baris in lama:
        buang(penyusunan=baris)
    DBTaskResult.objects.finished().filter(finished_at__lt=kini - SIMPAN, queue_name=susun_berkas.queue_name).delete()
    PekerjaBerkas.objects.filter(denyut__lt=kini - _SEHARI).delete()
    _buang_berkas_lepas(kini)
    return len(lama)


def _buang_berkas_lepas(kini: datetime) -> None:
    """Files that no job names (half-written ones after an hour, others after as long as jobs are kept)."""
    if not folder_hasil().is_dir():
        return
    bernama = {nama.rpartition("/")[2] for nama in PenyusunanBerkas.objects.values_list("hasil", flat=True)}
    for path in folder_hasil().iterdir():
        batas = timedelta(hours=1) if path.name.endswith(AKHIRAN_SEMENTARA) else SIMPAN
        try:
            usang = path.is_file() and time.time() - path.stat().st_mtime > batas.total_seconds()
        except FileNotFoundError:
            continue
        if usang and path.name not in bernama:
            path.unlink(missing_ok=True)


def catat_pekerja(*, nama: str, mesin: str) -> None:
    """A sign of life of a worker process."""
    kini = timezone.now()
    if not PekerjaBerkas.objects.filter(nama=nama).update(denyut=kini, mesin=mesin):
        PekerjaBerkas.objects.create(nama=nama, mesin=mesin, mulai=kini, denyut=kini)


def pamit(*, nama: str) -> None:
    """The worker process ends in good order."""
    PekerjaBerkas.objects.filter(nama=nama).delete()
