"""Where a wrong mean may come from: another set of indicators, no weights, no cap, one figure only. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from lkjip.dasar.hitungan import NOL, SERATUS, rata_rata, rata_rata_berbobot
from lkjip.dasar.tulisan_angka import tulis_ringkas as tulis
from lkjip.pemeriksaan.data import Klaim
from lkjip.pemeriksaan.klaim_calon import Rumus
from lkjip.pemeriksaan.klaim_ruang import Ruang
from renstra.data import Indikator

Bagian = Sequence[tuple[Indikator, Decimal]]


def bagian_rata_rata(ruang: Ruang, klaim: Klaim, besaran: str) -> Bagian:
    """What the mean is taken over: the indicators of the sasaran, or of all, that have the figure."""
    rencana = ruang.data.renstra
    pilih = rencana.daftar_indikator_sasaran(klaim.subjek) if klaim.subjek else rencana.daftar_indikator_semua_sasaran
    return [
        (i, n) for i in pilih if (n := ruang.angka(besaran, i.kode, klaim.tahun, klaim.triwulan)) is not None
    ]  # fmt: skip


def rerata(klaim: Klaim, bagian: Bagian) -> Decimal:
    """The mean as the besaran takes it: weighted for a sasaran whose indicators all have a bobot."""
    if _berbobot(klaim, bagian):
        return rata_rata_berbobot([(n, i.bobot or NOL) for i, n in bagian])
    return rata_rata([n for _, n in bagian])


def _berbobot(klaim: Klaim, bagian: Bagian) -> bool:
    return klaim.besaran == "rata_rata_sasaran" and all(i.bobot for i, _ in bagian)


def rumus_rata_rata(ruang: Ruang, klaim: Klaim) -> Iterator[Rumus]:
    """Means over another set: with those of the tujuan, without one, capped or not, unweighted, of means."""
    per = "kemajuan_renstra" if klaim.besaran == "rata_rata_kemajuan" else "capaian"
    bagian = bagian_rata_rata(ruang, klaim, per)
    if not bagian:
        return
    angka = [n for _, n in bagian]
    if _berbobot(klaim, bagian):
        yield "tanpa_bobot", rata_rata(angka), "Rata-rata sederhana, padahal indikatornya berbobot", 1
    if per == "capaian":
        yield from _batas(ruang, klaim, bagian)
    yield "jumlah", sum(angka, NOL), "Jumlah, belum dibagi banyaknya indikator", 3
    yield from _sebagian(klaim, bagian, "kemajuan" if per == "kemajuan_renstra" else per)
    if not klaim.subjek:
        yield from _kumpulan_lain(ruang, klaim, per, angka)


def _batas(ruang: Ruang, klaim: Klaim, bagian: Bagian) -> Iterator[Rumus]:
    if any(n > SERATUS for _, n in bagian):
        terbatas = [(i, min(n, SERATUS)) for i, n in bagian]
        yield "dibatasi", rerata(klaim, terbatas), "Rata-rata bila setiap capaian dibatasi 100", 2
    if ruang.data.kinerja.metode.batas_capaian is not None:
        lepas = bagian_rata_rata(ruang, klaim, "capaian_tanpa_batas")
        yield "tanpa_batas", rerata(klaim, lepas), "Rata-rata capaian tanpa batas atas", 1


def _sebagian(klaim: Klaim, bagian: Bagian, nama: str) -> Iterator[Rumus]:
    """Without one of the indicators; or one of them alone."""
    for satu in bagian if len(bagian) > 2 else ():
        sisa = [b for b in bagian if b is not satu]
        yield "tanpa_satu", rerata(klaim, sisa), f"Rata-rata tanpa {satu[0].kode} ({tulis(satu[1])})", 3
    for i, n in bagian if len(bagian) > 1 else ():
        yield "satu_saja", n, f"Hanya {nama} {i.kode}, belum dirata-ratakan dengan {len(bagian) - 1} indikator lain", 3


def _kumpulan_lain(ruang: Ruang, klaim: Klaim, per: str, angka: Sequence[Decimal]) -> Iterator[Rumus]:
    """The total mean together with indicators of tujuan; the mean of the means."""
    rencana = ruang.data.renstra
    tujuan = [
        n for i in rencana.daftar_indikator if i.induk in rencana.tujuan_per_kode
        if (n := ruang.angka(per, i.kode, klaim.tahun, klaim.triwulan)) is not None
    ]  # fmt: skip
    if tujuan:
        yield "dengan_tujuan", rata_rata([*angka, *tujuan]), "Rata-rata bersama indikator tujuan", 2
    sasaran = [
        n
        for k in rencana.sasaran_per_kode
        if (n := ruang.angka("rata_rata_sasaran", k, klaim.tahun, klaim.triwulan)) is not None
    ]
    if len(sasaran) > 1 and per == "capaian":
        kalimat = f"Rata-rata dari rata-rata {len(sasaran)} sasaran, bukan dari seluruh indikator"
        yield "rata_sasaran", rata_rata(sasaran), kalimat, 2
