"""HIT: figures that can hardly be right (pemeriksaan.md)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from kinerja.data import KinerjaTriwulan, RealisasiTahunan
from kinerja.pilihan import realisasi_baris
from lkjip.besaran import hitung
from lkjip.dasar.hitungan import SERATUS
from lkjip.dasar.periode import nama_triwulan
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan.dasar import (
    Ambang,
    Aturan,
    nama,
    nama_indikator,
    peringatan,
    tahunan,
    tulis,
)
from lkjip.pemeriksaan.data import Temuan, Tingkat
from renstra.data import Arah, Indikator, JenisIndikator

_BAGIAN = re.compile(r"\bdibagi|\bbagi\b|/|\bdari (?:seluruh|total|jumlah|semua)|\bpersentase\b|\bproporsi\b", re.I)
# A growth, and what is held against a plan, may well be above 100.
_BUKAN_BAGIAN = re.compile(
    r"tumbuh|kenaikan|peningkatan|penurunan|dikurangi|tahun (?:lalu|sebelumnya|dasar)|target|rencana|direncanakan"
    r"|rasio|kelipatan|kebutuhan minimal|standar",
    re.IGNORECASE,
)
_MAKS_SEBUTAN = 6


def capaian_ekstrem(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """HIT-04, of the year and before the cap; indicators of budget rows together, their remedy is one."""
    if not tahunan(buku):
        return
    uang = buku.data.anggaran.anggaran_per_kode
    keluaran: list[tuple[Indikator, Decimal]] = []
    for i in buku.data.renstra.daftar_indikator:
        hasil = hitung(buku.data, "capaian", i.kode)
        c = hasil.tanpa_batas if hasil.tanpa_batas is not None else hasil.angka
        if c is None or ambang.capaian_rendah <= c <= ambang.capaian_tinggi:
            continue
        if i.induk in uang:
            keluaran.append((i, c))
        else:
            yield _ekstrem(ambang, i, c, hasil.cara)
    if keluaran:
        yield _ekstrem_keluaran(ambang, keluaran)


def _ekstrem(ambang: Ambang, i: Indikator, c: Decimal, cara: str) -> Temuan:
    tinggi = c > ambang.capaian_tinggi
    return peringatan(
        "HIT-04",
        f"Capaian {nama(i.kode, i.uraian)} {tulis(c)}%, {'di atas' if tinggi else 'di bawah'} batas wajar "
        f"{tulis(ambang.capaian_tinggi if tinggi else ambang.capaian_rendah)}%.",
        letak="lembar perjanjian dan kinerja_triwulan",
        subjek=i.kode,
        nilai=c,
        seharusnya=f"{tulis(ambang.capaian_rendah)} sampai {tulis(ambang.capaian_tinggi)}",
        cara=cara,
        saran="Periksa target, realisasi, satuan, dan arah indikatornya; bila semuanya benar, tulis sebabnya pada "
        "analisis dan usulkan target yang lebih tepat.",
        halaman="perjanjian_kinerja",
    )


def _ekstrem_keluaran(ambang: Ambang, daftar: list[tuple[Indikator, Decimal]]) -> Temuan:
    disebut = "; ".join(f"{nama(i.kode, i.uraian)} {tulis(c)}%" for i, c in daftar[:_MAKS_SEBUTAN])
    lain = f"; dan {len(daftar) - _MAKS_SEBUTAN} lainnya" if len(daftar) > _MAKS_SEBUTAN else ""
    return peringatan(
        "HIT-04",
        f"Capaian {len(daftar)} indikator keluaran di luar {tulis(ambang.capaian_rendah)}% sampai "
        f"{tulis(ambang.capaian_tinggi)}%: {disebut}{lain}.",
        letak="lembar target_tahunan dan kinerja_triwulan",
        subjek=daftar[0][0].kode,
        butir="keluaran",
        nilai="; ".join(tulis(c) for _, c in daftar[:_MAKS_SEBUTAN]),
        cara="realisasi / target × 100",
        saran="Periksa target dan realisasi keluarannya; tulis sebabnya bila memang demikian.",
        halaman="pengisian",
    )


def persentase_di_atas_100(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """HIT-17: a share of a whole; once per indicator, with all its periods."""
    per_indikator: dict[str, list[tuple[str, Decimal]]] = defaultdict(list)
    bagian = {i.kode for i in buku.data.renstra.daftar_indikator if _bagian_keseluruhan(i)}
    for kode, sebutan, r in _realisasi(buku):
        if kode in bagian and r > SERATUS:
            per_indikator[kode].append((sebutan, r))
    for kode, daftar in per_indikator.items():
        yield peringatan(
            "HIT-17",
            f"{nama_indikator(buku, kode)} adalah bagian dari keseluruhan, tetapi realisasinya di atas 100%: "
            f"{'; '.join(f'{tulis(r)}% pada {sebutan}' for sebutan, r in daftar)}.",
            letak="lembar kinerja_triwulan dan realisasi_tahunan",
            subjek=kode,
            nilai=max(r for _, r in daftar),
            seharusnya="paling banyak 100",
            cara=buku.data.renstra.indikator_per_kode[kode].formulasi,
            saran="Periksa pembilang dan penyebutnya: yang dihitung tidak boleh melebihi seluruhnya. Bila rumusnya "
            "bukan bagian dari keseluruhan, perbaiki formulasi indikator.",
            halaman="pengisian" if any("Triwulan" in s for s, _ in daftar) else "realisasi_lalu",
        )


def _bagian_keseluruhan(i: Indikator) -> bool:
    if i.jenis is not JenisIndikator.PERSEN or _BUKAN_BAGIAN.search(i.formulasi) or i.arah is Arah.NEGATIF:
        return False
    if _BUKAN_BAGIAN.search(i.uraian):
        return False
    return any(_BAGIAN.search(isi) for isi in (i.formulasi, i.uraian))


def _realisasi(buku: BukuKerja) -> Iterator[tuple[str, str, Decimal]]:
    """(indicator, period, realisasi) as recorded, or as its two numbers give it."""
    kinerja = buku.data.kinerja
    catatan: list[tuple[KinerjaTriwulan | RealisasiTahunan, str]] = [
        *((k, f"{nama_triwulan(k.triwulan)} {k.tahun}") for k in kinerja.daftar_kinerja_triwulan),
        *((r, f"tahun {r.tahun}") for r in kinerja.daftar_realisasi_tahunan),
    ]
    for baris, sebutan in catatan:
        indikator = buku.data.renstra.indikator_per_kode.get(baris.indikator)
        hasil = realisasi_baris(baris, indikator, sebutan) if indikator is not None else None
        if hasil is not None and hasil.angka is not None:
            yield baris.indikator, sebutan, hasil.angka


DAFTAR = (
    Aturan("HIT-04", Tingkat.PERINGATAN, "Capaian ekstrem", capaian_ekstrem),
    Aturan("HIT-17", Tingkat.PERINGATAN, "Persentase di atas 100", persentase_di_atas_100),
)
