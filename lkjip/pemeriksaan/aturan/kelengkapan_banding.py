"""LEN: comparators, and analyses that were copied from one indicator to another (pemeriksaan.md)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from kinerja.data import Analisis, JenisPembanding, Pembanding
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan.alasan_tertulis import TAK_TERSEDIA, beralasan, indikator_disebut
from lkjip.pemeriksaan.aturan.dasar import (
    Ambang,
    Aturan,
    baku,
    diperjanjikan,
    info,
    nama,
    nama_indikator,
    peringatan,
    tahunan,
    temuan,
    tulis,
)
from lkjip.pemeriksaan.aturan.kelengkapan_banding_teks import pembanding_teks_berbeda, sebutan_pembanding
from lkjip.pemeriksaan.aturan.kemiripan import kemiripan
from lkjip.pemeriksaan.bacaan import Bacaan
from lkjip.pemeriksaan.data import Temuan, Tingkat

_PEMBANDING = re.compile(r"\bnasional|pembanding")
_LAIN = r"(?:nasional|(?:provinsi|instansi|daerah|kabupaten|kota) lain)"
_NASIONAL = re.compile(
    rf"^(?=.*{TAK_TERSEDIA}).*\b(?:angka|data|nilai|standar|target|rata-rata|capaian|realisasi|\w*banding\w*)\b[^.]{{0,80}}\b{_LAIN}\b"
    rf"|^(?=.*{TAK_TERSEDIA}).*pembanding"
)
_SERATUS = Decimal(100)
_KATA_PENDEK = 4  # an analysis of fewer words ("anggaran terbatas") may well be true of two indicators


def tanpa_standar_nasional(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-06: no national figure to compare with, and no sentence why there is none."""
    buku = bacaan.buku
    if not tahunan(buku):
        return
    ada = {
        p.indikator
        for p in buku.data.kinerja.daftar_pembanding
        if p.jenis is JenisPembanding.NASIONAL and (p.nilai is not None or p.predikat.strip())
    }
    tertulis = {n.bagian for n in buku.laporan.daftar_narasi if n.isi.strip()}
    tanpa = [
        i
        for i in diperjanjikan(buku)
        if i.kode not in ada
        and f"bab3.indikator.{i.kode}.pembanding" not in tertulis
        and not beralasan(bacaan, i.kode, _NASIONAL)
    ]
    if tanpa:
        daftar = ", ".join(nama(i.kode, i.uraian) for i in tanpa)
        yield peringatan(
            "LEN-06", f"Pembanding nasional belum ada, dan naskah tidak menyebut sebabnya: {daftar}.",
            letak="lembar pembanding, jenis nasional", subjek=tanpa[0].kode if len(tanpa) == 1 else "",
            nilai=", ".join(i.kode for i in tanpa),
            saran="Isi angka nasionalnya, atau tulis dalam Bab III mengapa tidak ada.", halaman="lembar",
            argumen=("pembanding",),
        )  # fmt: skip


