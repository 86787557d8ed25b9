"""The page “Rencana Aksi”: targets of the quarters in a grid, whether they lead to the year's, and its files."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinerja.pintu import Pintu, pintu_isi
from lkjip.dasar.periode import DAFTAR_TRIWULAN
from lkjip.halaman.rencana_aksi import daftar_peringatan, kisi_rencana_aksi
from lkjip.laporan.compose.dokumen_rencana_aksi import judul_rencana_aksi
from lkjip.laporan.data_penyusunan import JenisBerkas, Pesanan
from lkjip.pengisian.ruang import RuangTahun
from lkjip.pengisian.selectors import pk_indikator_per_kode
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.perencanaan.muatan import Muatan
from lkjip.perencanaan.services_rencana_aksi import simpan_target_triwulan
from lkjip.perencanaan.views.kisi import SumberKisi, halaman_kisi, jawab_kisi, tempel_kisi
from lkjip.perencanaan.views.pintu_masuk import boleh_ubah, buka, buka_untuk_ubah, isi_halaman
from lkjip.perencanaan.views.unduhan import unduh_dokumen

SUB = "rencana_aksi"


def _pintu(ruang: RuangTahun) -> dict[int, Pintu]:
    """Per quarter whether its targets may be changed today."""
    return {n: pintu_isi(ruang.daftar_pengisian[n - 1], ruang.hari) for n in DAFTAR_TRIWULAN}


def _sumber(request: HttpRequest, ruang: RuangTahun, muatan: Muatan) -> SumberKisi:
    argumen, oleh = [ruang.kode, ruang.tahun], pengguna_masuk(request)
    pk = pk_indikator_per_kode(ruang.tahun_kinerja)
    terbuka = [n for n, pintu in _pintu(ruang).items() if pintu.terbuka]
    return SumberKisi(
        muat=lambda: kisi_rencana_aksi(muatan.muat().konteks, pk, boleh=boleh_ubah(ruang), terbuka=terbuka),
        simpan=lambda isian: simpan_target_triwulan(
            tahun_kinerja=ruang.tahun_kinerja, isian=isian, oleh=oleh, hari=ruang.hari
        ),
        alamat_simpan=reverse("simpan_rencana_aksi", args=argumen),
        alamat_tempel=reverse("tempel_rencana_aksi", args=argumen),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def rencana_aksi(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    ruang = buka(request, kode, tahun)
    muatan = Muatan(ruang)
    isi = isi_halaman(ruang, SUB) | {
        "judul": judul_rencana_aksi(ruang.konteks),
        "daftar_tertutup": [pintu.alasan for pintu in _pintu(ruang).values() if not pintu.terbuka],
        "daftar_peringatan": lambda: daftar_peringatan(muatan.konteks),
    }
    return halaman_kisi(request, _sumber(request, ruang, muatan), "situs/perencanaan/rencana_aksi.html", isi)


@require_POST
@login_required
def simpan_rencana_aksi(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """One field or a few; the answer renews the warnings, too."""
    ruang = buka_untuk_ubah(request, kode, tahun)
    muatan = Muatan(ruang)
    isi = {
        "templat_tambahan": "situs/perencanaan/rencana_aksi/_peringatan.html",
        "daftar_peringatan": lambda: daftar_peringatan(muatan.konteks),
        "sisip_tambahan": True,
    }
    return jawab_kisi(request, _sumber(request, ruang, muatan), isi)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def tempel_rencana_aksi(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    ruang = buka_untuk_ubah(request, kode, tahun)
    isi = isi_halaman(ruang, SUB, "Tempel dari Excel")
    return tempel_kisi(request, _sumber(request, ruang, Muatan(ruang)), reverse(SUB, args=[kode, tahun]), isi)


@require_safe
@login_required
def unduh_rencana_aksi(request: HttpRequest, kode: str, tahun: int, jenis: str) -> HttpResponseBase:
    ruang = buka(request, kode, tahun)
    return unduh_dokumen(request, ruang, jenis, Pesanan(JenisBerkas.RENCANA_AKSI), "rencana-aksi", kode, str(tahun))
