"""The chart of the organisation: its rows, and how they look in the report while they are typed."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods, require_POST

from lkjip.halaman.struktur import FormulirStruktur, baca_formulir_struktur, formulir_struktur
from lkjip.laporan.compose.struktur import bagan_struktur
from lkjip.laporan.data_jabatan import salah_jabatan
from lkjip.naskah.selectors_struktur import tabel_struktur, usul_jabatan
from lkjip.naskah.services_struktur import save_struktur
from lkjip.naskah.views.cuplikan import cuplikan
from lkjip.naskah.views.pintu_masuk import boleh_ubah, buka, buka_untuk_ubah, isi_halaman
from lkjip.pengisian.ruang import RuangTahun
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.views.urung import beri_tahu

SUB = "struktur_organisasi"


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def struktur(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Every button sends the whole form, so nothing typed is lost."""
    ruang = buka(request, kode, tahun)
    lama = formulir_struktur(tabel_struktur(ruang.konteks.laporan.daftar_tabel))
    if request.method != "POST":
        return _halaman(request, ruang, lama, lama.sidik)
    if not boleh_ubah(ruang):
        raise PermissionDenied
    isi, sidik = baca_formulir_struktur(request.POST), request.POST.get("dasar", "")
    try:
        if request.POST.get("aksi") == "simpan":
            return _simpan(request, ruang, isi, sidik)
        return _halaman(request, ruang, _sesudah(request, ruang, isi), sidik)
    except ValidationError as galat:
        return _halaman(request, ruang, isi, sidik, tuple(galat.messages))
    except ValueError as galat:
        return _halaman(request, ruang, isi, sidik, (str(galat),))


def _sesudah(request: HttpRequest, ruang: RuangTahun, isi: FormulirStruktur) -> FormulirStruktur:
    aksi = request.POST.get("aksi", "")
    if aksi == "usul":
        return isi.dengan_usulan(usul_jabatan(ruang.tahun_kinerja.instansi, ruang.peta_unit, ruang.hari))
    return isi.dengan_tempelan(request.POST.get("tempelan", "")) if aksi == "tempel" else isi.dengan(aksi)


def _simpan(request: HttpRequest, ruang: RuangTahun, isi: FormulirStruktur, sidik: str) -> HttpResponse:
    tahun, oleh = ruang.tahun_kinerja, pengguna_masuk(request)
    kejadian = save_struktur(tahun_kinerja=tahun, isi=isi, sidik=sidik, oleh=oleh)
    kalimat = "Struktur organisasi disimpan." if isi.terisi else "Struktur organisasi dikosongkan."
    beri_tahu(request, kalimat, instansi=tahun.instansi_id, kejadian=kejadian)
    return redirect(SUB, ruang.kode, ruang.tahun)


def _halaman(
    request: HttpRequest, ruang: RuangTahun, isi: FormulirStruktur, sidik: str, galat: tuple[str, ...] = ()
) -> HttpResponse:
    konteks = isi_halaman(ruang, SUB) | _pratinjau(ruang, isi) | {"formulir": isi, "dasar": sidik, "galat": galat}
    konteks["belum_disimpan"] = request.method == "POST" and not galat
    return render(request, "situs/naskah/struktur.html", konteks, status=422 if galat else 200)


def _pratinjau(ruang: RuangTahun, isi: FormulirStruktur) -> dict[str, object]:
    """The chart of these rows, or what keeps them from being drawn."""
    salah = salah_jabatan(isi.terisi)
    gambar: SafeString | str = ""
    if isi.terisi and not salah:
        tabel = isi.tabel("pratinjau", "")
        gambar = cuplikan(ruang.konteks, bagan_struktur(ruang.konteks, tabel, isi.terisi))
    return {"bagan": gambar, "salah": salah}


@require_POST
@login_required
def pratinjau_struktur(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """The chart of what is typed now; nothing is stored."""
    ruang = buka_untuk_ubah(request, kode, tahun)
    return render(request, "situs/naskah/_bagan.html", _pratinjau(ruang, baca_formulir_struktur(request.POST)))
