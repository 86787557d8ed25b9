"""The money page of a quarter: all budget rows in one table; one field saved by htmx, or all of them by the button.

Whoever may change anything of the agency may send; a perencana limited to units that answer for no budget row gets
an answer too (nothing was changed), and 403 only for fields of rows that are somebody else's.
"""

from __future__ import annotations

from dataclasses import replace

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from lkjip.halaman.isian import Kotak
from lkjip.halaman.pengisian_anggaran import (
    DasarUang,
    HalamanUang,
    SaringanUang,
    daftar_terdampak,
    halaman_uang,
    kotak_uang,
    uang,
)
from lkjip.pengisian.forms_anggaran import KOSONGKAN
from lkjip.pengisian.jawaban import HasilSimpan
from lkjip.pengisian.ruang import Ruang
from lkjip.pengisian.selectors_anggaran import dasar_uang
from lkjip.pengisian.simpan_anggaran import simpan_isian_anggaran
from lkjip.pengisian.views.pintu_masuk import buka_ruang, isi_halaman, pengguna_masuk
from lkjip.pengisian.views.saringan import isi_saringan_unit, unit_disaring

MAKS_CARI = 100


def _saringan(request: HttpRequest, ruang: Ruang) -> SaringanUang:
    return SaringanUang(unit_disaring(request, ruang), request.GET.get("cari", "").strip()[:MAKS_CARI])


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def isi_anggaran(request: HttpRequest, kode: str, tahun: int, triwulan: int) -> HttpResponse:
    ruang = buka_ruang(request, kode, tahun, triwulan)
    hasil = None
    if request.method == "POST":
        hasil = simpan_isian_anggaran(ruang, request.POST, pengguna_masuk(request))
        if hasil.beres:
            messages.success(request, hasil.kalimat)
            baris = request.POST.get(KOSONGKAN, "").rpartition("-")[2]
            return redirect(request.get_full_path() + (f"#baris-{baris}" if baris.isdigit() else ""))
    return _halaman(request, ruang.segar(), hasil)


def _halaman(request: HttpRequest, ruang: Ruang, hasil: HasilSimpan | None) -> HttpResponse:
    dasar = dasar_uang(ruang)
    halaman = halaman_uang(dasar, _saringan(request, ruang))
    isi = {
        **isi_halaman(ruang, "isi_anggaran"),
        **_dengan_hasil(dasar, halaman, hasil),
        "hasil": hasil,
        **isi_saringan_unit(ruang, halaman.saringan.daftar_unit),
        "alamat_simpan": reverse("simpan_uang", args=[ruang.kode, ruang.tahun, ruang.triwulan]),
        "dapat_diisi": any(map(ruang.boleh_isi_anggaran, dasar.pk)),
        "batas_deviasi": dasar.batas_deviasi,
    }
    return render(request, "situs/pengisian/anggaran/isian.html", isi, status=200 if hasil is None else hasil.status)


def _dengan_hasil(dasar: DasarUang, halaman: HalamanUang, hasil: HasilSimpan | None) -> dict[str, object]:
    """The page after a save that was not wholly done; conflicts stand apart, with a choice that needs no script."""
    if hasil is None:
        return {"halaman": halaman, "daftar_bentrok": []}
    daftar = [hasil.kotak(satu) for satu in daftar_kotak(dasar, hasil) if satu.nama in hasil.bentrok]

    def tanpa_tombol(satu: Kotak) -> Kotak:
        jadi = hasil.kotak(satu)
        pesan = "Diubah orang lain juga. Pilih nilainya di atas tabel."
        return jadi if jadi.selisih is None else replace(jadi, selisih=None, pesan=pesan)

    return {"halaman": halaman.dengan_kotak(tanpa_tombol), "daftar_bentrok": daftar}


def daftar_kotak(dasar: DasarUang, hasil: HasilSimpan) -> list[Kotak]:
    """The fields that were sent, as they are stored now."""
    per_pk = {pk: dasar.konteks.anggaran.anggaran_per_kode[kode] for kode, pk in dasar.pk.items()}
    return [kotak_uang(dasar, per_pk[pk], kolom) for kolom, pk in hasil.kiriman.daftar_ketikan if pk in per_pk]


@require_POST
@login_required
def simpan_uang(request: HttpRequest, kode: str, tahun: int, triwulan: int) -> HttpResponse:
    """One field or a few; the answer is what changed on the page, out of band."""
    ruang = buka_ruang(request, kode, tahun, triwulan)
    hasil = simpan_isian_anggaran(ruang, request.POST, pengguna_masuk(request))
    dasar = dasar_uang(ruang.segar())
    semua = daftar_kotak(dasar, hasil)
    tersentuh = {pk for _, pk in hasil.kiriman.daftar_ketikan}
    isi = {
        "hasil": hasil,
        "daftar_kotak": [hasil.kotak(satu) for satu in semua],
        "daftar_baris": daftar_terdampak(dasar, [kode for kode, pk in dasar.pk.items() if pk in tersentuh]),
        "total": uang(dasar),
        "batas_deviasi": dasar.batas_deviasi,
    }
    return render(request, "situs/pengisian/anggaran/_jawaban.html", isi, status=hasil.status)
