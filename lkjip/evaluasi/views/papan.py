"""Scores of all agencies at a glance: the list, the comparison, and the list as files."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.besaran_papan import rekap_per_tahun
from kinerja.data_papan import BarisPapan
from lkjip.cetak import MIME_XLSX
from lkjip.cetak_dokumen import MIME_DOKUMEN, nama_berkas
from lkjip.evaluasi.aturan_rekaman import temuan_papan
from lkjip.evaluasi.compose_papan import BARIS_PDF, BahanPapan, dokumen_papan
from lkjip.evaluasi.halaman_banding import BANYAK_BANDING, halaman_banding
from lkjip.evaluasi.halaman_papan import (
    SEBUTAN_KEADAAN,
    batang_predikat,
    daftar_kolom,
    daftar_urut,
    keadaan,
    saring,
    tulis_saringan,
)
from lkjip.evaluasi.halaman_papan_tampil import angka_rata_rata, daftar_tampil
from lkjip.evaluasi.views.pintu_papan import RuangPapan, buka_papan
from lkjip.laporan.isi import Dokumen
from lkjip.laporan.render.pdf import pdf_laporan
from lkjip.laporan.render.xlsx import xlsx_laporan
from lkjip.pemeriksaan.selectors_hasil import hitungan_instansi
from lkjip.views.laporan import unduhan
from lkjip.views.rangka import Butir

PER_HALAMAN = 50


@require_safe
@login_required
def nilai_sakip(request: HttpRequest) -> HttpResponse:
    ruang = buka_papan(request)
    halaman = Paginator(ruang.terurut(), PER_HALAMAN).get_page(request.GET.get("halaman"))
    baris = ruang.sehalaman(list(halaman.object_list))
    kolom = daftar_kolom(ruang.form.urut_diminta, ruang.komponen, lengkap=ruang.lengkap)
    isi = _isi_bersama(ruang) | {
        "halaman": halaman,
        "daftar": daftar_tampil(baris, ruang.komponen, temuan_papan(ruang.data, baris)),
        "temuan_periksa": hitungan_instansi([b.instansi.pk for b in baris if b.lengkap], ruang.tahun),
        "daftar_kolom": kolom,
        "daftar_urut": daftar_urut(kolom),
        "banyak_banding": BANYAK_BANDING,
    }
    return render(request, "situs/evaluasi/papan.html", isi | _isi_rekap(ruang))


def _isi_bersama(ruang: RuangPapan) -> dict[str, Any]:
    return {"ruang": ruang, "form": ruang.form, "tahun": ruang.tahun}


def _isi_rekap(ruang: RuangPapan) -> dict[str, Any]:
    """Of all agencies, whatever the filter: mean and distribution."""
    daftar = rekap_per_tahun(ruang.data, ruang.baris)
    return {
        "rekap": daftar[0],
        "rata_rata": angka_rata_rata(daftar[0].rata_rata, ruang.tahun),
        "daftar_batang": batang_predikat(daftar[0]),
        "daftar_rekap": [(t, angka_rata_rata(t.rata_rata, t.tahun)) for t in daftar],
    }


@require_safe
@login_required
def banding(request: HttpRequest) -> HttpResponse:
    ruang = buka_papan(request)
    per_pk = {str(b.instansi.pk): b for b in ruang.baris}
    pilihan = dict.fromkeys(pk for pk in request.GET.getlist("pilih") if pk in per_pk)
    terpilih = [per_pk[pk] for pk in list(pilihan)[:BANYAK_BANDING]]
    halaman = halaman_banding(ruang.rincian(terpilih), ruang.komponen)
    isi = _isi_bersama(ruang) | {
        "halaman": halaman if terpilih else None,
        "daftar_terpilih": list(zip(halaman.daftar_instansi, _daftar_tanpa(ruang, terpilih), strict=True)),
        "lebih": len(pilihan) > BANYAK_BANDING,
        "penuh": len(terpilih) >= BANYAK_BANDING,
        "banyak_banding": BANYAK_BANDING,
        "daftar_lain": sorted((b.instansi for b in ruang.baris if b not in terpilih), key=lambda i: i.nama.casefold()),
        "jejak": [Butir("Nilai SAKIP", f"{reverse('nilai_sakip')}{_kueri_papan(ruang)}"), Butir("Bandingkan")],
    }
    return render(request, "situs/evaluasi/banding.html", isi)


def _kueri_papan(ruang: RuangPapan) -> str:
    """Year and pemda as they stand in the address."""
    kueri = ruang.kueri.copy()
    for nama in list(kueri):
        if nama not in {"tahun", "pemda"}:
            del kueri[nama]
    return f"?{kueri.urlencode()}" if kueri else ""


def _daftar_tanpa(ruang: RuangPapan, daftar: list[BarisPapan]) -> list[str]:
    """For each chosen agency the comparison without it."""
    hasil = []
    for buang in daftar:
        kueri = ruang.kueri.copy()
        kueri.setlist("pilih", [str(b.instansi.pk) for b in daftar if b is not buang])
        hasil.append(f"?{kueri.urlencode()}")
    return hasil


@require_safe
@login_required
def unduh_xlsx(request: HttpRequest) -> HttpResponse:
    ruang = buka_papan(request)
    return unduhan(xlsx_laporan(_dokumen(ruang)), MIME_XLSX, f"{_nama(ruang)}.xlsx")


@require_safe
@login_required
def unduh_pdf(request: HttpRequest) -> HttpResponse:
    """A long list takes minutes to lay out, and nobody reads it on paper: then the page says what to do instead."""
    ruang = buka_papan(request)
    banyak = len(saring(ruang.baris, ruang.form.saringan))
    if banyak > BARIS_PDF:
        messages.warning(
            request,
            f"Daftar {banyak} instansi terlalu panjang untuk PDF. Saring menjadi paling banyak {BARIS_PDF} instansi, "
            "atau unduh XLSX.",
        )
        return redirect(f"{reverse('nilai_sakip')}?{request.GET.urlencode()}")
    return unduhan(pdf_laporan(_dokumen(ruang)), MIME_DOKUMEN["pdf"], f"{_nama(ruang)}.pdf")


def _dokumen(ruang: RuangPapan) -> Dokumen:
    daftar = ruang.terurut(lengkap=True)
    bahan = BahanPapan(
        ruang.sebutan, ruang.tahun, daftar, ruang.komponen,
        [SEBUTAN_KEADAAN.get(keadaan(b), "") for b in daftar] if ruang.lengkap else None,
        rekap_per_tahun(ruang.data, ruang.baris), tulis_saringan(ruang.form.saringan), timezone.localdate(),
    )  # fmt: skip
    return dokumen_papan(bahan)


def _nama(ruang: RuangPapan) -> str:
    return nama_berkas("nilai-sakip", ruang.sebutan, str(ruang.tahun))
