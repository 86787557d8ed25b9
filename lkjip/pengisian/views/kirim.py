"""Check and send: what a quarter still lacks, its steps, its remarks, the log of steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from anggaran.selectors_rencana import pk_anggaran_per_kode
from kinerja.data_pengisian import Langkah
from kinerja.models import CatatanPengisian
from kinerja.selectors_pengisian import daftar_catatan
from kinerja.services_pengisian import LangkahDitolak, TriwulanTertutup, jawab_catatan
from lkjip.dasar.periode import nama_triwulan
from lkjip.halaman.kelengkapan import Halaman, Kekurangan, kekurangan, menghentikan, mengingatkan
from lkjip.halaman.kirim import SESUDAH, baris_periksa, daftar_pilihan, rekap_kirim
from lkjip.pengisian.forms import isi_bersih
from lkjip.pengisian.forms_alur import AWALAN_CATATAN, JawabanForm, LangkahForm
from lkjip.pengisian.ruang import Ruang
from lkjip.pengisian.selectors import pk_indikator_per_kode
from lkjip.pengisian.selectors_alur import ambil_catatan, jejak_langkah, load_bahan
from lkjip.pengisian.services import PengajuanTertahan, jalankan_langkah
from lkjip.pengisian.views.pintu_masuk import buka_ruang, isi_halaman, pengguna_masuk
from renstra.selectors import indikator_per_kode

SUB = "kirim_triwulan"


@dataclass(frozen=True)
class Penolakan:
    """Why a step was refused, and what was typed with it."""

    pesan: str
    ketikan: Mapping[str, str]
    langkah: str = ""
    status: int = 409


@dataclass(frozen=True)
class TautanKekurangan:
    kalimat: str
    alamat: str


@require_safe
@login_required
def kirim_triwulan(request: HttpRequest, kode: str, tahun: int, triwulan: int) -> HttpResponse:
    return _tampilkan(request, buka_ruang(request, kode, tahun, triwulan))


@require_POST
@login_required
def ambil_langkah(request: HttpRequest, kode: str, tahun: int, triwulan: int, langkah: str) -> HttpResponse:
    ruang = buka_ruang(request, kode, tahun, triwulan)
    if langkah not in set(Langkah):
        raise Http404("Langkah tidak dikenal.")
    try:
        _jalankan(request, ruang, Langkah(langkah))
    except ValidationError as galat:
        keadaan_lain = isinstance(galat, LangkahDitolak) and not isinstance(galat, PengajuanTertahan)
        penolakan = Penolakan(galat.messages[0], request.POST.dict(), langkah, 409 if keadaan_lain else 422)
        return _tampilkan(request, buka_ruang(request, kode, tahun, triwulan), penolakan)
    messages.success(request, f"{nama_triwulan(triwulan)} {tahun} {SESUDAH[Langkah(langkah)]}")
    return redirect(SUB, kode, tahun, triwulan)


def _jalankan(request: HttpRequest, ruang: Ruang, langkah: Langkah) -> None:
    form = LangkahForm(request.POST, indikator_per_kode(ruang.tahun_kinerja))
    if not form.is_valid():
        raise ValidationError(form.pesan())
    jalankan_langkah(
        tahun_kinerja=ruang.tahun_kinerja,
        triwulan=ruang.triwulan,
        langkah=langkah,
        oleh=pengguna_masuk(request),
        hak=ruang.hak,
        hari=ruang.hari,
        catatan=form.cleaned_data["catatan"],
        catatan_indikator=form.catatan_indikator(),
    )


@require_POST
@login_required
def jawab_catatan_triwulan(request: HttpRequest, kode: str, tahun: int, triwulan: int, catatan: int) -> HttpResponse:
    """The perencana's answer to a remark, at an indicator or at the quarter as a whole."""
    ruang = buka_ruang(request, kode, tahun, triwulan)
    baris = ambil_catatan(ruang.tahun_kinerja, triwulan, catatan)
    if baris is None:
        raise Http404("Catatan ini tidak ada pada triwulan ini.")
    if not ruang.milik_catatan(_kode(baris)):
        raise PermissionDenied
    try:
        jawaban = isi_bersih(JawabanForm(request.POST))["jawaban"]
        jawab_catatan(catatan=baris, jawaban=jawaban, oleh=pengguna_masuk(request))
    except ValidationError as galat:
        status = 409 if isinstance(galat, TriwulanTertutup) else 422
        ketikan = {f"jawaban-{catatan}": request.POST.get("jawaban", "")}
        penolakan = Penolakan(galat.messages[0], ketikan, status=status)
        return _tampilkan(request, buka_ruang(request, kode, tahun, triwulan), penolakan)
    messages.success(request, "Jawaban tersimpan.")
    return redirect(f"{reverse(SUB, args=[kode, tahun, triwulan])}#catatan")


