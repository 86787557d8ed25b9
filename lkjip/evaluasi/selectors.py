"""One evaluation, read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kinerja.data_evaluasi import (
    DataEvaluasi,
    JenisCatatan,
    KeadaanTindakLanjut,
    LangkahEval,
    SikapTanggapan,
    TahapEvaluasi,
)
from kinerja.data_meja import AnggotaTim, RingkasEvaluasi
from kinerja.models import CatatanEvaluasi, Evaluasi, LangkahEvaluasi, RekomendasiEvaluasi
from kinerja.selectors_evaluasi import load_evaluasi
from kinerja.selectors_meja import daftar_pemeriksa, ringkas, tim_per_evaluasi
from kinerja.selectors_pengisian import hari_ini
from lkjip.evaluasi.halaman_alur import LangkahDiambil
from lkjip.evaluasi.halaman_instansi import CatatanInstansi, RekomendasiInstansi


def ambil_evaluasi(pk: int) -> Evaluasi | None:
    """With its agency, pemda and scheme; None where there is none such."""
    return Evaluasi.objects.select_related("instansi__pemda", "skema").filter(pk=pk).first()


def ambil_evaluasi_tahun(instansi: int, tahun: int) -> Evaluasi | None:
    """The evaluation of an agency's year that is not cancelled; None where none was opened."""
    daftar = Evaluasi.objects.select_related("instansi__pemda", "skema").filter(instansi=instansi, tahun=tahun)
    return daftar.exclude(tahap=TahapEvaluasi.DIBATALKAN).first()


@dataclass(frozen=True)
class Ikhtisar:
    """What the overview of an evaluation shows."""

    data: DataEvaluasi
    ringkas: RingkasEvaluasi
    daftar_langkah: tuple[LangkahDiambil, ...]
    banyak_catatan: int
    banyak_rekomendasi: int

    @property
    def tim(self) -> tuple[AnggotaTim, ...]:
        return self.ringkas.tim


def load_ikhtisar(evaluasi: Evaluasi) -> Ikhtisar:
    """Thirteen queries, whatever is in it."""
    pemda = evaluasi.instansi.pemda
    bertugas = frozenset(daftar_pemeriksa(pemda, hari_ini()).values_list("pk", flat=True)) if pemda else frozenset()
    tim = tim_per_evaluasi([evaluasi], bertugas=bertugas)
    return Ikhtisar(
        load_evaluasi([evaluasi])[evaluasi.pk],
        ringkas(evaluasi, tim),
        jejak_evaluasi(evaluasi),
        CatatanEvaluasi.objects.filter(evaluasi=evaluasi).count(),
        RekomendasiEvaluasi.objects.filter(evaluasi=evaluasi).count(),
    )


def jejak_evaluasi(evaluasi: Evaluasi) -> tuple[LangkahDiambil, ...]:
    """The steps that were taken, the first one first."""
    return tuple(
        LangkahDiambil(
            LangkahEval(b.langkah), TahapEvaluasi(b.dari), TahapEvaluasi(b.ke), b.nama_oleh, b.waktu, b.catatan
        )
        for b in LangkahEvaluasi.objects.filter(evaluasi=evaluasi)
    )


def daftar_catatan_instansi(evaluasi: Evaluasi, ketikan: Mapping[int, str]) -> tuple[CatatanInstansi, ...]:
    """Findings for the agency, with what it typed and could not be stored; one query."""
    return tuple(
        CatatanInstansi(
            c.pk, c.komponen, JenisCatatan(c.jenis), c.isi, c.tanggapan, c.ditanggapi_pada,
            SikapTanggapan(c.sikap) if c.sikap else None, c.balasan, ketikan.get(c.pk),
        )
        for c in CatatanEvaluasi.objects.filter(evaluasi=evaluasi)
    )  # fmt: skip


def daftar_rekomendasi_instansi(evaluasi: Evaluasi) -> tuple[RekomendasiInstansi, ...]:
    """Recommendations for the agency; one query."""
    return tuple(
        RekomendasiInstansi(r.komponen, r.rekomendasi, r.batas_waktu, KeadaanTindakLanjut(r.keadaan))
        for r in RekomendasiEvaluasi.objects.filter(evaluasi=evaluasi)
    )
