"""The named figures of one evaluation: what each sub-component, component and the whole is worth, and why."""

from __future__ import annotations

from decimal import Decimal

from kinerja.data_evaluasi import DataEvaluasi, Penilai, TingkatIsian
from kinerja.rumus import evaluasi as rumus
from lkjip.dasar.hasil import Hasil, ada, kosong
from lkjip.dasar.hitungan import NOL, jumlah
from lkjip.dasar.tulisan_angka import bulat, tulis_tepat

DESIMAL_LHE = 2
"""Decimals with which an LHE states its scores (sakip.md 7)."""


def nilai_subkomponen(data: DataEvaluasi, kode: str, penilai: Penilai = Penilai.EVALUATOR) -> Hasil:
    """Score of a sub-component from its answer, or from the answers to all its criteria where the pemda chose that."""
    sub = data.skema.subkomponen_per_kode[kode]
    jawaban = data.jawaban_per_penilai.get(penilai, {})
    if data.tingkat is not TingkatIsian.KRITERIA:
        satu = jawaban.get((kode, 0))
        if satu is None or not satu.jawaban:
            return kosong(f"subkomponen {kode} belum dijawab")
        return rumus.nilai_jawaban(sub.bobot, satu.jawaban, data.skema.nilai_per_jawaban[satu.jawaban])
    terisi = [jawaban.get((kode, k.nomor)) for k in sub.daftar_kriteria]
    nilai = [data.skema.nilai_per_jawaban[j.jawaban] for j in terisi if j is not None and j.jawaban]
    if len(nilai) < len(sub.daftar_kriteria) or not nilai:
        return kosong(f"{len(sub.daftar_kriteria) - len(nilai)} dari {len(sub.daftar_kriteria)} kriteria belum dijawab")
    return rumus.nilai_kriteria(sub.bobot, nilai)


def nilai_komponen(data: DataEvaluasi, nomor: int, penilai: Penilai = Penilai.EVALUATOR) -> Hasil:
    """Score of a component: as recorded, or Σ of its sub-components once all are answered."""
    komponen = data.skema.komponen_per_nomor[nomor]
    if data.tingkat is TingkatIsian.KOMPONEN:
        nilai = data.nilai_per_komponen.get(nomor) if penilai is Penilai.EVALUATOR else None
        if nilai is None:
            return kosong(f"nilai {komponen.nama} belum diisi")
        return ada(nilai, f"nilai {komponen.nama} sebagaimana tertulis dalam LHE")
    return _jumlah([(s.kode, nilai_subkomponen(data, s.kode, penilai)) for s in komponen.daftar_subkomponen])


def nilai_evaluasi(data: DataEvaluasi, penilai: Penilai = Penilai.EVALUATOR) -> Hasil:
    """Σ of the component scores; nothing while one is missing."""
    return _jumlah([(k.nama, nilai_komponen(data, k.nomor, penilai)) for k in data.skema.daftar_komponen])


def nilai_sementara(data: DataEvaluasi, penilai: Penilai = Penilai.EVALUATOR) -> Hasil:
    """Σ of what is answered so far, with how much that is; to be shown as unfinished."""
    daftar = [nilai_subkomponen(data, kode, penilai) for kode in data.skema.subkomponen_per_kode]
    nilai = [hasil.angka for hasil in daftar if hasil.angka is not None]
    if not nilai:
        return kosong("belum ada jawaban")
    return ada(jumlah(nilai), f"jumlah {len(nilai)} dari {len(daftar)} subkomponen yang sudah dijawab")


def predikat_evaluasi(data: DataEvaluasi, penilai: Penilai = Penilai.EVALUATOR) -> Hasil:
    """Letter of the total; upper bounds are inclusive (90,00 is A)."""
    hasil = nilai_evaluasi(data, penilai)
    if hasil.angka is None:
        return hasil
    huruf = rumus.predikat_skema(hasil.angka, data.skema.daftar_predikat)
    if huruf is None:
        return kosong(f"skema {data.skema.nama} tidak menetapkan predikat")
    return ada(huruf, f"nilai {tulis_tepat(hasil.angka)} = {hasil.cara}")


def selisih_cetak(data: DataEvaluasi) -> Hasil:
    """Printed total of an LHE less the sum of its components; both as printed, with two decimals."""
    hasil = nilai_evaluasi(data)
    if hasil.angka is None or data.nilai_lhe is None:
        return kosong("nilai akhir yang tercetak belum diisi" if hasil.angka is not None else hasil.alasan)
    tercetak, terhitung = bulat(data.nilai_lhe, DESIMAL_LHE), bulat(hasil.angka, DESIMAL_LHE)
    return ada(jumlah([tercetak, -terhitung]), f"tercetak {tulis_tepat(tercetak)} − jumlah {tulis_tepat(terhitung)}")


def predikat_cetak(data: DataEvaluasi) -> Hasil:
    """Letter that the printed total of an LHE deserves."""
    if data.nilai_lhe is None:
        return kosong("nilai akhir yang tercetak belum diisi")
    huruf = rumus.predikat_skema(data.nilai_lhe, data.skema.daftar_predikat)
    if huruf is None:
        return kosong(f"skema {data.skema.nama} tidak menetapkan predikat")
    return ada(huruf, f"nilai tercetak {tulis_tepat(data.nilai_lhe)}")


def selisih_mandiri(data: DataEvaluasi, kode: str) -> Hasil:
    """Evaluator's score of a sub-component less the agency's own."""
    evaluator, mandiri = nilai_subkomponen(data, kode), nilai_subkomponen(data, kode, Penilai.MANDIRI)
    if evaluator.angka is None or mandiri.angka is None:
        return kosong("salah satu penilai belum menjawab")
    selisih = jumlah([evaluator.angka, -mandiri.angka])
    return ada(selisih, f"{tulis_tepat(evaluator.angka)} − {tulis_tepat(mandiri.angka)}")


def _jumlah(bagian: list[tuple[str, Hasil]]) -> Hasil:
    kurang = [f"{nama}: {hasil.alasan}" for nama, hasil in bagian if hasil.angka is None]
    if kurang or not bagian:
        return kosong("; ".join(kurang) or "skema ini tidak mempunyai bagian")
    nilai: list[Decimal] = [hasil.angka or NOL for _, hasil in bagian]
    cara = " + ".join(f"{nama} {tulis_tepat(n)}" for (nama, _), n in zip(bagian, nilai, strict=True))
    return ada(jumlah(nilai), cara, hasil_bagi=any(hasil.hasil_bagi for _, hasil in bagian))
