"""LEN: what Bab I and Bab IV must speak of (pemeriksaan.md), read from the agency's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from lkjip.besaran import hitung
from lkjip.dasar.tulisan_angka import tulis_angka
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan.alasan_tertulis import indikator_disebut
from lkjip.pemeriksaan.aturan.dasar import (
    KOSONG,
    Ambang,
    Aturan,
    diperjanjikan,
    langsung_negatif,
    nama,
    peringatan,
    tahun_usai,
    tahunan,
)
from lkjip.pemeriksaan.aturan.kelengkapan_isi import bagian_terisi
from lkjip.pemeriksaan.bacaan import Bacaan, Teks
from lkjip.pemeriksaan.data import Temuan, Tingkat
from renstra.data import Indikator

_BAGIAN_ISU = re.compile(r"isu|masalah|aspek_strategis|tantangan")
_BUKAN_ISU = re.compile(r"dasar_hukum|tugas|fungsi|struktur|sistematika")
_SEBUT_ISU = re.compile(r"\b(?:permasalahan|isu(?:-isu)? strategis)\b")
_MASA_ISU = re.compile(
    r"\b(?:permasalahan|isu(?:-isu)?)\b(?P<antara>[^.\n]{0,60}?)\b(?P<awal>20\d\d)\s{0,2}"
    r"(?:[-–—/]|s\.?d\.?|sampai(?: dengan)?|hingga)\s{0,2}(?P<akhir>20\d\d)\b"
)
_DOKUMEN_LAIN = re.compile(r"renstra|rencana strategis|rpjm|rpd\b|rpjp|peraturan|nomor|belum|periode lalu|sebelumnya")
_BAGIAN_LANGKAH = re.compile(r"strategi|langkah|saran|rencana|tindak_lanjut|rekomendasi|perbaikan|upaya")
_LANGKAH = re.compile(
    r"\b(?:akan|ke ?depan|langkah(?:-langkah)?|rencana tindak|upaya perbaikan|tahun (?:berikutnya|depan)"
    r"|direncanakan)\b"
)
_SIMPULAN = re.compile(r"\b(?:ke)?simpulan|\bdisimpulkan\b|\bsecara (?:umum|keseluruhan)\b")
_SERATUS = 100


def isu_tidak_ada(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-13: Bab I without permasalahan, or with those of a period that ended before the year."""
    buku = bacaan.buku
    if not tahunan(buku):
        return
    bab1 = [t for t in (*bacaan.daftar_narasi, *bacaan.daftar_judul) if t.bagian.startswith("bab1")]
    terisi = [b for b in bagian_terisi(buku) if b.startswith("bab1")]
    ada = any(_BAGIAN_ISU.search(b) for b in terisi)
    ada = ada or any(_SEBUT_ISU.search(t.isi.casefold()) for t in bab1 if not _BUKAN_ISU.search(t.bagian))
    if not ada:
        yield peringatan(
            "LEN-13", "Bab I belum menguraikan permasalahan utama atau isu strategis.",
            letak="lembar narasi, bagian bab1.isu_strategis", bagian="bab1.isu_strategis",
            saran="Tulis permasalahan yang dihadapi tahun ini pada ruas Isu strategis.",
            halaman="naskah_ruas", argumen=("bab1.isu_strategis",),
        )  # fmt: skip
    for teks in bab1:
        yield from _isu_usang(buku, teks)


def _isu_usang(buku: BukuKerja, teks: Teks) -> Iterator[Temuan]:
    for cocok in _MASA_ISU.finditer(teks.isi.casefold()):
        if int(cocok["akhir"]) >= buku.data.tahun or _DOKUMEN_LAIN.search(cocok["antara"]):
            continue
        kutipan = teks.isi[cocok.start() : cocok.end()]
        yield peringatan(
            "LEN-13", f"Isu dalam Bab I berlaku untuk {cocok['awal']}–{cocok['akhir']}, sudah berakhir sebelum "
            f"{buku.data.tahun}.",
            letak=teks.letak, butir=f"{teks.letak} {cocok.start()}", bagian=teks.bagian, kutipan=kutipan,
            nilai=f"{cocok['awal']}–{cocok['akhir']}", seharusnya=f"periode yang mencakup {buku.data.tahun}",
            saran=f"Perbarui isu dan periodenya untuk {buku.data.tahun}.", halaman=teks.halaman, argumen=teks.argumen,
        )  # fmt: skip


