"""Users of a pemda: the list, an invitation, one user with their assignments."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.selectors_pengisian import hari_ini
from lkjip.akun.models import Pengguna
from lkjip.akun.surat import hanya_ke_konsol
from lkjip.kelola import selectors_pengguna as pembaca
from lkjip.kelola import services_pengguna as layanan
from lkjip.kelola.forms_pengguna import MasaForm, SaringPenggunaForm, UndangForm, UnitForm
from lkjip.kelola.halaman_surat import tulis_masa
from lkjip.kelola.views.gambar import tolak_di_form
from lkjip.kelola.views.pintu import buka_pemda, rangka_pemda
from lkjip.pengisian.forms import baca_pk, isi_bersih
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from renstra.models import Pemda, Penugasan

_TAB = "kelola_pengguna"
PER_HALAMAN = 25
Aksi = Callable[[HttpRequest, Pemda, Pengguna], str]


@require_safe
@login_required
def daftar(request: HttpRequest, pemda: int) -> HttpResponse:
    baris = buka_pemda(request, pemda)
    form = SaringPenggunaForm(request.GET)
    saring = form.isi()
    semua = pembaca.daftar_penugasan_pemda(baris, saring)
    halaman = Paginator(semua, PER_HALAMAN).get_page(request.GET.get("halaman"))
    isi = rangka_pemda(baris, _TAB) | {
        "halaman": halaman,
        "daftar": [_baris(t) for t in halaman],
        "saring": saring,
        "daftar_instansi": pembaca.daftar_pilihan_instansi(baris),
        "pilihan_peran": form.fields["peran"].choices[1:],  # type: ignore[attr-defined]
        "pilihan_keadaan": tuple(pembaca.KEADAAN.items()),
        "konsol": hanya_ke_konsol(),
    }
    return render(request, "situs/kelola/pengguna.html", isi)


def _baris(tugas: Penugasan) -> dict[str, Any]:
    """An assignment as a row of the list shows it."""
    hari = hari_ini()
    return {
        "tugas": tugas,
        "keadaan": (kunci := pembaca.keadaan(tugas.pengguna)),
        "sebutan": pembaca.KEADAAN[kunci],
        "masa": tulis_masa(tugas.berlaku_dari, tugas.berlaku_sampai),
        "berakhir": bool(tugas.berlaku_sampai and tugas.berlaku_sampai < hari),
        "belum_mulai": bool(tugas.berlaku_dari and tugas.berlaku_dari > hari),
        "daftar_unit": [u.unit.nama for u in tugas.daftar_unit_penugasan.all()],
    }


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def undang(request: HttpRequest, pemda: int) -> HttpResponse:
    baris = buka_pemda(request, pemda)
    pilihan = pembaca.daftar_pilihan_instansi(baris)
    kiriman = request.POST if request.method == "POST" else None
    nomor = baca_pk((request.POST if kiriman else request.GET).get("instansi", "") or "0")
    unit = pembaca.daftar_unit_instansi(baris, nomor)
    awal = {nama: request.GET[nama] for nama in ("instansi", "peran") if nama in request.GET}
    form = UndangForm(kiriman, initial=awal, daftar_instansi=pilihan, daftar_unit=unit)
    hasil = _undang(request, baris, form) if form.is_valid() else None
    if hasil is not None:
        _kabari(request, hasil)
        return redirect("kelola_pengguna", baris.pk)
    form.rapikan()
    isi = rangka_pemda(baris, _TAB, "Undang pengguna") | {"form": form, "konsol": hanya_ke_konsol()}
    return render(request, "situs/kelola/undang.html", isi, status=422 if form.errors else 200)


def _undang(request: HttpRequest, pemda: Pemda, form: UndangForm) -> layanan.HasilUndangan | None:
    """Done, or None with what is wrong in the form."""
    try:
        return layanan.undang(pemda=pemda, isi=form.undangan(), oleh=pengguna_masuk(request), hari=hari_ini())
    except ValidationError as galat:
        tolak_di_form(form, galat)
        return None


def _kabari(request: HttpRequest, hasil: layanan.HasilUndangan) -> None:
    siapa = f"{hasil.pengguna} diundang" if hasil.baru else f"Penugasan {hasil.pengguna} ditambahkan"
    if hasil.terkirim:
        messages.success(request, f"{siapa}; suratnya dikirim ke {hasil.alamat}.")
    elif not hasil.alamat:
        messages.warning(request, f"{siapa}. Akun ini tidak punya alamat surel: beri tahu orangnya langsung.")
    elif not hasil.pengguna.is_active:
        messages.warning(request, f"{siapa}, tetapi akunnya nonaktif, jadi belum dapat dipakai.")
    else:
        messages.warning(request, f"{siapa}, tetapi suratnya gagal dikirim ke {hasil.alamat}. Coba kirim ulang nanti.")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def pengguna(request: HttpRequest, pemda: int, pengguna: int) -> HttpResponse:
    milik = buka_pemda(request, pemda)
    orang = pembaca.ambil_pengguna_pemda(milik, pengguna)
    if orang is None:
        raise Http404("Pengguna ini tidak ada atau tidak bertugas di pemerintah daerah ini.")
    galat: list[str] = []
    if request.method == "POST":
        try:
            messages.success(request, _jalankan(request, milik, orang))
        except ValidationError as ditolak:
            galat = list(ditolak.messages)
        else:
            tetap = pembaca.ambil_pengguna_pemda(milik, pengguna) is not None
            return redirect("pengguna_pemda", milik.pk, orang.pk) if tetap else redirect(_TAB, milik.pk)
    isi = _isi_pengguna(request, milik, orang) | {"daftar_galat": galat}
    return render(request, "situs/kelola/satu_pengguna.html", isi, status=422 if galat else 200)


def _isi_pengguna(request: HttpRequest, pemda: Pemda, orang: Pengguna) -> dict[str, Any]:
    semua = list(pembaca.daftar_penugasan_pengguna(orang))
    sini = [t for t in semua if pembaca.termasuk(t, pemda)]
    unit = pembaca.unit_per_instansi(sini)
    return rangka_pemda(pemda, _TAB, str(orang)) | {
        "orang": orang,
        "keadaan": (kunci := pembaca.keadaan(orang)),
        "sebutan": pembaca.KEADAAN[kunci],
        "menunggu": kunci == pembaca.DIUNDANG,
        "daftar": [_baris(t) | {"unit": unit.get(t.instansi_id or 0, []), "terpilih": _terpilih(t)} for t in sini],
        "di_luar": len(semua) - len(sini),
        "dilindungi": layanan.alasan_dilindungi(orang, pengguna_masuk(request)),
        "konsol": hanya_ke_konsol(),
    }


def _terpilih(tugas: Penugasan) -> set[int]:
    return {u.unit_id for u in tugas.daftar_unit_penugasan.all()}


def _jalankan(request: HttpRequest, pemda: Pemda, orang: Pengguna) -> str:
    """Do what the button asks for; what to say then. Raises ValidationError."""
    aksi = AKSI.get(request.POST.get("aksi", ""))
    if aksi is None:
        raise ValidationError("Tidak ada yang dipilih. Muat ulang halaman, lalu coba lagi.")
    return aksi(request, pemda, orang)


def _kirim_ulang(request: HttpRequest, pemda: Pemda, orang: Pengguna) -> str:
    if not layanan.kirim_ulang(pengguna=orang, oleh=pengguna_masuk(request)):
        raise ValidationError("Suratnya gagal dikirim. Periksa alamat surelnya, atau coba lagi nanti.")
    return f"Undangan baru dikirim ke {orang.email}; tautan di surat sebelumnya tidak berlaku lagi."


def _batalkan(request: HttpRequest, pemda: Pemda, orang: Pengguna) -> str:
    layanan.batalkan_undangan(pemda=pemda, pengguna=orang, oleh=pengguna_masuk(request))
    return f"Undangan {orang} dibatalkan."


def _atur_aktif(request: HttpRequest, pemda: Pemda, orang: Pengguna) -> str:
    aktif, oleh = request.POST.get("aksi") == "aktifkan", pengguna_masuk(request)
    layanan.atur_aktif(pemda=pemda, pengguna=orang, aktif=aktif, oleh=oleh, hari=hari_ini())
    return f"{orang} dapat masuk lagi." if aktif else f"{orang} dinonaktifkan dan tidak dapat masuk lagi."


def _atur_masa(request: HttpRequest, pemda: Pemda, orang: Pengguna) -> str:
    isi = isi_bersih(MasaForm(request.POST))
    layanan.atur_masa(pemda=pemda, pengguna=orang, oleh=pengguna_masuk(request), **isi)
    return "Masa penugasan disimpan."


def _atur_unit(request: HttpRequest, pemda: Pemda, orang: Pengguna) -> str:
    isi = isi_bersih(UnitForm(request.POST, pembaca.daftar_unit_pemda(pemda)))
    layanan.atur_unit(pemda=pemda, pengguna=orang, oleh=pengguna_masuk(request), **isi)
    return "Batas unit disimpan."


# What a button sends in `aksi`.
AKSI: Mapping[str, Aksi] = {
    "kirim_ulang": _kirim_ulang,
    "batalkan": _batalkan,
    "nonaktifkan": _atur_aktif,
    "aktifkan": _atur_aktif,
    "masa": _atur_masa,
    "unit": _atur_unit,
}
