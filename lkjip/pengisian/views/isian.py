"""The quarter page: all indicators in one table; one field saved by htmx, or all of them by the button."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kinerja.services_pengisian import save_isian_triwulan
from lkjip.halaman.isian import Kotak
from lkjip.halaman.kemajuan import hitung_indikator
from lkjip.halaman.pengisian import (
    JENIS_KOLOM,
    Dasar,
    Saringan,
    daftar_kelompok_baris,
    halaman_isian,
    kotak_kolom,
)
from lkjip.pengisian.forms import Kiriman, baca_kiriman
from lkjip.pengisian.jawaban import HasilSimpan, Simpan, penyimpan, simpan_kiriman
from lkjip.pengisian.ruang import Ruang
from lkjip.pengisian.selectors import pk_indikator_per_kode
from lkjip.pengisian.selectors_isian import dasar_isian, load_pelengkap
from lkjip.pengisian.views.pintu_masuk import buka_ruang, isi_halaman, pengguna_masuk
from lkjip.pengisian.views.saringan import isi_saringan_unit, unit_disaring

# Fields belong to this form by its name, so that the panel below a row may hold forms of its own.
FORMULIR = "formulir-isian"


def _saringan(request: HttpRequest, ruang: Ruang) -> Saringan:
    unit = unit_disaring(request, ruang)
    return Saringan(unit, request.GET.get("belum") == "ya", request.GET.get("target") == "ya")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def isi_triwulan(request: HttpRequest, kode: str, tahun: int, triwulan: int) -> HttpResponse:
    ruang = buka_ruang(request, kode, tahun, triwulan)
    hasil = None
    if request.method == "POST":
        hasil = simpan(request, ruang)
        if hasil.beres:
            messages.success(request, hasil.kalimat)
            return redirect(request.get_full_path())
    return _halaman(request, ruang.segar(), hasil)


def _halaman(request: HttpRequest, ruang: Ruang, hasil: HasilSimpan | None) -> HttpResponse:
    dasar = dasar_isian(ruang, load_pelengkap(ruang.tahun_kinerja, ruang.triwulan))
    halaman = halaman_isian(dasar, _saringan(request, ruang))
    argumen = [ruang.kode, ruang.tahun, ruang.triwulan]
    isi = {
        **isi_halaman(ruang, "isi_triwulan"),
        "halaman": halaman if hasil is None else halaman.dengan_kotak(hasil.kotak),
        "hasil": hasil,
        "formulir": FORMULIR,
        **isi_saringan_unit(ruang, halaman.saringan.daftar_unit),
        "alamat_simpan": reverse("simpan_isian", args=argumen),
        "dapat_diisi": any(map(ruang.boleh_isi_indikator, dasar.pk)),
    }
    return render(request, "situs/pengisian/isian.html", isi, status=200 if hasil is None else hasil.status)


def baris_milik(ruang: Ruang) -> set[int]:
    """Rows that are this user's to fill in while the quarter is open. Raises PermissionDenied for who has none."""
    pk = pk_indikator_per_kode(ruang.tahun_kinerja)
    milik = {nomor for kode, nomor in pk.items() if ruang.milik_indikator(kode)}
    if not ruang.hak.ubah or (ruang.hak.terbatas and not milik):
        raise PermissionDenied
    return milik


def simpan(
    request: HttpRequest,
    ruang: Ruang,
    *,
    jalur: str = "halaman",
    cara: Callable[[Kiriman, Simpan], HasilSimpan] = simpan_kiriman,
) -> HasilSimpan:
    """Save what was sent for rows that are this user's: `cara` says what a conflict does to the rest."""
    kiriman = baca_kiriman(request.POST, JENIS_KOLOM, baris_milik(ruang))
    if not ruang.pintu.terbuka:
        return HasilSimpan(kiriman, tertutup=ruang.pintu.alasan)
    return cara(kiriman, penyimpan(save_isian_triwulan, ruang, pengguna_masuk(request), jalur))


@require_POST
@login_required
def simpan_isian(request: HttpRequest, kode: str, tahun: int, triwulan: int) -> HttpResponse:
    """One field or a few; the answer is what changed on the page, out of band."""
    ruang = buka_ruang(request, kode, tahun, triwulan)
    hasil = simpan(request, ruang)
    ruang = ruang.segar()
    dasar = dasar_isian(ruang)
    tersentuh = {pk for _, pk in hasil.kiriman.daftar_ketikan}
    daftar = daftar_kelompok_baris(dasar, [kode for kode, pk in dasar.pk.items() if pk in tersentuh])
    daftar_kotak = [hasil.kotak(satu) for satu in _daftar_kotak(dasar, hasil)]
    isi = {
        "daftar_kelompok": daftar,
        "daftar_kotak": daftar_kotak,
        "kemajuan": hitung_indikator(ruang.konteks, triwulan),
        "hasil": hasil,
        "formulir": FORMULIR,
    }
    return render(request, "situs/pengisian/_jawaban.html", isi, status=hasil.status)


def _daftar_kotak(dasar: Dasar, hasil: HasilSimpan) -> list[Kotak]:
    """The fields that were sent, as they are stored now; a row may be gone since."""
    per_pk = {pk: dasar.konteks.renstra.indikator_per_kode[kode] for kode, pk in dasar.pk.items()}
    return [kotak_kolom(dasar, per_pk[pk], kolom) for kolom, pk in hasil.kiriman.daftar_ketikan if pk in per_pk]
