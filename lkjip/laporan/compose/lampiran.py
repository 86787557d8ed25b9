"""Annexes: Perjanjian Kinerja, Rencana Aksi, Pengukuran Kinerja, money in full, indicators without a figure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from anggaran.data import Anggaran, Tingkat
from lkjip.dasar.periode import DAFTAR_TRIWULAN, singkatan_triwulan
from lkjip.laporan.compose.analisis_sebab import kode_puncak
from lkjip.laporan.compose.bab3_anggaran import baris_jumlah, catatan_rincian, telusuri
from lkjip.laporan.compose.bab3_sisa import sel_uang_lengkap
from lkjip.laporan.compose.bagan import hitung_tingkat, nama_anggaran
from lkjip.laporan.compose.kalimat import alasan, banyak, catatan, kal, kurang, nama_rapi, par
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.lampiran_cascading import cascading
from lkjip.laporan.compose.narasi import otomatis, sisa, tulisan
from lkjip.laporan.compose.perjanjian import lampiran_perjanjian
from lkjip.laporan.compose.ruas import AKHIRAN_KALIMAT
from lkjip.laporan.compose.sel import (
    KANAN,
    KIRI,
    TENGAH,
    baris,
    capaian_biasa,
    kelompok,
    sel,
    tabel,
    tabel_kepala_ganda,
)
from lkjip.laporan.isi import Bab, Baris, GayaBaris, JenisBab, Rujuk, Sebaris, Sel, Simpul, Teks
from renstra.data import Indikator, Sasaran


def lampiran(ktx: Konteks) -> list[Bab]:
    hasil = [
        *lampiran_perjanjian(ktx),
        *([_bab("cascading", "Cascading Kinerja", isi)] if (isi := cascading(ktx)) else []),
    ]
    for kunci, judul, isi in (
        ("rencana-aksi", "Rencana Aksi", rencana_aksi(ktx)),
        ("pengukuran", "Pengukuran Kinerja", pengukuran(ktx)),
        ("anggaran", "Anggaran dan Realisasi per Subkegiatan", rincian_anggaran(ktx)),
    ):
        hasil.append(_bab(kunci, f"{judul} Tahun {ktx.tahun}", [*_pengantar(ktx, kunci), *isi]))
    tanpa = tanpa_angka(ktx)
    if tanpa:
        hasil.append(_bab("tanpa-angka", "Indikator tanpa Angka dan Sebabnya", tanpa))
    lain = sisa(ktx, "")
    if lain:
        hasil.append(Bab("lampiran-lain", "Informasi Lain", tuple(lain), JenisBab.LAMPIRAN))
    return hasil


def _bab(kunci: str, judul: str, isi: list[Simpul]) -> Bab:
    return Bab(f"lampiran-{kunci}", judul, tuple(isi), JenisBab.LAMPIRAN)


def _pengantar(ktx: Konteks, kunci: str) -> list[Simpul]:
    """What the agency wants to say before the forms of an annex."""
    nama = f"lampiran.{kunci.replace('-', '_')}"
    return tulisan(ktx, nama, letak=f"lampiran-{kunci}", judul="Keterangan lampiran")


def target_triwulan(ktx: Konteks, kode: str, triwulan: int) -> tuple[Sebaris, ...]:
    """The quarter's own target; a dash where the plan has none (the annual one is not repeated)."""
    rencana = ktx.kinerja.kinerja_per_triwulan.get((kode, ktx.tahun, triwulan))
    ada = rencana is not None and (rencana.target is not None or bool(rencana.predikat_target))
    return ktx.target(kode, triwulan=triwulan) if ada else (Teks("–"),)


def rencana_aksi(ktx: Konteks) -> list[Simpul]:
    """Columns that evaluators ask for (sakip.md 1.2): target per quarter, programme, person in charge, money."""
    if not ktx.indikator_semua_sasaran:
        return [kurang("Rencana aksi belum dapat disajikan (lembar sasaran dan indikator).")]
    kelompok_kolom = (
        ("", (("No", 4, TENGAH), ("Indikator Kinerja", 20, KIRI), ("Target Tahunan", 9, KANAN))),
        ("Target Triwulan", tuple((singkatan_triwulan(t), 7, KANAN) for t in DAFTAR_TRIWULAN)),
        ("", (("Program / Kegiatan", 25, KIRI), ("Penanggung Jawab", 15, KIRI), ("Anggaran (Rp)", 14, KANAN))),
    )
    judul = f"Rencana Aksi Pencapaian Kinerja Tahun {ktx.tahun}"
    isi = _baris_rencana(ktx)
    hasil: list[Simpul] = [tabel_kepala_ganda("tabel-rencana-aksi", judul, kelompok_kolom, isi, mendatar=True)]
    tanpa = [
        i
        for i in ktx.indikator_semua_sasaran
        if not any((i.kode, ktx.tahun, t) in ktx.kinerja.kinerja_per_triwulan for t in DAFTAR_TRIWULAN)
    ]
    if tanpa:
        n = banyak(len(tanpa), "indikator")
        hasil.append(kurang("Target triwulan belum diisi untuk {n} (lembar kinerja_triwulan).", n=n))
    return hasil


