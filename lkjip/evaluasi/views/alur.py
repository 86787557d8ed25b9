"""The overview of one evaluation: how far it is, who moves it on, its steps."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lkjip.evaluasi.halaman_alur import daftar_pilihan, daftar_tahapan, kemajuan, tabel_nilai
from lkjip.evaluasi.selectors import load_ikhtisar
from lkjip.evaluasi.views.pintu_evaluasi import RuangEvaluasi, buka_evaluasi, isi_rangka_evaluasi

SUB = "evaluasi"


@require_safe
@login_required
def ikhtisar(request: HttpRequest, pk: int) -> HttpResponse:
    return tampilkan(request, buka_evaluasi(request, pk))


def tampilkan(request: HttpRequest, ruang: RuangEvaluasi, *, status: int = 200, **lain: Any) -> HttpResponse:
    """The overview; `lain`: what was refused, with what was typed."""
    isi = isi_rangka_evaluasi(ruang, SUB) | isi_ikhtisar(ruang) | lain
    return render(request, "situs/evaluasi/ikhtisar.html", isi, status=status)


def isi_ikhtisar(ruang: RuangEvaluasi) -> dict[str, Any]:
    isi = load_ikhtisar(ruang.evaluasi)
    return {
        "ikhtisar": isi,
        "daftar_tahapan": daftar_tahapan(ruang.hak.tahap, isi.daftar_langkah),
        "daftar_pilihan": daftar_pilihan(ruang.hak.daftar_langkah),
        "kemajuan": kemajuan(isi.data),
        "nilai": tabel_nilai(isi.data),
    }
