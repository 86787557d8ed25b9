"""KON: the plan agrees with itself and with the Perjanjian Kinerja (pemeriksaan.md)."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip.besaran import hitung
from lkjip.dasar.hasil import Keadaan
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan.alasan_tertulis import BELUM_TERUKUR, beralasan, bermakna_tiada
from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan, galat, nama
from lkjip.pemeriksaan.bacaan import Bacaan
from lkjip.pemeriksaan.data import Temuan, Tingkat
from renstra.data import Indikator


def iku_tidak_diperjanjikan(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """KON-08, an IKU of a tujuan too. Where the year has no Perjanjian Kinerja at all, that is said once."""
    rencana, tahun = buku.data.renstra, buku.data.tahun
    daftar_iku = [i for i in rencana.daftar_indikator if i.iku]
    ada = {p.indikator for p in rencana.daftar_perjanjian if p.tahun == tahun}
    if daftar_iku and not ada:
        yield galat(
            "KON-08",
            f"Perjanjian Kinerja tahun {tahun} belum diisi, padahal ada {len(daftar_iku)} IKU.",
            letak="lembar perjanjian",
            butir="semua",
            nilai="0",
            seharusnya=str(len(daftar_iku)),
            saran="Isi target Perjanjian Kinerja tahun ini.",
            halaman="perjanjian_kinerja",
        )
        return
    for i in daftar_iku:
        if i.kode not in ada:
            yield galat(
                "KON-08",
                f"{nama(i.kode, i.uraian)} adalah IKU, tetapi tidak ada dalam Perjanjian Kinerja {tahun}.",
                letak="lembar perjanjian",
                subjek=i.kode,
                saran="Tambahkan targetnya pada Perjanjian Kinerja, atau hapus tanda IKU-nya.",
                halaman="perjanjian_kinerja",
            )


def indikator_tidak_dilaporkan(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """KON-09: promised, due, no realisasi, and neither a remark nor a sentence about the indicator says why."""
    buku = bacaan.buku
    rencana, tahun = buku.data.renstra, buku.data.tahun
    ada = {p.indikator for p in rencana.daftar_perjanjian if p.tahun == tahun}
    for i in rencana.daftar_indikator:
        if i.kode not in ada or _bercatatan(buku, i):
            continue
        hasil = hitung(buku.data, "realisasi", i.kode)
        if hasil.keadaan is not Keadaan.KOSONG or hitung(buku.data, "predikat_realisasi", i.kode).ada:
            continue
        if beralasan(bacaan, i.kode, BELUM_TERUKUR, umum=False):
            continue
        yield galat(
            "KON-09",
            f"{nama(i.kode, i.uraian)} diperjanjikan untuk {tahun}, tetapi realisasinya kosong tanpa alasan.",
            letak="lembar kinerja_triwulan",
            subjek=i.kode,
            seharusnya=f"realisasi {tahun}, atau alasan mengapa belum ada",
            cara=hasil.alasan,
            saran="Isi realisasinya, atau tulis sebabnya pada kolom catatan triwulan.",
            halaman="isi_triwulan",
            argumen=(buku.laporan.identitas_berlaku.triwulan or 4,),
        )


def _bercatatan(buku: BukuKerja, i: Indikator) -> bool:
    """Whether a remark of the year says why: that of the last quarter due, or any that speaks of something missing."""
    data, akhir = buku.data, buku.laporan.identitas_berlaku.triwulan or 4
    catatan = {
        k.triwulan: k.catatan for k in data.kinerja.daftar_kinerja_triwulan
        if (k.indikator, k.tahun) == (i.kode, data.tahun) and k.triwulan <= akhir
    }  # fmt: skip
    return bool(catatan.get(akhir, "").strip()) or any(map(bermakna_tiada, catatan.values()))


def sasaran_tanpa_indikator(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """KON-11: a sasaran that nothing measures, and an indicator that belongs to nothing."""
    rencana = buku.data.renstra
    for s in rencana.daftar_sasaran:
        if not rencana.daftar_indikator_sasaran(s.kode):
            yield galat(
                "KON-11",
                f"Sasaran {nama(s.kode, s.uraian)} belum mempunyai indikator.",
                letak="lembar indikator",
                subjek=s.kode,
                saran="Tambahkan indikatornya, atau hapus sasaran itu.",
                halaman="renstra",
            )
    dikenal = {*rencana.tujuan_per_kode, *rencana.sasaran_per_kode, *buku.data.anggaran.anggaran_per_kode}
    for i in rencana.daftar_indikator:
        if i.induk not in dikenal:
            yield galat(
                "KON-11",
                f"{nama(i.kode, i.uraian)} menunjuk induk “{i.induk}” yang tidak ada.",
                letak="lembar indikator",
                subjek=i.kode,
                butir="induk",
                nilai=i.induk,
                saran="Pilih tujuan, sasaran, atau baris anggaran yang diukurnya.",
                halaman="renstra",
            )


DAFTAR = (
    Aturan("KON-08", Tingkat.GALAT, "IKU tidak diperjanjikan", iku_tidak_diperjanjikan),
    Aturan("KON-09", Tingkat.GALAT, "Indikator PK tidak dilaporkan", periksa_teks=indikator_tidak_dilaporkan),
    Aturan("KON-11", Tingkat.GALAT, "Sasaran tanpa indikator", sasaran_tanpa_indikator),
)
