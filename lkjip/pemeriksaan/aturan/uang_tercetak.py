"""ANG: what an already printed report says of money in two places, in the wrong row, or of the wrong rows.

The rules that look into free tables of money, into sentences and into claims alike are joined here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial

from lkjip.besaran import hitung
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan.dasar import TEMPAT_KLAIM, Aturan, Pemeriksa, galat, nama, tulis
from lkjip.pemeriksaan.aturan.geser import Persen, deret_tergeser, terpanjang
from lkjip.pemeriksaan.aturan.klaim_tercetak import (
    aturan_klaim,
    butir_klaim,
    salah_hitung,
    sebutan_klaim,
    temuan_klaim,
    temuan_per_angka,
)
from lkjip.pemeriksaan.aturan.tabel import subjumlah
from lkjip.pemeriksaan.aturan.tabel_salin import subtotal_tabel, tersalin_tabel
from lkjip.pemeriksaan.aturan.tabel_uang import (
    dua_angka_tabel,
    geser_tabel,
    lebih_tabel,
    sama_tabel,
    serapan_tabel,
    total_pagu_tabel,
    total_realisasi_tabel,
)
from lkjip.pemeriksaan.aturan.uang import (
    belanja_melebihi_pagu,
    belanja_murni_tidak_berjumlah,
    belanja_tidak_berjumlah,
    jumlah_pagu_anak,
    jumlah_realisasi_anak,
    realisasi_melebihi_pagu,
)
from lkjip.pemeriksaan.aturan.uang_kalimat import lebih_teks, sama_teks, serapan_kalimat
from lkjip.pemeriksaan.aturan.uang_salin import (
    pagu_sama_realisasi,
    subtotal_data,
    subtotal_tercetak,
    tersalin_data,
    tersalin_tercetak,
)
from lkjip.pemeriksaan.aturan.uang_tahun import anggaran_tahun_lain
from lkjip.pemeriksaan.data import KelasKlaim, Klaim, Temuan, Tingkat
from lkjip.pemeriksaan.klaim import HasilKlaim
from lkjip.pemeriksaan.klaim_ruang import Ruang

_RALAT = "Ralat angka itu dalam laporan yang sudah terbit; laporan ini mencetak angka hasil hitungan."


def _per_tempat(
    buku: BukuKerja, daftar: Sequence[HasilKlaim], besaran: str, *, baris: bool
) -> Iterator[tuple[list[HasilKlaim], list[HasilKlaim]]]:
    """(all claims of one amount, one per figure printed). `baris`: of single rows, else of totals and sasaran."""
    per_angka: dict[tuple[object, ...], list[HasilKlaim]] = defaultdict(list)
    milik_baris = {*buku.data.anggaran.anggaran_per_kode, *(b.kode for b in buku.data.anggaran.daftar_belanja)}
    for h in daftar:
        k = h.klaim
        if k.besaran == besaran and k.nilai is not None and (k.subjek in milik_baris) is baris:
            per_angka[k.subjek, k.tahun or buku.data.tahun, k.triwulan, k.versi].append(h)
    for kelompok in per_angka.values():
        berbeda = {h.klaim.nilai: h for h in reversed(kelompok)}
        yield kelompok, [h for h in kelompok if berbeda.get(h.klaim.nilai) is h]


def _beberapa(aturan: str, buku: BukuKerja, satu: Sequence[HasilKlaim], saran: str) -> Temuan:
    """One amount that is printed in several ways, with all the places and what it is."""
    tempat = "; ".join(f"{tulis(h.klaim.nilai)} di {h.klaim.rujukan}" for h in satu if h.klaim.nilai is not None)
    x = satu[0].hasil.angka
    hasil = f"; menurut data {tulis(x)}" if x is not None else ""
    return galat(
        aturan,
        f"Angka {sebutan_klaim(buku, satu[0].klaim)} dicetak {len(satu)} macam: {tempat}{hasil}.",
        letak="; ".join(h.klaim.rujukan for h in satu),
        subjek=satu[0].klaim.subjek,
        butir=butir_klaim(satu[0].klaim),
        nilai="; ".join(f"{h.klaim.nilai:f}" for h in satu),
        seharusnya=x if x is not None else "",
        cara=satu[0].hasil.cara,
        saran=saran,
        **TEMPAT_KLAIM,
    )


def _total_berbeda(aturan: str, besaran: str, buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """ANG-05, ANG-07: two printed totals of one scope; and the only one, where it is not that of the data."""
    ruang = Ruang(buku.data, daftar)
    for kelompok, satu in _per_tempat(buku, daftar, besaran, baris=False):
        if kelompok[0].klaim.subjek:  # of a sasaran: KON-15 says that they differ, ANG-28 that they are not its sum
            continue
        if len(satu) > 1:
            yield _beberapa(aturan, buku, satu, "Pakai satu jumlah di seluruh laporan, yaitu menurut data. " + _RALAT)
        elif kelompok[0].kelas is KelasKlaim.TIDAK_SESUAI:
            lain = [h.klaim.rujukan for h in kelompok[1:]]
            yield temuan_klaim(aturan, buku, kelompok[0], ruang, lain)


def dua_angka_baris(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """ANG-13: a row of the budget or of belanja printed with two amounts, or with another than the budget has."""
    ruang = Ruang(buku.data, daftar)
    for besaran in ("jumlah_pagu", "jumlah_realisasi"):
        for _, satu in _per_tempat(buku, daftar, besaran, baris=True):
            if len(satu) > 1:
                yield _beberapa("ANG-13", buku, satu, "Pakai satu angka untuk baris itu. " + _RALAT)
            elif satu[0].kelas is KelasKlaim.TIDAK_SESUAI and aturan_klaim(buku, satu[0].klaim) == "ANG-13":
                yield temuan_klaim("ANG-13", buku, satu[0], ruang)


def subjumlah_tercetak(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """ANG-28: the money printed for a sasaran is not that of its rows; once per sasaran, with all wrong places."""
    ruang = Ruang(buku.data, daftar)
    for besaran in ("jumlah_pagu", "jumlah_realisasi"):
        for _, satu in _per_tempat(buku, daftar, besaran, baris=False):
            salah = [h for h in satu if h.kelas is KelasKlaim.TIDAK_SESUAI and h.klaim.subjek]
            if len(salah) == 1:
                yield temuan_klaim("ANG-28", buku, salah[0], ruang)
            elif salah:
                yield _beberapa("ANG-28", buku, salah, "Jumlahkan ulang baris anggaran sasaran itu. " + _RALAT)


def jenis_belanja(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """ANG-11: what is printed for a kind of spending is not the sum of its parts."""
    ruang = Ruang(buku.data, daftar)
    belanja = {b.kode for b in buku.data.anggaran.daftar_belanja} - set(buku.data.anggaran.anggaran_per_kode)
    uang = (h for h in daftar if h.klaim.besaran in ("jumlah_pagu", "jumlah_realisasi") and h.klaim.subjek in belanja)
    salah = (h for h in uang if h.kelas is KelasKlaim.TIDAK_SESUAI and aturan_klaim(buku, h.klaim) != "ANG-13")
    yield from temuan_per_angka("ANG-11", buku, salah, ruang)


def _tergeser(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> list[list[HasilKlaim]]:
    """Runs of claimed serapan that belong to their neighbours: among siblings, in one level, else down a table."""
    per_tempat: dict[tuple[object, ...], list[int]] = defaultdict(list)
    baris = buku.data.anggaran.anggaran_per_kode
    for n, h in enumerate(daftar):
        if h.klaim.besaran == "serapan" and h.klaim.subjek in baris:
            tempat = (h.klaim.rujukan, h.klaim.tahun, h.klaim.triwulan)
            per_tempat[*tempat, baris[h.klaim.subjek].induk].append(n)
            per_tempat[*tempat, baris[h.klaim.subjek].tingkat, "tingkat"].append(n)
            per_tempat[*tempat, None].append(n)
    persen = {n: Persen(h.klaim.subjek, h.hasil.angka, h.klaim.nilai) for n, h in enumerate(daftar)}
    semua = terpanjang(
        [kelompok[n] for n in deret]
        for kelompok in sorted(per_tempat.values(), key=len)
        for deret in deret_tergeser([persen[n] for n in kelompok])
    )
    return [[daftar[n] for n in deret] for deret in semua]


def persen_tergeser(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """ANG-14 of claims."""
    for deret in _tergeser(buku, daftar):
        awal, akhir = deret[0], deret[-1]
        baris = buku.data.anggaran.anggaran_per_kode
        dari, sampai = (nama(h.klaim.subjek, baris[h.klaim.subjek].uraian) for h in (awal, akhir))
        yield galat(
            "ANG-14",
            f"{awal.klaim.rujukan} mencetak serapan {len(deret)} baris berurutan tergeser satu baris, dari {dari} "
            f"sampai {sampai}: yang pertama {_angka(awal.klaim.nilai)}%, seharusnya {_angka(awal.hasil.angka)}%.",
            letak=awal.klaim.rujukan,
            subjek=awal.klaim.subjek,
            butir=butir_klaim(awal.klaim),
            nilai="; ".join(_angka(h.klaim.nilai) for h in deret),
            seharusnya="; ".join(_angka(h.hasil.angka) for h in deret),
            cara=awal.hasil.cara,
            saran="Kembalikan kolom persen ke barisnya masing-masing. " + _RALAT,
            **TEMPAT_KLAIM,
        )


def _angka(nilai: Decimal | None) -> str:
    return tulis(nilai) if nilai is not None else "–"


def serapan_salah(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """ANG-03 of claims; those of a run that has moved as a whole are one finding of ANG-14."""
    ruang = Ruang(buku.data, daftar)
    tergeser = {id(h) for deret in _tergeser(buku, daftar) for h in deret}
    serapan = (h for h in daftar if h.klaim.besaran == "serapan" and h.kelas is KelasKlaim.TIDAK_SESUAI)
    yield from temuan_per_angka("ANG-03", buku, (h for h in serapan if id(h) not in tergeser), ruang)


def realisasi_tercetak_melebihi(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """ANG-04 of claims: at one place more is printed as spent than as planned, or more than 100%."""
    per_subjek: dict[tuple[object, ...], list[Klaim]] = defaultdict(list)
    for h in daftar:
        if h.klaim.besaran == "jumlah_pagu" and h.klaim.nilai is not None:
            per_subjek[h.klaim.subjek, h.klaim.tahun or buku.data.tahun].append(h.klaim)
    for h in daftar:
        k = h.klaim
        if k.besaran != "jumlah_realisasi" or k.nilai is None:
            continue
        batas = _batas(buku, k, per_subjek[k.subjek, k.tahun or buku.data.tahun])
        if batas is None or k.nilai <= batas:
            continue
        yield galat(
            "ANG-04",
            f"{k.rujukan} mencetak {sebutan_klaim(buku, k)}: {tulis(k.nilai)}, melebihi pagunya {tulis(batas)}.",
            letak=k.rujukan,
            subjek=k.subjek,
            butir=butir_klaim(k),
            nilai=k.nilai,
            seharusnya=f"paling banyak {tulis(batas)}",
            cara="realisasi ≤ pagu",
            saran="Periksa pagu dan realisasinya. " + _RALAT,
            **TEMPAT_KLAIM,
        )


def _batas(buku: BukuKerja, k: Klaim, pagu: Sequence[Klaim]) -> Decimal | None:
    """The pagu printed at the same place, else the largest that is printed or known: any of them may be meant."""
    setempat = [p.nilai for p in pagu if p.rujukan == k.rujukan and p.nilai is not None]
    if setempat:
        return max(setempat)
    data = hitung(buku.data, "pagu", k.subjek, tahun=k.tahun).angka
    return max((n for n in (data, *(p.nilai for p in pagu)) if n is not None), default=None)


def _gabung(*daftar: Pemeriksa) -> Pemeriksa:
    return lambda buku, ambang: (t for satu in daftar for t in satu(buku, ambang))


_PAGU, _REALISASI = (
    partial(_total_berbeda, "ANG-05", "jumlah_pagu"),
    partial(_total_berbeda, "ANG-07", "jumlah_realisasi"),
)
_G = Tingkat.GALAT
DAFTAR = (
    Aturan("ANG-01", _G, "Jumlah pagu anak tidak sama dengan induk", jumlah_pagu_anak, partial(salah_hitung, "ANG-01")),
    Aturan(
        "ANG-02", _G, "Jumlah realisasi anak tidak sama dengan induk", jumlah_realisasi_anak,
        partial(salah_hitung, "ANG-02"),
    ),
    Aturan("ANG-03", _G, "Serapan salah hitung", serapan_tabel, serapan_salah, serapan_kalimat),
    Aturan(
        "ANG-04", _G, "Realisasi melebihi pagu", _gabung(realisasi_melebihi_pagu, belanja_melebihi_pagu, lebih_tabel),
        realisasi_tercetak_melebihi, lebih_teks,
    ),
    Aturan("ANG-05", _G, "Total pagu berbeda dalam satu laporan", total_pagu_tabel, _PAGU),
    Aturan("ANG-06", _G, "Pagu sama dengan realisasi, serapan bukan 100", sama_tabel, pagu_sama_realisasi, sama_teks),
    Aturan("ANG-07", _G, "Realisasi total berbeda", total_realisasi_tabel, _REALISASI),
    Aturan("ANG-11", _G, "Jenis belanja tidak berjumlah",
           _gabung(belanja_tidak_berjumlah, belanja_murni_tidak_berjumlah), jenis_belanja),
    Aturan("ANG-13", _G, "Satu belanja, dua angka", dua_angka_tabel, dua_angka_baris),
    Aturan("ANG-14", _G, "Persen tergeser baris", geser_tabel, persen_tergeser),
    Aturan("ANG-15", _G, "Angka baris lain tersalin", _gabung(tersalin_data, tersalin_tabel), tersalin_tercetak),
    Aturan("ANG-16", _G, "Subtotal tertukar antarprogram", _gabung(subtotal_data, subtotal_tabel), subtotal_tercetak),
    Aturan("ANG-17", _G, "Anggaran tahun lain terbawa", periksa_teks=anggaran_tahun_lain),
    Aturan("ANG-28", _G, "Jumlah indikator/subjumlah tidak cocok", subjumlah, subjumlah_tercetak),
)  # fmt: skip
