"""The list of official documents, and one document: its draft, its steps, its versions."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinerja.selectors_reviu import keadaan_reviu
from lkjip.laporan.compose.perjanjian import daftar_versi as versi_perjanjian
from lkjip.laporan.data_penyusunan import Pesanan
from lkjip.laporan.data_terbitan import KeadaanTerbitan, TahapNaskah
from lkjip.laporan.render.bidang_tanda import daftar_pihak
from lkjip.pengisian.ruang import RuangTahun
from lkjip.pengisian.views.pintu_masuk import buka_ruang_tahun, pengguna_masuk
from lkjip.terbitan.akses_dokumen import HakDokumen, hak_dokumen, versi_terlihat
from lkjip.terbitan.data_dokumen import kueri, kunci_dokumen, memblokir, milik_apip
from lkjip.terbitan.data_penanda import sebab_tanpa_nama
from lkjip.terbitan.data_versi import TahapKini, VersiDokumen
from lkjip.terbitan.halaman import (
    daftar_kekurangan,
    dokumen_apip,
    dokumen_unit,
    dokumen_utama,
    susun_daftar,
    susun_langkah,
)
from lkjip.terbitan.selectors import NaskahResmi, catatan_terakhir, daftar_catatan, daftar_versi
from lkjip.terbitan.services import catat_tahap, finalkan, sebab_belum_siap, tahap_kini, temuan_menghalangi
from lkjip.terbitan.views.ruang import (
    alamat_naskah,
    baca_pesanan,
    buka_naskah,
    butir_dokumen,
    isi_rangka,
    nama_unit,
    wajib,
)
from lkjip.views.laporan import isi_dokumen

_KABAR = {
    TahapNaskah.DIAJUKAN: "Naskah diajukan. Verifikator atau kepala perangkat daerah memeriksanya.",
    TahapNaskah.DIPERIKSA: "Naskah dinyatakan sudah diperiksa. Sekarang dapat difinalkan.",
    TahapNaskah.DIKEMBALIKAN: "Naskah dikembalikan dengan catatan Anda.",
}
_TAHAP = {tahap.value: tahap for tahap in TahapNaskah}
_TAK_DIKENAL = "Langkah yang dikirim tidak dikenal. Muat ulang halaman, lalu pilih lagi."


@require_safe
@login_required
def penerbitan(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    ruang = buka_ruang_tahun(request, kode, tahun)
    per_kunci: dict[str, list[VersiDokumen]] = {}
    for satu in versi_terlihat(ruang.hak, daftar_versi(ruang.tahun_kinerja)):
        per_kunci.setdefault(satu.kunci, []).append(satu)
    unit, pk = nama_unit(ruang), versi_perjanjian(ruang.konteks)
    catatan = catatan_terakhir(ruang.tahun_kinerja)
    isi = isi_rangka(ruang) | {
        "daftar": susun_daftar(dokumen_utama(pk), per_kunci, catatan, unit),
        "daftar_apip": susun_daftar(
            [p for p in dokumen_apip() if kunci_dokumen(p) in per_kunci], per_kunci, catatan, unit
        ),
        "daftar_unit": [
            (nama, susun_daftar(dokumen_unit(nomor, pk), per_kunci, catatan, unit)) for nomor, nama in unit.items()
        ],
    }
    return render(request, "situs/terbitan/penerbitan.html", isi)


@require_safe
@login_required
def dokumen_resmi(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    ruang, pesanan = buka_ruang_tahun(request, kode, tahun), baca_pesanan(request.GET)
    if milik_apip(pesanan.jenis):
        return _halaman_apip(request, ruang, pesanan)
    return _halaman(request, ruang, buka_naskah(ruang, pesanan))


def _halaman_apip(request: HttpRequest, ruang: RuangTahun, pesanan: Pesanan) -> HttpResponse:
    """The versions of a document of the APIP: to its people all of them and the way to the next, to others what was
    published; 404 where that is nothing."""
    versi = versi_terlihat(ruang.hak, daftar_versi(ruang.tahun_kinerja, kunci_dokumen(pesanan)))
    if not versi and not hak_dokumen(ruang.hak, pesanan.jenis).lihat_naskah:
        raise Http404("Dokumen ini belum terbit.")
    nama = butir_dokumen(ruang, pesanan).nama
    isi = isi_rangka(ruang, nama, jenis=pesanan.jenis) | {
        "judul": nama, "kueri": kueri(pesanan), "daftar_versi": versi,
        "kini": next((v for v in versi if v.berjalan), None), "alamat_naskah": alamat_naskah(ruang, pesanan),
    }  # fmt: skip
    return render(request, "situs/terbitan/dokumen_apip.html", isi)


@require_safe
@login_required
def naskah_apip(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """A document of the APIP as it would be frozen now, to read."""
    ruang, pesanan = buka_ruang_tahun(request, kode, tahun), baca_pesanan(request.GET)
    if not milik_apip(pesanan.jenis):
        raise Http404("Naskah dokumen ini dibaca di halamannya sendiri.")
    naskah, butir = buka_naskah(ruang, pesanan), butir_dokumen(ruang, pesanan)
    isi = isi_rangka(ruang, butir, "Naskah", jenis=pesanan.jenis) | {"isi_dokumen": isi_dokumen(naskah.dokumen)}
    return render(request, "situs/terbitan/naskah.html", isi)


def _halaman(
    request: HttpRequest, ruang: RuangTahun, naskah: NaskahResmi, galat: ValidationError | None = None
) -> HttpResponse:
    versi = daftar_versi(ruang.tahun_kinerja, naskah.kunci)
    kini = next((v for v in versi if v.berjalan), None)
    terbit = next((v for v in versi if v.keadaan is KeadaanTerbitan.TERBIT), None)
    catatan = daftar_catatan(ruang.tahun_kinerja, naskah.kunci)
    tahap = TahapKini(next(iter(catatan), None), naskah.sidik)
    butir = butir_dokumen(ruang, naskah.pesanan)
    isi: dict[str, Any] = isi_rangka(ruang, butir.nama) | {
        "judul": butir.nama, "naskah": naskah, "kueri": kueri(naskah.pesanan), "tahap": tahap, "kini": kini,
        "terbit": terbit, "daftar_versi": versi, "daftar_langkah": susun_langkah(tahap, kini, terbit),
        "daftar_catatan": catatan, "galat": galat,
        "banyak_temuan": len(temuan_menghalangi(ruang.tahun_kinerja, naskah)) if kini is None else 0,
        "alamat_naskah": alamat_naskah(ruang, naskah.pesanan), "catatan": request.POST.get("catatan", ""),
        "tanpa_nama": sebab_tanpa_nama(daftar_pihak(naskah.dokumen)),
    }  # fmt: skip
    isi |= _isi_reviu(ruang, naskah)
    return render(request, "situs/terbitan/dokumen.html", isi, status=422 if galat else 200)


def _isi_reviu(ruang: RuangTahun, naskah: NaskahResmi) -> dict[str, Any]:
    """Whether the APIP has reviewed this content: of the year's report, which is what it reviews. One query."""
    if naskah.buku is None or not memblokir(naskah.pesanan):
        return {}
    direviu = naskah.buku.laporan.pernyataan_reviu is not None
    return {"reviu": keadaan_reviu(ruang.tahun_kinerja), "direviu": direviu}


