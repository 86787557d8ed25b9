"""Where a wrong figure may come from, VI: the right formula over the wrong parts. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from lkjip.dasar.hitungan import NOL, SERATUS, jumlah, persen, rata_rata
from lkjip.dasar.periode import DAFTAR_TRIWULAN, nama_triwulan
from lkjip.dasar.tulisan_angka import tulis_ringkas as tulis
from lkjip.pemeriksaan.data import Klaim
from lkjip.pemeriksaan.klaim_calon import Rumus
from lkjip.pemeriksaan.klaim_jumlah import baris_puncak
from lkjip.pemeriksaan.klaim_ruang import Ruang


def rumus_lain(ruang: Ruang, klaim: Klaim) -> Iterator[Rumus]:
    """Other quarters gathered, other rows averaged, the year before the last, another sasaran's parts."""
    pembangun = _PER_BESARAN.get(klaim.besaran)
    if pembangun is not None:
        yield from pembangun(ruang, klaim)


def _realisasi(ruang: Ruang, klaim: Klaim) -> Iterator[Rumus]:
    yield from _dua_bilangan(ruang, klaim)
    yield from _komponen(ruang, klaim)
    tahun, sampai = ruang.tahun(klaim), klaim.triwulan or DAFTAR_TRIWULAN[-1]
    angka = [
        n for t in DAFTAR_TRIWULAN if t <= sampai
        if (n := ruang.angka("realisasi", klaim.subjek, tahun, t)) is not None
    ]  # fmt: skip
    if len(angka) < 2:
        return
    sebutan = f"{len(angka)} triwulan" if klaim.triwulan is None else f"triwulan s.d. {nama_triwulan(sampai)}"
    yield "akumulasi", jumlah(angka), f"Jumlah {sebutan}", 2
    yield "akumulasi", rata_rata(angka), f"Rata-rata {sebutan}", 2
    yield "akumulasi", max(angka), f"Yang terbesar dari {sebutan}", 3


def _dua_bilangan(ruang: Ruang, klaim: Klaim) -> Iterator[Rumus]:
    """The quotient upside down, or not yet times 100."""
    kinerja, tahun = ruang.data.kinerja, ruang.tahun(klaim)
    baris = [kinerja.kinerja_per_triwulan.get((klaim.subjek, tahun, t)) for t in reversed(DAFTAR_TRIWULAN)]
    if klaim.triwulan is not None:
        baris = [kinerja.kinerja_per_triwulan.get((klaim.subjek, tahun, klaim.triwulan))]
    for satu in (*baris, kinerja.realisasi_per_tahun.get((klaim.subjek, tahun))):
        if satu is not None and satu.pembilang and satu.penyebut:
            n, d = satu.pembilang, satu.penyebut
            yield "rasio_terbalik", persen(d, n), f"Terbalik: penyebut {tulis(d)} dibagi pembilang {tulis(n)} × 100", 2
            yield "belum_seratus", persen(n, d) / SERATUS, f"{tulis(n)} dibagi {tulis(d)}, belum dikali 100", 2
            return


def _komponen(ruang: Ruang, klaim: Klaim) -> Iterator[Rumus]:
    """The components without their weights, or without one of them."""
    daftar = [
        (k.kode, k.bobot, k.nilai) for k in ruang.data.kinerja.daftar_komponen
        if (k.indikator, k.tahun) == (klaim.subjek, ruang.tahun(klaim))
    ]  # fmt: skip
    lengkap = [(kode, b, n) for kode, b, n in daftar if b is not None and n is not None]
    if len(lengkap) < 2 or len(lengkap) < len(daftar):
        return
    yield "tanpa_bobot", rata_rata([n for *_, n in lengkap]), "Rata-rata sederhana komponen, padahal berbobot", 1
    semua = jumlah(b * n for _, b, n in lengkap)
    for kode, b, n in lengkap:
        yield "tanpa_satu", semua - b * n, f"Jumlah tertimbang tanpa komponen {kode} ({tulis(b)} × {tulis(n)})", 3


def _pertumbuhan(ruang: Ruang, klaim: Klaim) -> Iterator[Rumus]:
    tahun = ruang.tahun(klaim)
    kini = ruang.angka("realisasi", klaim.subjek, tahun, klaim.triwulan)
    lama = [(f"tahun {t}", ruang.angka("realisasi", klaim.subjek, t, klaim.triwulan)) for t in (tahun - 2, tahun - 3)]
    for nama, dasar in (*lama, ("target", ruang.angka("selisih_target", klaim.subjek, tahun))):
        if kini is not None and dasar:
            kalimat = f"Selisih {tulis(kini)} terhadap {nama} ({tulis(dasar)}), bukan terhadap tahun lalu, dalam persen"
            yield "dasar_lain", persen(kini - dasar, dasar), kalimat, 3


