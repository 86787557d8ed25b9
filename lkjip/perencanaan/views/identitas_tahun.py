"""The page Identitas & periode of an agency-year."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from lkjip.halaman.formulir import Formulir
from lkjip.halaman.identitas_tahun import formulir_identitas
from lkjip.halaman.rencana import kalimat_berbagi
from lkjip.laporan.selectors import load_laporan
from lkjip.pengisian.ruang import RuangTahun
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.perencanaan.forms_rencana import baca_formulir, sesudah_ditolak
from lkjip.perencanaan.services_identitas import KOLOM_KEPALA, simpan_identitas_tahun
from lkjip.perencanaan.views.pintu_masuk import boleh_ubah, buka, buka_untuk_ubah, isi_halaman
from lkjip.riwayat.services_isian import IsianBentrok
from lkjip.views.urung import beri_tahu
from renstra.selectors_rencana import tahun_berbagi

SUB = "identitas_tahun"


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def identitas_tahun(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    ruang = buka_untuk_ubah(request, kode, tahun) if request.method == "POST" else buka(request, kode, tahun)
    formulir = _formulir(ruang)
    if request.method == "POST":
        jawaban = _simpan(request, ruang, formulir)
        if isinstance(jawaban, HttpResponse):
            return jawaban
        formulir = jawaban
    isi = isi_halaman(ruang, SUB) | {"formulir": formulir, "ruang": ruang}
    status = 422 if formulir.ada_galat else 200
    return render(request, "situs/perencanaan/renstra/identitas.html", isi, status=status)


def _formulir(ruang: RuangTahun) -> Formulir:
    rencana = ruang.konteks.renstra
    return formulir_identitas(
        rencana.instansi,
        rencana.periode,
        load_laporan(ruang.tahun_kinerja).identitas,
        berbagi=kalimat_berbagi(tahun_berbagi(ruang.tahun_kinerja)),
        boleh=boleh_ubah(ruang),
    )


def _simpan(request: HttpRequest, ruang: RuangTahun, formulir: Formulir) -> HttpResponse | Formulir:
    kiriman = baca_formulir(request.POST, formulir.jenis)
    if kiriman.galat:
        return sesudah_ditolak(formulir, kiriman)
    try:
        berubah, kejadian = simpan_identitas_tahun(
            tahun_kinerja=ruang.tahun_kinerja, isian=kiriman.isian, oleh=pengguna_masuk(request)
        )
    except (IsianBentrok, ValidationError) as galat:
        return sesudah_ditolak(formulir, kiriman, galat)
    if berubah:
        ikut = set(berubah) >= KOLOM_KEPALA
        kalimat = "Identitas dan periode disimpan." + (
            " Penanda tangannya pejabat pada tanggal laporan." if ikut else ""
        )
        beri_tahu(request, kalimat, instansi=ruang.tahun_kinerja.instansi_id, kejadian=kejadian)
    return redirect(SUB, ruang.kode, ruang.tahun)
