"""Evidence of one indicator in one quarter: files and links; to add, describe, download, remove and bring back."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpRequest
from django.utils.text import Truncator
from django.views.decorators.http import require_safe

from kinerja.data_pengisian import JenisBukti
from kinerja.models import BuktiDukung
from kinerja.selectors_panel import daftar_bukti_indikator
from kinerja.selectors_pengisian import daftar_bukti
from kinerja.services_bukti import (
    hapus_bukti,
    pulihkan_bukti,
    save_berkas,
    save_tautan,
    ubah_uraian_bukti,
)
from kinerja.services_pengisian import TriwulanTertutup
from kinerja.simpanan_bukti import path_bukti
from lkjip.keamanan import batas_kiriman
from lkjip.pengisian.forms_panel import MAKS_URAIAN, KirimanBukti, baca_bukti
from lkjip.pengisian.panel import RuangIndikator
from lkjip.pengisian.views.panel import Jawaban, dasar_simpan, simpan_bagian
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.views.rangka import buka_tahun

_KEBIJAKAN_UNDUHAN = "default-src 'none'; sandbox"


@simpan_bagian("bukti")
@batas_kiriman("BUKTI_KIRIMAN_MB")
def tambah(request: HttpRequest, satu: RuangIndikator) -> Jawaban:
    """Each file and the link for itself: one that is refused is named, the others are kept."""
    kiriman = baca_bukti(request)
    if kiriman.kosong:
        return Jawaban("Pilih berkas atau tulis tautannya lebih dulu.", "error", 422, _ketikan(kiriman))
    tersimpan, ditolak = [], []
    for nama, simpan in _daftar_simpan(request, satu, kiriman):
        try:
            tersimpan.append(str(simpan()))
        except TriwulanTertutup:
            raise
        except ValidationError as galat:
            ditolak.append((nama, " ".join(galat.messages)))
    kalimat = f"{len(tersimpan)} bukti ditambahkan." if tersimpan else "Belum ada bukti yang ditambahkan."
    if not ditolak:
        return Jawaban(kalimat)
    isi = {**_ketikan(kiriman), "daftar_ditolak": ditolak}
    return Jawaban(f"{kalimat} {len(ditolak)} ditolak, sebabnya di bawah.", "error", 422, isi)


def _ketikan(kiriman: KirimanBukti) -> dict[str, object]:
    return {"ketikan_bukti": kiriman}


def _daftar_simpan(
    request: HttpRequest, satu: RuangIndikator, kiriman: KirimanBukti
) -> list[tuple[str, Callable[[], BuktiDukung]]]:
    """Name and way of keeping of each file, and of the link."""
    dasar = {**dasar_simpan(request, satu), "indikator": satu.baris, "uraian": kiriman.uraian}
    daftar: list[tuple[str, Callable[[], BuktiDukung]]] = [
        (berkas.name or "berkas", lambda berkas=berkas: save_berkas(unggahan=berkas, **dasar))  # type: ignore[misc]
        for berkas in kiriman.daftar_berkas
    ]
    if kiriman.tautan:
        daftar.append((Truncator(kiriman.tautan).chars(60), lambda: save_tautan(tautan=kiriman.tautan, **dasar)))
    return daftar


def _bukti(satu: RuangIndikator, pk_bukti: int) -> BuktiDukung:
    """A piece of evidence of this indicator and quarter, else 404."""
    daftar = daftar_bukti_indikator(satu.ruang.tahun_kinerja, satu.baris, satu.ruang.triwulan)
    bukti = daftar.filter(pk=pk_bukti).first()
    if bukti is None:
        raise Http404("Bukti dukung ini tidak ada.")
    return bukti


@simpan_bagian("bukti")
def ubah(request: HttpRequest, satu: RuangIndikator, pk_bukti: int) -> Jawaban:
    bukti, dasar = _bukti(satu, pk_bukti), dasar_simpan(request, satu)
    ubah_uraian_bukti(
        bukti=bukti,
        uraian=request.POST.get("uraian", bukti.uraian)[:MAKS_URAIAN],
        dasar=request.POST.get("dasar-uraian", bukti.uraian),
        oleh=dasar["oleh"],
        hari=dasar["hari"],
    )
    return Jawaban("Uraian bukti tersimpan.")


@simpan_bagian("bukti")
def hapus(request: HttpRequest, satu: RuangIndikator, pk_bukti: int) -> Jawaban:
    bukti, dasar = _bukti(satu, pk_bukti), dasar_simpan(request, satu)
    hapus_bukti(bukti=bukti, oleh=dasar["oleh"], hari=dasar["hari"])
    isi = {"bukti_terhapus": pk_bukti}
    return Jawaban(f"“{bukti}” dihapus dari daftar; tetap ada dalam riwayat.", "warning", isi=isi, halaman=True)


@simpan_bagian("bukti")
def pulihkan(request: HttpRequest, satu: RuangIndikator, pk_bukti: int) -> Jawaban:
    bukti = pulihkan_bukti(indikator=satu.baris, pk=pk_bukti, **dasar_simpan(request, satu))
    return Jawaban(f"“{bukti}” dikembalikan.")


@require_safe
@login_required
def unduh(request: HttpRequest, kode: str, tahun: int, triwulan: int, pk_bukti: int) -> FileResponse:
    """The file for whoever may see the agency: always to keep, never to run or to show inside a page of ours."""
    tahun_kinerja = buka_tahun(pengguna_masuk(request), kode, tahun)
    bukti = daftar_bukti(tahun_kinerja, triwulan).filter(pk=pk_bukti, jenis=JenisBukti.BERKAS).first()
    path = path_bukti(bukti.berkas) if bukti else None
    if bukti is None or path is None or not path.is_file():
        raise Http404("Berkas bukti ini tidak ada.")
    jawaban = FileResponse(path.open("rb"), as_attachment=True, filename=bukti.nama, content_type=bukti.tipe)
    jawaban.headers["Content-Security-Policy"] = _KEBIJAKAN_UNDUHAN
    jawaban.headers["X-Content-Type-Options"] = "nosniff"
    return jawaban
