"""The overview of one evaluation: how far it is, who moves it on, its steps."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinerja.data_evaluasi import AsalEvaluasi, DataEvaluasi, LangkahEval, TahapEvaluasi
from kinerja.selectors_evaluasi import ambil_pengaturan
from kinerja.selectors_pengisian import hari_ini
from kinerja.services_evaluasi import ambil_langkah, kekurangan_ajukan
from kinerja.services_tim_evaluasi import tanpa_pemimpin
from lkjip.evaluasi.aturan_rekaman import pemeriksaan_rekaman
from lkjip.evaluasi.forms_alur import LangkahForm, TerbitForm
from lkjip.evaluasi.halaman_alur import SEBUTAN_TAHAP, daftar_pilihan, daftar_tahapan, kemajuan, tabel_nilai
from lkjip.evaluasi.selectors import load_ikhtisar
from lkjip.evaluasi.views.pintu_evaluasi import RuangEvaluasi, buka_evaluasi, isi_rangka_evaluasi
from lkjip.evaluasi.views.pintu_lembar import daftar_peringatan
from lkjip.kelola.views.gambar import tolak_di_form
from lkjip.pemeriksaan.selectors_hasil import hitungan_instansi
from lkjip.terbitan.services_lhe import terbitkan_di_luar

SUB = "evaluasi"


@require_safe
@login_required
def ikhtisar(request: HttpRequest, pk: int) -> HttpResponse:
    return _tampilkan(request, buka_evaluasi(request, pk))


@require_POST
@login_required
def langkah(request: HttpRequest, pk: int, langkah: str) -> HttpResponse:
    ruang = buka_evaluasi(request, pk)
    if langkah not in set(LangkahEval):
        raise Http404("Langkah tidak dikenal.")
    form = LangkahForm(request.POST)
    try:
        if not form.is_valid():
            raise ValidationError(form.pesan())
        permintaan = form.permintaan(LangkahEval(langkah))
        diambil = ambil_langkah(pk=pk, permintaan=permintaan, oleh=ruang.pengguna, hari=hari_ini())
    except ValidationError as galat:
        penolakan = {"penolakan": " ".join(galat.messages), "langkah": langkah, "ketikan": request.POST.dict()}
        return _tampilkan(request, buka_evaluasi(request, pk), status=422, **penolakan)
    messages.success(request, f"Evaluasi ini sekarang pada tahap: {SEBUTAN_TAHAP[TahapEvaluasi(diambil.ke)]}.")
    return redirect(SUB, pk)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def terbitkan(request: HttpRequest, pk: int) -> HttpResponse:
    """An LHE that was signed on paper is issued under its number; one of the signing line issues itself."""
    ruang = buka_evaluasi(request, pk)
    if not any(p.langkah is LangkahEval.TERBITKAN for p in ruang.hak.daftar_langkah):
        raise PermissionDenied
    form = TerbitForm(request.POST if request.method == "POST" else None, initial=_awal_lhe(ruang))
    if form.is_valid() and _terbit(ruang, form):
        messages.success(request, "LHE terbit. Instansi kini dapat membaca seluruh hasilnya.")
        return redirect(SUB, pk)
    isi = isi_rangka_evaluasi(ruang, SUB, "Terbitkan LHE") | {"form": form}
    isi["nilai"] = tabel_nilai(load_ikhtisar(ruang.evaluasi).data)
    return render(request, "situs/evaluasi/terbitkan.html", isi, status=422 if form.errors else 200)


def _awal_lhe(ruang: RuangEvaluasi) -> dict[str, Any]:
    return {"nomor": ruang.evaluasi.nomor_lhe, "tanggal": ruang.evaluasi.tanggal_lhe}


def _terbit(ruang: RuangEvaluasi, form: TerbitForm) -> bool:
    try:
        terbitkan_di_luar(pk=ruang.evaluasi.pk, oleh=ruang.pengguna, **form.cleaned_data)
    except ValidationError as galat:
        tolak_di_form(form, galat)
        return False
    return True


def _tampilkan(request: HttpRequest, ruang: RuangEvaluasi, *, status: int = 200, **lain: Any) -> HttpResponse:
    """The overview; `lain`: what was refused, with what was typed."""
    isi = isi_rangka_evaluasi(ruang, SUB) | _isi(ruang) | lain
    return render(request, "situs/evaluasi/ikhtisar.html", isi, status=status)


def _isi(ruang: RuangEvaluasi) -> dict[str, Any]:
    isi = load_ikhtisar(ruang.evaluasi)
    pilihan = daftar_pilihan(ruang.hak.daftar_langkah)
    lewat, kurang = isi.ringkas.lewat_tanggapan(hari_ini()), _kurang(ruang, isi.data)
    return {
        "ikhtisar": isi,
        "daftar_tahapan": daftar_tahapan(ruang.hak.tahap, isi.daftar_langkah),
        "daftar_utama": [p for p in pilihan if p.utama],
        "daftar_lain": [p for p in pilihan if not p.utama and (p.langkah is not LangkahEval.TUTUP or lewat)],
        "kurang": kurang,
        "peringatan": daftar_peringatan(ruang) if not kurang and any(p.utama for p in pilihan) else (),
        "kemajuan": kemajuan(isi.data),
        "temuan_periksa": hitungan_instansi([ruang.evaluasi.instansi_id], ruang.evaluasi.tahun),
        "nilai": tabel_nilai(isi.data),
        "periksa": pemeriksaan_rekaman(isi.data) if ruang.hak.asal is AsalEvaluasi.DIREKAM else None,
        "giliran": isi.ringkas.giliran(hari_ini()),
        "batas_bawaan": _batas_bawaan(ruang),
        "boleh_atur_tim": ruang.hak.atur_tim or tanpa_pemimpin(ruang.evaluasi),
    }


def _kurang(ruang: RuangEvaluasi, data: DataEvaluasi) -> str:
    """What hinders handing in; '' where this user could not anyway."""
    ajukan = any(p.langkah is LangkahEval.AJUKAN for p in ruang.hak.daftar_langkah)
    return kekurangan_ajukan(ruang.evaluasi, data) if ajukan else ""


def _batas_bawaan(ruang: RuangEvaluasi) -> str:
    """The day that the form proposes for the end of the agency's term."""
    pemda = ruang.evaluasi.instansi.pemda
    hari = ambil_pengaturan(pemda).hari_tanggapan if pemda else 0
    return (hari_ini() + timedelta(days=hari)).isoformat()
