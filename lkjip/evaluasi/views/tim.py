"""The team of an evaluation, its letter of assignment and its term."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kinerja.data_evaluasi import TahapEvaluasi
from kinerja.selectors_meja import daftar_pemeriksa, tim_per_evaluasi
from kinerja.selectors_pengisian import hari_ini
from kinerja.services_tim_evaluasi import KOLOM_TUGAS, save_tim, save_tugas, tanpa_pemimpin
from lkjip.evaluasi.forms_alur import TimForm, TugasForm, TugasTanggapanForm, isi_tim
from lkjip.evaluasi.views.pintu_evaluasi import RuangEvaluasi, buka_evaluasi, isi_rangka_evaluasi
from lkjip.kelola.views.gambar import tolak_di_form


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def tim(request: HttpRequest, pk: int) -> HttpResponse:
    ruang = buka_evaluasi(request, pk)
    if not (ruang.hak.atur_tim or tanpa_pemimpin(ruang.evaluasi)):
        raise PermissionDenied
    pemda = ruang.evaluasi.instansi.pemda
    orang = list(daftar_pemeriksa(pemda, hari_ini())) if pemda else []
    kini = tim_per_evaluasi([ruang.evaluasi]).get(pk, ())
    form = TimForm(request.POST if request.method == "POST" else None, initial=isi_tim(kini), daftar_orang=orang)
    if form.is_valid() and _tim_tersimpan(ruang, form):
        messages.success(request, "Tim disimpan.")
        return redirect("evaluasi", pk)
    isi = isi_rangka_evaluasi(ruang, "evaluasi", "Ubah tim") | {"form": form}
    return render(request, "situs/evaluasi/tim.html", isi, status=422 if form.errors else 200)


def _tim_tersimpan(ruang: RuangEvaluasi, form: TimForm) -> bool:
    try:
        save_tim(pk=ruang.evaluasi.pk, tim=form.tim(), oleh=ruang.pengguna)
    except ValidationError as galat:
        tolak_di_form(form, galat)
        return False
    return True


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def tugas(request: HttpRequest, pk: int) -> HttpResponse:
    ruang = buka_evaluasi(request, pk)
    if not ruang.hak.atur_tim:
        raise PermissionDenied
    kelas = TugasTanggapanForm if ruang.hak.tahap is TahapEvaluasi.TANGGAPAN else TugasForm
    awal = {kolom: getattr(ruang.evaluasi, kolom) for kolom in (*KOLOM_TUGAS, "batas_tanggapan")}
    form = kelas(request.POST if request.method == "POST" else None, initial=awal)
    if form.is_valid() and _tugas_tersimpan(ruang, form):
        messages.success(request, "Surat tugas dan waktu disimpan.")
        return redirect("evaluasi", pk)
    isi = isi_rangka_evaluasi(ruang, "evaluasi", "Surat tugas dan waktu") | {"form": form}
    return render(request, "situs/evaluasi/tugas.html", isi, status=422 if form.errors else 200)


def _tugas_tersimpan(ruang: RuangEvaluasi, form: TugasForm) -> bool:
    batas = form.cleaned_data.get("batas_tanggapan")
    try:
        save_tugas(pk=ruang.evaluasi.pk, tugas=form.tugas(), batas_tanggapan=batas, oleh=ruang.pengguna)
    except ValidationError as galat:
        tolak_di_form(form, galat)
        return False
    return True
