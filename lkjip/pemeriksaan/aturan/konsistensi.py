"""KON: the plan agrees with itself and with the Perjanjian Kinerja (pemeriksaan.md)."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip.besaran import hitung
from lkjip.dasar.hasil import Keadaan
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan, diperjanjikan, disebut_narasi, galat, nama
from lkjip.pemeriksaan.data import Temuan, Tingkat


def iku_tidak_diperjanjikan(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """KON-08. Where the year has no Perjanjian Kinerja at all, that is said once. A tujuan's is not promised yearly."""
    rencana, tahun = buku.data.renstra, buku.data.tahun
    daftar_iku = [i for i in rencana.daftar_indikator if i.iku and i.induk not in rencana.tujuan_per_kode]
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


def indikator_tidak_dilaporkan(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """KON-09: promised, due, no realisasi, and neither a remark nor the text says why."""
    tahun, kinerja = buku.data.tahun, buku.data.kinerja
    for i in diperjanjikan(buku):
        hasil = hitung(buku.data, "realisasi", i.kode)
        daftar = [k for k in kinerja.daftar_kinerja_triwulan if (k.indikator, k.tahun) == (i.kode, tahun)]
        catatan = any(k.catatan.strip() for k in daftar)
        huruf = hitung(buku.data, "predikat_realisasi", i.kode)
        if hasil.keadaan is not Keadaan.KOSONG or huruf.ada or catatan or disebut_narasi(buku, i.kode, i.uraian):
            continue
        yield galat(
            "KON-09",
            f"{nama(i.kode, i.uraian)} diperjanjikan untuk {tahun}, tetapi realisasinya kosong tanpa alasan.",
            letak="lembar kinerja_triwulan",
            subjek=i.kode,
            cara=hasil.alasan,
            saran="Isi realisasinya, atau tulis sebabnya pada kolom catatan triwulan.",
            halaman="isi_triwulan",
            argumen=(4,),
        )


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
    Aturan("KON-09", Tingkat.GALAT, "Indikator PK tidak dilaporkan", indikator_tidak_dilaporkan),
    Aturan("KON-11", Tingkat.GALAT, "Sasaran tanpa indikator", sasaran_tanpa_indikator),
)
