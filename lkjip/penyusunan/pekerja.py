"""Workers: a thread inside each process of the site (LKJIP_PEKERJA=situs), or processes of their own (`db_worker`).

Beside each of them a guard gives signs of life, rescues what dead workers left, does the chores that the settings
name (TUGAS_PENJAGA), and once an hour removes what is old.
"""

from __future__ import annotations

import contextlib
import logging
import os
import socket
import threading
import time

from django.conf import settings
from django.db import DatabaseError, close_old_connections, connections
from django.utils.module_loading import import_string
from django_tasks_db.management.commands.db_worker import Worker

from lkjip.penyusunan.services_sapu import buang_yang_lama, catat_pekerja, pamit, sapu
from lkjip.penyusunan.tugas import ANTREAN, nama_pekerja

logger = logging.getLogger(__name__)
DETIK_JAGA = 10.0
_DETIK_BERSIH = 3600.0
_DETIK_LIHAT = 0.5  # how often an idle worker looks into the queue
_DETIK_PULIH = 5.0
_KUNCI = threading.Lock()
_hidup_di: int | None = None  # pid of the process whose worker runs: a forked process has none yet


class Penjaga(threading.Thread):
    """The guard beside a worker."""

    def __init__(self) -> None:
        super().__init__(name="penjaga-berkas", daemon=True)
        self._berhenti = threading.Event()

    def run(self) -> None:
        bersih = 0.0
        while not self._berhenti.is_set():
            try:
                catat_pekerja(nama=nama_pekerja(), mesin=socket.gethostname())
                sapu()
                for nama in settings.TUGAS_PENJAGA:
                    import_string(nama)()
                if time.monotonic() - bersih > _DETIK_BERSIH or not bersih:
                    buang_yang_lama()
                    bersih = time.monotonic()
            except DatabaseError as galat:
                logger.warning("Penjaga berkas belum dapat memakai basis data: %s", galat)
            except Exception:  # without its guard a worker would be taken for dead
                logger.exception("Penjaga berkas terganggu dan mencoba lagi.")
            close_old_connections()
            self._berhenti.wait(DETIK_JAGA)
        with contextlib.suppress(DatabaseError):  # then its row is removed after a day
            pamit(nama=nama_pekerja())
        connections.close_all()

    def berhenti(self) -> None:
        """Sign off and end."""
        self._berhenti.set()
        if self.is_alive():
            self.join(5)


def hidupkan_pekerja() -> bool:
    """Start this process's own worker, once, where the settings want it. Whether it was started now.

    Asked at each request: threads do not survive the fork of a server that loads the site first (gunicorn --preload).
    """
    global _hidup_di
    if settings.PEKERJA != "situs" or _hidup_di == os.getpid():
        return False
    with _KUNCI:
        if _hidup_di == os.getpid():
            return False
        _hidup_di = os.getpid()
        threading.Thread(target=_bekerja, name="pekerja-berkas", daemon=True).start()
        Penjaga().start()
    return True


def _bekerja() -> None:
    """The worker's loop; an error of the database (not there yet, away for a moment) does not end it."""
    while True:
        try:
            buat_pekerja().run()
        except DatabaseError as galat:
            logger.warning("Pekerja berkas belum dapat memakai basis data: %s", galat)
            close_old_connections()
        except Exception:
            logger.exception("Pekerja berkas terhenti dan dimulai lagi.")
        time.sleep(_DETIK_PULIH)


def buat_pekerja() -> Worker:
    """One that takes the files of this site, until it is stopped."""
    return Worker(
        queue_names=[ANTREAN],
        interval=_DETIK_LIHAT,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=nama_pekerja(),
        excluded_queue_names=[],
    )