def penutup_tidak_lengkap(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-14: Bab IV concludes, says what will be done, and speaks of every indicator below its target."""
    buku = bacaan.buku
    if not tahunan(buku) or not tahun_usai(buku):
        return
    bab4 = [t for t in bacaan.daftar_narasi if t.bagian.startswith("bab4") and t.isi.strip(KOSONG)]
    isi = " ".join(t.isi.casefold() for t in bab4)
    langkah = any(_BAGIAN_LANGKAH.search(t.bagian) for t in bab4)
    simpulan = any(not _BAGIAN_LANGKAH.search(t.bagian) for t in bab4)
    for ada, apa, ruas in (
        (simpulan or _SIMPULAN.search(isi), "simpulan", "bab4.kesimpulan"),
        (langkah or _LANGKAH.search(isi), "langkah perbaikan untuk tahun berikutnya", "bab4.strategi"),
    ):
        if not ada:
            yield peringatan(
                "LEN-14", f"Naskah Bab IV belum memuat {apa}.", letak=f"lembar narasi, bagian {ruas}", butir=apa,
                bagian=ruas, saran=f"Tulis {apa} dengan kata-kata sendiri pada Bab IV.", halaman="naskah_ruas",
                argumen=(ruas,),
            )  # fmt: skip
    luput = _tidak_disebut(bacaan) if bab4 else []
    if luput:
        daftar = "; ".join(f"{nama(i.kode, i.uraian)} {tulis_angka(n, 2)}%" for i, n in luput)
        yield peringatan(
            "LEN-14", f"Bab IV tidak menyebut indikator yang capaiannya di bawah 100%: {daftar}.",
            letak="lembar narasi, bagian bab4", subjek=luput[0][0].kode if len(luput) == 1 else "", butir="indikator",
            nilai=", ".join(i.kode for i, _ in luput),
            saran="Sebut indikator itu dalam simpulan, beserta langkah perbaikannya.",
            halaman="naskah_ruas", argumen=("bab4.kesimpulan",), bagian="bab4.kesimpulan",
        )  # fmt: skip


def _tidak_disebut(bacaan: Bacaan) -> list[tuple[Indikator, Decimal]]:
    """Indicators below 100 that no sentence or live figure of Bab IV is about, with their capaian."""
    buku = bacaan.buku
    disebut = {
        kode
        for kalimat in bacaan.daftar_kalimat
        if kalimat.teks.bagian.startswith("bab4")
        for kode in indikator_disebut(bacaan, kalimat)
    }
    isi = " ".join(t.isi.casefold() for t in bacaan.daftar_narasi if t.bagian.startswith("bab4"))
    hasil: list[tuple[Indikator, Decimal]] = []
    for i in diperjanjikan(buku):
        angka = hitung(buku.data, "capaian", i.kode).angka
        if angka is None or angka >= _SERATUS or langsung_negatif(buku, i) or i.kode in disebut:
            continue
        if not re.search(rf"(?<!\w){re.escape(i.kode.casefold())}(?!\w)", isi):
            hasil.append((i, angka))
    return hasil


DAFTAR = (
    Aturan("LEN-13", Tingkat.PERINGATAN, "Isu strategis tidak ada atau usang", periksa_teks=isu_tidak_ada),
    Aturan("LEN-14", Tingkat.PERINGATAN, "Simpulan/langkah perbaikan tidak ada", periksa_teks=penutup_tidak_lengkap),
)
