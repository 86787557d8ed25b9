"""The one task of the queue. What is to be made stands in the job's row; the task carries its number only."""

from __future__ import annotations

import os
import socket

from django_tasks import TaskContext, task

from lkjip.penyusunan.pelaksana import kerjakan

ANTREAN = "berkas"


@task(queue_name=ANTREAN, takes_context=True)
def susun_berkas(context: TaskContext, pk: int) -> None:
    """Make the file of the job `pk`; nothing happens where it waits no more."""
    kerjakan(pk, pekerja=nama_pekerja())


def nama_pekerja() -> str:
    """Of this process, among those of all machines."""
    return f"{socket.gethostname()[:48]}-{os.getpid()}"
