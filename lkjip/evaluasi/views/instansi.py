"""The agency's side of an evaluation: where it stands, the reply to its findings, the result once it is issued."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from kinerja.akses_evaluasi import HakEvaluasi, ambil_hak_evaluasi
from kinerja.data_evaluasi import LangkahEval, TahapEvaluasi
from kinerja.models import Evaluasi
from kinerja.selectors_evaluasi import load_evaluasi
from kinerja.selectors_pengisian import hari_ini
from kinerja.services_evaluasi import Permintaan, ambil_langkah
from kinerja.services_tanggapan import save_tanggapan
from lkjip.akun.models import Pengguna
from lkjip.evaluasi.forms_tanggapan import KirimanTanggapan, KirimForm, baca_tanggapan
from lkjip.evaluasi.halaman_alur import sebutan_instansi, tabel_nilai
from lkjip.evaluasi.halaman_instansi import bagian_per_komponen, belum_ditanggapi
from lkjip.evaluasi.selectors import (
    ambil_evaluasi_tahun,
    daftar_catatan_instansi,
    daftar_rekomendasi_instansi,
)
from lkjip.laporan.data_penyusunan import JenisBerkas
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.terbitan.selectors import daftar_terbit
from lkjip.views.rangka import Butir, buka_konteks, buka_tahun, daftar_sub_sakip, rangka
from renstra import akses
from renstra.models import TahunKinerja

SUB = "evaluasi_instansi"


@dataclass(frozen=True)
class RuangInstansi:
    """An agency-year and its evaluation, for this user; no evaluation where none was opened."""

    pengguna: Pengguna
    tahun_kinerja: TahunKinerja
    evaluasi: Evaluasi | None
    hak: HakEvaluasi | None


def _buka(request: HttpRequest, kode: str, tahun: int) -> RuangInstansi:
    pengguna = pengguna_masuk(request)
    tahun_kinerja = buka_tahun(pengguna, kode, tahun)
    evaluasi = ambil_evaluasi_tahun(tahun_kinerja.instansi_id, tahun)
    hak = ambil_hak_evaluasi(pengguna, evaluasi) if evaluasi else None
    return RuangInstansi(pengguna, tahun_kinerja, evaluasi, hak)


def _penanggap(request: HttpRequest, kode: str, tahun: int) -> tuple[RuangInstansi, Evaluasi]:
    """For a page that replies: 403 for who does not reply for the agency, 404 where there is no evaluation."""
    ruang = _buka(request, kode, tahun)
    if not akses.boleh_tanggapi(akses.ambil_hak(ruang.pengguna, ruang.tahun_kinerja.instansi)):
        raise PermissionDenied
    if ruang.evaluasi is None:
        raise Http404("Evaluasi tahun ini belum dibuka.")
    return ruang, ruang.evaluasi


@require_safe
@login_required
def halaman(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    return _tampilkan(request, _buka(request, kode, tahun))


@require_POST
@login_required
def simpan(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    ruang, evaluasi = _penanggap(request, kode, tahun)
    kiriman = baca_tanggapan(request.POST)
    try:
        banyak = _simpan(evaluasi, kiriman, ruang.pengguna)
    except ValidationError as galat:
        return _tampilkan(request, ruang, penolakan=galat.messages, ketikan=kiriman.ketikan)
    messages.success(request, f"{banyak} tanggapan disimpan. Belum terkirim." if banyak else "Tidak ada yang berubah.")
    return redirect(SUB, kode, tahun)


def _simpan(evaluasi: Evaluasi, kiriman: KirimanTanggapan, oleh: Pengguna) -> int:
    """How many replies changed. Raises ValidationError."""
    if kiriman.galat:
        raise ValidationError(list(kiriman.galat))
    return save_tanggapan(pk=evaluasi.pk, isian=kiriman.isian, oleh=oleh)


@require_POST
@login_required
def kirim(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """What stands in the boxes is stored first: nobody loses what was typed and not stored yet."""
    ruang, evaluasi = _penanggap(request, kode, tahun)
    form, kiriman = KirimForm(request.POST), baca_tanggapan(request.POST)
    try:
        if not form.is_valid():
            raise ValidationError(form.pesan())
        _simpan(evaluasi, kiriman, ruang.pengguna)
        permintaan = Permintaan(LangkahEval.TANGGAPI, TahapEvaluasi.TANGGAPAN, form.cleaned_data["catatan"])
        ambil_langkah(pk=evaluasi.pk, permintaan=permintaan, oleh=ruang.pengguna, hari=hari_ini())
    except ValidationError as galat:
        ruang = _buka(request, kode, tahun)
        return _tampilkan(request, ruang, penolakan=galat.messages, ketikan=kiriman.ketikan)
    messages.success(request, "Tanggapan dikirim ke inspektorat.")
    return redirect(SUB, kode, tahun)


def _tampilkan(
    request: HttpRequest, ruang: RuangInstansi, *, penolakan: list[str] | None = None,
    ketikan: Mapping[int, str] | None = None,
) -> HttpResponse:  # fmt: skip
    tahun_kinerja = ruang.tahun_kinerja
    boleh_ubah = akses.boleh_ubah(ruang.pengguna, tahun_kinerja.instansi)
    kode, tahun = tahun_kinerja.instansi.kode, tahun_kinerja.tahun
    isi = {
        "rangka": rangka(tahun_kinerja, buka_konteks(tahun_kinerja), "sakip", Butir("Evaluasi"), boleh_ubah=boleh_ubah),
        "daftar_sub": daftar_sub_sakip(kode, tahun, SUB),
        "evaluasi": ruang.evaluasi,
        "hak": ruang.hak,
        "penolakan": penolakan,
        "ada_dokumen": any(v.jenis == JenisBerkas.LHE for v in daftar_terbit(tahun_kinerja)),
        "catatan_kirim": request.POST.get("catatan", ""),
    }
    if ruang.evaluasi is not None and ruang.hak is not None:
        isi |= _isi_evaluasi(ruang.evaluasi, ruang.hak, ketikan or {})
    return render(request, "situs/evaluasi/instansi.html", isi, status=422 if penolakan else 200)


def _isi_evaluasi(evaluasi: Evaluasi, hak: HakEvaluasi, ketikan: Mapping[int, str]) -> dict[str, Any]:
    """What this user may see of it in this stage: marks only once issued, the APIP has pages of its own.

    While the replies are discussed the agency reads what it replied to: what the team drafts then is not issued yet.
    """
    data = load_evaluasi([evaluasi])[evaluasi.pk]
    catatan = daftar_catatan_instansi(evaluasi, ketikan) if hak.lihat_catatan else ()
    dibahas = not (hak.terbit or hak.tahap is TahapEvaluasi.TANGGAPAN)
    if dibahas:
        catatan = tuple(c for c in catatan if c.tanggapan)
    rekomendasi = daftar_rekomendasi_instansi(evaluasi) if hak.lihat_catatan and not dibahas else ()
    return {
        "sebutan": sebutan_instansi(hak.tahap),
        "ada_rekomendasi": bool(rekomendasi),
        "daftar_bagian": bagian_per_komponen(data.skema, catatan, rekomendasi),
        "belum_ditanggapi": belum_ditanggapi(catatan),
        "nilai": tabel_nilai(data) if hak.lihat and hak.terbit else None,
        "dibahas": dibahas and hak.lihat_catatan,
        "lewat": evaluasi.batas_tanggapan is not None and evaluasi.batas_tanggapan < hari_ini(),
    }
