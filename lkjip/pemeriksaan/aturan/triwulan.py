"""TW: quarters lead to the year, and what is cumulative never falls (pemeriksaan.md)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from kinerja.data import KinerjaTriwulan, RealisasiTahunan
from kinerja.pilihan import realisasi_baris
from lkjip.besaran import hitung
from lkjip.dasar.hitungan import banyak_desimal
from lkjip.dasar.periode import DAFTAR_TRIWULAN, nama_triwulan
from lkjip.dasar.tulisan_angka import bulat
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan, galat, nama, nama_indikator, rp, setepat_cetak, tulis
from lkjip.pemeriksaan.data import Klaim, Temuan, Tingkat
from renstra.data import Akumulasi, Indikator


def target_tidak_bermuara(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """TW-01: what the quarters' targets gather to by `akumulasi` is not the year's target."""
    for i in buku.data.renstra.daftar_indikator:
        terhimpun, target = hitung(buku.data, "target_terhimpun", i.kode), hitung(buku.data, "selisih_target", i.kode)
        if terhimpun.angka is None or target.angka is None:
            continue
        # A mean may be written rounded, to one decimal at least: 33,33 for 100 / 3, not 3 for 3,06.
        desimal = max(1, banyak_desimal(target.angka))
        if (bulat(terhimpun.angka, desimal) if terhimpun.hasil_bagi else terhimpun.angka) == target.angka:
            continue
        yield galat(
            "TW-01",
            f"Target triwulan {nama(i.kode, i.uraian)} bermuara ke {tulis(terhimpun.angka)}, "
            f"sedangkan target tahunannya {tulis(target.angka)}.",
            letak="lembar kinerja_triwulan, kolom target",
            subjek=i.kode,
            nilai=terhimpun.angka,
            seharusnya=target.angka,
            cara=f"{terhimpun.cara}; {target.cara}",
            saran="Samakan target triwulan dengan target tahunan, atau perbaiki cara akumulasi indikatornya.",
            halaman="rencana_aksi",
        )


def realisasi_tidak_sama(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """TW-04: the year's own row, typed or of two numbers, beside quarters that gather to something else."""
    data = buku.data
    for i in data.renstra.daftar_indikator:
        baris = data.kinerja.realisasi_per_tahun.get((i.kode, data.tahun))
        triwulan = [data.kinerja.kinerja_per_triwulan.get((i.kode, data.tahun, t)) for t in DAFTAR_TRIWULAN]
        tercatat = None if baris is None else _tercatat(baris, i)
        if tercatat is None or all(k is None or _tercatat(k, i) is None for k in triwulan):
            continue
        hasil = hitung(data, "realisasi", i.kode)
        if hasil.angka is None:
            continue
        if setepat_cetak(hasil.angka, tercatat) if hasil.hasil_bagi else hasil.angka == tercatat:
            continue
        yield galat(
            "TW-04",
            f"Realisasi tahunan {nama(i.kode, i.uraian)} tercatat {tulis(tercatat)}, "
            f"sedangkan triwulannya menghasilkan {tulis(hasil.angka)}.",
            letak="lembar realisasi_tahunan dan kinerja_triwulan",
            subjek=i.kode,
            nilai=tercatat,
            seharusnya=hasil.angka,
            cara=hasil.cara,
            saran="Hapus baris tahunannya bila triwulannya benar, atau perbaiki realisasi triwulannya.",
            halaman="lembar",
            argumen=("realisasi_tahunan",),
        )


def dua_bilangan(buku: BukuKerja, klaim: Klaim) -> bool:
    """Whether numerator and denominator of that very quarter or year are recorded beside its realisasi."""
    kinerja, tahun = buku.data.kinerja, klaim.tahun or buku.data.tahun
    baris: KinerjaTriwulan | RealisasiTahunan | None = kinerja.realisasi_per_tahun.get((klaim.subjek, tahun))
    if klaim.triwulan is not None:
        baris = kinerja.kinerja_per_triwulan.get((klaim.subjek, tahun, klaim.triwulan))
    return baris is not None and baris.pembilang is not None and baris.penyebut is not None


def _tercatat(baris: RealisasiTahunan | KinerjaTriwulan, i: Indikator) -> Decimal | None:
    """What a row says: its figure, else that of its two numbers."""
    hasil = realisasi_baris(baris, i, "")
    return None if hasil is None else hasil.angka


def realisasi_turun(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """TW-05: cumulative money, and indicators whose year is the largest quarter."""
    data = buku.data
    for a in data.anggaran.daftar_anggaran:
        baris = [(t, data.anggaran.realisasi_per_triwulan.get((a.kode, data.tahun, t))) for t in DAFTAR_TRIWULAN]
        nilai = [(t, r.realisasi) for t, r in baris if r is not None and r.realisasi is not None]
        yield from _turun(nilai, f"Realisasi anggaran {nama(a.kode, a.uraian)}", a.kode, uang=True)
    for i in data.renstra.daftar_indikator:
        if i.akumulasi is Akumulasi.MAKSIMUM:
            hasil = [(t, hitung(data, "realisasi", i.kode, triwulan=t).angka) for t in DAFTAR_TRIWULAN]
            terisi = [(t, n) for t, n in hasil if n is not None]
            yield from _turun(terisi, f"Realisasi {nama_indikator(buku, i.kode)}", i.kode, uang=False)


def _tulis(nilai: Decimal, *, uang: bool) -> str:
    return rp(nilai) if uang else tulis(nilai)


def _turun(daftar: list[tuple[int, Decimal]], sebutan: str, kode: str, *, uang: bool) -> Iterator[Temuan]:
    for (lalu, dari), (triwulan, ke) in pairwise(daftar):
        if ke >= dari:
            continue
        yield galat(
            "TW-05",
            f"{sebutan} turun dari {_tulis(dari, uang=uang)} ({nama_triwulan(lalu)}) menjadi {_tulis(ke, uang=uang)} "
            f"({nama_triwulan(triwulan)}), padahal kumulatif.",
            letak=f"lembar {'realisasi_anggaran' if uang else 'kinerja_triwulan'}, {nama_triwulan(triwulan)}",
            subjek=kode,
            butir=f"TW{triwulan}",
            nilai=ke,
            seharusnya=f"paling sedikit {_tulis(dari, uang=uang)}",
            saran="Isi realisasi sejak Januari sampai akhir triwulan itu, bukan triwulan itu saja.",
            halaman="isi_anggaran" if uang else "isi_triwulan",
            argumen=(triwulan,),
        )


# Rules that hold printed claims against the data as well are listed in `klaim_tercetak`.
DAFTAR = (
    Aturan("TW-01", Tingkat.GALAT, "Target triwulan tidak bermuara ke target tahunan", target_tidak_bermuara),
    Aturan("TW-05", Tingkat.GALAT, "Realisasi kumulatif turun", realisasi_turun),
)
