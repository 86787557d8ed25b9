"""Where a wrong figure may come from, II: the right parts by a wrong formula. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_DOWN, Decimal

from kinerja.data import RumusNegatif
from kinerja.rumus.capaian import capaian as rumus_capaian
from lkjip.dasar.hitungan import NOL, SERATUS, banyak_desimal, persen
from lkjip.dasar.periode import nama_triwulan
from lkjip.dasar.tulisan_angka import bulat
from lkjip.dasar.tulisan_angka import tulis_ringkas as tulis
from lkjip.pemeriksaan.data import Klaim
from lkjip.pemeriksaan.klaim import desimal_tercetak
from lkjip.pemeriksaan.klaim_calon import Calon, Jangkauan, Rumus
from lkjip.pemeriksaan.klaim_rata import rumus_rata_rata
from lkjip.pemeriksaan.klaim_ruang import Ruang, sebut
from lkjip.pemeriksaan.klaim_rumus_lain import rumus_lain
from renstra.data import Arah


def calon_rumus(ruang: Ruang, klaim: Klaim) -> Iterator[Calon]:
    """What the usual wrong formulas for this figure give."""
    if klaim.besaran == "capaian":
        yield from _belum_dibulatkan(ruang, klaim)
    for jenis, nilai, kalimat, biaya in (*_daftar_rumus(ruang, klaim), *rumus_lain(ruang, klaim)):
        yield Calon(jenis, nilai, f"{kalimat} = {tulis(nilai)}", biaya, Jangkauan.DEKAT, terpotong=True)


def _daftar_rumus(ruang: Ruang, klaim: Klaim) -> Iterator[Rumus]:
    if klaim.besaran == "capaian":
        yield from _capaian(ruang, klaim)
    elif klaim.besaran == "kemajuan_renstra":
        yield from _kemajuan(ruang, klaim)
    elif klaim.besaran == "serapan":
        yield from _serapan(ruang, klaim)
    elif klaim.besaran == "capaian_nasional":
        yield from _nasional(ruang, klaim)
    elif klaim.besaran == "pertumbuhan":
        yield from _pertumbuhan(ruang, klaim)
    elif klaim.besaran in {"efisiensi", "rata_rata_efisiensi"}:
        yield from _efisiensi(ruang, klaim)
    elif klaim.besaran.startswith("rata_rata"):
        yield from rumus_rata_rata(ruang, klaim)
    elif klaim.besaran == "nilai_sakip":
        yield from _sakip(ruang, klaim)


def _dengan_target(
    ruang: Ruang, klaim: Klaim, r: Decimal, t: Decimal, nama_t: str, batas: Decimal | None = None
) -> Iterator[Rumus]:
    """Realisasi against this target: by the indicator's own formula, then by those that are not meant for it."""
    indikator = ruang.data.renstra.indikator_per_kode.get(klaim.subjek)
    negatif = indikator is not None and indikator.arah is Arah.NEGATIF
    rumus = ruang.data.kinerja.metode.rumus_negatif if negatif else None
    arah = Arah.NEGATIF if negatif else Arah.POSITIF
    r_t = f"Realisasi {tulis(r)} dibagi {nama_t} {tulis(t)}, dikali 100"
    t_r = f"{nama_t[:1].upper()}{nama_t[1:]} {tulis(t)} dibagi realisasi {tulis(r)}, dikali 100"
    dua = f"(2 × {nama_t} − realisasi) dibagi {nama_t}, dikali 100"
    tepat = {RumusNegatif.KEBALIKAN: t_r, RumusNegatif.SELISIH: dua}.get(rumus, r_t) if rumus else r_t
    benar = rumus_capaian(t, r, arah=arah, rumus_negatif=rumus).angka
    if benar is not None:
        yield "target_lain", benar, tepat, 3
        if batas is not None and benar > batas:
            yield "target_lain", batas, f"{tepat} = {tulis(benar)}, lalu dibatasi", 2
    if t and negatif and rumus is not RumusNegatif.LANGSUNG:
        yield "rumus_arah", persen(r, t), f"{r_t}, padahal indikator ini makin kecil makin baik", 2
    if r and rumus is not RumusNegatif.KEBALIKAN:
        yield "rasio_terbalik", persen(t, r), f"Rasio terbalik: {t_r[:1].lower()}{t_r[1:]}", 2
    if t and rumus is not RumusNegatif.SELISIH:
        yield "rumus_arah", persen(2 * t - r, t), f"Rumus indikator negatif {dua}", 4


