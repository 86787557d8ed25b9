"""What holds for every answer: what a browser may load and keep, and how much it may send."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render

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
_MB = 1024 * 1024
_KELEBIHAN = 10  # times the limit that is read and thrown away, so that a browser gets to see the answer
_POTONGAN = 64 * 1024
_Jawab = Callable[[HttpRequest], HttpResponseBase]


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
        batas = (settings.BATAS_UNGGAH_MB + 1) * _MB  # the rest of the form goes along with the file
        if not panjang.isdigit() or int(panjang) <= batas:
            return self.get_response(request)
        sisa = min(int(panjang), batas * _KELEBIHAN)
        while sisa > 0 and (terbaca := len(request.read(min(sisa, _POTONGAN)))):
            sisa -= terbaca
        return render(request, "413.html", {"batas": settings.BATAS_UNGGAH_MB}, status=413)
