"""Where a wrong word may come from: a category of another scale or quarter, a predikat of another score. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kinerja.rumus.predikat import BATAS_BAWAH_PREDIKAT, huruf_predikat, kata_baku, predikat
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
        yield from _kategori(ruang, hasil)
    yield from _waktu_lain(ruang, klaim)
    if klaim.besaran.startswith("predikat"):
        yield from _predikat(ruang, klaim)


def _kategori(ruang: Ruang, hasil: HasilKlaim) -> Iterator[Sebab]:
    klaim, skala = hasil.klaim, _skala(ruang)
    daftar = {kata_baku(nama): (nama, batas) for nama, batas in skala}
    temu = daftar.get(kata_baku(klaim.teks))
    if temu is None:
        if skala:
            nama = ", ".join(n for n, _ in skala)
            kalimat = f"“{klaim.teks}” bukan kategori skala yang dipakai ({nama}): agaknya dari skala lain"
            yield Sebab("skala_lain", kalimat, Yakin.SANGAT)
        return
    yield _tingkat_lain(skala, temu, daftar.get(kata_baku(hasil.hasil.kata or "")))


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


def _tingkat_lain(
    skala: list[tuple[str, Decimal]], temu: tuple[str, Decimal], benar: tuple[str, Decimal] | None
) -> Sebab:
    """The word is of the scale, but of another rung: which figures it stands for. The next rung is a misreading."""
    di = skala.index(temu)
    atas = f" sampai di bawah {tulis_angka(skala[di + 1][1])}" if di + 1 < len(skala) else " ke atas"
    sebelah = benar is not None and abs(skala.index(benar) - di) == 1
    akhir = "batas skala itu salah dibaca" if sebelah else "kata itu diambil dari skala lain"
    kalimat = f"Pada skala yang dipakai, “{temu[0]}” hanya untuk {tulis_angka(temu[1])}{atas}: agaknya {akhir}"
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
    """The letter one rung away: of a score that the report itself prints, or which scores it stands for."""
    besaran = _BERANGKA[klaim.besaran]
    huruf = huruf_predikat(klaim.teks)
    for h in ruang.per_besaran.get(besaran, ()):
        k = h.klaim
        if huruf is None or k.nilai is None or ruang.tahun(k) != ruang.tahun(klaim) or k.subjek != klaim.subjek:
            continue
        if h.hasil.angka is not None and k.nilai != h.hasil.angka and predikat(k.nilai) == huruf:
            kalimat = f"Agaknya menurut nilai yang tercetak di {k.rujukan} ({tulis(k.nilai)}), yang juga tidak sesuai"
            yield Sebab("dari_cetak", kalimat, Yakin.MUNGKIN, k.nilai)
    nilai = ruang.milik(klaim, besaran)
    if huruf is None or nilai is None:
        return
    batas = list(BATAS_BAWAH_PREDIKAT.items())  # from the best
    di = [h for h, _ in batas].index(huruf)
    atas = f" sampai {tulis_angka(batas[di - 1][1])}" if di else ""
    kalimat = (
        f"“{klaim.teks}” berlaku untuk nilai di atas {tulis_angka(batas[di][1])}{atas}, sedangkan nilainya "
        f"{tulis(nilai)}: agaknya salah membaca skala predikat"
    )
    yield Sebab("tingkat_lain", kalimat, Yakin.MUNGKIN, nilai)
