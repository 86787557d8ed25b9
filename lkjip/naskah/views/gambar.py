"""Pictures of the report: the gallery, upload, words and place of each, order, removal; and the file itself."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lkjip.keamanan import batas_kiriman
from lkjip.laporan.data import GambarNaskah
from lkjip.laporan.simpanan_gambar import baca_gambar
from lkjip.naskah.forms_gambar import GambarForm, GantiBerkasForm, UnggahForm
from lkjip.naskah.ruang_gambar import RuangGambar
from lkjip.naskah.selectors_gambar import ambil_gambar, mime_gambar, sidik_gambar
from lkjip.naskah.services_gambar import (
    Unggahan,
    ganti_berkas,
    geser_gambar,
    hapus_gambar,
    tambah_gambar,
    ubah_gambar,
)
from lkjip.naskah.views.pintu_masuk import boleh_ubah, buka, buka_untuk_ubah, isi_halaman
from lkjip.pengisian.ruang import RuangTahun
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.views.rangka import Butir, buka_tahun
from lkjip.views.urung import beri_tahu

SUB = "daftar_gambar"
_TEMPLAT = "situs/naskah/gambar"
_KOLOM = ("judul", "alt", "sumber", "bagian", "lebar_mm", "nama")
_LANGKAH = {"naik": -1, "turun": 1}


@require_safe
@login_required
def galeri(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    return _galeri(request, RuangGambar(buka(request, kode, tahun)))


def _galeri(request: HttpRequest, gambar: RuangGambar, form: UnggahForm | None = None) -> HttpResponse:
    awal = {"bagian": request.GET.get("bagian", "")}
    isi = isi_halaman(gambar.ruang, SUB) | {
        "galeri": gambar.galeri,
        "belum_lengkap": gambar.berikut_belum_lengkap(),
        "form": form or UnggahForm(pilihan=gambar.pilihan, initial=awal),
    }
    return render(request, f"{_TEMPLAT}/galeri.html", isi, status=422 if form else 200)


@require_POST
@login_required
@batas_kiriman("GAMBAR_KIRIMAN_MB")
def unggah(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """One picture goes on to its page, several to the gallery, where what they lack is said."""
    gambar = RuangGambar(buka_untuk_ubah(request, kode, tahun))
    form = UnggahForm(request.POST, request.FILES, pilihan=gambar.pilihan)
    if form.is_valid():
        try:
            return _tambah(request, gambar.ruang, form.cleaned_data)
        except ValidationError as galat:
            form.add_error("berkas", galat.messages)
    return _galeri(request, gambar, form)


def _tambah(request: HttpRequest, ruang: RuangTahun, isi: dict[str, Any]) -> HttpResponse:
    daftar = [Unggahan(berkas.name or "", berkas) for berkas in isi["berkas"]]
    tahun = ruang.tahun_kinerja
    kejadian, nama = tambah_gambar(
        tahun_kinerja=tahun, daftar=daftar, bagian=isi["bagian"], sumber=isi["sumber"], oleh=pengguna_masuk(request)
    )
    kalimat = "Gambar diunggah. Lengkapi judul dan uraiannya." if len(nama) == 1 else f"{len(nama)} gambar diunggah."
    beri_tahu(request, kalimat, instansi=tahun.instansi_id, kejadian=kejadian)
    if len(nama) == 1:
        return redirect("ubah_gambar", ruang.kode, ruang.tahun, nama[0])
    return redirect(SUB, ruang.kode, ruang.tahun)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def ubah(request: HttpRequest, kode: str, tahun: int, nama: str) -> HttpResponse:
    """All that is said about one picture; whoever may only read sees it."""
    ruang = buka(request, kode, tahun)
    gambar, semua = _ambil(ruang, nama), RuangGambar(ruang)
    if request.method != "POST":
        return _halaman(request, semua, gambar, GambarForm(initial=_awal(gambar), pilihan=semua.pilihan))
    if not boleh_ubah(ruang):
        raise PermissionDenied
    form = GambarForm(request.POST, pilihan=semua.pilihan)
    if form.is_valid() and _simpan(request, semua, gambar, form):
        lanjut = semua.berikut_belum_lengkap(gambar.nama) if request.POST.get("aksi") == "lanjut" else None
        return redirect("ubah_gambar", kode, tahun, lanjut.nama) if lanjut else redirect(SUB, kode, tahun)
    return _halaman(request, semua, gambar, form)


def _ambil(ruang: RuangTahun, nama: str) -> GambarNaskah:
    gambar = ambil_gambar(ruang.tahun_kinerja, nama)
    if gambar is None:
        raise Http404("Gambar ini tidak ada.")
    return gambar


def _awal(gambar: GambarNaskah) -> dict[str, Any]:
    return {kolom: getattr(gambar, kolom) for kolom in _KOLOM}


def _simpan(request: HttpRequest, semua: RuangGambar, gambar: GambarNaskah, form: GambarForm) -> bool:
    """Whether it was stored; what was refused stands in the form."""
    isi = form.cleaned_data
    if isi["nama"] != gambar.nama and (banyak := semua.banyak_rujukan(gambar.nama)):
        form.add_error("nama", f"Nama ini dirujuk {banyak} naskah. Ubah dulu rujukan {{gambar {gambar.nama}}} di sana.")
        return False
    sidik, tahun = request.POST.get("dasar", ""), semua.ruang.tahun_kinerja
    try:
        ubah_gambar(tahun_kinerja=tahun, nama=gambar.nama, isi=isi, sidik=sidik, oleh=pengguna_masuk(request))
    except ValidationError as galat:
        kelompok = galat.message_dict if hasattr(galat, "error_dict") else {"": galat.messages}
        for kolom, pesan in kelompok.items():
            form.add_error(kolom if kolom in form.fields else None, pesan)
        return False
    messages.success(request, f"Gambar “{isi['judul']}” disimpan.")
    return True


def _halaman(
    request: HttpRequest,
    semua: RuangGambar,
    gambar: GambarNaskah,
    form: GambarForm,
    ganti: GantiBerkasForm | None = None,
) -> HttpResponse:
    isi = isi_halaman(semua.ruang, SUB, Butir(gambar.judul or gambar.nama)) | {
        "gambar": gambar,
        "form": form,
        "form_ganti": ganti or GantiBerkasForm(),
        "dasar": request.POST.get("dasar") or sidik_gambar(gambar),
        "banyak_rujukan": semua.banyak_rujukan(gambar.nama),
        "ada_lanjutan": semua.berikut_belum_lengkap(gambar.nama) is not None,
    }
    salah = form.errors or (ganti is not None and ganti.errors)
    return render(request, f"{_TEMPLAT}/ubah.html", isi, status=422 if salah else 200)


@require_POST
@login_required
def ganti(request: HttpRequest, kode: str, tahun: int, nama: str) -> HttpResponse:
    ruang = buka_untuk_ubah(request, kode, tahun)
    gambar, form = _ambil(ruang, nama), GantiBerkasForm(request.POST, request.FILES)
    if form.is_valid():
        oleh, berkas = pengguna_masuk(request), form.cleaned_data["berkas"]
        try:
            kejadian = ganti_berkas(tahun_kinerja=ruang.tahun_kinerja, nama=nama, berkas=berkas, oleh=oleh)
        except ValidationError as galat:
            form.add_error("berkas", galat.messages)
        else:
            kalimat = "Berkas gambar diganti."
            beri_tahu(request, kalimat, instansi=ruang.tahun_kinerja.instansi_id, kejadian=kejadian)
            return redirect("ubah_gambar", kode, tahun, nama)
    semua = RuangGambar(ruang)
    return _halaman(request, semua, gambar, GambarForm(initial=_awal(gambar), pilihan=semua.pilihan), form)


@require_POST
@login_required
def geser(request: HttpRequest, kode: str, tahun: int, nama: str) -> HttpResponse:
    """One place up or down among the pictures of its section; htmx renews the gallery in its place."""
    ruang = buka_untuk_ubah(request, kode, tahun)
    langkah = _LANGKAH.get(request.POST.get("arah", ""), 0)
    _ambil(ruang, nama)
    try:
        geser_gambar(tahun_kinerja=ruang.tahun_kinerja, nama=nama, langkah=langkah, oleh=pengguna_masuk(request))
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
    if not request.headers.get("HX-Request"):
        return redirect(SUB, kode, tahun)
    isi = isi_halaman(ruang, SUB) | {"galeri": RuangGambar(ruang).galeri}
    return render(request, f"{_TEMPLAT}/_galeri.html", isi)


@require_POST
@login_required
def hapus(request: HttpRequest, kode: str, tahun: int, nama: str) -> HttpResponse:
    ruang = buka_untuk_ubah(request, kode, tahun)
    gambar = _ambil(ruang, nama)
    try:
        kejadian = hapus_gambar(tahun_kinerja=ruang.tahun_kinerja, nama=nama, oleh=pengguna_masuk(request))
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
    else:
        kalimat = f"Gambar “{gambar.judul or nama}” dihapus."
        beri_tahu(request, kalimat, instansi=ruang.tahun_kinerja.instansi_id, kejadian=kejadian)
    return redirect(SUB, kode, tahun)


@require_safe
@login_required
def berkas(request: HttpRequest, kode: str, tahun: int, sidik: str) -> HttpResponse:
    """The picture itself. Its address names its content, so a browser may keep it for good."""
    mime = mime_gambar(buka_tahun(request.user, kode, tahun), sidik)
    isi = baca_gambar(sidik) if mime else b""
    if mime is None or not isi:
        raise Http404("Gambar ini tidak ada.")
    jawaban = HttpResponse(isi, content_type=mime)
    jawaban.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    jawaban.headers["Cache-Control"] = "private, max-age=31536000, immutable"
    return jawaban
