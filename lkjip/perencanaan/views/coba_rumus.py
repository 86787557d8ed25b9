"""A formula tried on numbers: realisasi, capaian and category by this year's method. Nothing is stored."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from lkjip.halaman.coba_rumus import NAMA_CARA, coba_rumus, nama_bilangan, rumus_kata
from lkjip.kolom import label_pilihan
from lkjip.perencanaan.forms_coba import BANYAK_KOMPONEN, KirimanCoba, baca_coba
from lkjip.perencanaan.views.pintu_masuk import buka, isi_halaman
from renstra.data import Arah, JenisIndikator


@require_safe
@vary_on_headers("HX-Request")
@login_required
def coba(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    ruang = buka(request, kode, tahun)
    kiriman = baca_coba(request.GET)
    hasil = coba_rumus(ruang.konteks.data, kiriman.percobaan) if kiriman.diisi else None
    isi = isi_coba(kiriman) | {"hasil_coba": hasil, "ruang": ruang}
    status = 422 if kiriman.galat else 200
    if request.headers.get("HX-Request"):
        return render(request, "situs/perencanaan/_coba_rumus.html", isi)
    return render(
        request,
        "situs/perencanaan/coba_rumus.html",
        isi_halaman(ruang, "metode_pengukuran", "Coba rumus") | isi,
        status=status,
    )


def isi_coba(kiriman: KirimanCoba) -> dict[str, Any]:
    """What `_coba_rumus.html` needs besides `ruang`; a page that includes it gives this for what it knows already."""
    cara, ketikan = kiriman.percobaan.cara, kiriman.ketikan
    bilangan = [(f"bilangan-{n}", nama) for n, nama in enumerate(nama_bilangan(cara))]
    baris = range(BANYAK_KOMPONEN if cara.cara == "komponen" else 0)
    return {
        "coba": kiriman,
        "rumus_kata": rumus_kata(cara, kiriman.percobaan.jenis),
        "daftar_cara": [(c.value, nama) for c, nama in NAMA_CARA.items()],
        "daftar_jenis": [(j.value, label_pilihan(j.value)) for j in JenisIndikator],
        "daftar_arah": [(a.value, label_pilihan(a.value)) for a in Arah],
        "bilangan": [(n, j, ketikan.get(n, ""), kiriman.galat.get(n, "")) for n, j in bilangan],
        "komponen": [(n, ketikan.get(f"bobot-{n}", ""), ketikan.get(f"nilai-{n}", "")) for n in baris],
        "daftar_galat_coba": list(kiriman.galat.values()),
    }
