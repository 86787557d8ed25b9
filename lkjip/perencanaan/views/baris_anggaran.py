"""One row of the budget: added, shown with all its columns, moved, put in order, removed, linked to indicators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from anggaran.data import Tingkat
from anggaran.data_nomenklatur import daftar_usul, tingkat_anak, usul_kode
from anggaran.models import Anggaran
from anggaran.selectors_rencana import (
    KaitanTersimpan,
    ambil_baris,
    cabang,
    daftar_kaitan,
    ikut_terhapus,
    indikator_baris,
    indikator_renstra,
    sidik_kaitan,
    susunan,
)
from anggaran.services_kaitan import save_kaitan
from anggaran.services_rencana import geser_baris, hapus_baris, pindah_baris, tambah_baris
from lkjip.dasar.hitungan import SERATUS
from lkjip.dasar.isian import JenisIsian, tulis_isian
from lkjip.dasar.tulisan_angka import tulis_tepat
from lkjip.halaman.kisi import Kisi
from lkjip.halaman.rencana_anggaran import kisi_anggaran, masalah_baris
from lkjip.pengisian.forms import baca_pk
from lkjip.pengisian.ruang import RuangTahun
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.perencanaan.forms_anggaran import SetKaitan, TambahBarisForm, pilihan_indikator
from lkjip.perencanaan.muatan import Muatan
from lkjip.perencanaan.selectors_anggaran import dasar_rencana
from lkjip.perencanaan.services import mengubah
from lkjip.perencanaan.views.anggaran import SUB, sumber_anggaran
from lkjip.perencanaan.views.kisi import SumberKisi, halaman_kisi
from lkjip.perencanaan.views.pintu_masuk import boleh_ubah, buka, buka_untuk_ubah, isi_halaman
from lkjip.views.urung import beri_tahu
from renstra.selectors import sasaran_per_kode

LAGI = "lagi"  # the button “Simpan dan tambah lagi”


def _baris(ruang: RuangTahun, pk: int) -> Anggaran:
    baris = ambil_baris(ruang.tahun_kinerja, pk)
    if baris is None:
        raise Http404("Baris anggaran tidak ada pada tahun ini.")
    return baris


def _induk(ruang: RuangTahun, nomor: str) -> Anggaran | None:
    """The row that was named as parent; None where none was. What names no row is never taken for “none”."""
    return _baris(ruang, baca_pk(nomor) or 0) if nomor else None


def _ke_baris(ruang: RuangTahun, pk: int) -> HttpResponse:
    return redirect(f"{reverse(SUB, args=[ruang.kode, ruang.tahun])}#baris-{pk}")


def _pilihan_sasaran(ruang: RuangTahun) -> list[tuple[str, str]]:
    return [(s.kode, f"{s.kode} {s.uraian}"[:70]) for s in ruang.konteks.sasaran]


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def tambah_anggaran_rencana(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """A row below `induk` (pk in the address; none: a program)."""
    ruang = buka(request, kode, tahun)
    if request.method == "POST" and not boleh_ubah(ruang):
        raise PermissionDenied
    induk = _induk(ruang, request.GET.get("induk", ""))
    form = TambahBarisForm(request.POST if request.method == "POST" else None, sasaran=_pilihan_sasaran(ruang))
    if request.method == "POST" and form.is_valid():
        baru = _tambah(request, ruang, induk, form)
        if baru is not None:
            return redirect(request.get_full_path()) if LAGI in request.POST else _ke_baris(ruang, baru.pk)
    return _halaman_tambah(request, ruang, induk, form)


def _tambah(request: HttpRequest, ruang: RuangTahun, induk: Anggaran | None, form: TambahBarisForm) -> Anggaran | None:
    """Store it; None where it is refused, and then the form says why."""
    isi = dict(form.cleaned_data)
    sasaran = sasaran_per_kode(ruang.tahun_kinerja).get(isi.pop("sasaran"))
    try:
        with mengubah(ruang.tahun_kinerja, oleh=pengguna_masuk(request)) as kejadian:
            baru = tambah_baris(tahun_kinerja=ruang.tahun_kinerja, induk=induk, isi={**isi, "sasaran": sasaran})
    except ValidationError as galat:
        form.add_error(None, galat.messages)
        return None
    beri_tahu(request, f"{baru.kode} ditambahkan.", instansi=ruang.tahun_kinerja.instansi_id, kejadian=kejadian)
    return baru


def _halaman_tambah(
    request: HttpRequest, ruang: RuangTahun, induk: Anggaran | None, form: TambahBarisForm
) -> HttpResponse:
    konteks, kode_induk = ruang.konteks, induk.kode if induk else ""
    saudara = [a.kode for a in konteks.anggaran.daftar_anak.get(kode_induk, ())]
    jenis = konteks.instansi.jenis_pemda
    form.initial = {"kode": usul_kode(kode_induk, saudara, jenis, ruang.tahun)}
    tingkat = tingkat_anak(Tingkat(induk.tingkat) if induk and induk.tingkat else None)
    isi = isi_halaman(ruang, SUB, f"Tambah {tingkat}") | {
        "form": form,
        "induk": induk,
        "tingkat": tingkat.value,
        "daftar_usul": [u for u in daftar_usul(kode_induk, jenis) if u.kode not in saudara],
    }
    return render(request, "situs/perencanaan/anggaran/tambah.html", isi, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def baris_anggaran_rencana(request: HttpRequest, kode: str, tahun: int, pk: int) -> HttpResponse:
    """All columns of a row and what can be done with it; a POST is “Simpan semua” of the columns."""
    ruang = buka(request, kode, tahun)
    baris = _baris(ruang, pk)
    if request.method == "POST" and not boleh_ubah(ruang):
        raise PermissionDenied
    return halaman_kisi(request, _sumber_satu(request, ruang, baris), *_isi_baris(ruang, baris))


def _sumber_satu(request: HttpRequest, ruang: RuangTahun, baris: Anggaran) -> SumberKisi:
    muatan = Muatan(ruang)

    def muat() -> Kisi:
        dasar = dasar_rencana(muatan.muat(), (), boleh=boleh_ubah(ruang))
        return kisi_anggaran(dasar, hanya=next(k for k, nomor in dasar.pk.items() if nomor == baris.pk))

    return replace(sumber_anggaran(request, ruang, ()), muat=muat, alamat_tempel="")


def _isi_baris(ruang: RuangTahun, baris: Anggaran, formulir: Any = None) -> tuple[str, dict[str, Any]]:
    semua = susunan(ruang.tahun_kinerja)
    di_bawah = {satu.pk for satu in cabang(semua, baris.pk)}
    saudara = [satu.pk for satu in semua if satu.induk_id == baris.induk_id]
    dasar = dasar_rencana(ruang, (), boleh=boleh_ubah(ruang))
    rekaman, kaitan = ruang.konteks.anggaran.anggaran_per_kode[baris.kode], daftar_kaitan(baris)
    return "situs/perencanaan/anggaran/baris.html", isi_halaman(ruang, SUB, baris.kode) | {
        "baris": baris,
        "daftar_tujuan": [satu for satu in semua if satu.pk not in di_bawah],
        "pertama": saudara[0] == baris.pk,
        "terakhir": saudara[-1] == baris.pk,
        "daftar_masalah": masalah_baris(dasar, rekaman),
        "daftar_indikator": indikator_baris(baris),
        "sidik_kaitan": sidik_kaitan(kaitan),
        "set_kaitan": formulir or _formulir_kaitan(ruang, baris, kaitan),
        "daftar_bagian": _daftar_bagian(ruang, baris.kode),
    }


def _daftar_bagian(ruang: RuangTahun, kode: str) -> list[Any]:
    """The money that counts for each indicator that the row serves."""
    daftar = [p.mendukung for p in ruang.konteks.anggaran.daftar_penunjang if p.anggaran == kode and p.mendukung]
    return [ruang.konteks.angka("pagu_penunjang", satu, polos=True) for satu in dict.fromkeys(daftar)]


def _formulir_kaitan(ruang: RuangTahun, baris: Anggaran, daftar: Sequence[KaitanTersimpan], kiriman: Any = None) -> Any:
    awal = [
        {
            "penunjang": k.penunjang.pk,
            "mendukung": k.penunjang.mendukung_id,
            "indikator": k.penunjang.indikator_id,
            "keterangan": k.penunjang.keterangan,
            "capaian": tulis_isian(k.penunjang.capaian, JenisIsian.ANGKA),
            "porsi": tulis_tepat(k.porsi.porsi * SERATUS) if k.porsi else "",
        }
        for k in daftar
    ]
    pilihan = {
        "mendukung": pilihan_indikator(indikator_renstra(ruang.tahun_kinerja)),
        "keluaran": pilihan_indikator(indikator_baris(baris)),
    }
    return SetKaitan(kiriman, initial=awal, prefix="kaitan", form_kwargs=pilihan)


@require_POST
@login_required
def kaitan_anggaran_rencana(request: HttpRequest, kode: str, tahun: int, pk: int) -> HttpResponse:
    """What the row serves, with its shares: all of it at once."""
    ruang = buka_untuk_ubah(request, kode, tahun)
    baris = _baris(ruang, pk)
    formulir = _formulir_kaitan(ruang, baris, daftar_kaitan(baris), request.POST)
    if formulir.is_valid():
        semua = [*indikator_renstra(ruang.tahun_kinerja), *indikator_baris(baris)]
        try:
            with mengubah(ruang.tahun_kinerja, oleh=pengguna_masuk(request)):
                daftar = formulir.kaitan({str(i.pk): i for i in semua})
                save_kaitan(baris=baris, daftar=daftar, dilihat=request.POST.get("sidik", ""))
            messages.success(request, "Kaitan disimpan.")
            return redirect("baris_anggaran_rencana", kode, tahun, pk)
        except ValidationError as galat:
            messages.error(request, " ".join(galat.messages))
    templat, isi = _isi_baris(ruang, baris, formulir)
    isi |= {"kisi": _sumber_satu(request, ruang, baris).muat(), "sidik_kaitan": request.POST.get("sidik", "")}
    return render(request, templat, isi, status=422)


@require_POST
@login_required
def pindah_anggaran_rencana(request: HttpRequest, kode: str, tahun: int, pk: int) -> HttpResponse:
    """To another parent; without one, to the top."""
    ruang = buka_untuk_ubah(request, kode, tahun)
    baris, induk = _baris(ruang, pk), _induk(ruang, request.POST.get("induk", ""))
    if "induk" not in request.POST or (induk.pk if induk else None) == baris.induk_id:
        return redirect("baris_anggaran_rencana", kode, tahun, pk)
    try:
        with mengubah(ruang.tahun_kinerja, oleh=pengguna_masuk(request), triwulan=True) as kejadian:
            pindah_baris(baris=baris, induk=induk)
        kalimat = f"{baris.kode} dipindahkan ke {'bawah ' + induk.kode if induk else 'tingkat paling atas'}."
        beri_tahu(request, kalimat, instansi=ruang.tahun_kinerja.instansi_id, kejadian=kejadian)
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
    return redirect("baris_anggaran_rencana", kode, tahun, pk)


@require_POST
@login_required
def urutkan_anggaran_rencana(request: HttpRequest, kode: str, tahun: int, pk: int) -> HttpResponse:
    """One place up or down among the rows of the same parent."""
    ruang = buka_untuk_ubah(request, kode, tahun)
    langkah = {"naik": -1, "turun": 1}.get(request.POST.get("arah", ""))
    try:
        if langkah is not None:
            with mengubah(ruang.tahun_kinerja, oleh=pengguna_masuk(request)):
                geser_baris(baris=_baris(ruang, pk), langkah=langkah)
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
    return redirect("baris_anggaran_rencana", kode, tahun, pk)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def hapus_anggaran_rencana(request: HttpRequest, kode: str, tahun: int, pk: int) -> HttpResponse:
    """What would go with the row, then its removal; a closed quarter refuses."""
    ruang = buka(request, kode, tahun)
    if request.method == "POST" and not boleh_ubah(ruang):
        raise PermissionDenied
    baris, status = _baris(ruang, pk), 200
    if request.method == "POST" and request.POST.get("yakin") == "ya":
        try:
            with mengubah(ruang.tahun_kinerja, oleh=pengguna_masuk(request), triwulan=True) as kejadian:
                banyak = hapus_baris(baris=baris)
            beri_tahu(request, f"{banyak} baris dihapus, mulai dari {baris.kode}.",
                      instansi=ruang.tahun_kinerja.instansi_id, kejadian=kejadian)  # fmt: skip
            return redirect(SUB, kode, tahun)
        except ValidationError as galat:
            messages.error(request, f"Tidak dihapus. {' '.join(galat.messages)}")
            status = 409
    isi = isi_halaman(ruang, SUB, f"Hapus {baris.kode}") | {"baris": baris, "ikut": ikut_terhapus(baris)}
    return render(request, "situs/perencanaan/anggaran/hapus.html", isi, status=status)
