"""The head's page of an agency-year; whoever may see the agency may read it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from lkjip import selectors
from lkjip.akun.models import Pengguna
from lkjip.halaman.pimpinan import BANYAK_TAHUN, HalamanPimpinan, halaman_pimpinan, rekap_terbuka
from lkjip.halaman.pimpinan_langkah import HakLangkah, langkah_laporan, per_kunci, tanda_menunggu
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.data_penyusunan import JenisBerkas, Pesanan
from lkjip.pemeriksaan.aturan import periksa
from lkjip.pemeriksaan.selectors import load_jawaban
from lkjip.pemeriksaan.selectors_hasil import ambang_tahun
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.terbitan.akses_dokumen import versi_terlihat
from lkjip.terbitan.data_dokumen import kueri, kunci_dokumen
from lkjip.terbitan.selectors import catatan_terakhir, daftar_versi
from lkjip.terbitan.selectors_pimpinan import tempat_menunggu
from lkjip.views.rangka import buka_tahun, rangka
from lkjip.views.selectors import daftar_tahun_sebelum, ringkasan_per_tahun
from renstra import akses
from renstra.models import TahunKinerja

_LAPORAN = Pesanan(JenisBerkas.LAPORAN, akhir=True)


@require_safe
@login_required
def pimpinan(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    pengguna = pengguna_masuk(request)
    tahun_kinerja = buka_tahun(pengguna, kode, tahun)
    konteks, halaman = _halaman(tahun_kinerja)
    boleh_ubah = akses.boleh_ubah(pengguna, tahun_kinerja.instansi)
    isi = {"rangka": rangka(tahun_kinerja, konteks, "pimpinan", boleh_ubah=boleh_ubah), "halaman": halaman}
    return render(request, "situs/tahun/pimpinan.html", isi | _dokumen(pengguna, tahun_kinerja, halaman.temuan.menahan))


def _halaman(tahun_kinerja: TahunKinerja) -> tuple[Konteks, HalamanPimpinan]:
    """Figures as they stand today; findings as the report has them, on its own day."""
    buku = selectors.load_buku(tahun_kinerja)
    konteks = Konteks(buku.pada(timezone.localdate()))
    lalu = daftar_tahun_sebelum(tahun_kinerja, BANYAK_TAHUN - 1)
    ringkasan = ringkasan_per_tahun(lalu)
    temuan = rekap_terbuka(periksa(buku, ambang=ambang_tahun(tahun_kinerja)), load_jawaban(tahun_kinerja))
    return konteks, halaman_pimpinan(konteks, {t.tahun: ringkasan[t.pk] for t in lalu}, temuan)


def _hak_langkah(hak: akses.Hak, tanda: frozenset[int]) -> HakLangkah:
    return HakLangkah(
        periksa=akses.boleh_periksa_naskah(hak), finalkan=akses.boleh_finalkan(hak),
        terbitkan=akses.boleh_terbitkan(hak), tanda=tanda, jawab=akses.boleh_jawab_temuan(hak),
    )  # fmt: skip


def _dokumen(pengguna: Pengguna, tahun_kinerja: TahunKinerja, menahan: int) -> dict[str, Any]:
    """Where the report stands, the next step, what else waits for this user, and what is published."""
    hak = akses.ambil_hak(pengguna, tahun_kinerja.instansi)
    versi = versi_terlihat(hak, daftar_versi(tahun_kinerja))
    tanda = tempat_menunggu(pengguna, hak, tahun_kinerja)
    kunci = kunci_dokumen(_LAPORAN)
    langkah = langkah_laporan(
        per_kunci(versi).get(kunci, ()),
        catatan_terakhir(tahun_kinerja).get(kunci),
        _hak_langkah(hak, tanda),
        kueri=kueri(_LAPORAN),
        menahan=menahan,
    )
    argumen = [tahun_kinerja.instansi.kode, tahun_kinerja.tahun, *langkah.argumen]
    return {
        "langkah": langkah,
        "alamat_langkah": reverse(langkah.halaman, args=argumen) + langkah.kueri,
        "daftar_menunggu": tanda_menunggu(versi, tanda, kecuali=kunci),
        "daftar_terbit": sorted((v for v in versi if v.pernah_terbit), key=lambda v: (v.kunci != kunci, v.kunci)),
    }
