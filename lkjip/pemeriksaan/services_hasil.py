"""The rules run over agency-years of the database, and what they find is kept: by workers, commands and pages.

What is stale follows from the history, so nothing has to be enqueued and a crash loses nothing: the next round sees
the same. The rows written here are made from everything else and have no history of their own.
"""

from __future__ import annotations

import hashlib
import logging
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from lkjip.pemeriksaan.aturan import berhari
from lkjip.pemeriksaan.aturan.bertahap import BELUM_ADA, HasilAturan, HasilBertahap, periksa_bertahap
from lkjip.pemeriksaan.aturan.pelacak import daftar_bagian
from lkjip.pemeriksaan.data import Jawaban, Temuan, Tingkat, hitung_temuan
from lkjip.pemeriksaan.data_hasil import (
    HasilTersimpan,
    bitmask,
    dari_bitmask,
    temuan_dari_json,
    temuan_ke_json,
)
from lkjip.pemeriksaan.models import HasilPemeriksaan, RekapPemeriksaan
from lkjip.pemeriksaan.selectors import load_jawaban
from lkjip.pemeriksaan.selectors_hasil import ambang_tahun, daftar_usang, load_hasil, riwayat_sampai, sidik_aturan
from lkjip.penyusunan.sidik import tulisan_tetap
from lkjip.riwayat.selectors import riwayat_terakhir
from lkjip.selectors import load_buku_periksa
from renstra.models import TahunKinerja
from renstra.services import kunci_instansi

logger = logging.getLogger(__name__)
LAMA_GILIRAN = timedelta(seconds=60)  # a worker that is at it for longer has died
DETIK_PUTARAN = 4.0  # of the guard beside a worker, which must give a sign of life in between
MAKS_SEGAR = 2  # agency-years that one page brings up to date itself
_HURUF_SIDIK = 16
_MACAM = 3  # in data, in texts, among claims
_putaran_tuntas: object = None  # what the last complete round of this process knew


def periksa_tahun(tahun_kinerja: TahunKinerja, *, penuh: bool = False) -> tuple[str, ...] | None:
    """Run the rules whose parts of the data changed since the last run (`penuh`: all), and keep what they find.

    The ids of the rules that ran; None where another worker is at this agency-year.
    """
    pada = timezone.now()
    baris = _ambil_giliran(tahun_kinerja, pada)
    if baris is None:
        return None
    try:
        return _kerjakan(tahun_kinerja, baris, pada, penuh)
    except Exception:  # the next one need not wait as for a worker that died
        HasilPemeriksaan.objects.filter(pk=baris.pk, giliran=pada).update(giliran=None)
        raise


def _kerjakan(tahun_kinerja: TahunKinerja, baris: HasilPemeriksaan, pada: datetime, penuh: bool) -> tuple[str, ...]:
    with transaction.atomic():  # whoever writes to this agency holds its lock: here nothing of it is under way
        kunci_instansi(pk=tahun_kinerja.instansi_id)
        sampai = riwayat_sampai(tahun_kinerja)
    ambang = ambang_tahun(tahun_kinerja)
    aturan = sidik_aturan(ambang)
    buku = berhari(load_buku_periksa(tahun_kinerja))
    lama = BELUM_ADA if penuh or baris.sidik_aturan != aturan else _terurai(baris)
    hasil = periksa_bertahap(buku, sidik_bagian(buku), lama, ambang)
    isi = _isi(hasil, load_jawaban(tahun_kinerja)) | {"riwayat_sampai": sampai, "sidik_aturan": aturan}
    _simpan(baris, pada, isi, hasil.daftar_temuan)
    return hasil.dijalankan


def _ambil_giliran(tahun_kinerja: TahunKinerja, pada: datetime) -> HasilPemeriksaan | None:
    """The row, marked as ours; None where another worker took it and may still live."""
    baris, _ = HasilPemeriksaan.objects.get_or_create(tahun_kinerja=tahun_kinerja, defaults={"pada": pada})
    bebas = Q(giliran__isnull=True) | Q(giliran__lt=pada - LAMA_GILIRAN)
    if not HasilPemeriksaan.objects.filter(bebas, pk=baris.pk).update(giliran=pada):
        return None
    baris.refresh_from_db()  # what a worker before us has just stored
    return baris


def sidik_bagian(buku: Any) -> dict[str, str]:
    """A fingerprint per part of a workbook (`pelacak.daftar_bagian`)."""
    return {
        nama: hashlib.sha256(tulisan_tetap(isi).encode("utf-8", "surrogatepass")).hexdigest()[:_HURUF_SIDIK]
        for nama, isi in daftar_bagian(buku)
    }