def _belum_dibulatkan(ruang: Ruang, klaim: Klaim) -> Iterator[Calon]:
    """R / T × 100 of a realisasi that was rounded only when it was recorded: 380,95 for 19,05 of 5, out of 19,0475."""
    r, t = (ruang.angka(b, klaim.subjek, klaim.tahun, klaim.triwulan) for b in ("realisasi", "selisih_target"))
    if not r or not t or klaim.nilai is None:
        return
    if bulat(persen(r, t), desimal_tercetak(klaim)) == klaim.nilai:
        return  # no rounding is needed to explain it
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
    batas = ruang.data.kinerja.metode.batas_capaian
    yield from _realisasi_utuh(r, ruang.angka("selisih_target", klaim.subjek, tahun), "target")
    for versi in (None, "murni", "perubahan", "renstra"):
        t = ruang.angka("selisih_target", klaim.subjek, tahun, None, versi)
        if t is not None:
            yield from _dengan_target(ruang, klaim, r, t, _nama_target(klaim, versi), batas)
    for tw in (1, 2, 3, 4):
        t = ruang.angka("target_triwulan", klaim.subjek, tahun, tw)
        if t is not None:
            yield from _dengan_target(ruang, klaim, r, t, f"target {nama_triwulan(tw)}", batas)


def _nama_target(klaim: Klaim, versi: str | None) -> str:
    if versi is None:
        return "target tahunan" if klaim.triwulan else "target"
    return f"target {versi.replace('renstra', 'Renstra')}"


def _kemajuan(ruang: Ruang, klaim: Klaim) -> Iterator[Rumus]:
    yield from _dibatasi(ruang, klaim)
    tahun, akhir = ruang.tahun(klaim), ruang.data.renstra.periode.renstra_akhir
    r = ruang.angka("realisasi", klaim.subjek, tahun)
    if r is None:
        return
    for t in dict.fromkeys((tahun, akhir or tahun)):
        target = ruang.angka("selisih_target", klaim.subjek, t)
        if target is not None:
            yield from _dengan_target(ruang, klaim, r, target, f"target {t}")
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

    yield from _pagu_di_atasnya(ruang, klaim, r)


def _pagu_di_atasnya(ruang: Ruang, klaim: Klaim, r: Decimal | None) -> Iterator[Rumus]:
    """A row's realisasi over the pagu of a row above it, or of the whole budget."""
    if not r or not klaim.subjek:
        return
    baris = ruang.data.anggaran.anggaran_per_kode
    daftar: list[str] = []
    kode = baris[klaim.subjek].induk if klaim.subjek in baris else ""
    while kode in baris and kode not in daftar:
        daftar.append(kode)
        kode = baris[kode].induk
    for induk in (*daftar, ""):
        pagu = ruang.angka("jumlah_pagu", induk, klaim.tahun)
        if pagu:
            milik = f"induknya, {induk}" if induk else "seluruh anggaran"
            kalimat = f"Realisasi {tulis(r)} dibagi pagu {milik} ({tulis(pagu)}), bukan pagunya sendiri, dikali 100"
            yield "pagu_induk", persen(r, pagu), kalimat, 3


def _nasional(ruang: Ruang, klaim: Klaim) -> Iterator[Rumus]:
    """The wrong way round; against the figure of another agency; held at 100."""
    yield from _dibatasi(ruang, klaim)
    tahun = ruang.tahun(klaim)
    r = ruang.angka("realisasi", klaim.subjek, tahun, klaim.triwulan)
    if r is None:
        return
    nasional = ruang.angka("nilai_pembanding", klaim.subjek, tahun)
    if nasional is not None:
        yield from _dengan_target(ruang, klaim, r, nasional, "angka nasional")
    for p in ruang.data.kinerja.daftar_pembanding:
        if (p.indikator, p.tahun) == (klaim.subjek, tahun) and p.nilai and p.nilai != nasional:
            yield from _dengan_target(ruang, klaim, r, p.nilai, f"angka {p.nama}".strip())


def _dibatasi(ruang: Ruang, klaim: Klaim) -> Iterator[Rumus]:
    benar = ruang.milik(klaim)
    if benar is not None and benar > SERATUS:
        yield "dibatasi", SERATUS, f"{tulis(benar)} yang dibatasi 100", 2


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
            1,
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


def _sakip(ruang: Ruang, klaim: Klaim) -> Iterator[Rumus]:
    daftar = [s for s in ruang.data.kinerja.daftar_sakip if s.tahun == ruang.tahun(klaim) and s.nilai is not None]
    semua = sum((s.nilai or NOL for s in daftar), NOL)
    for s in daftar:
        yield "tanpa_satu", semua - (s.nilai or NOL), f"Jumlah komponen tanpa {s.komponen} ({tulis(s.nilai or NOL)})", 2
    if daftar:
        yield "rata_rata", semua / len(daftar), f"Rata-rata {len(daftar)} komponen, bukan jumlahnya", 3
