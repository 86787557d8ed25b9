"""Where a wrong figure may come from, II: the right parts by a wrong formula. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_DOWN, Decimal

from lkjip.dasar.hitungan import NOL, SERATUS, banyak_desimal, persen, presisi, rata_rata
from lkjip.dasar.tulisan_angka import bulat
from lkjip.dasar.tulisan_angka import tulis_ringkas as tulis
from lkjip.pemeriksaan.data import Klaim
from lkjip.pemeriksaan.klaim_calon import Calon, Jangkauan
from lkjip.pemeriksaan.klaim_ruang import Ruang, sebut
from renstra.data import Arah

Rumus = tuple[str, Decimal, str, int]
"""Kind, figure, how it was reckoned, how far-fetched."""


def calon_rumus(ruang: Ruang, klaim: Klaim) -> Iterator[Calon]:
    """What the usual wrong formulas for this figure give."""
    if klaim.besaran == "capaian":
        yield from _belum_dibulatkan(ruang, klaim)
    for jenis, nilai, kalimat, biaya in _daftar_rumus(ruang, klaim):
        yield Calon(jenis, nilai, f"{kalimat} = {tulis(nilai)}", biaya, Jangkauan.DEKAT, terpotong=True)


def _daftar_rumus(ruang: Ruang, klaim: Klaim) -> Iterator[Rumus]:
    if klaim.besaran == "capaian":
        yield from _capaian(ruang, klaim)
    elif klaim.besaran == "kemajuan_renstra":
        yield from _kemajuan(ruang, klaim)
    elif klaim.besaran == "serapan":
        yield from _serapan(ruang, klaim)
    elif klaim.besaran == "pertumbuhan":
        yield from _pertumbuhan(ruang, klaim)
    elif klaim.besaran in {"efisiensi", "rata_rata_efisiensi"}:
        yield from _efisiensi(ruang, klaim)
    elif klaim.besaran.startswith("rata_rata"):
        yield from _rata_rata(ruang, klaim)
    elif klaim.besaran == "nilai_sakip":
        yield from _sakip(ruang, klaim)


@presisi
def _bagi(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return None if a is None or not b else persen(a, b)


def _dua_arah(jenis: str, r: Decimal, t: Decimal, nama_t: str) -> Iterator[Rumus]:
    """Realisasi over target, the other way round, and by the formula for what should fall."""
    if t:
        yield jenis, persen(r, t), f"Realisasi {tulis(r)} dibagi {nama_t} {tulis(t)}, dikali 100", 3
    if r:
        yield (
            "rasio_terbalik",
            persen(t, r),
            f"Rasio terbalik: {nama_t} {tulis(t)} dibagi realisasi {tulis(r)}, dikali 100",
            2,
        )
    if t:
        selisih = persen(2 * t - r, t)
        yield (
            "rumus_arah",
            selisih,
            f"Rumus indikator negatif (2 × {nama_t} − realisasi) dibagi {nama_t}, dikali 100",
            4,
        )


def _belum_dibulatkan(ruang: Ruang, klaim: Klaim) -> Iterator[Calon]:
    """R / T × 100 of a realisasi that was rounded only when it was recorded: 380,95 for 19,05 of 5, out of 19,0475."""
    r, t = (ruang.angka(b, klaim.subjek, klaim.tahun, klaim.triwulan) for b in ("realisasi", "selisih_target"))
    if not r or not t or klaim.nilai is None:
        return
    semula = klaim.nilai * t / SERATUS
    if semula != r and bulat(semula, banyak_desimal(r)) == r and abs(semula - r) < abs(r) / 20:
        indikator = ruang.data.renstra.indikator_per_kode.get(klaim.subjek)
        arah = " seolah indikator ini positif" if indikator and indikator.arah is Arah.NEGATIF else ""
        kalimat = (
            f"Realisasi dibagi target, dikali 100{arah}, dengan realisasi sebelum dibulatkan: {tulis(semula)}, bukan "
            f"{tulis(r)}, dibagi {tulis(t)} = {tulis(klaim.nilai)}"
        )
        yield Calon("belum_bulat", semula, kalimat, 2, Jangkauan.SEDANG, langsung=True)


def _realisasi_utuh(r: Decimal, t: Decimal | None, nama_t: str) -> Iterator[Rumus]:
    """Realisasi without its decimals over the target: 71 in place of 71,51."""
    utuh = r.quantize(Decimal(1), ROUND_DOWN)
    if t and utuh != r and utuh:
        kalimat = f"Realisasi {tulis(r)} yang dipotong menjadi {tulis(utuh)} dibagi {nama_t} {tulis(t)}, dikali 100"
        yield "realisasi_dipotong", persen(utuh, t), kalimat, 3


def _capaian(ruang: Ruang, klaim: Klaim) -> Iterator[Rumus]:
    tahun = ruang.tahun(klaim)
    r = ruang.angka("realisasi", klaim.subjek, tahun, klaim.triwulan)
    tanpa = ruang.milik(klaim, "capaian_tanpa_batas")
    if tanpa is not None:
        yield "tanpa_batas", tanpa, "Capaian tanpa batas atas", 1
        if tanpa > SERATUS:
            yield "dibatasi", SERATUS, f"Capaian {tulis(tanpa)} yang dibatasi 100", 2
    if r is None:
        return
    yield from _realisasi_utuh(r, ruang.angka("selisih_target", klaim.subjek, tahun), "target")
    for versi in (None, "murni", "perubahan", "renstra"):
        t = ruang.angka("selisih_target", klaim.subjek, tahun, None, versi)
        if t is not None:
            yield from _dua_arah("target_lain", r, t, f"target {versi or 'tahunan'}")
    for tw in (1, 2, 3, 4):
        t = ruang.angka("target_triwulan", klaim.subjek, tahun, tw)
        if t is not None:
            yield from _dua_arah("target_lain", r, t, f"target Triwulan {'I' * tw if tw < 4 else 'IV'}")


def _kemajuan(ruang: Ruang, klaim: Klaim) -> Iterator[Rumus]:
    tahun, akhir = ruang.tahun(klaim), ruang.data.renstra.periode.renstra_akhir
    r = ruang.angka("realisasi", klaim.subjek, tahun)
    if r is None:
        return
    for t in dict.fromkeys((tahun, akhir or tahun)):
        target = ruang.angka("selisih_target", klaim.subjek, t)
        if target is not None:
            yield from _dua_arah("target_lain", r, target, f"target {t}")
    if akhir is not None:
        yield from _realisasi_utuh(r, ruang.angka("selisih_target", klaim.subjek, akhir), f"target {akhir}")


def _serapan(ruang: Ruang, klaim: Klaim) -> Iterator[Rumus]:
    tahun = ruang.tahun(klaim)
    benar = ruang.milik(klaim)
    if benar is not None:
        yield "sisa", SERATUS - benar, f"Sisa, bukan serapan: 100 − {tulis(benar)}", 2
    daftar_r = [
        (sebut("jumlah_realisasi", klaim.subjek, tahun, tw), ruang.angka("jumlah_realisasi", klaim.subjek, tahun, tw))
        for tw in dict.fromkeys((klaim.triwulan, None, 4, 3, 2, 1))
    ]
    daftar_p = [
        (sebut("jumlah_pagu", klaim.subjek, tahun, None, v), ruang.angka("jumlah_pagu", klaim.subjek, tahun, None, v))
        for v in (None, "perubahan", "murni")
    ]
    for n, (nama_r, r) in enumerate(daftar_r):
        for m, (nama_p, p) in enumerate(daftar_p):
            if r is not None and p:
                yield (
                    "pagu_lain",
                    persen(r, p),
                    f"{nama_r} ({tulis(r)}) dibagi {nama_p} ({tulis(p)}), dikali 100",
                    2 + (n > 0) + (m > 0),
                )
    r, p = daftar_r[0][1], daftar_p[0][1]
    if r and p is not None:
        yield (
            "rasio_terbalik",
            persen(p, r),
            f"Rasio terbalik: pagu {tulis(p)} dibagi realisasi {tulis(r)}, dikali 100",
            2,
        )


def _pertumbuhan(ruang: Ruang, klaim: Klaim) -> Iterator[Rumus]:
    tahun = ruang.tahun(klaim)
    kini, lalu = (ruang.angka("realisasi", klaim.subjek, t) for t in (tahun, tahun - 1))
    if kini is None or lalu is None:
        return
    yield "selisih", kini - lalu, f"Selisih {tulis(kini)} − {tulis(lalu)} dalam poin, bukan persen", 2
    yield "tanda", lalu - kini, f"Selisih dengan tanda terbalik {tulis(lalu)} − {tulis(kini)}", 3
    if lalu:
        yield "tanda", -persen(kini - lalu, lalu), "Pertumbuhan dengan tanda terbalik", 2
        yield (
            "rasio",
            persen(kini, lalu),
            f"Rasio {tulis(kini)} dibagi {tulis(lalu)}, dikali 100, tanpa dikurangi 100",
            2,
        )
    if kini:
        yield (
            "pembagi",
            persen(kini - lalu, kini),
            f"Selisih dibagi angka tahun ini ({tulis(kini)}), bukan tahun lalu",
            3,
        )


def _efisiensi(ruang: Ruang, klaim: Klaim) -> Iterator[Rumus]:
    """Performance and money in every usual relation: difference, either way round, ratio, money left."""
    benar = ruang.milik(klaim)
    if benar is not None:
        yield "tanda", -benar, f"Tandanya terbalik: {tulis(benar)} dengan minus sebaliknya", 1
    kinerja = [("capaian", ruang.milik(klaim, b)) for b in ("capaian", "rata_rata_sasaran")]
    uang = [("serapan", ruang.milik(klaim, b)) for b in ("serapan_penunjang", "serapan")]
    uang.append(("serapan seluruh anggaran", ruang.angka("serapan", "", klaim.tahun)))
    for _, c in kinerja:
        for nama, s in uang:
            if c is None or s is None:
                continue
            yield "selisih", c - s, f"Selisih capaian {tulis(c)} − {nama} {tulis(s)}", 3
            yield "selisih", s - c, f"Selisih terbalik {nama} {tulis(s)} − capaian {tulis(c)}", 3
            if s:
                yield "rasio", persen(c, s), f"Rasio capaian {tulis(c)} dibagi {nama} {tulis(s)}, dikali 100", 3
                yield "rasio", c / s, f"Rasio capaian {tulis(c)} dibagi {nama} {tulis(s)}", 3
            yield "sisa", SERATUS - s, f"Sisa anggaran 100 − {nama} {tulis(s)}", 4


def _rata_rata(ruang: Ruang, klaim: Klaim) -> Iterator[Rumus]:
    """Means over another set: with those of the tujuan, without one, capped, of means, of rounded figures."""
    rencana = ruang.data.renstra
    per = "kemajuan_renstra" if klaim.besaran == "rata_rata_kemajuan" else "capaian"
    pilih = rencana.daftar_indikator_sasaran(klaim.subjek) if klaim.subjek else rencana.daftar_indikator_semua_sasaran
    bagian = [(i.kode, n) for i in pilih if (n := ruang.angka(per, i.kode, klaim.tahun, klaim.triwulan)) is not None]
    angka = [n for _, n in bagian]
    if not angka:
        return
    yield "dibatasi", rata_rata([min(n, SERATUS) for n in angka]), "Rata-rata bila setiap capaian dibatasi 100", 2
    yield "jumlah", sum(angka, NOL), "Jumlah, belum dibagi banyaknya indikator", 3
    if len(angka) > 2:
        for kode, n in bagian:
            yield (
                "tanpa_satu",
                rata_rata([m for k, m in bagian if k != kode]),
                f"Rata-rata tanpa {kode} ({tulis(n)})",
                3,
            )
    tujuan = [
        n for i in rencana.daftar_indikator if i.induk in rencana.tujuan_per_kode
        if (n := ruang.angka(per, i.kode, klaim.tahun, klaim.triwulan)) is not None
    ]  # fmt: skip
    if tujuan and not klaim.subjek:
        yield "dengan_tujuan", rata_rata(angka + tujuan), "Rata-rata bersama indikator tujuan", 2
    sasaran = [
        n
        for k in rencana.sasaran_per_kode
        if (n := ruang.angka("rata_rata_sasaran", k, klaim.tahun, klaim.triwulan)) is not None
    ]
    if len(sasaran) > 1 and not klaim.subjek and per == "capaian":
        yield (
            "rata_sasaran",
            rata_rata(sasaran),
            f"Rata-rata dari rata-rata {len(sasaran)} sasaran, bukan dari seluruh indikator",
            2,
        )


def _sakip(ruang: Ruang, klaim: Klaim) -> Iterator[Rumus]:
    daftar = [s for s in ruang.data.kinerja.daftar_sakip if s.tahun == ruang.tahun(klaim) and s.nilai is not None]
    semua = sum((s.nilai or NOL for s in daftar), NOL)
    for s in daftar:
        yield "tanpa_satu", semua - (s.nilai or NOL), f"Jumlah komponen tanpa {s.komponen} ({tulis(s.nilai or NOL)})", 2
    if daftar:
        yield "rata_rata", semua / len(daftar), f"Rata-rata {len(daftar)} komponen, bukan jumlahnya", 3
