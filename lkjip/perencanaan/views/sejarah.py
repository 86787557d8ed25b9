"""Indicators through the periods: which earlier one each continues, and what it reached year by year."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from lkjip.halaman.sejarah_indikator import (
    SejarahIndikator,
    calon_pendahulu,
    sejarah_indikator,
    usulan_pendahulu,
)
from lkjip.laporan.grafik import gambar_svg
from lkjip.pengisian.forms import isi_bersih
from lkjip.pengisian.ruang import RuangTahun
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.perencanaan import services_versi
from lkjip.perencanaan.forms_versi import PendahuluForm
from lkjip.perencanaan.selectors_versi import load_data_per_tahun
from lkjip.perencanaan.views.pintu_masuk import buka, buka_untuk_ubah, isi_halaman
from lkjip.views.urung import beri_tahu
from renstra.models import Renstra
from renstra.selectors_versi import ambil_indikator, ambil_indikator_instansi, daftar_renstra, load_rantai
from renstra.services_versi import urutan_renstra

SUB = "daftar_sejarah"


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def daftar_sejarah(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """The indicators of the year's plan with what each continues, or may well continue."""
    ruang = (buka_untuk_ubah if request.method == "POST" else buka)(request, kode, tahun)
    galat: list[str] = []
    if request.method == "POST":
        try:
            _tautkan(request, ruang)
            return redirect(SUB, kode, tahun)
        except ValidationError as ditolak:
            galat = list(ditolak.messages)
    isi = isi_halaman(ruang, SUB) | _isi_daftar(ruang) | {"daftar_galat": galat}
    return render(request, "situs/perencanaan/versi/daftar_sejarah.html", isi, status=422 if galat else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def halaman_sejarah(request: HttpRequest, kode: str, tahun: int, kode_indikator: str) -> HttpResponse:
    """One indicator: its figures through the years, and the earlier one that it continues."""
    ruang = (buka_untuk_ubah if request.method == "POST" else buka)(request, kode, tahun)
    indikator = ambil_indikator(ruang.tahun_kinerja.renstra, kode_indikator)
    if indikator is None:
        raise Http404("Indikator tidak ada di Renstra tahun ini.")
    galat: list[str] = []
    if request.method == "POST":
        try:
            _tautkan(request, ruang)
            return redirect("sejarah_indikator", kode, tahun, kode_indikator)
        except ValidationError as ditolak:
            galat = list(ditolak.messages)
    isi = isi_halaman(ruang, SUB, kode_indikator) | _isi_sejarah(ruang, indikator.pk) | {"daftar_galat": galat}
    return render(request, "situs/perencanaan/versi/sejarah.html", isi, status=422 if galat else 200)


def _tautkan(request: HttpRequest, ruang: RuangTahun) -> None:
    """Link the indicator of the year's plan to the earlier one that was chosen, or to none."""
    isi = isi_bersih(PendahuluForm(request.POST))
    instansi = ruang.tahun_kinerja.instansi
    indikator = ambil_indikator_instansi(instansi, isi["indikator"])
    pendahulu = ambil_indikator_instansi(instansi, isi["pendahulu"]) if isi["pendahulu"] else None
    if indikator is None or (isi["pendahulu"] and pendahulu is None):
        raise ValidationError("Indikator ini sudah tidak ada. Muat ulang halaman ini.")
    if indikator.renstra_id != ruang.tahun_kinerja.renstra_id:
        raise ValidationError("Indikator ini bukan milik Renstra tahun ini. Muat ulang halaman ini.")
    kejadian = services_versi.save_pendahulu(
        indikator=indikator, pendahulu=pendahulu, catatan=isi["catatan"], oleh=pengguna_masuk(request)
    )
    kalimat = f"{indikator.kode} kini melanjutkan {pendahulu.kode}, {pendahulu.renstra}." if pendahulu else (
        f"{indikator.kode} kini tidak melanjutkan indikator mana pun."
    )  # fmt: skip
    beri_tahu(request, kalimat, instansi=instansi.pk, kejadian=kejadian)


def _terdahulu(daftar: list[Renstra], kini: Renstra) -> list[Renstra]:
    """The plans before this one, the nearest first."""
    return [r for r in daftar if urutan_renstra(r) < urutan_renstra(kini)]


def _isi_daftar(ruang: RuangTahun) -> dict[str, Any]:
    instansi, kini = ruang.tahun_kinerja.instansi, ruang.tahun_kinerja.renstra
    rantai, daftar = load_rantai(instansi), list(daftar_renstra(instansi))
    terdahulu = _terdahulu(daftar, kini)
    usulan = usulan_pendahulu(rantai, kini.pk, [r.pk for r in terdahulu])
    renstra = {r.pk: r for r in daftar}
    milik = [m for m in rantai.daftar if m.renstra == kini.pk]
    pendahulu = {m.pk: rantai.per_pk.get(m.pendahulu or 0) for m in milik}
    return {
        "daftar_indikator": [
            (m, p, renstra.get(p.renstra) if p else None, u, renstra.get(u.renstra) if u else None)
            for m in milik
            for p, u in [(pendahulu[m.pk], usulan.get(m.pk))]
        ],
        "ada_terdahulu": bool(terdahulu),
    }


def _isi_sejarah(ruang: RuangTahun, pk: int) -> dict[str, Any]:
    instansi, kini = ruang.tahun_kinerja.instansi, ruang.tahun_kinerja.renstra
    rantai, daftar = load_rantai(instansi), list(daftar_renstra(instansi))
    data = [(t.renstra_id, isi.pada(ruang.hari)) for t, isi in load_data_per_tahun(instansi)]
    sejarah = sejarah_indikator(rantai, pk, data, ruang.tahun)
    renstra = {r.pk: r for r in daftar}
    mata = rantai.per_pk[pk]
    calon = calon_pendahulu(rantai, pk, [r.pk for r in _terdahulu(daftar, kini)])
    return {
        "sejarah": sejarah,
        "mata": mata,
        "daftar_mata": [(m, renstra[m.renstra], rantai.per_pk.get(m.pendahulu or 0)) for m in sejarah.daftar_mata],
        "daftar_calon": [(c, renstra[c.mata.renstra]) for c in calon],
        "gambar": _gambar(sejarah),
    }


def _gambar(sejarah: SejarahIndikator) -> str:
    """The chart as an address of its own, since a page takes no markup from data; '' where there is none."""
    if sejarah.grafik is None:
        return ""
    nama = sejarah.indikator.uraian or sejarah.indikator.kode
    svg = gambar_svg(sejarah.grafik, judul=nama, alt="Target dan realisasi per tahun", awalan="sejarah")
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