def _baris_rencana(ktx: Konteks) -> list[Baris]:
    isi: list[Baris] = []
    nomor = 0
    for urutan, sasaran in enumerate(ktx.sasaran, 1):
        daftar = ktx.indikator_sasaran(sasaran.kode)
        if daftar:
            isi.append(kelompok(f"Sasaran {urutan}: {nama_rapi(sasaran.uraian, sasaran.kode)}", 10))
        for n, i in enumerate(daftar):
            nomor += 1
            triwulan = [target_triwulan(ktx, i.kode, t) for t in DAFTAR_TRIWULAN]
            program = _sel_program(ktx, sasaran, i, n, len(daftar))
            isi.append(baris(str(nomor), ktx.nama_indikator(i), ktx.target(i.kode), *triwulan, *program))
    return isi


def _sel_program(
    ktx: Konteks, sasaran: Sasaran, indikator: Indikator, urutan: int, banyak_indikator: int
) -> tuple[Sel, ...]:
    """Programmes and money stand once per sasaran; the person in charge with each indicator."""
    penanggung_jawab = sel(indikator.penanggung_jawab.strip() or "–")
    if urutan:
        return (penanggung_jawab,)
    tertaut = ktx.anggaran_sasaran(sasaran.kode)
    puncak = list(dict.fromkeys(kode_puncak(ktx, a) for a in tertaut))
    rincian = [a for a in tertaut if a.kode not in puncak]
    program = kal("{p}", p="; ".join(nama_anggaran(ktx, kode) for kode in puncak) or "–")
    if rincian:
        program = kal("{p}, dengan {n}", p=program, n=hitung_tingkat(rincian))
    pagu = ktx.angka("pagu", sasaran.kode, polos=True)
    return (sel(program, baris=banyak_indikator), penanggung_jawab, sel(pagu, baris=banyak_indikator))


def pengukuran(ktx: Konteks) -> list[Simpul]:
    """Annual form (sakip.md 1.3): one row an indicator, money once a sasaran."""
    if not ktx.indikator_semua_sasaran:
        return [kurang("Formulir pengukuran belum dapat disajikan (lembar sasaran dan indikator).")]
    kelompok_kolom = (
        ("", (("No", 4, TENGAH), ("Sasaran", 18, KIRI), ("Indikator Kinerja", 20, KIRI), ("Satuan", 8, TENGAH))),
        ("Kinerja", (("Target", 9, KANAN), ("Realisasi", 9, KANAN), ("Capaian (%)", 9, KANAN))),
        ("Anggaran", (("Pagu (Rp)", 15, KANAN), ("Realisasi (Rp)", 15, KANAN), ("Serapan (%)", 9, KANAN))),
    )
    isi: list[Baris] = []
    for nomor, sasaran in enumerate(ktx.sasaran, 1):
        isi.extend(_baris_pengukuran(ktx, nomor, sasaran))
    isi.append(
        baris(
            sel("Jumlah / rata-rata perangkat daerah", kolom=6, tebal=True),
            ktx.angka("rata_rata_total", polos=True, tebal=True),
            *_uang(ktx, "", True),
            gaya=GayaBaris.JUMLAH,
        )
    )
    return [
        tabel_kepala_ganda(
            "tabel-pengukuran",
            f"Formulir Pengukuran Kinerja Tahun {ktx.tahun}",
            kelompok_kolom,
            isi,
            mendatar=True,
            rumus_capaian=capaian_biasa(ktx, ktx.indikator_semua_sasaran),
        )
    ]


def _uang(ktx: Konteks, kode: str, tebal: bool = False) -> list[Sebaris]:
    return [ktx.angka(b, kode, polos=True, tebal=tebal) for b in ("pagu", "realisasi_anggaran", "serapan")]


