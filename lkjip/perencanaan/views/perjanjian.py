"""The page “Perjanjian Kinerja”: its targets beside the Renstra's, filling them from there, and its sheets."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from lkjip.halaman.lembar_perjanjian import daftar_lembar_halaman
from lkjip.halaman.perjanjian import kisi_perjanjian, perbedaan
from lkjip.halaman.salin_perjanjian import Tindakan, salinan_target
from lkjip.pengisian.ruang import RuangTahun
from lkjip.pengisian.selectors import pk_indikator_per_kode
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.perencanaan.muatan import Muatan
from lkjip.perencanaan.selectors_dokumen import alasan_perubahan
from lkjip.perencanaan.services_perjanjian import salin_target, simpan_target
from lkjip.perencanaan.views.kisi import SumberKisi, halaman_kisi, jawab_kisi, tempel_kisi
from lkjip.perencanaan.views.pintu_masuk import boleh_ubah, buka, buka_untuk_ubah, isi_halaman
from lkjip.perencanaan.views.unduhan import baca_versi
from lkjip.views.urung import beri_tahu
from renstra.data import Versi
from renstra.selectors_perjanjian import daftar_lembar

SUB = "perjanjian_kinerja"
_JUDUL_SALIN = {
    Versi.MURNI: "Isi Perjanjian Kinerja dari Renstra",
    Versi.PERUBAHAN: "Mulai Perjanjian Kinerja perubahan",
}


def _sumber(request: HttpRequest, ruang: RuangTahun, muatan: Muatan) -> SumberKisi:
    argumen, oleh = [ruang.kode, ruang.tahun], pengguna_masuk(request)
    pk = pk_indikator_per_kode(ruang.tahun_kinerja)
    return SumberKisi(
        muat=lambda: kisi_perjanjian(muatan.muat().konteks, pk, boleh=boleh_ubah(ruang)),
        simpan=lambda isian: simpan_target(tahun_kinerja=ruang.tahun_kinerja, isian=isian, oleh=oleh),
        alamat_simpan=reverse("simpan_perjanjian", args=argumen),
        alamat_tempel=reverse("tempel_perjanjian", args=argumen),
    )


def _isi(ruang: RuangTahun, muatan: Muatan) -> dict[str, Any]:
    """What stands around the grid."""
    return {
        **isi_halaman(ruang, SUB),
        "perbedaan": lambda: perbedaan(muatan.konteks),
        "alasan": alasan_perubahan(ruang),
        "daftar_lembar": daftar_lembar_halaman(
            ruang.peta_unit, [(b.versi, b.unit_id, b.tanggal) for b in daftar_lembar(ruang.tahun_kinerja)]
        ),
    }


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def perjanjian_kinerja(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    ruang = buka(request, kode, tahun)
    muatan = Muatan(ruang)
    sumber = _sumber(request, ruang, muatan)
    return halaman_kisi(request, sumber, "situs/perencanaan/perjanjian.html", _isi(ruang, muatan))


@require_POST
@login_required
def simpan_perjanjian(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """One field or a few; the answer renews the differences, too."""
    ruang = buka_untuk_ubah(request, kode, tahun)
    muatan = Muatan(ruang)
    tambahan = "situs/perencanaan/perjanjian/_perbedaan.html"
    isi: dict[str, Any] = {"templat_tambahan": tambahan, "sisip_tambahan": True, "boleh_ubah": True}
    isi |= {"perbedaan": lambda: perbedaan(muatan.konteks), "alasan": alasan_perubahan(ruang)}
    return jawab_kisi(request, _sumber(request, ruang, muatan), isi)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def tempel_perjanjian(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    ruang = buka_untuk_ubah(request, kode, tahun)
    isi = isi_halaman(ruang, SUB, "Tempel dari Excel")
    return tempel_kisi(request, _sumber(request, ruang, Muatan(ruang)), reverse(SUB, args=[kode, tahun]), isi)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def salin_perjanjian(request: HttpRequest, kode: str, tahun: int, versi: str) -> HttpResponse:
    """What would be written; POST writes it, with a way back."""
    ruang, tujuan = buka_untuk_ubah(request, kode, tahun), baca_versi(versi)
    kiriman = request.POST if request.method == "POST" else request.GET
    timpa = kiriman.get("timpa") == "ya"
    if request.method == "POST":
        return _salin(request, ruang, tujuan, timpa=timpa)
    daftar = salinan_target(ruang.konteks.renstra, tujuan, timpa=timpa)
    isi = isi_halaman(ruang, SUB, _JUDUL_SALIN[tujuan]) | {
        "judul": _JUDUL_SALIN[tujuan],
        "versi": tujuan,
        "daftar": daftar,
        "banyak": sum(s.menulis for s in daftar),
        "ada_berbeda": any(s.tindakan in (Tindakan.TETAP, Tindakan.DIGANTI) for s in daftar),
        "timpa": timpa,
    }
    return render(request, "situs/perencanaan/perjanjian/salin.html", isi)


def _salin(request: HttpRequest, ruang: RuangTahun, versi: Versi, *, timpa: bool) -> HttpResponse:
    banyak, kejadian = salin_target(
        tahun_kinerja=ruang.tahun_kinerja, versi=versi, timpa=timpa, oleh=pengguna_masuk(request)
    )
    if banyak:
        kalimat = f"Target Perjanjian Kinerja {versi.value} untuk {banyak} indikator ditulis."
        beri_tahu(request, kalimat, instansi=ruang.tahun_kinerja.instansi_id, kejadian=kejadian)
    else:
        messages.info(request, "Tidak ada target yang perlu ditulis.")
    return redirect(SUB, ruang.kode, ruang.tahun)
