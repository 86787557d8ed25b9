"""Results of LHE issued elsewhere: recorded one by one or pasted, corrected, removed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kinerja.models import Evaluasi
from kinerja.selectors_evaluasi import load_evaluasi
from kinerja.selectors_meja import daftar_instansi_dinilai, hasil_tercatat
from kinerja.selectors_pengisian import hari_ini
from kinerja.selectors_skema import PilihanSkema, daftar_pilihan_skema, skema_bawaan_tahun
from kinerja.services_hasil import hapus_rekaman, nama_kolom_nilai, rekam_banyak_hasil, rekam_hasil
from lkjip.evaluasi.aturan_rekaman import pemeriksaan_rekaman
from lkjip.evaluasi.forms_hasil import BarisHasil, HasilForm, TempelHasilForm, baca_tempelan, data_hasil
from lkjip.evaluasi.forms_meja import MejaForm
from lkjip.evaluasi.views.pintu_evaluasi import (
    RuangMeja,
    alamat_meja,
    buka_evaluasi,
    buka_meja,
    isi_rangka_evaluasi,
    isi_rangka_meja,
)
from lkjip.kelola.views.gambar import tolak_di_form
from renstra.models import Instansi

PERIKSA = "periksa"


def _skema(request: HttpRequest, tahun: int, dipakai: str = "") -> tuple[PilihanSkema, tuple[PilihanSkema, ...]]:
    """The scheme asked for, else the one in use, else the one in force in the year; and all of them."""
    daftar = daftar_pilihan_skema()
    diminta = request.GET.get("skema") or dipakai or skema_bawaan_tahun(daftar, tahun)
    return next((p for p in daftar if p.kode == diminta), daftar[0]), daftar


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def rekam(request: HttpRequest) -> HttpResponse:
    minta = MejaForm(request.GET).isi()
    meja = buka_meja(request, minta.get("pemda"))
    tahun = minta.get("tahun") or hari_ini().year - 1
    pilihan, daftar = _skema(request, tahun)
    instansi = daftar_instansi_dinilai(meja.pemda)
    kiriman = request.POST if request.method == "POST" else None
    awal = {"tahun": tahun, "instansi": request.GET.get("instansi", "")}
    form = HasilForm(kiriman, initial=awal, skema=pilihan.skema, daftar_instansi=instansi)
    if form.is_valid() and request.POST.get("aksi") != PERIKSA and (baris := _terekam(meja, form, instansi)):
        messages.success(request, "Hasil direkam.")
        return redirect("evaluasi", baris.pk)
    isi = isi_rangka_meja(meja, "Rekam hasil evaluasi") | _isi_form(form, pilihan, daftar)
    return render(request, "situs/evaluasi/rekam.html", isi, status=422 if form.errors else 200)


def _isi_form(form: HasilForm, pilihan: PilihanSkema, daftar: tuple[PilihanSkema, ...]) -> dict[str, Any]:
    """The form, with what the numbers in it say where they can be read."""
    periksa = None
    if form.is_bound and not form.errors:
        periksa = pemeriksaan_rekaman(data_hasil(form.hasil(), form.skema))
    return {"form": form, "skema": pilihan, "daftar_skema": daftar, "periksa": periksa}


def _terekam(meja: RuangMeja, form: HasilForm, daftar: list[Instansi], pk: int | None = None) -> Evaluasi | None:
    instansi = next(i for i in daftar if i.pk == form.cleaned_data["instansi"])
    try:
        return rekam_hasil(instansi=instansi, hasil=form.hasil(), oleh=meja.pengguna, pk=pk)
    except ValidationError as galat:
        tolak_di_form(form, galat)
        return None


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def ubah(request: HttpRequest, pk: int) -> HttpResponse:
    ruang = buka_evaluasi(request, pk)
    if not ruang.hak.ubah_rekaman:
        raise PermissionDenied
    baris = ruang.evaluasi
    pilihan, daftar = _skema(request, baris.tahun, baris.skema.kode)
    kiriman = request.POST if request.method == "POST" else None
    form = HasilForm(kiriman, initial=_awal(baris), skema=pilihan.skema, daftar_instansi=[baris.instansi])
    if form.is_valid() and request.POST.get("aksi") != PERIKSA:
        meja = RuangMeja(ruang.pengguna, baris.instansi.pemda, [])  # type: ignore[arg-type]  # its APIP has a pemda
        if _terekam(meja, form, [baris.instansi], pk):
            messages.success(request, "Hasil diperbarui.")
            return redirect("evaluasi", pk)
    isi = isi_rangka_evaluasi(ruang, "evaluasi", "Ubah hasil") | _isi_form(form, pilihan, daftar)
    return render(request, "situs/evaluasi/ubah_rekaman.html", isi, status=422 if form.errors else 200)


def _awal(baris: Evaluasi) -> dict[str, Any]:
    nilai = load_evaluasi([baris])[baris.pk].nilai_per_komponen
    kolom = ("tahun", "nilai_lhe", "predikat_lhe", "nomor_lhe", "tanggal_lhe")
    return {
        "instansi": baris.instansi_id,
        **{k: getattr(baris, k) for k in kolom},
        **{nama_kolom_nilai(n): satu for n, satu in nilai.items()},
    }


@require_POST
@login_required
def hapus(request: HttpRequest, pk: int) -> HttpResponse:
    ruang = buka_evaluasi(request, pk)
    if not ruang.hak.ubah_rekaman:
        raise PermissionDenied
    nama = f"{ruang.evaluasi.instansi} tahun {ruang.evaluasi.tahun}"
    try:
        hapus_rekaman(pk=pk, oleh=ruang.pengguna)
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
        return redirect("evaluasi", pk)
    messages.success(request, f"Hasil evaluasi {nama} dihapus.")
    return redirect(alamat_meja(ruang.evaluasi))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def tempel(request: HttpRequest) -> HttpResponse:
    """A table of many results: shown with what is wrong line by line, then stored as a whole."""
    meja = buka_meja(request, MejaForm(request.GET).isi().get("pemda"))
    pilihan, semua = _skema(request, hari_ini().year - 1)
    form = TempelHasilForm(request.POST if request.method == "POST" else None)
    daftar: list[BarisHasil] = []
    if form.is_valid():
        tercatat = hasil_tercatat(meja.pemda)
        daftar = baca_tempelan(form.cleaned_data["teks"], pilihan.skema, daftar_instansi_dinilai(meja.pemda), tercatat)
        if not daftar:
            form.add_error("teks", "Tidak ada baris yang berisi.")
        elif request.POST.get("aksi") == "simpan" and (banyak := _tertempel(meja, form, daftar)):
            messages.success(request, f"{banyak} hasil direkam.")
            return redirect(f"{reverse('meja_evaluasi')}?pemda={meja.pemda.pk}")
    isi = isi_rangka_meja(meja, "Tempel banyak hasil") | _isi_tempel(form, daftar, pilihan, semua)
    return render(request, "situs/evaluasi/tempel.html", isi, status=422 if form.errors else 200)


def _isi_tempel(
    form: TempelHasilForm, daftar: list[BarisHasil], pilihan: PilihanSkema, semua: tuple[PilihanSkema, ...]
) -> dict[str, Any]:
    return {
        "form": form,
        "skema": pilihan,
        "daftar_skema": semua,
        "daftar": [(b, pemeriksaan_rekaman(data_hasil(b.hasil, pilihan.skema)) if b.hasil else None) for b in daftar],
        "banyak_galat": sum(bool(b.galat) for b in daftar),
        "kolom": ["Kode", "Tahun", *(k.nama for k in pilihan.skema.daftar_komponen), "Nilai akhir", "Predikat"],
    }


def _tertempel(meja: RuangMeja, form: TempelHasilForm, daftar: list[BarisHasil]) -> int:
    """Nothing is stored while a line is wrong."""
    siap = [(b.instansi, b.hasil, b.pk) for b in daftar if b.instansi and b.hasil]
    if len(siap) < len(daftar):
        form.add_error("teks", "Perbaiki dulu baris yang salah; belum ada yang disimpan.")
        return 0
    try:
        return rekam_banyak_hasil(daftar=siap, oleh=meja.pengguna)
    except ValidationError as galat:
        tolak_di_form(form, galat)
        return 0
