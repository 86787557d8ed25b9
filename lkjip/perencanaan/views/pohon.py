"""The tree of performance: searched, opened, and changed where a budget row hangs."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from anggaran.services_tautan import ubah_tautan_anggaran
from lkjip.halaman.pohon_kinerja import pohon_kinerja as susun_pohon
from lkjip.halaman.pohon_kinerja import ringkas_masalah
from lkjip.halaman.pohon_saring import saring
from lkjip.laporan.compose.cascading import JENIS_ANGGARAN, NAMA_JENIS, JenisCabang
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.sel import slug
from lkjip.pengisian.forms import isi_bersih
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.perencanaan.forms_pohon import TautanForm, baca_saringan
from lkjip.riwayat.services_isian import IsianBentrok
from lkjip.views.rangka import buka_konteks, buka_tahun, rangka
from renstra import akses
from renstra.data_unit import PetaUnit
from renstra.models import TahunKinerja
from renstra.selectors_unit import load_unit

TAB, JUDUL = "tujuan", "Pohon kinerja"
URUNG = "pohon_urung"  # in the session: the last change, until the page has offered to take it back
_MAKS_LETAK = 100
_TINGKAT = (JenisCabang.TUJUAN, JenisCabang.SASARAN, *(j for j in JenisCabang if j in JENIS_ANGGARAN))


@require_safe
@login_required
def pohon_kinerja(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    tahun_kinerja = buka_tahun(request.user, kode, tahun)
    return render(request, "situs/perencanaan/pohon.html", _isi(request, tahun_kinerja, _ambil_urung(request)))


@require_POST
@vary_on_headers("HX-Request")
@login_required
def ubah_pohon(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Link a budget row to a sasaran, or name its unit; by htmx the tree as it is now, else back to the page."""
    tahun_kinerja = buka_tahun(request.user, kode, tahun)
    if not akses.boleh_ubah(request.user, tahun_kinerja.instansi):
        raise PermissionDenied
    try:
        urung = _simpan(request, tahun_kinerja)
    except ValidationError as galat:
        return _ditolak(request, tahun_kinerja, list(galat.messages), 422)
    except IsianBentrok as galat:
        return _ditolak(request, tahun_kinerja, [_kalimat_bentrok(galat)], 409)
    if request.headers.get("HX-Request"):
        return render(request, "situs/perencanaan/_pohon.html", _isi(request, tahun_kinerja, urung))
    request.session[URUNG] = urung
    return redirect(f"{reverse('pohon_kinerja', args=[kode, tahun])}#{_jangkar(request)}")


def _simpan(request: HttpRequest, tahun_kinerja: TahunKinerja) -> dict[str, Any]:
    """Store what was chosen; what it takes to undo it, empty where nothing changed."""
    form = TautanForm(request.POST)
    isi = isi_bersih(form)
    berubah = ubah_tautan_anggaran(
        tahun_kinerja=tahun_kinerja,
        kode=isi["anggaran"],
        isian=form.daftar_isian(),
        oleh=pengguna_masuk(request),
    )
    if not berubah:
        messages.info(request, "Tidak ada yang berubah.")
        return {}
    return {**isi, "tahun_kinerja": tahun_kinerja.pk}


def _ambil_urung(request: HttpRequest) -> dict[str, Any]:
    return request.session.pop(URUNG) if URUNG in request.session else {}


def _jangkar(request: HttpRequest) -> str:
    return f"anggaran-{slug(request.POST.get('anggaran', ''))}"


def _kalimat_bentrok(galat: IsianBentrok) -> str:
    oleh = next((b.oleh for b in galat.daftar if b.oleh), "")
    return f"Baris ini baru saja diubah{f' oleh {oleh}' if oleh else ''}. Lihat keadaannya sekarang, lalu ubah bila perlu."


def _ditolak(request: HttpRequest, tahun_kinerja: TahunKinerja, pesan: list[str], status: int) -> HttpResponse:
    bagian = "_pohon" if request.headers.get("HX-Request") else "pohon"
    isi = _isi(request, tahun_kinerja, {}) | {"daftar_galat": pesan}
    return render(request, f"situs/perencanaan/{bagian}.html", isi, status=status)


def _isi(request: HttpRequest, tahun_kinerja: TahunKinerja, urung: dict[str, Any]) -> dict[str, Any]:
    konteks, peta = buka_konteks(tahun_kinerja), load_unit(tahun_kinerja.instansi)
    boleh_ubah = akses.boleh_ubah(request.user, tahun_kinerja.instansi)
    saringan = baca_saringan(request.GET, [u.pk for u in peta.daftar])
    semua = susun_pohon(konteks, peta)
    daftar = saring(semua, saringan)
    return {
        "rangka": rangka(tahun_kinerja, konteks, TAB, JUDUL, boleh_ubah=boleh_ubah),
        "daftar": daftar,
        "banyak_tampil": sum(s.tampil for s in daftar),
        "saringan": saringan,
        "ringkasan": ringkas_masalah(semua),
        "maks_letak": f":{_MAKS_LETAK}",
        "daftar_tingkat": [(j.value, NAMA_JENIS[j]) for j in _TINGKAT],
        "daftar_unit": peta.daftar,
        "pilihan": _pilihan(konteks, peta) if boleh_ubah else None,
        "ubah": request.GET.get("ubah", "") if boleh_ubah else "",
        "urung": _tawaran(konteks, tahun_kinerja, urung),
    }


def _pilihan(konteks: Konteks, peta: PetaUnit) -> dict[str, Any]:
    """What the two lists of the form offer."""
    return {"daftar_sasaran": konteks.sasaran, "daftar_unit": [u.nama for u in peta.daftar]}


def _tawaran(konteks: Konteks, tahun_kinerja: TahunKinerja, urung: dict[str, Any]) -> dict[str, Any]:
    """What was done and can be undone here; nothing where it was done in another year."""
    baris = konteks.anggaran.anggaran_per_kode.get(urung.get("anggaran", ""))
    if baris is None or urung.get("tahun_kinerja") != tahun_kinerja.pk:
        return {}
    return {**urung, "nama": baris.uraian or baris.kode, "jangkar": f"anggaran-{slug(baris.kode)}"}
