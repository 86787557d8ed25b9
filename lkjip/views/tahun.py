"""Pages of one agency-year."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from kinerja.selectors_evaluasi import load_evaluasi_terbit
from lkjip.evaluasi.aturan_rekaman import periksa_rekaman
from lkjip.halaman.anggaran import halaman_anggaran
from lkjip.halaman.indikator import daftar_kelompok, rincian_indikator
from lkjip.halaman.ringkasan import ringkasan
from lkjip.halaman.sakip import halaman_sakip
from lkjip.halaman.tujuan import pohon_tujuan
from lkjip.laporan.compose.konteks import Konteks
from lkjip.pemeriksaan.data_hasil import HitunganTahun
from lkjip.pemeriksaan.selectors_hasil import hitungan_instansi
from lkjip.pemeriksaan.services_hasil import segarkan
from lkjip.terbitan.selectors import daftar_terbit
from lkjip.views.pilihan import baca_permintaan, pemilih
from lkjip.views.rangka import buka_konteks, buka_tahun, daftar_sub_sakip, rangka
from lkjip.views.selectors import cari_instansi, tahun_terbaru
from renstra import akses


def _buka(request: HttpRequest, kode: str, tahun: int, tab: str, *lanjutan: str) -> tuple[Konteks, dict[str, Any]]:
    """Access, then the data and the frame of the page."""
    tahun_kinerja = buka_tahun(request.user, kode, tahun)
    konteks = buka_konteks(tahun_kinerja)
    boleh_ubah = akses.boleh_ubah(request.user, tahun_kinerja.instansi)
    return konteks, {"rangka": rangka(tahun_kinerja, konteks, tab, *lanjutan, boleh_ubah=boleh_ubah)}


@require_safe
@login_required
def halaman_instansi(request: HttpRequest, kode: str) -> HttpResponse:
    """To the latest year of the agency; without one, to its first for who may open it, else to who it is."""
    terbaru = tahun_terbaru(request.user, kode)
    if terbaru is not None:
        return redirect("ringkasan_tahun", kode, terbaru)
    instansi = cari_instansi(request.user).filter(kode=kode).first()
    if instansi is None:
        raise Http404("Instansi tidak ada atau di luar penugasan.")
    return redirect("tahun_baru" if akses.boleh_ubah(request.user, instansi) else "profil_instansi", kode)


@require_safe
@login_required
def halaman_ringkasan(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    konteks, isi = _buka(request, kode, tahun, "ringkasan_tahun")
    isi |= {"ringkasan": ringkasan(konteks), "temuan": _hitungan_temuan(request, kode, tahun)}
    return render(request, "situs/tahun/ringkasan.html", isi)


def _hitungan_temuan(request: HttpRequest, kode: str, tahun: int) -> HitunganTahun | None:
    """Brought up to date first, unless a worker is just at it."""
    tahun_kinerja = buka_tahun(request.user, kode, tahun)
    segarkan([tahun_kinerja.pk])
    return hitungan_instansi([tahun_kinerja.instansi_id], tahun).get(tahun_kinerja.instansi_id)


@require_safe
@login_required
def halaman_tujuan(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    konteks, isi = _buka(request, kode, tahun, "tujuan")
    return render(request, "situs/tahun/tujuan.html", {**isi, "pohon": pohon_tujuan(konteks)})


@require_safe
@login_required
def halaman_indikator(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    konteks, isi = _buka(request, kode, tahun, "indikator")
    return render(request, "situs/tahun/indikator.html", {**isi, "bagian": daftar_kelompok(konteks)})


@require_safe
@vary_on_headers("HX-Request")
@login_required
def halaman_rincian_indikator(request: HttpRequest, kode: str, tahun: int, kode_indikator: str) -> HttpResponse:
    """One indicator; asked by htmx, only the part that opens inside the list."""
    konteks, isi = _buka(request, kode, tahun, "indikator", kode_indikator)
    indikator = konteks.renstra.indikator_per_kode.get(kode_indikator)
    if indikator is None:
        raise Http404("Indikator tidak ada pada tahun ini.")
    templat = "_rincian_sisipan" if request.headers.get("HX-Request") else "rincian_indikator"
    return render(request, f"situs/tahun/{templat}.html", {**isi, "rincian": rincian_indikator(konteks, indikator)})


@require_safe
@login_required
def halaman_uang(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    konteks, isi = _buka(request, kode, tahun, "anggaran")
    isi |= {"halaman": halaman_anggaran(konteks), "buka_semua": request.GET.get("buka") == "semua"}
    return render(request, "situs/tahun/anggaran.html", isi)


@require_safe
@login_required
def halaman_evaluasi(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    konteks, isi = _buka(request, kode, tahun, "sakip")
    ada_lhe = bool(konteks.kinerja.daftar_terbit)
    rekaman = load_evaluasi_terbit(kode, sampai=tahun) if ada_lhe else {}
    temuan = {t: periksa_rekaman(data) for t, data in rekaman.items()}
    isi_sakip = {"halaman": halaman_sakip(konteks, temuan), "daftar_sub": daftar_sub_sakip(kode, tahun, "sakip")}
    return render(request, "situs/tahun/sakip.html", {**isi, **isi_sakip})


@require_safe
@login_required
def halaman_unduhan(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    minta = baca_permintaan(request)
    tahun_kinerja = buka_tahun(request.user, kode, tahun)
    konteks = buka_konteks(tahun_kinerja)
    pilih = pemilih(request, tahun_kinerja, minta, konteks.laporan)
    isi = {
        "rangka": rangka(
            tahun_kinerja, konteks, "unduhan", boleh_ubah=akses.boleh_ubah(request.user, tahun_kinerja.instansi)
        ),
        "pemilih": pilih,
        "daftar_terbit": daftar_terbit(tahun_kinerja),
    }
    return render(request, "situs/tahun/unduhan.html", isi)
