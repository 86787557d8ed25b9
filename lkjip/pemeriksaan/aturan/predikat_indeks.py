"""HIT-18, HIT-19: the letter beside a number, in the SAKIP scale or in that of the index itself (pemeriksaan.md)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from kinerja.besaran_skala import SKALA_BAKU_PER_NAMA, SkalaBaku
from kinerja.rumus.predikat import BATAS_BAWAH_PREDIKAT, huruf_predikat, predikat
from lkjip.besaran import hitung
from lkjip.dasar.periode import nama_triwulan
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan.dasar import TEMPAT_KLAIM, Ambang, Aturan, berturut, galat, nama_indikator, tulis
from lkjip.pemeriksaan.aturan.klaim_tercetak import butir_klaim, salah_hitung
from lkjip.pemeriksaan.aturan.predikat_skala import AWAL_SAKIP, SAKIP, SKALA, kelas, kelas_sama
from lkjip.pemeriksaan.aturan.predikat_teks import predikat_tabel, predikat_teks
from lkjip.pemeriksaan.data import Klaim, Temuan, Tingkat
from lkjip.pemeriksaan.klaim import HasilKlaim
from renstra.data import Indikator, JenisIndikator


@dataclass(frozen=True)
class _Catatan:
    """A number with its letter as recorded. `target`: a letter may then stand for the lower bound of its range."""

    kode: str
    nilai: Decimal | None
    kata: str
    sebutan: str
    lembar: str
    halaman: str
    target: bool = False


def _catatan(buku: BukuKerja) -> Iterator[_Catatan]:
    kinerja, rencana = buku.data.kinerja, buku.data.renstra
    for k in kinerja.daftar_kinerja_triwulan:
        waktu = f"{nama_triwulan(k.triwulan)} {k.tahun}"
        yield _Catatan(k.indikator, k.realisasi, k.predikat_realisasi, waktu, "kinerja_triwulan", "pengisian")
        yield _Catatan(
            k.indikator, k.target, k.predikat_target, f"target {waktu}", "kinerja_triwulan", "pengisian", True
        )
    for r in kinerja.daftar_realisasi_tahunan:
        yield _Catatan(r.indikator, r.realisasi, r.predikat, f"tahun {r.tahun}", "realisasi_tahunan", "realisasi_lalu")
    for t in rencana.daftar_target_tahunan:
        yield _Catatan(t.indikator, t.target, t.predikat, f"target {t.tahun}", "target_tahunan", "target_renstra", True)
    for p in rencana.daftar_perjanjian:
        sebutan = f"target {p.versi.value} {p.tahun}"
        yield _Catatan(p.indikator, p.target, p.predikat, sebutan, "perjanjian", "perjanjian_kinerja", True)


def _skor_sakip(i: Indikator) -> bool:
    """Whether the indicator is the SAKIP score itself, not a share or a count of those who have one."""
    nama = i.uraian.casefold()
    skor = i.jenis is JenisIndikator.PREDIKAT or (i.jenis is not JenisIndikator.PERSEN and AWAL_SAKIP.match(nama))
    return bool(skor and SAKIP.search(nama))


def predikat_sakip(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """HIT-18: of an indicator that is the SAKIP score itself, the letter recorded beside the number."""
    sakip = {i.kode for i in buku.data.renstra.daftar_indikator if _skor_sakip(i)}
    for c in _catatan(buku):
        baku = huruf_predikat(c.kata)
        if c.kode not in sakip or c.nilai is None or baku is None or not 0 <= c.nilai <= 100:
            continue
        if predikat(c.nilai) != baku and not (c.target and BATAS_BAWAH_PREDIKAT[baku] == c.nilai):
            yield _salah("HIT-18", buku, c, predikat(c.nilai), SKALA_BAKU_PER_NAMA["sakip"].dasar)


def predikat_lain(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """HIT-19: the class recorded beside an index that has a scale of its own."""
    skala = _skala_indikator(buku)
    for c in _catatan(buku):
        if c.kode in skala and c.nilai is not None and c.kata.strip():
            benar = kelas(skala[c.kode], c.nilai)
            if benar and not kelas_sama(benar, c.kata):
                yield _salah("HIT-19", buku, c, benar, skala[c.kode].dasar)


def _skala_indikator(buku: BukuKerja) -> dict[str, SkalaBaku]:
    return {
        i.kode: SKALA_BAKU_PER_NAMA[nama]
        for i in buku.data.renstra.daftar_indikator if i.jenis is not JenisIndikator.PERSEN
        for nama, pola in SKALA if pola.search(i.uraian.casefold())
    }  # fmt: skip


def _salah(aturan: str, buku: BukuKerja, c: _Catatan, benar: str, dasar: str) -> Temuan:
    return galat(
        aturan,
        f"{nama_indikator(buku, c.kode)} {c.sebutan}: nilai {tulis(c.nilai or Decimal(0))} berpredikat {benar}, "
        f"tetapi tercatat {c.kata}.",
        letak=f"lembar {c.lembar}, {c.sebutan}",
        subjek=c.kode,
        butir=c.sebutan,
        nilai=c.kata,
        seharusnya=benar,
        cara=f"skala predikat {dasar}",
        saran="Perbaiki predikat atau nilainya menurut surat hasil penilaian.",
        halaman=c.halaman,
    )


def huruf_tercetak(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """HIT-18 of claims: a letter printed beside the number itself of the SAKIP score."""
    yield from salah_hitung("HIT-18", buku, daftar)
    sakip = {i.kode for i in buku.data.renstra.daftar_indikator if _skor_sakip(i)}
    for k in (h.klaim for h in daftar):
        huruf = huruf_predikat(k.teks)
        skor = (k.subjek in sakip and k.besaran == "realisasi") or k.besaran == "nilai_sakip"
        if not skor or huruf is None or k.nilai is None or not 0 <= k.nilai <= 100 or predikat(k.nilai) == huruf:
            continue
        yield galat(
            "HIT-18",
            f"{k.rujukan} mencetak {tulis(k.nilai)} berpredikat {k.teks.strip()}, padahal menurut skala SAKIP "
            f"{predikat(k.nilai)}.",
            letak=k.rujukan, subjek=k.subjek, butir=butir_klaim(k), nilai=k.teks, seharusnya=predikat(k.nilai),
            cara=f"skala predikat {SKALA_BAKU_PER_NAMA['sakip'].dasar}",
            saran="Ralat predikat atau nilainya dalam laporan yang sudah terbit.",
            **TEMPAT_KLAIM,
        )  # fmt: skip


def predikat_tercetak(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """HIT-19 of claims: a word printed for the realisasi or target of such an index."""
    skala = _skala_indikator(buku)
    for k in (h.klaim for h in daftar):
        if k.subjek not in skala or k.besaran not in ("realisasi", "selisih_target") or not k.teks.strip():
            continue
        nilai = k.nilai if k.nilai is not None else _nilai(buku, k)
        benar = kelas(skala[k.subjek], nilai) if nilai is not None else ""
        if nilai is not None and benar and not kelas_sama(benar, k.teks):
            yield galat(
                "HIT-19",
                f"{k.rujukan} mencetak predikat {nama_indikator(buku, k.subjek)}: {k.teks.strip()}, padahal nilai "
                f"{tulis(nilai)} berpredikat {benar}.",
                letak=k.rujukan, subjek=k.subjek, butir=butir_klaim(k), nilai=k.teks, seharusnya=benar,
                cara=f"skala predikat {skala[k.subjek].dasar}",
                saran="Pakai skala indeks itu sendiri. Ralat predikatnya dalam laporan yang sudah terbit.",
                **TEMPAT_KLAIM,
            )  # fmt: skip


def _nilai(buku: BukuKerja, k: Klaim) -> Decimal | None:
    return hitung(buku.data, k.besaran, k.subjek, tahun=k.tahun, triwulan=k.triwulan).angka


DAFTAR = (
    Aturan(
        "HIT-18", Tingkat.GALAT, "Predikat SAKIP tidak cocok nilai",
        berturut(predikat_sakip, partial(predikat_tabel, "HIT-18")), huruf_tercetak, partial(predikat_teks, "HIT-18"),
    ),
    Aturan(
        "HIT-19", Tingkat.GALAT, "Predikat indeks lain salah skala",
        berturut(predikat_lain, partial(predikat_tabel, "HIT-19")), predikat_tercetak, partial(predikat_teks, "HIT-19"),
    ),
)  # fmt: skip
