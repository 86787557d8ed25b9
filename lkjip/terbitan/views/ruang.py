"""How every page of official documents begins: who asks, which agency-year, which frame, which document."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, QueryDict
from django.urls import reverse

from lkjip.laporan.data_penyusunan import JenisBerkas, Pesanan
from lkjip.laporan.models import Terbitan
from lkjip.pengisian.ruang import RuangTahun
from lkjip.pengisian.views.pintu_masuk import buka_ruang_tahun
from lkjip.terbitan.akses_dokumen import HakDokumen, boleh_lihat_versi, hak_dokumen
from lkjip.terbitan.data_dokumen import kueri, milik_apip, pesanan_resmi
from lkjip.terbitan.halaman import judul_dokumen
from lkjip.terbitan.selectors import NaskahResmi, ambil_terbitan, load_naskah_resmi
from lkjip.views.rangka import Butir, daftar_sub_laporan, rangka
from renstra.data import Versi

TAB = "laporan"


def hak_versi(ruang: RuangTahun, terbitan: Terbitan) -> HakDokumen:
    """What this user may do with a version."""
    return hak_dokumen(ruang.hak, JenisBerkas(terbitan.jenis))


def isi_rangka(ruang: RuangTahun, *lanjutan: str | Butir, jenis: JenisBerkas = JenisBerkas.LAPORAN) -> dict[str, Any]:
    """What `situs/tahun/_rangka.html` and the sub-menu need; `jenis`: of the document that the page is about."""
    kode, tahun = ruang.kode, ruang.tahun
    if lanjutan:
        lanjutan = (Butir("Penerbitan", reverse("penerbitan", args=[kode, tahun])), *lanjutan)
    return {
        "rangka": rangka(ruang.tahun_kinerja, ruang.konteks, TAB, *(lanjutan or ("Penerbitan",))),
        "daftar_sub": daftar_sub_laporan(kode, tahun, "penerbitan"),
        "boleh": hak_dokumen(ruang.hak, jenis),
    }


def nama_unit(ruang: RuangTahun) -> dict[int, str]:
    """Names of the agency's units by pk."""
    return {u.pk: u.nama for u in ruang.peta_unit.daftar}


def baca_pesanan(isian: QueryDict) -> Pesanan:
    """The document that the address or the form names (none named: the report of the year); 404 where there is none."""
    pesanan = pesanan_resmi(
        isian.get("jenis") or JenisBerkas.LAPORAN.value,
        versi=isian.get("versi", ""),
        triwulan=isian.get("triwulan", ""),
        unit=isian.get("unit", ""),
        susunan=isian.get("susunan", ""),
    )
    if pesanan is None:
        raise Http404("Dokumen ini tidak dikenal.")
    return pesanan


def buka_naskah(ruang: RuangTahun, pesanan: Pesanan) -> NaskahResmi:
    """The document as it is now; 404 where its unit or quarter is not there, or it is not this user's to read yet."""
    if not hak_dokumen(ruang.hak, pesanan.jenis).lihat_naskah:
        raise Http404("Dokumen ini tidak ada.")
    try:
        return load_naskah_resmi(ruang.tahun_kinerja, pesanan)
    except LookupError as galat:
        raise Http404("Dokumen ini tidak ada.") from galat


def buka_versi(request: HttpRequest, kode: str, tahun: int, pk: int) -> tuple[RuangTahun, Terbitan]:
    """404 where this agency-year has no such version, or the user may not see it."""
    ruang = buka_ruang_tahun(request, kode, tahun)
    terbitan = ambil_terbitan(ruang.tahun_kinerja, pk)
    if terbitan is None or not boleh_lihat_versi(ruang.hak, terbitan.jenis, terbitan.keadaan):
        raise Http404("Versi ini tidak ada.")
    return ruang, terbitan


def butir_dokumen(ruang: RuangTahun, pesanan: Pesanan) -> Butir:
    """The way back to the document's page."""
    alamat = reverse("dokumen_resmi", args=[ruang.kode, ruang.tahun]) + kueri(pesanan)
    return Butir(judul_dokumen(pesanan, nama_unit(ruang)), alamat)


def alamat_naskah(ruang: RuangTahun, pesanan: Pesanan) -> str:
    """Where the draft is read: nobody is asked to check what no page shows."""
    ini = [ruang.kode, ruang.tahun]
    if milik_apip(pesanan.jenis):
        return reverse("naskah_apip", args=ini) + kueri(pesanan)
    if pesanan.jenis is JenisBerkas.PERJANJIAN:
        return reverse("lembar_perjanjian", args=[*ini, (pesanan.versi or Versi.MURNI).value, pesanan.unit or 0])
    if pesanan.jenis is not JenisBerkas.LAPORAN:
        return reverse({JenisBerkas.RENCANA_AKSI: "rencana_aksi", JenisBerkas.IKU: "iku"}[pesanan.jenis], args=ini)
    sebagian = pesanan.triwulan is not None or pesanan.unit is not None
    return reverse("laporan", args=ini) + (kueri(pesanan) if sebagian else "")


def wajib(boleh: bool) -> None:
    if not boleh:
        raise PermissionDenied
