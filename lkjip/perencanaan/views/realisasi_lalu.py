"""“Ambil realisasi tahun-tahun sebelumnya”: what the agency's earlier years say, shown before it is taken over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from lkjip.dasar.rekaman import tulisan_nilai
from lkjip.halaman.realisasi_lalu import KeadaanUsulan, UsulanRealisasi, daftar_usulan
from lkjip.pengisian.ruang import RuangTahun
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.perencanaan.selectors_versi import load_data_per_tahun
from lkjip.perencanaan.services_realisasi import save_realisasi_lalu
from lkjip.perencanaan.views.pintu_masuk import buka, buka_untuk_ubah, isi_halaman
from lkjip.views.urung import beri_tahu
from renstra.selectors_versi import load_rantai

_BASI = "Data berubah sejak halaman ini dibuka. Periksa lagi pilihannya, lalu simpan."


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def realisasi_lalu(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """A box ticked is named by what it showed: what has changed since is not written."""
    ruang = (buka_untuk_ubah if request.method == "POST" else buka)(request, kode, tahun)
    daftar = _daftar(ruang)
    galat: list[str] = []
    if request.method == "POST":
        try:
            _simpan(request, ruang, daftar)
            return redirect("realisasi_lalu", kode, tahun)
        except ValidationError as ditolak:
            galat = list(ditolak.messages)
    isi: dict[str, Any] = isi_halaman(ruang, "daftar_sejarah", "Realisasi tahun-tahun sebelumnya")
    isi |= {"daftar_usulan": [(u, tanda(u)) for u in daftar], "daftar_galat": galat}
    isi |= {"ada_yang_perlu": any(u.keadaan is not KeadaanUsulan.SAMA for u in daftar)}
    return render(request, "situs/perencanaan/versi/realisasi_lalu.html", isi, status=422 if galat else 200)


def _daftar(ruang: RuangTahun) -> tuple[UsulanRealisasi, ...]:
    instansi = ruang.tahun_kinerja.instansi
    data = [(t.renstra_id, isi) for t, isi in load_data_per_tahun(instansi)]
    return daftar_usulan(ruang.konteks.data, ruang.tahun_kinerja.renstra_id, data, load_rantai(instansi))


def tanda(usulan: UsulanRealisasi) -> str:
    """Stands for the row and for what it would write over what."""
    lama = usulan.tersimpan
    isi = (usulan.baris.realisasi, usulan.baris.predikat, lama.realisasi if lama else None)
    return "|".join([usulan.kunci, *map(tulisan_nilai, isi), lama.predikat if lama else ""])


def _simpan(request: HttpRequest, ruang: RuangTahun, daftar: Sequence[UsulanRealisasi]) -> None:
    diminta = set(request.POST.getlist("ambil"))
    per_tanda = {tanda(u): u for u in daftar if u.keadaan is not KeadaanUsulan.SAMA}
    if not diminta:
        raise ValidationError("Centang paling sedikit satu realisasi yang akan diambil.")
    if not diminta <= per_tanda.keys():
        raise ValidationError(_BASI)
    terpilih = [u.baris for kunci, u in per_tanda.items() if kunci in diminta]
    kejadian = save_realisasi_lalu(tahun_kinerja=ruang.tahun_kinerja, daftar=terpilih, oleh=pengguna_masuk(request))
    kalimat = f"{len(terpilih)} realisasi tahun sebelumnya diambil."
    beri_tahu(request, kalimat, instansi=ruang.tahun_kinerja.instansi_id, kejadian=kejadian)