def _kode(catatan: CatatanPengisian) -> str | None:
    return catatan.indikator.kode if catatan.indikator else None


def _tampilkan(request: HttpRequest, ruang: Ruang, penolakan: Penolakan | None = None) -> HttpResponse:
    isi = isi_halaman(ruang, SUB) | isi_kirim(ruang) | {"penolakan": penolakan}
    isi |= _daftar_langkah(ruang, penolakan) | _daftar_catatan(ruang, penolakan)
    return render(request, "situs/pengisian/kirim.html", isi, status=penolakan.status if penolakan else 200)


def isi_kirim(ruang: Ruang) -> dict[str, Any]:
    """What the quarter holds and lacks."""
    bahan = load_bahan(ruang.tahun_kinerja, ruang.triwulan)
    daftar = kekurangan(ruang.konteks, bahan)
    pk_indikator = pk_indikator_per_kode(ruang.tahun_kinerja)
    pk_anggaran = pk_anggaran_per_kode(ruang.tahun_kinerja)

    def tautan(bagian: Iterable[Kekurangan]) -> list[TautanKekurangan]:
        return [TautanKekurangan(k.kalimat, _alamat(ruang, k, pk_indikator, pk_anggaran)) for k in bagian]

    return {
        "penghenti": tautan(menghentikan(daftar)),
        "pengingat": tautan(mengingatkan(daftar)),
        "rekap": rekap_kirim(ruang.konteks, bahan),
        "daftar_baris": [(pk_indikator[b.kode], b) for b in baris_periksa(ruang.konteks, bahan)],
    }


def _alamat(ruang: Ruang, k: Kekurangan, pk_indikator: Mapping[str, int], pk_anggaran: Mapping[str, int]) -> str:
    """Where it is mended."""
    argumen: list[object] = [ruang.kode, ruang.tahun, ruang.triwulan]
    if k.halaman is Halaman.PANEL:
        return reverse(k.halaman, args=[*argumen, pk_indikator[k.indikator]])
    jangkar = {
        Halaman.ISI: f"indikator-{pk_indikator.get(k.indikator)}",
        Halaman.ANGGARAN: f"baris-{pk_anggaran.get(k.anggaran)}",
        Halaman.KIRIM: "catatan",
    }
    return f"{reverse(k.halaman, args=argumen)}#{jangkar[k.halaman]}"


def _daftar_langkah(ruang: Ruang, penolakan: Penolakan | None) -> dict[str, Any]:
    """The steps this user may take now, with what they typed before a refusal, and those that were taken."""
    diminta = penolakan.langkah if penolakan else ""
    ketikan = penolakan.ketikan if penolakan else {}
    pilihan = daftar_pilihan(p for p in ruang.daftar_peralihan if _dapat_sekarang(ruang, p.langkah))
    return {
        "daftar_pilihan": [(p, ketikan.get("catatan", "") if p.langkah == diminta else "") for p in pilihan],
        "dapat_kembalikan": any(p.langkah is Langkah.KEMBALIKAN for p in pilihan),
        "tunggu_ajukan": _alasan_belum_ajukan(ruang),
        "ketikan": {k.removeprefix(AWALAN_CATATAN): v for k, v in ketikan.items() if k.startswith(AWALAN_CATATAN)},
        "jejak_langkah": jejak_langkah(ruang.tahun_kinerja, ruang.triwulan),
    }


def _dapat_sekarang(ruang: Ruang, langkah: Langkah) -> bool:
    return langkah is not Langkah.AJUKAN or ruang.pintu_ajukan.terbuka


def _alasan_belum_ajukan(ruang: Ruang) -> str:
    """Why who may submit cannot do so today; '' where they can."""
    boleh = any(p.langkah is Langkah.AJUKAN for p in ruang.daftar_peralihan)
    return ruang.pintu_ajukan.alasan if boleh else ""


def _daftar_catatan(ruang: Ruang, penolakan: Penolakan | None) -> dict[str, Any]:
    """Remarks with what was typed as answer; open ones first, with a form for whoever may answer."""
    ketikan = penolakan.ketikan if penolakan else {}
    daftar = [
        (c, c.waktu_jawaban is None and ruang.boleh_jawab(_kode(c)), ketikan.get(f"jawaban-{c.pk}", ""))
        for c in daftar_catatan(ruang.tahun_kinerja, ruang.triwulan)
    ]
    return {"daftar_catatan": sorted(daftar, key=lambda isi: isi[0].waktu_jawaban is not None)}
