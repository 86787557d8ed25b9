"""Follow-up of recommendations: the agency's page, one recommendation with its reports, the evidence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kinerja import services_tindak_lanjut as layanan
from kinerja.akses_rekomendasi import HakRekomendasi, ambil_hak_rekomendasi
from kinerja.data_rekomendasi import LAPORAN_INSTANSI, PUTUSAN
from kinerja.models import RekomendasiEvaluasi
from kinerja.selectors_pengisian import hari_ini
from kinerja.selectors_rekomendasi import (
    ambil_rekomendasi,
    ambil_tindak_lanjut,
    daftar_butir_instansi,
    load_butir,
)
from kinerja.simpanan_bukti import path_bukti
from lkjip.evaluasi import forms_tindak_lanjut as borang
from lkjip.evaluasi.halaman_tindak_lanjut import BarisRekomendasi, daftar_baris
from lkjip.keamanan import batas_kiriman
from lkjip.pengisian.forms import isi_bersih
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.views.rangka import Butir, buka_konteks, buka_tahun, daftar_sub_sakip, rangka
from renstra import akses
from renstra.selectors_unit import daftar_unit

_KEBIJAKAN_UNDUHAN = "default-src 'none'; sandbox"
SEBUTAN_LAPORAN = dict(zip(LAPORAN_INSTANSI, ("Masih dalam proses", "Selesai menurut kami"), strict=True))
SEBUTAN_PUTUSAN = dict(
    zip(PUTUSAN, ("Terima: selesai", "Kembalikan: masih kurang", "Terima: tidak dapat ditindaklanjuti"), strict=True)
)


@dataclass(frozen=True)
class _Aksi:
    """`boleh`: the right that it needs."""

    boleh: Callable[[HakRekomendasi], bool]
    form: type[forms.Form]
    layanan: Callable[..., object]
    kalimat: str


AKSI: Mapping[str, _Aksi] = {
    "lapor": _Aksi(lambda h: h.lapor, borang.LaporForm, layanan.lapor_tindak_lanjut, "Tindak lanjut dilaporkan."),
    "tarik": _Aksi(
        lambda h: h.lapor, borang.TarikForm, layanan.tarik_tindak_lanjut, "Laporan ditarik; tetap ada dalam riwayat."
    ),
    "tunjuk": _Aksi(
        lambda h: h.tunjuk, borang.TunjukForm, layanan.tunjuk_penanggung_jawab, "Penanggung jawab disimpan."
    ),
    "putus": _Aksi(lambda h: h.putus, borang.PutusForm, layanan.putus_tindak_lanjut, "Putusan disimpan."),
}


@require_safe
@login_required
def tindak_lanjut(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """All recommendations of the agency, of whatever year: open ones first, closed ones folded."""
    tahun_kinerja = buka_tahun(request.user, kode, tahun)
    instansi = tahun_kinerja.instansi
    boleh_ubah = akses.boleh_ubah(request.user, instansi)
    hak = akses.ambil_hak(request.user, instansi)
    daftar = daftar_baris(daftar_butir_instansi(instansi), hari_ini(), lambda unit: HakRekomendasi(hak, unit).lapor)
    isi = {
        "rangka": rangka(tahun_kinerja, buka_konteks(tahun_kinerja), "sakip", "Tindak lanjut", boleh_ubah=boleh_ubah),
        "daftar_sub": daftar_sub_sakip(kode, tahun, "tindak_lanjut"),
        "daftar_terbuka": sorted((b for b in daftar if b.butir.terbuka), key=lambda b: -b.lewat),
        "daftar_selesai": [b for b in daftar if not b.butir.terbuka],
    }
    return render(request, "situs/evaluasi/tindak_lanjut.html", isi)


def _buka(request: HttpRequest, pk: int) -> tuple[RekomendasiEvaluasi, HakRekomendasi]:
    """A recommendation of an issued LHE; 404 where the user may not see its agency."""
    baris = ambil_rekomendasi(request.user, pk)
    if baris is None:
        raise Http404("Rekomendasi tidak ada atau di luar penugasan.")
    return baris, ambil_hak_rekomendasi(request.user, baris)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@batas_kiriman("BUKTI_KIRIMAN_MB")
def rekomendasi(request: HttpRequest, pk: int) -> HttpResponse:
    baris, hak = _buka(request, pk)
    galat: list[str] = []
    if request.method == "POST":
        try:
            messages.success(request, _jalankan(request, baris, hak))
            return redirect("rekomendasi", pk)
        except ValidationError as ditolak:
            galat = list(ditolak.messages)
            baris, hak = _buka(request, pk)
    isi = _isi(baris, hak) | {"daftar_galat": galat, "ketikan": request.POST if galat else {}}
    return render(request, "situs/evaluasi/rekomendasi.html", isi, status=422 if galat else 200)


def _jalankan(request: HttpRequest, baris: RekomendasiEvaluasi, hak: HakRekomendasi) -> str:
    """Do what the button asks for; what to say then. Raises ValidationError with sentences."""
    aksi = AKSI.get(request.POST.get("aksi", ""))
    if not (aksi.boleh(hak) if aksi else hak.lapor or hak.putus):
        raise PermissionDenied
    if aksi is None:
        raise ValidationError("Tidak ada yang dipilih. Muat ulang halaman, lalu coba lagi.")
    isi = isi_bersih(aksi.form(request.POST, request.FILES))
    aksi.layanan(rekomendasi=baris.pk, oleh=pengguna_masuk(request), **isi)
    return aksi.kalimat


def _isi(baris: RekomendasiEvaluasi, hak: HakRekomendasi) -> dict[str, Any]:
    satu = BarisRekomendasi(load_butir([baris])[0], hari_ini())
    nama = f"{satu.butir.instansi} {satu.butir.tahun}"
    return {
        "jejak": [Butir("Rekomendasi", reverse("daftar_rekomendasi")), Butir(nama)],
        "satu": satu,
        "baris": baris,
        "hak": hak,
        "daftar_unit": daftar_unit(baris.evaluasi.instansi) if hak.tunjuk else (),
        "pilihan_laporan": [(k.value, nama) for k, nama in SEBUTAN_LAPORAN.items()],
        "pilihan_putusan": [(k.value, nama) for k, nama in SEBUTAN_PUTUSAN.items()],
        "batas_mb": settings.BUKTI_MB,
        "terima_bukti": ",".join(f".{jenis}" for jenis in settings.BUKTI_JENIS),
    }


@require_safe
@login_required
def berkas(request: HttpRequest, pk: int) -> FileResponse:
    """The evidence of a report, for whoever may see the agency: always to keep, never to run or show in our page."""
    laporan = ambil_tindak_lanjut(request.user, pk)
    path = path_bukti(laporan.berkas) if laporan and laporan.berkas else None
    if laporan is None or path is None or not path.is_file():
        raise Http404("Berkas bukti ini tidak ada.")
    jawaban = FileResponse(path.open("rb"), as_attachment=True, filename=laporan.nama_berkas, content_type=laporan.tipe)
    jawaban.headers["Content-Security-Policy"] = _KEBIJAKAN_UNDUHAN
    jawaban.headers["X-Content-Type-Options"] = "nosniff"
    return jawaban
