"""The page Renstra: the outline, its order, and the forms and the removal of misi, tujuan, sasaran."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lkjip.halaman.formulir import Formulir
from lkjip.halaman.rencana import SEBUTAN, formulir_baris, halaman_rencana, kalimat_berbagi
from lkjip.pengisian.ruang import RuangTahun
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.perencanaan.forms_rencana import baca_formulir, baca_urutan, sesudah_ditolak
from lkjip.perencanaan.selectors_rencana import daftar_tahun_target, triwulan_penahan
from lkjip.perencanaan.services_rencana import (
    HasilUbah,
    geser_baris_rencana,
    hapus_baris_rencana,
    simpan_baris_rencana,
    susun_baris_rencana,
)
from lkjip.perencanaan.views.pintu_masuk import boleh_ubah, buka, buka_untuk_ubah, isi_halaman
from lkjip.riwayat.selectors_hapus import isi_hapus
from lkjip.riwayat.services_isian import IsianBentrok
from lkjip.views.urung import beri_tahu
from renstra.data_rencana import (
    AWALAN_KODE,
    BarisRencana,
    JenisBaris,
    Kerangka,
    acuan,
    baca_jenis,
    kode_berikut,
    pecah_acuan,
)
from renstra.selectors_rencana import ambil_baris, daftar_indikator_baris, load_kerangka, tahun_berbagi

SUB = "renstra"
_LANGKAH = {"naik": -1, "turun": 1}


@require_safe
@login_required
def renstra(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    ruang = buka(request, kode, tahun)
    return render(request, "situs/perencanaan/renstra/renstra.html", isi_halaman(ruang, SUB) | _isi(ruang))


def _isi(ruang: RuangTahun) -> dict[str, Any]:
    """What the outline shows, alone or with the page around it."""
    kerangka = load_kerangka(ruang.tahun_kinerja.renstra_id)
    rencana = ruang.tahun_kinerja.renstra
    return {
        "ruang": ruang,
        "boleh_ubah": boleh_ubah(ruang),
        "halaman": halaman_rencana(kerangka, daftar_tahun_target(ruang.tahun_kinerja)),
        "renstra": rencana,
        "berbagi": kalimat_berbagi(tahun_berbagi(ruang.tahun_kinerja)),
        "argumen": [ruang.kode, ruang.tahun],
    }


def alamat_renstra(ruang: RuangTahun, tempat: str = "") -> str:
    """The outline; `tempat` names the row (`sasaran-5`) at which it opens."""
    alamat = reverse("renstra", args=[ruang.kode, ruang.tahun])
    return f"{alamat}#{tempat}" if tempat else alamat


@require_POST
@login_required
def susun_renstra(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Move a row: one place up or down (`geser`), or by hand to a place below a parent (`baris`, `induk`, `urutan`)."""
    ruang = buka_untuk_ubah(request, kode, tahun)
    try:
        hasil, kalimat = _susun(request, ruang)
        beri_tahu(request, kalimat, instansi=ruang.tahun_kinerja.instansi_id, kejadian=hasil.kejadian)
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
    if request.headers.get("HX-Request"):
        isi = _isi(ruang) | {"sisipan": True, "kembali": alamat_renstra(ruang)}
        return render(request, "situs/perencanaan/renstra/_kerangka.html", isi)
    return redirect(alamat_renstra(ruang))


def _susun(request: HttpRequest, ruang: RuangTahun) -> tuple[HasilUbah, str]:
    """Do what was asked and say so. Raises ValidationError."""
    arah, _, baris = request.POST.get("geser", "").partition(":")
    dituju = pecah_acuan(baris or request.POST.get("baris", ""))
    if dituju is None or dituju[0] is JenisBaris.ANGGARAN or (baris and arah not in _LANGKAH):
        raise ValidationError("Tidak ada baris yang dipindahkan. Muat ulang halaman.")
    umum: dict[str, Any] = {"tahun_kinerja": ruang.tahun_kinerja, "oleh": pengguna_masuk(request)}
    umum |= {"jenis": dituju[0], "pk": dituju[1]}
    if baris:
        hasil = geser_baris_rencana(langkah=_LANGKAH[arah], **umum)
        return hasil, f"{hasil.baris.kode} di{'naik' if arah == 'naik' else 'turun'}kan."
    urutan = baca_urutan(request.POST.get("urutan", ""))
    hasil = susun_baris_rencana(induk=request.POST.get("induk", ""), urutan=urutan, **umum)
    return hasil, f"{hasil.baris.kode} dipindahkan{' ke induk lain' if 'induk' in hasil.berubah else ''}."


def _jenis(nama: str) -> JenisBaris:
    if nama not in SEBUTAN:
        raise Http404("Bukan misi, tujuan, atau sasaran.")
    return JenisBaris(nama)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def tambah_rencana(request: HttpRequest, kode: str, tahun: int, jenis: str) -> HttpResponse:
    ruang = buka_untuk_ubah(request, kode, tahun) if request.method == "POST" else buka(request, kode, tahun)
    kerangka = load_kerangka(ruang.tahun_kinerja.renstra_id)
    baris = BarisRencana(_jenis(jenis), 0, "", "", request.GET.get("induk", ""))
    return _formulir(request, ruang, kerangka, baris)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def ubah_rencana(request: HttpRequest, kode: str, tahun: int, jenis: str, pk: int) -> HttpResponse:
    ruang = buka_untuk_ubah(request, kode, tahun) if request.method == "POST" else buka(request, kode, tahun)
    kerangka = load_kerangka(ruang.tahun_kinerja.renstra_id)
    baris = next((b for b in kerangka.daftar(_jenis(jenis)) if b.pk == pk), None)
    if baris is None:
        raise Http404("Baris ini tidak ada di Renstra tahun itu.")
    return _formulir(request, ruang, kerangka, baris)


