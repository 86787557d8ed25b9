"""HIT: what an already printed report makes of its figures: cut off, capped, put into words (pemeriksaan.md)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import ROUND_DOWN, Decimal

from kinerja.rumus.predikat import kata_baku
from lkjip.besaran import hitung
from lkjip.dasar.hitungan import KONTEKS, SERATUS, rata_rata
from lkjip.dasar.tulisan_angka import bulat
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan.dasar import (
    TEMPAT_KLAIM,
    Aturan,
    berturut,
    galat,
    info,
    nama_indikator,
    peringatan,
    tulis,
)
from lkjip.pemeriksaan.aturan.hitungan_teks import sisa_teks, tertukar_teks, tren_teks
from lkjip.pemeriksaan.aturan.hitungan_teks_kelas import kategori_teks_tidak_seragam, rata_rata_kata
from lkjip.pemeriksaan.aturan.klaim_tercetak import (
    aturan_klaim,
    batas_tidak_konsisten,
    butir_klaim,
    sebutan_klaim,
    temuan_klaim,
)
from lkjip.pemeriksaan.aturan.tabel_hitungan import sisa_cacah_tabel, tren_tabel
from lkjip.pemeriksaan.aturan.tabel_kelas import batas_tabel, rata_rata_tabel
from lkjip.pemeriksaan.aturan.tabel_uang import sisa_tabel
from lkjip.pemeriksaan.data import KelasKlaim, Klaim, Temuan, Tingkat
from lkjip.pemeriksaan.klaim import HasilKlaim, desimal_tercetak
from lkjip.pemeriksaan.klaim_ruang import Ruang
from renstra.data import Indikator

_RALAT = "Ralat angka itu dalam laporan yang sudah terbit; laporan ini mencetak angka hasil hitungan."
_RATA_RATA = ("rata_rata_sasaran", "rata_rata_total", "rata_rata_kemajuan", "rata_rata_efisiensi")
_ANGKA = re.compile(r"\s*-?\d[\d.,]*\s*(?:%|persen)?\s*", re.IGNORECASE)
_BESARAN_KATEGORI = ("capaian", "rata_rata_sasaran", "rata_rata_total")


def _temuan(aturan: str, tingkat: Tingkat, daftar: Sequence[Klaim], pesan: str, **lain: object) -> Temuan:
    """A finding about figures that stand in several places."""
    buat = {Tingkat.GALAT: galat, Tingkat.PERINGATAN: peringatan, Tingkat.INFO: info}[tingkat]
    tetap: dict[str, object] = {"saran": _RALAT}
    return buat(
        aturan,
        pesan,
        letak="; ".join(dict.fromkeys(k.rujukan for k in daftar)),
        subjek=daftar[0].subjek,
        butir=butir_klaim(daftar[0]),
        **TEMPAT_KLAIM,
        **(tetap | lain),
    )


def dipotong(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """HIT-02: cut off where it should have been rounded; once per figure, with all its places."""
    per_angka: dict[tuple[object, ...], list[HasilKlaim]] = defaultdict(list)
    for h in daftar:
        x, k = h.hasil.angka, h.klaim
        if h.kelas is KelasKlaim.PEMBULATAN and x is not None and k.nilai is not None:
            potong = x.quantize(Decimal(1).scaleb(-desimal_tercetak(k)), rounding=ROUND_DOWN, context=KONTEKS)
            if potong == k.nilai:
                per_angka[k.besaran, k.subjek, k.tahun, k.triwulan, k.nilai].append(h)
    for kelompok in per_angka.values():
        k, x = kelompok[0].klaim, kelompok[0].hasil.angka or Decimal(0)
        benar = bulat(x, desimal_tercetak(k))
        yield _temuan(
            "HIT-02", Tingkat.INFO, [h.klaim for h in kelompok],
            f"{k.rujukan} mencetak {sebutan_klaim(buku, k)}: {tulis(k.nilai or Decimal(0))}, yaitu {tulis(x)} yang "
            f"dipotong; pembulatannya {tulis(benar)}.",
            nilai=k.nilai, seharusnya=benar, cara=kelompok[0].hasil.cara,
            saran="Bulatkan, jangan potong, atau cetak dua desimal. " + _RALAT,
        )  # fmt: skip


def batas_capaian(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """HIT-03: above the cap; 100 for far more without a cap; 100 for a little more while others exceed 100."""
    ruang = Ruang(buku.data, daftar)
    capaian = [h for h in daftar if h.klaim.besaran == "capaian" and h.klaim.nilai is not None]
    melebihi = [h.klaim for h in capaian if (h.klaim.nilai or Decimal(0)) > SERATUS]
    batas = buku.data.kinerja.metode.batas_capaian
    dilaporkan: set[tuple[object, ...]] = set()
    for h in capaian:
        if batas_tidak_konsisten(buku, h.klaim) and aturan_klaim(buku, h.klaim) == "HIT-03":
            dilaporkan.add(_periode(h.klaim))
            yield temuan_klaim("HIT-03", buku, h, ruang)
    ragu = [h for h in capaian if h.klaim.nilai == SERATUS and _tercetak_100(h) and _periode(h.klaim) not in dilaporkan]
    if batas is None and ragu and melebihi:
        satu: dict[tuple[object, ...], HasilKlaim] = {_periode(h.klaim): h for h in reversed(ragu)}
        isi = "; ".join(f"{sebutan_klaim(buku, h.klaim)} {tulis(h.hasil.angka or SERATUS)}" for h in satu.values())
        lain = melebihi[0]
        yield _temuan(
            "HIT-03", Tingkat.GALAT, [h.klaim for h in ragu],
            f"Capaian di atas 100 dicetak tepat 100, padahal capaian lain dicetak di atasnya "
            f"({tulis(lain.nilai or SERATUS)} di {lain.rujukan}): {isi}.",
            nilai=SERATUS, seharusnya=ragu[0].hasil.angka, cara=ragu[0].hasil.cara,
            saran="Pakai satu cara untuk semua capaian: batasi semuanya pada 100, atau cetak semuanya dengan dua "
            "desimal apa adanya. " + _RALAT,
        )  # fmt: skip


def _periode(k: Klaim) -> tuple[object, ...]:
    return k.subjek, k.tahun, k.triwulan


def _tercetak_100(h: HasilKlaim) -> bool:
    """Whether two decimals would show more than 100."""
    return h.hasil.angka is not None and bulat(h.hasil.angka, 2) > SERATUS


def kategori_tidak_seragam(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """HIT-07: one capaian, by the data or as printed, under several words."""
    per_angka: dict[tuple[str, Decimal], list[Klaim]] = defaultdict(list)
    tercetak: dict[tuple[object, ...], Decimal] = {
        _periode(h.klaim): h.klaim.nilai
        for h in daftar if h.klaim.besaran in _BESARAN_KATEGORI and h.klaim.nilai is not None
    }  # fmt: skip
    for k in (h.klaim for h in daftar):
        if k.besaran != "kategori_capaian" or not k.teks.strip():
            continue
        nilai = _capaian(buku, k)
        if nilai is not None:
            per_angka["menurut data", bulat(nilai, 2)].append(k)
        if (cetak := tercetak.get(_periode(k))) is not None:
            per_angka["yang tercetak", cetak].append(k)
    sudah: set[int] = set()
    for (sebutan, nilai), kelompok in per_angka.items():
        berbeda = {kata_baku(k.teks): k for k in reversed(kelompok)}
        if len(berbeda) < 2 or sudah.issuperset(map(id, berbeda.values())):
            continue
        sudah.update(map(id, kelompok))
        urut = [k for k in kelompok if berbeda[kata_baku(k.teks)] is k]
        tempat = "; ".join(f"“{k.teks.strip()}” di {k.rujukan}" for k in urut)
        yield _temuan(
            "HIT-07", Tingkat.PERINGATAN, urut,
            f"Capaian {tulis(nilai)}% ({sebutan}) diberi {len(urut)} kategori: {tempat}.",
            nilai="; ".join(k.teks.strip() for k in urut), cara="satu capaian, satu kategori menurut skala tahun ini",
            saran="Pakai satu kategori menurut skala yang sama. " + _RALAT,
        )  # fmt: skip


def _capaian(buku: BukuKerja, k: Klaim) -> Decimal | None:
    besaran = "capaian" if k.subjek in buku.data.renstra.indikator_per_kode else (
        "rata_rata_sasaran" if k.subjek else "rata_rata_total"
    )  # fmt: skip
    return hitung(buku.data, besaran, k.subjek, tahun=k.tahun, triwulan=k.triwulan).angka


def rata_rata_teks(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """HIT-11 of claims: a mean that is no number."""
    for h in daftar:
        k = h.klaim
        if k.besaran in _RATA_RATA and k.nilai is None and k.teks.strip() and not _ANGKA.fullmatch(k.teks):
            x = h.hasil.angka if h.hasil.angka is not None else _angka_rata(buku, k)
            hitungan = f"; hitungannya {tulis(x)}" if x is not None else ""
            yield _temuan(
                "HIT-11", Tingkat.PERINGATAN, [k],
                f"{k.rujukan} mencetak {sebutan_klaim(buku, k)} sebagai “{k.teks.strip()}”, bukan angka{hitungan}.",
                nilai=k.teks, seharusnya=x if x is not None else "", cara=h.hasil.cara,
                saran="Cetak rata-ratanya sebagai angka. " + _RALAT,
            )  # fmt: skip


def _angka_rata(buku: BukuKerja, k: Klaim) -> Decimal | None:
    return hitung(buku.data, k.besaran, k.subjek, tahun=k.tahun, triwulan=k.triwulan).angka


def tujuan_ikut(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """HIT-12: the printed total is the mean with the indicators of the tujuan, and not without them."""
    rencana = buku.data.renstra
    tujuan = [i for t in rencana.daftar_tujuan for i in rencana.daftar_indikator_tujuan(t.kode)]
    for h in daftar if tujuan else ():
        k = h.klaim
        if k.besaran != "rata_rata_total" or k.nilai is None or h.hasil.angka is None or h.kelas is KelasKlaim.SESUAI:
            continue
        semua = _semua_capaian(buku, [*tujuan, *rencana.daftar_indikator_semua_sasaran], k)
        if not semua or bulat(rata_rata(semua), desimal_tercetak(k)) != k.nilai:
            continue
        yield _temuan(
            "HIT-12", Tingkat.PERINGATAN, [k],
            f"{k.rujukan} mencetak {sebutan_klaim(buku, k)}: {tulis(k.nilai)}, yaitu rata-rata yang memasukkan "
            f"{len(tujuan)} indikator tujuan; tanpa indikator tujuan {tulis(h.hasil.angka)}.",
            nilai=k.nilai, seharusnya=h.hasil.angka, cara=h.hasil.cara,
            saran="Hitung rata-rata hanya dari indikator sasaran. " + _RALAT,
        )  # fmt: skip


def _semua_capaian(buku: BukuKerja, daftar: Sequence[Indikator], k: Klaim) -> list[Decimal]:
    semua = (hitung(buku.data, "capaian", i.kode, tahun=k.tahun, triwulan=k.triwulan).angka for i in daftar)
    return [n for n in semua if n is not None]


def tertukar_tercetak(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """HIT-21 of claims: at one place the realisasi stands under capaian and the capaian under realisasi."""
    per_tempat: dict[tuple[object, ...], dict[str, HasilKlaim]] = defaultdict(dict)
    for h in daftar:
        if h.klaim.besaran in ("realisasi", "capaian") and h.klaim.nilai is not None:
            per_tempat[h.klaim.rujukan, *_periode(h.klaim)][h.klaim.besaran] = h
    for isi in per_tempat.values():
        r, c = isi.get("realisasi"), isi.get("capaian")
        if r is None or c is None or KelasKlaim.SESUAI in (r.kelas, c.kelas):
            continue
        if not (_sama(r.klaim, c.hasil.angka) and _sama(c.klaim, r.hasil.angka)):
            continue
        yield _temuan(
            "HIT-21", Tingkat.PERINGATAN, [r.klaim, c.klaim],
            f"{r.klaim.rujukan} menukar realisasi dan capaian {nama_indikator(buku, r.klaim.subjek)}: realisasinya "
            f"{tulis(c.klaim.nilai or SERATUS)}, capaiannya {tulis(r.klaim.nilai or SERATUS)}%.",
            nilai=r.klaim.nilai, seharusnya=c.klaim.nilai, cara=c.hasil.cara,
        )  # fmt: skip


def _sama(k: Klaim, x: Decimal | None) -> bool:
    return x is not None and k.nilai is not None and bulat(x, desimal_tercetak(k)) == k.nilai


DAFTAR = (
    Aturan("HIT-02", Tingkat.INFO, "Capaian dipotong, bukan dibulatkan", periksa_klaim=dipotong),
    Aturan("HIT-03", Tingkat.GALAT, "Batas capaian tidak konsisten", batas_tabel, periksa_klaim=batas_capaian),
    Aturan(
        "HIT-07", Tingkat.PERINGATAN, "Kategori tidak seragam",
        periksa_klaim=kategori_tidak_seragam, periksa_teks=kategori_teks_tidak_seragam,
    ),
    Aturan(
        "HIT-11", Tingkat.PERINGATAN, "Rata-rata bukan angka",
        rata_rata_tabel, rata_rata_teks, rata_rata_kata,
    ),
    Aturan("HIT-12", Tingkat.PERINGATAN, "Indikator tujuan ikut dirata-ratakan", periksa_klaim=tujuan_ikut),
    Aturan("HIT-16", Tingkat.GALAT, "Sisa tidak cocok", berturut(sisa_tabel, sisa_cacah_tabel), periksa_teks=sisa_teks),
    Aturan(
        "HIT-21", Tingkat.PERINGATAN, "Istilah realisasi dan capaian tertukar",
        periksa_klaim=tertukar_tercetak, periksa_teks=tertukar_teks,
    ),
    Aturan("HIT-22", Tingkat.GALAT, "Tren salah arah", tren_tabel, periksa_teks=tren_teks),
)  # fmt: skip
