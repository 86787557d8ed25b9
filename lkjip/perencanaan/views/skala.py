"""The scales that give a capaian its category: those of the year, those of regulations, and tables of other indices."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinerja.besaran import desimal_metode
from kinerja.besaran_skala import DAFTAR_SKALA_BAKU, SKALA_BAKU_PER_NAMA, cermin, predikat_indeks
from kinerja.data import Skala
from lkjip.dasar.isian import Isian, IsianTakTerbaca, JenisIsian, baca_isian
from lkjip.halaman.skala import daftar_skala_tampil, kelas_tampil, skala_tampil
from lkjip.pengisian.ruang import RuangTahun
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.perencanaan.forms_metode import KirimanSkala, baca_skala, kiriman_skala, tulis_kelas
from lkjip.perencanaan.services_metode import ubah_metode, ubah_skala
from lkjip.perencanaan.views.pintu_masuk import boleh_ubah, buka, buka_untuk_ubah, isi_halaman
from lkjip.views.urung import beri_tahu
from renstra.data import Arah

_TEMPLAT = "situs/perencanaan/skala"


@require_safe
@login_required
def skala_kategori(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    ruang = buka(request, kode, tahun)
    return _halaman(request, ruang)


def _halaman(request: HttpRequest, ruang: RuangTahun, galat: str = "") -> HttpResponse:
    kinerja = ruang.konteks.kinerja
    ada = {s.skala for s in kinerja.daftar_skala}
    baku = [(s, kelas_tampil(s.kelas), s.nama in ada) for s in DAFTAR_SKALA_BAKU]
    isi: dict[str, Any] = {
        "daftar_skala": daftar_skala_tampil(kinerja),
        "daftar_baku": [satu for satu in baku if satu[0].capaian],
        "daftar_indeks": [satu for satu in baku if not satu[0].capaian],
        "galat": galat,
        "cek": _cek_indeks(request),
    }
    halaman = isi_halaman(ruang, "skala_kategori") | isi
    return render(request, f"{_TEMPLAT}/skala.html", halaman, status=422 if galat else 200)


def _cek_indeks(request: HttpRequest) -> dict[str, str]:
    """The predikat of an index's own value, typed on the page."""
    nama, teks = request.GET.get("indeks", ""), request.GET.get("nilai", "")
    skala = SKALA_BAKU_PER_NAMA.get(nama)
    if skala is None or not teks.strip():
        return {"indeks": nama, "nilai": teks}
    try:
        nilai = baca_isian(teks, JenisIsian.ANGKA)
    except IsianTakTerbaca as galat:
        return {"indeks": nama, "nilai": teks, "galat": str(galat)}
    hasil = predikat_indeks(skala, nilai) if isinstance(nilai, Decimal) else None
    jawab = hasil.kata or hasil.alasan if hasil else ""
    return {"indeks": nama, "nilai": teks, "hasil": f"{skala.judul}: {jawab}", "cara": hasil.cara if hasil else ""}


