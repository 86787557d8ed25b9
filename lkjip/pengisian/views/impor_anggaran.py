"""Import of a budget system's file: upload, match the columns, preview, confirm. Nothing is written before the last."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from anggaran.selectors_rencana import pk_anggaran_per_kode
from lkjip.berkas_sementara import BerkasSementara, TempatBerkas
from lkjip.buku_kerja.galat import GalatBuku
from lkjip.buku_kerja.mentah import LembarMentah
from lkjip.halaman.banding_anggaran import HasilBanding, SimpanPagu, bandingkan
from lkjip.pengisian.berkas_anggaran import baca_berkas, baca_isi, daftar_kolom, sebutan_kolom, tulisan_baris
from lkjip.pengisian.data_pencocokan import REALISASI, BentukBerkas, PetaKolom, kode_baku, tebak_judul, tebak_kolom
from lkjip.pengisian.forms_anggaran import KolomAnggaranForm, UnggahAnggaranForm, akhiran
from lkjip.pengisian.ruang import Ruang
from lkjip.pengisian.selectors_anggaran import ambil_pencocokan
from lkjip.pengisian.services_pencocokan import JALUR_IMPOR, save_pencocokan
from lkjip.pengisian.simpan_anggaran import simpan_banyak
from lkjip.pengisian.views.pintu_masuk import buka_ruang, isi_halaman, pengguna_masuk
from lkjip.riwayat.services import BarisDitolak

TEMPAT = TempatBerkas("impor_anggaran")
_SELESAI = "impor_anggaran_selesai"
_BARIS_CUPLIKAN = 12
_BARIS_DIBACA = 40


def _buka(request: HttpRequest, kode: str, tahun: int, triwulan: int) -> Ruang:
    """The quarter; 403 for a POST of who may change nothing."""
    ruang = buka_ruang(request, kode, tahun, triwulan)
    if request.method == "POST" and not ruang.hak.ubah:
        raise PermissionDenied
    return ruang


def _berkas(request: HttpRequest, ruang: Ruang) -> BerkasSementara | None:
    """The file that this session has uploaded for this very quarter."""
    berkas = TEMPAT.ambil(request.session)
    untuk = [ruang.kode, ruang.tahun, ruang.triwulan]
    return berkas if berkas is not None and berkas.catatan.get("untuk") == untuk else None


def _alamat(ruang: Ruang) -> list[Any]:
    return [ruang.kode, ruang.tahun, ruang.triwulan]


def _ke_unggah(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """No file, or a closed quarter: back to where it begins, which says so."""
    if request.session.get(_SELESAI) and request.session[_SELESAI] == request.POST.get("sidik"):
        return redirect("isi_anggaran", *_alamat(ruang))  # the second click of a double click
    return redirect("unggah_anggaran", *_alamat(ruang))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def unggah_anggaran(request: HttpRequest, kode: str, tahun: int, triwulan: int) -> HttpResponse:
    ruang = _buka(request, kode, tahun, triwulan)
    form = UnggahAnggaranForm(request.POST or None, request.FILES or None) if request.FILES else None
    form = form or UnggahAnggaranForm({} if request.method == "POST" else None)
    status = 200
    if request.method == "POST" and not ruang.pintu.terbuka:
        status = 409
    elif request.method == "POST":
        if form.is_valid() and terima_berkas(request, TEMPAT, form, _alamat(ruang)):
            return redirect("cocokkan_anggaran", kode, tahun, triwulan)
        status = 422
    isi = {**isi_halaman(ruang, "isi_anggaran", "Impor anggaran"), "form": form, "langkah": 1}
    return render(request, "situs/pengisian/anggaran/unggah.html", isi, status=status)


def terima_berkas(request: HttpRequest, tempat: TempatBerkas, form: UnggahAnggaranForm, untuk: list[Any]) -> bool:
    """Keep the file for the page `untuk` if it can be read; else the form says why not."""
    unggahan = form.cleaned_data["berkas"]
    berkas = tempat.simpan(request.session, unggahan, akhiran(unggahan))
    try:
        baca_berkas(berkas.path)
    except GalatBuku as galat:
        tempat.buang(request.session)
        form.add_error("berkas", f"{galat.pesan} {galat.saran}")
        return False
    tempat.catat(request.session, untuk=untuk)
    return True


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def cocokkan_anggaran(request: HttpRequest, kode: str, tahun: int, triwulan: int) -> HttpResponse:
    """Sheet and heading row by GET, columns by POST; what is chosen is remembered for the agency."""
    ruang = _buka(request, kode, tahun, triwulan)
    berkas = _berkas(request, ruang)
    if berkas is None or not ruang.pintu.terbuka:
        return _ke_unggah(request, ruang)
    daftar_lembar = baca_berkas(berkas.path)
    lembar, judul = pilihan_lembar(request, daftar_lembar)
    kolom = daftar_kolom(lembar, judul)
    tebakan = tebak_kolom(kolom, ambil_pencocokan(ruang.tahun_kinerja.instansi))
    pilihan = [(nomor, sebutan_kolom(nomor, teks)) for nomor, teks in kolom.items()]
    form = KolomAnggaranForm(request.POST or None, pilihan=pilihan, initial={**tebakan.kolom, "awalan": tebakan.awalan})
    if request.method == "POST" and form.is_valid():
        peta = PetaKolom(lembar.nama, judul, form.kolom, form.cleaned_data["awalan"])
        save_pencocokan(instansi=ruang.tahun_kinerja.instansi, isi=peta.ingat(kolom), oleh=pengguna_masuk(request))
        TEMPAT.catat(request.session, peta=peta.rekam())
        return redirect("periksa_anggaran", kode, tahun, triwulan)
    isi = {"form": form, "tebakan": tebakan, "judul": judul, "lembar": lembar, "daftar_lembar": daftar_lembar}
    return _halaman_kolom(request, ruang, berkas, {**isi, "kolom": kolom})


def pilihan_lembar(
    request: HttpRequest, daftar: tuple[LembarMentah, ...], bentuk: BentukBerkas = REALISASI
) -> tuple[LembarMentah, int]:
    """The sheet and heading row asked for, else the first sheet and the row that looks like headings."""
    diminta = request.POST if request.method == "POST" else request.GET
    lembar = next((satu for satu in daftar if satu.nama == diminta.get("lembar")), daftar[0])
    judul = diminta.get("judul", "")
    if judul.isascii() and judul.isdigit() and len(judul) < 8 and int(judul) in lembar.baris:
        return lembar, int(judul)
    return lembar, tebak_judul(tulisan_baris(lembar, _BARIS_DIBACA), bentuk)


def isi_kolom(berkas: BerkasSementara, lembar: LembarMentah, judul: int, kolom: Mapping[int, str]) -> dict[str, Any]:
    """What the page of the columns shows of the file: the rows around its headings."""
    teks = tulisan_baris(lembar, judul + _BARIS_CUPLIKAN)
    cuplikan = [(n, [teks[n].get(k, "") for k in kolom]) for n in sorted(teks)][-_BARIS_CUPLIKAN * 2 :]
    return {
        "nama_berkas": berkas.nama,
        "cuplikan": cuplikan,
        "huruf": [sebutan_kolom(k, "-").partition(":")[0] for k in kolom],
        "langkah": 2,
    }


def _halaman_kolom(request: HttpRequest, ruang: Ruang, berkas: BerkasSementara, isi: dict[str, Any]) -> HttpResponse:
    rinci = {
        **isi_halaman(ruang, "isi_anggaran", "Impor anggaran"),
        **isi,
        **isi_kolom(berkas, isi["lembar"], isi["judul"], isi["kolom"]),
    }
    status = 422 if isi["form"].is_bound else 200
    return render(request, "situs/pengisian/anggaran/kolom.html", rinci, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def periksa_anggaran(request: HttpRequest, kode: str, tahun: int, triwulan: int) -> HttpResponse:
    """What would change; POST makes it so, provided that it is still what was shown."""
    ruang = _buka(request, kode, tahun, triwulan)
    berkas = _berkas(request, ruang)
    if berkas is None or "peta" not in berkas.catatan or not ruang.pintu.terbuka:
        return _ke_unggah(request, ruang)
    if request.method == "POST":
        try:
            jawaban = _simpan(request, ruang, berkas, _bandingkan(ruang, berkas))
        except BarisDitolak as galat:
            messages.error(request, f"Belum ada yang disimpan. {' '.join(galat.messages)} Perbaiki berkasnya.")
            return _halaman_periksa(request, ruang.segar(), berkas, status=422)
        return jawaban or _halaman_periksa(request, ruang.segar(), berkas, status=409)
    return _halaman_periksa(request, ruang, berkas, status=200)


def _halaman_periksa(request: HttpRequest, ruang: Ruang, berkas: BerkasSementara, *, status: int) -> HttpResponse:
    banding = _bandingkan(ruang, berkas)
    isi = {
        **isi_halaman(ruang, "isi_anggaran", "Impor anggaran"),
        "banding": banding,
        "sidik": berkas.sidik(banding),
        "nama_berkas": berkas.nama,
        "basi": status == 409,
        "banyak_pagu": {satu.value: _banyak_pagu(banding, satu) for satu in SimpanPagu},
        "langkah": 3,
    }
    return render(request, "situs/pengisian/anggaran/periksa.html", isi, status=status)


def _bandingkan(ruang: Ruang, berkas: BerkasSementara) -> HasilBanding:
    peta = PetaKolom(**berkas.catatan["peta"])
    lembar = next(satu for satu in baca_berkas(berkas.path) if satu.nama == peta.lembar)
    return bandingkan(
        ruang.konteks,
        ruang.triwulan,
        pk_anggaran_per_kode(ruang.tahun_kinerja),
        baca_isi(lembar, peta),
        milik=ruang.boleh_isi_anggaran,
        kode_baku=kode_baku,
    )


def _banyak_pagu(banding: HasilBanding, simpan: SimpanPagu) -> int:
    return sum(satu.isian_pagu(simpan) is not None for satu in banding.daftar_cocok)


def _pilihan_pagu(request: HttpRequest, ruang: Ruang) -> SimpanPagu:
    """The pagu is the agency's, so who is limited to some units leaves it as it is."""
    pilihan = request.POST.get("pagu", "")
    return SimpanPagu(pilihan) if pilihan in set(SimpanPagu) and not ruang.hak.terbatas else SimpanPagu.TIDAK


def _simpan(request: HttpRequest, ruang: Ruang, berkas: BerkasSementara, banding: HasilBanding) -> HttpResponse | None:
    """Save what was shown; None if it is no longer the same, and then nothing was written."""
    sidik = berkas.sidik(banding)
    if request.POST.get("sidik") != sidik:
        return None
    isian = banding.isian(_pilihan_pagu(request, ruang))
    banyak = simpan_banyak(ruang, isian, pengguna_masuk(request), JALUR_IMPOR)
    if banyak is None:
        return None
    TEMPAT.buang(request.session)
    request.session[_SELESAI] = sidik
    messages.success(request, f"Impor selesai: {banyak} nilai diubah dari berkas {berkas.nama}.")
    return redirect("isi_anggaran", *_alamat(ruang))
