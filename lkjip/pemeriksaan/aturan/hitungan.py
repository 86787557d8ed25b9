"""HIT: targets, weights, quotients and scales from which our own figures follow (pemeriksaan.md)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal

from kinerja.besaran_skala import SKALA_BAKU_PER_NAMA
from kinerja.data import KinerjaTriwulan, RealisasiTahunan, Skala
from kinerja.pilihan import realisasi_komposit
from kinerja.rumus.akumulasi import hasil_bagi
from lkjip.besaran import hitung
from lkjip.dasar.hasil import Keadaan
from lkjip.dasar.hitungan import NOL, jumlah
from lkjip.dasar.periode import nama_triwulan
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan.dasar import (
    Ambang,
    Aturan,
    galat,
    nama,
    nama_indikator,
    sebutkan,
    setepat_cetak,
    target_pk_kosong,
    tulis,
)
from lkjip.pemeriksaan.data import Temuan, Tingkat
from renstra.data import Arah, Indikator, JenisIndikator

_JUDUL_SKALA = re.compile(r"\bskala\b.*\b(?:nilai|kinerja|capaian|peringkat|pengukuran|ordinal)\b", re.IGNORECASE)
_KOLOM_KELAS = re.compile(r"\b(?:kategori|kriteria|predikat|kelas|interpretasi)\b", re.IGNORECASE)
_KELAS = re.compile(r"\b(?:tinggi|rendah|sedang|baik|cukup|kurang|memuaskan|berhasil)\b", re.IGNORECASE)
_PER_SEKIAN = tuple(10**n for n in range(7))  # 93,18 %, 120,5 per 100.000 …


def skala_tidak_sah(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """HIT-08: every scale of the sheet, each direction by itself, and the one that the year uses where it is missing.

    A scale of an index (SKM from 25, merit from 100) need not reach 0.
    """
    kinerja = buku.data.kinerja
    per_skala: dict[tuple[str, Arah], list[Skala]] = defaultdict(list)
    for baris in kinerja.daftar_skala:
        per_skala[baris.skala, baris.arah or Arah.POSITIF].append(baris)
    salah = [
        (nama_skala, arah, satu)
        for (nama_skala, arah), daftar in per_skala.items()
        for satu in _salah_skala(daftar, dari_nol=nama_skala == kinerja.metode.skala or not _skala_indeks(daftar))
    ]
    dipakai = kinerja.metode.skala
    if dipakai and not any(nama_skala == dipakai for nama_skala, _ in per_skala):
        salah.append((dipakai, Arah.POSITIF, "tidak mempunyai satu baris pun, padahal dipakai tahun ini"))
    for nama_skala, arah, kalimat in salah:
        yield galat(
            "HIT-08",
            f"Skala “{nama_skala}” ({arah.value}) {kalimat}.",
            letak="lembar skala",
            subjek=nama_skala,
            butir=f"{arah.value} {kalimat}"[:80],
            cara="setiap batas bawah dan setiap kategori sekali, yang terendah 0",
            saran="Perbaiki baris skalanya: setiap kelas satu batas bawah, yang terendah mulai dari 0.",
            halaman="skala_kategori",
        )
    yield from skala_tabel_kembar(buku)


def skala_tabel_kembar(buku: BukuKerja) -> Iterator[Temuan]:
    """HIT-08 of a free table that explains the scale: two classes under one name, in its headings or its column."""
    for tabel in buku.laporan.daftar_tabel:
        if not _JUDUL_SKALA.search(tabel.judul):
            continue
        kolom = [n for n, k in enumerate(tabel.kepala) if _KOLOM_KELAS.search(k)]
        kelas = [b[n] for n in kolom[:1] for b in tabel.baris if n < len(b)]
        for daftar in (tabel.kepala, kelas):
            kembar = [k for k, n in Counter(str(k or "").strip() for k in daftar).items() if n > 1 and _KELAS.search(k)]
            if not kembar:
                continue
            yield galat(
                "HIT-08",
                f"Tabel “{tabel.judul}” memuat kelas “{kembar[0]}” lebih dari sekali.",
                letak=f"lembar {tabel.nama}",
                subjek=tabel.nama,
                butir=f"kelas {kembar[0]}"[:80],
                nilai=kembar[0],
                seharusnya="setiap kelas sekali",
                saran="Tulis nama dan rentang setiap kelas satu kali, sama dengan skala yang dipakai laporan ini.",
                halaman="ubah_tabel_bebas",
                argumen=(tabel.nama,),
            )


def _skala_indeks(daftar: list[Skala]) -> bool:
    """Whether a scale classes an index's own value, by its lowest bound or its name."""
    terendah = min((b.batas_bawah for b in daftar if b.batas_bawah is not None), default=NOL)
    baku = SKALA_BAKU_PER_NAMA.get(daftar[0].skala)
    return terendah in (25, 100) or (baku is not None and not baku.capaian)