@require_POST
@login_required
def salin_skala(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Copy a scale of a regulation into the year's; only one that classes a capaian in percent."""
    ruang = buka_untuk_ubah(request, kode, tahun)
    skala = SKALA_BAKU_PER_NAMA.get(request.POST.get("nama", ""))
    if skala is None or not skala.capaian:
        return _halaman(request, ruang, "Skala ini menggolongkan nilai indeks, bukan capaian dalam persen.")
    daftar = skala.daftar_skala(desimal_metode(ruang.konteks.kinerja))
    return _simpan(request, ruang, skala.nama, daftar, f"Skala {skala.nama} disalin.")


@require_POST
@login_required
def pakai_skala(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Put one of the year's scales in force."""
    ruang = buka_untuk_ubah(request, kode, tahun)
    nama, kini = request.POST.get("nama", ""), ruang.konteks.kinerja.metode.skala
    try:
        isian = [Isian("skala", nama, kini)]
        ubah_metode(tahun_kinerja=ruang.tahun_kinerja, isian=isian, oleh=pengguna_masuk(request))
    except ValidationError as galat:
        return _halaman(request, ruang, " ".join(galat.messages))
    return redirect("skala_kategori", kode, tahun)


@require_POST
@login_required
def hapus_skala(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    ruang = buka_untuk_ubah(request, kode, tahun)
    nama = request.POST.get("nama", "")
    return _simpan(request, ruang, nama, (), f"Skala {nama} dihapus.")


def _simpan(
    request: HttpRequest, ruang: RuangTahun, nama: str, daftar: tuple[Skala, ...], kalimat: str
) -> HttpResponse:
    try:
        oleh = pengguna_masuk(request)
        kejadian = ubah_skala(tahun_kinerja=ruang.tahun_kinerja, nama=nama, daftar=daftar, oleh=oleh)
    except ValidationError as galat:
        return _halaman(request, ruang, " ".join(galat.messages))
    beri_tahu(request, kalimat, instansi=ruang.tahun_kinerja.instansi_id, kejadian=kejadian)
    return redirect("skala_kategori", ruang.kode, ruang.tahun)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def ubah_skala_sendiri(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """One scale as text, a class a line; `nama` in the address names it, without one it is new."""
    ruang = buka(request, kode, tahun)
    lama = request.GET.get("nama", "")
    tersimpan = [s for s in ruang.konteks.kinerja.daftar_skala if s.skala == lama]
    if lama and not tersimpan:
        raise Http404("Skala ini tidak ada.")
    if request.method != "POST":
        return _formulir(request, ruang, kiriman_skala(lama, tersimpan))
    if not boleh_ubah(ruang):
        raise PermissionDenied
    return _simpan_sendiri(request, ruang, lama, baca_skala(request.POST))


def _simpan_sendiri(request: HttpRequest, ruang: RuangTahun, lama: str, kiriman: KirimanSkala) -> HttpResponse:
    """`aksi`: look at it, mirror it for negative indicators, or store it."""
    aksi = request.POST.get("aksi", "")
    try:
        daftar = kiriman.daftar()
        if aksi == "cermin":
            kiriman = _dengan_cermin(kiriman, daftar, desimal_metode(ruang.konteks.kinerja))
        if aksi != "simpan":
            return _formulir(request, ruang, kiriman)
        oleh, nama = pengguna_masuk(request), lama or daftar[0].skala
        if not lama and any(s.skala == nama for s in ruang.konteks.kinerja.daftar_skala):
            raise ValidationError(f"Skala “{nama}” sudah ada. Pilih nama lain.")
        kejadian = ubah_skala(tahun_kinerja=ruang.tahun_kinerja, nama=nama, daftar=daftar, oleh=oleh)
    except ValidationError as galat:
        return _formulir(request, ruang, kiriman, list(galat.messages))
    instansi = ruang.tahun_kinerja.instansi_id
    beri_tahu(request, f"Skala {daftar[0].skala} disimpan.", instansi=instansi, kejadian=kejadian)
    return redirect("skala_kategori", ruang.kode, ruang.tahun)


def _dengan_cermin(kiriman: KirimanSkala, daftar: tuple[Skala, ...], desimal: int) -> KirimanSkala:
    kelas = [(s.batas_bawah, s.kategori) for s in daftar if s.arah is Arah.POSITIF and s.batas_bawah is not None]
    return KirimanSkala(kiriman.nama, kiriman.positif, tulis_kelas(cermin(kelas, desimal=desimal)) if kelas else "")


def _formulir(
    request: HttpRequest, ruang: RuangTahun, kiriman: KirimanSkala, galat: list[str] | None = None
) -> HttpResponse:
    try:
        tampil = skala_tampil(kiriman.nama, kiriman.daftar(), dipakai=False)
    except ValidationError:
        tampil = None
    isi = {"kiriman": kiriman, "tampil": tampil, "daftar_galat": galat or []}
    halaman = isi_halaman(ruang, "skala_kategori", kiriman.nama or "Skala baru") | isi
    return render(request, f"{_TEMPLAT}/ubah.html", halaman, status=422 if galat else 200)
