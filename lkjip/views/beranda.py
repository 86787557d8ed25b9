"""The start page: what each role needs first, one section a role."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kinerja.selectors_pengisian import hari_ini
from lkjip.evaluasi.selectors_tindak_lanjut import load_tugas_rekomendasi
from lkjip.evaluasi.selectors_tugas import load_tugas_evaluasi
from lkjip.halaman.perbandingan import (
    KUNCI,
    BarisInstansi,
    Perubahan,
    Rekap,
    perubahan,
    rekap,
    tahun_utama,
    urutkan,
)
from lkjip.halaman.ringkasan import Ringkasan
from lkjip.pengisian.selectors_pekerjaan import banyak_per_status, load_pekerjaan
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.views import selectors
from renstra import akses
from renstra.models import Instansi, Pemda, Penugasan, Peran

_KOLOM = (
    ("nama", "Instansi"), ("capaian", "Rata-rata capaian"), ("pagu", "Pagu (Rp)"), ("serapan", "Serapan"),
    ("sakip", "SAKIP"),
)  # fmt: skip


@dataclass(frozen=True)
class KartuTahun:
    """The latest year of an agency, for those who work on it or lead it."""

    kode: str
    nama: str
    tahun: int
    ringkasan: Ringkasan
    boleh_ubah: bool
    daftar_perubahan: tuple[Perubahan, ...]


@dataclass(frozen=True)
class Kolom:
    """A heading: what a click sorts by, and how the table is sorted now."""

    nama: str
    urut: str
    arah: str


@dataclass(frozen=True)
class Perbandingan:
    tahun: int
    daftar_tahun: list[int]
    daftar_kolom: list[Kolom]
    daftar: list[BarisInstansi]
    rekap: Rekap
    banyak_per_status: dict[str, int]


@dataclass(frozen=True)
class Kelola:
    pemda: Pemda
    daftar_instansi: list[Instansi]
    daftar_penugasan: list[Penugasan]


@require_safe
@login_required
def beranda(request: HttpRequest) -> HttpResponse:
    tugas = list(akses.daftar_penugasan_berlaku(request.user))
    peran = {t.peran for t in tugas}
    admin = request.user.is_superuser or Peran.ADMIN in peran
    isi = {
        "evaluasi": load_tugas_evaluasi(pengguna_masuk(request), tugas, hari_ini()),
        "rekomendasi": load_tugas_rekomendasi(tugas, hari_ini()),
        "pekerjaan": load_pekerjaan(tugas, hari_ini()),
        "sebutan_peran": ", ".join(dict.fromkeys(t.get_peran_display() for t in tugas)),
        "daftar_kepala": _kartu(request, [t for t in tugas if t.peran == Peran.KEPALA]),
        "daftar_kerja": _kartu(request, [t for t in tugas if t.peran in (Peran.PERENCANA, Peran.VERIFIKATOR)]),
        "perbandingan": _perbandingan(request) if Peran.INSPEKTORAT in peran else None,
        "daftar_kelola": [_kelola(t.pemda) for t in tugas if t.peran == Peran.PENGELOLA and t.pemda],
        "admin": admin,
        "tanpa_penugasan": not tugas and not admin,
        "tugas_tanpa_data": _tanpa_data(tugas),
    }
    return render(request, "situs/beranda/beranda.html", isi)


def _kartu(request: HttpRequest, tugas: list[Penugasan]) -> list[KartuTahun]:
    terlihat = selectors.cari_instansi(request.user)
    daftar = selectors.daftar_tahun_terbaru(terlihat.filter(pk__in=[t.instansi_id for t in tugas]))
    lalu = selectors.tahun_sebelumnya(daftar)
    ringkasan = selectors.ringkasan_per_tahun([*daftar, *lalu.values()])
    dulu = {pk: ringkasan[t.pk] for pk, t in lalu.items()}
    return [
        KartuTahun(t.instansi.kode, t.nama or t.instansi.kode, t.tahun, ringkasan[t.pk],
                   akses.boleh_ubah(request.user, t.instansi), perubahan(ringkasan[t.pk], dulu.get(t.pk)))
        for t in daftar
    ]  # fmt: skip


def _tanpa_data(tugas: list[Penugasan]) -> list[Instansi]:
    """Agencies that this user works for or leads and that have no data yet: the page says what to do next."""
    milik = {t.instansi_id: t.instansi for t in tugas if t.instansi is not None}
    return selectors.tanpa_data(list(milik.values())) if milik else []


def _perbandingan(request: HttpRequest) -> Perbandingan | None:
    """All agencies that this user may see, in one year."""
    terlihat = selectors.cari_instansi(request.user)
    banyak = selectors.banyak_instansi_per_tahun(terlihat)
    daftar_tahun = list(banyak)
    if not daftar_tahun:
        return None
    diminta = request.GET.get("tahun", "")
    tahun = next((t for t in daftar_tahun if str(t) == diminta), tahun_utama(banyak))
    tercatat = {t.instansi_id: t for t in selectors.daftar_tahun(terlihat, tahun)}
    ringkasan = selectors.ringkasan_per_tahun(list(tercatat.values()))
    baris = [
        BarisInstansi(i.kode, i.nama or i.kode, tahun, ringkasan[tercatat[i.pk].pk] if i.pk in tercatat else None)
        for i in terlihat
    ]
    urut = request.GET.get("urut", "nama")
    status = banyak_per_status(list(tercatat.values()))
    return Perbandingan(tahun, daftar_tahun, _daftar_kolom(urut), urutkan(baris, urut), rekap(baris), status)


def _daftar_kolom(urut: str) -> list[Kolom]:
    """A figure sorts from the best down at the first click, a name from A; the next click turns it round."""
    kolom = []
    for kunci, nama in _KOLOM:
        arah = {kunci: "ascending", f"-{kunci}": "descending"}.get(urut, "")
        pertama, kedua = (f"-{kunci}", kunci) if kunci in KUNCI else (kunci, f"-{kunci}")
        kolom.append(Kolom(nama, kedua if urut == pertama else pertama, arah))
    return kolom


def _kelola(pemda: Pemda) -> Kelola:
    return Kelola(pemda, list(selectors.instansi_pemda(pemda)), list(selectors.penugasan_pemda(pemda)))
