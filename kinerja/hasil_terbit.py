"""Issued evaluations in an agency's own data: which of its rows they replace, and by what. Pure.

What Inspektorat issued counts, whatever the agency wrote down itself; its own rows stay stored, and count again should
a recorded result be taken back. For the agency-year T:

- **scores and answers** of every year evaluated up to T. The LHE on T−1 is issued in T and is what a report of T tells.
  One on T exists, as a rule, only after the report of T was made; whoever still makes that report has it before him,
  and a frozen report does not change.
- **recommendations** that were to be followed up in T: of an LHE issued in T or before, and not closed before T began.
  Those of an LHE issued later belong to the next report, though the year evaluated is T.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from kinerja.besaran_evaluasi import nilai_komponen
from kinerja.data import DataKinerja, Jawaban, Lke, Rekomendasi, Sakip, SkemaSakip, StatusRekomendasi
from kinerja.data_evaluasi import AsalEvaluasi, KeadaanTindakLanjut, Penilai, TingkatIsian
from kinerja.data_terbit import EvaluasiTerbit, RekomendasiTerbit
from lkjip.dasar.hitungan import banyak_desimal
from lkjip.dasar.rekaman import bentuk_baku
from lkjip.dasar.tulisan_angka import bulat

_STATUS = {
    KeadaanTindakLanjut.BELUM: StatusRekomendasi.BELUM,
    KeadaanTindakLanjut.SELESAI: StatusRekomendasi.SELESAI,
    KeadaanTindakLanjut.TIDAK_DAPAT: StatusRekomendasi.SELESAI,  # closed: the reviewer accepted the reason
}
_DESIMAL = 15
_SEBUTAN = {"sakip": "nilai SAKIP", "lke": "jawaban LKE", "rekomendasi": "rekomendasi"}
LEMBAR_TERBIT = frozenset(_SEBUTAN)


@dataclass(frozen=True)
class LembarTerbit:
    """What the issued evaluations say in one sheet: its rows, and the years of which no other row counts."""

    daftar_tahun: frozenset[int]
    daftar: tuple[Any, ...]


def lembar_terbit(daftar: Iterable[EvaluasiTerbit], tahun: int) -> Mapping[str, LembarTerbit]:
    """Sheet → what stands in it in the agency-year `tahun`. Sheets of which no year is replaced are left out."""
    urut = sorted((e for e in daftar if e.tahun <= tahun), key=lambda e: e.tahun)
    semua = frozenset(e.tahun for e in urut)
    berekomendasi = [e for e in urut if _rekomendasi_mengganti(e, tahun)]
    hasil = {
        "sakip": LembarTerbit(semua, tuple(baris for e in urut for baris in _baris_sakip(e))),
        "lke": LembarTerbit(semua, tuple(baris for e in urut for baris in _baris_lke(e))),
        "rekomendasi": LembarTerbit(
            frozenset(e.tahun for e in berekomendasi),
            tuple(baris for e in berekomendasi for baris in _baris_rekomendasi(e, tahun)),
        ),
    }
    return {nama: isi for nama, isi in hasil.items() if isi.daftar_tahun}


def sisipkan(kinerja: DataKinerja, daftar: Sequence[EvaluasiTerbit]) -> DataKinerja:
    """The measurement with the issued results: behind the agency's own rows, instead of those of the same year.

    Doing it twice is doing it once, so that a workbook that was written from the result reads as the result.
    """
    lembar = lembar_terbit(daftar, kinerja.renstra.periode.tahun)
    if not lembar:
        return kinerja
    isi = {
        f"daftar_{nama}": (*sendiri(getattr(kinerja, f"daftar_{nama}"), satu.daftar_tahun), *satu.daftar)
        for nama, satu in lembar.items()
    }
    berlaku = tuple(e for e in daftar if e.tahun <= kinerja.renstra.periode.tahun)
    return replace(kinerja, **isi, daftar_terbit=berlaku)  # type: ignore[arg-type]


def sendiri(daftar: Iterable[Any], daftar_tahun: frozenset[int]) -> tuple[Any, ...]:
    """The rows that are not of these years."""
    return tuple(baris for baris in daftar if baris.tahun not in daftar_tahun)


def tidak_dipakai(kinerja: DataKinerja, daftar: Sequence[EvaluasiTerbit]) -> tuple[str, ...]:
    """For each sheet and year of which this measurement says something other than the issued LHE: a sentence."""
    hasil = []
    lhe = {e.tahun: e.nomor_lhe for e in daftar}
    for nama, satu in lembar_terbit(daftar, kinerja.renstra.periode.tahun).items():
        dibawa = getattr(kinerja, f"daftar_{nama}")
        for tahun in sorted(satu.daftar_tahun):
            milik = tuple(b for b in dibawa if b.tahun == tahun)
            if milik and bentuk_baku(milik) != bentuk_baku(tuple(b for b in satu.daftar if b.tahun == tahun)):
                hasil.append(_kalimat(nama, tahun, lhe[tahun]))
    return tuple(hasil)


def _kalimat(nama: str, tahun: int, nomor: str) -> str:
    sebutan = f"LHE nomor {nomor}" if nomor else "LHE yang sudah terbit"
    return (
        f"Lembar {nama}: {_SEBUTAN[nama]} tahun {tahun} dalam berkas ini berbeda dari {sebutan}, jadi tidak dipakai. "
        "Yang berlaku adalah hasil Inspektorat."
    )


def _baris_sakip(evaluasi: EvaluasiTerbit) -> tuple[Sakip, ...]:
    return tuple(
        Sakip(evaluasi.tahun, k.nama, k.bobot, _nilai_sel(nilai_komponen(evaluasi.data, k.nomor).angka))
        for k in evaluasi.data.skema.daftar_komponen
    )


def _nilai_sel(nilai: Decimal | None) -> Decimal | None:
    """A mean over criteria may have no end: a cell keeps more of it than any letter hangs on, and not 60 digits."""
    return nilai if nilai is None or banyak_desimal(nilai) <= _DESIMAL else bulat(nilai, _DESIMAL)


def _baris_lke(evaluasi: EvaluasiTerbit) -> tuple[Lke, ...]:
    """Answers per sub-component, without the evaluator's notes: these are working papers, and a report is public.

    Only of PermenPANRB 88/2021: the sheet `lke` and its figures know no other. Else the component scores say it.
    """
    data = evaluasi.data
    if data.skema.kode != SkemaSakip.PERMENPAN88_2021 or data.tingkat is not TingkatIsian.SUBKOMPONEN:
        return ()
    jawaban = data.jawaban_per_penilai.get(Penilai.EVALUATOR, {})
    terisi = ((kode, jawaban.get((kode, 0))) for kode in data.skema.subkomponen_per_kode)
    return tuple(Lke(data.tahun, kode, Jawaban(j.jawaban)) for kode, j in terisi if j is not None and j.jawaban)


def _rekomendasi_mengganti(evaluasi: EvaluasiTerbit, tahun: int) -> bool:
    """Whether its recommendations stand in the agency-year instead of the agency's own of the same year.

    A recorded result may have been recorded without them; the agency's own rows are then all that is known.
    """
    lengkap = evaluasi.asal is AsalEvaluasi.DIKERJAKAN or bool(evaluasi.daftar_rekomendasi)
    return evaluasi.tahun_lhe <= tahun and lengkap


def _baris_rekomendasi(evaluasi: EvaluasiTerbit, tahun: int) -> tuple[Rekomendasi, ...]:
    nama = {k.nomor: k.nama for k in evaluasi.data.skema.daftar_komponen}
    return tuple(
        Rekomendasi(
            evaluasi.tahun, nama.get(r.komponen, ""), r.rekomendasi, _tindak_lanjut(r),
            _STATUS.get(r.keadaan, StatusRekomendasi.PROSES),
        )
        for r in evaluasi.daftar_rekomendasi
        if r.ditutup is None or r.ditutup.year >= tahun
    )  # fmt: skip


def _tindak_lanjut(rekomendasi: RekomendasiTerbit) -> str:
    tidak_dapat = rekomendasi.keadaan is KeadaanTindakLanjut.TIDAK_DAPAT
    return f"Tidak dapat ditindaklanjuti: {rekomendasi.tindak_lanjut}" if tidak_dapat else rekomendasi.tindak_lanjut
