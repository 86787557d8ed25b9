"""KON: how indicators are defined, what kind they are, and how often they are replaced (pemeriksaan.md)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from lkjip.besaran import hitung
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan.dasar import KOSONG, Ambang, Aturan, nama, peringatan, sebutkan, tulis
from lkjip.pemeriksaan.aturan.rencana import kode_tahun
from lkjip.pemeriksaan.data import Temuan, Tingkat
from renstra.data import Indikator

_KOLOM = {
    "formulasi": "formulasi", "sumber_data": "sumber data", "penanggung_jawab": "penanggung jawab", "satuan": "satuan",
}  # fmt: skip
_PROSES = ("jumlah", "tersedianya", "terlaksananya", "tersusunnya")
_SATU_PER_SATU = 2  # more IKU that lack the same are said at once


def definisi_tidak_lengkap(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """KON-20: an IKU without its definition; those that lack the same are one finding, for they are one job."""
    per_kurang: dict[tuple[str, ...], list[Indikator]] = defaultdict(list)
    for i in buku.data.renstra.daftar_indikator:
        kurang = tuple(sebutan for kolom, sebutan in _KOLOM.items() if not getattr(i, kolom).strip(KOSONG))
        if i.iku and kurang:
            per_kurang[kurang].append(i)
    for kurang, daftar in per_kurang.items():
        if len(daftar) <= _SATU_PER_SATU:
            for i in daftar:
                yield _tidak_lengkap(kurang, [i], i.kode)
        else:
            yield _tidak_lengkap(kurang, daftar, "")


def _tidak_lengkap(kurang: tuple[str, ...], daftar: list[Indikator], subjek: str) -> Temuan:
    siapa = sebutkan([nama(i.kode, i.uraian) for i in daftar])
    return peringatan(
        "KON-20",
        f"Definisi IKU {siapa} belum lengkap: {', '.join(kurang)} masih kosong.",
        letak="lembar indikator",
        subjek=subjek,
        butir=", ".join(kurang),
        nilai=f"kosong: {', '.join(kurang)}",
        seharusnya="formulasi, sumber data, penanggung jawab, dan satuan terisi",
        saran=f"Buka indikatornya pada Renstra dan isi {', '.join(kurang)}.",
        halaman="renstra",
    )


def bersifat_proses(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """KON-21: a tujuan or sasaran is measured by what changes, not by what was made or held."""
    rencana = buku.data.renstra
    for i in rencana.daftar_indikator:
        kata = i.uraian.split(maxsplit=1)
        if not kata or kata[0].casefold() not in _PROSES:
            continue
        if i.induk in rencana.sasaran_per_kode or i.induk in rencana.tujuan_per_kode:
            jenjang = "sasaran" if i.induk in rencana.sasaran_per_kode else "tujuan"
            yield peringatan(
                "KON-21",
                f"{nama(i.kode, i.uraian)} mengukur {jenjang} {i.induk}, tetapi diawali “{kata[0]}”: itu proses atau "
                "keluaran, bukan hasil.",
                letak="lembar indikator",
                subjek=i.kode,
                nilai=kata[0],
                seharusnya="ukuran hasil: persentase, indeks, nilai, atau tingkat",
                saran="Usulkan indikator hasil (outcome) pada reviu IKU, misalnya persentase atau indeks; simpan "
                "indikator ini pada kegiatan atau subkegiatan.",
                halaman="renstra",
            )


def sering_diganti(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """KON-22. Where nothing at all is known of earlier years, data are missing and no indicator was replaced."""
    rencana, lalu = buku.data.renstra, buku.data.tahun - 1
    awal = rencana.periode.renstra_awal
    daftar_iku = [i for i in rencana.daftar_indikator if i.iku]
    tahun_terisi = {t.tahun for t in rencana.daftar_target_tahunan} | {p.tahun for p in rencana.daftar_perjanjian}
    tahun_terisi |= {r.tahun for r in buku.data.kinerja.daftar_realisasi_tahunan}
    if awal is None or lalu < awal or not daftar_iku or not any(tahun <= lalu for tahun in tahun_terisi):
        return
    bertarget = kode_tahun((*rencana.daftar_target_tahunan, *rencana.daftar_perjanjian), lalu)
    baru = [
        i
        for i in daftar_iku
        if i.kode not in bertarget
        and not any(hitung(buku.data, b, i.kode, tahun=lalu).ada for b in ("realisasi", "predikat_realisasi"))
    ]
    bagian = Decimal(len(baru)) / len(daftar_iku)
    if bagian <= ambang.indikator_diganti:
        return
    yield peringatan(
        "KON-22",
        f"{len(baru)} dari {len(daftar_iku)} IKU ({tulis(bagian * 100)}%) tidak mempunyai target maupun realisasi "
        f"tahun {lalu}, padahal masih dalam satu periode Renstra: {sebutkan([nama(i.kode, i.uraian) for i in baru])}.",
        letak="lembar target_tahunan dan realisasi_tahunan",
        nilai=bagian * 100,
        seharusnya=f"paling banyak {tulis(ambang.indikator_diganti * 100)}%",
        cara=f"{len(baru)} / {len(daftar_iku)} × 100",
        saran=f"Isi target dan realisasi {lalu} bila indikatornya sama; bila memang diganti, jelaskan dasar perubahan "
        "IKU pada Bab II.",
        halaman="lembar",
        argumen=("realisasi_tahunan",),
    )


DAFTAR = (
    Aturan("KON-20", Tingkat.PERINGATAN, "Definisi indikator tidak lengkap", definisi_tidak_lengkap),
    Aturan("KON-21", Tingkat.PERINGATAN, "Indikator sasaran bersifat proses/keluaran", bersifat_proses),
    Aturan("KON-22", Tingkat.PERINGATAN, "Indikator sering diganti", sering_diganti),
)