def _nasional(ruang: Ruang, klaim: Klaim) -> Iterator[Rumus]:
    """Another figure of the indicator against the national one."""
    tahun, nasional = ruang.tahun(klaim), ruang.angka("nilai_pembanding", klaim.subjek, klaim.tahun)
    for nama, besaran, t in (("realisasi", "realisasi", tahun - 1), ("target", "selisih_target", tahun)):
        angka = ruang.angka(besaran, klaim.subjek, t)
        if angka is not None and nasional:
            kalimat = f"{nama.capitalize()} {t} ({tulis(angka)}) dibagi angka nasional {tulis(nasional)}, dikali 100"
            yield "dasar_lain", persen(angka, nasional), kalimat, 3


def _efisiensi(ruang: Ruang, klaim: Klaim) -> Iterator[Rumus]:
    """Of a sasaran: its capaian with another's serapan, or the reverse; of the mean: total against total."""
    kode = list(ruang.data.renstra.sasaran_per_kode)
    if klaim.besaran == "rata_rata_efisiensi":
        total, serapan = ruang.angka("rata_rata_total", "", klaim.tahun), ruang.angka("serapan", "", klaim.tahun)
        yield from _banding(total, serapan, "rata-rata seluruh indikator", "serapan seluruh anggaran", 2)
        return
    if klaim.subjek not in kode:
        return
    c, s = (ruang.angka(b, klaim.subjek, klaim.tahun) for b in ("rata_rata_sasaran", "serapan"))
    for lain in kode:
        if lain != klaim.subjek:
            c_lain, s_lain = (ruang.angka(b, lain, klaim.tahun) for b in ("rata_rata_sasaran", "serapan"))
            yield from _banding(c_lain, s, f"capaian {lain}", f"serapan {klaim.subjek}", 4)
            yield from _banding(c, s_lain, f"capaian {klaim.subjek}", f"serapan {lain}", 4)


def _banding(c: Decimal | None, s: Decimal | None, nama_c: str, nama_s: str, biaya: int) -> Iterator[Rumus]:
    if c is not None and s:
        yield "bagian_lain", c - s, f"Selisih {nama_c} {tulis(c)} − {nama_s} {tulis(s)}", biaya
        yield "bagian_lain", c / s, f"Rasio {nama_c} {tulis(c)} dibagi {nama_s} {tulis(s)}", biaya


def _serapan(ruang: Ruang, klaim: Klaim) -> Iterator[Rumus]:
    """The mean of the percentages of the rows below, in place of their money."""
    bagian = [
        n for k in _baris_bagian(ruang, klaim)
        if (n := ruang.angka("serapan", k, klaim.tahun, klaim.triwulan)) is not None
    ]  # fmt: skip
    if len(bagian) > 1:
        kalimat = f"Rata-rata persen {len(bagian)} baris di bawahnya, bukan jumlah realisasi dibagi jumlah pagu"
        yield "rata_persen", rata_rata(bagian), kalimat, 2


def _baris_bagian(ruang: Ruang, klaim: Klaim) -> Sequence[str]:
    belanja = (b.kode for b in ruang.data.anggaran.daftar_belanja if klaim.subjek and b.induk == klaim.subjek)
    return baris_puncak(ruang, klaim) or tuple(belanja)


def _sakip(ruang: Ruang, klaim: Klaim) -> Iterator[Rumus]:
    """One component's score of the year before or after among those of the year."""
    tahun, per_tahun = ruang.tahun(klaim), ruang.data.kinerja.daftar_sakip_per_tahun
    kini = {s.komponen: s.nilai for s in per_tahun.get(tahun, ()) if s.nilai is not None}
    semua = sum(kini.values(), NOL)
    for t in (tahun - 1, tahun + 1):
        for s in per_tahun.get(t, ()):
            if s.nilai is not None and s.komponen in kini:
                kalimat = f"Jumlah komponen dengan {s.komponen} dari tahun {t} ({tulis(s.nilai)})"
                yield "tahun_satu", semua - kini[s.komponen] + s.nilai, kalimat, 3


_PER_BESARAN: dict[str, Callable[[Ruang, Klaim], Iterator[Rumus]]] = {
    "realisasi": _realisasi,
    "pertumbuhan": _pertumbuhan,
    "capaian_nasional": _nasional,
    "efisiensi": _efisiensi,
    "rata_rata_efisiensi": _efisiensi,
    "serapan": _serapan,
    "nilai_sakip": _sakip,
}
