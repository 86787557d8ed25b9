"""Who changed the text of a place when, and the way back to an earlier one."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from lkjip.akun.selectors import nama_lengkap
from lkjip.dasar.periode import tulis_saat
from lkjip.halaman.riwayat import nama_jalan
from lkjip.laporan.compose.ruas import Ruas
from lkjip.naskah.halaman_ruas import nama_ruas
from lkjip.naskah.halaman_versi import VersiNaskah, daftar_versi
from lkjip.naskah.selectors import load_entri_naskah
from lkjip.naskah.views.pintu_masuk import buka, buka_ruas, buka_untuk_ubah, isi_halaman, ke_naskah
from lkjip.naskah.views.simpan import ganti_teks
from lkjip.pengisian.ruang import RuangTahun
from lkjip.views.pilihan import baca_permintaan
from lkjip.views.rangka import Butir


@require_safe
@login_required
def riwayat_naskah(request: HttpRequest, kode: str, tahun: int, bagian: str) -> HttpResponse:
    """The versions of the text, newest first, each with what it changed."""
    ruang = buka(request, kode, tahun)
    _, ruas = buka_ruas(ruang, bagian)
    daftar = _daftar_versi(ruang, ruas)
    nama = nama_lengkap([versi.pelaku for versi in daftar])
    ke_ruas = Butir(ruas.judul, reverse("naskah_ruas", args=[kode, tahun, bagian]) + baca_permintaan(request).kueri)
    isi = isi_halaman(ruang, "naskah", ke_ruas, "Riwayat") | {
        "ruas": ruas,
        "daftar_versi": [
            (v, tulis_saat(timezone.localtime(v.waktu)), nama.get(v.pelaku, v.pelaku), nama_jalan(v.jalur))
            for v in daftar
        ],
    }
    return render(request, "situs/naskah/riwayat.html", isi)


@require_POST
@login_required
def pulihkan(request: HttpRequest, kode: str, tahun: int, bagian: str) -> HttpResponse:
    """An earlier text (`versi`) stands again; the later ones stay in the history."""
    ruang = buka_untuk_ubah(request, kode, tahun)
    meja, ruas = buka_ruas(ruang, bagian)
    dicari = request.POST.get("versi", "")
    versi = next((v for v in _daftar_versi(ruang, ruas) if str(v.pk) == dicari), None)
    if versi is None:
        messages.error(request, "Versi itu tidak ada lagi di riwayat. Pilih versi lain.")
        return ke_naskah(request, "riwayat_naskah", kode, tahun, bagian)
    saat = tulis_saat(timezone.localtime(versi.waktu))
    return ganti_teks(request, meja, ruas, versi.teks, f"Naskah {ruas.judul} kembali seperti pada {saat}.")


def _daftar_versi(ruang: RuangTahun, ruas: Ruas) -> tuple[VersiNaskah, ...]:
    return daftar_versi(load_entri_naskah(ruang.tahun_kinerja, nama_ruas(ruas)), ruas)
