"""The panel of one indicator in one quarter: shown whole, inside the quarter page, or one section after a save."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import wraps
from operator import attrgetter
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from kinerja.services_komponen import HasilKomponen, save_komponen_triwulan
from kinerja.services_pengisian import TriwulanTertutup, save_isian_triwulan
from lkjip.dasar.isian import Isian, JenisIsian
from lkjip.dasar.tulisan_angka import tulis_tepat
from lkjip.halaman.panel import kolom_di_baris
from lkjip.halaman.pengisian import JENIS_KOLOM
from lkjip.pengisian.forms import baca_kiriman
from lkjip.pengisian.forms_panel import baca_penurunan
from lkjip.pengisian.jawaban import HasilSimpan, simpan_kiriman
from lkjip.pengisian.panel import (
    BAGIAN,
    ISI_BAGIAN,
    RuangIndikator,
    isi_baris,
    isi_komponen,
    isi_panel,
    isi_rincian,
)
from lkjip.pengisian.selectors import ambil_indikator
from lkjip.pengisian.views.isian import FORMULIR
from lkjip.pengisian.views.pintu_masuk import buka_ruang, isi_halaman, pengguna_masuk
from lkjip.riwayat.services_isian import IsianBentrok

_TEMPLAT = "situs/pengisian/panel"
_PERBAIKI = "Yang ditandai belum tersimpan; perbaiki, lalu simpan lagi."


@dataclass(frozen=True)
class Jawaban:
    """What a section says after a POST; `isi` replaces what its template would be given."""

    pesan: str = ""
    jenis: str = "success"
    status: int = 200
    isi: dict[str, Any] = field(default_factory=dict)
    halaman: bool = False  # answer with the page itself, although nothing went wrong


_Simpan = Callable[..., Jawaban]
_View = Callable[..., HttpResponse]


def buka_panel(request: HttpRequest, kode: str, tahun: int, triwulan: int, pk: int) -> RuangIndikator:
    """404 where there is no such quarter or the indicator is not of this year."""
    ruang = buka_ruang(request, kode, tahun, triwulan)
    baris = ambil_indikator(ruang.tahun_kinerja, pk)
    if baris is None:
        raise Http404("Indikator tidak ada pada tahun ini.")
    satu = RuangIndikator(ruang, baris, sisipan=_di_halaman_triwulan(request))
    kolom = kolom_di_baris(satu.indikator, dengan_target="target=ya" in request.headers.get("HX-Current-URL", ""))
    return RuangIndikator(ruang, baris, satu.sisipan, kolom)


def _di_halaman_triwulan(request: HttpRequest) -> bool:
    """Asked by htmx from another page than the panel's own."""
    asal = request.headers.get("HX-Current-URL", "")
    return bool(request.headers.get("HX-Request")) and "/indikator/" not in asal.partition("/pengisian/")[2]


@require_safe
@vary_on_headers("HX-Request")
@login_required
def panel_indikator(request: HttpRequest, kode: str, tahun: int, triwulan: int, pk: int) -> HttpResponse:
    satu = buka_panel(request, kode, tahun, triwulan, pk)
    bagian = request.GET.get("bagian", "")
    if request.headers.get("HX-Request") and bagian in BAGIAN:
        return render(request, f"{_TEMPLAT}/_{bagian}.html", {**_dasar_isi(satu), **ISI_BAGIAN[bagian](satu)})
    if request.headers.get("HX-Request"):
        return render(request, f"{_TEMPLAT}/_sisipan.html", {**_dasar_isi(satu), **isi_panel(satu)})
    return _halaman(request, satu, {})


def _dasar_isi(satu: RuangIndikator) -> dict[str, Any]:
    """What every section is given; fields that save themselves belong to the form of the quarter page."""
    return {"satu": satu, "formulir": FORMULIR}


def _halaman(request: HttpRequest, satu: RuangIndikator, isi: dict[str, Any], status: int = 200) -> HttpResponse:
    dasar = {**isi_halaman(satu.ruang, "isi_triwulan", satu.baris.kode), **_dasar_isi(satu), **isi_panel(satu)}
    return render(request, f"{_TEMPLAT}/halaman.html", {**dasar, **isi}, status=status)


def simpan_bagian(
    bagian: str, *, berhak: Callable[[RuangIndikator], bool] = attrgetter("berhak"), terbuka: bool = True
) -> Callable[[_Simpan], _View]:
    """A view that saves one section, for `berhak`, and answers with it; `terbuka`: only while the quarter is open."""

    def bungkus(simpan: _Simpan) -> _View:
        @wraps(simpan)
        def view(request: HttpRequest, kode: str, tahun: int, triwulan: int, pk: int, **lain: int) -> HttpResponse:
            satu = buka_panel(request, kode, tahun, triwulan, pk)
            if not berhak(satu):
                raise PermissionDenied
            jawaban = _coba(request, satu, simpan, lain, terbuka=terbuka)
            if jawaban.status == 409:  # the quarter itself may have moved on
                satu = buka_panel(request, kode, tahun, triwulan, pk)
            return _jawab(request, satu.segar(), bagian, jawaban)

        return require_POST(login_required(view))

    return bungkus


def _coba(
    request: HttpRequest, satu: RuangIndikator, simpan: _Simpan, lain: Mapping[str, int], *, terbuka: bool
) -> Jawaban:
    """Save; what is refused becomes the sentence that says why."""
    try:
        if terbuka and not satu.ruang.pintu.terbuka:
            raise TriwulanTertutup(satu.ruang.pintu.alasan)
        return simpan(request, satu, **lain)
    except TriwulanTertutup as galat:
        return Jawaban(" ".join(galat.messages), "error", 409)
    except ValidationError as galat:
        return Jawaban(" ".join(galat.messages), "error", 422)


