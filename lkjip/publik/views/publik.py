"""What a pemda has published, for everybody: LKjIP, Perjanjian Kinerja, their data. Nothing of a draft is ever here."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header, parse_etags
from django.views.decorators.http import require_safe

from lkjip.cetak import MIME_XLSX
from lkjip.keamanan import KEBIJAKAN_BACA
from lkjip.laporan.data_terbitan import baca_kode
from lkjip.laporan.simpanan_terbitan import BerkasRusak, baca_berkas
from lkjip.publik import selectors_publik as selectors
from lkjip.publik.data_publik import JENIS_PUBLIK, BerkasPublik, BerkasTerbit
from lkjip.publik.forms_publik import SaringPublikForm
from lkjip.publik.halaman_publik import susun_publik
from lkjip.publik.views.verifikasi import BERKAS_HILANG

PER_HALAMAN = 10
_TAK_ADA = "Halaman ini tidak ada, atau tidak dibuka untuk umum."
_TIPE = {
    BerkasPublik.PDF: "application/pdf",
    BerkasPublik.BACA: "text/html; charset=utf-8",
    BerkasPublik.BUKU_KERJA: MIME_XLSX,
    BerkasPublik.DATA: "application/json; charset=utf-8",
}
# A file never changes under its address, but it may be withdrawn: whoever keeps it asks again after an hour.
_SIMPAN = "public, max-age=3600"
_ROBOTS = "User-agent: *\nAllow: /publik/\nAllow: /verifikasi/\nAllow: /static/\nDisallow: /\n"


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """The pemda that show their documents; where it is only one, its page."""
    terbuka = selectors.load_daftar_terbuka()
    if len(terbuka) == 1:
        return redirect("publik_pemda", terbuka[0].alamat)
    return render(request, "publik/daftar.html", {"daftar": terbuka})


@require_safe
def pemda(request: HttpRequest, alamat: str) -> HttpResponse:
    terbuka = selectors.load_terbuka(alamat)
    if terbuka is None:
        raise Http404(_TAK_ADA)
    saring = SaringPublikForm(request.GET)
    saring.is_valid()
    cari, tahun, jenis = saring.cleaned_data.get("cari", ""), saring.cleaned_data.get("tahun"), saring.pilihan_jenis()
    cocok = selectors.cari_tahun_terbit(terbuka.pemda, cari=cari, jenis=jenis, tahun=tahun)
    halaman = Paginator(cocok, PER_HALAMAN).get_page(request.GET.get("halaman"))
    baris = [selectors.rekaman_tahun(satu) for satu in halaman]
    versi = selectors.load_versi_terbit([satu.pk for satu in baris], jenis=jenis)
    isi = {"terbuka": terbuka, "halaman": halaman, "daftar": susun_publik(baris, versi), "cari": cari}
    isi |= {"tahun": tahun, "jenis": jenis, "daftar_jenis": JENIS_PUBLIK.items()}
    isi |= {"daftar_tahun": selectors.daftar_tahun_terbit(terbuka.pemda)}
    return render(request, "publik/pemda.html", isi)


@require_safe
def berkas(request: HttpRequest, kode: str, berkas: str) -> HttpResponse:
    """A published file, byte by byte."""
    jenis = BerkasPublik(berkas) if berkas in set(BerkasPublik) else None
    terbit = selectors.load_berkas(baca_kode(kode), jenis) if jenis else None
    if jenis is None or terbit is None:
        raise Http404(_TAK_ADA)
    tanda = f'"{terbit.sidik}"'
    if tanda in parse_etags(request.headers.get("If-None-Match", "")):
        jawaban: HttpResponse = HttpResponseNotModified()
    else:
        try:
            jawaban = _jawab(jenis, terbit, baca_berkas(terbit.sidik))
        except BerkasRusak:
            return render(request, "publik/verifikasi_kalimat.html", {"kalimat": BERKAS_HILANG}, status=503)
    jawaban.headers["ETag"], jawaban.headers["Cache-Control"] = tanda, _SIMPAN
    return jawaban


def _jawab(jenis: BerkasPublik, terbit: BerkasTerbit, isi: bytes) -> HttpResponse:
    jawaban = HttpResponse(isi, content_type=_TIPE[jenis])
    unduh = jenis in {BerkasPublik.PDF, BerkasPublik.BUKU_KERJA}
    jawaban.headers["Content-Disposition"] = str(content_disposition_header(unduh, terbit.nama))
    jawaban.headers["Content-Security-Policy"] = KEBIJAKAN_BACA
    if jenis is BerkasPublik.DATA:
        jawaban.headers["Access-Control-Allow-Origin"] = "*"  # open data: other people's pages may read it
    return jawaban


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Search engines see what is published, and leave the rest, which asks them to log in anyway."""
    return HttpResponse(_ROBOTS, content_type="text/plain; charset=utf-8")
