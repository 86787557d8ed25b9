"""The named figures of the SAKIP evaluation (pengukuran.md, "SAKIP")."""

from __future__ import annotations

from collections.abc import Mapping

from kinerja.data import DataKinerja, Sakip, SkemaSakip
from kinerja.pilihan import Besaran
from kinerja.rumus import sakip as rumus_sakip
from kinerja.rumus.predikat import NAMA_PREDIKAT, kata_baku, predikat
from lkjip.dasar.hasil import Hasil, ada, kosong
from lkjip.dasar.hitungan import jumlah
from lkjip.dasar.tulisan_angka import tulis_tepat

HURUF_PREDIKAT = tuple(NAMA_PREDIKAT)  # the best first


def _nomor_komponen(komponen: str) -> str | None:
    """Number 1 … 4 of a component of PermenPANRB 88/2021 by its name; the evaluation also under its short name."""
    baku = kata_baku(komponen)
    for nomor, (nama, _) in rumus_sakip.KOMPONEN_PER_NOMOR.items():
        if baku == kata_baku(nama):
            return nomor
    return None


def skema_tahun(data: DataKinerja, tahun: int) -> SkemaSakip | None:
    """The scheme that a year's components are laid out by, told by their names; None where they fit neither.

    A report may set years of both schemes side by side, so the setting only decides where the names leave it open.
    """
    nama = {kata_baku(s.komponen) for s in data.daftar_sakip_per_tahun.get(tahun, ())}
    cocok = [
        skema
        for skema, bobot in rumus_sakip.BOBOT_KOMPONEN.items()
        if nama <= {kata_baku(komponen) for komponen in bobot}
    ]
    if not nama and data.lke_per_tahun.get(tahun):
        return SkemaSakip.PERMENPAN88_2021
    if data.metode.skema_sakip in cocok:
        return data.metode.skema_sakip
    return cocok[-1] if cocok else None


def _nilai_lke(data: DataKinerja, komponen: str, tahun: int) -> Hasil | None:
    """The component's score from its LKE answers, where all three are given; only under PermenPANRB 88/2021."""
    if skema_tahun(data, tahun) is not SkemaSakip.PERMENPAN88_2021:
        return None
    nomor = _nomor_komponen(komponen)
    baris = data.lke_per_tahun.get(tahun, {})
    kode_sub = [f"{nomor}.{huruf}" for huruf in rumus_sakip.BAGIAN_SUBKOMPONEN]
    jawaban = {kode: j for kode in kode_sub if kode in baris and (j := baris[kode].jawaban) is not None}
    return rumus_sakip.nilai_dari_jawaban(jawaban) if len(jawaban) == len(kode_sub) else None


def _baris_sakip(data: DataKinerja, komponen: str, tahun: int) -> Sakip | None:
    baku = kata_baku(komponen)
    return next((s for s in data.daftar_sakip_per_tahun.get(tahun, ()) if kata_baku(s.komponen) == baku), None)


def nilai_komponen(data: DataKinerja, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """Score of a SAKIP component: from its LKE answers where all are given, else as entered."""
    dari_lke = _nilai_lke(data, subjek, tahun)
    if dari_lke is not None:
        return dari_lke
    baris = _baris_sakip(data, subjek, tahun)
    if baris is None or baris.nilai is None:
        return kosong(f"nilai komponen '{subjek}' tahun {tahun} belum diisi di lembar sakip")
    return ada(baris.nilai, f"nilai {subjek} {tahun} sebagaimana diisi")


def bobot_komponen(data: DataKinerja, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """Weight of a SAKIP component: as entered for that year, else of the scheme."""
    baris = _baris_sakip(data, subjek, tahun)
    if baris is not None and baris.bobot is not None:
        return ada(baris.bobot, f"bobot {subjek} {tahun} sebagaimana diisi")
    skema = data.metode.skema_sakip
    for nama, bobot in rumus_sakip.BOBOT_KOMPONEN[skema].items() if skema else ():
        if kata_baku(nama) == kata_baku(subjek):
            return ada(bobot, f"bobot menurut {skema}")
    return kosong(f"bobot komponen '{subjek}' tahun {tahun} tidak diketahui")


def nilai_subkomponen(data: DataKinerja, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """Score of a sub-component (1.a … 4.c): weight × answer / 100."""
    baris = data.lke_per_tahun.get(tahun, {}).get(subjek)
    if baris is None or baris.jawaban is None:
        return kosong(f"jawaban LKE {subjek} tahun {tahun} belum diisi")
    return rumus_sakip.nilai_subkomponen(rumus_sakip.bobot_subkomponen(subjek), baris.jawaban)


def daftar_komponen_sakip(data: DataKinerja, tahun: int) -> tuple[str, ...]:
    """Names of the components evaluated in `tahun`: the rows entered, then those known from LKE answers only."""
    nama = [s.komponen for s in data.daftar_sakip_per_tahun.get(tahun, ())]
    dikenal = {kata_baku(n) for n in nama}
    tambahan = [
        k
        for k in rumus_sakip.DAFTAR_KOMPONEN_88
        if kata_baku(k) not in dikenal and _nilai_lke(data, k, tahun) is not None
    ]
    return tuple(nama + tambahan)


def nilai_sakip(data: DataKinerja, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """Σ of the component scores of the year evaluated; nothing where a component has none."""
    komponen = daftar_komponen_sakip(data, tahun)
    if not komponen:
        return kosong(f"nilai SAKIP tahun {tahun} belum diisi di lembar sakip")
    skema = skema_tahun(data, tahun)
    ada_baris = {kata_baku(k) for k in komponen}
    seharusnya = rumus_sakip.BOBOT_KOMPONEN[skema] if skema else ()
    bagian = [(k, nilai_komponen(data, k, tahun, None, None)) for k in komponen]
    kurang = [k for k in seharusnya if kata_baku(k) not in ada_baris] + [k for k, h in bagian if h.angka is None]
    if kurang:
        return kosong(f"nilai SAKIP tahun {tahun} belum lengkap: {', '.join(kurang)}")
    nilai = [h.angka for _, h in bagian if h.angka is not None]
    return ada(jumlah(nilai), " + ".join(f"{k} {tulis_tepat(n)}" for (k, _), n in zip(bagian, nilai, strict=True)))


def predikat_sakip(data: DataKinerja, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """Letter of the SAKIP score; upper bounds are inclusive (90,00 is A)."""
    hasil = nilai_sakip(data, subjek, tahun, triwulan, versi)
    if hasil.angka is None:
        return hasil
    return ada(predikat(hasil.angka), f"nilai SAKIP {tulis_tepat(hasil.angka)} = {hasil.cara}")


BESARAN_SAKIP: Mapping[str, Besaran] = {
    "nilai_komponen": nilai_komponen,
    "nilai_komponen_maks": bobot_komponen,
    "bobot_komponen": bobot_komponen,
    "nilai_subkomponen": nilai_subkomponen,
    "nilai_sakip": nilai_sakip,
    "predikat_sakip": predikat_sakip,
}