def _baris_pengukuran(ktx: Konteks, nomor: int, sasaran: Sasaran) -> list[Baris]:
    daftar = ktx.indikator_sasaran(sasaran.kode)
    uraian = sasaran.uraian.strip() or sasaran.kode
    if not daftar:
        return [baris(str(nomor), uraian, "Belum ada indikator", *["–"] * 4, *_uang(ktx, sasaran.kode))]
    n = len(daftar)
    return [
        baris(
            *((sel(str(nomor), baris=n), sel(uraian, baris=n)) if urutan == 0 else ()),
            ktx.nama_indikator(i),
            i.satuan,
            ktx.target(i.kode),
            ktx.realisasi(i.kode),
            ktx.angka("capaian", i.kode, polos=True),
            *([sel(u, baris=n) for u in _uang(ktx, sasaran.kode)] if urutan == 0 else ()),
        )
        for urutan, i in enumerate(daftar)
    ]


def rincian_anggaran(ktx: Konteks) -> list[Simpul]:
    """Every row of the budget as a tree, wide pages; the totals are those of the program rows."""
    if not ktx.program:
        return [kurang("Rincian anggaran belum diisi (lembar anggaran dan realisasi_anggaran).")]
    kolom = (
        ("Kode", 10, KIRI),
        ("Program / Kegiatan / Subkegiatan", 40, KIRI),
        ("Pagu (Rp)", 15, KANAN),
        ("Realisasi (Rp)", 15, KANAN),
        ("Serapan (%)", 9, KANAN),
        ("Sisa (Rp)", 13, KANAN),
    )
    isi: list[Baris] = []
    for unit, daftar in _per_unit(ktx):
        if unit:
            isi.append(kelompok(unit, 6))
        isi.extend(_baris_rincian(ktx, a, tingkat) for program in daftar for a, tingkat in telusuri(ktx, program))
    isi.append(baris_jumlah(ktx, 2))
    judul = f"Anggaran dan Realisasi per Program, Kegiatan, dan Subkegiatan Tahun {ktx.tahun}"
    return [tabel("tabel-rincian-anggaran", judul, kolom, isi, mendatar=True, catatan=catatan_rincian(ktx))]


def _per_unit(ktx: Konteks) -> list[tuple[str, Sequence[Anggaran]]]:
    """Programs under their unit, only where there are several units."""
    unit = list(dict.fromkeys(p.unit.strip() for p in ktx.program))
    if len(unit) < 2:
        return [("", ktx.program)]
    return [(u or "Unit belum diisi", [p for p in ktx.program if p.unit.strip() == u]) for u in unit]


def _baris_rincian(ktx: Konteks, anggaran: Anggaran, tingkat: int) -> Baris:
    tebal = anggaran.tingkat is Tingkat.PROGRAM or tingkat == 0
    nama = nama_rapi(anggaran.uraian, anggaran.kode)
    return baris(
        anggaran.kode, sel(nama, inden=min(tingkat, 3), tebal=tebal), *sel_uang_lengkap(ktx, anggaran.kode, tebal=tebal)
    )


def tanpa_angka(ktx: Konteks) -> list[Simpul]:
    """Every indicator of the agency without a capaian, and why, the kinds of absence kept apart; none: no annex."""
    tanpa = [i for i in ktx.renstra.daftar_indikator if not ktx.hitung("capaian", i.kode).ada]
    if not tanpa:
        return []
    kolom = (("No", 6, TENGAH), ("Indikator", 44, KIRI), ("Sebab", 50, KIRI))
    isi = [baris(str(n), ktx.nama_indikator(i), _sebab(ktx, i)) for n, i in enumerate(tanpa, 1)]
    kalimat = kal(
        "{t} memuat {n} yang capaiannya tidak dapat dihitung.",
        t=Rujuk("tabel-tanpa-angka"),
        n=banyak(len(tanpa), "indikator"),
    )
    nama = f"lampiran.tanpa_angka{AKHIRAN_KALIMAT}"
    return [
        *otomatis(ktx, nama, [par(kalimat)], letak="lampiran-tanpa-angka"),
        tabel("tabel-tanpa-angka", "Indikator tanpa Angka", kolom, isi),
        catatan("Tanda “–” di seluruh laporan ini berarti angka tidak ada; alasannya tercantum di sini."),
    ]


def _sebab(ktx: Konteks, indikator: Indikator) -> str:
    """The reason, without the kode of the indicator whose name stands beside it."""
    kode = rf" '?{re.escape(indikator.kode)}'?(?=[\s:;,]|$)"
    return re.sub(kode, "", alasan(ktx.hitung("capaian", indikator.kode)))