def _terurai(baris: HasilPemeriksaan) -> HasilBertahap:
    """The stored run, as the rules gave it."""
    sidik, dibaca = baris.sidik_bahan.get("bagian", {}), baris.sidik_bahan.get("dibaca", {})
    semua = sorted(sidik)
    temuan: dict[str, tuple[list[Temuan], ...]] = {n: tuple([] for _ in range(_MACAM)) for n in dibaca}
    for nama, macam, isi in baris.daftar:
        temuan[nama][macam].append(temuan_dari_json(isi))
    return HasilBertahap(
        {n: HasilAturan(tuple(map(tuple, temuan[n])), dari_bitmask(b, semua)) for n, b in dibaca.items()},  # type: ignore[arg-type]
        sidik,
    )


def _isi(hasil: HasilBertahap, daftar_jawaban: Sequence[Jawaban]) -> dict[str, Any]:
    """The columns of a run."""
    asal = {
        temuan: (nama, macam)
        for nama, satu in hasil.per_aturan.items()
        for macam, daftar in reversed(list(enumerate(satu.temuan)))
        for temuan in daftar
    }
    semua, daftar = sorted(hasil.sidik), hasil.daftar_temuan
    rekap = hitung_temuan(daftar, daftar_jawaban)
    return {
        "daftar": [[*asal[t], temuan_ke_json(t)] for t in daftar],
        "sidik_bahan": {
            "bagian": dict(hasil.sidik),
            "dibaca": {nama: bitmask(satu.dibaca, semua) for nama, satu in hasil.per_aturan.items()},
        },
        "per_aturan": per_aturan(daftar),
        **{n: getattr(rekap, n) for n in ("galat", "peringatan", "info", "menahan", "terjawab", "klaim")},
    }


def per_aturan(daftar: Iterable[Temuan]) -> dict[str, list[int]]:
    """Per rule how many galat, peringatan and info there are in our own data."""
    banyak = Counter((t.aturan, t.tingkat) for t in daftar if not t.klaim)
    return {aturan: [banyak[aturan, tingkat] for tingkat in Tingkat] for aturan, _ in banyak}


def _simpan(baris: HasilPemeriksaan, pada: datetime, isi: Mapping[str, Any], daftar: Sequence[Temuan]) -> None:
    """Nothing is stored by a worker that was taken for dead, nor of a year that was removed meanwhile."""
    with transaction.atomic():
        milik = HasilPemeriksaan.objects.filter(pk=baris.pk, giliran=pada)
        if not milik.update(**isi, pada=pada, giliran=None):
            return
        RekapPemeriksaan.objects.update_or_create(
            tahun_kinerja_id=baris.tahun_kinerja_id,
            tanggal=timezone.localtime(pada).date(),
            defaults={n: isi[n] for n in ("galat", "peringatan", "info", "menahan")}
            | {"daftar_kunci": [t.kunci for t in daftar if not t.klaim]},
        )


def hasil_terkini(tahun_kinerja: TahunKinerja) -> HasilTersimpan:
    """The findings of this agency-year, brought up to date first; while another worker is at it, those of before."""
    hasil = load_hasil(tahun_kinerja)
    if not hasil.usang:
        return hasil
    periksa_tahun(tahun_kinerja)
    return load_hasil(tahun_kinerja)


def segarkan(daftar_pk: Sequence[int], *, maks: int = MAKS_SEGAR) -> int:
    """Bring up to date what a page of counts shows, where it is only little; how many stay as they were before."""
    usang = daftar_usang(daftar_pk) if daftar_pk else []
    for pk in usang[:maks]:
        periksa_pk(pk)
    return max(0, len(usang) - maks)


def periksa_pk(pk: int, *, penuh: bool = False) -> bool:
    """`periksa_tahun`; False where the year is gone, somebody else is at it, or a rule broke (then the log says so)."""
    tahun_kinerja = TahunKinerja.objects.select_related("instansi__pemda", "renstra").filter(pk=pk).first()
    try:
        return tahun_kinerja is not None and periksa_tahun(tahun_kinerja, penuh=penuh) is not None
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        logger.exception("Pemeriksaan tahun kinerja %s gagal.", pk)
        return False


def periksa_yang_usang(*, detik: float = DETIK_PUTARAN) -> int:
    """A round of the guard beside each worker: what changed since it was checked is checked; how many.

    Costs one small query while nothing changed. What does not fit into this round stays for the next.
    """
    global _putaran_tuntas
    kini = (riwayat_terakhir(), timezone.localdate())
    if kini == _putaran_tuntas:
        return 0
    mulai, banyak, tuntas = time.monotonic(), 0, True
    for pk in daftar_usang():
        if time.monotonic() - mulai > detik:
            return banyak
        berhasil = periksa_pk(pk)
        banyak, tuntas = banyak + berhasil, tuntas and berhasil
    _putaran_tuntas = kini if tuntas else None
    return banyak
