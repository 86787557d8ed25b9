"""Attempts at signing that nobody finishes: what came back takes its place after all, or the attempt is given up."""

from __future__ import annotations

import logging
from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from lkjip.laporan.data_terbitan import CaraTandaTangan, KeadaanTindakan
from lkjip.laporan.models import Terbitan, TindakanTandaTangan
from lkjip.laporan.signing.percaya import BerkasKepercayaanRusak
from lkjip.laporan.signing.setelan import kepercayaan
from lkjip.laporan.simpanan_terbitan import BerkasRusak, baca_berkas
from lkjip.terbitan.selectors_tanda_tangan import daftar_tindakan, daftar_tindakan_lama
from lkjip.terbitan.services_tanda_tangan import (
    RUSAK,
    ServerSibuk,
    TandaTanganDitolak,
    akhiri,
    harapan,
    nilai_kembali,
    tempatkan,
)
from lkjip.terbitan.simpanan_tindakan import BerkasKembali, baca_kembali, daftar_kembali, hapus_kembali

logger = logging.getLogger(__name__)

TERPUTUS = "Penandatanganan terhenti di tengah jalan, mungkin karena server dimatikan. Dokumen belum ditandatangani."
TERPUTUS_BSRE = (
    "Penandatanganan terhenti sebelum jawaban BSrE diterima; BSrE mungkin sudah menandatanganinya. Dokumen di sini "
    "belum ditandatangani. Tanyakan pengelola Esign Client: bila hasilnya ada, unggah berkasnya; bila tidak, tanda "
    "tangani lagi."
)


@dataclass(frozen=True)
class HasilPulih:
    """How many attempts were finished, how many given up, and how many still wait (a busy server, broken trust)."""

    diselesaikan: int = 0
    dilepas: int = 0
    menunggu: int = 0


def pulihkan_tindakan(*, terbitan: Terbitan | None = None, sekarang: datetime | None = None) -> HasilPulih:
    """Of this version, or of all; one query where there is nothing to do. Can run any number of times, side by side."""
    tertinggal = {satu.pk: satu for satu in daftar_tindakan_lama(sekarang or timezone.now(), terbitan)}
    if terbitan is None:
        tertinggal |= _terlambat_kembali()
    hasil = Counter(_pulihkan(satu) for satu in tertinggal.values())
    return HasilPulih(hasil[KeadaanTindakan.BERHASIL], hasil[KeadaanTindakan.TERPUTUS], hasil[None])


def _terlambat_kembali() -> dict[int, TindakanTandaTangan]:
    """Given up, but then something came back after all. What lies there for a finished attempt is left over."""
    nomor = list(daftar_kembali())
    dikenal = daftar_tindakan(nomor) if nomor else {}
    for pk in nomor:
        if pk not in dikenal or dikenal[pk].keadaan in {KeadaanTindakan.BERHASIL, KeadaanTindakan.GAGAL}:
            hapus_kembali(pk)
    return {pk: satu for pk, satu in dikenal.items() if satu.keadaan == KeadaanTindakan.TERPUTUS}


def _pulihkan(tindakan: TindakanTandaTangan) -> KeadaanTindakan | None:
    """BERHASIL: the attempt was finished; TERPUTUS: given up; None: it waits for the next time."""
    kembali = baca_kembali(tindakan.pk)
    if kembali is None or kembali.sidik_masuk != tindakan.sidik_masuk:
        pesan = TERPUTUS_BSRE if tindakan.cara == CaraTandaTangan.BSRE else TERPUTUS
        akhiri(tindakan=tindakan, keadaan=KeadaanTindakan.TERPUTUS, pesan=pesan)
        logger.warning("Tindakan tanda tangan %s terputus.", tindakan.pk)
        return KeadaanTindakan.TERPUTUS
    try:
        _selesaikan(tindakan, kembali)
    except ServerSibuk:
        return None
    except TandaTanganDitolak as galat:
        akhiri(tindakan=tindakan, keadaan=KeadaanTindakan.GAGAL, pesan=" ".join(galat.messages))
    except BerkasRusak:
        akhiri(tindakan=tindakan, keadaan=KeadaanTindakan.GAGAL, pesan=RUSAK)
    except BerkasKepercayaanRusak as galat:  # an administrator's mistake; what came back waits for its correction
        logger.error("Tindakan tanda tangan %s belum dapat dipulihkan: %s", tindakan.pk, galat)
        return None
    else:
        return KeadaanTindakan.BERHASIL
    return KeadaanTindakan.TERPUTUS


def _selesaikan(tindakan: TindakanTandaTangan, kembali: BerkasKembali) -> None:
    isi = baca_berkas(tindakan.sidik_masuk)
    putusan = nilai_kembali(tindakan, kembali, harapan(tindakan, isi), kepercayaan())
    tempatkan(tindakan=tindakan, kembali=kembali, putusan=putusan)
    logger.info("Tindakan tanda tangan %s diselesaikan dari berkas yang sudah kembali.", tindakan.pk)
