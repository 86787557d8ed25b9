"""One job from its turn to its file: load, hand over to a child process, listen, store the outcome."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable

from django.conf import settings
from django.db import OperationalError, close_old_connections

from lkjip.laporan.data_penyusunan import Pesanan
from lkjip.laporan.render.pdf_draf import Kemajuan
from lkjip.penyusunan.anak import Anak, AnakGagal
from lkjip.penyusunan.proses import Kiriman
from lkjip.penyusunan.selectors_isi import load_isi
from lkjip.penyusunan.services_beku import TidakDapatDibekukan, bekukan, siapkan_cap
from lkjip.penyusunan.services_kerja import (
    Giliran,
    ambil_giliran,
    catat_kemajuan,
    gagalkan,
    kembalikan,
    selesaikan,
)
from lkjip.penyusunan.sidik import sidik
from lkjip.penyusunan.simpanan import folder_tembolok, nama_hasil, path_hasil, path_sementara

logger = logging.getLogger(__name__)
_JEDA = 0.4  # seconds between two writes of the progress: at most three a second
_ULANG_SIMPAN = 5


class _TidakBerlaku(Exception):
    """The job was cancelled, or given to somebody else."""


def kerjakan(pk: int, *, pekerja: str) -> None:
    """Make the file of this job, if it still waits. Whatever goes wrong stands in the job, as a sentence."""
    giliran = ambil_giliran(pk=pk, pekerja=pekerja)
    if giliran is None:
        return
    try:
        _susun(giliran)
    except _TidakBerlaku:
        logger.info("Penyusunan %s dihentikan: dibatalkan atau diambil alih.", pk)
    except TidakDapatDibekukan as galat:
        gagalkan(giliran=giliran, pesan=str(galat))
    except AnakGagal as galat:
        logger.error("Penyusunan %s gagal: %s", pk, galat.catatan or galat.pesan)
        gagalkan(giliran=giliran, pesan=galat.pesan)
    except (LookupError, ValueError) as galat:
        logger.warning("Penyusunan %s tidak dapat dimulai: %r", pk, galat)
        gagalkan(giliran=giliran, pesan="Yang diminta tidak ada lagi, misalnya unit kerjanya sudah dihapus.")
    except Exception:
        logger.exception("Penyusunan %s gagal.", pk)
        gagalkan(giliran=giliran, pesan="Penyusunan berkas gagal; rinciannya tercatat pada server.")
    except BaseException:
        kembalikan(giliran=giliran)
        raise


def _susun(giliran: Giliran) -> None:
    pesanan = Pesanan.baca(giliran.penyusunan.spesifikasi)
    isi = load_isi(giliran.penyusunan.tahun_kinerja, pesanan)
    cap = siapkan_cap(pesanan.terbitan, isi) if pesanan.terbitan is not None else None
    jumlah = sidik(isi, pesanan, cap.kode if cap is not None else "")
    nama = nama_hasil(jumlah, pesanan.bentuk)
    if not path_hasil(nama).is_file():
        sementara = path_sementara(nama, giliran.pk, giliran.percobaan)
        sementara.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        kiriman = Kiriman(
            isi=isi,
            bentuk=pesanan.bentuk,
            akhir=pesanan.akhir,
            keluar=sementara,
            tembolok=folder_tembolok(),
            proses=os.cpu_count() or 1,
            batas_mb=settings.SUSUN_MB,
            cap=cap,
            pdf14=settings.TTD_PDF14 and cap is not None,
        )
        try:
            _awasi(giliran, kiriman)
            sementara.replace(path_hasil(nama))
        finally:
            sementara.unlink(missing_ok=True)
    if pesanan.terbitan is not None:
        bekukan(terbitan=pesanan.terbitan, isi=path_hasil(nama).read_bytes())
    if not _simpan(lambda: selesaikan(giliran=giliran, sidik=jumlah, hasil=nama)):
        raise _TidakBerlaku


def _awasi(giliran: Giliran, kiriman: Kiriman) -> None:
    """Until the child has written its file. Raises AnakGagal, _TidakBerlaku; the child is gone in any case."""
    batas = time.monotonic() + settings.SUSUN_DETIK
    with Anak(kiriman) as anak:
        while not anak.usai:
            kemajuan = anak.tunggu(_JEDA)
            if time.monotonic() > batas and not anak.usai:
                raise AnakGagal(f"Penyusunan melewati {settings.SUSUN_DETIK} detik dan dihentikan.")
            if not _berdenyut(giliran, kemajuan):
                raise _TidakBerlaku


def _berdenyut(giliran: Giliran, kemajuan: Kemajuan | None) -> bool:
    """A database that is busy or away for a moment does not stop the work."""
    try:
        return catat_kemajuan(giliran=giliran, kemajuan=kemajuan)
    except OperationalError:
        close_old_connections()
        return True


def _simpan(tulis: Callable[[], bool]) -> bool:
    """The outcome of minutes of work is worth waiting for the database."""
    for ulang in range(_ULANG_SIMPAN):
        try:
            return tulis()
        except OperationalError:
            close_old_connections()
            time.sleep(ulang)
    return tulis()