def _jawab(request: HttpRequest, satu: RuangIndikator, bagian: str, jawaban: Jawaban) -> HttpResponse:
    isi = {"pesan_bagian": {bagian: jawaban}, **jawaban.isi}
    if request.headers.get("HX-Request"):
        dasar = {**_dasar_isi(satu), **ISI_BAGIAN[bagian](satu)}
        return render(request, f"{_TEMPLAT}/_{bagian}.html", {**dasar, **isi}, status=jawaban.status)
    if jawaban.status == 200 and not jawaban.halaman:
        messages.add_message(request, getattr(messages, jawaban.jenis.upper()), jawaban.pesan)
        return redirect(f"{satu.alamat['panel']}#{bagian}-{satu.pk}")
    return _halaman(request, satu, isi, jawaban.status)


@simpan_bagian("rincian")
def simpan_rincian(request: HttpRequest, satu: RuangIndikator) -> Jawaban:
    """All fields of the section at once: how a browser without scripts saves them."""
    hasil = _simpan_isian(request, satu, JENIS_KOLOM)
    return _hasil(hasil, hasil.kalimat, isi_rincian(satu.segar(), hasil.kotak))


@simpan_bagian("rincian")
def simpan_penurunan(request: HttpRequest, satu: RuangIndikator) -> Jawaban:
    """Last year's number and this year's of an indicator that is a decrease: both at once, stored as a quotient."""
    daftar = baca_penurunan(request.POST)
    try:
        save_isian_triwulan(isian={satu.pk: daftar}, **dasar_simpan(request, satu))
    except IsianBentrok as galat:
        raise ValidationError("Angka ini baru saja diubah orang lain; periksa lagi, lalu simpan.") from galat
    nama = f"Realisasi {satu.nama_triwulan}"
    return Jawaban(f"{nama} sekarang dihitung dari kedua angka itu." if daftar[1].nilai is not None else "Tersimpan.")


def _simpan_isian(request: HttpRequest, satu: RuangIndikator, kolom: Mapping[str, JenisIsian]) -> HasilSimpan:
    hasil = simpan_kiriman(
        baca_kiriman(request.POST, kolom, {satu.pk}),
        lambda isian: save_isian_triwulan(isian=isian, **dasar_simpan(request, satu)),
    )
    if hasil.tertutup:
        raise TriwulanTertutup(hasil.tertutup)
    return hasil


def dasar_simpan(request: HttpRequest, satu: RuangIndikator) -> dict[str, Any]:
    """What every writer of a quarter asks for."""
    return {
        "tahun_kinerja": satu.ruang.tahun_kinerja,
        "triwulan": satu.ruang.triwulan,
        "oleh": pengguna_masuk(request),
        "hari": satu.ruang.hari,
    }


def _hasil(hasil: HasilSimpan, kalimat: str, isi: dict[str, Any]) -> Jawaban:
    if hasil.beres:
        return Jawaban(kalimat, isi=isi)
    return Jawaban(f"{kalimat} {_PERBAIKI}", "error", hasil.status, isi)


@simpan_bagian("komponen")
def simpan_komponen(request: HttpRequest, satu: RuangIndikator) -> Jawaban:
    """The components of a composite; the realisasi follows from them. `pakai`: their sum replaces a typed one."""
    if "pakai" in request.POST:
        return _pakai_jumlah(request, satu)
    pk = {baris.pk for baris in isi_komponen(satu)["komponen"].daftar}
    terakhir: list[HasilKomponen] = []
    hasil = simpan_kiriman(
        baca_kiriman(request.POST, {"nilai": JenisIsian.ANGKA}, pk),
        lambda isian: _simpan_komponen(request, satu, isian, terakhir),
    )
    if hasil.tertutup:
        raise TriwulanTertutup(hasil.tertutup)
    kalimat = _kalimat_komponen(satu, terakhir[-1]) if terakhir else hasil.kalimat
    return _hasil(hasil, kalimat, _isi_komponen(satu.segar(), hasil))


def _simpan_komponen(
    request: HttpRequest, satu: RuangIndikator, isian: Mapping[int, Sequence[Isian]], terakhir: list[HasilKomponen]
) -> int:
    per_pk = {pk: daftar[0] for pk, daftar in isian.items()}
    dasar = dasar_simpan(request, satu)
    terakhir.append(save_komponen_triwulan(indikator=satu.baris, isian=per_pk, **dasar))
    return len(isian)


def _isi_komponen(satu: RuangIndikator, hasil: HasilSimpan) -> dict[str, Any]:
    """The section, and out of band the field of the realisasi in the indicator's row."""
    return {**isi_komponen(satu, hasil.kotak), **isi_baris(satu)}


def _kalimat_komponen(satu: RuangIndikator, hasil: HasilKomponen) -> str:
    nama = f"Realisasi {satu.nama_triwulan}"
    if hasil.dipertahankan is not None:
        return f"Komponen tersimpan. {nama} tetap {tulis_tepat(hasil.dipertahankan)}, karena diisi langsung."
    if hasil.komposit is None:
        return "Komponen tersimpan. Realisasi dihitung setelah semua komponen terisi."
    return f"Komponen tersimpan. {nama} menjadi {tulis_tepat(hasil.komposit)}."


def _pakai_jumlah(request: HttpRequest, satu: RuangIndikator) -> Jawaban:
    hasil = _simpan_isian(request, satu, {"realisasi": JenisIsian.ANGKA})
    if hasil.bentrok:
        return Jawaban("Realisasi baru saja diubah orang lain; periksa lagi angkanya.", "warning", 409)
    kalimat = f"Realisasi {satu.nama_triwulan} sekarang jumlah tertimbang komponennya."
    return Jawaban(kalimat, isi=isi_baris(satu.segar()))
