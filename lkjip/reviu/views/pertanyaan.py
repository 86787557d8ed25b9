"""The checklist: 23 questions, each with what the system knows about it, saved one by one."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from kinerja.data_reviu import DAFTAR_PERTANYAAN, PERTANYAAN_PER_KODE, JawabanReviu, PertanyaanReviu
from kinerja.selectors_reviu import load_reviu
from kinerja.services_reviu import MAKS_HURUF, jawab_pertanyaan
from lkjip.laporan.compose.konteks import Konteks
from lkjip.pemeriksaan.aturan import periksa
from lkjip.pemeriksaan.data import Temuan
from lkjip.reviu.data_bahan import Bahan
from lkjip.reviu.halaman import KartuPertanyaan, bergantung_pada, daftar_kelompok, kartu_pertanyaan, kemajuan
from lkjip.reviu.halaman_bahan import Sumber, susun_bahan
from lkjip.reviu.selectors import load_keadaan_sumber
from lkjip.reviu.views.ruang import RuangReviu, buka_reviu, isi_rangka, wajib

_JAWABAN = {j.value: j for j in JawabanReviu}


@require_safe
@login_required
def pertanyaan(request: HttpRequest, kode: str, tahun: int, pk: int) -> HttpResponse:
    ruang = buka_reviu(request, kode, tahun, pk)
    wajib(ruang.hak.lihat_jawaban)
    return _halaman(request, ruang)


def _halaman(request: HttpRequest, ruang: RuangReviu, galat: tuple[str, str] = ("", "")) -> HttpResponse:
    """`galat`: at which question something was refused, and why."""
    isi = isi_rangka(ruang, "pertanyaan_reviu") | {
        "daftar_kelompok": daftar_kelompok(_daftar_kartu(ruang)),
        "maks_huruf": MAKS_HURUF,
        "kode_galat": galat[0],
        "galat": galat[1],
    }
    return render(request, "situs/reviu/pertanyaan.html", isi, status=422 if galat[1] else 200)


def _daftar_kartu(ruang: RuangReviu) -> list[KartuPertanyaan]:
    bahan = _bahan(ruang)

    def alamat_temuan(temuan: Temuan) -> str:
        return reverse(temuan.halaman, args=[*ruang.argumen, *temuan.argumen]) if temuan.halaman else ""

    return [
        kartu_pertanyaan(
            p, ruang.data, bahan.get(p.kode, Bahan()), alamat_temuan=alamat_temuan,
            alamat_fakta=lambda f: ruang.alamat_laporan(f.jangkar),
        )
        for p in DAFTAR_PERTANYAAN
    ]  # fmt: skip


def _bahan(ruang: RuangReviu) -> dict[str, Bahan]:
    """Facts as they are now help who works; a finished reviu is shown as it was given."""
    if not ruang.hak.kerjakan:
        return {}
    buku = ruang.laporan.buku.pada(ruang.laporan.buku.hari_laporan)
    sumber = Sumber(Konteks(buku), ruang.laporan.dokumen, load_keadaan_sumber(ruang.tahun_kinerja))
    return susun_bahan(sumber, periksa(buku))


@require_POST
@login_required
@vary_on_headers("HX-Request")
def jawab(request: HttpRequest, kode: str, tahun: int, pk: int, pertanyaan: str) -> HttpResponse:
    """One answer, one note, or both. `usul`: the proposal was taken over, the note stays as it is."""
    ruang, satu = buka_reviu(request, kode, tahun, pk), PERTANYAAN_PER_KODE.get(pertanyaan)
    wajib(ruang.hak.apip)
    if satu is None:
        raise Http404("Pertanyaan ini tidak ada.")
    galat = ""
    try:
        jawab_pertanyaan(
            reviu=ruang.reviu, kode=satu.kode, jawaban=_JAWABAN.get(request.POST.get("jawaban", "")),
            catatan=request.POST.get("catatan"), oleh=ruang.pengguna,
        )  # fmt: skip
    except ValidationError as salah:
        galat = " ".join(salah.messages)
    if request.headers.get("HX-Request"):
        return _sisipan(request, ruang, satu, galat)
    return _halaman(request, ruang, (satu.kode, galat)) if galat else redirect(_di(ruang, satu))


def _di(ruang: RuangReviu, satu: PertanyaanReviu) -> str:
    return f"{ruang.alamat('pertanyaan_reviu')}#{satu.kode.replace('.', '-')}"


def _sisipan(request: HttpRequest, ruang: RuangReviu, satu: PertanyaanReviu, galat: str) -> HttpResponse:
    """Only what changes: the state of this answer, the progress, and the questions that depend on it.

    The form that is being typed into stays as it is.
    """
    data = load_reviu(ruang.reviu)
    isi = {
        "ruang": ruang,
        "hak": ruang.hak,
        "kartu": kartu_pertanyaan(satu, data),
        "kode_galat": satu.kode if galat else "",
        "galat": galat,
        "tersimpan": not galat,
        "kemajuan": kemajuan(data),
        "daftar_bergantung": [kartu_pertanyaan(p, data) for p in bergantung_pada(satu.kode)],
        "usul_diambil": "usul" in request.POST,
        "maks_huruf": MAKS_HURUF,
    }
    return render(request, "situs/reviu/_jawaban_tersimpan.html", isi, status=422 if galat else 200)
