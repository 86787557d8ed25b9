"""The tree of performance: searched, opened, and changed where a budget row hangs."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from anggaran.selectors_rencana import pk_anggaran_per_kode
from lkjip.akun.selectors import nama_lengkap
from lkjip.halaman.pohon_kinerja import pohon_kinerja as susun_pohon
from lkjip.halaman.pohon_kinerja import ringkas_masalah
from lkjip.halaman.pohon_saring import saring
from lkjip.laporan.compose.cascading import JENIS_ANGGARAN, NAMA_JENIS, JenisCabang
from lkjip.laporan.compose.sel import slug
from lkjip.pengisian.forms import isi_bersih
from lkjip.pengisian.ruang import RuangTahun
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.perencanaan.forms_pohon import TautanForm, baca_saringan
from lkjip.perencanaan.services_anggaran import ubah_tautan_anggaran
from lkjip.perencanaan.views.pintu_masuk import boleh_ubah, buka, buka_untuk_ubah, isi_halaman
from lkjip.riwayat.services_isian import IsianBentrok
from lkjip.views.urung import beri_tahu

MAKS_LETAK = 100  # places of one kind of trouble that the page lists by name
_TINGKAT = (JenisCabang.TUJUAN, JenisCabang.SASARAN, *(j for j in JenisCabang if j in JENIS_ANGGARAN))


@require_safe
@login_required
def pohon_kinerja(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    ruang = buka(request, kode, tahun)
    return render(request, "situs/perencanaan/pohon.html", _isi(request, ruang))


@require_POST
@vary_on_headers("HX-Request")
@login_required
def ubah_pohon(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Link a budget row to a sasaran, or name its unit; by htmx the tree as it is now, else back to the page."""
    ruang = buka_untuk_ubah(request, kode, tahun)
    try:
        jangkar = _simpan(request, ruang)
    except ValidationError as galat:
        return _ditolak(request, ruang, list(galat.messages), 422)
    except IsianBentrok as galat:
        return _ditolak(request, ruang, [_kalimat_bentrok(galat)], 409)
    if not request.headers.get("HX-Request"):
        return redirect(f"{reverse('pohon_kinerja', args=[kode, tahun])}#{jangkar}")
    return render(request, "situs/perencanaan/_pohon.html", _isi(request, ruang.segar()) | {"jangkar": jangkar})


def _simpan(request: HttpRequest, ruang: RuangTahun) -> str:
    """Store what was chosen and say so; the id of the row's node. Raises ValidationError, IsianBentrok."""
    form = TautanForm(request.POST)
    kode = isi_bersih(form)["anggaran"]
    kejadian = ubah_tautan_anggaran(
        tahun_kinerja=ruang.tahun_kinerja, kode=kode, isian=form.daftar_isian(), oleh=pengguna_masuk(request)
    )
    if kejadian:
        kalimat = f"Tautan baris anggaran {kode} disimpan."
        beri_tahu(request, kalimat, instansi=ruang.tahun_kinerja.instansi_id, kejadian=kejadian)
    else:
        messages.info(request, "Tidak ada yang berubah.")
    return f"anggaran-{slug(kode)}"


def _kalimat_bentrok(galat: IsianBentrok) -> str:
    oleh = next((b.oleh for b in galat.daftar if b.oleh), "")
    nama = f" oleh {nama_lengkap([oleh]).get(oleh, oleh)}" if oleh else ""
    return f"Tidak disimpan: baris ini baru saja diubah{nama}. Lihat keadaannya sekarang, lalu ubah lagi bila perlu."


def _ditolak(request: HttpRequest, ruang: RuangTahun, pesan: list[str], status: int) -> HttpResponse:
    bagian = "_pohon" if request.headers.get("HX-Request") else "pohon"
    isi = _isi(request, ruang.segar()) | {"daftar_galat": pesan}
    return render(request, f"situs/perencanaan/{bagian}.html", isi, status=status)


def _alamat_baris(ruang: RuangTahun) -> dict[str, str]:
    """Where each budget row is changed in full, by its kode."""
    per_kode = pk_anggaran_per_kode(ruang.tahun_kinerja)
    return {
        kode: reverse("baris_anggaran_rencana", args=[ruang.kode, ruang.tahun, pk]) for kode, pk in per_kode.items()
    }


def _isi(request: HttpRequest, ruang: RuangTahun) -> dict[str, Any]:
    boleh, peta = boleh_ubah(ruang), ruang.peta_unit
    saringan = baca_saringan(request.GET, [u.pk for u in peta.daftar])
    semua = susun_pohon(ruang.konteks, peta)
    daftar = saring(semua, saringan)
    return isi_halaman(ruang, "pohon_kinerja") | {
        "daftar": daftar,
        "banyak_tampil": sum(s.tampil for s in daftar),
        "saringan": saringan,
        "ringkasan": ringkas_masalah(semua),
        "maks_letak": MAKS_LETAK,
        "daftar_tingkat": [(j.value, NAMA_JENIS[j]) for j in _TINGKAT],
        "daftar_unit": peta.daftar,
        "alamat_baris": _alamat_baris(ruang) if boleh else {},
        "pilihan": {"sasaran": ruang.konteks.sasaran, "unit": [u.nama for u in peta.daftar]} if boleh else None,
        "ubah": request.GET.get("ubah", "") if boleh else "",
    }
