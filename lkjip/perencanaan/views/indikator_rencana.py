"""The form of an indicator: of a tujuan or sasaran, or of a budget row of the year."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from lkjip.halaman.formulir import Formulir
from lkjip.halaman.indikator_rencana import dengan_isi, formulir_indikator
from lkjip.halaman.saran_indikator import saran_indikator
from lkjip.pengisian.forms import baca_pk
from lkjip.pengisian.ruang import RuangTahun
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.perencanaan.forms_rencana import baca_formulir, sesudah_ditolak
from lkjip.perencanaan.selectors_rencana import load_pilihan, load_satu_indikator
from lkjip.perencanaan.services_rencana import HasilUbah, simpan_indikator_rencana
from lkjip.perencanaan.views.pintu_masuk import boleh_ubah, buka, buka_untuk_ubah, isi_halaman
from lkjip.perencanaan.views.renstra import SUB, alamat_renstra
from lkjip.riwayat.services_isian import IsianBentrok
from lkjip.views.urung import beri_tahu
from renstra.data import Indikator
from renstra.data_rencana import AWALAN_KODE, IndikatorRencana, JenisBaris, Kerangka, kode_berikut
from renstra.selectors_rencana import load_kerangka, semua_kode_indikator, tahun_berbagi

_TEMPLAT = "situs/perencanaan/renstra/indikator.html"


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def indikator_rencana(request: HttpRequest, kode: str, tahun: int, pk: int) -> HttpResponse:
    ruang = _buka(request, kode, tahun)
    satu = load_satu_indikator(ruang.tahun_kinerja, pk)
    if satu is None:
        raise Http404("Indikator ini tidak ada di rencana tahun itu.")
    kerangka = load_kerangka(ruang.tahun_kinerja.renstra_id)
    formulir = formulir_indikator(satu, load_pilihan(ruang.tahun_kinerja, kerangka, satu), boleh=boleh_ubah(ruang))
    return _jawab(request, ruang, satu, formulir)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def indikator_baru(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Below `?induk=sasaran:5`, or as a copy of `?salin=12`; the kode is suggested."""
    ruang = _buka(request, kode, tahun)
    contoh = load_satu_indikator(ruang.tahun_kinerja, baca_pk(request.GET.get("salin", "")) or 0)
    induk = contoh.induk if contoh else request.GET.get("induk", "")
    kerangka = load_kerangka(ruang.tahun_kinerja.renstra_id)
    dasar = IndikatorRencana(0, induk, Indikator("", ""))
    pilihan = load_pilihan(ruang.tahun_kinerja, kerangka, contoh or dasar)
    formulir = formulir_indikator(replace(dasar, induk=""), pilihan, boleh=boleh_ubah(ruang))
    if contoh:
        formulir = dengan_isi(formulir, formulir_indikator(contoh, pilihan, boleh=True), kecuali=("kode",))
    usulan = {"kode": {"nilai": _kode_baru(ruang, induk, kerangka)}, "induk": {"nilai": induk}}
    return _jawab(request, ruang, dasar, formulir.dengan(usulan))


def _kode_baru(ruang: RuangTahun, induk: str, kerangka: Kerangka) -> str:
    """After the last one of the Renstra, or of the budget rows of the year."""
    terpakai = semua_kode_indikator(ruang.tahun_kinerja)
    if not induk.startswith(JenisBaris.ANGGARAN):
        daftar = [i.isi.kode for i in kerangka.daftar_indikator]
        return kode_berikut(daftar, terpakai, AWALAN_KODE[JenisBaris.INDIKATOR])
    milik_renstra = {i.isi.kode for i in kerangka.daftar_indikator}
    return kode_berikut([kode for kode in terpakai if kode not in milik_renstra], terpakai, "IKP")


def _buka(request: HttpRequest, kode: str, tahun: int) -> RuangTahun:
    return buka_untuk_ubah(request, kode, tahun) if request.method == "POST" else buka(request, kode, tahun)


def _jawab(request: HttpRequest, ruang: RuangTahun, satu: IndikatorRencana, formulir: Formulir) -> HttpResponse:
    if request.method == "POST":
        kiriman = baca_formulir(request.POST, formulir.jenis)
        galat: IsianBentrok | ValidationError | None = None
        if not kiriman.galat:
            try:
                return _sesudah(request, ruang, satu, _simpan(request, ruang, satu, kiriman.isian))
            except (IsianBentrok, ValidationError) as ditolak:
                galat = ditolak
        formulir = sesudah_ditolak(formulir, kiriman, galat)
    judul = f"Indikator {satu.isi.kode}" if satu.pk else "Tambah indikator"
    isi = isi_halaman(ruang, SUB, judul) | {"formulir": formulir, "indikator": satu, "judul_formulir": judul}
    isi |= {"daftar_saran": saran_indikator(satu) if satu.pk else (), "alamat_batal": _alamat_batal(ruang, satu)}
    isi |= {"berbagi": tahun_berbagi(ruang.tahun_kinerja) if satu.induk.partition(":")[0] != "anggaran" else []}
    return render(request, _TEMPLAT, isi, status=422 if formulir.ada_galat else 200)


def _simpan(request: HttpRequest, ruang: RuangTahun, satu: IndikatorRencana, isian: list[Any]) -> HasilUbah:
    return simpan_indikator_rencana(
        tahun_kinerja=ruang.tahun_kinerja, isian=isian, oleh=pengguna_masuk(request), pk=satu.pk or None
    )


def _sesudah(request: HttpRequest, ruang: RuangTahun, satu: IndikatorRencana, hasil: HasilUbah) -> HttpResponse:
    if hasil.berubah or not satu.pk:
        kalimat = f"Indikator {hasil.baris.kode} {'disimpan' if satu.pk else 'ditambahkan'}."
        beri_tahu(request, kalimat, instansi=ruang.tahun_kinerja.instansi_id, kejadian=hasil.kejadian)
    argumen = [ruang.kode, ruang.tahun]
    if request.POST.get("lanjut") == "tambah":
        induk = request.POST.get("induk") or satu.induk
        return redirect(f"{reverse('indikator_baru', args=argumen)}?induk={induk}")
    if request.POST.get("lanjut") == "salin":
        return redirect(f"{reverse('indikator_baru', args=argumen)}?salin={hasil.baris.pk}")
    return redirect("indikator_rencana", *argumen, hasil.baris.pk)


def _alamat_batal(ruang: RuangTahun, satu: IndikatorRencana) -> str:
    return alamat_renstra(ruang, f"indikator-{satu.pk}" if satu.pk else satu.induk.replace(":", "-"))
