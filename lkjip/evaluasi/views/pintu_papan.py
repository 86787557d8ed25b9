"""How every page of the board of scores begins: who asks, for which agencies and year, in which order."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, QueryDict
from django.utils import timezone

from kinerja.akses_evaluasi import HakPapan, ambil_hak_papan
from kinerja.besaran_papan import daftar_baris, nama_komponen, rinci
from kinerja.data_papan import BarisPapan, DataPapan
from kinerja.selectors_papan import (
    LingkupPapan,
    banyak_per_tahun,
    daftar_pemda_papan,
    lingkup_papan,
    load_jawaban,
    load_papan,
)
from lkjip.evaluasi.forms_papan import PapanForm
from lkjip.evaluasi.halaman_papan import perlu_jawaban, saring, urutkan
from lkjip.halaman.perbandingan import tahun_utama
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from renstra.models import Pemda


@dataclass(frozen=True)
class RuangPapan:
    """The board that was asked for. `baris`: every agency with its rank, in no order."""

    form: PapanForm
    lingkup: LingkupPapan
    daftar_pemda: list[Pemda]
    pemda: Pemda | None
    daftar_tahun: list[int]
    data: DataPapan
    kueri: QueryDict

    @property
    def tahun(self) -> int:
        return self.data.tahun

    @property
    def lengkap(self) -> bool:
        """Whether states and recommendations are shown at all."""
        return self.lingkup.semua or bool(self.lingkup.penuh)

    @property
    def sebutan(self) -> str:
        """Whose scores these are."""
        if self.pemda is not None:
            return self.pemda.nama
        return self.daftar_pemda[0].nama if len(self.daftar_pemda) == 1 else "Semua pemerintah daerah"

    @cached_property
    def baris(self) -> list[BarisPapan]:
        return daftar_baris(self.data)

    @cached_property
    def komponen(self) -> tuple[str, ...]:
        return nama_komponen(self.data)

    def terurut(self, *, lengkap: bool = False) -> list[BarisPapan]:
        """The rows asked for, in order; with their components where `lengkap`, or where the order needs them."""
        baris, urut = saring(self.baris, self.form.saringan), self.form.urut_diminta
        if lengkap or perlu_jawaban(urut):
            baris = rinci(load_jawaban(self.data, self.lingkup), baris)
        return urutkan(baris, urut, self.komponen)

    def sehalaman(self, daftar: list[BarisPapan]) -> list[BarisPapan]:
        """Rows of `terurut` as they are shown: it has read their answers already where the order needed them."""
        return daftar if perlu_jawaban(self.form.urut_diminta) else self.rincian(daftar)

    def rincian(self, daftar: list[BarisPapan]) -> list[BarisPapan]:
        """These rows with their components, computed from the answers themselves."""
        return rinci(load_jawaban(self.data, self.lingkup, [b.instansi.pk for b in daftar]), daftar)


def buka_papan(request: HttpRequest) -> RuangPapan:
    """403 for who may see no board, 404 for a pemda that is not theirs."""
    hak = ambil_hak_papan(pengguna_masuk(request))
    if not hak.lihat:
        raise PermissionDenied
    form = PapanForm(request.GET)
    lingkup = lingkup_papan(hak, form.pemda_diminta)
    if lingkup is None:
        raise Http404("Pemerintah daerah ini tidak ada atau di luar penugasan.")
    return _ruang(request, hak, form, lingkup)


def _ruang(request: HttpRequest, hak: HakPapan, form: PapanForm, lingkup: LingkupPapan) -> RuangPapan:
    daftar_pemda = daftar_pemda_papan(hak)
    pemda = next((p for p in daftar_pemda if p.pk == form.pemda_diminta), None)
    hari, banyak = timezone.localdate(), banyak_per_tahun(lingkup)
    tahun = form.tahun_diminta or (tahun_utama(banyak) if banyak else hari.year - 1)
    data = load_papan(lingkup, tahun, hari=hari)
    if not (lingkup.semua or lingkup.penuh):
        form = PapanForm(request.GET, lengkap=False)
    return RuangPapan(form, lingkup, daftar_pemda, pemda, sorted({*banyak, tahun}), data, request.GET)
