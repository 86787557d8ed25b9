"""What every page with a grid does: show it, save one field by htmx, save all of them by the button."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from lkjip.dasar.isian import Isian, JenisIsian
from lkjip.halaman.kisi import Kisi
from lkjip.halaman.tempel_kisi import TempelanKisi, tempelkan
from lkjip.pengisian.forms import Kiriman, baca_kiriman, baca_pk
from lkjip.pengisian.jawaban import HasilSimpan, Simpan, simpan_kiriman, simpan_sekaligus


@dataclass(frozen=True)
class SumberKisi:
    """A grid: `muat` reads it as it is now; `simpan` stores columns per pk of the row, all or nothing.

    `simpan` returns how many columns changed and raises IsianBentrok (`kunci`: the row), BarisTiada or
    ValidationError. `alamat_simpan` takes one field; `alamat_tempel` a block pasted from a spreadsheet.
    `baca`: how a column's text is read where the page has rules of its own (`baca_kiriman`).
    """

    muat: Callable[[], Kisi]
    simpan: Callable[[Mapping[int, Sequence[Isian]]], int]
    alamat_simpan: str
    alamat_tempel: str = ""
    baca: Callable[[str, str, JenisIsian], object] | None = None


def simpan(
    request: HttpRequest,
    sumber: SumberKisi,
    kisi: Kisi,
    cara: Callable[[Kiriman, Simpan], HasilSimpan] = simpan_kiriman,
    isi: QueryDict | None = None,
) -> HasilSimpan:
    """Save what was sent; `cara` says what a conflict does to the rest. Raises PermissionDenied where none may type.

    `isi`: what was sent, where the page makes something else of it (a button that clears a field).
    """
    if not kisi.boleh:
        raise PermissionDenied
    lain = {"baca": sumber.baca} if sumber.baca else {}
    kiriman = baca_kiriman(request.POST if isi is None else isi, kisi.jenis_kolom, kisi.daftar_pk, **lain)
    try:
        return cara(kiriman, sumber.simpan)
    except ValidationError as galat:
        return HasilSimpan(kiriman, tertutup=" ".join(galat.messages))


def halaman_kisi(request: HttpRequest, sumber: SumberKisi, templat: str, isi: dict[str, Any]) -> HttpResponse:
    """The page; a POST is the button “Simpan semua”, which needs no script."""
    kisi, hasil = sumber.muat(), None
    if request.method == "POST":
        hasil = simpan(request, sumber, kisi)
        if hasil.beres:
            messages.success(request, hasil.kalimat)
            return redirect(request.get_full_path())
        kisi = sumber.muat().dengan_kotak(hasil.kotak)
    umum = {"kisi": kisi, "hasil": hasil, "alamat_simpan": sumber.alamat_simpan, "alamat_tempel": sumber.alamat_tempel}
    return render(request, templat, isi | umum, status=200 if hasil is None else hasil.status)


def jawab_kisi(request: HttpRequest, sumber: SumberKisi, isi: dict[str, Any] | None = None) -> HttpResponse:
    """One field or a few, by htmx: the answer is what became of them, out of band.

    `isi` may name further parts of the page to renew (`templat_tambahan`).
    """
    hasil = simpan(request, sumber, sumber.muat())
    per_nama = sumber.muat().kotak_per_nama
    daftar = [hasil.kotak(per_nama[nama]) for nama in hasil.kiriman.ketikan if nama in per_nama]
    return render(
        request, "situs/kisi/_jawaban.html", {"hasil": hasil, "daftar_kotak": daftar} | (isi or {}), status=hasil.status
    )


def tempel_kisi(request: HttpRequest, sumber: SumberKisi, alamat_kembali: str, isi: dict[str, Any]) -> HttpResponse:
    """A block pasted from a spreadsheet: its preview (alone where htmx asks), then all of it or nothing."""
    kisi = sumber.muat()
    if not kisi.boleh and request.method == "POST":
        raise PermissionDenied
    hasil = tempelan = None
    if request.method == "POST" and request.POST.get("terapkan"):
        hasil = simpan(request, sumber, kisi, simpan_sekaligus)
        if hasil.beres:
            messages.success(request, hasil.kalimat)
            return redirect(alamat_kembali)
    elif request.method == "POST":
        tempelan = _baca_tempelan(request, kisi)
    sisipan = bool(request.headers.get("HX-Request"))
    umum: dict[str, Any] = {"kisi": kisi, "hasil": hasil, "tempelan": tempelan, "kiriman": request.POST}
    umum |= {"sisipan": sisipan, "alamat_tempel": request.path, "alamat_kembali": alamat_kembali}
    status = hasil.status if hasil else 422 if tempelan and tempelan.galat else 200
    return render(request, f"situs/kisi/{'_tempel' if sisipan else 'tempel'}.html", isi | umum, status=status)


def _baca_tempelan(request: HttpRequest, kisi: Kisi) -> TempelanKisi:
    isi = request.POST
    return tempelkan(isi.get("teks", ""), kisi, mulai=baca_pk(isi.get("mulai", "")), kolom=isi.get("kolom", ""))
