"""The grid of targets: one field or all of them, a block pasted, a year copied to the later ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from lkjip.dasar.isian import Isian
from lkjip.halaman.rencana import kalimat_berbagi
from lkjip.halaman.target_renstra import IsiTarget, kisi_target
from lkjip.pengisian.forms import baca_pk
from lkjip.pengisian.ruang import RuangTahun
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.perencanaan.selectors_rencana import daftar_tahun_target, load_isi_target
from lkjip.perencanaan.services_rencana import isi_target_ke_kanan, simpan_target_renstra
from lkjip.perencanaan.views.kisi import SumberKisi, halaman_kisi, jawab_kisi, tempel_kisi
from lkjip.perencanaan.views.pintu_masuk import boleh_ubah, buka, buka_untuk_ubah, isi_halaman
from lkjip.views.urung import beri_tahu
from renstra.selectors_rencana import tahun_berbagi

SUB = "target_renstra"


def _sumber(request: HttpRequest, ruang: RuangTahun, jalur: str = "halaman") -> SumberKisi:
    argumen = [ruang.kode, ruang.tahun]

    def simpan(isian: Mapping[int, Sequence[Isian]]) -> int:
        oleh = pengguna_masuk(request)
        return simpan_target_renstra(tahun_kinerja=ruang.tahun_kinerja, isian=isian, oleh=oleh, jalur=jalur)

    return SumberKisi(
        muat=lambda: kisi_target(
            load_isi_target(ruang.tahun_kinerja),
            lambda pk: reverse("indikator_rencana", args=[*argumen, pk]),
            boleh=boleh_ubah(ruang),
        ),
        simpan=simpan,
        alamat_simpan=reverse("simpan_target_renstra", args=argumen),
        alamat_tempel=reverse("tempel_target_renstra", args=argumen) if boleh_ubah(ruang) else "",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def target_renstra(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    ruang = buka(request, kode, tahun)
    berbagi = kalimat_berbagi(tahun_berbagi(ruang.tahun_kinerja))
    isi = isi_halaman(ruang, SUB) | {"berbagi": berbagi, "argumen": [ruang.kode, ruang.tahun]}
    isi |= {"daftar_tahun": daftar_tahun_target(ruang.tahun_kinerja), "judul_kisi": "Target Renstra"}
    return halaman_kisi(request, _sumber(request, ruang), "situs/perencanaan/renstra/target.html", isi)


@require_POST
@login_required
def simpan_target(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    return jawab_kisi(request, _sumber(request, buka_untuk_ubah(request, kode, tahun)))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def tempel_target(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    ruang = buka_untuk_ubah(request, kode, tahun) if request.method == "POST" else buka(request, kode, tahun)
    isi = isi_halaman(ruang, SUB, "Tempel dari Excel")
    return tempel_kisi(request, _sumber(request, ruang, "tempel"), reverse(SUB, args=[ruang.kode, ruang.tahun]), isi)


@require_POST
@login_required
def target_ke_kanan(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Copy the targets of the year `dari` to the later years, of all indicators or of one (`indikator`)."""
    ruang = buka_untuk_ubah(request, kode, tahun)
    isi = load_isi_target(ruang.tahun_kinerja)
    try:
        banyak, kejadian = _salin(request, ruang, isi)
        kalimat = f"{banyak} target disalin ke tahun sesudahnya."
        if banyak:
            beri_tahu(request, kalimat, instansi=ruang.tahun_kinerja.instansi_id, kejadian=kejadian)
        else:
            messages.info(
                request, "Tidak ada target yang disalin: tahun sesudahnya sudah terisi, atau tahun asalnya kosong."
            )
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
    return redirect(SUB, ruang.kode, ruang.tahun)


def _salin(request: HttpRequest, ruang: RuangTahun, isi: IsiTarget) -> tuple[int, str]:
    dari, satu = baca_pk(request.POST.get("dari", "")), baca_pk(request.POST.get("indikator", ""))
    semua = [i.pk for i in (*isi.kerangka.daftar_indikator, *isi.anggaran)]
    if dari not in isi.daftar_tahun or (satu is not None and satu not in semua):
        raise ValidationError("Pilih tahun yang disalin.")
    return isi_target_ke_kanan(
        tahun_kinerja=ruang.tahun_kinerja,
        dari=dari or 0,
        daftar_tahun=isi.daftar_tahun,
        daftar_pk=semua if satu is None else [satu],
        timpa=request.POST.get("timpa") == "ya",
        oleh=pengguna_masuk(request),
    )
