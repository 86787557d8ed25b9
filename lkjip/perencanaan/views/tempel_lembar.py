"""Whole rows pasted from a spreadsheet into a sheet: preview, then added to the others or put in their place."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from lkjip.perencanaan.lembar.baca import baca_tempelan, daftar_rekaman, sidik_lembar
from lkjip.perencanaan.lembar.daftar import judul_kolom
from lkjip.perencanaan.lembar.ruang import RuangLembar, tulis_rekaman
from lkjip.perencanaan.views.lembar import alamat, buka_lembar, penulis
from lkjip.perencanaan.views.pintu_masuk import isi_halaman
from lkjip.selectors import load_buku
from lkjip.views.urung import beri_tahu

MAKS_PRATINJAU = 200


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def tempel_lembar(request: HttpRequest, kode: str, tahun: int, nama: str) -> HttpResponse:
    satu = buka_lembar(request, kode, tahun, nama, ubah=True)
    if "terapkan" not in request.POST:
        return _halaman(request, satu)
    ganti = request.POST.get("cara") == "ganti"
    try:
        hasil = penulis(request, satu).tempel(
            request.POST.get("teks", ""), ganti=ganti, dasar=request.POST.get("dasar", "")
        )
    except ValidationError as galat:
        return _halaman(request, satu, " ".join(galat.messages))
    kalimat = f"Isi lembar diganti dengan {hasil.banyak} baris." if ganti else f"{hasil.banyak} baris ditambahkan."
    instansi = satu.ruang.tahun_kinerja.instansi_id
    beri_tahu(request, kalimat, instansi=instansi, kejadian=hasil.kejadian)
    return redirect(alamat(satu, hal=1 if ganti else "akhir"))


def _halaman(request: HttpRequest, satu: RuangLembar, galat: str = "") -> HttpResponse:
    isi = isi_halaman(satu.ruang, "daftar_lembar", satu.judul, "Tempel baris")
    isi |= {"satu": satu, "kiriman": request.POST, "galat": galat, "alamat_lembar": alamat(satu)}
    isi["daftar_judul"] = [judul_kolom(k) for k in satu.lembar.kolom]
    isi["ganti"] = request.POST.get("cara") == "ganti"
    status = 409 if galat else 200
    if request.method == "POST":
        buku = load_buku(satu.ruang.tahun_kinerja, terbit=False)
        tempelan = baca_tempelan(satu.lembar, request.POST.get("teks", ""), buku, ganti=isi["ganti"])
        baris = [tulis_rekaman(satu.lembar, r) for r in tempelan.daftar_rekaman[:MAKS_PRATINJAU]]
        isi |= {"tempelan": tempelan, "pratinjau": baris, "dasar": sidik_lembar(buku, satu.lembar)}
        isi["banyak_tersimpan"] = len(daftar_rekaman(buku, satu.lembar))
        status = max(status, 422 if tempelan.daftar_galat else 200)
    return render(request, "situs/perencanaan/lembar/tempel.html", isi, status=status)