@require_POST
@login_required
def catat_tahap_naskah(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Hand in, declare checked, send back: what was read comes along as its hash."""
    ruang = buka_ruang_tahun(request, kode, tahun)
    tahap = _TAHAP.get(request.POST.get("tahap", ""))
    pesanan = baca_pesanan(request.POST)
    wajib(_boleh_mencatat(tahap, hak_dokumen(ruang.hak, pesanan.jenis)))
    naskah = buka_naskah(ruang, pesanan)
    if tahap is None:
        return _halaman(request, ruang, naskah, ValidationError(_TAK_DIKENAL))
    try:
        catat_tahap(
            tahun_kinerja=ruang.tahun_kinerja, naskah=naskah, tahap=tahap, sidik_dibaca=request.POST.get("sidik", ""),
            oleh=pengguna_masuk(request), catatan=request.POST.get("catatan", ""),
        )  # fmt: skip
    except ValidationError as galat:
        return _halaman(request, ruang, naskah, galat)
    messages.success(request, _KABAR[tahap])
    return _ke_dokumen(kode, tahun, pesanan)


def _boleh_mencatat(tahap: TahapNaskah | None, hak: HakDokumen) -> bool:
    return hak.periksa if tahap in {TahapNaskah.DIPERIKSA, TahapNaskah.DIKEMBALIKAN} else hak.ajukan


def _ke_dokumen(kode: str, tahun: int, pesanan: Pesanan) -> HttpResponse:
    return redirect(reverse("dokumen_resmi", args=[kode, tahun]) + kueri(pesanan))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def finalkan_naskah(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """What will be frozen, and the button that does it."""
    ruang = buka_ruang_tahun(request, kode, tahun)
    pesanan = baca_pesanan(request.POST if request.method == "POST" else request.GET)
    wajib(hak_dokumen(ruang.hak, pesanan.jenis).finalkan)
    naskah, galat = buka_naskah(ruang, pesanan), None
    if request.method == "POST":
        try:
            terbitan = finalkan(
                tahun_kinerja=ruang.tahun_kinerja, naskah=naskah, sidik_dibaca=request.POST.get("sidik", ""),
                oleh=pengguna_masuk(request), alasan=request.POST.get("alasan", ""),
            )  # fmt: skip
            return redirect("versi_terbitan", kode, tahun, terbitan.pk)
        except ValidationError as ditolak:
            galat = ditolak
    return _halaman_finalkan(request, ruang, naskah, galat)


def _halaman_finalkan(
    request: HttpRequest, ruang: RuangTahun, naskah: NaskahResmi, galat: ValidationError | None
) -> HttpResponse:
    butir = butir_dokumen(ruang, naskah.pesanan)
    versi = daftar_versi(ruang.tahun_kinerja, naskah.kunci)
    isi = isi_rangka(ruang, butir, "Finalkan", jenis=naskah.pesanan.jenis) | {
        "judul": butir.nama, "naskah": naskah, "kueri": kueri(naskah.pesanan), "galat": galat,
        "nomor": max((v.nomor for v in versi), default=0) + 1, "tahap": tahap_kini(ruang.tahun_kinerja, naskah),
        "daftar_temuan": temuan_menghalangi(ruang.tahun_kinerja, naskah), "alasan": request.POST.get("alasan", ""),
        "daftar_kekurangan": daftar_kekurangan(naskah.dokumen), "alamat_naskah": alamat_naskah(ruang, naskah.pesanan),
        "kini": next((v for v in versi if v.berjalan), None), "apip": milik_apip(naskah.pesanan.jenis),
        "sebab_belum_siap": sebab_belum_siap(ruang.tahun_kinerja, naskah),
    }  # fmt: skip
    return render(request, "situs/terbitan/finalkan.html", isi, status=422 if galat else 200)