def analisis_disalin(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-11: analyses of two indicators, or of this year and the last, that are the same text."""
    tahun = buku.data.tahun
    ada = [a for a in buku.data.kinerja.daftar_analisis if a.tahun in (tahun, tahun - 1)]
    teks = {id(a): baku(a.uraian) for a in ada}
    panjang = [a for a in ada if len(teks[id(a)].split()) >= _KATA_PENDEK]
    pasangan: dict[tuple[tuple[str, int], tuple[str, int]], list[tuple[Analisis, Decimal]]] = defaultdict(list)
    for satu, lain in combinations(panjang, 2):
        sesama = satu.tahun == lain.tahun == tahun and satu.indikator != lain.indikator
        if not sesama and not (satu.indikator == lain.indikator and satu.tahun != lain.tahun):
            continue
        mirip = kemiripan(teks[id(satu)], teks[id(lain)], ambang.kemiripan_analisis)
        if mirip > ambang.kemiripan_analisis:
            kini, dulu = (satu, lain) if satu.tahun >= lain.tahun else (lain, satu)
            pasangan[(kini.indikator, kini.tahun), (dulu.indikator, dulu.tahun)].append((kini, mirip))
    for ((kode, _), (kode_lain, tahun_lain)), daftar in pasangan.items():
        yield _disalin(buku, kode, kode_lain, tahun_lain, daftar)


def _disalin(
    buku: BukuKerja, kode: str, kode_lain: str, tahun_lain: int, daftar: list[tuple[Analisis, Decimal]]
) -> Temuan:
    asal = f"analisisnya tahun {tahun_lain}" if kode == kode_lain else f"analisis {nama_indikator(buku, kode_lain)}"
    baris, mirip = daftar[0]
    kutipan = " ".join(baris.uraian.split())
    ringkas = kutipan if len(kutipan) <= 120 else f"{kutipan[:119]}…"
    misal = ", antara lain" if len(daftar) > 1 else ""
    return peringatan(
        "LEN-11",
        f"{len(daftar)} butir analisis {nama_indikator(buku, kode)} sama dengan {asal}{misal}: “{ringkas}”.",
        letak=f"lembar analisis, {kode} {baris.tahun} {baris.faktor.value}", subjek=kode,
        butir=f"{kode_lain} {tahun_lain}", nilai=f"{tulis(mirip * 100)}% sama", kutipan=kutipan,
        saran="Tulis penyebab dan solusi yang khas bagi indikator dan tahun ini.", halaman="lembar",
        argumen=("analisis",),
    )  # fmt: skip


def pembanding_tertukar(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-23: two comparators with the very same figure; a whole number may be a coincidence and is worth a look."""
    pertama: dict[tuple[object, ...], str] = {}
    for p in buku.data.kinerja.daftar_pembanding:
        if p.nilai is None or p.nilai in (0, _SERATUS):
            continue
        sebutan = sebutan_pembanding(p)
        lain = pertama.setdefault((p.indikator, p.tahun, p.nilai), sebutan)
        if lain == sebutan:
            continue
        bulat = p.nilai == p.nilai.to_integral_value()
        yield temuan(
            "LEN-23", Tingkat.INFO if bulat else Tingkat.GALAT,
            f"Angka pembanding {nama_indikator(buku, p.indikator)} tahun {p.tahun} untuk {lain} dan {sebutan} sama, "
            f"{tulis(p.nilai)}.",
            letak=f"lembar pembanding, tahun {p.tahun}", subjek=p.indikator, butir=f"{p.tahun} {lain} {sebutan}",
            nilai=p.nilai, saran="Periksa apakah angka yang satu tersalin ke yang lain.", halaman="lembar",
            argumen=("pembanding",),
        )  # fmt: skip


def pembanding_tidak_sejaman(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-24: a comparator of which only another year is known, and no sentence that names that year."""
    buku = bacaan.buku
    daftar, tahun = buku.data.kinerja.daftar_pembanding, buku.data.tahun
    kini = {(p.indikator, p.jenis, p.nama.strip()) for p in daftar if p.tahun == tahun}
    lain = [
        p
        for p in daftar
        if p.tahun != tahun and (p.indikator, p.jenis, p.nama.strip()) not in kini and not _tahun_disebut(bacaan, p)
    ]
    if lain and tahunan(buku):
        isi = "; ".join(f"{sebutan_pembanding(p)} {p.tahun} untuk {nama_indikator(buku, p.indikator)}" for p in lain)
        yield info(
            "LEN-24", f"Pembanding berasal dari tahun selain {tahun} tanpa keterangan: {isi}.",
            letak="lembar pembanding, kolom tahun", subjek=lain[0].indikator if len(lain) == 1 else "",
            nilai=", ".join(dict.fromkeys(str(p.tahun) for p in lain)), seharusnya=str(tahun),
            saran=f"Pakai angka tahun {tahun}, atau sebut tahun pembanding itu dalam naskah.", halaman="lembar",
            argumen=("pembanding",),
        )  # fmt: skip


def _tahun_disebut(bacaan: Bacaan, p: Pembanding) -> bool:
    """Whether a sentence names that year beside the comparator, and no other indicator; a comparison with the agency's
    own earlier year is another matter. The title of a table of comparators says it too.
    """
    sebutan = p.nama.strip().casefold()

    def menyebut(rendah: str) -> bool:
        return str(p.tahun) in rendah and bool((sebutan and sebutan in rendah) or _PEMBANDING.search(rendah))

    return any(
        menyebut(k.rendah) and (not (disebut := indikator_disebut(bacaan, k)) or p.indikator in disebut)
        for k in bacaan.daftar_kalimat
    ) or any(menyebut(t.isi.casefold()) for t in (*bacaan.daftar_judul, *bacaan.daftar_sel))


DAFTAR = (
    Aturan("LEN-06", Tingkat.PERINGATAN, "Analisis 4: standar nasional", periksa_teks=tanpa_standar_nasional),
    Aturan("LEN-11", Tingkat.PERINGATAN, "Analisis disalin", analisis_disalin),
    Aturan("LEN-23", Tingkat.GALAT, "Pembanding instansi tertukar", pembanding_tertukar,
           periksa_teks=pembanding_teks_berbeda),
    Aturan("LEN-24", Tingkat.INFO, "Pembanding tahun tidak sejaman", periksa_teks=pembanding_tidak_sejaman),
)  # fmt: skip
