"""Where a wrong word may come from: a category of another scale or quarter, a predikat of another score. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kinerja.rumus.predikat import huruf_predikat, kata_baku, predikat
from lkjip.besaran import hitung
from lkjip.dasar.tulisan_angka import tulis_angka
from lkjip.dasar.tulisan_angka import tulis_ringkas as tulis
from lkjip.pemeriksaan.data import Klaim
from lkjip.pemeriksaan.data_uji import Sebab, Yakin
from lkjip.pemeriksaan.klaim import HasilKlaim
from lkjip.pemeriksaan.klaim_ruang import Ruang, sebut
from renstra.data import Arah

_BERANGKA = {"predikat_sakip": "nilai_sakip", "predikat_realisasi": "realisasi", "predikat_target": "selisih_target"}


def sebab_kata(ruang: Ruang, hasil: HasilKlaim) -> Iterator[Sebab]:
    """Explanations for a word, the likeliest first."""
    klaim = hasil.klaim
    if not klaim.teks:
        return
    if klaim.besaran == "kategori_capaian":
        yield from _kategori(ruang, klaim)
    yield from _waktu_lain(ruang, klaim)
    if klaim.besaran.startswith("predikat"):
        yield from _predikat(ruang, klaim)


def _kategori(ruang: Ruang, klaim: Klaim) -> Iterator[Sebab]:
    skala = _skala(ruang)
    daftar = {kata_baku(nama): (nama, batas) for nama, batas in skala}
    temu = daftar.get(kata_baku(klaim.teks))
    if temu is None:
        if skala:
            nama = ", ".join(n for n, _ in skala)
            kalimat = f"“{klaim.teks}” bukan kategori skala yang dipakai ({nama}): agaknya dari skala lain"
            yield Sebab("skala_lain", kalimat, Yakin.SANGAT)
        return
    yield _tingkat_lain(klaim, skala, temu)


def _skala(ruang: Ruang) -> list[tuple[str, Decimal]]:
    """Categories of the year's scale with their lower bounds, the lowest first."""
    kinerja = ruang.data.kinerja
    return sorted(
        (
            (s.kategori, s.batas_bawah)
            for s in kinerja.daftar_skala
            if s.skala == kinerja.metode.skala and s.arah in {None, Arah.POSITIF} and s.batas_bawah is not None
        ),
        key=lambda s: s[1],
    )


def _tingkat_lain(klaim: Klaim, skala: list[tuple[str, Decimal]], temu: tuple[str, Decimal]) -> Sebab:
    """The word is of the scale, but of another rung: which figures it stands for."""
    di = skala.index(temu)
    atas = f" sampai di bawah {tulis_angka(skala[di + 1][1])}" if di + 1 < len(skala) else " ke atas"
    kalimat = (
        f"Pada skala yang dipakai, “{temu[0]}” hanya untuk {tulis_angka(temu[1])}{atas}: agaknya kata itu diambil dari "
        "skala lain"
    )
    return Sebab("tingkat_lain", kalimat, Yakin.MUNGKIN, temu[1])


def _waktu_lain(ruang: Ruang, klaim: Klaim) -> Iterator[Sebab]:
    """The same word is right for another year or quarter, or for the neighbouring subject."""
    tahun = ruang.tahun(klaim)
    lain = [(klaim.subjek, t, klaim.triwulan) for t in (tahun - 1, tahun + 1)]
    lain += [(klaim.subjek, tahun, tw) for tw in (1, 2, 3, 4) if tw != klaim.triwulan]
    for subjek, t, tw in lain:
        kata = (
            hitung(ruang.data, klaim.besaran, subjek, tahun=t, triwulan=tw).kata
            if klaim.besaran != "realisasi"
            else None
        )
        if kata and kata_baku(kata) == kata_baku(klaim.teks):
            yield Sebab("waktu_lain", f"Sama dengan {sebut(klaim.besaran, subjek, t, tw)} ({kata})", Yakin.MUNGKIN)
            return


def _predikat(ruang: Ruang, klaim: Klaim) -> Iterator[Sebab]:
    """The letter one rung away, where the report itself prints a score that would give it."""
    besaran = _BERANGKA[klaim.besaran]
    huruf = huruf_predikat(klaim.teks)
    for h in ruang.per_besaran.get(besaran, ()):
        k = h.klaim
        if huruf is None or k.nilai is None or ruang.tahun(k) != ruang.tahun(klaim) or k.subjek != klaim.subjek:
            continue
        if h.hasil.angka is not None and k.nilai != h.hasil.angka and predikat(k.nilai) == huruf:
            kalimat = f"Agaknya menurut nilai yang tercetak di {k.rujukan} ({tulis(k.nilai)}), yang juga tidak sesuai"
            yield Sebab("dari_cetak", kalimat, Yakin.MUNGKIN, k.nilai)
