"""What the pages of the audit share: the year behind them, how a result is shown, and how it is handed out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from lkjip.cetak import MIME_XLSX
from lkjip.cetak_dokumen import MIME_DOKUMEN, nama_berkas
from lkjip.data import BukuKerja
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.render.pdf import pdf_laporan
from lkjip.laporan.render.xlsx import xlsx_laporan
from lkjip.pemeriksaan.compose_uji import LAMPIRAN_PDF, dokumen_uji, kalimat_ringkas
from lkjip.pemeriksaan.data import Klaim
from lkjip.pemeriksaan.data_uji import BarisUji, HasilUji
from lkjip.pemeriksaan.forms_uji import UnggahUjiForm
from lkjip.pemeriksaan.halaman_uji import (
    JUDUL_TAMPIL,
    PER_HALAMAN,
    SaringUji,
    Tampil,
    bagian_kelas,
    daftar_kartu_uji,
    pilihan_besaran,
    pilihan_rujukan,
)
from lkjip.pemeriksaan.klaim_sebab import uji_petik
from lkjip.selectors import load_buku
from lkjip.views.laporan import unduhan
from lkjip.views.rangka import buka_tahun, daftar_sub_laporan, rangka
from renstra import akses
from renstra.models import TahunKinerja

SUB = "uji_petik"
_UANG = frozenset({"jumlah_pagu", "jumlah_realisasi", "serapan"})
_SAKIP = frozenset({"nilai_sakip", "predikat_sakip", "nilai_komponen_maks"})


@dataclass(frozen=True)
class RuangUji:
    """The agency-year as it is stored, and the result of it or of an upload (`tambahan`: for its page)."""

    tahun_kinerja: TahunKinerja
    buku: BukuKerja
    hasil: HasilUji
    alamat_unduh: str
    tambahan: dict[str, Any] = field(default_factory=dict)

    @property
    def argumen(self) -> list[Any]:
        return [self.tahun_kinerja.instansi.kode, self.tahun_kinerja.tahun]

    def alamat_data(self, b: BarisUji) -> str:
        """The page with the data that the figure was computed from."""
        if b.klaim.besaran in _UANG:
            return reverse("anggaran", args=self.argumen)
        if b.klaim.besaran in _SAKIP:
            return reverse("sakip", args=self.argumen)
        if b.klaim.subjek in self.buku.data.renstra.indikator_per_kode:
            return reverse("rincian_indikator", args=[*self.argumen, b.klaim.subjek])
        return reverse("indikator", args=self.argumen)


def buka_buku_tahun(request: HttpRequest, kode: str, tahun: int) -> tuple[TahunKinerja, BukuKerja]:
    """404 where this user may not see the agency."""
    tahun_kinerja = buka_tahun(request.user, kode, tahun)
    return tahun_kinerja, load_buku(tahun_kinerja)


def uji(buku: BukuKerja, daftar_klaim: tuple[Klaim, ...], sumber: str) -> HasilUji:
    """The claims held against the data of `buku`."""
    instansi = buku.data.renstra.instansi
    hasil = uji_petik(buku.data, daftar_klaim)
    nama = instansi.nama or instansi.kode
    return HasilUji(nama, instansi.singkatan, buku.data.tahun, sumber, timezone.localdate(), hasil)


def tampilkan(
    request: HttpRequest, ruang: RuangUji, form: UnggahUjiForm | None = None, status: int = 200
) -> HttpResponse:
    """The page of a result, stored or uploaded; `form`: a refused upload."""
    kode, tahun = ruang.tahun_kinerja.instansi.kode, ruang.tahun_kinerja.tahun
    boleh_ubah = akses.boleh_ubah(request.user, ruang.tahun_kinerja.instansi)
    isi = {
        "rangka": rangka(ruang.tahun_kinerja, Konteks(ruang.buku), "laporan", "Uji petik", boleh_ubah=boleh_ubah),
        "daftar_sub": daftar_sub_laporan(kode, tahun, SUB),
        "kode": kode,
        "tahun": tahun,
        "alamat_xlsx": reverse(ruang.alamat_unduh, args=[kode, tahun, "xlsx"]),
        "alamat_pdf": reverse(ruang.alamat_unduh, args=[kode, tahun, "pdf"]),
        "form": form or UnggahUjiForm(alamat=reverse("unggah_uji_petik", args=[kode, tahun])),
        "banyak_tersimpan": len(ruang.buku.daftar_klaim),
    }
    isi |= _isi_hasil(request, ruang) | ruang.tambahan
    return render(request, "situs/temuan/uji_petik.html", isi, status=status)


def _isi_hasil(request: HttpRequest, ruang: RuangUji) -> dict[str, Any]:
    """Shares, filter, and the figures of this page."""
    saring, daftar = _saring(request), ruang.hasil.daftar
    kartu = daftar_kartu_uji(daftar, saring, ruang.alamat_data)
    return {
        "hasil": ruang.hasil,
        "ringkas": kalimat_ringkas(ruang.hasil),
        "daftar_kelas": bagian_kelas(ruang.hasil),
        "saring": saring,
        "daftar_tampil": JUDUL_TAMPIL.items(),
        "daftar_besaran": pilihan_besaran(daftar),
        "daftar_rujukan": pilihan_rujukan(daftar),
        "halaman": Paginator(kartu, PER_HALAMAN).get_page(request.GET.get("halaman")),
    }


def _saring(request: HttpRequest) -> SaringUji:
    tampil = request.GET.get("tampil", "")
    return SaringUji(
        Tampil(tampil) if tampil in set(Tampil) else Tampil.SALAH,
        request.GET.get("besaran", ""),
        request.GET.get("rujukan", ""),
        request.GET.get("cari", "")[:200],
    )


def berikan(ruang: RuangUji, bentuk: str) -> HttpResponse:
    """The result as a file. A PDF whose annex would keep its reader waiting is without it."""
    kode, tahun = ruang.argumen
    nama = nama_berkas("uji-petik", kode, str(tahun))
    if bentuk == "xlsx":
        return unduhan(xlsx_laporan(dokumen_uji(ruang.hasil)), MIME_XLSX, f"{nama}.xlsx")
    if bentuk == "pdf":
        dokumen = dokumen_uji(ruang.hasil, berlampiran=len(ruang.hasil.daftar) <= LAMPIRAN_PDF)
        return unduhan(pdf_laporan(dokumen), MIME_DOKUMEN["pdf"], f"{nama}.pdf")
    raise Http404("Bentuk berkas tidak dikenal.")
