"""Versions of the Renstra: which there are, a reviu of the one in force, two of them compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from lkjip.pengisian.forms import isi_bersih
from lkjip.pengisian.ruang import RuangTahun
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.perencanaan import services_versi
from lkjip.perencanaan.forms_versi import BandingForm, PenetapanForm, PilihRenstraForm, ReviuForm
from lkjip.perencanaan.selectors_versi import BarisVersi, daftar_versi, load_banding
from lkjip.perencanaan.views.pintu_masuk import buka, buka_untuk_ubah, isi_halaman
from lkjip.views.urung import beri_tahu
from renstra.models import Renstra

_TIADA = "Versi Renstra ini sudah tidak ada. Muat ulang halaman ini."
_BELUM_SETUJU = (
    "Versi ini sudah berbeda dari asalnya. Lihat perbedaannya, lalu centang bahwa perbedaan itu boleh hilang."
)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def versi_renstra(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    ruang = (buka_untuk_ubah if request.method == "POST" else buka)(request, kode, tahun)
    daftar = daftar_versi(ruang.tahun_kinerja.instansi)
    galat: list[str] = []
    if request.method == "POST":
        try:
            kejadian, kalimat = _jalankan(request, ruang, daftar)
            beri_tahu(request, kalimat, instansi=ruang.tahun_kinerja.instansi_id, kejadian=kejadian)
            return redirect("versi_renstra", kode, tahun)
        except ValidationError as ditolak:
            galat = list(ditolak.messages)
    isi = isi_halaman(ruang, "versi_renstra") | {"daftar_versi": daftar, "daftar_galat": galat}
    isi |= {"kini": next((v for v in daftar if v.renstra.pk == ruang.tahun_kinerja.renstra_id), None)}
    return render(request, "situs/perencanaan/versi/versi.html", isi, status=422 if galat else 200)


def _jalankan(request: HttpRequest, ruang: RuangTahun, daftar: list[BarisVersi]) -> tuple[str, str]:
    """What the button asks for; the event and the sentence that tells of it. Raises ValidationError."""
    aksi = AKSI.get(request.POST.get("aksi", ""))
    if aksi is None:
        raise ValidationError("Tombol ini tidak dikenal. Muat ulang halaman ini.")
    return aksi(request, ruang, daftar)


def _pilih(daftar: list[BarisVersi], pk: int) -> BarisVersi:
    versi = next((v for v in daftar if v.renstra.pk == pk), None)
    if versi is None:
        raise ValidationError(_TIADA)
    return versi


def _buat_reviu(request: HttpRequest, ruang: RuangTahun, daftar: list[BarisVersi]) -> tuple[str, str]:
    versi = _pilih(daftar, ruang.tahun_kinerja.renstra_id)
    form = ReviuForm(request.POST, daftar_tahun=[t.tahun for t in versi.daftar_tahun])
    isi = isi_bersih(form)
    kejadian = services_versi.buat_reviu(
        renstra=versi.renstra,
        daftar_tahun=[t for t in versi.daftar_tahun if t.tahun in isi["tahun"]],
        oleh=pengguna_masuk(request),
        nomor_penetapan=isi["nomor_penetapan"],
        tanggal_penetapan=isi["tanggal_penetapan"],
        keterangan=isi["keterangan"],
    )
    tahun = ", ".join(map(str, sorted(isi["tahun"])))
    return kejadian, f"Versi reviu dibuat; tahun {tahun} kini memakainya. Yang diubah selanjutnya hanya versi baru ini."


def _pakai(request: HttpRequest, ruang: RuangTahun, daftar: list[BarisVersi]) -> tuple[str, str]:
    renstra = _pilih(daftar, isi_bersih(PilihRenstraForm(request.POST))["renstra"]).renstra
    kejadian = services_versi.pindah_renstra(
        tahun_kinerja=ruang.tahun_kinerja, ke=renstra, oleh=pengguna_masuk(request)
    )
    return kejadian, f"Tahun {ruang.tahun} kini memakai {renstra}."


def _batalkan(request: HttpRequest, ruang: RuangTahun, daftar: list[BarisVersi]) -> tuple[str, str]:
    isi = isi_bersih(PilihRenstraForm(request.POST))
    renstra = _pilih(daftar, isi["renstra"]).renstra
    if renstra.asal is not None and not isi["setuju"] and not load_banding(renstra.asal, renstra).sama:
        raise ValidationError(_BELUM_SETUJU)
    kejadian = services_versi.batalkan_reviu(renstra=renstra, oleh=pengguna_masuk(request))
    return kejadian, f"Reviu dibatalkan; tahun yang memakainya kembali ke {renstra.asal}."


def _hapus(request: HttpRequest, ruang: RuangTahun, daftar: list[BarisVersi]) -> tuple[str, str]:
    renstra = _pilih(daftar, isi_bersih(PilihRenstraForm(request.POST))["renstra"]).renstra
    return services_versi.hapus_versi(renstra=renstra, oleh=pengguna_masuk(request)), f"{renstra} dihapus."


def _penetapan(request: HttpRequest, ruang: RuangTahun, daftar: list[BarisVersi]) -> tuple[str, str]:
    isi = isi_bersih(PenetapanForm(request.POST))
    renstra = _pilih(daftar, isi.pop("renstra")).renstra
    return services_versi.save_penetapan(renstra=renstra, oleh=pengguna_masuk(request), **isi), "Penetapan disimpan."


_Aksi = Callable[[HttpRequest, RuangTahun, list[BarisVersi]], tuple[str, str]]
AKSI: Mapping[str, _Aksi] = {
    "reviu": _buat_reviu,
    "pakai": _pakai,
    "batalkan": _batalkan,
    "hapus": _hapus,
    "penetapan": _penetapan,
}


@require_safe
@login_required
def banding_renstra(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Two plans of the agency; without a choice, the year's own and the one before it, else the one after."""
    ruang = buka(request, kode, tahun)
    daftar = [v.renstra for v in daftar_versi(ruang.tahun_kinerja.instansi)]
    dari, ke = _dua_rencana(request, ruang.tahun_kinerja.renstra_id, daftar)
    isi: dict[str, Any] = isi_halaman(ruang, "versi_renstra", "Perbandingan") | {"daftar_renstra": daftar}
    isi |= {"dari": dari, "ke": ke, "banding": load_banding(dari, ke) if dari and ke and dari != ke else None}
    return render(request, "situs/perencanaan/versi/banding.html", isi)


def _dua_rencana(request: HttpRequest, kini: int, daftar: list[Renstra]) -> tuple[Renstra | None, Renstra | None]:
    form = BandingForm(request.GET)
    pilihan = form.cleaned_data if form.is_valid() else {}
    per_pk = {renstra.pk: renstra for renstra in daftar}
    if asing := [pk for pk in pilihan.values() if pk and pk not in per_pk]:
        raise Http404(f"Renstra {asing} tidak ada di instansi ini.")
    ke = per_pk[pilihan.get("ke") or kini]
    terdahulu = daftar[daftar.index(ke) + 1 :]
    dari = per_pk.get(pilihan.get("dari") or ke.asal_id or 0) or next(iter(terdahulu), None)
    if dari is None and len(daftar) > 1 and not pilihan.get("ke"):
        return ke, daftar[-2]
    return dari, ke
