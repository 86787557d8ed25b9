"""The measuring method of a year: each choice explained, with what it makes of this agency's own figures."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from lkjip.dasar.isian import tulis_dasar, tulis_isian
from lkjip.halaman.metode import METODE_EFISIENSI, RUMUS_NEGATIF, SKEMA_SAKIP, daftar_contoh
from lkjip.pengisian.ruang import RuangTahun
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.perencanaan.forms_metode import JENIS, baca_metode, susun_metode
from lkjip.perencanaan.services_metode import ubah_metode
from lkjip.perencanaan.views.pintu_masuk import boleh_ubah, buka, isi_halaman

_TEMPLAT = "situs/perencanaan/metode"


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def metode_pengukuran(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    ruang = buka(request, kode, tahun)
    if request.method != "POST":
        return _halaman(request, ruang)
    if not boleh_ubah(ruang):
        raise PermissionDenied
    try:
        isian = baca_metode(request.POST)
        banyak = ubah_metode(tahun_kinerja=ruang.tahun_kinerja, isian=isian, oleh=pengguna_masuk(request))
    except ValidationError as galat:
        return _halaman(request, ruang, " ".join(galat.messages))
    messages.success(request, f"{banyak} pilihan disimpan." if banyak else "Tidak ada pilihan yang berubah.")
    return redirect("metode_pengukuran", kode, tahun)


@require_safe
@login_required
def contoh_metode(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """What the choices would make of the year's figures, by htmx; nothing is stored."""
    ruang = buka(request, kode, tahun)
    data = ruang.konteks.data
    isi = {"daftar_contoh": daftar_contoh(data, susun_metode(request.GET, data.kinerja.metode))}
    return render(request, f"{_TEMPLAT}/_contoh.html", isi)


def _halaman(request: HttpRequest, ruang: RuangTahun, galat: str = "") -> HttpResponse:
    """`lihat` in the address: the choices of the address are shown with their example, without being stored."""
    data = ruang.konteks.data
    ketikan = request.POST if galat else request.GET if "lihat" in request.GET else {}
    metode = data.kinerja.metode
    nilai = {k: ketikan.get(k, tulis_isian(getattr(metode, k), jenis)) for k, jenis in JENIS.items()}
    isi: dict[str, Any] = {
        "nilai": nilai,
        "dasar": [(k, tulis_dasar(getattr(metode, k))) for k in JENIS],
        "daftar_pilihan": _daftar_pilihan(nilai),
        "daftar_nama_skala": list(dict.fromkeys(s.skala for s in data.kinerja.daftar_skala)),
        "daftar_contoh": daftar_contoh(data, susun_metode(ketikan, metode)),
        "banyak_disetujui": len(data.disetujui),
        "galat": galat,
    }
    return render(
        request, f"{_TEMPLAT}/metode.html", isi_halaman(ruang, "metode_pengukuran") | isi, status=422 if galat else 200
    )


def _daftar_pilihan(nilai: dict[str, str]) -> list[tuple[str, str, str, Any]]:
    """Name of the field, its heading, what is chosen, and the choices."""
    return [
        ("rumus_negatif", "Rumus capaian indikator negatif", nilai["rumus_negatif"], RUMUS_NEGATIF),
        ("metode_efisiensi", "Cara menghitung efisiensi", nilai["metode_efisiensi"], METODE_EFISIENSI),
        ("skema_sakip", "Peraturan evaluasi SAKIP", nilai["skema_sakip"], SKEMA_SAKIP),
    ]