def _formulir(request: HttpRequest, ruang: RuangTahun, kerangka: Kerangka, baris: BarisRencana) -> HttpResponse:
    """The form of a row, saved where it was sent; alone where htmx asks for it in its place in the outline."""
    kode_baru = kode_berikut(
        [b.kode for b in kerangka.daftar(baris.jenis)], _terpakai(kerangka), AWALAN_KODE[baris.jenis]
    )
    formulir = formulir_baris(kerangka, baris, boleh=boleh_ubah(ruang), kode_baru=kode_baru)
    if request.method == "POST":
        jawaban = _simpan(request, ruang, baris, formulir)
        if isinstance(jawaban, HttpResponse):
            return jawaban
        formulir = jawaban
    judul = f"{SEBUTAN[baris.jenis].capitalize()} {baris.kode}" if baris.pk else f"Tambah {SEBUTAN[baris.jenis]}"
    isi = {"formulir": formulir, "baris": baris, "alamat_kirim": request.get_full_path(), "judul_formulir": judul}
    isi |= {"alamat_batal": alamat_renstra(ruang, f"{baris.jenis}-{baris.pk}" if baris.pk else "")}
    sisipan = bool(request.headers.get("HX-Request"))
    isi = isi if sisipan else isi_halaman(ruang, SUB, judul) | isi
    templat = f"situs/perencanaan/renstra/{'_formulir' if sisipan else 'formulir'}.html"
    return render(request, templat, isi | {"sisipan": sisipan}, status=422 if formulir.ada_galat else 200)


def _terpakai(kerangka: Kerangka) -> frozenset[str]:
    """Codes that a new misi, tujuan or sasaran had better not have."""
    return frozenset(b.kode for b in kerangka.daftar_baris)


def _simpan(
    request: HttpRequest, ruang: RuangTahun, baris: BarisRencana, formulir: Formulir
) -> HttpResponse | Formulir:
    """Back to the outline where it was saved, else the form with what keeps it from being saved."""
    kiriman = baca_formulir(request.POST, formulir.jenis)
    if kiriman.galat:
        return sesudah_ditolak(formulir, kiriman)
    umum: dict[str, Any] = {"tahun_kinerja": ruang.tahun_kinerja, "oleh": pengguna_masuk(request)}
    try:
        hasil = simpan_baris_rencana(jenis=baris.jenis, isian=kiriman.isian, pk=baris.pk or None, **umum)
    except (IsianBentrok, ValidationError) as galat:
        return sesudah_ditolak(formulir, kiriman, galat)
    nama = f"{SEBUTAN[baris.jenis].capitalize()} {hasil.baris.kode}"
    if hasil.berubah:
        kalimat = f"{nama} {'disimpan' if baris.pk else 'ditambahkan'}."
        beri_tahu(request, kalimat, instansi=ruang.tahun_kinerja.instansi_id, kejadian=hasil.kejadian)
    return redirect(alamat_renstra(ruang, f"{baris.jenis}-{hasil.baris.pk}"))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def hapus_rencana(request: HttpRequest, kode: str, tahun: int, jenis: str, pk: int) -> HttpResponse:
    """What would go with the row; a POST with `yakin` removes it."""
    ruang = buka_untuk_ubah(request, kode, tahun) if request.method == "POST" else buka(request, kode, tahun)
    jenis_baris = baca_jenis(jenis)
    baris = ambil_baris(ruang.tahun_kinerja, jenis_baris, pk) if jenis_baris else None
    if baris is None or jenis_baris is None:
        raise Http404("Baris ini tidak ada di Renstra tahun itu.")
    pesan = ""
    if request.method == "POST" and request.POST.get("yakin"):
        pesan = _hapus(request, ruang, jenis_baris, pk)
        if not pesan:
            return redirect(alamat_renstra(ruang))
    isi = isi_halaman(ruang, SUB, f"Hapus {jenis}") | {"baris": baris, "jenis": jenis, "pesan": pesan}
    isi |= {"akibat": isi_hapus(baris), "tertutup": triwulan_penahan(daftar_indikator_baris(baris))}
    isi |= {"alamat_batal": alamat_renstra(ruang, acuan(jenis, pk).replace(":", "-"))}
    return render(request, "situs/perencanaan/renstra/hapus.html", isi, status=422 if request.method == "POST" else 200)


def _hapus(request: HttpRequest, ruang: RuangTahun, jenis: JenisBaris, pk: int) -> str:
    """'' where it is done, else why not."""
    try:
        hasil = hapus_baris_rencana(
            tahun_kinerja=ruang.tahun_kinerja, jenis=jenis, pk=pk, oleh=pengguna_masuk(request)
        )  # fmt: skip
    except ValidationError as galat:
        return " ".join(galat.messages)
    kalimat = f"{jenis.capitalize()} {hasil.baris.kode} dihapus."
    beri_tahu(request, kalimat, instansi=ruang.tahun_kinerja.instansi_id, kejadian=hasil.kejadian)
    return ""
