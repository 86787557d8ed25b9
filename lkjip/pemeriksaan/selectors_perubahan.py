"""Late changes of agency-years: gathered out of the history, in words, with what they did to the figures."""

from __future__ import annotations

from django.utils import timezone

from lkjip.akun.selectors import nama_lengkap
from lkjip.halaman.riwayat import nama_jalan
from lkjip.pemeriksaan.data_perubahan import (
    Alasan,
    DaftarPerubahan,
    Kejadian,
    PerubahanTerlambat,
    SumberAlasan,
)
from lkjip.pemeriksaan.data_perubahan_saring import pembukaan_kejadian, susun_kejadian
from lkjip.pemeriksaan.models import AlasanPerubahan
from lkjip.pemeriksaan.selectors_akibat import load_akibat
from lkjip.pemeriksaan.selectors_kunci import CatatanKunci, load_catatan_kunci
from lkjip.pemeriksaan.selectors_perubahan_kata import susun_baris
from lkjip.riwayat.models import TANPA_NAMA
from renstra.models import TahunKinerja

MAKS_AKIBAT = 30
"""Of so many of the newest changes the effect is computed; each asks for the data of two moments."""


def load_perubahan(tahun_kinerja: TahunKinerja, *, maks_akibat: int = MAKS_AKIBAT) -> DaftarPerubahan:
    """All late changes of the year. Two queries where nothing was settled, five where nothing was changed since;
    else a constant number, whatever the number of changes."""
    catatan = load_catatan_kunci([tahun_kinerja])[tahun_kinerja.pk]
    daftar = _kejadian(tahun_kinerja, catatan)
    if not daftar:
        return DaftarPerubahan(daftar_kunci=tuple(catatan.daftar_kunci))
    akibat = load_akibat(tahun_kinerja, daftar[-maks_akibat:] if maks_akibat else (), catatan)
    susulan = _load_susulan(tahun_kinerja)
    baris = susun_baris(daftar)
    orang = nama_lengkap(k.oleh for k in daftar)
    hasil = [
        PerubahanTerlambat(
            pengenal=k.pengenal,
            waktu=(timezone.localtime(k.waktu[0]), timezone.localtime(k.waktu[1])),
            oleh=orang.get(k.oleh, k.oleh or TANPA_NAMA),
            jalan=nama_jalan(k.jalur),
            daftar_kunci=k.daftar_kunci,
            daftar_baris=baris[k.pengenal],
            daftar_alasan=_alasan(k, catatan, susulan),
            daftar_akibat=akibat.get(k.pengenal),
        )
        for k in reversed(daftar)
    ]
    return DaftarPerubahan(tuple(hasil), tuple(catatan.daftar_kunci), sum(p.daftar_akibat is None for p in hasil))


def _kejadian(tahun_kinerja: TahunKinerja, catatan: CatatanKunci) -> tuple[Kejadian, ...]:
    return susun_kejadian(catatan.daftar_entri, tahun_kinerja.tahun, catatan.daftar_kunci)


def _load_susulan(tahun_kinerja: TahunKinerja) -> dict[str, Alasan]:
    daftar = AlasanPerubahan.objects.filter(tahun_kinerja=tahun_kinerja).select_related("oleh")
    return {
        a.kejadian: Alasan(
            SumberAlasan.SUSULAN, a.alasan, str(a.oleh) if a.oleh else "", timezone.localtime(a.pada)
        )
        for a in daftar
    }  # fmt: skip


def _alasan(kejadian: Kejadian, catatan: CatatanKunci, susulan: dict[str, Alasan]) -> tuple[Alasan, ...]:
    """What was written with the save, why its quarter was opened again, and what was added since."""
    hasil = [Alasan(SumberAlasan.SIMPANAN, kejadian.alasan)] if kejadian.alasan else []
    hasil += [
        Alasan(SumberAlasan.PEMBUKAAN, p.alasan, p.oleh, p.pada)
        for p in pembukaan_kejadian(kejadian, catatan.daftar_pembukaan)
        if p.alasan
    ]
    hasil += [susulan[satu] for satu in kejadian.daftar_kejadian if satu in susulan]
    return tuple(hasil)
