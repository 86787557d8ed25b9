"""The first page of the plan: what there is of it, page by page, what is missing, and where to go on."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from lkjip.halaman.ikhtisar_rencana import AlamatRencana, ikhtisar_rencana
from lkjip.pengisian.ruang import RuangTahun
from lkjip.pengisian.selectors import pk_indikator_per_kode
from lkjip.perencanaan.selectors_dokumen import load_profil_iku
from lkjip.perencanaan.views.pintu_masuk import DAFTAR_SUB, TAB, buka, isi_halaman


@require_safe
@login_required
def ikhtisar(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    ruang = buka(request, kode, tahun)
    alamat = _alamat(ruang)
    per_halaman = ikhtisar_rencana(ruang.konteks, load_profil_iku(ruang), alamat)
    daftar_kelompok = [
        (kelompok, [(judul, alamat.halaman(nama), per_halaman[nama]) for nama, judul in daftar])
        for kelompok, daftar in DAFTAR_SUB
    ]
    isi = isi_halaman(ruang, TAB) | {
        "daftar_kelompok": daftar_kelompok,
        "banyak_kurang": sum(len(bagian.kurang) for bagian in per_halaman.values()),
    }
    return render(request, "situs/perencanaan/ikhtisar.html", isi)


def _alamat(ruang: RuangTahun) -> AlamatRencana:
    argumen = [ruang.kode, ruang.tahun]
    pk = pk_indikator_per_kode(ruang.tahun_kinerja)
    return AlamatRencana(
        halaman=lambda nama: reverse(nama, args=argumen),
        indikator=lambda kode: reverse("indikator_rencana", args=[*argumen, pk[kode]]),
        profil=reverse("profil_instansi", args=[ruang.kode]),
    )