def _salah_skala(daftar: list[Skala], *, dari_nol: bool) -> Iterator[str]:
    batas = [b.batas_bawah for b in daftar if b.batas_bawah is not None]
    ganda = [b for b, n in Counter(batas).items() if n > 1]
    kelas = [k for k, n in Counter(" ".join(b.kategori.casefold().split()) for b in daftar).items() if n > 1]
    yield from (f"memakai batas bawah {tulis(b)} untuk lebih dari satu kelas" for b in ganda)
    yield from (f"memuat kelas “{k}” lebih dari sekali" for k in kelas)
    if not batas or (dari_nol and min(batas) > 0):
        yield "tidak mempunyai kelas yang mulai dari 0"


def bobot_tidak_satu(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """HIT-13: the parts of a composite, and the indicators of a sasaran where all have a weight."""
    rencana, tahun = buku.data.renstra, buku.data.tahun
    per_indikator: dict[tuple[str, int], list[Decimal | None]] = defaultdict(list)
    for k in buku.data.kinerja.daftar_komponen:
        per_indikator[k.indikator, k.tahun or tahun].append(k.bobot)
    for (kode, tahunnya), daftar in per_indikator.items():
        yield from _bobot(
            daftar, ambang, f"komponen {nama_indikator(buku, kode)} tahun {tahunnya}", kode, str(tahunnya)
        )
    for s in rencana.daftar_sasaran:
        bobot = [i.bobot for i in rencana.daftar_indikator_sasaran(s.kode)]
        yield from _bobot(bobot, ambang, f"indikator sasaran {nama(s.kode, s.uraian)}", s.kode, "")


def _bobot(daftar: list[Decimal | None], ambang: Ambang, sebutan: str, subjek: str, butir: str) -> Iterator[Temuan]:
    terisi = [b for b in daftar if b is not None]
    nilai = jumlah(terisi)
    if not terisi or len(terisi) < len(daftar) or abs(nilai - 1) <= ambang.selisih_bobot:
        return
    yield galat(
        "HIT-13",
        f"Bobot {sebutan} berjumlah {tulis(nilai)}, seharusnya 1.",
        letak=f"lembar {'komponen' if butir else 'indikator'}, kolom bobot",
        subjek=subjek,
        butir=butir,
        nilai=nilai,
        seharusnya="1",
        cara=" + ".join(map(tulis, terisi)),
        saran="Perbaiki bobotnya sampai berjumlah 1 (100%).",
        halaman="lembar" if butir else "renstra",
        argumen=("komponen",) if butir else (),
    )


def nilai_komposit(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """HIT-14: quarters and components are both there, and the year's realisasi is not the composite."""
    kinerja, tahun = buku.data.kinerja, buku.data.tahun
    for kode in dict.fromkeys(k.indikator for k in kinerja.daftar_komponen):
        peta = kinerja.daftar_komponen_per_indikator
        daftar = peta.get((kode, tahun), ()) + peta.get((kode, None), ())
        komposit = realisasi_komposit([(k.bobot, k.nilai) for k in daftar])
        tercatat = hitung(buku.data, "realisasi", kode)
        if komposit.angka is None or tercatat.angka is None or setepat_cetak(komposit.angka, tercatat.angka):
            continue
        yield galat(
            "HIT-14",
            f"Realisasi {nama_indikator(buku, kode)} tercatat {tulis(tercatat.angka)}, "
            f"sedangkan jumlah bobot kali nilai komponennya {tulis(komposit.angka)}.",
            letak="lembar kinerja_triwulan dan komponen",
            subjek=kode,
            nilai=tercatat.angka,
            seharusnya=komposit.angka,
            cara=komposit.cara,
            saran="Perbaiki nilai komponennya, atau realisasi triwulannya.",
            halaman="lembar",
            argumen=("komponen",),
        )


def pembilang_penyebut(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """HIT-15: a recorded realisasi beside its two numbers: their quotient, or per cent, per 100.000 … of it."""
    kinerja = buku.data.kinerja
    for k in kinerja.daftar_kinerja_triwulan:
        sebutan = f"{nama_triwulan(k.triwulan)} {k.tahun}"
        yield from _hasil_bagi(buku, k, sebutan, "isi_triwulan", (k.triwulan,) if k.tahun == buku.data.tahun else ())
    for r in kinerja.daftar_realisasi_tahunan:
        yield from _hasil_bagi(buku, r, f"tahun {r.tahun}", "realisasi_lalu", ())


def _hasil_bagi(
    buku: BukuKerja, baris: KinerjaTriwulan | RealisasiTahunan, sebutan: str, halaman: str, argumen: tuple[int, ...]
) -> Iterator[Temuan]:
    n, d, tercatat = baris.pembilang, baris.penyebut, baris.realisasi
    if n is None or d is None or tercatat is None or d == 0:
        return
    if any(setepat_cetak((hasil_bagi(n, d, persen=False).angka or NOL) * kali, tercatat) for kali in _PER_SEKIAN):
        return
    indikator = buku.data.renstra.indikator_per_kode.get(baris.indikator)
    hasil = hasil_bagi(n, d, persen=indikator is None or indikator.jenis is JenisIndikator.PERSEN)
    seharusnya = hasil.angka or NOL
    yield galat(
        "HIT-15",
        f"Realisasi {nama_indikator(buku, baris.indikator)} {sebutan} tercatat {tulis(tercatat)}, "
        f"sedangkan {tulis(n)} dari {tulis(d)} adalah {tulis(seharusnya)}.",
        letak=f"lembar {'kinerja_triwulan' if halaman == 'isi_triwulan' else 'realisasi_tahunan'}, {sebutan}",
        subjek=baris.indikator,
        butir=sebutan,
        nilai=tercatat,
        seharusnya=seharusnya,
        cara=hasil.cara,
        saran="Perbaiki pembilang atau penyebutnya, atau kosongkan realisasinya supaya dihitung dari keduanya.",
        halaman=halaman if argumen or halaman != "isi_triwulan" else "realisasi_lalu",
        argumen=argumen,
    )


def target_nol_atau_kosong(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """HIT-20: an indicator of a sasaran without a target, any other that achieved something without one; any positive
    one with target 0 that achieved something. Those of the budget that lack one are many at a time: one finding.
    """
    data = buku.data
    sasaran = {i.kode for i in data.renstra.daftar_indikator_semua_sasaran}
    akhir = data.renstra.periode.renstra_akhir
    tahunan = {t.indikator for t in data.renstra.daftar_target_tahunan if t.tahun != akhir}  # not of its end alone
    keluaran: list[Indikator] = []
    for i in data.renstra.daftar_indikator:
        target, realisasi = hitung(data, "selisih_target", i.kode), hitung(data, "realisasi", i.kode)
        terlampaui = realisasi.angka is not None and realisasi.angka > 0
        kosong = target.keadaan is Keadaan.KOSONG or (i.kode in sasaran and target_pk_kosong(buku, i.kode))
        nol = target.angka == 0 and i.arah is not Arah.NEGATIF and terlampaui
        if nol or (
            kosong
            and (i.kode in sasaran or (terlampaui and i.kode in tahunan and i.induk in data.renstra.tujuan_per_kode))
        ):
            terisi = Decimal(0) if kosong else realisasi.angka
            yield _tanpa_target(buku, i, target.alasan or target.cara, terisi)
        elif kosong and terlampaui and i.induk not in data.renstra.tujuan_per_kode:
            keluaran.append(i)
    if keluaran:
        yield _keluaran_tanpa_target(buku, keluaran)


def _tanpa_target(buku: BukuKerja, i: Indikator, cara: str, realisasi: Decimal | None) -> Temuan:
    """`realisasi`: 0 where the target is missing altogether, else what was achieved against a target of 0."""
    keadaan = f"0, padahal realisasinya {tulis(realisasi)}" if realisasi else "belum diisi"
    diperjanjikan = i.induk in buku.data.renstra.sasaran_per_kode
    return galat(
        "HIT-20",
        f"Target {nama(i.kode, i.uraian)} tahun {buku.data.tahun} {keadaan}; capaiannya tidak dapat dihitung.",
        letak="lembar perjanjian dan target_tahunan",
        subjek=i.kode,
        nilai="0" if realisasi else "",
        cara=cara,
        saran="Isi target tahun ini pada Perjanjian Kinerja." if diperjanjikan else "Isi target tahun ini.",
        halaman="perjanjian_kinerja" if diperjanjikan else "target_renstra",
    )


def _keluaran_tanpa_target(buku: BukuKerja, daftar: list[Indikator]) -> Temuan:
    siapa = sebutkan([nama(i.kode, i.uraian) for i in daftar])
    return galat(
        "HIT-20",
        f"Target tahun {buku.data.tahun} belum diisi, padahal realisasinya ada, sehingga capaiannya tidak dapat "
        f"dihitung: {siapa}.",
        letak="lembar target_tahunan",
        subjek=daftar[0].kode if len(daftar) == 1 else "",
        butir="keluaran",
        nilai=f"{len(daftar)} indikator",
        seharusnya="target tahun ini",
        saran="Isi target tahun ini untuk setiap indikator itu.",
        halaman="target_renstra",
    )


# Rules that hold printed claims against the data as well are listed in `klaim_tercetak`.
DAFTAR = (
    Aturan("HIT-08", Tingkat.GALAT, "Skala tidak sah", skala_tidak_sah),
    Aturan("HIT-13", Tingkat.GALAT, "Bobot komponen tidak 1", bobot_tidak_satu),
    Aturan("HIT-20", Tingkat.GALAT, "Target nol atau kosong", target_nol_atau_kosong),
)
