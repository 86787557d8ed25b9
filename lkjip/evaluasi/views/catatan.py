"""Findings and recommendations of one evaluation: read by the APIP, written by the team while it works."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kinerja import services_rekomendasi as layanan
from kinerja.data_evaluasi import TahapEvaluasi
from kinerja.selectors_pengisian import hari_ini
from lkjip.evaluasi import forms_catatan as borang
from lkjip.evaluasi.halaman_catatan import SEBUTAN_SIKAP
from lkjip.evaluasi.selectors_catatan import isi_catatan, load_buku_evaluasi
from lkjip.evaluasi.views.pintu_evaluasi import RuangEvaluasi, buka_evaluasi, isi_rangka_evaluasi
from lkjip.pemeriksaan.aturan import periksa
from lkjip.pemeriksaan.data import TINGKAT_DIJAWAB, Temuan
from lkjip.pengisian.forms import isi_bersih
from lkjip.views.urung import beri_tahu

SUB, URUNG = "catatan_evaluasi", "urungkan_catatan"
MAKS_TEMUAN = 40
_JANGKAR = re.compile(r"[a-z]+-[0-9a-z.-]{1,30}")


@dataclass(frozen=True)
class _Aksi:
    """`urung`: a button in the message takes it back."""

    form: type[forms.Form]
    layanan: Callable[..., str]
    kalimat: str
    urung: bool = True


AKSI: Mapping[str, _Aksi] = {
    "tambah_catatan": _Aksi(borang.TambahCatatanForm, layanan.save_catatan, "Catatan ditambahkan."),
    "ubah_catatan": _Aksi(borang.UbahCatatanForm, layanan.save_catatan, "Catatan disimpan."),
    "hapus_catatan": _Aksi(
        borang.BarisForm,
        layanan.hapus_catatan,
        "Catatan dihapus; rekomendasinya tetap ada di bawah komponen.",
    ),
    "geser_catatan": _Aksi(borang.GeserForm, layanan.geser_catatan, "Urutan catatan diubah."),
    "tambah_rekomendasi": _Aksi(borang.TambahRekomendasiForm, layanan.save_rekomendasi, "Rekomendasi ditambahkan."),
    "ubah_rekomendasi": _Aksi(borang.UbahRekomendasiForm, layanan.save_rekomendasi, "Rekomendasi disimpan."),
    "hapus_rekomendasi": _Aksi(borang.BarisForm, layanan.hapus_rekomendasi, "Rekomendasi dihapus."),
    "geser_rekomendasi": _Aksi(borang.GeserForm, layanan.geser_rekomendasi, "Urutan rekomendasi diubah."),
    "ulangi": _Aksi(borang.UlangiForm, layanan.ulangi_rekomendasi, "Rekomendasi diulang dalam LHE ini."),
    "sikap": _Aksi(borang.SikapForm, layanan.save_sikap, "Sikap tim atas tanggapan disimpan."),
    "ringkasan": _Aksi(borang.RingkasanForm, layanan.save_ringkasan, "Ringkasan disimpan.", urung=False),
}


def boleh_tulis(ruang: RuangEvaluasi) -> bool:
    return ruang.hak.ubah_lembar or ruang.hak.ubah_rekaman


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def catatan(request: HttpRequest, pk: int) -> HttpResponse:
    ruang = buka_evaluasi(request, pk)
    galat: list[str] = []
    if request.method == "POST":
        if not boleh_tulis(ruang):
            raise PermissionDenied
        try:
            _jalankan(request, ruang)
            return redirect(_kembali(request, pk))
        except ValidationError as ditolak:
            galat = list(ditolak.messages)
    isi = _isi(request, ruang) | {"daftar_galat": galat, "ketikan": request.POST if galat else {}}
    return render(request, "situs/evaluasi/catatan.html", isi, status=422 if galat else 200)


def _jalankan(request: HttpRequest, ruang: RuangEvaluasi) -> None:
    """Do what the button asks for and say so. Raises ValidationError with sentences."""
    aksi = AKSI.get(request.POST.get("aksi", ""))
    if aksi is None:
        raise ValidationError("Tidak ada yang dipilih. Muat ulang halaman, lalu coba lagi.")
    pk = ruang.evaluasi.pk
    kejadian = aksi.layanan(evaluasi=pk, oleh=ruang.pengguna, **isi_bersih(aksi.form(request.POST)))
    if aksi.urung:
        beri_tahu(request, aksi.kalimat, instansi=pk, kejadian=kejadian, tanda=URUNG)
    else:
        messages.success(request, aksi.kalimat)


def _kembali(request: HttpRequest, pk: int) -> str:
    """The page, at the place where the user wrote."""
    jangkar = request.POST.get("jangkar", "")
    return reverse(SUB, args=[pk]) + (f"#{jangkar}" if _JANGKAR.fullmatch(jangkar) else "")


def _isi(request: HttpRequest, ruang: RuangEvaluasi) -> dict[str, Any]:
    evaluasi, temuan = ruang.evaluasi, request.GET.get("temuan") == "ya"
    return isi_rangka_evaluasi(ruang, SUB) | isi_catatan(evaluasi) | {
        "boleh_tulis": boleh_tulis(ruang),
        "boleh_bersikap": ruang.hak.ubah_lembar and ruang.hak.tahap is TahapEvaluasi.PEMBAHASAN,
        "batas_waktu": layanan.default_batas_waktu(evaluasi.tahun, hari_ini()),
        "pilihan_sikap": [(s.value, sebutan) for s, sebutan in SEBUTAN_SIKAP.items()],
        "temuan_dibuka": temuan,
        "daftar_temuan_periksa": _temuan_periksa(ruang) if temuan else (),
    }  # fmt: skip


def _temuan_periksa(ruang: RuangEvaluasi) -> tuple[Temuan, ...]:
    """What the checks find in the year evaluated, the gravest first."""
    buku = load_buku_evaluasi(ruang.evaluasi)
    daftar = periksa(buku) if buku else ()
    return tuple(t for t in daftar if t.tingkat in TINGKAT_DIJAWAB and not t.klaim)[:MAKS_TEMUAN]


@require_POST
@login_required
def urungkan(request: HttpRequest, pk: int, kejadian: str) -> HttpResponse:
    """Take back what this user has just done on the page."""
    ruang = buka_evaluasi(request, pk)
    if not boleh_tulis(ruang):
        raise PermissionDenied
    try:
        banyak = layanan.urungkan_catatan(evaluasi=pk, oleh=ruang.pengguna, kejadian=kejadian)
        messages.success(request, f"Diurungkan: {banyak} baris kembali seperti semula.")
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
    return redirect(SUB, pk)
