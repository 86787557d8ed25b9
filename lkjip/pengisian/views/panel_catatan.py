"""Remarks at one indicator: who checks or approves writes them, who fills in answers them."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from kinerja.selectors_panel import daftar_catatan_indikator
from kinerja.services_pengisian import jawab_catatan, save_catatan
from lkjip.pengisian.forms import isi_bersih
from lkjip.pengisian.forms_alur import CatatanForm, JawabanForm
from lkjip.pengisian.panel import RuangIndikator
from lkjip.pengisian.views.panel import Jawaban, simpan_bagian
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk

_BUKAN_MASANYA = "Catatan hanya dapat ditulis selagi triwulan ini diajukan atau diverifikasi. Sekarang keadaannya {}."


@simpan_bagian("catatan", berhak=lambda satu: satu.penulis_catatan, terbuka=False)
def tulis(request: HttpRequest, satu: RuangIndikator) -> Jawaban:
    if not satu.masa_catatan:
        return Jawaban(_BUKAN_MASANYA.format(satu.ruang.pengisian.status), "error", 409)
    save_catatan(
        tahun_kinerja=satu.ruang.tahun_kinerja,
        triwulan=satu.ruang.triwulan,
        isi=isi_bersih(CatatanForm(request.POST))["isi"],
        oleh=pengguna_masuk(request),
        indikator=satu.baris,
    )
    return Jawaban("Catatan tersimpan. Pengisi melihatnya di indikator ini sampai dijawab.")


@simpan_bagian("catatan", terbuka=False)
def jawab(request: HttpRequest, satu: RuangIndikator, pk_catatan: int) -> Jawaban:
    daftar = daftar_catatan_indikator(satu.ruang.tahun_kinerja, satu.baris, satu.ruang.triwulan)
    catatan = daftar.filter(pk=pk_catatan).first()
    if catatan is None:
        raise Http404("Catatan ini tidak ada.")
    jawaban = isi_bersih(JawabanForm(request.POST))["jawaban"]
    jawab_catatan(catatan=catatan, jawaban=jawaban, oleh=pengguna_masuk(request))
    return Jawaban("Catatan terjawab.")
