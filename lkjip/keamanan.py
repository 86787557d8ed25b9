"""What holds for every answer: what a browser may load and keep, and how much it may send."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import Resolver404, resolve

# Inline styles stay allowed: charts (SVG) and column widths carry their own. Inline scripts do not.
KEBIJAKAN = "; ".join(
    (
        "default-src 'self'",
        "img-src 'self' data:",
        "font-src 'self' data:",
        "style-src 'self' 'unsafe-inline'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
# A frozen report to read: a page of its own, all of it inside; it loads nothing and runs nothing.
KEBIJAKAN_BACA = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'self'; sandbox"
)
_MB = 1024 * 1024
_KELEBIHAN = 10  # times the limit that is read and thrown away, so that a browser gets to see the answer
_POTONGAN = 64 * 1024
_ATRIBUT_BATAS, _ATRIBUT_TERBUKA = "batas_kiriman", "batas_kiriman_terbuka"
_Jawab = Callable[[HttpRequest], HttpResponseBase]
_View = TypeVar("_View", bound=Callable[..., Any])


def batas_kiriman(nama: str, *, terbuka: bool = False) -> Callable[[_View], _View]:
    """Decorator, the innermost of a view that takes larger requests than others: up to settings.<nama> MB.

    `terbuka`: also from somebody who has not logged in.
    """

    def tandai(view: _View) -> _View:
        setattr(view, _ATRIBUT_BATAS, nama)
        setattr(view, _ATRIBUT_TERBUKA, terbuka)
        return view

    return tandai


class KebijakanIsi:
    """Middleware. A view that needs another policy sets the header itself, and it is kept.

    Pages show an agency's data to one person: nothing between us and the browser keeps them, and after logging out
    the browser's "back" does not show them again.
    """

    def __init__(self, get_response: _Jawab) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", KEBIJAKAN)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response


class BatasKiriman:
    """Middleware. A request larger than an upload may be is refused by its announced length, before Django reads it.

    Django itself limits fields, not files: those it would write to disk, however long they are.
    """

    def __init__(self, get_response: _Jawab) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        panjang = request.META.get("CONTENT_LENGTH") or "0"
        batas = settings.BATAS_UNGGAH_MB
        if not panjang.isdigit() or int(panjang) <= _byte(batas):
            return self.get_response(request)
        batas = max(batas, _batas_view(request))
        if int(panjang) <= _byte(batas):
            return self.get_response(request)
        sisa = min(int(panjang), _byte(batas) * _KELEBIHAN)
        while sisa > 0 and (terbaca := len(request.read(min(sisa, _POTONGAN)))):
            sisa -= terbaca
        return _terlalu_besar(request, batas)


def _byte(batas: int) -> int:
    return (batas + 1) * _MB  # the rest of the form goes along with the file


def _batas_view(request: HttpRequest) -> int:
    """The larger limit of the view that this address leads to, in MB; 0 where it has none, or nobody has logged in."""
    try:
        view = resolve(request.path_info).func
    except Resolver404:
        return 0
    if settings.SESSION_COOKIE_NAME not in request.COOKIES and not getattr(view, _ATRIBUT_TERBUKA, False):
        return 0
    nama = getattr(view, _ATRIBUT_BATAS, "")
    return int(getattr(settings, nama)) if nama else 0


def _terlalu_besar(request: HttpRequest, batas: int) -> HttpResponseBase:
    """A page; for a form that htmx has sent, a sentence put before it, so that what was typed stays."""
    if not request.headers.get("HX-Request"):
        return render(request, "413.html", {"batas": batas}, status=413)
    jawaban = render(request, "situs/_kiriman_besar.html", {"batas": batas}, status=413)
    jawaban.headers["HX-Reswap"] = "afterbegin"
    return jawaban
